"""Who must be told that something about them was recorded by another, and has no clock yet."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Persoon, Termijn, Uitspraak
from vtdesk.services.regels import boeken
from vtdesk.services.termijn_start import INFORMEREN
from vtdesk.values.bewaren.recht import Antwoord, aanspraak
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import local

_NOT_ABOUT = (Rol.INFORMANT, Rol.PROFESSIONAL, Rol.MELDER)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A person without informeerklok, since the first sentence of another about them."""

    persoon_id: UUID
    wie: str
    sinds: date
    bron: str

    @property
    def id(self) -> UUID:
        """Give what tells this proposal from others."""
        return self.persoon_id


def voorstellen(session: Session, casus_id: UUID, today: date) -> list[Voorstel]:
    """Look through the statements for the first one about each person by somebody else."""
    people = _people(session, casus_id, today)
    query = (
        select(Uitspraak)
        .where(Uitspraak.casus_id == casus_id, Uitspraak.verwijderd_op.is_(None))
        .order_by(Uitspraak.vastgelegd_op)
    )
    found: dict[UUID, Voorstel] = {}
    for uitspraak in session.scalars(query):
        for about in map(UUID, uitspraak.over):
            if about in people and about not in found and about != uitspraak.bron_persoon_id:
                found[about] = Voorstel(
                    about, people[about], local(uitspraak.vastgelegd_op).date(), uitspraak.bron_naam
                )
    return sorted(found.values(), key=lambda one: (one.sinds, one.wie))


def _people(session: Session, casus_id: UUID, today: date) -> dict[UUID, str]:
    """Name who can be told: part of the family, and of an age to have a right of their own."""
    clocked = set(
        session.scalars(
            select(Termijn.persoon_id).where(
                Termijn.casus_id == casus_id, Termijn.regel == INFORMEREN
            )
        )
    )
    query = (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.rol.not_in(_NOT_ABOUT),
            Betrokkenheid.tot.is_(None),
        )
    )
    return {
        persoon.id: persoon.naam
        for persoon in session.scalars(query)
        if persoon.id not in clocked and _can_be_told(session, persoon, today)
    }


def _can_be_told(session: Session, persoon: Persoon, today: date) -> bool:
    """Leave out a child for whom the law looks to its representative."""
    if persoon.verwacht_op or persoon.overleden_op or persoon.onbekend:
        return False
    if persoon.geboortedatum is None or persoon.geboortedatum > today:
        return True
    tabel = boeken(session).bewaren.inzage
    try:
        return aanspraak(tabel, persoon.geboortedatum, today).zelf is not Antwoord.NEE
    except UserError:  # an age that cannot be: a wrong year forgets nobody who must be told
        return True
