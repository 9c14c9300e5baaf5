"""What stands above one day of the week: its date, what it asks, and what lasts all day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.all_day import all_day_line
from vtdesk.ui.agenda.block import BlockState
from vtdesk.ui.agenda.block_pool import BlockPool
from vtdesk.ui.agenda.rest_button import RestButton
from vtdesk.ui.format import dagkop
from vtdesk.ui.theme import style
from vtdesk.ui.week.block import WeekBlock
from vtdesk.ui.week.load import Load
from vtdesk.ui.widgets.boxes import column
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam

ALL_DAY = 3  # blocks; what is more stands behind a `+2`
HEIGHT = 28


class DayHead(QWidget):
    """Date and figures; below them the blocks without a time."""

    opened = Signal(object)  # AfspraakRow, chosen from the `+2`

    def __init__(self, made: Callable[[WeekBlock], object]) -> None:
        super().__init__()
        self._made = made
        self._date = named(text("", "kop", wrap=False), "datum")
        self._figures = named(text("", "klein", tone="stil"), "drukte")
        self._pool = BlockPool(self._new_block)
        self._ids: list[UUID] = []
        self._blocks = column(air=2)
        self._verlof = all_day_line("Verlof")
        self._rest = RestButton(self, self.opened)
        self._rest.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(self._date)
        layout.addWidget(self._figures)
        layout.addStretch(1)
        layout.addWidget(self._verlof)
        layout.addLayout(self._blocks)
        layout.addWidget(self._rest)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_day(self, day: date, today: date, load: Load) -> None:
        """Show which day this is and what it asks."""
        self.setObjectName(f"kop-{day.isoformat()}")
        self._date.setText(dag_met_naam(day))
        restyle(self._date, tone="accent" if day == today else "")
        self._figures.setText(" · ".join(load.lines()))
        self.setAccessibleName(dagkop(day))
        self.setAccessibleDescription(load.spoken())

    def show_all_day(self, rows: Sequence[AfspraakRow], now: datetime, *, verlof: bool) -> None:
        """Show what lasts all day."""
        self._verlof.setVisible(verlof)
        shown, rest = rows[:ALL_DAY], rows[ALL_DAY:]
        self._ids = [row.id for row in shown]
        self._pool.keep(self._ids)
        for row in shown:
            block = self._pool.show(row, BlockState(now))
            block.setFixedHeight(style.scaled(HEIGHT))
            self._blocks.addWidget(block)
            block.show()
        self._rest.show_rows(rest)
        self._rest.setVisible(bool(rest))

    def row_ids(self) -> list[UUID]:
        """List what has a block here."""
        return self._ids

    def block_of(self, afspraak_id: UUID) -> WeekBlock | None:
        """Give the block of an appointment."""
        block = self._pool.shown().get(afspraak_id)
        return block if isinstance(block, WeekBlock) else None

    def blocks(self) -> list[WeekBlock]:
        """Give all blocks, in their order."""
        return [block for i in self._ids if (block := self.block_of(i)) is not None]

    def _new_block(self, row: AfspraakRow, state: BlockState) -> WeekBlock:
        block = WeekBlock(row, state, self)
        self._made(block)
        return block
