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

ALWAYS = ("ongedaan-overal", "paneel-dicht", "formulier-bewaren")
TOLD_OTHERWISE = "ongedaan"  # works only now and then; its key always does something


class KeySheet(QDialog):
    """Lists the keys of the window and of the page on screen."""

    def __init__(
        self,
        window_actions: Sequence[QAction],
        page_actions: Sequence[QAction],
        page_keys: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "toetsenblad", "Toetsen")
        self.setWindowTitle("vtdesk")
        everywhere = [*_names(window_actions), *ALWAYS]
        here = [*_names(page_actions), *page_keys]
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 12, 0)
        body.setSpacing(12)
        for title, names in (("Op dit scherm", here), ("Overal", everywhere)):
            if names:
                body.addWidget(text(title, "kop"))
                body.addLayout(_grid(names))
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


def _names(found: Sequence[QAction]) -> list[str]:
    """Name the commands that have a key and work now."""
    names = [action.objectName() for action in found if action.isEnabled()]
    return [name for name in names if actions.keys_text(name) and name != TOLD_OTHERWISE]


def _grid(names: Sequence[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    half = (len(names) + 1) // 2
    for number, name in enumerate(names):
        column = 2 * (number // half)
        grid.addWidget(Keycap(actions.keys_text(name)), number % half, column)
        grid.addWidget(text(actions.BY_NAME[name].words), number % half, column + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return grid
