"""Asks why, on the spot: a line, a deed, and a way back; what is half typed is kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.buttons import secondary, small
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

NO_REASON = "Schrijf op waarom. Je keuze komt met de reden in het logboek."


class Redenregel(QWidget):
    """Enter gives the reason, Esc leaves it; nothing happens without words."""

    given = Signal(str)
    left = Signal()
    typed = Signal(str)

    def __init__(
        self, name: str, question: str, agree: str, *, words: str = "", about: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.about = [text(one) for one in about]  # what one decides about
        self.setAccessibleName(" ".join(about))
        self.line = named(QLineEdit(words), f"reden-{name}")
        self._field = Field(question, self.line, hint="")
        self.agree = named(secondary(agree), f"reden-{name}-geven")
        self.leave = named(small("Toch niet"), f"reden-{name}-niet")
        ways = QWidget()
        ways.setLayout(Flow(self.agree, self.leave))
        self.setLayout(column(*self.about, self._field, ways, air=6))
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._try)
        self.agree.clicked.connect(self._try)
        self.leave.clicked.connect(self.left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refuse(self, words: str) -> None:
        """Say beside the line why this reason is not taken, and begin there again."""
        self._field.set_error(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        self._field.set_error("")
        self.typed.emit(words)

    @Slot()
    def _try(self) -> None:
        words = self.line.text().strip()
        if words:
            self.given.emit(words)
        else:
            self.refuse(NO_REASON)
