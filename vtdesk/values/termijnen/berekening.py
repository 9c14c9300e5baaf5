"""From a rule and a start to a date: the engine of terms."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from vtdesk.values.termijnen import termijnenwet
from vtdesk.values.termijnen.kalender import (
    ONE_DAY,
    Feestdag,
    Kalender,
    VrijeDag,
    days_between,
)
from vtdesk.values.termijnen.regel import Eenheid, Spoor, Termijnregel
from vtdesk.values.termijnen.regelboek import Regelboek
from vtdesk.values.termijnen.tellen import tel
from vtdesk.values.termijnen.verloop import (
    NIETS_GEBEURD,
    Opschorting,
    Stil,
    Verlenging,
    Verloop,
)
from vtdesk.values.tijd import AMSTERDAM, calendar_day, end_of, local, start_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """A date, and everything that led to it."""

    regel: Termijnregel
    begin: date
    begin_om: datetime | None  # None: only the day is known
    eerste_einde: date  # by the length alone
    ruw: date  # with suspensions and extensions, before the Algemene termijnenwet
    einde: date
    einde_om: datetime | None  # only where the hour counts
    niet_geteld: tuple[VrijeDag, ...]  # free days that a count of working days passed over
    doorgeschoven: tuple[VrijeDag, ...]  # free days by which the end moved on
    schoof_door: str  # the article that moved the end; empty when none did
    schoof_niet_want: str  # why the Algemene termijnenwet leaves this term alone
    vrij_want: str  # the end lies on a free day, and this is it
    twijfel: Feestdag | None  # the end lies on a day that others may keep as a feestdag
    uiterste: date | None  # no extension goes beyond
    opschortingen: tuple[Opschorting, ...]
    verlengingen: tuple[tuple[Verlenging, date], ...]  # each with the end that it gave
    dagen_stil: int
    staat_stil: bool

    @property
    def overgeslagen(self) -> tuple[VrijeDag, ...]:
        """Give all days that were skipped."""
        return (*self.niet_geteld, *self.doorgeschoven)

    @property
    def tot(self) -> datetime:
        """Give the moment from which it is over."""
        return self.einde_om or end_of(self.einde)


@dataclass(frozen=True, slots=True)
class Sporen:
    """The same start by statute and by protocol; where there is no rule there is no date."""

    gevraagd: Uitkomst
    ander: Uitkomst | None = None

    @property
    def wet(self) -> Uitkomst | None:
        """Give the date that the law sets."""
        return self._on(Spoor.WET)

    @property
    def protocol(self) -> Uitkomst | None:
        """Give the date that protocol or agreement sets."""
        return self._on(Spoor.PROTOCOL)

    def _on(self, spoor: Spoor) -> Uitkomst | None:
        both = (self.gevraagd, self.ander)
        return next((one for one in both if one and one.regel.spoor is spoor), None)


def compute(
    regel: Termijnregel,
    begin: date,
    *,
    kalender: Kalender,
    verloop: Verloop = NIETS_GEBEURD,
) -> Uitkomst:
    """Give the date of a term; a moment as start counts as its day in Amsterdam."""
    day = calendar_day(begin)
    begin_om = local(begin) if isinstance(begin, datetime) else None
    telt_vanaf = _dag_nul(regel, day)
    stil = verloop.stil
    einde_om = _na_uren(regel, begin_om or start_of(day))
    eerste = einde_om.date() if einde_om else tel(telt_vanaf, regel.lengte, kalender, stil)
    verlengd = _verlengd(eerste, verloop.verlengingen, kalender, stil)
    ruw = verlengd[-1][1] if verlengd else eerste
    schuif = termijnenwet.verschuif(regel, telt_vanaf, ruw, kalender, stil)
    if regel.op_het_uur and begin_om and einde_om is None:
        einde_om = datetime.combine(schuif.einde, begin_om.time(), AMSTERDAM)
    return Uitkomst(
        regel=regel,
        begin=day,
        begin_om=begin_om,
        eerste_einde=eerste,
        ruw=ruw,
        einde=schuif.einde,
        einde_om=einde_om,
        niet_geteld=_geen_werkdagen(regel, telt_vanaf, eerste, kalender),
        doorgeschoven=schuif.overgeslagen,
        schoof_door=schuif.artikel,
        schoof_niet_want=termijnenwet.geldt_niet_want(regel),
        vrij_want=kalender.vrij(schuif.einde),
        twijfel=_twijfel(regel, schuif.einde, kalender),
        uiterste=uiterste(regel, telt_vanaf, kalender),
        opschortingen=verloop.opschortingen,
        verlengingen=verlengd,
        dagen_stil=_dagen_stil(stil, telt_vanaf, ruw),
        staat_stil=verloop.staat_stil,
    )


def beide_sporen(
    regelboek: Regelboek,
    regel_id: str,
    begin: date,
    *,
    kalender: Kalender,
    verloop: Verloop = NIETS_GEBEURD,
) -> Sporen:
    """Compute a rule and its neighbour on the other track, in the versions of the first day."""
    day = calendar_day(begin)
    regel = regelboek.regel(regel_id, day)
    gevraagd = compute(regel, begin, kalender=kalender, verloop=verloop)
    naast = _naast(regelboek, regel, day)
    if naast is None:
        return Sporen(gevraagd)
    # What one track allows, the other need not: a law does not wait because a protocol does.
    mee = replace(verloop, verlengingen=()) if naast.opschorten else NIETS_GEBEURD
    return Sporen(gevraagd, compute(naast, begin, kalender=kalender, verloop=mee))


def uiterste(regel: Termijnregel, begin: date, kalender: Kalender) -> date | None:
    """Give the day beyond which no extension goes, when the law names one."""
    ruimte = regel.verlenging
    if ruimte is None or not ruimte.vanaf_begin:
        return None
    return tel(begin, ruimte.lengte, kalender)


def _dag_nul(regel: Termijnregel, begin: date) -> date:
    """Give the day after which counting starts."""
    whole_days = not (regel.zo_snel_mogelijk or regel.op_het_uur)
    return begin - ONE_DAY if regel.startdag_telt and whole_days else begin


def _naast(regelboek: Regelboek, regel: Termijnregel, day: date) -> Termijnregel | None:
    if not regel.naast or regelboek.versies(regel.naast)[0].geldig_vanaf > day:
        return None
    return regelboek.regel(regel.naast, day)


def _na_uren(regel: Termijnregel, begin_om: datetime) -> datetime | None:
    if regel.lengte.eenheid is not Eenheid.UREN:
        return None
    return local(begin_om.astimezone(UTC) + timedelta(hours=regel.lengte.aantal))


def _verlengd(
    einde: date, verlengingen: tuple[Verlenging, ...], kalender: Kalender, stil: tuple[Stil, ...]
) -> tuple[tuple[Verlenging, date], ...]:
    """Lengthen from the end that the length gave, not from where a free day pushed it."""
    found: list[tuple[Verlenging, date]] = []
    for one in verlengingen:
        einde = tel(einde, one.lengte, kalender, stil)
        found.append((one, einde))
    return tuple(found)


def _twijfel(regel: Termijnregel, einde: date, kalender: Kalender) -> Feestdag | None:
    """Look for doubt only where a feestdag would have moved the end."""
    werkdagen = regel.lengte.eenheid is Eenheid.WERKDAGEN
    matters = werkdagen or not termijnenwet.geldt_niet_want(regel)
    return kalender.twijfel(einde) if matters else None


def _geen_werkdagen(
    regel: Termijnregel, begin: date, einde: date, kalender: Kalender
) -> tuple[VrijeDag, ...]:
    if regel.lengte.eenheid is not Eenheid.WERKDAGEN:
        return ()
    days = ((day, kalender.geen_werkdag(day)) for day in days_between(begin, einde))
    return tuple(VrijeDag(day, reden) for day, reden in days if reden)


def _dagen_stil(stil: tuple[Stil, ...], begin: date, einde: date) -> int:
    """Count the days that stood still while the term ran."""
    within = (days_between(max(begin, one.vanaf - ONE_DAY), one.tot - ONE_DAY) for one in stil)
    return sum(len(days) for days in within if days and days[0] <= einde)
