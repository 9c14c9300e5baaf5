"""`vtdesk agenda`: one day as a list."""

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.ui.labels import label
from vtdesk.values.tijd import EERSTE_JAAR, LAATSTE_JAAR, klok, local, volle_dag

if TYPE_CHECKING:
    from vtdesk.services.agenda import AfspraakRow

TODAY = "vandaag"


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add("agenda", show, "toon de agenda van een dag")
    parser.wanted.add_argument(
        "dag", metavar="DAG", type=read_day, help="2026-05-12, 12-05-2026 of vandaag"
    )


def show(call: Call) -> Answer:
    """List the appointments of a day, earliest first."""
    with call.reading() as desk:
        day: date = call.args.dag or local(desk.clock()).date()
        rows = desk.agenda.on_day(day)
    lines = table([_line(row) for row in rows]) if rows else ["Er staat niets gepland."]
    return Answer(
        (f"{volle_dag(day)}", *lines),
        {"dag": day.isoformat(), "afspraken": [to_json(row) for row in rows]},
    )


def to_json(row: "AfspraakRow") -> dict[str, Any]:
    """Give an appointment for a program."""
    return {
        "id": str(row.id),
        "begin": row.begin.isoformat(),
        "einde": row.einde.isoformat(),
        "hele_dag": row.hele_dag,
        "titel": row.titel,
        "soort": row.soort.value,
        "staat": row.staat.value,
        "reden": row.reden,
        "plaats": row.plaats,
        "doel": row.doel,
        "casus": row.nummer or None,
        "wie": list(row.wie),
        "verslag": str(row.verslag_id) if row.verslag_id else None,
        "verslag_stand": row.verslag_stand.value if row.verslag_stand else None,
        "verslag_nodig": row.owes_verslag,
    }


def _line(row: "AfspraakRow") -> tuple[str, ...]:
    time = "hele dag" if row.hele_dag else f"{klok(row.begin)}–{klok(row.einde)}"
    return (time, label(row.soort).word, row.titel, row.nummer, label(row.staat).word)


def read_day(text: str) -> date | None:
    """Read a day; None stands for today, which only the clock of the kluis knows."""
    if text.casefold() == TODAY:
        return None
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            day = datetime.strptime(text, form).date()
        except ValueError:
            continue
        if not EERSTE_JAAR <= day.year < LAATSTE_JAAR:
            raise argparse.ArgumentTypeError(
                f"kies een dag tussen {EERSTE_JAAR} en {LAATSTE_JAAR}."
            )
        return day
    raise argparse.ArgumentTypeError("schrijf de dag als 2026-05-12.")
