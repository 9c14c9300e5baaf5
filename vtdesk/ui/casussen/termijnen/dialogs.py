"""The dialogs about terms, each made by its name about a casus and one of its rows."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.termijnen import TermijnGegevens, TermijnRow
from vtdesk.ui.casussen.termijnen.termijn_dialogs import (
    DagDialog,
    TermijnDialog,
    UitstelDialog,
    VerlengDialog,
    WijzigDialog,
    new_date,
)
from vtdesk.ui.casussen.veiligheid.waarborg_dialogs import WaaromDialog
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local, start_of

INFORMEREN = "T3"
GONE = "Dit bestaat niet meer in deze casus."
Undo = Callable[[], object]


class TermijnDialogs(QObject):
    """Makes the dialogs and stores what they give."""

    made = Signal(object)  # UUID of the term that was added

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        for name, make in (
            ("termijn-toevoegen", self._add),
            ("termijn-wijzigen", self._change),
            ("termijn-gehaald", self._meet),
            ("termijn-verlengen", self._extend),
            ("termijn-te-laat", self._postpone),
            ("termijn-stil", self._suspend),
            ("termijn-hervatten", self._resume),
            ("termijn-vervalt", self._lapse),
            ("klok-niet-nodig", self._decline),
        ):
            page.dialogs.register(name, make)

    def _add(self, casus_id: str, regel: str = "") -> FormDialog:
        people: list[tuple[str, UUID | None]] = [("niemand in het bijzonder", None)]
        people += [
            (person.naam, person.id)
            for person in self._desk.personen.in_casus(UUID(casus_id))
            if person.rol is not Rol.MELDER
        ]
        rules = self._desk.regels.startbaar()
        preview = self._desk.termijnen.preview
        dialog = TermijnDialog(self._today(), rules, people, preview, self._page)
        dialog.choose(regel or INFORMEREN)
        made: list[UUID] = []

        def store() -> None:
            if gegevens := dialog.gegevens():
                made.append(self._desk.termijnen.start(UUID(casus_id), gegevens))

        dialog.store = store
        dialog.stored.connect(lambda: self.made.emit(made[-1]))
        offer_undo(
            self._page,
            dialog,
            lambda: "De termijn loopt.",
            lambda: self._desk.termijnen.remove(made[-1]),
        )
        return dialog

    def _change(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        dialog = WijzigDialog(self._today(), termijn, self._page)

        def store() -> None:
            if begin := dialog.begin():
                self._desk.termijnen.change(
                    termijn.id, termijn.version, begin=begin, aanleiding=dialog.aanleiding()
                )

        dialog.store = store
        return dialog

    def _meet(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        dialog = DagDialog("Termijn gehaald", "Gehaald op", "Gehaald", self._today(), self._page)

        def store() -> None:
            if day := dialog.dag():
                self._desk.termijnen.meet(termijn.id, day)

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: f"Gehaald: {termijn.naam}.",
            lambda: self._desk.termijnen.unmeet(termijn.id),
        )
        return dialog

    def _extend(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        terms = self._desk.termijnen
        dialog = VerlengDialog(
            termijn,
            terms.room(termijn.id),
            lambda days: terms.with_more(termijn.id, days),
            self._page,
        )
        made: list[UUID] = []
        said: list[str] = []

        def store() -> None:
            if days := dialog.dagen():
                longer = terms.extend(termijn.id, days, dialog.reden())
                made.append(longer.id)
                said.append(new_date(longer.uitkomst))

        dialog.store = store
        offer_undo(
            self._page, dialog, lambda: said[-1], lambda: terms.take_back_extension(made[-1])
        )
        return dialog

    def _postpone(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        holder = self._desk.zicht.estafette(UUID(casus_id)).nu.houder
        worker = self._desk.instellingen.gebruiker().naam
        watchers = list(dict.fromkeys(filter(None, (holder, worker))))
        dialog = UitstelDialog(self._today(), termijn, watchers, self._page)

        def store() -> None:
            if late := dialog.uitstel():
                self._desk.termijnen.postpone(termijn.id, late)

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De nieuwe datum staat erbij.",
            lambda: self._desk.termijnen.forget_delay(termijn.id, termijn.uitstel),
        )
        return dialog

    def _suspend(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        dialog = DagDialog(
            "Laten stilstaan", "Staat stil vanaf", "Laten stilstaan", self._today(), self._page,
            why="Waarom?",
        )  # fmt: skip
        made: list[UUID] = []

        def store() -> None:
            if day := dialog.dag():
                made.append(self._desk.termijnen.suspend(termijn.id, day, dialog.reden()))

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De termijn staat stil. De dagen krijg je terug.",
            lambda: self._desk.termijnen.take_back_suspension(made[-1]),
        )
        return dialog

    def _resume(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        dialog = DagDialog(
            "Weer laten lopen", "Loopt weer op", "Weer laten lopen", self._today(), self._page
        )
        made: list[UUID] = []

        def store() -> None:
            if day := dialog.dag():
                made.append(self._desk.termijnen.resume(termijn.id, day))

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De termijn loopt weer.",
            lambda: self._desk.termijnen.stand_still_again(made[-1]),
        )
        return dialog

    def _lapse(self, casus_id: str, termijn_id: str) -> FormDialog:
        termijn = self._termijn(casus_id, termijn_id)
        dialog = WaaromDialog(
            "Laten vervallen", "Waarom vervalt deze termijn?", "Laten vervallen", self._page
        )
        dialog.store = lambda: self._desk.termijnen.lapse(termijn.id, dialog.reden())
        offer_undo(
            self._page,
            dialog,
            lambda: "De termijn is vervallen.",
            lambda: self._desk.termijnen.restore(termijn.id),
        )
        return dialog

    def _decline(self, casus_id: str, persoon_id: str) -> FormDialog:
        found = [
            one
            for one in self._desk.termijnen.informeervoorstellen(UUID(casus_id))
            if str(one.persoon_id) == persoon_id
        ]
        if not found:
            raise UserError(GONE)
        dialog = WaaromDialog(
            "Geen informeerklok", "Waarom is dit niet nodig?", "Bewaren", self._page
        )
        about = TermijnGegevens(INFORMEREN, start_of(found[0].sinds), "", found[0].persoon_id)
        made: list[UUID] = []

        def store() -> None:
            made.append(self._desk.termijnen.decline(UUID(casus_id), about, dialog.reden()))

        dialog.store = store
        offer_undo(
            self._page,
            dialog,
            lambda: "De reden is bewaard.",
            lambda: self._desk.termijnen.remove_declined(made[-1]),
        )
        return dialog

    def _termijn(self, casus_id: str, termijn_id: str) -> TermijnRow:
        termijn = self._desk.termijnen.get(UUID(termijn_id))
        if str(termijn.casus_id) != casus_id:
            raise UserError(GONE)
        return termijn

    def _today(self) -> date:
        return local(self._desk.clock()).date()


def offer_undo(page: Page, dialog: FormDialog, words: Callable[[], str], undo: Undo) -> None:
    """Say what was stored, with the way back."""
    dialog.stored.connect(lambda: page.offer_undo(words(), undo))
