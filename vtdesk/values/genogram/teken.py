"""From a family to a drawing: tries the best orders, and widens until every word has its place."""

from dataclasses import replace
from itertools import pairwise
from math import ceil

from vtdesk.values.genogram.als_tekst import person
from vtdesk.values.genogram.blad import Blad, Wider, blad
from vtdesk.values.genogram.buren import neighbours
from vtdesk.values.genogram.etiket import Tags
from vtdesk.values.genogram.gezin import Gezin
from vtdesk.values.genogram.laag import layers
from vtdesk.values.genogram.letters import visible
from vtdesk.values.genogram.lijnen import crossings, family_lines, shape
from vtdesk.values.genogram.maat import MARGIN, NARROW_ROOM
from vtdesk.values.genogram.omtrek import outlines
from vtdesk.values.genogram.prijs import Rows
from vtdesk.values.genogram.stamboom import Stamboom, stamboom
from vtdesk.values.genogram.tekening import Laag, Punt, Symbool, Tekening, Tekstregel
from vtdesk.values.genogram.volgorde import orders

_CANDIDATES = 2
_WIDENINGS = 9
_PAPER = 1050.0  # wider than this, names become small on paper
_BASELINE = 4.5  # of a line of text, above its lower side
_CROSSING = 500.0  # what a drawing may be wider to lose a crossing, in px


def teken(gezin: Gezin) -> Tekening:
    """Lay out a family; the same family always gives the same drawing."""
    if not gezin.figuren:
        return Tekening(0, 0, (), (), (), (), ())
    tree = stamboom(gezin)
    rows = min(orders(tree)[:_CANDIDATES], key=lambda found: _price(tree, found))
    drawing = _fitted(tree, rows, Wider())
    if drawing.breedte > _PAPER:
        narrow = _fitted(tree, rows, Wider(room=NARROW_ROOM))
        drawing = min(drawing, narrow, key=lambda found: found.breedte)
    return drawing


def _fitted(tree: Stamboom, rows: Rows, wider: Wider) -> Tekening:
    """Lay out again and again, until each word has its place."""
    for _ in range(_WIDENINGS):
        sheet = blad(tree, rows, wider)
        drawing, fits = _drawn(sheet)
        used = _used_lanes(sheet, drawing)
        if fits and used == [len(lanes) for lanes in sheet.lanes]:
            break
        wider.lanes = used
    beyond = MARGIN / 2 - min(_xs(drawing))
    if beyond > 0:
        wider.left = float(ceil(beyond))
        drawing, _ = _drawn(blad(tree, rows, wider))
    return drawing


def _xs(drawing: Tekening) -> list[float]:
    """List all that may lie at the left or the right end."""
    return [
        *(x for symbol in drawing.symbolen for x in (symbol.bijschrift.left, symbol.vak.left)),
        *(x for symbol in drawing.symbolen for x in (symbol.bijschrift.right, symbol.vak.right)),
        *(x for tag in drawing.etiketten for x in (tag.vak.left, tag.vak.right)),
        *(point.x for line in drawing.lijnen for point in line.punten),
        *(point.x for border in drawing.omtrekken for rand in border.randen for point in rand),
    ]


def _used_lanes(sheet: Blad, drawing: Tekening) -> list[int]:
    """Count per channel the lanes that a line lies in; the others need no room."""
    heights = {
        one.y
        for line in drawing.lijnen
        if line.laag is not Laag.GEZIN
        for one, other in pairwise(line.punten)
        if one.y == other.y
    }
    return [sum(lane in heights for lane in lanes) for lanes in sheet.lanes]


def _price(tree: Stamboom, rows: Rows) -> float:
    sheet = blad(tree, rows, Wider())
    lines = family_lines(sheet)
    length = sum(
        abs(one.x - other.x) + abs(one.y - other.y)
        for line in lines
        for one, other in pairwise(line.punten)
    )
    return _CROSSING * crossings(lines) + max(sheet.x) + length / 10


def _drawn(sheet: Blad) -> tuple[Tekening, bool]:
    """Draw one layout; tell whether all words found a place."""
    symbols = tuple(
        _symbol(sheet, item) for row in sheet.rows for item in row if item < sheet.tree.people
    )
    lines = family_lines(sheet)
    tags = Tags(sheet, lines)
    borders = outlines(sheet, tags)
    lines += layers(sheet, lines, tags, borders)
    ids = [figuur.id for figuur in sheet.tree.gezin.figuren]
    drawing = Tekening(
        breedte=0.0,
        hoogte=sheet.height + MARGIN,
        symbolen=symbols,
        lijnen=tuple(lines),
        etiketten=tuple(tags.placed),
        omtrekken=tuple(borders),
        buren=tuple((ids[item], found) for item, found in neighbours(sheet.tree, sheet.rows)),
    )
    return replace(drawing, breedte=max(_xs(drawing)) + MARGIN), not tags.missed


def _symbol(sheet: Blad, item: int) -> Symbool:
    figuur = sheet.tree.gezin.figuren[item]
    central = figuur.id in sheet.tree.gezin.centraal
    caption = sheet.caption(item)
    y, regels = caption.top, []
    for line in sheet.texts[item]:
        y += line.height
        regels.append(
            Tekstregel(line.tekst, Punt(sheet.x[item], y - _BASELINE), line.vet, line.laag)
        )
    return Symbool(
        id=figuur.id,
        vorm=shape(sheet, item),
        vak=sheet.symbol(item),
        teken=figuur.teken,
        bijschrift=caption,
        regels=tuple(regels),
        omschrijving=visible(person(figuur, central=central)),
        gestreept=figuur.onbekend,
        overleden=figuur.overleden,
        centraal=central,
        geheim_adres=figuur.geheim_adres,
    )
