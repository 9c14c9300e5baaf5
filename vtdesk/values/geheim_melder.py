"""What gives away who made a melding: names, a house, numbers, and words beside "meldde".

A name that everybody in the casus knows says nothing by itself; beside a word for melding it does.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from vtdesk.values.geheim_delen import (
    WOORD,
    Deel,
    begin,
    einde,
    huis_delen,
    letters,
    nummer_delen,
    straat_in,
    stukken,
    vertelt,
    woord_deel,
)
from vtdesk.values.geheim_woorden import BEELD, VERBINDING, taal
from vtdesk.values.vouwen import vouw, woorden

_NAME = 3  # letters
_DEED = (
    "meldde|meldden|meldt|gemeld|melden|meldster|melder|melders|melding|meldingen|tipte|tipten|"
    "getipt|tip|tipgever|doorgegeven|doorgaf|aan +de +bel|gaf(?: +[^ ]+){0,3} +door"
)
_CALL = "belde|belden|gebeld|mailde|gemaild|schreef|signaleerde|vertelde +ons"
_TO_US = "(?:ons|veilig +thuis|vt)"
_NEAR, _WIDE = "(?: +[^ ]+){0,3} +", "(?: +[^ ]+){0,8} +"


def melder_delen(naam: str, gegevens: Iterable[str], bekend: Collection[str]) -> Iterator[Deel]:
    """Give all that tells who made a melding; the street alone is also that of the family."""
    names = WOORD.findall(naam)
    if any(vertelt(word, bekend) for word in names):
        yield woord_deel(naam)
    else:
        yield from _shared_name(names)
    in_lower_case = not any(word[:1].isupper() for word in names)
    for word in names:
        is_name = word[:1].isupper() or in_lower_case
        if is_name and len(word) >= _NAME and vertelt(word, bekend):
            folded = vouw(word).strip()
            yield woord_deel(word, capital=folded in BEELD or folded in taal())
    yield from _initials(names)
    for line in (naam, *gegevens):
        yield from nummer_delen(line)
        for piece, _ in stukken(line):
            street = straat_in(WOORD.findall(piece), strict=True)
            if street:
                yield from huis_delen(*street)


def melding_delen(
    naam: str, relaties: Iterable[str], plaatsen: Iterable[str], bekend: Collection[str]
) -> Iterator[Deel]:
    """Give what tells only beside the melding: who it is to the family, the street, the work."""
    names = [word for word in WOORD.findall(naam) if len(word) >= _NAME]
    own = [word for word in names if vertelt(word, ()) and vouw(word).strip() not in VERBINDING]
    for word in own[:1]:
        yield _beside(word, f"{_DEED}|(?:{_CALL}) +{_TO_US}", _WIDE)
    for line in relaties:
        for word in WOORD.findall(line):
            if len(word) >= _NAME and vouw(word).strip() not in VERBINDING:
                yield _beside(word, f"{_DEED}|{_CALL}", _WIDE)
    for name in dict.fromkeys(_places(plaatsen, bekend)):
        yield _beside(name, f"{_DEED}|{_CALL}", _WIDE)


def _shared_name(names: list[str]) -> Iterator[Deel]:
    """Give the name of somebody of the family, right beside the word for what that one did."""
    named = [word for word in names if len(word) >= _NAME and vertelt(word, ())]
    for word in named[:1]:
        name = rf"{begin(word)}{letters(word)}{einde(word)}"
        rest = "(?: +(?:van|de|der|den|ter|ten|" + "|".join(map(letters, names)) + "))*"
        deed = f"(?:{_DEED.replace('|melding|meldingen', '').replace('|melden', '')})"
        did = f"(?:doet|deed|deden|gedaan)(?: +[^ ]+){{0,2}} +melding|(?:{_CALL}) +{_TO_US}"
        yield Deel(
            re.compile(
                rf"{name}{rest}(?: +(?:heeft|had|die|dat|het|ons|dit|als|is|was|de)){{0,3}}"
                rf" +(?:{deed}|{did})(?![^\W\d_])"
                r"|(?<![^\W\d_])meld(?:ing|er|ster)"
                r"(?: +(?:is|was|werd|komt|kwam|gedaan|van|door|de))*"
                rf" +{name}"
            ),
            vouw(word).replace(" ", ""),
            vast=True,
        )


def _initials(names: list[str]) -> Iterator[Deel]:
    """Give the first letters, as "I. de V."; without a small word only beside the melding."""
    parts = woorden(" ".join(names))
    small = [word for word in parts if word in VERBINDING]
    if len(parts) - len(small) > 1:
        short = " +".join(word if word in VERBINDING else word[0] for word in parts)
        deel = Deel(
            re.compile(rf"(?<![^\W\d_]){short}(?![^\W\d_])"),
            short.replace(" +", ""),
            met_hoofdletter=True,
            vast=True,
        )
        yield deel if small else _beside(short.replace(" +", " "), _DEED, _NEAR)


def _places(lines: Iterable[str], bekend: Collection[str]) -> Iterator[str]:
    """Give streets and names of places, without the words that everybody uses."""
    for line in lines:
        for piece, _ in stukken(line):
            words = WOORD.findall(piece)
            for place, word in enumerate(words):
                if place and word[:1].isupper() and len(word) >= _NAME and vertelt(word, bekend):
                    yield word
            if len(words) == 1 and words[0][:1].isupper() and vertelt(words[0], bekend):
                yield words[0]


def _beside(name: str, deeds: str, between: str) -> Deel:
    """Give a name with a word for melding before or behind it."""
    named = rf"(?<![^\W\d_]){' +'.join(map(letters, name.split()))}(?![^\W\d_])"
    deed = rf"(?<![^\W\d_])(?:{deeds})(?![^\W\d_])"
    return Deel(
        re.compile(rf"{named}{between}(?:{deed})|{deed}{between}{named}"),
        vouw(name).replace(" ", ""),
        vast=True,
    )
