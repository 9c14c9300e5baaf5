"""The rules of the table: phases, and per region its name, its seats and what can be decided."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from vtdesk.errors import UserError
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.regelrij import Rij, Zekerheid, read_toml

BESTAND = "plein.toml"


@dataclass(frozen=True, slots=True)
class Fasedeel:
    """One phase of a bespreking; its minutes only give its width."""

    fase: PleinFase
    naam: str
    minuten: int


@dataclass(frozen=True, slots=True)
class Besluitwaarde:
    """One thing that the table of a region can decide."""

    id: str
    tekst: str
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class Regio:
    """How one region holds its table."""

    id: str
    naam: str
    tafel: str
    minuten: int
    mening_vanaf: int
    aan_tafel: tuple[str, ...]
    besluiten: tuple[Besluitwaarde, ...]
    bron: str
    zekerheid: Zekerheid
    geldig_vanaf: date


@dataclass(frozen=True, slots=True)
class Pleinregels:
    """All rules of the table."""

    verdwijnt_na_dagen: int
    fasen: tuple[Fasedeel, ...]
    regios: tuple[Regio, ...]

    def regio(self, regio_id: str) -> Regio:
        """Find a region by its id."""
        for regio in self.regios:
            if regio.id == regio_id:
                return regio
        raise UserError(f"De regio '{regio_id}' staat niet in {BESTAND}. Kies een andere regio.")

    def besluit(self, besluit_id: str) -> str:
        """Say in words what was decided, whichever the region."""
        found = (b.tekst for regio in self.regios for b in regio.besluiten if b.id == besluit_id)
        return next(found, "")


def read_pleinregels(text: str) -> Pleinregels:
    """Read the rules; a mistake is named with its place."""
    inhoud = read_toml(text, BESTAND)
    regels = Pleinregels(
        verdwijnt_na_dagen=inhoud.number("verdwijnt_na_dagen", least=1, most=365),
        fasen=tuple(map(_fase, inhoud.rows("fase", "fase"))),
        regios=tuple(map(_regio, inhoud.rows("regio", "regio"))),
    )
    inhoud.end()
    if [deel.fase for deel in regels.fasen] != list(PleinFase):
        raise inhoud.wrong(f"schrijf elke fase één keer, in deze volgorde: {', '.join(PleinFase)}.")
    if not regels.regios:
        raise inhoud.wrong("er staat geen regio in.")
    codes = [regio.id for regio in regels.regios]
    codes += [besluit.id for regio in regels.regios for besluit in regio.besluiten]
    if double := [code for code, count in Counter(codes).items() if count > 1]:
        raise inhoud.wrong(f"'{double[0]}' staat er twee keer in.")
    return regels


def _fase(row: Rij) -> Fasedeel:
    deel = Fasedeel(
        row.choice("id", PleinFase), row.text("naam"), row.number("minuten", least=1, most=120)
    )
    row.end()
    return deel


def _regio(row: Rij) -> Regio:
    regio = Regio(
        id=row.text("id"),
        naam=row.text("naam"),
        tafel=row.text("tafel"),
        minuten=row.number("minuten", least=5, most=240),
        mening_vanaf=row.number("mening_vanaf", least=0, most=18),
        aan_tafel=row.texts("aan_tafel"),
        besluiten=tuple(map(_besluit, row.rows("besluiten", "besluit"))),
        bron=row.text("bron"),
        zekerheid=row.choice("zekerheid", Zekerheid),
        geldig_vanaf=row.day("geldig_vanaf"),
    )
    row.end()
    if not regio.besluiten:
        raise row.wrong("er is niets wat deze tafel kan besluiten.")
    return regio


def _besluit(row: Rij) -> Besluitwaarde:
    waarde = Besluitwaarde(row.text("id"), row.text("tekst"), row.choice("zekerheid", Zekerheid))
    row.end()
    return waarde
