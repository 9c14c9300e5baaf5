"""Family lines as they are drawn, and how often they cross."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import sqrt

from vtdesk.values.genogram.blad import Blad
from vtdesk.values.genogram.gezin import BandSoort
from vtdesk.values.genogram.leiding import End, Lead
from vtdesk.values.genogram.maat import SYMBOL
from vtdesk.values.genogram.stamboom import BAND_LINES
from vtdesk.values.genogram.tekening import Laag, Lijn, Lijnsoort, Punt, Vorm
from vtdesk.values.kinds import Geslacht

_SLASHES = {BandSoort.APART: 1, BandSoort.GESCHEIDEN: 2}
_SLASH_WIDTH, _SLASH_HEIGHT, _SLASH_STEP = 4.0, 7.0, 6.0
_SLASH_ROOM = 14.0
_FORK = 24.0  # height of the point from which lines to twins part

Segment = tuple[Punt, Punt]


def family_lines(sheet: Blad) -> list[Lijn]:
    """Draw all nets, and the lines that pass a row."""
    lines = [line for lines in sheet.channels for lead in lines.leads for line in _net(sheet, lead)]
    people = sheet.tree.people
    passing = {item: net for net in sheet.tree.nets for item in net.bottoms if item >= people}
    passing |= {
        item: net
        for net in sheet.tree.nets
        for item in net.tops
        if item >= people and item not in passing
    }
    for item, net in passing.items():
        x = sheet.x[item]
        points = (Punt(x, sheet.head(item)), Punt(x, sheet.foot(item)))
        soort = net.soorten[net.bottoms.index(item)] if item in net.bottoms else Lijnsoort.VAST
        lines.append(_line(sheet, net.groep, net.van, soort, points))
    return lines


def _line(
    sheet: Blad, groep: int, van: frozenset[int], soort: Lijnsoort, points: Iterable[Punt]
) -> Lijn:
    return Lijn(tuple(points), soort, Laag.GEZIN, groep, sheet.tree.ids(van))


def _net(sheet: Blad, lead: Lead) -> Iterator[Lijn]:
    net = lead.net
    soort = BAND_LINES.get(net.band, Lijnsoort.VAST) if net.band else Lijnsoort.VAST
    plain = lead.ends[0].soort if len({end.soort for end in lead.ends}) == 1 else Lijnsoort.VAST
    start = sheet.foot(net.tops[0]) if net.tops else 0.0
    if lead.couple:
        start = sheet.bar_y(lead.couple, net.row)
        (left, right), (one, other) = lead.legs, net.tops
        points = (
            Punt(left, sheet.foot(one)), Punt(left, start),
            Punt(right, start), Punt(right, sheet.foot(other)),
        )  # fmt: skip
        yield _line(sheet, net.groep, net.van, soort, points)
        yield from _slashes(sheet, lead, start)
    if lead.comb:
        level = sheet.bar_y(lead.comb, net.row)
        if lead.drop is not None:
            drop = (Punt(lead.drop, start), Punt(lead.drop, level))
            yield _line(sheet, net.groep, net.van, plain, drop)
        for soort, left, right in _comb(lead):
            piece = (Punt(left, level), Punt(right, level))
            yield _line(sheet, net.groep, net.van, soort, piece)
        start = level
    for end in lead.ends:
        yield from _end(sheet, lead, end, start)


def _comb(lead: Lead) -> Iterator[tuple[Lijnsoort, float, float]]:
    """Cut the bar over the children where it goes on to foster children only."""
    drop = lead.ends[0].x if lead.drop is None else lead.drop
    places = sorted({drop, *(end.x for end in lead.ends)})
    pieces: list[tuple[Lijnsoort, float, float]] = []
    for left, right in pairwise(places):
        beyond = [end.soort for end in lead.ends if (end.x >= right) == (left >= drop)]
        soort = Lijnsoort.VAST if Lijnsoort.VAST in beyond else beyond[0]
        if pieces and pieces[-1][0] is soort:
            pieces[-1] = (soort, pieces[-1][1], right)
        else:
            pieces.append((soort, left, right))
    return iter(pieces)


def _end(sheet: Blad, lead: Lead, end: End, start: float) -> Iterator[Lijn]:
    """Lead a line to one child, or to twins."""
    net = lead.net
    head = sheet.head(end.items[0])
    if len(end.items) == 1:
        points = (Punt(end.x, start), Punt(end.x, _touch(sheet, end.items[0], end.x)))
        yield _line(sheet, net.groep, net.van, end.soort, points)
        return
    fork = Punt(end.x, max(start, head - _FORK))
    yield _line(sheet, net.groep, net.van, end.soort, (Punt(end.x, start), fork))
    for item in end.items:
        point = Punt(sheet.x[item], head)
        yield _line(sheet, net.groep, net.van, end.soort, (fork, point))


def _touch(sheet: Blad, item: int, x: float) -> float:
    """Find where an upright line meets the symbol, which need not be its highest point."""
    head, off, half = sheet.head(item), abs(x - sheet.x[item]), SYMBOL / 2
    if item >= sheet.tree.people or off < 1:
        return head
    vorm = shape(sheet, item)
    if vorm is Vorm.CIRKEL:
        return head + half - sqrt(half**2 - off**2)
    return head if vorm is Vorm.VIERKANT else head + off * (2 if vorm is Vorm.DRIEHOEK else 1)


def shape(sheet: Blad, item: int) -> Vorm:
    """Square man, circle woman, triangle unborn, diamond for whom the sex is not known."""
    figuur = sheet.tree.gezin.figuren[item]
    if figuur.ongeboren:
        return Vorm.DRIEHOEK
    return {Geslacht.MAN: Vorm.VIERKANT, Geslacht.VROUW: Vorm.CIRKEL}.get(
        figuur.geslacht, Vorm.RUIT
    )


def _slashes(sheet: Blad, lead: Lead, y: float) -> Iterator[Lijn]:
    """Cross a bar once for a couple apart, twice for a divorced one, where nothing else is."""
    count = _SLASHES.get(lead.net.band, 0) if lead.net.band else 0
    if not count:
        return
    left, right = sorted(lead.legs)
    channel = sheet.channels[lead.net.row + 1]
    taken = [left, right, *(x for other in channel.leads for x in _upright(other))]
    places = [left + (right - left) * part / 12 for part in (3, 4, 2, 8, 9, 5, 7, 10, 6)]
    free = max(places, key=lambda place: _clear(place, taken))
    for number in range(count):
        x = free + (number - (count - 1) / 2) * _SLASH_STEP
        points = (
            Punt(x - _SLASH_WIDTH, y + _SLASH_HEIGHT),
            Punt(x + _SLASH_WIDTH, y - _SLASH_HEIGHT),
        )
        yield _line(sheet, lead.net.groep, lead.net.van, Lijnsoort.STREEPJE, points)


def _clear(place: float, taken: list[float]) -> float:
    return min([_SLASH_ROOM, *(abs(place - other) for other in taken)])


def _upright(lead: Lead) -> list[float]:
    drop = [] if lead.drop is None else [lead.drop]
    return [*lead.legs, *drop, *(end.x for end in lead.ends)]


def crossings(lines: Iterable[Lijn]) -> int:
    """Count where lines of different nets cross."""
    segments = [(line.net, pair) for line in lines for pair in pairwise(line.punten)]
    return sum(
        net != other and cross(one, two)
        for index, (net, one) in enumerate(segments)
        for other, two in segments[index + 1 :]
    )


def cross(one: Segment, two: Segment) -> bool:
    """Tell whether two lines cross, or lie over each other, between their ends."""
    (a, b), (c, d) = one, two
    if min(a.x, b.x) > max(c.x, d.x) or min(c.x, d.x) > max(a.x, b.x):
        return False
    if min(a.y, b.y) > max(c.y, d.y) or min(c.y, d.y) > max(a.y, b.y):
        return False
    sides = _side(a, b, c), _side(a, b, d), _side(c, d, a), _side(c, d, b)
    if not any(sides):
        return True
    return sides[0] * sides[1] < 0 and sides[2] * sides[3] < 0


def _side(a: Punt, b: Punt, c: Punt) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
