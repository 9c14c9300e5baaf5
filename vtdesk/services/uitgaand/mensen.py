"""Of whom a text speaks: by name, by initial, by title, by a word for a role, or by `zij`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from vtdesk.values.kinds import Geslacht
from vtdesk.values.typefout import KORTST, een_fout
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import vouw, woorden

GEEN_NAAM = frozenset(
    {"de", "den", "der", "het", "van", "ter", "ten", "te", "la", "le", "el", "in", "op", "aan",
     "baby", "mevrouw", "meneer", "dr", "drs", "juf", "meester"}
)  # fmt: skip
AAN_HET_WERK = frozenset(
    {"agent", "arts", "consultatiebureau", "gemeente", "ggz", "gecertificeerde", "huisarts",
     "hulpverlener", "jeugdarts", "jeugdbescherming", "jeugdzorg", "juf", "kinderopvang",
     "leerkracht", "maatschappelijk", "meester", "mentor", "peuterspeelzaal", "politie", "raad",
     "reclassering", "school", "veilig", "verloskundige", "wijkagent", "wijkteam", "ziekenhuis"}
)  # fmt: skip
_INITIAL = re.compile(r"(?<![\w.])([A-Z])\.(?!\w)(?:\s+([A-Z]\w+))?")  # "F. slaapt slecht"
_TWO = re.compile(r"(?<![\w.])([A-Z])\.\s?([A-Z])\.")
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_SMALLER = ("eke", "ke", "aatje", "etje", "tje", "je", "ie", "y", "i")
_LEAST = 3  # letters of a name that say who is meant
_SEXES = {"vrouw": Geslacht.VROUW, "man": Geslacht.MAN}
_NO_SEX = (Geslacht.ONBEKEND, Geslacht.ANDERS)
_NIEMAND: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Mens:
    """One of a casus, and the words by which a text speaks of that one."""

    id: UUID
    naam: str  # as one speaks of that one
    heet: str  # in full
    is_kind: bool
    geslacht: Geslacht
    is_kern: bool  # child, parent or partner: the family that a verslag is about
    at_work: bool  # a professional is no private person in what they said
    namen: frozenset[str]
    woorden: frozenset[str]  # "moeder", "zusje"
    voornamen: tuple[str, ...] = ()
    achternamen: frozenset[str] = frozenset()  # also those that others have too
    is_melder: bool = False  # in the casus for that alone: nobody may know that this one spoke

    def is_geslacht(self, name: str) -> bool:
        """Tell whether a word for women or for men may mean this one."""
        return self.geslacht in (_SEXES[name], *_NO_SEX)


class Noemer:
    """Finds the people of a casus in a text."""

    def __init__(self, mensen: Mapping[UUID, Mens]) -> None:
        self._mensen = mensen
        self._seen: dict[str, frozenset[UUID]] = {}
        self._names: dict[str, frozenset[UUID]] = {}
        for mens in mensen.values():
            for name in mens.namen:
                for form in _forms(name):
                    self._names[form] = self._names.get(form, _NIEMAND) | {mens.id}

    def genoemd(self, tekst: str) -> frozenset[UUID]:
        """Say of whom a text speaks, by name or by a word for what they are."""
        words = woorden(tekst)
        bare = frozenset(words)
        cut = {f"{one}{other}" for one, other in pairwise(words)}  # a name over two lines
        return _NIEMAND.union(
            *(self._called(word) for word in bare),
            *(self._names[word] for word in cut if word in self._names),
            (i for i, mens in self._mensen.items() if mens.woorden & bare),
            self._by_initial(tekst),
            self._by_title(words),
            self._by_short_name(tekst),
        )

    def kern_eerst(self, wie: Iterable[UUID]) -> frozenset[UUID]:
        """Of several who may be meant take parents first, then whoever it may be."""
        found = frozenset(wie)
        grown = frozenset(
            i for i in found if self._mensen[i].is_kern and not self._mensen[i].is_kind
        )
        return grown or found

    def geslachten(self, tekst: str, eerder: frozenset[UUID]) -> Iterator[str]:
        """Say whether a text goes on with `zij`, `hij`, or a title without a name."""
        known, words = uitgaandwoorden(), frozenset(woorden(tekst))
        for name in _SEXES:
            weak = known.verwijst["man_na_een_naam"] if name == "man" else frozenset[str]()
            after = bool(weak & words) and any(self._mensen[i].is_geslacht(name) for i in eerder)
            titles = "|".join(sorted(known.titel[name]))
            title = re.search(rf"\b(?i:{titles})\b\.?(?!\.?\s+[A-Z])", tekst)
            if known.verwijst[name] & words or after or title:
                yield name

    def van_geslacht(self, name: str, wie: Iterable[UUID] | None = None) -> frozenset[UUID]:
        """List who of these, or of all, a word for women or for men may mean."""
        among = self._mensen if wie is None else wie
        return frozenset(i for i in among if self._mensen[i].is_geslacht(name))

    def _called(self, word: str) -> frozenset[UUID]:
        """Say whose name a word is, with one typing error at most; each word is looked at once."""
        if word not in self._seen:
            self._seen[word] = self._names.get(word, _NIEMAND) | self._those(
                lambda mens: any(_is_almost(word, name) for name in mens.namen)
            )
        return self._seen[word]

    def _by_initial(self, tekst: str) -> frozenset[UUID]:
        """`F. slaapt slecht`; an initial before the family name of a stranger is a stranger."""
        found = _NIEMAND
        for sign, after in _INITIAL.findall(tekst):
            word = vouw(after).strip()
            strange = word and word not in uitgaandwoorden().geen_roepnaam
            if not strange or self._surnamed(word):
                found |= self._starting(vouw(sign))
        for first, last in _TWO.findall(tekst):
            found |= self._starting(vouw(first)) & self._starting(vouw(last))
        return found

    def _starting(self, sign: str) -> frozenset[UUID]:
        by_first = self._those(lambda mens: any(one[:1] == sign for one in mens.voornamen))
        by_last = self._those(lambda mens: any(one[:1] == sign for one in mens.achternamen))
        return by_first | self.kern_eerst(by_last)

    def _by_title(self, words: list[str]) -> frozenset[UUID]:
        """`mevrouw Wolkenveld`, a name that the whole family has."""
        found = _NIEMAND
        for name, titles in uitgaandwoorden().titel.items():
            for place, word in enumerate(words):
                if word in titles:
                    after = [one for one in words[place + 1 : place + 5] if one not in GEEN_NAAM]
                    called = next((one for one in after if len(one) > 1), "")
                    grown = (i for i in self._surnamed(called) if not self._mensen[i].is_kind)
                    found |= self.kern_eerst(self.van_geslacht(name, grown))
        return found

    def _by_short_name(self, tekst: str) -> frozenset[UUID]:
        """`Fen` or `Fenneke` for Fenna."""
        found = _NIEMAND
        for written in _CAPITAL.findall(tekst):
            word = vouw(written).strip()
            if word not in self._names and word not in uitgaandwoorden().geen_roepnaam:
                found |= self._called_in_short(word)
        return found

    def _called_in_short(self, word: str) -> frozenset[UUID]:
        return self._those(lambda mens: any(_is_short(word, one) for one in mens.voornamen))

    def _surnamed(self, word: str) -> frozenset[UUID]:
        return self._those(
            lambda mens: any(word == one or _is_almost(word, one) for one in mens.achternamen)
        )

    def _those(self, fits: Callable[[Mens], bool]) -> frozenset[UUID]:
        return frozenset(i for i, mens in self._mensen.items() if fits(mens))


def _is_almost(word: str, name: str) -> bool:
    return len(name) >= KORTST and een_fout(word, name)


def _is_short(word: str, name: str) -> bool:
    if len(name) <= _LEAST:
        return False
    stem = name.rstrip("aeiou")
    smaller = len(stem) >= _LEAST and word.startswith(stem) and word[len(stem) :] in _SMALLER
    return smaller or name.startswith(word)


def _forms(name: str) -> tuple[str, ...]:
    """Give a name as it stands in a text: also in the genitive, and made small."""
    return (name, f"{name}s", f"{name}je", f"{name}tje", f"{name}jes")
