"""Reads the rules of keeping, seeing, correcting and destroying."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from vtdesk.errors import UserError
from vtdesk.values.bewaren.bewaarregel import Basis, Bewaarregel, Bron
from vtdesk.values.bewaren.recht import Antwoord, Bekwaam, Grond, Leeftijdsregel, Recht
from vtdesk.values.regelrij import Rij, Zekerheid, read_toml
from vtdesk.values.termijnen.regel import Eenheid, Lengte

BESTAND = "bewaren.toml"
_LANGST = 100
_OUDSTE = 150
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Bewaarboek:
    """All rules of keeping and of rights."""

    bewaarregels: tuple[Bewaarregel, ...]
    inzage: tuple[Leeftijdsregel, ...]
    vernietiging: tuple[Leeftijdsregel, ...]
    rechten: tuple[Recht, ...]

    def bewaarregel(self, regel_id: str, op: date) -> Bewaarregel:
        """Give the version of a rule that holds on a day."""
        found = [one for one in self.bewaarregels if one.id == regel_id and one.geldig_vanaf <= op]
        if not found:
            raise UserError(f"Er is geen bewaarregel '{regel_id}' voor die dag.")
        return max(found, key=lambda one: one.geldig_vanaf)

    def recht(self, recht_id: str) -> Recht:
        """Find a right by its id."""
        for recht in self.rechten:
            if recht.id == recht_id:
                return recht
        raise UserError(f"Er is geen recht '{recht_id}'.")


def read_bewaarboek(text: str, eigen: str = "") -> Bewaarboek:
    """Read the rules; what the office wrote itself takes the place of ours."""
    ons, bureau = _read(text, BESTAND), _read(eigen, f"eigen {BESTAND}")
    return Bewaarboek(
        bewaarregels=_joined(
            ((one.id, one.geldig_vanaf), one) for one in ons.bewaarregels + bureau.bewaarregels
        ),
        # A table of ages only makes sense as a whole.
        inzage=bureau.inzage or ons.inzage,
        vernietiging=bureau.vernietiging or ons.vernietiging,
        rechten=_joined((one.id, one) for one in ons.rechten + bureau.rechten),
    )


def _joined(pairs: Iterable[tuple[object, R]]) -> tuple[R, ...]:
    return tuple(dict(pairs).values())


def _read(text: str, bestand: str) -> Bewaarboek:
    inhoud = read_toml(text, bestand)
    boek = Bewaarboek(
        bewaarregels=tuple(map(_bewaarregel, inhoud.rows("bewaarregel", "bewaarregel"))),
        inzage=_tabel(inhoud, "inzage"),
        vernietiging=_tabel(inhoud, "vernietiging"),
        rechten=tuple(map(_recht, inhoud.rows("recht", "recht"))),
    )
    inhoud.end()
    return boek


def _bewaarregel(row: Rij) -> Bewaarregel:
    regel = Bewaarregel(
        id=row.text("id"),
        naam=row.text("naam"),
        lengte=_lengte(row),
        vanaf=_basis(row, "vanaf"),
        zonder_kind=_basis(row, "zonder_kind"),
        minstens_tot=row.choice("minstens_tot", Basis) if row.has("minstens_tot") else None,
        artikel=row.text("artikel"),
        bron=row.text("bron"),
        zekerheid=row.choice("zekerheid", Zekerheid),
        geldig_vanaf=row.day("geldig_vanaf"),
        toelichting=row.text("toelichting", ""),
        bronnen=tuple(map(_bron, row.rows("bronnen", "bron", "wie"))),
    )
    row.end()
    if not regel.vanaf:
        raise row.wrong("'vanaf' noemt geen gebeurtenis. Zo eindigt het bewaren nooit.")
    return regel


def _lengte(row: Rij) -> Lengte | None:
    if not row.has("lengte"):
        return None
    eenheid = row.choice("eenheid", Eenheid)
    if eenheid not in (Eenheid.WEKEN, Eenheid.MAANDEN, Eenheid.JAREN):
        raise row.wrong("bewaren telt in weken, maanden of jaren.")
    return Lengte(row.number("lengte", least=1, most=_LANGST), eenheid)


def _basis(row: Rij, name: str) -> tuple[Basis, ...]:
    words = row.texts(name)
    unknown = [word for word in words if word not in set(Basis)]
    if unknown:
        raise row.wrong(f"'{name}' is '{unknown[0]}'. Kies uit: {', '.join(Basis)}.")
    return tuple(map(Basis, words))


def _bron(row: Rij) -> Bron:
    bron = Bron(row.text("wie"), row.text("zegt"), row.choice("zekerheid", Zekerheid))
    row.end()
    return bron


def _tabel(inhoud: Rij, name: str) -> tuple[Leeftijdsregel, ...]:
    """Read a table of ages; every age must find one line and no more."""
    tabel = tuple(map(_leeftijdsregel, inhoud.rows(name, name)))
    for jaar in range(_OUDSTE if tabel else 0):
        for bekwaam in (True, False):
            count = sum(one.past(jaar, bekwaam=bekwaam) for one in tabel)
            if count != 1:
                raise inhoud.wrong(f"[[{name}]] heeft {count} regels voor {jaar} jaar, niet 1.")
    return tabel


def _leeftijdsregel(row: Rij) -> Leeftijdsregel:
    regel = Leeftijdsregel(
        van=row.number("van", least=0, most=_OUDSTE),
        tot=row.number("tot", least=1, most=_OUDSTE),
        bekwaam=row.choice("bekwaam", Bekwaam),
        zelf=row.choice("zelf", Antwoord),
        vertegenwoordiger=row.choice("vertegenwoordiger", Antwoord),
        artikel=row.text("artikel"),
        bron=row.text("bron"),
        zekerheid=row.choice("zekerheid", Zekerheid),
    )
    row.end()
    return regel


def _recht(row: Rij) -> Recht:
    recht = Recht(
        id=row.text("id"),
        naam=row.text("naam"),
        termijn=row.text("termijn", ""),
        artikel=row.text("artikel"),
        bron=row.text("bron"),
        zekerheid=row.choice("zekerheid", Zekerheid),
        schriftelijk=row.flag("schriftelijk", default=False),
        punten=row.texts("punten"),
        gronden=tuple(map(_grond, row.rows("gronden", "grond"))),
    )
    row.end()
    return recht


def _grond(row: Rij) -> Grond:
    grond = Grond(
        row.text("id"), row.text("zin"), row.text("artikel"), row.choice("zekerheid", Zekerheid)
    )
    row.end()
    return grond
