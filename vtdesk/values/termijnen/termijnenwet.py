"""The Algemene termijnenwet, articles 1 to 5: when the end of a statutory term moves on."""

from dataclasses import dataclass
from datetime import date

from vtdesk.values.termijnen.kalender import ONE_DAY, Kalender, VrijeDag, days_between
from vtdesk.values.termijnen.regel import Eenheid, Termijnregel
from vtdesk.values.termijnen.tellen import staat_stil
from vtdesk.values.termijnen.verloop import Stil

WET = "Algemene termijnenwet"
_LANGSTE = {Eenheid.DAGEN: 90, Eenheid.WERKDAGEN: 90, Eenheid.WEKEN: 12, Eenheid.MAANDEN: 3}
_NOOIT = {Eenheid.UREN: "in uren", Eenheid.JAREN: "in jaren"}
_KORTSTE = 3  # days, from which art. 2 holds
_GEWONE_DAGEN = 2  # that a term must hold by art. 2


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """Where the end came to lie, by which article, and the free days that were the reason."""

    einde: date
    artikel: str = ""
    overgeslagen: tuple[VrijeDag, ...] = ()


def geldt_niet_want(regel: Termijnregel) -> str:
    """Say why the law leaves this rule alone; empty when it holds."""
    if regel.werking:
        return regel.geen_atw_want or "in deze tijd geldt iets, en dat eindigt gewoon op die dag"
    if not regel.atw:
        return regel.geen_atw_want or "dit is een afspraak en geen termijn uit een wet"
    lengte = regel.lengte
    if lengte.eenheid in _NOOIT:
        return f"{WET} art. 4: niet voor termijnen {_NOOIT[lengte.eenheid]}"
    if lengte.aantal > (most := _LANGSTE[lengte.eenheid]):
        return f"{WET} art. 4: niet voor termijnen van meer dan {most} {lengte.eenheid.value}"
    return ""


def verschuif(
    regel: Termijnregel, begin: date, ruw: date, kalender: Kalender, stil: tuple[Stil, ...]
) -> Verschuiving:
    """Move the end of a statutory term: art. 2 first, for art. 1 may move what that gives."""
    if geldt_niet_want(regel):
        return Verschuiving(ruw)
    if regel.lengte.eenheid is not Eenheid.DAGEN or regel.lengte.aantal >= _KORTSTE:
        tweede = _tweede_gewone_dag(begin, kalender, stil)
        if tweede > ruw:
            return Verschuiving(tweede, f"{WET} art. 2", vrije_dagen(begin, tweede, kalender))
    einde = kalender.gewone_dag(ruw)
    if einde == ruw:
        return Verschuiving(ruw)
    return Verschuiving(einde, f"{WET} art. 1", vrije_dagen(ruw - ONE_DAY, einde, kalender))


def vrije_dagen(first: date, last: date, kalender: Kalender) -> tuple[VrijeDag, ...]:
    """List the free days after the first, up to and with the last."""
    days = ((day, kalender.vrij(day)) for day in days_between(first, last))
    return tuple(VrijeDag(day, reden) for day, reden in days if reden)


def _tweede_gewone_dag(begin: date, kalender: Kalender, stil: tuple[Stil, ...]) -> date:
    day, found = begin, 0
    while found < _GEWONE_DAGEN:
        day = kalender.gewone_dag(day + ONE_DAY)
        found += not staat_stil(day, stil)
    return day
