"""The line on paper, as it will be printed, with the same ways out as a verslag."""

from collections.abc import Callable, Sequence

from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog

WIDE, HEIGHT, LEAST = 820, 560, 260
AROUND = 200  # of the window that is not preview


class TijdlijnAfdruk(FormDialog):
    """Shows the pages; saving and printing are asked here."""

    def __init__(self, page: Page, jobs: Jobs, printers: Callable[[], Sequence[str]]) -> None:
        super().__init__("Tijdlijn op papier", "Sluiten", page)
        self.refuse.hide()
        preview = Preview()
        window = page.window().size()
        preview.setMinimumHeight(max(LEAST, min(HEIGHT, window.height() - AROUND)))
        self.form.addWidget(preview)
        self.setMinimumWidth(min(style.scaled(WIDE), window.width() - 80))
        self._paper = Paper(
            jobs,
            preview,
            self,
            printers=printers,
            woorden=Woorden("de tijdlijn", "De tijdlijn", "Tijdlijn"),
        )
        self._paper.message.connect(page.message_requested)
        self.finished.connect(self._paper.put_away)

    def show_line(self, line: Drukwerk) -> None:
        """Show this part of the line."""
        self._paper.choose(line)
        self.open_form()
        self._paper.show()
