"""Paper: the PDF of a verslag, its pages on screen, saving and printing it."""

import re
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from vtdesk.errors import LeakError, OutsideError, UserError
from vtdesk.models import Betrokkenheid, Persoon, Verslag
from vtdesk.security.files import replace_private
from vtdesk.services.ganaar import folded
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind

if TYPE_CHECKING:
    from vtdesk.adapters.preview import Preview

SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """One page as pixels: RGBA, row by row, without padding."""

    breedte: int
    hoogte: int
    pixels: bytes


class Stapel:
    """The pages of one PDF in memory; each is drawn when it is asked for, in any thread."""

    def __init__(self, preview: "Preview") -> None:
        self._preview: Preview | None = preview
        self._in_use = Lock()
        self.maten = tuple(preview.sizes())  # width and height in points

    def bladzijde(self, nummer: int, dpi: int) -> Bladzijde | None:
        """Draw a page, counted from 0; None when the stack was put away meanwhile."""
        with self._in_use:
            if self._preview is None:
                return None
            page = self._preview.page(nummer, dots_per_inch=dpi)
        return Bladzijde(page.width, page.height, page.rgba)

    def sluit(self) -> None:
        """Put the pages away."""
        with self._in_use:
            if self._preview is not None:
                self._preview.close()
            self._preview = None


class Papier:
    """Use cases around paper; what leaves is noted in the logboek."""

    def __init__(self, store: Store, vaststelling: Vaststelling) -> None:
        self._store = store
        self._vaststelling = vaststelling

    def pdf(self, verslag_id: UUID, nummer: int | None = None) -> bytes:
        """Render a version, or the draft when `nummer` is None; the same text, the same bytes."""
        # reportlab and pikepdf cost 350 ms to import, and most of the day nothing is printed.
        from vtdesk.reports.verslag import render_verslag  # noqa: PLC0415 (see above)

        return render_verslag(self._vaststelling.document(verslag_id, nummer))

    def stapel(self, verslag_id: UUID, nummer: int | None = None) -> Stapel:
        """Give the pages of a version, or of the draft, to look at."""
        from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)

        return Stapel(Preview(self.pdf(verslag_id, nummer)))

    def bestandsnaam(self, verslag_id: UUID, nummer: int | None = None) -> str:
        """Propose a file name that holds number and kind, and no name."""
        document = self._vaststelling.document(verslag_id, nummer)
        stand = f"versie {nummer}" if nummer else "concept"
        return f"{_safe(document.kop.dossiernummer)} {document.kop.soort.lower()} {stand}.pdf"

    def save(self, verslag_id: UUID, nummer: int | None, target: Path) -> None:
        """Write the PDF where she chose; nothing is left behind when that fails."""
        if not target.name:
            raise UserError("Geef de PDF een naam.")
        self._refuse_name(verslag_id, target.stem)
        data = self.pdf(verslag_id, nummer)
        if target.exists() and not target.is_file():  # a folder, or a device such as /dev/full
            raise OutsideError("Daar kan geen PDF staan. Kies een andere naam of map.")
        try:
            replace_private(target, data)
        except OSError as error:
            raise OutsideError(
                "De map is niet bereikbaar of vol. Kies een andere map; er is niets geschreven."
            ) from error
        self._left(verslag_id, "pdf")

    def printers(self) -> list[str]:
        """List the printers of the system, the usual one first."""
        from vtdesk.adapters.printing import printers  # noqa: PLC0415 (rarely needed)

        return [printer.name for printer in printers()]

    def print(self, verslag_id: UUID, nummer: int | None, printer: str) -> None:
        """Send the PDF to a printer under a neutral job name."""
        from vtdesk.adapters.printing import print_pdf  # noqa: PLC0415 (rarely needed)

        print_pdf(self.pdf(verslag_id, nummer), printer=printer)
        self._left(verslag_id, "print")

    def _refuse_name(self, verslag_id: UUID, stem: str) -> None:
        """Keep names out of file names: those are read in mail, on sticks and in lists."""
        query = (
            select(Persoon.voornaam, Persoon.achternaam)
            .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
            .join(Verslag, Verslag.casus_id == Betrokkenheid.casus_id)
            .where(Verslag.id == verslag_id)
        )
        with self._store.read() as session:
            names = {part for row in session.execute(query) for part in _words(" ".join(row))}
        if names & _words(stem):
            proposal = self.bestandsnaam(verslag_id)
            raise LeakError(
                "In deze bestandsnaam staat een naam uit de casus. "
                f"Kies een naam zoals: {proposal}. Er is niets geschreven."
            )

    def _left(self, verslag_id: UUID, way: str) -> None:
        with self._store.write() as session:
            casus = session.get_one(Verslag, verslag_id).casus_id
            note(session, "R", (Kind.VERSLAG, verslag_id), detail=way, casus=casus)


def _words(text: str) -> set[str]:
    """Split into words that can give somebody away; shorter ones are too common."""
    return {word for word in re.findall(r"[^\W_]+", folded(text)) if len(word) >= SHORTEST_NAME}


def _safe(text: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in text)
