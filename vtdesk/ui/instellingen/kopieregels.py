"""The words of Reservekopie: how it stands in one place, and one copy as a line."""

from datetime import datetime

from vtdesk.security.kopiestand import Fout, Plaatsstand, Plek
from vtdesk.services.reservekopie.rows import KopieRow
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.values.kopiewoorden import wanneer
from vtdesk.values.tijd import local, volle_dag


def copy_line(found: KopieRow, now: datetime) -> Line:
    """Show one copy: when, where, how large, and whether it opens with the keys of now."""
    size = f"{max(1, round(found.grootte / 1_000_000))} MB"
    where = "op de stick" if found.plek is Plek.STICK else "op deze laptop"
    return Line(
        wanneer(found.gemaakt, now),
        f"{where} · {size}",
        chip="getest" if found.is_van_nu else "oude sleutels",
        chip_tone="goed" if found.is_van_nu else "let-op",
        icon="reservekopie",
        strong=False,
    )


def place_words(place: Plaatsstand, now: datetime, *, is_there: bool) -> tuple[str, str]:
    """Say how it stands in one place, and in which tone."""
    last = f"laatste kopie {wanneer(place.goed, now)}, getest" if place.goed else "nog geen kopie"
    if not is_there:
        return f"de stick is er niet; {last}.", "let-op"
    match place.fout:
        case Fout.VOL:
            return f"vol, daarom is er geen nieuwe kopie; {last}.", "gevaar"
        case Fout.SCHIJF:
            return f"geeft een fout, daarom is er geen nieuwe kopie; {last}.", "gevaar"
        case Fout.SCHADE:
            return f"de nieuwe kopie klopte niet en telt niet mee; {last}.", "gevaar"
    return f"{last}.", "" if place.goed else "let-op"


def day_of(moment: datetime) -> str:
    """Write the day of a moment in full."""
    return volle_dag(local(moment).date())
