"""`vtdesk dossier`: collect documents of a casus and give them at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands, Parser
from vtdesk.cli.ontvanger import LeakedError, add_for, find_receiver, find_way, proposal_json
from vtdesk.cli.verslag_id import add_id, find
from vtdesk.errors import UserError

if TYPE_CHECKING:
    from vtdesk.services.desk import Desk
    from vtdesk.services.dossier import DossierRow

MORE = (
    "Schrijft één versleutelde PDF met alle stukken, die met het wachtwoord overal opengaat. Het\n"
    "wachtwoord staat alleen in het antwoord en wordt nergens bewaard. Met --plain\n"
    "komen de stukken los en niet versleuteld in een map."
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("dossier", "stukken van een casus verzamelen en meegeven")
    _add_number(group.add("list", _list, "toon wat er in het dossier van een casus zit"))
    adding = group.add("add", _add, "leg een verslag bij het dossier van zijn casus")
    add_id(adding)
    adding.options.add_argument(
        "--version", dest="versie", metavar="N", type=int, help="welke versie; anders de nieuwste"
    )
    removing = group.add("remove", _remove, "haal een verslag uit het dossier van zijn casus")
    add_id(removing)
    exporting = group.add("export", _export, "schrijf het dossier voor iemand uit", MORE)
    _add_number(exporting)
    exporting.options.add_argument(
        "-o", dest="doel", metavar="DOEL", type=Path, required=True,
        help="waar de PDF komt; met --plain een map die al bestaat",
    )  # fmt: skip
    exporting.options.add_argument(
        "--plain", dest="los", action="store_true", help="losse PDF's, niet versleuteld"
    )
    add_for(exporting, required=True)


def _add_number(parser: Parser) -> None:
    parser.wanted.add_argument(
        "nummer", metavar="NR", help="het nummer van de casus, of het laatste deel ervan"
    )


def _list(call: Call) -> Answer:
    with call.reading() as desk:
        casus = desk.casussen.find(call.args.nummer)
        rows = desk.dossiers.of(casus.id)
    lines = table([(str(row.verslag_id)[:8], row.titel, row.stand) for row in rows])
    return Answer(
        lines if rows else ["Er zit nog niets in dit dossier."],
        {"casus": casus.nummer, "stukken": [_json(row) for row in rows]},
    )


def _add(call: Call) -> Answer:
    with call.writing() as desk:
        row = find(desk, call.args.id)
        nummer = call.args.versie or row.versie or None
        desk.dossiers.voeg_toe(row.casus_id, row.id, nummer)
        rows = desk.dossiers.of(row.casus_id)
    return Answer(
        (f"{rows[-1].titel}, {rows[-1].stand}, zit nu in het dossier van {row.nummer}.",),
        {"casus": row.nummer, "stukken": [_json(one) for one in rows]},
    )


def _remove(call: Call) -> Answer:
    with call.writing() as desk:
        row = find(desk, call.args.id)
        here = [one for one in desk.dossiers.of(row.casus_id) if one.verslag_id == row.id]
        if not here:
            raise UserError("Dit verslag zit niet in het dossier.")
        for one in here:
            desk.dossiers.haal_weg(one.id)
        rows = desk.dossiers.of(row.casus_id)
    return Answer(
        (f"{here[0].titel} zit niet meer in het dossier van {row.nummer}.",),
        {"casus": row.nummer, "stukken": [_json(one) for one in rows]},
    )


def _export(call: Call) -> Answer:
    with call.writing() as desk:
        casus = desk.casussen.find(call.args.nummer)
        receiver = find_receiver(desk.dossiers.ontvangers(casus.id), call.args.voor)
        _refuse_hits(desk, casus.id, receiver.sleutel)
        way = find_way(desk.dossiers.wegen(casus.id, receiver.sleutel), call.args.weg)
        data = {"casus": casus.nummer, "ontvanger": receiver.naam, "weg": way}
        if call.args.los:
            files = desk.dossiers.exporteer_los(casus.id, receiver.sleutel, way, call.args.doel)
            return Answer(
                [
                    *(f"Geschreven: {path}" for path in files),
                    "Deze bestanden zijn niet versleuteld. Laat ze alleen staan waar dat mag.",
                ],
                {**data, "bestanden": [str(path) for path in files]},
            )
        secret = desk.dossiers.wachtwoord()
        work = desk.dossiers.drukwerk(casus.id, receiver.sleutel, way, wachtwoord=secret)
        work.save(call.args.doel)
    return Answer(
        (
            f"Het dossier voor {receiver.naam} staat in {call.args.doel}.",
            f"Wachtwoord: {secret}",
            "Schrijf het nu op; het staat nergens anders. Geef het langs een andere weg.",
        ),
        {**data, "bestand": str(call.args.doel), "wachtwoord": secret},
    )


def _refuse_hits(desk: "Desk", casus_id: UUID, sleutel: str) -> None:
    """Say of each document what is in the way."""
    closed = [
        (one.stuk, one.voorstel)
        for one in desk.dossiers.voorstellen(casus_id, sleutel)
        if not one.voorstel.mag
    ]
    if closed:
        lines = [f"{stuk.titel}: {voorstel.waarom_niet}" for stuk, voorstel in closed]
        data = {str(stuk.verslag_id): proposal_json(voorstel) for stuk, voorstel in closed}
        raise LeakedError(
            "Dit dossier kan zo niet weg. Er is niets geschreven.", Answer(lines, {"stukken": data})
        )


def _json(row: "DossierRow") -> dict[str, Any]:
    return {
        "verslag": str(row.verslag_id),
        "titel": row.titel,
        "versie": row.nummer or None,
        "plaats": row.plaats,
    }
