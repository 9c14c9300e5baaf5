"""The lines between two rows: which bar lies above which, so that the fewest lines cross."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

from vtdesk.values.genogram.maat import FROM_END, SYMBOL
from vtdesk.values.genogram.plaats import Docks
from vtdesk.values.genogram.stamboom import Net, Stamboom
from vtdesk.values.genogram.tekening import Lijnsoort

_NEAR = 7.0  # two upright lines this close cannot be told apart
_SIDESTEP = 8.0
_ASIDE = 9.0  # how far a line may meet a symbol from its middle
_LEAN = 18.0  # how far a line may leave from beside the middle of a name
_OVERLAP = 6.0  # price of two lines over each other, in crossings
_LOW_COUPLE = 0.01
_FAR = 999  # below all bars


@dataclass(frozen=True, slots=True)
class End:
    """Where a line reaches the next row: one child, or twins from one point."""

    x: float
    items: tuple[int, ...]
    soort: Lijnsoort


@dataclass(slots=True, eq=False)
class Bar:
    """A level line with the upright lines above and below it."""

    net: int
    couple: bool
    up: list[float]
    down: list[float]
    level: int = 0

    @property
    def left(self) -> float:
        """The left end."""
        return min([*self.up, *self.down])

    @property
    def right(self) -> float:
        """The right end."""
        return max([*self.up, *self.down])


@dataclass(slots=True)
class Lead:
    """The lines of one net: legs from the parents, a drop, and the ends at the children."""

    net: Net
    legs: list[float]
    ends: list[End]
    drop: float | None = None
    couple: Bar | None = None
    comb: Bar | None = None  # over the children; none when one child hangs straight below


@dataclass(slots=True)
class Channel:
    """All lines between two rows."""

    leads: list[Lead] = field(default_factory=list)
    levels: int = 0


def channel(tree: Stamboom, row: int, x: list[float], docked: Docks) -> Channel:
    """Lay out the lines under one row (-1: above the first)."""
    numbers = [number for number, net in enumerate(tree.nets) if net.row == row]
    leads = [_lead(tree, number, x, docked) for number in numbers]
    for lead in leads:
        _choose_drop(lead, leads)
    bars = [bar for lead, number in zip(leads, numbers, strict=True) for bar in _bars(lead, number)]
    order = _Order(bars, leads).best
    return Channel(leads, _levels(order))


def _lead(tree: Stamboom, number: int, x: list[float], docked: Docks) -> Lead:
    net = tree.nets[number]
    legs = [x[top] + docked.below[top, number] for top in net.tops]
    ends: list[End] = []
    soort_of = dict(zip(net.bottoms, net.soorten, strict=False))
    for items in _twins_together(tree, net, x):
        places = [x[item] + docked.above[item, number] for item in items]
        ends.append(End(sum(places) / len(places), items, soort_of[items[0]]))
    if len(legs) == len(ends) == 1 and net.tops[0] < tree.people:
        only = sum(net.tops[0] in other.tops for other in tree.nets) == 1
        if only and abs(legs[0] - ends[0].x) <= _LEAN:
            legs = [ends[0].x]
    if len(legs) == len(ends) == 1 and abs(legs[0] - ends[0].x) <= _ASIDE:
        ends = [replace(ends[0], x=legs[0])]
    return Lead(net, legs, ends)


def _twins_together(tree: Stamboom, net: Net, x: list[float]) -> list[tuple[int, ...]]:
    """Group twins that stand side by side."""
    groups: list[tuple[int, ...]] = []
    for item in sorted(net.bottoms, key=x.__getitem__):
        before = groups[-1] if groups else ()
        pairs = [twins for twins in tree.tweelingen if item in twins]
        if (
            before
            and any(twins.issuperset(before) for twins in pairs)
            and _adjacent(tree, before[-1], item, x)
        ):
            groups[-1] = (*before, item)
        else:
            groups.append((item,))
    return groups


def _adjacent(tree: Stamboom, one: int, other: int, x: list[float]) -> bool:
    row = tree.row_of[one]
    return not any(
        x[one] < place < x[other] and tree.row_of[item] == row for item, place in enumerate(x)
    )


def _choose_drop(lead: Lead, leads: list[Lead]) -> None:
    """Let the line to the children fall where it needs no corner and follows no other line."""
    if not lead.ends or not lead.legs:
        return
    if len(lead.legs) == 1:
        lead.drop = lead.legs[0]
        return
    left, right = min(lead.legs) + FROM_END, max(lead.legs) - FROM_END
    taken = [
        place
        for other in leads
        if other is not lead
        for place in (*other.legs, *(end.x for end in other.ends), *_drops(other))
    ]
    for place in _wishes(lead, left, right):
        if left <= place <= right and all(abs(place - other) >= _NEAR for other in taken):
            lead.drop = place
            break
    else:
        lead.drop = (left + right) / 2
    only = lead.ends[0]
    if len(lead.ends) == 1 and 0 < abs(only.x - lead.drop) <= _ASIDE:
        lead.ends = [replace(only, x=lead.drop)]


def _wishes(lead: Lead, left: float, right: float) -> Iterator[float]:
    """List where the line to the children may fall, the best place first."""
    first, last = min(end.x for end in lead.ends), max(end.x for end in lead.ends)
    wish = min(max(min(max((left + right) / 2, first), last), left), right)
    yield wish
    for number in range(1, 8):
        yield from (wish + number * _SIDESTEP, wish - number * _SIDESTEP)


def _drops(lead: Lead) -> list[float]:
    return [] if lead.drop is None else [lead.drop]


def _bars(lead: Lead, number: int) -> Iterator[Bar]:
    if len(lead.legs) > 1:
        lead.couple = Bar(number, couple=True, up=lead.legs, down=_drops(lead))
        yield lead.couple
    straight = len(lead.ends) == 1 and _drops(lead) == [lead.ends[0].x]
    if lead.ends and not straight:
        lead.comb = Bar(number, couple=False, up=_drops(lead), down=[end.x for end in lead.ends])
        yield lead.comb


class _Order:
    """Searches the order of the bars from top to bottom with the fewest crossings."""

    def __init__(self, bars: list[Bar], leads: list[Lead]) -> None:
        self._leads = leads
        self._numbers = {id(bar): lead for lead in leads for bar in (lead.couple, lead.comb)}
        self.best = sorted(bars, key=lambda bar: (not bar.couple, bar.right - bar.left, bar.left))
        self._price = self._priced(self.best)
        while self._improved():
            pass

    def _improved(self) -> bool:
        before = self._price
        for bar in list(self.best):
            rest = [other for other in self.best if other is not bar]
            for place in range(len(rest) + 1):
                order = [*rest[:place], bar, *rest[place:]]
                price = self._priced(order)
                if price < self._price - 1e-9:
                    self._price, self.best = price, order
        return self._price < before

    def _priced(self, order: list[Bar]) -> float:
        level = {id(bar): number for number, bar in enumerate(order)}
        uprights = [line for lead in self._leads for line in _uprights(lead, level)]
        price = 1e6 * sum(top > bottom for _, _, top, bottom in uprights)
        for bar in order:
            own, at = self._numbers[id(bar)], level[id(bar)]
            price += sum(
                lead is not own and top < at < bottom and bar.left < x < bar.right
                for lead, x, top, bottom in uprights
            )
            price += _LOW_COUPLE * at * bar.couple
        for (one, x, top, bottom), (other, x2, top2, bottom2) in combinations(uprights, 2):
            if one is not other and abs(x - x2) < _NEAR and top < bottom2 and top2 < bottom:
                price += _OVERLAP
        return price


def _uprights(lead: Lead, level: dict[int, int]) -> Iterator[tuple[Lead, float, int, int]]:
    """List the upright lines of a net with the levels between which they run."""
    couple = level[id(lead.couple)] if lead.couple else -1
    comb = level[id(lead.comb)] if lead.comb else _FAR
    for leg in lead.legs:
        yield lead, leg, -1, couple if lead.couple else comb
    if lead.couple and lead.drop is not None:
        yield lead, lead.drop, couple, comb
    if lead.comb:
        for end in lead.ends:
            yield lead, end.x, comb, _FAR


def _levels(order: list[Bar]) -> int:
    """Let bars that do not meet share a level; tell how many levels there are."""
    for index, bar in enumerate(order):
        above = [
            other.level + 1
            for other in order[:index]
            if other.left - SYMBOL / 2 < bar.right and bar.left < other.right + SYMBOL / 2
        ]
        bar.level = max(above, default=0)
    return max((bar.level + 1 for bar in order), default=0)
