"""Which days are hers to plan on: never in her own verlof, nor on a feestdag or in a weekend."""

from datetime import date

from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.values.tijd import dag_met_naam


def leave_on(desk: Desk, day: date) -> str:
    """Say that a day lies in her verlof; nothing when it does not."""
    leave = desk.verloven.current(day)
    if leave is None:
        return ""
    return f"Op {dag_met_naam(day)} heb je verlof, tot en met {dag_met_naam(leave.tot)}."


def propose(desk: Desk, day: date) -> tuple[date, str]:
    """Give the first day from this one on at which she works, and why it is not this one."""
    try:
        kalender = desk.regels.boeken().kalender
        found = day
        while (leave := desk.verloven.current(found)) or kalender.geen_werkdag(found):
            found = kalender.werkdag_na(max(found, leave.tot) if leave else found)
    except UserError:  # rules of the office that cannot be read: the day itself may still do
        return day, ""
    if found == day:
        return day, ""
    free = f"{dag_met_naam(day).capitalize()} is {kalender.geen_werkdag(day)}."
    off = leave_on(desk, day) or free
    return found, f"{off} {dag_met_naam(found).capitalize()} is je eerste werkdag daarna."
