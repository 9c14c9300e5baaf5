"""The making of a copy: searched, written, opened again, searched again, and noted; or nothing."""

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session
from typing_extensions import override

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.models import Entity
from vtdesk.security import files
from vtdesk.services.drukwerk import Drukwerk, print_out, refuse_names
from vtdesk.services.uitgaand import resten
from vtdesk.store.store import Store
from vtdesk.values.afdruk import Afdruk
from vtdesk.values.document import VerslagDocument

VERNIETIGD = "Het gemaakte bestand is vernietigd; er is niets weggegeven."
_UNREACHABLE = "De map is niet bereikbaar. Kies een andere map; er is niets geschreven."
_FULL = "Daar is geen ruimte meer. Kies een andere map; er is niets geschreven."

Nakijken = Callable[[bytes, str], None]  # raises LeakError on a hit in the bytes or the file name
# Notes a copy, or refuses what is not as it was shown; gives the rows that tell of it.
Noteren = Callable[[Session, bytes, str], Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Bestand:
    """One file that is to be written, how it is searched once it stands there, and its note."""

    target: Path
    data: bytes
    kijk_na: Nakijken
    noteer: Callable[[Session], Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class Verpakking:
    """What is put around a file that is saved: a lock, and how it is searched from outside it."""

    pak_in: Callable[[bytes], bytes]
    kijk_na: Nakijken


@dataclass(frozen=True, slots=True)
class Uitgiftewerk(Drukwerk):
    """One copy for one receiver; saving or printing it notes it first.

    When it did not leave after all, the note is taken back.
    """

    store: Store
    kijk_na: Nakijken
    noteer: Noteren
    verpakking: Verpakking | None

    @override
    def save(self, target: Path) -> None:
        """Write the PDF where she chose, open it again, and note it; or leave nothing behind."""
        self._write(target, self.pdf, "pdf")

    def _write(self, target: Path, make: Callable[[], bytes], way: str) -> None:
        kind = "PDF" if way == "pdf" else "webpagina"
        if not target.name:
            raise UserError(f"Geef de {kind} een naam.")
        refuse_names(target.name, self.namen(), self.bestandsnaam())
        data, look = make(), self._search(way)
        look(data, target.name)
        if self.verpakking:
            data, look = self.verpakking.pak_in(data), self.verpakking.kijk_na
        noted = partial(self._noteer, data, way)
        geef_uit(self.store, [Bestand(target, data, look, noted)])

    def _noteer(self, data: bytes, way: str, session: Session) -> Sequence[Entity]:
        return self.noteer(session, data, way)

    def _search(self, _way: str) -> Nakijken:
        return self.kijk_na

    @override
    def print(self, afdruk: Afdruk) -> None:
        """Send the PDF to a printer under a neutral job name, and note it."""
        data = self.pdf()
        self.kijk_na(data, "")
        with self.store.write() as session:
            notes = resten.notities(self.noteer(session, data, "print"))
        try:
            print_out(data, afdruk)
        except BaseException:
            resten.strike(self.store, notes)
            raise


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


def geef_uit(store: Store, bestanden: Sequence[Bestand]) -> None:
    """Write files, search them there, note them, and give all their names; or leave nothing.

    What had one of these names before stays until the copy is noted.
    """
    for one in bestanden:
        files.refuse_no_file(one.target)
    fresh = [files.name_beside(one.target) for one in bestanden]
    with _in_words():
        resten.begin(store, fresh)
        try:
            _write_and_note(store, bestanden, fresh)
            _give_names(bestanden, fresh)
        except BaseException:
            resten.undo(store, fresh)
            raise
    with suppress(OutsideError):  # it has left and is noted; the next opening strikes it
        resten.done(store, fresh)


def _write_and_note(store: Store, bestanden: Sequence[Bestand], fresh: Sequence[Path]) -> None:
    for one, written in zip(bestanden, fresh, strict=True):
        files.write_new_by(written, (one.data,))
    for one, written in zip(bestanden, fresh, strict=True):
        _look_again(one, written)
    with store.write() as session:
        for one, written in zip(bestanden, fresh, strict=True):
            resten.noted(session, written, one.noteer(session))


def _give_names(bestanden: Sequence[Bestand], fresh: Sequence[Path]) -> None:
    moved: list[Path] = []
    try:
        for one, written in zip(bestanden, fresh, strict=True):
            written.replace(one.target)
            moved.append(one.target)
    except BaseException:
        for target in moved:
            with suppress(OSError):
                target.unlink()
        raise
    for folder in {target.parent for target in moved}:
        with suppress(OSError):  # they are there; only a power cut could still lose their names
            files.sync_folder(folder)


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
def _in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise OutsideError(_FULL if full else _UNREACHABLE) from error
