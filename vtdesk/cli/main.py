"""`vtdesk`: reads the command line, runs one command, and turns every failure into a sentence."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from io import TextIOWrapper
from typing import TextIO

from vtdesk import __version__
from vtdesk.cli.answer import Answer, say, visible
from vtdesk.cli.call import Call, Machine
from vtdesk.cli.dutch import USAGE, Commands, Parser
from vtdesk.cli.geheimen import UsageError
from vtdesk.cli.window import need_screen, show_window
from vtdesk.errors import DamageError, LeakError, OutsideError, UserError, WrongSecretError
from vtdesk.values.tijd import AMSTERDAM, EERSTE_JAAR, LAATSTE_JAAR, local

REFUSED = 1
_CODES: tuple[tuple[type[Exception], int], ...] = (  # the first that fits
    (UsageError, USAGE),
    (WrongSecretError, 3),
    (DamageError, 4),
    (LeakError, 5),
    (UserError, REFUSED),
    (OutsideError, REFUSED),
)
_WITH_VALUE = ("--vault", "--passphrase-file", "--now")
BUG = "Er ging iets mis in vtdesk. Wat was opgeslagen, is er nog. Probeer het opnieuw."
EXIT_CODES = """\
uitgangscodes: 0 gelukt · 1 geweigerd, met een zin die zegt waarom · 2 opdracht klopt niet ·
               3 wachtzin of herstelcode klopt niet · 4 kluis, zegel of PDF klopt niet ·
               5 er zou iets uitlekken"""


def main(argv: Sequence[str] | None = None, machine: Machine | None = None) -> int:
    """Run one command and give its exit code; never a traceback."""
    os.umask(0o077)  # what a command writes is for its user alone
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = _parse(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:  # argparse has said what was wrong, or has shown the help
        return int(stop.code or 0)
    return _run(args, machine or Machine())


def build_parser(*, commands: bool = True) -> Parser:
    """Describe the options, and all commands unless only the window is wanted."""
    parser = Parser(
        prog="vtdesk",
        description="Het werkblad van een procesregisseur. Zonder opdracht opent het venster.",
        epilog=EXIT_CODES,
    )
    options = parser.options
    options.add_argument("--vault", metavar="MAP", help="de map van de kluis")
    options.add_argument(
        "--passphrase-file",
        metavar="BESTAND",
        help="lees de wachtzin uit een bestand, of met - uit de invoer",
    )
    options.add_argument(
        "--now",
        metavar="TIJD",
        type=_moment,
        help="zet de klok van een demo, zoals 2026-05-12T17:22",
    )
    options.add_argument(
        "--version", action="version", version=f"vtdesk {__version__}", help="toon de versie"
    )
    parser.set_defaults(run=_window, json=False)
    if commands:
        _add_commands(parser)
    return parser


def _add_commands(parser: Parser) -> None:
    # Imported here: the lock screen must not wait for commands that nobody gave.
    from vtdesk.cli import (  # noqa: PLC0415
        agenda,
        audit,
        backup,
        bellen,
        casus,
        correct,
        dossier,
        drill,
        exchange,
        export,
        genogram,
        leave,
        owed,
        search,
        template,
        term,
        vault,
        verslag,
    )
    from vtdesk.cli.demo import command as demo  # noqa: PLC0415

    below = Commands(parser, "opdracht", required=False)
    for group in (
        demo,
        vault,
        backup,
        agenda,
        bellen,
        owed,
        leave,
        casus,
        term,
        verslag,
        template,
        search,
        correct,
        dossier,
        drill,
        exchange,
        genogram,
        export,
        audit,
    ):
        group.add_to(below)


def _parse(words: Sequence[str]) -> argparse.Namespace:
    """Read the words; without a command they open the window."""
    return build_parser(commands=_names_a_command(words)).parse_args(words)


def _names_a_command(words: Sequence[str]) -> bool:
    """Tell whether there is anything but options that hold for the window too."""
    left = iter(words)
    for word in left:
        name, _, value = word.partition("=")
        if name not in _WITH_VALUE:
            return True
        if not value:
            next(left, None)
    return False


def _run(args: argparse.Namespace, machine: Machine) -> int:
    try:
        answer: Answer = args.run(Call(args, machine))
        if not say(sys.stdout, answer.document() if args.json else answer.text()):
            answer.unsaid()
            return REFUSED
        return answer.then()
    except (Exception, KeyboardInterrupt) as error:  # _why tells them apart
        code, sentence = _why(error)
        return _fail(args, code, sentence, getattr(error, "answer", None))


def _why(error: BaseException) -> tuple[int, str]:
    """Give exit code and sentence; a bug is only named, for its details may hold case data."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code, str(error)
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return REFUSED, "Die naam is te lang. Kies een kortere."
    return REFUSED, "Gestopt." if isinstance(error, KeyboardInterrupt) else BUG


def _fail(args: argparse.Namespace, code: int, sentence: str, more: Answer | None = None) -> int:
    """Say why not: a sentence on the error stream, or one document when that was asked."""
    answer = more or Answer(())
    if args.json:
        say(sys.stdout, Answer((), {"fout": sentence, "code": code, **answer.data}).document())
    else:
        say(sys.stdout, answer.text())
        say(sys.stderr, f"{visible(sentence)}\n")
    return code


def _window(call: Call) -> Answer:
    """Open the window on the kluis."""
    need_screen()
    wachtzin = call.geheimen.ask("Wachtzin") if call.args.passphrase_file else ""
    return Answer((), then=lambda: show_window(call.folder, call, wachtzin))


def _nowhere() -> TextIO:
    """Stand in for a stream that is not there: a window without a terminal has none."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - open until the end


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        moment = local(moment) if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError("schrijf de tijd als 2026-05-12T17:22.") from error
    if not EERSTE_JAAR <= moment.year < LAATSTE_JAAR:
        raise argparse.ArgumentTypeError(f"kies een tijd tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
    return moment
