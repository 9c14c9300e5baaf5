"""How people of a demo casus belong together, and who lived where, each told at its time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, moment
from vtdesk.services.desk import Desk
from vtdesk.services.huishoudens import BewoningGegevens
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.values.casuskinds import RelatieSoort

_AFTER = timedelta(minutes=10)  # the people come first


class Gezinsverloop:
    """Turns the ties and houses of one file into steps; without `op` they came with the casus."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend, geopend: datetime) -> None:
        self._desk = desk
        self._data = data
        self._bekend = bekend
        self._geopend = geopend + _AFTER
        self._huizen: dict[str, UUID] = {}
        self._bewoningen: dict[tuple[str, str], UUID] = {}

    def stappen(self) -> list[Stap]:
        """List everything that was told of the family."""
        begin = [Stap(self._geopend, partial(self._add_house, naam)) for naam in self._houses()]
        ties = [
            Stap(self._when(one), partial(self._tie, one)) for one in self._data.get("relaties", [])
        ]
        living = [step for one in self._data.get("bewoning", []) for step in self._living(one)]
        return [*begin, *ties, *living]

    def _living(self, one: dict[str, Any]) -> Iterator[Stap]:
        yield Stap(self._when(one), partial(self._move_in, one))
        for weg in one.get("weg", []):
            yield Stap(moment(weg["op"]), partial(self._move_out, one["huis"], weg))

    def _when(self, one: dict[str, Any]) -> datetime:
        return moment(one["op"]) if "op" in one else self._geopend

    def _houses(self) -> list[str]:
        return list(dict.fromkeys(one["huis"] for one in self._data.get("bewoning", [])))

    def _add_house(self, naam: str) -> None:
        self._huizen[naam] = self._desk.huishoudens.add(self._bekend.casus(), naam)

    def _tie(self, one: dict[str, Any]) -> None:
        people, names = self._bekend.personen, ("op", "van", "naar", "soort")
        rest = {naam: waarde for naam, waarde in one.items() if naam not in names}
        self._desk.relaties.add(
            RelatieGegevens(
                people[one["van"]].id, people[one["naar"]].id, RelatieSoort(one["soort"]), **rest
            )
        )

    def _move_in(self, one: dict[str, Any]) -> None:
        for wie in one["wie"]:
            self._bewoningen[one["huis"], wie] = self._desk.huishoudens.move_in(
                BewoningGegevens(
                    self._huizen[one["huis"]],
                    self._bekend.personen[wie].id,
                    one.get("vanaf"),
                    toelichting=one.get("toelichting", ""),
                )
            )

    def _move_out(self, huis: str, weg: dict[str, Any]) -> None:
        for wie in weg["wie"]:
            self._desk.huishoudens.move_out(self._bewoningen[huis, wie], weg["tot"])
