"""What one attempt to call comes to: what is refused, what changes, and what the casus keeps."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Betrokkenheid, Gebeurtenis, Terugbelverzoek
from vtdesk.services.bellen.match import Match, casus_of
from vtdesk.services.bellen.rows import BelPersoon
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.dagkinds import BelStand, Herkenning
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


def refuse_voicemail(personen: Iterable[BelPersoon]) -> None:
    """Refuse to leave words where somebody else may hear them; the strictest counts."""
    for persoon in personen:
        if persoon.voicemail_dicht:
            raise UserError(persoon.weigering)


def filed(verzoek: Terugbelverzoek, matches: Sequence[Match]) -> dict[str, Any]:
    """Say where a call belongs by now: the people of a number may have changed since."""
    if len(matches) != 1:
        return {}
    return {"persoon_id": matches[0].persoon_id, "casus_id": casus_of(verzoek, matches[0])}


def other_number(verzoek: Terugbelverzoek, nummer: str, matches: Sequence[Match]) -> dict[str, Any]:
    """Say whose another number is, as if it was noted now.

    Where it is nobody's, only what she said herself about the caller stays, to be confirmed again;
    and who waits after a wrong number goes on waiting.
    """
    fields: dict[str, Any] = {"nummer": nummer, "herkenning": Herkenning.GEEN}
    said = verzoek.herkenning is not Herkenning.GEEN or not verzoek.nummer
    if matches or not said:
        who = matches[0] if len(matches) == 1 else None
        fields |= {
            "persoon_id": who.persoon_id if who else None,
            "casus_id": who.casus_id if who else None,
        }
    return fields


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
    casus_id = casus_of(verzoek, who)
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
