"""How calls are said: who it is, how often and when, and what became of an attempt."""

from collections.abc import Mapping
from datetime import date, datetime, time

from vtdesk.services.bellen.service import BelRow, LogRow, Match
from vtdesk.ui.format import aantal, duur
from vtdesk.ui.label import Label
from vtdesk.ui.labels import ROL
from vtdesk.values.dagkinds import BelSpoed, BelStand, BelUitkomst
from vtdesk.values.telefoonnummer import getoond
from vtdesk.values.tijd import dag_met_naam, dichtbij, klok, korte_dag, local, minutes_between

BEL_SPOED: Mapping[BelSpoed, Label] = {
    BelSpoed.NU: Label("Nu", "let-op", "let-op"),
    BelSpoed.VANDAAG: Label("Vandaag", "vandaag"),
    BelSpoed.KAN_WACHTEN: Label("Kan wachten", "tijd"),
}
BEL_UITKOMST: Mapping[BelUitkomst, Label] = {
    BelUitkomst.GESPROKEN: Label("Gesproken", "klaar", "goed"),
    BelUitkomst.GEEN_GEHOOR: Label("Geen gehoor", "gemist"),
    BelUitkomst.INGESPROKEN: Label("Ingesproken", "voicemail"),
    BelUitkomst.VERKEERD_NUMMER: Label("Verkeerd nummer", "let-op", "let-op"),
}
UNKNOWN = "Onbekend nummer"
_HOUR = 60


def title(row: BelRow) -> str:
    """Say who it is, as far as is known."""
    if row.wie:
        who = row.wie[:1].upper() + row.wie[1:]
        return f"{who}, {row.organisatie}" if row.organisatie else who
    return getoond(row.nummer) if row.nummer else UNKNOWN


def second(row: BelRow) -> str:
    """Say what one must know of it at a glance."""
    if row.stand is BelStand.KLAAR:
        return row.uitkomst or row.over or how_often(row)
    if row.stand is BelStand.WACHT:
        return row.wacht_op
    if is_promised(row) and (row.over or row.casus):
        return row.over[:1].upper() + row.over[1:] if row.over else row.casus
    return f"{how_often(row)} · {row.over}" if row.over else how_often(row)


def is_promised(row: BelRow) -> bool:
    """Tell whether it is about a call of hers that was agreed, and nobody called in vain."""
    return row.bellen_om is not None and row.keren == 1 and not row.voicemail


def how_often(row: BelRow) -> str:
    """Write `4 × gemist, voicemail 11:21`."""
    when = klok(row.laatst_op)
    if row.voicemail:
        missed = f"{row.keren} × gemist, " if row.keren > 1 else ""
        return f"{missed}voicemail {when}"
    return f"{row.keren} × gemist, laatst {when}" if row.keren > 1 else f"Gemist {when}"


def side(row: BelRow, now: datetime) -> str:
    """Say when: the moment to call, how long somebody waits, or when it was done."""
    if row.stand is BelStand.KLAAR and row.afgedaan_op:
        return klok(row.afgedaan_op)
    if row.bellen_om:
        return moment_to_call(row.bellen_om, now, after=row.bellen_na)
    if row.stand is BelStand.WACHT:
        return ""
    return waited(row.laatst_op, now)


def moment_to_call(when: datetime, now: datetime, *, after: bool) -> str:
    """Write `14:30`, `na 17:05`, `wo 13 mei`."""
    day, today = local(when).date(), local(now).date()
    has_time = local(when).time() != time.min
    clock = f"na {klok(when)}" if after else klok(when)
    if day == today:
        return clock if has_time else "vandaag"
    return f"{dag_met_naam(day)} {clock}" if has_time else dag_met_naam(day)


def waited(since: datetime, now: datetime) -> str:
    """Write how long somebody waits: `37 min`, `2 uur`, `gisteren`."""
    minutes = max(0, minutes_between(since, now))
    if local(since).date() != local(now).date():
        return dichtbij(local(since).date(), local(now).date())
    return f"{minutes} min" if minutes < _HOUR else duur(minutes // _HOUR * _HOUR)


def since(row: BelRow, now: datetime) -> str:
    """Say how often and when they called, in a sentence; or when she promised to call."""
    if is_promised(row) and row.bellen_om:
        when = moment_to_call(row.bellen_om, now, after=row.bellen_na)
        return f"Bellen {when}" if row.bellen_na else f"Bellen om {when}"
    called = aantal(row.keren, "keer gebeld", "keer gebeld")
    day = local(row.laatst_op).date()
    if day == local(now).date():
        return f"{called}, laatst {klok(row.laatst_op)}"
    return f"{called}, laatst op {korte_dag(day)} om {klok(row.laatst_op)}"


def role(match: Match) -> str:
    """Say what somebody is: `tante van Fenna`, else the role."""
    if match.toelichting:
        return match.toelichting.partition(";")[0]
    return ROL[match.rol].word if match.rol else ""


def belongs_to(match: Match) -> str:
    """Write `Loes Wolkenveld, tante van Fenna · casus Wolkenveld / Kaneelboom`."""
    who = ", ".join(filter(None, (match.naam, role(match))))
    casus = f"casus {match.casus}" if match.casus else ""
    closed = "" if match.loopt else "niet meer actief"
    return " · ".join(filter(None, (who, casus, closed)))


def log_words(row: LogRow) -> str:
    """Say one line of the log."""
    if row.uitkomst is not None:
        word = BEL_UITKOMST[row.uitkomst].word
        return f"{word}. {row.toelichting}" if row.toelichting else word
    if row.voicemail:
        return "Voicemail" if row.keren == 1 else f"{row.keren} × gebeld, voicemail"
    return "Gemist" if row.keren == 1 else f"{row.keren} × gemist"


def log_moment(row: LogRow, today: date) -> str:
    """Write the clock of today, the day of before."""
    day = local(row.moment).date()
    return klok(row.moment) if day == today else korte_dag(day)
