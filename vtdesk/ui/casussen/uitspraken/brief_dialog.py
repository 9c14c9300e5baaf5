"""A letter of correction as it will be on paper, and the ways out."""

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.named import named

PAGE, HEIGHT = 900, 560  # the width of a page with its margins, and how much of it is seen
AROUND = 40  # of the screen that stays in sight beside the dialog


class BriefDialog(FormDialog):
    """Shows the pages of one letter; saving and printing are asked here."""

    def __init__(self, desk: Desk, jobs: Jobs, brief_id: UUID, parent: QWidget) -> None:
        super().__init__("Correctiebrief", "Sluiten", parent)
        self.refuse.hide()
        if notes := desk.correcties.let_op(brief_id):
            label = QLabel("\n".join(notes))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.form.addWidget(named(label, "let_op"))
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

    @override
    def open_form(self, kept: Content | None = None) -> None:
        super().open_form(kept)
        # Wide enough to read a line without scrolling sideways; its parent may be a dialog too.
        room = self.screen().availableGeometry()
        width = max(self.width(), min(PAGE, room.width() - AROUND))
        self.resize(width, self.height())
        self.move(room.x() + (room.width() - width) // 2, self.y())

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
