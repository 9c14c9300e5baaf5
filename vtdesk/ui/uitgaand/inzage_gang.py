"""The inzage about one person: who asks, what the rules say, what stays out, and its pages."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.errors import LeakError
from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.services.inzagen import Inzage
from vtdesk.services.inzagerecht import EerdereInzage, Inzagerecht, Vrager
from vtdesk.services.uitgaand.maken import Uitgiftewerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.uitgaand.beurten import Beurten


@dataclass(frozen=True, slots=True)
class Blik:
    """Who is to read it, who else can ask, and which copies left before."""

    recht: Inzagerecht
    vragers: tuple[Vrager, ...]
    eerder: tuple[EerdereInzage, ...]


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """The inzage, searched as the file will be."""

    inzage: Inzage
    treffer: str  # what was found, in words; empty when nothing was


class InzageGang(Beurten):
    """Reads in turns, and tells what came."""

    blik_read = Signal()
    looked = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(jobs, parent)
        self._desk = desk
        self.casus_id: UUID | None = None
        self.persoon_id: UUID | None = None  # who it is about
        self.lezer_id: UUID | None = None  # who asks: that one, or who is over a child
        self.blik: Blik | None = None
        self.found: Nagekeken | None = None
        self.way = ""

    def open(
        self, casus_id: UUID, persoon_id: UUID, *, lezer_id: UUID | None = None, way: str = ""
    ) -> None:
        """Read whether this person may have it, or who asks for it, and what it would be."""
        self.casus_id, self.persoon_id, self.way = casus_id, persoon_id, way
        self.lezer_id = lezer_id or persoon_id
        self.blik = None
        self.again()

    def choose_lezer(self, lezer_id: str) -> None:
        """Let another ask for it; by which way that one gets it is another question."""
        if self.casus_id is not None and self.persoon_id is not None:
            self.open(self.casus_id, self.persoon_id, lezer_id=UUID(lezer_id))

    def again(self) -> None:
        """Read everything again."""
        casus_id, persoon_id, lezer_id = self.casus_id, self.persoon_id, self.lezer_id
        rights = self._desk.inzagerechten
        if casus_id is None or persoon_id is None or lezer_id is None:
            return

        def read() -> Blik:
            recht = rights.van(casus_id, persoon_id, lezer_id=lezer_id)
            asking = rights.vragers(casus_id, persoon_id)
            eerder = tuple(rights.eerder(casus_id, persoon_id, lezer_id=lezer_id))
            return Blik(recht, asking, eerder)

        self.new_turn()
        self.found = None
        self.busy.emit()
        self.read(read, self._take_blik)

    def eerder(self) -> tuple[EerdereInzage, ...]:
        """Read anew which copies of this left for this reader."""
        if self.casus_id is None or self.persoon_id is None:
            return ()
        rights = self._desk.inzagerechten
        return tuple(rights.eerder(self.casus_id, self.persoon_id, lezer_id=self.lezer_id))

    def choose_way(self, way: str) -> None:
        """Choose by which way it goes."""
        self.way = way
        self.looked.emit()

    def who(self) -> str:
        """Give the key of who is to receive what."""
        return f"{self.persoon_id}:{self.lezer_id}"

    def maker(self) -> Callable[[], Drukwerk]:
        """Give what makes the copy for this person, also when another is shown meanwhile."""
        casus_id, persoon_id, way = self.casus_id, self.persoon_id, self._way_in_words()
        lezer_id, make = self.lezer_id, self._desk.inzagen.maak
        assert casus_id is not None, "something is shown"  # noqa: S101
        assert persoon_id is not None, "something is shown"  # noqa: S101
        return lambda: make(casus_id, persoon_id, lezer_id=lezer_id, wijze=way).drukwerk

    def _way_in_words(self) -> str:
        ways = self.blik.recht.wegen if self.blik else ()
        return next((one.naam for one in ways if one.id == self.way), "")

    def _take_blik(self, blik: Blik) -> None:
        self.blik = blik
        can = [one.id for one in blik.recht.wegen if one.kan]
        if self.way not in can:
            self.way = can[0] if len(can) == 1 else ""
        self.blik_read.emit()
        casus_id, persoon_id, lezer_id = self.casus_id, self.persoon_id, self.lezer_id
        if casus_id is not None and persoon_id is not None:
            look = self._desk.inzagen.bekijk
            self.read(
                lambda: _searched(look(casus_id, persoon_id, lezer_id=lezer_id)), self._take_found
            )

    def _take_found(self, found: Nagekeken) -> None:
        self.found = found
        self.looked.emit()
        work = found.inzage.drukwerk
        self.show_stack(work.stapel)


def _searched(inzage: Inzage) -> Nagekeken:
    """Make the file in memory and search it as it will be searched when it is made."""
    work = inzage.drukwerk
    if isinstance(work, Uitgiftewerk):
        try:
            work.kijk_na(work.pdf(), work.bestandsnaam())
        except LeakError as error:
            return Nagekeken(inzage, str(error))
    return Nagekeken(inzage, "")
