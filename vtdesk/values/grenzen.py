"""What vtdesk cannot do, in plain sentences: told before anybody relies on it."""

import tomllib
from dataclasses import dataclass

from vtdesk.errors import OutsideError

BESTAND = "grenzen.toml"


@dataclass(frozen=True, slots=True)
class Grenzen:
    """What vtdesk cannot do on one subject; each sentence stands by itself."""

    naam: str
    zinnen: tuple[str, ...]


def read_grenzen(text: str) -> tuple[Grenzen, ...]:
    """Read `resources/grenzen.toml`; names the file when it is not as it should be."""
    try:
        return tuple(
            Grenzen(str(one["naam"]), tuple(map(str, one["zinnen"])))
            for one in tomllib.loads(text)["groep"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise OutsideError(
            f"Het bestand {BESTAND} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
