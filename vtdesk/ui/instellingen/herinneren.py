"""Herinneren: how long before an appointment, for all that have no choice of their own."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.herinneringen import Herinneringen
from vtdesk.ui.format import duur
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.herinneren import Vooraf

EXPLAINED = (
    "Je ziet het in vtdesk zelf, als de kluis open is. Lunch, schrijven en eigen tijd beginnen "
    "zonder herinnering, tenzij je die bij de afspraak kiest."
)


class HerinnerenSettings(SettingsPart):
    """One choice."""

    def __init__(self, herinneringen: Herinneringen, parent: QWidget | None = None) -> None:
        super().__init__("Herinneren", parent)
        self._herinneringen = herinneringen
        minutes = [(f"{duur(one.minuten)} vooraf", one.minuten) for one in Vooraf if one.minuten]
        self._choice = named(Choices([("Nooit", None), *minutes]), "herinneren")
        self.card.body.addWidget(Field("Herinner me aan elke afspraak", self._choice))
        self.card.body.addWidget(text(EXPLAINED, "klein", tone="stil"))
        self._choice.currentIndexChanged.connect(self._store)

    @override
    def read(self) -> None:
        with QSignalBlocker(self._choice):
            self._choice.choose(self._herinneringen.standaard())

    @Slot()
    def _store(self) -> None:
        minutes = self._choice.value()
        self.keep(lambda: self._herinneringen.set_standaard(minutes))
