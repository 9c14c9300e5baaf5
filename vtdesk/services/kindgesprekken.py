"""How a talk with a child was arranged, what it was told back, and who else saw the child."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Afspraak, Gezien, Kindgesprek, Persoon
from vtdesk.store.store import Store
from vtdesk.values.tijd import Clock, local


@dataclass(frozen=True, slots=True)
class KindgesprekGegevens:
    """All that must be known of a talk with a child besides its literal words.

    The words themselves are uitspraken. Secrecy is never promised: what the child wants kept is
    noted together with what it was answered.
    """

    plek: str = ""
    steunfiguur: str = ""
    steunfiguur_gekozen_door: str = ""
    gezagdragers: str = ""
    uitgelegd: str = ""
    gevraagd: str = ""
    gezien: str = ""
    wil: str = ""
    niet_doorgeven: str = ""
    geantwoord: str = ""
    teruggekoppeld: str = ""
    teruggekoppeld_op: date | None = None
    veilig_erna: str = ""
    politie: str = ""


@dataclass(frozen=True, slots=True)
class KindgesprekRow:
    """One talk with one child."""

    id: UUID
    afspraak_id: UUID
    kind_id: UUID
    kind: str
    op: date
    gegevens: KindgesprekGegevens


class Kindgesprekken:
    """Use cases around talks with children."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of_casus(self, casus_id: UUID) -> list[KindgesprekRow]:
        """List the talks with children, the newest first."""
        query = (
            select(Kindgesprek, Persoon, Afspraak.begin)
            .join(Persoon, Persoon.id == Kindgesprek.kind_id)
            .join(Afspraak, Afspraak.id == Kindgesprek.afspraak_id)
            .where(Kindgesprek.casus_id == casus_id)
            .order_by(Afspraak.begin.desc())
        )
        with self._store.read() as session:
            return [
                KindgesprekRow(
                    talk.id,
                    talk.afspraak_id,
                    talk.kind_id,
                    child.voornaam or child.naam,
                    local(begin).date(),
                    _gegevens(talk),
                )
                for talk, child, begin in session.execute(query)
            ]

    def get(self, afspraak_id: UUID, kind_id: UUID) -> KindgesprekGegevens:
        """Give what is noted of the talk with a child at an appointment; empty when nothing is."""
        with self._store.read() as session:
            found = _find(session, afspraak_id, kind_id)
            return _gegevens(found) if found else KindgesprekGegevens()

    def set(self, afspraak_id: UUID, kind_id: UUID, gegevens: KindgesprekGegevens) -> None:
        """Note how a talk with a child went."""
        if gegevens.niet_doorgeven.strip() and not gegevens.geantwoord.strip():
            raise UserError(
                "Het kind wil iets niet doorgegeven hebben. Schrijf op wat je hebt geantwoord."
            )
        told = gegevens.teruggekoppeld_op
        if told and told > self._clock().date():
            raise UserError("De dag van terugkoppelen ligt in de toekomst.")
        with self._store.write() as session:
            talk = _find(session, afspraak_id, kind_id)
            if talk is None:
                talk = Kindgesprek(
                    casus_id=_casus_of(session, afspraak_id),
                    afspraak_id=afspraak_id,
                    kind_id=kind_id,
                )
                session.add(talk)
            for name, value in asdict(gegevens).items():
                setattr(talk, name, value.strip() if isinstance(value, str) else value)

    def seen(
        self, casus_id: UUID, kind_id: UUID, op: date, door: str, *, toelichting: str = ""
    ) -> UUID:
        """Note that another professional spoke or saw the child; it is not our own talk."""
        if op > self._clock().date():
            raise UserError("Deze dag ligt in de toekomst.")
        gezien = Gezien(
            casus_id=casus_id,
            kind_id=kind_id,
            datum=op,
            door=door.strip(),
            toelichting=toelichting.strip(),
        )
        with self._store.write() as session:
            session.add(gezien)
            return gezien.id

    def unsee(self, gezien_id: UUID) -> None:
        """Take back that somebody saw the child."""
        with self._store.write() as session:
            session.delete(session.get_one(Gezien, gezien_id))


def _casus_of(session: Session, afspraak_id: UUID) -> UUID:
    afspraak = session.get(Afspraak, afspraak_id)
    if afspraak is None or afspraak.casus_id is None:
        raise UserError("Bij deze afspraak hoort geen casus. Kies eerst een casus.")
    return afspraak.casus_id


def _find(session: Session, afspraak_id: UUID, kind_id: UUID) -> Kindgesprek | None:
    query = select(Kindgesprek).where(
        Kindgesprek.afspraak_id == afspraak_id, Kindgesprek.kind_id == kind_id
    )
    return session.scalar(query)


def _gegevens(talk: Kindgesprek) -> KindgesprekGegevens:
    return KindgesprekGegevens(
        **{name: getattr(talk, name) for name in KindgesprekGegevens.__slots__}
    )
