"""A letter of correction: by which way it goes, and as it will be on paper."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.paper.wegen import way
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.keuzerij import Keuzelijst
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

PAGE, HEIGHT = 900, 560  # the width of a page with its margins, and how much of it is seen
AROUND = 40  # of the screen that stays in sight beside the dialog


class BriefDialog(FormDialog):
    """Asks by which way one letter goes and shows its pages; it is saved and printed here."""

    def __init__(self, desk: Desk, jobs: Jobs, brief_id: UUID, parent: QWidget) -> None:
        super().__init__("Correctiebrief", "Sluiten", parent)
        self.refuse.hide()
        self._desk, self._brief_id = desk, brief_id
        self._wegen = desk.correcties.wegen(brief_id)
        self._add_notes()
        self._ontvanger = desk.correcties.brief(brief_id).ontvanger
        question = f"Hoe krijgt {self._ontvanger} deze brief?"
        self.ways = Keuzelijst("weg", question)
        self.form.addWidget(text(question, "vet"))
        self.form.addWidget(self.ways)
        self._preview = Preview()
        self._preview.setMinimumHeight(style.scaled(HEIGHT))
        self.form.addWidget(self._preview)
        self._done = named(text("", tone="goed"), "gedaan")
        self.form.addWidget(self._done)
        self._done.hide()
        self.paper = Paper(
            jobs,
            self._preview,
            self,
            printers=desk.papier.printers,
            woorden=Woorden("de brief", "De brief", "Brief"),
        )
        self.paper.message.connect(self._say)
        self.finished.connect(self.paper.put_away)
        can = [one.id for one in self._wegen if one.kan]
        only = can[0] if len(can) == 1 else None
        self.ways.show_choices([way(one) for one in self._wegen], only)
        self.ways.chosen.connect(self._go_by)
        self._go_by(only)

    def _add_notes(self) -> None:
        if notes := self._desk.correcties.let_op(self._brief_id):
            self.form.addWidget(named(text("\n".join(notes)), "let_op"))

    @Slot(object)
    def _go_by(self, way_id: str | None) -> None:
        """Show the letter as it goes by this way; nothing is saved before one is chosen."""
        name = next((one.naam for one in self._wegen if one.id == way_id), "")
        first = "" if name else f"Kies eerst hoe {self._ontvanger} deze brief krijgt."
        self._preview.open_ways(first)
        self.paper.choose(self._desk.papier.brief(self._brief_id, name))
        self.paper.show()

    @override
    def open_form(self, kept: Content | None = None) -> None:
        super().open_form(kept)
        # Wide enough to read a line without scrolling sideways; its parent may be a dialog too.
        room = self.screen().availableGeometry()
        width = max(self.width(), min(PAGE, room.width() - AROUND))
        self.resize(width, self.height())
        self.move(room.x() + (room.width() - width) // 2, self.y())
        if not kept:
            self.ways.begin()

    @Slot(object)
    def _say(self, message: Message) -> None:
        is_well = message.tone == "goed"
        self._done.setText(message.words if is_well else "")
        self._done.setVisible(is_well)
        self.say_wrong("" if is_well else message.words)


class NietNodigDialog(FormDialog):
    """Asks why a letter is not sent."""

    def __init__(self, ontvanger: str, parent: QWidget) -> None:
        super().__init__("Brief niet nodig", "Reden bewaren", parent)
        self._why = named(QLineEdit(), "reden")
        self.form.add(f"Waarom krijgt {ontvanger} geen brief?", self._why)

    def want(self) -> str:
        """Give the reason."""
        return self._why.text().strip()
