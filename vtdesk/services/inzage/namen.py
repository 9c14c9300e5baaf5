"""Names of others in what one person may read: a role instead of a name, and a last look."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from vtdesk.models import Betrokkenheid, Persoon
from vtdesk.services.ganaar import folded
from vtdesk.values.kinds import Rol

SOURCE = "bron niet genoemd"
_SHORTEST = 3  # shorter words are too common to be a name by themselves
_NO_NAME = frozenset(
    {"dr", "juf", "mevrouw", "meester", "meneer", "baby", "moeder", "vader", "van"}
)
_NIET_GENOEMD = (Rol.MELDER, Rol.ONGEBOREN)
_WORDS = {
    Rol.KIND: "een kind",
    Rol.ONGEBOREN: "het ongeboren kind",
    Rol.GROOTOUDER: "een grootouder",
    Rol.FAMILIE: "familie",
    Rol.NETWERK: "iemand uit het netwerk",
    Rol.MELDER: SOURCE,
    Rol.ANDERS: "een ander",
}


@dataclass(frozen=True, slots=True)
class Anderen:
    """All others in a casus, by what they are called in a text about somebody else."""

    rollen: Mapping[UUID, str]
    familie: Mapping[UUID, str]  # who is there for more than a melding, and is born
    namen: tuple[tuple[str, str], ...]  # a name and what stands instead, the longest first
    woorden: frozenset[str]  # by which somebody would still be known

    @classmethod
    def than(cls, own: Persoon, people: Iterable[tuple[Persoon, Betrokkenheid]]) -> "Anderen":
        """Gather everybody but this person; a name that is shared is nobody's secret."""
        mine = {*_words(own.naam), *_NO_NAME}
        rollen: dict[UUID, str] = {}
        familie: dict[UUID, str] = {}
        namen: dict[str, str] = {}
        for persoon, betrokkenheid in people:
            if persoon.id == own.id:
                continue
            word = _WORDS.get(betrokkenheid.rol, betrokkenheid.rol.value)
            if rollen.get(persoon.id) != SOURCE:
                rollen[persoon.id] = word
            if betrokkenheid.rol not in _NIET_GENOEMD:
                familie.setdefault(persoon.id, word)
            for name in (persoon.naam, persoon.voornaam, persoon.achternaam):
                if name.strip() and not set(_words(name)) <= mine:
                    namen.setdefault(name.strip(), rollen[persoon.id])
        longest = sorted(namen.items(), key=lambda pair: -len(pair[0]))
        known = {word for name in namen for word in _words(_capitals(name))} - mine
        telling = frozenset(word for word in known if len(word) >= _SHORTEST)
        return cls(rollen, familie, tuple(longest), telling)

    def zonder(self, text: str) -> str:
        """Write a text with roles instead of names."""
        for name, role in self.namen:
            text = re.sub(
                rf"(?<!\w){re.escape(name)}(?!\w)", f"[{role}]", text, flags=re.IGNORECASE
            )
        return text

    def noemt(self, text: str) -> bool:
        """Tell whether somebody is still named."""
        return bool(self.woorden & set(_words(text)))


def _capitals(name: str) -> str:
    """Keep what is a name in a name: `26 april` and `van den` give nobody away."""
    return " ".join(word for word in name.split() if word[:1].isupper())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(text))
