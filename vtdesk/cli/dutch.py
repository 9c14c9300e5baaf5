"""argparse in Dutch: groups of commands, help at every level, and errors that say what to do."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from typing_extensions import override

USAGE = 2
_ERRORS = (
    (r"the following arguments are required: (.+)", r"Er ontbreekt nog: \1."),
    (r"unrecognized arguments: (.+)", r"Dit kent vtdesk niet: \1."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from .+", r"\2 is geen keuze bij \1."),
    (r"argument (.+?): expected one argument", r"Achter \1 hoort nog iets te staan."),
    (r"argument (.+?): ignored explicit argument .+", r"Achter \1 hoort niets te staan."),
    (r"argument (.+?): invalid .+? value: (.+)", r"\2 past niet bij \1."),
    (r"argument (.+?): (.+)", r"Bij \1: \2"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Dutch words around the usage line, and room for our longest option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=96)

    @override
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Dutch and never guesses what a half option meant."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Help)
        self.wanted = self.add_argument_group("gegevens")
        self.options = self.add_argument_group("opties")
        self.options.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{in_dutch(message)} Typ '{self.prog} --help' voor uitleg.\n")


class Commands:
    """The commands below one word of the command line."""

    def __init__(self, parser: Parser, name: str, *, required: bool) -> None:
        self._name = name
        self._below = parser.add_subparsers(
            title="opdrachten", metavar="OPDRACHT", dest=name, required=required
        )

    def group(self, name: str, explanation: str) -> "Commands":
        """Add a word below which there are more commands."""
        parser = self._below.add_parser(name, help=explanation, description=_sentence(explanation))
        return Commands(parser, f"{self._name}_{name}", required=True)

    def add(self, name: str, run: Callable[..., Any], explanation: str, more: str = "") -> Parser:
        """Add a command; every one can answer with a JSON document."""
        description = "\n\n".join(filter(None, (_sentence(explanation), more)))
        parser: Parser = self._below.add_parser(name, help=explanation, description=description)
        parser.options.add_argument(
            "--json", action="store_true", help="antwoord met één JSON-document en niets anders"
        )
        parser.set_defaults(run=run)
        return parser


def in_dutch(message: str) -> str:
    """Say in Dutch what argparse says in English."""
    for pattern, dutch in _ERRORS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(dutch)
    return "Deze opdracht klopt niet."


def _sentence(explanation: str) -> str:
    return f"{explanation[0].upper()}{explanation[1:]}."
