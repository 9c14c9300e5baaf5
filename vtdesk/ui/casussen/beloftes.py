"""What was promised in a casus, as a card among others."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.services.beloften import BelofteRow
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.tijd import Clock, dichtbij, local

OPEN, DONE = 6, 3  # rows of what is still to be kept, and of what was settled last


class Beloftes(Card):
    """What is still open first; what became of it is asked by Enter."""

    deed_requested = Signal(str, object)  # afronden, wijzigen, open, weg; BelofteRow

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("Beloftes", parent=parent)
        self._clock = clock
        self.list = named(RowList[BelofteRow](self._line), "beloftes", "Beloftes")
        self._settle = named(link("Afronden"), "belofte-afronden")
        self._change = named(link("Wijzigen"), "belofte-wijzigen")
        self.add_to_title(self._settle)
        self.add_to_title(self._change)
        self.body.addWidget(self.list)
        self.list.opened.connect(self._open)
        self.list.removed.connect(lambda row: self.deed_requested.emit("weg", row))
        self.list.chosen.connect(self._follow)
        self._settle.clicked.connect(lambda: self._open(self.list.current()))
        self._change.clicked.connect(self._ask_change)

    def show_beloftes(self, rows: list[BelofteRow]) -> None:
        """Show what is open and what was settled last; without anything the card is not there."""
        still = [row for row in rows if row.is_open][:OPEN]
        shown = [*still, *[row for row in rows if not row.is_open][:DONE]]
        self.list.set_rows(shown)
        self.set_note(f"{len(still)} open" if still else "")
        self.setVisible(bool(shown))
        height = sum(self.list.sizeHintForRow(number) for number in range(len(shown)))
        self.list.setFixedHeight(height + 4)
        if self.list.current() is None:
            self.list.choose(lambda _: True)
            self.list.clearSelection()
        self._follow(self.list.current())

    @Slot(object)
    def _open(self, row: BelofteRow | None) -> None:
        if row is not None:
            self.deed_requested.emit("afronden" if row.is_open else "open", row)

    @Slot()
    def _ask_change(self) -> None:
        if (row := self.list.current()) is not None:
            self.deed_requested.emit("wijzigen", row)

    @Slot(object)
    def _follow(self, row: BelofteRow | None) -> None:
        """Say what can be done with the chosen promise."""
        words = "Afronden" if row is None or row.is_open else "Weer openzetten"
        self._settle.setText(words)
        self._settle.setAccessibleName(words)
        self._change.setVisible(row is not None and row.is_open)

    def _line(self, row: BelofteRow) -> Line:
        today = local(self._clock()).date()
        chip, tone = _chip(row)
        return Line(
            row.wat,
            ". ".join(filter(None, (f"Aan {row.aan}", row.toelichting))),
            side=dichtbij(row.uiterlijk, today) if row.uiterlijk and row.is_open else "",
            icon="belofte",
            chip=chip,
            chip_tone=tone,
            quiet=not row.is_open,
            strong=False,
        )


def _chip(row: BelofteRow) -> tuple[str, str]:
    match row.stand:
        case BelofteStand.NAGEKOMEN:
            return "Nagekomen", "goed"
        case BelofteStand.GEBROKEN:
            return "Niet gelukt", "stil"
    return (f"{aantal(row.te_laat, 'dag', 'dagen')} te laat", "gevaar") if row.te_laat else ("", "")
