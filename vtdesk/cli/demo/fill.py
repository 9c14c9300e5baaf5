"""Fills a kluis with the invented day, in the order in which it happened."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from vtdesk import resources
from vtdesk.cli.demo.afspraken import Afspraken
from vtdesk.cli.demo.casus import Casusverloop
from vtdesk.cli.demo.stap import Bekend, Stap, moment
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


def fill_demo(desk: Desk, clock: SettableClock) -> None:
    """Do all that was done until the demo's now, each thing at its own time."""
    dag = read("dag")
    clock.now = moment(dag["begin"])
    desk.instellingen.set_gebruiker(Gebruiker(**dag["gebruiker"]))
    desk.instellingen.mark_demo(moment(dag["nu"]).isoformat())
    organisaties = {
        naam: desk.organisaties.add(**gegevens) for naam, gegevens in dag["organisaties"].items()
    }
    for step in sorted(_steps(desk, dag, organisaties), key=lambda step: step.op):
        clock.now = step.op
        step.doe()
    clock.now = moment(dag["nu"])


def _steps(desk: Desk, dag: dict[str, Any], organisaties: dict[str, UUID]) -> list[Stap]:
    steps = Afspraken(desk, dag["afspraken"], Bekend(organisaties)).stappen()
    for name in dag["casussen"]:
        steps += Casusverloop(desk, read(name), organisaties).stappen()
    return steps


def read(name: str) -> dict[str, Any]:
    """Read one file of the demo."""
    return tomllib.loads(resources.path("demo", f"{name}.toml").read_text("utf-8"))
