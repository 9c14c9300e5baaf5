"""How long something unwritten may wait."""

from enum import StrEnum


class Groep(StrEnum):
    """Tonight, tomorrow or by somebody else, or later."""

    VANAVOND = "vanavond"
    MORGEN = "morgen"
    WACHTEN = "wachten"
