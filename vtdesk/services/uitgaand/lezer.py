"""One receiver before one document: what is his own in it, whether he was there, and the others."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.kinds import Aanwezigheid
from vtdesk.values.sjabloon import Lezers, Vorm
from vtdesk.values.stukjes import Stukje
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.vouwen import woorden

_ADDED = re.compile(r"[,;(]|\s(?:in|bij|te|uit|van|met|op)\s")


@dataclass(frozen=True, slots=True)
class Stuk:
    """What a document is, as far as it decides what may leave."""

    document: VerslagDocument
    persoon_id: UUID | None = None  # for or about whom it was made
    niet_voor: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by part: Lezers
    erbij: tuple[UUID | None, ...] = ()  # who came to the talk; None: nobody of the casus

    @property
    def is_kindgesprek(self) -> bool:
        """Tell whether it holds what a child said, and was not written to carry along."""
        return not self.is_gericht and any(one.letterlijk for one in self.document.onderdelen)

    @property
    def is_gericht(self) -> bool:
        """Tell whether it was written to that one: a letter, or a card to carry along."""
        return self.document.vorm in (Vorm.BRIEF, Vorm.KAART)


class Lezer:
    """The receiver as every rule of the sieve knows him."""

    def __init__(self, kring: Kring, stuk: Stuk) -> None:
        self.kring, self.stuk = kring, stuk
        reader = kring.ontvanger.persoon_id
        self.zelf = frozenset({reader}) if reader else frozenset[UUID]()
        self.is_familie = kring.is_familie
        self.is_collega = kring.ontvanger.soort is OntvangerSoort.COLLEGA
        self.is_van_hem = stuk.persoon_id in self.zelf
        # Written to this one; or, of an informant, written down from this one's mouth.
        self.is_voor_hem = self.is_van_hem and (stuk.is_gericht or kring.is_ver)
        is_parent = kring.reden_kind is WegReden.GEEN_GEZAG
        spared = self.is_voor_hem and not is_parent
        self.verboden = frozenset[UUID]() if spared else kring.verboden
        self.was_erbij = reader in stuk.erbij and any(
            self.is_eigen_naam(one.naam) and one.aanwezigheid is not Aanwezigheid.AFWEZIG
            for one in stuk.document.kop.aanwezigen
        )
        # The own talk: nobody else was there but who came for work.
        self.is_eigen_gesprek = self.was_erbij and all(
            one is not None and not kring.anderen({one}) for one in stuk.erbij
        )
        self._onderdelen = {one.sectie_id: one for one in stuk.document.onderdelen}

    @property
    def lezers(self) -> str:
        """Say to which readers of a template this one belongs."""
        if self.is_familie:
            return Lezers.FAMILIE
        return "" if self.is_collega else Lezers.ORGANISATIE

    def onderdeel(self, stukje: Stukje) -> Onderdeel | None:
        """Give the part in which a piece stands."""
        return self._onderdelen.get(stukje.plek.naam)

    def is_eigen_naam(self, naam: str) -> bool:
        """Tell whether a name is that of the reader, and of nobody else here."""
        same = [i for i, mens in self.kring.mensen.items() if woorden(mens.heet) == woorden(naam)]
        return bool(self.zelf) and same == list(self.zelf)

    def is_rol(self, tekst: str) -> bool:
        """Tell whether words say no more than a role, a name of this casus, or who wrote this."""
        return woorden(tekst) == woorden(self.stuk.document.kop.auteur) or self.kring.is_rol(tekst)

    def anderen(self, wie: Iterable[UUID]) -> frozenset[UUID]:
        """Keep those who are no matter of this receiver; what was written to one may name all."""
        is_brief = self.stuk.document.vorm == Vorm.BRIEF
        spared = self.is_voor_hem and not is_brief
        return frozenset() if spared else self.kring.anderen(wie)

    def stuit_op(self, stukje: Stukje, wie: frozenset[UUID]) -> Vonnis | None:
        """Leave behind what is about a child without gezag, or about another."""
        if children := wie & self.verboden:
            return Vonnis(stukje, self.kring.reden_kind, wie=children)
        if others := self.anderen(wie):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        return None


def zonder_toevoeging(tekst: str) -> str:
    """Give what somebody is or is called: `tante`, not where she lives."""
    return _ADDED.split(tekst, maxsplit=1)[0].strip()


def toevoeging(tekst: str) -> str:
    """Give what was added to that: `van basisschool De Linde`."""
    return tekst[len(_ADDED.split(tekst, maxsplit=1)[0]) :]
