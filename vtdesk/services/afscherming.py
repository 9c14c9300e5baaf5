"""What must stay hidden in a casus: the shielded values of its people, and who made a melding."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from vtdesk.models import Afgeschermd, Betrokkenheid, Melder, Melding, Persoon
from vtdesk.values.geheim import Geheim
from vtdesk.values.geheim_delen import Deel
from vtdesk.values.geheim_melder import melding_delen
from vtdesk.values.kinds import AfgeschermdSoort, Rol
from vtdesk.values.vouwen import woorden


def afgeschermd_in(session: Session, casus_id: UUID) -> list[Afgeschermd]:
    """List the shielded values of all people who are or were in a casus."""
    here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id)
    query = select(Afgeschermd).where(Afgeschermd.persoon_id.in_(here.scalar_subquery()))
    return list(session.scalars(query))


def geheim_in(session: Session, casus_id: UUID, *, behalve: UUID | None = None) -> Geheim:
    """Guard all of a casus, but for what is shielded of the one person who may read it."""
    rows = afgeschermd_in(session, casus_id)
    values = [row.waarde for row in rows if row.persoon_id != behalve]
    return Geheim.van(values, namen_van(session, casus_id)) + melders_in(session, casus_id)


def melders_in(session: Session, casus_id: UUID) -> Geheim:
    """Guard who made a melding: as a person of the casus, and in the sealed compartment.

    Of who has another role as well the address and number are no secret, but that it was this one.
    """
    known = namen_van(session, casus_id)
    others = set(session.scalars(_others(casus_id)))
    guard = Geheim()
    for persoon in session.scalars(_melders(casus_id)):
        data = (persoon.telefoon, persoon.email, persoon.adres)
        guard += Geheim.van_melder(persoon.naam, () if persoon.id in others else data, known)
    for melder in session.scalars(_sealed(casus_id)):
        guard += Geheim.van_melder(
            melder.naam, (melder.telefoon, melder.relatie, melder.toelichting), known
        )
    return guard


def naast_melding(session: Session, casus_id: UUID) -> tuple[Deel, ...]:
    """Give what tells who made a melding only beside the words for it."""
    known = frozenset(word for name in namen_van(session, casus_id) for word in woorden(name))
    found: dict[Deel, None] = {}
    for persoon in session.scalars(_melders(casus_id)):
        found |= dict.fromkeys(melding_delen(persoon.naam, (), (persoon.adres,), known))
    for melder in session.scalars(_sealed(casus_id)):
        places = (melder.toelichting, melder.organisatie)
        found |= dict.fromkeys(melding_delen(melder.naam, (melder.relatie,), places, known))
    return tuple(found)


def _melders(casus_id: UUID) -> Select[Persoon]:
    return _people(casus_id).where(Betrokkenheid.rol == Rol.MELDER)


def _others(casus_id: UUID) -> Select[UUID]:
    return select(Betrokkenheid.persoon_id).where(
        Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER
    )


def _sealed(casus_id: UUID) -> Select[Melder]:
    return (
        select(Melder)
        .join(Melding, Melding.id == Melder.melding_id)
        .where(Melding.casus_id == casus_id)
    )


def namen_van(session: Session, casus_id: UUID) -> list[str]:
    """List the names that everybody in a casus knows: of all but the melder."""
    query = _people(casus_id).where(Betrokkenheid.rol != Rol.MELDER)
    return [persoon.naam for persoon in session.scalars(query)]


def met_geheim_adres(rows: Iterable[Afgeschermd]) -> set[UUID]:
    """Name the people whose address is secret."""
    return {row.persoon_id for row in rows if row.soort is AfgeschermdSoort.ADRES}


def _people(casus_id: UUID) -> Select[Persoon]:
    return (
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
