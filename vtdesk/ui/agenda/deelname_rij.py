"""One line per invited person: how that went, and until when or why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.ui.agenda.naam_veld import NaamVeld
from vtdesk.ui.labels import AANWEZIGHEID
from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Aanwezigheid

_ASKED = {
    Aanwezigheid.EERDER_WEG: ("Tot hoe laat?", "tot 16:50"),
    Aanwezigheid.AFWEZIG: ("Waarom niet?", "bijvoorbeeld: ziek gemeld"),
}


class DeelnameRij(QWidget):
    """Name, how somebody took part, and a few words where they are needed."""

    def __init__(self, deelname: DeelnameGegevens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deelname = deelname
        quiet = f", {deelname.hoedanigheid}" if deelname.hoedanigheid else ""
        label = text(f"{deelname.naam}{quiet}")
        options = [(AANWEZIGHEID[way].word, way) for way in Aanwezigheid]
        self._way = named(Choices(options), "aanwezigheid", deelname.naam)
        self._way.choose(deelname.aanwezigheid)
        measure.hold(self._way, width=168)
        label.setBuddy(self._way)
        self._note = named(QLineEdit(deelname.toelichting), "toelichting")

        head = row(label, self._way)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._note, air=4))
        self._way.currentIndexChanged.connect(self._fit)
        self._fit()

    def deelname(self) -> DeelnameGegevens:
        """Give how it went."""
        way: Aanwezigheid = self._way.value()
        note = self._note.text().strip() if way in _ASKED else ""
        return replace(self._deelname, aanwezigheid=way, toelichting=note)

    def half_typed(self) -> list[str]:
        """Give the name, how it went, and the words about it."""
        return [self._deelname.naam, self._way.currentText(), self._note.text()]

    def give_back(self, kept: list[str]) -> None:
        """Show again how it went."""
        _, way, note = kept
        self._way.setCurrentText(way)
        self._note.setText(note)

    @Slot()
    def _fit(self) -> None:
        asked = _ASKED.get(self._way.value())
        self._note.setVisible(asked is not None)
        if asked:
            self._note.setAccessibleName(f"{self._deelname.naam}: {asked[0]}")
            self._note.setPlaceholderText(f"{asked[0]} {asked[1]}")


class Deelnames(QWidget):
    """All who were invited, and a field for somebody who came along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DeelnameRij] = []
        self._list = column(air=8)
        self._name = named(NaamVeld(), "andere-naam", "Wie was er nog bij?")
        self._name.setPlaceholderText("Wie was er nog bij?")
        self._add = named(small("Toevoegen"), "naam-erbij")
        self.setLayout(column(self._list, row(self._name, self._add)))
        self._add.clicked.connect(self.add_name)
        self._name.entered.connect(self.add_name)

    def show_rows(self, deelnames: Sequence[DeelnameGegevens]) -> None:
        """Show who was invited."""
        for deelname in deelnames:
            self._append(deelname)

    def deelnames(self) -> tuple[DeelnameGegevens, ...]:
        """Give how it went for everybody."""
        return tuple(shown.deelname() for shown in self._rows)

    def half_typed(self) -> dict[str, Any]:
        """Give how it went for everybody so far, and the name that is being typed."""
        return {
            "rijen": [shown.half_typed() for shown in self._rows],
            "naam": self._name.text(),
        }

    def give_back(self, kept: dict[str, Any]) -> None:
        """Show everybody again; who was added by hand comes back."""
        for number, line in enumerate(kept["rijen"]):
            if number == len(self._rows):
                self._append(DeelnameGegevens(line[0]))
            self._rows[number].give_back(line)
        self._name.setText(kept["naam"])

    @Slot()
    def add_name(self) -> None:
        """Add somebody who was there."""
        if naam := self._name.text().strip():
            self._name.clear()
            self._append(DeelnameGegevens(naam))

    def _append(self, deelname: DeelnameGegevens) -> None:
        shown = named(DeelnameRij(deelname), "deelname")
        self._rows.append(shown)
        self._list.addWidget(shown)
