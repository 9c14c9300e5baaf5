"""Lists that stand together on one screen: only the one with the keyboard marks a row."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject
from typing_extensions import override

from vtdesk.ui.widgets.row_list import RowList

_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class MarksWithFocus(QObject):
    """Lets a list mark its current row as long as it has the keyboard."""

    def __init__(self, shown: RowList[Any]) -> None:
        super().__init__(shown)
        self._list = shown
        shown.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._list.clearSelection()
        elif event.type() is QEvent.Type.FocusIn and self._list.currentIndex().isValid():
            self._list.selectionModel().select(self._list.currentIndex(), _ALONE)
        return False
