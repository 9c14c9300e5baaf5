"""Outlines of households: around all who live there, around nobody else."""

from collections.abc import Iterator
from itertools import pairwise, product

from vtdesk.values.genogram.tekening import Punt, Vak

_ENOUGH = 40.0  # two parts that share this much width are joined straight down
_BRIDGE = 12.0  # height of a passage in the room between two rows


def outline(rows: list[list[Vak]], strangers: list[Vak], others: list[Vak]) -> list[Vak]:
    """Cover the members, given per row from top to bottom, with as few pieces as can be.

    `strangers` are never covered; `others` are parts of households without a common member.
    """
    whole = around([vak for row in rows for vak in row])
    if not any(whole.meets(vak) for vak in (*strangers, *others)):
        return [whole]
    runs = [_runs(row, strangers) for row in rows]
    joints = [passage for upper, lower in pairwise(runs) for passage in _joints(upper, lower)]
    if len(runs) == 1:
        joints = [_under(left, right) for left, right in pairwise(runs[0])]
    free = [vak for vak in joints if not any(vak.meets(o) for o in (*strangers, *others))]
    return [*(vak for run in runs for vak in run), *free]


def _joints(upper: list[Vak], lower: list[Vak]) -> Iterator[Vak]:
    for above, below in product(upper, lower):
        yield from _passages(above, below)


def _under(left: Vak, right: Vak) -> Vak:
    """Pass under a stranger who stands between two members."""
    return Vak(left.left, left.bottom - 1, right.right, left.bottom + _BRIDGE)


def around(vakken: list[Vak]) -> Vak:
    """Give the rectangle around rectangles."""
    return Vak(
        min(vak.left for vak in vakken),
        min(vak.top for vak in vakken),
        max(vak.right for vak in vakken),
        max(vak.bottom for vak in vakken),
    )


def _runs(row: list[Vak], strangers: list[Vak]) -> list[Vak]:
    """Join members who stand next to each other."""
    runs: list[Vak] = []
    for vak in sorted(row):
        joined = around([runs[-1], vak]) if runs else vak
        if runs and not any(joined.meets(stranger) for stranger in strangers):
            runs[-1] = joined
        else:
            runs.append(vak)
    return runs


def _passages(above: Vak, below: Vak) -> Iterator[Vak]:
    """Join two parts of neighbouring rows: straight down, or with a step between the rows."""
    left, right = max(above.left, below.left), min(above.right, below.right)
    if right - left >= _ENOUGH:
        yield Vak(left, above.bottom - 1, right, below.top + 1)
        return
    middle = below.top - _BRIDGE
    level = Vak(min(above.left, below.left), middle, max(above.right, below.right), below.top + 1)
    yield level
    yield Vak(above.left, above.bottom - 1, above.right, middle + 1)


def edges(vakken: list[Vak]) -> list[tuple[Punt, ...]]:
    """Trace the border of rectangles together, as closed shapes with square corners."""
    xs = sorted({x for vak in vakken for x in (vak.left, vak.right)})
    ys = sorted({y for vak in vakken for y in (vak.top, vak.bottom)})
    inside = {
        (column, row)
        for column, row in product(range(len(xs) - 1), range(len(ys) - 1))
        if any(
            vak.left <= xs[column] < vak.right and vak.top <= ys[row] < vak.bottom for vak in vakken
        )
    }
    follows = _border(inside)
    loops = []
    while follows:
        loop = _corners(_loop(follows))
        loops.append(tuple(Punt(xs[x], ys[y]) for x, y in loop))
    return loops


def _loop(follows: dict[tuple[int, int], list[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Follow a border once around, and take it away."""
    corner, came = min(follows), (0, 0)
    loop = [corner]
    while True:
        options = follows[corner]
        step = _rightmost(corner, came, options)
        options.remove(step)
        if not options:
            del follows[corner]
        came = (step[0] - corner[0], step[1] - corner[1])
        corner = step
        if corner == loop[0]:
            return loop
        loop.append(corner)


def _border(inside: set[tuple[int, int]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """List the steps along the border, with the inside at the right hand."""
    follows: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for x, y in sorted(inside):
        sides = (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        )
        for neighbour, start, end in sides:
            if neighbour not in inside:
                follows.setdefault(start, []).append(end)
    return follows


def _rightmost(
    corner: tuple[int, int], came: tuple[int, int], options: list[tuple[int, int]]
) -> tuple[int, int]:
    """Turn right where two shapes touch in a corner, so that each stays a shape of its own."""

    def turn(step: tuple[int, int]) -> int:
        return came[0] * (step[1] - corner[1]) - came[1] * (step[0] - corner[0])

    return max(options, key=turn)


def _corners(loop: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out the points at which the border goes straight on."""
    for before, corner, after in zip([loop[-1], *loop], loop, [*loop[1:], loop[0]], strict=False):
        level = before[1] == corner[1] == after[1]
        upright = before[0] == corner[0] == after[0]
        if not level and not upright:
            yield corner
