"""Gives the days and times of a rule, lazily, on the wall clock."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import takewhile

from vtdesk.values.herhaling import Herhaling, Ritme


def keren(regel: Herhaling, begint: datetime, tot: datetime) -> Iterator[datetime]:
    """Walk through a rule from its begin, in order, to a moment; wall clock in, wall clock out."""
    from dateutil import rrule  # noqa: PLC0415 (only who has a series pays for it)

    frequencies = {
        Ritme.DAG: rrule.DAILY,
        Ritme.WEEK: rrule.WEEKLY,
        Ritme.MAAND: rrule.MONTHLY,
        Ritme.JAAR: rrule.YEARLY,
    }
    ranked = regel.weekdag
    last = min(tot, datetime.combine(regel.tot, time.max)) if regel.tot else tot
    dates = rrule.rrule(
        frequencies[regel.ritme],
        dtstart=begint,
        interval=regel.om_de,
        count=regel.keer,
        # Without a count it ends by itself; with one the library allows no other end.
        until=None if regel.keer else last,
        byweekday=rrule.weekday(ranked[1])(ranked[0]) if ranked else regel.dagen or None,
        bymonthday=regel.maanddag,
    )
    return takewhile(lambda moment: moment < tot and moment <= last, dates)
