"""About which children somebody may read: by gezag and age, as the law on inzage has it."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Gezag, Persoon, Verzoek
from vtdesk.services.rechten import MET_GEZAG
from vtdesk.services.regels import boeken
from vtdesk.values.bewaren.recht import Antwoord, aanspraak

GROOT = 12  # from this age a child may ask for its own part (Wmo 2015 art. 5.3.2)


def mag_lezen_over(
    session: Session, lezer: UUID, kinderen: Iterable[UUID], today: date
) -> frozenset[UUID]:
    """List the children about whom somebody may read, for oneself or as representative.

    Where an age or the gezag is not known the answer is no: she may let it go along for a reason.
    """
    wanted = list(kinderen)
    query = select(Gezag.kind_id).where(
        Gezag.houder_id == lezer, Gezag.kind_id.in_(wanted), Gezag.soort.in_(MET_GEZAG)
    )
    represents = set(session.scalars(query))
    tabel = boeken(session).bewaren.inzage
    found = set()
    for persoon in session.scalars(select(Persoon).where(Persoon.id.in_(wanted))):
        if persoon.geboortedatum is None:
            continue
        try:
            held = aanspraak(
                tabel, persoon.geboortedatum, today, bekwaam=_bekwaam(session, persoon.id)
            )
        except UserError:  # a birthday that cannot be; nobody can say
            continue
        own = persoon.id == lezer and held.zelf is not Antwoord.NEE
        as_parent = persoon.id in represents and held.vertegenwoordiger is not Antwoord.NEE
        if own or as_parent:
            found.add(persoon.id)
    return frozenset(found)


def _bekwaam(session: Session, kind_id: UUID) -> bool:
    """Tell whether a child can judge its own interest, as the last request said."""
    query = select(Verzoek).where((Verzoek.voor_id == kind_id) | (Verzoek.persoon_id == kind_id))
    last = session.scalars(query.order_by(Verzoek.ontvangen_op.desc())).first()
    about = last is None or (last.voor_id or last.persoon_id) == kind_id
    return last.bekwaam if last and about else True
