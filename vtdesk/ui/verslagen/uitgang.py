"""From the lists and the editor to Uitgaand and the dossier."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.services.desk import Desk
from vtdesk.ui import uitgaand_deur
from vtdesk.ui.page import Page
from vtdesk.ui.verslagen.editor import VerslagEditor
from vtdesk.ui.verslagen.overview import Overview

NOTHING_CHOSEN = "Kies eerst een verslag dat al begonnen is."


class Uitgang(QObject):
    """What goes out is the verslag in the editor, or else the one that is chosen in a list."""

    def __init__(self, desk: Desk, page: Page, editor: VerslagEditor, overview: Overview) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._editor, self._overview = editor, overview
        page.on_action("uitgaand", self.let_go_out)
        page.on_action("dossier", self.show_dossier)
        page.on_action("dossier-erbij", self.collect)
        editor.parts.head.uitgaand_asked.connect(self.let_go_out)
        editor.parts.preview.uitgaand_asked.connect(self.let_go_out)
        overview.glance.uitgaand_asked.connect(self.let_go_out)
        overview.glance.dossier_asked.connect(self.collect)

    @Slot()
    def let_go_out(self) -> None:
        """Let it go out: the version on screen, or the newest one of a row."""
        if self._is_editing():
            if self._editor.is_kept():
                self._page.uitgaand_requested.emit(*self._editor.shown())
        elif (verslag_id := self._chosen()) is not None:
            uitgaand_deur.let_go_out(self._page, self._desk, verslag_id)

    @Slot()
    def collect(self) -> None:
        """Put it in the dossier of its casus."""
        is_kept = not self._is_editing() or self._editor.is_kept()
        if is_kept and (verslag_id := self._chosen()) is not None:
            uitgaand_deur.collect(self._page, self._desk, verslag_id)

    @Slot()
    def show_dossier(self) -> None:
        """Show the dossier of its casus."""
        if (verslag_id := self._chosen()) is not None:
            self._page.do(
                lambda: self._desk.verslagen.open(verslag_id),
                then=lambda verslag: self._page.dossier_requested.emit(verslag.casus_id),
            )

    def _is_editing(self) -> bool:
        return self._editor.isVisibleTo(self._page)

    def _chosen(self) -> UUID | None:
        """Give what it is about; says that nothing is chosen."""
        if self._is_editing():
            return self._editor.verslag_id()
        chosen = self._overview.chosen_verslag()
        if chosen is None:
            self._page.say(NOTHING_CHOSEN, tone="let-op")
        return chosen
