"""Where the parts of the page stand, at each width of the window."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QTabBar, QWidget
from typing_extensions import override

from vtdesk.ui.page import Width
from vtdesk.ui.theme import style
from vtdesk.ui.uitgaand.adreswachtkaart import Adreswachtkaart
from vtdesk.ui.uitgaand.maken import Uitweg
from vtdesk.ui.uitgaand.papierkaart import Papierkaart
from vtdesk.ui.uitgaand.stappen import Stap, Stappen
from vtdesk.ui.uitgaand.voorwie import FOR_WHOM, VoorWie
from vtdesk.ui.uitgaand.weglijst import Weglijst
from vtdesk.ui.uitgaand.woorden import CHOOSE, LOGGED
from vtdesk.ui.widgets.boxes import boxed, column, row, rule, scrolled
from vtdesk.ui.widgets.buttons import icon_button
from vtdesk.ui.widgets.deck import Deck
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import takes_keys
from vtdesk.ui.widgets.text import OneLine, text
from vtdesk.ui.widgets.tip import set_tip

WHO, PARTS, PAPER, MAKE = 0, 1, 2, 3  # tabs, where there is no room for all


class Indeling(QWidget):
    """Receiver at the left, what stays behind in the middle, the paper at the right."""

    title = "Uitgaand"
    question = FOR_WHOM
    has_high_foot = False  # it has a tab of its own where the window is low
    steps_in_words: Sequence[str] = tuple(Stap)
    tabs_in_words: Sequence[str] = ("Voor wie", "Wat blijft weg", "Op papier", "Maken")

    def __init__(self) -> None:
        super().__init__()
        self._width = Width.MIDDEN
        self._paper_shown = True  # F9
        self.back = named(icon_button("vorige", "Terug"), "terug-knop")
        self._about = OneLine("")
        self._about.setProperty("tone", "stil")
        named(self._about, "uitgaand-over")
        self.steps = Stappen(self.steps_in_words)
        self.who = VoorWie(self.question)
        self.paper = Papierkaart()
        self.foot = Uitweg()
        self.tabs = _tab_bar(self.title, self.tabs_in_words)
        self._middle, self._right = self.make_middle(), QFrame()
        self._making = self.make_foot()
        self._right.setProperty("kind", "card")
        self._paper_box = column(self.paper, air=12, margins=16)
        self._paper_box.setStretch(0, 1)
        self._right.setLayout(self._paper_box)
        self._foot_card = QFrame()
        self._foot_card.setProperty("kind", "card")
        self._foot_box = column(margins=8)
        self._foot_box.addStretch(1)
        self._foot_card.setLayout(self._foot_box)
        self._lay_out()
        self.tabs.currentChanged.connect(self._follow_tab)
        self._arrange()

    def make_middle(self) -> QWidget:
        """Make what stands between receiver and paper."""
        raise NotImplementedError

    def make_foot(self) -> QWidget:
        """Make what stands under the paper."""
        return self.foot

    def _lay_out(self) -> None:
        title = text(self.title, "titel", wrap=False)
        head = row(self.back, title, self._about, self.steps, air=10)
        head.setStretch(2, 1)
        self._beside = row(self.who, self._middle, self._right, air=12)
        body = self._body = column(self.tabs, air=8)
        body.addLayout(self._beside, 1)
        body.addWidget(self._foot_card)
        layout = column(head, air=12, margins=16)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def show_about(self, words: str) -> None:
        """Say what leaves."""
        self._about.setText(words)
        set_tip(self._about, words)

    def panes(self) -> list[QWidget]:
        """List the parts that one walks through, from left to right."""
        found: list[QWidget] = [self.who, self._middle, self.paper, self._making]
        return [pane for pane in found if pane.isVisible()]

    def follow_reading(self) -> None:
        """Let Tab walk as one reads; rows that came late would else come after the whole window."""
        parts = (self.back, self.tabs, self.who.people, self.who.ways, self._middle, self.paper)
        stops = [stop for part in (*parts, self._making) for stop in takes_keys(part)]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.tabs.updateGeometry()  # hidden, it did not tell that the text became larger

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        self.follow_reading()
        return super().focusNextPrevChild(forward)

    def toggle_paper(self) -> None:
        """Show or hide the paper; where it is a tab, go there and back."""
        if self._width is Width.KLEIN:
            here = self.tabs.currentIndex()
            self.tabs.setCurrentIndex(PARTS if here == PAPER else PAPER)
        else:
            self._paper_shown = not self._paper_shown
            self._arrange()

    def tab(self) -> int:
        """Give the tab in front."""
        return self.tabs.currentIndex()

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(number)

    def fit(self, width: Width) -> None:
        """Take the form that goes with this width."""
        self._width = width
        self._paper_shown = True
        self.steps.fit(narrow=width is Width.KLEIN)
        self._arrange()

    @Slot(int)
    def _follow_tab(self, _number: int) -> None:
        self._arrange()

    def _arrange(self) -> None:
        small, large = self._width is Width.KLEIN, self._width is Width.GROOT
        tight = small and style.is_large()  # no room for two things beside each other
        own_tab = tight or (small and self.has_high_foot)
        self.tabs.setVisible(small)
        for number, shown in ((WHO, tight), (MAKE, own_tab)):
            self.tabs.setTabVisible(number, shown)
            if not shown and self.tabs.currentIndex() == number:
                self.tabs.setCurrentIndex(PARTS)
        at = self.tabs.currentIndex()
        self.who.setVisible(not tight or at == WHO)
        self.who.fit(whole=tight)
        self._middle.setVisible(not small or at == PARTS)
        self._right.setVisible(at == PAPER if small else self._paper_shown)
        self._beside.setStretch(1, 6 if large else 11)
        self._beside.setStretch(2, 10 if large else 9)
        self._arrange_foot(own_tab=own_tab)
        self.foot.fit(low=small and not tight)
        self.paper.fit(beside=2 if large else 1)

    def _arrange_foot(self, *, own_tab: bool) -> None:
        """Put the buttons under the paper, or under all where the paper is not always there."""
        apart = self._width is Width.KLEIN or not self._paper_shown
        if apart:
            self._foot_box.insertWidget(0, self._making)
        else:
            self._paper_box.addWidget(self._making)
        (self._beside if own_tab else self._body).addWidget(self._foot_card)
        self._foot_card.setVisible(apart and (not own_tab or self.tabs.currentIndex() == MAKE))


class UitgaandIndeling(Indeling):
    """Hits and what stays behind in the middle; a sentence as long as nobody is chosen."""

    @override
    def make_middle(self) -> QWidget:
        self.guard = Adreswachtkaart()
        self.parts = Weglijst()
        self.empty = named(EmptyState(CHOOSE, icon="persoon"), "kies-eerst")
        logged = text(LOGGED, "klein", tone="stil")
        inside = QWidget()
        inside.setLayout(column(self.guard, self.parts, None, rule(), logged, air=10))
        self._judged = scrolled(inside)
        self._deck = Deck(self.empty, self._judged)
        card = boxed(column(self._deck, air=0, margins=12), kind="card")
        return named(card, "wat-blijft-weg", "Wat blijft weg")

    def show_empty(self, words: str) -> None:
        """Say what must be done first, in place of what stays behind."""
        self.empty.say(words)
        self._deck.turn_to(self.empty)

    def show_judged(self) -> None:
        """Show hits and what stays behind."""
        self._deck.turn_to(self._judged)


def _tab_bar(title: str, names: Sequence[str]) -> QTabBar:
    tabs = named(QTabBar(), "uitgaand-tabs", f"Delen van {title}")
    for number, words in enumerate(names):
        tabs.addTab(words)
        tabs.setAccessibleTabName(number, words)
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    return tabs
