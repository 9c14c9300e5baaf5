"""The slider 'Situatie op': it stands on days on which something changed, and on today."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget
from typing_extensions import override

from vtdesk.services.genogram.service import Moment
from vtdesk.ui.theme import palette, style
from vtdesk.values.tijd import korte_dag

_LINE, _DOT, _TICK = 12, 6.0, 5.0
_LEAST = 84  # px of text size 100 between two words


class Schuif(QSlider):
    """One stop per day; arrow keys, Home and End walk them, a click goes to the nearest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._momenten: Sequence[Moment] = ()
        self.setPageStep(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)

    def show_moments(self, momenten: Sequence[Moment]) -> None:
        """Offer these days; stays on the day it stood on, or goes to the last."""
        day = self.day()
        was_last = not self._momenten or self.value() == len(self._momenten) - 1
        self._momenten = momenten
        self.blockSignals(True)  # noqa: FBT003 - Qt's own form
        self.setRange(0, max(0, len(momenten) - 1))
        places = [number for number, one in enumerate(momenten) if one.dag == day]
        self.setValue(places[0] if places and not was_last else len(momenten) - 1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own form
        self._tell()
        self.update()

    def day(self) -> date | None:
        """Give the day it stands on."""
        return self._momenten[self.value()].dag if self._momenten else None

    def go_to(self, day: date) -> None:
        """Stand on a day, when it is offered."""
        for number, one in enumerate(self._momenten):
            if one.dag == day:
                self.setValue(number)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 2 * _LINE + style.scaled(20))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._follow(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        for number in range(len(self._momenten)):
            self._paint_tick(painter, self._x(number), begun=number <= self.value())
        self._paint_words(painter)
        here = QPointF(self._x(self.value()), _LINE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("accent"))
        painter.drawEllipse(here, _DOT, _DOT)
        if self.hasFocus():
            painter.setPen(QPen(palette.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(here, _DOT + 4, _DOT + 4)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        left, here, right = self._x(0), self._x(self.value()), self.width() - self._margin()
        painter.setPen(QPen(palette.colour("lijn"), 2))
        painter.drawLine(QPointF(here, _LINE), QPointF(right, _LINE))
        painter.setPen(QPen(palette.colour("accent"), 2))
        painter.drawLine(QPointF(left, _LINE), QPointF(here, _LINE))

    def _paint_tick(self, painter: QPainter, x: float, *, begun: bool) -> None:
        painter.setPen(QPen(palette.colour("accent" if begun else "rand"), 2))
        painter.drawLine(QPointF(x, _LINE - _TICK), QPointF(x, _LINE + _TICK))

    def _paint_words(self, painter: QPainter) -> None:
        """Write under as many ticks as have room; always under the one it stands on."""
        last = len(self._momenten) - 1
        every = self._spacing()
        step = max(1, -(-style.scaled(_LEAST) // max(1, round(every))))
        shown = {n for n in range(last, -1, -step) if abs(n - self.value()) >= step}
        for number in {*shown, self.value()} if self._momenten else ():
            strong = number == self.value()
            font = style.font("klein", weight=600 if strong else 400)
            words = QFontMetrics(font).elidedText(
                self._words(number),
                Qt.TextElideMode.ElideRight,
                round(self._room(number, every * step)),
            )
            wide = QFontMetrics(font).horizontalAdvance(words) + 1
            left = min(max(0.0, self._x(number) - wide / 2), self.width() - wide)
            painter.setFont(font)
            painter.setPen(palette.colour("accent" if strong else "stil"))
            place = QRectF(left, 2 * _LINE, wide, style.scaled(18))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def _room(self, number: int, every: float) -> float:
        """Tell how wide the words of a tick may be; at the ends they lie half beside it."""
        last = len(self._momenten) - 1
        if last < 1:
            return self.width()
        return every / 2 + self._margin() - 8 if number in {0, last} else every - 8

    def _words(self, number: int) -> str:
        one, today = self._momenten[number], self._momenten[-1].dag
        if number == len(self._momenten) - 1:
            return one.woorden[0]
        day = korte_dag(one.dag) if one.dag.year == today.year else str(one.dag.year)
        return f"{day}, {one.woorden[0]}"

    def _margin(self) -> float:
        return style.scaled(28)

    def _spacing(self) -> float:
        return (self.width() - 2 * self._margin()) / max(1, len(self._momenten) - 1)

    def _x(self, number: int) -> float:
        return self._margin() + (number * self._spacing() if len(self._momenten) > 1 else 0)

    def _follow(self, event: QMouseEvent) -> None:
        if self._momenten:
            self.setValue(round((event.position().x() - self._margin()) / self._spacing()))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def _tell(self) -> None:
        """Say the day aloud: a number means nothing to who listens."""
        if self._momenten:
            one = self._momenten[self.value()]
            said = f"{korte_dag(one.dag)} {one.dag.year}, {', '.join(one.woorden)}"
            self.setAccessibleDescription(said)
            self.setToolTip(said)
