"""How a bijlage reads: its row in the list, and its facts at the side."""

from collections.abc import Iterator
from datetime import date

from vtdesk.services.bijlagen.rows import BijlageRow, Weergave
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.values.tijd import dag_met_naam, dichtbij, klok

KB, MB = 1000, 1_000_000

_WORDS = {
    "application/pdf": "PDF",
    "text/plain": "Tekst",
    "image/heic": "Foto van een telefoon",
    "application/rtf": "Tekstdocument",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word-document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel-werkblad",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "Presentatie",
    "application/vnd.oasis.opendocument.text": "Tekstdocument",
    "application/vnd.oasis.opendocument.spreadsheet": "Werkblad",
    "application/zip": "Ingepakte map",
    "application/octet-stream": "Onbekend soort bestand",
}
_FAMILIES = {"image": "Afbeelding", "audio": "Geluid", "video": "Film"}
_ICONS = {
    "application/pdf": "verslagen", "text/plain": "lijst", "image": "afbeelding",
    "audio": "opname", "video": "beeldbellen",
}  # fmt: skip


def soort(row: BijlageRow) -> str:
    """Say what it is."""
    family, _, kind = row.soort.partition("/")
    if row.soort in _WORDS:
        return _WORDS[row.soort]
    return f"{_FAMILIES[family]} ({kind.upper()})" if family in _FAMILIES else "Bestand"


def grootte(size: int) -> str:
    """Write a size as one says it: `38 kB`, `1,4 MB`."""
    if size < KB:
        return f"{size} bytes"
    if size < MB:
        return f"{round(size / KB)} kB"
    return f"{size / MB:.1f} MB".replace(".", ",")


def line(row: BijlageRow, today: date) -> Line:
    """Make the row of the list."""
    about = row.gegevens
    second = " · ".join(filter(None, (soort(row), grootte(row.grootte), about.omschrijving)))
    family = row.soort.partition("/")[0]
    return Line(
        about.naam,
        " ".join(second.split()),
        icon=_ICONS.get(row.soort) or _ICONS.get(family, "bijlage"),
        side=dichtbij(dag(row), today),
        strong=False,
    )


def dag(row: BijlageRow) -> date:
    """Give the day of the paper, or else the day on which it came in."""
    return row.gegevens.datum or row.toegevoegd_op.date()


def feiten(row: BijlageRow) -> Iterator[tuple[str, str]]:
    """List what is known of it."""
    added = row.toegevoegd_op
    yield "Omschrijving", row.gegevens.omschrijving
    if row.gegevens.datum:
        yield "Datum", _met_jaar(row.gegevens.datum)
    yield "Soort", soort(row)
    yield "Grootte", grootte(row.grootte)
    yield "Toegevoegd", f"{_met_jaar(added.date())} {klok(added)}"
    yield "Vingerafdruk", _vingerafdruk(row.vingerafdruk)


def daden(row: BijlageRow) -> list[tuple[str, str]]:
    """List what one can do with it: the name of the deed and its words."""
    found = [("bekijken", "Bekijken")] if row.weergave is not Weergave.GEEN else []
    found.append(("wijzigen", "Wijzigen"))
    if row.mag_buiten:
        found.append(("buiten", "Buiten vtdesk openen"))
    return [*found, ("bewaren-als", "Bewaren als…"), ("weghalen", "Weghalen")]


def _met_jaar(day: date) -> str:
    return f"{dag_met_naam(day)} {day.year}"


def _vingerafdruk(hexadecimal: str) -> str:
    """Write the begin of a fingerprint in groups of four, to compare with another."""
    return " ".join(hexadecimal[at : at + 4] for at in range(0, 16, 4)).upper()
