"""Small boxes with a word: each finds a place where it hides nothing."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from vtdesk.values.genogram.blad import Blad
from vtdesk.values.genogram.maat import TAG_HEIGHT, tag_text, tag_width
from vtdesk.values.genogram.tekening import Etiket, Laag, Lijn, Punt, Vak

_STEP = 6.0
_FROM_CORNER = 12.0
_AIR = 3.0
_MOST_LACK = 60.0  # what an outline may be wider for its name
_LOWER = 6.0  # how much lower a word may hang where the outline is close
_HANGS = 10.0  # how much of a word at the side lies over the border
_BESIDE = 9.0  # from a line to the box beside it

_Side = tuple[float, float, float]  # y, left, right


class Tags:
    """Places words one by one, and remembers for which there was no room."""

    def __init__(self, sheet: Blad, lines: Iterable[Lijn]) -> None:
        people = range(sheet.tree.people)
        self.boxes = [box for item in people for box in (sheet.symbol(item), sheet.caption(item))]
        self.placed = [
            Etiket(sheet.box(item), tag_text(sheet.tree.gezin.hulp[number].organisatie), Laag.HULP)
            for item, number in sheet.tree.hulp.items()
        ]
        self.missed = False
        self._borders: list[tuple[Punt, Punt]] = []
        self._segments = [pair for line in lines for pair in pairwise(line.punten)]

    def add_lines(self, line: Lijn) -> None:
        """Keep later words off this line too."""
        self._segments += pairwise(line.punten)

    def on_border(self, text: str, loops: Iterable[tuple[Punt, ...]], *, high: bool) -> float:
        """Put a word on the lower side of an outline, or first on the upper side; else beside it.

        Gives how much wider the outline should be for the word, mostly nothing.
        """
        text = tag_text(text)
        wide = tag_width(text)
        sides = [pair for loop in loops for pair in pairwise((*loop, loop[0]))]
        lower = sorted((a.y, b.x, a.x) for a, b in sides if a.y == b.y and b.x < a.x)[::-1]
        if self._take_level(text, wide, _level_sides(sides, lower, high=high)):
            return 0.0
        lack = wide + 2 * _FROM_CORNER - max(right - left for _, left, right in lower)
        if 0 < lack < _MOST_LACK:
            self.missed = True
            return lack + 1
        self._take_beside(text, wide, sides)
        return 0.0

    def _take_level(self, text: str, wide: float, sides: Iterable[_Side]) -> bool:
        return any(
            self._take(text, Punt(x, y), wide, Laag.WOONT_BIJ)
            for y, left, right in sides
            for x in _slide(left + _FROM_CORNER, right - _FROM_CORNER, wide)
        )

    def _take_beside(self, text: str, wide: float, sides: list[tuple[Punt, Punt]]) -> bool:
        upright = sorted((a.x, min(a.y, b.y), max(a.y, b.y)) for a, b in sides if a.x == b.x)
        return any(
            self._take(text, Punt(x + side * (wide / 2 - _HANGS), y), wide, Laag.WOONT_BIJ)
            for x, top, bottom in upright
            for side in (-1, 1)
            for y in _slide(top + _FROM_CORNER, bottom - _FROM_CORNER, TAG_HEIGHT)
        )

    def at_line(self, text: str, points: tuple[Punt, ...], laag: Laag) -> None:
        """Put a word beside a line, off the outlines if that can be; else on the line."""
        text = tag_text(text)
        wide = tag_width(text)
        off, borders = TAG_HEIGHT / 2 + _BESIDE, self._borders
        beside = [(-off, wide / 2 + _BESIDE), (off, -wide / 2 - _BESIDE)]
        for kept_off, places in ((borders, beside), ([], beside), ([], [(0.0, 0.0)])):
            self._borders = kept_off
            if any(self._take_at(text, points, laag, *place) for place in places):
                break
        self._borders = borders

    def keep_off(self, loops: Iterable[tuple[Punt, ...]]) -> None:
        """Keep words at lines off an outline."""
        self._borders += [pair for loop in loops for pair in pairwise((*loop, loop[0]))]

    def _take_at(
        self, text: str, points: tuple[Punt, ...], laag: Laag, across: float, along: float
    ) -> bool:
        """Try the longest piece of a line first, and its middle."""
        pieces = sorted(
            pairwise(points), key=lambda p: -abs(p[0].x - p[1].x) - abs(p[0].y - p[1].y)
        )
        for one, other in pieces:
            for place in _along(one, other):
                level = one.y == other.y
                middle = Punt(place.x + (0 if level else along), place.y + across * level)
                own = () if across else points
                if self._take(text, middle, tag_width(text), laag, own=own):
                    return True
        return False

    def _take(
        self, text: str, middle: Punt, wide: float, laag: Laag, own: tuple[Punt, ...] = ()
    ) -> bool:
        half = TAG_HEIGHT / 2
        vak = Vak(middle.x - wide / 2, middle.y - half, middle.x + wide / 2, middle.y + half)
        if vak.top < 0 or not self._free(vak, set(pairwise(own))):
            return False
        self.placed.append(Etiket(vak, text, laag))
        return True

    def _free(self, vak: Vak, own: set[tuple[Punt, Punt]]) -> bool:
        if any(vak.meets(box, _AIR) for box in self.boxes):
            return False
        if any(vak.meets(tag.vak, _AIR) for tag in self.placed):
            return False
        lines = (*self._segments, *self._borders)
        return not any(touches(vak, pair) for pair in lines if pair not in own)


def touches(vak: Vak, segment: tuple[Punt, Punt]) -> bool:
    """Tell whether a line comes into a box, or very near."""
    (x1, y1), (x2, y2) = segment
    around = Vak(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
    return vak.meets(around, _AIR)


def _level_sides(sides: list[tuple[Punt, Punt]], lower: list[_Side], *, high: bool) -> list[_Side]:
    """List the level sides of an outline in the order in which a word likes them."""
    upper = sorted((a.y, a.x, b.x) for a, b in sides if a.y == b.y and b.x > a.x)
    hanging = [(y + _LOWER, left, right) for y, left, right in lower]
    return [*upper[: int(high)], *lower, *hanging, *upper]


def _slide(left: float, right: float, wide: float) -> Iterator[float]:
    """Try the middle first, then ever further to both sides."""
    middle, room = (left + right) / 2, (right - left - wide) / 2
    if room >= 0:
        yield middle
    steps = int(room // _STEP)
    for number in range(1, steps + 1):
        yield middle - number * _STEP
        yield middle + number * _STEP


def _along(one: Punt, other: Punt) -> Iterator[Punt]:
    for part in (0.5, 0.35, 0.65, 0.2, 0.8):
        yield Punt(one.x + (other.x - one.x) * part, one.y + (other.y - one.y) * part)
