"""The rows of the tab: what each says in the list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vtdesk.services.monitoringen import REGEL, MonitoringRow, MonitoringVoorstel
from vtdesk.services.rechten import Bewaring, VerzoekRow
from vtdesk.services.termijnen import TermijnRow, Voorstel
from vtdesk.services.vernietiging import BesluitRow, Vernietigingsgrond
from vtdesk.ui.casus_labels import (
    MONITORING_BESLUIT,
    MONITORING_SOORT,
    VERZOEK_SOORT,
    VERZOEK_STAND,
)
from vtdesk.ui.format import aantal
from vtdesk.ui.label import Label
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group
from vtdesk.values.bewaren.bewaarregel import Bewaardatum
from vtdesk.values.termijnen.berekening import Uitkomst
from vtdesk.values.termijnen.regel import Spoor
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import dag_met_naam, dichtbij, klok, korte_dag

NEAR = 7  # days in which an end asks for attention
STAND: Mapping[Termijnstand, Label] = {
    Termijnstand.LOOPT: Label("Loopt"),
    Termijnstand.STAAT_STIL: Label("Staat stil", tone="overleg"),
    Termijnstand.TE_LAAT: Label("Te laat", tone="gevaar"),
    Termijnstand.GEHAALD: Label("Gehaald", tone="goed"),
    Termijnstand.LAAT_GEHAALD: Label("Later gehaald", tone="let-op"),
    Termijnstand.AFGELOPEN: Label("Afgelopen"),
    Termijnstand.VERVALLEN: Label("Vervallen"),
}
SPOOR = {Spoor.WET: "Wet", Spoor.PROTOCOL: "Protocol"}


@dataclass(frozen=True, slots=True)
class BewaarRij:
    """Until when the file or the copy on the laptop stays."""

    id: str
    titel: str
    datum: Bewaardatum
    geplaatst_op: date | None
    besluit: BesluitRow | None
    gronden: tuple[Vernietigingsgrond, ...]  # on which it may be destroyed today


Rij = TermijnRow | Voorstel | MonitoringVoorstel | MonitoringRow | VerzoekRow | BewaarRij


@dataclass(frozen=True, slots=True)
class Inhoud:
    """All that the tab shows of one casus."""

    termijnen: Sequence[TermijnRow]
    voorstellen: Sequence[Voorstel]
    monitoring: Sequence[MonitoringRow]
    monitoring_voorstel: MonitoringVoorstel | None
    verzoeken: Sequence[VerzoekRow]
    bewaring: Bewaring
    besluit: BesluitRow | None
    gronden: Sequence[Vernietigingsgrond]

    def is_empty(self) -> bool:
        """Tell whether no term runs."""
        return not any(row.is_open for row in self.termijnen)


def rijen(inhoud: Inhoud) -> list[Rij | Group]:
    """Put the rows below their heads: what runs, what waits for a start, what is done."""
    asked = inhoud.monitoring_voorstel
    return [
        *_group("Loopt", [row for row in inhoud.termijnen if row.is_open]),
        *_group("Nog geen informeerklok", inhoud.voorstellen),
        *_group("Monitoring", [*([asked] if asked else []), *inhoud.monitoring]),
        *_group("Verzoeken over het dossier", inhoud.verzoeken),
        *_group("Bewaren", list(_bewaren(inhoud))),
        *_group("Afgerond", [row for row in inhoud.termijnen if not row.is_open]),
    ]


def line(rij: Rij, today: date) -> Line:
    """Say what a row looks like."""
    match rij:
        case TermijnRow():
            return _termijn_line(rij, today)
        case Voorstel():
            return _voorstel_line(rij)
        case MonitoringVoorstel():
            since = dag_met_naam(rij.aanvaard_op.date())
            return Line(
                "Monitoring plannen", f"{rij.aan} aanvaardde de overdracht op {since}",
                icon="monitoring", chip="Nog niet gepland", chip_tone="let-op", strong=False,
            )  # fmt: skip
        case MonitoringRow():
            return _monitoring_line(rij, today)
        case VerzoekRow():
            return _verzoek_line(rij)
        case BewaarRij():
            return _bewaar_line(rij, today)


def termijn_chip(rij: TermijnRow, today: date) -> tuple[str, str]:
    """Say in a word how a term stands."""
    shown = STAND[rij.stand]
    if rij.stand is Termijnstand.TE_LAAT and rij.uitstel:
        return "Later, met reden", "let-op"
    if rij.stand is not Termijnstand.LOOPT:
        return shown.word, shown.tone
    left = (rij.wanneer - today).days
    words = {0: "Vandaag", 1: "Nog 1 dag"}.get(left, f"Nog {left} dagen")
    if rij.uitkomst.regel.werking:
        words = "Geldt"
    return words, "let-op" if left <= NEAR else "stil"


def einde(uitkomst: Uitkomst, today: date) -> str:
    """Write the end short: with the hour where that counts, with the year when it is another."""
    hour = f" {klok(uitkomst.einde_om)}" if uitkomst.einde_om else ""
    year = f" {uitkomst.einde.year}" if uitkomst.einde.year != today.year else ""
    return f"{dag_met_naam(uitkomst.einde)}{year}{hour}"


def moment_naam(rij: MonitoringRow) -> str:
    """Name a moment; the term that asks for it has a row of its own."""
    word = MONITORING_SOORT[rij.soort].word
    return f"Moment {word}" if rij.soort in REGEL else word.capitalize()


def volle_datum(day: date) -> str:
    """Write `di 12 mei 2026`, as something that was or will be noted."""
    return f"{dag_met_naam(day)} {day.year}"


def _group(title: str, rows: Sequence[Rij]) -> Iterator[Rij | Group]:
    if rows:
        yield Group(title)
        yield from rows


def _termijn_line(rij: TermijnRow, today: date) -> Line:
    chip, tone = termijn_chip(rij, today)
    both = [one for one in (rij.sporen.protocol, rij.sporen.wet) if one]
    tracks = [f"{SPOOR[one.regel.spoor]}: {einde(one, today)}" for one in both]
    if rij.is_open and len(both) == 1:
        tracks = [SPOOR[both[0].regel.spoor]]  # its date stands at the side
    how = _termijn_third(rij)
    in_one = not rij.is_open or len(both) == 1
    return Line(
        rij.naam,
        " · ".join(filter(None, (*tracks, how if in_one else ""))),
        "" if in_one else how,
        side=_termijn_side(rij, today) if rij.is_open else "",
        icon="termijn",
        chip=chip,
        chip_tone=tone,
        quiet=not rij.is_open,
        strong=False,
    )


def _termijn_side(rij: TermijnRow, today: date) -> str:
    hour = rij.uitkomst.einde_om if rij.wanneer == rij.uitkomst.einde else None
    day = dichtbij(rij.wanneer, today)
    return f"{day} {klok(hour)}" if hour else day


def _termijn_third(rij: TermijnRow) -> str:
    if rij.gehaald_op:
        return f"gehaald op {korte_dag(rij.gehaald_op)}"
    if rij.vervallen_want:
        return rij.vervallen_want
    if rij.uitstel:
        new = korte_dag(rij.uitstel.nieuwe_datum)
        return f"{rij.uitstel.want} Nieuwe datum {new}; {rij.uitstel.wie_kijkt} let op."
    return rij.gegevens.aanleiding


def _voorstel_line(rij: Voorstel) -> Line:
    return Line(
        f"Informeren van {rij.wie}",
        f"eerste uitspraak van een ander op {dag_met_naam(rij.sinds)}: {rij.bron}",
        icon="termijn",
        chip="Nog niet gestart",
        chip_tone="let-op",
        strong=False,
    )


def _monitoring_line(rij: MonitoringRow, today: date) -> Line:
    shown, title = MONITORING_SOORT[rij.soort], moment_naam(rij)
    if held := rij.gegevens:
        chip, tone = "Nog besluiten", "let-op"
        if rij.besluit:
            chip, tone = f"Besluit: {MONITORING_BESLUIT[rij.besluit].word}", "goed"
        return Line(
            title, f"gehouden op {volle_datum(held.gehouden_op)} · {held.gesproken}",
            icon=shown.icon, chip=chip, chip_tone=tone, quiet=bool(rij.besluit), strong=False,
        )  # fmt: skip
    late = rij.is_late(today)
    return Line(
        title, f"gepland op {volle_datum(rij.gepland_op)}", rij.toelichting,
        side=dichtbij(rij.gepland_op, today), icon=shown.icon,
        chip="Te laat" if late else "Gepland", chip_tone="gevaar" if late else "stil",
        strong=False,
    )  # fmt: skip


def _verzoek_line(rij: VerzoekRow) -> Line:
    kind, stand = VERZOEK_SOORT[rij.gegevens.soort], VERZOEK_STAND[rij.stand]
    about = "" if rij.over == rij.wie else f" over {rij.over}"
    return Line(
        f"{kind.word.capitalize()}{about}, gevraagd door {rij.wie}",
        f"ontvangen op {volle_datum(rij.gegevens.ontvangen_op)}",
        rij.grond,
        icon=kind.icon,
        chip=stand.word.capitalize(),
        chip_tone=stand.tone,
        quiet=rij.beslist_op is not None,
        strong=False,
    )


def _bewaren(inhoud: Inhoud) -> Iterator[BewaarRij]:
    kept, decided, grounds = inhoud.bewaring, inhoud.besluit, tuple(inhoud.gronden)
    placed = kept.geplaatst_op
    yield BewaarRij("dossier", "Dossier", kept.dossier, placed, decided, grounds)
    copy = "Kopie op deze laptop"
    yield BewaarRij("werkkopie", copy, kept.werkkopie, placed, decided, grounds)


def _bewaar_line(rij: BewaarRij, today: date) -> Line:
    tot, chip, tone = rij.datum.tot, "", "stil"
    words = f"blijft tot en met {volle_datum(tot)}" if tot else "nog niet te zeggen"
    if rij.besluit:
        chip, tone = "Besluit: vernietigen", "gevaar"
    elif rij.datum.mag_weg(today):
        chip, tone = "Mag weg", "let-op"
    elif tot and (tot - today).days < NEAR:
        chip, tone = f"Nog {aantal((tot - today).days + 1, 'dag', 'dagen')}", "let-op"
    return Line(rij.titel, words, icon="kluis", chip=chip, chip_tone=tone, strong=False)
