"""The dialogs of the tab, each made by its name about a casus and one thing in it."""

from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.huishoudens import BewoningRow, HuishoudenRow, Verblijf
from vtdesk.services.personen import Geboorte, PersoonRow
from vtdesk.services.relaties import RelatieRow
from vtdesk.ui.casussen.gezin.relatie_dialog import People, RelatieDialog
from vtdesk.ui.casussen.gezin.wonen_dialogs import (
    BewoningDialog,
    GeborenDialog,
    HuishoudenDialog,
)
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Rol

R = TypeVar("R", RelatieRow, HuishoudenRow, BewoningRow, PersoonRow)

GONE = "Dit bestaat niet meer in deze casus."


class GezinDialogs(QObject):
    """Makes the dialogs and stores what they give."""

    def __init__(self, page: Page, desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._clock = desk.clock
        for name, make in (
            ("relatie", self._tie),
            ("huishouden", self._house),
            ("bewoning", self._stay),
            ("geboren", self._born),
        ):
            page.dialogs.register(name, make)

    def _tie(self, casus_id: str, persoon_id: str = "", relatie_id: str = "") -> FormDialog:
        people = self._people(casus_id)
        if len(people) < 2:  # noqa: PLR2004 - a tie has two ends
            raise UserError("Voeg eerst twee mensen toe. Daarna leg je vast hoe zij samenhangen.")
        rows = self._desk.relaties.of_casus(UUID(casus_id))
        row = row_of(rows, relatie_id, GONE) if relatie_id else None
        dialog = RelatieDialog(
            self._clock().date(), people, row.gegevens if row else None, self._page
        )
        if persoon_id and row is None:
            dialog.who.choose(UUID(persoon_id))
            dialog.whom.setCurrentIndex(0 if dialog.who.currentIndex() else 1)

        def store() -> None:
            if gegevens := dialog.gegevens():
                if row is None:
                    self._desk.relaties.add(gegevens)
                else:
                    self._desk.relaties.change(row.id, row.version, gegevens)

        dialog.store = store
        if row is not None:
            dialog.removal_requested.connect(partial(self._remove_tie, dialog, row))
        return dialog

    def _remove_tie(self, dialog: FormDialog, row: RelatieRow) -> None:
        dialog.reject()
        self._page.do_with_undo(
            "De relatie is weggehaald.",
            lambda: self._desk.relaties.remove(row.id),
            lambda: self._desk.relaties.add(row.gegevens, row.id),
        )

    def _house(self, casus_id: str, huishouden_id: str = "") -> FormDialog:
        houses = self._desk.huishoudens.of_casus(UUID(casus_id))
        house = row_of(houses, huishouden_id, GONE) if huishouden_id else None
        dialog = HuishoudenDialog(self._clock().date(), self._people(casus_id), house, self._page)

        def store() -> None:
            naam = dialog.naam()
            if dialog.form.first_wrong():
                return
            if house is not None:
                self._desk.huishoudens.rename(house.id, house.version, naam)
            else:
                self._add_house(UUID(casus_id), naam, dialog)

        dialog.store = store
        if house is not None:
            dialog.removal_requested.connect(partial(self._remove_house, dialog, house))
        return dialog

    def _add_house(self, casus_id: UUID, naam: str, dialog: HuishoudenDialog) -> None:
        since = dialog.vanaf()
        if dialog.form.first_wrong():
            return
        self._desk.huishoudens.add_with(
            casus_id, naam, dialog.bewoners(), vanaf=since, toelichting=dialog.toelichting()
        )

    def _remove_house(self, dialog: FormDialog, house: HuishoudenRow) -> None:
        dialog.reject()
        if self._page.do(lambda: self._desk.huishoudens.remove(house.id)):
            self._page.say(f"'{house.naam}' is weggehaald.")

    def _stay(self, casus_id: str, persoon_id: str, bewoning_id: str = "") -> FormDialog:
        person = self._person(casus_id, persoon_id)
        houses = self._desk.huishoudens.of_casus(UUID(casus_id))
        stays = [stay for house in houses for stay in house.bewoners]
        stay = row_of(stays, bewoning_id, GONE) if bewoning_id else None
        dialog = BewoningDialog(self._clock().date(), person.voornaam, houses, stay, self._page)

        def store() -> None:
            naam, (since, until) = dialog.huis(), dialog.periode()
            if not dialog.form.first_wrong():
                verblijf = Verblijf(person.id, since, until, dialog.toelichting())
                self._desk.huishoudens.settle(UUID(casus_id), naam, verblijf, stay)

        dialog.store = store
        if stay is not None:
            dialog.removal_requested.connect(partial(self._remove_stay, dialog, stay))
        return dialog

    def _remove_stay(self, dialog: FormDialog, stay: BewoningRow) -> None:
        dialog.reject()
        self._page.do_with_undo(
            "De woonperiode is weggehaald.",
            lambda: self._desk.huishoudens.remove_bewoning(stay.id),
            lambda: self._desk.huishoudens.move_in(stay.gegevens, stay.id),
        )

    def _born(self, casus_id: str, persoon_id: str) -> FormDialog:
        person = self._person(casus_id, persoon_id)
        detail = self._desk.personen.detail(person.id)
        before = detail.gegevens
        dialog = GeborenDialog(self._clock().date(), before, self._page)

        def store() -> None:
            if geboorte := dialog.geboorte():
                self._desk.personen.born(person.id, detail.version, geboorte)

        old = Geboorte(
            None, before.voornaam, before.tussenvoegsel, before.achternaam, before.geslacht
        )
        dialog.store = store
        dialog.stored.connect(
            lambda: self._page.offer_undo(
                "Het kind is geboren. Wat er al stond, blijft staan.",
                lambda: self._desk.personen.unborn(person.id, old),
            )
        )
        return dialog

    def _people(self, casus_id: str) -> People:
        rows = self._desk.personen.in_casus(UUID(casus_id))
        return [(row.naam, row.id) for row in rows if row.rol is not Rol.MELDER]

    def _person(self, casus_id: str, persoon_id: str) -> PersoonRow:
        return row_of(self._desk.personen.in_casus(UUID(casus_id)), persoon_id, GONE)
