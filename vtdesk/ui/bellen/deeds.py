"""What one does with a call: each deed says what was done, with the way back."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject

from vtdesk.services.bellen.service import Match, Terug
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen import kiezen
from vtdesk.ui.bellen.dialogs import AndereWegDialog, NummerDialog, WachtDialog, WieDialog
from vtdesk.ui.bellen.words import BEL_SPOED
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.values.dagkinds import BelSpoed, BelUitkomst
from vtdesk.values.geheim import AFGESCHERMD
from vtdesk.values.kinds import Rol
from vtdesk.values.telefoonnummer import getoond
from vtdesk.values.tijd import local

_DONE = {
    BelUitkomst.GESPROKEN: "Gesproken. Het contactmoment staat in de casus.",
    BelUitkomst.GEEN_GEHOOR: "Geen gehoor genoteerd.",
    BelUitkomst.INGESPROKEN: "Ingesproken genoteerd.",
    BelUitkomst.VERKEERD_NUMMER: "Verkeerd nummer genoteerd.",
}
_NO_CASUS = "Gesproken. Er hoort geen casus bij."
_DIALOGS = {
    "ander": "bel-wie", "wacht": "bel-wacht", "nummer": "bel-nummer", "andere-weg": "bel-weg"
}  # fmt: skip


class BelDeeds(QObject):
    """Does it through the service, for the page."""

    def __init__(self, page: Page, desk: Desk, tools: Tools) -> None:
        super().__init__(page)
        self._page, self._desk, self._tools = page, desk, tools
        for name, make in (
            ("bel-wie", self._who_dialog),
            ("bel-nummer", self._number_dialog),
            ("bel-wacht", self._wait_dialog),
            ("bel-weg", self._other_way_dialog),
        ):
            page.dialogs.register(name, make)

    def note(self, regel: str) -> UUID | None:
        """Note a call from one line; nothing when that is refused."""
        made: list[Terug] = []
        if not self._page.do(lambda: self._desk.bellen.note(regel), then=made.append):
            return None
        again = "" if made[0].nieuw else f" Dit nummer stond al open: nu {made[0].keren} keer."
        self._offer(f"Genoteerd.{again}", made[0])
        return made[0].id

    def attempt(self, verzoek_id: UUID, uitkomst: BelUitkomst, regel: str) -> bool:
        """Note what an attempt came to; tells whether that was done."""

        def told(terug: Terug) -> None:
            words = _DONE[uitkomst]
            if uitkomst is BelUitkomst.GESPROKEN and terug.gebeurtenis_id is None:
                words = _NO_CASUS
            self._offer(words, terug)

        command = self._desk.bellen.attempt
        return self._page.do(lambda: command(verzoek_id, uitkomst, regel), then=told)

    def confirm(self, verzoek_id: UUID, match: Match) -> None:
        """Confirm who it is."""
        self._do(
            f"Bevestigd: {match.naam}.",
            lambda: self._desk.bellen.confirm(verzoek_id, match.persoon_id, match.casus_id),
        )

    def finish(self, verzoek_id: UUID) -> None:
        """Put a call away without calling."""
        self._do("Afgehandeld zonder bellen.", lambda: self._desk.bellen.finish(verzoek_id))

    def do(self, act: str, verzoek_id: UUID, nummer: str) -> None:
        """Do what a button or the menu asks."""
        if act in _DIALOGS:
            self._page.open_dialog(_DIALOGS[act], str(verzoek_id))
            return
        name, _, value = act.partition(":")
        match name:
            case "bel":
                self._page.do(lambda: kiezen.dial(nummer))
            case "kopieer":
                kiezen.copy(nummer)
                self._page.say("Het nummer is gekopieerd.")
            case "klaar":
                self.finish(verzoek_id)
            case "terug":
                self._do("Terug in de lijst.", lambda: self._desk.bellen.back(verzoek_id))
            case "spoed":
                spoed = BelSpoed(value)
                words = f"Verplaatst naar {BEL_SPOED[spoed].word}."
                self._do(words, lambda: self._desk.bellen.set_urgency(verzoek_id, spoed))

    def _do(self, words: str, command: Callable[[], Terug]) -> None:
        self._page.do(command, then=lambda terug: self._offer(words, terug))

    def _offer(self, words: str, terug: Terug) -> None:
        self._page.offer_undo(words, lambda: self._desk.bellen.undo(terug))

    def _who_dialog(self, telefoontje_id: str) -> FormDialog:
        bellen, verzoek = self._desk.bellen, UUID(telefoontje_id)
        row = bellen.detail(verzoek).row
        casussen = self._desk.casussen.all()
        people = {
            casus.id: [p for p in self._desk.personen.in_casus(casus.id) if p.rol is not Rol.MELDER]
            for casus in casussen
        }
        known = "" if AFGESCHERMD in row.wie else row.wie  # a cover is no name to store
        dialog = WieDialog(known, casussen, people, self._page)

        def store() -> None:
            if dialog.persoon_id() is not None:
                made = bellen.confirm(verzoek, dialog.persoon_id(), dialog.casus_id())
            else:
                made = bellen.someone_else(verzoek, dialog.wie.text(), dialog.casus_id())
            self._offer("Bewaard wie het is.", made)

        dialog.store = store
        return dialog

    def _number_dialog(self, telefoontje_id: str) -> FormDialog:
        bellen, verzoek = self._desk.bellen, UUID(telefoontje_id)
        nummer = bellen.detail(verzoek).row.nummer
        dialog = NummerDialog(getoond(nummer) if nummer else "", self._page)

        def store() -> None:
            made = bellen.set_nummer(verzoek, dialog.nummer.text())
            self._offer("Het nummer is veranderd.", made)

        dialog.store = store
        return dialog

    def _wait_dialog(self, telefoontje_id: str) -> FormDialog:
        bellen, verzoek = self._desk.bellen, UUID(telefoontje_id)
        bellen.detail(verzoek)  # a call that is gone opens no dialog
        dialog = WachtDialog(local(self._tools.clock()).date(), self._page)

        def store() -> None:
            day = dialog.day()
            if dialog.form.first_wrong() is None:
                made = bellen.wait(verzoek, dialog.op.text(), day)
                self._offer("Wacht op een ander.", made)

        dialog.store = store
        return dialog

    def _other_way_dialog(self, telefoontje_id: str) -> FormDialog:
        bellen, verzoek = self._desk.bellen, UUID(telefoontje_id)
        bellen.detail(verzoek)
        dialog = AndereWegDialog(self._page)

        def store() -> None:
            self._offer("De andere weg is genoteerd.", bellen.other_way(verzoek, dialog.weg.text()))

        dialog.store = store
        return dialog
