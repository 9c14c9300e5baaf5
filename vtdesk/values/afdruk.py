"""How something is printed: where, how often, on which sides and which pages."""

import re
from dataclasses import dataclass

from vtdesk.errors import UserError

MOST_COPIES = 20  # of more, something else is meant than a few people around a table
_PART = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")

Bladzijden = tuple[tuple[int, int], ...]  # first and last of each part, in reading order


@dataclass(frozen=True, slots=True)
class Afdruk:
    """One job for the printer; without a printer it goes to the usual one."""

    printer: str = ""
    exemplaren: int = 1
    dubbelzijdig: bool = True
    bladzijden: Bladzijden = ()  # empty: all


def lees_exemplaren(text: str) -> int:
    """Read how often; raises UserError when that is no small number."""
    words = text.strip()
    number = int(words) if words.isascii() and words.isdigit() and len(words) < MOST_COPIES else 0
    if not 1 <= number <= MOST_COPIES:
        raise UserError(f"Vul een aantal in van 1 tot en met {MOST_COPIES}.")
    return number


def lees_bladzijden(text: str) -> Bladzijden:
    """Read which pages, as in `2-4, 7`; empty is all."""
    parts = []
    for part in filter(None, map(str.strip, text.split(","))):
        found = _PART.fullmatch(part)
        first = int(found[1]) if found else 0
        last = int(found[2] or first) if found else 0
        if not 1 <= first <= last:
            raise UserError("Schrijf bladzijden zo: 2-4, 7. Laat het leeg voor alles.")
        parts.append((first, last))
    return tuple(sorted(parts))


def refuse_beyond(bladzijden: Bladzijden, count: int) -> None:
    """Raise UserError when a page is asked that is not there."""
    if any(last > count for _, last in bladzijden):
        words = "1 bladzijde" if count == 1 else f"{count} bladzijden"
        raise UserError(f"Dit stuk heeft {words}. Kies andere bladzijden, of laat het leeg.")
