"""What she types during the call: the voicemail, three questions, and the outcome in one sentence.

It is on disk within a second, and asks for nothing.
"""

from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from vtdesk.services.bellen.service import BelAntwoorden, BelDetail
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row, rule
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import klok

PAUSE = 1000  # ms after the first key that is not stored
QUESTIONS = (
    ("vrij_praten", "Kun je nu vrij praten?"),
    ("nu_veilig", "Ben je nu veilig?"),
    ("waar_kinderen", "Waar zijn de kinderen?"),
)
ANSWER = "Typ het antwoord"
OUTCOME = "Uitkomst in één zin"
OUTCOME_AT = 2 * len(QUESTIONS) + 1  # its row in the grid
OUTCOME_HINT = "Wat is gezegd en wat doe je nu?"
VOICEMAIL_HINT = "Typ over wat je hoorde"


class Voicemailregel(QWidget):
    """The words she heard on the voicemail, typed by her."""

    def __init__(self) -> None:
        super().__init__()
        self.field = named(QLineEdit(), "voicemail_tekst", "Voicemail")
        self.field.setPlaceholderText(VOICEMAIL_HINT)
        self._when = text("", "klein", tone="stil")
        self._layout = row(icon_label("voicemail"), self.field, self._when, air=8)
        self.setLayout(self._layout)

    def show_call(self, detail: BelDetail) -> None:
        """Show the line when there is something on the voicemail."""
        self._when.setText(f"Voicemail {klok(detail.row.laatst_op)}, door jou getypt")
        self._when.setWordWrap(style.is_large())
        self._layout.setStretch(1, 2 if style.is_large() else 1)
        self._layout.setStretch(2, 1 if style.is_large() else 0)
        self.setVisible(detail.row.voicemail)


class Vragen(QWidget):
    """Three questions with their answers, and the outcome; tells when it is time to store."""

    keep_asked = Signal()

    def __init__(self, voicemail: Voicemailregel) -> None:
        super().__init__()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.fields: dict[str, QLineEdit] = {"voicemail_tekst": voicemail.field}
        self._shown = BelAntwoorden()
        self._own = True  # what changes in a field was typed
        self._pairs: list[tuple[QLabel, QLineEdit]] = []
        self._about: UUID | None = None
        self._wrong = named(text("", "klein", tone="let-op"), "uitkomst-fout")
        self._wrong.hide()
        head = Flow(text("Drie veiligheidsvragen", "vet", wrap=False), air=8)
        head.addWidget(text("Vraag dit eerst", "klein", tone="stil", wrap=False))
        self._head = boxed(head, kind="inside")
        self._line = rule()
        self._grid = self._questions()
        layout = column(rule(), self._head, self._grid, air=8)
        self.setLayout(layout)
        self.arrange(dense=False)
        for field in self.fields.values():
            field.textChanged.connect(self._begin_pause)
            field.editingFinished.connect(self._keep_soon)
        self._pause.timeout.connect(self.keep_asked)
        asked = [self.fields[name] for name, _ in QUESTIONS]
        for field, following in pairwise([*asked, self.fields["uitkomst"]]):
            field.returnPressed.connect(following.setFocus)
        self.fields["uitkomst"].textChanged.connect(lambda: self.say_wrong(""))

    def show_call(self, detail: BelDetail) -> None:
        """Show what was typed before; a field that holds it already keeps its caret."""
        if detail.row.id != self._about:
            self.say_wrong("")
        self._about = detail.row.id
        self._shown = detail.antwoorden
        self._own = False
        for name, field in self.fields.items():
            words = getattr(detail.antwoorden, name)
            if field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)  # so that it reads from its beginning
        self._own = True

    def say_wrong(self, sentence: str) -> None:
        """Say beside the outcome what is wrong with it; an empty sentence takes that back."""
        field = self.fields["uitkomst"]
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)
        restyle(field, wrong="true" if sentence else "false")

    def answers(self) -> BelAntwoorden:
        """Give what is typed now."""
        return BelAntwoorden(**{name: field.text() for name, field in self.fields.items()})

    def unkept(self) -> BelAntwoorden | None:
        """Give what is typed and not yet stored; nothing when all of it is."""
        typed = self.answers()
        return typed if typed != self._shown else None

    def told_kept(self, kept: BelAntwoorden) -> None:
        """Know that this is on disk now."""
        self._shown = kept
        self._pause.stop()

    def _questions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (name, question) in enumerate(QUESTIONS):
            label: QLabel = text(f"{number + 1}. {question}")
            field = self._field(name, question, ANSWER)
            label.setBuddy(field)
            self._pairs.append((label, field))
        self._outcome = text(OUTCOME, "vet")
        self._outcome.setBuddy(self._field("uitkomst", OUTCOME, OUTCOME_HINT))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        return grid

    def arrange(self, *, dense: bool) -> None:
        """Put each answer beside its question; below it when the text is large.

        The outcome has a line of its own, but where the window is low.
        """
        large = style.is_large()
        for number, (label, field) in enumerate(self._pairs):
            self._place(label, field, 2 * number, beside=not large)
        self._grid.addWidget(self._line, OUTCOME_AT - 1, 0, 1, 2)
        self._place(self._outcome, self.fields["uitkomst"], OUTCOME_AT, beside=dense)
        self._grid.addWidget(self._wrong, OUTCOME_AT + 2, 0, 1, 2)
        self._grid.setVerticalSpacing(4 if dense else 6)
        for part in (self._head, self._line):
            part.setVisible(not dense)

    def _place(self, label: QLabel, field: QLineEdit, at: int, *, beside: bool) -> None:
        """Put one field beside its label, or below it."""
        self._grid.addWidget(label, at, 0, 1, 1 if beside else 2)
        below, right = (at + 1, 0), (at, 1)
        self._grid.addWidget(field, *(right if beside else below), 1, 1 if beside else 2)

    def _field(self, name: str, label: str, hint: str) -> QLineEdit:
        field = named(QLineEdit(), name, label)
        field.setPlaceholderText(hint)
        self.fields[name] = field
        return field

    @Slot()
    def _begin_pause(self) -> None:
        if self._own and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _keep_soon(self) -> None:
        if self._own and self.unkept() is not None:
            self.keep_asked.emit()
