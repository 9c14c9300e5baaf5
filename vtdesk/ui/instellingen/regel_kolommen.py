"""What the tables of rules say in each column."""

from dataclasses import dataclass
from datetime import date

from vtdesk.services.regels import RegelRow
from vtdesk.ui.widgets.row_table_model import Column
from vtdesk.values.termijnen.kalender import Feestdag
from vtdesk.values.termijnen.regel import Eenheid, Spoor, Termijnregel
from vtdesk.values.tijd import dag_met_naam

_DAYS = {
    Eenheid.WERKDAGEN: "werkdagen",
    Eenheid.UREN: "uren",
}
_TRACK = {Spoor.WET: "wet", Spoor.PROTOCOL: "afspraak"}


@dataclass(frozen=True, slots=True)
class FeestdagRij:
    """One feestdag with its day of this year and of the next."""

    dag: Feestdag
    dit_jaar: date | None
    volgend_jaar: date | None

    @property
    def id(self) -> str:
        """Give what tells this feestdag from others."""
        return self.dag.naam


def soort_dagen(regel: Termijnregel) -> str:
    """Say which days count, and whether a free day moves the end."""
    days = _DAYS.get(regel.lengte.eenheid, "alle dagen")
    return f"{days}, schuift" if regel.atw else days


def termijn_in_woorden(rij: RegelRow) -> str:
    """Say all of a rule, also what a narrow column cuts off."""
    regel = rij.regel
    grond = regel.grond
    parts = (
        f"{_naam(rij)}. Begint bij: {regel.begint_bij}. Lengte: {_lengte(rij)}.",
        "Valt het einde op een vrije dag, dan schuift het op." if regel.atw else "",
        f"{_TRACK[regel.spoor].capitalize()}: {grond.artikel}. Bron: {grond.bron}.",
        f"Zekerheid {grond.zekerheid.value}: {grond.zekerheid.zin}.",
        regel.toelichting,
    )
    return " ".join(filter(None, parts))


def feestdag_in_woorden(rij: FeestdagRij) -> str:
    """Say all of a feestdag."""
    dag = rij.dag
    return (
        f"{dag.naam}: {_telt(rij)}. {dag.artikel}. Bron: {dag.bron}. "
        f"Zekerheid {dag.zekerheid.value}: {dag.zekerheid.zin}."
    )


def _naam(rij: RegelRow) -> str:
    own = " (eigen)" if rij.eigen else ""
    return f"{rij.regel.id} {rij.regel.naam}{own}"


def _lengte(rij: RegelRow) -> str:
    regel = rij.regel
    return regel.hoe if regel.zo_snel_mogelijk else str(regel.lengte)


def _grond(rij: RegelRow) -> str:
    return f"{_TRACK[rij.regel.spoor]}: {rij.regel.grond.artikel}"


def _dag(day: date | None) -> str:
    return f"{dag_met_naam(day)} {day.year}" if day else "niet in dit jaar"


def _telt(rij: FeestdagRij) -> str:
    if not rij.dag.telt:
        return "telt niet"
    return "wel werkdag" if rij.dag.werkdag else "vrij"


TERMIJNREGELS = (
    Column[RegelRow]("Naam", _naam),
    Column[RegelRow]("Start", lambda rij: rij.regel.begint_bij),
    Column[RegelRow]("Lengte", _lengte),
    Column[RegelRow]("Soort dagen", lambda rij: soort_dagen(rij.regel)),
    Column[RegelRow]("Wet of afspraak", _grond),
    Column[RegelRow]("Geldig vanaf", lambda rij: f"{rij.regel.geldig_vanaf:%d-%m-%Y}"),
    Column[RegelRow](
        "Bron", lambda rij: f"{rij.regel.grond.bron} ({rij.regel.grond.zekerheid.value})"
    ),
)
FEESTDAGEN = (
    Column[FeestdagRij]("Naam", lambda rij: rij.dag.naam),
    Column[FeestdagRij]("Dit jaar", lambda rij: _dag(rij.dit_jaar)),
    Column[FeestdagRij]("Volgend jaar", lambda rij: _dag(rij.volgend_jaar)),
    Column[FeestdagRij]("Telt", _telt),
    Column[FeestdagRij]("Wet of afspraak", lambda rij: rij.dag.artikel),
    Column[FeestdagRij]("Bron", lambda rij: f"{rij.dag.bron} ({rij.dag.zekerheid.value})"),
)
