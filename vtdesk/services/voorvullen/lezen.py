"""Finds the call and the table that a verslag is about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import Bespreking, Terugbelverzoek
from vtdesk.services.plein.lezen import detail_of
from vtdesk.services.plein.rows import BesprekingDetail
from vtdesk.values.tijd import end_of, start_of


@dataclass(frozen=True, slots=True)
class Bel:
    """What was asked and answered on the phone."""

    nummer: str
    wie: str
    regel: str
    vrij_praten: str
    nu_veilig: str
    waar_kinderen: str
    uitkomst: str


def aan_tafel(session: Session, casus_id: UUID) -> BesprekingDetail | None:
    """Give the last time that a casus was at the table."""
    query = (
        select(Bespreking)
        .where(Bespreking.casus_id == casus_id, Bespreking.begonnen_op.is_not(None))
        .order_by(Bespreking.begonnen_op.desc())
    )
    found = session.scalars(query).first()
    return detail_of(session, found) if found else None


def aan_de_telefoon(
    session: Session, casus_id: UUID, dag: date, mensen: Collection[UUID | None]
) -> Bel | None:
    """Give what was answered on the phone that day: by one of these people, if any are named."""
    when = func.coalesce(Terugbelverzoek.afgedaan_op, Terugbelverzoek.laatst_op)
    query = (
        select(Terugbelverzoek)
        .where(
            Terugbelverzoek.casus_id == casus_id,
            when.between(start_of(dag), end_of(dag)),
        )
        .order_by(Terugbelverzoek.laatst_op.desc())
    )
    for found in session.scalars(query):
        if not mensen or (found.persoon_id and found.persoon_id in mensen):
            return Bel(**{name: getattr(found, name) for name in Bel.__slots__})
    return None
