"""What is hers alone: how a talk hit her, and what went well.

It is in no search, document, export or logboek, and no other service reads it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Impact, Lichtpunt
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, local, start_of

GONE = "Dit is er niet meer."


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """How one talk hit her."""

    id: UUID
    moment: datetime
    tekst: str
    zwaar: bool
    afspraak_id: UUID | None
    collega: str


@dataclass(frozen=True, slots=True)
class LichtpuntRow:
    """One thing that went well."""

    id: UUID
    moment: datetime
    tekst: str


class Impacten:
    """Use cases around what her work does to her; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(
        self,
        tekst: str,
        *,
        zwaar: bool = True,
        afspraak_id: UUID | None = None,
        collega: str = "",
    ) -> UUID:
        """Keep how it was; `remove` undoes it."""
        with self._store.write() as session:
            impact = Impact(
                moment=self._clock(),
                tekst=tekst.strip(),
                zwaar=zwaar,
                afspraak_id=afspraak_id,
                collega=collega.strip(),
            )
            session.add(impact)
            return impact.id

    def between(self, van: datetime, tot: datetime) -> list[ImpactRow]:
        """List what was kept from one moment until another, the oldest first."""
        query = select(Impact).where(Impact.moment >= van, Impact.moment < tot)
        with self._store.read() as session:
            return [
                ImpactRow(
                    one.id, local(one.moment), one.tekst, one.zwaar, one.afspraak_id, one.collega
                )
                for one in session.scalars(query.order_by(Impact.moment))
            ]

    def remove(self, impact_id: UUID) -> None:
        """Throw it away."""
        with self._store.write() as session:
            _drop(session, Impact, impact_id)


class Lichtpunten:
    """Use cases around what went well; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(self, tekst: str) -> UUID:
        """Keep what went well; `remove` undoes it."""
        if not tekst.strip():
            raise UserError("Schrijf op wat goed ging, of laat het leeg.")
        with self._store.write() as session:
            lichtpunt = Lichtpunt(moment=self._clock(), tekst=tekst.strip())
            session.add(lichtpunt)
            return lichtpunt.id

    def between(self, van: datetime, tot: datetime) -> list[LichtpuntRow]:
        """List what was kept from one moment until another, the oldest first."""
        query = select(Lichtpunt).where(Lichtpunt.moment >= van, Lichtpunt.moment < tot)
        with self._store.read() as session:
            return [
                LichtpuntRow(one.id, local(one.moment), one.tekst)
                for one in session.scalars(query.order_by(Lichtpunt.moment))
            ]

    def month(self, day: date) -> list[LichtpuntRow]:
        """List what went well in the month of a day."""
        first = day.replace(day=1)
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return self.between(start_of(first), start_of(after))

    def remove(self, lichtpunt_id: UUID) -> None:
        """Throw it away."""
        with self._store.write() as session:
            _drop(session, Lichtpunt, lichtpunt_id)


def _drop(session: Session, kind: type[Impact | Lichtpunt], row_id: UUID) -> None:
    row = session.get(kind, row_id)
    if row is None:
        raise UserError(GONE)
    session.delete(row)
