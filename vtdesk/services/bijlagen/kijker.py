"""Looking at a bijlage, and letting it out: pages, words, a copy for another program, a file.

Every way is noted in the logboek.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Casus
from vtdesk.security import buiten
from vtdesk.services.bijlagen.bron import Voortgang
from vtdesk.services.bijlagen.service import Bijlagen
from vtdesk.services.drukwerk import (
    Bladzijde,
    namen_in,
    refuse_names,
    veilig,
    write_out_by,
)
from vtdesk.store.store import Store, note
from vtdesk.values.bestand import ENDINGS, als_tekst
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import local

if TYPE_CHECKING:
    from vtdesk.adapters.foreign_pdf import ForeignPdf

LARGEST_SHOWN = 64 * 1024 * 1024  # bytes of a picture or text; more is for another program
MOST_WORDS = 200_000  # characters of a text on screen
LONGEST_SIDE = 1200  # points, an A3; a larger page is shown smaller

_TOO_LARGE = (
    "Deze bijlage is te groot om hier te tonen. Bewaar haar als bestand, of open haar buiten "
    "vtdesk."
)
_LOCKED = (
    "Deze PDF is met een wachtwoord beveiligd. Vraag de afzender om een PDF zonder wachtwoord, "
    "of open haar buiten vtdesk."
)
_BROKEN = (
    "Deze PDF is beschadigd en kan hier niet worden getoond. De bijlage blijft bewaard zoals zij "
    "binnenkwam."
)


class Vellen:
    """The pages of a PDF from outside, which may be many, of any size, and slow to draw."""

    def __init__(self, pdf: "ForeignPdf") -> None:
        self._pdf = pdf
        self._is_closed = False
        self.aantal = pdf.page_count
        sizes = pdf.sizes
        self._shrink = [min(1.0, LONGEST_SIDE / max(1.0, *size)) for size in sizes]
        self.maten = tuple(
            (max(1.0, width * by), max(1.0, height * by))
            for (width, height), by in zip(sizes, self._shrink, strict=True)
        )

    def bladzijde(self, nummer: int, dpi: int) -> Bladzijde | None:
        """Draw a page, counted from 0; None when they were put away meanwhile."""
        try:
            page = self._pdf.page(nummer, dots_per_inch=max(1, int(dpi * self._shrink[nummer])))
        except OutsideError:
            if self._is_closed:
                return None
            raise
        return Bladzijde(page.width, page.height, page.rgba)

    def sluit(self) -> None:
        """Put the pages away, also while one is being drawn; waits for nothing."""
        self._is_closed = True
        self._pdf.close()


class Bijlagekijker:
    """Use cases around looking; what takes long tells how far it is, and can be stopped."""

    def __init__(self, store: Store, bijlagen: Bijlagen) -> None:
        self._store = store
        self._bijlagen = bijlagen
        self._kluis = store.path.parent

    def vellen(self, bijlage_id: UUID, *, voortgang: Voortgang | None = None) -> Vellen:
        """Open a PDF to look at; says in words when it is broken or locked."""
        from vtdesk.adapters import foreign_pdf as pdfs  # noqa: PLC0415 (rarely needed)
        from vtdesk.adapters.preview import LockedPdfError  # noqa: PLC0415

        data = b"".join(self._counted(bijlage_id, voortgang))
        try:
            shown = Vellen(pdfs.ForeignPdf(data))
        except pdfs.TooMuchWorkError:
            raise
        except LockedPdfError as error:
            raise OutsideError(_LOCKED) from error
        except OutsideError as error:
            raise OutsideError(_BROKEN) from error
        self._tell(bijlage_id)
        return shown

    def tekst(self, bijlage_id: UUID, *, voortgang: Voortgang | None = None) -> str:
        """Give the words of a text file."""
        words = als_tekst(self._content(bijlage_id, voortgang))
        self._tell(bijlage_id)
        if len(words) > MOST_WORDS:
            return f"{words[:MOST_WORDS]}\n\n[De rest staat in het bestand zelf.]"
        return words

    def beeld(self, bijlage_id: UUID, *, voortgang: Voortgang | None = None) -> bytes:
        """Give the bytes of a picture, to be decoded where nothing else is."""
        data = self._content(bijlage_id, voortgang)
        self._tell(bijlage_id)
        return data

    def buiten(self, bijlage_id: UUID, *, voortgang: Voortgang | None = None) -> Path:
        """Lay down a readable copy for another program; it goes at lock, close and next start."""
        row = self._bijlagen.get(bijlage_id)
        if not row.mag_buiten:
            raise UserError("Dit soort bestand opent vtdesk niet: het kan een programma zijn.")
        self._tell(bijlage_id, "bijlage-buiten")
        parts = self._counted(bijlage_id, voortgang)
        return buiten.lay_down(self._kluis, row.grootte, ENDINGS[row.soort], parts)

    def bestandsnaam(self, bijlage_id: UUID) -> str:
        """Propose a file name that holds number and day, and no name."""
        row = self._bijlagen.get(bijlage_id)
        day = row.gegevens.datum or local(row.toegevoegd_op).date()
        with self._store.read() as session:
            number = veilig(session.get_one(Casus, row.casus_id).nummer)
        return f"{number} bijlage {day.isoformat()}{ENDINGS.get(row.soort, '.bin')}"

    def save(self, bijlage_id: UUID, target: Path, *, voortgang: Voortgang | None = None) -> None:
        """Write the bijlage where she chose; nothing is left behind when that fails."""
        if not target.name:
            raise UserError("Geef het bestand een naam.")
        row = self._bijlagen.get(bijlage_id)
        with self._store.read() as session:
            names = namen_in(session, row.casus_id)
        refuse_names(target.stem, names, self.bestandsnaam(bijlage_id))
        write_out_by(target, self._counted(bijlage_id, voortgang))
        self._tell(bijlage_id, "bijlage-bewaard")

    def _content(self, bijlage_id: UUID, voortgang: Voortgang | None) -> bytes:
        if self._bijlagen.get(bijlage_id).grootte > LARGEST_SHOWN:
            raise UserError(_TOO_LARGE)
        return b"".join(self._counted(bijlage_id, voortgang))

    def _counted(self, bijlage_id: UUID, voortgang: Voortgang | None) -> Iterator[bytes]:
        """Give the content, and tell how far that is; the user may stop it."""
        progress = voortgang or Voortgang()
        progress.totaal = self._bijlagen.get(bijlage_id).grootte
        for part in self._bijlagen.parts(bijlage_id):
            progress.add(len(part))
            yield part

    def _tell(self, bijlage_id: UUID, way: str = "") -> None:
        row = self._bijlagen.get(bijlage_id)
        with self._store.write() as session:
            note(session, "R", (Kind.BIJLAGE, bijlage_id), detail=way, casus=row.casus_id)
