"""Paper: the PDF of a verslag, its pages on screen, saving and printing it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from vtdesk.errors import OutsideError
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import Kind


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """One page as pixels: RGBA, row by row, without padding."""

    breedte: int
    hoogte: int
    pixels: bytes


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

    def bladzijden(self, pdf: bytes, dpi: int = 96) -> list[Bladzijde]:
        """Show a PDF as pixels, from memory."""
        from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)

        with Preview(pdf) as preview:
            pages = [preview.page(n, dots_per_inch=dpi) for n in range(preview.page_count)]
        return [Bladzijde(page.width, page.height, page.rgba) for page in pages]

    def bestandsnaam(self, verslag_id: UUID, nummer: int | None = None) -> str:
        """Propose a file name that holds number and kind, and no name."""
        document = self._vaststelling.document(verslag_id, nummer)
        stand = f"versie {nummer}" if nummer else "concept"
        return f"{_safe(document.kop.dossiernummer)} {document.kop.soort.lower()} {stand}.pdf"

    def save(self, verslag_id: UUID, nummer: int | None, target: Path) -> None:
        """Write the PDF where she chose; nothing is left behind when that fails."""
        data = self.pdf(verslag_id, nummer)
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_bytes(data)
            part.chmod(0o600)
            part.replace(target)
        except OSError as error:
            part.unlink(missing_ok=True)
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

    def _left(self, verslag_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", Kind.VERSLAG, verslag_id, way)


def _safe(text: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in text)
