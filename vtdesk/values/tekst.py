"""The text of a verslag as values: sections with blocks; no HTML anywhere.

Stored as versioned JSON (`Tekst.to_json`); the editor, the PDF and the seal all speak these values.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from vtdesk.errors import TooNewError
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid

FORMAT = 1
_ZELF = frozenset({"eigen waarneming", "zelf gezien", "zelf gehoord", "zelf waargenomen", "ik"})


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style; italics are for a child's own words only."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    weg: bool = False  # stands for words that were left out of this copy; never in a draft


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A plain paragraph."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Lijstpunt:
    """One point of a list."""

    runs: Runs = ()
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Werkaantekening:
    """A note to oneself; it never comes on paper."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Afspraakregel:
    """One row of the table of afspraken: wie, wat, wanneer, wat als niet."""

    wie: str = ""
    wat: str = ""
    wanneer: str = ""
    anders: str = ""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One row of another table; its columns are those of the part in the template."""

    cellen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bron:
    """Who or what an uitspraak comes from; `naam` stays readable when the person is unknown."""

    naam: str = ""
    persoon_id: UUID | None = None
    hoedanigheid: str = ""
    via: str = ""  # filled: van horen zeggen, via this person

    @property
    def van_horen_zeggen(self) -> bool:
        """Tell whether the source only heard it from somebody else."""
        return bool(self.via)

    @property
    def is_eigen_waarneming(self) -> bool:
        """Tell whether the writer saw or heard it herself."""
        if self.persoon_id is not None or self.via:
            return False
        said = (self.naam.strip().casefold(), self.hoedanigheid.strip().casefold())
        return any(words in _ZELF for words in said)


@dataclass(frozen=True, slots=True)
class Uitspraakregel:
    """A statement: one claim with letter, source and what became of it (the atom of a verslag)."""

    id: UUID
    letter: Letter
    runs: Runs = ()
    bron: Bron = field(default_factory=Bron)
    informatiedatum: date | None = None
    over: tuple[UUID, ...] = ()
    verificatie: Verificatie = Verificatie.ONBEVESTIGD
    verificatie_door: str = ""
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.IEDEREEN
    niet_voor: tuple[UUID, ...] = ()
    steunt_op: tuple[UUID, ...] = ()


Blok = Alinea | Lijstpunt | Werkaantekening | Afspraakregel | Tabelrij | Uitspraakregel


@dataclass(frozen=True, slots=True)
class Sectie:
    """One part of the template, by its id; `nvt` holds the reason when it does not apply."""

    id: str
    blokken: tuple[Blok, ...] = ()
    nvt: str = ""

    @property
    def is_leeg(self) -> bool:
        """Tell whether nothing was written here and no reason was given."""
        return not self.nvt and not any(is_geschreven(blok) for blok in self.blokken)


@dataclass(frozen=True, slots=True)
class Tekst:
    """All that a verslag says, in reading order."""

    secties: tuple[Sectie, ...] = ()

    def blokken(self) -> Iterator[Blok]:
        """Walk all blocks in reading order."""
        for sectie in self.secties:
            yield from sectie.blokken

    def uitspraken(self) -> tuple[Uitspraakregel, ...]:
        """List the statements in reading order."""
        return tuple(
            [blok for s in self.secties for blok in s.blokken if isinstance(blok, Uitspraakregel)]
        )

    def to_json(self) -> dict[str, Any]:
        """Give the stored form: plain lists, strings and numbers."""
        return {
            "versie": FORMAT,
            "secties": [
                {"id": s.id, "nvt": s.nvt, "blokken": [_blok_to_json(b) for b in s.blokken]}
                for s in self.secties
            ],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Tekst":
        """Read the stored form; refuses what a newer vtdesk wrote."""
        if data.get("versie", 0) > FORMAT:
            raise TooNewError("Deze tekst is gemaakt met een nieuwere vtdesk. Werk vtdesk bij.")
        return cls(
            tuple(
                Sectie(s["id"], tuple(_blok_from_json(b) for b in s["blokken"]), s.get("nvt", ""))
                for s in data["secties"]
            )
        )


def statement_ids(stored: dict[str, Any]) -> Iterator[str]:
    """Walk the ids of the statements in a stored text, without making values of all of it."""
    for sectie in stored["secties"]:
        for blok in sectie["blokken"]:
            if blok["t"] == "u":
                yield blok["id"]


def with_statement(stored: dict[str, Any], regel: Uitspraakregel) -> dict[str, Any]:
    """Give a stored text with this statement as it is now; all else is left as it is."""
    now = regel_to_json(regel)

    def current(blok: dict[str, Any]) -> dict[str, Any]:
        return now if blok["t"] == "u" and blok["id"] == now["id"] else blok

    return stored | {
        "secties": [
            sectie | {"blokken": [current(blok) for blok in sectie["blokken"]]}
            for sectie in stored["secties"]
        ]
    }


def plain(blok: Blok) -> str:
    """Give the words of a block without style."""
    if isinstance(blok, Afspraakregel):
        return " ".join(filter(None, (blok.wie, blok.wat, blok.wanneer, blok.anders)))
    if isinstance(blok, Tabelrij):
        return " ".join(filter(None, blok.cellen))
    return "".join(run.tekst for run in blok.runs)


def is_kop(blok: Blok) -> bool:
    """Tell whether a line only stands above what follows: bold from begin to end, no sentence."""
    if not isinstance(blok, Alinea) or not blok.runs:
        return False
    return all(run.vet for run in blok.runs) and not plain(blok).strip().endswith((".", "?"))


def is_open(words: str) -> bool:
    """Tell whether a line only asks: `Klacht:`, or `Nog niet gesproken, want`."""
    return words.strip().endswith(":") or is_halve_zin(words)


def is_halve_zin(words: str) -> bool:
    """Tell whether a line promises a reason that is not there: `Nog niet gesproken, want`."""
    return words.rstrip(" .…\u00a0").endswith(", want")


def is_geschreven(blok: Blok) -> bool:
    """Tell whether a block says something: no head, and no point that is still open."""
    words = plain(blok).strip()
    asks = isinstance(blok, Alinea) and is_open(words)
    return bool(words) and not asks and not is_kop(blok)


def runs(tekst: str) -> Runs:
    """Make unstyled runs of a string."""
    return (Run(tekst),) if tekst else ()


def runs_to_json(items: Runs) -> list[list[str]]:
    """Give the stored form of runs: text and style letters."""
    return [
        [r.tekst, ("b" if r.vet else "") + ("i" if r.cursief else "") + ("w" if r.weg else "")]
        for r in items
    ]


def runs_from_json(items: list[list[str]]) -> Runs:
    """Read the stored form of runs."""
    return tuple(Run(tekst, "b" in style, "i" in style, "w" in style) for tekst, style in items)


def _blok_to_json(blok: Blok) -> dict[str, Any]:
    match blok:
        case Alinea():
            return {"t": "p", "runs": runs_to_json(blok.runs)}
        case Lijstpunt():
            return {"t": "ol" if blok.genummerd else "ul", "runs": runs_to_json(blok.runs)}
        case Werkaantekening():
            return {"t": "w", "runs": runs_to_json(blok.runs)}
        case Afspraakregel():
            return {
                "t": "a",
                "wie": blok.wie,
                "wat": blok.wat,
                "wanneer": blok.wanneer,
                "anders": blok.anders,
            }
        case Tabelrij():
            return {"t": "r", "cellen": list(blok.cellen)}
        case Uitspraakregel():
            return regel_to_json(blok)


def regel_to_json(regel: Uitspraakregel) -> dict[str, Any]:
    """Give the stored form of a statement."""
    bron = regel.bron
    return {
        "t": "u",
        "id": str(regel.id),
        "letter": regel.letter.value,
        "runs": runs_to_json(regel.runs),
        "bron": {
            "naam": bron.naam,
            "persoon": str(bron.persoon_id) if bron.persoon_id else None,
            "hoedanigheid": bron.hoedanigheid,
            "via": bron.via,
        },
        "informatiedatum": regel.informatiedatum.isoformat() if regel.informatiedatum else None,
        "over": [str(i) for i in regel.over],
        "verificatie": regel.verificatie.value,
        "verificatie_door": regel.verificatie_door,
        "zichtbaarheid": regel.zichtbaarheid.value,
        "niet_voor": [str(i) for i in regel.niet_voor],
        "steunt_op": [str(i) for i in regel.steunt_op],
    }


def _blok_from_json(data: dict[str, Any]) -> Blok:
    match data["t"]:
        case "p":
            return Alinea(runs_from_json(data["runs"]))
        case "ul" | "ol":
            return Lijstpunt(runs_from_json(data["runs"]), genummerd=data["t"] == "ol")
        case "w":
            return Werkaantekening(runs_from_json(data["runs"]))
        case "a":
            return Afspraakregel(data["wie"], data["wat"], data["wanneer"], data["anders"])
        case "r":
            return Tabelrij(tuple(data["cellen"]))
        case "u":
            return regel_from_json(data)
        case unknown:
            raise TooNewError(f"Deze tekst bevat een onbekend soort regel ({unknown}).")


def regel_from_json(data: dict[str, Any]) -> Uitspraakregel:
    """Read the stored form of a statement."""
    bron = data["bron"]
    informatiedatum = data["informatiedatum"]
    return Uitspraakregel(
        id=UUID(data["id"]),
        letter=Letter(data["letter"]),
        runs=runs_from_json(data["runs"]),
        bron=Bron(
            naam=bron["naam"],
            persoon_id=UUID(bron["persoon"]) if bron["persoon"] else None,
            hoedanigheid=bron["hoedanigheid"],
            via=bron["via"],
        ),
        informatiedatum=date.fromisoformat(informatiedatum) if informatiedatum else None,
        over=tuple(UUID(i) for i in data["over"]),
        verificatie=Verificatie(data["verificatie"]),
        verificatie_door=data["verificatie_door"],
        zichtbaarheid=Zichtbaarheid(data["zichtbaarheid"]),
        niet_voor=tuple(UUID(i) for i in data["niet_voor"]),
        steunt_op=tuple(UUID(i) for i in data["steunt_op"]),
    )
