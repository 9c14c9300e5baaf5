"""`vtdesk call`: note a phone call, and ask whose number it is."""

from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.ui.labels import ROL

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.bellen.service import BelDetail, Match

NOBODY = "Niemand in je casussen heeft dit nummer."
SPOED = {"nu": "Nu", "vandaag": "Vandaag", "kan_wachten": "Kan wachten"}


def add_to(commands: Commands) -> None:
    """Add these commands to the command line."""
    below = commands.group("call", "noteer een telefoontje, of zoek wie bij een nummer hoort")
    add = below.add(
        "add",
        run_add,
        "noteer wie er belde, in één regel",
        "Bijvoorbeeld: vtdesk call add 'onbekend 4x voicemail moeder paniek'.\n"
        "Staat dit nummer al open, dan telt het telefoontje daarbij op.",
    )
    add.wanted.add_argument("regel", metavar="REGEL", nargs="+", help="wat je erover weet")
    match = below.add(
        "match",
        run_match,
        "zoek wie bij een nummer hoort",
        "Het nummer mag je schrijven zoals je wilt: 06-, +31, 0031, met spaties of zonder.\n"
        "Een adres staat nooit in het antwoord.",
    )
    match.wanted.add_argument("nummer", metavar="NUMMER", nargs="+", help="het nummer")


def run_add(call: Call) -> Answer:
    """Note a call, and tell what was understood of it."""
    with call.writing() as desk:
        made = desk.bellen.note(" ".join(call.args.regel))
        detail = desk.bellen.detail(made.id)
    again = "" if made.nieuw else " Dit nummer stond al open; het telt daarbij op."
    return Answer(
        [f"Genoteerd onder {SPOED[detail.row.spoed.value]}.{again}", *_noted(detail)],
        {
            "id": str(made.id),
            "nieuw": made.nieuw,
            "nummer": detail.row.nummer,
            "wie": detail.row.wie,
            "keren": detail.row.keren,
            "voicemail": detail.row.voicemail,
            "spoed": detail.row.spoed.value,
            "over": detail.row.over,
            "hoort_bij": [_json(one) for one in detail.matches],
            "vraag": detail.vraag,
        },
    )


def run_match(call: Call) -> Answer:
    """Tell who belongs to a number."""
    from vtdesk.services.bellen.match import vraag  # noqa: PLC0415 - loads SQLAlchemy

    with call.reading() as desk:
        found = desk.bellen.match(" ".join(call.args.nummer))
    question = vraag(found)
    lines = [*([question] if question else []), *map(_line, found)]
    return Answer(
        lines or [NOBODY], {"hoort_bij": [_json(one) for one in found], "vraag": question}
    )


def _noted(detail: "BelDetail") -> list[str]:
    from vtdesk.values.telefoonnummer import getoond  # noqa: PLC0415 - only when it is shown

    row = detail.row
    facts = (
        ("Nummer", getoond(row.nummer) if row.nummer else "onbekend"),
        ("Wie", row.wie),
        ("Keren", str(row.keren)),
        ("Voicemail", "ja" if row.voicemail else ""),
        ("Over", row.over),
    )
    lines = [f"{name}: {value}" for name, value in facts if value]
    return [*lines, *([detail.vraag] if detail.vraag else []), *map(_line, detail.matches)]


def _line(match: "Match") -> str:
    casus = f"{match.casus} · {match.casus_nummer}" if match.casus else ""
    hidden = "adres afgeschermd" if match.geheim_adres else ""
    who = f"Hoort bij: {match.naam}, {_role(match)}"
    return " · ".join(filter(None, (who, casus, hidden)))


def _role(match: "Match") -> str:
    if match.toelichting:
        return match.toelichting
    return ROL[match.rol].word if match.rol else "organisatie"


def _json(match: "Match") -> dict[str, Any]:
    return {
        "persoon": str(match.persoon_id) if match.persoon_id else None,
        "organisatie": str(match.organisatie_id) if match.organisatie_id else None,
        "naam": match.naam,
        "rol": match.rol.value if match.rol else None,
        "toelichting": match.toelichting,
        "casus": match.casus_nummer or None,
        "casusnaam": match.casus or None,
        "adres_afgeschermd": match.geheim_adres,
    }
