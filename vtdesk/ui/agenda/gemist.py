"""A callback in the day: a thin round block beside what she was doing when it came in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from uuid import UUID

from PySide6.QtCore import QRect, QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from vtdesk.services.bellen.service import BelRow
from vtdesk.ui.agenda import block_look
from vtdesk.ui.agenda.block_look import draw_line
from vtdesk.ui.theme import icons, palette, style
from vtdesk.values.tijd import klok, local

ICON = 16


@dataclass(frozen=True, slots=True)
class Gemist:
    """What the day shows of a terugbelverzoek: `4 × gemist`, `voicemail 11:21`."""

    id: UUID
    op: datetime
    words: str
    more: str = ""
    wie: str = ""  # only for who points at it or hears it

    @classmethod
    def of(cls, row: BelRow) -> "Gemist":
        """Say of a callback how often and how it came in."""
        words = f"{row.keren} × gemist" if row.keren > 1 else "Gemist"
        more = f"voicemail {klok(row.laatst_op)}" if row.voicemail else klok(row.laatst_op)
        return cls(row.id, local(row.laatst_op), words, more, row.wie)

    @property
    def begin(self) -> datetime:
        """Give when it came in."""
        return self.op

    @property
    def einde(self) -> datetime:
        """Give a minute later; its place in the day has no length."""
        return self.op + timedelta(minutes=1)


class GemistBlock(QAbstractButton):
    """Shows a callback; click or Enter opens it."""

    def __init__(self, gemist: Gemist, parent: QWidget) -> None:
        super().__init__(parent)
        self._gemist = gemist
        self.setObjectName(f"gemist-{gemist.id}")
        self.setAccessibleName(" ".join(filter(None, (gemist.words, gemist.more))))
        self.setAccessibleDescription(gemist.wie)
        self.setToolTip(f"<p>{escape(gemist.wie)}</p>" if gemist.wie else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, style.scaled(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block_look.paint_missed(painter, QRectF(self.rect()), hovered=self.underMouse())
        size = style.scaled(ICON)
        place = QRect(12, (self.height() - size) // 2, size, size)
        icons.icon("gemist", "let-op").paint(painter, place)
        room = QRect(place.right() + 7, 0, self.width() - place.right() - 17, self.height())
        bold = style.font(weight=600)
        title = draw_line(painter, room, self._gemist.words, bold, palette.colour("tekst"))
        room.setLeft(title.right() + 8)
        draw_line(painter, room, self._gemist.more, style.font("klein"), palette.colour("stil"))
        painter.end()


class GemistBlocks:
    """The callbacks of one day, as widgets on its column."""

    def __init__(self, parent: QWidget, opened: SignalInstance) -> None:
        self._parent, self._opened = parent, opened
        self._blocks: list[GemistBlock] = []
        self.rows: tuple[Gemist, ...] = ()

    def show(self, rows: Sequence[Gemist]) -> bool:
        """Show these, in their order; tells whether they are others than before."""
        if tuple(rows) == self.rows:
            return False
        self.rows = tuple(rows)
        for block in self._blocks:
            block.hide()
            block.deleteLater()
        self._blocks = [self._made(row) for row in rows]
        return True

    def place(self, places: Sequence[QRect]) -> None:
        """Put each in its place, in the order in which they were shown."""
        for block, place in zip(self._blocks, places, strict=True):
            block.setGeometry(place)
            block.show()

    def widgets(self) -> Sequence[QWidget]:
        """Give the blocks, as Tab comes to them."""
        return self._blocks

    def _made(self, row: Gemist) -> GemistBlock:
        block = GemistBlock(row, self._parent)
        block.clicked.connect(lambda: self._opened.emit(row.id))
        return block
