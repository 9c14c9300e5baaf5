"""Instellingen: a list at the left, one page at the right; every change is stored at once."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.instellingen.bouwstenen import BouwstenenSettings
from vtdesk.ui.instellingen.grenzen import GrenzenSettings
from vtdesk.ui.instellingen.herinneren import HerinnerenSettings
from vtdesk.ui.instellingen.kluis import KluisSettings
from vtdesk.ui.instellingen.logboek import LogboekSettings
from vtdesk.ui.instellingen.part import SettingsPart
from vtdesk.ui.instellingen.regels import (
    FeestdagSettings,
    TermijnregelSettings,
    register_dialog,
)
from vtdesk.ui.instellingen.reservekopie import ReservekopieSettings
from vtdesk.ui.instellingen.sjablonen import SjablonenSettings
from vtdesk.ui.instellingen.taalwacht import TaalwachtSettings
from vtdesk.ui.instellingen.vernietigd import VernietigdSettings
from vtdesk.ui.instellingen.vertrek import VertrekSettings
from vtdesk.ui.instellingen.weergave import WeergaveSettings
from vtdesk.ui.instellingen.werker import WerkerSettings
from vtdesk.ui.instellingen.woorden import WoordenSettings
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.slot.door import Door
from vtdesk.ui.theme import measure
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind

PARTS = (
    "Weergave",
    "Kluis",
    "Reservekopie",
    "Jij",
    "Herinneren",
    "Termijnregels",
    "Feestdagen",
    "Sjablonen",
    "Taalwacht",
    "Tekstbouwstenen",
    "Eigen woorden",
    "Vernietigd",
    "Logboek",
    "Laptop verlaten",
    "Wat vtdesk niet kan",
)
LIST_WIDTH = 190


class InstellingenPage(Page):
    """How it looks, who works here, and the rules and texts of the office."""

    watches = frozenset({Kind.INSTELLING, Kind.VERZOEK})

    def __init__(
        self, desk: Desk, tools: Tools, *, look: Look, door: Door, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._weergave = WeergaveSettings(desk.instellingen, look)
        self._kluis = KluisSettings(
            desk.instellingen, desk.herstelblad, desk.snelopenen, tools.jobs, door
        )
        self._reservekopie = ReservekopieSettings(desk, tools, door)
        self._werker = WerkerSettings(desk.instellingen)
        self._termijnregels = TermijnregelSettings(desk.regels, self)
        self._feestdagen = FeestdagSettings(desk.regels, tools.clock, self)
        self._vertrek = VertrekSettings(desk.vertrek, tools.jobs)
        self._parts: tuple[SettingsPart, ...] = (
            self._weergave,
            self._kluis,
            self._reservekopie,
            self._werker,
            HerinnerenSettings(desk.herinneringen),
            self._termijnregels,
            self._feestdagen,
            SjablonenSettings(desk.sjablonen, self),
            TaalwachtSettings(desk.taalwacht, self),
            BouwstenenSettings(desk.bouwstenen, self),
            WoordenSettings(desk.spelling, self),
            VernietigdSettings(desk.vernietigingen),
            LogboekSettings(desk.logboek, tools),
            self._vertrek,
            GrenzenSettings(),
        )
        self._list = named(RowList[str](lambda part: Line(part, strong=False)), "delen", "Delen")
        self._stack = QStackedWidget()
        for part in self._parts:
            self._stack.addWidget(scrolled(part))
        side = Card()
        measure.hold(side, width=LIST_WIDTH)
        side.body.addWidget(self._list)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(text("Instellingen", "titel"))
        body = row(side, self._stack, air=12)
        body.setStretch(1, 1)
        layout.addLayout(body, 1)

        register_dialog(self, desk.regels)
        self._list.set_rows(PARTS)
        self._list.chosen.connect(self._show_part)
        for part in self._parts:
            part.message_requested.connect(self.message_requested)
        for closing in (self._kluis, self._reservekopie, self._vertrek):
            closing.lock_requested.connect(self.lock_requested)
        self._list.choose(lambda part: part == PARTS[0])

    @override
    def refresh(self) -> None:
        for part in self._parts:
            part.read()

    @override
    def panes(self) -> list[QWidget]:
        return [self._list, self._stack]

    def look_at_herstelblad(self) -> None:
        """Bring Kluis to the front, and ask two groups of the sheet."""
        self.show_part("Kluis")
        self._kluis.sleutels.look_at_sheet()

    def show_part(self, part: str) -> None:
        """Bring one part to the front."""
        self._list.choose(lambda found: found == part)

    @Slot(object)
    def _show_part(self, part: str) -> None:
        self._stack.setCurrentIndex(PARTS.index(part))
