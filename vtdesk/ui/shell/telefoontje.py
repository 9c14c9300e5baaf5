"""Telefoontje (F2): one line about a call, for when there is no time for more."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.bellen.invoer import BelInvoer
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.widgets.named import named


class TelefoontjePanel(CapturePanel):
    """What is understood of the line stands below it; what is not, is kept as it was typed."""

    command: ClassVar[str] = "telefoontje"
    agree: ClassVar[str] = "Telefoontje bewaren"

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(desk, window, under=under)
        self._call = named(BelInvoer(desk.bellen), "telefoontje-invoer")
        self.form.addWidget(self._call)
        self._call.changed.connect(self.keep_soon)

    @override
    def prepare(self, about: UUID | None) -> None:
        self._call.clear()
        self._call.set_discreet(self.sight.discreet)

    @override
    def first(self) -> QWidget:
        return self._call.field

    @override
    def is_empty(self) -> bool:
        return not self._call.text().strip()

    @override
    def keep(self) -> Message:
        terug = self.desk.bellen.note(self._call.text())
        words = "Telefoontje bewaard."
        if terug.keren > 1 and not terug.nieuw:
            words = f"Telefoontje bewaard: nu {terug.keren} keer gebeld."
        return Message(words, "goed", UNDO, partial(self.desk.bellen.undo, terug))
