"""What one does in the tab: open a dialog, drag somebody, put the family on paper or in a file."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.deel import Part
from vtdesk.ui.casussen.gezin.dialogs import GezinDialogs
from vtdesk.ui.casussen.gezin.papier import PapierDialog
from vtdesk.ui.choose_file import choose_place
from vtdesk.values.genogram.tekening import Laag

SVG_SAVED = (
    "Opgeslagen als {}. Het bestand is niet versleuteld: laat het alleen staan waar het mag."
)


class GezinDeeds(QObject):
    """Does what keys, buttons and menu ask; `casus` tells which casus is on screen."""

    def __init__(self, part: Part, casus: Callable[[], CasusRow]) -> None:
        super().__init__(part.page)
        self._page = part.page
        self._desk = part.desk
        self._jobs = part.tools.jobs
        self._casus = casus
        self._dialogs = GezinDialogs(part.page, part.desk)

    def open(self, name: str, persoon_id: UUID | None = None, about: str = "") -> None:
        """Open a dialog about somebody in the casus, or about a tie or a stay of his."""
        words = [str(self._casus().id), str(persoon_id or ""), about]
        while not words[-1]:
            words.pop()
        self._page.open_dialog(name, *words)

    def open_house(self, huishouden_id: str = "") -> None:
        """Open the dialog of a house, or of a new one."""
        about = [huishouden_id] if huishouden_id else []
        self._page.open_dialog("huishouden", str(self._casus().id), *about)

    def move(self, persoon_id: UUID, before: float, after: float) -> None:
        """Let somebody stand elsewhere, and offer to put him back."""
        casus_id = self._casus().id
        self._page.do_with_undo(
            "Verplaatst in de tekening.",
            lambda: self._desk.genogrammen.schuif(casus_id, persoon_id, after),
            lambda: self._desk.genogrammen.schuif(casus_id, persoon_id, before),
        )

    def tidy(self) -> None:
        """Let everybody stand where the drawing would put him."""
        casus_id = self._casus().id
        places = dict(self._desk.genogrammen.gezin(casus_id).verschoven)
        self._page.do_with_undo(
            "Iedereen staat weer op zijn plek.",
            lambda: self._desk.genogrammen.zet(casus_id, {}),
            lambda: self._desk.genogrammen.zet(casus_id, places),
        )

    def show_paper(self, op: date, lagen: frozenset[Laag]) -> None:
        """Show the sheet as it will be printed."""
        what = self._desk.genogrammen.drukwerk(self._casus().id, op, lagen)
        PapierDialog(self._page, self._jobs, self._desk.papier.printers, what).open_form()

    def save_svg(self, op: date, lagen: frozenset[Laag]) -> None:
        """Ask where the SVG goes, and write it there."""
        casus_id = self._casus().id
        name = self._desk.genogrammen.bestandsnaam(casus_id, "svg")
        target = choose_place(self._page, "Opslaan als SVG", name, "SVG (*.svg)")
        if target is None:
            return

        def save() -> None:
            self._desk.genogrammen.save_svg(casus_id, target, op, lagen)

        if self._page.do(save):
            self._page.say(SVG_SAVED.format(target.name))
