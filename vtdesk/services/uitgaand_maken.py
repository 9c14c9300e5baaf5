"""The making of one copy: searched, written, opened again, searched again, and noted; or nothing."""

import errno
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.security import files
from vtdesk.services.drukwerk import Drukwerk, print_out, refuse_names
from vtdesk.values.afdruk import Afdruk

VERNIETIGD = "Het gemaakte bestand is vernietigd; er is niets weggegeven."
_UNREACHABLE = "De map is niet bereikbaar. Kies een andere map; er is niets geschreven."
_FULL = "Daar is geen ruimte meer. Kies een andere map; er is niets geschreven."


@dataclass(frozen=True, slots=True)
class Verpakking:
    """What is put around a file that is saved: a lock, and how it is searched from outside it."""

    pak_in: Callable[[bytes], bytes]
    kijk_na: Callable[[bytes, str], None]


@dataclass(frozen=True, slots=True)
class Uitgiftewerk(Drukwerk):
    """One copy for one receiver; saving or printing it notes it.

    `kijk_na` raises LeakError when bytes or a file name hold what must stay. `leg_vast` is a block
    that notes the copy when it ends well, and nothing when it does not.
    """

    kijk_na: Callable[[bytes, str], None]
    leg_vast: Callable[[bytes, str], AbstractContextManager[None]]
    verpakking: "Verpakking | None" = None

    @override
    def save(self, target: Path) -> None:
        """Write the PDF where she chose, open it again, and note it; or leave nothing behind."""
        self._write(target, self.pdf, "pdf")

    def _write(self, target: Path, make: Callable[[], bytes], way: str) -> None:
        kind = "PDF" if way == "pdf" else "webpagina"
        if not target.name:
            raise UserError(f"Geef de {kind} een naam.")
        if target.exists() and not target.is_file():  # a folder, or a device such as /dev/full
            raise OutsideError(f"Daar kan geen {kind} staan. Kies een andere naam of map.")
        refuse_names(target.stem, self.namen(), self.bestandsnaam())
        data = make()
        self._search(way)(data, target.name)
        fresh = target.with_name(target.name + files.TEMPORARY)
        with _no_half_file(fresh), _in_words():
            files.write_private(fresh, data)
            self._publish(fresh, target, way)

    def _search(self, _way: str) -> Callable[[bytes, str], None]:
        return self.kijk_na

    def _publish(self, fresh: Path, target: Path, way: str) -> None:
        """Search what stands on the disk, and give it its name in the transaction that notes it."""
        written = fresh.read_bytes()
        try:
            self._search(way)(written, target.name)
        except LeakError as error:
            raise LeakError(f"{error} {VERNIETIGD}") from error
        moved = False
        try:
            with self.leg_vast(written, way):
                files.move(fresh, target)
                moved = True
        except BaseException:
            if moved:
                with suppress(OSError):
                    target.unlink()
            raise

    @override
    def print(self, afdruk: Afdruk) -> None:
        """Send the PDF to a printer under a neutral job name, and note it."""
        data = self.pdf()
        self.kijk_na(data, "")
        with self.leg_vast(data, "print"):
            print_out(data, afdruk)


@dataclass(frozen=True, slots=True)
class Verslagwerk(Uitgiftewerk):
    """One copy of a verslag, on paper or as a page that every screen reader can read."""

    html: Callable[[], bytes]
    kijk_html_na: Callable[[bytes, str], None]

    def save_html(self, target: Path) -> None:
        """Write the page where she chose, search it, and note it; or leave nothing behind."""
        self._write(target, self.html, "html")

    @override
    def _search(self, way: str) -> Callable[[bytes, str], None]:
        return self.kijk_html_na if way == "html" else self.kijk_na


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
        full = error.errno == errno.ENOSPC
        raise OutsideError(_FULL if full else _UNREACHABLE) from error
