"""The last guard before something leaves: every notation of what is shielded, and one typing error.

`Geheim` knows the telling parts and every notation of them; here other forms of them count too,
such as another house in a secret street, and a misspelt one. It looks where a telling word almost
stands, mends the error, and lets the same pattern judge.
"""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from vtdesk.values.geheim import Geheim
from vtdesk.values.geheim_blik import Blik
from vtdesk.values.geheim_delen import Deel, nummer_delen, woord_deel
from vtdesk.values.geheim_vormen import vormen
from vtdesk.values.kinds import AfgeschermdSoort
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.vouwen import woorden


@dataclass(frozen=True, slots=True)
class Bewaakt:
    """One shielded fact, and what to call it without saying it."""

    geheim: Geheim
    van: str  # "het geheime adres van Loes"
    reden: WegReden
    zwak: tuple[Deel, ...] = ()  # forms that she decides about, for they may be something else
    wie: str = ""  # the person, so that two of one name are not one

    @property
    def sleutel(self) -> str:
        """Give a mark of what is guarded and of whom; of another fact it is another."""
        patterns = [deel.patroon.pattern for deel in (*self.geheim.delen, *self.zwak)]
        said = "\0".join([self.van, self.wie, self.reden, *sorted(patterns)])
        return sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Vondst:
    """One place in a text that gives a fact away."""

    begin: int
    einde: int
    bewaakt: Bewaakt
    typefout: bool = False
    ook: tuple[Bewaakt, ...] = ()  # other facts that stand in the same words


@dataclass(frozen=True, slots=True)
class Openbaar:
    """What is openly known in a casus: names of people, whole names and addresses, and towns."""

    namen: tuple[str, ...] = ()
    plekken: tuple[str, ...] = ()  # "Wijkteam Dorpslaan"
    nummers: tuple[str, ...] = ()
    plaatsen: frozenset[str] | None = frozenset()  # folded; None: no town tells anything


def bewaakt(
    waarde: str,
    soort: AfgeschermdSoort,
    van: str,
    reden: WegReden,
    bekend: Iterable[str] | Openbaar,
    *,
    wie: str = "",
) -> Bewaakt:
    """Guard one shielded value, and every other form of it."""
    known = bekend if isinstance(bekend, Openbaar) else Openbaar(tuple(bekend))
    words = frozenset(word for name in known.namen for word in woorden(name))
    more = dict.fromkeys(vormen(waarde, soort, words, known.plaatsen))
    geheim = Geheim.van([waarde], known.namen, known.plekken)
    return Bewaakt(geheim, van, reden, tuple(more), wie)


class Wacht:
    """Finds in a text what gives any of some facts away."""

    def __init__(self, feiten: Iterable[Bewaakt], bekend: Iterable[str] | Openbaar = ()) -> None:
        self.feiten = tuple(feiten)
        known = bekend if isinstance(bekend, Openbaar) else Openbaar(tuple(bekend))
        self._delen = [
            (one, deel)
            for one in self.feiten
            for deel in dict.fromkeys((*one.geheim.delen, *one.zwak))
        ]
        self._bekend = frozenset(word for name in known.namen for word in woorden(name))
        self._open = (
            *(woord_deel(one) for one in known.plekken if woorden(one)),
            *(deel for one in known.nummers for deel in nummer_delen(one)),
        )

    def zoek(self, tekst: str) -> list[Vondst]:
        """List every place, in reading order; of places that overlap only the first."""
        if not self.feiten or not tekst:
            return []
        look = Blik(tekst, self._bekend, self._open)
        found = [Vondst(*place, fact) for fact, deel in self._delen for place in look.precies(deel)]
        found += [
            Vondst(*place, fact, typefout=True)
            for fact, deel in self._delen
            for place in look.bijna(deel)
        ]
        return _apart(found)

    def staat_in(self, tekst: str) -> bool:
        """Tell whether a text gives any of them away."""
        return bool(self.zoek(tekst))


def _apart(found: list[Vondst]) -> list[Vondst]:
    """Make one of places that overlap; it knows all facts that stand there."""
    kept: list[Vondst] = []
    for one in sorted(found, key=lambda vondst: (vondst.typefout, vondst.begin, -vondst.einde)):
        place = bisect(kept, one.begin, key=lambda vondst: vondst.begin)
        beside = [p for p in (place - 1, place) if 0 <= p < len(kept) and _overlap(kept[p], one)]
        if not beside:
            kept.insert(place, one)
        elif one.bewaakt is not kept[beside[0]].bewaakt:
            also = dict.fromkeys((*kept[beside[0]].ook, one.bewaakt))
            kept[beside[0]] = replace(kept[beside[0]], ook=tuple(also))
    return kept


def _overlap(one: Vondst, other: Vondst) -> bool:
    return one.begin < other.einde and other.begin < one.einde
