"""Who waits for a call: the line to note one, and the list in its groups."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from vtdesk.services.bellen.service import Bellen, BelRow, Groepen
from vtdesk.ui.bellen.invoer import EXAMPLE, BelInvoer
from vtdesk.ui.bellen.words import second, side, title
from vtdesk.ui.widgets.boxes import column, row, rule
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.dagkinds import BelSpoed, BelStand
from vtdesk.values.tijd import Clock

EMPTY = "Niemand wacht op een telefoontje. Mooi."
NOTE = "Telefoontje noteren"
LOW = 120


class BelLijst(QFrame):
    """A card of its own; Enter in its line notes a call."""

    noted = Signal()  # Enter in the line

    def __init__(self, bellen: Bellen, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._clock = clock
        self.invoer = named(BelInvoer(bellen), "bel-invoer")
        self.invoer.field.setPlaceholderText(NOTE)
        self.list = named(RowList[BelRow](self._line), "telefoontjes", "Telefoontjes")
        self._example = text(EXAMPLE, "klein", tone="stil")
        self._empty = named(EmptyState(EMPTY, icon="bellen"), "niemand-wacht")

        keys = Keycap("F2")
        line = row(self.invoer, keys, air=6)
        line.setStretch(0, 1)
        line.setAlignment(keys, Qt.AlignmentFlag.AlignTop)
        head = column(line, self._example, air=6)
        head.setContentsMargins(10, 10, 10, 8)
        layout = column(air=0)
        layout.addLayout(head)
        layout.addWidget(rule())
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        layout.addSpacing(6)
        self.setLayout(layout)
        self.list.setMinimumHeight(0)
        self.invoer.entered.connect(self.noted)
        self.invoer.changed.connect(self._show_example)

    def set_groups(self, groups: Groepen) -> None:
        """Show who waits, who is waited for, and who was done today."""
        shown = (
            ("Nu", groups.nu),
            ("Vandaag", groups.vandaag),
            ("Kan wachten", groups.kan_wachten),
            ("Wacht op een ander", groups.wacht),
            ("Klaar", groups.klaar),
        )
        rows: list[BelRow | Group] = []
        for head, some in shown:
            rows += [Group(head, str(len(some))), *some]
        nobody = len(rows) == len(shown)
        self.list.setVisible(not nobody)
        self._empty.setVisible(nobody)
        self.list.set_rows([] if nobody else rows)

    def step(self, way: int) -> None:
        """Go to the next row, or the one before."""
        current = self.list.current()
        ids = [row.id for row in self.list.rows()]
        place = ids.index(current.id) + way if current and current.id in ids else 0
        if 0 <= place < len(ids):
            self.list.choose(lambda row: row.id == ids[place])

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), LOW)

    def _line(self, row: BelRow) -> Line:
        now: datetime = self._clock()
        done = row.stand is BelStand.KLAAR
        urgent = row.stand is BelStand.OPEN and row.spoed is BelSpoed.NU
        icon = "klaar" if done else "gemist" if urgent else "persoon"
        if row.is_organisatie and not done:
            icon = "organisatie"
        return Line(
            title(row),
            second(row),
            side=side(row, now),
            icon=icon,
            icon_tone="accent" if urgent else "stil",
            quiet=done,
        )

    @Slot()
    def _show_example(self) -> None:
        self._example.setVisible(not self.invoer.text())
