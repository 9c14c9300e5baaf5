"""`vtdesk search`: what the page Zoeken finds, on the command line."""

from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.ui.labels import label

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.zoeken import Uitkomst, Vondst

MORE = "Er is meer. Vraag meer met --most, of zoek met een woord erbij."


def add_to(commands: Commands) -> None:
    """Add this command to the command line."""
    parser = commands.add(
        "search",
        run,
        "zoek in alles wat je mag zien",
        "Een deel van een woord is genoeg, accenten en hoofdletters doen er niet toe, en een\n"
        "telefoonnummer mag je schrijven zoals je wilt. Tussen aanhalingstekens staan woorden\n"
        "bij elkaar. Filters: casus: soort: persoon: na: voor:, zoals soort:verslag na:maart.",
    )
    parser.wanted.add_argument("vraag", metavar="VRAAG", nargs="+", help="woorden en filters")
    parser.options.add_argument(
        "--most", metavar="AANTAL", type=int, default=40, help="hoeveel er hoogstens komt (40)"
    )
    parser.options.add_argument("--best", action="store_true", help="de beste eerst")


def run(call: Call) -> Answer:
    """Search, and give what was found per casus."""
    typed = " ".join(call.args.vraag)
    with call.reading() as desk:
        found = desk.zoeken.zoek(typed, beste=call.args.best, meest=max(1, call.args.most))
    return Answer(_lines(typed, found), _to_json(typed, found))


def _lines(typed: str, found: "Uitkomst") -> list[str]:
    lines = [f"'{one.naam}:{one.waarde}' is geen datum." for one in _odd(found)]
    if not found.vondsten:
        meant = f" Bedoel je '{found.bedoel}'?" if found.bedoel else ""
        return [*lines, f"Niets gevonden voor '{typed}'.{meant}"]
    for title, hits in found.per_casus():
        lines += [*([""] if lines else []), title]
        for hit in hits:
            lines += [f"  {_head(hit)}", *([f"    {hit.zin}"] if hit.zin else [])]
    return [*lines, "", MORE] if found.meer else lines


def _head(hit: "Vondst") -> str:
    day = f"{hit.datum:%d-%m-%Y}" if hit.datum else ""
    return " · ".join(filter(None, (label(hit.kind).word, hit.titel, day)))


def _odd(found: "Uitkomst") -> list[Any]:
    return [one for one in found.vraag.filters if not one.is_begrepen and one.waarde]


def _to_json(typed: str, found: "Uitkomst") -> dict[str, Any]:
    return {
        "vraag": typed,
        "treffers": [_hit_json(hit) for hit in found.vondsten],
        "meer": found.meer,
        "bedoel": found.bedoel,
        "niet_begrepen": [f"{one.naam}:{one.waarde}" for one in _odd(found)],
    }


def _hit_json(hit: "Vondst") -> dict[str, Any]:
    return {
        "soort": hit.kind.value,
        "id": str(hit.ding),
        "titel": hit.titel,
        "datum": hit.datum.date().isoformat() if hit.datum else None,
        "casus": hit.nummer,
        "casusnaam": hit.casus,
        "zin": hit.zin,
        "vet": [list(part) for part in hit.vet],
    }
