"""What one does with the people of a casus: add, change, take out, gezag, shield and look."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.errors import UserError
from vtdesk.services.casussen import CasusRow
from vtdesk.services.desk import Desk
from vtdesk.services.organisaties import InzetRow
from vtdesk.services.personen import AfgeschermdRow, PersoonRow, RolWijziging
from vtdesk.ui.casussen.afgeschermd_dialogs import AfgeschermdDialog, InzageDialog, RedenDialog
from vtdesk.ui.casussen.gezag_dialog import GezagDialog
from vtdesk.ui.casussen.mensen import Mensen
from vtdesk.ui.casussen.organisatie_dialog import OrganisatieDialog
from vtdesk.ui.casussen.persoon_dialog import PersoonDialog, PersoonFormulier
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog


class People(QObject):
    """Opens the dialogs and stores what they give; `casus` tells which casus is on screen."""

    def __init__(
        self,
        page: Page,
        desk: Desk,
        mensen: Mensen,
        casus: Callable[[], CasusRow | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._clock = desk.clock
        self._casus = casus
        mensen.add_requested.connect(self.add)
        mensen.change_requested.connect(self._change)
        mensen.leave_requested.connect(self._leave)
        mensen.organisation_requested.connect(self._add_organisation)
        mensen.gezag_requested.connect(self._gezag)
        mensen.shield_requested.connect(self._shield)
        mensen.shielded_requested.connect(self._look)
        mensen.inzage_requested.connect(self._let_read)
        page.dialogs.register("persoon-toevoegen", self._add_dialog)
        page.dialogs.register("persoon-wijzigen", self._change_dialog)
        page.dialogs.register("organisatie-toevoegen", self._organisation_dialog)
        page.dialogs.register("organisatie-wijzigen", self._change_organisation_dialog)
        page.dialogs.register("gezag", self._gezag_dialog)
        page.dialogs.register("afschermen", self._shield_dialog)
        page.dialogs.register("afgeschermd-bekijken", self._reason_dialog)

    # What is asked: each opens a dialog by name about ids, so that it can be opened again.

    @Slot()
    def add(self) -> None:
        """Add a person to the casus on screen."""
        self._open("persoon-toevoegen")

    @Slot()
    def _add_organisation(self) -> None:
        self._open("organisatie-toevoegen")

    @Slot(object)
    def _change(self, shown: PersoonRow | InzetRow) -> None:
        name = "persoon" if isinstance(shown, PersoonRow) else "organisatie"
        self._open(f"{name}-wijzigen", shown)

    @Slot(object)
    def _gezag(self, person: PersoonRow) -> None:
        self._open("gezag", person)

    @Slot(object)
    def _shield(self, person: PersoonRow) -> None:
        self._open("afschermen", person)

    @Slot(object)
    def _look(self, person: PersoonRow) -> None:
        self._open("afgeschermd-bekijken", person)

    @Slot(object)
    def _let_read(self, person: PersoonRow) -> None:
        if casus := self._casus():
            self._page.inzage_requested.emit(casus.id, person.id, person.id)

    def _open(self, name: str, *people: PersoonRow | InzetRow) -> None:
        if casus := self._casus():
            self._page.open_dialog(name, str(casus.id), *(str(person.id) for person in people))

    @Slot(object)
    def _leave(self, shown: PersoonRow | InzetRow) -> None:
        personen, organisaties = self._desk.personen, self._desk.organisaties
        if isinstance(shown, PersoonRow):
            role, words = shown.betrokkenheid_id, "hoort niet meer bij deze casus."
            self._page.do_with_undo(
                f"{shown.naam} {words}", lambda: personen.leave(role), lambda: personen.rejoin(role)
            )
        else:
            inzet, today = shown.id, self._clock().date()
            self._page.do_with_undo(
                f"{shown.naam} werkt niet meer in deze casus.",
                lambda: organisaties.leave(inzet, today),
                lambda: organisaties.leave(inzet, None),
            )

    # The dialogs

    def _add_dialog(self, casus_id: str) -> FormDialog:
        casus = self._desk.casussen.get(UUID(casus_id))
        dialog = PersoonDialog(self._clock().date(), None, self._page)

        def store() -> None:
            if form := dialog.formulier():
                self._desk.personen.add(
                    casus.id,
                    form.gegevens,
                    form.rol,
                    toelichting=form.toelichting,
                    contact=form.contact,
                )

        dialog.store = store
        return dialog

    def _organisation_dialog(self, casus_id: str) -> FormDialog:
        casus = self._desk.casussen.get(UUID(casus_id))
        dialog = OrganisatieDialog([name for _, name in self._desk.organisaties.all()], self._page)

        def store() -> None:
            if dialog.is_complete():
                self._desk.organisaties.join(
                    casus.id,
                    dialog.naam(),
                    contactpersoon=dialog.contact.text().strip(),
                    mandaat=dialog.mandate.text().strip(),
                    uitstapvoorwaarde=dialog.way_out.text().strip(),
                )

        dialog.store = store
        return dialog

    def _change_organisation_dialog(self, casus_id: str, inzet_id: str) -> FormDialog:
        rows = self._desk.organisaties.in_casus(UUID(casus_id))
        shown = row_of(rows, inzet_id, "Deze organisatie werkt niet meer in de casus.")
        dialog = OrganisatieDialog([], self._page, shown)
        dialog.store = lambda: self._desk.organisaties.change(
            shown.id, shown.version, dialog.gegevens(shown.gegevens)
        )
        return dialog

    def _change_dialog(self, casus_id: str, persoon_id: str) -> FormDialog:
        person = self._person(casus_id, persoon_id)
        detail = self._desk.personen.detail(person.id)
        shown = PersoonFormulier(
            detail.gegevens, person.rol, person.toelichting, contact=detail.contact
        )
        dialog = PersoonDialog(self._clock().date(), shown, self._page)

        def store() -> None:
            if form := dialog.formulier():
                rol = RolWijziging(
                    person.betrokkenheid_id,
                    person.rol_version,
                    form.rol,
                    form.toelichting,
                    form.rol_vanaf,
                )
                self._desk.personen.change(
                    person.id, detail.version, form.gegevens, contact=form.contact, rol=rol
                )

        dialog.store = store
        return dialog

    def _gezag_dialog(self, casus_id: str, persoon_id: str) -> FormDialog:
        person = self._person(casus_id, persoon_id)
        people = self._desk.personen.in_casus(UUID(casus_id))
        children = [(p.naam, p.id) for p in people if p.is_kind]
        holders = [(p.naam, p.id) for p in people if not p.is_kind]
        if not children or not holders:
            raise UserError("Voeg eerst een kind en een volwassene toe.")
        dialog = GezagDialog(self._clock().date(), children, holders, self._page)
        (dialog.child if person.is_kind else dialog.holder).choose(person.id)
        known = {(g.kind_id, g.houder_id): g.version for p in people for g in p.gezag}

        def store() -> None:
            day = dialog.date()
            if not dialog.form.first_wrong():
                kind, houder = dialog.child.value(), dialog.holder.value()
                self._desk.personen.set_gezag(
                    kind,
                    houder,
                    dialog.sort.value(),
                    bron=dialog.source.text().strip(),
                    datum=day,
                    version=known.get((kind, houder), 0),
                )

        dialog.store = store
        return dialog

    def _shield_dialog(self, casus_id: str, persoon_id: str) -> FormDialog:
        person = self._person(casus_id, persoon_id)
        dialog = AfgeschermdDialog(person.voornaam, self._page)
        dialog.store = lambda: self._keep_shielded(person, dialog)
        return dialog

    def _keep_shielded(self, person: PersoonRow, dialog: AfgeschermdDialog) -> None:
        self._desk.personen.shield(
            person.id, dialog.sort.value(), dialog.value.text(), dialog.about.text().strip()
        )

    def _reason_dialog(self, casus_id: str, persoon_id: str) -> FormDialog:
        person = self._person(casus_id, persoon_id)
        ask = RedenDialog(person.voornaam, self._page)
        found: list[AfgeschermdRow] = []

        def store() -> None:
            found.extend(self._desk.personen.open_afgeschermd(person.id, ask.reason.text()))

        def show() -> None:
            # Not by name: after a lock she gives a reason again before she sees it.
            InzageDialog(found, self._unshield, self._page).open_form()

        ask.store = store
        ask.stored.connect(show)
        return ask

    def _unshield(self, shown: AfgeschermdRow) -> None:
        self._desk.personen.unshield(shown.id)

    def _person(self, casus_id: str, persoon_id: str) -> PersoonRow:
        people = self._desk.personen.in_casus(UUID(casus_id))
        found = next((person for person in people if str(person.id) == persoon_id), None)
        if found is None:
            raise UserError("Deze persoon hoort niet meer bij de casus.")
        return found
