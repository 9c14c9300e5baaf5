"""The ways by which paper can reach somebody, as they are chosen; a closed one says why."""

from vtdesk.services.uitgaand.rows import Weg
from vtdesk.ui.widgets.keuzerij import Keuze

CANNOT = "Kan niet"


def way(one: Weg) -> Keuze:
    """Show a way; one that is closed says why."""
    if one.kan:
        return Keuze(one.id, one.naam)
    why = one.waarom_niet
    said = why if why.startswith(CANNOT) else f"{CANNOT}. {why}"  # it may begin with a name
    return Keuze(one.id, one.naam, said, dicht=True)
