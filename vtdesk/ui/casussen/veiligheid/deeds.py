"""What one does in the tab: every deed by its name, its dialog, and how to undo it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.desk import Desk
from vtdesk.services.regie import RegieRow
from vtdesk.services.veiligheid import PolitieRow, ToetsRow, WaarborgRow
from vtdesk.ui.casussen.veiligheid.dialogs import VeiligheidDialogs
from vtdesk.ui.casussen.veiligheid.rijen import Rij
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Page

_DIALOGS = (
    "waarborg-wijzigen",
    "waarborg-vervalt",
    "toetsen",
    "reactie",
    "politie-wijzigen",
)  # each about one row of the casus
_OF_CASUS = ("zicht-aanbieden", "zicht-aanvaarden", "zicht-intrekken")


class VeiligheidDeeds(QObject):
    """Does what the inspector, the keys and the head ask; `casus` tells which casus it is."""

    made = Signal(object)  # UUID of the row that was added, or of which something was noted

    def __init__(self, page: Page, desk: Desk, jobs: Jobs, casus: Callable[[], UUID]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._casus = casus
        self._dialogs = VeiligheidDialogs(page, desk, jobs)
        self._dialogs.made.connect(self.made)

    def add(self, name: str) -> None:
        """Open the dialog that adds something to the casus on screen."""
        self._page.open_dialog(name, str(self._casus()))

    @Slot(str, object)
    def do(self, name: str, rij: Rij) -> None:
        """Do the deed of this name with a row."""
        if name in _OF_CASUS:
            self.add(name)
        elif name in _DIALOGS:
            self._page.open_dialog(name, str(self._casus()), str(rij.id))
        else:
            self._do_at_once(name, rij)

    @Slot(object)
    def remove_toets(self, toets: ToetsRow) -> None:
        """Take a check away, and offer to put it back."""
        waarborg = next(
            row for row in self._desk.veiligheid.waarborgen(self._casus()) if toets in row.toetsen
        )
        self._page.do_with_undo(
            "De toets is weggehaald.",
            lambda: self._desk.veiligheid.take_back(toets.id),
            lambda: self._desk.veiligheid.toets(waarborg.id, toets.gegevens),
        )

    def _do_at_once(self, name: str, rij: Rij) -> None:
        veiligheid = self._desk.veiligheid
        match name, rij:
            case "waarborg-terug", WaarborgRow():
                self._page.do_with_undo(
                    "Dit geldt weer.",
                    lambda: veiligheid.restore(rij.id),
                    lambda: veiligheid.lapse(rij.id, rij.vervallen_want),
                )
            case "afgesproken", WaarborgRow():
                self._page.do_with_undo(
                    "Het voorstel is nu een afspraak.",
                    lambda: veiligheid.settle(rij.id),
                    lambda: veiligheid.unsettle(rij.id),
                )
            case "politie-beeindigen", PolitieRow():
                self._page.do_with_undo(
                    "De afspraak met de politie is beëindigd.",
                    lambda: veiligheid.end_agreement(rij.id),
                    lambda: veiligheid.resume_agreement(rij.id),
                )
            case "politie-hervatten", PolitieRow():
                self._page.do_with_undo(
                    "De afspraak met de politie geldt weer.",
                    lambda: veiligheid.resume_agreement(rij.id),
                    lambda: veiligheid.end_agreement(rij.id),
                )
            case "regie-terugnemen", RegieRow():
                self._page.do_with_undo(
                    f"{rij.naam} staat niet meer als casusregisseur.",
                    lambda: self._desk.regie.take_back(rij.id),
                    lambda: self._desk.regie.give(self._casus(), rij.organisatie_id, rij.vanaf),
                )
            case "aanvaarding-terug", _:
                self._take_back_acceptance()

    def _take_back_acceptance(self) -> None:
        estafette = self._desk.zicht.estafette(self._casus())
        since = estafette.nu.vanaf
        offer = next((o for o in estafette.overdrachten if o.aanvaard_op == since), None)
        if offer is not None:
            self._page.do_with_undo(
                "De aanvaarding is weggehaald. De overdracht staat weer open.",
                lambda: self._desk.zicht.take_back_acceptance(offer.id),
                lambda: self._desk.zicht.accept(offer.id, offer.aanvaard_door, since),
            )
