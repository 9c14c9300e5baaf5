"""Ontgrendelen: one field, one button; it knows nothing before the kluis is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import DamageError, LookPastError, OutsideError, TooNewError, UserError
from vtdesk.ui.format import wachten
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.secret_card import SecretCard
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

if TYPE_CHECKING:
    from vtdesk.ui.slot.door import Door

TICK = 1000  # ms
ANYWAY, SURELY = "Toch openen", "Ja, toch openen"
SURE = "Weet je het zeker? Dit komt in het logboek."


class UnlockCard(SecretCard):
    """Asks the wachtzin and opens the kluis."""

    restore_requested = Signal()
    may_be_left = False

    def __init__(self, door: "Door", jobs: Jobs, parent: QWidget | None = None) -> None:
        field = SecretField("Wachtzin", "wachtzin")
        super().__init__(field, "ontgrendelen", door.open, jobs, parent)
        self._door = door
        self._is_painted = False
        self._damage = named(text(tone="gevaar"), "schade")
        self._damage.hide()
        self._anyway = named(secondary(ANYWAY), "toch-openen")
        self._anyway.hide()
        self._restore = named(primary("Reservekopie terugzetten"), "zet-terug")
        self._restore.hide()
        self._clock = QTimer(self, interval=TICK)

        for part in (
            self._damage,
            self._field,
            self._button,
            self._restore,
            self._anyway,
            self._busy,
        ):
            self.body.addWidget(part)

        self._anyway.clicked.connect(self._open_anyway)
        self._restore.clicked.connect(self.restore_requested)
        self._clock.timeout.connect(self._count_down)

    @override
    def start(self) -> None:
        self._field.secret.clear()
        self._field.secret.setFocus()
        if self._is_painted:
            self._look_at_files()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:  # first on screen: who looks at the files loads the ciphers
            self._is_painted = True
            QTimer.singleShot(0, self, self._look_at_files)

    @Slot()
    def _look_at_files(self) -> None:
        try:
            self._door.check()
        except (UserError, OutsideError) as error:
            self.say_closed(error)
        else:
            self._count_down()

    def open_with(self, wachtzin: str) -> None:
        """Open with a wachtzin that was handed in from outside the window."""
        self._field.secret.setText(wachtzin)
        self._unlock()

    @override
    def _explain(self, error: Exception) -> None:
        if isinstance(error, DamageError | TooNewError):
            self.say_closed(error)
            self._anyway.setVisible(isinstance(error, LookPastError))
            return
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._field.show()  # it was hidden when only "Toch openen" was left
        self._field.set_error(str(error))
        self._field.secret.selectAll()
        self._field.secret.setFocus()
        self._count_down()

    def say(self, why: str) -> None:
        """Say why the wachtzin is asked, when something else could have opened the kluis."""
        if why:
            self._field.set_error(why)

    def say_closed(self, error: Exception) -> None:
        """Say that no wachtzin will help; what to do is in the sentence."""
        self._damage.setText(str(error))
        self._damage.setAccessibleName(str(error))
        self._damage.show()
        self._field.hide()
        self._button.hide()
        if isinstance(error, DamageError):
            self._offer_copy()

    def _offer_copy(self) -> None:
        """Name the newest copy; without one that is known here, let it be looked for."""
        if known := self._door.terug.bekend():
            words = f"{self._damage.text()} Zet de reservekopie van {known[0].wanneer} terug."
            self._damage.setText(words)
            self._damage.setAccessibleName(words)
        self._restore.show()
        self._restore.setFocus()

    @Slot()
    def _open_anyway(self) -> None:
        """Ask once more, for what is opened now may not be what was there."""
        if self._anyway.text() == ANYWAY:
            self._damage.setText(f"{self._damage.text()} {SURE}")
            self._anyway.setText(SURELY)
            self._anyway.setAccessibleName(SURELY)
            return
        wachtzin = self._field.secret.text()
        self._set_enabled(to=False)
        self._open(lambda: self._door.open_anyway(wachtzin))

    @override
    def _set_enabled(self, *, to: bool) -> None:
        super()._set_enabled(to=to)
        self._anyway.setEnabled(to)

    @Slot()
    def _count_down(self) -> None:
        left = self._door.waiting()
        if left > 0:
            self._field.set_error(f"Dat ging een paar keer mis. Wacht {wachten(left)}.")
            self._button.setEnabled(False)
            self._clock.start()
        elif self._clock.isActive():
            self._clock.stop()
            self._field.set_error("")
            self._set_enabled(to=True)
            self._field.secret.setFocus()
