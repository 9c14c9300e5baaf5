"""The next date of each casus that is no appointment: a term that ends, a moment of monitoring."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Monitoring
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_rows import termijn_rows
from vtdesk.values.casuskinds import MonitoringSoort
from vtdesk.values.termijnen.stand import Termijnstand


@dataclass(frozen=True, slots=True)
class Mijlpaal:
    """What comes on which day; `te_laat` when that day went by without a new date."""

    naam: str
    op: date
    te_laat: bool = False


def mijlpalen(
    session: Session, now: datetime, casus_id: UUID | None = None
) -> dict[UUID, Mijlpaal]:
    """Give the nearest one of each casus, or of this one."""
    found: dict[UUID, Mijlpaal] = {}
    both = (*_terms(session, now, casus_id), *_moments(session, casus_id))
    for casus, mijlpaal in both:
        known = found.get(casus)
        if known is None or mijlpaal.op < known.op:
            found[casus] = mijlpaal
    return found


def _terms(
    session: Session, now: datetime, casus_id: UUID | None
) -> Iterator[tuple[UUID, Mijlpaal]]:
    for row in termijn_rows(session, boeken(session), now, casus_id=casus_id):
        if row.is_open:
            late = row.stand is Termijnstand.TE_LAAT and row.uitstel is None
            yield row.casus_id, Mijlpaal(row.naam, row.wanneer, late)


def _moments(session: Session, casus_id: UUID | None) -> Iterator[tuple[UUID, Mijlpaal]]:
    """Give what is planned beside the series; the series has terms of its own."""
    query = select(Monitoring).where(
        Monitoring.gehouden_op.is_(None), Monitoring.soort == MonitoringSoort.EXTRA
    )
    if casus_id:
        query = query.where(Monitoring.casus_id == casus_id)
    for moment in session.scalars(query):
        yield moment.casus_id, Mijlpaal("Extra moment", moment.gepland_op)
