"""All keys are being renewed: how far it is, and what came of it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

OPEN_WITH = "Open de kluis met je oude wachtzin; lukt dat niet, dan met de nieuwe."

Renew = Callable[[Callable[[str], None]], object]


class RenewCard(SlotCard):
    """Tells how far it is; there is nothing to press until it is done or went wrong."""

    WIDTH, NARROW = 520, 440
    may_be_left = False

    ended = Signal(bool)  # True: the new secrets open the kluis
    _far = Signal(str)

    def __init__(self, renew: Renew, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__("Sleutels vernieuwen", "Zet de laptop niet uit.", "sleutel", parent)
        self._renew, self._jobs = renew, jobs
        self._words = named(text("", tone="stil"), "voortgang-woorden")
        self._bar = named(QProgressBar(), "voortgang", "Sleutels vernieuwen")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._wrong = named(text("", tone="gevaar"), "mislukt")
        self._wrong.hide()
        self._on = named(primary("Naar de kluis"), "verder")
        self._on.hide()
        for part in (self._bar, self._words, self._wrong):
            self.body.addWidget(part)
        self.body.addLayout(row(None, self._on))
        self._far.connect(self._words.setText)
        self._on.clicked.connect(self._go_back)

    @override
    def start(self) -> None:
        self._jobs.run(
            lambda: self._renew(self._far.emit),
            then=lambda _: self.ended.emit(True),  # noqa: FBT003 - as a signal takes it
            owner=self,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError | OutsideError):
            raise error
        self.under.setText("Dit is niet gelukt.")
        self._wrong.setText(f"{error} {OPEN_WITH}")
        self._bar.hide()
        self._words.hide()
        self._wrong.show()
        self._on.show()
        self._on.setFocus()

    @Slot()
    def _go_back(self) -> None:
        self.ended.emit(False)  # noqa: FBT003 - as a signal takes it
