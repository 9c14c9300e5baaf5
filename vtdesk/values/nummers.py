"""Numbers in any notation: telephone numbers above all, known by their digits alone."""

import re
from dataclasses import dataclass

LEAST = 6  # digits; what is shorter is found as a word
_RUN = re.compile(r"(?:\+|\b)\d(?:[ \u00a0()./\u2010-\u2013-]{0,3}\d)+")
_HOME = re.compile(r"^(?:\+31|0031)0?")


@dataclass(frozen=True, slots=True)
class Nummer:
    """A number in a text: where it stands, and its digits as the index knows them."""

    begin: int
    einde: int
    cijfers: str


def nummers(tekst: str) -> list[Nummer]:
    """List the numbers of a text that are long enough to be more than a count."""
    found = [
        Nummer(match.start(), match.end(), cijfers(match.group())) for match in _RUN.finditer(tekst)
    ]
    return [nummer for nummer in found if len(nummer.cijfers) >= LEAST]


def cijfers(geschreven: str) -> str:
    """Give the digits, as one dials them at home: +31 6 and 0031 6 both begin with 06.

    Any other country keeps its 00.
    """
    plus = geschreven.startswith("+")
    digits = "".join(str(int(sign)) for sign in geschreven if sign.isdecimal())
    dialled = f"+{digits}" if plus else digits
    at_home = _HOME.sub("0", dialled, count=1)
    return f"00{at_home[1:]}" if at_home.startswith("+") else at_home
