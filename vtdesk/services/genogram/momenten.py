"""The days on which something changed in a family, each in a few words, for the slider."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Besluit, Betrokkenheid, Gebeurtenis, Persoon
from vtdesk.services.huishoudens import huishoudens_of
from vtdesk.services.persoon_rows import KINDEREN
from vtdesk.services.relaties import RelatieRow, relaties_of
from vtdesk.values.casuskinds import BesluitStand, GebeurtenisSoort, RelatieSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local

_EVENTS = {
    GebeurtenisSoort.HUISVERBOD: "huisverbod",
    GebeurtenisSoort.CONTACTVERBOD: "contactverbod",
    GebeurtenisSoort.LOCATIEVERBOD: "locatieverbod",
    GebeurtenisSoort.PLAATSING: "plaatsing",
    GebeurtenisSoort.OTS: "OTS",
    GebeurtenisSoort.VOTS: "VOTS",
    GebeurtenisSoort.MUHP: "uithuisplaatsing",
}
APART, DEAD = "uit elkaar", "overleden"
_TIES = {
    RelatieSoort.GEWELD: "geweld",
    RelatieSoort.EX: APART,
    RelatieSoort.PARTNER: "partners",
    RelatieSoort.PLEEG: "pleegzorg",
    RelatieSoort.STEUN: "steun",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One day, and what changed; the first word is what one remembers the day by."""

    dag: date
    woorden: tuple[str, ...]


def momenten(session: Session, casus_id: UUID, today: date) -> tuple[Moment, ...]:
    """List the days on which the picture changed, with today as the last."""
    found: dict[date, list[str]] = defaultdict(list)
    for day, words in _changes(session, casus_id):
        if day < today:
            found[day].append(words)
    days = [Moment(day, tuple(_once(found[day]))) for day in sorted(found)]
    return (*days, Moment(today, ("vandaag",)))


def _once(words: list[str]) -> Iterator[str]:
    """Say each thing once; who is left by death is not apart."""
    by_death = any(word.endswith(DEAD) for word in words)
    return (word for word in dict.fromkeys(words) if not (by_death and word == APART))


def _changes(session: Session, casus_id: UUID) -> Iterator[tuple[date, str]]:
    """Give what changed, in the order in which one remembers it."""
    for event in session.scalars(select(Gebeurtenis).where(Gebeurtenis.casus_id == casus_id)):
        if event.soort in _EVENTS:
            yield local(event.begin).date(), _EVENTS[event.soort]
    yield from _houses(session, casus_id)
    for tie in relaties_of(session, casus_id):
        yield from _tie(tie)
    query = select(Besluit).where(
        Besluit.casus_id == casus_id, Besluit.stand == BesluitStand.DEFINITIEF
    )
    for decision in session.scalars(query):
        yield decision.datum, "besluit"
    yield from _lives(session, casus_id)


def _houses(session: Session, casus_id: UUID) -> Iterator[tuple[date, str]]:
    for house in huishoudens_of(session, casus_id):
        for one in house.bewoners:
            naam = one.persoon.split(" ")[0]
            if one.gegevens.vanaf:
                yield one.gegevens.vanaf, f"{naam} verhuist"
            if one.gegevens.tot:
                yield one.gegevens.tot, f"{naam} verhuist"


def _tie(tie: RelatieRow) -> Iterator[tuple[date, str]]:
    soort, shown = tie.gegevens.soort, tie.gegevens
    if shown.vanaf and soort in _TIES:
        yield shown.vanaf, _TIES[soort]
    if shown.tot and soort in _TIES:
        yield shown.tot, APART if soort is RelatieSoort.PARTNER else f"einde {_TIES[soort]}"


def _lives(session: Session, casus_id: UUID) -> Iterator[tuple[date, str]]:
    """Give the births and deaths; of adults only their death changes the picture."""
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
    )
    for persoon, rol in session.execute(query):
        naam = persoon.voornaam or persoon.naam
        if persoon.overleden_op:
            yield persoon.overleden_op, f"{naam} {DEAD}"
        if persoon.geboortedatum and rol in KINDEREN:
            yield persoon.geboortedatum, f"{naam} geboren"
