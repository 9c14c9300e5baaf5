"""What a reservekopie tells of a lost laptop: counts, and the numbers of its casussen."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from vtdesk.services.logboek import Voorval
from vtdesk.services.snelopenen import SNEL
from vtdesk.values.kinds import AfgeschermdSoort

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_SHUT = "SELECT tijd FROM logboek WHERE detail = ? ORDER BY seq DESC LIMIT 1"
_ADULT = 18


@dataclass(frozen=True, slots=True)
class Casusnaam:
    """A casus by its number; its name is only printed when that was asked."""

    nummer: str
    naam: str


@dataclass(frozen=True, slots=True)
class Feiten:
    """What was on the laptop."""

    casussen: tuple[Casusnaam, ...]
    personen: int
    kinderen: int
    adressen: int
    afgeschermd: int
    melders: int
    verslagen: int
    uitspraken: int
    bijlagen: int
    snel: bool
    dicht: datetime | None  # when the kluis was closed last, as far as this copy knows


def feiten(connection: Any, today: date) -> Feiten:
    """Read it; a table that this copy does not have yet counts as empty."""
    tables = {name for [name] in connection.execute(_TABLES)}

    def count(table: str, where: str = "1", *values: object) -> int:
        if table not in tables:
            return 0
        query = f"SELECT count(*) FROM {table} WHERE {where}"
        return int(connection.execute(query, values).fetchone()[0])

    named = connection.execute("SELECT nummer, naam FROM casus ORDER BY nummer")
    closed = connection.execute(_SHUT, (Voorval.DICHT.value,)).fetchone()
    return Feiten(
        casussen=tuple(Casusnaam(*row) for row in named),
        personen=count("persoon"),
        kinderen=count("persoon", "geboortedatum > ?", _years_ago(today, _ADULT).isoformat()),
        adressen=count("afgeschermd", "soort = ?", AfgeschermdSoort.ADRES.value),
        afgeschermd=count("afgeschermd"),
        melders=count("melder"),
        verslagen=count("verslag"),
        uitspraken=count("uitspraak"),
        bijlagen=count("bijlage"),
        snel=count("meta", "sleutel = ?", SNEL) > 0,
        dicht=_moment(closed[0]) if closed else None,
    )


def _moment(stored: str) -> datetime:
    return datetime.fromisoformat(stored).replace(tzinfo=UTC)


def _years_ago(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28))
