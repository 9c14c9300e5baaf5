"""`vtdesk genogram`: the family of a casus as one A4 in SVG."""

import argparse
from datetime import date
from pathlib import Path

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.errors import UserError
from vtdesk.values.genogram.als_tekst import als_tekst

ENDING = ".svg"


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add(
        "genogram",
        run,
        "schrijf het gezin van een casus als tekening (SVG)",
        "In het bestand staan namen, maar nooit een adres of een ander afgeschermd gegeven.",
    )
    parser.wanted.add_argument(
        "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
    )
    parser.options.add_argument(
        "-o", "--out", metavar="BESTAND.svg", type=Path, required=True, help="waar het bestand komt"
    )
    parser.options.add_argument(
        "--op", metavar="DATUM", type=_day, help="de situatie op een dag, zoals 2026-05-04"
    )


def run(call: Call) -> Answer:
    """Write the drawing, and say what is in it."""
    target: Path = call.args.out
    if target.suffix.lower() != ENDING:
        raise UserError(f"De tekening is een SVG. Kies een naam die eindigt op {ENDING}.")
    with call.reading() as desk:
        casus = desk.casussen.find(call.args.nummer)
        gezin = desk.genogrammen.gezin(casus.id, call.args.op)
        desk.genogrammen.save_svg(casus.id, target, call.args.op)
    zinnen = als_tekst(gezin)
    return Answer(
        [f"Het genogram staat in {target}. Het bestand is niet versleuteld.", *zinnen],
        {
            "bestand": str(target),
            "casus": casus.nummer,
            "peildatum": gezin.peildatum.isoformat() if gezin.peildatum else None,
            "mensen": len(gezin.figuren),
            "zinnen": list(zinnen),
        },
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("schrijf de dag als 2026-05-04.") from error
