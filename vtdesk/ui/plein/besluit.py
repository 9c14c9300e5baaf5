"""What the table decides: a value of the region, its grounds, who dissents, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vtdesk.services.plein.rows import BesprekingDetail, StandpuntRow, Uitkomst
from vtdesk.ui.moment_field import read_day
from vtdesk.ui.plein import words
from vtdesk.ui.plein.afwijkend import Afwijkend
from vtdesk.ui.plein.mening import MeningRij
from vtdesk.ui.plein.regelveld import Regelveld
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import emptied, let_tab_walk, row
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.limits import Say, TextArea, limit
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.pleinregels import Regio

PROPOSAL = "voorstel"
LABEL = 130
NO_DAY = "Dit is nog geen dag. Schrijf bijvoorbeeld 23 juni of over 6 weken."


@dataclass(frozen=True, slots=True)
class _Lines:
    """The fields of one line, by the name of what they hold."""

    casusregie: QLineEdit
    zicht: QLineEdit
    vertelt_kinderen: QLineEdit


class Besluitkaart(Card):
    """Everything that is decided; what is still empty is named at the foot."""

    changed = Signal()
    decided = Signal(str)  # the code that was chosen before this one

    def __init__(self, today: date, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("Besluit", note=PROPOSAL, parent=parent)
        named(self, "besluit", "Besluit")
        self._today = today
        self._regio = ""
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        self._group = QButtonGroup(self)
        self._codes: dict[int, str] = {}
        self._decided = ""  # the code that is chosen
        self._grounds = named(TextArea(height=56), "gronden")
        self.dissent = Afwijkend(say)
        self._back = named(QLineEdit(), "evaluatie")
        self._back.setPlaceholderText("vr, 15-5 of +3w")
        self._lines = _Lines(
            named(Regelveld(), "casusregie"),
            named(Regelveld(), "zicht"),
            named(Regelveld(), "vertelt-kinderen"),
        )
        self._lay_out()
        self._grounds.textChanged.connect(self.changed)
        for line in (self._back, *self._all_lines()):
            limit(line, say)
            line.textChanged.connect(self.changed)
        self._back.editingFinished.connect(self._check_day)
        self._group.idClicked.connect(self._decide)

    def _lay_out(self) -> None:
        self.body.addLayout(self._values)
        self.body.addWidget(Field("Gronden", self._grounds))
        self.body.addWidget(self.dissent)
        self._wrong_day = named(text(NO_DAY, "klein", tone="let-op"), "evaluatie-fout")
        self._wrong_day.hide()
        for label, line in (
            ("Evaluatiedatum", self._back),
            ("Casusregie", self._lines.casusregie),
            ("Zicht op veiligheid", self._lines.zicht),
            ("Wie vertelt het de kinderen?", self._lines.vertelt_kinderen),
        ):
            self.body.addLayout(_beside(label, line))
            if line is self._back:
                self.body.addWidget(self._wrong_day)

    def show_detail(self, detail: BesprekingDetail) -> None:
        """Show what was decided so far, by the value list of this region."""
        self._show_regio(detail.regio)
        found = detail.uitkomst
        self.choose(found.besluit)
        self._grounds.setPlainText(found.gronden)  # also when alike: undo must not lead elsewhere
        kept = str(detail.klad.get("evaluatie", ""))
        day = found.evaluatie_op
        self._back.setText(kept or (f"{day.day}-{day.month}-{day.year}" if day else ""))
        self._wrong_day.hide()
        self._lines.casusregie.setText(found.casusregie)
        self._lines.zicht.setText(found.zicht)
        self._lines.vertelt_kinderen.setText(found.vertelt_kinderen)
        for line in self._all_lines():
            line.setCursorPosition(0)
        self.set_note("" if detail.row.gesloten_op else PROPOSAL)

    def choose(self, code: str) -> None:
        """Show what is decided, or that nothing is yet; Tab comes to what is chosen."""
        self._group.setExclusive(False)  # else the last choice cannot be taken away
        for number, one in self._codes.items():
            self._group.button(number).setChecked(one == code)
        self._group.setExclusive(True)
        self._decided = code
        self._let_tab_come()

    def decision(self) -> str:
        """Say what is decided, in the words of the region."""
        button = self._group.checkedButton()
        return button.accessibleName() if button else ""

    def show_parties(self, rows: Sequence[StandpuntRow]) -> None:
        """Show who may dissent."""
        self.dissent.show_rows(rows)
        let_tab_walk(self.dissent.fields(), before=self._back)

    def uitkomst(self, mening: MeningRij) -> Uitkomst:
        """Give what stands here, with the view of the child."""
        view, why = mening.texts()
        return Uitkomst(
            mening_kind=view,
            niet_gevraagd_want=why,
            besluit=self._codes.get(self._group.checkedId(), ""),
            gronden=self._grounds.toPlainText(),
            evaluatie_op=read_day(self._back.text(), self._today),
            casusregie=self._lines.casusregie.text(),
            zicht=self._lines.zicht.text(),
            vertelt_kinderen=self._lines.vertelt_kinderen.text(),
        )

    def klad(self) -> dict[str, Any]:
        """Give what is half typed and cannot be stored as what it is, in plain values."""
        return {"evaluatie": self._back.text()}

    def _show_regio(self, regio: Regio) -> None:
        if regio.id == self._regio:
            return
        self._regio = regio.id
        emptied(self._values)
        self._codes = {}
        for number, value in enumerate(regio.besluiten):
            button = named(QRadioButton(value.tekst.replace("&", "&&")), f"besluit-{value.id}")
            button.setAccessibleName(value.tekst)
            button.setAccessibleDescription(value.zekerheid.volzin)
            self._group.addButton(button, number)
            self._codes[number] = value.id
            self._values.addWidget(button)
        let_tab_walk(self._group.buttons(), before=self._grounds)

    @Slot(int)
    def _decide(self, number: int) -> None:
        before, self._decided = self._decided, self._codes[number]
        self._let_tab_come()
        if before != self._decided:
            self.changed.emit()
            self.decided.emit(before)

    def _let_tab_come(self) -> None:
        """Let Tab come to the chosen value alone, or to the first; the arrows walk from there."""
        buttons = self._group.buttons()
        chosen = self._group.checkedButton() or next(iter(buttons), None)
        for button in buttons:
            here = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _all_lines(self) -> tuple[QLineEdit, ...]:
        return self._lines.casusregie, self._lines.zicht, self._lines.vertelt_kinderen

    @Slot()
    def _check_day(self) -> None:
        typed = self._back.text().strip()
        self._wrong_day.setVisible(bool(typed) and read_day(typed, self._today) is None)


def _beside(label: str, line: QLineEdit) -> QHBoxLayout:
    """Put a field of one line beside its label."""
    words = text(label, tone="stil")
    words.setFixedWidth(style.scaled(LABEL))
    words.setBuddy(line)
    line.setAccessibleName(label)
    line.setProperty("kind", "regel")
    layout = row(words, line, air=6)
    layout.setStretch(1, 1)
    return layout


class NogLeeg(QFrame):
    """Names what is still empty; it asks for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "block")
        self.setProperty("tone", "let-op")
        named(self, "nog-leeg", "Nog leeg")
        self._words = text("")
        layout = row(icon_label("punt", "let-op"), self._words)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def show_points(self, points: Sequence[str]) -> None:
        """Show the first open point, and how many more there are."""
        self.setVisible(bool(points))
        self._words.setText(f"Nog leeg: {words.nog_leeg(points, most=1)}")
        self.setAccessibleDescription(self._words.text())
