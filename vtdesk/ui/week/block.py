"""A block in the week: it also walks and moves sideways, to other days."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import block
from vtdesk.ui.agenda.block import AfspraakBlock, BlockState

KEYS = (*block.KEYS, "blok-links", "blok-rechts", "blok-dag-terug", "blok-dag-verder")


class WeekBlock(AfspraakBlock):
    """Shows an appointment; Ctrl+arrow moves it in its day and to the days beside it."""

    stepped = Signal(int)  # -1 to the day at the left, 1 to the right
    carried = Signal(object, int)  # AfspraakRow, days
    dragged_to = Signal(object, QPoint)  # AfspraakRow, how far from where it stood

    def __init__(self, row: AfspraakRow, state: BlockState, parent: QWidget) -> None:
        super().__init__(row, state, parent)
        self.commands |= {
            "blok-links": lambda: self.stepped.emit(-1),
            "blok-rechts": lambda: self.stepped.emit(1),
            "blok-dag-terug": lambda: self.carried.emit(self.row, -1),
            "blok-dag-verder": lambda: self.carried.emit(self.row, 1),
        }

    @override
    def is_far(self, reach: QPoint) -> bool:
        return reach.manhattanLength() >= QApplication.startDragDistance()

    @override
    def tell_drag(self, reach: QPoint) -> None:
        self.dragged_to.emit(self.row, reach)
