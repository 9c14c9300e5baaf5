"""Making the whole dossier at once: locked with a password of words, or plain when she says so."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.drukwerk import Drukwerk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Page
from vtdesk.ui.paper.paper import Woorden
from vtdesk.ui.uitgaand.dossier_gang import DossierGang
from vtdesk.ui.uitgaand.uitvoer import PLAIN_PDF, Uitvoer
from vtdesk.ui.uitgaand.wachtwoord_dialog import WachtwoordDialog

LOCKED = "Het bestand is versleuteld; alleen wie het wachtwoord heeft, kan het openen."


class Dossieruitvoer(Uitvoer):
    """The password is drawn for each file, shown once, and kept nowhere."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        page: Page,
        gang: DossierGang,
        is_locked: Callable[[], bool],
    ) -> None:
        words = Woorden("het dossier", "Het dossier", "Dossier")
        super().__init__(desk, jobs, page, lambda: gang.who, words)
        self._gang, self._is_locked = gang, is_locked

    @override
    @Slot()
    def pdf(self) -> None:
        """Ask where the file goes, make it there, search it again, and show its password."""
        make = self._gang.maker()
        password = self._desk.dossiers.wachtwoord() if self._is_locked() else None

        def ask(what: Drukwerk, name: str) -> None:
            target = self.place("Dossier maken", name, "PDF (*.pdf)")
            if target is not None:
                words = "Het dossier wordt gemaakt en nagekeken…"
                then = partial(self._tell, target.name, password)
                self.run(lambda: what.save(target), words, then)

        self.prepare(lambda: make(password), ask)

    @override
    @Slot()
    def print(self) -> None:
        """Ask which printer, and send all of it there."""
        make = self._gang.maker()
        self.print_it(lambda: make(None))

    def _tell(self, file: str, password: str | None) -> None:
        self.say(f"Gemaakt als {file}. {PLAIN_PDF if password is None else LOCKED}")
        if password is not None:
            WachtwoordDialog(password, file, self._page).open_form()
