"""What makes a wachtzin good enough, said in one plain line."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from vtdesk import resources
from vtdesk.errors import UserError

SHORTEST = 15
LONGEST = 500
_WORDS, _MANY = 4, 6
_UNGUESSED = 8  # signs that must be left when everything well known is taken out
_DISTINCT = 6
_LONG = 20
_EVERYWHERE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789 ")
_NAMED = 3
# Signs that stand for letters, as in `w3lk0m`.
_LOOKS_LIKE = str.maketrans("013457@$!", "oieastasi")


@dataclass(frozen=True, slots=True)
class Sterkte:
    """Whether a wachtzin will do, and the line that says so."""

    goed: bool
    regel: str


def strength(wachtzin: str) -> Sterkte:
    """Judge a wachtzin while it is typed."""
    text = unicodedata.normalize("NFKC", wachtzin)
    if len(text.strip()) < SHORTEST:
        return Sterkte(goed=False, regel="Te kort: neem vier losse woorden")
    if len(text) > LONGEST:
        return Sterkte(goed=False, regel=f"Te lang: neem ten hoogste {LONGEST} tekens")
    if len(set(text.casefold())) < _DISTINCT:
        return Sterkte(goed=False, regel="Te veel herhaling: neem vier losse woorden")
    if _unguessed(text) < _UNGUESSED:
        return Sterkte(
            goed=False,
            regel="Te makkelijk te raden: neem vier losse woorden die niets met je werk te maken "
            "hebben",
        )
    return Sterkte(goed=True, regel=f"{_praise(text)}{_elsewhere(text)}")


def _praise(text: str) -> str:
    words = len(set(text.casefold().split()))
    if words >= _MANY and len(text) >= _LONG:
        return "Heel sterk"
    if words >= _WORDS and len(text) >= _LONG:
        return "Sterk"
    return "Goed genoeg; vier losse woorden is sterker"


def _elsewhere(text: str) -> str:
    """Name the signs that are not where she looks for them on a keyboard of another country."""
    signs = sorted({sign for sign in text.casefold() if sign not in _EVERYWHERE})
    if not signs:
        return ""
    named = ", ".join(signs[:_NAMED]) + (" …" if len(signs) > _NAMED else "")
    return f". Let op: {named} zit op een ander toetsenbord misschien ergens anders"


def check(wachtzin: str) -> None:
    """Refuse a wachtzin that is too weak for a kluis."""
    judged = strength(wachtzin)
    if not judged.goed:
        raise UserError(f"{judged.regel}.")


def _unguessed(text: str) -> int:
    """Count the signs that are left when well-known words, rows and repeats are taken out."""
    plain = re.sub(r"[\W_]+", "", text.casefold())
    as_letters = re.sub(r"[\W_]+", "", text.casefold().translate(_LOOKS_LIKE))
    return min(_left(plain), _left(as_letters))


def _left(text: str) -> int:
    for known in _known():
        text = text.replace(known, " ")
    text = re.sub(r"\d{4,}", " ", text)
    text = re.sub(r"(.{1,4}?)\1{2,}", r"\1", text)
    return len(text.replace(" ", ""))


@cache
def _known() -> tuple[str, ...]:
    """Read the words that everyone tries first, the longest first."""
    with resources.path("wachtzin.toml").open("rb") as file:
        groups: dict[str, list[str]] = tomllib.load(file)["bekend"]
    return tuple(sorted({word for group in groups.values() for word in group}, key=len)[::-1])
