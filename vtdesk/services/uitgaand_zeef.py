"""Decides of every piece of a document whether one receiver gets it, from what the casus knows.

The order of the rules is the order of harm. What nobody can decide from data stays behind: she sees
it in the list and may let it go along for a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from vtdesk.services.uitgaand_kring import Kring
from vtdesk.services.uitgaand_titels import Vonnis
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.kinds import Zichtbaarheid
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.stukjes import Deel, Plek, Stukje, stukjes
from vtdesk.values.tekst import Afspraakregel, Alinea, Tabelrij, Uitspraakregel, plain
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.vouwen import vouw, woorden

_MEDISCH = ("medisch", "gezondheid")
_KIND = ("kind", "stem")
_BESCHERMING = (
    "aol", "aop", "afspraak op locatie", "afspraak op persoon", "noodknop", "noodkaart",
    "codewoord", "vrouwenopvang", "blijfhuis", "blijf van mijn lijf", "opvanghuis", "schuiladres",
    "geheim adres", "geheime adres",
)  # fmt: skip
_ARTS = frozenset(
    {"arts", "huisarts", "jeugdarts", "vertrouwensarts", "kinderarts", "psychiater", "psycholoog",
     "therapeut", "ggz", "ziekenhuis", "verpleegkundige", "tandarts", "behandelaar"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stuk:
    """What a document is, as far as it decides what may leave."""

    document: VerslagDocument
    persoon_id: UUID | None = None  # for or about whom it was made

    @property
    def is_gericht(self) -> bool:
        """Tell whether it was written to that one: a letter, or a card to carry along."""
        return self.document.vorm in (Vorm.BRIEF, Vorm.KAART)


class Zeef:
    """Holds a document against one receiver."""

    def __init__(self, kring: Kring, wacht: Wacht, stuk: Stuk) -> None:
        self._kring, self._wacht, self._stuk = kring, wacht, stuk
        self._onderdelen = {one.sectie_id: one for one in stuk.document.onderdelen}
        self._is_collega = kring.ontvanger.soort is OntvangerSoort.COLLEGA
        is_his = stuk.persoon_id is not None and stuk.persoon_id == kring.ontvanger.persoon_id
        # Written to this one; or, of an informant, written down from this one's mouth.
        self._is_voor_hem = is_his and (stuk.is_gericht or kring.is_ver)
        is_parent = kring.reden_kind is WegReden.GEEN_GEZAG
        spared = self._is_voor_hem and not is_parent
        self._verboden = frozenset[UUID]() if spared else kring.verboden

    def vonnissen(self) -> list[Vonnis]:
        """List all that stays behind, in reading order."""
        found: list[Vonnis] = []
        trail = _Spoor()
        for stukje in stukjes(self._stuk.document):
            trail.follow(stukje.plek)
            vonnis = self._vonnis(stukje, trail)
            trail.went(stukje, vonnis, self._kring)
            if vonnis:
                found.append(vonnis)
        return found

    def _vonnis(self, stukje: Stukje, trail: "_Spoor") -> Vonnis | None:
        return self._by_kind(stukje, trail) or self._veiligheid(stukje)

    def _veiligheid(self, stukje: Stukje) -> Vonnis | None:
        """How somebody is protected is told to nobody of the family by itself."""
        if not self._kring.is_familie or self._is_voor_hem or self._kring.is_beschermd:
            return None
        words = f" {' '.join(woorden(stukje.tekst))} "
        if any(f" {one} " in words for one in _BESCHERMING):
            return Vonnis(stukje, WegReden.VEILIGHEID, bescherming=True)
        return None

    def _by_kind(self, stukje: Stukje, trail: "_Spoor") -> Vonnis | None:
        match stukje.blok:
            case Uitspraakregel():
                return self._uitspraak(stukje, stukje.blok) or self._medisch_deel(stukje)
            case Afspraakregel() | Tabelrij():
                return self._bewaakt(stukje) or self._rij(stukje) or self._medisch_deel(stukje)
        if stukje.plek.deel is Deel.AANWEZIG:
            return self._bewaakt(stukje) or self._aanwezig(stukje)
        if stukje.plek.deel is Deel.REACTIE:
            return self._bewaakt(stukje) or self._reactie(stukje)
        return self._bewaakt(stukje) or self._zin(stukje, trail) or self._medisch_deel(stukje)

    def _bewaakt(self, stukje: Stukje) -> Vonnis | None:
        """What gives away what is shielded, or who made a melding."""
        fact = self._strongest(stukje.tekst)
        if fact is None:
            return None
        return Vonnis(stukje, fact.reden, van=fact.van, vast=fact.reden is WegReden.MELDER)

    def _strongest(self, tekst: str) -> Bewaakt | None:
        facts = [fact for fact in self._wacht.feiten if fact.geheim.staat_in(tekst)]
        order = (WegReden.MELDER, WegReden.GEHEIM_ADRES)
        return min(
            facts,
            key=lambda fact: order.index(fact.reden) if fact.reden in order else len(order),
            default=None,
        )

    def _uitspraak(self, stukje: Stukje, regel: Uitspraakregel) -> Vonnis | None:
        fact = self._bewaakt(stukje)
        if fact and fact.reden is WegReden.MELDER:
            return fact
        shown = regel.zichtbaarheid
        if shown is Zichtbaarheid.ALLEEN_VT and not self._is_collega:
            reden = fact.reden if fact else WegReden.VEILIGHEID
            return Vonnis(stukje, reden, alleen_vt=True)
        reader = self._kring.ontvanger.persoon_id
        if shown is Zichtbaarheid.NIET_VOOR and reader in regel.niet_voor:
            return Vonnis(stukje, WegReden.VEILIGHEID, wie=frozenset(regel.over))
        if fact:
            return fact
        return self._over_wie(stukje, regel)

    def _over_wie(self, stukje: Stukje, regel: Uitspraakregel) -> Vonnis | None:
        """Who a statement is about, or comes from, decides."""
        kring = self._kring
        if not kring.is_familie:
            return self._for_work(stukje, regel)
        named = kring.genoemd(stukje.tekst)
        about = frozenset(regel.over) or kring.genoemd(plain(regel))
        source = {regel.bron.persoon_id} if regel.bron.persoon_id else set()
        children = (about | named | source) & self._verboden
        own_words = bool(source & self._self())
        if children and not (own_words and kring.is_ver):
            return Vonnis(stukje, kring.reden_kind, wie=children)
        others = self._anderen(about)
        about_self = bool(about & kring.eigen)
        hidden = others and not own_words
        from_another = not about and bool(self._anderen(source))
        too_far = kring.is_ver and not (own_words or about_self or self._is_voor_hem)
        if hidden or from_another or too_far:
            reden = WegReden.MEDISCH if _is_arts(regel) else WegReden.OVER_EEN_ANDER
            return Vonnis(stukje, reden, wie=others or self._anderen(source))
        return None

    def _for_work(self, stukje: Stukje, regel: Uitspraakregel) -> Vonnis | None:
        """What a doctor said is not for every organisation by itself."""
        own = bool(self._self()) and regel.bron.persoon_id in self._self()
        if _is_arts(regel) and not self._is_collega and not own:
            return Vonnis(stukje, WegReden.MEDISCH, wie=frozenset(regel.over))
        return None

    def _rij(self, stukje: Stukje) -> Vonnis | None:
        """One row of a table: an agreement of others is no matter of this receiver."""
        kring = self._kring
        if not kring.is_familie:
            return None
        named = kring.genoemd(stukje.tekst)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        others = self._anderen(named)
        if isinstance(stukje.blok, Afspraakregel):
            doers = kring.genoemd(stukje.blok.wie)
            if others & doers and not doers & kring.eigen:  # what others do to be safe
                return Vonnis(stukje, WegReden.VEILIGHEID, wie=others)
        if others and not named & kring.eigen:
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        if kring.is_ver and not named & kring.eigen and not self._is_voor_hem:
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
        return None

    def _aanwezig(self, stukje: Stukje) -> Vonnis | None:
        children = self._kring.genoemd(stukje.tekst) & self._verboden
        if children and self._kring.is_familie:
            return Vonnis(stukje, self._kring.reden_kind, wie=children)
        return None

    def _reactie(self, stukje: Stukje) -> Vonnis | None:
        """The own reaction always goes along; that of another is about another."""
        kring = self._kring
        if not kring.is_familie:
            return None
        reader = (
            kring.mensen.get(kring.ontvanger.persoon_id) if kring.ontvanger.persoon_id else None
        )
        if reader and woorden(stukje.plek.naam) == woorden(kring.ontvanger.naam):
            return None
        named = kring.genoemd(stukje.tekst)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=self._anderen(named))

    def _zin(self, stukje: Stukje, trail: "_Spoor") -> Vonnis | None:
        """A sentence without a label: who it names decides, or whom the sentence before named."""
        kring = self._kring
        if not kring.is_familie:
            return None
        if self._is_kaart(stukje.plek) and not (self._is_voor_hem or kring.is_beschermd):
            return Vonnis(stukje, WegReden.VEILIGHEID, kaart=True)
        named = kring.genoemd(stukje.tekst)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        if named & kring.eigen:
            return None
        if others := self._anderen(named):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        return self._naamloos(stukje, trail)

    def _naamloos(self, stukje: Stukje, trail: "_Spoor") -> Vonnis | None:
        """A sentence that names nobody is about whom the text was about just before."""
        kring = self._kring
        if trail.last:
            return Vonnis(stukje, trail.last.reden, wie=trail.last.wie, van=trail.last.van)
        if trail.about:
            return self._goes_on(stukje, trail.about)
        meant = kring.bedoeld(stukje.tekst, trail.named)
        if meant and not meant & kring.eigen and (others := self._anderen(meant)):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        if self._is_kind_deel(stukje) and kring.verboden:
            return Vonnis(stukje, kring.reden_kind, wie=kring.verboden)
        if kring.is_ver and not self._is_voor_hem and stukje.plek.deel is Deel.SECTIE:
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
        return None

    def _goes_on(self, stukje: Stukje, about: frozenset[UUID]) -> Vonnis | None:
        """What stands under the name of somebody is about that one."""
        if children := about & self._verboden:
            return Vonnis(stukje, self._kring.reden_kind, wie=children)
        others = self._anderen(about)
        if others and not about & self._kring.eigen:
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        return None

    def _medisch_deel(self, stukje: Stukje) -> Vonnis | None:
        """The medical part; only what is about the reader alone goes along by itself."""
        onderdeel = self._onderdelen.get(stukje.plek.naam)
        if self._is_collega or stukje.plek.deel is not Deel.SECTIE or not _is_medisch(onderdeel):
            return None
        blok = stukje.blok
        about = frozenset(blok.over) if isinstance(blok, Uitspraakregel) else frozenset()
        about |= self._kring.genoemd(stukje.tekst)
        if self._kring.is_familie and about and about <= self._kring.eigen:
            return None
        return Vonnis(stukje, WegReden.MEDISCH, wie=about)

    def _is_kaart(self, plek: Plek) -> bool:
        onderdeel = self._onderdelen.get(plek.naam)
        return plek.deel is Deel.SECTIE and onderdeel is not None and onderdeel.kaart

    def _is_kind_deel(self, stukje: Stukje) -> bool:
        onderdeel = self._onderdelen.get(stukje.plek.naam)
        if onderdeel is None or stukje.plek.deel is not Deel.SECTIE:
            return False
        is_about = onderdeel.per == "kind" or onderdeel.letterlijk
        return is_about or vouw(stukje.plek.naam).strip().startswith(_KIND)

    def _anderen(self, wie: Iterable[UUID]) -> frozenset[UUID]:
        """Keep those who are no matter of this receiver; what was written to one may name all."""
        return frozenset() if self._is_voor_hem else self._kring.anderen(wie)

    def _self(self) -> frozenset[UUID]:
        reader = self._kring.ontvanger.persoon_id
        return frozenset({reader}) if reader else frozenset()


class _Spoor:
    """What a sentence goes on about: the one before it, and the name at the head of its lines."""

    def __init__(self) -> None:
        self._here: tuple[Deel, str, int] | None = None
        self.last: Vonnis | None = None
        self.about: frozenset[UUID] = frozenset()
        self.named: frozenset[UUID] = frozenset()  # in the sentences before, within a block

    def follow(self, plek: Plek) -> None:
        """Come to a next piece; a next block begins anew, a next part also forgets the name."""
        here = (plek.deel, plek.naam, plek.blok)
        if self._here and here[:2] != self._here[:2]:
            self.about = frozenset()
        if here != self._here:
            self.last = None
            self.named = frozenset()
        self._here = here

    def went(self, stukje: Stukje, vonnis: Vonnis | None, kring: Kring) -> None:
        """Remember what became of a piece, and whether it names whom the next ones are about."""
        self.last = vonnis
        self.named = kring.genoemd(stukje.tekst) or self.named
        if isinstance(stukje.blok, Alinea) and _is_name_line(stukje):
            self.about = kring.genoemd(stukje.tekst)


def _is_name_line(stukje: Stukje) -> bool:
    """Tell whether a line is a name alone, or bold as a whole: the head of what follows."""
    if not isinstance(stukje.blok, Alinea):
        return False
    words = plain(stukje.blok).strip()
    bold = all(run.vet for run in stukje.blok.runs if run.tekst.strip())
    short = len(words.split()) <= 3  # noqa: PLR2004 (a name, with what stands before it)
    return bool(words) and (bold or (short and words.endswith(":")))


def _is_medisch(onderdeel: Onderdeel | None) -> bool:
    if onderdeel is None:
        return False
    words = f"{vouw(onderdeel.sectie_id)} {vouw(onderdeel.kop)}"
    return any(word in words for word in _MEDISCH)


def _is_arts(regel: Uitspraakregel) -> bool:
    words = {*woorden(regel.bron.hoedanigheid), *woorden(regel.bron.naam)}
    return bool(words & _ARTS)
