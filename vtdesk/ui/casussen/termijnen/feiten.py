"""What is known of a row, why its date is what it is, and what can be done with it."""

from collections.abc import Iterator

from vtdesk.services.monitoringen import MonitoringRow, MonitoringVoorstel
from vtdesk.services.rechten import VerzoekRow
from vtdesk.services.termijnen import TermijnRow, Voorstel
from vtdesk.ui.casus_labels import (
    MONITORING_BESLUIT,
    OORDEEL,
    VERZOEK_SOORT,
    VERZOEK_STAND,
)
from vtdesk.ui.casussen.termijnen.rijen import SPOOR, BewaarRij, Rij, moment_naam, volle_datum
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.termijnen.waarom import einde_in_woorden
from vtdesk.values.tijd import klok

Feit = tuple[str, str]
WHY = "Waarom deze datum?"
TO_READ = (VerzoekSoort.INZAGE, VerzoekSoort.AFSCHRIFT)


def title(rij: Rij) -> str:
    """Name a row above its facts."""
    match rij:
        case TermijnRow():
            return rij.naam
        case Voorstel():
            return f"Informeren van {rij.wie}"
        case MonitoringVoorstel():
            return "Monitoring plannen"
        case MonitoringRow():
            return moment_naam(rij)
        case VerzoekRow():
            return f"{VERZOEK_SOORT[rij.gegevens.soort].word.capitalize()}, {rij.wie}"
        case BewaarRij():
            return rij.titel


def deeds(rij: Rij) -> list[Feit]:
    """Name what can be done with a row, the usual thing first."""
    match rij:
        case TermijnRow():
            return list(_termijn_deeds(rij))
        case Voorstel():
            return [("klok-starten", "Informeerklok starten"), ("klok-niet-nodig", "Niet nodig")]
        case MonitoringVoorstel():
            return [("monitoring-beginnen", "3 maanden en 1 jaar plannen")]
        case MonitoringRow():
            return list(_monitoring_deeds(rij))
        case VerzoekRow():
            return list(_verzoek_deeds(rij))
        case BewaarRij():
            return list(_bewaar_deeds(rij))


def facts(rij: Rij) -> Iterator[Feit]:
    """Give every field that holds something."""
    match rij:
        case TermijnRow():
            found = _termijn_facts(rij)
        case Voorstel():
            found = _voorstel_facts(rij)
        case MonitoringVoorstel():
            found = iter([("Aanvaard op", volle_datum(rij.aanvaard_op.date())), ("Door", rij.aan)])
        case MonitoringRow():
            found = _monitoring_facts(rij)
        case VerzoekRow():
            found = _verzoek_facts(rij)
        case BewaarRij():
            found = _bewaar_facts(rij)
    return ((name, value) for name, value in found if value)


def why(rij: Rij) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the sentences that explain a row, each group under its head."""
    match rij:
        case TermijnRow():
            shown = rij.uitkomst
            yield f"{SPOOR[shown.regel.spoor]}: {einde_in_woorden(shown)}", rij.waarom
            if other := rij.sporen.ander:
                head = f"{SPOOR[other.regel.spoor]}: {einde_in_woorden(other)}"
                yield head, (f"{other.regel.naam}.", *rij.waarom_ander)
        case VerzoekRow():
            yield "Wie mag dit vragen?", rij.toegang.waarom
        case BewaarRij():
            yield "Regel", rij.datum.waarom
            if sources := rij.datum.regel.bronnen:
                said = tuple(f"{one.wie}: {one.zegt}." for one in sources)
                yield "Wat bronnen zeggen", said


def _termijn_deeds(rij: TermijnRow) -> Iterator[Feit]:
    if rij.stand is Termijnstand.VERVALLEN:
        yield "termijn-terug", "Weer laten lopen"
    elif rij.gehaald_op:
        yield "termijn-niet-gehaald", "Toch niet gehaald"
    elif rij.stand is Termijnstand.STAAT_STIL:
        yield "termijn-hervatten", "Weer laten lopen"
        yield "stilstand-weg", "Stilstand weghalen"
        yield "termijn-vervalt", "Laten vervallen"
    else:
        yield from _running_deeds(rij)


def _running_deeds(rij: TermijnRow) -> Iterator[Feit]:
    regel, late = rij.uitkomst.regel, rij.stand is Termijnstand.TE_LAAT
    if late and rij.uitstel is None:
        yield "termijn-te-laat", "Reden en nieuwe datum"
    if not regel.werking:
        yield "termijn-gehaald", "Gehaald"
    if regel.verlenging and not late:
        yield "termijn-verlengen", "Verlengen"
    if regel.opschorten and not late:
        yield "termijn-stil", "Laten stilstaan"
    if not regel.werking and not (late and rij.uitstel is None):
        yield "termijn-te-laat", "Reden en nieuwe datum"
    yield "termijn-wijzigen", "Wijzigen"
    yield "termijn-vervalt", "Laten vervallen"
    if rij.verlengingen:
        yield "verlenging-weg", "Verlenging weghalen"
    if rij.uitstel:
        yield "uitstel-weg", "Nieuwe datum weghalen"


def _monitoring_deeds(rij: MonitoringRow) -> Iterator[Feit]:
    if rij.gegevens is None:
        yield "monitoring-houden", "Gehouden"
        yield "monitoring-verzetten", "Andere dag"
        yield "monitoring-weg", "Weghalen"
    elif rij.besluit is None:
        yield "monitoring-besluiten", "Besluiten"
        yield "monitoring-niet-gehouden", "Toch niet gehouden"
    else:
        yield "monitoring-besluit-weg", "Besluit weghalen"


def _verzoek_deeds(rij: VerzoekRow) -> Iterator[Feit]:
    if rij.stand is VerzoekStand.OPEN:
        yield "verzoek-besluiten", "Besluiten"
    if _asks_to_read(rij) and rij.stand is not VerzoekStand.GEWEIGERD:
        yield "inzage-maken", "Inzage maken"
    if rij.stand is VerzoekStand.OPEN:
        yield "verzoek-weg", "Weghalen"
    else:
        yield "verzoek-heropenen", "Besluit weghalen"


def _asks_to_read(rij: VerzoekRow) -> bool:
    """Tell whether somebody asks to read, about the own self or a child."""
    return rij.gegevens.soort in TO_READ


def _bewaar_deeds(rij: BewaarRij) -> Iterator[Feit]:
    if rij.id == "werkkopie" and rij.besluit is None:
        if rij.geplaatst_op is None:
            yield "geplaatst", "Dossier is geplaatst"
        else:
            yield "geplaatst-weg", "Dossier is niet geplaatst"
    if rij.besluit:
        yield "vernietigen", "Vernietigen"
        yield "vernietigen-terug", "Besluit terugnemen"
    elif rij.gronden:
        yield "vernietigen-besluiten", "Besluiten tot vernietiging"


def _termijn_facts(rij: TermijnRow) -> Iterator[Feit]:
    shown = rij.gegevens
    hour = f" {klok(shown.begin)}" if rij.uitkomst.regel.op_het_uur else ""
    yield "Begin", f"{volle_datum(shown.begin.date())}{hour}"
    yield "Aanleiding", shown.aanleiding
    yield "Over", ", ".join(filter(None, (rij.wie, rij.melding)))
    yield "Gehaald op", volle_datum(rij.gehaald_op) if rij.gehaald_op else ""
    yield "Vervallen want", rij.vervallen_want
    if late := rij.uitstel:
        yield "Later want", late.want
        yield "Nieuwe datum", volle_datum(late.nieuwe_datum)
        yield "Wie let op", late.wie_kijkt
    if last := rij.uitkomst.uiterste:
        yield "Uiterste dag", volle_datum(last)


def _voorstel_facts(rij: Voorstel) -> Iterator[Feit]:
    yield "Sinds", volle_datum(rij.sinds)
    yield "Van", rij.bron
    yield (
        "Let op",
        "Een ander zei iets over deze persoon. Start de klok, of schrijf op waarom niet.",
    )


def _monitoring_facts(rij: MonitoringRow) -> Iterator[Feit]:
    yield "Gepland op", volle_datum(rij.gepland_op)
    if held := rij.gegevens:
        yield "Gehouden op", volle_datum(held.gehouden_op)
        yield "Gesproken", held.gesproken
        yield "Directe veiligheid", OORDEEL[held.directe_veiligheid].word
        yield "Stabiele veiligheid", OORDEEL[held.stabiele_veiligheid].word
        yield "Herstel begonnen", OORDEEL[held.herstel].word
        yield "Wat ging goed", held.wat_ging_goed
        yield "Nieuw", held.nieuw
    yield "Besluit", MONITORING_BESLUIT[rij.besluit].word if rij.besluit else ""
    yield "Toelichting", rij.toelichting


def _verzoek_facts(rij: VerzoekRow) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Door", rij.wie
    yield "Over", rij.over
    yield "Ontvangen op", volle_datum(shown.ontvangen_op)
    yield "Hoe", "schriftelijk" if shown.schriftelijk else "mondeling"
    yield "Besluit", VERZOEK_STAND[rij.stand].word if rij.beslist_op else ""
    yield "Op", volle_datum(rij.beslist_op) if rij.beslist_op else ""
    yield "Grond", rij.grond
    yield "Eigen verklaring", rij.eigen_verklaring
    yield "Artikel", rij.recht.artikel


def _bewaar_facts(rij: BewaarRij) -> Iterator[Feit]:
    yield "Tot en met", volle_datum(rij.datum.tot) if rij.datum.tot else "nog niet te zeggen"
    if rij.geplaatst_op:
        yield "Geplaatst op", volle_datum(rij.geplaatst_op)
    if decided := rij.besluit:
        yield "Besloten door", decided.door
        yield "Besloten op", volle_datum(decided.op)
        yield "Grond", decided.grond.zin
