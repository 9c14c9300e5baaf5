"""The line that reminds of what is about to begin: quiet, in words, never over content."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QWidget
from shiboken6 import isValid

from vtdesk.services.herinneringen import LATER, HerinneringRow
from vtdesk.ui.format import aantal, duur
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import icon_button, small
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import klok, minutes_between

NAMED = 3  # of more than these only the number is told


class HerinneringBalk(QFrame):
    """Tells of one appointment or of several at once; `Later herinneren` moves none of them."""

    later_wanted = Signal(int)  # minutes
    move_wanted = Signal(object)  # UUID of the afspraak
    open_wanted = Signal(object)  # UUID of the afspraak
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        named(self, "herinnering", "Herinnering")
        self._rows: list[HerinneringRow] = []
        self._back_to: QWidget | None = None
        self._words = named(text(), "herinneringtekst")
        self._later = named(small("Later herinneren"), "later-herinneren", "Later herinneren")
        menu = QMenu(self._later)
        for minutes in LATER:
            action = menu.addAction(f"Over {duur(minutes)}")
            action.triggered.connect(partial(self._ask_later, minutes))
        self._later.setMenu(menu)
        self._move = named(small("Verplaatsen"), "herinnering-verplaatsen", "Verplaatsen")
        self._open = named(small("Openen"), "herinnering-openen", "Openen")
        close = named(
            icon_button("sluiten", "Herinnering sluiten", kind="quiet"), "herinnering-dicht"
        )
        mark = icon_label("herinnering", "accent")
        layout = row(mark, self._words, self._later, self._move, self._open, close, air=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(12, 4, 6, 4)
        self.setLayout(layout)
        restyle(self, tone="keuze")
        self.hide()
        for before, after in pairwise((self._later, self._move, self._open, close)):
            QWidget.setTabOrder(before, after)
        self._move.clicked.connect(lambda: self.move_wanted.emit(self._rows[0].afspraak_id))
        self._open.clicked.connect(lambda: self.open_wanted.emit(self._rows[0].afspraak_id))
        close.clicked.connect(self.closed)
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    def show_rows(
        self, rows: Sequence[HerinneringRow], now: datetime, *, discreet: bool = False
    ) -> None:
        """Tell of these; while others look along without a word of what they are."""
        was_hidden, self._rows = self.isHidden(), list(rows)
        if not rows:
            self._words.clear()
            self._give_back()
            self.hide()
            return
        words = _discreetly(rows, now) if discreet else _in_words(rows, now)
        self._words.setText(words)
        self._move.setVisible(len(rows) == 1 and not discreet)
        self._open.setVisible(not discreet)
        self.show()
        if was_hidden:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def take_focus(self) -> None:
        """Let the keyboard answer it; Tab walks on to the other answers."""
        self._later.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def words(self) -> str:
        """Give what is told, or nothing."""
        return "" if self.isHidden() else self._words.text()

    @Slot(QWidget, QWidget)
    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember from where the keyboard came."""
        if now is None or before is None or not self.isAncestorOf(now):
            return
        if before.window() is self.window() and not self.isAncestorOf(before):
            self._back_to = before

    def _give_back(self) -> None:
        """Give the keyboard back: else Qt lets it go to whatever comes next."""
        focus, back_to = self.window().focusWidget(), self._back_to
        self._back_to = None
        if focus is None or not self.isAncestorOf(focus) or back_to is None:
            return
        if isValid(back_to) and back_to.isVisible():
            back_to.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_later(self, minutes: int, _checked: object = None) -> None:
        self.later_wanted.emit(minutes)


def when(begin: datetime, now: datetime) -> str:
    """Write how far off it is: `Over 10 minuten`, `Nu`, `Begon 5 minuten geleden`."""
    minutes = minutes_between(now, begin)
    if minutes == 0:
        return "Nu"
    return f"Over {duur(minutes)}" if minutes > 0 else f"Begon {duur(-minutes)} geleden"


def _in_words(rows: Sequence[HerinneringRow], now: datetime) -> str:
    told = [_told(row, now) for row in rows[:NAMED]]
    if len(rows) > NAMED:
        told.append(f"En nog {aantal(len(rows) - NAMED, 'afspraak', 'afspraken')}.")
    return " ".join(told)


def _told(row: HerinneringRow, now: datetime) -> str:
    where = f", {row.plaats}" if row.plaats else ""
    lead = f"Gemist, om {klok(row.begin)}" if row.einde <= now else when(row.begin, now)
    return f"{lead}: {row.titel}{where}."


def _discreetly(rows: Sequence[HerinneringRow], now: datetime) -> str:
    if len(rows) > 1:
        return f"{when(rows[0].begin, now)}: de eerste van {len(rows)} afspraken."
    return f"{when(rows[0].begin, now)}: een afspraak."
