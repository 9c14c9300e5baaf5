"""The dialogs of the tab, each made by its name about a casus and one of its rows."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.veiligheid import WaarborgRow
from vtdesk.services.zicht import OverdrachtRow
from vtdesk.ui.casussen.veiligheid.noodkaart import KAART, NoodkaartDialog
from vtdesk.ui.casussen.veiligheid.politie_dialog import PolitieDialog
from vtdesk.ui.casussen.veiligheid.waarborg_dialogs import (
    ReactieDialog,
    ToetsDialog,
    WaarborgDialog,
    WaaromDialog,
)
from vtdesk.ui.casussen.veiligheid.zicht_dialogs import AanbiedDialog, AanvaardDialog, RegieDialog
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.labels import label
from vtdesk.ui.page import Page
from vtdesk.ui.paper.voorbeeld import Voorbeeld
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.kinds import Rol

GONE = "Dit bestaat niet meer in deze casus."


class VeiligheidDialogs(QObject):
    """Makes the dialogs and stores what they give."""

    made = Signal(object)  # UUID of the row that was added, or of which something was noted

    def __init__(self, page: Page, desk: Desk, jobs: Jobs) -> None:
        super().__init__(page)
        self._jobs = jobs
        self._page = page
        self._desk = desk
        self._clock = desk.clock
        for name, make in (
            ("waarborg-toevoegen", self._add),
            ("waarborg-wijzigen", self._change),
            ("waarborg-vervalt", self._lapse),
            ("toetsen", self._check),
            ("reactie", self._respond),
            ("zicht-aanbieden", self._offer),
            ("zicht-aanvaarden", self._accept),
            ("zicht-intrekken", self._withdraw),
            ("politie-toevoegen", self._agree),
            ("politie-wijzigen", self._change_agreement),
            ("casusregie", self._direct),
            ("noodkaart", self._card),
        ):
            page.dialogs.register(name, make)

    def _add(self, casus_id: str, soort: str = WaarborgSoort.AFSPRAAK) -> FormDialog:
        dialog = WaarborgDialog(self._clock().date(), None, self._page)
        dialog.sort.choose(WaarborgSoort(soort))
        made: list[UUID] = []

        def store() -> None:
            gegevens, made_on = dialog.gegevens(), dialog.made_on()
            if gegevens and made_on:
                new = self._desk.veiligheid.add(
                    UUID(casus_id),
                    dialog.sort.value(),
                    gegevens,
                    gemaakt_op=made_on,
                    voorstel=dialog.proposal.isChecked(),
                )
                made.append(new)

        dialog.store = store
        self._tell(
            dialog,
            lambda: made[-1],
            lambda: f"{label(dialog.sort.value()).word.capitalize()} toegevoegd.",
            lambda: self._desk.veiligheid.remove(made[-1]),
        )
        return dialog

    def _change(self, casus_id: str, waarborg_id: str) -> FormDialog:
        waarborg = self._waarborg(casus_id, waarborg_id)
        dialog = WaarborgDialog(self._clock().date(), waarborg, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.veiligheid.change(waarborg.id, waarborg.version, gegevens)

        dialog.store = store
        return dialog

    def _lapse(self, casus_id: str, waarborg_id: str) -> FormDialog:
        waarborg = self._waarborg(casus_id, waarborg_id)
        dialog = WaaromDialog(
            "Laten vervallen", "Waarom geldt dit niet meer?", "Laten vervallen", self._page
        )
        dialog.store = lambda: self._desk.veiligheid.lapse(waarborg.id, dialog.reden())
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "Dit is vervallen.", lambda: self._desk.veiligheid.restore(waarborg.id)
            )
        )
        return dialog

    def _check(self, casus_id: str, waarborg_id: str) -> FormDialog:
        waarborg = self._waarborg(casus_id, waarborg_id)
        by = self._desk.instellingen.gebruiker().naam
        statements = self._desk.uitspraken.rows(UUID(casus_id))
        dialog = ToetsDialog(self._clock().date(), waarborg, statements, by, self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.veiligheid.toets(waarborg.id, gegevens))

        dialog.store = store
        self._tell(
            dialog,
            lambda: waarborg.id,
            lambda: "De toets is bewaard.",
            lambda: self._desk.veiligheid.take_back(made[-1]),
        )
        return dialog

    def _respond(self, casus_id: str, waarborg_id: str) -> FormDialog:
        waarborg = self._waarborg(casus_id, waarborg_id)
        people = [
            person.voornaam
            for person in self._desk.personen.in_casus(UUID(casus_id))
            if person.rol is not Rol.MELDER
        ]
        dialog = ReactieDialog(self._clock().date(), waarborg, people, self._page)

        def store() -> None:
            if said := dialog.reactie():
                self._desk.veiligheid.respond(waarborg.id, *said)

        dialog.store = store
        return dialog

    def _offer(self, casus_id: str) -> FormDialog:
        holder = self._desk.zicht.estafette(UUID(casus_id)).nu.houder
        parties = [row.naam for row in self._desk.organisaties.in_casus(UUID(casus_id))]
        dialog = AanbiedDialog(self._clock(), holder, parties, self._page)

        def store() -> None:
            if offered := dialog.aanbod():
                self._desk.zicht.offer(UUID(casus_id), *offered)

        dialog.store = store
        return dialog

    def _accept(self, casus_id: str) -> FormDialog:
        offer = self._open_offer(casus_id)
        dialog = AanvaardDialog(self._clock(), offer, self._page)

        def store() -> None:
            if accepted := dialog.aanvaarding():
                self._desk.zicht.accept(offer.id, *accepted)

        dialog.store = store
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                f"{offer.gegevens.aan} heeft nu het zicht op veiligheid.",
                lambda: self._desk.zicht.take_back_acceptance(offer.id),
            )
        )
        return dialog

    def _withdraw(self, casus_id: str) -> FormDialog:
        offer = self._open_offer(casus_id)
        dialog = WaaromDialog(
            "Overdracht intrekken", "Waarom trek je dit in?", "Overdracht intrekken", self._page
        )
        dialog.store = lambda: self._desk.zicht.withdraw(offer.id, dialog.reden())
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "De overdracht is ingetrokken.",
                lambda: self._desk.zicht.take_back_withdrawal(offer.id),
            )
        )
        return dialog

    def _agree(self, casus_id: str) -> FormDialog:
        dialog = PolitieDialog(self._clock().date(), None, self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.veiligheid.agree(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        return dialog

    def _change_agreement(self, casus_id: str, politie_id: str) -> FormDialog:
        rows = self._desk.veiligheid.politieafspraken(UUID(casus_id))
        shown = row_of(rows, politie_id, GONE)
        dialog = PolitieDialog(self._clock().date(), shown, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.veiligheid.change_agreement(shown.id, shown.version, gegevens)

        dialog.store = store
        return dialog

    def _direct(self, casus_id: str) -> FormDialog:
        rows = self._desk.organisaties.in_casus(UUID(casus_id))
        if not rows:
            raise UserError("Voeg eerst de organisatie toe die de regie krijgt.")
        parties = [(row.naam, row.organisatie_id) for row in rows]
        dialog = RegieDialog(self._clock().date(), parties, self._page)

        def store() -> None:
            if chosen := dialog.regie():
                self._desk.regie.give(UUID(casus_id), *chosen)

        dialog.store = store
        return dialog

    def _card(self, casus_id: str) -> FormDialog:
        cards, casus = self._desk.noodkaarten, UUID(casus_id)
        people = cards.mensen(casus)
        if not people:
            raise UserError("Voeg eerst toe voor wie de kaart is.")
        police = [
            row for row in self._desk.veiligheid.politieafspraken(casus) if not row.beeindigd_op
        ]
        dialog = NoodkaartDialog(people, police, cards.nummers(casus), self._page)

        def store() -> None:
            card = cards.drukwerk(casus, dialog.keuze())
            printers = self._desk.papier.printers
            shown = Voorbeeld(KAART, self._page, self._jobs, printers=printers)
            shown.paper.message.connect(self._page.message_requested)
            dialog.stored.connect(lambda: shown.show_paper(card))

        dialog.store = store
        return dialog

    def _tell(
        self,
        dialog: FormDialog,
        about: Callable[[], UUID],
        words: Callable[[], str],
        undo: Callable[[], object],
    ) -> None:
        """Go to what was stored, and say it with the way back."""
        dialog.stored.connect(lambda: self.made.emit(about()))
        dialog.stored.connect(lambda: self._page.offer_undo(words(), undo))

    def _waarborg(self, casus_id: str, waarborg_id: str) -> WaarborgRow:
        return row_of(self._desk.veiligheid.waarborgen(UUID(casus_id)), waarborg_id, GONE)

    def _open_offer(self, casus_id: str) -> OverdrachtRow:
        offer = self._desk.zicht.estafette(UUID(casus_id)).aanbod
        if offer is None:
            raise UserError("Er staat geen overdracht meer open.")
        return offer
