"""What 'Mag dit tot morgen?' says in words, on every page and on the command line."""

from typing import TYPE_CHECKING

from vtdesk.values.avond import Groep

if TYPE_CHECKING:
    from vtdesk.services.morgen import Avond

GROEPEN = {
    Groep.VANAVOND: "Vanavond",
    Groep.MORGEN: "Morgen of overdragen",
    Groep.WACHTEN: "Mag wachten",
}
ALL_WRITTEN = "Alles is geschreven. Je kunt stoppen."
NOT_TONIGHT = "Vanavond hoeft er niets. Je mag stoppen."


def minuten(number: int) -> str:
    """Write `± 35 min`."""
    return f"± {number} min"


def lead(avond: "Avond") -> str:
    """Say what tonight takes, and that it ends there."""
    if not avond.regels:
        return ALL_WRITTEN
    if not avond.vanavond:
        return NOT_TONIGHT
    return f"Samen ± {avond.minuten} minuten. Daarna mag je stoppen."


def lead_tonight(avond: "Avond") -> str:
    """Say it where also what may wait stands below it."""
    return lead(avond).replace("Samen", "Vanavond samen", 1)
