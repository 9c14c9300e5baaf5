"""What comes back each week in the agenda of the demo."""

from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Stap, moment
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.reeksen import Bereik
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.kinds import AfspraakSoort


class Reeksverloop:
    """Turns the series of a file into steps: planned, held, and cancelled where she is away."""

    def __init__(self, desk: Desk, data: list[dict[str, Any]]) -> None:
        self._desk = desk
        self._data = data

    def stappen(self) -> list[Stap]:
        """List what was done with each series."""
        return [step for one in self._data for step in self._of_one(one)]

    def _of_one(self, one: dict[str, Any]) -> list[Stap]:
        cancelled = one["afgezegd"]
        return [
            Stap(moment(one["op"]), partial(self._plan, one)),
            *(
                Stap(_end(one, day), partial(self._hold, one["titel"], day))
                for day in one["gehouden"]
            ),
            *(
                Stap(
                    moment(cancelled["op"]),
                    partial(self._cancel, one["titel"], day, cancelled["reden"]),
                )
                for day in cancelled["dagen"]
            ),
        ]

    def _plan(self, one: dict[str, Any]) -> None:
        begin = moment(one["begin"])
        gegevens = AfspraakGegevens(
            one["titel"],
            AfspraakSoort(one["soort"]),
            begin,
            _end(one, begin.date()),
            plaats=one["plaats"],
        )
        self._desk.reeksen.add(gegevens, Herhaling.of(one["regel"]))

    def _hold(self, titel: str, day: date) -> None:
        self._desk.agenda.hold(self._on(titel, day))

    def _cancel(self, titel: str, day: date, reden: str) -> None:
        self._desk.reeksen.cancel(self._on(titel, day), Bereik.DEZE, reden)

    def _on(self, titel: str, day: date) -> UUID:
        return next(row.id for row in self._desk.agenda.on_day(day) if row.titel == titel)


def _end(one: dict[str, Any], day: date) -> datetime:
    return moment(datetime.combine(day, one["tot"]))
