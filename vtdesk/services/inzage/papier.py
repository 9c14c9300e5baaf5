"""What was gathered about one person, as that one reads it on paper: in words, part by part."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.inzage.inhoud import Inhoud
from vtdesk.services.inzage.namen import SOURCE
from vtdesk.services.inzage.woorden import AANWEZIG, KANAAL, LABELS, OPNAME, ROL, SOORT
from vtdesk.services.kop import GEZAG
from vtdesk.services.tijdlijn.veilig import RELATIES
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.document import Onderdeel, VerslagDocument, Verslagkop
from vtdesk.values.kinds import Geslacht, GezagSoort, Letter, Verificatie, VerslagStand
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import (
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Run,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    plain,
)
from vtdesk.values.tijd import klok, korte_dag, volle_dag

Rij = dict[str, Any]
_NIETS = "Hierover staat niets in deze inzage."  # true also of what stayed out
_SOORT = "Inzage"
_KOP = "Wat Veilig Thuis over u heeft vastgelegd"
_KOP_KIND = "Wat Veilig Thuis over uw kind heeft vastgelegd"
_INLEIDING = (
    "U vroeg wat Veilig Thuis over u heeft vastgelegd. Dat leest u hieronder. Namen van "
    "anderen staan er niet in."
)
_INLEIDING_KIND = (
    "U vroeg wat Veilig Thuis over uw kind heeft vastgelegd. Dat leest u hieronder. Namen van "
    "anderen staan er niet in."
)
_GEGEVENS = ("Wat", "Vastgelegd")
_GESPREKKEN = ("Wanneer", "Wat", "Waar en hoe", "Erbij")


def inzagestuk(
    found: Inhoud, gebruiker: Gebruiker, *, lezer: str, today: date, over_kind: bool
) -> VerslagDocument:
    """Make the paper of an inzage."""
    parts = list(_delen(found.delen, over_kind=over_kind))
    return VerslagDocument(
        kop=Verslagkop(
            dossiernummer=found.delen["casus"],
            soort=_SOORT,
            datum=volle_dag(today),
            tijd="",
            plaats="",
            auteur=gebruiker.naam,
            functie=gebruiker.functie,
            organisatie=gebruiker.organisatie,
        ),
        onderdelen=tuple(
            Onderdeel(number, kop, sectie.id, kolommen)
            for number, (kop, sectie, kolommen) in enumerate(parts, start=1)
        ),
        tekst=Tekst(tuple(sectie for _, sectie, _ in parts)),
        stand=VerslagStand.VASTGESTELD,
        vorm=Vorm.BRIEF,
        betreft=_KOP_KIND if over_kind else _KOP,
        bestemd_voor=lezer,
    )


def woorden_van(document: VerslagDocument) -> str:
    """Give all that the reader reads of the parts."""
    lines = [document.betreft, *(one.kop for one in document.onderdelen)]
    for blok in document.tekst.blokken():
        lines.append(plain(blok))
        if isinstance(blok, Uitspraakregel):
            lines += [blok.bron.naam, blok.bron.via, blok.verificatie_door]
    return "\n".join(lines)


def _delen(inhoud: Rij, *, over_kind: bool) -> Iterator[tuple[str, Sectie, tuple[str, ...]]]:
    """Give each part with its head; an empty part says so."""
    yield "", _sectie("inleiding", [_alinea(_INLEIDING_KIND if over_kind else _INLEIDING)]), ()
    whose, who = ("Gegevens van het kind", "het kind") if over_kind else ("Uw gegevens", "u")
    yield whose, _sectie("gegevens", _gegevens(inhoud["gegevens"])), _GEGEVENS
    heads: tuple[tuple[str, str, Callable[[Rij], str]], ...] = (
        ("rollen", f"Wat {who} in deze casus bent" if who == "u" else "Rol in deze casus", _rol),
        ("gezag", "Gezag", _gezag),
        ("relaties", "Wie bij elkaar horen", _band),
        ("huishoudens", "Wonen", _huis),
    )
    for name, kop, zin in heads:
        points = [Lijstpunt((Run(zin(row)),)) for row in inhoud[name]]
        yield kop, _sectie(name, points), ()
    said = [_uitspraak(row, place) for place, row in enumerate(inhoud["uitspraken"], start=1)]
    yield f"Wat er over en door {who} is gezegd", _sectie("uitspraken", said), ()
    talks = [Tabelrij(_gesprek(row)) for row in inhoud["gesprekken"]]
    yield f"Gesprekken met {who}", _sectie("gesprekken", talks), _GESPREKKEN
    why = _alinea(inhoud["niet_opgenomen"])
    yield "Wat er niet in staat", _sectie("niet_opgenomen", [why]), ()


def _sectie(name: str, blokken: "list[Alinea] | list[Blok] | list[Any]") -> Sectie:
    return Sectie(name, tuple(blokken) or (_alinea(_NIETS),))


def _alinea(words: str) -> Alinea:
    return Alinea((Run(words),))


def _gegevens(row: Rij) -> list[Blok]:
    """Give the filled fields, each with its name in words."""
    own = {name: value for name, value in row.items() if not isinstance(value, dict)}
    contact = {f"contact_{name}": value for name, value in row.get("veilig_contact", {}).items()}
    return [
        Tabelrij((LABELS[name], _waarde(value)))
        for name, value in (own | contact).items()
        if value not in ("", None, Geslacht.ONBEKEND)
    ]


def _waarde(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return _dag(value) or str(value)


def _dag(value: Any) -> str:
    """Write a stored day as one says it; empty when it is none."""
    try:
        day = date.fromisoformat(value)
    except (TypeError, ValueError):
        return ""
    return f"{korte_dag(day)} {day.year}"


def _tijd(row: Rij) -> str:
    since, until = _dag(row.get("vanaf")), _dag(row.get("tot"))
    return " ".join(filter(None, (since and f"vanaf {since}", until and f"tot {until}")))


def _zin(*pieces: str) -> str:
    words = ", ".join(filter(None, pieces))
    return f"{words[:1].upper()}{words[1:]}."


def _rol(row: Rij) -> str:
    return _zin(ROL[row["rol"]], _tijd(row))


def _gezag(row: Rij) -> str:
    soort = GEZAG.get(GezagSoort(row["soort"]), "gezag onbekend")
    day = _dag(row["datum"])
    return _zin(f"{row['houder']}: {soort} over {row['kind']}", day and f"vastgesteld {day}")


def _band(row: Rij) -> str:
    tie = RELATIES[RelatieSoort(row["soort"])].format(row["van"], row["naar"])
    return _zin(tie, _tijd(row))


def _huis(row: Rij) -> str:
    house = row["huishouden"] or "een huishouden"
    return _zin(house, _tijd(row))


def _gesprek(row: Rij) -> tuple[str, ...]:
    begin, einde = (datetime.fromisoformat(row[name]) for name in ("begin", "einde"))
    what = SOORT[row["soort"]]
    how = ", ".join(filter(None, (KANAAL[row["kanaal"]], OPNAME[row["opname"]])))
    there = AANWEZIG[row["aanwezigheid"]]
    when = f"{volle_dag(begin.date())}, {klok(begin)}–{klok(einde)}"
    return when, what, how, there


def _uitspraak(row: Rij, place: int) -> Uitspraakregel:
    """Lay a statement down as in a verslag, with its letter and its source."""
    told = "" if row["bron"] == SOURCE else row["bron"]
    day = row["informatiedatum"]
    return Uitspraakregel(
        id=UUID(int=place),
        letter=Letter(row["letter"]),
        runs=(Run(row["tekst"]),),
        bron=Bron(told, via=row["via"]),
        informatiedatum=date.fromisoformat(day) if day else None,
        verificatie=Verificatie(row["verificatie"]),
        verificatie_door=row["verificatie_door"],
    )
