"""The pages of the window, in the order of the rail; their code is loaded when first seen."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from vtdesk.services.desk import Desk
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.slot.door import Door
from vtdesk.ui.theme.look import Look
from vtdesk.ui.vandaag.page import VandaagPage

if TYPE_CHECKING:
    from vtdesk.ui.bellen.page import BellenPage
    from vtdesk.ui.casussen.page import CasussenPage
    from vtdesk.ui.instellingen.page import InstellingenPage
    from vtdesk.ui.plein.page import PleinPage
    from vtdesk.ui.uitgaand.dossier_page import DossierPage
    from vtdesk.ui.uitgaand.inzage_page import InzagePage
    from vtdesk.ui.uitgaand.page import UitgaandPage
    from vtdesk.ui.verslagen.page import VerslagenPage
    from vtdesk.ui.week.page import WeekPage
    from vtdesk.ui.zoeken.page import ZoekenPage

P = TypeVar("P", bound=Page)


class Pages(QObject):
    """Makes each page when it is first wanted; its name is that of the command that shows it."""

    names: Sequence[str] = (
        "vandaag",
        "week",
        "bellen",
        "plein",
        "casussen",
        "verslagen",
        "zoeken",
        "instellingen",
    )
    over: Mapping[str, str] = {  # opens over a page
        "uitgaand": "verslagen",
        "dossier": "casussen",
        "inzage": "casussen",
    }
    made = Signal(str, object)  # name, and the Page that was made

    def __init__(self, desk: Desk, tools: Tools, *, look: Look, door: Door) -> None:
        super().__init__()
        self._desk, self._tools, self._look, self._door = desk, tools, look, door
        self._made: dict[str, Page] = {}

    @cached_property
    def vandaag(self) -> VandaagPage:
        """Give the day."""
        return self._tell("vandaag", VandaagPage(self._desk, self._tools))

    @cached_property
    def week(self) -> "WeekPage":
        """Give the days of the week side by side."""
        from vtdesk.ui.week.page import WeekPage  # noqa: PLC0415 - when first seen

        return self._tell("week", WeekPage(self._desk, self._tools))

    @cached_property
    def bellen(self) -> "BellenPage":
        """Give who waits for a call."""
        from vtdesk.ui.bellen.page import BellenPage  # noqa: PLC0415 - when first seen

        return self._tell("bellen", BellenPage(self._desk, self._tools))

    @cached_property
    def plein(self) -> "PleinPage":
        """Give the table."""
        from vtdesk.ui.plein.page import PleinPage  # noqa: PLC0415 - when first seen

        return self._tell("plein", PleinPage(self._desk, self._tools))

    @cached_property
    def casussen(self) -> "CasussenPage":
        """Give the casussen."""
        from vtdesk.ui.casussen.page import CasussenPage  # noqa: PLC0415 - when first seen

        return self._tell("casussen", CasussenPage(self._desk, self._tools))

    @cached_property
    def verslagen(self) -> "VerslagenPage":
        """Give the verslagen and their editor."""
        from vtdesk.ui.verslagen.page import VerslagenPage  # noqa: PLC0415 - when first seen

        return self._tell("verslagen", VerslagenPage(self._desk, self._tools))

    @cached_property
    def zoeken(self) -> "ZoekenPage":
        """Give the search in everything."""
        from vtdesk.ui.zoeken.page import ZoekenPage  # noqa: PLC0415 - when first seen

        return self._tell("zoeken", ZoekenPage(self._desk, self._tools))

    @cached_property
    def instellingen(self) -> "InstellingenPage":
        """Give the settings."""
        from vtdesk.ui.instellingen.page import InstellingenPage  # noqa: PLC0415 - when first seen

        page = InstellingenPage(self._desk, self._tools, look=self._look, door=self._door)
        return self._tell("instellingen", page)

    @cached_property
    def uitgaand(self) -> "UitgaandPage":
        """Give what leaves the desk for one receiver."""
        from vtdesk.ui.uitgaand.page import UitgaandPage  # noqa: PLC0415 - when first seen

        return self._tell("uitgaand", UitgaandPage(self._desk, self._tools))

    @cached_property
    def dossier(self) -> "DossierPage":
        """Give what is collected of a casus to leave together."""
        from vtdesk.ui.uitgaand.dossier_page import DossierPage  # noqa: PLC0415 - when first seen

        return self._tell("dossier", DossierPage(self._desk, self._tools))

    @cached_property
    def inzage(self) -> "InzagePage":
        """Give what one person may read about the own self."""
        from vtdesk.ui.uitgaand.inzage_page import InzagePage  # noqa: PLC0415 - when first seen

        return self._tell("inzage", InzagePage(self._desk, self._tools))

    def knows(self, name: str) -> bool:
        """Tell whether there is a page of this name."""
        return name in self.names or name in self.over

    def page(self, name: str) -> Page:
        """Give a page by its name."""
        page: Page = getattr(self, name)
        return page

    def seen(self) -> Mapping[str, Page]:
        """Give the pages that were made."""
        return self._made

    def _tell(self, name: str, page: P) -> P:
        self._made[name] = page
        self.made.emit(name, page)
        return page
