"""What is shielded in a casus, and whether a text would give it away."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afgeschermd, Betrokkenheid
from vtdesk.services.ganaar import folded
from vtdesk.values.kinds import AfgeschermdSoort

_LEAST_DIGITS = 6  # of a number that is compared by its digits


def afgeschermd_in(session: Session, casus_id: UUID) -> list[Afgeschermd]:
    """List the shielded values of all people who are or were in a casus."""
    here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.casus_id == casus_id)
    query = select(Afgeschermd).where(Afgeschermd.persoon_id.in_(here.scalar_subquery()))
    return list(session.scalars(query))


def verraadt(text: str, waarden: Iterable[str]) -> bool:
    """Tell whether a text holds one of these values, in any notation."""
    words, digits = folded(text), _digits(text)
    return any(
        folded(waarde).strip() in words
        or (len(_digits(waarde)) >= _LEAST_DIGITS and _digits(waarde) in digits)
        for waarde in waarden
        if waarde.strip()
    )


def met_geheim_adres(rows: Iterable[Afgeschermd]) -> set[UUID]:
    """Name the people whose address is secret."""
    return {row.persoon_id for row in rows if row.soort is AfgeschermdSoort.ADRES}


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
