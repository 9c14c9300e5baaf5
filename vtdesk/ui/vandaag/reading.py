"""Reads what the page shows, part by part: one part that cannot be read leaves the others alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from vtdesk.errors import OutsideError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.vandaag import words
from vtdesk.ui.vandaag.kaart import KaartInhoud
from vtdesk.ui.vandaag.tegels import TegelInhoud, TegelRegel
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import dag_met_naam, end_of, klok, local

SOON = timedelta(hours=2)  # what begins just after midnight belongs to tonight
UNREAD = "{} konden niet worden gelezen. De rest klopt."


@dataclass(frozen=True, slots=True)
class Read:
    """What one part of the page shows, or that it could not be read."""

    rows: tuple[AfspraakRow, ...] = ()
    failed: bool = False


class Reader:
    """Asks the services for each part of the page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def day(self, day: date) -> list[AfspraakRow]:
        """Read the day itself; without it there is no page, so a failure goes on up."""
        return self._desk.agenda.on_day(day)

    def owed(self) -> Read:
        """Read which verslagen are owed."""
        return _part(self._desk.agenda.owed)

    def to_confirm(self) -> Read:
        """Read what is over and has no end yet."""
        return _part(self._desk.agenda.to_confirm)

    def next_day(self, day: date) -> Read:
        """Read what is planned on a day."""
        return _part(
            lambda: [r for r in self._desk.agenda.on_day(day) if r.staat not in words.DONE]
        )

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
        return KaartInhoud(afspraak, tuple(p for p in people if p.id in invited), tuple(people))

    def _invited(self, afspraak: AfspraakRow) -> set[UUID]:
        if not afspraak.wie:
            return set()
        talk = self._desk.gesprekken.get(afspraak.id)
        return {d.persoon_id for d in talk.deelnames if d.persoon_id}


def owed_tile(read: Read, today: date) -> TegelInhoud:
    """Say what is still to write."""
    sentence = "Alles is geschreven. Je kunt stoppen."
    return _tile(read, lambda row: _when(row, today), sentence, "Verslagen")


def confirm_tile(read: Read, today: date) -> TegelInhoud:
    """Say what is over and must be confirmed."""
    sentence = "Alles wat voorbij is, is bevestigd."
    return _tile(read, lambda row: _when(row, today), sentence, "Afspraken")


def next_day_tile(read: Read) -> TegelInhoud:
    """Say what the next day brings."""
    return _tile(
        read,
        lambda row: "hele dag" if row.hele_dag else klok(row.begin),
        "Morgen staat er nog niets gepland.",
        "Afspraken van morgen",
    )


def _when(row: AfspraakRow, today: date) -> str:
    day = local(row.begin).date()
    return klok(row.begin) if day == today else dag_met_naam(day)


def _tile(read: Read, lead: Callable[[AfspraakRow], str], nothing: str, what: str) -> TegelInhoud:
    if read.failed:
        return TegelInhoud(sentence=UNREAD.format(what), failed=True)
    lines = tuple(TegelRegel(row.id, lead(row), words.with_casus(row)) for row in read.rows)
    return TegelInhoud(lines, "" if lines else nothing)


def _part(read: Callable[[], list[AfspraakRow]]) -> Read:
    """Read one part; when the disk refuses, only this part says so."""
    try:
        return Read(tuple(read()))
    except OutsideError:
        return Read(failed=True)
