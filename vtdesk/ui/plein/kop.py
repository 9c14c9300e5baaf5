"""The head of a bespreking: initials and age, which one it is by number, the clock, the phases."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from vtdesk.services.plein.rows import BesprekingDetail, BesprekingRow
from vtdesk.ui.plein import words
from vtdesk.ui.plein.fasebalk import FaseBalk
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import choice, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import Roomy, icon_label, text
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.pleinregels import Pleinregels

LET_OP = 80  # per cent of the time, from which the clock asks for attention


class BesprekingKop(QFrame):
    """Says which bespreking is on screen, and nothing of another one but its number."""

    number_chosen = Signal(int)  # from 1
    fase_chosen = Signal(str)
    reopen_requested = Signal()

    def __init__(self, regels: Pleinregels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        named(self, "bespreking-kop", "Bespreking")
        self._tafel = named(Chip("JB-plein", "overleg"), "tafel")
        self._who = named(Roomy("titel"), "bespreking-wie")
        self._what = named(Roomy("tekst", tone="stil"), "bespreking-soort")
        self._below = named(text("", "klein", tone="stil"), "bespreking-soort-onder")
        self._word = text("Bespreking", tone="stil", wrap=False)
        self._numbers = row(air=6)
        self._passed = named(text("", "groot", wrap=False), "verstreken")
        self._planned = named(text("", tone="stil", wrap=False), "gepland")
        self._late = named(Chip("Bijna om", "let-op", icon="let-op"), "bijna-om")
        parts = [(deel.fase.value, deel.naam, deel.minuten) for deel in regels.fasen]
        self.phases = FaseBalk(parts)
        self._again = named(small("Weer openen"), "weer-openen")
        self._again.clicked.connect(self.reopen_requested)
        self._again.hide()
        self._late.hide()

        head = row(
            self._tafel, self._who, self._what, None,
            self._word, self._numbers, 12,
            self._again, self._late, icon_label("timer", "tekst"), self._passed, self._planned,
        )  # fmt: skip
        head.setStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._below)
        layout.addWidget(self.phases)
        self._below.hide()
        self.phases.chosen.connect(self.fase_chosen)

    def show_detail(self, detail: BesprekingDetail, rows: list[BesprekingRow]) -> None:
        """Show this bespreking; of the others only that they are there."""
        self._tafel.show_state(detail.regio.tafel, "overleg")
        self._who.setText(detail.row.kop)
        self._again.setVisible(detail.row.gesloten_op is not None)
        aanvrager = detail.row.gegevens.aanvrager
        asked = f"aanvrager {aanvrager}" if aanvrager else ""
        for label in (self._what, self._below):
            label.setText(" · ".join(filter(None, (words.soort(detail.row), asked))))
        self._show_numbers(detail.row.nummer, [row.gesloten_op is not None for row in rows])

    def fit(self, *, narrow: bool) -> None:
        """Say what it is beside who it is about, or below where there is no room."""
        for part in (self._what, self._word):
            part.setVisible(not narrow)
        self._below.setVisible(narrow)

    def offer_again(self) -> None:
        """Put the keyboard on the button that opens a closed bespreking again."""
        self._again.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_time(self, detail: BesprekingDetail, now: datetime) -> None:
        """Show how much of the time is gone, and where the bespreking is."""
        passed, planned = words.minuten(detail.totaal(now)), detail.row.gegevens.minuten
        self._passed.setText(str(passed))
        self._planned.setText(f"van {planned} min")
        late = not detail.row.gesloten_op and passed * 100 >= planned * LET_OP
        tone = "let-op" if late else ""
        restyle(self._passed, tone=tone)
        self._late.show_state("Over de tijd" if passed >= planned else "Bijna om", "let-op")
        self._late.setVisible(late)
        spoken = {
            fase.value: words.fase_woorden(detail, fase, detail.seconden(fase, now))
            for fase in PleinFase
        }
        begun = detail.row.begonnen_op is not None
        self.phases.show_phases(detail.fase.value, spoken, begun=begun)

    def timer_words(self) -> str:
        """Say what the clock says: `32 van 50 min`."""
        return f"{self._passed.text()} {self._planned.text()}"

    def _show_numbers(self, shown: int, closed: list[bool]) -> None:
        while self._numbers.count() < len(closed):
            self._numbers.addWidget(self._number(self._numbers.count() + 1))
        for place in range(self._numbers.count()):
            item = self._numbers.itemAt(place)
            button = item.widget() if item else None
            if not isinstance(button, QPushButton):
                continue
            button.setVisible(place < len(closed))
            is_closed = place < len(closed) and closed[place]
            button.setText(f"{place + 1} ✓" if is_closed else str(place + 1))
            button.setChecked(place + 1 == shown)
            parts = ("in beeld" if place + 1 == shown else "", "gesloten" if is_closed else "")
            button.setAccessibleDescription(", ".join(filter(None, parts)))

    def _number(self, number: int) -> QPushButton:
        button = named(choice(str(number)), f"bespreking-{number}", f"Bespreking {number}")
        button.clicked.connect(lambda _=False: self.number_chosen.emit(number))
        return button
