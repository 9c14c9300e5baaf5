"""What stays behind for this receiver: a switch each; letting one go along asks a reason."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from vtdesk.ui.uitgaand.redenregel import Redenregel
from vtdesk.ui.uitgaand.schakelrij import Schakel, Schakelrij
from vtdesk.ui.widgets.boxes import column, emptied, row, rule
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_into
from vtdesk.ui.widgets.text import text

QUESTION = "Waarom gaat dit toch mee?"
NOTHING = "Voor deze ontvanger blijft niets weg."


class Weglijst(QWidget):
    """Rows to walk with the arrows; Space turns one, Enter in its line gives the reason."""

    along_given = Signal(str, str)  # id of the part, the reason why it goes along
    choice_undone = Signal(str)  # id of the part for which the rule is to hold again

    def __init__(self) -> None:
        super().__init__()
        named(self, "weglijst", "Wat blijft weg")
        self._rows: dict[str, Schakelrij] = {}
        self._places: dict[str, QWidget] = {}  # where the question of a row stands
        self._asked: dict[str, Redenregel] = {}
        self._drafts: dict[str, str] = {}
        self._title = text("Wat blijft weg", "kop", wrap=False)
        self._count = named(text("", tone="stil"), "weg-aantal")
        self._box = column(air=0)
        self._empty = named(text(NOTHING, tone="stil"), "weg-leeg")
        head = row(self._title, self._count, air=10)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._empty, self._box, air=8))

    def show_parts(self, parts: Sequence[Schakel], count: str) -> None:
        """Show these; a row that is still here keeps the keyboard and what is half typed."""
        self._count.setText(count)
        self._empty.setVisible(not parts)
        if list(self._rows) != [part.id for part in parts]:
            self._lay_out(parts)
        for part in parts:
            self._rows[part.id].show_schakel(part)
        still = {part.id for part in parts if part.weg}
        self._drafts = {key: words for key, words in self._drafts.items() if key in still}
        self._show_questions()

    def rows(self) -> Sequence[Schakelrij]:
        """Give the rows from top to bottom."""
        return tuple(self._rows.values())

    def drafts(self) -> dict[str, str]:
        """Give the reasons that are half typed, by part."""
        return dict(self._drafts)

    def give_back(self, drafts: dict[str, str]) -> None:
        """Show again what was half typed."""
        self._drafts = {key: words for key, words in drafts.items() if key in self._rows}
        self._show_questions()

    def refuse(self, key: str, words: str) -> bool:
        """Say beside the reason of a part what is wrong with it; tell whether it is asked here."""
        asked = self._asked.get(key)
        if asked is not None:
            asked.refuse(words)
        return asked is not None

    def _lay_out(self, parts: Sequence[Schakel]) -> None:
        focus = self.window().focusWidget()
        here = next((key for key, one in self._rows.items() if one is focus), None)
        emptied(self._box)
        self._rows, self._places, self._asked = {}, {}, {}
        for number, part in enumerate(parts, 1):
            shown = named(Schakelrij(part), f"schakel-{number}")
            shown.walked.connect(partial(self._walk, number - 1))
            shown.wished.connect(lambda weg, key=part.id: self._wish(key, weg=weg))
            place = QWidget()
            inside = column(air=0)
            inside.setContentsMargins(42, 0, 0, 10)
            place.setLayout(inside)
            place.hide()
            self._rows[part.id], self._places[part.id] = shown, place
            for one in (rule(), shown, place):
                self._box.addWidget(one)
        if here in self._rows:
            self._rows[here].setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, at: int, by: int) -> None:
        rows = self.rows()
        if 0 <= at + by < len(rows):
            rows[at + by].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wish(self, key: str, *, weg: bool) -> None:
        if weg or not self._rows[key].schakel().vraagt:
            self.choice_undone.emit(key)
            return
        self._drafts.setdefault(key, "")
        self._show_questions()
        focus_into(self._asked[key].line)

    def _show_questions(self) -> None:
        for key in [key for key in self._asked if key not in self._drafts]:
            self._forget(key)
        for key, words in self._drafts.items():
            if key in self._rows and key not in self._asked:
                self._ask(key, words)

    def _ask(self, key: str, words: str) -> None:
        number = list(self._rows).index(key) + 1
        about = self._rows[key].schakel().zinnen
        asked = Redenregel(f"schakel-{number}", QUESTION, "Laten meegaan", words=words, about=about)
        asked.given.connect(lambda reason: self.along_given.emit(key, reason))
        asked.left.connect(lambda: self._leave(key))
        asked.typed.connect(lambda typed: self._keep(key, typed))
        self._asked[key] = asked
        layout = self._places[key].layout()
        if layout is not None:
            layout.addWidget(asked)
        self._places[key].show()

    def _forget(self, key: str) -> None:
        asked = self._asked.pop(key)
        if isValid(asked):
            focus = self.window().focusWidget()
            if focus is not None and asked.isAncestorOf(focus):
                self._go_on_from(key)  # Qt would go on behind the list, or in the rail
            asked.hide()
            asked.deleteLater()
        self._places[key].hide()

    def _go_on_from(self, key: str) -> None:
        """Go to the next part; from the last one nowhere."""
        keys = list(self._rows)
        after = keys[min(keys.index(key) + 1, len(keys) - 1)]
        self._rows[after].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, key: str) -> None:
        self._drafts.pop(key, None)
        self._rows[key].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_questions()

    def _keep(self, key: str, words: str) -> None:
        self._drafts[key] = words
