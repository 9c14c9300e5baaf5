"""Which kinds of points one looks for: a button with a list to tick."""

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from vtdesk.ui.casussen.tijdlijn.woorden import SOORT
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.named import named
from vtdesk.values.tijdlijn import TijdlijnSoort

EVERYTHING = "Alle soorten"


class Soorten(QPushButton):
    """Says what is ticked; nothing ticked means everything."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(EVERYTHING, parent)
        named(self, "filter-soort")
        menu = QMenu(self)
        self._everything = menu.addAction(EVERYTHING)
        self._everything.triggered.connect(self._take_all)
        menu.addSeparator()
        self._actions = {soort: self._action(menu, soort) for soort in TijdlijnSoort}
        self.setMenu(menu)
        self._show_words()

    def offer(self, occurring: Collection[TijdlijnSoort]) -> None:
        """Offer the kinds that occur; what was ticked stays so while it occurs."""
        for soort, action in self._actions.items():
            action.setVisible(soort in occurring)
            action.setChecked(action.isChecked() and soort in occurring)
        self._show_words()

    def offered(self) -> list[TijdlijnSoort]:
        """List the kinds that can be ticked."""
        return [soort for soort, action in self._actions.items() if action.isVisible()]

    def chosen(self) -> frozenset[TijdlijnSoort]:
        """Give the kinds that are ticked."""
        return frozenset(soort for soort, action in self._actions.items() if action.isChecked())

    def choose(self, kinds: Collection[TijdlijnSoort]) -> None:
        """Tick these kinds and no other."""
        for soort, action in self._actions.items():
            action.setChecked(soort in kinds)
        self._show_words()

    def _action(self, menu: QMenu, soort: TijdlijnSoort) -> QAction:
        action = menu.addAction(SOORT[soort].word)
        action.setObjectName(f"soort-{soort.value}")
        action.setCheckable(True)
        action.triggered.connect(self._tell)
        return action

    @Slot()
    def _take_all(self) -> None:
        self.choose(())
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self._show_words()
        self.changed.emit()

    def _show_words(self) -> None:
        kinds = sorted(self.chosen(), key=list(TijdlijnSoort).index)
        words = SOORT[kinds[0]].word if len(kinds) == 1 else aantal(len(kinds), "soort", "soorten")
        self.setText(words if kinds else EVERYTHING)
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(", ".join(SOORT[soort].word for soort in kinds))
