"""How long before an appointment she is reminded of it."""

from enum import StrEnum


class Vooraf(StrEnum):
    """Her choice for one appointment; the value of a number of minutes is that number."""

    ALTIJD = ""  # as it is set for all
    NIET = "niet"
    VIJF = "5"
    TIEN = "10"
    KWARTIER = "15"
    HALF_UUR = "30"
    UUR = "60"

    @property
    def minuten(self) -> int | None:
        """Give the minutes; nothing when that is no number."""
        return int(self) if self.isdecimal() else None
