"""How long earlier texts stay: all of the last days, then a few of each day."""

import tomllib
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from vtdesk.errors import OutsideError
from vtdesk.values.tijd import local

BESTAND = "eerdere-teksten.toml"

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Uitdunregel:
    """The rule as it stands in `resources/eerdere-teksten.toml`."""

    alles_dagen: int
    daarna_per_dag: int
    nieuwe_zitting_na: timedelta

    def weg(self, standen: Sequence[tuple[Key, datetime]], today: date) -> list[Key]:
        """List what may go; of each older day the last ones stay."""
        whole = today - timedelta(days=self.alles_dagen)
        kept: Counter[date] = Counter()
        gone: list[Key] = []
        for key, moment in sorted(standen, key=lambda stand: stand[1], reverse=True):
            day = local(moment).date()
            kept[day] += 1
            if day < whole and kept[day] > self.daarna_per_dag:
                gone.append(key)
        return gone


def read_uitdunregel(text: str) -> Uitdunregel:
    """Read the rule; names the file when a number is missing."""
    try:
        data = tomllib.loads(text)
        return Uitdunregel(
            alles_dagen=int(data["alles_dagen"]),
            daarna_per_dag=int(data["daarna_per_dag"]),
            nieuwe_zitting_na=timedelta(minutes=int(data["nieuwe_zitting_na"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise OutsideError(
            f"Het bestand {BESTAND} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
