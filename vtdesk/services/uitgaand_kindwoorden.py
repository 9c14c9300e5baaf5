"""What a child said or told, as a parent may read it: by itself never what is about that parent.

From whom violence came to anybody of a casus, gets nothing at all that a child told by itself.
"""

from uuid import UUID

from vtdesk.services.uitgaand_lezer import Lezer
from vtdesk.services.uitgaand_spoor import Spoor
from vtdesk.services.uitgaand_stemmen import Stem, stem
from vtdesk.services.uitgaand_titels import Vonnis
from vtdesk.services.uitgaand_uitspraken import bron_van
from vtdesk.values.stukjes import Deel, Stukje
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.uitgaand import WegReden


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
        return named if stem(words, lezer, trail.vorige) is Stem.ANDER else frozenset()
    bron = bron_van(regel)
    if not bron & lezer.zelf:
        told = stem(words, lezer, trail.vorige) is Stem.ANDER
        return bron | kring.genoemd(regel.bron.via) | (named if told else frozenset())
    heard = regel.bron.via or stem(words, lezer, frozenset(), spreekt=True) is Stem.ANDER
    if not (kring.deed_geweld and heard):
        return frozenset()
    return named | frozenset(regel.over) | kring.bedoeld(words, frozenset(), named)


def _gaat_over_lezer(stukje: Stukje, lezer: Lezer, trail: Spoor) -> bool:
    words = _woorden(stukje)
    named = lezer.kring.genoemd(words)
    if isinstance(stukje.blok, Uitspraakregel):
        named |= frozenset(stukje.blok.over)
    return bool((named | lezer.kring.bedoeld(words, trail.named, named)) & lezer.zelf)


def _woorden(stukje: Stukje) -> str:
    return plain(stukje.blok) if stukje.blok else stukje.tekst
