"""A letter of correction as it will be on paper, and the ways out."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named

HEIGHT = 460


class BriefDialog(FormDialog):
    """Shows the pages of one letter; saving and printing are asked here."""

    def __init__(self, desk: Desk, jobs: Jobs, brief_id: UUID, parent: QWidget) -> None:
        super().__init__("Correctiebrief", "Sluiten", parent)
        self.refuse.hide()
        preview = Preview()
        preview.setMinimumHeight(style.scaled(HEIGHT))
        self.form.addWidget(preview)
        self.paper = Paper(
            jobs,
            preview,
            self,
            printers=desk.papier.printers,
            woorden=Woorden("de brief", "De brief", "Brief"),
        )
        self.paper.message.connect(self._say)
        self.paper.choose(desk.papier.brief(brief_id))
        self.paper.show()
        self.finished.connect(self.paper.put_away)

    @Slot(object)
    def _say(self, message: Message) -> None:
        self.say_wrong(message.words)


class NietNodigDialog(FormDialog):
    """Asks why a letter is not sent."""

    def __init__(self, ontvanger: str, parent: QWidget) -> None:
        super().__init__("Brief niet nodig", "Reden bewaren", parent)
        self._why = named(QLineEdit(), "reden")
        self.form.add(f"Waarom krijgt {ontvanger} geen brief?", self._why)

    def want(self) -> str:
        """Give the reason."""
        return self._why.text().strip()
