"""The box with the letter of an uitspraak: form and letter say it, colour only helps."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import palette, style

SIDE = 20


@dataclass(frozen=True, slots=True)
class _Form:
    """How one letter looks: roles for ground, edge and sign, and the line of the edge."""

    ground: str
    edge: str
    sign: str
    line: Qt.PenStyle = Qt.PenStyle.SolidLine


_FORMS: Mapping[str, _Form] = {
    "F": _Form("tekst", "tekst", "vlak"),
    "V": _Form("vlak", "accent", "accent"),
    "M": _Form("vlak", "overleg", "overleg"),
    "D": _Form("overleg-vlak", "overleg", "overleg", Qt.PenStyle.DashLine),
    "H": _Form("vlak", "stil", "stil", Qt.PenStyle.DotLine),
}


def paint_letter(painter: QPainter, box: QRectF, letter: str) -> None:
    """Draw the box of a letter; for lists and the margin of the editor."""
    form = _FORMS[letter]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.colour(form.edge), 1.5, form.line))
    painter.setBrush(palette.colour(form.ground))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    painter.setPen(palette.colour(form.sign))
    painter.setFont(style.font("klein", weight=600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.restore()


class LetterBox(QWidget):
    """Shows F, V, M, D or H; `name` is the word for it, such as `verklaring`."""

    def __init__(self, letter: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name or letter)
        self.setToolTip(name)

    @override
    def sizeHint(self) -> QSize:
        side = style.scaled(SIDE)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_letter(painter, QRectF(self.rect()), self._letter)
        painter.end()
