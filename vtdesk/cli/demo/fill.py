"""Fills a kluis with the invented day, in the order in which it happened."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from vtdesk import resources
from vtdesk.cli.demo.afspraken import Afspraken
from vtdesk.cli.demo.bellen import Belverloop
from vtdesk.cli.demo.beloften import Beloftenverloop
from vtdesk.cli.demo.casus import Casusverloop
from vtdesk.cli.demo.dagen import Dagenverloop
from vtdesk.cli.demo.plein import Pleinverloop
from vtdesk.cli.demo.reeksen import Reeksverloop
from vtdesk.cli.demo.stap import Bekend, Stap, moment
from vtdesk.cli.demo.verlof import Verlofverloop
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker


class SettableClock(Protocol):
    """A clock that shows what it was told last."""

    now: datetime

    def __call__(self) -> datetime:
        """Give that moment."""


@dataclass(slots=True)
class DemoClock:
    """The clock that runs through half a year in a few seconds."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


def demo_start() -> datetime:
    """Give the moment at which the oldest casus begins."""
    return moment(read("dag")["begin"])


def demo_now() -> datetime:
    """Give the moment at which the demo stands when nobody names another."""
    return moment(read("dag")["nu"])


def fill_demo(desk: Desk, clock: SettableClock, until: datetime | None = None) -> None:
    """Do all that was done until a moment, each thing at its own time; the demo starts there."""
    Demo(desk, clock).go_on(until or demo_now())


class Demo:
    """All that is done in the demo, of which a part was done already."""

    def __init__(self, desk: Desk, clock: SettableClock) -> None:
        self._desk = desk
        self._clock = clock
        self._left = self._begin(read("dag"))

    def go_on(self, until: datetime) -> None:
        """Do what is left until a moment, and let the demo start there."""
        while self._left and self._left[-1].op <= until:
            step = self._left.pop()
            self._clock.now = step.op
            step.doe()
        self._clock.now = until
        self._desk.instellingen.mark_demo(until.isoformat())

    def _begin(self, dag: dict[str, Any]) -> list[Stap]:
        """Note who works here and with whom; gives what is left to do, the first thing last."""
        self._clock.now = moment(dag["begin"])
        desk = self._desk
        desk.instellingen.set_gebruiker(Gebruiker(**dag["gebruiker"]))
        organisaties = {
            naam: desk.organisaties.add(**about) for naam, about in dag["organisaties"].items()
        }
        steps = sorted(_steps(desk, dag, organisaties), key=lambda step: step.op)
        return steps[::-1]


def _steps(desk: Desk, dag: dict[str, Any], organisaties: dict[str, UUID]) -> list[Stap]:
    bekend = Bekend(organisaties)
    steps = Afspraken(desk, dag["afspraken"], bekend).stappen()
    steps += Beloftenverloop(desk, dag, bekend).stappen()
    steps += Dagenverloop(desk, dag["dagen"]).stappen()
    steps += Reeksverloop(desk, dag["reeksen"]).stappen()
    steps += Pleinverloop(desk, read("plein"), bekend).stappen()
    steps += Belverloop(desk, dag["telefoon"]).stappen()
    steps += Verlofverloop(desk, dag["verlof"]).stappen()
    for name in dag["casussen"]:
        steps += Casusverloop(desk, read(name), organisaties).stappen()
    return steps


def read(name: str) -> dict[str, Any]:
    """Read one file of the demo."""
    return tomllib.loads(resources.path("demo", f"{name}.toml").read_text("utf-8"))
