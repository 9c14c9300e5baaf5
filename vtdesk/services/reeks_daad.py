"""One deed done to a series: how far it reaches, and what stays as it is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vtdesk.adapters.herhalen import keren
from vtdesk.errors import UserError
from vtdesk.models import MET_VERSLAG, Afspraak, Deelname, Reeks
from vtdesk.services.agenda_nieuw import gegevens_of, give_form, take_away, used
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.services.gesprekken import DeelnameGegevens, taking_part
from vtdesk.services.herinneringen import set_vooraf
from vtdesk.services.reeks_herstel import Foto, Herstel
from vtdesk.services.reeks_vullen import (
    KLAAR,
    Vorm,
    check_begin,
    figures,
    fill,
    give_vorm,
    horizon,
    invited_of,
    keren_van,
    new_reeks,
    op,
    planned,
)
from vtdesk.store.store import go_along
from vtdesk.values.herhaling import Herhaling, Ritme
from vtdesk.values.herinneren import Vooraf
from vtdesk.values.kinds import AfspraakStaat
from vtdesk.values.tijd import wall

_DAY = timedelta(days=1)


class Bereik(StrEnum):
    """How far a deed on one of a series reaches; what was held or changed by hand stays."""

    DEZE = "deze"
    VOLGENDE = "volgende"
    ALLE = "alle"


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What a form makes of one of a series; what it leaves out stays as it is."""

    gegevens: AfspraakGegevens
    genodigden: tuple[DeelnameGegevens, ...] | None = None
    regel: Herhaling | None = None
    vooraf: Vooraf | None = None


@dataclass(frozen=True, slots=True)
class _Shift:
    """From the figures of the old plan to those of the new one."""

    old: datetime
    new: datetime
    one_day_only: bool  # of a week with several, only the day that moved moves

    def of(self, name: str) -> str:
        """Give the new name of one appointment of the series."""
        was = figures(name)
        moves = not self.one_day_only or was.weekday() == self.old.weekday()
        days = self.new.date() - self.old.date() if moves else timedelta(0)
        moved = datetime.combine(was.date() + days, self.new.time())
        return moved.isoformat(timespec="minutes")


class Daad:
    """Done within one transaction; gives what is needed to undo it."""

    def __init__(self, session: Session, chosen: Afspraak, now: datetime) -> None:
        self._session, self._chosen, self._now = session, chosen, now
        self.reeks = session.get(Reeks, chosen.reeks_id) if chosen.reeks_id else None
        self._foto = Foto(session, chosen.id)

    def change_one(self, wijziging: Wijziging) -> Herstel:
        """Change this one only; from then on it no longer follows its series."""
        self._foto.take(None, [self._chosen])
        give_form(self._session, self._chosen, wijziging.gegevens, wijziging.genodigden)
        self._remind([self._chosen], wijziging.vooraf)
        return self._foto.after()

    def begin_series(self, wijziging: Wijziging) -> Herstel:
        """Let one that stood alone be the first of a series."""
        if wijziging.regel is None:
            return self.change_one(wijziging)
        check_begin(wijziging.gegevens.begin, self._now)
        session, chosen = self._session, self._chosen
        self._foto.take(None, [chosen])
        invited = wijziging.genodigden
        if invited is None:
            invited = taking_part(session, chosen.id)
        give_form(session, chosen, wijziging.gegevens, wijziging.genodigden)
        self._remind([chosen], wijziging.vooraf)
        vorm = Vorm(gegevens_of(chosen), invited, wijziging.vooraf or Vooraf.ALTIJD)
        reeks = new_reeks(vorm, wijziging.regel)
        chosen.reeks_id, chosen.reeks_op = reeks.id, op(chosen.begin)
        fill(session, reeks, horizon(reeks, self._now), but=[chosen.reeks_op])
        session.add(reeks)
        return self._foto.after(reeks)

    def change_from(self, bereik: Bereik, wijziging: Wijziging) -> Herstel:
        """Change this one and the others that the deed reaches, as far as they follow the plan."""
        reeks, session, chosen = self._series(), self._session, self._chosen
        first = self._first(bereik)
        rows = self._rows(first)
        free = self._free(rows)
        self._foto.take(reeks, free)
        go_along(session, {row.id for row in free} - {chosen.id})
        rule = Herhaling.of(reeks.regel)
        shift = _Shift(
            figures(chosen.reeks_op),
            wall(wijziging.gegevens.begin),
            one_day_only=rule.ritme is Ritme.WEEK and len(rule.dagen) > 1,
        )
        until = horizon(reeks, self._now)
        if reeks.gevuld_tot != KLAAR:
            until = max(until, reeks.gevuld_tot)
        target = self._target(first, shift, wijziging)
        fixed = [row.reeks_op for row in rows if row not in free]
        out = [name for name in (*reeks.uitgezonderd, *fixed) if name >= first]
        target.uitgezonderd = sorted({shift.of(name) for name in out} - {shift.of(chosen.reeks_op)})
        placed = self._place(free, target, shift, set(keren_van(target, until)))
        self._remind(placed.values(), wijziging.vooraf)
        fill(session, target, until, but=placed)
        session.add(target)
        return self._foto.after(*{reeks.id: reeks, target.id: target}.values())

    def end(self, bereik: Bereik, act: Callable[[], None]) -> Herstel:
        """Do something to this one that ends it, and let the others that it reaches go."""
        reeks, chosen = self.reeks, self._chosen
        if reeks is None or bereik is Bereik.DEZE:
            self._foto.take(reeks, [chosen])
            if reeks is not None:
                reeks.uitgezonderd = [*reeks.uitgezonderd, chosen.reeks_op]
            act()
            return self._foto.after(*filter(None, [reeks]))
        first = self._first(bereik)
        free = self._free(self._rows(first))
        self._foto.take(reeks, free)
        go_along(self._session, {row.id for row in free} - {chosen.id})
        for row in free:
            if row is not chosen:
                take_away(self._session, row)
        act()
        self._stop_before(reeks, first)
        return self._foto.after(reeks)

    def _remind(self, rows: Iterable[Afspraak], vooraf: Vooraf | None) -> None:
        if vooraf is not None:
            for row in rows:
                set_vooraf(self._session, row.id, vooraf)

    def _series(self) -> Reeks:
        if self.reeks is None:
            raise UserError("Deze afspraak hoort niet bij een reeks.")
        if self._chosen.staat is not AfspraakStaat.GEPLAND:
            raise UserError("Kies een afspraak die nog gepland is. Die verandert de andere mee.")
        return self.reeks

    def _first(self, bereik: Bereik) -> str:
        """Name the first one that the deed reaches; what has been stays as it was."""
        if bereik is Bereik.VOLGENDE:
            return self._chosen.reeks_op
        coming = select(func.min(Afspraak.reeks_op)).where(
            Afspraak.reeks_id == self._chosen.reeks_id,
            Afspraak.staat == AfspraakStaat.GEPLAND,
            Afspraak.begin >= self._now,
        )
        found = self._session.scalar(coming)
        return min(found, self._chosen.reeks_op) if found else self._chosen.reeks_op

    def _rows(self, first: str) -> Sequence[Afspraak]:
        query = select(Afspraak).where(
            Afspraak.reeks_id == self._chosen.reeks_id, Afspraak.reeks_op >= first
        )
        return self._session.scalars(query.order_by(Afspraak.reeks_op)).all()

    def _free(self, rows: Sequence[Afspraak]) -> list[Afspraak]:
        """Give this one, and those that stand as planned and about which nothing was noted."""
        reeks = self._series()
        invited = [one.naam for one in invited_of(reeks)]
        fixed = used(self._session, rows)
        names: dict[UUID, list[str]] = {row.id: [] for row in rows}
        query = select(Deelname).where(Deelname.afspraak_id.in_(names))
        for deelname in self._session.scalars(query.order_by(Deelname.volgorde)):
            names[deelname.afspraak_id].append(deelname.naam)
        as_planned = (
            row
            for row in rows
            if row.id not in fixed
            and row is not self._chosen
            and names[row.id] == invited
            and _in_utc(gegevens_of(row)) == _in_utc(planned(reeks, row.reeks_op))
        )
        return [self._chosen, *as_planned]

    def _target(self, first: str, shift: _Shift, wijziging: Wijziging) -> Reeks:
        """Give the series as it goes on: a new one when part of the old one stays behind."""
        reeks = self._series()
        rule, begins = Herhaling.of(reeks.regel), figures(first)
        before = sum(1 for _ in keren(rule, figures(reeks.begint), begins))
        new = wijziging.regel or rule.moved(shift.old.date(), shift.new.date())
        if new.keer and new.keer == rule.keer:
            new = replace(new, keer=max(1, new.keer - before))
        invited = wijziging.genodigden
        vooraf = reeks.herinnering if wijziging.vooraf is None else wijziging.vooraf
        vorm = Vorm(wijziging.gegevens, invited_of(reeks) if invited is None else invited, vooraf)
        if before:
            self._stop_before(reeks, first)
            reeks = new_reeks(vorm, new)
        give_vorm(reeks, vorm)
        reeks.regel, reeks.begint = new.rrule(), shift.of(first)
        reeks.gevuld_tot = figures(reeks.begint).date()
        return reeks

    def _place(
        self, free: Sequence[Afspraak], target: Reeks, shift: _Shift, wanted: set[str]
    ) -> dict[str, Afspraak]:
        """Move each to its place in the new plan; what has none there goes."""
        placed: dict[str, Afspraak] = {}
        has_talk = target.casus_id is not None and target.soort in MET_VERSLAG
        invited = invited_of(target) if has_talk else None
        for row in free:  # the chosen one comes first and always has a place
            name = shift.of(row.reeks_op)
            if row is not self._chosen and (name not in wanted or name in placed):
                take_away(self._session, row)
                continue
            placed[name] = row
            row.reeks_id, row.reeks_op = target.id, name
            give_form(self._session, row, planned(target, name), invited)
        return placed

    def _stop_before(self, reeks: Reeks, first: str) -> None:
        rule = Herhaling.of(reeks.regel)
        reeks.regel = rule.until(figures(first).date() - _DAY).rrule()
        reeks.gevuld_tot = KLAAR


def _in_utc(gegevens: AfspraakGegevens) -> AfspraakGegevens:
    """Make two moments comparable also in the hour that comes twice."""
    begin, einde = gegevens.begin.astimezone(UTC), gegevens.einde.astimezone(UTC)
    return replace(gegevens, begin=begin, einde=einde)
