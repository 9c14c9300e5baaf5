"""How one child stands in the casus: when it was spoken, its own words, what it was told back."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vtdesk.services.kindspoor import KindRow
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import LETTER
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import dichtbij, korte_dag


class KindCard(QFrame):
    """A child that was not spoken yet asks for a talk; one that was shows what it said.

    The name takes the keyboard, so that the first thing one comes to is a child.
    """

    plan_requested = Signal()
    opened = Signal(object)  # UUID of the child

    def __init__(self, kind: KindRow, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "block")
        name = kind.naam if kind.leeftijd is None else f"{kind.naam}, {kind.leeftijd} jaar"
        self.setAccessibleName(name)
        layout = column(air=8, margins=12)
        self.setLayout(layout)
        if kind.gesproken_op is None:
            restyle(self, tone="let-op")
        who = named(link(name), f"kind-{kind.id}")
        who.setToolTip("Bij Mensen tonen")
        who.clicked.connect(lambda: self.opened.emit(kind.id))
        layout.addLayout(row(who, None, _state(kind, now)))
        if kind.eigen_woorden:
            layout.addLayout(_own_words(kind.eigen_woorden))
        for line in _lines(kind):
            layout.addWidget(text(line, "klein", tone="stil"))
        if kind.gesproken_op is None:
            days = aantal(kind.dagen, "dag", "dagen")
            plan = named(small("Gesprek plannen"), "gesprek-plannen")
            plan.setAccessibleDescription(f"Gesprek met {kind.naam}")
            plan.clicked.connect(self.plan_requested)
            layout.addWidget(text(f"{days} sinds {kind.sinds}."))
            layout.addLayout(row(plan, None))
        layout.addStretch(1)


def _state(kind: KindRow, now: datetime) -> Chip:
    if kind.gesproken_op is None:
        return Chip("Nog niet gesproken", "let-op", icon="let-op")
    day = kind.gesproken_op.date()
    near = abs((day - now.date()).days) <= 1
    return Chip(f"Gesproken {dichtbij(day, now.date()) if near else korte_dag(day)}", "goed",
                icon="klaar")  # fmt: skip


def _own_words(regel: Uitspraakregel) -> QHBoxLayout:
    line = row(
        LetterBox(regel.letter.value, LETTER[regel.letter].word),
        text(plain(regel), "eigen-woorden"),
    )
    line.setStretch(1, 1)
    return line


def _lines(kind: KindRow) -> Iterator[str]:
    """Say how the talk was, what the child was told back, and who else saw it."""
    if kind.eigen_woorden and kind.eigen_woorden.bron.via:
        yield f"Van horen zeggen, via {kind.eigen_woorden.bron.via}."
    if kind.gesproken_op:
        how = kind.gesproken_hoe or "Gesproken"
        ago = f", {aantal(kind.dagen, 'dag', 'dagen')} geleden" if kind.dagen > 1 else ""
        yield f"{how}{ago}. Teruggekoppeld aan {kind.naam}: {_told_back(kind)}."
    for seen in kind.gezien[:2]:
        yield f"Gezien door {seen.door}, {korte_dag(seen.op)}."


def _told_back(kind: KindRow) -> str:
    if kind.teruggekoppeld_op:
        return f"ja, {korte_dag(kind.teruggekoppeld_op)}"
    return "ja" if kind.teruggekoppeld else "nog niet"
