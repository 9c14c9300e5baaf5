"""How people belong together: made, changed, ended and taken away, never into the impossible."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Persoon, Relatie
from vtdesk.services.relatie_regels import RelatieGegevens, check, gegevens_of
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Rol

__all__ = ["RelatieGegevens", "RelatieRow", "Relaties", "relaties_of"]


@dataclass(frozen=True, slots=True)
class RelatieRow:
    """One tie, with the names at both ends."""

    id: UUID
    version: int
    gegevens: RelatieGegevens
    van: str
    naar: str


class Relaties:
    """Use cases around ties between people; each method is one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_casus(self, casus_id: UUID) -> list[RelatieRow]:
        """List the ties between people of a casus: parents first, the oldest tie first."""
        with self._store.read() as session:
            return relaties_of(session, casus_id)

    def add(self, gegevens: RelatieGegevens, relatie_id: UUID | None = None) -> UUID:
        """Note a tie; with the id of one that was removed, it is that one again."""
        relatie = Relatie(**asdict(gegevens), id=relatie_id or uuid4())
        with self._store.write() as session:
            self._check(session, gegevens)
            session.add(relatie)
            return relatie.id

    def change(self, relatie_id: UUID, version: int, gegevens: RelatieGegevens) -> None:
        """Change a tie; refuses when somebody else did so since `version` was read."""
        with self._store.write() as session:
            relatie = _get(session, relatie_id)
            if relatie.version != version:
                raise UserError("Deze relatie is intussen gewijzigd. Open haar opnieuw.")
            self._check(session, gegevens, own=relatie_id)
            for name, value in asdict(gegevens).items():
                setattr(relatie, name, value)

    def end(self, relatie_id: UUID, tot: date | None) -> None:
        """Say until when a tie held; None says that it goes on, which undoes an end."""
        with self._store.write() as session:
            relatie = _get(session, relatie_id)
            before = gegevens_of(relatie)
            after = RelatieGegevens(**(asdict(before) | {"tot": tot}))
            self._check(session, after, own=relatie_id)
            relatie.tot = tot

    def remove(self, relatie_id: UUID) -> RelatieGegevens:
        """Take away a tie that never was; gives what `add` needs to undo it."""
        with self._store.write() as session:
            relatie = _get(session, relatie_id)
            session.delete(relatie)
            return gegevens_of(relatie)

    def _check(self, session: Session, gegevens: RelatieGegevens, own: UUID | None = None) -> None:
        others = [
            gegevens_of(one)
            for one in session.scalars(select(Relatie))
            if one.id != own and _matters(one, gegevens)
        ]
        wanted = gegevens.paar | {i for one in others for i in one.paar}
        people = {p.id: p for p in session.scalars(select(Persoon).where(Persoon.id.in_(wanted)))}
        check(gegevens, others, people)


def relaties_of(session: Session, casus_id: UUID) -> list[RelatieRow]:
    """List the ties between people who are or were in a casus; never those of the melder."""
    here = (
        select(Betrokkenheid.persoon_id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
        .scalar_subquery()
    )
    query = select(Relatie).where(Relatie.van_id.in_(here), Relatie.naar_id.in_(here))
    found = session.scalars(query).all()
    ids = {i for one in found for i in (one.van_id, one.naar_id)}
    names = {p.id: p.naam for p in session.scalars(select(Persoon).where(Persoon.id.in_(ids)))}
    rows = [
        RelatieRow(one.id, one.version, gegevens_of(one), names[one.van_id], names[one.naar_id])
        for one in found
    ]
    return sorted(rows, key=_order)


def relaties_met(session: Session, persoon_id: UUID) -> list[Relatie]:
    """List all ties of one person."""
    mine = or_(Relatie.van_id == persoon_id, Relatie.naar_id == persoon_id)
    return list(session.scalars(select(Relatie).where(mine)))


def _order(row: RelatieRow) -> tuple[int, date, str, str]:
    soort = list(RelatieSoort).index(row.gegevens.soort)
    return soort, row.gegevens.vanaf or date.min, row.van, row.naar


def _matters(one: Relatie, gegevens: RelatieGegevens) -> bool:
    """Keep the ties of the same two people, and all parents: a circle may be long."""
    return one.soort is RelatieSoort.OUDER or {one.van_id, one.naar_id} == gegevens.paar


def _get(session: Session, relatie_id: UUID) -> Relatie:
    relatie = session.get(Relatie, relatie_id)
    if relatie is None:
        raise UserError("Deze relatie bestaat niet meer.")
    return relatie
