"""What a command says: lines for a person, or one JSON document for a program."""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vtdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer in two forms."""

    lines: Sequence[str]
    data: Mapping[str, Any] = field(default_factory=dict)
    then: Callable[[], int] = lambda: 0  # what comes after it was said; gives the exit code

    def text(self) -> str:
        """Give the lines; signs that steer a terminal are made visible."""
        return "".join(f"{visible(line)}\n" for line in self.lines)

    def document(self) -> str:
        """Give the one JSON document."""
        return json.dumps(self.data, ensure_ascii=False, indent=2) + "\n"


class RefusedError(UserError):
    """A refusal that has more to tell than its sentence."""

    def __init__(self, sentence: str, answer: Answer) -> None:
        super().__init__(sentence)
        self.answer = answer


def visible(line: str) -> str:
    """Replace control signs, which a name could use to rewrite the terminal."""
    return "".join("\N{REPLACEMENT CHARACTER}" if _steers(sign) else sign for sign in line)


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) == "Cc"
