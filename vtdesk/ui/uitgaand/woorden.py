"""What the page says, in the words of the design."""

from collections.abc import Collection, Mapping, Sequence

from vtdesk.services.dossier import LEEG, DossierRow, Dossiervoorstel
from vtdesk.services.inzagerecht import Inzagerecht, Vrager
from vtdesk.services.uitgaand.rows import Ontvanger, Treffer, Voorstel, Weggelaten
from vtdesk.services.vaststelling import VersieRow
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui import format as dutch
from vtdesk.ui.uitgaand.adreswachtkaart import Gevonden
from vtdesk.ui.uitgaand.schakelrij import Schakel
from vtdesk.ui.widgets.keuzerij import Keuze
from vtdesk.values.tijd import klok
from vtdesk.values.uitgaand import WegReden

CHOOSE = "Kies eerst voor wie dit is."
BUSY = "Dit wordt nagekeken voor {}…"
LOGGED = "Elke keuze komt met de reden in het logboek."
CLEAN = "Nagekeken: 0 treffers in het gemaakte bestand."
NOT_READY = "Het nakijken is nog bezig."
HIT = "Los eerst de treffer op."

REDENEN: Mapping[WegReden, str] = {
    WegReden.OVER_EEN_ANDER: "Over een ander",
    WegReden.GEEN_GEZAG: "Geen gezag",
    WegReden.GEHEIM_ADRES: "Geheim adres",
    WegReden.VEILIGHEID: "Veiligheid",
    WegReden.MELDER: "Melder",
    WegReden.MEDISCH: "Medisch",
    WegReden.WERKAANTEKENING: "Werkaantekening",
    WegReden.ZELF_WEGGELATEN: "Zelf weggelaten",
}


def about(verslag: VerslagInhoud, versie: VersieRow | None) -> str:
    """Say what leaves: `Verslag MDO van 12 mei, versie 1, vastgesteld 21:14`."""
    day = verslag.kop.datum.split(" ", 1)[-1].rsplit(" ", 1)[0]
    what = f"{verslag.kop.soort} van {day}"
    if versie is None:
        return f"{what}, concept"
    return f"{what}, versie {versie.nummer}, vastgesteld {klok(versie.vastgesteld_op)}"


def receiver(one: Ontvanger) -> Keuze:
    """Show a receiver with capacity and gezag."""
    second = ", ".join(part for part in (one.hoedanigheid, one.gezag) if part)
    return Keuze(one.sleutel, one.naam, second)


def asker(one: Vrager) -> Keuze:
    """Show who can ask for an inzage, and what stands in the way."""
    who = one.ontvanger
    parts = (who.hoedanigheid, who.gezag, "mag nog niet" if one.waarom_niet else "mag dit lezen")
    second = f"{', '.join(filter(None, parts))}. {one.waarom_niet}".strip()
    return Keuze(str(who.persoon_id), who.naam, second)


def calls(one: Ontvanger) -> str:
    """Call a receiver as one does aloud: a person by the first name."""
    if one.persoon_id is None:
        return one.naam
    words = one.naam.split()
    first = next((place for place, word in enumerate(words, 1) if word[0].isupper()), len(words))
    return " ".join(words[:first])  # `juf Tess`, `dr. Proef`


def part(one: Weggelaten) -> Schakel:
    """Show a part that stays behind, or goes along for a reason."""
    second = one.waar
    if not one.aan and one.gekozen_reden:
        second = f"Gaat mee, want: {one.gekozen_reden}"
    own = one.reden is WegReden.ZELF_WEGGELATEN
    chip = REDENEN[one.reden]
    return Schakel(
        one.id,
        one.titel,
        second,
        chip,
        weg=one.aan,
        vast=one.vast,
        vraagt=not own,
        zinnen=one.zinnen,
    )


def parts_count(proposal: Voorstel, who: Ontvanger) -> str:
    """Count what stays behind: `5 stukken voor Dario`."""
    return f"{dutch.aantal(proposal.blijft_weg, 'stuk', 'stukken')} voor {calls(who)}"


def hit(one: Treffer) -> Gevonden:
    """Show a hit in its sentence."""
    where = f"{one.onderdeel}, regel {one.regel}" if one.regel else one.onderdeel
    words = f"{where} kan {one.van} verraden:"
    span = (one.begin, one.begin + len(one.woord))
    return Gevonden(one.id, words, one.zin, span, weglaten=one.weglaten)


def why_closed(proposal: Voorstel | None, way_id: str, who: Ontvanger | None) -> str:
    """Say what must be done before anything can be made; empty when it can."""
    if who is None:
        return CHOOSE
    if proposal is None:
        return NOT_READY
    if proposal.treffers:
        return (
            HIT
            if len(proposal.treffers) == 1
            else (f"Los eerst de {len(proposal.treffers)} treffers op.")
        )
    if not proposal.mag:
        return proposal.waarom_niet
    if not way_id:
        return f"Kies eerst hoe {calls(who)} dit krijgt."
    return ""


def dossier_closed(
    rows: Sequence[DossierRow],
    found: Collection[Dossiervoorstel],
    way_id: str,
    who: Ontvanger | None,
) -> str:
    """Say what must be done before the dossier can be made; empty when it can."""
    if not rows:
        return LEEG
    if who is None:
        return CHOOSE
    if not found:
        return NOT_READY
    wrong = [one for one in found if not one.voorstel.mag]
    if wrong:
        return f"{wrong[0].stuk.titel}: {wrong[0].voorstel.waarom_niet}"
    return "" if way_id else f"Kies eerst hoe {calls(who)} dit krijgt."


def inzage_closed(recht: Inzagerecht | None, way_id: str) -> str:
    """Say what must be done before it can be made; empty when it can."""
    if recht is None:
        return NOT_READY
    if not recht.mag:
        return recht.waarom_niet
    return "" if way_id else f"Kies eerst hoe {calls(recht.ontvanger)} dit krijgt."


def newest(versions: Sequence[VersieRow], number: int | None) -> VersieRow | None:
    """Give the row of this version."""
    return next((row for row in versions if row.nummer == number), None)


def note(who: Ontvanger) -> str:
    """Say what must be known of a receiver."""
    return " ".join(part for part in (who.waarom_niet, who.let_op) if part)
