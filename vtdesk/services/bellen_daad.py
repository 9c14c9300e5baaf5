"""What one attempt to call comes to: what is refused, what changes, and what the casus keeps."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Gebeurtenis, Terugbelverzoek
from vtdesk.services.bellen_match import Match
from vtdesk.services.bellen_rows import personen_of
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.dagkinds import BelStand
from vtdesk.values.kinds import Rol

EEN_ZIN = "Schrijf in één zin op wat er gezegd is en wat je nu doet."
_VRAGEN = (
    ("Vrij praten", "vrij_praten"),
    ("Nu veilig", "nu_veilig"),
    ("Waar zijn de kinderen", "waar_kinderen"),
)


def refuse_stranger(session: Session, persoon_id: UUID, casus_id: UUID) -> None:
    """Refuse somebody who is not in the casus, or only made a melding there."""
    query = select(Betrokkenheid.id).where(
        Betrokkenheid.casus_id == casus_id,
        Betrokkenheid.persoon_id == persoon_id,
        Betrokkenheid.rol != Rol.MELDER,
    )
    if session.scalars(query).first() is None:
        raise UserError("Deze persoon hoort niet bij de casus.")


def refuse_voicemail(session: Session, matches: tuple[Match, ...], today: date) -> None:
    """Refuse to leave words where somebody else may hear them; in doubt the strictest counts."""
    for persoon in personen_of(session, matches, today):
        if persoon.voicemail_dicht:
            raise UserError(persoon.weigering)


def spoken(regel: str, now: datetime) -> dict[str, Any]:
    """Say what changes when somebody was spoken; it takes one sentence."""
    if not regel.strip():
        raise UserError(EEN_ZIN)
    return {"stand": BelStand.KLAAR, "uitkomst": regel.strip(), "afgedaan_op": now}


def wrong_number(verzoek: Terugbelverzoek, now: datetime) -> dict[str, Any]:
    """Let somebody who waits go on waiting, for another number; else it is done."""
    if verzoek.persoon_id or verzoek.wie:
        return {"nummer": ""}
    return {"stand": BelStand.KLAAR, "afgedaan_op": now}


def contactmoment(
    session: Session,
    verzoek: Terugbelverzoek,
    matches: tuple[Match, ...],
    regel: str,
    now: datetime,
) -> Gebeurtenis | None:
    """File in the casus that somebody was spoken, with the three answers."""
    who = matches[0] if len(matches) == 1 else None
    casus_id = who.casus_id if who else verzoek.casus_id
    if casus_id is None:
        return None
    answers = ((words, getattr(verzoek, name)) for words, name in _VRAGEN)
    name = who.naam if who else verzoek.wie
    contact = Gebeurtenis(
        casus_id=casus_id,
        soort=GebeurtenisSoort.CONTACT,
        titel=regel,
        begin=now,
        hele_dag=False,
        bron=f"telefoon, {name}" if name else "telefoon",
        toelichting=" · ".join(f"{words}: {said}" for words, said in answers if said.strip()),
        personen=[str(who.persoon_id)] if who and who.persoon_id else [],
    )
    session.add(contact)
    return contact
