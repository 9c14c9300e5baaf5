"""The leave of the demo, planned in time, and who takes what falls in it."""

from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGegevens

_PERIODE = frozenset(VerlofGegevens.__slots__)


class Verlofverloop:
    """Turns one period of leave into steps."""

    def __init__(self, desk: Desk, data: dict[str, Any]) -> None:
        self._desk = desk
        self._data = data
        self._id: UUID | None = None

    def stappen(self) -> list[Stap]:
        """List when it was planned, and who took what and when."""
        taken = [
            Stap(moment(one["op"]), partial(self._take, one)) for one in self._data["overnames"]
        ]
        return [Stap(moment(self._data["op"]), self._plan), *taken]

    def _plan(self) -> None:
        period = {name: value for name, value in self._data.items() if name in _PERIODE}
        self._id = self._desk.verloven.add(VerlofGegevens(**period))

    def _take(self, one: dict[str, Any]) -> None:
        """Let somebody take the term of a casus."""
        assert self._id is not None, "leave is planned first"  # noqa: S101 - cannot be
        line = next(
            line
            for line in self._desk.verloven.contents(self._id)
            if (line.nummer, line.regel) == (one["casus"], one["regel"])
        )
        self._desk.verloven.take(self._id, line.soort, line.ding, one["wie"])
