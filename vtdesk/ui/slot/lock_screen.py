"""The window while the kluis is dicht: a clock, one card, and nothing of what is inside."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.unlock import UnlockCard
from vtdesk.ui.widgets.boxes import boxed, row, scrolled
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import Clock, klok, local, volle_dag

if TYPE_CHECKING:
    from vtdesk.security.verlaten import Verlaten
    from vtdesk.ui.slot.door import Door
    from vtdesk.ui.slot.first_start import FirstStart
    from vtdesk.ui.slot.renew import Renew, RenewCard

NARROW = 1180
LOW = 640


class LockScreen(QWidget):
    """Unlock, or the first start when there is no kluis yet; tells what came out."""

    opened = Signal(object)

    def __init__(
        self,
        door: "Door",
        jobs: Jobs,
        clock: Clock,
        *,
        said: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("vtdesk")
        self.setProperty("kind", "window")
        self._door, self._jobs, self._clock = door, jobs, clock
        self._time = named(text("", "klok", wrap=False), "klok")
        self._day = named(text("", tone="stil", wrap=False), "dag")
        self._unlock = UnlockCard(door, jobs)
        self._first = None if door.exists() else _first_start(door, jobs)
        self._shown: SlotCard = self._first or self._unlock
        self._deck = Deck(self._shown)
        self._lost_link = named(link("Laptop kwijt of gestolen", icon="hulp"), "kwijt")
        self._sheet_link = named(
            link("Wachtzin kwijt? Gebruik je herstelblad", icon="sleutel"), "herstelblad"
        )
        self._links = boxed(row(None, self._sheet_link, self._lost_link, None, air=16))
        self._copied = named(text("", "klein", tone="stil", wrap=False), "laatste-kopie")
        self._tick = QTimer(self, interval=1000)

        self._lay_out(said)
        self._wire()
        self._show_time()
        self._tick.start()
        self._ring = FocusRing(self)
        self._turn_to(self._shown)
        if self._first is None and door.quick.is_laid():
            self._ask_pin()

    def _lay_out(self, said: str) -> None:
        middle = QWidget()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(16, 24, 16, 24)
        inside.setSpacing(0)
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addStretch(1)
        inside.addWidget(self._time, 0, centre)
        inside.addWidget(self._day, 0, centre)
        inside.addSpacing(32)
        inside.addLayout(row(None, self._deck, None))  # not an alignment: that forgets to wrap
        inside.addSpacing(16)
        inside.addWidget(self._copied, 0, centre)
        inside.addSpacing(8)
        inside.addWidget(self._links)
        inside.addStretch(2)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._area = scrolled(middle)
        layout.addWidget(self._area, 1)
        layout.addWidget(_state_line(said))

    def _wire(self) -> None:
        self._unlock.opened.connect(self.opened)
        self._unlock.restore_requested.connect(self._ask_copy)
        if self._first:
            self._first.opened.connect(self.opened)
            self._first.restore_requested.connect(self._ask_copy)
        self._sheet_link.clicked.connect(self._ask_sheet)
        self._lost_link.clicked.connect(self._show_steps)
        self._tick.timeout.connect(self._show_time)

    def open_with(self, wachtzin: str) -> None:
        """Open with a wachtzin that was handed in from outside the window."""
        self._unlock.open_with(wachtzin)

    def renew(self, renew: "Renew") -> "RenewCard":
        """Show how far the renewal of all keys is; the caller hears when it has ended."""
        from vtdesk.ui.slot.renew import RenewCard  # noqa: PLC0415 - as _first_start

        card = RenewCard(renew, self._jobs)
        self._turn_to(card)
        return card

    def say_left(self, left: "Verlaten") -> None:
        """Say of each place that vtdesk is gone from it; there is nothing to open any more."""
        from vtdesk.ui.slot.left import LeftCard  # noqa: PLC0415 - as _first_start

        card = LeftCard(left)
        card.done.connect(self.close)
        self._turn_to(card)

    def say_closed(self, error: Exception) -> None:
        """Say that this kluis cannot be opened now, whatever the wachtzin."""
        self._turn_to(self._unlock)
        self._unlock.say_closed(error)
        self._links.hide()

    def _ask_pin(self) -> None:
        """Open with the PIN, which is on."""
        from vtdesk.ui.slot.pin import PinCard  # noqa: PLC0415 - as _first_start

        card = PinCard(self._door.quick, self._jobs)
        card.opened.connect(self.opened)
        card.wachtzin_requested.connect(self._ask_wachtzin)
        self._turn_to(card)

    @Slot(str)
    def _ask_wachtzin(self, why: str) -> None:
        self._turn_back()
        self._unlock.say(why)

    @Slot()
    def _ask_sheet(self) -> None:
        """Open with the herstelblad; made only now, for the lock screen must be there at once."""
        from vtdesk.ui.slot.recover import RecoverCard  # noqa: PLC0415 - as _first_start

        card = RecoverCard(self._door, self._jobs)
        card.opened.connect(self.opened)
        card.back_requested.connect(self._turn_back)
        self._turn_to(card)

    @Slot()
    def _ask_copy(self) -> None:
        """Put a reservekopie back; made only now, as the others."""
        from vtdesk.ui.slot.terug import TerugCard  # noqa: PLC0415 - as _first_start

        card = TerugCard(self._door, self._jobs, asks_place=self._first is not None)
        card.opened.connect(self.opened)
        card.back_requested.connect(self._turn_back)
        self._turn_to(card)

    @Slot()
    def _show_steps(self) -> None:
        """Show what to do after a loss."""
        from vtdesk.ui.slot.lost import LostCard  # noqa: PLC0415 - as _first_start

        card = LostCard()
        card.back_requested.connect(self._turn_back)
        card.sheet_requested.connect(self._make_sheet)
        self._turn_to(card)

    @Slot()
    def _make_sheet(self) -> None:
        """Make the page for the privacy officer from a copy."""
        from vtdesk.ui.slot.kwijtblad import SheetCard  # noqa: PLC0415 - as _first_start

        done = self._shown
        card = SheetCard(self._door, self._jobs, self._clock)
        card.back_requested.connect(self._turn_back)
        self._turn_to(card)
        self._deck.forget(done)

    @Slot()
    def _turn_back(self) -> None:
        done = self._shown
        self._turn_to(self._first or self._unlock)
        self._deck.forget(done)

    def _turn_to(self, card: SlotCard) -> None:
        self._shown = card
        self._deck.turn_to(card)
        self._links.setVisible(card is self._unlock)
        self._copied.setText(self._door.terug.laatste())
        self._copied.setVisible(card is self._unlock and bool(self._copied.text()))
        self._fit()
        card.start()
        QTimer.singleShot(0, self, self._begin_at_top)  # once all has its new height

    @Slot()
    def _begin_at_top(self) -> None:
        """Show a card from its title, also where the keyboard begins at its foot."""
        self._area.verticalScrollBar().setValue(0)
        if isinstance(field := self.focusWidget(), QLineEdit):
            self._area.ensureWidgetVisible(field)

    @Slot()
    def _show_time(self) -> None:
        now = self._clock()
        self._time.setText(klok(now))
        self._day.setText(volle_dag(local(now).date()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        away = self._shown.may_be_left and self._shown is not self._first
        if event.key() == Qt.Key.Key_Escape and away:
            self._turn_back()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._shown.fit(narrow=self.width() < NARROW)
        short = self._shown is self._unlock
        self._time.setVisible(short or self.height() >= LOW)
        self._day.setVisible(self._time.isVisibleTo(self))


def _first_start(door: "Door", jobs: Jobs) -> "FirstStart":
    """Make the four steps; imported only now, for on other days the field must be there at once."""
    from vtdesk.ui.slot.first_start import FirstStart  # noqa: PLC0415 - as said

    return FirstStart(door, jobs)


def _state_line(said: str) -> QFrame:
    """Make the line at the foot; what was said before the lock stands at its left."""
    parts = row(None, text("Werkt zonder netwerk", "klein", wrap=False), air=6)
    if said:
        parts.insertWidget(0, icon_label("opgeslagen", size=14))
        parts.insertWidget(1, named(text(said, "klein", wrap=False), "gezegd"))
    parts.setContentsMargins(16, 5, 16, 5)
    return boxed(parts, kind="stateline")
