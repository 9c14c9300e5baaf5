"""Where each thing of a casus is at home, so that the line and the hints can lead there."""

from collections.abc import Mapping
from uuid import UUID

from vtdesk.services.tijdlijn.rows import TijdlijnRow
from vtdesk.ui.page import Page
from vtdesk.ui.widgets.pane import focus_into
from vtdesk.values.kinds import Kind
from vtdesk.values.tijdlijn import TijdlijnSoort

# The tab of a kind, and by which word that tab calls the row to choose.
_TABS: Mapping[Kind, tuple[str, str]] = {
    Kind.UITSPRAAK: ("deel-uitspraken", "uitspraak"),
    Kind.VEILIGHEID: ("deel-veiligheid", "rij"),
    Kind.TERMIJN: ("deel-termijnen", "rij"),
    Kind.VERZOEK: ("deel-termijnen", "rij"),
    Kind.MELDING: ("deel-meldingen", "rij"),
    Kind.CRISIS: ("deel-meldingen", "rij"),
    Kind.BESLUIT: ("deel-meldingen", "rij"),
    Kind.BIJLAGE: ("deel-bijlagen", "rij"),
}
_MONITORING = ("deel-termijnen", "rij")
_ONDERZOEK = ("deel-gesprekken", "rij")
_NOWHERE = (Kind.HINT, Kind.CRISISNOTITIE)


def opens(row: TijdlijnRow) -> bool:
    """Tell whether the thing is at home somewhere else than on the line."""
    return row.kind not in _NOWHERE


def open_thing(page: Page, casus_id: UUID, row: TijdlijnRow) -> None:
    """Show the thing where one works with it."""
    match row.kind:
        case Kind.GEBEURTENIS:
            page.open_dialog("gebeurtenis-wijzigen", str(row.ding))
        case Kind.AFSPRAAK:
            page.afspraak_requested.emit(row.ding)
        case Kind.VERSLAG:
            page.verslag_requested.emit(row.ding)
        case Kind.PERSOON:
            page.persoon_requested.emit(casus_id, row.ding)
        case Kind.CASUS:
            page.open_dialog("casus-wijzigen", str(row.ding))
        case _ if opens(row):
            go_to(page, casus_id, _tab_of(row), row.ding)


def go_to(page: Page, casus_id: UUID, tab: tuple[str, str], ding: UUID) -> None:
    """Bring a tab of the casus to the front, with one of its rows chosen."""
    name, row = tab
    page.return_to({"casus": str(casus_id), "deel": name, "in": {row: str(ding)}})
    any(focus_into(pane) for pane in page.panes()[1:])  # the keyboard goes along


def tab_of(kind: Kind) -> tuple[str, str]:
    """Name the tab in which things of this kind stand."""
    return _TABS[kind]


def _tab_of(row: TijdlijnRow) -> tuple[str, str]:
    if row.kind is not Kind.ONDERZOEK:
        return _TABS[row.kind]
    return _MONITORING if row.soort is TijdlijnSoort.MONITORING else _ONDERZOEK
