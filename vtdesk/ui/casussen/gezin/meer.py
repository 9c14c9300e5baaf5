"""The button with what one does less often in the tab."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from vtdesk.services.huishoudens import HuishoudenRow
from vtdesk.ui.casussen.gezin.deeds import GezinDeeds
from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.named import named
from vtdesk.values.genogram.tekening import Laag


class MeerKnop(QPushButton):
    """Ties, houses, paper and file."""

    def __init__(self, deeds: GezinDeeds, parent: QWidget | None = None) -> None:
        super().__init__("Meer", parent)
        named(self, "gezin-meer", "Meer")
        self.setProperty("kind", "small")
        icons.set_icon(self, "meer", "tekst")
        self._deeds = deeds
        self._menu = named(QMenu(self), "gezin-menu")
        self.setMenu(self._menu)

    def show_for(
        self,
        houses: Sequence[HuishoudenRow],
        op: date,
        lagen: frozenset[Laag],
        *,
        is_dragged: bool,
    ) -> None:
        """Offer what can be done with this family on this day."""
        deeds, menu = self._deeds, self._menu
        menu.clear()
        menu.addAction("Relatie toevoegen").triggered.connect(lambda _=False: deeds.open("relatie"))
        menu.addAction("Huishouden toevoegen").triggered.connect(lambda _=False: deeds.open_house())
        for house in houses:
            name = house.naam.replace("&", "&&")
            change = menu.addAction(f"'{name}' wijzigen")
            change.triggered.connect(partial(self._change, str(house.id)))
        menu.addSeparator()
        menu.addAction("Op papier").triggered.connect(lambda _=False: deeds.show_paper(op, lagen))
        menu.addAction("Bewaren als SVG").triggered.connect(
            lambda _=False: deeds.save_svg(op, lagen)
        )
        if is_dragged:
            menu.addSeparator()
            menu.addAction("Opnieuw schikken").triggered.connect(lambda _=False: deeds.tidy())

    def _change(self, huishouden_id: str) -> None:
        self._deeds.open_house(huishouden_id)
