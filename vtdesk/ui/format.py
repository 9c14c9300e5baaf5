"""Dates, times, numbers and names as a Dutch reader expects them."""

from datetime import date, datetime

from vtdesk.values.tijd import dag_met_naam, dichtbij, klok, local, minutes_between, volle_dag


def tijden(begin: datetime, einde: datetime) -> str:
    """Write `13:00–14:25`."""
    return f"{klok(begin)}–{klok(einde)}"


def moment(when: datetime, now: datetime) -> str:
    """Write a moment as one says it: `12:30` today, `morgen 09:00`, `vr 15 mei 09:00`."""
    day = local(when).date()
    if day == local(now).date():
        return klok(when)
    return f"{dichtbij(day, local(now).date())} {klok(when)}"


def dagkop(day: date) -> str:
    """Write the head of a day: `Dinsdag 12 mei`."""
    return volle_dag(day).rsplit(" ", 1)[0].capitalize()


def klok_en_dag(now: datetime) -> tuple[str, str]:
    """Write what stands at the right of the top line: `di 12 mei 2026` and `12:31`."""
    return f"{dag_met_naam(local(now).date())} {local(now).year}", klok(now)


def aantal(number: int, een: str, meer: str) -> str:
    """Count things: `1 verslag`, `4 verslagen`."""
    return f"{number} {een if number == 1 else meer}"


def duur(minutes: int) -> str:
    """Write `35 minuten`, `1 uur`, `2 uur en 5 minuten`."""
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} uur"] if hours else []
    if rest or not hours:
        parts.append(aantal(rest, "minuut", "minuten"))
    return " en ".join(parts)


def over_minuten(begin: datetime, now: datetime) -> str:
    """Write how long until something begins: `Over 29 minuten`."""
    return f"Over {duur(max(0, minutes_between(now, begin)))}"


def wachten(seconds: int) -> str:
    """Count down in words: `nog 1 minuut en 5 seconden`."""
    minutes, rest = divmod(max(0, seconds), 60)
    parts = [aantal(minutes, "minuut", "minuten")] if minutes else []
    if rest or not minutes:
        parts.append(aantal(rest, "seconde", "seconden"))
    return "nog " + " en ".join(parts)
