"""What a command says: lines for a person, or one JSON document for a program."""

import os
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from vtdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Answer:
    """The same answer in two forms."""

    lines: Sequence[str]
    data: Mapping[str, Any] = field(default_factory=dict)
    then: Callable[[], int] = lambda: 0  # what comes after it was said; gives the exit code
    unsaid: Callable[[], None] = lambda: None  # what comes when nobody could read it

    def text(self) -> str:
        """Give the lines; signs that steer a terminal are made visible."""
        return "".join(f"{visible(line)}\n" for line in self.lines)

    def document(self) -> str:
        """Give the one JSON document."""
        import json  # noqa: PLC0415 - the window starts through here, without it

        return json.dumps(self.data, ensure_ascii=False, indent=2) + "\n"


class RefusedError(UserError):
    """A refusal that has more to tell than its sentence."""

    def __init__(self, sentence: str, answer: Answer) -> None:
        super().__init__(sentence)
        self.answer = answer


def say(stream: TextIO, words: str) -> bool:
    """Write at once; False when nobody reads along any more, or when its disk is full."""
    try:
        stream.write(words)
        stream.flush()
    except OSError:
        # What is left in the stream must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return False
    return True


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
