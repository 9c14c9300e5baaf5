"""Who is invited: people and organisations of the casus to tick, and any other name to add."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.organisaties import InzetRow
from vtdesk.services.personen import PersoonRow
from vtdesk.ui.agenda.naam_veld import NaamVeld
from vtdesk.ui.labels import ROL
from vtdesk.ui.widgets.boxes import column, emptied, let_tab_walk, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Rol

NOBODY = "Voeg bij de casus eerst mensen toe, of vul hieronder een naam in."


def of_persoon(persoon: PersoonRow) -> DeelnameGegevens:
    """Invite a person of the casus in the role that this person has there."""
    word = ROL[persoon.rol].word
    hoedanigheid = f"{word}, {persoon.organisatie}" if persoon.organisatie else word
    return DeelnameGegevens(persoon.naam, hoedanigheid, persoon_id=persoon.id)


def of_organisatie(inzet: InzetRow) -> DeelnameGegevens:
    """Invite an organisation that works in the casus."""
    return DeelnameGegevens(inzet.naam, inzet.contactpersoon, organisatie_id=inzet.organisatie_id)


def same(one: DeelnameGegevens, other: DeelnameGegevens) -> bool:
    """Tell whether both are about the same person, organisation or free name."""
    if one.persoon_id or other.persoon_id:
        return one.persoon_id == other.persoon_id
    if one.organisatie_id or other.organisatie_id:
        return one.organisatie_id == other.organisatie_id
    return one.naam.casefold() == other.naam.casefold()


class Genodigden(QWidget):
    """A tick per person and organisation, children first, and a field for another name."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[DeelnameGegevens] = []
        self._ticks: list[QCheckBox] = []
        self._nobody = text(NOBODY, "klein", tone="stil")
        self._list = column(air=0)
        self._name = named(NaamVeld(), "andere-naam", "Iemand anders")
        self._name.setPlaceholderText("Iemand anders, bijvoorbeeld een tolk")
        self._add = named(small("Toevoegen"), "naam-erbij")
        self.setLayout(column(self._nobody, self._list, row(self._name, self._add), air=4))
        self.setFocusProxy(self._name)
        self._add.clicked.connect(self.add_name)
        self._name.entered.connect(self.add_name)

    def offer(self, personen: Sequence[PersoonRow], inzet: Sequence[InzetRow]) -> None:
        """Offer the people and organisations of a casus; who was ticked stays so."""
        kept = self.invited()
        known = [persoon for persoon in personen if persoon.rol is not Rol.MELDER]
        offered = [*map(of_persoon, known), *map(of_organisatie, inzet)]
        free = [one for one in kept if one.persoon_id is None and one.organisatie_id is None]
        self._show([*offered, *free], kept)

    def show_invited(self, invited: Sequence[DeelnameGegevens]) -> None:
        """Tick who was invited; who is no longer in the casus stays on the list."""
        gone = [one for one in invited if not any(same(one, known) for known in self._offered)]
        self._show([*self._offered, *gone], invited)

    def invited(self) -> list[DeelnameGegevens]:
        """Give who is ticked, in the order of the list."""
        return [
            offered
            for offered, tick in zip(self._offered, self._ticks, strict=True)
            if tick.isChecked()
        ]

    def half_typed(self) -> dict[str, Any]:
        """Give who is on the list, who is ticked, and the name that is being typed."""
        ticked = [tick.isChecked() for tick in self._ticks]
        on_list = [[one.naam, one.hoedanigheid] for one in self._offered]
        return {"lijst": on_list, "aan": ticked, "naam": self._name.text()}

    def give_back(self, kept: dict[str, Any]) -> None:
        """Show the list again with its ticks; names that were added by hand come back."""
        ticked = {tuple(who): on for who, on in zip(kept["lijst"], kept["aan"], strict=True)}
        known = {(one.naam, one.hoedanigheid) for one in self._offered}
        added = [DeelnameGegevens(*who) for who in ticked if who not in known]
        offered = [*self._offered, *added]
        self._show(offered, [one for one in offered if ticked.get((one.naam, one.hoedanigheid))])
        self._name.setText(kept["naam"])

    @Slot()
    def add_name(self) -> None:
        """Add the typed name and tick it."""
        naam = self._name.text().strip()
        if not naam:
            return
        self._name.clear()
        added = DeelnameGegevens(naam)
        kept = self.invited()
        known = [one for one in self._offered if not same(one, added)]
        self._show([*known, added], [*kept, added])
        self.changed.emit()

    def _show(
        self, offered: Sequence[DeelnameGegevens], ticked: Sequence[DeelnameGegevens]
    ) -> None:
        emptied(self._list)
        self._offered, self._ticks = [], []
        for one in offered:
            known = next((other for other in ticked if same(one, other)), None)
            self._offered.append(replace(known) if known else one)
            self._ticks.append(self._tick(self._offered[-1], ticked=known is not None))
        self._nobody.setVisible(not offered)
        let_tab_walk(self._ticks, before=self._name)

    def _tick(self, one: DeelnameGegevens, *, ticked: bool) -> QCheckBox:
        words = f"{one.naam}, {one.hoedanigheid}" if one.hoedanigheid else one.naam
        tick = named(QCheckBox(words.replace("&", "&&")), "genodigde", words)
        tick.setChecked(ticked)
        self._list.addWidget(tick)
        tick.toggled.connect(self.changed)
        return tick
