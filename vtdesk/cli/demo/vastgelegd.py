"""What was caught in passing on the day of the demo: crisis notes, and what is hers alone."""

from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop, moment
from vtdesk.services.desk import Desk


class Crisisnotitieverloop(Verloop):
    """Turns the crisisnotities of one file into steps, a line each."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._running: UUID | None = None  # one at a time

    def stappen(self) -> list[Stap]:
        """List the lines as they were written, and the end of each run."""
        steps = []
        for one in self._data.get("crisisnotities", []):
            steps.append(Stap(moment(one["op"]), self._begin))
            steps += [
                Stap(moment(regel["op"]), partial(self._add, regel["tekst"]))
                for regel in one["regels"]
            ]
            steps.append(Stap(moment(one["gesloten"]), self._close))
        return steps

    def _begin(self) -> None:
        self._running = self._desk.crisisnotities.begin(self._bekend.casus())

    def _add(self, tekst: str) -> None:
        self._desk.crisisnotities.add_line(self._id(), tekst)

    def _close(self) -> None:
        self._desk.crisisnotities.close(self._id())

    def _id(self) -> UUID:
        assert self._running is not None, "a crisisnotitie is begun first"  # noqa: S101 (as said)
        return self._running


class Impactverloop(Verloop):
    """Turns what the talks of one file did to her into steps."""

    def stappen(self) -> list[Stap]:
        """List what she kept for herself."""
        return [
            Stap(moment(one["op"]), partial(self._save, one))
            for one in self._data.get("impact", [])
        ]

    def _save(self, one: dict[str, Any]) -> None:
        talk = self._bekend.afspraken[one["afspraak"]]
        self._desk.impact.save(one["tekst"], afspraak_id=talk, collega=one["collega"])
