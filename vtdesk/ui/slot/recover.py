"""Wachtzin kwijt: open with the herstelblad and choose a new wachtzin."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import LookPastError, OutsideError, UserError, WrongSecretError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.door import Door
from vtdesk.ui.slot.unlock import ANYWAY, SURE
from vtdesk.ui.slot.wachtzin import NewSecret
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named


class RecoverCard(SlotCard):
    """Asks the code of the herstelblad and a new wachtzin."""

    WIDTH, NARROW = 520, 440

    opened = Signal(object)
    back_requested = Signal()

    def __init__(self, door: Door, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            "Gebruik je herstelblad", "Daarna kies je een nieuwe wachtzin.", "sleutel", parent
        )
        self._door, self._jobs = door, jobs
        self._code = named(QLineEdit(), "herstelcode")
        self._field = Field(
            "Code op het herstelblad", self._code, hint="Acht groepen van vier tekens."
        )
        self._new = NewSecret(door.strength, door.suggest)
        self._button = named(primary("Kluis openen"), "kluis-openen")
        self._back = named(secondary("Terug", icon="terug"), "terug")
        self._busy = Busy("De kluis gaat open…")

        for part in (self._field, self._new, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, None, self._button))

        self._code.textEdited.connect(lambda: self._field.set_error(""))
        self._button.clicked.connect(self._open)
        self._new.second.secret.returnPressed.connect(self._open)
        self._back.clicked.connect(self.back_requested)

    @override
    def start(self) -> None:
        self._code.clear()
        self._new.forget()
        self._field.set_error("")
        self._code.setFocus()

    @Slot()
    def _open(self) -> None:
        try:
            sheet = self._door.read_sheet(self._code.text())
        except UserError as error:
            self._say(error)
            return
        if not self._new.is_good():
            return
        wachtzin = self._new.value()
        anyway = self._button.text() == ANYWAY
        recover = self._door.recover_anyway if anyway else self._door.recover
        self._button.setEnabled(False)
        self._busy.start()
        self._jobs.run(
            lambda: recover(sheet, wachtzin),
            then=self._go_in,
            owner=self,
            failed=self._refused,
        )

    def _go_in(self, what: object) -> None:
        self._busy.stop()
        self._button.setEnabled(True)
        self._code.clear()
        self._new.forget()
        self.opened.emit(what)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._button.setEnabled(True)
        if not isinstance(error, UserError | OutsideError | WrongSecretError):
            raise error
        self._say(error)
        if isinstance(error, LookPastError):  # a second answer opens it
            self._field.set_error(f"{error} {SURE}")
            self._button.setText(ANYWAY)
            self._button.setAccessibleName(ANYWAY)

    def _say(self, error: Exception) -> None:
        self._field.set_error(str(error))
        self._code.setFocus()
