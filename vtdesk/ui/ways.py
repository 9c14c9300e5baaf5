"""The ways between the pages: who goes where, and the way back."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from vtdesk.services.ganaar import Treffer
from vtdesk.ui.messages import Messages
from vtdesk.ui.page import Page
from vtdesk.ui.pages import Pages
from vtdesk.ui.shell.frame import Frame
from vtdesk.values.kinds import Kind


class Ways(QObject):
    """Brings pages to the front, with what was asked for on them."""

    def __init__(self, pages: Pages, frame: Frame, messages: Messages) -> None:
        super().__init__(frame)
        self._pages, self._frame, self._messages = pages, frame, messages
        self._history: list[str] = []
        pages.made.connect(self._answer)

    @Slot(str, object)
    def _answer(self, _name: str, page: Page) -> None:
        """Answer the wishes of a page that lead elsewhere."""
        page.casus_requested.connect(self.open_casus)
        page.persoon_requested.connect(self.open_persoon)
        page.verslag_requested.connect(self.open_verslag)
        page.write_requested.connect(self.write_for)
        page.afspraak_requested.connect(self.open_afspraak)
        page.bespreking_requested.connect(self.open_bespreking)
        page.plan_requested.connect(self.plan_for)
        page.place_requested.connect(self.go_to_place)
        page.call_requested.connect(self.open_call)
        page.plein_requested.connect(self.open_plein)
        page.uitspraak_requested.connect(self.note_uitspraak)
        page.uitgaand_requested.connect(self.open_uitgaand)
        page.stuk_requested.connect(self.open_uitgaand)
        page.dossier_requested.connect(self.open_dossier)
        page.inzage_requested.connect(self.open_inzage)
        page.correction_requested.connect(self.correct)
        page.back_requested.connect(self.go_back)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Bring a page to the front, and remember the one before for Alt+←."""
        before = self._frame.page_name()
        if before != name:
            self._history.append(before)
            self._messages.leave_page()
        self._frame.show_page(name)

    def choose_page(self, name: str) -> None:
        """Bring a page to the front by its own key or button; once more leads to its beginning."""
        if name == self._frame.page_name():
            self._frame.page().go_home()
        else:
            self.show_page(name)
            self._frame.page().begin()

    def go_back(self) -> None:
        """Go one step back: inside the page, or else to the page before."""
        if self._frame.page().go_back():
            return
        before = self._history.pop() if self._history else self._pages.over.get(self._here(), "")
        if before:
            self._frame.show_page(before)

    def _here(self) -> str:
        return self._frame.page_name()

    @Slot(object)
    def open_casus(self, casus_id: UUID) -> None:
        """Show a casus."""
        self.show_page("casussen")
        self._pages.casussen.show_casus(casus_id)

    @Slot(object, object)
    def open_persoon(self, casus_id: UUID, persoon_id: UUID) -> None:
        """Show a persoon in a casus."""
        self.show_page("casussen")
        self._pages.casussen.show_persoon(casus_id, persoon_id)

    @Slot(object)
    def open_verslag(self, verslag_id: UUID) -> None:
        """Open a verslag in the editor."""
        self.show_page("verslagen")
        self._pages.verslagen.open_verslag(verslag_id)

    @Slot(object, object)
    @Slot(object, object, str)
    def open_uitgaand(self, verslag_id: UUID, nummer: int | None, wie: str = "") -> None:
        """Let a version of a verslag go out, or the draft (None), for a receiver when known."""
        self.show_page("uitgaand")
        self._pages.uitgaand.show_verslag(verslag_id, nummer, wie)

    @Slot(object)
    def open_dossier(self, casus_id: UUID) -> None:
        """Show what is collected of a casus to leave together."""
        self.show_page("dossier")
        self._pages.dossier.show_casus(casus_id)

    @Slot(object, object, object)
    def open_inzage(self, casus_id: UUID, persoon_id: UUID, lezer_id: UUID) -> None:
        """Show what somebody may read about a person, mostly the own self."""
        self.show_page("inzage")
        self._pages.inzage.show_persoon(casus_id, persoon_id, lezer_id)

    @Slot(object)
    def correct(self, verslag_id: UUID) -> None:
        """Open a verslag, and begin the correction of what is final."""
        self.open_verslag(verslag_id)
        self._pages.verslagen.correct()

    @Slot(object)
    def write_for(self, afspraak_id: UUID) -> None:
        """Begin or go on with the verslag of a held talk."""
        self.show_page("verslagen")
        self._pages.verslagen.write_for(afspraak_id)

    @Slot(object)
    def open_afspraak(self, afspraak_id: UUID) -> None:
        """Show an appointment on its day."""
        self.show_page("vandaag")
        self._pages.vandaag.show_afspraak(afspraak_id)

    @Slot(object)
    def open_bespreking(self, bespreking_id: UUID) -> None:
        """Show a bespreking at the table on its day."""
        self.show_page("plein")
        self._pages.plein.show_bespreking(bespreking_id)

    @Slot(object)
    def plan_for(self, casus_id: UUID) -> None:
        """Plan an appointment for a casus."""
        self.show_page("vandaag")
        self._pages.vandaag.plan_for_casus(casus_id)

    @Slot()
    def open_plein(self) -> None:
        """Show the table."""
        self.show_page("plein")

    @Slot(object)
    def open_call(self, verzoek_id: UUID) -> None:
        """Show a call that somebody waits for."""
        self.show_page("bellen")
        self._pages.bellen.show_call(verzoek_id)

    @Slot(object)
    def note_uitspraak(self, casus_id: UUID) -> None:
        """Note a statement in a casus, without leaving what is in front."""
        self._pages.casussen.open_dialog("uitspraak-vastleggen", str(casus_id))

    @Slot(object)
    def go_to_place(self, place: dict[str, Any]) -> None:
        """Show a casus with a tab in front and a row in it."""
        self.show_page("casussen")
        self._pages.casussen.return_to(place)

    @Slot(object)
    def open_hit(self, hit: Treffer) -> None:
        """Go to what was found."""
        match hit.kind:
            case Kind.CASUS:
                self.open_casus(hit.id)
            case Kind.PERSOON:
                self.open_persoon(hit.casus_id, hit.id)
            case _:
                self.open_verslag(hit.id)

    def look_at_herstelblad(self) -> None:
        """Go to where the herstelblad is looked at, and ask two groups of it."""
        self.show_page("instellingen")
        self._pages.instellingen.look_at_herstelblad()

    def fill_in_name(self) -> None:
        """Show where she writes her name."""
        self.show_page("instellingen")
        self._pages.instellingen.show_part("Jij")
