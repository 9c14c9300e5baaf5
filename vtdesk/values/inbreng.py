"""One typed line at the table: `moeder: zegt dat het goed gaat` names who speaks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# At most four words before the colon, and no figure: `10:30` is a time and no speaker.
_SPREKER = re.compile(
    r"([^\W\d_][^\W\d_.'’-]*(?:[ .'’-]+[^\W\d_]+){0,3}\.?)\s*:\s+(\S.*)", re.DOTALL
)
_KORT = {
    "vt": "Veilig Thuis", "rvdk": "Raad", "gi": "GI", "cjg": "CJG", "cit": "CIT",
    "ggz": "GGZ", "jgz": "JGZ", "mw": "Mevrouw",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inbrengregel:
    """Who speaks, when that was typed, and what was said."""

    spreker: str
    tekst: str


def parse(regel: str, bekend: Iterable[str] = ()) -> Inbrengregel:
    """Understand a line; a speaker who sits at the table is written as it stands there."""
    words = regel.strip()
    found = _SPREKER.fullmatch(words)
    if found is None:
        return Inbrengregel("", words)
    return Inbrengregel(spreker(found[1], bekend), found[2].strip())


def spreker(typed: str, bekend: Iterable[str] = ()) -> str:
    """Write a speaker as it stands at the table, else with a capital."""
    name = " ".join(typed.split())
    for one in bekend:
        if one.casefold() == name.casefold():
            return one
    return _KORT.get(name.casefold(), name[:1].upper() + name[1:])
