"""What a child said or told, as a parent may read it: by itself never what is about that parent.

From whom violence came to anybody of a casus, gets nothing at all that a child told by itself.
"""

from uuid import UUID

from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.lezer import Lezer
from vtdesk.services.uitgaand.spoor import Spoor
from vtdesk.services.uitgaand.stemmen import Stem, is_aangehaald, stem
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.services.uitgaand.uitspraken import bron_van
from vtdesk.values.kinds import Letter
from vtdesk.values.stukjes import Deel, Stukje
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import woorden


def kindwoorden(stukje: Stukje, lezer: Lezer, trail: Spoor) -> Vonnis | None:
    """Let wait what a child told, and of a talk with a child all that may be about the reader."""
    violent = lezer.kring.deed_geweld
    if stukje.plek.deel is not Deel.SECTIE or (lezer.is_van_hem and not violent):
        return None
    by_child = any(map(lezer.kring.is_kind, _stemmen(stukje, lezer, trail) - lezer.zelf))
    touches = violent or _gaat_over_lezer(stukje, lezer, trail)
    if (touches and by_child) or _in_kindgesprek(stukje, lezer, touches=touches):
        regel = stukje.blok
        wie = bron_van(regel) if isinstance(regel, Uitspraakregel) else frozenset[UUID]()
        return Vonnis(stukje, WegReden.VEILIGHEID, wie=wie, titel="Woorden van een kind")
    return None


def _in_kindgesprek(stukje: Stukje, lezer: Lezer, *, touches: bool) -> bool:
    """Tell whether it stands where a child was written down, and may be about the reader."""
    onderdeel = lezer.onderdeel(stukje)
    literal = onderdeel is not None and onderdeel.letterlijk
    return not lezer.is_van_hem and (literal or (touches and lezer.stuk.is_kindgesprek))


def _stemmen(stukje: Stukje, lezer: Lezer, trail: Spoor) -> frozenset[UUID]:
    """Say who may have told it: of words that are not the reader's own, all whom they name."""
    kring, regel, words = lezer.kring, stukje.blok, _woorden(stukje)
    named = kring.genoemd(words)
    if not isinstance(regel, Uitspraakregel):
        return named if _is_verteld(words, lezer, trail) else frozenset()
    bron = bron_van(regel)
    if bron & lezer.zelf:
        return _nagezegd(regel, lezer)
    told = named if _is_verteld(words, lezer, trail) else frozenset()
    if kring.deed_geweld and (told or _is_van_omgeving(regel, kring)):
        told = named | frozenset(regel.over)
    return bron | kring.genoemd(regel.bron.via) | told | _gronden(regel, lezer)


def _nagezegd(regel: Uitspraakregel, lezer: Lezer) -> frozenset[UUID]:
    """Say of whom a violent reader repeats what another told; all else is the reader's own."""
    kring, words = lezer.kring, plain(regel)
    heard = regel.bron.via or stem(words, lezer, frozenset(), spreekt=True) is Stem.ANDER
    if not (kring.deed_geweld and heard):
        return frozenset()
    named = kring.genoemd(words)
    return named | frozenset(regel.over) | kring.bedoeld(words, frozenset(), named)


def _is_verteld(words: str, lezer: Lezer, trail: Spoor) -> bool:
    """Tell whether a text repeats another; with a violent reader also what was shown or felt."""
    voice = stem(words, lezer, trail.vorige)
    if voice is Stem.NIEMAND and lezer.kring.deed_geweld:
        return is_aangehaald(words) or uitgaandwoorden().laat_iets_weten(words)
    return voice is Stem.ANDER


def _is_van_omgeving(regel: Uitspraakregel, kring: Kring) -> bool:
    """Tell whether a teacher, a neighbour or the like told it: no parent, and no authority."""
    source = frozenset(woorden(f"{regel.bron.naam} {regel.bron.hoedanigheid}"))
    is_open = bool(source & uitgaandwoorden().openlijk)
    is_told = regel.letter in (Letter.VERKLARING, Letter.MENING)
    return is_told and not is_open and not bron_van(regel) & kring.ouders()


def _gronden(regel: Uitspraakregel, lezer: Lezer) -> frozenset[UUID]:
    """Say who told that on which an interpretation rests; it tells a violent reader as much."""
    if not lezer.kring.deed_geweld:
        return frozenset()
    grounds = (one for one in lezer.stuk.document.tekst.uitspraken() if one.id in regel.steunt_op)
    return frozenset[UUID]().union(*map(bron_van, grounds))


def _gaat_over_lezer(stukje: Stukje, lezer: Lezer, trail: Spoor) -> bool:
    words = _woorden(stukje)
    named = lezer.kring.genoemd(words)
    if isinstance(stukje.blok, Uitspraakregel):
        named |= frozenset(stukje.blok.over)
    return bool((named | lezer.kring.bedoeld(words, trail.named, named)) & lezer.zelf)


def _woorden(stukje: Stukje) -> str:
    return plain(stukje.blok) if stukje.blok else stukje.tekst
