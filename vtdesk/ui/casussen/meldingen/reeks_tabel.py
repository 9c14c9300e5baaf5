"""The crisisreeks on screen: arrow keys walk the cells, and differing ratings are framed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from vtdesk.services.crisis import Beoordeling
from vtdesk.ui.casussen.meldingen.reeks_model import CEL_ROLE, ReeksModel
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.crisis_mark import paint_mark
from vtdesk.ui.widgets.named import named
from vtdesk.values.crisisreeks import Cel, Reeks

COLUMN, ROW, NAMES = 112, 38, 196


class ReeksTabel(QTableView):
    """Shows the series; the cell with the keyboard is the one beside it."""

    chosen = Signal(object)  # Beoordeling
    opened = Signal(object)  # Beoordeling

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "crisisreeks", "Crisisreeks")
        self._model = ReeksModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CelDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setAccessibleName("Momenten")
        self.verticalHeader().setAccessibleName("Organisaties")
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)

    def show_reeks(self, reeks: Reeks) -> None:
        """Show this series, the newest moment in sight; what was current stays so."""
        current = self.current()
        self._model.set_reeks(reeks)
        self.horizontalHeader().setDefaultSectionSize(style.scaled(COLUMN))
        self.verticalHeader().setDefaultSectionSize(style.scaled(ROW))
        if current is not None:
            self.choose(current)
        self._fit()

    def current(self) -> Beoordeling | None:
        """Give the rating of the current cell, when there is one."""
        cel = self._model.cel(self.currentIndex())
        return cel.beoordeling if cel else None

    def choose(self, beoordeling: Beoordeling) -> bool:
        """Make the cell of a rating the current one."""
        index = self._model.place(beoordeling)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.columnCount():
            self.setCurrentIndex(self._model.index(0, self._model.columnCount() - 1))
        elif (current := self.current()) is not None:
            self.setCurrentIndex(self.currentIndex())  # marks it again
            self.chosen.emit(current)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as all rows are, with room for a scroll bar where it is narrow."""
        self.verticalHeader().setFixedWidth(min(style.scaled(NAMES), self.width() * 2 // 5))
        wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        rows = self.verticalHeader().length()
        wanted = self.horizontalHeader().sizeHint().height() + rows + bar + 4
        if wanted != self.height():
            self.setFixedHeight(wanted)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if (current := self.current()) is not None:
            self.chosen.emit(current)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        if (current := self.current()) is not None:
            self.opened.emit(current)


class _CelDelegate(QStyledItemDelegate):
    """Paints a cell: the mark, hollow when it stands from before, in a frame when they differ."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(style.scaled(COLUMN), style.scaled(ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cel: Cel | None = index.data(CEL_ROLE)
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(2, 2, -4, -2)
        painter.save()
        painter.setPen(palette.colour("lijn"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("keuze"))
            painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if cel and cel.oneens:
            painter.setPen(QPen(palette.colour("let-op"), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.colour("accent"), 2))
            painter.drawRoundedRect(box, 4, 4)
        words = box.adjusted(style.scaled(8), 0, 0, 0)
        if cel:
            paint_mark(painter, words, mark_of(cel.beoordeling.kleur), hollow=not cel.nieuw)
        else:
            painter.setPen(palette.colour("stil"))
            painter.setFont(style.font("klein"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, "nog niet")
        painter.restore()
