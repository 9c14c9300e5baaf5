"""Controle: what is done and what is still open, each with the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtdesk.services.controle.punt import Punt
from vtdesk.ui.widgets.boxes import emptied, row, scrolled
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

GO_THERE = "Ga naar"


class ChecksPanel(Card):
    """The checks as lines; open ones first say what is missing."""

    point_asked = Signal(object)  # Punt

    def __init__(self) -> None:
        super().__init__("Controle", note=" ")
        named(self, "controle", "Controle")
        self._shown: tuple[Punt, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._list.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setLayout(self._list)
        self.body.addWidget(scrolled(inside), 1)

    def show_points(self, points: Sequence[Punt]) -> None:
        """Show the outcome of all checks."""
        if tuple(points) == self._shown:
            return
        self._shown = tuple(points)
        emptied(self._list)
        self.set_note(_how_far(points))
        for punt in points:
            self._list.addLayout(self._line(punt))
        self._list.addStretch(1)

    def points(self) -> tuple[Punt, ...]:
        """Give what is shown."""
        return self._shown

    def _line(self, punt: Punt) -> QVBoxLayout:
        mark = icon_label("klaar" if punt.klaar else "punt", "goed" if punt.klaar else "let-op")
        line = row(mark, text(punt.tekst), air=8)
        line.setStretch(1, 1)
        if not punt.klaar:
            button = named(link(GO_THERE), f"ga-naar-{punt.id}")
            button.setAccessibleDescription(punt.tekst)
            button.clicked.connect(lambda: self.point_asked.emit(punt))
            line.addWidget(button)
        around = QVBoxLayout()
        around.addLayout(line)
        return around


def _how_far(points: Sequence[Punt]) -> str:
    """Count what is open, down to nothing; what may stay as it is stands in the way of nothing."""
    still = [punt for punt in points if not punt.klaar]
    if must := sum(not punt.vrij for punt in still):
        return f"Nog {must} open"
    return f"Nog {len(still)} om te bekijken" if still else "Alles klaar"
