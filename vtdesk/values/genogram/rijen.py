"""Which generation everybody is drawn in."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from vtdesk.values.genogram.gezin import BandSoort, Gezin, OuderSoort
from vtdesk.values.genogram.paren import Paar, numbers

_OWN = {OuderSoort.BIOLOGISCH, OuderSoort.ADOPTIE}


def rows(gezin: Gezin, paren: list[Paar], groepen: list[list[int]]) -> list[int]:
    """Give each person a row, 0 at the top: children under parents, couples and siblings level."""
    level = _Level(len(gezin.figuren), paren)
    networks = [paar for paar in paren if paar.band is BandSoort.NETWERK]
    for paar in paren:
        if paar not in networks:
            level.join(paar.leden)
    for paar in paren:
        level.join(kind for kind, soort in paar.kinderen.items() if soort in _OWN)
    for groep in groepen:
        level.join(groep)
    for paar in networks:
        level.join(paar.leden)
    found = level.rows()
    _place_parts(gezin, found, _parts(len(gezin.figuren), paren, groepen))
    lowest = min(found, default=0)
    return [row - lowest for row in found]


class _Level:
    """People who share a row; joining is refused where one descends from the other."""

    def __init__(self, count: int, paren: list[Paar]) -> None:
        self._of = list(range(count))
        self._below = [
            (ouder, kind) for paar in paren for kind in paar.kinderen for ouder in paar.leden
        ]

    def join(self, people: Iterable[int]) -> None:
        """Put people on one row, as far as that can be."""
        for one, other in pairwise(list(people)):
            a, b = self._of[one], self._of[other]
            if a != b and not self._leads(a, b) and not self._leads(b, a):
                self._of = [a if level == b else level for level in self._of]

    def _edges(self) -> dict[int, set[int]]:
        edges: dict[int, set[int]] = {}
        for ouder, kind in self._below:
            edges.setdefault(self._of[ouder], set()).add(self._of[kind])
        return edges

    def _leads(self, start: int, end: int) -> bool:
        edges, seen, todo = self._edges(), {start}, [start]
        while todo:
            new = edges.get(todo.pop(), set()) - seen
            seen |= new
            todo += new
        return end in seen

    def rows(self) -> list[int]:
        """As high as can be; then whoever has children comes down to just above them."""
        edges = self._edges()
        order = list(_topological(set(self._of), edges))
        row = dict.fromkeys(order, 0)
        for level in order:
            for below in edges.get(level, ()):
                row[below] = max(row[below], row[level] + 1)
        for level in reversed(order):
            if edges.get(level):
                row[level] = min(row[below] for below in edges[level]) - 1
        return [row[level] for level in self._of]


def _topological(levels: set[int], edges: dict[int, set[int]]) -> Iterator[int]:
    left = sorted(levels)
    while left:
        blocked = set().union(*(edges.get(level, set()) for level in left))
        free = [level for level in left if level not in blocked]
        yield from free
        left = [level for level in left if level in blocked]


def _parts(count: int, paren: list[Paar], groepen: list[list[int]]) -> list[int]:
    """Number the parts of the family that no tie joins."""
    part = list(range(count))
    ties = [[*paar.leden, *paar.kinderen] for paar in paren] + groepen
    for tie in ties:
        for other in tie[1:]:
            a, b = part[tie[0]], part[other]
            part = [a if number == b else number for number in part]
    return part


def _place_parts(gezin: Gezin, row: list[int], part: list[int]) -> None:
    """Bring loose parts beside those they live with, support or hurt; else beside the parents."""
    number = numbers(gezin)
    central = {number[kind] for kind in gezin.centraal} or set(range(len(row)))
    placed = {part[max(central, key=lambda person: (row[person], -person))]} if row else set()
    ground = max((row[person] for person in central if part[person] in placed), default=0)
    meetings = [[number[lid] for lid in huis.leden] for huis in gezin.huishoudens]
    meetings += [[number[laag.van], number[laag.naar]] for laag in gezin.lijnen]
    while missing := [p for p in dict.fromkeys(part) if p not in placed]:
        chosen, shift = _next_part(row, part, placed, meetings, missing)
        if shift is None:
            mine = [row[person] for person in range(len(row)) if part[person] == chosen]
            single = len(set(mine)) == 1
            shift = (ground - 1 if single and ground else ground) - max(mine)
        for person in range(len(row)):
            if part[person] == chosen:
                row[person] += shift
        placed.add(chosen)


def _next_part(
    row: list[int], part: list[int], placed: set[int], meetings: list[list[int]], missing: list[int]
) -> tuple[int, int | None]:
    for meeting in meetings:
        here = [person for person in meeting if part[person] in placed]
        there = [person for person in meeting if part[person] not in placed]
        if here and there:
            shift = min(row[person] for person in here) - row[there[0]]
            return part[there[0]], shift
    return missing[0], None
