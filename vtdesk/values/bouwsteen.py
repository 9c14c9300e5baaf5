"""Tekstbouwstenen: short names that become whole sentences, with open fields that stay visible.

An open field is written `‹naam van de school›`. What the program knows is filled in; the rest stays
as it is, so that nobody overlooks it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vtdesk.errors import UserError
from vtdesk.values.openveld import PATROON, open_velden
from vtdesk.values.regelrij import Rij, read_toml
from vtdesk.values.vouwen import vouw

BESTAND = "tekstbouwstenen.toml"
TEKEN = ";"
LONGEST = 2000
_NAAM = re.compile(r"[a-zà-ÿ][a-zà-ÿ0-9-]{1,23}")


@dataclass(frozen=True, slots=True)
class Bouwsteen:
    """A short name, what it becomes, and when one uses it."""

    naam: str
    tekst: str
    uitleg: str = ""

    @property
    def id(self) -> str:
        """Name it."""
        return self.naam


@dataclass(frozen=True, slots=True)
class Ingevuld:
    """A text to insert, and where its first open field stands; none when all is known."""

    tekst: str
    veld: tuple[int, int] | None


def velden(tekst: str) -> tuple[str, ...]:
    """List the open fields of a text, each once, in order."""
    return tuple(dict.fromkeys(wat.strip() for wat in open_velden(tekst)))


def vul_in(tekst: str, bekend: Mapping[str, str]) -> Ingevuld:
    """Fill in what is known; what is not stays visible between its marks."""

    def known(match: re.Match[str]) -> str:
        return bekend.get(match[0][1:-1].strip().casefold()) or match[0]

    filled = PATROON.sub(known, tekst)
    first = PATROON.search(filled)
    return Ingevuld(filled, first.span() if first else None)


def zoek(stenen: Iterable[Bouwsteen], begin: str) -> list[Bouwsteen]:
    """List what fits the letters typed so far: names that begin so first, then other words."""
    asked = vouw(begin).strip()
    found = [
        (not vouw(one.naam).startswith(asked), one)
        for one in stenen
        if any(word.startswith(asked) for word in vouw(f"{one.naam} {one.uitleg}").split())
    ]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].naam))]


def bouwsteen(naam: str, tekst: str, uitleg: str) -> Bouwsteen:
    """Make one from what was typed."""
    name = naam.strip().lstrip(TEKEN).casefold()
    if not _NAAM.fullmatch(name):
        raise UserError(
            "Kies een korte naam van letters, cijfers en streepjes, zoals 'uitleg-kind'."
        )
    if not tekst.strip():
        raise UserError("Schrijf de tekst die er moet komen te staan.")
    if len(tekst) > LONGEST:
        raise UserError(f"Deze tekst is te lang. Houd het onder {LONGEST} tekens.")
    if tekst.count("‹") != len(open_velden(tekst)) or tekst.count("›") != tekst.count("‹"):
        raise UserError("Zet een open veld tussen ‹ en ›, op één regel en niet te lang.")
    return Bouwsteen(name, tekst.strip(), uitleg.strip())


def samen(
    vast: Iterable[Bouwsteen], eigen: Iterable[Bouwsteen], uit: Iterable[str]
) -> tuple[Bouwsteen, ...]:
    """Join those of vtdesk with those of the office; its own goes before one with that name."""
    own = {one.naam: one for one in eigen}
    gone = {*uit, *own}
    kept = [one for one in vast if one.naam not in gone]
    return tuple(sorted((*kept, *own.values()), key=lambda one: one.naam))


def read_bouwstenen(text: str, bestand: str = BESTAND) -> tuple[Bouwsteen, ...]:
    """Read the file; a mistake is named with its place."""
    file = read_toml(text, bestand)
    found = tuple(_steen(row) for row in file.rows("bouwsteen", "bouwsteen", "naam"))
    file.end()
    return found


def _steen(row: Rij) -> Bouwsteen:
    try:
        made = bouwsteen(row.text("naam"), row.text("tekst"), row.text("uitleg", ""))
    except UserError as error:
        raise row.wrong(str(error)) from error
    row.end()
    return made
