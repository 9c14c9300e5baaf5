"""What may be seen of the agenda by anyone: when she is busy, and which time is her own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda.words import DONE
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import at, end_of, start_of

OWN = frozenset({AfspraakSoort.EIGEN_TIJD, AfspraakSoort.LUNCH})


@dataclass(frozen=True, slots=True)
class Bezet:
    """A span of one day; several appointments on end are one, so that nothing can be counted."""

    begin: datetime
    einde: datetime
    own: bool = False
    id: UUID = field(default_factory=uuid4)

    @property
    def words(self) -> str:
        """Say what it is, and no more."""
        return "Eigen tijd" if self.own else "Bezet"


def neutral(day: date, rows: Sequence[AfspraakRow], *, verlof: bool) -> list[Bezet]:
    """Give what a day shows to anyone; a day of leave is a working day of her own time."""
    rows = [row for row in rows if not row.hele_dag and row.staat not in DONE]
    busy = _joined(_spans(day, (row for row in rows if row.soort not in OWN)))
    away = [(at(day, 9), at(day, 17))] if verlof else []
    own = _joined([*_spans(day, (row for row in rows if row.soort in OWN)), *away])
    return [*(Bezet(*span) for span in busy), *(Bezet(*span, own=True) for span in own)]


def _spans(day: date, rows: Iterable[AfspraakRow]) -> Iterator[tuple[datetime, datetime]]:
    begin, einde = start_of(day), end_of(day)
    for row in rows:
        if row.begin < einde and row.einde > begin:
            yield max(begin, row.begin), min(einde, row.einde)


def _joined(
    spans: Iterable[tuple[datetime, datetime]],
) -> list[tuple[datetime, datetime]]:
    """Join what touches."""
    joined: list[tuple[datetime, datetime]] = []
    for begin, einde in sorted(spans):
        if joined and begin <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(einde, joined[-1][1])
        else:
            joined.append((begin, einde))
    return joined
