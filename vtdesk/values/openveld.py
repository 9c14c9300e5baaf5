"""What nobody knew yet when a text was filled in: `‹naam van de school›`, seen until it is known.

A field is plain words between its own pair of signs, so that it survives copying, storing and
searching, and so that paper can never hide that something is still missing.
"""

import re
from collections.abc import Iterator

from vtdesk.values.tekst import Tekst, plain

PATROON = re.compile(r"‹[^‹›\n\u2028]{1,80}›")

_HALF = re.compile(r"‹[^‹›\n\u2028]*›?|[^\s‹›]*›")
_SHORT = 30


def open_veld(wat: str) -> str:
    """Give the words that stand in a text for what is not known yet."""
    return f"‹{wat.strip()}›"


def open_velden(woorden: str) -> list[str]:
    """List the open fields in some words, without their signs."""
    return [treffer[0][1:-1] for treffer in PATROON.finditer(woorden)]


def halve_velden(woorden: str) -> list[str]:
    """List what stands at a sign that lost its other half: nobody filled it in either."""
    rest = PATROON.sub(" ", woorden)
    return [f"{one[0].strip()[:_SHORT]}" for one in _HALF.finditer(rest)]


def velden_in(tekst: Tekst) -> Iterator[tuple[str, str]]:
    """Walk the open fields of a text: the id of the section, and what is not known."""
    for sectie in tekst.secties:
        for woorden in (sectie.nvt, *(plain(blok) for blok in sectie.blokken)):
            for wat in (*open_velden(woorden), *halve_velden(woorden)):
                yield sectie.id, wat
