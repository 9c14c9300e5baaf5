"""The list under the caret: what the letters behind `;` may become."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtdesk.ui.theme import style
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.bouwsteen import TEKEN, Bouwsteen

WIDTH, ROW, MOST = 380, 46, 6


class BouwstenenLijst(QFrame):
    """Shows what fits; the keyboard stays in the text, which hands its keys on."""

    chosen = Signal(object)  # Bouwsteen

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit)
        self._room = edit
        self.setProperty("kind", "card")
        named(self, "bouwstenen-lijst", "Tekstbouwstenen")
        self._list = named(RowList[Bouwsteen](_line), "bouwstenen", "Tekstbouwstenen")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda _: self._take())
        self._found: Sequence[Bouwsteen] = ()
        self._at = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._list)
        self.hide()

    def show_found(self, found: Sequence[Bouwsteen], *, choose: bool) -> None:
        """Show these, the first of them chosen or none yet; nothing when there are none."""
        self._found = found
        if not found:
            self.hide()
            return
        self._list.set_rows(list(found))
        self._at = -1
        self._list.clearSelection()
        if choose:
            self.walk(1)
        shown = min(len(found), MOST)
        tall = max(style.scaled(ROW), self._list.sizeHintForRow(0) + 2 * self._list.spacing())
        self.resize(style.scaled(WIDTH), tall * shown + 12)

    def place(self, below: QPoint, above: QPoint) -> None:
        """Stand under the caret, or over it where there is no room."""
        left = min(below.x(), max(0, self._room.width() - self.width() - 8))
        fits = below.y() + self.height() <= self._room.height()
        self.move(left, below.y() if fits else max(0, above.y() - self.height()))
        self.show()
        self.raise_()

    def walk(self, step: int) -> None:
        """Choose the next one or the one before."""
        self._at = min(max(0, self._at + step), len(self._found) - 1)
        wanted = self._found[self._at]
        self._list.choose(lambda steen: steen == wanted)

    def current(self) -> Bouwsteen | None:
        """Give the chosen one."""
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    def _take(self) -> None:
        row = self._list.currentIndex().row()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])


def _line(steen: Bouwsteen) -> Line:
    return Line(f"{TEKEN}{steen.naam}", steen.uitleg or steen.tekst)
