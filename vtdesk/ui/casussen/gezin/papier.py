"""The genogram as it will be on paper, with the same ways out as a verslag."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot

from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog

HEIGHT, LEAST, AROUND = 640, 260, 190
WIDE = 900  # an A4 on its side


class PapierDialog(FormDialog):
    """One sheet on its side; saving and printing are asked here."""

    def __init__(
        self, page: Page, jobs: Jobs, printers: Callable[[], Sequence[str]], what: Drukwerk
    ) -> None:
        super().__init__("Genogram op papier", "Sluiten", page)
        self.refuse.hide()
        room = page.window().size()
        preview = Preview()
        preview.setMinimumHeight(max(LEAST, min(style.scaled(HEIGHT), room.height() - AROUND)))
        self.form.addWidget(preview)
        self.setMinimumWidth(min(style.scaled(WIDE), room.width() - 40))
        woorden = Woorden("het genogram", "Het genogram", "Genogram")
        self.paper = Paper(jobs, preview, self, printers=printers, woorden=woorden)
        self.paper.message.connect(self._say)
        self.paper.choose(what)
        self.paper.show()
        self.finished.connect(self.paper.put_away)

    @Slot(object)
    def _say(self, message: Message) -> None:
        self.say_wrong(message.words)
