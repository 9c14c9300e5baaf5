"""Shielded values of invented people, every notation of them, and one typing error in them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from vtdesk.values.adreswacht import Bewaakt, Wacht, bewaakt
from vtdesk.values.geheim import Geheim
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.uitgaand import WegReden

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SHORTEST = 5
ZINNEN = (
    "Fenna is op dinsdag bij {} gezien.",
    "Moeder vertelt dat zij {} kent; daar gaat het goed.",
    "Volgens de buren was het laat: {}",
    "{} staat in het dossier van de school.",
)


@dataclass(frozen=True)
class Waarde:
    """One shielded value with the word in it that a typing error may hit."""

    waarde: str
    soort: AfgeschermdSoort
    woord: str = ""


WAARDEN = (
    Waarde("Schelpenhof 9", AfgeschermdSoort.ADRES, "Schelpenhof"),
    Waarde("Kwikstaartlaan 112b", AfgeschermdSoort.ADRES, "Kwikstaartlaan"),
    Waarde("Burgemeester Roosenboomweg 4", AfgeschermdSoort.ADRES, "Roosenboomweg"),
    Waarde("Zeeëgelstraat 31", AfgeschermdSoort.ADRES, "Zeeëgelstraat"),
    Waarde("0000 AB", AfgeschermdSoort.POSTCODE),
    Waarde("4821 QZ", AfgeschermdSoort.POSTCODE),
    Waarde("06-0000 0417", AfgeschermdSoort.TELEFOON),
    Waarde("010 000 12 34", AfgeschermdSoort.TELEFOON),
    Waarde("De Zeeklas", AfgeschermdSoort.SCHOOL, "Zeeklas"),
    Waarde("basisschool De Wiekslag", AfgeschermdSoort.SCHOOL, "Wiekslag"),
    Waarde("huisarts Quispelaar", AfgeschermdSoort.HUISARTS, "Quispelaar"),
    Waarde("zwembad De Golfbreker", AfgeschermdSoort.PLEK, "zwembad"),
    Waarde("manege Het Hoefblad", AfgeschermdSoort.PLEK, "Hoefblad"),
    Waarde("Duinkerkenoord", AfgeschermdSoort.WOORD, "Duinkerkenoord"),
    Waarde("bibliotheekboek", AfgeschermdSoort.WOORD, "bibliotheekboek"),
)


def wacht() -> Wacht:
    """Guard all of them, and one who made a melding."""
    known = ["Fenna Wolkenveld", "Loes Wolkenveld"]
    facts = [
        bewaakt(one.waarde, one.soort, "het geheime adres van Loes", WegReden.GEHEIM_ADRES, known)
        for one in WAARDEN
    ]
    melder = Geheim.van_melder("Gijsbertha Zomerdijck", ["06-0000 0999"], known)
    return Wacht([*facts, Bewaakt(melder, "wie meldde", WegReden.MELDER)], known)


def notaties(one: Waarde) -> Iterator[str]:
    """Give every way of writing a value that leaves its letters and digits as they are."""
    value = one.waarde
    yield from (value, value.upper(), value.lower(), value.title())
    yield from (value.replace(" ", "  "), value.replace(" ", "\n"), value.replace(" ", " \n "))
    yield from (value.replace(" ", "-"), value.replace(" ", ""), value.replace(" ", "\u00a0"))
    yield from (f"'{value}'", f"({value})", f"{value},", "\u00ad".join(value))
    yield value.replace("e", "é").replace("o", "ö")
    yield value.replace("ë", "e")
    if one.soort is AfgeschermdSoort.TELEFOON:
        digits = "".join(sign for sign in value if sign.isdecimal())
        yield from (digits, f"+31 {digits[1:]}", f"0031{digits[1:]}", f"+31(0){digits[1:]}")
        yield from (" ".join(digits), "-".join(digits), ".".join([digits[:2], digits[2:]]))
    if one.woord:
        yield from (f"{one.woord[:4]}-\n{one.woord[4:]}", " ".join(one.woord))


def typfouten(one: Waarde, lot: random.Random) -> Iterator[str]:
    """Give a value with one error in its telling word: of each kind one, at a place by lot."""
    if len(one.woord) < SHORTEST:
        return
    word = one.woord
    for wrong in (
        _insert(word, lot), _delete(word, lot), _substitute(word, lot), _swap(word, lot),
    ):  # fmt: skip
        yield one.waarde.replace(word, wrong)


def _insert(word: str, lot: random.Random) -> str:
    place = lot.randrange(len(word) + 1)
    return word[:place] + lot.choice(LETTERS) + word[place:]


def _delete(word: str, lot: random.Random) -> str:
    place = lot.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _substitute(word: str, lot: random.Random) -> str:
    place = lot.randrange(len(word))
    other = lot.choice([letter for letter in LETTERS if letter != word[place].lower()])
    return word[:place] + other + word[place + 1 :]


def _swap(word: str, lot: random.Random) -> str:
    places = [p for p in range(len(word) - 1) if word[p].lower() != word[p + 1].lower()]
    place = lot.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
