"""Decides of every piece of a document whether one receiver gets it, from what the casus knows.

The order of the rules is the order of harm. What nobody can decide from data stays behind: she sees
it in the list and may let it go along for a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from vtdesk.services.uitgaand_duiding import duidt_op_ander, is_ik, is_verzwegen
from vtdesk.services.uitgaand_kring import Kring
from vtdesk.services.uitgaand_rijen import doeners, duidt_verder, zonder_verbod
from vtdesk.services.uitgaand_spoor import Spoor
from vtdesk.services.uitgaand_titels import Vonnis
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.kinds import Aanwezigheid, Zichtbaarheid
from vtdesk.values.medischwoorden import medischewoorden
from vtdesk.values.sjabloon import Lezers, Vorm
from vtdesk.values.stukjes import Deel, Plek, Stukje, stukjes
from vtdesk.values.tekst import Afspraakregel, Tabelrij, Uitspraakregel, plain
from vtdesk.values.uitgaand import OntvangerSoort, WegReden
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import vouw, woorden

_MEDISCH = ("medisch", "gezondheid")
_KIND = ("kind", "stem")
_ARTS = frozenset(
    {"arts", "huisarts", "jeugdarts", "vertrouwensarts", "kinderarts", "psychiater", "psycholoog",
     "therapeut", "ggz", "ziekenhuis", "verpleegkundige", "tandarts", "behandelaar"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stuk:
    """What a document is, as far as it decides what may leave."""

    document: VerslagDocument
    persoon_id: UUID | None = None  # for or about whom it was made
    niet_voor: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by part: Lezers

    @property
    def is_kindgesprek(self) -> bool:
        """Tell whether it holds what a child said, and was not written to carry along."""
        return not self.is_gericht and any(one.letterlijk for one in self.document.onderdelen)

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
        self._is_van_hem = is_his
        # Written to this one; or, of an informant, written down from this one's mouth.
        self._is_voor_hem = is_his and (stuk.is_gericht or kring.is_ver)
        is_parent = kring.reden_kind is WegReden.GEEN_GEZAG
        spared = self._is_voor_hem and not is_parent
        self._verboden = frozenset[UUID]() if spared else kring.verboden
        self._was_erbij = any(
            woorden(one.naam) == woorden(kring.ontvanger.naam)
            and one.aanwezigheid is not Aanwezigheid.AFWEZIG
            for one in stuk.document.kop.aanwezigen
        )

    def vonnissen(self) -> list[Vonnis]:
        """List all that stays behind, in reading order."""
        found: list[Vonnis] = []
        trail = Spoor()
        for stukje in stukjes(self._stuk.document):
            trail.follow(stukje.plek)
            vonnis = self._vonnis(stukje, trail)
            trail.went(stukje, vonnis, self._kring)
            if vonnis:
                found.append(vonnis)
        return found

    def _vonnis(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        return (
            self._nooit(stukje)
            or self._bewaakt_uitspraak(stukje)
            or self._brief(stukje)
            or self._by_kind(stukje, trail)
            or self._reden(stukje)
            or self._medisch(stukje)
            or self._veiligheid(stukje)
            or self._vaag(stukje, trail)
        )

    def _vaag(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """What may be about another though nobody is named: no data can decide that."""
        kring, blok = self._kring, stukje.blok
        if not kring.is_familie or isinstance(blok, Afspraakregel | Tabelrij):
            return None
        if stukje.plek.deel in (Deel.AANWEZIG, Deel.REACTIE):
            return None
        if stukje.plek.deel is Deel.KOP:
            vague = not self._was_erbij and not self._is_van_hem
        elif isinstance(blok, Uitspraakregel):
            vague = self._is_vage_uitspraak(blok) or self._is_meer_dan_rol(blok)
        else:
            named = kring.genoemd(stukje.tekst)
            about = named | kring.bedoeld(stukje.tekst, trail.named, named) | trail.about
            decided = self._is_voor_hem or self._was_erbij
            unknown = not decided and not about & kring.eigen
            vague = unknown or self._is_vreemd(stukje.tekst)
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER) if vague else None

    def _is_meer_dan_rol(self, regel: Uitspraakregel) -> bool:
        """Tell whether what stands beside a statement says more than what somebody is."""
        if self._was_erbij or self._is_voor_hem:
            return False
        beside = (regel.bron.hoedanigheid, regel.bron.via, regel.verificatie_door)
        return any(not self._kring.is_rol(one) for one in beside if one.strip())

    def _is_vage_uitspraak(self, regel: Uitspraakregel) -> bool:
        """Tell whether what another said may be about that one, or about somebody unnamed."""
        bron = regel.bron.persoon_id
        heard = self._was_erbij and bron in self._kring.eigen
        if (bron is not None and bron in self._self()) or heard or self._is_voor_hem:
            return not self._was_erbij and duidt_verder(_beside(regel), self._kring)
        words, over = plain(regel), frozenset(regel.over)
        named = self._kring.genoemd(words)
        meant = named | self._kring.bedoeld(words, over, named)
        unknown = not meant & self._kring.eigen
        return unknown or is_verzwegen(words) or is_ik(words) or duidt_op_ander(words, self._kring)

    def _nooit(self, stukje: Stukje) -> Vonnis | None:
        """A part that its template keeps from these readers, whatever is in it."""
        in_part = stukje.plek.deel in (Deel.SECTIE, Deel.NVT, Deel.LEEG)
        kept_from = self._stuk.niet_voor.get(stukje.plek.naam, frozenset())
        if not in_part or self._lezers not in kept_from or self._is_van_hem:
            return None
        kop = self._onderdelen[stukje.plek.naam].kop
        titel = f"Het onderdeel {kop}, dat hier nooit mee gaat"
        return Vonnis(stukje, WegReden.VEILIGHEID, vast=True, titel=titel)

    @property
    def _lezers(self) -> str:
        if self._kring.is_familie:
            return Lezers.FAMILIE
        return "" if self._is_collega else Lezers.ORGANISATIE

    def _reden(self, stukje: Stukje) -> Vonnis | None:
        """Why something was decided was written for Veilig Thuis, not for a family."""
        if not self._kring.is_familie or self._is_voor_hem:
            return None
        match stukje.plek.deel:
            case Deel.REDEN:
                titel = "De reden van de correctie"
            case Deel.TOELICHTING:
                titel = f"Reden {stukje.plek.blok + 1} bij het vaststellen"
            case Deel.LEEG:
                titel = f"Waarom {self._onderdelen[stukje.plek.naam].kop} leeg is"
            case _:
                return None
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, titel=titel)

    def _veiligheid(self, stukje: Stukje) -> Vonnis | None:
        """How somebody is protected is told to nobody of the family but to that one."""
        if not self._kring.is_familie or self._is_voor_hem:
            return None
        if not uitgaandwoorden().is_bescherming(stukje.tekst) or self._mijn_bescherming(stukje):
            return None
        return Vonnis(stukje, WegReden.VEILIGHEID, bescherming=True)

    def _mijn_bescherming(self, stukje: Stukje) -> bool:
        """Tell whether it is about keeping this very reader safe, and about nobody else."""
        blok = stukje.blok
        about = self._kring.genoemd(plain(blok) if blok else stukje.tekst)
        if isinstance(blok, Uitspraakregel) and blok.bron.persoon_id:
            about |= {blok.bron.persoon_id}
        return self._kring.is_beschermd and bool(about & self._self()) and not self._anderen(about)

    def _kaart(self, stukje: Stukje) -> Vonnis | None:
        """An emergency card is for the one it was made for."""
        if self._kring.is_familie and self._is_kaart(stukje.plek) and not self._is_voor_hem:
            return Vonnis(stukje, WegReden.VEILIGHEID, kaart=True)
        return None

    def _by_kind(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        if found := self._kaart(stukje) or self._kindwoorden(stukje, trail):
            return found
        match stukje.blok:
            case Uitspraakregel():
                return self._over_wie(stukje, stukje.blok)
            case Afspraakregel() | Tabelrij():
                return self._rij(stukje)
        if stukje.plek.deel is Deel.AANWEZIG:
            return self._aanwezig(stukje)
        if stukje.plek.deel is Deel.REACTIE:
            return self._reactie(stukje)
        return self._zin(stukje, trail)

    def _kindwoorden(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """What a child said reaches no parent by itself where it may be about that parent."""
        kring, blok = self._kring, stukje.blok
        if not kring.is_familie or self._is_van_hem or stukje.plek.deel is not Deel.SECTIE:
            return None
        onderdeel = self._onderdelen.get(stukje.plek.naam)
        literal = onderdeel is not None and onderdeel.letterlijk
        bron = blok.bron.persoon_id if isinstance(blok, Uitspraakregel) else None
        mens = kring.mensen.get(bron) if bron else None
        by_child = bool(mens and mens.is_kind and bron not in self._self())
        if not (literal or by_child or self._stuk.is_kindgesprek):
            return None
        words = plain(blok) if blok else stukje.tekst
        named = kring.genoemd(words)
        named |= frozenset(blok.over) if isinstance(blok, Uitspraakregel) else frozenset()
        about_reader = (named | kring.bedoeld(words, trail.named, named)) & self._self()
        if literal or about_reader:
            wie = frozenset({bron}) if bron else frozenset[UUID]()
            return Vonnis(stukje, WegReden.VEILIGHEID, wie=wie, titel="Woorden van een kind")
        return None

    def _brief(self, stukje: Stukje) -> Vonnis | None:
        """A letter to one person goes to an organisation only for a reason."""
        is_brief = self._stuk.document.vorm == Vorm.BRIEF and self._stuk.persoon_id is not None
        if not is_brief or self._kring.is_familie or self._is_collega:
            return None
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, titel="De brief aan een ander")

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

    def _bewaakt_uitspraak(self, stukje: Stukje) -> Vonnis | None:
        """What is shielded, and for whom a statement was closed."""
        fact, regel = self._bewaakt(stukje), stukje.blok
        if isinstance(regel, Uitspraakregel) and self._van_melder(regel):
            return Vonnis(stukje, WegReden.MELDER, vast=True)
        if not isinstance(regel, Uitspraakregel) or (fact and fact.reden is WegReden.MELDER):
            return fact
        shown = regel.zichtbaarheid
        if shown is Zichtbaarheid.ALLEEN_VT and not self._is_collega:
            reden = fact.reden if fact else WegReden.VEILIGHEID
            return Vonnis(stukje, reden, alleen_vt=True, vast=True)
        if shown is Zichtbaarheid.NIET_VOOR and not self._is_collega:
            # An organisation works with the one it is not for.
            not_his = bool(self._self() & set(regel.niet_voor)) or not self._kring.is_familie
            if not_his:
                is_his = bool(self._self() & set(regel.niet_voor))
                wie = frozenset(regel.over)
                return Vonnis(stukje, WegReden.VEILIGHEID, wie=wie, vast=is_his)
        return fact

    def _van_melder(self, regel: Uitspraakregel) -> bool:
        """Tell whether it was said by who is here for the melding alone."""
        bron = regel.bron.persoon_id
        mens = self._kring.mensen.get(bron) if bron else None
        return bool(mens and mens.is_melder and bron not in self._self())

    def _over_wie(self, stukje: Stukje, regel: Uitspraakregel) -> Vonnis | None:
        """Who a statement is about, comes from and names decides."""
        kring = self._kring
        if not kring.is_familie:
            return self._for_work(stukje, regel)
        words = plain(regel)
        named = kring.genoemd(words)
        over = frozenset(regel.over)
        source = {regel.bron.persoon_id} if regel.bron.persoon_id else set[UUID]()
        beside = kring.genoemd(_beside(regel))
        children = (over | named | source | beside) & self._verboden
        own_words = bool(source & self._self())
        if children and not (own_words and kring.is_ver):
            return Vonnis(stukje, kring.reden_kind, wie=children)
        others = self._anderen(beside)
        if not own_words:
            others |= self._anderen(over | named | kring.bedoeld(words, over, named))
            others |= self._bron(frozenset(source), over or named)
        too_far = kring.is_ver and not (own_words or over & kring.eigen or self._is_voor_hem)
        if others or too_far:
            reden = WegReden.MEDISCH if _is_arts(regel) else WegReden.OVER_EEN_ANDER
            return Vonnis(stukje, reden, wie=others)
        return None

    def _bron(self, source: frozenset[UUID], about: frozenset[UUID]) -> frozenset[UUID]:
        """Say whether who said it is another: the other parent may be, about the reader."""
        may = self._kring.ouders() if about else frozenset[UUID]()
        return self._anderen(source) - may

    def _for_work(self, stukje: Stukje, regel: Uitspraakregel) -> Vonnis | None:
        """What a doctor said is not for every organisation by itself."""
        own = bool(self._self()) and regel.bron.persoon_id in self._self()
        if _is_arts(regel) and not self._is_collega and not own:
            return Vonnis(stukje, WegReden.MEDISCH, wie=frozenset(regel.over))
        return None

    def _rij(self, stukje: Stukje) -> Vonnis | None:
        """One row of a table: an agreement goes to who takes part in it, and to nobody else."""
        kring = self._kring
        if not kring.is_familie:
            return None
        doers = doeners(stukje, self._onderdelen.get(stukje.plek.naam), kring)
        is_doer = bool(doers & self._self())
        words = zonder_verbod(stukje, kring) if is_doer else stukje.tekst
        named = kring.genoemd(words)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        others = self._anderen(named | kring.bedoeld(words, frozenset(), named))
        if others and not (is_doer and self._was_erbij):  # there she heard it agreed
            is_safety = bool(others & doers)  # what others do to be safe
            reden = WegReden.VEILIGHEID if is_safety else WegReden.OVER_EEN_ANDER
            return Vonnis(stukje, reden, wie=others)
        if self._is_voor_hem:
            return None
        # Of a row that names nobody nothing can be decided; an agreement says who does it.
        nobody = isinstance(stukje.blok, Tabelrij) or kring.is_ver or not self._was_erbij
        heard = is_doer and self._was_erbij
        further = is_verzwegen(words) if heard else duidt_verder(words, kring)
        if further or (nobody and not named & kring.eigen):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
        return None

    def _aanwezig(self, stukje: Stukje) -> Vonnis | None:
        """The head says which parents were there; of others around a family it does not."""
        kring = self._kring
        if not kring.is_familie:
            return None
        named = kring.genoemd(stukje.tekst)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        around = frozenset(i for i in self._anderen(named) if kring.is_buiten(i))
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=around) if around else None

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

    def _zin(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """A sentence without a label: who it names decides, or whom the sentence before named."""
        kring = self._kring
        if not kring.is_familie:
            return None
        named = kring.genoemd(stukje.tekst)
        if children := named & self._verboden:
            return Vonnis(stukje, kring.reden_kind, wie=children)
        meant = kring.bedoeld(stukje.tekst, trail.named, named)
        if others := self._anderen(named | meant):
            return Vonnis(stukje, WegReden.OVER_EEN_ANDER, wie=others)
        return None if named & kring.eigen else self._naamloos(stukje, trail)

    def _is_vreemd(self, tekst: str) -> bool:
        """Tell whether words may be about another, though none is named."""
        if is_verzwegen(tekst):
            return True
        if self._is_voor_hem or self._was_erbij:
            return False
        return is_ik(tekst) or duidt_op_ander(tekst, self._kring)

    def _naamloos(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """A sentence that names nobody is about whom the text was about just before."""
        kring = self._kring
        if trail.last:
            return Vonnis(stukje, trail.last.reden, wie=trail.last.wie, van=trail.last.van)
        if trail.about:
            return self._goes_on(stukje, trail.about)
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

    def _medisch(self, stukje: Stukje) -> Vonnis | None:
        """Somebody's health; only what is about the reader alone goes along by itself."""
        kring, blok = self._kring, stukje.blok
        onderdeel = self._onderdelen.get(stukje.plek.naam)
        in_part = stukje.plek.deel is Deel.SECTIE and _is_medisch(onderdeel)
        in_words = not self._is_voor_hem and medischewoorden().staat_in(stukje.tekst)
        if self._is_collega or not (in_part or in_words):
            return None
        about = kring.genoemd(stukje.tekst)
        if isinstance(blok, Uitspraakregel):
            about |= frozenset(blok.over)
            own = blok.bron.persoon_id in self._self()
            about |= self._self() if own and kring.is_familie else frozenset()
        # Who treats somebody is named beside it, and has no secret in it.
        if kring.is_familie and about & kring.eigen and not kring.anderen(about):
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
        is_brief = self._stuk.document.vorm == Vorm.BRIEF
        spared = self._is_voor_hem and not is_brief
        return frozenset() if spared else self._kring.anderen(wie)

    def _self(self) -> frozenset[UUID]:
        reader = self._kring.ontvanger.persoon_id
        return frozenset({reader}) if reader else frozenset()


def _is_medisch(onderdeel: Onderdeel | None) -> bool:
    if onderdeel is None:
        return False
    words = f"{vouw(onderdeel.sectie_id)} {vouw(onderdeel.kop)}"
    return any(word in words for word in _MEDISCH)


def _beside(regel: Uitspraakregel) -> str:
    """Give what stands beside a statement: through whom it came, and who said otherwise."""
    bron = regel.bron
    name = "" if bron.persoon_id else f"{bron.naam} {bron.hoedanigheid}"
    return "\n".join((name, bron.via, regel.verificatie_door))


def _is_arts(regel: Uitspraakregel) -> bool:
    words = {*woorden(regel.bron.hoedanigheid), *woorden(regel.bron.naam)}
    return bool(words & _ARTS)
