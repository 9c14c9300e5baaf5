"""`vtdesk vault leave`: all of vtdesk goes from this laptop, after a copy that was read back."""

from pathlib import Path
from typing import TYPE_CHECKING

from vtdesk.cli.answer import Answer, RefusedError
from vtdesk.cli.call import Call, held
from vtdesk.cli.dutch import Commands, Parser
from vtdesk.cli.progress import Progress
from vtdesk.errors import OutsideError, UserError
from vtdesk.security import instance, kluis, verlaten

if TYPE_CHECKING:  # loads SQLAlchemy, and the help does without
    from vtdesk.security.verlaten import Verlaten
    from vtdesk.services.vertrek import Keuze, OpenPunt

MORE = (
    "Maakt een laatste reservekopie, leest die helemaal na en haalt daarna alles van vtdesk van\n"
    "deze laptop: de sleutels eerst. Zonder --confirm verandert er niets en staat er wat nog\n"
    "openstaat. Wordt het weghalen afgebroken, geef dezelfde opdracht dan nog eens.\n"
    "Geheimen komen uit --passphrase-file, één per regel, of worden onzichtbaar gevraagd:\n"
    "de wachtzin."
)
AGAIN = "Er is niets weggehaald. Weet je het zeker, geef dan ook mee: --confirm '{}'"


def add_to(group: Commands) -> Parser:
    """Add the command."""
    parser = group.add("leave", leave, "haal alles van vtdesk van deze laptop", MORE)
    options = parser.options
    options.add_argument("--to", metavar="STICK", type=Path, help="waar kopie en bewijs komen")
    options.add_argument(
        "--nothing", action="store_true", help="er is niets over te dragen: geen reservekopie"
    )
    options.add_argument(
        "--open", metavar="MEE|WEG", choices=("mee", "weg"),
        help="wat openstaat, gaat mee in de kopie, of hoeft niet te worden bewaard",
    )  # fmt: skip
    options.add_argument("--confirm", metavar="WOORDEN", default="", help="de woorden 'alles weg'")
    return parser


def leave(call: Call) -> Answer:
    """Leave, or go on with it."""
    folder: Path = call.args.map
    if not verlaten.is_pending(folder):
        kluis.check_files(folder)
        with held(folder):
            _decide(call, folder)
    lock = instance.take(folder)
    try:
        machine = call.machine
        done = verlaten.finish(folder, machine.keychain, machine.sessie, machine.clock())
    finally:
        lock.release()
    if done is None:
        raise UserError(f"In de map {folder} staat geen kluis.")
    return _answer(done)


def _decide(call: Call, folder: Path) -> None:
    from vtdesk.services.vertrek import WOORD, Antwoord, Keuze  # noqa: PLC0415 - loads SQLAlchemy

    args = call.args
    keuze = Keuze(
        woord=args.confirm,
        plaats=args.to.absolute() if args.to is not None else None,
        niets_mee=args.nothing,
        antwoord=Antwoord(args.open) if args.open else None,
    )
    with call.opened(folder, call.unlock(folder)) as desk:
        points = desk.vertrek.openstaand()
        if not args.confirm:
            raise RefusedError(AGAIN.format(WOORD), _asked(points, keuze))
        with Progress(silent=args.json).shown() as progress:
            desk.vertrek.decide(keuze, progress.step)


def _asked(points: "list[OpenPunt]", keuze: "Keuze") -> Answer:
    """Say what would happen, and what is still open."""
    lines = [" ".join(filter(None, (point.nummer, point.wat))) for point in points]
    goes = (
        "Er gaat geen reservekopie mee." if keuze.niets_mee else "Er komt eerst een reservekopie."
    )
    return Answer(
        [
            *(["Dit staat nog open:", *lines, "Zeg met --open wat daarmee moet."] if lines else []),
            goes,
            "Daarna gaat alles van vtdesk van deze laptop. Dat is niet terug te draaien.",
        ],
        {
            "weg": False,
            "openstaand": [{"casus": one.nummer or None, "wat": one.wat} for one in points],
        },
    )


def _answer(done: "Verlaten") -> Answer:
    where = [f"Het bewijs staat in {done.bewaard}."] if done.bewaard else []
    answer = Answer(
        [*done.bewijs.splitlines(), *where],
        {
            "weg": done.is_leeg,
            "plekken": {plek.naam: list(plek.rest) for plek in done.plekken},
            "bewijs": str(done.bewaard) if done.bewaard else None,
        },
    )
    if not done.is_leeg:
        raise _LeftError(
            "Niet alles is weg. Geef dezelfde opdracht nog eens als dat is opgelost.", answer
        )
    return answer


class _LeftError(OutsideError):
    """Something stayed, and the places tell what."""

    def __init__(self, sentence: str, answer: Answer) -> None:
        super().__init__(sentence)
        self.answer = answer
