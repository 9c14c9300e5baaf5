"""Rule files of `resources/`, with what the office changed in them."""

from functools import lru_cache

from vtdesk import resources
from vtdesk.errors import OutsideError
from vtdesk.services import morgen_boek
from vtdesk.services.morgen_boek import Avondboek
from vtdesk.values import pleinregels, uitdunnen
from vtdesk.values.bewaren import bewaarboek
from vtdesk.values.bewaren.bewaarboek import Bewaarboek
from vtdesk.values.grenzen import BESTAND as GRENZEN
from vtdesk.values.grenzen import Grenzen, read_grenzen
from vtdesk.values.pleinregels import Pleinregels
from vtdesk.values.termijnen import feestdagenlijst, regelboek
from vtdesk.values.termijnen.kalender import Kalender
from vtdesk.values.termijnen.regelboek import Regelboek
from vtdesk.values.uitdunnen import Uitdunregel


@lru_cache(maxsize=4)
def termijnregels(eigen: str = "") -> Regelboek:
    """Read the rules of terms; `eigen` is the text of the office's own file."""
    return regelboek.read_regels(_text(regelboek.BESTAND), eigen)


@lru_cache(maxsize=4)
def kalender(eigen: str = "") -> Kalender:
    """Read the feestdagen."""
    return feestdagenlijst.read_kalender(_text(feestdagenlijst.BESTAND), eigen)


@lru_cache(maxsize=4)
def bewaarregels(eigen: str = "") -> Bewaarboek:
    """Read the rules of keeping, seeing, correcting and destroying."""
    return bewaarboek.read_bewaarboek(_text(bewaarboek.BESTAND), eigen)


@lru_cache(maxsize=1)
def plein() -> Pleinregels:
    """Read the rules of the table."""
    return pleinregels.read_pleinregels(_text(pleinregels.BESTAND))


@lru_cache(maxsize=1)
def avondregels() -> Avondboek:
    """Read the rules of what may wait until tomorrow."""
    return morgen_boek.read_avondboek(_text(morgen_boek.BESTAND))


@lru_cache(maxsize=1)
def eerdere_teksten() -> Uitdunregel:
    """Read how long earlier texts stay."""
    return uitdunnen.read_uitdunregel(_text(uitdunnen.BESTAND))


@lru_cache(maxsize=1)
def grenzen() -> tuple[Grenzen, ...]:
    """Read what vtdesk cannot do."""
    return read_grenzen(_text(GRENZEN))


def _text(name: str) -> str:
    try:
        return resources.path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise OutsideError(
            f"Het bestand {name} kan niet worden gelezen. Installeer vtdesk opnieuw."
        ) from error
