"""Reads what the page shows, part by part: one part that cannot be read leaves the others alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.bellen.rows import BelRow
from vtdesk.services.beloften import BelofteRow
from vtdesk.services.dagen import Veranderd
from vtdesk.services.desk import Desk
from vtdesk.services.morgen import Avond
from vtdesk.services.termijnen import TermijnRow
from vtdesk.services.verlof.service import VerlofRegel, VerlofRow
from vtdesk.ui.agenda import words
from vtdesk.ui.agenda.block import Binnenregel
from vtdesk.ui.agenda.gemist import Gemist
from vtdesk.ui.vandaag.kaart import KaartInhoud
from vtdesk.values.dagkinds import BelStand
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import end_of, klok, local

SOON = timedelta(hours=2)  # what begins just after midnight belongs to tonight
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Read(Generic[R]):
    """What one part of the page shows, or that it could not be read."""

    rows: tuple[R, ...] = ()
    failed: bool = False


def waiting(calls: Read[BelRow]) -> Read[BelRow]:
    """Give who waits for a call from her."""
    return Read(tuple(row for row in calls.rows if row.stand is BelStand.OPEN), calls.failed)


def missed(calls: Read[BelRow], day: date) -> list[Gemist]:
    """Give who called on a day while she could not answer; unread, the day still stands."""
    return [
        Gemist.of(row)
        for row in calls.rows
        if local(row.laatst_op).date() == day and (row.voicemail or row.keren > 1)
    ]


class Reader:
    """Asks the services for each part of the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def day(self, day: date) -> list[AfspraakRow]:
        """Read the day itself; without it there is no page, so a failure goes on up."""
        return self._desk.agenda.on_day(day)

    def inside(self, day: date) -> dict[UUID, tuple[Binnenregel, ...]]:
        """Read what is discussed in the blocks of a day; without it the blocks still stand."""
        found = _part(lambda: list(self._desk.plein.of_blocks(day).items()))
        return {
            block: tuple(Binnenregel(klok(row.begin), row.kop, row.besluit) for row in rows)
            for block, rows in found.rows
        }

    def calls(self) -> Read[BelRow]:
        """Read who called and waits, for her or for another, and who was called back today."""
        return _part(lambda: self._desk.bellen.groups().rows)

    def evening(self) -> Avond | None:
        """Read what is not written yet, by how long it may wait; None when it cannot be read."""
        found = _part(lambda: [self._desk.morgen.groups()])
        return found.rows[0] if found.rows else None

    def to_confirm(self) -> Read[AfspraakRow]:
        """Read what is over and has no end yet."""
        return _part(self._desk.agenda.to_confirm)

    def terms(self) -> Read[TermijnRow]:
        """Read the terms that are open, the nearest first."""
        return _part(self._desk.termijnen.komend)

    def promises(self) -> Read[BelofteRow]:
        """Read the promises that are open."""
        return _part(self._desk.beloften.open)

    def not_replanned(self) -> Read[AfspraakRow]:
        """Read what was cancelled and has neither a new date nor a reason."""
        return _part(self._desk.agenda.not_replanned)

    def next_day(self, day: date) -> Read[AfspraakRow]:
        """Read what is planned on a day."""
        return _part(
            lambda: [r for r in self._desk.agenda.on_day(day) if r.staat not in words.DONE]
        )

    def leave(self, day: date) -> VerlofRow | None:
        """Read the leave that a day lies in or that begins soon."""
        verloven = self._desk.verloven
        found = _part(lambda: [verloven.current(day) or verloven.upcoming(day)])
        return found.rows[0] if found.rows else None

    def falls_in(self, leave: VerlofRow) -> Read[VerlofRegel]:
        """Read what falls in a leave, with who takes each thing."""
        return _part(lambda: self._desk.verloven.contents(leave.id))

    def away(self, van: date, tot: date) -> Sequence[date]:
        """Read which of these days lie in a leave."""
        return _part(lambda: sorted(self._desk.verloven.days(van, tot))).rows

    def not_begun(self, day: date) -> bool:
        """Tell whether she has not yet begun a day; what cannot be read asks for nothing."""
        found = _part(lambda: [self._desk.dagen.of(day)])
        return any(dag.begonnen_op is None for dag in found.rows)

    def terms_of(self, day: date) -> Read[TermijnRow]:
        """Read which terms end on a day, also what was met before."""
        return _part(lambda: self._desk.termijnen.op_dag(day))

    def changed(self, day: date) -> Veranderd | None:
        """Read what changed since she was last here."""
        found = _part(lambda: [self._desk.dagen.changed(day)])
        return found.rows[0] if found.rows else None

    def soon(self, now: datetime) -> list[AfspraakRow]:
        """Read what is planned for the rest of the day."""
        return self._desk.agenda.between(now, max(end_of(local(now).date()), now + SOON))

    def card(self, afspraak: AfspraakRow) -> KaartInhoud:
        """Read who is involved; the melder appears nowhere."""
        if afspraak.casus_id is None:
            return KaartInhoud(afspraak)
        people = [
            persoon
            for persoon in self._desk.personen.in_casus(afspraak.casus_id)
            if persoon.rol is not Rol.MELDER
        ]
        invited = self._invited(afspraak)
        return KaartInhoud(
            afspraak,
            genodigd=tuple(p for p in people if p.id in invited),
            mensen=tuple(people),
            crisis=self._desk.crisis.huidig(afspraak.casus_id),
        )

    def _invited(self, afspraak: AfspraakRow) -> set[UUID]:
        if not afspraak.wie:
            return set()
        talk = self._desk.gesprekken.get(afspraak.id)
        return {d.persoon_id for d in talk.deelnames if d.persoon_id}


def _part(read: Callable[[], Sequence[R]]) -> Read[R]:
    """Read one part; when the disk or a rule refuses, only this part says so."""
    try:
        return Read(tuple(read()))
    except (OutsideError, UserError):
        return Read(failed=True)
