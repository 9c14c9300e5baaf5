"""Who can speak in a casus: children first, then the parents; not the dead or the unknown."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Persoon
from vtdesk.services.persoon_rows import KINDEREN, OUDERS
from vtdesk.services.perspectieven import Partij
from vtdesk.values.kinds import Rol


def vaste_partijen(session: Session, casus_id: UUID) -> list[Partij]:
    """List the children and the parents of a casus, who always have a column."""
    people = _people(session, casus_id)
    return [partij for partij in people if partij.rol in (*KINDEREN, *OUDERS)]


def te_horen(session: Session, casus_id: UUID) -> frozenset[UUID]:
    """List the adults of a casus, who are asked about what is told of them; never the melder."""
    people = _people(session, casus_id)
    return frozenset(p.id for p in people if p.id and p.rol not in KINDEREN)


def is_kind(session: Session, casus_id: UUID, persoon_id: UUID | None) -> bool:
    """Tell whether somebody is a child of this casus."""
    kinderen = (p.id for p in _people(session, casus_id) if p.rol in KINDEREN)
    return persoon_id is not None and persoon_id in kinderen


def _people(session: Session, casus_id: UUID) -> list[Partij]:
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(
            Betrokkenheid.casus_id == casus_id,
            Betrokkenheid.tot.is_(None),
            Betrokkenheid.rol != Rol.MELDER,
            Persoon.onbekend.is_(False),
            Persoon.overleden_op.is_(None),
        )
        .order_by(Persoon.geboortedatum, Persoon.voornaam)
    )
    found = [
        Partij(persoon.id, persoon.voornaam or persoon.naam, rol)
        for persoon, rol in session.execute(query)
    ]
    return sorted(found, key=lambda partij: (partij.rol not in KINDEREN, partij.rol not in OUDERS))
