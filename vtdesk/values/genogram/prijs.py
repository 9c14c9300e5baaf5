"""What an order of the rows costs: crossings first, then what makes a drawing hard to read."""

from collections.abc import Sequence

from vtdesk.values.genogram.paren import birth_order
from vtdesk.values.genogram.stamboom import Net, Stamboom
from vtdesk.values.kinds import Geslacht

Row = tuple[int, ...]
Rows = tuple[Row, ...]

_CROSSING = 40.0
_STRANGER_IN_HOUSE = 14.0
_HOUSES_TWISTED = 16.0
_NOT_BY_BIRTH = 10.0
_STRANGER_BETWEEN_PARTNERS = 4.0
_STRANGER_BETWEEN_SIBLINGS = 2.0
_LAYER_SPAN = 2.5
_LEFT_WOMAN = 0.5


class Price:
    """Prices rows and pairs of rows, and remembers what it priced."""

    def __init__(self, tree: Stamboom) -> None:
        count = len(tree.rows)
        self._tree = tree
        self._nets: list[list[Net]] = [
            [net for net in tree.nets if net.row == row] for row in range(-1, count)
        ]
        births = [birth for birth, _ in birth_order(tree.gezin)]
        self._births = [birth.toordinal() for birth in births]
        self._women = {
            item for item, f in enumerate(tree.gezin.figuren) if f.geslacht is Geslacht.VROUW
        }
        self._layers = _layer_pairs(tree)
        self._rows: dict[tuple[int, Row], float] = {}
        self._channels: dict[tuple[int, Row, Row], float] = {}

    def of(self, rows: Rows) -> float:
        """Price a whole order."""
        total = 0.0
        for number, row in enumerate(rows):
            key = (number, row)
            if key not in self._rows:
                self._rows[key] = self._row(number, row)
            total += self._rows[key]
            if number + 1 < len(rows):
                pair = (number, row, rows[number + 1])
                if pair not in self._channels:
                    self._channels[pair] = self._channel(number, row, rows[number + 1])
                total += self._channels[pair]
        return total

    def _row(self, number: int, row: Row) -> float:
        at = {item: place for place, item in enumerate(row)}
        couples = self._nets[number + 1]
        families = [net for net in self._nets[number] if net.bottoms]
        price = _bars(couples, at)
        price += self._spans(couples, at) + self._siblings(families, at)
        for house in self._tree.huishoudens:
            inside = [at[item] for item in house if item in at]
            if inside:
                price += _STRANGER_IN_HOUSE * (max(inside) - min(inside) + 1 - len(inside))
        for one, other in self._layers:
            if one in at and other in at:
                price += _LAYER_SPAN * (abs(at[one] - at[other]) - 1)
        return price

    def _spans(self, couples: list[Net], at: dict[int, int]) -> float:
        price = 0.0
        for net in couples:
            if len(net.tops) > 1:
                left, right = sorted(net.tops, key=at.__getitem__)
                price += _STRANGER_BETWEEN_PARTNERS * (at[right] - at[left] - 1)
                price += _LEFT_WOMAN * (left in self._women and right not in self._women)
        return price

    def _siblings(self, families: list[Net], at: dict[int, int]) -> float:
        price = 0.0
        for net in families:
            places = [at[item] for item in net.bottoms]
            price += _STRANGER_BETWEEN_SIBLINGS * (max(places) - min(places) + 1 - len(places))
            if len(places) > 1:
                price += _NOT_BY_BIRTH * self._not_by_birth(net, at)
            if not net.tops:
                price += _CROSSING * _inside(families, net, at)
        return price

    def _not_by_birth(self, net: Net, at: dict[int, int]) -> int:
        people = [item for item in net.bottoms if item < len(self._births)]
        return sum(
            [
                at[one] > at[other] and self._births[one] <= self._births[other]
                for index, one in enumerate(people)
                for other in people[index + 1 :]
            ]
        )

    def _channel(self, number: int, upper: Row, lower: Row) -> float:
        above = {item: place for place, item in enumerate(upper)}
        below = {item: place for place, item in enumerate(lower)}
        ends = []
        for net in self._nets[number + 1]:
            if net.tops and net.bottoms:
                middle = sum([above[item] for item in net.tops]) / len(net.tops)
                ends.append((middle, [below[item] for item in net.bottoms]))
        ends.sort()
        price = 0.0
        for index, (start, children) in enumerate(ends):
            highest = max(children)
            for other_start, others in ends[index + 1 :]:
                if highest > min(others):
                    price += _CROSSING * _crossed(children, others, same=start == other_start)
        return price + (self._twisted(above, below) if self._tree.huishoudens else 0.0)

    def _twisted(self, above: dict[int, int], below: dict[int, int]) -> float:
        """Price households that swap sides from one row to the next."""
        sides = []
        for house in self._tree.huishoudens:
            up = [above[item] for item in house if item in above]
            down = [below[item] for item in house if item in below]
            if up and down:
                sides.append((sum(up) / len(up), sum(down) / len(down)))
        return _HOUSES_TWISTED * sum(
            (one[0] - other[0]) * (one[1] - other[1]) < 0
            for index, one in enumerate(sides)
            for other in sides[index + 1 :]
        )


def _bars(couples: list[Net], at: dict[int, int]) -> float:
    """Count where the bar of one couple meets the lines of another."""
    spans = []
    for net in couples:
        if net.tops:
            places = sorted(at[item] for item in net.tops)
            spans.append((places[0], places[-1], bool(net.bottoms)))
    spans.sort(key=lambda span: (span[0], -span[1]))
    crossings = 0
    for index, (left, right, _) in enumerate(spans):
        for start, end, with_children in spans[index + 1 :]:
            if start >= right:
                break
            if start == end:
                crossings += with_children and left < start
            elif end > right:
                crossings += start > left
            else:
                crossings += with_children
    return _CROSSING * crossings


def _crossed(children: Sequence[int], others: Sequence[int], *, same: bool) -> int:
    """Count how often the lines of two couples must cross; the first stands left of the other."""
    wrong = sum([one > other for one in children for other in others])
    wrong = min(wrong, len(children), len(others))
    if not same:
        return wrong
    mirrored = sum(one < other for one in children for other in others)
    return min(wrong, mirrored)


def _inside(families: list[Net], bracket: Net, at: dict[int, int]) -> int:
    places = sorted(at[item] for item in bracket.bottoms)
    return sum(
        places[0] < at[item] < places[-1]
        for net in families
        if net is not bracket
        for item in net.bottoms
        if item not in bracket.bottoms
    )


def _layer_pairs(tree: Stamboom) -> list[tuple[int, int]]:
    number = {figuur.id: item for item, figuur in enumerate(tree.gezin.figuren)}
    return [
        (number[laag.van], number[laag.naar]) for laag in tree.gezin.lijnen if laag.van != laag.naar
    ]
