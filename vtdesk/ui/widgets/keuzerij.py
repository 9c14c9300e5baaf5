"""One of several receivers or ways: a radio button with a second line; a closed one says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.widgets.boxes import column, emptied
from vtdesk.ui.widgets.buttons import ENTER
from vtdesk.ui.widgets.gewikkeld import Gewikkeld, height_of, paint_lines
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import paint_ground

PAD, SIDE, AIR = 10, 16, 12


@dataclass(frozen=True, slots=True)
class Keuze:
    """What can be chosen; one that is closed shows its icon and says why in the second line."""

    waarde: Any
    woorden: str
    tweede: str = ""
    dicht: bool = False


class KeuzeRij(QRadioButton):
    """Paints its words itself, so that they wrap and nothing is cut in large text."""

    def __init__(self, keuze: Keuze) -> None:
        super().__init__()
        self.keuze = keuze
        self.setAccessibleName(keuze.woorden)
        self.setAccessibleDescription(keuze.tweede)
        self.setEnabled(not keuze.dicht)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        return QSize(style.scaled(240), self.heightForWidth(max(self.width(), style.scaled(240))))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(style.scaled(120), self.heightForWidth(max(self.width(), style.scaled(120))))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = self._words_in(QRect(0, 0, width, 0)).width()
        return height_of(self._lines(), room) + 2 * (PAD - 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        option.initFrom(self)
        ground = option.state & ~QStyle.StateFlag.State_HasFocus  # the ring of the window shows it
        if self.isChecked():
            ground |= QStyle.StateFlag.State_Selected
        if self.isEnabled():
            paint_ground(painter, self.rect(), ground)
        self._paint_mark(painter)
        paint_lines(painter, self._words_in(self.rect()), self._lines())
        painter.end()

    def _words_in(self, room: QRect) -> QRect:
        return room.adjusted(PAD + style.scaled(SIDE) + AIR, PAD - 2, -PAD, -PAD + 2)

    def _lines(self) -> tuple[Gewikkeld, ...]:
        closed = self.keuze.dicht
        title = style.font(weight=400 if closed else 600)
        return (
            Gewikkeld(self.keuze.woorden, title, "stil" if closed else "tekst"),
            Gewikkeld(self.keuze.tweede, style.font("klein"), "stil"),
        )

    def _paint_mark(self, painter: QPainter) -> None:
        side = style.scaled(SIDE)
        box = QRect(PAD, PAD, side, side)
        if self.keuze.dicht:
            icons.icon("weg-dicht", "stil").paint(painter, box)
            return
        on = self.isChecked()
        painter.setPen(QPen(palette.colour("accent" if on else "rand"), 1))
        painter.setBrush(palette.colour("accent" if on else "vlak"))
        painter.drawEllipse(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("op-accent"))
            painter.drawEllipse(QRectF(box).center(), side / 6, side / 6)


class Keuzelijst(QWidget):
    """The rows below each other; arrows walk and choose, as in every set of radio buttons."""

    chosen = Signal(object)  # the value that the user chose

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        named(self, name, label)
        self._name = name
        self._rows: list[KeuzeRij] = []
        self._showing = False  # what is set now was not chosen by the user
        self._box = column(air=2)
        self.setLayout(self._box)

    def show_choices(self, keuzes: Sequence[Keuze], chosen: Any = None) -> None:
        """Show these, with one chosen; nothing is told, for the user did nothing."""
        self._showing = True
        if [row.keuze for row in self._rows] != list(keuzes):
            self._lay_out(keuzes)
        for row in self._rows:
            row.setAutoExclusive(False)  # else the last one could not be let go
            row.setChecked(chosen is not None and row.keuze.waarde == chosen)
            row.setAutoExclusive(True)
            row.update()
        self._showing = False

    def value(self) -> Any:
        """Give what is chosen; None when nothing is."""
        return next((row.keuze.waarde for row in self._rows if row.isChecked()), None)

    def rows(self) -> Sequence[KeuzeRij]:
        """Give the rows from top to bottom."""
        return tuple(self._rows)

    def begin(self, likely: Any = None) -> None:
        """Let the keyboard begin at what is chosen, or else at what is likely or comes first."""
        can = [row for row in self._rows if row.isEnabled()]
        rows = (
            *(row for row in can if row.isChecked()),
            *(row for row in can if row.keuze.waarde == likely),
            *can,
        )
        for first in rows[:1]:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self, keuzes: Sequence[Keuze]) -> None:
        had_keys = any(row.hasFocus() for row in self._rows)
        emptied(self._box)
        self._rows = [KeuzeRij(keuze) for keuze in keuzes]
        for number, row in enumerate(self._rows, 1):
            named(row, f"{self._name}-{number}")
            row.toggled.connect(lambda on, row=row: self._tell(row, on=on))
            self._box.addWidget(row)
        if had_keys:
            self.begin()

    def _tell(self, row: KeuzeRij, *, on: bool) -> None:
        if on and not self._showing:
            self.chosen.emit(row.keuze.waarde)
