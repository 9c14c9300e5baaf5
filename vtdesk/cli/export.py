"""`vtdesk export`: what leaves vtdesk for the person it is about."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from uuid import UUID

    from vtdesk.services.casussen import CasusRow
    from vtdesk.services.desk import Desk
    from vtdesk.services.inzagen import Achtergehouden

MORE = (
    "Voor een verzoek om inzage. Namen van anderen staan er als rol in; wie meldde en wat is\n"
    "afgeschermd staat er niet in. Mag deze persoon het niet lezen, dan wordt er niets gemaakt."
)
MORE_ICS = (
    "Schrijft wat er staat van een maand terug tot een jaar vooruit. Zonder keuze staat er alleen\n"
    "'Bezet': geen titel, plaats, mens of casus. Met '--titles full' gaan titels en plaatsen mee;\n"
    "wat is afgeschermd blijft ook dan weg. Een bestaand bestand wordt vervangen."
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("export", "schrijf uit wat een ander mag hebben")
    for name, write, what, place, helped in (
        ("person", _person, "schrijf alles over één persoon in een casus in een map",
         "MAP", "een map die al bestaat"),
        ("inzage", _inzage, "schrijf voor één persoon een PDF met alles over die persoon",
         "BESTAND", "waar de PDF komt"),
    ):  # fmt: skip
        parser = group.add(name, write, what, MORE)
        parser.wanted.add_argument(
            "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
        )
        parser.wanted.add_argument("persoon", metavar="PERSOON", help="naam of id van de persoon")
        parser.options.add_argument(
            "-o", "--out", metavar=place, type=Path, required=True, help=helped
        )
        parser.options.add_argument(
            "--for", dest="voor", metavar="OUDER", help="wie dit voor een kind vraagt"
        )
    ics = group.add("ics", _ics, "schrijf je agenda uit voor een andere agenda (.ics)", MORE_ICS)
    ics.wanted.add_argument("file", metavar="BESTAND", type=Path, help="zoals agenda.ics")
    ics.options.add_argument(
        "--titles",
        choices=("neutral", "full"),
        default="neutral",
        help="neutral: alleen 'Bezet'; full: ook titels en plaatsen",
    )


def _person(call: Call) -> Answer:
    with call.writing() as desk:
        casus, over, lezer = _asked(call, desk)
        made = desk.inzagen.schrijf(casus.id, over, call.args.out, lezer_id=lezer)
    written = {"casus": casus.nummer, "bestanden": [str(path) for path in made.bestanden]}
    return _written(made.bestanden, made.achtergehouden, written)


def _inzage(call: Call) -> Answer:
    with call.writing() as desk:
        casus, over, lezer = _asked(call, desk)
        made = desk.inzagen.maak(casus.id, over, lezer_id=lezer)
        made.drukwerk.save(call.args.out)
    written = {"casus": casus.nummer, "bestand": str(call.args.out)}
    return _written([call.args.out], made.achtergehouden, written)


def _asked(call: Call, desk: "Desk") -> "tuple[CasusRow, UUID, UUID | None]":
    """Find who is asked about, and who asks it for that one."""
    casus, voor = desk.casussen.find(call.args.nummer), call.args.voor
    over = desk.inzagen.persoon(casus.id, call.args.persoon)
    return casus, over, desk.inzagen.persoon(casus.id, voor) if voor else None


def _written(
    files: Sequence[Path], left_out: "Sequence[Achtergehouden]", written: dict[str, Any]
) -> Answer:
    """Say where it is, and tell the worker alone what is not in it."""
    return Answer(
        [
            *(f"Geschreven: {path}" for path in files),
            "Niet versleuteld. Laat dit alleen staan waar dat mag.",
            "Wat er niet in staat, alleen voor jou:",
            *table([(one.wat, one.want) for one in left_out]),
        ],
        written
        | {
            "niet_opgenomen": [
                {"wat": one.wat, "reden": one.reden.value, "want": one.want} for one in left_out
            ]
        },
    )


def _ics(call: Call) -> Answer:
    from vtdesk.services.agenda_export import Titels  # noqa: PLC0415 - loads SQLAlchemy

    titels = Titels.VOLUIT if call.args.titles == "full" else Titels.NEUTRAAL
    with call.writing() if titels is Titels.VOLUIT else call.reading() as desk:
        bewaard = desk.agenda_export.schrijf(call.args.file, titels)
    return Answer(
        [f"Geschreven: {call.args.file}", bewaard.in_words()],
        {
            "bestand": str(call.args.file),
            "titels": titels.value,
            "afspraken": bewaard.aantal,
            "afgezegd": bewaard.afgezegd,
        },
    )
