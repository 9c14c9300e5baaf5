"""`vtdesk export`: what leaves vtdesk for the person it is about."""

from pathlib import Path

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands

MORE = (
    "Voor een verzoek om inzage. Namen van anderen staan er als rol in; wie meldde en wat is\n"
    "afgeschermd staat er niet in. Beslis eerst of deze persoon het mag lezen."
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("export", "schrijf uit wat een ander mag hebben")
    parser = group.add(
        "person", _person, "schrijf alles over één persoon in een casus in een map", MORE
    )
    parser.wanted.add_argument(
        "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
    )
    parser.wanted.add_argument("persoon", metavar="PERSOON", help="naam of id van de persoon")
    parser.options.add_argument(
        "-o", "--out", metavar="MAP", type=Path, required=True, help="een map die al bestaat"
    )


def _person(call: Call) -> Answer:
    with call.writing() as desk:
        casus = desk.casussen.find(call.args.nummer)
        persoon_id = desk.uittreksels.persoon(casus.id, call.args.persoon)
        files = desk.uittreksels.schrijf(casus.id, persoon_id, call.args.out)
    return Answer(
        [
            *(f"Geschreven: {path}" for path in files),
            "Deze bestanden zijn niet versleuteld. Laat ze alleen staan waar dat mag.",
        ],
        {"casus": casus.nummer, "bestanden": [str(path) for path in files]},
    )
