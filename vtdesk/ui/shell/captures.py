"""The capture panels: one open at a time, each made when it is first asked for."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.shell.belofte import BeloftePanel
from vtdesk.ui.shell.capture import CapturePanel, Sight
from vtdesk.ui.shell.crisisnotitie import CrisisnotitiePanel
from vtdesk.ui.shell.impact import ImpactPanel
from vtdesk.ui.shell.parkeernotitie import ParkeernotitiePanel
from vtdesk.ui.shell.telefoontje import TelefoontjePanel

PANELS: dict[str, type[CapturePanel]] = {
    panel.command: panel
    for panel in (
        TelefoontjePanel,
        ParkeernotitiePanel,
        BeloftePanel,
        CrisisnotitiePanel,
        ImpactPanel,
    )
}
NAMES = tuple(PANELS)
ON_TOP = tuple(name for name, panel in PANELS.items() if not panel.private)  # in the top line


class Captures(QObject):
    """Opens the panel of a key over whatever is in front, and brings the caret back there."""

    stored = Signal(object)  # Message
    failed = Signal(object)  # OutsideError: the text stays in the panel
    refused = Signal(object)  # why a panel could not be opened, or something not be undone
    kept = Signal()

    def __init__(
        self, desk: Desk, window: QWidget, *, under: QWidget, sight: Callable[[], Sight]
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._under, self._sight = desk, window, under, sight
        self._made: dict[str, CapturePanel] = {}

    def panel(self, name: str) -> CapturePanel:
        """Give a panel; it is made when it is first wanted."""
        if name not in self._made:
            panel = PANELS[name](self._desk, self._window, under=self._under)
            panel.stored.connect(self._tell)
            panel.closed.connect(self._forget_before_others)
            panel.failed.connect(self.failed)
            panel.kept.connect(self.kept)
            self._made[name] = panel
        return self._made[name]

    def begin(self, name: str, about: UUID | None = None) -> None:
        """Open a panel; one that is open already gives way, and keeps what is typed in it."""
        close_menus()
        before = self._open()
        if before is not None and before.command == name:
            before.first().setFocus()
            return
        # Without the focus of the system the window still knows who would have it.
        back_to: QWidget | None = QApplication.focusWidget() or self._window.focusWidget()
        if before is not None:
            if not before.do(before.put_away):
                return
            back_to = before.go_away()
        try:
            self.panel(name).begin(about, self._sight(), back_to)
        except (UserError, OutsideError) as error:
            self.refused.emit(error)

    def close(self) -> None:
        """Close what is open; what is half typed stays."""
        if (panel := self._open()) is not None:
            panel.leave()

    @Slot()
    def start_afresh(self) -> None:
        """Forget the closed panels, which still hold what was typed; they are made again."""
        for name, panel in list(self._made.items()):
            if not panel.is_open:
                del self._made[name]
                panel.setParent(None)
                panel.deleteLater()

    @Slot()
    def _forget_before_others(self) -> None:
        if self._sight().discreet:
            self.start_afresh()

    @Slot(object)
    def _tell(self, message: Message) -> None:
        """Say that it was stored, which names nobody; its way back outlives the panel."""
        back = message.on_action
        undo = partial(self._undo, back) if back else None
        self.stored.emit(replace(message, on_action=undo, for_all=True))

    def _undo(self, back: Callable[[], None]) -> None:
        try:
            back()
        except (UserError, OutsideError) as error:
            self.refused.emit(error)

    def put_away(self) -> None:
        """Keep what is half typed; an OutsideError tells that it could not be."""
        if (panel := self._open()) is not None:
            panel.put_away()

    def place(self) -> dict[str, Any]:
        """Say which panel is open and where the caret is, in plain values."""
        panel = self._open()
        return {"naam": panel.command, **panel.place()} if panel is not None else {}

    def return_to(self, place: dict[str, Any]) -> None:
        """Open a panel again with the caret where it was."""
        if place.get("naam") in PANELS:
            self.begin(place["naam"])
            self.panel(place["naam"]).return_to(place)

    def _open(self) -> CapturePanel | None:
        return next((panel for panel in self._made.values() if panel.is_open), None)


def close_menus() -> None:
    """Close the menu or list that is open: it would keep the keyboard for itself."""
    while (menu := QApplication.activePopupWidget()) is not None:
        if not menu.close():
            return
