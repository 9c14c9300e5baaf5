"""`vtdesk verslag new`: begin a verslag from a held talk, or from a casus without one."""

from typing import TYPE_CHECKING
from uuid import UUID

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.verslag_id import SHORTEST_ID
from vtdesk.errors import UserError
from vtdesk.values.kinds import AfspraakStaat

if TYPE_CHECKING:
    from vtdesk.services.agenda import AfspraakRow
    from vtdesk.services.desk import Desk
    from vtdesk.services.formulieren import Lezer

EITHER = (
    "Geef een gesprek met '--for-appointment ID', of een casus met '--casus NUMMER' en het soort "
    "met '--kind SOORT'."
)
ONLY_CASUS = "'--for' hoort bij '--casus'. Bij een gesprek volgt uit het gesprek over wie het gaat."


def add_to(group: Commands) -> None:
    """Add this to the commands about a verslag."""
    parser = group.add("new", new, "begin een verslag van een gehouden gesprek of van een casus")
    parser.options.add_argument(
        "--for-appointment",
        dest="afspraak",
        metavar="ID",
        help=f"het id van de afspraak, of de eerste {SHORTEST_ID} tekens ervan",
    )
    parser.options.add_argument(
        "--casus",
        metavar="NUMMER",
        help="het nummer van de casus, voor een soort zonder gesprek",
    )
    parser.options.add_argument(
        "--kind",
        dest="soort",
        metavar="SOORT",
        help="welk soort verslag; bij een gesprek anders het waarschijnlijkste",
    )
    parser.options.add_argument(
        "--for",
        dest="wie",
        metavar="WIE",
        help="voor of over wie, met naam of id, als het soort dat vraagt",
    )


def new(call: Call) -> Answer:
    """Begin the verslag of a held talk or of a casus, or give the one of the talk that was begun.

    Of a casus there can be several of one kind: each time a new one is begun.
    """
    args = call.args
    if bool(args.afspraak) is bool(args.casus) or (args.casus and not args.soort):
        raise UserError(EITHER)
    if args.wie and not args.casus:
        raise UserError(ONLY_CASUS)
    with call.writing() as desk:
        known = {row.id for row in desk.verslagen.all()}
        talk = _talk(desk, args.afspraak) if args.afspraak else None
        verslag_id = (
            desk.verslagen.start(talk.id, args.soort)
            if talk
            else _of_casus(desk, args.casus, args.soort, args.wie or "")
        )
        inhoud = desk.verslagen.open(verslag_id)
    begun = verslag_id not in known
    words = "begonnen en ingevuld" if begun else "was al begonnen"
    line = f"{inhoud.kop.soort} '{inhoud.titel}' {words}. Id: {verslag_id}."
    data = {
        "id": str(verslag_id),
        "afspraak": str(talk.id) if talk else None,
        "soort": inhoud.sjabloon.id,
        "begonnen": begun,
        "onderdelen": [part.id for part in inhoud.sjabloon.secties],
    }
    return Answer((line,), data)


def _of_casus(desk: "Desk", nummer: str, soort: str, wie: str) -> UUID:
    casus = desk.casussen.find(nummer)
    kinds = desk.formulieren.soorten(casus.id)
    if soort not in kinds:
        raise UserError(
            f"Het soort verslag '{soort}' begint niet bij deze casus zonder gesprek. "
            f"Kies uit: {', '.join(kinds)}."
        )
    readers = desk.formulieren.lezers(casus.id, soort)
    if not wie:
        return desk.formulieren.begin(casus.id, soort)  # says so when the kind asks for somebody
    if not readers:
        raise UserError("Dit soort verslag is niet voor of over één persoon. Laat '--for' weg.")
    reader = _reader(readers, wie)
    return desk.formulieren.begin(
        casus.id, soort, persoon_id=reader.persoon_id, organisatie_id=reader.organisatie_id
    )


def _reader(readers: "tuple[Lezer, ...]", wie: str) -> "Lezer":
    """Find one of those it can be for, by id, by the whole name or by a part of it."""
    wanted = wie.strip().casefold()
    exact = [
        one
        for one in readers
        if wanted in {str(one.persoon_id), str(one.organisatie_id), one.naam.casefold()}
    ]
    found = exact or [one for one in readers if wanted and wanted in one.naam.casefold()]
    if len(found) != 1:
        raise UserError(
            "In deze casus is er niet precies één persoon of organisatie met die naam voor wie dit "
            "kan zijn. Typ de hele naam, of het id uit 'casus show --json'."
        )
    return found[0]


def _talk(desk: "Desk", start: str) -> "AfspraakRow":
    """Find a held talk of a casus by the begin of its id."""
    if len(start) < SHORTEST_ID:
        raise UserError(f"Geef ten minste {SHORTEST_ID} tekens van het id.")
    rows = [row for c in desk.casussen.all(staat=None) for row in desk.agenda.of_casus(c.id)]
    found = [row for row in rows if str(row.id).startswith(start.lower())]
    if not found:
        raise UserError(
            "Er is geen afspraak van een casus met dit id. Bekijk de afspraken met "
            "'vtdesk agenda DAG --json'."
        )
    if len(found) > 1:
        raise UserError("Er zijn meer afspraken met dit begin. Geef meer tekens van het id.")
    if found[0].staat is not AfspraakStaat.GEHOUDEN:
        raise UserError("Deze afspraak is niet gehouden. Zet haar eerst op gehouden.")
    return found[0]
