"""How one child stands in the casus: when it was spoken, and its own words."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.services.casussen import KindRow
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import LETTER
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text
from vtdesk.values.tekst import plain
from vtdesk.values.tijd import dichtbij


class KindCard(QFrame):
    """A child that was not spoken yet asks for a talk; one that was shows what it said."""

    plan_requested = Signal()

    def __init__(self, kind: KindRow, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "block")
        name = kind.naam if kind.leeftijd is None else f"{kind.naam}, {kind.leeftijd} jaar"
        self.setAccessibleName(name)
        layout = column(air=8, margins=12)
        self.setLayout(layout)
        if kind.gesproken_op:
            when = dichtbij(kind.gesproken_op.date(), now.date())
            chip = Chip(f"Gesproken {when}", "goed", icon="klaar")
        else:
            chip = Chip("Nog niet gesproken", "let-op", icon="let-op")
            restyle(self, tone="let-op")
        layout.addLayout(row(text(name, "vet", wrap=False), None, chip))
        if kind.eigen_woorden:
            words = text(plain(kind.eigen_woorden), "eigen-woorden")
            letter = kind.eigen_woorden.letter
            line = row(LetterBox(letter.value, LETTER[letter].word), words)
            line.setStretch(1, 1)
            layout.addLayout(line)
        if not kind.gesproken_op:
            days = aantal(kind.dagen_open, "dag", "dagen")
            plan = named(small("Gesprek plannen"), "gesprek-plannen")
            plan.setAccessibleDescription(f"Gesprek met {kind.naam}")
            plan.clicked.connect(self.plan_requested)
            layout.addWidget(text(f"{days} sinds de casus begon."))
            layout.addLayout(row(plan, None))
        layout.addStretch(1)
