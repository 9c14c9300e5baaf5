"""The track of each child: when it was spoken, in its own words, and what it was told back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Casus,
    Deelname,
    Gesprek,
    Gezien,
    Kindgesprek,
    Melding,
    Persoon,
    Uitspraak,
)
from vtdesk.services.persoon_rows import kinderen
from vtdesk.services.uitspraak_regels import VERVALLEN
from vtdesk.services.uitspraak_tekst import to_regel
from vtdesk.store.store import Store
from vtdesk.values.kinds import Aanwezigheid, AfspraakStaat, Kanaal, Letter
from vtdesk.values.tekst import Uitspraakregel
from vtdesk.values.tijd import Clock, leeftijd, local

_WAAR = {
    Kanaal.KANTOOR: "Op kantoor",
    Kanaal.HUISBEZOEK: "Thuis",
    Kanaal.SCHOOL: "Op school",
    Kanaal.TELEFONISCH: "Aan de telefoon",
    Kanaal.DIGITAAL: "Met beeldbellen",
    Kanaal.ELDERS: "Elders",
}


@dataclass(frozen=True, slots=True)
class GezienRow:
    """That another professional spoke or saw the child."""

    op: date
    door: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """How a child stands in the casus."""

    id: UUID
    naam: str
    leeftijd: int | None
    gesproken_op: datetime | None  # by us
    gesproken_hoe: str  # "Op school, alleen"
    teruggekoppeld: str  # what the child was told; "" when that is not known
    teruggekoppeld_op: date | None
    gezien: tuple[GezienRow, ...]  # by others, newest first
    vanaf: date  # the first melding, or when the casus was opened
    sinds: str  # "de eerste melding" or "de casus begon"
    dagen: int  # since we spoke the child, or else since `vanaf`
    eigen_woorden: Uitspraakregel | None


class Kindspoor:
    """Reads how each child stands in a casus."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[KindRow]:
        """List the children, the oldest first."""
        with self._store.read() as session:
            found = session.scalars(kinderen(casus_id)).all()
            return [self._row(session, casus_id, kind) for kind in found]

    def _row(self, session: Session, casus_id: UUID, kind: Persoon) -> KindRow:
        today = local(self._clock()).date()
        vanaf, sinds = _counted_from(session, casus_id)
        spoken = _last_talk(session, casus_id, kind.id)
        told = _told_back(session, casus_id, kind.id)
        last = local(spoken.begin) if spoken else None
        return KindRow(
            id=kind.id,
            naam=kind.voornaam or kind.naam,
            leeftijd=leeftijd(kind.geboortedatum, today) if kind.geboortedatum else None,
            gesproken_op=last,
            gesproken_hoe=_setting(session, spoken) if spoken else "",
            teruggekoppeld=told.teruggekoppeld if told else "",
            teruggekoppeld_op=told.teruggekoppeld_op if told else None,
            gezien=_seen(session, casus_id, kind.id),
            vanaf=vanaf,
            sinds=sinds,
            dagen=(today - (last.date() if last else vanaf)).days,
            eigen_woorden=_own_words(session, casus_id, kind.id),
        )


def _counted_from(session: Session, casus_id: UUID) -> tuple[date, str]:
    first = session.scalar(
        select(func.min(Melding.ontvangen_op)).where(Melding.casus_id == casus_id)
    )
    if first is not None:
        return local(first).date(), "de eerste melding"
    return session.get_one(Casus, casus_id).geopend_op, "de casus begon"


def _last_talk(session: Session, casus_id: UUID, kind_id: UUID) -> Afspraak | None:
    query = (
        select(Afspraak)
        .join(Deelname, Deelname.afspraak_id == Afspraak.id)
        .where(
            Afspraak.casus_id == casus_id,
            Afspraak.staat == AfspraakStaat.GEHOUDEN,
            Deelname.persoon_id == kind_id,
            Deelname.aanwezigheid != Aanwezigheid.AFWEZIG,
        )
        .order_by(Afspraak.begin.desc())
    )
    return session.scalars(query).first()


def _setting(session: Session, afspraak: Afspraak) -> str:
    """Say where a talk was, and whether the child was alone."""
    present = select(func.count()).select_from(Deelname)
    present = present.where(
        Deelname.afspraak_id == afspraak.id, Deelname.aanwezigheid != Aanwezigheid.AFWEZIG
    )
    kanaal = session.scalar(select(Gesprek.kanaal).where(Gesprek.afspraak_id == afspraak.id))
    where = _WAAR[kanaal] if kanaal else ""
    who = "alleen" if session.scalar(present) == 1 else "samen met anderen"
    return ", ".join(filter(None, (where, who)))


def _told_back(session: Session, casus_id: UUID, kind_id: UUID) -> Kindgesprek | None:
    """Give the last talk after which the child heard what was done with it."""
    query = (
        select(Kindgesprek)
        .join(Afspraak, Afspraak.id == Kindgesprek.afspraak_id)
        .where(Kindgesprek.casus_id == casus_id, Kindgesprek.kind_id == kind_id)
        .order_by(Afspraak.begin.desc())
    )
    return session.scalars(query).first()


def _seen(session: Session, casus_id: UUID, kind_id: UUID) -> tuple[GezienRow, ...]:
    query = select(Gezien).where(Gezien.casus_id == casus_id, Gezien.kind_id == kind_id)
    found = session.scalars(query.order_by(Gezien.datum.desc()))
    return tuple(GezienRow(one.datum, one.door, one.toelichting) for one in found)


def _own_words(session: Session, casus_id: UUID, kind_id: UUID) -> Uitspraakregel | None:
    """Choose what the child said last, in person before by way of another, of itself first."""
    query = (
        select(Uitspraak)
        .where(
            Uitspraak.casus_id == casus_id,
            Uitspraak.bron_persoon_id == kind_id,
            Uitspraak.letter.in_((Letter.VERKLARING, Letter.MENING)),
            Uitspraak.verificatie.not_in(VERVALLEN),
            Uitspraak.verwijderd_op.is_(None),
        )
        .order_by(Uitspraak.vastgelegd_op)
    )
    return max(_regels(session.scalars(query)), key=lambda r: _weight(r, kind_id), default=None)


def _regels(found: Iterable[Uitspraak]) -> list[Uitspraakregel]:
    return [to_regel(uitspraak) for uitspraak in found]


def _weight(regel: Uitspraakregel, kind_id: UUID) -> tuple[bool, date, bool]:
    day = regel.informatiedatum or date.min
    return not regel.bron.van_horen_zeggen, day, kind_id in regel.over
