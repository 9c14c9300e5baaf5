"""By which words another than the reader of a letter is known, here and in other casussen."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Casus, Melder, Melding, Persoon
from vtdesk.services.persoon_rows import KINDEREN, PersoonRow, people_of
from vtdesk.values.geheim_woorden import GEWOON, VERBINDING
from vtdesk.values.naamspoor import namen_in
from vtdesk.values.vouwen import vouw, woorden

_RELATIVES = frozenset(
    {
        "vader", "moeder", "papa", "mama", "partner", "ex", "stiefvader", "stiefmoeder",
        "opa", "oma", "oom", "tante", "buurman", "buurvrouw", "buren", "melder",
    }
)  # fmt: skip
_SERIAL = 3  # signs, from which the end of a casus number is known without its beginning


class Anderen:
    """Tells whether a promise speaks of somebody else; a false hit costs one sentence."""

    def __init__(self, session: Session, casus_id: UUID, lezer: UUID, today: date) -> None:
        here = people_of(session, casus_id, today)
        adults = [row for row in here if row.rol not in KINDEREN]
        children = {word for row in here if row not in adults for word in woorden(row.sorteernaam)}
        own = {word for row in adults if row.id == lezer for word in _called(row)}
        near = {word for row in adults for word in _called(row)} | _RELATIVES
        # The children of the casus tell its family nothing new.
        self._names = (near | (_names_elsewhere(session, casus_id) - children)) - own
        self._numbers = tuple(_numbers_elsewhere(session, casus_id))

    def staan_in(self, tekst: str) -> bool:
        """Tell whether a text names another, or the number of another casus."""
        if namen_in(tekst, self._names):
            return True
        words = woorden(tekst)
        bare = "".join(words)
        return any(
            "".join(parts) in bare or (len(parts[-1]) >= _SERIAL and parts[-1] in words)
            for parts in self._numbers
        )


def _called(row: PersoonRow) -> list[str]:
    """Give the words of a name, without what stands between its parts, and of the role."""
    return [*woorden(row.sorteernaam), row.rol.value]


def _names_elsewhere(session: Session, casus_id: UUID) -> set[str]:
    """Collect the names of people and families of all other casussen, closed ones too."""
    people = (
        select(Persoon.voornaam, Persoon.achternaam)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id != casus_id)
    )
    melders = select(Melder.naam).join(Melding, Melding.id == Melder.melding_id)
    names = [name for row in session.execute(people) for name in row]
    names += session.scalars(melders.where(Melding.casus_id != casus_id))
    families = session.scalars(select(Casus.naam).where(Casus.id != casus_id))
    return {
        *(word for name in names for word in woorden(name) if word not in VERBINDING),
        *(word for name in families for word in woorden(name) if word not in GEWOON | VERBINDING),
    }


def _numbers_elsewhere(session: Session, casus_id: UUID) -> Iterator[list[str]]:
    for nummer in session.scalars(select(Casus.nummer).where(Casus.id != casus_id)):
        if parts := vouw(nummer).split():
            yield parts
