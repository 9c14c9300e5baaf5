"""Whether a sentence may go to one of the family: whom it names, and else whom it goes on about.

A sentence has no label: it goes along when it names the reader or an own child, nobody else, and
repeats no words of another. In the own talk what the reader said goes along, whomever it names.
"""

from uuid import UUID

from vtdesk.services.uitgaand.duiding import duidt_op_ander, is_ik, is_verzwegen
from vtdesk.services.uitgaand.lezer import Lezer
from vtdesk.services.uitgaand.spoor import Spoor
from vtdesk.services.uitgaand.stemmen import (
    Stem,
    is_aangehaald,
    is_kind_over,
    is_omgeving_over,
    stem,
)
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.stukjes import Deel, Stukje
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import vouw, woorden

_KIND = ("kind", "stem")


def is_eigen(stukje: Stukje, lezer: Lezer, trail: Spoor) -> bool:
    """Tell whether the reader said this in the own talk."""
    return lezer.is_eigen_gesprek and stem(stukje.tekst, lezer, trail.vorige) is Stem.LEZER


def is_procedure(stukje: Stukje, lezer: Lezer) -> bool:
    """Tell whether it says no more than what was explained to this reader, who was there."""
    known, tekst = uitgaandwoorden(), stukje.tekst
    if stukje.plek.deel is not Deel.SECTIE or not lezer.was_erbij:
        return False
    if not known.is_procedure(tekst) or lezer.kring.genoemd(tekst) - lezer.zelf:
        return False
    words = frozenset(woorden(tekst))
    meant = (sex for sex in known.voornaamwoord if words & known.verwijst[sex])
    return all(lezer.kring.van_geslacht(sex, lezer.zelf) for sex in meant)


def over_wie(stukje: Stukje, lezer: Lezer, trail: Spoor) -> Vonnis | None:
    """Who is named in it decides, or whom the sentence before named."""
    kring = lezer.kring
    named = kring.genoemd(stukje.tekst)
    meant = kring.bedoeld(stukje.tekst, trail.named, named)
    if found := lezer.stuit_op(stukje, named) or lezer.stuit_op(stukje, named | meant):
        return found
    return None if named & kring.eigen else _naamloos(stukje, lezer, trail)


def is_onbeslist(stukje: Stukje, lezer: Lezer, trail: Spoor) -> bool:
    """Tell whether it may be about another, or from another, though none is named."""
    kring, tekst = lezer.kring, stukje.tekst
    if lezer.is_voor_hem:
        return is_verzwegen(tekst)
    named = kring.genoemd(tekst)
    about = named | kring.bedoeld(tekst, trail.named, named) | trail.about
    voice = stem(tekst, lezer, trail.vorige)
    if voice is Stem.ANDER or (voice is Stem.NIEMAND and is_aangehaald(tekst)):
        return True
    if is_verzwegen(tekst) or is_omgeving_over(tekst, lezer.zelf, kring):
        return True
    if is_kind_over(tekst, lezer):
        return True
    if lezer.was_erbij:
        return False
    return not about & kring.eigen or is_ik(tekst) or duidt_op_ander(tekst, kring)


def _naamloos(stukje: Stukje, lezer: Lezer, trail: Spoor) -> Vonnis | None:
    """A sentence that names nobody is about whom the text was about just before."""
    kring = lezer.kring
    if trail.last:
        return Vonnis(stukje, trail.last.reden, wie=trail.last.wie, van=trail.last.van)
    if trail.about:
        return _goes_on(stukje, lezer, trail.about)
    if _is_kind_deel(stukje, lezer) and kring.verboden:
        return Vonnis(stukje, kring.reden_kind, wie=kring.verboden)
    if kring.is_ver and not lezer.is_voor_hem and stukje.plek.deel is Deel.SECTIE:
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
    return None


def _goes_on(stukje: Stukje, lezer: Lezer, about: frozenset[UUID]) -> Vonnis | None:
    """What stands under the name of somebody is about that one."""
    if about & lezer.kring.eigen and not about & lezer.verboden:
        return None
    return lezer.stuit_op(stukje, about)


def _is_kind_deel(stukje: Stukje, lezer: Lezer) -> bool:
    onderdeel = lezer.onderdeel(stukje)
    if onderdeel is None or stukje.plek.deel is not Deel.SECTIE:
        return False
    is_about = onderdeel.per == "kind" or onderdeel.letterlijk
    return is_about or vouw(stukje.plek.naam).strip().startswith(_KIND)
