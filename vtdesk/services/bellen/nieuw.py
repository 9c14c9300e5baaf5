"""A line about a call becomes a callback, or counts on with the one that already waits."""

from datetime import datetime
from typing import Any

from vtdesk.models import Terugbelverzoek
from vtdesk.values.belregel import Belregel
from vtdesk.values.dagkinds import BelSpoed, BelStand
from vtdesk.values.tijd import at, local

_SPOED = list(BelSpoed)


def new(read: Belregel, now: datetime) -> Terugbelverzoek:
    """Make a callback of a line."""
    back, after = _call_back(read, now)
    return Terugbelverzoek(
        gemaakt_op=now,
        regel=read.regel.strip(),
        laatst_op=_last_called(read, now),
        nummer=read.nummer,
        wie=read.wie,
        keren=read.keren,
        voicemail=read.voicemail,
        spoed=read.spoed or BelSpoed.VANDAAG,
        bellen_om=back,
        bellen_na=after,
    )


def merged(known: Terugbelverzoek, read: Belregel, now: datetime) -> dict[str, Any]:
    """Say what changes when somebody who waits calls again; what was typed before stays."""
    back, after = _call_back(read, now)
    urgency = [known.spoed, read.spoed] if read.spoed else [known.spoed]
    return {
        "regel": f"{known.regel}\n{read.regel.strip()}",
        "laatst_op": max(known.laatst_op, _last_called(read, now)),
        "keren": known.keren + read.keren,
        "voicemail": known.voicemail or read.voicemail,
        "wie": known.wie or read.wie,
        "spoed": min(urgency, key=_SPOED.index),
        "stand": BelStand.OPEN,
        "wacht_op": "",
        "bellen_om": back or known.bellen_om,
        "bellen_na": after if back else known.bellen_na,
    }


def _last_called(read: Belregel, now: datetime) -> datetime:
    """Give when they called last: the latest time in the line that has been."""
    today = local(now).date()
    times = [at(today, one.tijd.hour, one.tijd.minute) for one in read.tijden if not one.terug]
    return max((one for one in times if one <= now), default=now)


def _call_back(read: Belregel, now: datetime) -> tuple[datetime | None, bool]:
    """Give when to call: a time said so, or one that has yet to come."""
    today = local(now).date()
    for one in read.tijden:
        moment = at(today, one.tijd.hour, one.tijd.minute)
        if moment > now:
            return moment, one.na
    return None, False
