"""What one may wish of an appointment: which wishes fit its state, and what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import words
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat, VerslagStand

_DONE = (VerslagStand.VASTGESTELD, VerslagStand.VERVANGEN)


class Wish(StrEnum):
    """Something to do with one appointment."""

    OPENEN = "openen"
    CASUS = "casus"
    PLEIN = "plein"
    SCHRIJVEN = "schrijven"
    LEZEN = "lezen"
    NOTITIE = "notitie"
    GEHOUDEN = "gehouden"
    HOE = "hoe"
    WIJZIGEN = "wijzigen"
    AFZEGGEN = "afzeggen"
    TERUG = "terug"


@dataclass(frozen=True, slots=True)
class Offer:
    """A wish as a button."""

    wish: Wish
    words: str
    icon: str = ""

    @property
    def is_main(self) -> bool:
        """Tell whether this may be the one filled button of the screen."""
        return self.wish in {Wish.CASUS, Wish.PLEIN, Wish.SCHRIJVEN, Wish.LEZEN}


def offers(row: AfspraakRow, now: datetime) -> list[Offer]:
    """List what can be done, the most fitting first."""
    casus = [Offer(Wish.CASUS, "Casus openen", "casussen")] if row.casus_id else []
    if row.soort is AfspraakSoort.PLEIN:
        casus = [Offer(Wish.PLEIN, "Naar het plein", "plein")]
    if row.staat is AfspraakStaat.GEPLAND:
        return [*casus, *_planned(row, now)]
    if row.staat is AfspraakStaat.GEHOUDEN:
        return [*_held(row), *casus, *_after_held(row)]
    return [*casus, *_gone(row)]


def _planned(row: AfspraakRow, now: datetime) -> Iterator[Offer]:
    begun = row.begin <= now and not row.hele_dag
    if words.is_running(row, now) and row.casus_id:
        yield Offer(Wish.NOTITIE, "Parkeernotitie", "parkeernotitie")
    if begun:
        yield Offer(Wish.GEHOUDEN, "Gehouden", "klaar")
    yield Offer(Wish.WIJZIGEN, "Wijzigen", "bewerken")
    yield Offer(Wish.AFZEGGEN, "Ging niet door" if begun else "Afzeggen", "afgezegd")


def _held(row: AfspraakRow) -> Iterator[Offer]:
    if row.verslag_id is not None and row.verslag_stand in _DONE:
        yield Offer(Wish.LEZEN, "Verslag lezen", "verslagen")
    elif row.owes_verslag:
        verb = "Verder schrijven" if row.verslag_id else "Verslag schrijven"
        yield Offer(Wish.SCHRIJVEN, verb, "schrijven")


def _after_held(row: AfspraakRow) -> Iterator[Offer]:
    if row.owes_verslag:
        yield Offer(Wish.NOTITIE, "Parkeernotitie", "parkeernotitie")
    if row.casus_id:
        yield Offer(Wish.HOE, "Hoe ging het?", "mensen")
    if row.verslag_id is None:
        yield Offer(Wish.TERUG, "Toch niet gehouden", "ongedaan")


def _gone(row: AfspraakRow) -> Iterator[Offer]:
    if row.needs_new_date:
        yield Offer(Wish.AFZEGGEN, "Nieuwe datum of reden", "afgezegd")
    if row.staat is AfspraakStaat.AFGEZEGD:
        yield Offer(Wish.TERUG, "Afspraak herstellen", "ongedaan")
