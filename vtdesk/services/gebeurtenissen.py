"""What happened in a family, or was imposed on it: dated things of a casus that are no talk."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Gebeurtenis, Persoon, Termijn
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_sporen import loop_van
from vtdesk.services.termijn_start import VAN_GEBEURTENIS, for_gebeurtenis
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.kinds import Rol
from vtdesk.values.termijnen.berekening import beide_sporen
from vtdesk.values.tijd import Clock, local

GONE = "Deze gebeurtenis bestaat niet meer."
HUISVERBOD, LANGST = "T11", "T11v"  # how long it holds, and how long at most


@dataclass(frozen=True, slots=True)
class GebeurtenisGegevens:
    """What a form holds; of a day without a time `begin` is the midnight it begins with."""

    soort: GebeurtenisSoort
    titel: str
    begin: datetime
    hele_dag: bool = True
    einde: datetime | None = None
    uiterlijk: date | None = None
    bron: str = ""
    toelichting: str = ""
    personen: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class GebeurtenisRow:
    """One thing that happened."""

    id: UUID
    version: int
    casus_id: UUID
    gegevens: GebeurtenisGegevens


class Gebeurtenissen:
    """Use cases around what happened; a ban or a measure starts its own term."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[GebeurtenisRow]:
        """List what happened, oldest first."""
        query = select(Gebeurtenis).where(Gebeurtenis.casus_id == casus_id)
        with self._store.read() as session:
            return [_row(one) for one in session.scalars(query.order_by(Gebeurtenis.begin))]

    def get(self, gebeurtenis_id: UUID) -> GebeurtenisRow:
        """Give one thing that happened."""
        with self._store.read() as session:
            return _row(_existing(session, gebeurtenis_id))

    def add(self, casus_id: UUID, gegevens: GebeurtenisGegevens) -> UUID:
        """Note what happened; `remove` undoes it."""
        now = self._clock()
        with self._store.write() as session:
            held = _checked(session, casus_id, gegevens, now)
            gebeurtenis = Gebeurtenis(casus_id=casus_id, **_columns(held))
            session.add(gebeurtenis)
            session.flush()
            _begin_term(session, gebeurtenis, now)
            return gebeurtenis.id

    def change(self, gebeurtenis_id: UUID, version: int, gegevens: GebeurtenisGegevens) -> None:
        """Correct what was noted; its term follows, as long as nothing happened to that."""
        now = self._clock()
        with self._store.write() as session:
            gebeurtenis = _existing(session, gebeurtenis_id)
            if gebeurtenis.version != version:
                raise UserError("Dit is intussen ergens anders gewijzigd. Open het opnieuw.")
            held = _checked(session, gebeurtenis.casus_id, gegevens, now)
            moved = (held.soort, held.begin) != (gebeurtenis.soort, local(gebeurtenis.begin))
            term = _term_of(session, gebeurtenis)
            if moved:
                _end_term(session, term)
            elif term is not None:
                term.aanleiding = held.titel
            for name, value in _columns(held).items():
                setattr(gebeurtenis, name, value)
            gebeurtenis.check()
            if moved:
                session.flush()
                _begin_term(session, gebeurtenis, now)

    def remove(self, gebeurtenis_id: UUID) -> GebeurtenisRow:
        """Take away what was noted by mistake, with its term; give it, so that `add` undoes it."""
        with self._store.write() as session:
            gebeurtenis = _existing(session, gebeurtenis_id)
            row = _row(gebeurtenis)
            _end_term(session, _term_of(session, gebeurtenis))
            session.delete(gebeurtenis)
            return row


def _existing(session: Session, gebeurtenis_id: UUID) -> Gebeurtenis:
    gebeurtenis = session.get(Gebeurtenis, gebeurtenis_id)
    if gebeurtenis is None:
        raise UserError(GONE)
    return gebeurtenis


def _checked(
    session: Session, casus_id: UUID, gegevens: GebeurtenisGegevens, now: datetime
) -> GebeurtenisGegevens:
    """Refuse what cannot be, and fill in until when a ban holds."""
    if gegevens.begin > now:
        raise UserError("Dit moment is nog niet geweest. Leg vast wat al is gebeurd.")
    _refuse_strangers(session, casus_id, gegevens)
    held = replace(
        gegevens,
        titel=gegevens.titel.strip(),
        bron=gegevens.bron.strip(),
        toelichting=gegevens.toelichting.strip(),
    )
    if held.soort is GebeurtenisSoort.HUISVERBOD:
        held = replace(
            held,
            einde=held.einde or _end_of(session, HUISVERBOD, held.begin),
            uiterlijk=held.uiterlijk or local(_end_of(session, LANGST, held.begin)).date(),
        )
    if held.uiterlijk and held.einde and held.uiterlijk < local(held.einde).date():
        raise UserError("Het einde ligt na de uiterste datum. Controleer de datums.")
    return held


def _refuse_strangers(session: Session, casus_id: UUID, gegevens: GebeurtenisGegevens) -> None:
    """Let it be about people of the casus who were born by then; never about the melder."""
    query = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
    )
    people = {persoon.id: persoon for persoon in session.scalars(query)}
    for persoon_id in gegevens.personen:
        if persoon_id not in people:
            raise UserError("Deze persoon hoort niet bij de casus.")
        born = people[persoon_id].geboortedatum
        if born and local(gegevens.begin).date() < born:
            raise UserError(
                f"{people[persoon_id].naam} was toen nog niet geboren. Controleer de datum."
            )


def _end_of(session: Session, regel: str, begin: datetime) -> datetime:
    held = boeken(session)
    uitkomst = beide_sporen(held.termijnregels, regel, local(begin), kalender=held.kalender)
    return uitkomst.gevraagd.tot


def _begin_term(session: Session, gebeurtenis: Gebeurtenis, now: datetime) -> None:
    """Start the term of a ban or a measure, unless somebody started it by hand."""
    if _term_of(session, gebeurtenis) is None:
        for_gebeurtenis(session, gebeurtenis, now)


def _term_of(session: Session, gebeurtenis: Gebeurtenis) -> Termijn | None:
    query = select(Termijn).where(
        Termijn.casus_id == gebeurtenis.casus_id,
        Termijn.regel == VAN_GEBEURTENIS.get(gebeurtenis.soort, ""),
        Termijn.begin == gebeurtenis.begin,
        Termijn.vervallen_want == "",
    )
    return session.scalars(query).first()


def _end_term(session: Session, term: Termijn | None) -> None:
    if term is None:
        return
    [loop] = loop_van(session, termijn_id=term.id)
    if loop.opschortingen or loop.verlengingen or term.gehaald_op or term.nieuwe_datum:
        raise UserError("Met de termijn hiervan is al iets gebeurd. Laat die eerst vervallen.")
    session.delete(term)
    session.flush()


def _columns(gegevens: GebeurtenisGegevens) -> dict[str, Any]:
    return asdict(gegevens) | {"personen": [str(i) for i in gegevens.personen]}


def _row(gebeurtenis: Gebeurtenis) -> GebeurtenisRow:
    return GebeurtenisRow(
        gebeurtenis.id,
        gebeurtenis.version,
        gebeurtenis.casus_id,
        GebeurtenisGegevens(
            soort=gebeurtenis.soort,
            titel=gebeurtenis.titel,
            begin=local(gebeurtenis.begin),
            hele_dag=gebeurtenis.hele_dag,
            einde=gebeurtenis.einde and local(gebeurtenis.einde),
            uiterlijk=gebeurtenis.uiterlijk,
            bron=gebeurtenis.bron,
            toelichting=gebeurtenis.toelichting,
            personen=tuple(UUID(i) for i in gebeurtenis.personen),
        ),
    )
