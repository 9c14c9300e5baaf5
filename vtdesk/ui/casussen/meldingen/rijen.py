"""The rows of the tab: what each says in its list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import Beoordeling, InstrumentRow
from vtdesk.services.meldingen import MeldingRow
from vtdesk.ui.labels import label
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.values.tijd import dag_met_naam, klok

Rij = MeldingRow | Beoordeling | BesluitRow | InstrumentRow


@dataclass(frozen=True, slots=True)
class Verloop:
    """What became of each melding of a casus."""

    meldingen: Sequence[MeldingRow] = ()
    besluiten: Sequence[BesluitRow] = ()

    def gevoegd_bij(self, rij: MeldingRow) -> str:
        """Name the melding that one was joined to: the last before it that began something."""
        if not rij.gegevens.gevoegd:
            return ""
        before = takewhile(lambda one: one.id != rij.id, self.meldingen)
        began = [one.naam for one in before if one.gegevens.begint]
        return began[-1] if began else "wat al loopt"

    def stand(self, rij: MeldingRow) -> tuple[str, str]:
        """Say in a word what became of a melding, and in which tone."""
        if rij.is_geweigerd:
            return "Geweigerd", "stil"
        about = [one for one in self.besluiten if one.gegevens.melding_id == rij.id]
        if about:
            return _besloten(about[-1])
        if joined := self.gevoegd_bij(rij):
            return f"Gevoegd bij {joined}", "stil"
        return "Nog geen besluit", "let-op"


def line(rij: MeldingRow | BesluitRow | InstrumentRow, verloop: Verloop) -> Line:
    """Say what a row looks like: one line, the rest stands beside the list."""
    match rij:
        case MeldingRow():
            return _melding_line(rij, verloop)
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


def _besloten(besluit: BesluitRow) -> tuple[str, str]:
    shown = besluit.gegevens
    what = label(shown.vervolg or shown.soort).word
    if besluit.is_definitief:
        return f"Besluit: {what}", label(besluit.stand).tone
    return f"Concept: {what}", "let-op"


def _melding_line(rij: MeldingRow, verloop: Verloop) -> Line:
    shown = rij.gegevens
    sort = label(shown.soort)
    chip, tone = verloop.stand(rij)
    return Line(
        " · ".join((rij.naam, volle_datum(shown.ontvangen_op.date()), begonnen(sort.word))),
        side="Spoed" if shown.spoed else "",
        side_tone="gevaar",
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
    return Line(
        f"{kind.word}: {label(shown.vervolg).word}" if shown.vervolg else kind.word,
        side=volle_datum(shown.datum),
        icon=kind.icon,
        chip=stand.word,
        chip_tone=stand.tone if rij.is_definitief else "let-op",
        strong=False,
    )


def _instrument_line(rij: InstrumentRow) -> Line:
    shown = rij.gegevens
    return Line(
        f"{shown.naam}: {shown.uitkomst}",
        side=" · ".join((volle_datum(shown.datum), shown.door)),
        icon="monitoring",
        strong=False,
    )
