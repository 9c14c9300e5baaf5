"""The sheet of Ctrl+/: every key that works now, in two groups."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from vtdesk.ui import actions
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ALWAYS = (("Ctrl Z", "Ongedaan maken in tekst"), ("Esc", "Paneel sluiten, concept blijft"))


class KeySheet(QDialog):
    """Lists the keys of the window and of the page on screen."""

    def __init__(
        self,
        window_actions: Sequence[QAction],
        page_actions: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "toetsenblad", "Toetsen")
        self.setWindowTitle("vtdesk")
        everywhere = [*_lines(window_actions), *ALWAYS]
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(12)
        for title, lines in (("Op dit scherm", _lines(page_actions)), ("Overal", everywhere)):
            if lines:
                body.addWidget(text(title, "kop"))
                body.addLayout(_grid(lines))
        body.addStretch(1)
        close = named(primary("Sluiten"), "sluiten")
        close.setDefault(True)
        close.clicked.connect(self.accept)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text("Toetsen", "titel"))
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row(None, close))
        FocusRing(self)
        room = parent.window().height() - 40 if parent else 620
        self.resize(style.scaled(640), min(style.scaled(620), room))


def _lines(found: Sequence[QAction]) -> list[tuple[str, str]]:
    return [
        (keys, action.text())
        for action in found
        if action.isEnabled() and (keys := actions.keys_text(action.objectName()))
    ]


def _grid(lines: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    half = (len(lines) + 1) // 2
    for number, (keys, words) in enumerate(lines):
        column = 2 * (number // half)
        grid.addWidget(Keycap(keys), number % half, column)
        grid.addWidget(text(words), number % half, column + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
