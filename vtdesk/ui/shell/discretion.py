"""Whether others look along: then nothing around what is on screen may show a name."""

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.ui.shell.capture import Sight
from vtdesk.ui.shell.frame import Frame


class Discretion(QObject):
    """Follows the page in front, and the curtain before it."""

    changed = Signal(bool)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._curtained = self._discreet = False
        frame.page_shown.connect(self.follow)

    @property
    def is_curtained(self) -> bool:
        """Tell whether the curtain is drawn."""
        return self._curtained

    @Slot(bool)
    def set_curtained(self, curtained: bool) -> None:  # noqa: FBT001 - as a signal gives it
        """Note that the curtain was drawn or lifted."""
        self._curtained = curtained
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Look again whether others look along."""
        discreet = self._curtained or self._frame.page().is_discreet()
        if discreet != self._discreet:
            self._discreet = discreet
            self.changed.emit(discreet)

    def sight(self) -> Sight:
        """Say where a capture begins; behind the curtain nothing is in sight."""
        if self._curtained:
            return Sight(discreet=self._discreet)
        page = self._frame.page()
        return Sight(page.casus_in_sight(), self._discreet, page.in_sight())
