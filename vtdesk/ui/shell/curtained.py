"""Draws the curtain over the window and lifts it: what stood behind it is as it was."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from vtdesk.services.desk import Desk
from vtdesk.ui.shell.captures import ON_TOP, Captures, close_menus
from vtdesk.ui.slot.achter import Behind
from vtdesk.ui.slot.gordijn import Curtain
from vtdesk.ui.slot.signs import Signs

# What still works; a capture shows nothing back, because the window is discreet then.
UNDER = (*ON_TOP, "gordijn", "vergrendel")


class Curtained(QObject):
    """Knows whether the curtain is drawn, and where she was."""

    drawn = Signal(bool)

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        captures: Captures,
        place: Callable[[], dict[str, Any]],
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._captures = window, desk, captures
        self._now = place
        self._behind = Behind(window)
        self._curtain: Curtain | None = None
        self.place: dict[str, Any] = {}  # where she was when it was drawn
        signs = Signs(parent=self)
        signs.seen.connect(self.draw)

    @property
    def is_drawn(self) -> bool:
        """Tell whether the curtain is in front."""
        return self._behind.is_used

    @Slot()
    def draw(self) -> None:
        """Cover all that names somebody."""
        if self.is_drawn or not self._window.isVisible():
            return
        close_menus()
        self.place = self._now()
        self._captures.close()
        if self._curtain is None:
            self._curtain = Curtain(self._desk.agenda, self._desk.verloven, self._desk.clock)
            self._curtain.left.connect(self.lift)
            self._curtain.entered.connect(self._captures.start_afresh)
        self._curtain.show_now()
        self._behind.put(self._curtain)
        self._captures.start_afresh()
        self.drawn.emit(self.is_drawn)

    @Slot()
    def lift(self) -> None:
        """Go on where she was, also in a capture that was open."""
        if not self.is_drawn or self._curtain is None:
            return
        self._captures.close()
        self._captures.start_afresh()
        self._curtain.rest()
        self._behind.take_back()
        self.drawn.emit(self.is_drawn)
        if self.place.get("vangst"):
            self._captures.return_to(self.place["vangst"])

    @Slot(int)
    def count_down(self, seconds: int) -> None:
        """Count the last seconds before the lock, where they can be seen."""
        if self._curtain is not None:
            self._curtain.count_down(seconds)
