"""All rules of terms in all their versions: read, checked, and found by id and day."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vtdesk.errors import UserError
from vtdesk.values.regelrij import Rij, Zekerheid, read_toml
from vtdesk.values.termijnen.regel import (
    Eenheid,
    Grond,
    Lengte,
    Spoor,
    Termijnregel,
    Verlengruimte,
)
from vtdesk.values.tijd import calendar_day, volle_dag

BESTAND = "termijnen.toml"
_ID = re.compile(r"[A-Za-z0-9_-]{1,20}")
# A rule with a longer length never ends for whoever works with it; a hundred years is the most.
_MEESTE = {
    Eenheid.UREN: 8784,
    Eenheid.DAGEN: 36525,
    Eenheid.WERKDAGEN: 2600,
    Eenheid.WEKEN: 5218,
    Eenheid.MAANDEN: 1200,
    Eenheid.JAREN: 100,
}


class Regelboek:
    """The rules; each id has one version or more, oldest first."""

    def __init__(self, regels: Iterable[Termijnregel]) -> None:
        self._versies: dict[str, list[Termijnregel]] = {}
        for regel in sorted(regels, key=lambda regel: regel.geldig_vanaf):
            self._versies.setdefault(regel.id, []).append(regel)

    @property
    def ids(self) -> tuple[str, ...]:
        """Give all ids in the order of their numbers."""
        return tuple(sorted(self._versies, key=_leesvolgorde))

    def versies(self, regel_id: str) -> tuple[Termijnregel, ...]:
        """Give all versions of a rule; capitals make no difference."""
        for known, versies in self._versies.items():
            if known.casefold() == regel_id.casefold():
                return tuple(versies)
        raise UserError(f"Er is geen termijnregel '{regel_id}'. Kies uit: {', '.join(self.ids)}.")

    def op(self, day: date) -> tuple[Termijnregel, ...]:
        """List all rules as they hold on a day."""
        return tuple(
            self.regel(regel_id, day)
            for regel_id in self.ids
            if self._versies[regel_id][0].geldig_vanaf <= day
        )

    def regel(self, regel_id: str, op: date) -> Termijnregel:
        """Give the version that held on a day; a term keeps the version of its first day."""
        day, versies = calendar_day(op), self.versies(regel_id)
        valid = [regel for regel in versies if regel.geldig_vanaf <= day]
        if not valid:
            eerste = versies[0]
            raise UserError(
                f"{eerste.id} gold nog niet op {volle_dag(day)}. "
                f"De eerste versie geldt vanaf {volle_dag(eerste.geldig_vanaf)}."
            )
        return valid[-1]


def read_regels(text: str, eigen: str = "") -> Regelboek:
    """Read the rules; a version in the office's own file takes the place of the same version."""
    ons, bureau = read_toml(text, BESTAND), read_toml(eigen, f"eigen {BESTAND}")
    telling = _telling(ons)
    if bureau.has("telling"):
        telling = _telling(bureau)
    rows = [*_read(ons, telling), *_read(bureau, telling)]
    _check_spelling(rows)
    found = {(one.regel.id, one.regel.geldig_vanaf): one for one in rows}
    return Regelboek(_linked(one, found.values()) for one in found.values())


@dataclass(frozen=True, slots=True)
class _Telling:
    """How days are counted where a rule says nothing about it."""

    startdag_telt: bool
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """A rule before it knows the rules that it names."""

    regel: Termijnregel
    rij: Rij
    verlengd_door: str
    vanaf_begin: bool
    keer: int
    mits: str


def _telling(inhoud: Rij) -> _Telling:
    row = inhoud.table("telling")
    telling = _Telling(
        row.flag("startdag_telt_mee", default=False),
        row.choice("zekerheid", Zekerheid, Zekerheid.EIGEN_KENNIS),
    )
    row.end()
    return telling


def _read(inhoud: Rij, telling: _Telling) -> list[_Gelezen]:
    rows = inhoud.rows("regel", "regel")
    inhoud.end()
    found = [_regel(row, telling) for row in rows]
    seen: set[tuple[str, date]] = set()
    for one in found:
        key = (one.regel.id, one.regel.geldig_vanaf)
        if key in seen:
            raise one.rij.wrong("deze regel staat er twee keer met dezelfde 'geldig_vanaf'.")
        seen.add(key)
    return found


def _regel(row: Rij, telling: _Telling) -> _Gelezen:
    regel = Termijnregel(
        id=row.text("id"),
        naam=row.text("naam"),
        begint_bij=row.text("begint_bij"),
        lengte=_lengte(row),
        hoe=row.text("hoe", ""),
        spoor=row.choice("spoor", Spoor),
        grond=_grond(row),
        geldig_vanaf=row.day("geldig_vanaf"),
        atw=row.flag("atw", default=False),
        geen_atw_want=row.text("geen_atw_want", ""),
        werking=row.flag("werking", default=False),
        op_het_uur=row.flag("op_het_uur", default=False),
        per_persoon=row.flag("per_persoon", default=False),
        naast=row.text("naast", ""),
        opschorten=row.flag("opschorten", default=False),
        startdag_telt=row.flag("startdag_telt_mee", default=telling.startdag_telt),
        zekerheid_startdag=telling.zekerheid,
        toelichting=row.text("toelichting", ""),
    )
    gelezen = _Gelezen(
        regel,
        row,
        verlengd_door=row.text("verlengd_door", ""),
        vanaf_begin=row.flag("telt_vanaf_begin", default=False),
        keer=row.number("keer", least=0, most=100, default=0),
        mits=row.text("mits", ""),
    )
    row.end()
    _check(regel, row)
    return gelezen


def _lengte(row: Rij) -> Lengte:
    eenheid = row.choice("eenheid", Eenheid)
    return Lengte(row.number("lengte", least=0, most=_MEESTE[eenheid]), eenheid)


def _grond(row: Rij) -> Grond:
    zekerheid = row.choice("zekerheid", Zekerheid)
    return Grond(
        artikel=row.text("artikel"),
        bron=row.text("bron"),
        zekerheid=zekerheid,
        zekerheid_lengte=row.choice("zekerheid_lengte", Zekerheid, zekerheid),
    )


def _check_spelling(rows: Iterable[_Gelezen]) -> None:
    """Refuse an id that differs from another in its capitals alone."""
    known: dict[str, str] = {}
    for one in rows:
        first = known.setdefault(one.regel.id.casefold(), one.regel.id)
        if first != one.regel.id:
            raise one.rij.wrong(f"deze regel heet al '{first}'. Schrijf de id ook zo.")


def _check(regel: Termijnregel, row: Rij) -> None:
    """Refuse what contradicts itself."""
    if not _ID.fullmatch(regel.id):
        raise row.wrong("'id' bestaat uit ten hoogste 20 letters, cijfers en streepjes.")
    if regel.zo_snel_mogelijk and not regel.hoe:
        raise row.wrong("een lengte van 0 vraagt om 'hoe', zoals \"onverwijld\".")
    if regel.atw and regel.werking:
        raise row.wrong("'atw' en 'werking' gaan niet samen: een verbod schuift nooit op.")
    if regel.opschorten and regel.lengte.eenheid is Eenheid.UREN:
        raise row.wrong("een termijn in uren kan niet worden opgeschort.")


def _linked(gelezen: _Gelezen, found: Iterable[_Gelezen]) -> Termijnregel:
    """Join a rule to the rule that makes it longer, in the version of its time."""
    regel = gelezen.regel
    others: Mapping[str, list[_Gelezen]] = {
        regel_id: [one for one in found if one.regel.id == regel_id]
        for regel_id in (regel.naast, gelezen.verlengd_door)
        if regel_id
    }
    for regel_id, versies in others.items():
        if not versies:
            raise gelezen.rij.wrong(f"verwijst naar '{regel_id}', en die regel is er niet.")
    if regel.naast and others[regel.naast][0].regel.spoor is regel.spoor:
        raise gelezen.rij.wrong(f"'{regel.naast}' loopt op hetzelfde spoor.")
    if not gelezen.verlengd_door:
        return regel
    versies = sorted(others[gelezen.verlengd_door], key=lambda one: one.regel.geldig_vanaf)
    valid = [one for one in versies if one.regel.geldig_vanaf <= regel.geldig_vanaf]
    return replace(regel, verlenging=_verlengruimte(gelezen, (valid or versies)[-1]))


def _verlengruimte(van: _Gelezen, door: _Gelezen) -> Verlengruimte:
    if door.verlengd_door:
        # A rule that lengthens a lengthening would go round, and the term would never end.
        raise van.rij.wrong(f"'{door.regel.id}' wordt zelf verlengd. Zo eindigt de termijn nooit.")
    regel = door.regel
    if Eenheid.UREN in (regel.lengte.eenheid, van.regel.lengte.eenheid):
        raise van.rij.wrong("verlengen gaat in dagen of langer, niet in uren.")
    return Verlengruimte(
        regel.id, regel.lengte, door.vanaf_begin, door.keer, regel.grond.artikel, door.mits
    )


def _leesvolgorde(regel_id: str) -> tuple[int, str]:
    digits = "".join(sign for sign in regel_id if sign.isdigit())
    return int(digits or 0), regel_id
