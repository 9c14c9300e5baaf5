"""What an appointment from another agenda probably is: its soort and its casus, from the title."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from uuid import UUID

from vtdesk import resources
from vtdesk.errors import OutsideError
from vtdesk.values.kinds import AfspraakSoort

MIN_NAAM = 3

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class CasusKenmerk:
    """What a title may call a casus: its number, or a name of the family."""

    id: UUID
    nummer: str
    namen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Woordregel:
    patroon: str
    soort: AfspraakSoort


def propose_soort(titel: str, *, met_casus: bool = False) -> AfspraakSoort:
    """Guess the soort; what nobody recognises is a gesprek in a casus, and else one's own time."""
    woorden = _woorden(titel)
    for regels in _woordregels():
        for plek, woord in enumerate(woorden):
            for regel in regels:
                if _hoort_bij(woord, plek, regel.patroon):
                    return regel.soort
    return AfspraakSoort.GESPREK if met_casus else AfspraakSoort.EIGEN_TIJD


def propose_casus(titel: str, casussen: Iterable[CasusKenmerk]) -> UUID | None:
    """Find the one casus whose number stands in the title, or else whose name does."""
    alle = tuple(casussen)
    plat = _plat(titel)
    woorden = set(_woorden(titel)) | {deel for w in _woorden(titel) for deel in w.split("-")}
    for gevonden in (
        {casus.id for casus in alle if _noemt_nummer(plat, casus.nummer)},
        {casus.id for casus in alle if any(_noemt_naam(woorden, n) for n in casus.namen)},
    ):
        if len(gevonden) == 1:
            return gevonden.pop()
        if gevonden:
            return None  # rather no casus than the wrong one
    return None


def _noemt_nummer(titel: str, nummer: str) -> bool:
    """Look for the whole number, or for its last digits where they cannot be a time."""
    if not nummer:
        return False
    staart = re.search(r"\d{3,}$", nummer)
    namen = [_plat(nummer), *([staart[0]] if staart else [])]
    return any(
        re.search(rf"(?<!\w)(?<!\d[:.-]){re.escape(naam)}(?!\w)(?![:.-]\d)", titel)
        for naam in namen
    )


def _noemt_naam(woorden: set[str], naam: str) -> bool:
    delen = _woorden(naam)
    return bool(delen) and len("".join(delen)) >= MIN_NAAM and woorden.issuperset(delen)


def _hoort_bij(woord: str, plek: int, patroon: str) -> bool:
    if patroon.startswith("^"):
        return plek == 0 and fnmatchcase(woord, patroon[1:])
    return fnmatchcase(woord, patroon)


def _woorden(tekst: str) -> list[str]:
    return _WORD.findall(_plat(tekst))


def _plat(tekst: str) -> str:
    """Drop capitals and accents."""
    los = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


@cache
def _woordregels() -> tuple[tuple[_Woordregel, ...], ...]:
    """Read the words: first those that decide, then those that help when no other did."""
    path = resources.path("agendawoorden.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return tuple(
            tuple(
                _Woordregel(_plat(patroon), AfspraakSoort(soort))
                for soort, patronen in data[groep].items()
                for patroon in patronen
            )
            for groep in ("bijzonder", "algemeen")
        )
    except (OSError, KeyError, ValueError, AttributeError, TypeError) as error:
        raise OutsideError(
            f"De woordenlijst {path.name} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
