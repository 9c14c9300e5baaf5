"""Where what was found stands, and the way to it."""

from collections.abc import Mapping
from typing import Any

from vtdesk.services.zoeken import Vondst
from vtdesk.ui.page import Page
from vtdesk.values.kinds import Kind

# The tab of a casus in which a row stands, and by which word that tab calls it; by table. What is
# not here opens in another page.
TABS: Mapping[str, tuple[str, str]] = {
    "uitspraak": ("deel-uitspraken", "uitspraak"),
    "verzending": ("deel-uitspraken", ""),
    "melding": ("deel-meldingen", "rij"),
    "crisisbeoordeling": ("deel-meldingen", "rij"),
    "instrument": ("deel-meldingen", "rij"),
    "besluit": ("deel-meldingen", "rij"),
    "waarborg": ("deel-veiligheid", "rij"),
    "instemming": ("deel-veiligheid", ""),
    "toets": ("deel-veiligheid", ""),
    "overdracht": ("deel-veiligheid", ""),
    "politieafspraak": ("deel-veiligheid", "rij"),
    "termijn": ("deel-termijnen", "rij"),
    "monitoring": ("deel-termijnen", "rij"),
    "verzoek": ("deel-termijnen", "rij"),
    "informatieverzoek": ("deel-gesprekken", "rij"),
    "kindgesprek": ("deel-gesprekken", "rij"),
    "gezien": ("deel-gesprekken", "rij"),
    "gebeurtenis": ("deel-tijdlijn", "rij"),
    "bijlage": ("deel-bijlagen", "rij"),
    "belofte": ("deel-overzicht", "belofte"),
    "crisisnotitie": ("deel-tijdlijn", "rij"),
    "hintantwoord": ("deel-overzicht", ""),
    "organisatie": ("deel-overzicht", ""),
}


def place_of(vondst: Vondst) -> dict[str, Any]:
    """Say where in its casus something stands, in plain values."""
    tab, word = TABS[vondst.tabel]
    inside = {word: _name(vondst)} if word else {}
    return {"casus": str(vondst.casus_id), "deel": tab, "in": inside}


def _name(vondst: Vondst) -> str:
    """Name the row as its tab does: a thing may stand on the timeline twice."""
    on_the_line = TABS[vondst.tabel][0] == "deel-tijdlijn"
    return f"{vondst.tabel}:{vondst.ding}" if on_the_line else str(vondst.ding)


def open_in_place(page: Page, vondst: Vondst) -> bool:
    """Go to where it stands; tells whether there is such a place."""
    pages = {
        Kind.VERSLAG: page.verslag_requested,
        Kind.AFSPRAAK: page.afspraak_requested,
        Kind.PLEIN: page.bespreking_requested,
        Kind.TERUGBELVERZOEK: page.call_requested,
        Kind.CASUS: page.casus_requested,
    }
    match vondst.kind:
        case kind if kind in pages:
            pages[kind].emit(vondst.ding)
        case Kind.PARKEERNOTITIE if vondst.afspraak_id:
            page.afspraak_requested.emit(vondst.afspraak_id)
        case Kind.PERSOON:
            page.persoon_requested.emit(vondst.casus_id, vondst.ding)
        case _ if vondst.casus_id and vondst.tabel in TABS:
            page.place_requested.emit(place_of(vondst))
        case _:
            return False
    return True
