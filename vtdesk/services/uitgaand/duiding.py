"""Whether words may be about another without a name: then nobody can tell, and they stay behind."""

import re

from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.mensen import Mens
from vtdesk.values.uitgaandwoorden import uitgaandwoorden
from vtdesk.values.vouwen import vouw, woorden

_LETTERS = re.compile(r"(?<![\w.])(?:[A-Z]\.?){2,3}(?!\w)|\b[A-Z]v[A-Z]\b")  # "SW", "S.W.", "MvT"
_LETTER = re.compile(r"(?<![\w.])([A-Z])\.(?!\w)")  # "M. gaat mee"
_KORT = re.compile(r"(?<!\w)(?:d?['’‘`]r|['’‘`]m)(?!\w)")  # "'r", "d'r": of whom, nobody says
_LEAST = 3  # letters of a name that say who is meant


def is_verzwegen(tekst: str) -> bool:
    """Tell whether a text says that somebody does not know, or may not be told."""
    known, words = uitgaandwoorden(), frozenset(woorden(tekst))
    return bool(words & known.niet and words & known.weten)


def is_ik(tekst: str) -> bool:
    """Tell whether somebody speaks of oneself."""
    return bool(uitgaandwoorden().ik & frozenset(woorden(tekst)))


def duidt_op_ander(tekst: str, kring: Kring) -> bool:
    """Tell whether a text points at somebody who is not this reader, without a name."""
    reader = _lezer(kring)
    own = reader.woorden if reader else frozenset[str]()
    words = frozenset(woorden(tekst))
    return (
        bool((words & uitgaandwoorden().iemand) - own)
        or bool(_KORT.search(tekst))
        or _is_other_letters(tekst, kring)
        or _is_short_name(words, kring)
    )


def duidt_verder(tekst: str, kring: Kring) -> bool:
    """Tell whether a text keeps something from somebody, or points at another."""
    return is_verzwegen(tekst) or duidt_op_ander(tekst, kring)


def _lezer(kring: Kring) -> Mens | None:
    reader = kring.ontvanger.persoon_id
    return kring.mensen.get(reader) if reader else None


def _is_other_letters(tekst: str, kring: Kring) -> bool:
    """Tell whether letters stand for a name that is none of those this reader may read about."""
    mine = [mens for i, mens in kring.mensen.items() if i in kring.eigen]
    first = {one[:1] for mens in mine for one in (*mens.voornamen, *mens.achternamen)}
    whole = {f"{one[:1]}{last[:1]}" for m in mine for one in m.voornamen for last in m.achternamen}
    several = {vouw(one).replace(".", "").strip() for one in _LETTERS.findall(tekst)}
    single = {vouw(one).strip() for one in _LETTER.findall(_LETTERS.sub(" ", tekst))}
    return bool(several - whole - uitgaandwoorden().afkorting) or bool(single - first)


def _is_short_name(words: frozenset[str], kring: Kring) -> bool:
    """Tell whether a word begins the first name of another: `san` of Sanne."""
    others = (mens for i, mens in kring.mensen.items() if i not in kring.eigen)
    names = {one for mens in others for one in mens.voornamen if len(one) > _LEAST}
    found = words - uitgaandwoorden().geen_roepnaam
    return any(
        name.startswith(one) and name != one
        for one in found
        if len(one) >= _LEAST
        for name in names
    )
