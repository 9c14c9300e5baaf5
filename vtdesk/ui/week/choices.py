"""What she chose for the week: hers alone, off until she wants it."""

from dataclasses import replace

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction

from vtdesk.services.instellingen import Instellingen, Weergave
from vtdesk.ui.page import Page


class WeekChoices(QObject):
    """Two commands of the menu that stay on or off."""

    changed = Signal()

    def __init__(self, page: Page, instellingen: Instellingen) -> None:
        super().__init__(page)
        self._page, self._instellingen = page, instellingen
        self._heavy = page.on_action("week-zwaar", self._store)
        self._double = page.on_action("week-dubbel", self._store)
        for action in self.actions():
            action.setCheckable(True)
        self._double.setVisible(False)

    def actions(self) -> tuple[QAction, QAction]:
        """Give the commands for a menu."""
        return self._heavy, self._double

    def set_wide(self, *, wide: bool) -> None:
        """Offer two weeks only where there is room for them."""
        self._double.setVisible(wide)

    def read(self) -> Weergave:
        """Read what was chosen."""
        weergave = self._instellingen.weergave()
        for action, chosen in (
            (self._heavy, weergave.zware_gesprekken),
            (self._double, weergave.twee_weken),
        ):
            with QSignalBlocker(action):
                action.setChecked(chosen)
        return weergave

    @Slot()
    def _store(self) -> None:
        stored = self._instellingen.weergave()
        weergave = replace(
            stored,
            zware_gesprekken=self._heavy.isChecked(),
            twee_weken=self._double.isChecked(),
        )
        if self._page.do(lambda: self._instellingen.set_weergave(weergave)):
            self.changed.emit()
