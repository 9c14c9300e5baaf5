"""Looking at earlier texts and versions of the verslag in the editor; putting a text back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from math import inf
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.schrijfstand_rows import StandRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.verslagen.versies_dialog import Rij, Vergeleken, VersiesDialog
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.verschil import verschil

NAME, VERSIONS = "eerdere-teksten", "versies-vergelijken"  # of the dialogs
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
        shown: Callable[[], int | None],
        store: Callable[[], object],
    ) -> None:
        super().__init__(editor)
        self._desk, self._jobs, self._editor = desk, jobs, editor
        self._current, self._store = current, store
        self._shown = shown  # the number of the version on screen; None: the draft

    @Slot()
    def ask(self) -> None:
        """Show the earlier texts of the verslag on screen."""
        self._ask(NAME)

    @Slot()
    def ask_versions(self) -> None:
        """Show what a final version says that the one on screen does not, or the other way."""
        self._ask(VERSIONS)

    def _ask(self, name: str) -> None:
        if (verslag := self._current()) is None:
            return
        try:
            self._store()
        except (UserError, OutsideError) as error:
            self.message.emit(Message.of(error))
        else:
            self.dialog_asked.emit(name, str(verslag.id))

    def versions_dialog(self, verslag_id: str) -> FormDialog:
        """Make the list with a final version chosen, and what it says differently."""
        dialog = self.dialog(verslag_id)
        dialog.choose_version()
        return dialog

    def dialog(self, verslag_id: str) -> VersiesDialog:
        """Make the list with what differs."""
        verslag = self._desk.verslagen.open(UUID(verslag_id))
        versies = self._desk.vaststelling.versies(verslag.id)
        newest = None if verslag.is_schrijfbaar else verslag.versie
        others = [row for row in versies if row.nummer != newest]
        dialog = VersiesDialog(
            sorted([*self._desk.schrijfstanden.of(verslag.id), *others], key=_when, reverse=True),
            partial(self._compared, verslag.id, newest, self._shown()),
            {sectie.id: sectie.kop for sectie in verslag.sjabloon.secties},
            is_schrijfbaar=verslag.is_schrijfbaar,
            jobs=self._jobs,
            parent=self._editor,
        )
        dialog.put_back = lambda stand_id: self._put_back(stand_id, BACK)
        return dialog

    def _compared(
        self, verslag_id: UUID, newest: int | None, shown: int | None, row: Rij
    ) -> Vergeleken:
        """Compare a text with what stands there now, and a version with the one on screen."""
        if isinstance(row, StandRow):
            standen = self._desk.schrijfstanden
            lead = "Als je deze tekst terugzet" if newest is None else "Vergeleken met nu"
            return Vergeleken(lead, verschil(standen.nu(verslag_id), standen.tekst(row.id)))
        beside = newest if shown == row.nummer else shown
        old, new = sorted((row.nummer, beside), key=lambda number: number or inf)
        texts = (self._desk.vaststelling.document(verslag_id, one).tekst for one in (old, new))
        return Vergeleken(f"Van versie {old} naar {_named(new)}", verschil(*texts))

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


def _when(row: Rij) -> datetime:
    return row.bewaard_op if isinstance(row, StandRow) else row.vastgesteld_op


def _named(number: int | None) -> str:
    return f"versie {number}" if number else "het concept"
