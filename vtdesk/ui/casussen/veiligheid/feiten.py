"""What is known of a row, and what can be done with it."""

from collections.abc import Iterator

from vtdesk.services.regie import RegieRow
from vtdesk.services.veiligheid import PolitieRow, WaarborgRow
from vtdesk.services.zicht import Estafette, OverdrachtRow, ZichtRow
from vtdesk.ui.casussen.veiligheid.rijen import Rij, vol_moment, volle_datum
from vtdesk.ui.labels import label

Feit = tuple[str, str]


_HOLDS = [("politie-wijzigen", "Wijzigen"), ("politie-beeindigen", "Beëindigen")]
_ENDED = [("politie-hervatten", "Geldt weer")]


def deeds(rij: Rij, estafette: Estafette) -> list[Feit]:
    """Name what can be done with a row, the usual thing first."""
    match rij:
        case WaarborgRow():
            return _waarborg_deeds(rij)
        case ZichtRow():
            return list(_zicht_deeds(rij, estafette))
        case OverdrachtRow():
            open_deeds = [("zicht-aanvaarden", "Aanvaard"), ("zicht-intrekken", "Intrekken")]
            return open_deeds if rij.is_open else []
        case PolitieRow():
            ended = rij.beeindigd_op is not None
            return _ENDED if ended else _HOLDS
        case RegieRow():
            return [] if rij.tot else [("regie-terugnemen", "Klopt niet, weghalen")]


def _waarborg_deeds(rij: WaarborgRow) -> list[Feit]:
    if not rij.geldt:
        return [("waarborg-terug", "Laten gelden")]
    later = [("waarborg-wijzigen", "Wijzigen"), ("waarborg-vervalt", "Laten vervallen")]
    if rij.voorstel:
        return [("reactie", "Reactie"), ("afgesproken", "Is afgesproken"), *later]
    return [("toetsen", "Toetsen"), *later]


def _zicht_deeds(rij: ZichtRow, estafette: Estafette) -> Iterator[Feit]:
    if rij.tot is not None:
        return
    if estafette.aanbod is None:
        yield "zicht-aanbieden", "Overdragen"
    if accepted(rij, estafette):
        yield "aanvaarding-terug", "Aanvaarding klopt niet"


def accepted(rij: ZichtRow, estafette: Estafette) -> OverdrachtRow | None:
    """Give the offer by which this period began."""
    return next((o for o in estafette.overdrachten if o.aanvaard_op == rij.vanaf), None)


def title(rij: Rij) -> str:
    match rij:
        case WaarborgRow():
            word = label(rij.soort).word
            return f"{word[0].upper()}{word[1:]} {rij.nummer}"
        case ZichtRow():
            return "Zicht op veiligheid"
        case OverdrachtRow():
            return f"Overdracht aan {rij.gegevens.aan}"
        case PolitieRow():
            word = label(rij.gegevens.soort).word
            return f"{word[0].upper()}{word[1:]}"
        case RegieRow():
            return "Casusregie"


def facts(rij: Rij, estafette: Estafette) -> Iterator[Feit]:
    """Give every field that holds something."""
    match rij:
        case WaarborgRow():
            found = _waarborg_facts(rij)
        case ZichtRow():
            found = _zicht_facts(rij, estafette)
        case OverdrachtRow():
            found = overdracht_facts(rij)
        case PolitieRow():
            found = _politie_facts(rij)
        case RegieRow():
            found = _regie_facts(rij)
    return ((name, value) for name, value in found if value)


def _waarborg_facts(rij: WaarborgRow) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Wat", shown.wat
    yield "Wie", shown.wie
    yield "Wanneer", shown.wanneer
    yield "Als het niet lukt", shown.wat_als_niet
    yield "Wie kijkt", shown.wie_kijkt
    yield "Geldt tot en met", volle_datum(shown.tot) if shown.tot else ""
    yield "Voorgesteld op" if rij.voorstel else "Afgesproken op", volle_datum(rij.gemaakt_op)
    if rij.vervallen_op:
        yield "Vervallen op", volle_datum(rij.vervallen_op)
        yield "Want", rij.vervallen_want


def _zicht_facts(rij: ZichtRow, estafette: Estafette) -> Iterator[Feit]:
    yield "Wie kijkt", rij.houder
    yield "Vanaf", vol_moment(rij.vanaf)
    yield "Tot", vol_moment(rij.tot) if rij.tot else ""
    if offer := accepted(rij, estafette):
        yield from overdracht_facts(offer)


def overdracht_facts(rij: OverdrachtRow) -> Iterator[Feit]:
    """Give what was offered, and what became of it."""
    shown = rij.gegevens
    yield "Aangeboden", vol_moment(rij.aangeboden_op)
    yield "Verwacht op", volle_datum(shown.verwacht_op) if shown.verwacht_op else ""
    yield "Waarom", shown.waarom
    yield "Beloofd", shown.beloofd
    yield "Niet delen", shown.niet_delen
    if rij.aanvaard_op:
        yield "Aanvaard op", vol_moment(rij.aanvaard_op)
        yield "Aanvaard door", rij.aanvaard_door
    if rij.ingetrokken_op:
        yield "Ingetrokken op", vol_moment(rij.ingetrokken_op)
        yield "Want", rij.ingetrokken_want


def _politie_facts(rij: PolitieRow) -> Iterator[Feit]:
    shown = rij.gegevens
    yield "Voor", shown.voor
    yield "Vanaf", volle_datum(shown.vanaf)
    yield "Opnieuw bekijken", volle_datum(shown.herzien_op) if shown.herzien_op else ""
    yield "Bij een melding", "de politie komt direct" if shown.direct_komen else ""
    yield "Toelichting", shown.toelichting
    yield "Beëindigd op", volle_datum(rij.beeindigd_op) if rij.beeindigd_op else ""


def _regie_facts(rij: RegieRow) -> Iterator[Feit]:
    yield "Wie", rij.naam
    yield "Vanaf", volle_datum(rij.vanaf)
    yield "Tot", volle_datum(rij.tot) if rij.tot else ""
