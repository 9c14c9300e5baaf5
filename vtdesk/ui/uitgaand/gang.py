"""The way out of one verslag: what is read for a receiver, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.services.desk import Desk
from vtdesk.services.uitgaand.maken import Verslagwerk
from vtdesk.services.uitgaand.rows import Ontvanger, Voorstel, Weg
from vtdesk.services.vaststelling import VersieRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.uitgaand import woorden
from vtdesk.ui.uitgaand.beurten import Beurten


@dataclass(frozen=True, slots=True)
class Stuk:
    """What leaves, and who may receive it."""

    verslag: VerslagInhoud
    versie: VersieRow | None  # None: the draft
    ontvangers: tuple[Ontvanger, ...]


class Gang(Beurten):
    """Reads in turns, and tells what came."""

    stuk_read = Signal()
    ways_read = Signal()
    proposal_read = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(jobs, parent)
        self._desk = desk
        self._is_reading = False
        self._is_sure = False  # the proposal is of this turn
        self.verslag_id: UUID | None = None
        self.nummer: int | None = None
        self.stuk: Stuk | None = None
        self.who = ""
        self.way = ""
        self.ways: tuple[Weg, ...] = ()
        self.proposal: Voorstel | None = None

    def open(self, verslag_id: UUID, nummer: int | None, *, who: str = "", way: str = "") -> None:
        """Read what leaves and who may receive it; go on with a receiver chosen before."""
        self.close()
        self.verslag_id, self.nummer = verslag_id, nummer
        self.who, self.way = who, way
        self.again()

    def close(self) -> None:
        """Let go of everything; the next thing has nothing to do with it."""
        self.new_turn()
        self.verslag_id, self.stuk, self.proposal = None, None, None
        self.who, self.way, self.ways = "", "", ()

    def again(self) -> None:
        """Read everything again."""
        verslag_id, nummer = self.verslag_id, self.nummer
        if verslag_id is None:
            return

        def read() -> Stuk:
            verslag = self._desk.verslagen.open(verslag_id)
            versions = self._desk.vaststelling.versies(verslag_id)
            receivers = tuple(self._desk.uitgaand.ontvangers(verslag_id, nummer))
            return Stuk(verslag, woorden.newest(versions, nummer), receivers)

        self._begin_turn()
        self._is_reading = True
        self.read(read, self._take_stuk)

    def choose(self, who: str) -> None:
        """Choose the receiver; by which way is asked again."""
        if who != self.who:
            self.who, self.way, self.ways = who, "", ()
            (self.again if self._is_reading else self._look)()  # what is read must still come

    def hold(self) -> None:
        """Let nothing be made until what this receiver gets was looked at again."""
        self._is_sure = False
        self.new_turn()
        self.held.emit()

    def look_again(self) -> None:
        """Look again what this receiver gets, after a choice about a part of it."""
        if self.proposal is None:
            self._look()
        else:
            self.hold()
            self._read_proposal()

    def sure(self) -> Voorstel | None:
        """Give what this receiver gets, unless that is being looked at again."""
        return self.proposal if self._is_sure else None

    def choose_way(self, way: str) -> None:
        """Choose by which way it goes."""
        self.way = way
        self.proposal_read.emit()

    def receiver(self) -> Ontvanger | None:
        """Give the receiver that is chosen."""
        found = self.stuk.ontvangers if self.stuk else ()
        return next((one for one in found if one.sleutel == self.who), None)

    def likely(self) -> str:
        """Give the key of who took part in the talk and can receive it; empty when nobody is."""
        found = self.stuk.ontvangers if self.stuk else ()
        can = (one.sleutel for one in found if one.erbij and not one.waarom_niet)
        return next(can, "")

    def maker(self) -> Callable[[], Verslagwerk]:
        """Give what makes this copy, for this receiver also when another is chosen meanwhile."""
        verslag_id, nummer, who, way = self.verslag_id, self.nummer, self.who, self.way
        assert verslag_id is not None, "something is shown"  # noqa: S101
        return lambda: self._desk.uitgaand.drukwerk(verslag_id, nummer, who, way)

    # turns

    def _take_stuk(self, stuk: Stuk) -> None:
        self._is_reading = False
        self.stuk = stuk
        if self.receiver() is None:
            self.who, self.way = "", ""
        self.stuk_read.emit()
        if self.who:
            self._look()

    def _look(self) -> None:
        """Look what another receiver gets."""
        self._begin_turn()
        self._read_proposal()

    def _read_proposal(self) -> None:
        """Read ways, what stays behind and hits; then the pages."""
        verslag_id, nummer, who = self.verslag_id, self.nummer, self.who
        if verslag_id is None:
            return

        def read() -> tuple[tuple[Weg, ...], Voorstel]:
            uitgaand = self._desk.uitgaand
            ways = tuple(uitgaand.wegen(verslag_id, nummer, who))
            return ways, uitgaand.voorstel(verslag_id, nummer, who)

        self.read(read, self._take_proposal)

    def _take_proposal(self, found: tuple[tuple[Weg, ...], Voorstel]) -> None:
        self.ways, self.proposal = found
        self._is_sure = True
        can = [one.id for one in self.ways if one.kan]
        if self.way not in can:
            self.way = can[0] if len(can) == 1 else ""
        self.ways_read.emit()
        self.proposal_read.emit()
        document = self.proposal.document
        self.show_stack(lambda: self._desk.papier.stapel(document))

    def _begin_turn(self) -> None:
        self.new_turn()
        self.proposal, self._is_sure = None, False
        self.busy.emit()
