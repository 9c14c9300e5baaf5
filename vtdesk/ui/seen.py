"""What reads again as soon as it is seen: a page of the window, and a part of a page."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind


class Seen(QWidget):
    """Stale after a change it watches; refreshed when it is seen, and says it when that fails."""

    watches: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._unread: EmptyState | None = None

    def refresh(self) -> None:
        """Read what is shown again; an editor with unsaved text leaves it alone."""

    @Slot(object)
    def on_changed(self, change: Change) -> None:
        """Become stale when something changed that is shown here."""
        if change.touches(self.watches):
            self.read_again()

    @Slot()
    def read_again(self) -> None:
        """Read everything again, also when nothing changed."""
        self._stale = True
        self._refresh_if_seen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_seen()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._unread is not None:
            self._unread.setGeometry(self.rect())

    def _refresh_if_seen(self) -> None:
        if not (self._stale and self.isVisible()):
            return
        self._stale = False
        try:
            self.refresh()
        except (OutsideError, UserError) as error:  # a rule may refuse what was stored long ago
            self._say_unread(error)
        else:
            if self._unread is not None:
                self._unread.hide()

    def _say_unread(self, error: OutsideError | UserError) -> None:
        if self._unread is None:
            self._unread = named(EmptyState("", icon="let-op", button="Opnieuw proberen"), "fout")
            self._unread.setParent(self)
            self._unread.setAutoFillBackground(True)
            self._unread.button.clicked.connect(self.read_again)
        self._unread.say(f"Dit deel kon niet worden gelezen. {error}")
        self._unread.setGeometry(self.rect())
        self._unread.show()
        self._unread.raise_()
