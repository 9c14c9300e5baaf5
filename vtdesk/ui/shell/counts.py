"""The counts in the rail: who waits for a call, and what is still to be written."""

from PySide6.QtCore import QObject, Slot

from vtdesk.services.desk import Desk
from vtdesk.ui.shell.rail import Rail
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind

_OWED = frozenset({Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG, Kind.PLEIN})
_CALLS = frozenset({Kind.TERUGBELVERZOEK})


class Counts(QObject):
    """Counts again when something changed that is counted."""

    def __init__(self, desk: Desk, rail: Rail) -> None:
        super().__init__(rail)
        self._desk, self._rail = desk, rail
        self._show_owed()
        self._show_calls()

    @Slot(object)
    def on_changed(self, change: Change) -> None:
        """Count what this change may have touched."""
        if change.touches(_OWED):
            self._show_owed()
        if change.touches(_CALLS):
            self._show_calls()

    def _show_owed(self) -> None:
        count = self._desk.morgen.count()
        self._rail.button("verslagen").set_count(count, f"{count} nog te schrijven")

    def _show_calls(self) -> None:
        count = self._desk.bellen.open_count()
        self._rail.button("bellen").set_count(count, f"{count} te bellen")
