"""What else opens the kluis: the herstelblad, and other keys for everything after a leak."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtdesk.services.herstelblad import Herstelbladen
from vtdesk.services.logboek import Voorval
from vtdesk.ui.instellingen.nakijken import NakijkDialog
from vtdesk.ui.instellingen.part import explanation
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.slot.door import Door, Renewal
from vtdesk.ui.slot.steps import ProofStep, SecretStep, SheetStep, Step
from vtdesk.ui.slot.steps_dialog import StepsDialog, WachtzinStep
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import volle_dag

RENEW = (
    "Doe dit als iemand je wachtzin, je herstelblad of een kopie van de kluis kan hebben. De kluis "
    "krijgt nieuwe sleutels, een nieuwe wachtzin en een nieuw herstelblad. De oude openen hem dan "
    "niet meer. Oude reservekopieën en een kluis die opzij staat, gaan weg zodra er een nieuwe "
    "kopie is. Dit is niet ongedaan te maken."
)


class Sleutels(QWidget):
    """Herstelblad nakijken, another herstelblad, and sleutels vernieuwen."""

    message_requested = Signal(object)  # Message
    lock_requested = Signal()

    def __init__(
        self, herstelblad: Herstelbladen, jobs: Jobs, door: Door, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._herstelblad, self._jobs, self._door = herstelblad, jobs, door
        self._seen = named(text("", "klein", tone="stil"), "blad-nagekeken")
        self._look = named(secondary("Herstelblad nakijken"), "kijk-herstelblad-na")
        self._sheet = named(secondary("Nieuw herstelblad"), "nieuw-herstelblad")
        self._renew = named(secondary("Sleutels vernieuwen", icon="sleutel"), "vernieuw-sleutels")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (rule(), text("Herstelblad", "vet"), self._seen):
            layout.addWidget(part)
        layout.addLayout(row(self._look, self._sheet, None, air=8))
        for part in (rule(), text("Sleutels vernieuwen", "vet"), explanation(RENEW)):
            layout.addWidget(part)
        layout.addLayout(row(self._renew, None))
        self._look.clicked.connect(self.look_at_sheet)
        self._sheet.clicked.connect(self._ask_sheet)
        self._renew.clicked.connect(self._ask_renewal)

    def read(self) -> None:
        """Show when the sheet was last looked at."""
        seen = self._herstelblad.stand().nagekeken_op
        words = f"Nagekeken op {volle_dag(seen)}." if seen else "Nog niet nagekeken."
        self._seen.setText(words)

    @Slot()
    def look_at_sheet(self) -> None:
        """Ask two groups of the sheet."""
        dialog = NakijkDialog(self._herstelblad, self._door, self._jobs, self)
        dialog.stored.connect(self._tell_seen)
        dialog.open_form()

    @Slot()
    def _tell_seen(self) -> None:
        self.read()
        self.message_requested.emit(Message("Je herstelblad klopt.", "goed", for_all=True))

    @Slot()
    def _ask_sheet(self) -> None:
        sheet = self._door.new_sheet()
        secret = WachtzinStep("Het oude blad opent de kluis straks niet meer.", self._door.prove)
        steps: list[Step] = [secret, SheetStep(sheet), ProofStep(sheet)]

        def renew() -> None:
            self._door.renew_sheet(secret.value(), sheet)
            self._herstelblad.bewaar(sheet.groups, Voorval.HERSTELBLAD)

        dialog = StepsDialog(
            "Nieuw herstelblad", steps, self._jobs, "Nieuw blad gebruiken", renew, self
        )
        dialog.stored.connect(self._tell_sheet)
        dialog.open_form()

    @Slot()
    def _tell_sheet(self) -> None:
        self.read()
        words = "Je nieuwe herstelblad is geldig. Gooi het oude weg."
        self.message_requested.emit(Message(words, "goed", for_all=True))

    @Slot()
    def _ask_renewal(self) -> None:
        sheet = self._door.new_sheet()
        old = WachtzinStep(RENEW, self._door.prove)
        new = SecretStep(self._door)
        steps: list[Step] = [old, new, SheetStep(sheet), ProofStep(sheet)]

        def agree() -> None:
            renewal = Renewal(old.value(), new.secret.value(), sheet)
            self._door.ask_renewal(renewal)

        dialog = StepsDialog(
            "Sleutels vernieuwen", steps, self._jobs, "Sleutels vernieuwen", agree, self
        )
        dialog.stored.connect(self.lock_requested)
        dialog.open_form()
