"""Whether one row of a table may go to a reader of a family: only when it is of that one alone."""

import re
from uuid import UUID

from vtdesk.services.uitgaand_duiding import duidt_op_ander, is_verzwegen
from vtdesk.services.uitgaand_kring import Kring
from vtdesk.values.document import Onderdeel
from vtdesk.values.stukjes import Stukje
from vtdesk.values.tekst import Afspraakregel, Tabelrij
from vtdesk.values.vouwen import vouw, woorden

_VERBOD = re.compile(r"^\s*(?:heeft\s+|neemt\s+)?geen contact (?:op )?met\s+(.+?)\.?\s*$", re.I)
_JOINS = frozenset({"en", "of", "met", "de", "het", "beide", "moeder", "vader", "oma", "opa"})


def cellen(stukje: Stukje) -> tuple[str, ...]:
    """Give what stands in a row, cell by cell."""
    match stukje.blok:
        case Afspraakregel() as row:
            return (row.wie, row.wat, row.wanneer, row.anders)
        case Tabelrij() as row:
            return row.cellen
    return (stukje.tekst,)


def doeners(stukje: Stukje, onderdeel: Onderdeel | None, kring: Kring) -> frozenset[UUID]:
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


def zonder_verbod(stukje: Stukje, kring: Kring) -> str:
    """Give the words of a row without a plain prohibition: `geen contact met` and names alone."""
    return "\n".join(one for one in cellen(stukje) if not _is_verbod(one, kring))


def duidt_verder(tekst: str, kring: Kring) -> bool:
    """Tell whether a row says more than what the reader does."""
    return is_verzwegen(tekst) or duidt_op_ander(tekst, kring)


def _is_verbod(cel: str, kring: Kring) -> bool:
    found = _VERBOD.match(cel)
    if not found:
        return False
    names = frozenset[str]().union(*(mens.namen for mens in kring.mensen.values()))
    return all(word in names or word in ("en", "of") for word in woorden(found[1]))
