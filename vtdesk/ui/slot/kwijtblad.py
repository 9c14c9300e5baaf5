"""Blad maken uit een reservekopie: what was on the lost laptop, without putting anything back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.choose_file import choose_place
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.moment_field import MomentField
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import Clock, at, dag_met_naam, local

if TYPE_CHECKING:
    from vtdesk.ui.slot.door import Kwijt

KIND = "PDF (*.pdf)"
NAME = "blad.pdf"


class SheetCard(SlotCard):
    """Asks which copy, what opens it, and when the loss was found out."""

    WIDTH, NARROW = 560, 480

    back_requested = Signal()

    def __init__(
        self, kwijt: "Kwijt", jobs: Jobs, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Blad maken uit een reservekopie",
            "Voor de functionaris gegevensbescherming. Er wordt niets teruggezet.",
            "hulp",
            parent,
        )
        self._kwijt, self._jobs, self._clock = kwijt, jobs, clock
        self._path = named(QLineEdit(), "kopieplaats")
        self._place = Field(
            "Waar de reservekopie staat", self._path, hint="De stick, zoals /media/stick of E:\\."
        )
        self._secret = SecretField("Wachtzin, of de code op het herstelblad", "geheim")
        today = local(clock()).date()
        self._moment = MomentField(today, dag_met_naam)
        self._found = Field("Wanneer ontdekt", self._moment)
        self._names = named(QCheckBox("Noem de casussen ook bij naam"), "met-namen")
        self._said = named(text(tone="let-op"), "gezegd")
        self._busy = Busy("De reservekopie wordt gelezen…")
        self._back = named(secondary("Terug", icon="terug"), "terug")
        self._make = named(primary("Blad opslaan…"), "blad-opslaan")
        for part in (self._place, self._secret, self._found, self._names, self._said, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, None, self._make))
        self._path.textEdited.connect(lambda: self._place.set_error(""))
        self._back.clicked.connect(self.back_requested)
        self._make.clicked.connect(self._start)
        self._secret.secret.returnPressed.connect(self._start)

    @override
    def start(self) -> None:
        now = local(self._clock())
        self._moment.set_moment(now.date(), now.time())
        self._said.hide()
        self._path.setFocus()

    @Slot()
    def _start(self) -> None:
        """Read the copy in a job; only then is asked where the page goes."""
        day, clock = self._moment.chosen_day(), self._moment.chosen_clock()
        place = self._path.text().strip()
        if not place:
            self._place.set_error("Vul in waar de reservekopie staat.")
            return
        if day is None or clock is None:
            self._found.set_error("Vul een dag en een tijd in, zoals 12 mei en 9:30.")
            return
        work = self._work(Path(place).expanduser(), at(day, clock.hour, clock.minute))
        self._found.set_error("")
        self._said.hide()
        self._make.setEnabled(False)
        self._busy.start()
        self._jobs.run(work, then=self._save, owner=self, failed=self._refused)

    def _work(self, place: Path, found: Any) -> Callable[[], bytes]:
        secret, names = self._secret.secret.text(), self._names.isChecked()
        return lambda: self._kwijt.blad(place, secret, found, with_names=names)

    def _save(self, pdf: bytes) -> None:
        self._finish()
        target = choose_place(self, "Blad opslaan", NAME, KIND)
        if target is None:
            return
        try:
            self._kwijt.bewaar(pdf, target)
        except (UserError, OutsideError) as error:
            self._refused(error)
            return
        self._secret.secret.clear()
        self._say(f"Het blad is opgeslagen als {target.name}.")

    def _refused(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._say(str(error))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.show()

    def _finish(self) -> None:
        self._busy.stop()
        self._make.setEnabled(True)
