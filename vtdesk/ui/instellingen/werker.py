"""Jij: the name, function and organisation that stand under every verslag."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.services.instellingen import Instellingen
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.messages import Message
from vtdesk.ui.moment_field import read_clock
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.form import Field, Form
from vtdesk.ui.widgets.named import named


class WerkerSettings(SettingsPart):
    """Who works here, and from when to when."""

    def __init__(self, instellingen: Instellingen, parent: QWidget | None = None) -> None:
        super().__init__("Jij", parent)
        self._instellingen = instellingen
        form = Form()
        self._name, self._role = named(QLineEdit(), "naam"), named(QLineEdit(), "functie")
        self._organisation = named(QLineEdit(), "organisatie")
        self._begin, self._end = named(QLineEdit(), "begin"), named(QLineEdit(), "einde")
        self._name_field = form.add("Naam", self._name, hint="Staat onder je verslagen.")
        form.add("Functie", self._role)
        form.add("Organisatie", self._organisation)
        self._begin_field = Field("Werkdag begint", self._begin)
        self._end_field = Field("Werkdag eindigt", self._end)
        form.addLayout(row(self._begin_field, self._end_field, air=12))
        self._store_button = named(secondary("Gegevens bewaren"), "bewaar-gegevens")
        self.card.body.addLayout(form)
        self.card.body.addLayout(row(self._store_button, None))
        self._store_button.clicked.connect(self._store)

    @override
    def read(self) -> None:
        werker = self._instellingen.gebruiker()
        self._name.setText(werker.naam)
        self._role.setText(werker.functie)
        self._organisation.setText(werker.organisatie)
        self._begin.setText(werker.werkdag_begin)
        self._end.setText(werker.werkdag_einde)

    @Slot()
    def _store(self) -> None:
        begin, end = read_clock(self._begin.text()), read_clock(self._end.text())
        name = self._name.text().strip()
        self._name_field.set_error("" if name else "Vul je naam in.")
        self._begin_field.set_error("" if begin else "Vul een tijd in, zoals 8:30.")
        fits = begin is not None and end is not None and begin < end
        self._end_field.set_error("" if fits else "Vul een tijd in na het begin, zoals 17:30.")
        if not (name and fits):
            return
        werker = replace(
            self._instellingen.gebruiker(),
            naam=name,
            functie=self._role.text().strip(),
            organisatie=self._organisation.text().strip(),
            werkdag_begin=f"{begin:%H:%M}",
            werkdag_einde=f"{end:%H:%M}",
        )
        if self.keep(lambda: self._instellingen.set_gebruiker(werker)):
            self.message_requested.emit(Message("Je gegevens zijn bewaard.", "goed"))
