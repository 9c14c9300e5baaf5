"""Who waits for a call in a leave: until her last working moment, today's calls are still hers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Persoon, Terugbelverzoek
from vtdesk.services.bellen.match import Match, casus_of, matches_of
from vtdesk.services.bellen.nummers import numbers_in
from vtdesk.services.regels import boeken
from vtdesk.services.verlof.regels import regels
from vtdesk.values.dagkinds import BelStand, Herkenning
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import at, klok, local

UNKNOWN_CALLER = "een onbekende beller"
_END = 6  # digits at the end of a number, by which most others fall away unread
_NO_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Wachtend:
    """One call that is left to the replacer; without a day it waits from the first one on."""

    id: UUID
    dag: date | None
    tijd: str
    woorden: str
    casus_id: UUID | None


def wachtenden(session: Session, van: date, tot: date, now: datetime) -> Iterator[Wachtend]:
    """List who waits for a call on a day of it, and from the last moment on who still waits."""
    left = now >= laatste_moment(session, van)
    query = select(Terugbelverzoek).where(Terugbelverzoek.stand != BelStand.KLAAR)
    for one in session.scalars(query):
        when = local(one.bellen_om) if one.bellen_om else None
        if when and van <= when.date() <= tot:
            yield _wachtend(session, one, when)
        elif left and (when is None or when.date() < van):
            yield _wachtend(session, one, None)


def laatste_moment(session: Session, van: date) -> datetime:
    """Give when she stops on her last working day before a leave."""
    kalender = boeken(session).kalender
    day = van - timedelta(days=1)
    while kalender.geen_werkdag(day):
        day -= timedelta(days=1)
    stop = regels().laatste_uur
    return at(day, stop.hour, stop.minute)


def _wachtend(session: Session, one: Terugbelverzoek, when: datetime | None) -> Wachtend:
    who = _match(session, one)
    name = one.wie.strip() or (who.naam if who else UNKNOWN_CALLER)
    words = f"Terugbellen: {name}"
    if one.stand is BelStand.WACHT and one.wacht_op.strip():
        words = f"{words}; wacht op {one.wacht_op.strip()}"
    hour = klok(when) if when and (when.hour or when.minute) else ""
    return Wachtend(one.id, when and when.date(), hour, words, casus_of(one, who))


def _match(session: Session, one: Terugbelverzoek) -> Match | None:
    """Tell who it is, when that was confirmed or can be only one."""
    if one.herkenning is Herkenning.IEMAND_ANDERS:
        return None
    people = {one.persoon_id} if one.persoon_id else set(_owners(session, one.nummer))
    found = matches_of(session, [(Kind.PERSOON, ding) for ding in people], short=True)
    if one.persoon_id:
        found = [match for match in found if match.casus_id == one.casus_id]
    return found[0] if len(found) == 1 else None


def _owners(session: Session, nummer: str) -> Iterator[UUID]:
    if not nummer:
        return
    for ding, written in session.execute(select(Persoon.id, Persoon.telefoon)):
        if nummer[-_END:] in _NO_DIGIT.sub("", written) and nummer in numbers_in(written):
            yield ding
