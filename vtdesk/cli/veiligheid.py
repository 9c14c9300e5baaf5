"""What `vtdesk casus show` says of safety: who watches, and what must hold."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vtdesk.cli.answer import table
from vtdesk.ui.labels import label
from vtdesk.values.tijd import dag_met_naam, korte_dag

if TYPE_CHECKING:
    from vtdesk.services.desk import Desk
    from vtdesk.services.regie import RegieRow
    from vtdesk.services.veiligheid import PolitieRow, WaarborgRow
    from vtdesk.services.zicht import Estafette


@dataclass(frozen=True, slots=True)
class Veiligheid:
    """All of it, of one casus."""

    estafette: "Estafette"
    waarborgen: list["WaarborgRow"]
    politie: list["PolitieRow"]
    regie: list["RegieRow"]


def read(desk: "Desk", casus_id: UUID) -> Veiligheid:
    """Read who watches and what must hold."""
    return Veiligheid(
        desk.zicht.estafette(casus_id),
        desk.veiligheid.waarborgen(casus_id),
        desk.veiligheid.politieafspraken(casus_id),
        desk.regie.of_casus(casus_id),
    )


def zicht_lines(estafette: "Estafette") -> Iterator[str]:
    """Say who watches over safety, and who was asked to take over."""
    since = estafette.nu.vanaf
    yield f"Zicht op veiligheid: {estafette.nu.houder}, sinds {korte_dag(since.date())}"
    if offer := estafette.aanbod:
        expected = offer.gegevens.verwacht_op
        when = f", verwacht {dag_met_naam(expected)}" if expected else ""
        yield f"Aangeboden aan {offer.gegevens.aan}, wacht op antwoord{when}"


def lines(veiligheid: Veiligheid) -> Iterator[str]:
    """Say what must hold, with what the last check found."""
    for regie in veiligheid.regie:
        until = f" tot {dag_met_naam(regie.tot)}" if regie.tot else ""
        yield f"Casusregie: {regie.naam}, vanaf {dag_met_naam(regie.vanaf)}{until}"
    if rows := [_waarborg_line(row) for row in veiligheid.waarborgen]:
        yield from ("", "Afspraken en voorwaarden", *table(rows))
    if rows := [_politie_line(row) for row in veiligheid.politie if not row.beeindigd_op]:
        yield from ("", "Bij de politie", *table(rows))


def to_json(veiligheid: Veiligheid) -> dict[str, Any]:
    """Give all of it as one part of the document."""
    return {
        "zicht": [_plain(asdict(row)) for row in veiligheid.estafette.periodes],
        "overdrachten": [_flat(asdict(row)) for row in veiligheid.estafette.overdrachten],
        "waarborgen": [_waarborg_json(row) for row in veiligheid.waarborgen],
        "politieafspraken": [_flat(asdict(row)) for row in veiligheid.politie],
        "casusregie": [_plain(asdict(row)) for row in veiligheid.regie],
    }


def _waarborg_line(row: "WaarborgRow") -> tuple[str, ...]:
    return (
        f"{label(row.soort).word} {row.nummer}",
        f"{row.gegevens.wie}: {row.gegevens.wat}",
        _stand(row),
    )


def _stand(row: "WaarborgRow") -> str:
    """Say how it stands, with the evidence of the last check."""
    if not row.geldt:
        return f"Vervallen: {row.vervallen_want}"
    if row.voorstel:
        said = ", ".join(f"{one.wie} {label(one.stand).word}" for one in row.instemmingen)
        return f"Voorstel: {said}" if said else "Voorstel"
    if row.laatste is None:
        return "Nog niet getoetst"
    day = korte_dag(row.laatste.datum)
    return f"{label(row.laatste.uitkomst).word}, {day}: {row.laatste.bewijs}"


def _politie_line(row: "PolitieRow") -> tuple[str, ...]:
    again = row.gegevens.herzien_op
    return (
        label(row.gegevens.soort).word,
        row.gegevens.voor,
        f"opnieuw bekijken {dag_met_naam(again)}" if again else "",
    )


def _waarborg_json(row: "WaarborgRow") -> dict[str, Any]:
    flat = _flat(asdict(row))
    flat["toetsen"] = [_flat(asdict(toets)) for toets in row.toetsen]
    flat["instemmingen"] = [_plain(asdict(said)) for said in row.instemmingen]
    return flat


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Write a row with what its form holds beside it, not inside."""
    return _plain(row | row["gegevens"] | {"gegevens": None})


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    hidden = ("gegevens", "version", "toetsen", "instemmingen")
    return {name: _value(value) for name, value in row.items() if name not in hidden}


def _value(value: Any) -> Any:
    match value:
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return str(value)
        case StrEnum():
            return value.value
    return value
