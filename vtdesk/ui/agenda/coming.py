"""What comes now: the appointment the day is about, and the lunch that goes on."""

from collections.abc import Sequence
from datetime import datetime

from vtdesk.services.agenda import AfspraakRow
from vtdesk.ui.agenda import words
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat

OWN_TIME = frozenset({AfspraakSoort.LUNCH, AfspraakSoort.REISTIJD, AfspraakSoort.EIGEN_TIJD})


def coming(rows: Sequence[AfspraakRow], now: datetime) -> AfspraakRow | None:
    """Choose what the card is about: what goes on now, or else what begins first."""
    ahead = [
        row
        for row in rows
        if row.staat is AfspraakStaat.GEPLAND
        and not row.hele_dag
        and row.soort not in OWN_TIME
        and row.einde > now
    ]
    return min(ahead, key=lambda row: (row.begin, row.einde), default=None)


def lunch_now(rows: Sequence[AfspraakRow], now: datetime) -> AfspraakRow | None:
    """Give the lunch that goes on now."""
    lunches = (row for row in rows if row.soort is AfspraakSoort.LUNCH)
    return next(
        (r for r in lunches if r.staat is AfspraakStaat.GEPLAND and words.is_running(r, now)), None
    )
