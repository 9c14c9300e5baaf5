"""The dialogs of the tab, each made by its name about a casus and one of its rows."""

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.services.besluiten import BesluitGegevens, BesluitRow
from vtdesk.services.crisis import InstrumentRow
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingRow
from vtdesk.services.zicht import VEILIG_THUIS
from vtdesk.ui.casussen.afgeschermd_dialogs import RedenDialog
from vtdesk.ui.casussen.meldingen.besluit_dialogs import (
    BesluitDialog,
    DefinitiefDialog,
    Omgeving,
    VerteldDialog,
)
from vtdesk.ui.casussen.meldingen.crisis_dialogs import BeoordelingDialog, InstrumentDialog
from vtdesk.ui.casussen.meldingen.melding_dialogs import MelderDialog, MelderInzage, MeldingDialog
from vtdesk.ui.casussen.meldingen.tegenspraak_dialog import TegenspraakDialog
from vtdesk.ui.day_field import DayField, needed_day
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.casuskinds import BesluitSoort, BesluitVervolg
from vtdesk.values.kinds import Rol

GONE = "Dit bestaat niet meer in deze casus."
R = TypeVar("R", MeldingRow, BesluitRow, InstrumentRow)


class MeldingenDialogs(QObject):
    """Makes the dialogs and stores what they give."""

    made = Signal(object)  # UUID of the row that was added

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._clock = desk.clock
        for name, make in (
            ("melding-toevoegen", self._add),
            ("melding-wijzigen", self._change),
            ("melder-vastleggen", self._melder),
            ("melder-openen", self._open_melder),
            ("terugkoppeling", self._tell_melder),
            ("beoordeling-toevoegen", self._rate),
            ("instrument-toevoegen", self._record),
            ("instrument-wijzigen", self._change_record),
            ("besluit-toevoegen", self._decide),
            ("besluit-wijzigen", self._change_besluit),
            ("tegenspraak", self._challenge),
            ("besluit-definitief", self._finalise),
            ("besluit-vertellen", self._tell),
        ):
            page.dialogs.register(name, make)

    # Meldingen

    def _add(self, casus_id: str) -> FormDialog:
        can_join = self._desk.meldingen.can_join(UUID(casus_id))
        dialog = MeldingDialog(self._clock(), None, can_join=can_join, parent=self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.meldingen.add(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "De melding is toegevoegd.", lambda: self._desk.meldingen.remove(made[-1])
            )
        )
        return dialog

    def _change(self, casus_id: str, melding_id: str) -> FormDialog:
        melding = self._melding(casus_id, melding_id)
        can_join = self._desk.meldingen.can_join(UUID(casus_id))
        dialog = MeldingDialog(self._clock(), melding, can_join=can_join, parent=self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.meldingen.change(melding.id, melding.version, gegevens)

        dialog.store = store
        return dialog

    def _melder(self, casus_id: str, melding_id: str) -> FormDialog:
        melding = self._melding(casus_id, melding_id)
        dialog = MelderDialog(melding, self._page)
        dialog.store = lambda: self._desk.meldingen.set_melder(melding.id, dialog.gegevens())
        return dialog

    def _open_melder(self, casus_id: str, melding_id: str) -> FormDialog:
        melding = self._melding(casus_id, melding_id)
        ask = RedenDialog(f"de melder van {melding.naam}", self._page)
        found: list[MelderGegevens] = []

        def store() -> None:
            found.append(self._desk.meldingen.open_melder(melding.id, ask.reason.text()))

        def show() -> None:
            # Not by name: after a lock she gives a reason again before she sees it.
            MelderInzage(melding.naam, found[-1], self._page).open_form()

        ask.store = store
        ask.stored.connect(show)
        return ask

    def _tell_melder(self, casus_id: str, melding_id: str) -> FormDialog:
        melding = self._melding(casus_id, melding_id)
        dialog = FormDialog("Terugkoppeling aan de melder", "Terugkoppeling bewaren", self._page)
        today = self._clock().date()
        day = named(DayField(today), "op")
        day.set_day(today)
        field = dialog.form.add(
            "Wanneer hoorde de melder het?",
            day,
            hint="De melder hoort of er iets volgt, en wie het overneemt.",
        )

        def store() -> None:
            if told := needed_day(day, field):
                self._desk.meldingen.tell_melder(melding.id, told)

        dialog.store = store
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "De terugkoppeling is vastgelegd.",
                lambda: self._desk.meldingen.untell_melder(melding.id),
            )
        )
        return dialog

    # Crisis

    def _rate(self, casus_id: str, organisatie: str = VEILIG_THUIS) -> FormDialog:
        rows = self._desk.organisaties.in_casus(UUID(casus_id))
        known = self._desk.crisis.reeks(UUID(casus_id)).organisaties
        parties = list(dict.fromkeys([VEILIG_THUIS, *known, *(row.naam for row in rows)]))
        by = self._desk.instellingen.gebruiker().naam if organisatie == VEILIG_THUIS else ""
        dialog = BeoordelingDialog(self._clock(), parties, organisatie, by, self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.crisis.rate(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        return dialog

    def _record(self, casus_id: str) -> FormDialog:
        dialog = InstrumentDialog(self._clock().date(), None, self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.crisis.record(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "De uitkomst is toegevoegd.", lambda: self._desk.crisis.take_back_record(made[-1])
            )
        )
        return dialog

    def _change_record(self, casus_id: str, instrument_id: str) -> FormDialog:
        shown = row_of(self._desk.crisis.instrumenten(UUID(casus_id)), instrument_id, GONE)
        dialog = InstrumentDialog(self._clock().date(), shown.gegevens, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.crisis.change_record(shown.id, shown.version, gegevens)

        dialog.store = store
        return dialog

    # Besluiten

    def _decide(self, casus_id: str, melding_id: str = "") -> FormDialog:
        start = BesluitGegevens(
            BesluitSoort.VEILIGHEIDSBEOORDELING,
            self._clock().date(),
            "",
            BesluitVervolg.ONDERZOEK,
            UUID(melding_id) if melding_id else None,
            beslissers=tuple(filter(None, [self._desk.instellingen.gebruiker().naam])),
        )
        dialog = BesluitDialog(self._around(casus_id), start, new=True, parent=self._page)

        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.besluiten.add(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "Het besluit is toegevoegd.", lambda: self._desk.besluiten.remove(made[-1])
            )
        )
        return dialog

    def _change_besluit(self, casus_id: str, besluit_id: str) -> FormDialog:
        shown = self._besluit(besluit_id)
        dialog = BesluitDialog(self._around(casus_id), shown.gegevens, new=False, parent=self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.besluiten.change(shown.id, shown.version, gegevens)

        dialog.store = store
        return dialog

    def _challenge(self, _casus_id: str, besluit_id: str) -> FormDialog:
        shown = self._besluit(besluit_id)
        found = self._desk.besluiten.ronde(shown.id)
        dialog = TegenspraakDialog(found, final=shown.is_definitief, parent=self._page)
        if not shown.is_definitief:
            dialog.store = lambda: self._desk.besluiten.answer(shown.id, dialog.antwoorden())
        return dialog

    def _finalise(self, _casus_id: str, besluit_id: str) -> FormDialog:
        shown = self._besluit(besluit_id)
        dialog = DefinitiefDialog(shown, self._desk.besluiten.ronde(shown.id), self._page)
        dialog.store = lambda: self._desk.besluiten.finalise(shown.id)
        dialog.stored.connect(lambda: self._page.say("Het besluit is definitief."))
        return dialog

    def _tell(self, casus_id: str, besluit_id: str) -> FormDialog:
        shown = self._besluit(besluit_id)
        people = [
            person.naam
            for person in self._desk.personen.in_casus(UUID(casus_id))
            if person.rol is not Rol.MELDER
        ]
        dialog = VerteldDialog(self._clock().date(), [*people, "de melder"], self._page)

        def store() -> None:
            if told := dialog.verteld():
                self._desk.besluiten.tell(shown.id, told)

        dialog.store = store
        return dialog

    # What they are about

    def _around(self, casus_id: str) -> Omgeving:
        return Omgeving(
            self._clock().date(),
            self._desk.meldingen.of_casus(UUID(casus_id)),
            self._desk.uitspraken.rows(UUID(casus_id)),
        )

    def _melding(self, casus_id: str, melding_id: str) -> MeldingRow:
        return row_of(self._desk.meldingen.of_casus(UUID(casus_id)), melding_id, GONE)

    def _besluit(self, besluit_id: str) -> BesluitRow:
        return self._desk.besluiten.get(UUID(besluit_id))
