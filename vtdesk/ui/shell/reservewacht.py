"""Sees to it that what changed is copied within a quarter of an hour, beside the typing."""

from PySide6.QtCore import QObject, QTimer, Slot

from vtdesk.security.kopiestand import Fout
from vtdesk.services.desk import Desk
from vtdesk.services.reservekopie.rows import Uitkomst
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.reserve_woorden import SEEN, regel, stickzorg
from vtdesk.ui.shell.state_line import StateLine
from vtdesk.values.kopieplan import ELKE

LOOK_EVERY = 15_000  # ms; it reads one small file


class Reservewacht(QObject):
    """Makes copies in a job, and says how it stands in the state line."""

    def __init__(
        self,
        desk: Desk,
        copies: Reservekopieen,
        jobs: Jobs,
        line: StateLine,
        messages: Messages,
    ) -> None:
        super().__init__(line)
        self._desk, self._copies, self._jobs, self._clock = desk, copies, jobs, desk.clock
        self._line, self._messages = line, messages
        self._busy = False
        self._told: set[Fout | str] = set()  # what the message bar said since the last good copy
        timer = QTimer(self, interval=LOOK_EVERY)
        timer.timeout.connect(self.look)
        jobs.destroyed.connect(timer.stop)  # there is nobody left to do it
        timer.start()
        self.show_state()

    @Slot()
    def look(self) -> None:
        """Make a copy when it is time and something was stored."""
        self.show_state()
        if not self._busy and self._is_due():
            self.make()

    def make(self) -> None:
        """Make a copy now, wherever there is a place for it."""
        self._busy = True
        self._jobs.run(self._copies.make, then=self._tell, owner=self)

    @Slot()
    def show_state(self) -> None:
        """Say how it stands."""
        stand, now = self._copies.stand(), self._clock()
        zorg = stickzorg(
            stand,
            self._desk.vernietigingen.momenten(),
            now,
            old_keys=self._copies.stick_opens_with_old_keys(),
        )
        self._line.tell_reserve(*regel(stand, now, zorg))

    def say_came_back(self) -> None:
        """Say after a restore what was destroyed again, or cannot be known, until she saw it."""
        came_back = self._desk.teruggekomen
        if words := came_back.zin():
            message = Message(words, "let-op", action=SEEN, on_action=came_back.gezien)
            self._messages.show(message)

    def _is_due(self) -> bool:
        tried, now = self._copies.stand().laptop.geprobeerd, self._clock()
        waited = tried is None or not tried <= now < tried + ELKE
        return waited and self._copies.is_changed()

    def _tell(self, outcomes: list[Uitkomst]) -> None:
        self._busy = False
        self.show_state()
        wrong = {one.fout: one.zin for one in outcomes if one.fout not in (Fout.GEEN, Fout.WEG)}
        broken = {one.logboek: one.logboek for one in outcomes if one.logboek}
        if not wrong:
            self._told &= {*broken}
        for what, words in (wrong | broken).items():
            if what not in self._told:  # once; the state line goes on saying it
                self._told.add(what)
                self._messages.show(Message(words, "gevaar", for_all=True))
