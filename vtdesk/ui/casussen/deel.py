"""One tab of a casus; each kind of tab has a package or module of its own beside this one.

    class Termijnen(Deel):
        title = "Termijnen & monitoring"
        watches = frozenset({Kind.TERMIJN})

        def __init__(self, part: Part) -> None:
            super().__init__(part)
            ...parts, layout, wires; self.inspector = a widget that follows the selection

        def refresh(self) -> None:                  # self.casus is the casus on screen
            self._list.set_rows(self.desk.termijnen.of_casus(self.casus.id))

A wish that leaves the tab goes through the page (`self.page.verslag_requested.emit(...)`), a
command through `self.page.do(...)`, and a form through `self.page.open_dialog(name, ...)` after
`self.page.dialogs.register(name, make)`. Dialogs are children of `self.page`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.casussen import CasusRow
from vtdesk.services.desk import Desk
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.seen import Seen
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Part:
    """What every tab is handed: its page, the services, and the tools."""

    page: Page
    desk: Desk
    tools: Tools
    add_persoon: Callable[[], None]


class Deel(Seen):
    """A tab reads its casus when it is seen; a failure to read stays within the tab."""

    title: ClassVar[str]

    deel_requested = Signal(str, object)  # objectName of another tab, and a place in it

    def __init__(self, part: Part) -> None:
        super().__init__()
        named(self, self.name())
        self.page = part.page
        self.desk = part.desk
        self.tools = part.tools
        self.clock = part.tools.clock
        self._add_persoon = part.add_persoon
        self.inspector: QWidget | None = None  # None shows the people of the casus
        self._casus: CasusRow | None = None

    @classmethod
    def name(cls) -> str:
        """Give the name that a place of the page has for this tab."""
        return f"deel-{cls.__name__.lower()}"

    @property
    def casus(self) -> CasusRow:
        """Give the casus on screen; a tab refreshes only when there is one."""
        if self._casus is None:
            raise LookupError("no casus is shown")
        return self._casus

    def show_casus(self, casus: CasusRow) -> None:
        """Show this casus, as soon as the tab is seen; what changes in it comes by itself."""
        if casus != self._casus:
            self._casus = casus
            self.read_again()

    def add(self) -> None:
        """Make what Ins makes in this tab; a tab without things of its own adds a person."""
        self._add_persoon()

    def verslag_in_sight(self) -> UUID | None:
        """Give the verslag that is chosen in this tab, when there is one."""
        return None

    def panes(self) -> Sequence[QWidget]:
        """List the parts that Ctrl+F6 walks through."""
        return [self]

    def own_keys(self) -> Sequence[str]:
        """Name the commands of `actions.py` whose keys this tab answers itself."""
        return ()

    def place(self) -> dict[str, Any]:
        """Say where the user is in this tab, in plain values."""
        return {}

    def return_to(self, place: dict[str, Any]) -> None:
        """Go back to where the user was in this tab."""

    def on_width(self, width: Width) -> None:
        """Take another form when the window became narrow or wide."""

    @override
    def _refresh_if_seen(self) -> None:
        if self._casus is not None:
            super()._refresh_if_seen()


class Rijendeel(Deel):
    """A tab that is one list of rows; the place in it is the row that was chosen."""

    list: RowList[Any]

    @override
    def panes(self) -> Sequence[QWidget]:
        return [self.list]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg")

    @override
    def place(self) -> dict[str, Any]:
        current = self.list.current()
        return {"rij": str(current.id)} if current else {}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.read_again()
        if self.list.choose(lambda rij: str(rij.id) == place.get("rij")):
            self.list.setFocus()

    def go_to(self, wanted: UUID) -> None:
        """Choose a row that was just made, and let the keyboard go on there."""
        if self.list.choose(lambda rij: rij.id == wanted):
            self.list.setFocus()
