"""What comes next in a casus, in words: an appointment, or a date that must not be missed."""

from datetime import datetime

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.format import moment
from vtdesk.values.tijd import dichtbij, local


def hierna(casus: CasusRow, now: datetime) -> str:
    """Name the nearest of both; empty when nothing is to come."""
    coming, date = casus.volgende_op, casus.mijlpaal
    if date and date.te_laat:
        return f"Te laat: {date.naam}"
    if date and (coming is None or date.op < local(coming).date()):
        return f"{dichtbij(date.op, local(now).date())} {date.naam}"
    return f"{moment(coming, now)} {casus.volgende}" if coming else ""
