"""What stands for the appointments that found no lane: `+2`, with a menu of them."""

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import words

NAMED = 12  # titles in the description; who wants them all opens the menu


class RestButton(QPushButton):
    """Opens a menu, which is filled only then."""

    def __init__(self, parent: QWidget, opened: SignalInstance) -> None:
        super().__init__(parent)
        self._opened = opened
        self._rows: tuple[AfspraakRow, ...] = ()
        self.setObjectName("rest")
        self.setProperty("kind", "small")
        self.setAutoDefault(True)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_rows(self, rows: Sequence[AfspraakRow]) -> None:
        """Stand for these appointments."""
        if self._rows == tuple(rows):
            return
        self._rows = tuple(rows)
        self.setText(f"+{len(rows)}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(", ".join(row.titel for row in rows[:NAMED]))

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for row in self._rows:
            action = self._menu.addAction(words.spoken(row).replace("&", "&&"))
            action.triggered.connect(lambda _=False, row=row: self._opened.emit(row))
