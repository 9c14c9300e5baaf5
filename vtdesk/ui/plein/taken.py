"""Who does what by when: a list, and a line that takes the next one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.plein.rows import TaakRow
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.limits import Say, limit
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text

HINT = "wie: wat, wanneer"
OWN = "Een taak voor jou wordt meteen een belofte."
ROW = 52


class Takenkaart(Card):
    """Takes `gi: belt ouders wo 13 mei`; a taak of her own is a belofte at once."""

    added = Signal(str)
    corrected = Signal(object, str)  # TaakRow, what was typed
    removed = Signal(object)  # TaakRow
    changed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("Taken", parent=parent)
        named(self, "taken", "Taken")
        self._list = named(RowList[TaakRow](_line), "taken-lijst", "Taken")
        self.line = named(QLineEdit(), "taak-invoer", "Nieuwe taak")
        self.line.setPlaceholderText(HINT)
        self.line.setProperty("kind", "regel")
        self._editing: TaakRow | None = None
        self._closed = False
        self._own = text(OWN, "klein", tone="stil")
        self.body.addWidget(self._list)
        self.body.addWidget(self.line)
        self.body.addWidget(self._own)
        limit(self.line, say)
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self.changed)
        self._list.opened.connect(self._edit)
        self._list.removed.connect(self._remove)

    def show_rows(self, rows: Sequence[TaakRow]) -> None:
        """Show who does what."""
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._list.setFixedHeight(style.scaled(ROW) * min(4, max(1, len(rows))))
        self.set_note(str(len(rows)) if rows else "")

    def set_closed(self, *, closed: bool) -> None:
        """Take nothing more, or take taken again."""
        self._closed = closed
        self.line.setEnabled(not closed)

    def klad(self) -> dict[str, str]:
        """Give what is half typed, in plain values."""
        return {
            "taak": self.line.text(),
            "taak-wijzigt": str(self._editing.id) if self._editing else "",
        }

    def show_klad(self, klad: dict[str, str], rows: Sequence[TaakRow]) -> None:
        """Show again what was half typed."""
        wanted = klad.get("taak-wijzigt", "")
        self._editing = next((one for one in rows if str(one.id) == wanted), None)
        self.line.setText(klad.get("taak", ""))

    def clear_line(self) -> None:
        """Make room for the next one."""
        self._editing = None
        self.line.clear()

    @Slot()
    def _enter(self) -> None:
        if not self.line.text().strip():
            return
        if self._editing is not None:
            self.corrected.emit(self._editing, self.line.text())
        else:
            self.added.emit(self.line.text())

    def _remove(self, chosen: TaakRow) -> None:
        if not self._closed:
            self.removed.emit(chosen)

    def _edit(self, chosen: TaakRow) -> None:
        if self._closed:
            return
        self._editing = chosen
        who = f"{chosen.wie}: " if chosen.wie else ""
        self.line.setText(f"{who}{chosen.wat} {chosen.wanneer}".strip())
        self.line.setFocus()


def _line(one: TaakRow) -> Line:
    second = " · ".join(
        filter(None, (one.wie or "nog niemand", "belofte" if one.belofte_id else ""))
    )
    return Line(one.wat, second, side=one.wanneer, strong=False)
