"""The pages of the window, in the order of the rail."""

from dataclasses import dataclass, fields

from vtdesk.services.desk import Desk
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.slot.door import Door
from vtdesk.ui.theme.look import Look
from vtdesk.ui.vandaag.page import VandaagPage
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.zoeken.page import ZoekenPage


@dataclass(frozen=True, slots=True)
class Pages:
    """Each page once; the name of a field is the name of the command that shows it."""

    vandaag: VandaagPage
    casussen: CasussenPage
    verslagen: VerslagenPage
    zoeken: ZoekenPage
    instellingen: InstellingenPage

    @classmethod
    def build(cls, desk: Desk, tools: Tools, *, look: Look, door: Door) -> "Pages":
        """Make all pages over one open kluis."""
        return cls(
            vandaag=VandaagPage(desk, tools),
            casussen=CasussenPage(desk, tools),
            verslagen=VerslagenPage(desk, tools),
            zoeken=ZoekenPage(desk, tools),
            instellingen=InstellingenPage(desk, tools, look=look, door=door),
        )

    def by_name(self) -> dict[str, Page]:
        """List them by name, from the top of the rail."""
        return {field.name: getattr(self, field.name) for field in fields(self)}
