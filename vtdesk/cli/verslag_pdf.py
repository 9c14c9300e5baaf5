"""`vtdesk verslag pdf`: a verslag as PDF, for somebody or for the own file."""

from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.ontvanger import LeakedError, add_for, find_receiver, find_way, proposal_answer
from vtdesk.cli.verslag_id import add_id, find

if TYPE_CHECKING:
    from vtdesk.services.desk import Desk
    from vtdesk.services.verslagen import VerslagRow

MORE = (
    "Met --for staat in de PDF alleen wat die ontvanger mag lezen; de opdracht zegt wat wegblijft\n"
    "en waarom. Zou er iets uitlekken, dan komt er geen bestand en is de uitgangscode 5.\n"
    "Zonder --for is de PDF voor je eigen archief; wat is afgeschermd, mag er niet in staan."
)


def add_to(group: Commands) -> None:
    """Add this command to the group."""
    parser = group.add("pdf", pdf, "sla een verslag op als PDF", MORE)
    add_id(parser)
    parser.options.add_argument(
        "-o", dest="doel", metavar="BESTAND", type=Path, required=True, help="waar de PDF komt"
    )
    parser.options.add_argument(
        "--version",
        dest="versie",
        metavar="N",
        type=int,
        help="welke versie; anders de nieuwste, of het concept als er nog geen versie is",
    )
    add_for(parser, required=False)


def pdf(call: Call) -> Answer:
    """Write the PDF of a version, or of the draft when there is no version yet."""
    target: Path = call.args.doel
    with call.writing() as desk:
        row = find(desk, call.args.id)
        nummer = call.args.versie or row.versie or None
        if call.args.voor:
            return _for_somebody(call, desk, row, nummer)
        desk.uitgaand.eigen(row.id, nummer).save(target)
    what = f"versie {nummer}" if nummer else "het concept"
    return Answer(
        (f"De PDF van {what} staat in {target}.",),
        {"id": str(row.id), "versie": nummer, "bestand": str(target)},
    )


def _for_somebody(call: Call, desk: "Desk", row: "VerslagRow", nummer: int | None) -> Answer:
    target: Path = call.args.doel
    out = desk.uitgaand
    receiver = find_receiver(out.ontvangers(row.id, nummer), call.args.voor)
    voorstel = out.voorstel(row.id, nummer, receiver.sleutel)
    told = proposal_answer(voorstel)
    if not voorstel.mag:
        raise LeakedError(f"{voorstel.waarom_niet} Er is niets geschreven.", told)
    way = find_way(out.wegen(row.id, nummer, receiver.sleutel), call.args.weg)
    out.drukwerk(row.id, nummer, receiver.sleutel, way).save(target)
    what = f"versie {nummer}" if nummer else "het concept"
    number = voorstel.document.exemplaar
    return Answer(
        (
            f"De PDF van {what} voor {receiver.naam} staat in {target}, exemplaar {number}.",
            *told.lines,
            "Nagekeken: 0 treffers in het gemaakte bestand.",
        ),
        {
            "id": str(row.id),
            "versie": nummer,
            "bestand": str(target),
            "ontvanger": receiver.naam,
            "weg": way,
            "exemplaar": number,
            **told.data,
        },
    )
