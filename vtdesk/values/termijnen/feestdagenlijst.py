"""Reads the table of feestdagen, and what an office changed in it."""

from datetime import date

from vtdesk.values.regelrij import Rij, Zekerheid, read_toml
from vtdesk.values.termijnen.kalender import Feestdag, Kalender

BESTAND = "feestdagen.toml"
_GEWOON_JAAR = 2023  # a feestdag on 29 February would not come every year


def read_kalender(text: str, eigen: str = "") -> Kalender:
    """Make the calendar; a feestdag of the office's own list takes the place of its namesake."""
    found = {dag.naam: dag for dag in _read(text, BESTAND)}
    found |= {dag.naam: dag for dag in _read(eigen, f"eigen {BESTAND}")}
    return Kalender(tuple(found.values()))


def _read(text: str, bestand: str) -> list[Feestdag]:
    inhoud = read_toml(text, bestand)
    rows = inhoud.rows("feestdag", "feestdag", "naam")
    inhoud.end()
    return [_feestdag(row) for row in rows]


def _feestdag(row: Rij) -> Feestdag:
    found = [name for name in ("dag", "pasen", "datum") if row.has(name)]
    if len(found) != 1:
        raise row.wrong("geef één van deze drie: 'dag', 'pasen' of 'datum'.")
    feestdag = Feestdag(
        naam=row.text("naam"),
        artikel=row.text("artikel"),
        bron=row.text("bron"),
        zekerheid=row.choice("zekerheid", Zekerheid),
        maand_dag=_maand_dag(row) if found == ["dag"] else None,
        na_pasen=row.number("pasen", least=-100, most=250) if found == ["pasen"] else None,
        datum=row.day("datum") if found == ["datum"] else None,
        op_zondag=row.number("op_zondag", least=-3, most=3, default=0),
        werkdag=row.flag("werkdag", default=False),
        telt=row.flag("telt", default=True),
        vanaf=row.day("vanaf", date.min),
        tot=row.day("tot", date.max),
    )
    row.end()
    return feestdag


def _maand_dag(row: Rij) -> tuple[int, int]:
    dag, _, maand = row.text("dag").partition("-")
    try:
        day = date(_GEWOON_JAAR, int(maand), int(dag))
    except ValueError:
        raise row.wrong("'dag' moet een dag en maand zijn, zoals \"27-04\".") from None
    return day.month, day.day
