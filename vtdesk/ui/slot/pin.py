"""Ontgrendelen with a PIN, as long as that is on; the wachtzin is always one key away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError, WrongSecretError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.door import Quick
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link, primary
from vtdesk.ui.widgets.named import named


class PinCard(SlotCard):
    """Asks the PIN and opens the kluis."""

    opened = Signal(object)
    wachtzin_requested = Signal(str)  # why, in words, when the PIN opens nothing any more

    def __init__(self, quick: Quick, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("De kluis is dicht", "vtdesk", "vergrendel", parent)
        self._quick, self._jobs = quick, jobs
        self._field = SecretField("Pincode", "pincode")
        self._button = named(primary("Ontgrendelen"), "ontgrendelen-snel")
        self._button.setMinimumHeight(40)
        self._other = named(link("Open met je wachtzin"), "met-wachtzin")
        self._busy = Busy("De kluis gaat open…")
        for part in (self._field, self._button, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(None, self._other, None))
        self._button.clicked.connect(self._unlock)
        self._field.secret.returnPressed.connect(self._unlock)
        self._other.clicked.connect(self._go_to_wachtzin)

    @override
    def start(self) -> None:
        self._field.secret.clear()
        self._field.secret.setFocus()
        self._jobs.run(self._quick.left, then=self._look, owner=self, failed=self._give_up)

    def _look(self, left: int) -> None:
        if not left:
            self._go_to_wachtzin()

    @Slot()
    def _unlock(self) -> None:
        pin = self._field.secret.text()
        if not pin or not self._button.isEnabled():
            return
        self._field.set_error("")
        self._set_enabled(to=False)
        self._busy.start()
        self._jobs.run(
            lambda: self._quick.open(pin), then=self._go_in, owner=self, failed=self._refused
        )

    def _go_in(self, what: object) -> None:
        self._busy.stop()
        self._field.secret.clear()
        self._set_enabled(to=True)
        self.opened.emit(what)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._field.secret.clear()
        if isinstance(error, WrongSecretError) and self._quick.is_laid():
            self._field.set_error(str(error))
            self._field.secret.setFocus()
        else:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        if isinstance(error, DamageError | TooNewError):
            self._go_to_wachtzin()  # that card looks at the files itself
        elif isinstance(error, UserError | OutsideError):
            self.wachtzin_requested.emit(str(error))
        else:
            raise error

    @Slot()
    def _go_to_wachtzin(self) -> None:
        self.wachtzin_requested.emit("")

    def _set_enabled(self, *, to: bool) -> None:
        self._button.setEnabled(to)
        self._field.secret.setReadOnly(not to)
