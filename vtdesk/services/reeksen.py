"""Series: what comes back by a rule, and how far a change or a cancelling reaches."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vtdesk.adapters.herhalen import keren
from vtdesk.errors import OutdatedError, UserError
from vtdesk.models import Afspraak, Reeks
from vtdesk.services.agenda_nieuw import gegevens_of, on_another_day, take_away, used
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.reeks_daad import Bereik, Daad, Wijziging
from vtdesk.services.reeks_herstel import Herstel, restore
from vtdesk.services.reeks_vullen import (
    VERST,
    VOORUIT,
    Vorm,
    check_begin,
    figures,
    fill,
    horizon,
    new_reeks,
)
from vtdesk.store.store import Store, go_along
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.tijd import Clock, clock_change, local, wall

__all__ = ["Bereik", "Herstel", "ReeksRow", "Reeksen", "Vooruitblik", "Wijziging"]

_MEER = timedelta(days=100)  # is filled at once when a day further on is looked at


@dataclass(frozen=True, slots=True)
class Vooruitblik:
    """What a rule would plan first, and what a change of the clock does to one of these."""

    dagen: tuple[date, ...]
    opmerking: str


@dataclass(frozen=True, slots=True)
class ReeksRow:
    """The series that an appointment belongs to."""

    id: UUID
    regel: Herhaling
    woorden: str


class Reeksen:
    """Use cases around series; each method is one transaction, and each deed can be undone."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def add(
        self,
        gegevens: AfspraakGegevens,
        regel: Herhaling,
        genodigden: tuple[DeelnameGegevens, ...] = (),
        vooraf: Vooraf = Vooraf.ALTIJD,
    ) -> UUID:
        """Plan a series and give its first appointment."""
        check_begin(gegevens.begin, self._clock())
        with self._store.write() as session:
            reeks = new_reeks(Vorm(gegevens, genodigden, vooraf), regel)
            fill(session, reeks, horizon(reeks, self._clock()))
            session.add(reeks)  # once it is whole: one line in the logboek
            first = session.scalar(
                select(Afspraak.id).where(Afspraak.reeks_id == reeks.id).order_by(Afspraak.begin)
            )
            if first is None:
                raise UserError("Op deze manier komt er geen enkele afspraak. Kies andere dagen.")
            return first

    def unplan(self, afspraak_id: UUID) -> None:
        """Undo that a series was planned, as long as nothing happened to any of it."""
        with self._store.write() as session:
            first = session.get_one(Afspraak, afspraak_id)
            rows = session.scalars(
                select(Afspraak).where(Afspraak.reeks_id == first.reeks_id)
            ).all()
            if used(session, rows):
                raise UserError("Met deze reeks is intussen iets gebeurd. Die blijft dus staan.")
            go_along(session, [row.id for row in rows])
            session.delete(session.get_one(Reeks, first.reeks_id))
            for row in rows:
                take_away(session, row)

    def preview(self, regel: Herhaling, begin: datetime) -> Vooruitblik:
        """Tell what a rule would plan, without planning it."""
        begint = wall(begin)
        moments = list(keren(regel, begint, begint + VOORUIT))
        odd = (clock_change(moment) for moment in moments)
        return Vooruitblik(
            tuple(moment.date() for moment in moments[:3]), next(filter(None, odd), "")
        )

    def of(self, afspraak_id: UUID) -> ReeksRow | None:
        """Give the series of an appointment; nothing when it stands alone."""
        query = select(Reeks).join(Afspraak, Afspraak.reeks_id == Reeks.id)
        with self._store.read() as session:
            reeks = session.scalar(query.where(Afspraak.id == afspraak_id))
        if reeks is None:
            return None
        regel = Herhaling.of(reeks.regel)
        return ReeksRow(reeks.id, regel, regel.in_words(figures(reeks.begint)))

    def ensure_until(self, day: date) -> None:
        """Let every series stand in the agenda until a day; costs one question when it does."""
        day = min(day, local(self._clock()).date() + VERST)
        with self._store.read() as session:
            short = session.scalars(select(Reeks.id).where(Reeks.gevuld_tot <= day)).all()
        if short:
            with self._store.write() as session:
                go_along(session, short)  # time did this, not she
                for reeks in session.scalars(select(Reeks).where(Reeks.id.in_(short))):
                    fill(session, reeks, day + _MEER)

    def ensure_ahead(self) -> None:
        """Let every series stand in the agenda for the time that one plans ahead."""
        self.ensure_until(local(self._clock()).date() + VOORUIT - _MEER)

    def change(
        self, afspraak_id: UUID, version: int, wijziging: Wijziging, bereik: Bereik
    ) -> Herstel:
        """Change one of a series, or it and others; one that stood alone may become a series."""
        with self._store.write() as session:
            chosen = session.get_one(Afspraak, afspraak_id)
            if chosen.version != version:
                raise OutdatedError(
                    "Deze afspraak is intussen gewijzigd. Open de afspraak opnieuw."
                )
            daad = Daad(session, chosen, self._clock())
            if daad.reeks is None and wijziging.regel is not None:
                return daad.begin_series(wijziging)
            if daad.reeks is None or bereik is Bereik.DEZE:
                return daad.change_one(wijziging)
            return daad.change_from(bereik, wijziging)

    def move(self, afspraak_id: UUID, begin: datetime, bereik: Bereik) -> Herstel:
        """Move one of a series, or it and others as far on the wall clock."""
        with self._store.write() as session:
            chosen = session.get_one(Afspraak, afspraak_id)
            daad = Daad(session, chosen, self._clock())
            wijziging = Wijziging(on_another_day(gegevens_of(chosen), begin))
            if bereik is Bereik.DEZE:
                return daad.change_one(wijziging)
            return daad.change_from(bereik, wijziging)

    def cancel(self, afspraak_id: UUID, bereik: Bereik, reden: str = "") -> Herstel:
        """Cancel one of a series; the others that are asked for go, unless they were used."""
        with self._store.write() as session:
            chosen = session.get_one(Afspraak, afspraak_id)
            daad = Daad(session, chosen, self._clock())
            return daad.end(bereik, lambda: chosen.cancel(reden))

    def remove(self, afspraak_id: UUID, bereik: Bereik) -> Herstel:
        """Take away one of a series without a casus, and the others that are asked for."""
        with self._store.write() as session:
            chosen = session.get_one(Afspraak, afspraak_id)
            if chosen.casus_id:
                raise UserError("Zeg een afspraak van een casus af; dan blijft zichtbaar waarom.")
            daad = Daad(session, chosen, self._clock())
            return daad.end(bereik, lambda: take_away(session, chosen))

    def restore(self, herstel: Herstel) -> None:
        """Undo a deed, unless something happened to what it touched."""
        with self._store.write() as session:
            restore(session, herstel)
