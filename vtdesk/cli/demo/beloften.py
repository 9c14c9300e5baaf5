"""What was promised in the demo, and whether it was kept."""

from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop, moment
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk


class Beloftenverloop(Verloop):
    """Turns the promises of one file into steps."""

    def stappen(self) -> list[Stap]:
        """List what was promised, and what became of it."""
        return [
            step
            for one in self._data.get("beloften", [])
            for step in _Belofte(self._desk, one, self._bekend).stappen()
        ]


class _Belofte(Verloop):
    """One promise from its making to its keeping."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._id: UUID | None = None

    def stappen(self) -> list[Stap]:
        steps = [Stap(moment(self._data["op"]), self._make)]
        if kept := self._data.get("nagekomen"):
            steps.append(Stap(moment(kept["op"]), partial(self._keep, kept["regel"])))
        return steps

    def _make(self) -> None:
        data, bekend = self._data, self._bekend
        wie = bekend.personen.get(data.get("persoon", ""))
        self._id = self._desk.beloften.add(
            BelofteGegevens(
                aan=wie.naam if wie else data["aan"],
                wat=data["wat"],
                uiterlijk=data.get("uiterlijk"),
                casus_id=bekend.casus_id,
                persoon_id=wie.id if wie else None,
                afspraak_id=bekend.afspraken.get(data.get("afspraak", "")),
            )
        )

    def _keep(self, regel: str) -> None:
        assert self._id is not None, "a promise is made first"  # noqa: S101 - cannot be
        self._desk.beloften.keep(self._id, regel)
