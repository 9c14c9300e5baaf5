"""How verlof is called on screen: its three sheets, its icons, and when something falls."""

from collections.abc import Mapping
from enum import Enum

from vtdesk.services.verlof.service import VerlofRegel
from vtdesk.values.dagkinds import OvernameSoort
from vtdesk.values.tijd import dag_met_naam


class Blad(Enum):
    """A sheet of the dialog about verlof."""

    VERDELEN = "Wie neemt het over"
    PAGINA = "Pagina per casus"
    BRIEF = "Brief per gezin"

    @property
    def icon(self) -> str:
        """Give the role of its icon."""
        return _ICONS[self.name]


_ICONS = {"VERDELEN": "mensen", "PAGINA": "print", "BRIEF": "verzending"}

ICON: Mapping[OvernameSoort, str] = {
    OvernameSoort.TERMIJN: "termijn",
    OvernameSoort.BELOFTE: "belofte",
    OvernameSoort.MONITORING: "monitoring",
    OvernameSoort.AFSPRAAK: "vandaag",
    OvernameSoort.TERUGBELVERZOEK: "bellen",
    OvernameSoort.GEBEURTENIS: "tijd",
    OvernameSoort.VERSLAG: "schrijven",
}


def when(line: VerlofRegel) -> str:
    """Write `do 14 mei 21:30`; what has no day waits now."""
    if line.dag is None:
        return "wacht nu"
    return " ".join(filter(None, (dag_met_naam(line.dag), line.tijd)))


def over(line: VerlofRegel) -> str:
    """Write `Huisverbod stopt, Wolkenveld`: what it is, and by the first name of which family."""
    return ", ".join(filter(None, (line.woorden, line.casus.split(" / ")[0])))
