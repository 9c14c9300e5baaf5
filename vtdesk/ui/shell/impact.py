"""Impact (F8): what a talk did to her; nobody else reads it, and no list shows it."""

from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.agenda import AfspraakGegevens, AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.format import moment
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.shell.keuzes import TalkKeuze
from vtdesk.ui.shell.prompt_edit import PromptEdit
from vtdesk.ui.widgets.boxes import boxed, column
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import end_of, local

HEED = {"met-zijn-tweeen": "met zijn tweeën", "andere-plek": "op een andere plek"}
TALK = timedelta(minutes=10)
STEP = timedelta(minutes=5)


class ImpactPanel(CapturePanel):
    """One key and Enter mark a heavy talk; words, a colleague and care for the next are offered."""

    command: ClassVar[str] = "impact"
    agree: ClassVar[str] = "Impact bewaren"
    private: ClassVar[bool] = True

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(desk, window, under=under)
        self._next: AfspraakRow | None = None
        self._words = named(PromptEdit(), "tekst")
        self._heavy = named(QCheckBox("Dit was zwaar"), "zwaar")
        self._talk = named(TalkKeuze(desk), "bij")
        self._colleague = named(QLineEdit(), "collega")
        self._plan = named(QCheckBox("Plan tien minuten met een collega"), "plan-collega")
        self._coming = text("", "klein", tone="stil")
        self._heed = {name: named(QCheckBox(words), name) for name, words in HEED.items()}
        self._lay_out_fields()
        for box in (self._heavy, self._plan, *self._heed.values()):
            box.toggled.connect(self.keep_soon)
        self._talk.currentIndexChanged.connect(self._look_ahead)

    def _lay_out_fields(self) -> None:
        self.form.add(
            "Wat deed het met je?", self._words, hint="Mag leeg blijven. Niemand anders leest dit."
        )
        self.form.addWidget(self._heavy)
        self.form.add("Bij", self._talk)
        self.form.add("Met wie praat je erover?", self._colleague)
        self.form.addWidget(self._plan)
        self._care = boxed(column(self._coming, *self._heed.values(), air=4))
        self.form.addWidget(self._care)

    @override
    def prepare(self, about: UUID | None) -> None:
        self._words.clear()
        self._colleague.clear()
        self._heavy.setChecked(True)
        self._plan.setChecked(False)
        self._talk.offer(about or self.talk(), discreet=self.sight.discreet)
        self._look_ahead()

    @override
    def first(self) -> QWidget:
        return self._words

    @override
    def fit(self, *, roomy: bool) -> None:
        self._words.fit(roomy=roomy)

    @override
    def is_empty(self) -> bool:
        return not (self._words.toPlainText().strip() or self._colleague.text().strip())

    @Slot()
    @override
    def store(self) -> None:
        """Store also without a word: that it was heavy is enough."""
        self.do(self._store_for_good)

    @override
    def keep(self) -> Message:
        heavy, talk = self._heavy.isChecked(), self._talk.value()
        impact_id = self.desk.impact.save(
            self._words.toPlainText(),
            zwaar=heavy,
            afspraak_id=talk,
            collega=self._colleague.text(),
        )
        self._heed_next()
        planned = self._plan_talk() if self._plan.isChecked() else None
        words = "Bewaard, alleen voor jou."
        if planned:
            words = f"{words} Tien minuten met een collega staat om {planned:%H:%M}."
        return Message(words, "goed", UNDO, partial(self.desk.impact.remove, impact_id))

    def _heed_next(self) -> None:
        """Mark the next appointment of the casus with what was ticked."""
        ticked = [HEED[name] for name, box in self._heed.items() if box.isChecked()]
        if self._next is not None and ticked:
            before = [part for part in self._next.let_op.split(", ") if part]
            self.desk.agenda.pay_heed(self._next.id, ", ".join(dict.fromkeys((*before, *ticked))))

    def _plan_talk(self) -> datetime | None:
        """Plan ten minutes at the first time today that nothing is in the way."""
        begin = _next_five(local(self.desk.clock()))
        while begin < end_of(begin.date()) - TALK:
            if not self.desk.agenda.overlapping(begin, begin + TALK, None):
                self.desk.agenda.plan(
                    AfspraakGegevens(
                        "Overleg met een collega", AfspraakSoort.EIGEN_TIJD, begin, begin + TALK
                    )
                )
                return begin
            begin += STEP
        return None

    @Slot()
    def _look_ahead(self) -> None:
        """Offer care at the next appointment of the same casus, unless others look along."""
        self._next = None if self.sight.discreet else self._following()
        for box in self._heed.values():
            box.setChecked(False)
        self._care.setVisible(self._next is not None)
        if self._next is not None:
            when = moment(self._next.begin, self.desk.clock())
            self._coming.setText(f"De volgende keer, {when}: {self._next.titel}")
        self.settle()

    def _following(self) -> AfspraakRow | None:
        talk: UUID | None = self._talk.value()
        try:
            casus_id = self.desk.agenda.detail(talk).casus_id if talk else None
        except (UserError, OutsideError):
            return None  # without it there is only less to offer
        if casus_id is None:
            return None
        now = self.desk.clock()
        coming = [
            row
            for row in self.desk.agenda.of_casus(casus_id)
            if row.staat is AfspraakStaat.GEPLAND and row.begin > now and row.id != talk
        ]
        return min(coming, key=lambda row: row.begin, default=None)


def _next_five(now: datetime) -> datetime:
    """Give the next moment on the clock that ends in a five or a zero."""
    whole = now.replace(second=0, microsecond=0)
    return whole + timedelta(minutes=5 - whole.minute % 5)
