"""`vtdesk export`: what leaves vtdesk for the person it is about."""

from pathlib import Path

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands

MORE = (
    "Voor een verzoek om inzage. Namen van anderen staan er als rol in; wie meldde en wat is\n"
    "afgeschermd staat er niet in. Beslis eerst of deze persoon het mag lezen."
)
MORE_ICS = (
    "Schrijft wat er staat van een maand terug tot een jaar vooruit. Zonder keuze staat er alleen\n"
    "'Bezet': geen titel, plaats, mens of casus. Met '--titles full' gaan titels en plaatsen mee;\n"
    "wat is afgeschermd blijft ook dan weg. Een bestaand bestand wordt vervangen."
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
    inzage = group.add(
        "inzage", _inzage, "schrijf voor één persoon een PDF met alles over die persoon", MORE
    )
    inzage.wanted.add_argument(
        "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
    )
    inzage.wanted.add_argument("persoon", metavar="PERSOON", help="naam of id van de persoon")
    inzage.options.add_argument(
        "-o", "--out", metavar="BESTAND", type=Path, required=True, help="waar de PDF komt"
    )
    inzage.options.add_argument(
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


def _inzage(call: Call) -> Answer:
    """Write the extract, and tell the worker alone what is not in it."""
    with call.writing() as desk:
        casus = desk.casussen.find(call.args.nummer)
        over = desk.uittreksels.persoon(casus.id, call.args.persoon)
        voor = call.args.voor
        lezer = desk.uittreksels.persoon(casus.id, voor) if voor else None
        made = desk.inzagen.maak(casus.id, over, lezer_id=lezer)
        made.drukwerk.save(call.args.out)
    left_out = [(one.wat, one.want) for one in made.achtergehouden]
    return Answer(
        [
            f"Geschreven: {call.args.out}",
            "Wat er niet in staat, alleen voor jou:",
            *table(left_out),
        ],
        {
            "casus": casus.nummer,
            "bestand": str(call.args.out),
            "niet_opgenomen": [
                {"wat": one.wat, "reden": one.reden.value, "want": one.want}
                for one in made.achtergehouden
            ],
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
