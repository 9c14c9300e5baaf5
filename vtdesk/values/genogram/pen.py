"""The strokes that a painter makes of a line: zigzag, double, dashes, arrow, round corners."""

from collections.abc import Iterator
from itertools import pairwise
from math import hypot

from vtdesk.values.genogram.tekening import Lijn, Lijnsoort, Punt, Symbool, Vorm

DASHES: dict[Lijnsoort, tuple[float, ...]] = {
    Lijnsoort.GESTREEPT: (6, 4),
    Lijnsoort.GESTIPPELD: (1.5, 4),
    Lijnsoort.STREEPPUNT: (9, 3, 1.5, 3),
    Lijnsoort.HULPLIJN: (1.5, 3),
}
OUTLINE_DASHES = (7.0, 5.0)
SYMBOL_DASHES = (5.0, 3.0)  # of who is not known or not involved
CORNER = 10.0  # radius of an outline
_WAVE, _SWING = 8.0, 4.5
_APART = 2.0
_ARROW, _ARROW_HALF = 12.0, 6.0
_EDGE = {Vorm.CIRKEL: 0.71, Vorm.RUIT: 0.5, Vorm.DRIEHOEK: 0.5}  # where the edge is on a diagonal
_OPEN = 0.45  # half of the square in the middle that holds an age


def strokes(line: Lijn) -> Iterator[tuple[Punt, ...]]:
    """Give the open lines to draw for one line."""
    if line.soort is Lijnsoort.ZIGZAG:
        yield zigzag(line.punten, end=_ARROW if line.pijl else 0.0)
    elif line.soort is Lijnsoort.DUBBEL:
        yield beside(line.punten, _APART)
        yield beside(line.punten, -_APART)
    else:
        yield line.punten


def zigzag(points: tuple[Punt, ...], *, end: float) -> tuple[Punt, ...]:
    """Swing to and fro along a line, and go straight for the last bit under an arrow."""
    found = [points[0]]
    for number, (one, other) in enumerate(pairwise(points), start=2):
        length = hypot(other.x - one.x, other.y - one.y)
        wavy = max(length - (end if number == len(points) else 0.0), 0.0)
        waves, normal = max(int(wavy / _WAVE), 1), _normal(one, other)
        step = Punt(normal.y * wavy / waves, -normal.x * wavy / waves)
        for wave in range(waves):
            swing = _SWING if wave % 2 else -_SWING
            x, y = one.x + step.x * (wave + 0.5), one.y + step.y * (wave + 0.5)
            found.append(Punt(x + normal.x * swing, y + normal.y * swing))
        found.append(Punt(one.x + step.x * waves, one.y + step.y * waves))
    return tuple(found)


def beside(points: tuple[Punt, ...], distance: float) -> tuple[Punt, ...]:
    """Shift a line with square corners to its left hand."""
    normals = [_normal(one, other) for one, other in pairwise(points)]
    found = []
    for index, point in enumerate(points):
        near = {normals[max(index - 1, 0)], normals[min(index, len(normals) - 1)]}
        x = point.x + distance * sum(normal.x for normal in near)
        found.append(Punt(x, point.y + distance * sum(normal.y for normal in near)))
    return tuple(found)


def _normal(one: Punt, other: Punt) -> Punt:
    length = hypot(other.x - one.x, other.y - one.y) or 1.0
    return Punt(-(other.y - one.y) / length, (other.x - one.x) / length)


def arrow(points: tuple[Punt, ...]) -> tuple[Punt, ...]:
    """Give the filled head at the end of a line."""
    one, tip = points[-2:]
    length = hypot(tip.x - one.x, tip.y - one.y) or 1.0
    ux, uy = (tip.x - one.x) / length, (tip.y - one.y) / length
    base = Punt(tip.x - ux * _ARROW, tip.y - uy * _ARROW)
    return (
        tip,
        Punt(base.x - uy * _ARROW_HALF, base.y + ux * _ARROW_HALF),
        Punt(base.x + uy * _ARROW_HALF, base.y - ux * _ARROW_HALF),
    )


def cross(symbool: Symbool) -> Iterator[tuple[Punt, Punt]]:
    """Cross out who died, from the edge inwards; an age in the middle stays readable."""
    x, y = symbool.vak.midden
    half = (symbool.vak.right - symbool.vak.left) / 2
    reach = half * _EDGE.get(symbool.vorm, 1.0)
    inner = half * _OPEN if symbool.teken else 0.0
    for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        yield Punt(x + dx * reach, y + dy * reach), Punt(x + dx * inner, y + dy * inner)


def rounded(rand: tuple[Punt, ...]) -> Iterator[tuple[Punt, Punt, Punt]]:
    """Give per corner of an outline where its curve begins, the corner, and where it ends."""
    count = len(rand)
    for index, corner in enumerate(rand):
        before, after = rand[index - 1], rand[(index + 1) % count]
        yield _toward(corner, before), corner, _toward(corner, after)


def _toward(corner: Punt, other: Punt) -> Punt:
    length = hypot(other.x - corner.x, other.y - corner.y) or 1.0
    part = min(CORNER, length / 2) / length
    return Punt(corner.x + (other.x - corner.x) * part, corner.y + (other.y - corner.y) * part)
