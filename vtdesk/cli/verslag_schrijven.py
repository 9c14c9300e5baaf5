"""`vtdesk verslag set`: write a part of a verslag; `new` stands beside it."""

from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli import verslag_nieuw
from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.verslag_id import add_id, find
from vtdesk.errors import UserError
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Lijstpunt,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    runs,
)

if TYPE_CHECKING:
    from vtdesk.services.verslagen import VerslagInhoud

MOST_SIGNS = 1_000_000  # of a text; a device has no end
POINT = "- "
_NO_TEXT = {sign: None for sign in range(32) if chr(sign) not in "\n\t"}
HOW = (
    "Elke regel in het bestand wordt een alinea, een regel die met '- ' begint een punt van een\n"
    "lijst. Uitspraken, rijen van een tabel en werkaantekeningen in het onderdeel blijven staan."
)


def add_to(group: Commands) -> None:
    """Add these to the commands about a verslag."""
    verslag_nieuw.add_to(group)
    set_parser = group.add("set", set_part, "schrijf een onderdeel van een verslag", HOW)
    add_id(set_parser)
    set_parser.wanted.add_argument(
        "onderdeel", metavar="ONDERDEEL", help="het id van het onderdeel"
    )
    set_parser.wanted.add_argument(
        "--text-file",
        dest="tekst",
        metavar="BESTAND",
        type=Path,
        required=True,
        help="tekstbestand met wat er komt te staan",
    )
    set_parser.options.add_argument(
        "--drop-statements",
        dest="zonder",
        action="store_true",
        help="haal ook de uitspraken uit dit onderdeel weg",
    )


def set_part(call: Call) -> Answer:
    """Put a text into one part of a draft."""
    lines = _lines(call.args.tekst)
    with call.writing() as desk:
        inhoud = desk.verslagen.open(find(desk, call.args.id).id)
        if not inhoud.is_schrijfbaar:
            raise UserError("Dit verslag is vastgesteld. Maak een correctie om te wijzigen.")
        part = _part(inhoud, call.args.onderdeel)
        after = _written(part, lines, statements=not call.args.zonder)
        tekst = Tekst(tuple(after if s.id == part.id else s for s in inhoud.tekst.secties))
        desk.verslagen.save_concept(inhoud.id, tekst, version=inhoud.concept_version)
    kop = inhoud.sjabloon.sectie(part.id).kop
    kept = sum(isinstance(blok, Uitspraakregel) for blok in after.blokken)
    return Answer(
        (f"Onderdeel '{kop}' is geschreven: {len(lines)} regels, {kept} uitspraken.",),
        {"id": str(inhoud.id), "onderdeel": part.id, "regels": len(lines), "uitspraken": kept},
    )


def _part(inhoud: "VerslagInhoud", wanted: str) -> Sectie:
    for part in inhoud.tekst.secties:
        if part.id == wanted:
            return part
    known = ", ".join(part.id for part in inhoud.tekst.secties)
    raise UserError(f"Dit verslag heeft geen onderdeel '{wanted}'. Kies uit: {known}.")


def _written(part: Sectie, lines: list[str], *, statements: bool) -> Sectie:
    """Put the lines first; what is no plain text stays, for a line of a file cannot be that."""
    kept: tuple[type[Blok], ...] = (Afspraakregel, Tabelrij, Werkaantekening)
    if statements:
        kept += (Uitspraakregel,)
    stays = tuple(blok for blok in part.blokken if isinstance(blok, kept))
    return Sectie(part.id, (*(_blok(line) for line in lines), *stays))


def _blok(line: str) -> Blok:
    if line.startswith(POINT):
        return Lijstpunt(runs(line.removeprefix(POINT).strip()))
    return Alinea(runs(line))


def _lines(path: Path) -> list[str]:
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(MOST_SIGNS + 1)
    except (OSError, ValueError) as error:
        raise UserError(
            f"Het bestand {path.name} kan niet worden gelezen als tekst. Er is niets veranderd."
        ) from error
    if len(text) > MOST_SIGNS:
        raise UserError(
            f"Het bestand {path.name} is langer dan {MOST_SIGNS} tekens. Er is niets veranderd."
        )
    plain = text.replace("\ufeff", "").translate(_NO_TEXT)
    return [line.strip() for line in plain.splitlines() if line.strip()]
