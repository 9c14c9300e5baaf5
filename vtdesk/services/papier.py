"""Paper: the PDF of a verslag or a letter, its pages on screen, saving and printing it."""

from functools import partial
from pathlib import Path
from uuid import UUID

from vtdesk.models import Verslag
from vtdesk.services.correctie_papier import briefwerk
from vtdesk.services.drukwerk import Drukwerk, Stapel, namen_in, veilig
from vtdesk.services.vaststelling import Vaststelling
from vtdesk.store.store import Store, note
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import Clock

# In each method: reportlab and pikepdf cost 350 ms, and most of the day nothing is printed.


class Papier:
    """Use cases around paper; what leaves is noted in the logboek."""

    def __init__(self, store: Store, vaststelling: Vaststelling, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._vaststelling = vaststelling

    def verslag(self, verslag_id: UUID, nummer: int | None = None) -> Drukwerk:
        """Give a version of a verslag to look at, save or print; None is the draft."""
        with self._store.read() as session:
            casus_id = session.get_one(Verslag, verslag_id).casus_id
        return Drukwerk(
            pdf=partial(self.pdf, verslag_id, nummer),
            bestandsnaam=partial(self.bestandsnaam, verslag_id, nummer),
            namen=partial(self._names, casus_id),
            weg=partial(self._left, (Kind.VERSLAG, verslag_id), casus_id),
        )

    def brief(self, brief_id: UUID, wijze: str = "") -> Drukwerk:
        """Give a letter of correction as it may be now, to look at, save or print."""
        return briefwerk(self._store, self._clock, brief_id, wijze)

    def pdf(self, verslag_id: UUID, nummer: int | None = None) -> bytes:
        """Render a version, or the draft when `nummer` is None; the same text, the same bytes."""
        from vtdesk.reports.verslag import render_verslag  # noqa: PLC0415 (see above)

        return render_verslag(self._vaststelling.document(verslag_id, nummer))

    def bestandsnaam(self, verslag_id: UUID, nummer: int | None = None) -> str:
        """Propose a file name that holds number and kind, and no name."""
        document = self._vaststelling.document(verslag_id, nummer)
        stand = f"versie {nummer}" if nummer else "concept"
        return f"{veilig(document.kop.dossiernummer)} {document.kop.soort.lower()} {stand}.pdf"

    def save(self, verslag_id: UUID, nummer: int | None, target: Path) -> None:
        """Write the PDF of a verslag; nothing is left behind when that fails."""
        self.verslag(verslag_id, nummer).save(target)

    def stapel(self, document: VerslagDocument) -> Stapel:
        """Give the pages of what would leave, only to look at."""
        from vtdesk.adapters.preview import Preview  # noqa: PLC0415 (loads pdfium)
        from vtdesk.reports.verslag import render_verslag  # noqa: PLC0415 (see above)

        return Stapel(Preview(render_verslag(document)))

    def printers(self) -> list[str]:
        """List the printers of the system, the usual one first."""
        from vtdesk.adapters.printing import printers  # noqa: PLC0415 (rarely needed)

        return [printer.name for printer in printers()]

    def _names(self, casus_id: UUID) -> set[str]:
        with self._store.read() as session:
            return namen_in(session, casus_id)

    def _left(self, ding: tuple[Kind, UUID], casus_id: UUID, way: str) -> None:
        with self._store.write() as session:
            note(session, "R", ding, detail=way, casus=casus_id)
