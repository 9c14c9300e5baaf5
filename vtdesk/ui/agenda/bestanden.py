"""The agenda to and from a file of another program, from the menu of Vandaag."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.export_dialog import ExportDialog
from vtdesk.ui.agenda.import_dialog import ImportDialog
from vtdesk.ui.page import Page, Tools


class AgendaBestanden(QObject):
    """Reads another agenda in, and saves her own for another agenda."""

    def __init__(self, page: Page, desk: Desk, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._desk, self._tools = page, desk, tools

    def actions(self) -> tuple[QAction, ...]:
        """Give the commands, so that a menu can offer them."""
        return (
            self._page.on_action("agenda-inlezen", self.read_in),
            self._page.on_action("agenda-bewaren", self.save),
        )

    @Slot()
    def read_in(self) -> None:
        """Ask for a file and show what it would change."""
        dialog = ImportDialog(self._desk.agenda_import, self._tools.jobs, self._page)
        dialog.taken_in.connect(self._page.say)
        dialog.choose_file()

    @Slot()
    def save(self) -> None:
        """Ask what another agenda may know, and write it."""
        exports = self._desk.agenda_export
        ExportDialog(exports, lambda done: self._page.say(done.in_words()), self._page).open_form()
