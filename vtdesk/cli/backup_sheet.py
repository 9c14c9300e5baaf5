"""`vtdesk backup sheet`: the page for the privacy officer, from a copy that is only looked at."""

from argparse import ArgumentTypeError
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli.answer import Answer
from vtdesk.cli.call import Call
from vtdesk.cli.dutch import Commands
from vtdesk.cli.progress import Progress
from vtdesk.errors import UserError
from vtdesk.values.kopiewoorden import wanneer
from vtdesk.values.tijd import AMSTERDAM, local

if TYPE_CHECKING:  # loads SQLAlchemy, and the help does without
    from vtdesk.services.kwijtblad import Opener

MORE = (
    "Voor als de laptop kwijt is. De kopie wordt alleen gelezen en niet teruggezet: op deze\n"
    "laptop komt niets dan het blad zelf. Namen staan er niet op.\n"
    "Geheimen komen uit --passphrase-file of worden onzichtbaar gevraagd: de wachtzin, of met\n"
    "--recovery de herstelcode."
)


def add_to(group: Commands) -> None:
    """Add the command."""
    parser = group.add("sheet", sheet, "maak het blad 'Laptop kwijt' uit een reservekopie", MORE)
    parser.wanted.add_argument(
        "plaats", metavar="KOPIE", type=Path, help="de stick, de map daarop, of één kopie"
    )
    options = parser.options
    options.add_argument(
        "-o", "--output", metavar="BESTAND", type=Path, required=True, help="waar de PDF komt"
    )
    options.add_argument(
        "--found", metavar="MOMENT", type=_moment,
        help="wanneer het werd ontdekt, zoals 2026-05-12T15:30; anders nu",
    )  # fmt: skip
    options.add_argument("--names", action="store_true", help="noem de casussen ook bij naam")
    options.add_argument("--recovery", action="store_true", help="open met het herstelblad")


def sheet(call: Call) -> Answer:
    """Make the page from the newest copy in a place."""
    from vtdesk.services import kwijtblad  # noqa: PLC0415 - load SQLAlchemy
    from vtdesk.services.reservekopie import terugzetten  # noqa: PLC0415 - load SQLAlchemy

    args, now = call.args, call.machine.clock()
    target: Path = args.output
    if target.exists():
        raise UserError(f"Er staat al een bestand {target}. Kies een andere naam.")
    kopie = terugzetten.find(args.plaats.absolute())[0]
    vraag = kwijtblad.Vraag(local(args.found or now), met_namen=args.names)
    with Progress(silent=args.json).shown() as progress:
        blad = kwijtblad.make(kopie, _opener(call), vraag, now, progress.step)
        kwijtblad.drukwerk(blad).save(target)
    made = wanneer(kopie.gemaakt, now)
    return Answer(
        (f"Het blad staat in {target}. Het komt uit de reservekopie van {made}.",),
        {
            "bestand": str(target),
            "kopie": local(kopie.gemaakt).isoformat(),
            "melden_voor": (vraag.ontdekt + kwijtblad.MELDTIJD).isoformat(),
        },
    )


def _moment(text: str) -> datetime:
    """Read a moment on the clock of Amsterdam."""
    try:
        typed = datetime.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError("schrijf het moment als 2026-05-12T15:30") from error
    return typed if typed.tzinfo else typed.replace(tzinfo=AMSTERDAM)


def _opener(call: Call) -> "Opener":
    from vtdesk.security.herstelcode import Herstelcode  # noqa: PLC0415 - loads the ciphers
    from vtdesk.services import kwijtblad  # noqa: PLC0415 - loads SQLAlchemy

    if call.args.recovery:
        return kwijtblad.by_sheet(Herstelcode.parse(call.geheimen.ask("Herstelcode")))
    return kwijtblad.by_wachtzin(call.geheimen.ask("Wachtzin"), call.machine.keychain)
