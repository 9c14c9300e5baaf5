"""From a rule to rows: which times a series plans, and making the appointments of them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from vtdesk.adapters.herhalen import keren
from vtdesk.errors import UserError
from vtdesk.models import Afspraak, Herinnering, Organisatie, Persoon, Reeks
from vtdesk.services.agenda_nieuw import has_gesprek, new_afspraak, new_gesprek
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.services.gesprekken import DeelnameGegevens, new_deelnames
from vtdesk.store.store import go_along
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.tijd import calendar_day, later, local, minutes_between, on_wall, wall

VOORUIT = timedelta(days=400)  # so far ahead a series stands in the agenda
VERST = timedelta(days=3 * 366)  # nobody plans a day that lies further
TERUG = timedelta(days=366)  # so far back a series may begin: what was long ago is not planned
KLAAR = date.max  # all its appointments were made


@dataclass(frozen=True, slots=True)
class Vorm:
    """What each appointment of a series is like, apart from its moment."""

    gegevens: AfspraakGegevens
    genodigden: tuple[DeelnameGegevens, ...] = ()
    vooraf: Vooraf = Vooraf.ALTIJD


def op(moment: datetime) -> str:
    """Name an appointment of a series by the figures on the wall clock that were planned."""
    return wall(moment).isoformat(timespec="minutes")


def figures(reeks_op: str) -> datetime:
    """Read such a name."""
    return datetime.fromisoformat(reeks_op)


def check_begin(begin: datetime, now: datetime) -> None:
    """Refuse a begin that would fill the agenda with years that are past."""
    if calendar_day(begin) < local(now).date() - TERUG:
        raise UserError(
            "Deze reeks begint meer dan een jaar geleden. Kies een begin in het laatste jaar."
        )


def new_reeks(vorm: Vorm, regel: Herhaling) -> Reeks:
    """Make a series that begins with this appointment; nothing is filled yet."""
    begint = wall(vorm.gegevens.begin)
    reeks = Reeks(
        regel=regel.rrule(),
        begint=op(vorm.gegevens.begin),
        minuten=0,
        titel="",
        soort=vorm.gegevens.soort,
        gevuld_tot=begint.date(),
    )
    give_vorm(reeks, vorm)
    return reeks


def give_vorm(reeks: Reeks, vorm: Vorm) -> None:
    """Let all appointments that are still to be made be like this one."""
    gegevens = vorm.gegevens
    reeks.titel, reeks.soort = gegevens.titel.strip(), gegevens.soort
    reeks.casus_id, reeks.hele_dag = gegevens.casus_id, gegevens.hele_dag
    reeks.plaats, reeks.doel = gegevens.plaats, gegevens.doel
    if gegevens.hele_dag:
        days = wall(gegevens.einde).date() - wall(gegevens.begin).date()
        reeks.minuten = days // timedelta(minutes=1)
    else:
        reeks.minuten = minutes_between(gegevens.begin, gegevens.einde)
    reeks.herinnering = vorm.vooraf
    reeks.genodigden = {"lijst": [_as_plain(one) for one in vorm.genodigden]}


def invited_of(reeks: Reeks) -> tuple[DeelnameGegevens, ...]:
    """Give who comes to each appointment of a series."""
    return tuple(
        DeelnameGegevens(
            naam,
            hoedanigheid,
            UUID(persoon) if persoon else None,
            UUID(organisatie) if organisatie else None,
        )
        for naam, hoedanigheid, persoon, organisatie in reeks.genodigden.get("lijst", ())
    )


def planned(reeks: Reeks, reeks_op: str) -> AfspraakGegevens:
    """Give the appointment that the series plans at these figures."""
    begint = figures(reeks_op)
    begin, span = on_wall(begint), timedelta(minutes=reeks.minuten)
    return AfspraakGegevens(
        titel=reeks.titel,
        soort=reeks.soort,
        begin=begin,
        # A day is a day, also when it has 23 hours; an hour is an hour.
        einde=on_wall(begint + span) if reeks.hele_dag else later(begin, span),
        casus_id=reeks.casus_id,
        plaats=reeks.plaats,
        doel=reeks.doel,
        hele_dag=reeks.hele_dag,
    )


def keren_van(reeks: Reeks, tot: date) -> Iterator[str]:
    """Walk through what a series plans before a day, without what was taken out."""
    last = datetime.combine(tot, time.min)
    for moment in keren(Herhaling.of(reeks.regel), figures(reeks.begint), last):
        name = moment.isoformat(timespec="minutes")
        if name not in reeks.uitgezonderd:
            yield name


def horizon(reeks: Reeks, now: datetime) -> date:
    """Tell until what day a series is made at least; also one that begins later has a begin."""
    return max(local(now).date() + VOORUIT, figures(reeks.begint).date() + timedelta(days=100))


def fill(session: Session, reeks: Reeks, tot: date, but: Collection[str] = ()) -> None:
    """Make the appointments of a series that are missing before a day; `but` are there already."""
    afspraken = [
        _new(reeks, name)
        for name in keren_van(reeks, tot)
        if figures(name).date() >= reeks.gevuld_tot and name not in but
    ]
    go_along(session, [afspraak.id for afspraak in afspraken])
    session.add_all(afspraken)
    session.flush()
    if reeks.herinnering is not Vooraf.ALTIJD:
        own = reeks.herinnering
        session.add_all(Herinnering(afspraak_id=one.id, keuze=own) for one in afspraken)
    gesprekken = [new_gesprek(afspraak) for afspraak in afspraken if has_gesprek(afspraak)]
    session.add_all(gesprekken)
    session.flush()
    known = _still_here(session, invited_of(reeks))
    for gesprek in gesprekken:
        session.add_all(new_deelnames(gesprek, known))
    reeks.gevuld_tot = KLAAR if _is_complete(reeks, tot) else tot


def _new(reeks: Reeks, name: str) -> Afspraak:
    afspraak = new_afspraak(planned(reeks, name))
    afspraak.reeks_id, afspraak.reeks_op = reeks.id, name
    return afspraak


def _is_complete(reeks: Reeks, tot: date) -> bool:
    regel = Herhaling.of(reeks.regel)
    if regel.tot:
        return regel.tot < tot
    last = datetime.combine(tot, time.min)
    return bool(regel.keer) and sum(1 for _ in keren(regel, figures(reeks.begint), last)) >= (
        regel.keer or 0
    )


def _still_here(
    session: Session, invited: tuple[DeelnameGegevens, ...]
) -> tuple[DeelnameGegevens, ...]:
    """Let who is no longer in the kluis stay as a name."""
    return tuple(
        replace(
            one,
            persoon_id=_known(session, Persoon, one.persoon_id),
            organisatie_id=_known(session, Organisatie, one.organisatie_id),
        )
        for one in invited
    )


def _known(session: Session, kind: type[Persoon | Organisatie], wanted: UUID | None) -> UUID | None:
    return wanted if wanted and session.get(kind, wanted) else None


def _as_plain(one: DeelnameGegevens) -> list[str]:
    ids = (str(found) if found else "" for found in (one.persoon_id, one.organisatie_id))
    return [one.naam, one.hoedanigheid, *ids]
