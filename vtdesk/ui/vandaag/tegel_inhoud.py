"""What stands on the tiles: danger to a child first, then by the clock, then by age."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.bellen.rows import BelRow
from vtdesk.services.beloften import BelofteRow
from vtdesk.services.morgen import Avond, AvondRegel
from vtdesk.services.termijnen import TermijnRow
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.agenda import words
from vtdesk.ui.avondwoorden import ALL_WRITTEN
from vtdesk.ui.vandaag.reading import Read
from vtdesk.ui.vandaag.tegels import LINES, Opent, TegelInhoud, TegelRegel
from vtdesk.values.dagkinds import BelSpoed
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import dag_met_naam, dichtbij, klok, korte_dag, local

AHEAD, WEEK = timedelta(days=14), timedelta(days=7)
UNREAD = "{} konden niet worden gelezen. De rest klopt."
NO_DATE = "nog geen nieuwe datum"


def calls_tile(read: Read[BelRow], today: date) -> TegelInhoud:
    """Say who waits for a call."""
    if read.failed:
        return _unread("Telefoontjes")
    lines = tuple(
        TegelRegel(
            row.id,
            _call_time(row, today),
            ", ".join(filter(None, (row.wie or "Onbekend nummer", row.over))),
            Opent.BELLEN,
            strong=row.spoed is BelSpoed.NU,
            casus_id=row.casus_id,
        )
        for row in read.rows
    )
    return TegelInhoud(lines, "" if lines else "Niemand wacht op een telefoontje.")


def owed_tile(avond: Avond | None) -> TegelInhoud:
    """Say what is still to write, and how long that takes."""
    if avond is None:
        return _unread("Verslagen")
    lines = tuple(
        TegelRegel(
            line.id,
            _minutes(line),
            line.words,
            Opent.PLEIN if line.besprekingen else Opent.VERSLAG,
        )
        for line in avond.regels
    )
    rest = avond.aantal - sum(line.aantal for line in avond.regels[:LINES])
    sentence = "" if lines else ALL_WRITTEN
    return TegelInhoud(lines, sentence, aantal=avond.aantal, rest=f"nog {rest}")


def terms_tile(read: Read[TermijnRow], today: date, leave: VerlofRow | None) -> TegelInhoud:
    """Say which terms end soon or are late, over all casussen."""
    if read.failed:
        return _unread("Termijnen")
    near = [row for row in read.rows if row.wanneer <= today + AHEAD]
    lines = tuple(_term(row, today) for row in near)
    sentence = "" if lines else f"Tot {korte_dag(today + AHEAD)} eindigt er geen termijn."
    return TegelInhoud(lines, sentence, rest=_in_leave(near[LINES:], leave))


def promises_tile(
    broken: Read[AfspraakRow], promises: Read[BelofteRow], today: date
) -> TegelInhoud:
    """Say what was promised; what was cancelled without a new date stands on top until solved."""
    if broken.failed or promises.failed:
        return _unread("Beloftes")
    lines = (
        *(_cancelled(row) for row in broken.rows),
        *(_promise(row, today) for row in promises.rows),
    )
    return TegelInhoud(lines, "" if lines else "Er staat geen belofte open.")


def waiting_words(read: Read[BelRow], until: datetime) -> str:
    """Say who waits for her before a moment; what is not known is not said."""
    if read.failed:
        return ""
    waiting = [row for row in read.rows if row.bellen_om is None or row.bellen_om < until]
    if not waiting:
        return "Er wacht niets op jou."
    who = waiting[0].wie or "Een onbekend nummer"
    if len(waiting) == 1:
        return f"{who} wacht op een telefoontje."
    return f"{len(waiting)} mensen wachten op een telefoontje."


def confirm_lines(read: Read[AfspraakRow], today: date) -> tuple[TegelRegel, ...]:
    """Say what is over and must be confirmed."""
    return tuple(
        TegelRegel(row.id, _moment(row.begin, today), words.with_casus(row)) for row in read.rows
    )


def tomorrow_words(read: Read[AfspraakRow]) -> str:
    """Say in one line what tomorrow brings."""
    if read.failed:
        return UNREAD.format("Afspraken van morgen")
    if not read.rows:
        return "Er staat nog niets gepland."
    first, *rest = read.rows
    more = f", en nog {len(rest)}" if rest else ""
    time = "hele dag" if first.hele_dag else klok(first.begin)
    return f"{time} {first.titel}{more}"


def _minutes(line: AvondRegel) -> str:
    """Write `35 min`, or `3 × 5 min` of more than one."""
    each = f"{line.minuten // line.aantal} min"
    return each if line.aantal == 1 else f"{line.aantal} × {each}"


def _call_time(row: BelRow, today: date) -> str:
    """Write when to call, or else since when somebody waits."""
    if row.bellen_om is None:
        return _moment(row.laatst_op, today)
    return ("na " if row.bellen_na else "") + _moment(row.bellen_om, today)


def _moment(moment: datetime, today: date) -> str:
    day = local(moment).date()
    return klok(moment) if day == today else dag_met_naam(day)


def _term(row: TermijnRow, today: date) -> TegelRegel:
    late = row.stand is Termijnstand.TE_LAAT and row.uitstel is None
    about = f"{row.naam} stopt" if row.uitkomst.regel.werking else row.naam
    return TegelRegel(
        row.id,
        _term_day(row, today),
        ", ".join(filter(None, (about, row.casus_naam))) + (", te laat" if late else ""),
        Opent.TERMIJN,
        tone="let-op" if late else "tekst",
        strong=row.wanneer == today,
        casus_id=row.casus_id,
    )


def _term_day(row: TermijnRow, today: date) -> str:
    """Write `vandaag`, `vr 15 mei`, or `do 21:30` where the hour counts."""
    end = row.uitkomst.einde_om
    if end is not None and row.uitstel is None and today <= row.wanneer < today + WEEK:
        name = "vandaag" if row.wanneer == today else dag_met_naam(row.wanneer).split()[0]
        return f"{name} {klok(end)}"
    return dichtbij(row.wanneer, today)


def _in_leave(rest: Sequence[TermijnRow], leave: VerlofRow | None) -> str:
    if leave and rest and all(leave.van <= row.wanneer <= leave.tot for row in rest):
        return f"nog {len(rest)} in je verlof"
    return ""


def _cancelled(row: AfspraakRow) -> TegelRegel:
    """Say about whom it is; that there is no new date stands alone, so that it is never cut off."""
    return TegelRegel(
        row.id,
        row.wie[0] if row.wie else row.titel,
        NO_DATE,
        Opent.AFGEZEGD,
        tone="let-op",
    )


def _promise(row: BelofteRow, today: date) -> TegelRegel:
    when = dichtbij(row.uiterlijk, today) if row.uiterlijk else "geen datum"
    return TegelRegel(
        row.id,
        when,
        f"{row.aan}: {row.wat}",  # the name first: what does not fit is cut off at the end
        Opent.BELOFTE,
        tone="let-op" if row.te_laat else "tekst",
        strong=row.uiterlijk == today,
        casus_id=row.casus_id,
    )


def _unread(what: str) -> TegelInhoud:
    return TegelInhoud(sentence=UNREAD.format(what), failed=True)
