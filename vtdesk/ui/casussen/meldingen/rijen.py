"""The rows of the tab: what each says in its list."""

from datetime import date, datetime

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import Beoordeling, InstrumentRow
from vtdesk.services.meldingen import MeldingRow
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.values.casuskinds import Anonimiteit
from vtdesk.values.tijd import dag_met_naam, klok, korte_dag

Rij = MeldingRow | Beoordeling | BesluitRow | InstrumentRow


def line(rij: MeldingRow | BesluitRow | InstrumentRow) -> Line:
    """Say what a row looks like."""
    match rij:
        case MeldingRow():
            return _melding_line(rij)
        case BesluitRow():
            return _besluit_line(rij)
        case InstrumentRow():
            return _instrument_line(rij)


def volle_datum(day: date) -> str:
    """Write `di 12 mei 2026`."""
    return f"{dag_met_naam(day)} {day.year}"


def vol_moment(moment: datetime) -> str:
    """Write `di 12 mei 2026 14:30`."""
    return f"{volle_datum(moment.date())} {klok(moment)}"


def begonnen(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]


def _melding_line(rij: MeldingRow) -> Line:
    shown = rij.gegevens
    sort = label(shown.soort)
    parts = [begonnen(sort.word), vol_moment(shown.ontvangen_op)]
    if shown.anonimiteit is not Anonimiteit.BEKEND:
        parts.append(label(shown.anonimiteit).word)
    chip, tone = "", "stil"
    if rij.is_geweigerd:
        chip = "Geweigerd"
    elif shown.spoed:
        chip, tone = "Spoed", "gevaar"
    elif shown.gevoegd:
        chip = "Gevoegd"
    return Line(
        f"{rij.naam}. {_eerste_regel(shown.inhoud)}",
        " · ".join(parts),
        icon=sort.icon,
        chip=chip,
        chip_tone=tone,
        quiet=rij.is_geweigerd,
        strong=False,
    )


def _besluit_line(rij: BesluitRow) -> Line:
    shown = rij.gegevens
    stand = label(rij.stand)
    kind = label(shown.soort)
    title = f"{kind.word}: {label(shown.vervolg).word}" if shown.vervolg else kind.word
    chip_tone = stand.tone if rij.is_definitief else "let-op"
    return Line(
        title,
        f"{volle_datum(shown.datum)} · {_eerste_regel(shown.uitkomst)}",
        icon=kind.icon,
        chip=stand.word,
        chip_tone=chip_tone,
        strong=False,
    )


def _instrument_line(rij: InstrumentRow) -> Line:
    shown = rij.gegevens
    return Line(
        f"{shown.naam}: {shown.uitkomst}",
        f"{korte_dag(shown.datum)} {shown.datum.year} · {shown.door}",
        icon="monitoring",
        strong=False,
    )


def _eerste_regel(words: str) -> str:
    return words.strip().splitlines()[0] if words.strip() else ""
