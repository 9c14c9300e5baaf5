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
from vtdesk.ui.verslagen.reactie_dialog import ReactionDialog, offered
from vtdesk.ui.widgets.form_dialog import FormDialog

NO_VERSION = "Een reactie hoort bij een vastgestelde versie. Stel het verslag eerst vast."
STILL_DRAFT = "Dit verslag is nog een concept. Je kunt de tekst gewoon veranderen."


class Finality(QObject):
    """Asks what must be asked about the verslag in the editor."""

    message = Signal(object)  # Message
    dialog_asked = Signal(str, str)  # name of a dialog, id of the verslag
    point_asked = Signal(object)  # an open point to go to
    changed = Signal(object)  # UUID of a verslag that became final, or a draft again
    reacted = Signal()  # somebody's words came beside the version on screen

    def __init__(
        self,
        desk: Desk,
        editor: QWidget,
        current: Callable[[], VerslagInhoud | None],
        shown: Callable[[], int | None],
    ) -> None:
        super().__init__(editor)
        self._shown = shown  # the number of the version on screen; None: the draft
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
        dialog.accepted.connect(lambda: self._name_holders(verslag))
        return dialog

    def _name_holders(self, verslag_id: UUID) -> None:
        """Say who still holds a version before this one."""
        stand = self._desk.verslagen.open(verslag_id)
        held = self._desk.vaststelling.houders(verslag_id)
        behind = sorted({one.naam for one in held if one.is_oud})
        if behind and not stand.is_schrijfbaar:
            names = ", ".join(behind)
            words = f"Vastgesteld, versie {stand.versie}. {names} {_has(behind)} die nog niet."
            self.message.emit(Message(words, "let-op"))

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
            lambda reason: self._desk.vaststelling.correct(verslag, reason),
            self._desk.vaststelling.houders(verslag, komt=True),
            self._editor,
        )
        dialog.stored.connect(lambda: self.changed.emit(verslag))
        return dialog

    @Slot()
    def react(self) -> None:
        """Ask what somebody said of the version on screen."""
        verslag, nummer = self._current(), self._shown()
        if verslag is None:
            return
        if nummer is None:
            self.message.emit(Message(NO_VERSION, "keuze"))
        else:
            self.dialog_asked.emit("reactie", f"{verslag.id}/{nummer}")

    def reaction_dialog(self, about: str) -> FormDialog:
        """Make the dialog that asks who says what; `about` is the verslag and the version."""
        verslag_id, nummer = about.split("/")
        verslag = self._desk.verslagen.open(UUID(verslag_id))
        people = offered(self._desk.personen.in_casus(verslag.casus_id))
        dialog = ReactionDialog(
            int(nummer),
            self._desk.clock().date(),
            people,
            lambda said: self._desk.reacties.vastleggen(verslag.id, int(nummer), said),
            self._editor,
        )
        guests = [who.naam for who in verslag.kop.aanwezigen if who.naam in people]
        if len(guests) == 1:
            dialog.choose_who(guests[0])
        dialog.stored.connect(self.reacted)
        return dialog


def _has(names: list[str]) -> str:
    return "heeft" if len(names) == 1 else "hebben"
