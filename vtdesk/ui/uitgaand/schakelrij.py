"""A part that stays behind: a switch over the whole row, its reason, and the line that asks why."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy
from typing_extensions import override

from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.buttons import ENTER
from vtdesk.ui.widgets.gewikkeld import Gewikkeld, height_of, paint_lines

TRACK, HIGH = 30, 18
PAD, AIR = 10, 12


@dataclass(frozen=True, slots=True)
class Schakel:
    """What the row says; `vast` cannot be switched and its second line says so."""

    id: str
    woorden: str
    tweede: str
    reden: str
    weg: bool  # it stays behind
    vast: bool = False
    vraagt: bool = True  # it goes along only for a reason
    zinnen: tuple[str, ...] = ()  # what goes along then; in sight only where the reason is asked


class Schakelrij(QCheckBox):
    """On: it stays behind. It does not turn by itself: the other way asks a reason first."""

    wished = Signal(bool)  # it should stay behind, or go along
    walked = Signal(int)  # to the row below or above

    def __init__(self, schakel: Schakel) -> None:
        super().__init__()
        self._schakel = schakel
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_schakel(schakel)

    def show_schakel(self, schakel: Schakel) -> None:
        """Show what became of this part."""
        self._schakel = schakel
        self.setChecked(schakel.weg)
        self.setAccessibleName(schakel.woorden)
        state = "blijft weg" if schakel.weg else "gaat mee"
        self.setAccessibleDescription(
            ", ".join(part for part in (state, schakel.reden, schakel.tweede) if part)
        )
        self.updateGeometry()
        self.update()

    def schakel(self) -> Schakel:
        """Give what the row says."""
        return self._schakel

    @override
    def nextCheckState(self) -> None:
        if not self._schakel.vast:
            self.wished.emit(not self.isChecked())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.walked.emit(by)
        elif event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        wide = style.scaled(320)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    @override
    def minimumSizeHint(self) -> QSize:
        wide = style.scaled(180)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return height_of(self._lines(), self._room(width)) + 2 * PAD

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_switch(painter)
        left = style.scaled(TRACK) + AIR
        room = QRect(left, PAD, self._room(self.width()), self.height())
        paint_lines(painter, room, self._lines())
        self._paint_reason(painter)
        painter.end()

    def _room(self, width: int) -> int:
        return max(1, width - style.scaled(TRACK) - AIR - self._reason_width() - AIR)

    def _reason_width(self) -> int:
        return QFontMetrics(_reason_font()).horizontalAdvance(self._schakel.reden) + 14

    def _lines(self) -> tuple[Gewikkeld, ...]:
        return (
            Gewikkeld(self._schakel.woorden, style.font(), "tekst"),
            Gewikkeld(self._schakel.tweede, style.font("klein"), "stil"),
        )

    def _paint_switch(self, painter: QPainter) -> None:
        wide, high = style.scaled(TRACK), style.scaled(HIGH)
        track = QRectF(0.5, PAD + 0.5, wide - 1, high - 1)
        on = self.isChecked()
        ground = ("rand" if self._schakel.vast else "accent") if on else "vlak"
        painter.setPen(QPen(palette.colour(ground if on else "rand"), 1))
        painter.setBrush(palette.colour(ground))
        painter.drawRoundedRect(track, high / 2, high / 2)
        knob = high / 2 - 3
        middle = track.right() - high / 2 if on else track.left() + high / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("op-accent" if on else "rand"))
        painter.drawEllipse(QRectF(middle - knob, track.center().y() - knob, 2 * knob, 2 * knob))

    def _paint_reason(self, painter: QPainter) -> None:
        font = _reason_font()
        wide, high = self._reason_width(), QFontMetrics(font).height() + 6
        place = QRectF(self.width() - wide - 0.5, PAD - 0.5, wide, high)
        painter.setPen(palette.colour("lijn"))
        painter.setBrush(palette.colour("zacht"))
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(font)
        painter.setPen(palette.colour("tekst"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._schakel.reden)


def _reason_font() -> QFont:
    return style.font("klein", weight=500)
