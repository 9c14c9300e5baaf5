"""Templates of verslagen, read from `resources/verslagen`."""

import tomllib
from functools import cache

from vtdesk import resources
from vtdesk.errors import OutsideError
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie

GESPREKSVERSLAG = "gespreksverslag"


@cache
def sjabloon(sjabloon_id: str) -> Sjabloon:
    """Read a template; names the file when it cannot be read."""
    path = resources.path("verslagen", f"{sjabloon_id}.toml")
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        return Sjabloon(
            id=data["id"],
            titel=data["titel"],
            versie=data["versie"],
            bron=data["bron"],
            secties=tuple(_sectie(sectie) for sectie in data["secties"]),
        )
    except (OSError, KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        raise OutsideError(
            f"Het sjabloon {path.name} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error


def _sectie(data: dict[str, object]) -> SjabloonSectie:
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return SjabloonSectie(**lists)  # type: ignore[arg-type]  # a wrong field is a TypeError above
