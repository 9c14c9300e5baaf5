"""Ontgrendelen with a PIN, as long as that is on; the wachtzin is always one key away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import DamageError, OutsideError, TooNewError, UserError, WrongSecretError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.door import Quick
from vtdesk.ui.slot.secret_card import SecretCard
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.named import named


class PinCard(SecretCard):
    """Asks the PIN and opens the kluis."""

    wachtzin_requested = Signal(str)  # why, in words, when the PIN opens nothing any more

    def __init__(self, quick: Quick, jobs: Jobs, parent: QWidget | None = None) -> None:
        field = SecretField("Pincode", "pincode")
        super().__init__(field, "ontgrendelen-snel", quick.open, jobs, parent)
        self._quick = quick
        self._other = named(link("Open met je wachtzin"), "met-wachtzin")
        for part in (self._field, self._button, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(None, self._other, None))
        self._other.clicked.connect(self._go_to_wachtzin)

    @override
    def start(self) -> None:
        self._field.secret.clear()
        self._field.secret.setFocus()
        self._jobs.run(self._quick.left, then=self._look, owner=self, failed=self._give_up)

    def _look(self, left: int) -> None:
        if not left:
            self._go_to_wachtzin()

    @override
    def _explain(self, error: Exception) -> None:
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
