"""The making of a copy: searched, written, opened again, searched again, and noted; or nothing."""

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.security import files
from vtdesk.services.drukwerk import Drukwerk, print_out, refuse_names
from vtdesk.values.afdruk import Afdruk
from vtdesk.values.document import VerslagDocument

VERNIETIGD = "Het gemaakte bestand is vernietigd; er is niets weggegeven."
_UNREACHABLE = "De map is niet bereikbaar. Kies een andere map; er is niets geschreven."
_FULL = "Daar is geen ruimte meer. Kies een andere map; er is niets geschreven."

Nakijken = Callable[[bytes, str], None]  # raises LeakError on a hit in the bytes or the file name
Vastleggen = Callable[[bytes, str], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file that is to be written, and how it is searched once it stands there."""

    target: Path
    data: bytes
    kijk_na: Nakijken


@dataclass(frozen=True, slots=True)
class Verpakking:
    """What is put around a file that is saved: a lock, and how it is searched from outside it."""

    pak_in: Callable[[bytes], bytes]
    kijk_na: Nakijken


@dataclass(frozen=True, slots=True)
class Uitgiftewerk(Drukwerk):
    """One copy for one receiver; saving or printing it notes it.

    `leg_vast` is a block that notes the copy when it ends well, and nothing when it does not.
    """

    kijk_na: Nakijken
    leg_vast: Vastleggen
    verpakking: Verpakking | None

    @override
    def save(self, target: Path) -> None:
        """Write the PDF where she chose, open it again, and note it; or leave nothing behind."""
        self._write(target, self.pdf, "pdf")

    def _write(self, target: Path, make: Callable[[], bytes], way: str) -> None:
        kind = "PDF" if way == "pdf" else "webpagina"
        if not target.name:
            raise UserError(f"Geef de {kind} een naam.")
        refuse_names(target.stem, self.namen(), self.bestandsnaam())
        data, look = make(), self._search(way)
        look(data, target.name)
        if self.verpakking:
            data, look = self.verpakking.pak_in(data), self.verpakking.kijk_na
        geef_uit([Bestand(target, data, look)], self.leg_vast(data, way))

    def _search(self, _way: str) -> Nakijken:
        return self.kijk_na

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
    kijk_html_na: Nakijken

    def save_html(self, target: Path) -> None:
        """Write the page where she chose, search it, and note it; or leave nothing behind."""
        self._write(target, self.html, "html")

    @override
    def _search(self, way: str) -> Nakijken:
        return self.kijk_html_na if way == "html" else self.kijk_na


def geef_uit(bestanden: Sequence[Bestand], vastlegging: AbstractContextManager[None]) -> None:
    """Write files beside their names, search them there, and give all their names in one deed."""
    for one in bestanden:
        if one.target.exists() and not one.target.is_file():  # a folder, or such as /dev/full
            raise OutsideError("Daar kan geen bestand staan. Kies een andere naam of map.")
    fresh = {
        one.target: one.target.with_name(one.target.name + files.TEMPORARY) for one in bestanden
    }
    moved: list[Path] = []
    with _in_words(), _gone(fresh.values()):
        for one in bestanden:
            files.write_private(fresh[one.target], one.data)
        for one in bestanden:
            _look_again(one, fresh[one.target])
        try:
            with vastlegging:
                for target, written in fresh.items():
                    files.move(written, target)
                    moved.append(target)
        except BaseException:
            _remove(moved)
            raise


def render(document: VerslagDocument) -> bytes:
    """Draw a document that holds what may leave and nothing else."""
    from vtdesk.reports.verslag import render_verslag  # noqa: PLC0415 (loads reportlab)

    return render_verslag(document)


def render_html(document: VerslagDocument) -> bytes:
    """Write it as a page that every screen reader can read."""
    from vtdesk.reports.html import render_html as write  # noqa: PLC0415 (loads reportlab)

    return write(document).encode()


def _look_again(one: Bestand, written: Path) -> None:
    try:
        one.kijk_na(written.read_bytes(), one.target.name)
    except LeakError as error:
        raise LeakError(f"{error} {VERNIETIGD}") from error


@contextmanager
def _gone(work: Iterable[Path]) -> Iterator[None]:
    """Leave nothing under the names of the work, however it ends."""
    try:
        yield
    finally:
        _remove(work)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise OutsideError(_FULL if full else _UNREACHABLE) from error
