"""`vtdesk audit`: hold the logboek against its chain, and write it out for who has to see it."""

from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.errors import DamageError

if TYPE_CHECKING:  # the services load SQLAlchemy, and the help does without
    from vtdesk.services.logproef import Logproef

MORE_VERIFY = (
    "Leest elke regel, elke reden en elke handtekening, en de zegels van wat is vastgesteld.\n"
    "Klopt er iets niet, dan zegt hij waar het begint, en is de uitgangscode 4."
)
MORE_EXPORT = (
    "Schrijft alle regels als JSON, met de namen van NEN 7513. Er staan geen namen van cliënten\n"
    "in en geen redenen. Dat dit is uitgevoerd, staat daarna zelf in het logboek."
)


def add_to(commands: Commands) -> None:
    """Add this group to the command line."""
    group = commands.group("audit", "kijk het logboek na, of voer het uit")
    group.add("verify", _verify, "kijk na of het logboek is zoals het is geschreven", MORE_VERIFY)
    out = group.add("export", _export, "schrijf het logboek uit", MORE_EXPORT)
    out.options.add_argument(
        "-o", "--out", metavar="BESTAND", type=Path, required=True, help="zoals logboek.json"
    )


def _verify(call: Call) -> Answer:
    with call.reading() as desk:
        proof = desk.logboek.proef()
        findings = [*proof.bevindingen, *desk.vaststelling.klopt()]
    if findings:
        raise DamageError("Het logboek klopt niet. " + " ".join(findings))
    return Answer(
        [f"Het logboek klopt: {proof.regels} regels. {_end(proof)}"],
        {"regels": proof.regels, "laatste": proof.kop.seq, "kop": proof.kop.keten.hex()},
    )


def _end(proof: "Logproef") -> str:
    return f"De laatste is regel {proof.kop.seq}, met kenmerk {proof.kop.keten.hex()[:16]}."


def _export(call: Call) -> Answer:
    path: Path = call.args.out
    with call.writing() as desk:
        count = desk.logboek.bewaar(path)
    return Answer(
        [f"{count} regels staan in {path}. Let op: dit bestand is niet versleuteld."],
        {"regels": count, "bestand": str(path)},
    )
