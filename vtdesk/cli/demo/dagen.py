"""The working days of the demo: begun in the morning, closed in the evening."""

from typing import Any

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.services.desk import Desk


class Dagenverloop:
    """Turns the begin and the end of working days into steps."""

    def __init__(self, desk: Desk, data: list[dict[str, Any]]) -> None:
        self._desk = desk
        self._data = data

    def stappen(self) -> list[Stap]:
        """List when each day was begun and closed."""
        begun = [Stap(moment(one["begonnen"]), self._desk.dagen.begin) for one in self._data]
        closed = [
            Stap(moment(one["afgesloten"]), self._desk.dagen.close)
            for one in self._data
            if "afgesloten" in one
        ]
        return [*begun, *closed]
