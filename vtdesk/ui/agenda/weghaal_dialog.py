"""Take away one block of a series without a casus, or also the others."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik
from vtdesk.ui.agenda.bereik_keuze import BereikKeuze
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dag_met_naam, local

_SAID = {
    Bereik.DEZE: "{} is weg.",
    Bereik.VOLGENDE: "{} is weg, met wat erna kwam.",
    Bereik.ALLE: "{} is weg, met alles wat nog kwam.",
}


class WeghaalDialog(FormDialog):
    """Asks only how far it reaches; what goes can come back."""

    def __init__(self, desk: Desk, row: AfspraakRow, parent: QWidget | None = None) -> None:
        super().__init__("Weghalen uit de agenda", "Weghalen", parent)
        self._desk, self._row = desk, row
        self.said = ""
        self.undo: Callable[[], object] = lambda: None
        reeks = desk.reeksen.of(row.id)
        if reeks is None:
            raise UserError("Deze afspraak hoort niet bij een reeks.")
        self._bereik = named(BereikKeuze(reeks.woorden), "bereik")
        day = dag_met_naam(local(row.begin).date())
        self.form.addWidget(text(f"{row.titel}, {day}", "vet"))
        self.form.add("Wat haal je weg?", self._bereik)
        self.store = self._store

    def _store(self) -> None:
        bereik = self._bereik.value()
        herstel = self._desk.reeksen.remove(self._row.id, bereik)
        self.said = _SAID[bereik].format(self._row.titel)
        self.undo = lambda: self._desk.reeksen.restore(herstel)
