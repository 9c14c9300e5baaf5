"""The parts of a hidden value that give it away by themselves.

A street with its number, the street alone unless another number follows, a postcode, a telephone
number, an e-mail address, a name of several words, and a rare word of such a name. A town, a kind
of place or a name that everybody in the casus knows is not telling.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from vtdesk.values.geheim_woorden import BEELD, GEWOON, PLAATSEN, STRATEN, VERBINDING
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import vouw

LEAST = 2  # signs; one sign gives nothing away
_NAME, _RARE, _LOWER = 3, 5, 7  # letters: of a name, of a word that tells alone, and in lower case
_FULL_NUMBER = 8  # digits, from which a number is known whatever stands before it
_SHORT_PIECE = 4  # words; a longer piece is a sentence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_PIECE = re.compile(r"[,;:\n\r/|()]+|\s[-–—]\s")
_POSTCODE = re.compile(
    r"(?<!\d)(\d{4})[\s-]*([A-Z]{2})(?![^\W\d_])"
    r"|^\s*(\d{4})[\s-]*(?!de|en|in|is|om|op|te)([a-z]{2})(?![^\W\d_])"
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


def waarde_delen(waarde: str, bekend: Collection[str]) -> Iterator[Deel]:
    """Give all that tells of one shielded value."""
    if len("".join(vouw(waarde).split())) >= LEAST:
        yield woord_deel(waarde)
    yield from _numbers(waarde)
    after_street = False
    for piece, is_town in _pieces(waarde):
        words = _WORD.findall(piece)
        street = _street(words, strict=False)
        if street:
            yield from _house(*street)
            yield from _street_alone(street[0], bekend)
            after_street = True
        elif not is_town and not (after_street and len(words) == 1):
            yield from _place_names(words, bekend)


def melder_delen(naam: str, gegevens: Iterable[str], bekend: Collection[str]) -> Iterator[Deel]:
    """Give all that tells who made a melding; the street alone is also that of the family."""
    names = _WORD.findall(naam)
    if any(_tells(word, bekend) for word in names):
        yield woord_deel(naam)
    for word in names:
        if word[:1].isupper() and len(word) >= _NAME and _tells(word, bekend):
            yield woord_deel(word, capital=len(word) < _RARE or vouw(word).strip() in BEELD)
    for line in (naam, *gegevens):
        yield from _numbers(line)
        for piece, _ in _pieces(line):
            street = _street(_WORD.findall(piece), strict=True)
            if street:
                yield from _house(*street)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a value at its signs and postcodes; what follows a postcode is the town."""
    for piece in _PIECE.split(text):
        end = 0
        for match in _POSTCODE.finditer(piece):
            yield piece[end : match.start()], False
            end = match.end()
        yield piece[end:], end > 0


def _numbers(text: str) -> Iterator[Deel]:
    """Find postcodes, telephone numbers and e-mail addresses."""
    for match in (found for piece in _PIECE.split(text) for found in _POSTCODE.finditer(piece)):
        yield woord_deel("".join(filter(None, match.groups())))
    for number in nummers(text):
        core = number.cijfers.lstrip("0")
        before = "" if len(core) >= _FULL_NUMBER else r"(?<!\d)0*"
        if core:
            yield Deel(re.compile(rf"{before}{' *'.join(core)}(?!\d)"), core)
    for local, domain in _EMAIL.findall(text):
        yield Deel(
            re.compile(rf"{_begin(local)}{_sequence(local)} *(?:at)? *{_sequence(domain)}(?!\w)"),
            vouw(local).replace(" ", ""),
        )


def _street(words: list[str], *, strict: bool) -> tuple[list[str], str] | None:
    """Find a street with its number; `strict` asks for a capital, as a sentence would have it."""
    for place, word in enumerate(words):
        number = _NUMBER.match(word)
        before = words[:place]
        if not number or not before or _is_common(before[-1]):
            continue
        if before[-1][:1].isupper():
            return _last_name(before), number.group(1)
        if not strict and place <= _SHORT_PIECE and len(words) - place <= LEAST:
            return before, number.group(1)
    return None


def _last_name(words: list[str]) -> list[str]:
    """Give the name at the end of some words: capitals, and small words between them."""
    begin = len(words)
    for place in range(len(words) - 1, -1, -1):
        if words[place][:1].isupper():
            begin = place
        elif vouw(words[place]).strip() not in VERBINDING:
            break
    return words[begin:]


def _house(street: list[str], number: str) -> Iterator[Deel]:
    for name in {" ".join(street), street[-1]}:
        yield Deel(
            re.compile(rf"{_begin(name)}{_sequence(name)}{_BETWEEN}{number}(?!\d)"),
            vouw(name).replace(" ", ""),
        )


def _street_alone(street: list[str], bekend: Collection[str]) -> Iterator[Deel]:
    """A street tells where somebody is, unless it is another house in it."""
    name = " ".join(street)
    several = sum(_tells(word, bekend) for word in street) > 1
    if several or (len(street[-1]) >= _RARE and _tells(street[-1], bekend)):
        capital = not several and vouw(name).strip() in BEELD
        yield Deel(
            re.compile(rf"{_begin(name)}{_sequence(name)}(?![^\W\d_])(?!{_BETWEEN}\d)"),
            vouw(name).replace(" ", ""),
            met_hoofdletter=capital,
        )


def straat_delen(waarde: str, bekend: Collection[str]) -> Iterator[Deel]:
    """Give the last word of a street of several words: it is what people call the street."""
    for piece, is_town in _pieces(waarde):
        street = _street(_WORD.findall(piece), strict=False)
        if street and not is_town and len(street[0]) > 1:
            yield from _street_alone(street[0][-1:], bekend)


def _place_names(words: list[str], bekend: Collection[str]) -> Iterator[Deel]:
    """Give the names of a school, a practice or a club, without what kind of place it is."""
    rest = list(words)
    while rest and (_is_kind(rest[0]) or (_is_common(rest[0]) and rest[0][:1].islower())):
        rest = rest[1:]
    runs = [rest] if len(rest) <= _SHORT_PIECE else _runs(rest)
    for run in runs:
        telling = [word for word in run if _tells(word, bekend)]
        if telling and len(run) > 1:
            yield woord_deel(" ".join(run))
        for word in telling:
            if len(word) >= (_RARE if word[:1].isupper() else _LOWER):
                yield woord_deel(word, capital=vouw(word).strip() in BEELD)


def _runs(words: list[str]) -> list[list[str]]:
    """Give the names in a sentence."""
    found: list[list[str]] = []
    rest = list(words)
    while rest:
        name = _last_name(rest)
        if name:
            found.append(name)
        rest = rest[: len(rest) - max(len(name), 1)]
    return found


def _tells(word: str, bekend: Collection[str]) -> bool:
    folded = vouw(word).strip()
    silent = _is_common(word) or folded in STRATEN | PLAATSEN or folded.isdecimal()
    return not silent and folded not in bekend


def _is_common(word: str) -> bool:
    return vouw(word).strip() in GEWOON | VERBINDING


def _is_kind(word: str) -> bool:
    return vouw(word).strip() in GEWOON


def woord_deel(text: str, *, capital: bool = False) -> Deel:
    """Make a part of words that tell as a whole, with any air between their letters."""
    return Deel(
        re.compile(rf"{_begin(text)}{_sequence(text)}{_end(text)}"),
        vouw(text).replace(" ", ""),
        met_hoofdletter=capital,
    )


def _sequence(text: str) -> str:
    """Let any air stand between letters; a number is never taken apart."""
    parts = re.findall(r"\d+|[^\W\d_]", vouw(text))
    return " *".join(map(re.escape, parts))


def _begin(text: str) -> str:
    return r"(?<!\d)" if vouw(text).strip()[:1].isdecimal() else r"(?<![^\W\d_])"


def _end(text: str) -> str:
    return r"(?!\d)" if vouw(text).strip()[-1:].isdecimal() else r"(?![^\W\d_])"
