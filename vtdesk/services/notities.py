"""The parkeernotitie: five lines right after a talk; `gevoel` is for her eyes only."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vtdesk.models import Parkeernotitie
from vtdesk.store.store import Store
from vtdesk.values.sjabloon import NOTITIEVELDEN
from vtdesk.values.tijd import Clock, local

VELDEN = NOTITIEVELDEN


@dataclass(frozen=True, slots=True)
class NotitieGegevens:
    """What the five prompts hold."""

    gezien: str = ""
    gezegd: str = ""
    afgesproken: str = ""
    zorg: str = ""
    gevoel: str = ""

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing was written."""
        return not any(value.strip() for value in asdict(self).values())


@dataclass(frozen=True, slots=True)
class NotitieRow:
    """A stored note with its lines."""

    id: UUID
    afspraak_id: UUID | None
    gemaakt_op: datetime
    gegevens: NotitieGegevens
    concept: bool


@dataclass(frozen=True, slots=True)
class NotitieRegel:
    """One line that may move into the verslag; `sleutel` remembers that it did."""

    notitie_id: UUID
    veld: str
    sleutel: str
    tekst: str
    gebruikt: bool


class Notities:
    """Use cases around parkeernotities; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save(
        self,
        gegevens: NotitieGegevens,
        *,
        afspraak_id: UUID | None,
        notitie_id: UUID | None = None,
        concept: bool = False,
    ) -> UUID:
        """Keep a note; a concept is what Esc or a lock left half typed."""
        with self._store.write() as session:
            notitie = session.get(Parkeernotitie, notitie_id) if notitie_id else None
            if notitie is None:
                notitie = Parkeernotitie(gemaakt_op=self._clock())
                session.add(notitie)
            notitie.afspraak_id, notitie.concept = afspraak_id, concept
            for name, value in asdict(gegevens).items():
                setattr(notitie, name, value)
            return notitie.id

    def concept(self) -> NotitieRow | None:
        """Give the half typed note, if there is one; the newest of more."""
        return next(iter(self.concepts()), None)

    def concepts(self) -> list[NotitieRow]:
        """List the half typed notes, newest first."""
        query = select(Parkeernotitie).where(Parkeernotitie.concept)
        with self._store.read() as session:
            found = session.scalars(query.order_by(Parkeernotitie.gemaakt_op.desc()))
            return [_row(notitie) for notitie in found]

    def discard(self, notitie_id: UUID) -> None:
        """Throw a half typed note away."""
        with self._store.write() as session:
            session.delete(session.get_one(Parkeernotitie, notitie_id))

    def of_afspraak(self, afspraak_id: UUID) -> list[NotitieRow]:
        """List the notes made after a talk, oldest first."""
        query = select(Parkeernotitie).where(Parkeernotitie.afspraak_id == afspraak_id)
        with self._store.read() as session:
            return [_row(n) for n in session.scalars(query.order_by(Parkeernotitie.gemaakt_op))]

    def regels(self, afspraak_id: UUID) -> list[NotitieRegel]:
        """List the lines that a verslag of this talk may take in; gevoel is not among them."""
        query = select(Parkeernotitie).where(Parkeernotitie.afspraak_id == afspraak_id)
        with self._store.read() as session:
            return [
                NotitieRegel(
                    notitie.id,
                    veld,
                    f"{veld}/{place}",
                    line.strip(),
                    gebruikt=f"{veld}/{place}" in notitie.gebruikt,
                )
                for notitie in session.scalars(query.order_by(Parkeernotitie.gemaakt_op))
                for veld in VELDEN
                for place, line in enumerate(getattr(notitie, veld).splitlines())
                if line.strip()
            ]

    def mark_used(self, notitie_id: UUID, sleutel: str, *, gebruikt: bool = True) -> None:
        """Remember that a line stands in the verslag now, or no longer does."""
        with self._store.write() as session:
            notitie = session.get_one(Parkeernotitie, notitie_id)
            others = [s for s in notitie.gebruikt if s != sleutel]
            notitie.gebruikt = [*others, sleutel] if gebruikt else others


def _row(notitie: Parkeernotitie) -> NotitieRow:
    return NotitieRow(
        id=notitie.id,
        afspraak_id=notitie.afspraak_id,
        gemaakt_op=local(notitie.gemaakt_op),
        gegevens=NotitieGegevens(
            notitie.gezien, notitie.gezegd, notitie.afgesproken, notitie.zorg, notitie.gevoel
        ),
        concept=notitie.concept,
    )
