"""The tabs of a casus, in the order of Alt+1 to Alt+0."""

from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.overzicht import Overzicht

DELEN: tuple[type[Deel], ...] = (Overzicht,)


def make(part: Part) -> list[Deel]:
    """Make every tab once."""
    return [deel(part) for deel in DELEN]
