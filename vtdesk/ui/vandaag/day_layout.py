"""Where the blocks of a day stand: lanes and rectangles, without Qt.

All arithmetic is in UTC: on the day of a clock change wall-clock subtraction is an hour off.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from vtdesk.values.tijd import at, end_of, local, start_of

FIRST_HOUR, LAST_HOUR = 8, 18


class Timed(Protocol):
    """What has a place in the day."""

    @property
    def id(self) -> UUID: ...
    @property
    def begin(self) -> datetime: ...
    @property
    def einde(self) -> datetime: ...


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
class HourLine:
    """One full hour of the day; the hour after a clock change comes twice or not at all."""

    words: str
    top: float


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The whole column: hours, blocks and what stands for the rest."""

    begin: datetime
    height: float
    hour: float
    hours: tuple[HourLine, ...]
    blocks: tuple[Placed, ...]
    rests: tuple[Placed, ...]

    def top_of(self, moment: datetime) -> float:
        """Give where a moment lies, also when it lies outside the column."""
        return _hours_between(self.begin, moment) * self.hour

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment lies in the column."""
        return bool(self.hours) and 0 <= self.top_of(moment) <= self.hours[-1].top


@dataclass(slots=True)
class _Extent:
    """One block while its place is being sought."""

    id: UUID
    top: float
    bottom: float
    real_end: float  # before it grew
    lane: int = 0


def lay_out(day: date, items: Sequence[Timed], measure: Measure) -> DayLayout:
    """Place the blocks of a day; each item is in a block or in a rest, exactly once."""
    ordered = sorted(items, key=_order)
    begin, einde = _span(day, ordered)
    extents = _extents(ordered, (begin, einde), measure)
    blocks: list[Placed] = []
    rests: list[Placed] = []
    for cluster in _clusters(extents):
        _choose_lanes(cluster)
        blocks += _blocks(cluster, measure)
        rests += _rest(cluster, measure)
    bottom = max((extent.bottom for extent in extents), default=0.0)
    return DayLayout(
        begin=begin,
        height=max(_hours_between(begin, einde) * measure.hour, bottom),
        hour=measure.hour,
        hours=tuple(_hour_lines(begin, einde, measure.hour)),
        blocks=tuple(blocks),
        rests=tuple(rests),
    )


def _hours_between(begin: datetime, einde: datetime) -> float:
    return (einde.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() / 3600


def _order(item: Timed) -> tuple[datetime, float, UUID]:
    """Order by begin, the longest first; two moments of one zone compare by figures, so in UTC."""
    return item.begin.astimezone(UTC), -_hours_between(item.begin, item.einde), item.id


def _span(day: date, items: Sequence[Timed]) -> tuple[datetime, datetime]:
    """Give the full hours that the column shows: the working day, and what lies around it."""
    midnight, next_midnight = start_of(day).astimezone(UTC), end_of(day).astimezone(UTC)
    begin = at(day, FIRST_HOUR).astimezone(UTC)
    einde = at(day, LAST_HOUR).astimezone(UTC)
    for item in items:
        begin = min(begin, max(midnight, _full_hour(item.begin)))
        late = item.einde.astimezone(UTC)
        full = _full_hour(late)
        einde = max(einde, min(next_midnight, full if full == late else full + timedelta(hours=1)))
    return begin, einde


def _full_hour(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _hour_lines(begin: datetime, einde: datetime, hour: float) -> Iterator[HourLine]:
    for number in range(round(_hours_between(begin, einde)) + 1):
        moment = begin + timedelta(hours=number)
        words = "24:00" if number and f"{local(moment):%H}" == "00" else f"{local(moment):%H:%M}"
        yield HourLine(words, number * hour)


def _extents(
    items: Sequence[Timed], span: tuple[datetime, datetime], measure: Measure
) -> list[_Extent]:
    """Give each item its height; what is too short grows up where there is room, then down."""
    least = measure.least + measure.air
    begin, einde = (moment.astimezone(UTC) for moment in span)
    placed: list[_Extent] = []
    for item in items:
        real_top = _hours_between(begin, max(begin, item.begin.astimezone(UTC))) * measure.hour
        real_end = _hours_between(begin, min(einde, item.einde.astimezone(UTC))) * measure.hour
        top, bottom = _give_way(real_top, placed, measure.push), real_end
        if (short := least - (bottom - top)) > 0:
            ceiling = max((other.bottom for other in placed if other.bottom <= top), default=0.0)
            up = min(short, top - ceiling)
            top, bottom = top - up, bottom + short - up
        placed.append(_Extent(item.id, top, bottom, real_end))
    return placed


def _give_way(top: float, placed: Sequence[_Extent], push: float) -> float:
    """Begin a little lower when what stands above is over by then and only looks longer."""
    grown = (other.bottom for other in placed if other.real_end <= top < other.bottom)
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
            left = extent.lane * (width + measure.gap)
            height = extent.bottom - extent.top - measure.air
            yield Placed((extent.id,), left, extent.top + measure.air / 2, width, height)


def _rest(cluster: list[_Extent], measure: Measure) -> Iterator[Placed]:
    hidden = [extent for extent in cluster if extent.lane >= measure.lanes]
    if hidden:
        top = min(extent.top for extent in hidden)
        bottom = max(extent.bottom for extent in hidden)
        ids = tuple(extent.id for extent in hidden)
        left = measure.width - measure.rest
        yield Placed(ids, left, top + measure.air / 2, measure.rest, bottom - top - measure.air)
