"""Where everybody stands in a row: parents over their children, nobody too close."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from uuid import UUID

from vtdesk.values.genogram.maat import (
    DOCK,
    FROM_END,
    GAP,
    LANE_GAP,
    LAYER_ROOM,
    MARGIN,
    OUTLINE,
    SYMBOL,
    tag_text,
    tag_width,
)
from vtdesk.values.genogram.paren import numbers
from vtdesk.values.genogram.prijs import Rows
from vtdesk.values.genogram.stamboom import Net, Stamboom

_SWEEPS = 40
_TOP_DOCK = 14.0
_PULL_FAMILY, _PULL_AWAY, _PULL_HOUSE = 1.0, 0.2, 2.0
_PULL_STRAIGHT = 4.0  # a line that passes a row
_PULL_PARTNER, _PULL_TOGETHER, _STAY = 0.25, 1.5, 0.02
_HELD = 1e6  # somebody who was dragged


@dataclass(slots=True)
class Docks:
    """Where at an item its lines begin, from its middle; lines at one person never cross."""

    below: dict[tuple[int, int], float] = field(default_factory=dict)  # (item, net) → offset
    above: dict[tuple[int, int], float] = field(default_factory=dict)


def docks(tree: Stamboom, rows: Rows) -> Docks:
    """Sort the lines at each item: the nearest partner outermost, own children in the middle."""
    at = {item: place for row in rows for place, item in enumerate(row)}
    found = Docks()
    leaving: dict[int, list[tuple[float, int]]] = {}
    coming: dict[int, list[tuple[float, int]]] = {}
    for number, net in enumerate(tree.nets):
        for top in net.tops:
            leaving.setdefault(top, []).append((_leave_key(net, top, at), number))
        for bottom in net.bottoms:
            coming.setdefault(bottom, []).append((_come_key(net, bottom, at), number))
    for side, lines, step in ((found.below, leaving, DOCK), (found.above, coming, _TOP_DOCK)):
        for item, entries in lines.items():
            for index, (_, number) in enumerate(sorted(entries)):
                side[item, number] = (index - (len(entries) - 1) / 2) * step
    return found


def _leave_key(net: Net, top: int, at: Mapping[int, int]) -> float:
    steps = [at[other] - at[top] for other in net.tops if other != top]
    return 1 / steps[0] if steps else 0.0


def _come_key(net: Net, bottom: int, at: Mapping[int, int]) -> float:
    if net.tops:
        return sum(at[top] for top in net.tops) / len(net.tops)
    others = [at[other] for other in net.bottoms if other != bottom]
    return 1e6 if sum(others) / len(others) > at[bottom] else -1e6


@dataclass(frozen=True, slots=True)
class _Spring:
    """Holds two items at a distance, and pulls at both alike: else a family would drift away."""

    one: int
    other: int
    number: int  # of the net
    offset: float  # of `other` from the middle of the parents
    weight: float
    home: bool = False  # `one` is the only parent that `other` lives with


class Placing:
    """Pulls rows to and fro until each stands well between the others."""

    def __init__(self, tree: Stamboom, rows: Rows, widths: list[float], docked: Docks) -> None:
        self._tree, self._rows, self._widths, self._docks = tree, rows, widths, docked
        self._homes = [
            frozenset(n for n, house in enumerate(tree.huishoudens) if item in house)
            for item in range(len(tree.row_of))
        ]
        number = numbers(tree.gezin)
        self._least = _layer_room(tree, number)
        self._helped = {
            item: [number[person] for person in tree.gezin.hulp[hulp].bij]
            for item, hulp in tree.hulp.items()
        }
        self._x = [0.0] * len(tree.row_of)
        self._springs = [*self._family_springs(), *self._house_springs()]

    def places(self, wider: Mapping[tuple[int, int], float]) -> list[float]:
        """Find x for all items; `wider` asks for more room between two neighbours."""
        room = [self._room(row, wider) for row in self._rows]
        for row, steps in zip(self._rows, room, strict=True):
            self._settle(row, steps, {})
        for sweep in range(_SWEEPS):
            order = range(len(self._rows))
            for number in order if sweep % 2 == 0 else reversed(order):
                self._settle(self._rows[number], room[number], self._pulls(self._rows[number]))
        self._round(room)
        self._drag(room)
        self._straighten()
        left = min(x - width / 2 for x, width in zip(self._x, self._widths, strict=True))
        return [x - left + MARGIN + OUTLINE for x in self._x]

    def _room(self, row: tuple[int, ...], wider: Mapping[tuple[int, int], float]) -> list[float]:
        return [self._step(*pair) + wider.get(pair, 0.0) for pair in pairwise(row)]

    def _step(self, one: int, other: int) -> float:
        apart = (self._widths[one] + self._widths[other]) / 2
        people = self._tree.people
        apart += LANE_GAP if max(one, other) >= people else GAP
        for homes in (self._homes[one] - self._homes[other], self._homes[other] - self._homes[one]):
            apart += OUTLINE if homes else 0
        return max(apart, self._least.get(frozenset((one, other)), 0.0))

    def _family_springs(self) -> Iterator[_Spring]:
        """Hang children under their parents, in the places that a close row would give them."""
        packed = self._packed()
        for number, net in enumerate(self._tree.nets):
            docked = [packed[item] + self._docks.above[item, number] for item in net.bottoms]
            middle = (min(docked) + max(docked)) / 2 if docked else 0.0
            for child, place in zip(net.bottoms, docked, strict=True):
                weight = _PULL_FAMILY if self._lives_near(child, net) else _PULL_AWAY
                if max(child, *net.tops, 0) >= self._tree.people:
                    weight = _PULL_STRAIGHT
                for top in net.tops:
                    offset = place - middle - self._docks.above[child, number]
                    yield _Spring(top, child, number, offset, weight / len(net.tops))
                    if len(net.tops) > 1 and self._only_home(top, child, net):
                        yield _Spring(top, child, number, 0.0, _PULL_HOUSE, home=True)

    def _packed(self) -> dict[int, float]:
        """Place each row as close as can be."""
        found: dict[int, float] = {}
        for row in self._rows:
            steps = (self._step(one, other) for one, other in pairwise(row))
            found |= zip(row, accumulate(steps, initial=0.0), strict=True)
        return found

    def _lives_near(self, child: int, net: Net) -> bool:
        homes = self._homes[child]
        return not homes or any(homes & self._homes[top] for top in net.tops)

    def _only_home(self, top: int, child: int, net: Net) -> bool:
        shared = [other for other in net.tops if self._homes[other] & self._homes[child]]
        return shared == [top]

    def _house_springs(self) -> Iterator[_Spring]:
        """Draw members without a parent in their household under the others of it."""
        for house in self._tree.huishoudens:
            for item in sorted(house):
                parents = {
                    top for net in self._tree.nets if item in net.bottoms for top in net.tops
                }
                above = [o for o in house if self._tree.row_of[o] == self._tree.row_of[item] - 1]
                if not house & parents:
                    for other in sorted(above):
                        yield _Spring(other, item, -1, 0.0, _PULL_HOUSE / len(above))

    def _pulls(self, row: tuple[int, ...]) -> dict[int, list[tuple[float, float]]]:
        """Gather per item where it is pulled to, and how hard."""
        pulls: dict[int, list[tuple[float, float]]] = {item: [] for item in row}
        for spring in self._springs:
            lack = self._aim(spring) - self._x[spring.other]
            if spring.one in pulls:
                pulls[spring.one].append((self._x[spring.one] - lack, spring.weight))
            if spring.other in pulls:
                pulls[spring.other].append((self._x[spring.other] + lack, spring.weight))
        for net in self._tree.nets:
            if len(net.tops) > 1 and net.tops[0] in pulls:
                self._pull_partners(net, pulls)
        for item in self._helped.keys() & pulls.keys():
            pulls[item] += [(self._x[person], _PULL_FAMILY) for person in self._helped[item]]
        return pulls

    def _aim(self, spring: _Spring) -> float:
        """Tell where the lower end of a spring would like to be."""
        if spring.number < 0:
            return self._x[spring.one]
        tops = self._tree.nets[spring.number].tops
        places = {top: self._x[top] + self._docks.below[top, spring.number] for top in tops}
        if not spring.home:
            return sum(places.values()) / len(places) + spring.offset
        left, right = min(places.values()) + FROM_END, max(places.values()) - FROM_END
        return min(max(places[spring.one], left), right)

    def _pull_partners(self, net: Net, pulls: dict[int, list[tuple[float, float]]]) -> None:
        one, other = net.tops
        step = self._step(one, other) * (1 if self._x[one] < self._x[other] else -1)
        together = bool(self._homes[one] & self._homes[other])
        weight = _PULL_TOGETHER if together else _PULL_PARTNER
        pulls[one].append((self._x[other] - step, weight))
        pulls[other].append((self._x[one] + step, weight))

    def _settle(
        self,
        row: tuple[int, ...],
        steps: list[float],
        pulls: Mapping[int, list[tuple[float, float]]],
    ) -> None:
        """Place a row as near to its wishes as the room between neighbours allows."""
        wishes = []
        for item in row:
            pulled = [*pulls.get(item, []), (self._x[item], _STAY)]
            weight = sum(hard for _, hard in pulled)
            wishes.append((sum(to * hard for to, hard in pulled) / weight, weight))
        for item, x in zip(row, spread(wishes, steps), strict=True):
            self._x[item] = x

    def _round(self, room: list[list[float]]) -> None:
        """Give whole pixels, so that lines that should meet do."""
        for row, steps in zip(self._rows, room, strict=True):
            for index, item in enumerate(row):
                self._x[item] = float(round(self._x[item]))
                if index:
                    least = self._x[row[index - 1]] + steps[index - 1]
                    self._x[item] = max(self._x[item], float(-(-least // 1)))

    def _drag(self, room: list[list[float]]) -> None:
        """Move who was dragged; the others in the row give way."""
        moved = {
            item: shift
            for item, figuur in enumerate(self._tree.gezin.figuren)
            if (shift := self._tree.gezin.verschoven.get(figuur.id, 0.0))
        }
        for row, steps in zip(self._rows, room, strict=True):
            if not moved.keys().isdisjoint(row):
                wishes = [
                    (self._x[item] + moved.get(item, 0.0), _HELD if item in moved else 1.0)
                    for item in row
                ]
                for item, x in zip(row, spread(wishes, steps), strict=True):
                    self._x[item] = x

    def _straighten(self) -> None:
        """Put a line that passes a row right under where it comes from, if there is room."""
        for number, net in enumerate(self._tree.nets):
            if (
                len(net.tops) == 1
                and len(net.bottoms) == 1
                and net.bottoms[0] in self._tree.passing
            ):
                item = net.bottoms[0]
                x = self._x[net.tops[0]] + self._docks.below[net.tops[0], number]
                row = self._rows[self._tree.row_of[item]]
                if all(
                    abs(x - self._x[other]) >= self._widths[other] / 2 + LANE_GAP
                    and (x < self._x[other]) == (self._x[item] < self._x[other])
                    for other in row
                    if other != item
                ):
                    self._x[item] = x


def _layer_room(tree: Stamboom, number: Mapping[UUID, int]) -> dict[frozenset[int], float]:
    """Tell how far apart two people must stand for a line of a layer with its word."""
    return {
        frozenset((number[laag.van], number[laag.naar])): SYMBOL
        + max(tag_width(tag_text(laag.tekst)) + 2 * GAP, LAYER_ROOM)
        for laag in tree.gezin.lijnen
    }


def spread(wishes: list[tuple[float, float]], steps: list[float]) -> list[float]:
    """Find places at least `steps` apart with the least weighted squares away from the wishes."""
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    blocks: list[tuple[float, float, int]] = []  # mean, weight, how many
    for (wish, weight), offset in zip(wishes, offsets, strict=False):
        block = (wish - offset, weight, 1)
        while blocks and blocks[-1][0] > block[0]:
            mean, heavy, many = blocks.pop()
            total = heavy + block[1]
            block = ((mean * heavy + block[0] * block[1]) / total, total, many + block[2])
        blocks.append(block)
    means = [mean for mean, _, many in blocks for _ in range(many)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
