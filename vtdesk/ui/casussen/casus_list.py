"""The list of casussen at the left: search, lopend or gesloten, and what comes next in each."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.hierna import hierna
from vtdesk.ui.crisis_marks import mark_of
from vtdesk.ui.labels import CASUS_STAAT, DIENST
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import choice, icon_button
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.tijd import Clock

NONE_YET = "Nog geen casussen. Maak er een met het plusje, of met Ctrl+N."
NONE_FOUND = "Niets gevonden. Controleer de naam of het nummer."
NONE_CLOSED = "Er zijn geen gesloten casussen."


class CasusList(Card):
    """Rows to walk with the arrow keys; the chosen one is shown beside it."""

    chosen = Signal(object)  # UUID
    new_requested = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._clock = clock
        self._rows: dict[CasusStaat, list[CasusRow]] = {}
        self.search = named(QLineEdit(), "casus-zoeken", "Zoek casus of nummer")
        self.search.setPlaceholderText("Zoek casus of nummer")
        self.search.setClearButtonEnabled(True)
        self._new = named(icon_button("erbij", "Casus maken"), "casus-nieuw")
        self._states = QButtonGroup(self)
        self._state_row = row(air=6)
        for number, state in enumerate(CasusStaat):
            button = named(choice(CASUS_STAAT[state].word), f"stand-{state}")
            self._states.addButton(button, number)
            self._state_row.addWidget(button)
        self._states.button(0).setChecked(True)
        self._state_row.addStretch(1)
        self._state_row.addWidget(self._new)
        self.list = named(RowList[CasusRow](self._line), "casussen", "Casussen")
        self._empty = EmptyState(NONE_YET, icon="casussen")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._fill(self.body)

        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self.list.setFocus)
        self._states.idToggled.connect(self._show)
        self._new.clicked.connect(self.new_requested)
        self.list.chosen.connect(self._tell)

    def set_rows(self, rows: list[CasusRow]) -> None:
        """Show these casussen, those of the chosen state that fit what was typed."""
        self._rows = {state: [r for r in rows if r.staat is state] for state in CasusStaat}
        for number, state in enumerate(CasusStaat):
            words = f"{CASUS_STAAT[state].word} {len(self._rows[state])}"
            self._states.button(number).setText(words)
            self._states.button(number).setAccessibleName(words)
        self._show()

    def choose(self, casus_id: UUID) -> bool:
        """Make a casus the current one, whatever state it is in."""
        for number, state in enumerate(CasusStaat):
            if any(row.id == casus_id for row in self._rows.get(state, [])):
                self.search.clear()
                self._states.button(number).setChecked(True)
                return self.list.choose(lambda row: row.id == casus_id)
        return False

    def choose_first(self) -> bool:
        """Make the first casus the current one."""
        return self.list.choose(lambda _: True)

    def _fill(self, body: QVBoxLayout) -> None:
        body.addWidget(self.search)
        body.addLayout(self._state_row)
        body.addWidget(self._stack, 1)

    @Slot()
    def _show(self) -> None:
        state = list(CasusStaat)[self._states.checkedId()]
        words = self.search.text().casefold().split()
        rows = [
            row
            for row in self._rows.get(state, [])
            if all(word in f"{row.naam} {row.nummer}".casefold() for word in words)
        ]
        self.list.set_rows(rows)
        self._stack.setCurrentWidget(self.list if rows else self._empty)
        closed = state is CasusStaat.GESLOTEN
        self._empty.say(NONE_FOUND if words else NONE_CLOSED if closed else NONE_YET)

    def _line(self, casus: CasusRow) -> Line:
        short = casus.nummer.rsplit("-", 1)[-1]
        coming = hierna(casus, self._clock()) or "Niets gepland"
        return Line(
            casus.naam,
            f"{short} · {DIENST[casus.dienst].word}",
            coming,
            marks=tuple(mark_of(kleur) for kleur in casus.crisis),
        )

    @Slot(object)
    def _tell(self, casus: CasusRow) -> None:
        self.chosen.emit(casus.id)
