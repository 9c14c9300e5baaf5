"""`vtdesk verslag verify` and `correct`: is it still what it was, and a next version."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vtdesk.cli.answer import Answer, table
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.verslag_id import add_id, find
from vtdesk.errors import UserError
from vtdesk.values.tijd import korte_dag

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.desk import Desk
    from vtdesk.services.verificatie import PdfBevinding
    from vtdesk.services.versie_ontvangers import Houder

NOT_SOUND = 4
BIGGEST = 200_000_000  # bytes
VERIFY = (
    "Met een id: elke versie, elke reactie en de rij van alle zegels worden nagekeken.\n"
    "Met een PDF: welke versie en welk exemplaar het is, voor wie, en of er iets is veranderd.\n"
    "Klopt er iets niet, dan is de uitgangscode 4."
)


def add_to(group: Commands) -> None:
    """Add these commands to the group of verslagen."""
    check = group.add("verify", verify, "kijk een verslag of een PDF ervan na", VERIFY)
    check.wanted.add_argument("wat", metavar="ID|PDF", help="het id van een verslag, of een PDF")
    again = group.add("correct", correct, "begin een correctie op een vastgesteld verslag")
    add_id(again)
    again.options.add_argument(
        "--reason", dest="reden", metavar="REDEN", required=True,
        help="waarom; dit komt op papier",
    )  # fmt: skip


def verify(call: Call) -> Answer:
    """Check a verslag by its id, or a PDF."""
    what: str = call.args.wat
    if what.lower().endswith(".pdf") or Path(what).is_file():
        data = _read(Path(what))
        with call.reading() as desk:
            return _pdf_answer(desk, desk.verificatie.pdf(data))
    with call.reading() as desk:
        found = desk.verificatie.verslag(find(desk, what).id)
    lines = [(part.wat, part.fout or "klopt") for part in found.delen]
    parts = [{"wat": p.wat, "klopt": not p.fout, "fout": p.fout} for p in found.delen]
    chain = found.keten or ("De rij van alle zegels is heel.",)
    return Answer(
        [*(table(lines) if lines else ["Van dit verslag is nog niets vastgesteld."]), *chain],
        {
            "id": str(found.verslag_id),
            "klopt": found.klopt,
            "delen": parts,
            "keten": list(found.keten),
        },
        then=lambda: 0 if found.klopt else NOT_SOUND,
    )


def correct(call: Call) -> Answer:
    """Open a final verslag again as its next version, and name who holds the version before."""
    with call.writing() as desk:
        row = find(desk, call.args.id)
        desk.vaststelling.correct(row.id, call.args.reden)
        held = desk.vaststelling.houders(row.id)
    lines = [f"Versie {row.versie + 1} is begonnen. Versie {row.versie} blijft bewaard."]
    if held:
        lines += ["", "Wie het al kreeg", *table([_held_line(one) for one in held])]
    return Answer(
        lines,
        {
            "id": str(row.id),
            "versie": row.versie + 1,
            "ontvangers": [_held_json(one) for one in held],
        },
    )


def _pdf_answer(desk: "Desk", found: "PdfBevinding") -> Answer:
    title = ""
    if found.verslag_id is not None:
        verslag = desk.verslagen.open(found.verslag_id)
        version = f"versie {found.nummer}" if found.nummer else "concept"
        title = f"{verslag.nummer}, {verslag.sjabloon.titel}, {version}"
    replaced = f"Vervangen door versie {found.vervangen_door}." if found.vervangen_door else ""
    lines = [f"Dit bestand {_says(found)}.", title, found.zin, replaced]
    return Answer(
        [line for line in lines if line],
        {
            "uitkomst": found.uitkomst.value,
            "toelichting": found.zin,
            "id": str(found.verslag_id) if found.verslag_id else None,
            "versie": found.nummer or None,
            "exemplaar": found.exemplaar or None,
            "ontvanger": found.ontvanger or None,
            "gemaakt_op": found.gemaakt_op.isoformat() if found.gemaakt_op else None,
            "vervangen_door": found.vervangen_door or None,
        },
        then=lambda: 0 if found.is_goed else NOT_SOUND,
    )


def _says(found: "PdfBevinding") -> str:
    value = found.uitkomst.value
    return value if found.is_bekend else f"is {value}"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(BIGGEST + 1)
    except OSError as error:
        raise UserError(f"Het bestand {path.name} kan niet worden gelezen.") from error
    if len(data) > BIGGEST:
        raise UserError(f"Het bestand {path.name} is te groot om na te kijken.")
    return data


def _held_line(one: "Houder") -> tuple[str, ...]:
    copy = f"exemplaar {one.exemplaar}" if one.exemplaar else ""
    return (one.naam, one.versie, copy, korte_dag(one.op), one.doen)


def _held_json(one: "Houder") -> dict[str, Any]:
    return {
        "ontvanger": one.naam,
        "versie": one.versie,
        "exemplaar": one.exemplaar or None,
        "op": one.op.isoformat(),
        "wijze": one.wijze,
        "doen": one.doen,
    }
