"""Decides of every piece of a document whether one receiver gets it, from what the casus knows.

The order of the rules is the order of harm: what nobody may learn, whoever said it; what is closed
for this one; what is about or from another; and what no data can decide. That last stays behind
too: she sees it in the list and may let it go along for a reason.
"""

from vtdesk.services.uitgaand import kop, rijen, uitspraken, zinnen
from vtdesk.services.uitgaand.kindwoorden import kindwoorden
from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.lezer import Lezer, Stuk
from vtdesk.services.uitgaand.spoor import Spoor
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.adreswacht import Bewaakt, Wacht
from vtdesk.values.document import Onderdeel
from vtdesk.values.geheim import Geheim
from vtdesk.values.medischwoorden import medischewoorden
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.stukjes import Deel, Stukje, stukjes
from vtdesk.values.tekst import Afspraakregel, Tabelrij, Uitspraakregel, plain
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import vouw, woorden

__all__ = ("Stuk", "Zeef")

_MEDISCH = ("medisch", "gezondheid")
_MELDER = frozenset({"melder", "melders", "meldster", "tipgever"})


class Zeef:
    """Holds a document against one receiver."""

    def __init__(self, kring: Kring, wacht: Wacht, stuk: Stuk) -> None:
        self._kring, self._wacht, self._stuk = kring, wacht, stuk
        self._lezer = Lezer(kring, stuk)

    def vonnissen(self) -> list[Vonnis]:
        """List all that stays behind, in reading order."""
        found: list[Vonnis] = []
        trail = Spoor()
        for stukje in stukjes(self._stuk.document):
            trail.follow(stukje.plek)
            vonnis = self._vonnis(stukje, trail)
            trail.went(stukje, vonnis, self._lezer)
            if vonnis and not self._legt_uit(stukje):
                found.append(vonnis)
        return found

    def _vonnis(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        return self._gesloten(stukje) or (
            self._familie(stukje, trail) if self._kring.is_familie else self._werk(stukje)
        )

    def _gesloten(self, stukje: Stukje) -> Vonnis | None:
        """What stays behind whatever else is said of it."""
        return self._nooit(stukje) or self._bewaakt(stukje) or self._brief(stukje)

    def _legt_uit(self, stukje: Stukje) -> bool:
        """Tell whether it is how Veilig Thuis works, as it was explained to one of the family."""
        explains = self._is_zin(stukje) and zinnen.is_procedure(stukje, self._lezer)
        return self._kring.is_familie and explains and not self._gesloten(stukje)

    def _nooit(self, stukje: Stukje) -> Vonnis | None:
        """A part that its template keeps from these readers, whatever is in it."""
        in_part = stukje.plek.deel in (Deel.SECTIE, Deel.NVT, Deel.LEEG)
        kept_from = self._stuk.niet_voor.get(stukje.plek.naam, frozenset())
        onderdeel = self._lezer.onderdeel(stukje)
        if not in_part or self._lezer.lezers not in kept_from or self._lezer.is_van_hem:
            return None
        titel = f"Het onderdeel {onderdeel.kop if onderdeel else ''}, dat hier nooit mee gaat"
        return Vonnis(stukje, WegReden.VEILIGHEID, vast=True, titel=titel)

    def _bewaakt(self, stukje: Stukje) -> Vonnis | None:
        """What gives away who made a melding or what is shielded, and what was closed."""
        fact, regel = self._strongest(stukje.tekst), stukje.blok
        if (fact and fact.reden is WegReden.MELDER) or _noemt_melder(stukje):
            return Vonnis(stukje, WegReden.MELDER, van=fact.van if fact else "", vast=True)
        if isinstance(regel, Uitspraakregel):
            closed = uitspraken.afgesloten(stukje, regel, self._lezer)
            if closed:
                return closed
        return Vonnis(stukje, fact.reden, van=fact.van) if fact else None

    def _strongest(self, tekst: str) -> Bewaakt | None:
        facts = [fact for fact in self._wacht.feiten if fact.geheim.staat_in(tekst)]
        order = (WegReden.MELDER, WegReden.GEHEIM_ADRES)
        return min(
            facts,
            key=lambda fact: order.index(fact.reden) if fact.reden in order else len(order),
            default=None,
        )

    def _brief(self, stukje: Stukje) -> Vonnis | None:
        """A letter to one person goes to an organisation only for a reason."""
        is_brief = self._stuk.document.vorm == Vorm.BRIEF and self._stuk.persoon_id is not None
        if not is_brief or self._kring.is_familie or self._lezer.is_collega:
            return None
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, titel="De brief aan een ander")

    def _werk(self, stukje: Stukje) -> Vonnis | None:
        """What a doctor said, and health, is not for every organisation by itself."""
        regel = stukje.blok
        if self._lezer.is_collega:
            return None
        if (
            isinstance(regel, Uitspraakregel)
            and uitspraken.is_arts(regel)
            and not uitspraken.bron_van(regel) & self._lezer.zelf
        ):
            return Vonnis(stukje, WegReden.MEDISCH, wie=frozenset(regel.over))
        return self._medisch(stukje)

    def _familie(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        if self._is_zin(stukje) and zinnen.is_eigen(stukje, self._lezer, trail):
            named = self._kring.genoemd(stukje.tekst)
            return self._lezer.stuit_op(stukje, named & self._lezer.verboden)
        over_wie = self._over_wie(stukje, trail)
        if over_wie and over_wie.reden is WegReden.GEEN_GEZAG:
            return over_wie  # a choice about an own child holds for no other child
        return (
            self._kaart(stukje)
            or kindwoorden(stukje, self._lezer, trail)
            or over_wie
            or self._reden(stukje)
            or self._medisch(stukje)
            or self._bescherming(stukje)
            or self._onbeslist(stukje, trail)
        )

    def _kaart(self, stukje: Stukje) -> Vonnis | None:
        """An emergency card is for the one it was made for."""
        onderdeel = self._lezer.onderdeel(stukje)
        is_kaart = onderdeel is not None and onderdeel.kaart and stukje.plek.deel is Deel.SECTIE
        if is_kaart and not self._lezer.is_voor_hem:
            return Vonnis(stukje, WegReden.VEILIGHEID, kaart=True)
        return None

    def _over_wie(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """What the data say of it, each kind of piece by its own rule."""
        match stukje.blok, stukje.plek.deel:
            case Uitspraakregel() as regel, _:
                return uitspraken.over_wie(stukje, regel, self._lezer)
            case ((Afspraakregel() | Tabelrij()), _):
                return rijen.over_wie(stukje, self._lezer)
            case _, Deel.AANWEZIG:
                return kop.aanwezig(stukje, self._lezer)
            case _, Deel.REACTIE:
                return kop.reactie(stukje, self._lezer)
            case _:
                return zinnen.over_wie(stukje, self._lezer, trail)

    def _onbeslist(self, stukje: Stukje, trail: Spoor) -> Vonnis | None:
        """What may be about another though nobody is named: no data can decide that."""
        lezer = self._lezer
        if isinstance(stukje.blok, Uitspraakregel):
            vague = uitspraken.is_onbeslist(stukje.blok, lezer)
        elif stukje.plek.deel is Deel.KOP:
            vague = not lezer.was_erbij and not lezer.is_van_hem
        else:
            vague = self._is_zin(stukje) and zinnen.is_onbeslist(stukje, lezer, trail)
        return Vonnis(stukje, self._reden_onbeslist(stukje)) if vague else None

    def _reden_onbeslist(self, stukje: Stukje) -> WegReden:
        """Say that it may be who made a melding, where it reads so; she knows whether it is."""
        about = (one for one in self._wacht.feiten if one.reden is WegReden.MELDER)
        is_melder = any(Geheim(one.zwak).staat_in(stukje.tekst) for one in about)
        return WegReden.MELDER if is_melder else WegReden.OVER_EEN_ANDER

    def _reden(self, stukje: Stukje) -> Vonnis | None:
        """Why something was decided was written for Veilig Thuis, not for a family."""
        if self._lezer.is_voor_hem:
            return None
        match stukje.plek.deel:
            case Deel.REDEN:
                titel = "De reden van de correctie"
            case Deel.TOELICHTING:
                titel = f"Reden {stukje.plek.blok + 1} bij het vaststellen"
            case Deel.LEEG:
                onderdeel = self._lezer.onderdeel(stukje)
                titel = f"Waarom {onderdeel.kop if onderdeel else 'een onderdeel'} leeg is"
            case _:
                return None
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER, titel=titel)

    def _bescherming(self, stukje: Stukje) -> Vonnis | None:
        """How somebody is protected is told to nobody of the family but to that one."""
        if self._lezer.is_voor_hem or not uitgaandwoorden().is_bescherming(stukje.tekst):
            return None
        blok, lezer = stukje.blok, self._lezer
        about = self._kring.genoemd(plain(blok) if blok else stukje.tekst)
        if isinstance(blok, Uitspraakregel):
            about |= uitspraken.bron_van(blok)
        if self._kring.is_beschermd and about & lezer.zelf and not lezer.anderen(about):
            return None
        return Vonnis(stukje, WegReden.VEILIGHEID, bescherming=True)

    def _medisch(self, stukje: Stukje) -> Vonnis | None:
        """Somebody's health; only what is about the reader alone goes along by itself."""
        lezer, blok = self._lezer, stukje.blok
        in_part = stukje.plek.deel is Deel.SECTIE and _is_medisch(lezer.onderdeel(stukje))
        in_words = not lezer.is_voor_hem and medischewoorden().staat_in(_zonder_opname(stukje))
        if not (in_part or in_words):
            return None
        about = self._kring.genoemd(stukje.tekst)
        if isinstance(blok, Uitspraakregel):
            # Whose source is known by id: `vader` beside it is no word for another father.
            about = self._kring.genoemd(f"{plain(blok)}\n{uitspraken.naast(blok)}")
            about |= frozenset(blok.over) | uitspraken.bron_van(blok)
        # Who treats somebody is named beside it, and has no secret in it.
        if lezer.is_familie and about & self._kring.eigen and not self._kring.anderen(about):
            return None
        return Vonnis(stukje, WegReden.MEDISCH, wie=about)

    def _is_zin(self, stukje: Stukje) -> bool:
        is_row = isinstance(stukje.blok, Uitspraakregel | Afspraakregel | Tabelrij)
        return not is_row and stukje.plek.deel not in (Deel.KOP, Deel.AANWEZIG, Deel.REACTIE)


def _noemt_melder(stukje: Stukje) -> bool:
    """Tell whether somebody is called the melder beside a name: as a source, or in the head."""
    match stukje.blok, stukje.plek.deel:
        case Uitspraakregel() as regel, _:
            beside = "\n".join(uitspraken.gedrukt_naast(regel))
        case _, (Deel.AANWEZIG | Deel.REACTIE):
            beside = stukje.tekst
        case _:
            return False
    return bool(_MELDER & frozenset(woorden(beside)))


def _zonder_opname(stukje: Stukje) -> str:
    """Give the words of a piece; who recorded a talk was not taken into a hospital."""
    is_opname = stukje.plek.deel is Deel.KOP and stukje.plek.naam == "opname"
    return stukje.tekst.replace("opgenomen", "") if is_opname else stukje.tekst


def _is_medisch(onderdeel: Onderdeel | None) -> bool:
    if onderdeel is None:
        return False
    words = f"{vouw(onderdeel.sectie_id)} {vouw(onderdeel.kop)}"
    return any(word in words for word in _MEDISCH)
