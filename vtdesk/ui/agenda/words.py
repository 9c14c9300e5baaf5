"""What the day says in words: of a block, of the moment it is in, and of who is reached how."""

from datetime import date, datetime

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.personen import PersoonRow, VeiligContactGegevens
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.format import duur, over_minuten, tijden
from vtdesk.ui.labels import label
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import (
    dag_met_naam,
    dichtbij,
    klok,
    korte_dag,
    local,
    minutes_between,
    volle_dag,
)

DOT = " · "
# What has a gesprek behind it; the same kinds for which a verslag is owed.
TALKS = frozenset(
    {
        AfspraakSoort.GESPREK,
        AfspraakSoort.HUISBEZOEK,
        AfspraakSoort.OVERLEG,
        AfspraakSoort.MONITORING,
        AfspraakSoort.BELLEN,
    }
)
DONE = frozenset({AfspraakStaat.AFGEZEGD, AfspraakStaat.VERZET})
OPEN = "Afgezegd, nog niet opnieuw gepland"
LONG_AHEAD = 12 * 60  # minutes; beyond it a clock time says more than a count


def leave_words(leave: VerlofRow, day: date) -> str:
    """Write `vanaf morgen met verlof`, or until when it lasts."""
    if leave.van <= day:
        return f"met verlof tot en met {dag_en_naam(leave.tot, day)}"
    when = dichtbij(leave.van, day) if (leave.van - day).days == 1 else dag_en_naam(leave.van, day)
    return f"vanaf {when} met verlof, tot en met {dag_en_naam(leave.tot, day)}"


def dag_en_naam(day: date, today: date) -> str:
    """Write `vrijdag 22 mei`, with its year when that is another."""
    return volle_dag(day).removesuffix(f" {today.year}")


def times(row: AfspraakRow) -> str:
    """Write when it is: `16:15–17:05`, or that it lasts all day."""
    return "hele dag" if row.hele_dag else tijden(row.begin, row.einde)


def second_line(row: AfspraakRow) -> str:
    """Write what stands under the title of a block."""
    return DOT.join(filter(None, (times(row), row.plaats, _casus(row), ", ".join(row.wie))))


def with_casus(row: AfspraakRow) -> str:
    """Write the title, and the casus where the title does not name it."""
    return ", ".join(filter(None, (row.titel, _casus(row))))


def _casus(row: AfspraakRow) -> str:
    names = row.casus.replace("/", " ").casefold().split()
    return "" if any(name in row.titel.casefold() for name in names) else row.casus


def state(row: AfspraakRow) -> str:
    """Write what became of an appointment; nothing when it is still planned."""
    return "" if row.staat is AfspraakStaat.GEPLAND else label(row.staat).word


def spoken(row: AfspraakRow) -> str:
    """Write all that a block shows, for who hears it."""
    return ", ".join(filter(None, (row.titel, times(row), row.plaats, state(row))))


def described(row: AfspraakRow) -> str:
    """Write what a block shows by its form, and what only its card shows."""
    series = "reeks" if row.reeks_id else ""
    return ", ".join(filter(None, (label(row.soort).word, series, row.casus, *row.wie, row.doel)))


def is_over(row: AfspraakRow, now: datetime) -> bool:
    """Tell whether the planned time has passed."""
    return row.einde <= now


def is_running(row: AfspraakRow, now: datetime) -> bool:
    """Tell whether it goes on now."""
    return row.begin <= now < row.einde


def note_line(row: AfspraakRow, today: date) -> str:
    """Write that the parkeernotitie is there, and of when; nothing without one."""
    if row.notitie_op is None:
        return ""
    moment = local(row.notitie_op)
    day = "" if moment.date() == today else f"{korte_dag(moment.date())}, "
    return f"Je parkeernotitie van {day}{klok(moment)} staat klaar."


def moment_line(row: AfspraakRow, now: datetime) -> str:
    """Write where in time it stands: ahead, going on, or what became of it."""
    if row.staat is not AfspraakStaat.GEPLAND:
        return OPEN if row.needs_new_date else state(row)
    if row.hele_dag:
        return "Hele dag"
    if is_running(row, now):
        return f"Nu bezig, nog {duur(max(1, minutes_between(now, row.einde)))}"
    if is_over(row, now):
        return "Voorbij, nog niet bevestigd"
    if minutes_between(now, row.begin) <= LONG_AHEAD:
        return over_minuten(row.begin, now)
    return dag_met_naam(local(row.begin).date()).capitalize()


def contact_line(persoon: PersoonRow, today: date) -> str:
    """Write how somebody may be reached; nothing when nothing is known."""
    contact = persoon.contact
    parts = [contact.wanneer, _voicemail(contact, today)]
    if contact.post is False:
        parts.append("geen post")
    if contact.nooit_zeggen:
        parts.append(f"nooit zeggen: {contact.nooit_zeggen}")
    known = "; ".join(filter(None, parts))
    return f"{persoon.voornaam}: {known}." if known else ""


def _voicemail(contact: VeiligContactGegevens, today: date) -> str:
    if contact.voicemail_vanaf and contact.voicemail_vanaf > today:
        return f"geen voicemail vóór {dag_met_naam(contact.voicemail_vanaf)[3:]}"
    return {True: "voicemail mag", False: "geen voicemail", None: ""}[contact.voicemail]
