"""The words by which a text speaks of people and of safety without a name."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from vtdesk import resources
from vtdesk.errors import OutsideError
from vtdesk.values.kinds import Geslacht, Rol
from vtdesk.values.vouwen import woorden

BESTAND = "uitgaand.toml"
_SEX = {Geslacht.VROUW: ("vrouw",), Geslacht.MAN: ("man",)}
_EITHER = ("vrouw", "man")


@dataclass(frozen=True, slots=True)
class Uitgaandwoorden:
    """All lists, in the form of the index."""

    bescherming: tuple[str, ...]
    samen: tuple[str, ...]
    iemand: frozenset[str]  # "ex", "partner": a person without a name
    afkorting: frozenset[str]  # capitals that are no initials
    ik: frozenset[str]
    niet: frozenset[str]
    weten: frozenset[str]
    hoedanigheid: frozenset[str]  # a plain word for what somebody is
    geen_roepnaam: frozenset[str]
    zegt: re.Pattern[str]  # somebody says, hears or sees something
    hoort: frozenset[str]  # of those: what follows was said by somebody else
    laat_weten: tuple[str, ...]  # how a child lets something be known; the begin of a word
    bijwoord: frozenset[str]  # beside the subject of such a verb, and no person
    openlijk: frozenset[str]  # whose words are no secret: police, Veilig Thuis
    omgeving: frozenset[str]  # who sees the children, and may have told of them
    kinderwoord: frozenset[str]  # "papa": so speaks a child
    procedure: dict[str, frozenset[str]]  # a sentence with these words alone explains the rules
    voornaamwoord: dict[str, frozenset[str]]
    verwijst: dict[str, frozenset[str]]
    titel: dict[str, frozenset[str]]
    rol: dict[str, frozenset[str]]

    def is_bescherming(self, tekst: str) -> bool:
        """Tell whether a text says how somebody is protected."""
        return _has(self.bescherming, tekst)

    def is_samen(self, tekst: str) -> bool:
        """Tell whether all take part in an agreement."""
        return _has(self.samen, tekst)

    def is_procedure(self, tekst: str) -> bool:
        """Tell whether a text explains the rules, and has no word for anything else."""
        words = frozenset(woorden(tekst))
        asked = ("uitgelegd", "kan", "waarover")
        known = frozenset[str]().union(*self.procedure.values())
        return words <= known and all(words & self.procedure[name] for name in asked)

    def laat_iets_weten(self, tekst: str) -> bool:
        """Tell whether in a text somebody says, shows or feels something."""
        words = f" {' '.join(woorden(tekst))}"
        return any(f" {one}" in words for one in self.laat_weten)

    def van_rol(self, rol: Rol, geslacht: Geslacht) -> frozenset[str]:
        """Give the words for somebody in this role; of an unknown sex both kinds count."""
        name = Rol.KIND.value if rol is Rol.ONGEBOREN else rol.value
        names = (name, *(f"{name}_{sex}" for sex in _SEX.get(geslacht, _EITHER)))
        return frozenset[str]().union(*(self.rol.get(one, frozenset()) for one in names))


@cache
def uitgaandwoorden() -> Uitgaandwoorden:
    """Read the lists that come with vtdesk."""
    try:
        data = tomllib.loads(resources.path(BESTAND).read_text(encoding="utf-8"))
        return Uitgaandwoorden(
            bescherming=tuple(data["bescherming"]),
            samen=tuple(data["samen"]),
            iemand=_folded(data["iemand"]),
            afkorting=_folded(data["afkorting"]),
            ik=_folded(data["ik"]),
            niet=_folded(data["niet"]),
            weten=_folded(data["weten"]),
            hoedanigheid=_folded(data["hoedanigheid"]),
            geen_roepnaam=_folded(data["geen_roepnaam"]),
            zegt=_verbs(data["zegt"]),
            hoort=_folded(data["hoort"]),
            laat_weten=tuple(data["laat_weten"]),
            bijwoord=_folded(data["bijwoord"]),
            openlijk=_folded(data["openlijk"]),
            omgeving=_folded(data["omgeving"]),
            kinderwoord=_folded(data["kinderwoord"]),
            procedure={name: _folded(words) for name, words in data["procedure"].items()},
            voornaamwoord={name: _folded(words) for name, words in data["voornaamwoord"].items()},
            verwijst={name: _folded(words) for name, words in data["verwijst"].items()},
            titel={name: _folded(words) for name, words in data["titel"].items()},
            rol={name: _folded(words) for name, words in data["rol"].items()},
        )
    except (OSError, ValueError, KeyError) as error:
        raise OutsideError(f"{BESTAND} is niet te lezen. Installeer vtdesk opnieuw.") from error


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for one in words for word in woorden(one))


def _verbs(lines: Iterable[str]) -> re.Pattern[str]:
    """Read verbs; what stands behind `…` comes some words later in the sentence."""
    forms = []
    for line in lines:
        verb, _, later = (re.escape(one.strip()) for one in line.partition("…"))
        forms.append(rf"{verb}(?=\W(?:[^.!?\n]*\W)?{later}\b)" if later else rf"{verb}\b")
    return re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE)


def _has(phrases: tuple[str, ...], tekst: str) -> bool:
    words = f" {' '.join(woorden(tekst))} "
    return any(f" {one} " in words for one in phrases)
