"""The parts of a hidden value that give it away by themselves.

A street with its number, the street alone unless another number follows, a postcode, a telephone
number, an e-mail address, a name of several words, and a rare word of such a name. A town, a kind
of place or a name that everybody in the casus knows is not telling.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from vtdesk.values.geheim_woorden import BEELD, GEWOON, PLAATSEN, STRATEN, VERBINDING
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import vouw

LEAST = 2  # signs; one sign gives nothing away
_NAME, _RARE, _LOWER = 3, 5, 7  # letters: of a name, of a word that tells alone, and in lower case
_FULL_NUMBER = 8  # digits, from which a number is known whatever stands before it
_SHORT_PIECE = 4  # words; a longer piece is a sentence

WOORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_PIECE = re.compile(r"[,;:\n\r/|()]+|\s[-–—]\s")
_POSTCODE = re.compile(
    r"(?<!\d)(\d{4})[\s-]*([A-Z]{2})(?![^\W\d_])"
    r"|(?:^\s*|(?<=\d)[a-z]?\s+)(\d{4})[\s-]*(?!de|en|in|is|om|op|te)([a-z]{2})(?![^\W\d_])"
)
_EMAIL = re.compile(r"([\w.+-]+)@([\w.-]+\w)")
_NUMBER = re.compile(r"(\d{1,5})[^\W\d_]{0,3}$")
_BETWEEN = r" *(?:huis)?(?:nr|no|nummer)? *"


@dataclass(frozen=True, slots=True)
class Deel:
    """One telling part, as it is looked for in a folded text."""

    patroon: re.Pattern[str]
    kern: str = field(compare=False)  # stands in every text that holds it, without its spaces
    met_hoofdletter: bool = False  # an everyday word, which is a name only with a capital
    zwak: bool = False  # tells nothing within a name that is open in the casus
    vast: bool = False  # a form of a part that is known already; no typing errors in it
    nummer: str = ""  # of the house; with it a short name tells as well


def waarde_delen(waarde: str, bekend: Collection[str]) -> Iterator[Deel]:
    """Give all that tells of one shielded value."""
    if len("".join(vouw(waarde).split())) >= LEAST:
        yield woord_deel(waarde)
    yield from nummer_delen(waarde)
    after_street = False
    for piece, is_town in stukken(waarde):
        words = WOORD.findall(piece)
        street = straat_in(words, strict=False)
        if street:
            yield from huis_delen(*street)
            yield from _street_alone(street[0], bekend)
            after_street = True
        elif not is_town and not (after_street and len(words) == 1):
            yield from _place_names(words, bekend)


def stukken(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a value at its signs and postcodes; what follows a postcode is the town."""
    for piece in _PIECE.split(text):
        end = 0
        for match in _POSTCODE.finditer(piece):
            yield piece[end : match.start()], False
            end = match.end()
        yield piece[end:], end > 0


def nummer_delen(text: str) -> Iterator[Deel]:
    """Find postcodes, telephone numbers and e-mail addresses."""
    for match in (found for piece in _PIECE.split(text) for found in _POSTCODE.finditer(piece)):
        digits, rest = filter(None, match.groups())
        signs = f"{digits}{rest.lower()}"
        yield Deel(re.compile(rf"(?<!\d){' *'.join(signs)}(?![^\W\d_])"), signs)
    for number in nummers(text):
        core = number.cijfers.lstrip("0")
        before = "" if len(core) >= _FULL_NUMBER else r"(?<!\d)0*"
        if core:
            yield Deel(re.compile(rf"{before}{' *'.join(core)}(?!\d)"), core)
    for local, domain in _EMAIL.findall(text):
        name, _, land = domain.rpartition(".")
        yield Deel(
            re.compile(
                rf"{begin(local)}{letters(local)} *(?:at|apenstaartje)? *"
                rf"{letters(name)} *(?:punt|dot)? *{letters(land)}(?!\w)"
            ),
            vouw(local).replace(" ", ""),
        )


def straat_in(words: list[str], *, strict: bool) -> tuple[list[str], str] | None:
    """Find a street with its number; `strict` asks for a capital, as a sentence would have it."""
    for place, word in enumerate(words):
        number = _NUMBER.match(word)
        before = words[:place]
        if not number or not before or _is_common(before[-1]):
            continue
        if before[-1][:1].isupper():
            return laatste_naam(before), number.group(1)
        if not strict and place <= _SHORT_PIECE and len(words) - place <= LEAST:
            return before, number.group(1)
    return None


def laatste_naam(words: list[str]) -> list[str]:
    """Give the name at the end of some words: capitals, and small words between them."""
    first = len(words)
    for place in range(len(words) - 1, -1, -1):
        if words[place][:1].isupper():
            first = place
        elif vouw(words[place]).strip() not in VERBINDING:
            break
    return words[first:]


def huis_delen(street: list[str], number: str) -> Iterator[Deel]:
    """Give a street with its number, and the last word of it with that."""
    for name in {" ".join(street), street[-1]}:
        yield Deel(
            re.compile(rf"{begin(name)}{letters(name)}{_BETWEEN}{number}(?!\d)"),
            vouw(name).replace(" ", ""),
            nummer=number,
        )


def _street_alone(street: list[str], bekend: Collection[str]) -> Iterator[Deel]:
    """A street tells where somebody is, unless it is another house in it."""
    if alleen_genoeg(street, bekend):
        name = " ".join(street)
        yield Deel(
            re.compile(rf"{begin(name)}{letters(name)}(?![^\W\d_])(?!{_BETWEEN}\d)"),
            vouw(name).replace(" ", ""),
            met_hoofdletter=vouw(name).strip() in BEELD,
            zwak=True,
        )


def alleen_genoeg(street: list[str], bekend: Collection[str]) -> bool:
    """Tell whether a street is known without a number."""
    several = sum(vertelt(word, bekend) for word in street) > 1
    return several or (len(street[-1]) >= _RARE and vertelt(street[-1], bekend))


def _place_names(words: list[str], bekend: Collection[str]) -> Iterator[Deel]:
    """Give the names of a school, a practice or a club, without what kind of place it is."""
    rest = list(words)
    while rest and (_is_kind(rest[0]) or (_is_common(rest[0]) and rest[0][:1].islower())):
        rest = rest[1:]
    runs = [rest] if len(rest) <= _SHORT_PIECE else namen_in(rest)
    for run in runs:
        telling = [word for word in run if vertelt(word, bekend)]
        if telling and len(run) > 1:
            yield woord_deel(" ".join(run))
        for word in telling:
            if len(word) >= (_RARE if word[:1].isupper() else _LOWER):
                yield woord_deel(word, capital=vouw(word).strip() in BEELD)


def namen_in(words: list[str]) -> list[list[str]]:
    """Give the names in a sentence."""
    found: list[list[str]] = []
    rest = list(words)
    while rest:
        name = laatste_naam(rest)
        if name:
            found.append(name)
        rest = rest[: len(rest) - max(len(name), 1)]
    return found


def vertelt(word: str, bekend: Collection[str]) -> bool:
    """Tell whether a word says who or where by itself."""
    folded = vouw(word).strip()
    silent = _is_common(word) or folded in STRATEN | PLAATSEN or folded.isdecimal()
    return not silent and folded not in bekend


def _is_common(word: str) -> bool:
    return vouw(word).strip() in GEWOON | VERBINDING


def _is_kind(word: str) -> bool:
    return vouw(word).strip() in GEWOON


def woord_deel(text: str, *, capital: bool = False, zwak: bool = False) -> Deel:
    """Make a part of words that tell as a whole, with any air between their letters."""
    return Deel(
        re.compile(rf"{begin(text)}{letters(text)}{einde(text)}"),
        vouw(text).replace(" ", ""),
        met_hoofdletter=capital,
        zwak=zwak,
    )


def letters(text: str) -> str:
    """Let any air stand between letters; a number is never taken apart."""
    parts = re.findall(r"\d+|[^\W\d_]", vouw(text))
    return " *".join(map(re.escape, parts))


def begin(text: str) -> str:
    """Let a word begin here."""
    return r"(?<!\d)" if vouw(text).strip()[:1].isdecimal() else r"(?<![^\W\d_])"


def einde(text: str) -> str:
    """Let a word end here."""
    return r"(?!\d)" if vouw(text).strip()[-1:].isdecimal() else r"(?![^\W\d_])"
