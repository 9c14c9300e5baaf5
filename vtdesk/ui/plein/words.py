"""How the table is said: times, counts, and what is still empty."""

from collections.abc import Sequence
from datetime import date

from vtdesk.services.plein.rows import BesprekingDetail, BesprekingRow
from vtdesk.ui.format import aantal
from vtdesk.ui.moment_field import read_day
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.tijd import klok, korte_dag

SHOWN = 3  # open points that are named at once
WANNEER = 4  # words at the end of a line that may be a day
_VOOR_DAG = ("op", "voor", "vóór", "uiterlijk", "vanaf")


def minuten(seconds: int) -> int:
    """Count whole minutes, as the clock at the table does."""
    return seconds // 60


def soort(row: BesprekingRow) -> str:
    """Say whether it is a casus or a tafelkaart, and until when."""
    if not row.is_tafelkaart:
        return f"Casus {row.casusnummer}"
    return f"Tafelkaart, {verdwijnt(row).lower()}"


def verdwijnt(row: BesprekingRow) -> str:
    """Say when a tafelkaart disappears."""
    return f"Verdwijnt op {korte_dag(row.verdwijnt_op)}" if row.verdwijnt_op else ""


def stand(row: BesprekingRow) -> tuple[str, str]:
    """Say how far a bespreking is, and in which tone."""
    if row.verwerkt_op:
        return "verwerkt", "goed"
    if row.gesloten_op:
        return "besproken", "overleg"
    if row.begonnen_op:
        return "bezig", "keuze"
    return "", ""


def tweede_regel(row: BesprekingRow) -> str:
    """Write the second line of a bespreking in the list."""
    gegevens = row.gegevens
    aanvrager = f"aanvrager {gegevens.aanvrager}" if gegevens.aanvrager else ""
    parts = (f"{klok(row.begin)}, {gegevens.minuten} min", aanvrager, soort(row))
    return " · ".join(filter(None, parts))


def voorbereid(row: BesprekingRow) -> str:
    """Say whether it was prepared."""
    return f"voorbereid {'ja' if row.voorbereid else 'nee'}"


def nog_leeg(points: Sequence[str], *, most: int = SHOWN) -> str:
    """Name what is still empty: the first ones, and how many more."""
    if not points:
        return ""
    more = len(points) - most
    named = [*points[:most], *([f"en nog {more}"] if more > 0 else [])]
    return " · ".join(named)


def leeg_bij(number: int, points: Sequence[str]) -> str:
    """Name what is still empty of a bespreking, by its number and never by a name."""
    return f"Nog leeg bij bespreking {number}: {nog_leeg(points)}" if points else ""


def fase_woorden(detail: BesprekingDetail, fase: PleinFase, seconds: int) -> str:
    """Say of a phase whether it was, is or comes, and how long it took."""
    took = aantal(minuten(seconds), "minuut", "minuten")
    if fase is detail.fase and detail.row.begonnen_op:
        return f"nu, {took}"
    return took if seconds else "nog niet"


def taak(typed: str, today: date) -> tuple[str, str, date | None]:
    """Cut the day off the end of a taak: what, when in words, and which day that is."""
    words = typed.strip().rstrip(".").split()
    for count in range(min(WANNEER, len(words) - 1), 0, -1):
        day = read_day(" ".join(words[-count:]), today)
        if day is not None:
            rest = words[:-count]
            while rest and rest[-1].casefold() in _VOOR_DAG:
                rest = rest[:-1]
            return " ".join(rest).rstrip(","), " ".join(words[-count:]), day
    return typed.strip(), "", None
