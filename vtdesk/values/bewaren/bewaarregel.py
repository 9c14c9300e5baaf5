"""How long something is kept, from which day, and on whose word."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vtdesk.values.regelrij import Zekerheid
from vtdesk.values.termijnen.kalender import ONE_DAY, Kalender
from vtdesk.values.termijnen.regel import Lengte
from vtdesk.values.termijnen.tellen import plus_maanden, tel
from vtdesk.values.tijd import volle_dag

MEERDERJARIG = 18
_GEEN_FEESTDAGEN = Kalender(())  # keeping counts in days, weeks and years, never in working days


class Basis(StrEnum):
    """The event from which keeping is counted."""

    ONTVANGST = "ontvangst"
    AFSLUITING = "afsluiting"
    JONGSTE_KIND_18 = "jongste_kind_18"
    GEPLAATST = "geplaatst"
    LAATSTE_MONITORING = "laatste_monitoring"

    @property
    def woord(self) -> str:
        """Name the event in a sentence."""
        return {
            "ontvangst": "de ontvangst",
            "afsluiting": "de afsluiting",
            "jongste_kind_18": "de 18e verjaardag van het jongste kind",
            "geplaatst": "de plaatsing in het systeem van Veilig Thuis",
            "laatste_monitoring": "de laatste monitoring",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Bron:
    """What one source says."""

    wie: str
    zegt: str
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaarregel:
    """One rule of keeping; without a length nobody knows yet when it may go."""

    id: str
    naam: str
    lengte: Lengte | None
    vanaf: tuple[Basis, ...]
    zonder_kind: tuple[Basis, ...]
    minstens_tot: Basis | None
    artikel: str
    bron: str
    zekerheid: Zekerheid
    geldig_vanaf: date
    toelichting: str = ""
    bronnen: tuple[Bron, ...] = ()


@dataclass(frozen=True, slots=True)
class Bewaardatum:
    """The last day on which something stays, or what is missing to say so."""

    regel: Bewaarregel
    tot: date | None
    basis: Basis | None
    waarom: tuple[str, ...]

    @property
    def vernietigen_vanaf(self) -> date | None:
        """Give the first day on which it may go."""
        return self.tot + ONE_DAY if self.tot else None

    def mag_weg(self, vandaag: date) -> bool:
        """Tell whether it may be destroyed; an unknown date never allows it."""
        return self.tot is not None and vandaag > self.tot


def bewaar_tot(
    regel: Bewaarregel, dagen: Mapping[Basis, date], *, jongste_kind: date | None = None
) -> Bewaardatum:
    """Count from the latest of the rule's events; `jongste_kind` is the birth date."""
    bekend = dict(dagen)
    if jongste_kind:
        bekend[Basis.JONGSTE_KIND_18] = verjaardag(jongste_kind, MEERDERJARIG)
    vanaf = regel.vanaf
    if regel.zonder_kind and jongste_kind is None and Basis.JONGSTE_KIND_18 not in bekend:
        vanaf = regel.zonder_kind
    missing = [basis for basis in vanaf if basis not in bekend]
    if missing or regel.lengte is None:
        return Bewaardatum(regel, None, None, _niet_te_zeggen(regel, missing))
    basis = max(vanaf, key=lambda basis: bekend[basis])
    tot = tel(bekend[basis], regel.lengte, _GEEN_FEESTDAGEN)
    waarom = [
        f"{regel.naam}: {regel.lengte} vanaf {basis.woord} op {volle_dag(bekend[basis])}.",
        f"Dat is tot en met {volle_dag(tot)}.",
    ]
    minstens = bekend.get(regel.minstens_tot) if regel.minstens_tot else None
    if minstens and minstens > tot and regel.minstens_tot:
        tot = minstens
        waarom.append(f"Het blijft in elk geval tot {regel.minstens_tot.woord}, {volle_dag(tot)}.")
    return Bewaardatum(regel, tot, basis, (*waarom, *_bron(regel)))


def verjaardag(geboren: date, jaren: int) -> date:
    """Give a birthday; who is born on 29 February turns a year older on 1 March."""
    day = plus_maanden(geboren, jaren * 12)
    return day if day.day == geboren.day else date(day.year, 3, 1)


def _niet_te_zeggen(regel: Bewaarregel, missing: list[Basis]) -> tuple[str, ...]:
    if regel.lengte is None:
        why = f"{regel.naam}: hoe lang dit blijft, is niet bekend. Vul de lengte in."
    else:
        names = " en ".join(basis.woord for basis in missing)
        why = f"{regel.naam}: nog niet te zeggen. Hiervan is de dag niet bekend: {names}."
    return (why, *_bron(regel))


def _bron(regel: Bewaarregel) -> tuple[str, ...]:
    found = [
        f"Regel: {regel.artikel}. Bron: {regel.bron}.",
        regel.zekerheid.volzin,
    ]
    return (*found, *([regel.toelichting] if regel.toelichting else []))
