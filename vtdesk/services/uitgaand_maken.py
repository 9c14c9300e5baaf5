"""The making of one copy: searched, written, opened again, searched again, and noted; or nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.security import files
from vtdesk.services.drukwerk import Drukwerk, refuse_names

VERNIETIGD = "Het gemaakte bestand is vernietigd; er is niets weggegeven."
_UNREACHABLE = "De map is niet bereikbaar of vol. Kies een andere map; er is niets geschreven."


@dataclass(frozen=True, slots=True)
class Uitgiftewerk(Drukwerk):
    """One copy for one receiver; saving or printing it notes it.

    `kijk_na` raises LeakError when bytes or a file name hold what must stay. `leg_vast` is a block
    that notes the copy when it ends well, and nothing when it does not.
    """

    kijk_na: Callable[[bytes, str], None]
    leg_vast: Callable[[bytes, str], AbstractContextManager[None]]

    @override
    def save(self, target: Path) -> None:
        """Write the PDF where she chose, open it again, and note it; or leave nothing behind."""
        if not target.name:
            raise UserError("Geef de PDF een naam.")
        if target.exists() and not target.is_file():  # a folder, or a device such as /dev/full
            raise OutsideError("Daar kan geen PDF staan. Kies een andere naam of map.")
        refuse_names(target.stem, self.namen(), self.bestandsnaam())
        data = self.pdf()
        self.kijk_na(data, target.name)
        fresh = target.with_name(target.name + files.TEMPORARY)
        with _no_half_file(fresh), _in_words():
            files.write_private(fresh, data)
            self._publish(fresh, target)

    def _publish(self, fresh: Path, target: Path) -> None:
        """Search what stands on the disk, and give it its name in the transaction that notes it."""
        written = fresh.read_bytes()
        try:
            self.kijk_na(written, target.name)
        except LeakError as error:
            raise LeakError(f"{error} {VERNIETIGD}") from error
        moved = False
        try:
            with self.leg_vast(written, "pdf"):
                files.move(fresh, target)
                moved = True
        except BaseException:
            if moved:
                with suppress(OSError):
                    target.unlink()
            raise

    @override
    def print(self, printer: str) -> None:
        """Send the PDF to a printer under a neutral job name, and note it."""
        from vtdesk.adapters.printing import print_pdf  # noqa: PLC0415 (rarely needed)

        data = self.pdf()
        self.kijk_na(data, "")
        with self.leg_vast(data, "print"):
            print_pdf(data, printer=printer)


@contextmanager
def _no_half_file(fresh: Path) -> Iterator[None]:
    """Leave nothing under the name of the work, however it ends."""
    try:
        yield
    finally:
        with suppress(OSError):
            fresh.unlink()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutsideError(_UNREACHABLE) from error
