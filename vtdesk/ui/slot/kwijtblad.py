"""Blad maken uit een reservekopie: what was on the lost laptop, without putting anything back."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.terug import KopieStep
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import Clock, at, dag_met_naam, local

if TYPE_CHECKING:
    from vtdesk.ui.slot.door import Door, Kopiekeuze


class SheetCard(SlotCard):
    """Asks which copy, what opens it, and when the loss was found out; then shows the page."""

    WIDTH, NARROW = 560, 480

    back_requested = Signal()

    def __init__(
        self, door: "Door", jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Blad maken uit een reservekopie",
            "Voor de functionaris gegevensbescherming. Er wordt niets teruggezet.",
            "hulp",
            parent,
        )
        self._kwijt, self._jobs, self._clock = door.kwijt, jobs, clock
        self._copy = KopieStep(door.terug)
        self._secret = SecretField("Wachtzin, of de code op het herstelblad", "geheim")
        today = local(clock()).date()
        self._moment = MomentField(today, dag_met_naam)
        self._found = Field("Wanneer ontdekt", self._moment)
        self._names = named(QCheckBox("Noem de casussen ook bij naam"), "met-namen")
        self._said = named(text(tone="let-op"), "gezegd")
        self._busy = Busy("De reservekopie wordt gelezen…")
        self._back = named(secondary("Terug", icon="terug"), "terug")
        self._make = named(primary("Blad tonen"), "blad-tonen")
        self.body.addWidget(text(self._copy.title, "vet"))
        for part in (self._copy, self._secret, self._found, self._names, self._said, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, None, self._make))
        self._back.clicked.connect(self.back_requested)
        self._make.clicked.connect(self._start)
        self._secret.secret.returnPressed.connect(self._start)

    @override
    def start(self) -> None:
        now = local(self._clock())
        self._moment.set_moment(now.date(), now.time())
        self._said.hide()
        self._copy.enter()

    @Slot()
    def _start(self) -> None:
        """Read the copy in a job; the page is shown before it goes anywhere."""
        day, clock = self._moment.chosen_day(), self._moment.chosen_clock()
        keuze = self._copy.value()
        if not self._copy.leave() or keuze is None:
            return
        if not self._secret.secret.text():
            self._secret.set_error("Vul de wachtzin in, of de code.")
            return
        if day is None or clock is None:
            self._found.set_error("Vul een dag en een tijd in, zoals 12 mei en 9:30.")
            return
        work = self._work(keuze, at(day, clock.hour, clock.minute))
        self._found.set_error("")
        self._said.hide()
        self._make.setEnabled(False)
        self._busy.start()
        self._jobs.run(work, then=self._show, owner=self, failed=self._refused)

    def _work(self, keuze: "Kopiekeuze", found: datetime) -> Callable[[], Any]:
        secret, names = self._secret.secret.text(), self._names.isChecked()
        return lambda: self._kwijt.blad(keuze, secret, found, with_names=names)

    def _show(self, page: Any) -> None:
        # Only now: what shows a paper brings SQLAlchemy, and the work just did so too.
        from vtdesk.ui.paper.paper import Woorden  # noqa: PLC0415 - as said
        from vtdesk.ui.paper.voorbeeld import Voorbeeld  # noqa: PLC0415 - as said

        self._finish()
        self._secret.secret.clear()
        words = Woorden("het blad", "Het blad", "Laptop kwijt")
        Voorbeeld(words, self, self._jobs, printers=self._kwijt.printers).show_paper(page)

    def _refused(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._said.setText(str(error))
        self._said.setAccessibleName(str(error))
        self._said.show()

    def _finish(self) -> None:
        self._busy.stop()
        self._make.setEnabled(True)
