"""The people of a casus around one receiver: who is named in a text, and who may be read about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vtdesk.models import Betrokkenheid, Persoon, Relatie
from vtdesk.services.persoon_rows import KINDEREN, OUDERS
from vtdesk.services.uitgaand_gezag import mag_lezen_over
from vtdesk.services.uitgaand_rows import Ontvanger
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Geslacht, Rol
from vtdesk.values.typefout import KORTST, een_fout
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.vouwen import vouw, woorden

_AT_WORK = (Rol.PROFESSIONAL, Rol.INFORMANT, Rol.MELDER)
_SHORTEST = 2
_NO_NAME = frozenset(
    {"de", "den", "der", "het", "van", "ter", "ten", "te", "la", "le", "el", "in", "op", "aan",
     "baby", "mevrouw", "meneer", "dr", "drs", "juf", "meester"}
)  # fmt: skip
_OUDER_WOORDEN = {
    Rol.MOEDER: frozenset({"moeder", "mama", "mam", "mamma"}),
    Rol.VADER: frozenset({"vader", "papa", "pap", "pappa"}),
    Rol.GROOTOUDER: frozenset({"oma", "opa", "grootmoeder", "grootvader"}),
    Rol.STIEFOUDER: frozenset({"stiefvader", "stiefmoeder"}),
}
_INITIAL = re.compile(r"(?<!\w)([A-Z])\.(?!\s?[A-Z])")  # "F. slaapt slecht"
_VERWIJST = {
    Geslacht.VROUW: frozenset({"zij", "ze", "haar", "hare"}),
    Geslacht.MAN: frozenset({"hij", "hem", "zijn", "zijne"}),
}
_MEISJE = frozenset({"dochter", "dochtertje", "meisje", "zus", "zusje"})
_JONGEN = frozenset({"zoon", "zoontje", "jongen", "jongetje", "broer", "broertje"})
_KIND = frozenset({"kind", "kinderen", "kindje", "kindjes", "baby", "peuter", "kleuter", "dreumes"})


@dataclass(frozen=True, slots=True)
class Mens:
    """One of them, and the words by which a text speaks of that one."""

    id: UUID
    naam: str
    is_kind: bool
    geslacht: Geslacht
    is_kern: bool  # child, parent or partner: the family that a verslag is about
    at_work: bool  # a professional is no private person in what they said
    namen: frozenset[str]
    woorden: frozenset[str]  # "moeder", "zusje": only when nobody is named


class Kring:
    """Everybody around one receiver."""

    def __init__(
        self,
        ontvanger: Ontvanger,
        mensen: Iterable[Mens],
        leesbaar: frozenset[UUID],
        *,
        is_beschermd: bool = False,
    ) -> None:
        self.ontvanger = ontvanger
        self.is_beschermd = is_beschermd  # what was agreed to keep somebody safe is about this one
        self.mensen = {mens.id: mens for mens in mensen}
        self._seen: dict[str, frozenset[UUID]] = {}
        self._initials: dict[str, set[UUID]] = {}
        self._names: dict[str, frozenset[UUID]] = {}
        for mens in self.mensen.values():
            for name in mens.namen:
                for form in _forms(name):
                    self._initials.setdefault(name[0], set()).add(mens.id)
                    self._names[form] = self._names.get(form, frozenset()) | {mens.id}
        own = {ontvanger.persoon_id} if ontvanger.persoon_id else set()
        self.eigen: frozenset[UUID] = leesbaar | own
        self.verboden = frozenset(
            mens.id for mens in self.mensen.values() if mens.is_kind and mens.id not in self.eigen
        )
        here = self.mensen.get(ontvanger.persoon_id) if ontvanger.persoon_id else None
        self.is_familie = ontvanger.soort is OntvangerSoort.PERSOON
        # Of children a parent lacks the gezag; to anybody else a child is another person.
        is_parent = bool(here and here.is_kern and not here.is_kind)
        self.reden_kind = WegReden.GEEN_GEZAG if is_parent else WegReden.OVER_EEN_ANDER
        self.is_ver = self.is_familie and not (here and here.is_kern)  # reads only about oneself

    def genoemd(self, tekst: str) -> frozenset[UUID]:
        """Say of whom a text speaks: by name, or by a word when it names nobody."""
        words = woorden(tekst)
        cut = {f"{one}{other}" for one, other in pairwise(words)}  # a name over two lines
        named = frozenset[UUID]().union(
            *(self._called(word) for word in set(words)),
            *(self._names[word] for word in cut if word in self._names),
        )
        named |= frozenset(
            i for sign in _INITIAL.findall(tekst) for i in self._initials.get(vouw(sign), ())
        )
        bare = frozenset(words)
        by_word = frozenset(i for i, mens in self.mensen.items() if mens.woorden & bare)
        # "Tijn en zijn zus": beside a name such a word only counts for whom nothing may be read.
        return named | (by_word & self.verboden) if named else by_word

    def bedoeld(self, tekst: str, eerder: frozenset[UUID]) -> frozenset[UUID]:
        """Say of whom a sentence goes on with `zij` or `hij`: of whom it spoke, or of anybody."""
        words = frozenset(woorden(tekst))
        kinds = {soort for soort, signs in _VERWIJST.items() if signs & words}
        fits = frozenset(
            i
            for i, mens in self.mensen.items()
            if kinds and mens.geslacht in (*kinds, Geslacht.ONBEKEND, Geslacht.ANDERS)
        )
        return fits & eerder or fits

    def _called(self, word: str) -> frozenset[UUID]:
        """Say whose name a word is, with one typing error at most; each word is looked at once."""
        if word not in self._seen:
            self._seen[word] = self._names.get(word, frozenset()) | frozenset(
                i
                for i, mens in self.mensen.items()
                if any(len(name) >= KORTST and een_fout(word, name) for name in mens.namen)
            )
        return self._seen[word]

    def anderen(self, wie: Iterable[UUID]) -> frozenset[UUID]:
        """Keep those about whom this receiver reads nothing by right."""
        return frozenset(i for i in wie if i not in self.eigen and not (self._is_at_work(i)))

    def naam(self, wie: UUID) -> str:
        """Say how one of them is called."""
        mens = self.mensen.get(wie)
        return mens.naam if mens else "een ander"

    def _is_at_work(self, wie: UUID) -> bool:
        mens = self.mensen.get(wie)
        return bool(mens and mens.at_work)


def kring_van(session: Session, casus_id: UUID, ontvanger: Ontvanger, today: date) -> Kring:
    """Draw the circle around a receiver."""
    query = (
        select(Persoon, Betrokkenheid.rol)
        .join(Betrokkenheid, Betrokkenheid.persoon_id == Persoon.id)
        .where(Betrokkenheid.casus_id == casus_id)
    )
    roles: dict[UUID, set[Rol]] = {}
    people: dict[UUID, Persoon] = {}
    for persoon, rol in session.execute(query):
        people[persoon.id] = persoon
        roles.setdefault(persoon.id, set()).add(rol)
    children = [i for i in people if roles[i] & set(KINDEREN)]
    reader = ontvanger.persoon_id
    may = mag_lezen_over(session, reader, children, today) if reader else frozenset()
    shared = _shared(people.values())
    mensen = (_mens(persoon, roles[i], shared) for i, persoon in people.items())
    return Kring(ontvanger, mensen, may, is_beschermd=_is_protected(session, reader, list(people)))


def _is_protected(session: Session, reader: UUID | None, people: list[UUID]) -> bool:
    """Tell whether violence came to this one, as far as is known, and never from this one."""
    query = select(Relatie.van_id, Relatie.naar_id).where(
        Relatie.soort == RelatieSoort.GEWELD,
        Relatie.van_id.in_(people),
        Relatie.naar_id.in_(people),
    )
    found = session.execute(query).all()
    return any(naar == reader for _, naar in found) and all(van != reader for van, _ in found)


def _shared(people: Iterable[Persoon]) -> frozenset[str]:
    """List family names that more than one of them has: they point at nobody."""
    seen: set[str] = set()
    twice: set[str] = set()
    for persoon in people:
        for word in woorden(persoon.achternaam):
            (twice if word in seen else seen).add(word)
    return frozenset(twice)


def _mens(persoon: Persoon, roles: set[Rol], shared: frozenset[str]) -> Mens:
    names = [] if persoon.onbekend else _name_words(persoon)
    known = frozenset(
        word
        for word in names
        if len(word) >= _SHORTEST and word not in shared and word not in _NO_NAME
    )
    is_kind = bool(roles & set(KINDEREN))
    words = frozenset[str]().union(*(_OUDER_WOORDEN.get(rol, frozenset()) for rol in roles))
    return Mens(
        id=persoon.id,
        naam=_called(persoon),
        is_kind=is_kind,
        geslacht=persoon.geslacht,
        is_kern=is_kind or bool(roles & set(OUDERS)),
        at_work=roles <= set(_AT_WORK),
        namen=known,
        woorden=words | (_kind_woorden(persoon.geslacht) if is_kind else frozenset()),
    )


def _called(persoon: Persoon) -> str:
    """Say how one speaks of somebody; a title alone is no name."""
    is_title = set(woorden(persoon.voornaam)) <= _NO_NAME
    return persoon.naam if is_title else persoon.voornaam


def _name_words(persoon: Persoon) -> list[str]:
    return [*woorden(persoon.voornaam), *woorden(persoon.achternaam)]


def _kind_woorden(geslacht: Geslacht) -> frozenset[str]:
    if geslacht is Geslacht.VROUW:
        return _MEISJE | _KIND
    return _JONGEN | _KIND if geslacht is Geslacht.MAN else _MEISJE | _JONGEN | _KIND


def _forms(name: str) -> tuple[str, ...]:
    """Give a name as it stands in a text: also in the genitive, and made small."""
    return (name, f"{name}s", f"{name}je", f"{name}tje", f"{name}jes")
