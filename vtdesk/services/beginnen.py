"""Beginning a verslag of any kind: filled in from what is known, and from then on a draft."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Casus, Concept, Inzet, Verslag
from vtdesk.services.sjablonen import SOORTEN, sjabloon_in
from vtdesk.services.voorvullen.begin import begintekst
from vtdesk.services.voorvullen.feiten import Feiten
from vtdesk.store.store import Store
from vtdesk.values.kinds import Rol
from vtdesk.values.sjabloon import Per, Sjabloon
from vtdesk.values.tijd import Clock

VOOR_WIE = {
    Per.PERSOON: "Kies voor wie dit is.",
    Per.KIND: "Kies over welk kind dit gaat.",
    Per.ORGANISATIE: "Kies voor welke organisatie dit is.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """What a verslag is about: a casus, a talk in it, and for or about whom."""

    soort: str
    casus_id: UUID
    afspraak_id: UUID | None = None
    persoon_id: UUID | None = None
    organisatie_id: UUID | None = None


def begin(store: Store, clock: Clock, about: Begin) -> UUID:
    """Begin a verslag; all it is filled with is read before anything is written."""
    with store.read() as session:
        template = checked(session, about)
    facts = Feiten(
        store,
        clock,
        about.casus_id,
        afspraak_id=about.afspraak_id,
        persoon_id=about.persoon_id,
        organisatie_id=about.organisatie_id,
    )
    tekst = begintekst(template, facts)
    with store.write() as session:
        checked(session, about)
        verslag = Verslag(
            casus_id=about.casus_id,
            afspraak_id=about.afspraak_id,
            sjabloon=template.id,
            sjabloon_eigen=template.eigen,
            gemaakt_op=clock(),
            persoon_id=about.persoon_id,
            organisatie_id=about.organisatie_id,
        )
        session.add(verslag)
        session.flush()
        session.add(Concept(verslag_id=verslag.id, tekst=tekst.to_json(), bewaard_op=clock()))
        return verslag.id


def checked(session: Session, about: Begin) -> Sjabloon:
    """Give the template; refuses a kind that is not there, and somebody from elsewhere."""
    if about.soort not in SOORTEN:
        raise UserError(f"Er is geen soort '{about.soort}'. Kies uit: {', '.join(SOORTEN)}.")
    if session.get(Casus, about.casus_id) is None:
        raise UserError("Deze casus bestaat niet.")
    template = sjabloon_in(session, about.soort)
    if not _whom(template, about):
        raise UserError(VOOR_WIE[Per(template.per)])
    if about.persoon_id and not _is_here(session, about.casus_id, about.persoon_id):
        raise UserError("Deze persoon hoort niet bij de casus.")
    if about.organisatie_id and not _works_here(session, about.casus_id, about.organisatie_id):
        raise UserError("Deze organisatie werkt niet in de casus. Voeg haar eerst toe.")
    return template


def _whom(template: Sjabloon, about: Begin) -> bool:
    """Tell whether it is known for or about whom it is, when the kind asks that."""
    if not template.per or about.afspraak_id:  # who was at the talk is known from the talk
        return True
    if template.per == Per.ORGANISATIE:
        return about.organisatie_id is not None
    if template.per == Per.KIND:
        return about.persoon_id is not None
    return about.persoon_id is not None or about.organisatie_id is not None


def _is_here(session: Session, casus_id: UUID, persoon_id: UUID) -> bool:
    query = select(Betrokkenheid.id).where(
        Betrokkenheid.casus_id == casus_id,
        Betrokkenheid.persoon_id == persoon_id,
        Betrokkenheid.rol != Rol.MELDER,
    )
    return session.scalars(query).first() is not None


def _works_here(session: Session, casus_id: UUID, organisatie_id: UUID) -> bool:
    query = select(Inzet.id).where(
        Inzet.casus_id == casus_id, Inzet.organisatie_id == organisatie_id
    )
    return session.scalars(query).first() is not None
