"""The dossier of a casus: what is collected to leave together, once, for one receiver."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from vtdesk.services.desk import Desk
from vtdesk.ui.page import Page, Tools


class DossierPage(Page):
    """Collected, put in order, looked at, and made for one receiver."""

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def show_casus(self, casus_id: UUID) -> None:
        """Show what is collected of a casus."""
        self._casus_id = casus_id
