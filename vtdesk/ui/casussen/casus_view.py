"""One casus: its head, its hints, its tabs, and the inspector that follows the tab."""

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.casus_head import CasusHead
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.delen import DELEN
from vtdesk.ui.casussen.hint_bar import HintBar
from vtdesk.ui.page import Width
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import column, let_tab_walk, row
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_into, takes_keys
from vtdesk.ui.widgets.room import Room
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.values.change import Change

LEAST = 200  # of a tab with its row; under this the whole casus scrolls


class CasusView(QWidget):
    """Shows one casus; `people` stands at the right unless a tab brings an inspector.

    A tab is made when it is first seen.
    """

    deel_changed = Signal()

    def __init__(
        self,
        head: CasusHead,
        hints: HintBar,
        part: Part,
        people: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.head = head
        self.hints = hints
        self._part = part
        self._delen: dict[type[Deel], Deel] = {}
        self._casus: CasusRow | None = None
        self._width = Width.MIDDEN
        self.inspector = named(QStackedWidget(), "zijkant")
        self._people = Room(people)
        self.inspector.addWidget(self._people)
        self.tabs = Tabs("Delen van de casus", beside=self.inspector)
        for kind in DELEN:
            self.tabs.add_later(kind.title, partial(self._make, kind))
        self._to_mind = row(head.note, hints, air=0)
        layout = column(head, self._to_mind, 8, self.tabs, air=0)
        layout.setStretch(3, 1)
        self.setLayout(layout)

        self.tabs.changed.connect(self._follow)

    def show_casus(self, casus: CasusRow) -> None:
        """Show this casus in the head and, once seen, in each tab."""
        self._casus = casus
        self.head.show_casus(casus)
        self.hints.show_casus(casus)
        for deel in self._delen.values():
            deel.show_casus(casus)

    def on_changed(self, change: Change) -> None:
        """Let the hints and each tab know that something changed."""
        self.hints.on_changed(change)
        for deel in self._delen.values():
            deel.on_changed(change)

    def deel(self) -> Deel:
        """Give the tab in front."""
        return self._delen[DELEN[self.tabs.current()]]

    def make_all(self) -> None:
        """Make also the tabs that were not seen yet, for what they alone can open."""
        for number in range(len(DELEN)):
            self.tabs.widget(number)

    def go_to_tab(self, number: int) -> None:
        """Bring a tab to the front and let the keyboard begin in it."""
        self.tabs.show_tab(number)
        any(focus_into(pane) for pane in self.deel().panes())

    def show_people(self) -> None:
        """Bring the people of the casus to the front."""
        self.inspector.setCurrentWidget(self._people)

    def place(self) -> dict[str, Any]:
        """Say which tab is in front and where the user is in it."""
        return {"deel": self.deel().name(), "in": self.deel().place()}

    def return_to(self, place: dict[str, Any]) -> None:
        """Go back to a tab and to the place in it."""
        for number, kind in enumerate(DELEN):
            if kind.name() == place.get("deel"):
                self.tabs.show_tab(number)
                self.deel().return_to(place.get("in", {}))

    def on_width(self, width: Width) -> None:
        """Let the hints and each tab take the form for this room."""
        self._width = width
        self.hints.on_width(width)
        stacked = width is Width.KLEIN and style.is_large()
        ways = QBoxLayout.Direction
        self._to_mind.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self.tabs.setMinimumHeight(style.scaled(LEAST))
        for deel in self._delen.values():
            deel.on_width(width)

    def _make(self, kind: type[Deel]) -> Deel:
        deel = self._delen[kind] = kind(self._part)
        if deel.inspector:
            self.inspector.addWidget(deel.inspector)
        deel.deel_requested.connect(self._go_to)
        deel.on_width(self._width)
        if self._casus is not None:
            deel.show_casus(self._casus)
        return deel

    @Slot(str, object)
    def _go_to(self, name: str, place: dict[str, Any]) -> None:
        self.return_to({"deel": name, "in": place})

    @Slot(int)
    def _follow(self, _number: int) -> None:
        let_tab_walk(takes_keys(self.deel()), before=self.inspector)  # a tab is made after it
        self.inspector.setCurrentWidget(self.deel().inspector or self._people)
        self.deel_changed.emit()
