"""Pieces of text in one style, and the paragraphs that are made of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from vtdesk.reports.glyphs import printable
from vtdesk.reports.layout import CURSIEF, GEWOON, STIL, VET, VET_CURSIEF, WEG
from vtdesk.reports.structure import Element, Said
from vtdesk.reports.tagged import Heading, TaggedParagraph
from vtdesk.values.tekst import Run

_FONTS = {
    (False, False): GEWOON,
    (True, False): VET,
    (False, True): CURSIEF,
    (True, True): VET_CURSIEF,
}
_OWN_WORDS = re.compile('([“"„][^”"]*[”"])')
_LEFT_OUT = re.compile(r"(\[weggelaten[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of a line in one font."""

    tekst: str
    font: str = ""  # empty: that of the style
    kleur: Color | None = None
    weg: bool = False  # stands for words that were left out; it has a ground of its own


def paragraph(
    style: ParagraphStyle, element: Element, stukken: str | Iterable[Stuk]
) -> TaggedParagraph:
    """Make a paragraph of an element from a text or from pieces; nothing in it is markup."""
    if isinstance(stukken, str):
        stukken = (Stuk(stukken),)
    pieces = [replace(stuk, tekst=printable(stuk.tekst)) for stuk in stukken]
    result = TaggedParagraph(
        None, style, frags=[frag for stuk in pieces for frag in _frags(style, stuk)]
    )
    result.element = element
    element.words += [_said(stuk) for stuk in pieces if stuk.tekst]
    return result


def as_heading(made: TaggedParagraph) -> Heading:
    """Make a heading of a paragraph; what follows is told to it later."""
    heading = Heading(None, made.style, frags=made.frags)
    heading.element, heading.marker = made.element, made.marker
    return heading


def stuk(run: Run) -> Stuk:
    """Give a run as it is printed."""
    return Stuk(run.tekst, _FONTS[run.vet, run.cursief], STIL if run.weg else None, run.weg)


def own_words(runs: Iterable[Run]) -> list[Stuk]:
    """Set in italics what stands in quotation marks, or all when nothing does."""
    kept = tuple(runs)
    if any(run.cursief for run in kept):
        return [stuk(run) for run in kept]  # she chose them herself
    if not any(_OWN_WORDS.search(run.tekst) for run in kept):
        return [stuk(run if run.weg else replace(run, cursief=True)) for run in kept]
    return [
        stuk(replace(run, tekst=part, cursief=bool(place % 2)))
        for run in kept
        for place, part in enumerate(_OWN_WORDS.split(run.tekst))
        if part
    ]


def cel(tekst: str) -> list[Stuk]:
    """Give the words of a cell; what was left out of it shows."""
    return [
        Stuk(part, "", STIL if place % 2 else None, weg=bool(place % 2))
        for place, part in enumerate(_LEFT_OUT.split(tekst))
        if part
    ]


def _said(stuk: Stuk) -> Said:
    return Said(
        stuk.tekst,
        vet=stuk.font in {VET, VET_CURSIEF},
        cursief=stuk.font in {CURSIEF, VET_CURSIEF},
        weg=stuk.weg,
    )


def _frags(style: ParagraphStyle, stuk: Stuk) -> Iterator[ParaFrag]:
    for number, line in enumerate(stuk.tekst.split("\n")):
        if number:
            yield _frag(style, stuk, "", lineBreak=True)
        if line:
            yield _frag(style, stuk, line)


def _frag(style: ParagraphStyle, stuk: Stuk, text: str, **more: object) -> ParaFrag:
    if stuk.weg:
        more["backColor"] = WEG
    return ParaFrag(
        text=text, fontName=stuk.font or style.fontName, fontSize=style.fontSize, bold=0, italic=0,
        textColor=stuk.kleur or style.textColor, rise=0, greek=0, link=[], us_lines=[], **more,
    )  # fmt: skip
