"""Rules in a file that an office may change, read with care: a mistake is named with its place."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from vtdesk.errors import UserError

E = TypeVar("E", bound=StrEnum)


class Zekerheid(StrEnum):
    """How sure we are of a rule; shown wherever the rule is shown."""

    WETTEKST = "A"
    OFFICIEEL = "B"
    PERS = "C"
    EIGEN_KENNIS = "D"

    @property
    def zin(self) -> str:
        """Say it in words."""
        return {
            "A": "de wettekst is gelezen",
            "B": "een officiële pagina of die van een organisatie is gelezen",
            "C": "deze regel is alleen uit de tweede hand bekend",
            "D": "deze regel is nog niet nagegaan bij de bron",
        }[self.value]

    @property
    def volzin(self) -> str:
        """Say it as a sentence of its own."""
        return f"{self.zin[0].upper()}{self.zin[1:]}."


class Rij:
    """One table of a rule file; hands out its fields and remembers which nobody asked for."""

    def __init__(self, plaats: str, data: Mapping[str, object]) -> None:
        self._plaats = plaats
        self._data = dict(data)

    def wrong(self, why: str) -> UserError:
        """Name the mistake and where it stands."""
        return UserError(f"{self._plaats}: {why}")

    def has(self, name: str) -> bool:
        """Tell whether the file says anything about it."""
        return name in self._data

    def text(self, name: str, default: str | None = None) -> str:
        """Give words; without a default they may not be missing or empty."""
        value = self._take(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(f"'{name}' moet tekst zijn.")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of words; none at all when the file is silent."""
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(f"'{name}' moet een lijst met teksten zijn.")
        return tuple(value)

    def number(self, name: str, *, least: int, most: int, default: int | None = None) -> int:
        """Give a whole number between bounds; `inf` and true are none."""
        value = self._take(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(f"'{name}' moet een heel getal zijn, van {least} tot en met {most}.")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Give true or false."""
        value = self._take(name, default)
        if not isinstance(value, bool):
            raise self.wrong(f"'{name}' moet true of false zijn.")
        return value

    def day(self, name: str, default: date | None = None) -> date:
        """Give a calendar day, written as 2026-05-12 without quotes."""
        value = self._take(name, default)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(f"'{name}' moet een dag zijn, zoals 2026-05-12.")
        return value

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        """Give a member of a value list."""
        value = self._take(name, default)
        try:
            return kind(str(value))
        except ValueError:
            known = ", ".join(kind)
            raise self.wrong(f"'{name}' is '{value}'. Kies uit: {known}.") from None

    def table(self, name: str) -> "Rij":
        """Give the table inside this one."""
        value = self._take(name, {})
        if not isinstance(value, dict):
            raise self.wrong(f"'{name}' moet een tabel zijn.")
        return Rij(self._plaats, value)

    def rows(self, name: str, word: str, key: str = "id") -> list["Rij"]:
        """Give the rules of one kind, each named after its key."""
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            raise self.wrong(f"schrijf elke {word} onder [[{name}]].")
        return [
            Rij(f"{self._plaats}, {word} {row.get(key, nummer)}", row)
            for nummer, row in enumerate(value, 1)
        ]

    def end(self) -> None:
        """Refuse what is left: a misspelt field would otherwise be silently without effect."""
        if self._data:
            unknown = ", ".join(f"'{name}'" for name in self._data)
            raise self.wrong(f"{unknown} hoort hier niet. Controleer de spelling.")

    def _take(self, name: str, default: object) -> object:
        value = self._data.pop(name, default)
        if value is None:
            raise self.wrong(f"'{name}' ontbreekt.")
        return value


def read_toml(text: str, bestand: str) -> Rij:
    """Read a rule file; names the line when it is no TOML."""
    try:
        return Rij(bestand, tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"regel {line[1]} klopt niet" if line else "het einde klopt niet"
        raise UserError(f"{bestand} is niet te lezen: {where}.") from error
