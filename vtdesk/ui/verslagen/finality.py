"""Making a verslag final, and opening a final one again for a correction: both ask first."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.messages import Message
from vtdesk.ui.verslagen.finalise_dialog import FinaliseDialog
from vtdesk.ui.verslagen.paper_dialogs import CorrectionDialog
from vtdesk.ui.widgets.form_dialog import FormDialog

STILL_DRAFT = "Dit verslag is nog een concept. Je kunt de tekst gewoon veranderen."


class Finality(QObject):
    """Asks what must be asked about the verslag in the editor."""

    message = Signal(object)  # Message
    dialog_asked = Signal(str, str)  # name of a dialog, id of the verslag
    point_asked = Signal(object)  # an open point to go to
    changed = Signal(object)  # UUID of a verslag that became final, or a draft again

    def __init__(
        self, desk: Desk, editor: QWidget, current: Callable[[], VerslagInhoud | None]
    ) -> None:
        super().__init__(editor)
        self._desk = desk
        self._editor = editor
        self._current = current
        self.answers: dict[str, str] = {}  # reasons for open points, kept while she writes on

    @Slot()
    def finalise(self) -> None:
        """Ask what is still open, and make the verslag final."""
        if (verslag := self._current()) is not None:
            self.dialog_asked.emit("vaststellen", str(verslag.id))

    def finalise_dialog(self, verslag_id: str) -> FormDialog:
        """Make the dialog with the open points."""
        verslag = UUID(verslag_id)
        dialog = FinaliseDialog(
            self._desk.vaststelling.controle(verslag),
            self.answers,
            lambda answers: self._desk.vaststelling.finalise(verslag, answers),
            self._editor,
        )
        dialog.point_asked.connect(self.point_asked)
        dialog.accepted.connect(lambda: self.changed.emit(verslag))
        return dialog

    @Slot()
    def correct(self) -> None:
        """Ask why, and open the verslag again as the draft of its next version."""
        verslag = self._current()
        if verslag is None:
            return
        if verslag.is_schrijfbaar:
            self.message.emit(Message(STILL_DRAFT, "keuze"))
        else:
            self.dialog_asked.emit("correctie", str(verslag.id))

    def correction_dialog(self, verslag_id: str) -> FormDialog:
        """Make the dialog that asks why."""
        verslag = UUID(verslag_id)
        dialog = CorrectionDialog(
            lambda reason: self._desk.vaststelling.correct(verslag, reason), self._editor
        )
        dialog.stored.connect(lambda: self.changed.emit(verslag))
        return dialog
