"""Who stands left of whom: a search that always takes the same steps and ends in time."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from vtdesk.values.genogram.prijs import Price, Row, Rows
from vtdesk.values.genogram.stamboom import Stamboom

_BUDGET = 40_000  # items looked at from each start; larger families get fewer tries
_LEAST = 800
_SWEEPS = 4


def orders(tree: Stamboom) -> list[Rows]:
    """Find good orders of the rows, the best first; the drawing decides between them."""
    if not tree.row_of:
        return []
    price = Price(tree)
    tries = max(_BUDGET // len(tree.row_of), _LEAST)
    found: dict[Rows, None] = {}
    for start in dict.fromkeys(_starts(tree)):
        found[_Search(tree, price, start, tries).best] = None
    mirrored = tuple(row[::-1] for row in min(found, key=price.of))
    found[_Search(tree, price, mirrored, tries).best] = None
    return sorted(found, key=price.of)


def _starts(tree: Stamboom) -> Iterator[Rows]:
    """Walk through the family from the children that it is about, and from the eldest."""
    number = {figuur.id: item for item, figuur in enumerate(tree.gezin.figuren)}
    central = sorted(number[kind] for kind in tree.gezin.centraal) or [0]
    yield _smoothed(tree, _walk(tree, central[0], mirrored=False))
    yield _walk(tree, tree.rows[0][0], mirrored=True)


def _walk(tree: Stamboom, first: int, *, mirrored: bool) -> Rows:
    near = _neighbours(tree)
    rows: list[list[int]] = [[] for _ in tree.rows]
    seen: set[int] = set()
    everybody = [first, *range(len(tree.row_of))]
    stack = everybody[::-1]
    while stack:
        item = stack.pop()
        if item in seen:
            continue
        seen.add(item)
        rows[tree.row_of[item]].append(item)
        stack += near[item] if mirrored else near[item][::-1]
    return tuple(tuple(row) for row in rows)


def _neighbours(tree: Stamboom) -> list[list[int]]:
    """List per item who is drawn next to it: partners, parents, siblings, children, household."""
    partners: list[list[int]] = [[] for _ in tree.row_of]
    families: list[list[int]] = [[] for _ in tree.row_of]
    children: list[list[int]] = [[] for _ in tree.row_of]
    for net in tree.nets:
        for top in net.tops:
            partners[top] += net.tops
            children[top] += net.bottoms
        for bottom in net.bottoms:
            families[bottom] += [*net.tops, *net.bottoms]
    for house in tree.huishoudens:
        for item in house:
            children[item] += sorted(house)
    lists = zip(partners, families, children, strict=True)
    return [[*first, *second, *third] for first, second, third in lists]


def _smoothed(tree: Stamboom, rows: Rows) -> Rows:
    for _ in range(_SWEEPS):
        rows = _ripple(tree, rows, 0)
        rows = _ripple(tree, rows, len(rows) - 1)
    return rows


def _ripple(tree: Stamboom, rows: Rows, fixed: int) -> Rows:
    """Sort the other rows after one row: children after parents, parents after children."""
    new = list(rows)
    for number in range(fixed + 1, len(new)):
        ties = [(net.bottoms, net.tops) for net in tree.nets if net.row == number - 1]
        new[number] = _sorted_after(ties, new[number], new[number - 1])
    for number in range(fixed - 1, -1, -1):
        ties = [(net.tops, net.bottoms) for net in tree.nets if net.row == number]
        new[number] = _sorted_after(ties, new[number], new[number + 1])
    return tuple(new)


def _sorted_after(ties: list[tuple[Row, Row]], row: Row, sure: Row) -> Row:
    """Sort a row by the middle of those in a sorted row to whom its people are tied."""
    place = {item: index for index, item in enumerate(sure)}
    found: dict[int, list[float]] = {}
    for ends, others in ties:
        if others:
            middle = sum(place[item] for item in others) / len(others)
            for item in ends:
                found.setdefault(item, []).append(middle)
    scale = len(sure) / max(len(row), 1)
    middles = {
        item: sum(found[item]) / len(found[item]) if item in found else index * scale
        for index, item in enumerate(row)
    }
    return tuple(sorted(row, key=middles.__getitem__))


class _Search:
    """Moves people, couples and branches as long as the price falls."""

    def __init__(self, tree: Stamboom, price: Price, start: Rows, tries: int) -> None:
        self._tree, self._price, self._tries = tree, price, tries
        self.best = start
        self._lowest = price.of(start)
        while self._tries > 0 and self._improved():
            pass

    def _improved(self) -> bool:
        before = self._lowest
        for number in range(len(self.best)):
            self._settle(number, self._single_moves)
            self._settle(number, self._block_moves)
        return self._lowest < before

    def _settle(self, number: int, moves: Callable[[int], Iterator[Rows]]) -> None:
        """Take the best move of one kind in one row until none helps."""
        while self._tries > 0:
            rows = min(self._tried(moves(number)), key=lambda found: found[0], default=None)
            if rows is None or rows[0] >= self._lowest - 1e-9:
                return
            self._lowest, self.best = rows

    def _tried(self, options: Iterable[Rows]) -> Iterator[tuple[float, Rows]]:
        for rows in options:
            self._tries -= 1
            yield self._price.of(rows), rows

    def _with(self, number: int, row: Row) -> Rows:
        return (*self.best[:number], row, *self.best[number + 1 :])

    def _single_moves(self, number: int) -> Iterator[Rows]:
        row = self.best[number]
        for index, item in enumerate(row):
            rest = (*row[:index], *row[index + 1 :])
            for place in range(len(row)):
                if place != index:
                    yield self._with(number, (*rest[:place], item, *rest[place:]))

    def _block_moves(self, number: int) -> Iterator[Rows]:
        blocks = _blocks(self._tree, self.best[number])
        for index, block in enumerate(blocks):
            rest = [*blocks[:index], *blocks[index + 1 :]]
            for place in range(len(blocks)):
                for turned in (block, block[::-1]):
                    row = sum([*rest[:place], turned, *rest[place:]], ())
                    if row != self.best[number]:
                        yield (rows := self._with(number, row))
                        yield _ripple(self._tree, rows, number)


def _blocks(tree: Stamboom, row: Row) -> list[Row]:
    """Cut a row between people who are no couple."""
    couples = [set(net.tops) for net in tree.nets if len(net.tops) > 1]
    blocks: list[list[int]] = [[row[0]]] if row else []
    for left, right in pairwise(row):
        if any({left, right} <= couple for couple in couples):
            blocks[-1].append(right)
        else:
            blocks.append([right])
    return [tuple(block) for block in blocks]
