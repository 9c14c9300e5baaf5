"""Spelling: the dictionary, the words of this kluis, and the names of a casus."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from threading import Lock
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk import resources
from vtdesk.adapters.spelling import Woordenboek
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Betrokkenheid, Casus, Eigenwoord, Instelling, Inzet, Organisatie, Persoon
from vtdesk.services.ganaar import folded
from vtdesk.services.instellingen import GEBRUIKER
from vtdesk.store.store import Store
from vtdesk.values.kinds import Rol
from vtdesk.values.spelwoorden import LONGEST, delen, is_afkorting, kern_van, namen_uit, vormen

VAKWOORDEN = "spelling", "vakwoorden.txt"
MOST_SUGGESTIONS = 5
_LIKE = 0.8  # how much a name must look like a word to be offered in its place
_MOST_KEPT = 50_000  # answers of the dictionary; then it begins anew


class Spelling:
    """Says which words are right; what asks the dictionary is never called by the window."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._boek = Woordenboek()
        self._turn = Lock()
        self._known: dict[str, bool] = {}  # what the dictionary said
        self._eigen: frozenset[str] | None = None

    # What needs no waiting

    def ready(self) -> bool:
        """Tell whether the dictionary has answered before."""
        return bool(self._known)

    def bekend(self, woord: str, namen: frozenset[str] = frozenset()) -> bool | None:
        """Say whether a word is right; None when the dictionary was not asked yet."""
        kern = kern_van(woord)
        if self._is_ours(kern, namen) or is_afkorting(kern):
            return True
        answer = self._known.get(kern)
        parts = delen(kern)
        if answer is not False or not parts:
            return answer
        return _all(self.bekend(part, namen) for part in parts)

    def namen(self, casus_id: UUID) -> frozenset[str]:
        """Give the words of all names in a casus but that of the melder, also as `Sanne's`."""
        with self._store.read() as session:
            return namen_uit(_names(session, casus_id))

    def eigen(self) -> tuple[str, ...]:
        """List the own words, as one looks them up."""
        with self._store.read() as session:
            found = session.scalars(select(Eigenwoord.woord))
            return tuple(sorted(found, key=folded))

    # What asks the dictionary, or the kluis

    def keur(self, woorden: Iterable[str]) -> None:
        """Ask the dictionary about words, so that all of them are known afterwards."""
        kernen = {kern_van(woord) for woord in woorden}
        asked = {part for kern in kernen for part in (kern, *delen(kern))}
        unknown = [kern for kern in asked if kern not in self._known]
        answers = self._boek.goed(unknown or ["de"])
        with self._turn:
            if len(self._known) > _MOST_KEPT:
                self._known = {}
            self._known.update(answers)

    def is_goed(self, woord: str, namen: frozenset[str] = frozenset()) -> bool:
        """Say whether a word is right; waits for the dictionary."""
        if self.bekend(woord, namen) is None:
            self.keur([woord])
        return self.bekend(woord, namen) is True

    def suggesties(self, woord: str, namen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Give what may have been meant, the most likely first; waits for the dictionary."""
        kern = kern_van(woord)
        own = {word.casefold(): word for word in self._own_spelled(namen)}
        near = [own[one] for one in get_close_matches(kern.casefold(), own, n=2, cutoff=_LIKE)]
        found = sorted(
            self._boek.suggesties(kern),
            key=lambda word: (not _doubles(word, kern), self._is_never_seen(word)),
        )
        shown = [_like_typed(one, woord, is_ours=one in near) for one in (*near, *found)]
        return tuple(dict.fromkeys(one for one in shown if one != woord))[:MOST_SUGGESTIONS]

    def voeg_toe(self, woord: str) -> str:
        """Add an own word; gives it as it was kept."""
        kern = kern_van(woord)
        if not kern or " " in kern or len(kern) > LONGEST:
            raise UserError("Vul één woord in, zonder spaties.")
        with self._store.write() as session:
            if session.scalar(select(Eigenwoord).where(Eigenwoord.woord == kern)) is None:
                session.add(Eigenwoord(woord=kern))
        self._eigen = None
        return kern

    def haal_weg(self, woord: str) -> None:
        """Take an own word away."""
        with self._store.write() as session:
            found = session.scalar(select(Eigenwoord).where(Eigenwoord.woord == kern_van(woord)))
            if found is not None:
                session.delete(found)
        self._eigen = None

    def close(self) -> None:
        """Let go of the dictionary; it starts again when it is asked."""
        self._boek.close()

    # Inside

    def _is_ours(self, kern: str, namen: frozenset[str]) -> bool:
        """Tell whether this is an own word, a name, or a word of the trade."""
        low = kern.casefold()
        return low in namen or low in self._own() or low in _of_trade() or kern in _of_trade()

    def _is_never_seen(self, word: str) -> bool:
        """Tell whether no text had this word: one that she uses is more likely meant."""
        forms = {word, word.casefold()}
        return not any(self._known.get(form) for form in forms) and not forms & _of_trade()

    def _own(self) -> frozenset[str]:
        if self._eigen is None:
            self._eigen = frozenset(form for word in self.eigen() for form in vormen(word))
        return self._eigen

    def _own_spelled(self, namen: frozenset[str]) -> list[str]:
        """Give words to offer: own ones as kept, names with their capital."""
        names = [f"{name[:1].upper()}{name[1:]}" for name in namen if len(name) > 3]  # noqa: PLR2004 not `van`
        return [*self.eigen(), *names]


@cache
def _of_trade() -> frozenset[str]:
    """Read the words of the trade that the dictionary does not have."""
    try:
        lines = resources.path(*VAKWOORDEN).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(
            "De vakwoorden kunnen niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _names(session: Session, casus_id: UUID) -> list[str]:
    """Read all names of a casus; that of the melder is sealed and stays unknown."""
    people = session.scalars(
        select(Persoon)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id, Betrokkenheid.rol != Rol.MELDER)
    )
    words = [one for p in people for one in (p.naam, p.voornaam)]
    there = session.execute(
        select(Organisatie.naam, Inzet.contactpersoon)
        .join(Inzet, Inzet.organisatie_id == Organisatie.id)
        .where(Inzet.casus_id == casus_id)
    )
    words += [word for row in there for word in row]
    words += session.scalars(select(Organisatie.naam))
    words.append(session.get_one(Casus, casus_id).naam)
    user = session.scalar(select(Instelling.waarde).where(Instelling.sleutel == GEBRUIKER)) or {}
    words += [str(user.get("naam", "")), str(user.get("organisatie", ""))]
    return [word for word in words if word]


def _doubles(word: str, typed: str) -> bool:
    """Tell whether one letter that must stand twice was typed once: `stapen` for `stappen`."""
    return len(word) == len(typed) + 1 and any(
        one == other and word[:place] + word[place + 1 :] == typed
        for place, (one, other) in enumerate(pairwise(word))
    )


def _all(answers: Iterable[bool | None]) -> bool | None:
    found = list(answers)
    if False in found:
        return False
    return None if None in found else True


def _like_typed(found: str, woord: str, *, is_ours: bool) -> str:
    """Give a word with the capital and the apostrophe that were typed."""
    typed = found.replace("'", "’") if "’" in woord else found
    if is_ours or not woord[:1].isupper():
        return typed
    return f"{typed[:1].upper()}{typed[1:]}"
