"""The rows of the tab: children first, then talks, verslagen without a talk, and questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.informatie import InformatieRow, Stap
from vtdesk.services.kindgesprekken import KindgesprekRow
from vtdesk.services.kindspoor import KindRow
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import AFSPRAAK_SOORT, AFSPRAAK_STAAT, VERSLAG_STAND
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat
from vtdesk.values.tijd import dichtbij, korte_dag

Rij = KindRow | AfspraakRow | VerslagRow | InformatieRow

TALKS = frozenset(
    {
        AfspraakSoort.GESPREK,
        AfspraakSoort.HUISBEZOEK,
        AfspraakSoort.OVERLEG,
        AfspraakSoort.MONITORING,
        AfspraakSoort.BELLEN,
        AfspraakSoort.PLEIN,
    }
)
STAPPEN = {
    Stap.GEVRAAGD: ("Nog versturen", "let-op"),
    Stap.VERSTUURD: ("Wacht op antwoord", "let-op"),
    Stap.BEANTWOORD: ("Nog teruglezen", "let-op"),
    Stap.TERUGGELEZEN: ("Nog akkoord vragen", "let-op"),
    Stap.AKKOORD: ("Akkoord", "goed"),
}


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that the tab shows of one casus."""

    kinderen: Sequence[KindRow]
    gesprekken: Sequence[AfspraakRow]
    verslagen: Sequence[VerslagRow]
    vragen: Sequence[InformatieRow]
    kindgesprekken: Sequence[KindgesprekRow]

    def is_empty(self) -> bool:
        """Tell whether nobody was spoken and nothing was asked."""
        return not (self.gesprekken or self.verslagen or self.vragen)

    def kindgesprek(self, afspraak_id: UUID) -> list[KindgesprekRow]:
        """List what is noted of children at one talk."""
        return [talk for talk in self.kindgesprekken if talk.afspraak_id == afspraak_id]


def rijen(inhoud: Inhoud) -> list[Rij | Group]:
    """Put the rows below their heads, the children first."""
    shown = {talk.verslag_id for talk in inhoud.gesprekken}
    other = [verslag for verslag in inhoud.verslagen if verslag.id not in shown]
    return [
        *_group("Kinderen", inhoud.kinderen),
        *_group("Gesprekken", inhoud.gesprekken),
        *_group("Andere stukken", other),
        *_group("Informatie gevraagd", inhoud.vragen),
    ]


def line(rij: Rij, now: datetime) -> Line:
    """Say what a row looks like."""
    match rij:
        case KindRow():
            return _kind_line(rij, now)
        case AfspraakRow():
            return _gesprek_line(rij, now)
        case VerslagRow():
            label = VERSLAG_STAND[rij.stand]
            return Line(
                rij.titel or rij.soort,
                icon="verslagen",
                side=dichtbij(rij.datum.date(), now.date()),
                chip=label.word,
                chip_tone=label.tone,
                strong=False,
            )
        case InformatieRow():
            chip, tone = STAPPEN[rij.stap]
            return Line(
                rij.gegevens.aan,
                rij.gegevens.gevraagd,
                icon="organisatie",
                chip=chip,
                chip_tone=tone,
                strong=False,
            )


def spoken(kind: KindRow, now: datetime) -> tuple[str, str]:
    """Say in a chip whether we spoke this child."""
    if kind.gesproken_op:
        return f"Gesproken {dichtbij(kind.gesproken_op.date(), now.date())}", "goed"
    return f"Nog niet gesproken, {aantal(kind.dagen, 'dag', 'dagen')}", "let-op"


def state(gesprek: AfspraakRow) -> tuple[str, str]:
    """Say in a chip what became of a talk and of its verslag."""
    if gesprek.verslag_stand:
        label = VERSLAG_STAND[gesprek.verslag_stand]
        return label.word, label.tone
    if gesprek.owes_verslag:
        return "Nog te schrijven", "let-op"
    label = AFSPRAAK_STAAT[gesprek.staat]
    return label.word, label.tone


def _group(title: str, rows: Sequence[Rij]) -> Iterator[Rij | Group]:
    if rows:
        yield Group(title)
        yield from rows


def _kind_line(kind: KindRow, now: datetime) -> Line:
    name = kind.naam if kind.leeftijd is None else f"{kind.naam}, {kind.leeftijd} jaar"
    seen = [f"gezien door {one.door}, {korte_dag(one.op)}" for one in kind.gezien[:1]]
    second = " · ".join(filter(None, (kind.gesproken_hoe, *seen)))
    chip, tone = spoken(kind, now)
    return Line(name, second, icon="kind", chip=chip, chip_tone=tone)


def _gesprek_line(gesprek: AfspraakRow, now: datetime) -> Line:
    chip, tone = state(gesprek)
    return Line(
        gesprek.titel,
        ", ".join(gesprek.wie),
        icon=AFSPRAAK_SOORT[gesprek.soort].icon,
        side=dichtbij(gesprek.begin.date(), now.date()),
        chip=chip,
        chip_tone=tone,
        quiet=gesprek.staat in (AfspraakStaat.AFGEZEGD, AfspraakStaat.VERZET),
        strong=False,
    )
