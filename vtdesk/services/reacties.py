"""What people said of a finalised verslag: seen, agreed or not agreed, which are three things.

A reaction is sealed when it is written down, stays with its version for good, and is always
printed along with it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.errors import UserError
from vtdesk.models import Reactie, Versie, Verslag
from vtdesk.services.zegels import is_intact, seal_reaction
from vtdesk.store.store import Store
from vtdesk.values.document import Reactieregel
from vtdesk.values.kinds import ReactieSoort
from vtdesk.values.tijd import Clock, local

MOST_WORDS = 20_000  # characters; more is a letter, which is a bijlage


@dataclass(frozen=True, slots=True)
class ReactieGegevens:
    """What a form holds of one reaction; `woorden` are those of the person."""

    naam: str
    soort: ReactieSoort
    gegeven_op: date
    woorden: str = ""
    hoedanigheid: str = ""
    persoon_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReactieRow:
    """One reaction to one version."""

    id: UUID
    nummer: int
    regel: Reactieregel
    vastgelegd_op: datetime
    klopt: bool


class Reacties:
    """Use cases around reactions; nothing changes one or takes it away."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def of(self, verslag_id: UUID) -> list[ReactieRow]:
        """List the reactions to all versions of a verslag, in the order they were written down."""
        query = select(Reactie).where(Reactie.verslag_id == verslag_id)
        with self._store.read() as session:
            return [
                ReactieRow(
                    reactie.id,
                    reactie.nummer,
                    _regel(reactie),
                    local(reactie.vastgelegd_op),
                    is_intact(session, reactie),
                )
                for reactie in session.scalars(query.order_by(Reactie.volgnummer))
            ]

    def vastleggen(self, verslag_id: UUID, nummer: int, gegevens: ReactieGegevens) -> UUID:
        """Write down and seal what somebody said of a version."""
        self._check(gegevens)
        with self._store.write() as session:
            verslag = session.get_one(Verslag, verslag_id)
            versie = select(Versie.id).where(
                Versie.verslag_id == verslag_id, Versie.nummer == nummer
            )
            if session.scalars(versie).first() is None:
                raise UserError(f"Versie {nummer} van dit verslag bestaat niet.")
            reactie = Reactie(
                casus_id=verslag.casus_id,
                verslag_id=verslag_id,
                nummer=nummer,
                volgnummer=0,  # and the next two: the seal gives them
                inhoud=b"",
                zegel={},
                naam=gegevens.naam.strip(),
                persoon_id=gegevens.persoon_id,
                soort=gegevens.soort,
                gegeven_op=gegevens.gegeven_op,
                vastgelegd_op=self._clock(),
            )
            content = {
                "hoedanigheid": gegevens.hoedanigheid.strip(),
                "woorden": gegevens.woorden.strip(),
            }
            seal_reaction(session, reactie, content)
            return reactie.id

    def _check(self, gegevens: ReactieGegevens) -> None:
        if not gegevens.naam.strip():
            raise UserError("Vul in van wie deze reactie is.")
        if gegevens.gegeven_op > local(self._clock()).date():
            raise UserError("Deze dag is nog niet geweest. Leg vast wat al is gezegd.")
        if len(gegevens.woorden) > MOST_WORDS:
            raise UserError("Dit is te lang voor een reactie. Voeg het als bijlage toe.")


def reacties_op(session: Session, verslag_id: UUID, nummer: int) -> tuple[Reactieregel, ...]:
    """Give the reactions to a version as they are printed along with it."""
    return tuple(_regel(reactie) for reactie in stored_reactions(session, verslag_id, nummer))


def stored_reactions(session: Session, verslag_id: UUID, nummer: int) -> Sequence[Reactie]:
    """Give the rows of the reactions to a version, in the order they were written down."""
    query = select(Reactie).where(Reactie.verslag_id == verslag_id, Reactie.nummer == nummer)
    return session.scalars(query.order_by(Reactie.volgnummer)).all()


def _regel(reactie: Reactie) -> Reactieregel:
    try:
        words = json.loads(reactie.inhoud)
    except ValueError:  # changed from outside; the seal says so
        words = {}
    return Reactieregel(
        naam=reactie.naam,
        soort=reactie.soort,
        gegeven_op=reactie.gegeven_op,
        hoedanigheid=words.get("hoedanigheid", ""),
        woorden=words.get("woorden", ""),
        persoon_id=reactie.persoon_id,
    )
