"""`vtdesk template`: looks through a template before an office uses it, and lists the kinds."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, RefusedError, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.errors import OutsideError
from vtdesk.values.sjabloon import Sjabloon
from vtdesk.values.sjabloon_lezen import MEESTE_TEKENS, SjabloonFout

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.sjablonen_eigen import SjabloonRow

_MOST_BYTES = 4 * MEESTE_TEKENS  # a sign takes four bytes at most


def add_to(commands: Commands) -> None:
    """Describe the commands."""
    group = commands.group("template", "sjablonen van verslagen")
    check = group.add(
        "check",
        _check,
        "kijk een sjabloon na",
        "Zegt op welke regel iets niet klopt, en waarom. Er is geen kluis voor nodig.",
    )
    check.wanted.add_argument("file", metavar="BESTAND", type=Path, help="het sjabloon (.toml)")
    listing = group.add("list", _list, "toon alle soorten verslagen")
    listing.options.add_argument(
        "--own", action="store_true", help="toon ook wat het kantoor zelf schreef; opent de kluis"
    )
    show = group.add("show", _show, "toon de tekst van een sjabloon van vtdesk")
    show.wanted.add_argument("soort", metavar="SOORT", help="de soort, zoals gespreksverslag")


def _check(call: Call) -> Answer:
    from vtdesk.services.sjablonen import lees  # noqa: PLC0415 - see above

    path: Path = call.args.file
    try:
        found = lees(_text(path), path.name)
    except SjabloonFout as error:
        wrong = {"klopt": False, "bestand": path.name, "regel": error.regel, "reden": error.reden}
        raise RefusedError(str(error), Answer((), wrong)) from error
    count = len(found.secties)
    return Answer(
        [f"{path.name} klopt: {found.titel}, {count} onderdelen, versie {found.versie}."],
        {"klopt": True, "bestand": path.name, **_document(found)},
    )


def _list(call: Call) -> Answer:
    from vtdesk.services.sjablonen import SOORTEN, sjabloon  # noqa: PLC0415 - see above

    if call.args.own:
        with call.reading() as desk:
            rows = desk.sjablonen.all()
        return Answer(
            table([_own_line(row) for row in rows]), {"sjablonen": [_own(row) for row in rows]}
        )
    found = [sjabloon(soort) for soort in SOORTEN]
    lines = [(one.id, one.titel, f"{len(one.secties)} onderdelen", one.versie) for one in found]
    return Answer(table(lines), {"sjablonen": [_document(one) for one in found]})


def _show(call: Call) -> Answer:
    from vtdesk.services import sjablonen  # noqa: PLC0415 - see above

    soort = sjablonen.bestaand(call.args.soort)
    text = sjablonen.tekst_van_vtdesk(soort)
    return Answer(text.splitlines(), {"soort": soort, "tekst": text})


def _text(path: Path) -> str:
    """Read a file that may be anything, in a bounded piece."""
    try:
        if path.exists() and not path.is_file():  # a pipe may never end
            raise OutsideError("Dit is geen gewoon bestand. Kies een .toml-bestand.")
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise OutsideError("Dit bestand bestaat niet. Kijk of de naam klopt.") from error
    except (OSError, ValueError) as error:  # a name with a null in it is a ValueError
        raise OutsideError(
            "Dit bestand kan niet worden geopend. Kopieer het naar je eigen map en probeer het "
            "nog eens."
        ) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SjabloonFout(
            path.name, line, "Hier staat een teken dat geen UTF-8 is. Bewaar het als UTF-8."
        ) from error


def _document(one: Sjabloon) -> dict[str, Any]:
    return {
        "id": one.id,
        "titel": one.titel,
        "versie": one.versie,
        "bron": one.bron,
        "hoort_bij": list(one.hoort_bij),
        "per": one.per,
        "vorm": one.vorm,
        "onderdelen": [{"id": part.id, "kop": part.kop} for part in one.secties],
    }


def _own_line(row: "SjabloonRow") -> tuple[str, ...]:
    used = "eigen tekst" if row.sinds else "van vtdesk"
    return row.id, row.titel, f"{len(row.koppen)} onderdelen", row.versie, used, row.zin


def _own(row: "SjabloonRow") -> dict[str, Any]:
    return {
        "id": row.id,
        "titel": row.titel,
        "versie": row.versie,
        "eigen": row.eigen,
        "sinds": row.sinds.isoformat() if row.sinds else None,
        "fout": row.fout and {"regel": row.fout.regel, "reden": row.fout.reden},
    }
