"""`vtdesk leave`: what falls in some days over all casussen, and who takes it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from vtdesk.cli.agenda import read_day
from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.values.tijd import dag_met_naam, local, volle_dag

if TYPE_CHECKING:
    from vtdesk.services.verlof.service import VerlofRegel

MORE = (
    "Toont elke termijn, belofte, monitoring en afspraak in die dagen, en wie wacht op een\n"
    "telefoontje. Verandert niets. Wie iets overneemt, kies je in het venster bij 'Verlof'."
)


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add("leave", show, "toon wat er in je verlof valt", MORE)
    for name, words in (("van", "eerste dag, zoals 2026-05-13"), ("tot", "laatste dag")):
        parser.wanted.add_argument(name, metavar=name.upper(), type=read_day, help=words)


def show(call: Call) -> Answer:
    """List what falls in the days, by date."""
    with call.reading() as desk:
        today = local(desk.clock()).date()
        van: date = call.args.van or today
        tot: date = call.args.tot or today
        rows = desk.verloven.between(van, tot)
    lines = table([_cells(row) for row in rows]) if rows else ["Er valt niets in deze dagen."]
    still = sum(row.is_open for row in rows)
    return Answer(
        [
            f"{volle_dag(van)} tot en met {volle_dag(tot)}",
            *lines,
            *([f"Nog niemand: {still} van {len(rows)}."] if rows else []),
        ],
        {
            "van": van.isoformat(),
            "tot": tot.isoformat(),
            "nog_niemand": still,
            "regels": [_document(row) for row in rows],
        },
    )


def _cells(row: "VerlofRegel") -> tuple[str, ...]:
    when = dag_met_naam(row.dag) if row.dag else "wacht"
    return (when, row.tijd, row.soort.value, row.woorden, row.nummer, row.wie_of_niemand)


def _document(row: "VerlofRegel") -> dict[str, Any]:
    return {
        "soort": row.soort.value,
        "id": str(row.ding),
        "dag": row.dag.isoformat() if row.dag else None,
        "tijd": row.tijd or None,
        "woorden": row.woorden,
        "regel": row.regel or None,
        "casus": row.nummer or None,
        "klaar": row.klaar.isoformat() if row.klaar else None,
        "wie": row.wie or None,
    }
