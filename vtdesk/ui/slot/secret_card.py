"""A card that opens the kluis with one secret: the wachtzin, or a PIN."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.named import named


class SecretCard(SlotCard):
    """One field and one button; who makes it lays them out, and says what a refusal means."""

    opened = Signal(object)

    def __init__(
        self,
        field: SecretField,
        button: str,
        open_with: Callable[[str], object],
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("De kluis is dicht", "vtdesk", "vergrendel", parent)
        self._field, self._open_with, self._jobs = field, open_with, jobs
        self._button = named(primary("Ontgrendelen"), button)
        measure.hold(self._button, least_height=40)
        self._busy = Busy("De kluis gaat open…")
        self._button.clicked.connect(self._unlock)
        self._field.secret.returnPressed.connect(self._unlock)

    @Slot()
    def _unlock(self) -> None:
        secret = self._field.secret.text()
        if not secret or not self._button.isEnabled():
            return
        self._field.set_error("")
        self._set_enabled(to=False)
        self._open(lambda: self._open_with(secret))

    def _open(self, work: Callable[[], object]) -> None:
        """Open elsewhere: it takes up to a second."""
        self._busy.start()
        self._jobs.run(work, then=self._go_in, owner=self, failed=self._refused)

    def _go_in(self, what: object) -> None:
        self._busy.stop()
        self._field.secret.clear()
        self._set_enabled(to=True)
        self.opened.emit(what)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        self._explain(error)

    def _explain(self, error: Exception) -> None:
        """Say what a refusal means here; what is none is raised again."""
        raise error

    def _set_enabled(self, *, to: bool) -> None:
        self._button.setEnabled(to)
        self._field.secret.setReadOnly(not to)
