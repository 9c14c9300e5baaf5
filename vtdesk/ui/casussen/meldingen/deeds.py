"""What one does in the tab: every deed by its name, and how to undo it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import Beoordeling, InstrumentRow
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MeldingRow
from vtdesk.services.voorvullen.intake import INTAKEFORMULIER
from vtdesk.ui.casussen.meldingen.dialogs import MeldingenDialogs
from vtdesk.ui.casussen.meldingen.rijen import Rij
from vtdesk.ui.page import Page

REMOVALS = ("melding-weghalen", "besluit-weghalen", "instrument-weghalen")


class MeldingenDeeds(QObject):
    """Does what the inspector and the keys ask; `casus` tells which casus it is."""

    made = Signal(object)  # UUID of the row that was added

    def __init__(self, page: Page, desk: Desk, casus: Callable[[], UUID]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._casus = casus
        self._dialogs = MeldingenDialogs(page, desk)
        self._dialogs.made.connect(self.made)

    def add(self, name: str) -> None:
        """Open the dialog that adds something to the casus on screen."""
        self._page.open_dialog(name, str(self._casus()))

    def write_form(self) -> None:
        """Begin the intakeformulier crisis, filled in, and open it in the editor."""
        self._page.do(
            lambda: self._desk.formulieren.begin(self._casus(), INTAKEFORMULIER),
            then=self._page.verslag_requested.emit,
        )

    @Slot(str, object)
    def do(self, name: str, rij: Rij) -> None:
        """Do the deed of this name with a row."""
        casus = self._casus()
        match name, rij:
            case "beoordeling-opnieuw", Beoordeling():
                self._page.open_dialog("beoordeling-toevoegen", str(casus), rij.organisatie)
            case "besluit-over-melding", MeldingRow():
                self._page.open_dialog("besluit-toevoegen", str(casus), str(rij.id))
            case "terugkoppeling-weg", MeldingRow():
                self._untell_melder(rij)
            case _ if name in REMOVALS:
                self._remove(casus, rij)
            case _:
                self._page.open_dialog(name, str(casus), str(rij.id))

    @Slot(object)
    def untell(self, besluit: BesluitRow) -> None:
        """Undo that the one who was noted last was told."""
        told = besluit.verteld[-1]
        self._page.do_with_undo(
            f"{told.wie} staat niet meer bij dit besluit.",
            lambda: self._desk.besluiten.untell(besluit.id, told),
            lambda: self._desk.besluiten.tell(besluit.id, told),
        )

    def _untell_melder(self, rij: MeldingRow) -> None:
        day = rij.teruggekoppeld_op
        if day is not None:
            self._page.do_with_undo(
                "De terugkoppeling is weggehaald.",
                lambda: self._desk.meldingen.untell_melder(rij.id),
                lambda: self._desk.meldingen.tell_melder(rij.id, day),
            )

    def _remove(self, casus: UUID, rij: Rij) -> None:
        match rij:
            case MeldingRow():
                self._page.do_with_undo(
                    f"Melding {rij.naam} is weggehaald.",
                    lambda: self._desk.meldingen.remove(rij.id),
                    lambda: self._desk.meldingen.add(casus, rij.gegevens),
                )
            case BesluitRow():
                self._page.do_with_undo(
                    "Het concept van dit besluit is weggehaald.",
                    lambda: self._desk.besluiten.remove(rij.id),
                    lambda: self._desk.besluiten.add(casus, rij.gegevens, rij.antwoorden),
                )
            case InstrumentRow():
                self._page.do_with_undo(
                    "De uitkomst is weggehaald.",
                    lambda: self._desk.crisis.take_back_record(rij.id),
                    lambda: self._desk.crisis.record(casus, rij.gegevens),
                )
