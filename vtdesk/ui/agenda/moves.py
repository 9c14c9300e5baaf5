"""Moving a block: where it and what follows would stand, and what it would then stand on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.format import duur, tijden
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import end_of, local, minutes_between, start_of

STEP = 5
Span = tuple[datetime, datetime]


class Reach(StrEnum):
    """How far a move reaches: over the rest of its day, or over its series."""

    ALONE = "alleen deze"
    REST = "alles erna ook"
    FOLLOWING = "deze en volgende"
    SERIES = "alle"


_OWN_TIME = frozenset({AfspraakSoort.LUNCH, AfspraakSoort.REISTIJD})


@dataclass(frozen=True, slots=True)
class Move:
    """A block on its way: which one and how many minutes; not yet stored."""

    row: AfspraakRow
    minutes: int

    @property
    def moved(self) -> AfspraakRow:
        """Give the block as it would stand."""
        return shifted(self.row, self.minutes)

    def by(self, minutes: int, day: date) -> "Move":
        """Move on by some minutes, but never to another day."""
        earliest = minutes_between(self.row.begin, start_of(day))
        latest = minutes_between(self.row.einde, end_of(day))
        return Move(self.row, max(min(0, earliest), min(self.minutes + minutes, max(0, latest))))


def may_move(row: AfspraakRow) -> bool:
    """Tell whether a block can be moved: planned, and at a time of the day."""
    return row.staat is AfspraakStaat.GEPLAND and not row.hele_dag


def shifted(row: AfspraakRow, minutes: int) -> AfspraakRow:
    """Give a block some minutes later; what is meant is minutes that pass, not figures."""
    shift = timedelta(minutes=minutes)
    return replace(row, begin=_later(row.begin, shift), einde=_later(row.einde, shift))


def after(row: AfspraakRow, rows: Sequence[AfspraakRow]) -> list[AfspraakRow]:
    """List what would move along: what is planned later that day."""
    return [other for other in rows if may_move(other) and other.begin > row.begin]


def going(move: Move, rows: Sequence[AfspraakRow], reach: Reach) -> list[AfspraakRow]:
    """Give all that moves, as it would stand."""
    return [shifted(row, move.minutes) for row in _moving(move, rows, reach)]


def clashes(move: Move, rows: Sequence[AfspraakRow], reach: Reach) -> list[AfspraakRow]:
    """List what the moved blocks would stand on and did not stand on before."""
    before = _moving(move, rows, reach)
    ids = {row.id for row in before}
    return [
        other
        for other in rows
        if other.id not in ids
        and may_move(other)
        and any(_meets(row, other) for row in going(move, rows, reach))
        and not any(_meets(row, other) for row in before)
    ]


def warning(clashing: Sequence[AfspraakRow], placed: Sequence[Span]) -> str:
    """Say what planning on top of these blocks would mean; nothing when nothing is there."""
    if not clashing:
        return ""
    own_time = [row for row in clashing if row.soort in _OWN_TIME]
    if len(own_time) == len(clashing):
        left = sum(max(0, _left(row, placed)) for row in own_time)
        kinds = {row.soort for row in own_time}
        both = "lunch en reizen" if len(kinds) > 1 else _for(own_time[0].soort)
        return f"Je hebt dan {duur(left)} voor {both}."
    first = next(row for row in clashing if row.soort not in _OWN_TIME)
    also = f" en nog {len(clashing) - 1}" if len(clashing) > 1 else ""
    return f"Dit valt samen met {first.titel}, {tijden(first.begin, first.einde)}{also}."


def old_begins(move: Move, rows: Sequence[AfspraakRow], reach: Reach) -> Mapping[UUID, datetime]:
    """Remember where everything stood, for who changes her mind."""
    return {row.id: row.begin for row in _moving(move, rows, reach)}


def _moving(move: Move, rows: Sequence[AfspraakRow], reach: Reach) -> list[AfspraakRow]:
    return [move.row, *(after(move.row, rows) if reach is Reach.REST else ())]


def _for(soort: AfspraakSoort) -> str:
    return "lunch" if soort is AfspraakSoort.LUNCH else "reizen"


def _left(row: AfspraakRow, placed: Sequence[Span]) -> int:
    taken = sum(
        max(0, minutes_between(max(row.begin, begin), min(row.einde, einde)))
        for begin, einde in placed
    )
    return minutes_between(row.begin, row.einde) - taken


def _meets(one: AfspraakRow, other: AfspraakRow) -> bool:
    return one.begin < other.einde and other.begin < one.einde


def _later(moment: datetime, shift: timedelta) -> datetime:
    return local(moment.astimezone(UTC) + shift)
