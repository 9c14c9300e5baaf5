"""The door to Uitgaand and to the dossier, for every page on which a verslag can be chosen."""

from functools import partial
from uuid import UUID

from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui.page import Page

IN_IT = "Het stuk ligt in het dossier van deze casus."


def let_go_out(page: Page, desk: Desk, verslag_id: UUID) -> None:
    """Let a verslag go out: its newest version, or the draft as long as it is written."""

    def go(verslag: VerslagInhoud) -> None:
        page.uitgaand_requested.emit(verslag.id, _number(verslag))

    page.do(partial(desk.verslagen.open, verslag_id), then=go)


def collect(page: Page, desk: Desk, verslag_id: UUID) -> None:
    """Put a verslag in the dossier of its casus."""

    def put() -> UUID:
        verslag = desk.verslagen.open(verslag_id)
        return desk.dossiers.voeg_toe(verslag.casus_id, verslag.id, _number(verslag))

    page.do(put, then=lambda stuk: page.offer_undo(IN_IT, lambda: desk.dossiers.haal_weg(stuk)))


def _number(verslag: VerslagInhoud) -> int | None:
    return None if verslag.is_schrijfbaar else verslag.versie
