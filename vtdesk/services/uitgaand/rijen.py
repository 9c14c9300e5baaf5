"""Whether one row of a table may go to one of the family: only when it is of that one alone.

An agreement goes to who takes part in it, and to nobody else. What else it names must be the
reader's own too, but for whom the reader is to leave alone, and what was agreed in the own hearing.
"""

import re
from uuid import UUID

from vtdesk.services.uitgaand.duiding import duidt_verder, is_verzwegen
from vtdesk.services.uitgaand.kring import Kring
from vtdesk.services.uitgaand.lezer import Lezer
from vtdesk.services.uitgaand.stemmen import Stem, is_omgeving_over, stem
from vtdesk.services.uitgaand.titels import Vonnis
from vtdesk.values.document import Onderdeel
from vtdesk.values.stukjes import Stukje
from vtdesk.values.tekst import Afspraakregel, Tabelrij
from vtdesk.values.uitgaand import WegReden
from vtdesk.values.vouwen import vouw, woorden

_VERBOD = re.compile(r"^\s*(?:heeft\s+|neemt\s+)?geen contact (?:op )?met\s+(.+?)\.?\s*$", re.I)
_JOINS = frozenset({"en", "of", "met", "de", "het", "beide", "moeder", "vader", "oma", "opa"})


def over_wie(stukje: Stukje, lezer: Lezer) -> Vonnis | None:
    """Who takes part in it, and whom it names besides."""
    kring = lezer.kring
    doers = _doeners(stukje, lezer.onderdeel(stukje), kring)
    is_doer = bool(doers & lezer.zelf)
    words = _zonder_verbod(stukje, kring) if is_doer else stukje.tekst
    named = kring.genoemd(words)
    if children := named & lezer.verboden:
        return Vonnis(stukje, kring.reden_kind, wie=children)
    heard = is_doer and lezer.was_erbij
    others = lezer.anderen(named | kring.bedoeld(words, frozenset(), named))
    if others and not heard:
        is_safety = bool(others & doers)  # what others do to be safe
        reden = WegReden.VEILIGHEID if is_safety else WegReden.OVER_EEN_ANDER
        return Vonnis(stukje, reden, wie=others)
    if lezer.is_voor_hem:
        return None
    # Of a row that names nobody nothing can be decided; an agreement says who does it.
    nobody = isinstance(stukje.blok, Tabelrij) or kring.is_ver or not lezer.was_erbij
    further = is_verzwegen(words) if heard else duidt_verder(words, kring)
    repeats = not is_doer and (
        stem("\n".join(_cellen(stukje)), lezer, frozenset()) is Stem.ANDER
        or is_omgeving_over(words, lezer.zelf, kring)
    )
    if further or repeats or (nobody and not named & kring.eigen):
        return Vonnis(stukje, WegReden.OVER_EEN_ANDER)
    return None


def _cellen(stukje: Stukje) -> tuple[str, ...]:
    """Give what stands in a row, cell by cell."""
    match stukje.blok:
        case Afspraakregel() as row:
            return (row.wie, row.wat, row.wanneer, row.anders)
        case Tabelrij() as row:
            return row.cellen
    return (stukje.tekst,)


def _doeners(stukje: Stukje, onderdeel: Onderdeel | None, kring: Kring) -> frozenset[UUID]:
    """Say who is named under `Wie`; a word for all of them names nobody."""
    wie = ""
    if isinstance(stukje.blok, Afspraakregel):
        wie = stukje.blok.wie
    elif isinstance(stukje.blok, Tabelrij) and onderdeel:
        cells = zip(onderdeel.kolommen, stukje.blok.cellen, strict=False)
        wie = next((cell for kop, cell in cells if vouw(kop).strip() == "wie"), "")
    if sum(one.islower() and one not in _JOINS for one in wie.split()) > 1:
        return frozenset()  # a sentence, and nobody who does something
    return kring.genoemd(wie)


def _zonder_verbod(stukje: Stukje, kring: Kring) -> str:
    """Give the words of a row without a plain prohibition: `geen contact met` and names alone."""
    return "\n".join(one for one in _cellen(stukje) if not _is_verbod(one, kring))


def _is_verbod(cel: str, kring: Kring) -> bool:
    found = _VERBOD.match(cel)
    if not found:
        return False
    names = frozenset[str]().union(*(mens.namen for mens in kring.mensen.values()))
    return all(word in names or word in ("en", "of") for word in woorden(found[1]))
