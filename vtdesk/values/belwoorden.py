"""The words that are understood in the line of a phone call; an office may change them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vtdesk import resources
from vtdesk.errors import OutsideError
from vtdesk.values.dagkinds import BelSpoed
from vtdesk.values.vouwen import vouw

BESTAND = "belwoorden.toml"


class Deel(StrEnum):
    """What a part of the line says."""

    NUMMER = "nummer"
    ONBEKEND = "onbekend"
    KEREN = "keren"
    TIJD = "tijd"
    VOICEMAIL = "voicemail"
    WIE = "wie"
    SPOED = "spoed"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words that are understood, folded, with how many words the longest takes."""

    van: Mapping[str, Deel]
    spoed: Mapping[str, BelSpoed]
    keren: frozenset[str]
    tussen: frozenset[str]
    geen_naam: frozenset[str]
    om: frozenset[str]
    na: frozenset[str]
    langst: int


@cache
def woorden() -> Woorden:
    """Read the words an office may change."""
    try:
        found = tomllib.loads(resources.path(BESTAND).read_text("utf-8"))
        urgent = {w: BelSpoed(s) for s, many in found["spoed"].items() for w in _folded(many)}
        known = {
            **dict.fromkeys(_folded(found["wie"]), Deel.WIE),
            **dict.fromkeys(_folded(found["voicemail"]), Deel.VOICEMAIL),
            **dict.fromkeys(_folded(found["onbekend"]), Deel.ONBEKEND),
            **dict.fromkeys(_folded(found["gemist"]), Deel.KEREN),
            **dict.fromkeys(urgent, Deel.SPOED),
        }
        return Woorden(
            van=known,
            spoed=urgent,
            keren=frozenset(w.casefold() for w in found["keren"]),
            tussen=_folded(found["tussenvoegsels"]),
            geen_naam=_folded(found["geen_naam"]),
            om=_folded(found["om"]),
            na=_folded(found["na"]),
            langst=max(len(w.split()) for w in known),
        )
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise OutsideError(
            f"De woorden voor telefoontjes kloppen niet. Kijk naar {BESTAND}."
        ) from error


def gevouwen(typed: str) -> str:
    """Give words as they are known here: no case, no accents, no signs."""
    return " ".join(vouw(typed).split())


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(gevouwen, words))
