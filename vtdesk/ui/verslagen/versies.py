"""Looking at earlier texts of the verslag in the editor, and putting one of them back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.verslagen.versies_dialog import VersiesDialog
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.verschil import verschil

NAME = "eerdere-teksten"
BACK = "De eerdere tekst staat er weer. Wat er stond, is bewaard."
UNDONE = "De tekst staat er weer zoals net."


class Versies(QObject):
    """Asks for the list, and puts back; what is typed is stored before either."""

    message = Signal(object)  # Message
    dialog_asked = Signal(str, str)  # name of a dialog, id of the verslag

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        editor: QWidget,
        current: Callable[[], VerslagInhoud | None],
        store: Callable[[], object],
    ) -> None:
        super().__init__(editor)
        self._desk, self._jobs, self._editor = desk, jobs, editor
        self._current, self._store = current, store

    @Slot()
    def ask(self) -> None:
        """Show the earlier texts of the verslag on screen."""
        if (verslag := self._current()) is None:
            return
        try:
            self._store()
        except (UserError, OutsideError) as error:
            self.message.emit(Message.of(error))
        else:
            self.dialog_asked.emit(NAME, str(verslag.id))

    def dialog(self, verslag_id: str) -> FormDialog:
        """Make the list with what differs."""
        verslag = self._desk.verslagen.open(UUID(verslag_id))
        standen = self._desk.schrijfstanden
        dialog = VersiesDialog(
            standen.of(verslag.id),
            lambda stand_id: verschil(standen.nu(verslag.id), standen.tekst(stand_id)),
            {sectie.id: sectie.kop for sectie in verslag.sjabloon.secties},
            is_schrijfbaar=verslag.is_schrijfbaar,
            jobs=self._jobs,
            parent=self._editor,
        )
        dialog.put_back = lambda stand_id: self._put_back(stand_id, BACK)
        return dialog

    def _put_back(self, stand_id: UUID, words: str) -> None:
        """Make it the draft; the editor follows the change of it, wherever it came from."""
        self._store()
        done = self._desk.schrijfstanden.terug(stand_id)
        self.message.emit(Message(words, "goed", UNDO, lambda: self._undo(done.eerdere)))

    def _undo(self, stand_id: UUID) -> None:
        try:
            self._put_back(stand_id, UNDONE)
        except (UserError, OutsideError) as error:
            self.message.emit(Message.of(error))
