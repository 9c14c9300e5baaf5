"""The table of the demo day: prepared the evening before, and run minute by minute."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from vtdesk.cli.demo.stap import Bekend, Stap, Verloop, moment
from vtdesk.services.desk import Desk
from vtdesk.services.plein.rows import BesprekingGegevens, Voorbereiding
from vtdesk.services.pleintafel import StandpuntGegevens, TaakGegevens
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import Letter


class Pleinverloop(Verloop):
    """Turns one zitting and its besprekingen into steps."""

    def __init__(self, desk: Desk, data: dict[str, Any], bekend: Bekend) -> None:
        super().__init__(desk, data, bekend)
        self._besprekingen = [_Bespreking(desk, one) for one in data["besprekingen"]]

    def stappen(self) -> list[Stap]:
        """List all that was done for this table and at it."""
        at_the_table = [step for one in self._besprekingen for step in one.stappen()]
        return [Stap(moment(self._data["op"]), self._plan), *at_the_table]

    def _plan(self) -> None:
        block = self._desk.agenda.detail(self._bekend.afspraken[self._data["afspraak"]])
        zitting_id = self._desk.plein.open_zitting(block.begin, block.id)
        for bespreking in self._besprekingen:
            bespreking.plan(zitting_id)


class _Bespreking:
    """One bespreking from its preparation to its end."""

    def __init__(self, desk: Desk, data: dict[str, Any]) -> None:
        self._desk = desk
        self._data = data
        self._known: UUID | None = None

    def plan(self, zitting_id: UUID) -> None:
        """Put it at the end of the list of this table."""
        names = ("minuten", "initialen", "leeftijd", "aanvrager")
        about = BesprekingGegevens(**{name: self._data[name] for name in names})
        self._known = self._desk.plein.add(zitting_id, about)

    def stappen(self) -> list[Stap]:
        """List what was prepared, said, found and decided."""
        data = self._data
        prepared = data["voorbereiding"]
        steps = [
            Stap(moment(prepared["op"]), self._prepare),
            Stap(moment(data["begonnen"]), lambda: self._desk.plein.begin(self._id())),
            Stap(moment(data["gesloten"]), lambda: self._desk.plein.close(self._id())),
        ]
        kinds: tuple[tuple[list[dict[str, Any]], Callable[[dict[str, Any]], object]], ...] = (
            (prepared["gevraagd"], self._ask),
            (data["fasen"], self._turn),
            (data["inbreng"], self._say),
            (data.get("standpunten", []), self._find),
            (data["uitkomst"], self._decide),
            (data["taken"], self._task),
        )
        return steps + [
            Stap(moment(one["op"]), partial(do, one)) for found, do in kinds for one in found
        ]

    def _id(self) -> UUID:
        assert self._known is not None, "a bespreking is planned first"  # noqa: S101 - cannot be
        return self._known

    def _prepare(self) -> None:
        prepared = self._data["voorbereiding"]
        questions = "\n".join(prepared["vragen"])
        gegevens = Voorbereiding(prepared["weet"], questions, (), prepared["let_op"])
        self._desk.plein.prepare(self._id(), gegevens)

    def _ask(self, one: dict[str, Any]) -> None:
        self._desk.plein.tick(self._id(), one["vraag"], asked=True)

    def _turn(self, one: dict[str, Any]) -> None:
        self._desk.plein.to_fase(self._id(), PleinFase(one["fase"]))

    def _say(self, one: dict[str, Any]) -> None:
        self._desk.pleintafel.say(self._id(), one["regel"], Letter(one["letter"]))

    def _find(self, one: dict[str, Any]) -> None:
        rows = self._desk.plein.detail(self._id()).standpunten
        row_id = next(row.id for row in rows if row.wie == one["wie"])
        names = StandpuntGegevens.__slots__
        gegevens = StandpuntGegevens(**{name: one[name] for name in names if name in one})
        self._desk.pleintafel.keep_standpunt(self._id(), row_id, gegevens)

    def _decide(self, one: dict[str, Any]) -> None:
        """Write more of the outcome; what stands there already stays."""
        written = self._desk.plein.detail(self._id())
        more = {name: value for name, value in one.items() if name != "op"}
        self._desk.plein.keep(self._id(), replace(written.uitkomst, **more), written.klad)

    def _task(self, one: dict[str, Any]) -> None:
        gegevens = {name: value for name, value in one.items() if name != "op"}
        self._desk.pleintafel.add_taak(self._id(), TaakGegevens(**gegevens))
