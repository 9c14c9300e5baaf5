"""Makes plain paragraphs of pasted RTF: words, bold and italics; pictures, links and fields go.

A reader of our own: it walks the source once, opens nothing and follows nothing.
"""

import re
from dataclasses import dataclass, replace

from vtdesk.values.tekst import Alinea, Run

_TOKEN = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})(-?\d{1,9})? ?|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+"
)
_BREAKS = {"par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "cell": " ",
           "tab": " ", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
           "ldblquote": "“", "rdblquote": "”", "bullet": "•"}  # fmt: skip
_SILENT = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl",
     "headerr", "footerl", "footerr", "listtable", "listoverridetable", "themedata", "fldinst",
     "datastore", "generator", "xmlnstbl", "colorschememapping", "latentstyles", "rsidtbl"}
)  # fmt: skip
_MARKS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}"}


@dataclass(frozen=True, slots=True)
class _State:
    """How words look inside a group, and how many signs stand in for one before them."""

    bold: bool = False
    italic: bool = False
    silent: bool = False
    stand_ins: int = 1


def clean(source: bytes) -> tuple[Alinea, ...]:
    """Give the paragraphs of RTF; nothing when it is none."""
    text = source.decode("latin-1")
    if not text.lstrip().startswith("{\\rtf"):
        return ()
    reader = _Reader()
    for token in _TOKEN.finditer(text):
        reader.take(token)
    return tuple(reader.alineas())


class _Reader:
    """Walks the tokens with a stack of groups; a stack, so that depth costs nothing."""

    def __init__(self) -> None:
        self._state = _State()
        self._stack: list[_State] = []
        self._runs: list[Run] = []
        self._skip = 0  # signs that stand in for one that was given in full

    def take(self, token: re.Match[str]) -> None:
        """Take in one token."""
        byte, word, number, mark, brace, words = token.groups()
        if brace == "{":
            self._stack.append(self._state)
        elif brace == "}":
            self._state = self._stack.pop() if self._stack else _State()
        elif byte:
            self._write(bytes([int(byte, 16)]).decode("cp1252", "replace"))
        elif word:
            self._obey(word, number)
        elif mark == "*":
            self._state = replace(self._state, silent=True)
        elif mark in _MARKS:
            self._write(_MARKS[mark])
        elif words:
            self._write(words)

    def _obey(self, word: str, number: str | None) -> None:
        state, on = self._state, number != "0"
        if word in _BREAKS:
            self._write(_BREAKS[word])
        elif word == "u" and number:
            self._skip = 0
            self._write(chr(int(number) & 0xFFFF))
            self._skip = state.stand_ins
        elif word == "uc" and number:
            self._state = replace(state, stand_ins=int(number))
        elif word in _SILENT:
            self._state = replace(state, silent=True)
        elif word in {"b", "i", "plain"}:
            bold = on if word == "b" else state.bold and word != "plain"
            italic = on if word == "i" else state.italic and word != "plain"
            self._state = replace(state, bold=bold, italic=italic)

    def _write(self, words: str) -> None:
        left = words[self._skip :]
        self._skip = max(0, self._skip - len(words))
        if left and not self._state.silent:
            self._runs.append(Run(left, vet=self._state.bold, cursief=self._state.italic))

    def alineas(self) -> list[Alinea]:
        """Give what was read, line by line, without empty ones."""
        lines: list[list[Run]] = [[]]
        for run in self._runs:
            first, *rest = run.tekst.split("\n")
            lines[-1].append(replace(run, tekst=first))
            lines += [[replace(run, tekst=words)] for words in rest]
        return [alinea for line in lines if (alinea := _alinea(line)).runs]


def _alinea(line: list[Run]) -> Alinea:
    """Join neighbours in one style; halves of a sign outside the first plane come together."""
    found: list[Run] = []
    for run in line:
        if found and (found[-1].vet, found[-1].cursief) == (run.vet, run.cursief):
            found[-1] = replace(run, tekst=found[-1].tekst + run.tekst)
        elif run.tekst:
            found.append(run)
    whole = [replace(run, tekst=_whole(run.tekst)) for run in found]
    return Alinea(tuple(whole) if "".join(run.tekst for run in whole).strip() else ())


def _whole(words: str) -> str:
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
