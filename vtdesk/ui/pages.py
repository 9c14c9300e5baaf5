"""The pages of the window, in the order of the rail."""

from vtdesk.services.desk import Desk
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.slot.door import Door
from vtdesk.ui.theme.look import Look


def build_pages(desk: Desk, tools: Tools, *, look: Look, door: Door) -> dict[str, Page]:
    """Make every page once; its key is the name of the command that shows it."""
    return {
        "casussen": CasussenPage(desk, tools),
        "instellingen": InstellingenPage(desk, tools, look=look, door=door),
    }
