"""What an office decides about verlof: how early the card stands there, and the letter's words."""

import tomllib
from dataclasses import dataclass
from datetime import time
from functools import cache

from vtdesk import resources
from vtdesk.errors import OutsideError


@dataclass(frozen=True, slots=True)
class Briefzinnen:
    """The sentences of the letter to a family; what stands between braces is filled in."""

    onderwerp: str
    weg: str
    een_dag: str
    terug: str
    contact: str
    telefoon: str
    zonder_telefoon: str
    gevaar: str
    vraag: str


@dataclass(frozen=True, slots=True)
class VerlofRegels:
    """What stands in `verlof.toml`."""

    dagen_vooraf: int
    laatste_uur: time  # of the last working day: who then still waits is left to the replacer
    brief: Briefzinnen


@cache
def regels() -> VerlofRegels:
    """Read the file, once."""
    try:
        read = tomllib.loads(resources.path("verlof.toml").read_text("utf-8"))
        return VerlofRegels(
            int(read["dagen_vooraf"]), _hour(read["laatste_uur"]), Briefzinnen(**read["brief"])
        )
    except (OSError, tomllib.TOMLDecodeError, TypeError, KeyError, ValueError) as error:
        raise OutsideError(
            "Het bestand verlof.toml klopt niet. Zet het oorspronkelijke bestand terug."
        ) from error


def _hour(read: object) -> time:
    if not isinstance(read, time):
        raise TypeError
    return read
