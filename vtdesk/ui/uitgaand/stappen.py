"""The four steps in words, with what is done, what is now, and what comes."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text

SIDE, JOIN = 24, 28


class Stap(StrEnum):
    """The steps, in the words on screen."""

    VOOR_WIE = "Voor wie"
    WEG = "Wat blijft weg"
    ADRESWACHT = "Adreswacht"
    MAKEN = "Maken"


class Stappen(QWidget):
    """One line; where it is narrow only the step that is now."""

    def __init__(self, steps: Sequence[str] = tuple(Stap)) -> None:
        super().__init__()
        named(self, "stappen", "Stappen")
        self._steps = tuple(steps)
        self._marks = [_Merk(number) for number in range(1, len(self._steps) + 1)]
        self._words = [text(step, wrap=False) for step in self._steps]
        self._short = named(text("", tone="stil", wrap=False), "stap-nu")
        self._joins = [_Lijn() for _ in self._steps[1:]]
        line = row(air=8)
        for number, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            if number:
                line.addWidget(self._joins[number - 1])
            line.addWidget(mark)
            line.addWidget(words)
        line.addWidget(self._short)
        self.setLayout(line)
        self.fit(narrow=False)
        self.show_step(self._steps[0])

    def show_step(self, now: str, *, wrong: bool = False) -> None:
        """Say which step is now; `wrong` when something stands in its way."""
        at = self._steps.index(now)
        for number, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            mark.show_state(done=number < at, now=number == at, wrong=wrong and number == at)
            restyle(
                words, type="vet" if number == at else "tekst", tone="stil" if number > at else ""
            )
            state = "klaar" if number < at else "nu" if number == at else "komt nog"
            words.setAccessibleDescription(state)
        self._short.setText(f"Stap {at + 1} van {len(self._steps)}: {now}")
        self.setAccessibleDescription(self._short.text())

    def fit(self, *, narrow: bool) -> None:
        """Say it in one sentence where there is no room for all steps."""
        for part in (*self._marks, *self._words, *self._joins):
            part.setVisible(not narrow)
        self._short.setVisible(narrow)


class _Lijn(QWidget):
    """The line between two steps; it only decorates."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(JOIN, SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(palette.colour("lijn"))
        middle = self.height() // 2
        painter.drawLine(0, middle, self.width(), middle)
        painter.end()


class _Merk(QWidget):
    """The circle of a step: its number, or a tick when it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._done = self._now = self._wrong = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, done: bool, now: bool, wrong: bool) -> None:
        self._done, self._now, self._wrong = done, now, wrong
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(style.scaled(SIDE), style.scaled(SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "gevaar" if self._wrong else "accent" if self._now or self._done else "rand"
        painter.setPen(QPen(palette.colour(edge), 1.25))
        painter.setBrush(palette.colour("accent" if self._done else "vlak"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._done:
            side = self.width() * 2 // 3
            at = (self.width() - side) // 2
            icons.icon("klaar", "op-accent").paint(painter, QRect(at, at, side, side))
        else:
            painter.setPen(palette.colour(edge if self._now else "stil"))
            painter.setFont(style.font("klein", weight=600))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
