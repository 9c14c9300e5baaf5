"""Where the blocks of a day stand: lanes and rectangles, without Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from vtdesk.ui.agenda.day_axis import Axis, HourLine, Hours, Timed, axis_of

__all__ = ["DayLayout", "HourLine", "Measure", "Placed", "Timed", "lay_out"]


@dataclass(frozen=True, slots=True)
class Measure:
    """How large things are, in pixels; `least` is the height of the shortest block."""

    width: float
    hour: float = 58
    least: float = 24
    air: float = 2  # between blocks below each other
    push: float = 8  # as far as a block gives way to a short one that grew down over its begin
    gap: float = 4  # between lanes
    rest: float = 40  # width of what stands for the blocks beyond the last lane
    lanes: int = 3
    hours: Hours | None = None  # shared with the days beside it; else those of the day itself


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one block stands; with more than one id it stands for what found no lane."""

    ids: tuple[UUID, ...]
    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Give where it ends."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Give where it ends to the right."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The whole column: hours, blocks, what stands for the rest, and what stands beside."""

    axis: Axis
    height: float
    hours: tuple[HourLine, ...]
    blocks: tuple[Placed, ...]
    rests: tuple[Placed, ...]
    beside: tuple[Placed, ...]

    def top_of(self, moment: datetime) -> float:
        """Give where a moment lies, also when it lies outside the column."""
        return self.axis.top_of(moment)

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies in the column."""
        return bool(self.hours) and 0 <= self.top_of(moment) <= self.hours[-1].top


@dataclass(slots=True)
class _Extent:
    """One block while its place is being sought."""

    id: UUID
    top: float
    bottom: float
    real_top: float  # before it gave way or grew
    real_end: float
    lane: int = 0


def lay_out(
    day: date, items: Sequence[Timed], measure: Measure, beside: Sequence[Timed] = ()
) -> DayLayout:
    """Place the blocks of a day; each item is in a block or in a rest, exactly once.

    What stands `beside`, such as a missed call, has the right third of the column; blocks that
    last meanwhile leave it free.
    """
    axis = axis_of(day, [*items, *beside], measure.hour, measure.hours)
    extents = _extents(items, axis, measure)
    thin = _stacked(_extents(beside, axis, measure))
    blocks: list[Placed] = []
    rests: list[Placed] = []
    for cluster in _clusters(extents):
        _choose_lanes(cluster)
        room = _room_beside(cluster, thin, measure)
        blocks += _blocks(cluster, room)
        rests += _rest(cluster, room)
    bottom = max((extent.bottom for extent in (*extents, *thin)), default=0.0)
    return DayLayout(
        axis=axis,
        height=max(axis.height, bottom),
        hours=tuple(axis.lines()),
        blocks=tuple(blocks),
        rests=tuple(rests),
        beside=tuple(_thin_blocks(thin, measure)),
    )


def _extents(items: Sequence[Timed], axis: Axis, measure: Measure) -> list[_Extent]:
    """Give each item its height; what is too short grows up where there is room, then down."""
    least = measure.least + measure.air
    placed: list[_Extent] = []
    lasting: list[_Extent] = []  # those above that may still be in the way
    ceiling = 0.0
    ordered = _ordered(items, axis)
    for place, (item, real_top, real_end) in enumerate(ordered):
        over = [other for other in lasting if other.bottom <= real_top]
        ceiling = max([ceiling, *(other.bottom for other in over)])
        lasting = [other for other in lasting if other.bottom > real_top]
        top, bottom = _give_way(real_top, lasting, measure.push), real_end
        if (short := least - (bottom - top)) > 0:
            above = max([ceiling, *(other.bottom for other in lasting if other.bottom <= top)])
            up = min(short, top - above)
            top, bottom = top - up, bottom + short - up
        placed.append(_Extent(item.id, top, bottom, real_top, real_end))
        _stand_beside(placed, [span[1] for span in ordered[place + 1 : place + 2]], measure)
        lasting.append(placed[-1])
    return placed


def _stand_beside(placed: list[_Extent], after: list[float], measure: Measure) -> None:
    """Let two short blocks share the width, rather than the second one and what comes after."""
    least = measure.least + measure.air
    if not (placed[:-1] and after):
        return
    before, last = placed[-2:]
    top = max(before.real_top, last.real_end - least)
    if (
        before.real_end <= last.real_top
        and max(before.bottom - before.top, last.bottom - last.top) < least + 1
        and last.real_end <= after[0] < last.bottom - measure.push
        and top + least <= after[0] + measure.push
    ):
        before.top, before.bottom = before.real_top, before.real_top + least
        last.top, last.bottom = top, top + least


def _ordered(items: Sequence[Timed], axis: Axis) -> list[tuple[Timed, float, float]]:
    """Order by begin, the longest first."""
    spans = [(item, *axis.clipped(item)) for item in items]
    return sorted(spans, key=lambda span: (axis.top_of(span[0].begin), -span[2], span[0].id))


def _give_way(top: float, lasting: Sequence[_Extent], push: float) -> float:
    """Begin a little lower when what stands above is over by then and only looks longer."""
    grown = (other.bottom for other in lasting if other.real_end <= top < other.bottom)
    lowest = max(grown, default=top)
    return lowest if lowest - top <= push else top


def _clusters(extents: Sequence[_Extent]) -> Iterator[list[_Extent]]:
    """Group what hangs together in height, each group in the order of beginning."""
    cluster: list[_Extent] = []
    bottom = 0.0
    order = {extent.id: place for place, extent in enumerate(extents)}
    for extent in sorted(extents, key=lambda extent: extent.top):
        if cluster and extent.top >= bottom:
            yield sorted(cluster, key=lambda extent: order[extent.id])
            cluster = []
        cluster.append(extent)
        bottom = max(bottom, extent.bottom)
    if cluster:
        yield sorted(cluster, key=lambda extent: order[extent.id])


def _choose_lanes(cluster: list[_Extent]) -> None:
    """Give each block the leftmost lane that is free; the first one stands left."""
    bottoms: list[float] = []
    for extent in cluster:
        free = (lane for lane, bottom in enumerate(bottoms) if bottom <= extent.top)
        extent.lane = next(free, len(bottoms))
        if extent.lane == len(bottoms):
            bottoms.append(extent.bottom)
        else:
            bottoms[extent.lane] = extent.bottom


def _lane_width(cluster: list[_Extent], measure: Measure) -> float:
    lanes = max(extent.lane for extent in cluster) + 1
    if lanes > measure.lanes:
        return (measure.width - measure.rest - measure.gap * measure.lanes) / measure.lanes
    return (measure.width - measure.gap * (lanes - 1)) / lanes


def _blocks(cluster: list[_Extent], measure: Measure) -> Iterator[Placed]:
    width = _lane_width(cluster, measure)
    for extent in cluster:
        if extent.lane < measure.lanes:
            yield _placed(extent, extent.lane * (width + measure.gap), width, measure)


def _rest(cluster: list[_Extent], measure: Measure) -> Iterator[Placed]:
    hidden = [extent for extent in cluster if extent.lane >= measure.lanes]
    if hidden:
        top = min(extent.top for extent in hidden)
        bottom = max(extent.bottom for extent in hidden)
        ids = tuple(extent.id for extent in hidden)
        left = measure.width - measure.rest
        yield Placed(ids, left, top + measure.air / 2, measure.rest, bottom - top - measure.air)


def _placed(extent: _Extent, left: float, width: float, measure: Measure) -> Placed:
    height = extent.bottom - extent.top - measure.air
    return Placed((extent.id,), left, extent.top + measure.air / 2, width, height)


def _stacked(extents: list[_Extent]) -> list[_Extent]:
    """Put what stands beside below each other: a third of the column has no room for lanes."""
    bottom = 0.0
    for extent in extents:
        down = max(0.0, bottom - extent.top)
        extent.top, extent.bottom = extent.top + down, extent.bottom + down
        bottom = extent.bottom
    return extents


def _room_beside(cluster: list[_Extent], thin: Sequence[_Extent], measure: Measure) -> Measure:
    """Leave the right third free where something stands beside these blocks."""
    top = min(extent.top for extent in cluster)
    bottom = max(extent.bottom for extent in cluster)
    if any(extent.top < bottom and top < extent.bottom for extent in thin):
        return replace(measure, width=measure.width - _third(measure) - measure.gap)
    return measure


def _thin_blocks(thin: Sequence[_Extent], measure: Measure) -> Iterator[Placed]:
    width = _third(measure)
    for extent in thin:
        yield _placed(extent, measure.width - width, width, measure)


def _third(measure: Measure) -> float:
    return (measure.width - 2 * measure.gap) / 3
