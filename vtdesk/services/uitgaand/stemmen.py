"""Whose words a text repeats: what the reader said is the reader's, and of all others she decides.

A text is the reader's own only when it says outright that the reader said it. Of words of a child,
a teacher or a neighbour no data can tell what a parent would do with them.
"""

import re
from enum import Enum, auto
from uuid import UUID

from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.lezer import Lezer
from vtdesk.services.uitgaand.mensen import GEEN_NAAM
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import woorden

_CLAUSE = re.compile(
    r"[,;:–—(\n]|(?<!\w)(?:en|maar|want|dat|of|terwijl|omdat|over|aan|tegen)(?!\w)"
)
_QUOTE = re.compile(r"[\"“”„«»]|(?<!\w)['‘](?=\w)[^'‘’]+['’](?!\w)")
_TURN = re.compile(r";|(?<!\w)(?:en|maar|want|terwijl|dus|waarna)(?!\w)")
_NEAR = 3  # words behind a verb among which its subject stands
_GOES_ON = re.compile(r"(?<!\w)en\s*$")
_ACCORDING = "volgens"  # whose name follows at once
_NAME = 2  # words in which somebody is named


class Stem(Enum):
    """Whose words they are."""

    NIEMAND = auto()  # nothing is repeated, or only what the police or Veilig Thuis said
    LEZER = auto()
    ANDER = auto()


def stem(tekst: str, lezer: Lezer, eerder: frozenset[UUID], *, spreekt: bool = False) -> Stem:
    """Say whose words a text repeats; `eerder` are those whom the sentence before it named.

    `spreekt`: the reader says it, so that `ik` is the reader.
    """
    known = uitgaandwoorden()
    names = _names(lezer) | (known.ik if spreekt else frozenset())
    voices = {_of(tekst, verb, lezer, eerder, names) for verb in known.zegt.finditer(tekst)}
    if voices == {Stem.LEZER} and not _turns(tekst, lezer):
        return Stem.LEZER
    if Stem.ANDER in voices or known.kinderwoord & frozenset(woorden(tekst)):
        return Stem.ANDER
    return Stem.NIEMAND


def is_aangehaald(tekst: str) -> bool:
    """Tell whether a text holds words between quotation marks."""
    return bool(_QUOTE.search(tekst))


def is_kind_over(tekst: str, lezer: Lezer) -> bool:
    """Tell whether a text speaks of a child first and then of the reader: `Tijn is bang voor hem`.

    What a child says, feels or does about a parent is as little told as its words.
    """
    words, kring = tekst.split(), lezer.kring
    for count in range(1, len(words) + 1):
        named = kring.genoemd(" ".join(words[:count]))
        if named:
            rest = " ".join(words[count:])
            child_first = any(kring.is_kind(one) for one in named - lezer.zelf)
            return child_first and bool(
                (kring.genoemd(rest) | _as_object(rest, kring)) & lezer.zelf
            )
    return False


def _as_object(tekst: str, kring: Kring) -> frozenset[UUID]:
    """Say whom `hem` or `haar` may mean."""
    known, words = uitgaandwoorden(), frozenset(woorden(tekst))
    return frozenset[UUID]().union(
        *(
            kring.van_geslacht(sex, kring.mensen)
            for sex in known.voornaamwoord
            if (known.verwijst[sex] - known.voornaamwoord[sex]) & words
        )
    )


def is_omgeving_over(tekst: str, wie: frozenset[UUID], kring: Kring) -> bool:
    """Tell whether a text speaks of these people and of a teacher, a neighbour or the like."""
    around = uitgaandwoorden().omgeving & frozenset(woorden(tekst))
    return bool(around and kring.genoemd(tekst) & wie)


def _of(
    tekst: str,
    verb: re.Match[str],
    lezer: Lezer,
    eerder: frozenset[UUID],
    names: frozenset[str],
) -> Stem:
    """Say who is the subject of one verb: what stands before it in its clause, or right behind."""
    if lezer.kring.deed_geweld and _heard(tekst, verb, lezer):
        return Stem.ANDER
    before = _subject(_CLAUSE.split(tekst[: verb.start()])[-1])
    after = _subject(_CLAUSE.split(tekst[verb.end() :], maxsplit=1)[0])
    is_according = verb.group().lower() == _ACCORDING
    subject = before or after[: 1 if is_according else _NEAR]
    if not before and _GOES_ON.search(tekst[: verb.start()]):
        subject = _subject(tekst)[:1]  # `Dario komt op tijd en zegt`
    named = lezer.kring.genoemd(tekst[: verb.start()]) or eerder
    if subject and all(one in names for one in subject):
        return Stem.LEZER
    if not verb.group().endswith("en") and _is_pronoun(subject, lezer.kring, named) == lezer.zelf:
        return Stem.LEZER
    is_open = bool(subject) and uitgaandwoorden().openlijk.issuperset(subject)
    return Stem.NIEMAND if is_open else Stem.ANDER


def _heard(tekst: str, verb: re.Match[str], lezer: Lezer) -> bool:
    """Tell whether it was heard from another; of whose words are no secret, all but of a child."""
    known = uitgaandwoorden()
    says_open = bool(known.openlijk & frozenset(woorden(tekst)))
    is_open = says_open and not any(map(lezer.kring.is_kind, lezer.kring.genoemd(tekst)))
    return verb.group().lower() in known.hoort and not is_open


def _subject(words: str) -> list[str]:
    """Give the words that say who, without articles, titles and words of time."""
    known = uitgaandwoorden()
    idle = known.bijwoord | GEEN_NAAM - {"juf", "meester"}
    idle |= frozenset[str]().union(*known.titel.values())
    return [one for one in woorden(words) if one not in idle]


def _names(lezer: Lezer) -> frozenset[str]:
    """Give the words that name the reader as somebody who does something, so not `Sannes`."""
    found = (lezer.kring.mensen[one] for one in lezer.zelf if one in lezer.kring.mensen)
    return frozenset[str]().union(
        *(mens.namen | mens.woorden | mens.achternamen | {*mens.voornamen} for mens in found)
    )


def _is_pronoun(subject: list[str], kring: Kring, named: frozenset[UUID]) -> frozenset[UUID]:
    """Say whom `zij` or `hij` means as the subject, after these were named."""
    (word,) = subject if len(subject) == 1 else ("",)
    for sex, words in uitgaandwoorden().voornaamwoord.items():
        if word in words:
            return kring.van_geslacht(sex, named)
    return frozenset()


def _turns(tekst: str, lezer: Lezer) -> bool:
    """Tell whether a sentence goes on with what somebody else does: `... en Dario is weg`."""
    for turn in _TURN.finditer(tekst):
        words = tekst[turn.end() :].split()
        others = lezer.kring.genoemd(" ".join(words[:_NAME])) - lezer.zelf
        if turn.group() == ";" or (others and len(words) > 1):
            return True
    return False
