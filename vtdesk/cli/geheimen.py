"""Secrets for a command: lines of a file or of the input, or typed unseen; never arguments."""

import sys
from pathlib import Path

from vtdesk.errors import UserError

FROM_INPUT = "-"
_MOST = 10_000  # characters; more is not a file with a wachtzin


class UsageError(Exception):
    """The command was not given what it needs; the text says how to give it."""


class Geheimen:
    """Gives secrets in the order in which a command asks for them."""

    def __init__(self, source: str | None) -> None:
        self._lines = None if source is None else _read(source)

    def ask(self, name: str) -> str:
        """Give the next secret."""
        if self._lines is not None:
            return self._next_line(name)
        if sys.stdin is None or not sys.stdin.isatty():
            raise UsageError(
                "Er is geen terminal om de wachtzin te vragen. Geef een bestand met "
                "--passphrase-file BESTAND, of - voor de invoer."
            )
        import getpass  # noqa: PLC0415 - the window starts through here, without it

        try:
            return getpass.getpass(f"{name}: ")
        except EOFError as error:
            raise UserError("Gestopt: er is niets ingevuld.") from error

    def ask_new(self, name: str) -> str:
        """Give a new secret; who types it, types it twice."""
        first = self.ask(name)
        if self._lines is None and self.ask(f"{name}, nog een keer") != first:
            raise UserError("De twee wachtzinnen zijn niet gelijk. Begin opnieuw.")
        return first

    def _next_line(self, name: str) -> str:
        if not self._lines:
            raise UsageError(f"Er ontbreekt een regel in het bestand met geheimen: {name.lower()}.")
        return self._lines.pop(0)


def _read(source: str) -> list[str]:
    try:
        if source == FROM_INPUT:
            text = sys.stdin.read(_MOST) if sys.stdin else ""
        else:
            with Path(source).open(encoding="utf-8-sig") as file:
                text = file.read(_MOST)
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            "Het bestand met de wachtzin kan niet worden gelezen. Kijk of het er is en of het "
            "gewone tekst is."
        ) from error
    return text.splitlines()
