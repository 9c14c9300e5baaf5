"""A recurrence rule in a few Dutch words, for show."""

from datetime import date, datetime

from icalendar.prop import vRecur

from vtdesk.values.tijd import korte_dag, local

_DAGEN = {"MO": "ma", "TU": "di", "WE": "wo", "TH": "do", "FR": "vr", "SA": "za", "SU": "zo"}
_WERKDAGEN = ["MO", "TU", "WE", "TH", "FR"]
_ELKE = {
    "DAILY": ("elke dag", "dagen"),
    "WEEKLY": ("elke week", "weken"),
    "MONTHLY": ("elke maand", "maanden"),
    "YEARLY": ("elk jaar", "jaar"),
}


def in_words(rules: tuple[str, ...]) -> str:
    """Say `elke 2 weken op di en do t/m 30 juni 2026`; several rules are no longer short."""
    if len(rules) != 1:
        return "reeks"
    recur = vRecur.from_ical(rules[0])
    one, many = _ELKE.get(str(_first(recur, "FREQ")).upper(), ("reeks", "keer"))
    interval = _first(recur, "INTERVAL")
    text = one if interval in (None, 1) else f"elke {interval} {many}"
    days = [str(day).upper() for day in recur.get("BYDAY", ())]
    if one == "elke week" and days == _WERKDAGEN:
        text = "elke werkdag"
    elif one == "elke week" and days:
        text += " op " + _listed([_DAGEN.get(day[-2:], day) for day in days])
    return text + _end(recur)


def _end(recur: vRecur) -> str:
    until, count = _first(recur, "UNTIL"), _first(recur, "COUNT")
    if isinstance(until, datetime) and until.tzinfo:
        until = local(until)
    if isinstance(until, date):
        return f" t/m {korte_dag(until)} {until.year}"
    return f", {count} keer" if count else ""


def _first(recur: vRecur, name: str) -> object:
    values = recur.get(name) or [None]
    return values[0] if isinstance(values, list) else values


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " en " + words[-1]
