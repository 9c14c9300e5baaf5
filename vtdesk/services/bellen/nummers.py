"""Whose number is this: all numbers of people and organisations, in memory while the kluis is open.

Read once, when somebody first asks; after that only what changed is read again.
"""

import re
from collections.abc import Iterator
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Afgeschermd, Betrokkenheid, Organisatie, Persoon
from vtdesk.store.store import Store
from vtdesk.values.change import Change
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Rol
from vtdesk.values.nummers import nummers
from vtdesk.values.telefoonnummer import leesbaar
from vtdesk.values.vouwen import woorden

Wie = tuple[Kind, UUID]
_WHO = (Kind.PERSOON, Kind.ORGANISATIE)
_ONE_BY_ONE = 400  # what changed; more than this is read as a whole
_BETWEEN = re.compile(r"[/;,|]|\b(?:of|en)\b")  # two numbers in one field
_NAME = 2  # signs; a shorter word tells nobody apart


class Nummerboek:
    """Knows who belongs to a number; tells ids, so that what is shown is always read afresh."""

    def __init__(self, store: Store) -> None:
        self._lock = Lock()
        self._touched: set[Wie] | None = None  # None: nothing was read yet
        self._names: frozenset[str] | None = None
        self._by_number: dict[str, list[Wie]] = {}
        self._of: dict[Wie, tuple[str, ...]] = {}
        store.changes.subscribe(self._note)

    def find(self, session: Session, nummer: str) -> frozenset[Wie]:
        """Give who belongs to a number (E.164)."""
        self._bring_up_to_date(session)
        return frozenset(self._by_number.get(nummer, ()))

    def names(self, session: Session) -> frozenset[str]:
        """Give the words of all names, folded; those of who only made a melding are not there."""
        with self._lock:
            known = self._names
        if known is not None:
            return known
        known_here = select(Betrokkenheid.persoon_id).where(Betrokkenheid.rol != Rol.MELDER)
        query = select(Persoon.voornaam, Persoon.achternaam).where(Persoon.id.in_(known_here))
        found = {word for row in session.execute(query) for name in row for word in woorden(name)}
        known = frozenset(word for word in found if len(word) > _NAME)
        with self._lock:
            self._names = known
        return known

    def _note(self, change: Change) -> None:
        who = {one for one in change.entities if one[0] in _WHO}
        if not who:
            return
        with self._lock:
            self._names = None
            if self._touched is not None:
                self._touched |= who

    def _bring_up_to_date(self, session: Session) -> None:
        with self._lock:
            touched, self._touched = self._touched, set()
        if touched is not None and not touched:
            return
        try:
            self._read(session, touched)
        except BaseException:
            with self._lock:
                self._touched = None  # whatever was read is not to be trusted
            raise

    def _read(self, session: Session, touched: set[Wie] | None) -> None:
        if touched is None or len(touched) > _ONE_BY_ONE:
            self._by_number, self._of = {}, {}
            touched = None
        else:
            for who in touched:
                for nummer in self._of.pop(who, ()):
                    self._by_number[nummer].remove(who)
        for who, written in _written(session, touched):
            for nummer in numbers_in(written):
                known = self._of.get(who, ())
                if nummer not in known:
                    self._of[who] = (*known, nummer)
                    self._by_number.setdefault(nummer, []).append(who)


def numbers_in(written: str) -> Iterator[str]:
    """Give each number of a field, which may hold two of them with words around."""
    if plain := leesbaar(written):
        yield plain
        return
    for part in _BETWEEN.split(written):
        for one in nummers(part):
            if found := leesbaar(part[one.begin : one.einde]):
                yield found


def _written(session: Session, touched: set[Wie] | None) -> Iterator[tuple[Wie, str]]:
    """Read what stands in the fields for a number, of all or of some."""
    shielded = select(Afgeschermd.persoon_id, Afgeschermd.waarde).where(
        Afgeschermd.soort == AfgeschermdSoort.TELEFOON
    )
    people, organisations = (
        None if touched is None else [ding for of, ding in touched if of is kind] for kind in _WHO
    )
    asked = (
        (Kind.PERSOON, select(Persoon.id, Persoon.telefoon), Persoon.id, people),
        (Kind.PERSOON, shielded, Afgeschermd.persoon_id, people),
        (
            Kind.ORGANISATIE,
            select(Organisatie.id, Organisatie.telefoon),
            Organisatie.id,
            organisations,
        ),
    )
    for kind, query, column, ids in asked:
        found = query if ids is None else query.where(column.in_(ids))
        for ding, written in session.execute(found):
            if written:
                yield (kind, ding), written
