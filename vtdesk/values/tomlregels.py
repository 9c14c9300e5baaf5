"""On which line of a TOML text each table and each key stands; tomllib does not tell."""

import re
from dataclasses import dataclass, field

_PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|'
    r"'''.*?'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|"
    r"[\[\]{}\n]",
    re.DOTALL,
)
_HEAD = re.compile(r"""[ \t]*\[\[?[ \t]*["']?([\w.-]+)""")
_KEY = re.compile(r"""[ \t]*["']?([\w-]+)["']?[ \t]*[.=]""")
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}


@dataclass(frozen=True, slots=True)
class Tabelplaats:
    """Where one table begins, and each of its keys."""

    naam: str
    regel: int
    sleutels: dict[str, int] = field(default_factory=dict)


def tabelplaatsen(text: str) -> list[Tabelplaats]:
    """Walk the tables of a text that tomllib can read; the first has all names of the text."""
    found = [Tabelplaats("", 1)]
    line, begin, depth = 1, 0, 0
    for piece in _PIECE.finditer(f"{text}\n"):
        depth += _DEPTH.get(piece[0], 0)
        if piece[0] == "\n" and depth == 0:
            _note(found, text[begin : piece.start()], line)
            line += text.count("\n", begin, piece.end())
            begin = piece.end()
    return found


def _note(found: list[Tabelplaats], statement: str, line: int) -> None:
    if head := _HEAD.match(statement):
        found.append(Tabelplaats(head[1], line))
        found[0].sleutels.setdefault(head[1].split(".")[0], line)
    elif key := _KEY.match(statement):
        found[-1].sleutels.setdefault(key[1], line)
