"""Until when a casus is kept: the official file, and the copy on this laptop."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Melding, Monitoring, Persoon
from vtdesk.services.regels import Boeken
from vtdesk.values.bewaren.bewaarregel import Basis, Bewaardatum, bewaar_tot
from vtdesk.values.kinds import Dienst, Rol
from vtdesk.values.tijd import local

DOSSIER, ADVIES, WERKKOPIE = "dossier", "advies", "werkkopie"


@dataclass(frozen=True, slots=True)
class Bewaring:
    """Both dates, each with its rule and source."""

    dossier: Bewaardatum
    werkkopie: Bewaardatum
    geplaatst_op: date | None

    def mag_weg(self, today: date) -> bool:
        """Tell whether the time of keeping is over for the file or for this copy."""
        return self.dossier.mag_weg(today) or self.werkkopie.mag_weg(today)


def bewaring(session: Session, held: Boeken, casus_id: UUID, today: date) -> Bewaring:
    """Compute until when a casus is kept, from what is known of it."""
    casus = session.get_one(Casus, casus_id)
    known = dict(_known(session, casus))
    child = _youngest(session, casus_id)
    which = ADVIES if casus.dienst is Dienst.ADVIES else DOSSIER
    regel = held.bewaren.bewaarregel(which, today)
    copy = held.bewaren.bewaarregel(WERKKOPIE, today)
    return Bewaring(
        bewaar_tot(regel, known, jongste_kind=child),
        bewaar_tot(copy, _ended(session, casus_id, known)),
        casus.geplaatst_op,
    )


def _known(session: Session, casus: Casus) -> Iterator[tuple[Basis, date]]:
    """Give the days from which keeping may count, as far as they are known."""
    first = select(func.min(Melding.ontvangen_op)).where(Melding.casus_id == casus.id)
    received = session.scalar(first)
    yield Basis.ONTVANGST, local(received).date() if received else casus.geopend_op
    if casus.gesloten_op:
        yield Basis.AFSLUITING, casus.gesloten_op
    if casus.geplaatst_op:
        yield Basis.GEPLAATST, casus.geplaatst_op
    last = select(func.max(Monitoring.gehouden_op)).where(Monitoring.casus_id == casus.id)
    if held := session.scalar(last):
        yield Basis.LAATSTE_MONITORING, held


def _ended(session: Session, casus_id: UUID, known: Mapping[Basis, date]) -> dict[Basis, date]:
    """Leave the last monitoring out while another is to come; a casus without any has ended."""
    found = dict(known)
    coming = select(Monitoring.id).where(
        Monitoring.casus_id == casus_id, Monitoring.gehouden_op.is_(None)
    )
    if session.scalars(coming).first():
        found.pop(Basis.LAATSTE_MONITORING, None)
    elif Basis.LAATSTE_MONITORING not in found and Basis.AFSLUITING in found:
        found[Basis.LAATSTE_MONITORING] = found[Basis.AFSLUITING]
    return found


def _youngest(session: Session, casus_id: UUID) -> date | None:
    query = (
        select(func.max(Persoon.geboortedatum))
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol == Rol.KIND)
    )
    return session.scalar(query)
