"""The dossier of a casus for one receiver: what is in it, and what would leave of each document."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.services.desk import Desk
from vtdesk.services.dossier import DossierRow, Dossiervoorstel
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.uitgaand.rows import Ontvanger, Weg
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.uitgaand.beurten import Beurten

Gelezen = tuple[list[DossierRow], list[VerslagRow], list[Ontvanger]]
Gekeken = tuple[tuple[Weg, ...], list[Dossiervoorstel]]


class DossierGang(Beurten):
    """Reads in turns, and tells what came."""

    rows_read = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(jobs, parent)
        self._desk = desk
        self._is_reading = False
        self.casus_id: UUID | None = None
        self.rows: list[DossierRow] = []
        self.verslagen: list[VerslagRow] = []
        self.ontvangers: list[Ontvanger] = []
        self.ways: tuple[Weg, ...] = ()
        self.proposals: dict[UUID, Dossiervoorstel] = {}  # by document; empty while it is looked at
        self.who = ""
        self.way = ""
        self.shown: UUID | None = None  # the document on paper

    def open(self, casus_id: UUID, *, who: str = "", way: str = "") -> None:
        """Read what was collected of a casus, and who may receive it."""
        self.casus_id, self.who, self.way = casus_id, who, way
        self.shown = None
        self.again()

    def again(self) -> None:
        """Read everything again."""
        casus_id = self.casus_id
        if casus_id is None:
            return

        def read() -> Gelezen:
            dossiers = self._desk.dossiers
            rows, people = dossiers.of(casus_id), dossiers.ontvangers(casus_id)
            return rows, self._desk.verslagen.of_casus(casus_id), people

        self._begin()
        self._is_reading = True
        self.read(read, self._take_rows)

    def choose(self, who: str) -> None:
        """Choose the receiver; by which way is asked again."""
        if who != self.who:
            self.who, self.way, self.ways = who, "", ()
            if self._is_reading:
                self.again()  # what is read must still come
            else:
                self._begin()
                self._look()

    def choose_way(self, way: str) -> None:
        """Choose by which way it goes."""
        self.way = way
        self.looked.emit()

    def show(self, stuk_id: UUID) -> None:
        """Show on paper what would leave of this document."""
        found = self.proposals.get(stuk_id)
        if found is not None and stuk_id != self.shown:
            self.shown = stuk_id
            document = found.voorstel.document
            self.held.emit()
            self.show_stack(lambda: self._desk.papier.stapel(document))

    def receiver(self) -> Ontvanger | None:
        """Give the receiver that is chosen."""
        return next((one for one in self.ontvangers if one.sleutel == self.who), None)

    def maker(self) -> Callable[[str | None], Drukwerk]:
        """Give what makes the whole, for this receiver also when another is chosen meanwhile."""
        casus_id, who, way = self.casus_id, self.who, self.way
        assert casus_id is not None, "something is shown"  # noqa: S101
        return lambda password: self._desk.dossiers.drukwerk(
            casus_id, who, way, wachtwoord=password
        )

    def _begin(self) -> None:
        self.new_turn()
        self.proposals, self.shown = {}, None
        self.busy.emit()

    def _take_rows(self, found: Gelezen) -> None:
        self._is_reading = False
        self.rows, self.verslagen, self.ontvangers = found
        if self.receiver() is None:
            self.who, self.way = "", ""
        self.rows_read.emit()
        if self.who:
            self._look()

    def _look(self) -> None:
        casus_id, who = self.casus_id, self.who
        if casus_id is None:
            return

        def look() -> Gekeken:
            dossiers = self._desk.dossiers
            ways = tuple(dossiers.wegen(casus_id, who))
            return ways, dossiers.voorstellen(casus_id, who) if self.rows else []

        self.read(look, self._take_proposals)

    def _take_proposals(self, found: Gekeken) -> None:
        self.ways, proposals = found
        self.proposals = {one.stuk.id: one for one in proposals}
        can = [one.id for one in self.ways if one.kan]
        if self.way not in can:
            self.way = can[0] if len(can) == 1 else ""
        self.looked.emit()
