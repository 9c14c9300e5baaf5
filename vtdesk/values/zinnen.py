"""Sentences of a text and where they stand, and the part of styled runs that lies between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vtdesk.values.tekst import Run, Runs

# A full stop after a short word with a dot is no end: "dr. Proef", "a.s.", "12 mei a.s. om".
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:dr|drs|mr|mw|mevr|dhr|hr|st|nr|tel|bijv|bv|ca|evt|resp)|\b\w)\.$", re.I
)


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence and where it stands in its text."""

    begin: int
    einde: int
    tekst: str


def zinnen(tekst: str) -> list[Zin]:
    """Cut a text into its sentences; all of the text is in one of them but for the air between."""
    return list(_cut(tekst))


def _cut(tekst: str) -> Iterator[Zin]:
    begin = 0
    for match in _END.finditer(tekst):
        piece = tekst[begin : match.start()]
        if _SHORT.search(piece) and "\n" not in match.group():
            continue
        if piece.strip():
            yield Zin(begin, match.start(), piece)
        begin = match.end()
    if tekst[begin:].strip():
        yield Zin(begin, len(tekst), tekst[begin:])


def deel(runs: Runs, begin: int, einde: int) -> Iterator[Run]:
    """Give the runs of the text between two places."""
    place = 0
    for run in runs:
        first, last = max(begin - place, 0), min(einde - place, len(run.tekst))
        if first < last:
            yield replace(run, tekst=run.tekst[first:last])
        place += len(run.tekst)
