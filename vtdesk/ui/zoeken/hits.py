"""What a found thing looks like in the list, and where it stands."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget
from typing_extensions import override

from vtdesk.services.zoeken import Uitkomst, Vondst
from vtdesk.ui import labels
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.passage import PassageDelegate, Range
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.values.tijd import dichtbij

# The tab of a casus in which a row stands, and by which word that tab calls it; by table. What is
# not here opens in another page.
TABS: Mapping[str, tuple[str, str]] = {
    "uitspraak": ("deel-uitspraken", "uitspraak"),
    "verzending": ("deel-uitspraken", ""),
    "melding": ("deel-meldingen", "rij"),
    "crisisbeoordeling": ("deel-meldingen", "rij"),
    "instrument": ("deel-meldingen", "rij"),
    "besluit": ("deel-meldingen", "rij"),
    "waarborg": ("deel-veiligheid", "rij"),
    "instemming": ("deel-veiligheid", ""),
    "toets": ("deel-veiligheid", ""),
    "overdracht": ("deel-veiligheid", ""),
    "politieafspraak": ("deel-veiligheid", "rij"),
    "termijn": ("deel-termijnen", "rij"),
    "monitoring": ("deel-termijnen", "rij"),
    "verzoek": ("deel-termijnen", "rij"),
    "informatieverzoek": ("deel-gesprekken", "rij"),
    "kindgesprek": ("deel-gesprekken", "rij"),
    "gezien": ("deel-gesprekken", "rij"),
    "gebeurtenis": ("deel-tijdlijn", "rij"),
    "bijlage": ("deel-bijlagen", "rij"),
    "hintantwoord": ("deel-overzicht", ""),
    "organisatie": ("deel-overzicht", ""),
}


def place_of(vondst: Vondst) -> dict[str, Any]:
    """Say where in its casus something stands, in plain values."""
    tab, word = TABS[vondst.tabel]
    inside = {word: str(vondst.ding)} if word else {}
    return {"casus": str(vondst.casus_id), "deel": tab, "in": inside}


class Hits(RowList[Vondst]):
    """Groups of a casus each; ↑ on the first row leads back to the field."""

    left = Signal()
    glance_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.line, parent)
        named(self, "treffers", "Treffers")
        self._today: date | None = None
        self._shown: list[Vondst | Group] = []
        delegate = PassageDelegate(self)
        delegate.bold = self._bold
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)  # a row is as high as its words are long

    def show_found(self, uitkomst: Uitkomst, today: date) -> None:
        """Show what was found, per casus."""
        self._today = today
        self._shown = []
        for title, found in uitkomst.per_casus():
            self._shown += [Group(title), *found]
        self.set_rows(self._shown)

    def begin(self) -> None:
        """Let the keyboard walk from the first hit."""
        if self.current() is None:
            self.choose(lambda _: True)
        self.setFocus()

    def line(self, vondst: Vondst) -> Line:
        """Say what one hit looks like."""
        kind = labels.KIND[vondst.kind]
        day = vondst.datum.date() if vondst.datum else None
        when = dichtbij(day, self._today) if day and self._today else ""
        return Line(
            vondst.titel or kind.word.capitalize(),
            vondst.zin,
            side=" · ".join(filter(None, (kind.word if vondst.titel else "", when))),
            icon=kind.icon or "punt",
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.glance_asked.emit()
        elif event.key() == Qt.Key.Key_Up and self._is_at_the_top():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _is_at_the_top(self) -> bool:
        return self.currentIndex().row() <= 1  # the head of its group stands above the first

    def _bold(self, number: int) -> Sequence[Range]:
        row = self._shown[number]
        return () if isinstance(row, Group) else row.vet
