"""Finds a way for a line around boxes, along free lanes, with few corners and few crossings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from vtdesk.values.genogram.blad import Blad
from vtdesk.values.genogram.tekening import Lijn, Omtrek, Punt, Vak

_AIR = 7.0  # beside people; a zigzag needs it
_END_AIR = 3.0  # where a line reaches its own symbol
_CORNER = 40.0
_CROSSED = 45.0
_FOLLOWED = 400.0  # a line over or right beside another
_BESIDE = 9.0
_OUTSIDE = 16.0
_BLOCKED = 1e8
_ARROW_ROOM, _STUMP = 16.0, 3.0  # the last bit of a line should have room for an arrow
_WIDE = 34.0  # a gap with room for lines side by side


@dataclass(frozen=True, slots=True)
class Port:
    """A place where a line may begin or end, and the direction in which it leaves."""

    edge: Punt
    dx: int
    dy: int
    price: float = 0.0


_State = tuple[int, int, bool]  # column, row, came along a row


class Router:
    """A grid of free columns and lanes; each route found is in the way of the next."""

    def __init__(
        self, sheet: Blad, obstacles: list[Vak], lines: Iterable[Lijn], borders: Iterable[Omtrek]
    ) -> None:
        self._obstacles = obstacles
        self._upright: list[Vak] = []
        self._level: list[Vak] = []
        self._borders = [
            _around(one, other)
            for border in borders
            for rand in border.randen
            for one, other in pairwise((*rand, rand[0]))
        ]
        for line in lines:
            self._add(line.punten)
        self._sheet = sheet
        self._xs: list[float] = []
        self._ys: list[float] = []
        self._costs: dict[tuple[Punt, Punt], float] = {}

    def route(self, start: list[Port], end: list[Port]) -> tuple[Punt, ...]:
        """Find the cheapest way from one of the ports to one of the others; none is empty."""
        ports = [*start, *end]
        self._xs = sorted({*self._columns(), *(port.edge.x for port in ports if port.dy)})
        self._ys = sorted({*self._lanes(), *(port.edge.y for port in ports if port.dx)})
        goals: dict[tuple[int, int], tuple[Port, float]] = {}
        for port, node, cost in self._entries(end):
            if cost < goals.get(node, (port, _BLOCKED))[1]:
                goals[node] = (port, cost)
        points = self._search(start, goals)
        found = tuple(_straightened(points))
        self._add(found)
        self._costs.clear()
        return found

    def _add(self, points: tuple[Punt, ...]) -> None:
        """Remember a line; a slanting one is in the way of both directions."""
        for one, other in pairwise(points):
            vak = _around(one, other)
            if one.x == other.x or one.y != other.y:
                self._upright.append(vak)
            if one.y == other.y or one.x != other.x:
                self._level.append(vak)

    def _lanes(self) -> Iterator[float]:
        for lanes in self._sheet.lanes:
            yield from lanes

    def _columns(self) -> Iterator[float]:
        """List free columns: between neighbours of every row, and outside of them."""
        sheet = self._sheet
        for row in sheet.rows:
            boxes = [sheet.box(item) for item in row]
            yield boxes[0].left - _OUTSIDE
            yield boxes[-1].right + _OUTSIDE
            for left, right in pairwise(boxes):
                middle = (left.right + right.left) / 2
                yield middle
                if right.left - left.right > _WIDE:
                    yield from (middle - 10, middle + 10)

    def _entries(self, ports: list[Port]) -> Iterator[tuple[Port, tuple[int, int], float]]:
        """Find for each port the first point of the grid outside of it, if that is free."""
        for port in ports:
            node = self._first(port)
            if node:
                first = self._at(node)
                cost = self._priced(*sorted((port.edge, first)), air=_END_AIR) + port.price
                length = abs(first.x - port.edge.x) + abs(first.y - port.edge.y)
                cost += _STUMP * max(_ARROW_ROOM - length, 0.0)
                if cost < _BLOCKED:
                    yield port, node, cost

    def _first(self, port: Port) -> tuple[int, int] | None:
        if port.dx:
            column = _ahead(self._xs, port.edge.x, port.dx)
            return None if column is None else (column, self._ys.index(port.edge.y))
        row = _ahead(self._ys, port.edge.y, port.dy)
        return None if row is None else (self._xs.index(port.edge.x), row)

    def _at(self, node: tuple[int, int]) -> Punt:
        return Punt(self._xs[node[0]], self._ys[node[1]])

    def _search(
        self, start: list[Port], goals: dict[tuple[int, int], tuple[Port, float]]
    ) -> list[Punt]:
        queue: list[tuple[float, _State]] = []
        best: dict[_State, float] = {}
        came: dict[_State, _State | Port] = {}

        def reach(state: _State, cost: float, source: "_State | Port") -> None:
            if cost < best.get(state, _BLOCKED):
                best[state], came[state] = cost, source
                heappush(queue, (cost, state))

        for port, node, cost in self._entries(start):
            reach((*node, bool(port.dx)), cost, port)
        finish = (_BLOCKED, (0, 0, False))
        while queue and queue[0][0] < finish[0]:
            cost, state = heappop(queue)
            if (goal := goals.get(state[:2])) is not None:
                corner = _CORNER if bool(goal[0].dx) != state[2] else 0.0
                finish = min(finish, (cost + goal[1] + corner, state))
            if cost <= best[state]:
                for step, price in self._steps(state):
                    reach(step, cost + price, state)
        return self._path(finish[1], came, goals) if finish[0] < _BLOCKED else []

    def _path(
        self,
        state: _State,
        came: dict[_State, "_State | Port"],
        goals: dict[tuple[int, int], tuple[Port, float]],
    ) -> list[Punt]:
        points = [goals[state[:2]][0].edge]
        step: _State | Port = state
        while not isinstance(step, Port):
            points.append(self._at(step[:2]))
            step = came[step]
        return [*points, step.edge][::-1]

    def _steps(self, state: _State) -> Iterator[tuple[_State, float]]:
        column, row, along = state
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            node = (column + dx, row + dy)
            if 0 <= node[0] < len(self._xs) and 0 <= node[1] < len(self._ys):
                cost = self._cost(self._at((column, row)), self._at(node))
                if cost < _BLOCKED:
                    yield (*node, bool(dx)), cost + (_CORNER if bool(dx) != along else 0)

    def _cost(self, one: Punt, other: Punt) -> float:
        key = (one, other) if one < other else (other, one)
        if key not in self._costs:
            self._costs[key] = self._priced(*key, air=_AIR)
        return self._costs[key]

    def _priced(self, one: Punt, other: Punt, *, air: float) -> float:
        """Price one step; `one` lies left of or above `other`."""
        (left, top), (right, bottom) = one, other
        for vak in self._obstacles:
            if (
                vak[0] - air < right
                and left < vak[2] + air
                and vak[1] - air < bottom
                and top < vak[3] + air
            ):
                return _BLOCKED
        upright = left == right
        along, across = (self._upright, self._level) if upright else (self._level, self._upright)
        along = [*along, *(vak for vak in self._borders if (vak[0] == vak[2]) == upright)]
        followed = [
            1
            for x1, y1, x2, y2 in along
            if x1 - _BESIDE < right
            and left < x2 + _BESIDE
            and y1 - _BESIDE < bottom
            and top < y2 + _BESIDE
        ]
        crossed = [
            1
            for x1, y1, x2, y2 in across
            if x1 <= right and left <= x2 and y1 <= bottom and top <= y2
        ]
        length = right - left + bottom - top
        return length + _FOLLOWED * len(followed) + _CROSSED * len(crossed)


def _ahead(places: list[float], start: float, way: int) -> int | None:
    """Number the first of sorted places well beyond a start, in one direction."""
    beyond = [
        index for index, place in enumerate(places) if (place - start) * way > _AIR - _END_AIR
    ]
    return (beyond[0] if way > 0 else beyond[-1]) if beyond else None


def _around(one: Punt, other: Punt) -> Vak:
    left, right = min(one.x, other.x), max(one.x, other.x)
    return Vak(left, min(one.y, other.y), right, max(one.y, other.y))


def _straightened(points: list[Punt]) -> Iterator[Punt]:
    """Leave out the points at which a line goes straight on."""
    for index, point in enumerate(points):
        if 0 < index < len(points) - 1:
            before, after = points[index - 1], points[index + 1]
            if before.x == point.x == after.x or before.y == point.y == after.y:
                continue
        yield point
