"""A paper of its own in a dialog: as it will be printed, with the ways out that a verslag has."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text

HEIGHT, LEAST = 640, 300  # of the preview: a card and the buttons above it
WIDE = 580  # so that the ways out stand beside the title
AROUND = 190  # of the window that is not preview


class Voorbeeld(FormDialog):
    """Shows one thing; what came of saving or printing it is said below, and by `paper`."""

    def __init__(
        self,
        woorden: Woorden,
        parent: QWidget,
        jobs: Jobs,
        *,
        printers: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(woorden.los, "Sluiten", parent)
        self.refuse.hide()
        preview = Preview()
        preview.setMinimumHeight(max(LEAST, min(HEIGHT, parent.window().height() - AROUND)))
        self._said = named(text(), "papier-gezegd")
        self._said.hide()
        self.form.addWidget(preview)
        self.form.addWidget(self._said)
        self.setMinimumWidth(style.scaled(WIDE))
        self.paper = Paper(jobs, preview, self, printers=printers, woorden=woorden)
        self.paper.message.connect(self._say)
        self.finished.connect(self.paper.put_away)

    def show_paper(self, what: Drukwerk) -> None:
        """Show this."""
        self.paper.choose(what)
        self.open_form()
        self.paper.show()

    @Slot(object)
    def _say(self, message: Message) -> None:
        self._said.setText(message.words)
        self._said.setAccessibleName(message.words)
        self._said.show()
        restyle(self._said, tone=message.tone)
