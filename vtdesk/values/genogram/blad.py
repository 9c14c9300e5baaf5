"""The sheet: x and y of everybody, and of all bars, for one order of the rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vtdesk.values.genogram.leiding import Bar, Channel, channel
from vtdesk.values.genogram.maat import (
    LABEL_ROOM,
    MARGIN,
    OUTLINE,
    OUTLINE_STEP,
    SYMBOL,
    TAG_HEIGHT,
    UNDER_SYMBOL,
    Bijschrift,
    captions,
    widths,
)
from vtdesk.values.genogram.plaats import Placing, docks
from vtdesk.values.genogram.prijs import Rows
from vtdesk.values.genogram.stamboom import Stamboom
from vtdesk.values.genogram.tekening import Vak

TRACK = 16.0  # between two bars
LANE = 15.0  # between two lines of a layer
_UNDER_ROW = 12.0
_OVER_ROW = 20.0
_MOST_LANES = 4


@dataclass(slots=True)
class Wider:
    """What did not fit the last time, and asks for more room."""

    asked: dict[int, dict[tuple[int, int], float]] = field(default_factory=dict)  # per household
    houses: dict[int, float] = field(default_factory=dict)
    room: float = LABEL_ROOM  # less than usual where the sheet would be too wide
    left: float = 0.0  # beside the whole drawing
    tried: dict[int, int] = field(default_factory=dict)  # how often a household asked
    lanes: list[int] = field(default_factory=list)  # per channel; empty until all are routed once


@dataclass(slots=True)
class Blad:
    """All places of one layout, before lines and texts are made of them."""

    tree: Stamboom
    rows: Rows
    texts: list[tuple[Bijschrift, ...]]
    widths: list[float]
    x: list[float]
    channels: list[Channel]  # the first lies above the first row
    wider: Wider
    tops: list[float] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    first_bars: list[float] = field(default_factory=list)  # per channel
    lanes: list[list[float]] = field(default_factory=list)  # per channel
    height: float = 0.0

    def symbol(self, item: int) -> Vak:
        """The square that holds the symbol of a person."""
        top, x = self.tops[self.tree.row_of[item]], self.x[item]
        return Vak(x - SYMBOL / 2, top, x + SYMBOL / 2, top + SYMBOL)

    def caption(self, item: int) -> Vak:
        """The box that holds the text of a person."""
        top = self.symbol(item).bottom + UNDER_SYMBOL
        half = max((line.width for line in self.texts[item]), default=0.0) / 2
        height = sum(line.height for line in self.texts[item])
        return Vak(self.x[item] - half, top, self.x[item] + half, top + height)

    def box(self, item: int) -> Vak:
        """All that an item takes of its row."""
        if item < self.tree.people:
            symbol, caption = self.symbol(item), self.caption(item)
            left, right = min(symbol.left, caption.left), max(symbol.right, caption.right)
            return Vak(left, symbol.top, right, caption.bottom)
        row, half = self.tree.row_of[item], self.widths[item] / 2
        bottom = self.tops[row] + TAG_HEIGHT if item in self.tree.hulp else self.bottoms[row]
        return Vak(self.x[item] - half, self.tops[row], self.x[item] + half, bottom)

    def foot(self, item: int) -> float:
        """Where lines leave at the lower side."""
        if item < self.tree.people:
            return self.caption(item).bottom + 2
        return self.bottoms[self.tree.row_of[item]]

    def head(self, item: int) -> float:
        """Where lines arrive at the upper side."""
        return self.tops[self.tree.row_of[item]]

    def bar_y(self, bar: Bar, row: int) -> float:
        """The height of a bar in the channel under a row."""
        return self.first_bars[row + 1] + bar.level * TRACK

    def air(self, house: int) -> float:
        """How far the outline of a household stays from its members; those inside, closer."""
        mine = self.tree.huishoudens[house]
        outer = sum(bool(mine & other) for other in self.tree.huishoudens[:house])
        return OUTLINE - OUTLINE_STEP * min(outer, 2)


def blad(tree: Stamboom, rows: Rows, wider: Wider) -> Blad:
    """Place everything for one order."""
    texts = captions(tree.gezin, wider.room)
    sizes, docked = widths(tree, texts), docks(tree, rows)
    x = Placing(tree, rows, sizes, docked).places(_between(tree, rows, wider))
    x = [place + wider.left for place in x]
    channels = [channel(tree, row, x, docked) for row in range(-1, len(rows))]
    sheet = Blad(tree, rows, texts, sizes, x, channels, wider)
    _stack(sheet)
    return sheet


def _between(tree: Stamboom, rows: Rows, wider: Wider) -> Mapping[tuple[int, int], float]:
    """Add the room that outlines ask for at the right of their last member."""
    found: dict[tuple[int, int], float] = {}
    for asked in wider.asked.values():
        for pair, extra in asked.items():
            found[pair] = max(found.get(pair, 0.0), extra)
    for house, extra in wider.houses.items():
        row = rows[max(tree.row_of[item] for item in tree.huishoudens[house])]
        last = max(index for index, item in enumerate(row) if item in tree.huishoudens[house])
        if last + 1 < len(row):
            pair = (row[last], row[last + 1])
            found[pair] = found.get(pair, 0.0) + extra
    return found


def _stack(sheet: Blad) -> None:
    """Give rows and channels their height, from top to bottom."""
    most = min(_layers(sheet.tree), _MOST_LANES)
    y = MARGIN
    for number, lines in enumerate(sheet.channels):
        y += _UNDER_ROW + (_outline(sheet, number - 1) if number else 0.0)
        sheet.first_bars.append(y)
        y += max(lines.levels - 1, 0) * TRACK + (TRACK if lines.levels else 0.0)
        lanes = sheet.wider.lanes[number] if sheet.wider.lanes else most
        sheet.lanes.append([y + lane * LANE for lane in range(lanes)])
        y += lanes * LANE
        if number == len(sheet.rows):
            break
        y += _outline(sheet, number) + (_OVER_ROW if lines.leads else 0.0)
        sheet.tops.append(y)
        y += _row_height(sheet, number)
        sheet.bottoms.append(y)
    sheet.height = y


def _row_height(sheet: Blad, row: int) -> float:
    texts = [sheet.texts[item] for item in sheet.rows[row] if item < sheet.tree.people]
    if not texts:
        return TAG_HEIGHT
    lines = max(sum(line.height for line in text) for text in texts)
    return SYMBOL + UNDER_SYMBOL + lines


def _outline(sheet: Blad, row: int) -> float:
    homes = any(sheet.tree.row_of[item] == row for h in sheet.tree.huishoudens for item in h)
    return OUTLINE + TAG_HEIGHT / 2 if homes else 0.0


def _layers(tree: Stamboom) -> int:
    bij = sum(len(hulp.bij) for hulp in tree.gezin.hulp)
    return len(tree.gezin.geweld) + len(tree.gezin.steun) + bij
