"""What is known of a row, and what can be done with it."""

from collections.abc import Iterator

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import Beoordeling, InstrumentRow
from vtdesk.services.meldingen import MeldingRow
from vtdesk.ui.casussen.meldingen.rijen import Rij, Verloop, begonnen, vol_moment, volle_datum
from vtdesk.ui.labels import label
from vtdesk.values.casuskinds import Anonimiteit

Feit = tuple[str, str]
MELDER_DICHT = "Melder afgeschermd. Openen staat in het logboek."
NEVER = "Een beoordeling verandert nooit. Is het anders, leg dan een nieuwe vast."


def deeds(rij: Rij) -> list[Feit]:
    """Name what can be done with a row, the usual thing first."""
    match rij:
        case MeldingRow():
            return list(_melding_deeds(rij))
        case Beoordeling():
            return [("beoordeling-opnieuw", "Opnieuw beoordelen")]
        case BesluitRow() if rij.is_definitief:
            return [("besluit-vertellen", "Verteld aan"), ("tegenspraak", "Tegenspraakronde")]
        case BesluitRow():
            return [
                ("besluit-wijzigen", "Wijzigen"),
                ("tegenspraak", "Tegenspraakronde"),
                ("besluit-definitief", "Definitief maken"),
                ("besluit-weghalen", "Weghalen"),
            ]
        case InstrumentRow():
            return [("instrument-wijzigen", "Wijzigen"), ("instrument-weghalen", "Weghalen")]


def _melding_deeds(rij: MeldingRow) -> Iterator[Feit]:
    yield "melding-wijzigen", "Wijzigen"
    if not rij.is_geweigerd:
        yield "besluit-over-melding", "Besluit nemen"
    if rij.gegevens.anonimiteit is not Anonimiteit.DUBBEL_ANONIEM:
        if rij.teruggekoppeld_op:
            yield "terugkoppeling-weg", "Toch niet teruggekoppeld"
        else:
            yield "terugkoppeling", "Teruggekoppeld"
        yield "melder-vastleggen", "Melder vastleggen"
    yield "melding-weghalen", "Weghalen"


def title(rij: Rij) -> str:
    """Head the facts of a row."""
    match rij:
        case MeldingRow():
            return f"Melding {rij.naam}"
        case Beoordeling():
            return rij.organisatie
        case BesluitRow():
            return label(rij.gegevens.soort).word
        case InstrumentRow():
            return rij.gegevens.naam


def facts(rij: Rij, verloop: Verloop) -> Iterator[Feit]:
    """Give every field that holds something."""
    match rij:
        case MeldingRow():
            found = _melding_facts(rij, verloop)
        case Beoordeling():
            found = _beoordeling_facts(rij)
        case BesluitRow():
            found = _besluit_facts(rij)
        case InstrumentRow():
            found = _instrument_facts(rij)
    return ((name, value) for name, value in found if value)


def _melding_facts(rij: MeldingRow, verloop: Verloop) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Van", begonnen(label(shown.soort).word)
    yield "Ontvangen", vol_moment(shown.ontvangen_op)
    yield "Gebeurd op", volle_datum(shown.gebeurd_op) if shown.gebeurd_op else ""
    yield "Inhoud", shown.inhoud
    yield "Melder", begonnen(label(shown.anonimiteit).word.removeprefix("melder "))
    yield "Spoed", "Ja" if shown.spoed else ""
    joined = verloop.gevoegd_bij(rij)
    yield "Gevoegd", f"bij {joined}; geen eigen beoordeling" if joined else ""
    yield "Geweigerd, want", shown.geweigerd_want
    yield "Gebruikt, want", shown.gebruikt_want
    told = rij.teruggekoppeld_op
    yield "Teruggekoppeld", volle_datum(told) if told else ""


def _beoordeling_facts(rij: Beoordeling) -> Iterator[Feit]:
    yield "Op", vol_moment(rij.moment)
    yield "Waarom", rij.gronden
    yield "Door", rij.door
    yield "Opnieuw op", vol_moment(rij.volgende_op) if rij.volgende_op else ""


def _besluit_facts(rij: BesluitRow) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Besloten op", volle_datum(shown.datum)
    yield "Vervolg", label(shown.vervolg).word if shown.vervolg else ""
    yield "Uitkomst", shown.uitkomst
    yield "Door", ", ".join(shown.beslissers)
    yield "Meegelezen", shown.meelezer
    yield "Motivering", shown.motivering
    for optie, want in shown.opties:
        yield "Niet gekozen", f"{optie}, want {want}" if want else optie
    for wie, standpunt in shown.afwijkend:
        yield "Anders", f"{wie}: {standpunt}"
    for told in rij.verteld:
        how = f", {told.hoe}" if told.hoe else ""
        yield "Verteld aan", f"{told.wie}, {volle_datum(told.op)}{how}"
    yield "Definitief op", vol_moment(rij.definitief_op) if rij.definitief_op else ""


def _instrument_facts(rij: InstrumentRow) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Uitkomst", shown.uitkomst
    yield "Datum", volle_datum(shown.datum)
    yield "Door", shown.door
    yield "Uitgave", shown.uitgave
    yield "Waar ligt het", shown.vindplaats
