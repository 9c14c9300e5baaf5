"""Other forms of what is shielded, for the last search: what people write instead of it.

Another number in a secret street, abbreviations, the name of a place within a longer word, the
town, a name in lower case where only a place can stand. Each of them may be something else: she
decides, for a false one costs a sentence and a miss may cost a life.
"""

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from vtdesk.values.geheim_delen import (
    WOORD,
    Deel,
    alleen_genoeg,
    begin,
    letters,
    straat_in,
    stukken,
    vertelt,
    woord_deel,
)
from vtdesk.values.geheim_woorden import (
    ALLEDAAGS,
    BEELD,
    GEWOON,
    PLAATSEN,
    PLEKKEN,
    VERBINDING,
    taal,
)
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import vouw, woorden

_LONG = 5  # letters, from which a word is rare enough
_STEM = 3  # letters of a street before "straat"
_TAIL, _LAST = 8, 4  # digits of a number that are enough, and that are said to be its last
_FULL = 9  # digits of a whole telephone number
_SMALL = frozenset({"haar", "mijn", "hun", "uur", "elke"})  # beside anything in any text
_PLACES = 4  # words of a town
_ENDS = {
    "straat": "str|st|straat", "laan": "ln|laan", "plein": "pln|pl|plein", "weg": "wg|weg",
    "singel": "sngl|sgl|singel", "kade": "kd|kade", "gracht": "gr|gracht", "dijk": "dk|dijk",
    "steeg": "stg|steeg", "boulevard": "blvd|boulevard", "hof": "hf|hof", "dreef": "dr|dreef",
    "park": "pk|park", "plantsoen": "plnts|plantsoen",
}  # fmt: skip
_SHORT = {
    "burgemeester": "burg|burgem|bgm", "van": "v", "de": "d", "den": "d", "der": "d",
    "doctor": "dr", "professor": "prof", "sint": "st", "dominee": "ds", "koningin": "kon",
    "prinses": "pr", "prins": "pr", "meester": "mr", "generaal": "gen", "admiraal": "adm",
    "pastoor": "past", "president": "pres", "minister": "min", "ingenieur": "ir",
}  # fmt: skip
_ANY = r"[^\W\d_]{1,15}"
_USUAL = (
    "s|n|en|je|jes|[aou]?tje|[aou]?tjes|etje|etjes|pje|pjes|kje|school|schooltje|bad|flat|huis|klas|zaal|"
    "gebouw|bewoner|bewoners|juf|opvang|praktijk|team|groep|kinderen|leerling|leerlingen"
)
_PLACED = "school|schooltje|bad|flat|klas|zaal|gebouw|juf|opvang|praktijk|leerling|leerlingen"
_THERE = (
    "zit|zat|zitten|gaat|ging|gaan|school|basisschool|obs|juf|meester|leerkracht|leerling|klas|"
    "groep|opvang|bso|brengt|haalt|dokter|dr|huisarts|arts|praktijk"
)


def vormen(
    waarde: str,
    soort: AfgeschermdSoort,
    bekend: Collection[str],
    open_plaatsen: Collection[str] | None,
) -> Iterator[Deel]:
    """Give every other form of one shielded value."""
    yield from _streets(waarde, bekend)
    yield from _phones(waarde)
    if open_plaatsen is not None and soort is not AfgeschermdSoort.TELEFOON:
        yield from _towns(waarde, bekend, open_plaatsen)
    if soort in (AfgeschermdSoort.PLEK, AfgeschermdSoort.WOORD):
        yield from _free_words(waarde)
    for word in dict.fromkeys(_names(waarde, soort, bekend)):
        yield from _in_longer_words(word)
        if vouw(word).strip() in BEELD:
            yield _where_a_place_stands(word)


def _streets(waarde: str, bekend: Collection[str]) -> Iterator[Deel]:
    for piece, is_town in stukken(waarde):
        street = straat_in(WOORD.findall(piece), strict=False)
        if street and not is_town:
            yield from _street(*street, bekend)


def _street(street: list[str], number: str, bekend: Collection[str]) -> Iterator[Deel]:
    behind = rf" +(?:nr|nummer)? *{number}(?!\d)"
    for words in (street[place:] for place in range(len(street))):
        enough = alleen_genoeg(words, bekend)
        if enough:
            name = " ".join(words)
            whole = rf"{begin(name)}{letters(name)}(?![^\W\d_])"
            is_image = vouw(name).strip() in BEELD
            yield _form(whole, name, met_hoofdletter=is_image, zwak=True, vast=False)
        short = _shortened(words)
        if short:
            stem, pattern = short
            yield _form(pattern + ("" if enough else behind), stem, zwak=True)
    last = vouw(street[-1]).strip()
    if len(last) > _LONG:
        cut = "".join(f"(?:{sign}" for sign in last[_LONG:]) + ")?" * (len(last) - _LONG)
        yield _form(rf"(?<![^\W\d_]){last[:_LONG]}{cut}{behind}", last[:_LONG])
        if alleen_genoeg(street[-1:], bekend):
            yield from _in_longer_words(last)


def _shortened(words: list[str]) -> tuple[str, str] | None:
    """Give a street as people shorten it: what is left of its last word, and the pattern."""
    folded = [vouw(word).strip() for word in words]
    end = next((end for end in _ENDS if folded[-1].endswith(end)), None)
    stem = folded[-1].removesuffix(end) if end else folded[-1]
    if len(stem) < _STEM or (end is None and len(words) == 1):
        return None
    tail = f"{stem.removesuffix('s')}s?" if stem.endswith("s") else stem
    tail += f"(?:{_ENDS[end]})" if end else ""
    before = "".join(f"(?:{_SHORT.get(one, one[0])}|{one}) *" for one in folded[:-1])
    return stem.removesuffix("s"), rf"(?<![^\W\d_]){before}{tail}(?![^\W\d_])"


def _phones(waarde: str) -> Iterator[Deel]:
    """Give the end of a number: without what every number begins with, or its last digits."""
    for number in nummers(waarde):
        digits = number.cijfers
        if len(digits) > _FULL:
            tail, last = digits[-_TAIL:], digits[-_LAST:]
            yield _form(rf"{' *'.join(tail)}(?!\d)", tail)
            yield _form(
                rf"(?:eindig\w*|laatste)(?: +[^\W\d_]+){{0,4}} +{' *'.join(last)}(?!\d)", last
            )


def _towns(waarde: str, bekend: Collection[str], known: Collection[str]) -> Iterator[Deel]:
    """Give the town of an address and the districts in any value, unless others live there."""
    for town in dict.fromkeys([*_after_street(waarde), *_districts(waarde)]):
        parts = woorden(town)
        first = parts[0] if parts and parts[0] not in VERBINDING else ""
        for name in dict.fromkeys(filter(None, (" ".join(parts), first))):
            is_whole = name == " ".join(parts)
            rare = len(name) >= _LONG and name not in taal()
            if (is_whole or rare) and name not in known and name not in bekend:
                yield woord_deel(name, capital=len(parts) == 1 and name in taal(), zwak=True)


def plaatsen_van(adres: str) -> frozenset[str]:
    """Give the towns and districts that an address names, folded."""
    towns = {" ".join(woorden(one)) for one in (*_after_street(adres), *_districts(adres))}
    return frozenset(towns | {town.split()[0] for town in towns})


def _after_street(waarde: str) -> Iterator[str]:
    after = False
    for piece, is_town in stukken(waarde):
        words = WOORD.findall(piece)
        street = straat_in(words, strict=False)
        if street and not is_town:
            after = True
            place = next(p for p, w in enumerate(words) if w[:1].isdecimal() and p)
            words = words[place + 1 :]
        elif not is_town and not (after and len(words) == 1):
            continue
        words = [word for word in words if not word[:1].isdecimal()]
        if (
            0 < len(words) <= _PLACES
            and len(words[0]) >= _STEM
            and vouw(words[0]).strip() not in ALLEDAAGS
        ):
            yield " ".join(words)


def _districts(waarde: str) -> Iterator[str]:
    """Give the places of the region that stand in a value."""
    for piece, _ in stukken(waarde):
        run: list[str] = []
        for word in (*WOORD.findall(piece), ""):
            folded = vouw(word).strip()
            if folded in PLAATSEN or (run and folded in VERBINDING):
                run.append(folded)
                continue
            while run and run[-1] in VERBINDING:
                run.pop()
            if run:
                yield " ".join(run)
            run = []


def _free_words(waarde: str) -> Iterator[Deel]:
    """Give the words of a place that was written down freely, and what kind of place it is.

    Everyday words tell nothing; when there is nothing else, two of them together do.
    """
    words = [word for word in woorden(waarde) if word.isalpha() and word not in VERBINDING]
    telling = [
        word for word in words if len(word) >= _LONG and (word in PLEKKEN or word not in ALLEDAAGS)
    ]
    for word in telling:
        if word not in PLAATSEN:
            yield woord_deel(word)
    if not telling:
        beside = [
            one for one in words if one not in _SMALL and (one in GEWOON or one not in ALLEDAAGS)
        ]
        for one, other in pairwise(beside):
            between = r"(?: +[^ ]+){0,4} +"
            yield _form(rf"(?<!\w)(?:{one}{between}{other}|{other}{between}{one})(?!\w)", one)


def _names(waarde: str, soort: AfgeschermdSoort, bekend: Collection[str]) -> Iterator[str]:
    """Give the words that name a school, a practice, a place; a codeword too."""
    if soort in (AfgeschermdSoort.ADRES, AfgeschermdSoort.POSTCODE, AfgeschermdSoort.TELEFOON):
        return
    for piece, _ in stukken(waarde):
        words = WOORD.findall(piece)
        if straat_in(words, strict=False):
            continue
        for word in words:
            if len(word) >= _LONG and vertelt(word, bekend) and vouw(word).strip() not in ALLEDAAGS:
                yield word


def _in_longer_words(word: str) -> Iterator[Deel]:
    """Give a word with something behind it: the small one, the plural, who live there."""
    folded = vouw(word).strip()
    ends = _ANY if folded not in taal() else _PLACED if folded in BEELD else _USUAL
    yield _form(
        rf"(?<![^\W\d_]){letters(folded)} ?(?:{ends})(?![^\W\d_])"
        if ends is not _ANY
        else rf"(?<![^\W\d_]){letters(folded)}{ends}(?![^\W\d_])",
        folded,
    )


def _where_a_place_stands(word: str) -> Deel:
    """Give an everyday word in lower case where it can only be the name of a place."""
    name = letters(word)
    return _form(
        rf"(?<![^\W\d_])(?:op|bij|naar|van|obs|basisschool|school|dokter|dr|huisarts) +{name}"
        rf"(?![^\W\d_])"
        rf"|(?<![^\W\d_])(?:{_THERE})(?: +[^ ]+){{0,4}} +(?:op|naar|van|bij|school) +"
        rf"(?:de|het|t) +{name}(?![^\W\d_])",
        word,
    )


def _form(
    pattern: str, core: str, *, met_hoofdletter: bool = False, zwak: bool = False, vast: bool = True
) -> Deel:
    return Deel(
        re.compile(pattern),
        vouw(core).replace(" ", ""),
        met_hoofdletter=met_hoofdletter,
        zwak=zwak,
        vast=vast,
    )
