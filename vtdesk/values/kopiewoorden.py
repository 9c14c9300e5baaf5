"""When a reservekopie was made and what went wrong, as one says it."""

from datetime import datetime, timedelta

from vtdesk.values.kopieplan import liep_voor
from vtdesk.values.tijd import dichtbij, klok, local


def wanneer(moment: datetime, now: datetime) -> str:
    """Write `vandaag 17:32`, `gisteren 17:32` or `vr 8 mei 17:32`; says that a clock was ahead."""
    when = f"{dichtbij(local(moment).date(), local(now).date())} {klok(moment)}"
    return f"{when} (toen liep de klok voor)" if liep_voor(moment, now) else when


def die_van(moment: datetime | None, now: datetime) -> str:
    """Say which earlier copy can still be counted on; ends the sentence."""
    if moment is None:
        return "."
    day = dichtbij(local(moment).date(), local(now).date())
    when = f"{day} {klok(moment)}" if now - moment < timedelta(days=1) and day == "vandaag" else day
    return f"; die van {when} is nog goed."
