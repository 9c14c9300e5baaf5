"""Reads the text of a template with care: file, line and reason of the first mistake."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from typing_extensions import override

from vtdesk.errors import UserError
from vtdesk.values.regelrij import Rij
from vtdesk.values.sjabloon import (
    HOORT_BIJ,
    NOTITIEVELDEN,
    Controlesoort,
    Lezers,
    Per,
    Sjabloon,
    SjabloonSectie,
    Vorm,
)
from vtdesk.values.tomlregels import Tabelplaats, tabelplaatsen

MEESTE_TEKENS = 20_000  # what a field of several lines takes
MEESTE_SECTIES = 60
LANGSTE_KOP, LANGSTE_VRAAG = 120, 300
KOLOMMEN = range(2, 7)
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_AT = re.compile(r"at line (\d+)")
_SYNTAX = (  # what tomllib says, and what to do about it; the first that fits
    ("Cannot overwrite", "Dit staat er twee keer. Haal er één weg."),
    ("Expected '=' after", "Na de naam van een veld hoort een =."),
    ("Unclosed array", "Sluit de lijst met ]."),
    ("Expected ']", "Sluit het hokje met ]]."),
    ("Unterminated", "Sluit de tekst met een aanhalingsteken."),
    ("Illegal character", "De tekst houdt hier op zonder aanhalingsteken, of bevat een vreemd "
     "teken."),
    ("backslash", "Schrijf \\\\ in plaats van \\."),
    ("Invalid value", "Zet tekst tussen aanhalingstekens; schrijf ja als true en nee als false."),
    ("Expected newline", "Hier staat te veel. Zet elk veld op een eigen regel."),
)  # fmt: skip
_OTHERWISE = "Deze regel is niet te lezen. Controleer de aanhalingstekens, haakjes en komma's."


class SjabloonFout(UserError):  # noqa: N818 (a Dutch noun, as the domain has it)
    """What is wrong in a template: in which text, on which line, and why."""

    def __init__(self, naam: str, regel: int, reden: str) -> None:
        super().__init__(f"{naam}, regel {regel}: {reden}")
        self.naam, self.regel, self.reden = naam, regel, reden

    @property
    def zin(self) -> str:
        """Say it to who has the text in front."""
        return f"Regel {self.regel}: {self.reden}"


def lees_sjabloon(text: str, naam: str) -> Sjabloon:
    """Read a template; `naam` is how its text is called in a message."""
    if len(text) > MEESTE_TEKENS:
        raise SjabloonFout(naam, 1, f"De tekst is langer dan {MEESTE_TEKENS} tekens.")
    data = _parsed(text, naam)
    places = tabelplaatsen(text)
    top = _Blok(naam, places[0], data)
    found = Sjabloon(
        id=top.id("id"),
        titel=top.line("titel"),
        versie=top.line("versie"),
        bron=top.text("bron"),
        secties=_secties(top, [one for one in places if one.naam == "secties"]),
        hoort_bij=top.chosen("hoort_bij", HOORT_BIJ),
        per=top.one_of("per", tuple(Per)),
        vorm=top.one_of("vorm", tuple(Vorm)) or Vorm.VERSLAG.value,
        tekenen=top.lines("tekenen"),
        controles=top.chosen("controles", tuple(Controlesoort)),
        reactie=top.flag("reactie", default=False),
    )
    top.end()
    if not found.hoort_bij:
        known = ", ".join(HOORT_BIJ)
        raise top.about("hoort_bij", f"zeg met 'hoort_bij' waar dit mee begint. Kies uit: {known}.")
    return found


def regel_van(text: str, sleutel: str) -> int:
    """Give the line of a field above the parts, for a mistake that is found later."""
    return tabelplaatsen(text)[0].sleutels.get(sleutel, 1)


def sectieregels(text: str, sjabloon: Sjabloon) -> dict[str, int]:
    """Give the line on which each part of a template begins."""
    places = [one.regel for one in tabelplaatsen(text) if one.naam == "secties"]
    if len(places) != len(sjabloon.secties):
        places = [regel_van(text, "secties")] * len(sjabloon.secties)
    return {one.id: line for one, line in zip(sjabloon.secties, places, strict=True)}


class _Blok(Rij):
    """One table of a template; a mistake is named with the line of the field asked for last."""

    def __init__(self, naam: str, place: Tabelplaats, data: Mapping[str, object]) -> None:
        super().__init__(naam, data)
        self._naam, self._place, self._asked = naam, place, ""

    @override
    def wrong(self, why: str) -> SjabloonFout:
        return SjabloonFout(self._naam, self.line_of(self._asked), f"{why[0].upper()}{why[1:]}")

    @override
    def end(self) -> None:
        self._asked = next(iter(self._data), "")
        super().end()

    def about(self, name: str, why: str) -> SjabloonFout:
        """Name a mistake in a field that was read before."""
        self._asked = name
        return self.wrong(why)

    def line_of(self, name: str) -> int:
        """Give the line of a field, or of the table when it has no such field."""
        return self._place.sleutels.get(name, self._place.regel)

    def part(self, place: Tabelplaats, data: Mapping[str, object]) -> "_Blok":
        """Give a table of the same text."""
        return _Blok(self._naam, place, data)

    def parts(self, name: str) -> list[dict[str, object]]:
        """Give the tables of one name; there must be one at least."""
        value = self._take(name, None)
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.wrong(f"schrijf elk onderdeel onder [[{name}]].")
        if not 1 <= len(value) <= MEESTE_SECTIES:
            raise self.wrong(f"een sjabloon heeft 1 tot en met {MEESTE_SECTIES} onderdelen.")
        return value

    def id(self, name: str) -> str:
        """Give an id: it stands in stored texts, so it is plain."""
        value = self.text(name)
        if not _ID.fullmatch(value):
            raise self.wrong(f"'{name}' mag alleen kleine letters, cijfers en _ hebben.")
        return value

    def line(self, name: str) -> str:
        """Give words that stand on one line."""
        value = self.text(name).strip()
        self._check_line(name, value, LANGSTE_KOP)
        return value

    def lines(self, name: str, most: int = LANGSTE_KOP) -> tuple[str, ...]:
        """Give a list of words, each on one line and none twice."""
        values = tuple(one.strip() for one in self.texts(name))
        for value in values:
            self._check_line(name, value, most)
        if twice := _twice(values):
            raise self.wrong(f"'{twice}' staat twee keer in '{name}'.")
        return values

    def chosen(self, name: str, known: Sequence[str]) -> tuple[str, ...]:
        """Give a list of words out of a fixed list."""
        values = self.lines(name)
        for value in values:
            if value not in known:
                raise self.wrong(f"'{name}' kent '{value}' niet. Kies uit: {', '.join(known)}.")
        return values

    def one_of(self, name: str, known: Sequence[str]) -> str:
        """Give one word out of a fixed list; empty when the text is silent."""
        value = self.text(name, "")
        if value and value not in known:
            raise self.wrong(f"'{name}' kent '{value}' niet. Kies uit: {', '.join(known)}.")
        return value

    def _check_line(self, name: str, value: str, most: int) -> None:
        if not value:
            raise self.wrong(f"'{name}' is leeg. Vul iets in of haal het weg.")
        if len(value) > most:
            raise self.wrong(f"'{name}' is langer dan {most} tekens.")
        if not value.isprintable():
            raise self.wrong(f"'{name}' moet op één regel staan, zonder vreemde tekens.")

    @override
    def _take(self, name: str, default: object) -> object:
        self._asked = name
        return super()._take(name, default)


def _secties(top: _Blok, places: Sequence[Tabelplaats]) -> tuple[SjabloonSectie, ...]:
    rows = top.parts("secties")
    if len(places) != len(rows):  # written as one list: only the line of the list is known
        places = [Tabelplaats("secties", top.line_of("secties"))] * len(rows)
    found = [_sectie(top.part(place, row)) for place, row in zip(places, rows, strict=True)]
    seen: set[str] = set()
    for sectie, place in zip(found, places, strict=True):
        if sectie.id in seen:
            raise top.part(place, {}).about("id", f"onderdeel '{sectie.id}' staat er twee keer.")
        seen.add(sectie.id)
    return tuple(found)


def _sectie(row: _Blok) -> SjabloonSectie:
    found = SjabloonSectie(
        id=row.id("id"),
        kop=row.line("kop"),
        vragen=row.lines("vragen", most=LANGSTE_VRAAG),
        velden=row.lines("velden"),
        tabel=row.flag("tabel", default=False),
        verplicht=row.flag("verplicht", default=False),
        zelf=row.flag("zelf", default=False),
        uit_notitie=row.chosen("uit_notitie", NOTITIEVELDEN),
        kolommen=row.lines("kolommen"),
        per=row.one_of("per", (Per.KIND,)),
        letterlijk=row.flag("letterlijk", default=False),
        kaart=row.flag("kaart", default=False),
        niet_voor=row.chosen("niet_voor", tuple(Lezers)),
    )
    row.end()
    if found.kolommen and len(found.kolommen) not in KOLOMMEN:
        raise row.about("kolommen", "een tabel heeft 2 tot en met 6 kolommen.")
    if found.kolommen and found.tabel:
        raise row.about("kolommen", "kies 'tabel' of 'kolommen', niet allebei.")
    if place := next((v for v in found.velden if not v.endswith(":")), ""):
        raise row.about("velden", f"'{place}' moet eindigen met een dubbele punt.")
    return found


def _parsed(text: str, naam: str) -> dict[str, Any]:
    """Read the TOML; says in Dutch what tomllib makes of a mistake."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a very long number is no TOMLDecodeError
        said = str(error)
        at = _AT.search(said)
        line = int(at[1]) if at else text.count("\n", 0, len(text.rstrip())) + 1
        why = next((words for sign, words in _SYNTAX if sign in said), _OTHERWISE)
        raise SjabloonFout(naam, line, why) from error


def _twice(values: Iterable[str]) -> str:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            return value
        seen.add(value)
    return ""
