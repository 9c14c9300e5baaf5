"""A dialog of several steps about secrets; nothing of it comes back by itself after a lock."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.slot.busy import Busy
from vtdesk.ui.slot.steps import Step
from vtdesk.ui.slot.wachtzin import SecretField
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text


class WachtzinStep(Step):
    """The wachtzin of now: whoever changes a secret proves to know one."""

    title = "Wachtzin van nu"

    def __init__(
        self, sentence: str, prove: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self._prove = prove
        self._field = SecretField("Wachtzin van nu", "wachtzin-van-nu")
        self.body.addWidget(self._field)

    def value(self) -> str:
        """Give what was typed."""
        return self._field.secret.text()

    @override
    def enter(self) -> None:
        self._field.secret.setFocus()

    @override
    def leave(self) -> bool:
        if not self.value():
            self._field.set_error("Vul eerst de wachtzin van nu in.")
        return bool(self.value())

    @override
    def work(self) -> Callable[[], object]:
        typed = self.value()
        return lambda: self._prove(typed)

    @override
    def refuse(self, error: Exception) -> bool:
        self._field.set_error(str(error))
        self._field.secret.selectAll()
        self._field.secret.setFocus()
        return True


class StepsDialog(FormDialog):
    """Walks through steps; what comes of the last one is done elsewhere, for it is slow."""

    def __init__(
        self,
        title: str,
        steps: Sequence[Step],
        jobs: Jobs,
        agree: str,
        finish: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, "Verder", parent)
        self._steps, self._jobs = steps, jobs
        self._last_words, self._finish = agree, finish
        self._at = 0
        self._title = text("", "vet")
        self._sentence = named(text(), "uitleg")
        self._deck = Deck(*steps)
        self._busy = Busy("Even geduld…")
        for part in (self._title, self._sentence, self._deck, self._busy):
            self.form.addWidget(part)
        self._show(0)

    @override
    def try_to_store(self) -> None:
        """Leave this step when it is filled in well; after the last one, do what was asked."""
        self.say_wrong("")
        step = self._steps[self._at]
        if not step.leave():
            return
        last = self._at + 1 == len(self._steps)
        work = self._finish if last else step.work()
        if work is None:
            self._show(self._at + 1)
            return
        self._set_enabled(to=False)
        self._busy.start()
        self._jobs.run(
            work, then=lambda _: self._go_on(last=last), owner=self, failed=self._refused
        )

    def _go_on(self, *, last: bool) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        if last:
            self.accept()
            self.stored.emit()
        else:
            self._show(self._at + 1)

    def _refused(self, error: Exception) -> None:
        self._busy.stop()
        self._set_enabled(to=True)
        if not isinstance(error, UserError | OutsideError):
            raise error
        if not self._steps[self._at].refuse(error):
            self.say_wrong(str(error))

    def _show(self, number: int) -> None:
        self._at = number
        step = self._steps[number]
        self._title.setText(step.title)
        self._title.setVisible(not isinstance(step, WachtzinStep))  # its field says the same
        self._sentence.setText(step.sentence)
        self._sentence.setVisible(bool(step.sentence))
        self._deck.turn_to(step)
        words = self._last_words if number + 1 == len(self._steps) else "Verder"
        self.agree.setText(words)
        self.agree.setAccessibleName(words)
        step.enter()

    def _set_enabled(self, *, to: bool) -> None:
        self.agree.setEnabled(to)
        self.refuse.setEnabled(to)
        self._deck.setEnabled(to)
