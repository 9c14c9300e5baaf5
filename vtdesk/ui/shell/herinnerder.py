"""Reminds in time: sleeps until the next one, and looks again each minute."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.services.herinneringen import HerinneringRow
from vtdesk.ui import actions
from vtdesk.ui.messages import Message, Messages
from vtdesk.ui.shell.frame import Frame
from vtdesk.ui.shell.herinnering_balk import HerinneringBalk
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import klok, minutes_between

MINUTE = 60_000  # a laptop that slept does not count the time of its timers
SOON = 1_000
_WATCHED = frozenset({Kind.AFSPRAAK, Kind.HERINNERING, Kind.INSTELLING, Kind.TERUGBELVERZOEK})


class Herinnerder(QObject):
    """Nothing is told while the curtain is drawn; it comes when the curtain is lifted."""

    def __init__(
        self,
        desk: Desk,
        frame: Frame,
        messages: Messages,
        *,
        open_afspraak: Callable[[UUID], None],
        is_covered: Callable[[], bool],
    ) -> None:
        super().__init__(frame)
        self._desk, self._messages, self._open = desk, messages, open_afspraak
        self._frame, self._is_covered = frame, is_covered
        self._discreet = self._looked = False
        self._told: list[HerinneringRow] = []
        self._missed: set[UUID] = set()  # told when it was over; stays until it is closed
        self.balk = HerinneringBalk()
        frame.add_bar(self.balk)
        self.action = actions.make("herinnering", self)  # while there is something to go to
        self.action.setEnabled(False)
        self.action.triggered.connect(self.balk.take_focus)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.balk.later_wanted.connect(self._later)
        self.balk.move_wanted.connect(self._move)
        self.balk.open_wanted.connect(open_afspraak)
        self.balk.closed.connect(self._close)
        self._timer.start(0)  # once the window stands

    @Slot()
    def look(self) -> None:
        """Tell what is due, and sleep again."""
        if not self.balk.window().isVisible():  # not shown yet, or behind the curtain
            self._timer.start(MINUTE if self._looked else SOON)
            return
        with suppress(OutsideError):  # what cannot be read now can perhaps be read in a minute
            if not self._is_covered():
                self._tell()
        self._sleep()

    @Slot(object)
    def on_changed(self, change: Change) -> None:
        """Look again when appointments or reminders changed."""
        if change.touches(_WATCHED):
            self._timer.start(0)

    def rest(self) -> None:
        """Note until when she could be reminded, before the kluis closes."""
        with suppress(OutsideError):
            self._desk.herinneringen.rest()

    def set_discreet(self, *, discreet: bool) -> None:
        """Tell no more than that there is something, or all of it again."""
        self._discreet = discreet
        self.look()

    def _tell(self) -> None:
        herinneringen = self._desk.herinneringen
        due = herinneringen.due()
        if due or not self._looked:
            herinneringen.given(row.afspraak_id for row in due)
            self._looked = True
        if due:
            now = self._desk.clock()
            self._missed |= {row.afspraak_id for row in due if row.einde <= now}
            QApplication.alert(self.balk.window())  # the taskbar blinks, without a word
        new = {row.afspraak_id for row in due}
        kept = [row for row in self._told if row.afspraak_id not in new and self._stands(row)]
        self._told = sorted([*kept, *due], key=lambda row: row.begin)
        self._show()

    def _stands(self, row: HerinneringRow) -> bool:
        """Tell whether it is still to come where it was told to be."""
        if row.einde <= self._desk.clock() and row.afspraak_id not in self._missed:
            return False
        return self._desk.herinneringen.stands(row)

    def _show(self) -> None:
        self.balk.show_rows(self._told, self._desk.clock(), discreet=self._discreet)
        self.action.setEnabled(bool(self._told))

    @Slot(int)
    def _later(self, minutes: int) -> None:
        ids = [row.afspraak_id for row in self._told]
        moment = self._desk.herinneringen.later(ids, minutes)
        self._close()
        words = f"Je krijgt om {klok(moment)} weer een herinnering."
        self._messages.show(Message(words, "goed", for_all=True))
        self._sleep()

    @Slot(object)
    def _move(self, afspraak_id: UUID) -> None:
        """Let her choose another moment; that is the one deed here that moves it."""
        self._open(afspraak_id)
        self._frame.page().open_dialog("afspraak-wijzigen", str(afspraak_id))

    @Slot()
    def _close(self) -> None:
        self._told = []
        self._show()

    def _sleep(self) -> None:
        """Sleep until the next one, but never longer than a minute."""
        with suppress(OutsideError):
            moment = self._desk.herinneringen.next_at()
            self._timer.start(_until(moment, self._desk.clock()))
            return
        self._timer.start(MINUTE)


def _until(moment: datetime | None, now: datetime) -> int:
    if moment is None or minutes_between(now, moment) > 1:
        return MINUTE
    return max(SOON, min(MINUTE, round((moment - now).total_seconds() * 1000)))
