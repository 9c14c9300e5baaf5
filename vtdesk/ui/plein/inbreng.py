"""The middle of the table: the view of the child, what everybody said, and the next line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from vtdesk.services.plein.rows import InbrengRow
from vtdesk.ui import actions
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import LETTER
from vtdesk.ui.plein.inbreng_rij import InbrengDelegate
from vtdesk.ui.plein.invoerregel import MOST, Invoerregel
from vtdesk.ui.plein.mening import MeningRij
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, row, rule
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.limits import Say, too_long
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Letter
from vtdesk.values.tijd import klok

LEAST = 36  # of the list, in a low window
EMPTY = "Nog niets gezegd. Typ hieronder wie wat zegt."
AGAIN = "Je wijzigt de regel van {}. Enter bewaart, Esc laat alles zoals het was."


class InbrengLijst(RowList[InbrengRow]):
    """The lines; below the last one the arrow goes on to the line that is typed."""

    down_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_line, parent)
        named(self, "inbreng-lijst", "Inbreng")
        self.setItemDelegate(InbrengDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWordWrap(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = self.currentIndex().row() == self.model().rowCount() - 1
        if event.key() == Qt.Key.Key_Down and last:
            self.down_requested.emit()
        else:
            super().keyPressEvent(event)


class Inbrengkaart(Card):
    """Takes lines by the keyboard; each has its time, its letter and its speaker."""

    said = Signal(str, object)  # what was typed, Letter
    corrected = Signal(object, str, object)  # InbrengRow, what was typed, Letter
    lettered = Signal(object, object)  # InbrengRow, Letter
    taak_requested = Signal(object, str)  # InbrengRow or None, what was typed
    removed = Signal(object)  # InbrengRow
    changed = Signal()  # something is half typed, or no longer

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("Inbreng", parent=parent)
        named(self, "inbreng", "Inbreng")
        self.mening = MeningRij()
        self._none = named(text(EMPTY, tone="stil"), "inbreng-leeg")
        self._list = InbrengLijst()
        self._again = named(text("", "klein", tone="accent"), "inbreng-wijzigt")
        self.line = Invoerregel()
        self._editing: InbrengRow | None = None
        self._done = named(text("", "klein", tone="goed"), "inbreng-gedaan")
        self._closed = False
        self._keys = QWidget()
        keys = Flow(
            *(
                boxed(row(Keycap(key), text(what, "klein", tone="stil", wrap=False), air=6))
                for key, what in (
                    ("Enter", "volgende regel"),
                    ("Alt 1–5", "F V M D H"),
                    (actions.keys_text("plein-taak"), "wordt taak"),
                )
            ),
            air=12,
        )
        self.body.addWidget(self.mening)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(rule())
        self.body.addWidget(self._again)
        self.body.addWidget(self.line)
        self._keys.setLayout(keys)
        self.body.addWidget(self._done)
        self.body.addWidget(self._keys)
        self._again.hide()
        self._done.hide()
        self._list.setMinimumHeight(style.scaled(LEAST))
        self._connect(say)

    def _connect(self, say: Say) -> None:
        self.line.inputRejected.connect(lambda: say(too_long(MOST)))
        self.line.entered.connect(self._enter)
        self.line.up_requested.connect(self._to_lines)
        self.line.given_up.connect(self._give_up)
        self.line.textChanged.connect(self.changed)
        self.line.textEdited.connect(lambda: self.tell(""))
        self._list.down_requested.connect(self.line.setFocus)
        self._list.opened.connect(self._edit)
        self._list.removed.connect(self._remove)
        self.mening.changed.connect(self.changed)

    def fit(self, *, lines: int) -> None:
        """Give the view of the child so many lines, and the keys only where there is room."""
        self.line.fit()
        self.mening.fit(lines=lines)
        self._keys.setVisible(not style.is_large())
        self._list.setMinimumHeight(style.scaled(LEAST))

    def show_rows(self, rows: Sequence[InbrengRow]) -> None:
        """Show what was said; a new line comes into sight."""
        grew = len(rows) > len(self._list.lines())
        self._list.set_rows(rows)
        self._none.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self.set_note(aantal(len(rows), "regel", "regels") if rows else "")
        if grew:
            QTimer.singleShot(0, self._list.scrollToBottom)  # when it is laid out

    def set_closed(self, *, closed: bool) -> None:
        """Take nothing more, or take lines again."""
        self._closed = closed
        self.line.setEnabled(not closed)

    def tell(self, words: str) -> None:
        """Say at the foot what became of a line, until something is typed."""
        self._done.setText(words)
        self._done.setVisible(bool(words))

    def letter(self, letter: Letter) -> None:
        """Give a letter to the chosen line, or to the one that is typed."""
        if self._closed:
            return
        chosen = self._list.current() if self._list.hasFocus() else None
        if chosen is not None:
            self.lettered.emit(chosen, letter)
        else:
            self.line.set_letter(letter)
            self.changed.emit()

    def make_taak(self) -> None:
        """Turn the chosen line, or the one that is typed, into a taak."""
        if self._closed:
            return
        chosen = self._list.current() if self._list.hasFocus() else None
        if chosen is not None:
            self.taak_requested.emit(chosen, _typed(chosen))
        elif self.line.text().strip():
            self.taak_requested.emit(self._editing, self.line.text())

    def klad(self) -> dict[str, str]:
        """Give what is half typed in the line, in plain values."""
        editing = str(self._editing.id) if self._editing else ""
        return {"regel": self.line.text(), "letter": self.line.letter().value, "wijzigt": editing}

    def show_klad(self, klad: dict[str, str], rows: Sequence[InbrengRow]) -> None:
        """Show again what was half typed."""
        self.tell("")
        wanted = klad.get("wijzigt", "")
        self._begin_again(next((one for one in rows if str(one.id) == wanted), None))
        self.line.blockSignals(True)  # noqa: FBT003 - Qt's own form
        self.line.setText(klad.get("regel", ""))
        self.line.blockSignals(False)  # noqa: FBT003 - as above
        self.line.set_letter(Letter(klad.get("letter", Letter.VERKLARING.value)))

    def clear_line(self) -> None:
        """Make room for the next line; what it was is stored."""
        self._begin_again(None)
        self.line.clear()
        self.line.set_letter(Letter.VERKLARING)

    def _enter(self) -> None:
        typed, letter = self.line.text(), self.line.letter()
        if not typed.strip():
            return
        if self._editing is not None:
            self.corrected.emit(self._editing, typed, letter)
        else:
            self.said.emit(typed, letter)

    def _remove(self, chosen: InbrengRow) -> None:
        if not self._closed:
            self.removed.emit(chosen)

    def _edit(self, chosen: InbrengRow) -> None:
        if self._closed:
            return
        self._begin_again(chosen)
        self.line.setText(_typed(chosen))
        self.line.set_letter(chosen.letter)
        self.line.setFocus()

    def _give_up(self) -> None:
        if self._editing is not None:
            self.clear_line()

    def _begin_again(self, chosen: InbrengRow | None) -> None:
        self._editing = chosen
        self._again.setText(AGAIN.format(klok(chosen.moment)) if chosen else "")
        self._again.setVisible(chosen is not None)

    def _to_lines(self) -> None:
        rows = self._list.model().rowCount()
        if rows:
            if self._list.current() is None:
                self._list.setCurrentIndex(self._list.model().index(rows - 1, 0))
            self._list.setFocus()


def _line(one: InbrengRow) -> Line:
    says = f"{one.spreker}: {one.tekst}" if one.spreker else one.tekst
    return Line(
        says, one.spreker, side=klok(one.moment), letter=one.letter, chip=LETTER[one.letter].word
    )


def _typed(one: InbrengRow) -> str:
    return f"{one.spreker}: {one.tekst}" if one.spreker else one.tekst
