"""Snel openen: a PIN for a while, for who chooses it, and what that costs."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError
from vtdesk.services.snelopenen import Snelopenen
from vtdesk.ui.instellingen.part import explanation
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.slot.door import Door
from vtdesk.ui.slot.steps import Step
from vtdesk.ui.slot.steps_dialog import StepsDialog, WachtzinStep
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

COST = (
    "Een pincode is sneller dan je wachtzin, maar wie bij je aangemelde account op deze laptop "
    "kan, hoeft dan alleen nog je pincode te raden."
)
HOW = "De pincode werkt tot je je afmeldt, ten hoogste twaalf uur, en niet meer na drie keer fout."
NOT_HERE = (
    "Dat kan op deze laptop niet: er is geen sleutelbos die bij het afmelden alles vergeet. Je "
    "opent de kluis met je wachtzin."
)


class PinStep(Step):
    """The PIN, twice."""

    title = "Kies een pincode"
    sentence = f"{COST} {HOW}"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = SecretField("Pincode van zes of meer cijfers", "nieuwe-pincode")
        self._second = SecretField("Nog een keer", "pincode-nog-een-keer")
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)

    def value(self) -> str:
        """Give what was typed."""
        return self._first.secret.text()

    @override
    def enter(self) -> None:
        self._first.secret.setFocus()

    @override
    def leave(self) -> bool:
        if self._second.secret.text() != self.value():
            self._second.set_error("Deze twee zijn niet gelijk. Typ ze allebei opnieuw.")
            return False
        return True

    @override
    def refuse(self, error: Exception) -> bool:
        self._first.set_error(str(error))
        self._first.secret.setFocus()
        return True


class SnelOpenen(QWidget):
    """On or off; where it cannot be, it says why and offers nothing."""

    message_requested = Signal(object)  # Message

    def __init__(
        self, snelopenen: Snelopenen, jobs: Jobs, door: Door, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._snelopenen, self._jobs, self._door = snelopenen, jobs, door
        self._words = named(explanation(COST), "snel-openen")
        self._on = named(secondary("Snel openen aanzetten"), "snel-aan")
        self._off = named(secondary("Snel openen uitzetten"), "snel-uit")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (rule(), text("Snel openen", "vet"), self._words):
            layout.addWidget(part)
        layout.addLayout(row(self._on, self._off, None))
        self._on.hide()
        self._off.hide()
        self._on.clicked.connect(self._ask)
        self._off.clicked.connect(self._turn_off)

    def read(self) -> None:
        """Show whether it is on, and whether it can be."""
        if self._snelopenen.pin() is not None:
            self._show(on=True, possible=True)
        else:
            self._jobs.run(
                self._door.quick.is_possible,
                then=lambda possible: self._show(on=False, possible=possible),
                owner=self,
            )

    def _show(self, *, on: bool, possible: bool) -> None:
        """Show it without asking the kluis, which may have closed while the answer came."""
        self._on.setVisible(possible and not on)
        self._off.setVisible(on)
        self._words.setText(f"{COST} {HOW}" if possible else NOT_HERE)

    @Slot()
    def _ask(self) -> None:
        pin = PinStep()
        prove = WachtzinStep("Je wachtzin blijft nodig, elke dag één keer.", self._door.prove)
        steps: list[Step] = [prove, pin]

        def turn_on() -> None:
            kept = self._door.quick.stretch(pin.value())
            if not self._door.quick.lay(kept):
                raise OutsideError(NOT_HERE)
            self._snelopenen.turn_on(kept)

        dialog = StepsDialog(
            "Snel openen", steps, self._jobs, "Snel openen aanzetten", turn_on, self
        )
        dialog.stored.connect(self._tell_on)
        dialog.open_form()

    @Slot()
    def _tell_on(self) -> None:
        self.read()
        words = "Snel openen staat aan. Je pincode werkt tot je je afmeldt, ten hoogste 12 uur."
        self.message_requested.emit(Message(words, "goed", for_all=True))

    @Slot()
    def _turn_off(self) -> None:
        self._snelopenen.turn_off()
        self._door.quick.forget()
        self.read()
        self.message_requested.emit(Message("Snel openen staat uit.", "goed", for_all=True))
