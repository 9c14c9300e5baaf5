"""A drawing as SVG: it stands on its own, can be read aloud, and survives grey print."""

import re
from collections.abc import Collection, Iterator
from xml.sax.saxutils import escape, quoteattr

from vtdesk.values.genogram.letters import visible
from vtdesk.values.genogram.pen import (
    DASHES,
    OUTLINE_DASHES,
    SYMBOL_DASHES,
    arrow,
    cross,
    rounded,
    strokes,
)
from vtdesk.values.genogram.tekening import (
    Etiket,
    Laag,
    Lijn,
    Omtrek,
    Punt,
    Symbool,
    Tekening,
    Tekstregel,
    Vak,
    Vorm,
)

A4_MM = (297.0, 210.0)
_PAPER_MARGIN_MM = 12.0
_MM_PER_PX = 25.4 / 96
_ALL = frozenset(Laag)
_LARGEST = 0.75  # small families are drawn larger, but not huge
_INNER = 4.0  # from the edge of a child that it is about to its second edge
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_svg(
    tekening: Tekening,
    *,
    titel: str,
    omschrijving: str,
    stijl: str,
    lagen: Collection[Laag] = _ALL,
) -> str:
    """Write one A4 on its side; `stijl` is CSS, the only place for colours and fonts."""
    width, height = A4_MM
    view = _view(tekening)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="{view}" role="img" aria-labelledby="titel omschrijving" xml:lang="nl">',
        f'<title id="titel">{_text(titel)}</title>',
        f'<desc id="omschrijving">{_text(omschrijving)}</desc>',
        f"<style>{_text(stijl)}</style>",
        *_shapes(tekening, lagen),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _view(tekening: Tekening) -> str:
    """Fit the drawing on the paper, in its middle; small families a little larger."""
    room = [(side - 2 * _PAPER_MARGIN_MM) / _MM_PER_PX for side in A4_MM]
    scale = max(_LARGEST, tekening.breedte / room[0], tekening.hoogte / room[1])
    width, height = (side / _MM_PER_PX * scale for side in A4_MM)
    left, top = (tekening.breedte - width) / 2, (tekening.hoogte - height) / 2
    return f"{left:.1f} {top:.1f} {width:.1f} {height:.1f}"


def _shapes(tekening: Tekening, lagen: Collection[Laag]) -> Iterator[str]:
    if Laag.WOONT_BIJ in lagen:
        for omtrek in tekening.omtrekken:
            yield from _outline(omtrek)
    for lijn in tekening.lijnen:
        if lijn.laag is Laag.GEZIN or lijn.laag in lagen:
            yield from _line(lijn)
    for symbool in tekening.symbolen:
        yield from _symbol(symbool, lagen)
    for etiket in tekening.etiketten:
        if etiket.laag in lagen:
            yield from _tag(etiket)


def _outline(omtrek: Omtrek) -> Iterator[str]:
    for rand in omtrek.randen:
        path = ""
        for begin, corner, end in rounded(rand):
            path += f"{'L' if path else 'M'}{_at(begin)} Q{_at(corner)} {_at(end)} "
        yield f'<path class="huis" d="{path}Z"{_dash(OUTLINE_DASHES)}/>'


def _line(lijn: Lijn) -> Iterator[str]:
    for points in strokes(lijn):
        path = " ".join(map(_at, points))
        dash = _dash(DASHES.get(lijn.soort, ()))
        yield f'<polyline class="lijn {lijn.laag}" points="{path}"{dash}/>'
    if lijn.pijl:
        head = " ".join(map(_at, arrow(lijn.punten)))
        yield f'<polygon class="pijl {lijn.laag}" points="{head}"/>'


def _symbol(symbool: Symbool, lagen: Collection[Laag]) -> Iterator[str]:
    yield f'<g role="img" aria-label={quoteattr(_clean(symbool.omschrijving))}>'
    yield f"<title>{_text(symbool.omschrijving)}</title>"
    dash = _dash(SYMBOL_DASHES) if symbool.gestreept else ""
    yield _form(symbool.vorm, symbool.vak, dash)
    if symbool.centraal:
        yield _form(symbool.vorm, symbool.vak.grown(-_INNER, -_INNER), "")
    vak, midden = symbool.vak, symbool.vak.midden
    for one, other in cross(symbool) if symbool.overleden else ():
        yield _stroke("kruis", one, other)
    if symbool.teken:
        low = 9 if symbool.vorm is Vorm.DRIEHOEK else 5
        yield _words("teken", symbool.teken, Punt(midden.x, midden.y + low))
    if symbool.geheim_adres:
        yield from _pin(Punt(vak.right + 8, vak.top + 6))
    for regel in symbool.regels:
        if regel.laag is Laag.GEZIN or regel.laag in lagen:
            yield _caption(regel)
    yield "</g>"


def _form(vorm: Vorm, vak: Vak, dash: str) -> str:
    x, y = vak.midden
    half = (vak.right - vak.left) / 2
    if vorm is Vorm.CIRKEL:
        return f'<circle class="symbool" cx="{x:g}" cy="{y:g}" r="{half:g}"{dash}/>'
    corners = {
        Vorm.VIERKANT: (vak[:2], (vak.right, vak.top), vak[2:], (vak.left, vak.bottom)),
        Vorm.DRIEHOEK: ((x, vak.top), vak[2:], (vak.left, vak.bottom)),
        Vorm.RUIT: ((x, vak.top), (vak.right, y), (x, vak.bottom), (vak.left, y)),
    }[vorm]
    points = " ".join(f"{a:g},{b:g}" for a, b in corners)
    return f'<polygon class="symbool" points="{points}"{dash}/>'


def _pin(place: Punt) -> Iterator[str]:
    """A pin with a line through it: the address is secret."""
    x, y = place
    path = f"M{x:g},{y + 8:g} L{x - 5:g},{y:g} A6,6 0 1 1 {x + 5:g},{y:g} Z"
    yield f'<path class="speld" d="{path}"/>'
    yield _stroke("speld", Punt(x - 7, y - 9), Punt(x + 7, y + 7))


def _tag(etiket: Etiket) -> Iterator[str]:
    vak = etiket.vak
    size = f'width="{vak.right - vak.left:g}" height="{vak.bottom - vak.top:g}"'
    yield f'<rect class="etiket {etiket.laag}" x="{vak.left:g}" y="{vak.top:g}" {size} rx="4"/>'
    middle = vak.midden
    yield _words(f"woord {etiket.laag}", etiket.tekst, Punt(middle.x, middle.y + 4))


def _caption(regel: Tekstregel) -> str:
    return _words("naam" if regel.vet else "regel", regel.tekst, regel.plaats)


def _words(role: str, text: str, place: Punt) -> str:
    return f'<text class="{role}" x="{place.x:g}" y="{place.y:g}">{_text(text)}</text>'


def _stroke(role: str, one: Punt, other: Punt) -> str:
    return f'<line class="{role}" x1="{one.x:g}" y1="{one.y:g}" x2="{other.x:g}" y2="{other.y:g}"/>'


def _dash(pattern: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(f"{part:g}" for part in pattern)}"' if pattern else ""


def _at(point: Punt) -> str:
    return f"{point.x:.1f},{point.y:.1f}"


def _clean(text: str) -> str:
    return _NOT_XML.sub("", visible(text))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))
