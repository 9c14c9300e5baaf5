"""What one does in the tab: every deed by its name, its dialog, and how to undo it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.services.informatie import InformatieGegevens, InformatieRow
from vtdesk.ui import nieuw_verslag, uitgaand_deur
from vtdesk.ui.casussen.gesprekken.feiten import KINDGESPREK
from vtdesk.ui.casussen.gesprekken.kind_dialogs import GezienDialog, KindgesprekDialog
from vtdesk.ui.casussen.gesprekken.rijen import Rij
from vtdesk.ui.casussen.gesprekken.vraag_dialogs import StapDialog, VraagDialog
from vtdesk.ui.dialogs import row_of
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.kinds import Rol

GONE = "Deze vraag bestaat niet meer in deze casus."


class GesprekkenDeeds(QObject):
    """Does what the inspector and the keys ask; `casus` tells which casus is on screen."""

    def __init__(self, page: Page, desk: Desk, casus: Callable[[], UUID]) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._casus = casus
        for name, make in (
            ("informatie-vragen", self._ask_dialog),
            ("vraag-wijzigen", self._change_dialog),
            ("vraag-stap", self._step_dialog),
            ("kindgesprek", self._child_dialog),
            ("gezien", self._seen_dialog),
        ):
            page.dialogs.register(name, make)
        nieuw_verslag.register(page, desk, page.verslag_requested.emit)

    def ask(self) -> None:
        """Ask an informant something about the casus on screen."""
        self._page.open_dialog("informatie-vragen", str(self._casus()))

    def begin_verslag(self, rij: Rij | None) -> None:
        """Begin a verslag in the casus on screen, from the talk that is chosen if one is."""
        talk = str(rij.id) if isinstance(rij, AfspraakRow) else ""
        self._page.open_dialog(nieuw_verslag.NAME, str(self._casus()), talk)

    @Slot(str, object)
    def do(self, name: str, rij: Rij) -> None:
        """Do the deed of this name with a row."""
        casus = str(self._casus())
        if name.startswith(KINDGESPREK):
            child = name.removeprefix(KINDGESPREK)
            self._page.open_dialog("kindgesprek", casus, str(rij.id), child)
        elif name in ("gezien", "vraag-wijzigen", "vraag-stap"):
            self._page.open_dialog(name, casus, str(rij.id))
        else:
            self._do_at_once(name, rij)

    def _do_at_once(self, name: str, rij: Rij) -> None:
        match name:
            case "gesprek-plannen":
                self._page.plan_requested.emit(self._casus())
            case "verslag-schrijven":
                self._page.write_requested.emit(rij.id)
            case "verslag-openen" | "verslag-uitgaand":
                self._with_verslag(name, rij)
            case "in-agenda":
                self._page.afspraak_requested.emit(rij.id)
            case "vraag-terug":
                self._page.do(lambda: self._desk.informatie.step_back(rij.id))
            case "vraag-weg":
                self._remove(rij.id)

    def _with_verslag(self, name: str, rij: Rij) -> None:
        verslag_id = rij.verslag_id if isinstance(rij, AfspraakRow) else rij.id
        if verslag_id is not None and name == "verslag-uitgaand":
            uitgaand_deur.let_go_out(self._page, self._desk, verslag_id)
        else:
            self._page.verslag_requested.emit(verslag_id)

    def _remove(self, vraag_id: UUID) -> None:
        casus = self._casus()

        def removed(gegevens: InformatieGegevens) -> None:
            self._page.offer_undo(
                "De vraag is weggehaald.", lambda: self._desk.informatie.ask(casus, gegevens)
            )

        self._page.do(lambda: self._desk.informatie.remove(vraag_id), then=removed)

    def _ask_dialog(self, casus_id: str) -> FormDialog:
        dialog = VraagDialog(self._people(casus_id), None, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.informatie.ask(UUID(casus_id), gegevens)

        dialog.store = store
        return dialog

    def _change_dialog(self, casus_id: str, vraag_id: str) -> FormDialog:
        row = self._vraag(casus_id, vraag_id)
        dialog = VraagDialog(self._people(casus_id), row, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.informatie.change(row.id, row.version, gegevens)

        dialog.store = store
        return dialog

    def _step_dialog(self, casus_id: str, vraag_id: str) -> FormDialog:
        row = self._vraag(casus_id, vraag_id)
        step = row.volgende
        if step is None:
            raise UserError("De informant is al akkoord.")
        dialog = StapDialog(self._desk.clock().date(), row, step, self._page)

        def store() -> None:
            if taken := dialog.stap():
                op, answer = taken
                self._desk.informatie.step(row.id, step, op, antwoord=answer)

        dialog.store = store
        return dialog

    def _child_dialog(self, casus_id: str, afspraak_id: str, kind_id: str) -> FormDialog:
        shown = self._desk.kindgesprekken.get(UUID(afspraak_id), UUID(kind_id))
        name = self._name(casus_id, kind_id)
        dialog = KindgesprekDialog(self._desk.clock().date(), name, shown, self._page)

        def store() -> None:
            if gegevens := dialog.gegevens():
                self._desk.kindgesprekken.set(UUID(afspraak_id), UUID(kind_id), gegevens)

        dialog.store = store
        return dialog

    def _seen_dialog(self, casus_id: str, kind_id: str) -> FormDialog:
        name = self._name(casus_id, kind_id)
        dialog = GezienDialog(self._desk.clock().date(), name, self._page)

        def store() -> None:
            if seen := dialog.gezien():
                op, by, about = seen
                casus, child = UUID(casus_id), UUID(kind_id)
                self._desk.kindgesprekken.seen(casus, child, op, by, toelichting=about)

        dialog.store = store
        return dialog

    def _people(self, casus_id: str) -> list[tuple[str, UUID]]:
        people = self._desk.personen.in_casus(UUID(casus_id))
        return [(one.naam, one.id) for one in people if not one.is_kind and one.rol != Rol.MELDER]

    def _name(self, casus_id: str, kind_id: str) -> str:
        children = self._desk.kindspoor.of_casus(UUID(casus_id))
        return row_of(children, kind_id, "Dit kind hoort niet meer bij deze casus.").naam

    def _vraag(self, casus_id: str, vraag_id: str) -> InformatieRow:
        return row_of(self._desk.informatie.of_casus(UUID(casus_id)), vraag_id, GONE)
