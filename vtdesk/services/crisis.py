"""Crisis: ratings per organisation that never change, and outcomes of instruments of others."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Crisisbeoordeling, Instrument
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.crisisreeks import Beoordeling, Reeks, in_kracht
from vtdesk.values.tijd import Clock, local

__all__ = ["Beoordeling", "BeoordelingGegevens", "Crisis", "InstrumentGegevens", "InstrumentRow"]


@dataclass(frozen=True, slots=True)
class BeoordelingGegevens:
    """What a form holds of a rating."""

    organisatie: str
    moment: datetime
    kleur: Kleur
    gronden: str
    door: str = ""
    volgende_op: datetime | None = None


@dataclass(frozen=True, slots=True)
class InstrumentGegevens:
    """What a form holds of the outcome of an instrument; its questions are not in vtdesk."""

    naam: str
    uitkomst: str
    datum: date
    door: str
    uitgave: str = ""
    vindplaats: str = ""  # where the paper lies


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """One recorded outcome."""

    id: UUID
    version: int
    gegevens: InstrumentGegevens


class Crisis:
    """Use cases around how dangerous it is; each method is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def reeks(self, casus_id: UUID) -> Reeks:
        """Give all ratings of a casus, oldest first."""
        with self._store.read() as session:
            return reeks_of(session, casus_id)

    def huidig(self, casus_id: UUID) -> tuple[Beoordeling, ...]:
        """Give what each organisation thinks now."""
        return self.reeks(casus_id).huidig(self._clock())

    def rate(self, casus_id: UUID, gegevens: BeoordelingGegevens) -> UUID:
        """Note how an organisation rates the danger; nothing undoes or changes it."""
        if gegevens.moment > self._clock():
            raise UserError("Dit moment is nog niet geweest. Leg vast wat al is beoordeeld.")
        if gegevens.volgende_op and gegevens.volgende_op <= gegevens.moment:
            raise UserError("De volgende beoordeling komt na deze. Controleer dag en tijd.")
        beoordeling = Crisisbeoordeling(
            casus_id=casus_id,
            vastgelegd_op=self._clock(),
            **(asdict(gegevens) | {"organisatie": gegevens.organisatie.strip()}),
        )
        with self._store.write() as session:
            session.add(beoordeling)
            return beoordeling.id

    def instrumenten(self, casus_id: UUID) -> list[InstrumentRow]:
        """List the recorded outcomes, the newest first."""
        query = select(Instrument).where(Instrument.casus_id == casus_id)
        with self._store.read() as session:
            found = session.scalars(query.order_by(Instrument.datum.desc()))
            return [_instrument(one) for one in found]

    def record(self, casus_id: UUID, gegevens: InstrumentGegevens) -> UUID:
        """Record what an instrument of others came to; vtdesk never computes it."""
        instrument = Instrument(casus_id=casus_id, **asdict(self._past(gegevens)))
        with self._store.write() as session:
            session.add(instrument)
            return instrument.id

    def change_record(
        self, instrument_id: UUID, version: int, gegevens: InstrumentGegevens
    ) -> None:
        """Correct what was recorded; refuses when it changed since `version` was read."""
        with self._store.write() as session:
            instrument = session.get(Instrument, instrument_id)
            if instrument is None or instrument.version != version:
                raise UserError("Dit is intussen ergens anders gewijzigd. Open het opnieuw.")
            for name, value in asdict(self._past(gegevens)).items():
                setattr(instrument, name, value)
            instrument.check()

    def take_back_record(self, instrument_id: UUID) -> None:
        """Undo a record that was made by mistake; the logboek keeps that it was there."""
        with self._store.write() as session:
            session.delete(session.get_one(Instrument, instrument_id))

    def _past(self, gegevens: InstrumentGegevens) -> InstrumentGegevens:
        if gegevens.datum > local(self._clock()).date():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is ingevuld.")
        return gegevens


def reeks_of(session: Session, casus_id: UUID) -> Reeks:
    """Read the ratings of a casus within a transaction."""
    query = select(Crisisbeoordeling).where(Crisisbeoordeling.casus_id == casus_id)
    return Reeks(tuple(_row(one) for one in session.scalars(query.order_by(*_NOTED))))


def kleuren(session: Session, now: datetime) -> dict[UUID, tuple[Kleur, ...]]:
    """Give per casus the colours that hold now, the gravest first; two when they differ."""
    by_casus: dict[UUID, list[Beoordeling]] = defaultdict(list)
    for one in session.scalars(select(Crisisbeoordeling).order_by(*_NOTED)):
        by_casus[one.casus_id].append(_row(one))
    found = {
        casus_id: {one.kleur for one in in_kracht(rows, now).values()}
        for casus_id, rows in by_casus.items()
    }
    return {casus_id: tuple(k for k in Kleur if k in held) for casus_id, held in found.items()}


_NOTED = (Crisisbeoordeling.moment, Crisisbeoordeling.vastgelegd_op)


def _row(one: Crisisbeoordeling) -> Beoordeling:
    return Beoordeling(
        one.id,
        one.organisatie,
        local(one.moment),
        one.kleur,
        one.gronden,
        one.door,
        local(one.volgende_op) if one.volgende_op else None,
    )


def _instrument(one: Instrument) -> InstrumentRow:
    return InstrumentRow(
        one.id,
        one.version,
        InstrumentGegevens(
            one.naam, one.uitkomst, one.datum, one.door, one.uitgave, one.vindplaats
        ),
    )
