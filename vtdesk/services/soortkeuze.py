"""Which kind of verslag goes with an appointment or a casus, the likeliest first."""

from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from vtdesk.models import (
    Afspraak,
    Bespreking,
    Betrokkenheid,
    Deelname,
    Informatieverzoek,
    Kindgesprek,
)
from vtdesk.services.persoon_rows import OUDERS, kinderen
from vtdesk.services.sjablonen import GESPREKSVERSLAG, SOORTEN, boek
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.sjabloon import CASUS, Per

KINDGESPREK, INFORMANTVERSLAG, JB_PLEIN = "kindgesprek", "informantverslag", "verslag_jb_plein"
_USUAL = {
    AfspraakSoort.MONITORING: "monitoringsverslag",
    AfspraakSoort.BELLEN: "telefoonnotitie",
    AfspraakSoort.PLEIN: JB_PLEIN,
}


def soorten_bij(session: Session, afspraak: Afspraak) -> tuple[str, ...]:
    """Name the kinds that go with an appointment."""
    fits, held = _which_fit(session, afspraak.soort.value), boek(session)
    if kind_bij(session, afspraak) is None:
        fits = tuple(soort for soort in fits if held.nu(soort).per != Per.KIND)
    first = _likeliest(session, afspraak)
    if first in fits:
        return (first, *(soort for soort in fits if soort != first))
    return fits or (GESPREKSVERSLAG,)


def soorten_van_casus(session: Session, casus_id: UUID) -> tuple[str, ...]:
    """Name the kinds that begin from a casus: that of the table once it was there.

    One about a child is offered where there is a child.
    """
    fits, held = _which_fit(session, CASUS), boek(session)
    if session.execute(kinderen(casus_id)).first() is None:
        fits = tuple(soort for soort in fits if held.nu(soort).per != Per.KIND)
    table = select(Bespreking.id).where(
        Bespreking.casus_id == casus_id, Bespreking.begonnen_op.is_not(None)
    )
    usual = [soort for soort in fits if soort != KINDGESPREK]  # that of a talk mostly has its talk
    at_table = (JB_PLEIN,) if session.scalars(table).first() else ()
    return (*usual, *at_table, *(soort for soort in fits if soort == KINDGESPREK))


def voor_wie(session: Session, afspraak: Afspraak, soort: str) -> tuple[UUID | None, UUID | None]:
    """Name for or about whom a verslag of this talk is: a person, or an organisation."""
    per = boek(session).nu(soort).per
    if per == Per.KIND:
        return kind_bij(session, afspraak), None
    present, others = _present(session, afspraak), _children(session, afspraak)
    if soort == INFORMANTVERSLAG:
        others |= ouders_van(session, afspraak.casus_id)
    if per == Per.PERSOON:
        adults = [one for one in present if one.persoon_id and one.persoon_id not in others]
        if adults:
            return adults[0].persoon_id, None
    teams = [one.organisatie_id for one in present if one.organisatie_id] if per else []
    return None, next(iter(teams), None)


def kind_bij(session: Session, afspraak: Afspraak) -> UUID | None:
    """Name the child that a talk was with, if it was with one."""
    noted = select(Kindgesprek.kind_id).where(Kindgesprek.afspraak_id == afspraak.id)
    if found := session.scalars(noted).first():
        return found
    children = _children(session, afspraak)
    present = [one.persoon_id for one in _present(session, afspraak) if one.persoon_id]
    return next((one for one in present if one in children), None)


def _which_fit(session: Session, bij: str) -> tuple[str, ...]:
    held = boek(session)
    return tuple(soort for soort in SOORTEN if bij in held.nu(soort).hoort_bij)


def _likeliest(session: Session, afspraak: Afspraak) -> str:
    if afspraak.soort in _USUAL and afspraak.soort is not AfspraakSoort.BELLEN:
        return _USUAL[afspraak.soort]
    if _was_asked(session, afspraak):
        return INFORMANTVERSLAG
    if afspraak.soort is not AfspraakSoort.OVERLEG and _is_with_child(session, afspraak):
        return KINDGESPREK
    return _USUAL.get(afspraak.soort, GESPREKSVERSLAG)


def _was_asked(session: Session, afspraak: Afspraak) -> bool:
    """Tell whether one of those present was asked for information."""
    present = _present(session, afspraak)
    people = [one.persoon_id for one in present if one.persoon_id]
    names = [one.naam for one in present]
    query = select(Informatieverzoek.id).where(
        Informatieverzoek.casus_id == afspraak.casus_id,
        or_(Informatieverzoek.persoon_id.in_(people), Informatieverzoek.aan.in_(names)),
    )
    return session.scalars(query).first() is not None


def _is_with_child(session: Session, afspraak: Afspraak) -> bool:
    """Tell whether it was with a child, and not with a parent who brought one along."""
    noted = select(Kindgesprek.id).where(Kindgesprek.afspraak_id == afspraak.id)
    if session.scalars(noted).first() is not None:
        return True
    present, children = _present(session, afspraak), _children(session, afspraak)
    return bool(present) and all(one.persoon_id in children for one in present)


def _present(session: Session, afspraak: Afspraak) -> list[Deelname]:
    query = select(Deelname).where(Deelname.afspraak_id == afspraak.id)
    return list(session.scalars(query.order_by(Deelname.volgorde)))


def ouders_van(session: Session, casus_id: UUID | None) -> set[UUID]:
    """Name the parents: an informant is somebody from outside the family, never one of them."""
    query = select(Betrokkenheid.persoon_id).where(
        Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol.in_(OUDERS)
    )
    return set(session.scalars(query))


def _children(session: Session, afspraak: Afspraak) -> set[UUID]:
    return {child.id for child in session.scalars(kinderen(afspraak.casus_id))}
