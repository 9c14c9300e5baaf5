"""All that helps with words while she writes: spelling, Taalwacht, tekstbouwstenen and days."""

from uuid import UUID

from PySide6.QtCore import QObject

from vtdesk.services.desk import Desk
from vtdesk.ui.page import Tools
from vtdesk.ui.verslagen.bouwstenen import Bouwstenen
from vtdesk.ui.verslagen.spelling import SpellingHelp
from vtdesk.ui.verslagen.surface import Surface
from vtdesk.ui.verslagen.wanneer import Wanneer


class Schrijfhulp(QObject):
    """Follows the text that is open; nothing in it ever makes a key wait."""

    def __init__(self, desk: Desk, tools: Tools, edit: Surface) -> None:
        super().__init__(edit)
        self.spelling = SpellingHelp(desk, tools.jobs, edit)
        self.bouwstenen = Bouwstenen(desk, edit)
        self.wanneer = Wanneer(lambda: tools.clock().date(), edit)

    def open(self, casus_id: UUID | None) -> None:
        """Help with a text of this casus."""
        self.spelling.open(casus_id)
        self.bouwstenen.open(casus_id)
        self.wanneer.open()
