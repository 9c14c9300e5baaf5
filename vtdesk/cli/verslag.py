"""`vtdesk verslag`: list, read, write, finalise and print verslagen."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vtdesk.cli import verslag_pdf, verslag_schrijven, verslag_zegel
from vtdesk.cli.answer import Answer, RefusedError, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.verslag_id import add_id, find
from vtdesk.cli.verslag_tekst import as_json, as_lines
from vtdesk.errors import UserError
from vtdesk.ui.labels import label
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tijd import dag_met_naam

if TYPE_CHECKING:
    from vtdesk.services.controle.punt import Punt
    from vtdesk.services.verslagen import VerslagRow

MOST_REASONS = 1_000_000  # characters; a device has no end
REASONS = (
    "Open punten die mogen blijven, krijgen een reden in een JSON-bestand met per punt het id:\n"
    '{"kind/0d3f…": "wordt op 26 mei gesproken"}. Zonder dat bestand noemt de opdracht de punten.'
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group(
        "verslag", "verslagen bekijken, schrijven, vaststellen en als PDF opslaan"
    )
    group.add("list", list_all, "toon alle verslagen")
    add_id(group.add("show", show, "toon een verslag"))
    finalise_parser = group.add("finalise", finalise, "stel een verslag vast", REASONS)
    add_id(finalise_parser)
    finalise_parser.options.add_argument(
        "--reasons", metavar="BESTAND", type=Path, help="JSON-bestand met redenen"
    )
    verslag_pdf.add_to(group)
    verslag_schrijven.add_to(group)
    verslag_zegel.add_to(group)


def list_all(call: Call) -> Answer:
    """List all verslagen, newest talk first."""
    with call.reading() as desk:
        rows = desk.verslagen.all()
    return Answer(
        table([_line(row) for row in rows]) if rows else ["Er zijn nog geen verslagen."],
        {"verslagen": [_row_json(row) for row in rows]},
    )


def show(call: Call) -> Answer:
    """Show a verslag as it stands, with its versions and what is still open."""
    with call.reading() as desk:
        row = find(desk, call.args.id)
        inhoud = desk.verslagen.open(row.id)
        versies = desk.vaststelling.versies(row.id)
        reacties = desk.reacties.of(row.id)
        punten = desk.vaststelling.controle(row.id) if _is_draft(row) else []
    return Answer(
        as_lines(inhoud, versies, punten, reacties),
        {**_row_json(row), **as_json(inhoud, versies, punten, reacties)},
    )


def finalise(call: Call) -> Answer:
    """Finalise a draft, or name every point that is still in the way."""
    reasons = _read_reasons(call.args.reasons)
    with call.writing() as desk:
        row = find(desk, call.args.id)
        punten = desk.vaststelling.controle(row.id) if _is_draft(row) else []
        try:
            nummer = desk.vaststelling.finalise(row.id, reasons)
        except UserError as error:
            raise RefusedError(str(error), _open(punten)) from error
        versie = desk.vaststelling.versies(row.id)[0]
    return Answer(
        (f"Vastgesteld, versie {nummer}. Zegel {versie.vingerafdruk}.",),
        {
            "id": str(row.id),
            "versie": nummer,
            "vastgesteld_op": versie.vastgesteld_op.isoformat(),
            "vingerafdruk": versie.vingerafdruk,
        },
    )


def _line(row: "VerslagRow") -> tuple[str, ...]:
    stand = label(row.stand).word
    return (
        str(row.id)[:8],
        dag_met_naam(row.datum.date()),
        row.nummer,
        row.titel,
        f"{stand}, versie {row.versie}" if row.versie else stand,
    )


def _row_json(row: "VerslagRow") -> dict[str, Any]:
    return {
        "id": str(row.id),
        "casus": row.nummer,
        "soort": row.soort,
        "titel": row.titel,
        "datum": row.datum.isoformat(),
        "stand": row.stand.value,
        "versie": row.versie or None,
    }


def _is_draft(row: "VerslagRow") -> bool:
    return row.stand in (VerslagStand.CONCEPT, VerslagStand.TER_REACTIE)


def _open(punten: list["Punt"]) -> Answer:
    punten = [punt for punt in punten if not punt.klaar]
    lines = [(p.id, p.tekst, "moet opgelost" if p.moet else "mag met een reden") for p in punten]
    data = {"open": [{"id": p.id, "tekst": p.tekst, "moet": p.moet} for p in punten]}
    return Answer(table(lines) if lines else (), data)


def _read_reasons(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    try:
        with path.open(encoding="utf-8") as file:
            reasons = json.loads(file.read(MOST_REASONS))
    except (OSError, ValueError, RecursionError) as error:
        raise UserError(
            f"Het bestand {path.name} met redenen kan niet worden gelezen. Er is niets veranderd."
        ) from error
    if not isinstance(reasons, dict) or not all(isinstance(r, str) for r in reasons.values()):
        raise UserError(
            f"In het bestand {path.name} hoort per punt een reden te staan, als tekst. "
            "Er is niets veranderd."
        )
    return reasons
