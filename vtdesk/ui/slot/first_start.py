"""First start: four steps to a kluis, then who works in it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.slot.door import Door
from vtdesk.ui.slot.steps import PlaceStep, ProofStep, SecretStep, SheetStep, Step, WerkerStep
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text


class FirstStart(SlotCard):
    """Walks through the steps and makes the kluis at the end; until then nothing is made."""

    WIDTH, NARROW = 560, 480

    opened = Signal(object)
    restore_requested = Signal()

    def __init__(self, door: Door, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("", "", "vergrendel", parent)
        self._door, self._jobs = door, jobs
        self._sheet = door.new_sheet()
        self._place = PlaceStep(door)
        self._secret = SecretStep(door)
        self._werker = WerkerStep()
        self._steps: tuple[Step, ...] = (
            self._place,
            self._secret,
            SheetStep(self._sheet),
            ProofStep(self._sheet),
            self._werker,
        )
        self._at = 0
        self._count = named(text(tone="stil"), "stap")
        self._sentence = named(text(), "uitleg")
        self._deck = Deck(*self._steps)
        self._failure = named(text(tone="let-op"), "mislukt")
        self._busy = Busy("De kluis wordt gemaakt…")
        self._back = named(secondary("Terug", icon="terug"), "terug")
        self._next = named(primary("Verder"), "verder")

        for part in (self._sentence, self._deck, self._failure, self._busy):
            self.body.addWidget(part)
        self.body.addLayout(row(self._back, None, self._next))

        self._place.restore_requested.connect(self.restore_requested)
        self._back.clicked.connect(self._step_back)
        self._next.clicked.connect(self._step_on)

    @override
    def start(self) -> None:
        self._show(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._step_on()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _step_on(self) -> None:
        if not (self._next.isEnabled() and self._steps[self._at].leave()):
            return
        if self._at + 1 < len(self._steps):
            self._show(self._at + 1)
        else:
            self._create()

    @Slot()
    def _step_back(self) -> None:
        self._show(self._at - 1)

    def _show(self, number: int) -> None:
        self._at = number
        step, counted = self._steps[number], len(self._steps) - 1
        self.title.setText(step.title)
        self.setAccessibleName(step.title)
        self.under.setText(
            f"Stap {number + 1} van {counted}" if number < counted else "Bijna klaar"
        )
        self._sentence.setText(step.sentence)
        self._deck.turn_to(step)
        self._failure.hide()
        self._back.setVisible(number > 0)
        words = "Verder" if number < counted else "Kluis maken"
        self._next.setText(words)
        self._next.setAccessibleName(words)
        self._next.setFocus()
        step.enter()

    def _create(self) -> None:
        folder, wachtzin = self._place.folder, self._secret.secret.value()
        werker = self._werker.werker()
        self._failure.hide()
        self._set_enabled(to=False)
        self._busy.start()
        self._jobs.run(
            lambda: self._door.create(folder, wachtzin, self._sheet, werker),
            then=self._go_in,
            owner=self,
            failed=self._refused,
        )

    def _go_in(self, what: object) -> None:
        self._busy.stop()
        self._secret.secret.forget()
        self._set_enabled(to=True)
        self.opened.emit(what)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        self._failure.setText(str(error))
        restyle(self._failure, tone="gevaar" if isinstance(error, OutsideError) else "let-op")
        self._failure.show()

    def _set_enabled(self, *, to: bool) -> None:
        self._next.setEnabled(to)
        self._back.setEnabled(to)
        self._deck.setEnabled(to)
