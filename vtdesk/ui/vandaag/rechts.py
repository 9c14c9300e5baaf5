"""Fills the right side of the day: what is next, what the moment asks, what tomorrow brings."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.bellen.rows import BelRow
from vtdesk.services.morgen import Avond
from vtdesk.services.verlof.service import VerlofRow
from vtdesk.ui.agenda.coming import coming, lunch_now
from vtdesk.ui.vandaag import dagstart, tegel_inhoud
from vtdesk.ui.vandaag.dagstart import StartRegel
from vtdesk.ui.vandaag.reading import Read, Reader
from vtdesk.ui.vandaag.straks import Straks
from vtdesk.values.kinds import AfspraakSoort
from vtdesk.values.tijd import local

TODAY_OVER = "Vandaag komt er niets meer."
EVENING = time(20)


class Rechts:
    """Reads and shows; each card is there only when it is of use."""

    def __init__(self, straks: Straks, reader: Reader) -> None:
        self._straks, self._reader = straks, reader

    def show(
        self,
        soon: Sequence[AfspraakRow],
        opened: AfspraakRow | None,
        avond: Avond | None,
        now: datetime,
        *,
        leave: VerlofRow | None,
        ahead: bool,
    ) -> None:
        """Show the dagstart, or the opened appointment, or what comes, and the cards below it.

        `ahead` says to tell of tomorrow too: not where that or another day is on screen.
        """
        straks, today = self._straks, local(now).date()
        next_row = coming(soon, now)
        start = [] if opened else self._start(now, leave)
        shown = opened or (None if start else next_row)
        straks.show_start(start)
        straks.show_card(
            self._reader.card(shown) if shown else None, now, opened=opened is not None
        )
        over = next_row is None or next_row.soort is AfspraakSoort.SCHRIJVEN
        late = local(now).time() >= EVENING
        todo = avond if (over or late) and not (opened or start) else None
        straks.show_todo(todo, "" if next_row else TODAY_OVER)
        straks.show_confirm(tegel_inhoud.confirm_lines(self._reader.to_confirm(), today))
        straks.show_tomorrow(self._tomorrow(today) if ahead else "")

    def show_lunch(self, soon: Sequence[AfspraakRow], waiting: Read[BelRow], now: datetime) -> None:
        """Say that it is lunch time, and who waits for a call before its end."""
        lunch = lunch_now(soon, now)
        words = tegel_inhoud.waiting_words(waiting, lunch.einde) if lunch else ""
        self._straks.show_lunch(lunch, words)

    def _tomorrow(self, today: date) -> str:
        return tegel_inhoud.tomorrow_words(self._reader.next_day(today + timedelta(days=1)))

    def _start(self, now: datetime, leave: VerlofRow | None) -> list[StartRegel]:
        """Give the lines of the dagstart, until ten or until the day has begun."""
        day = local(now).date()
        if local(now).hour >= dagstart.TEN or not self._reader.not_begun(day):
            return []
        return [
            dagstart.promises_line(self._reader.promises().rows, self._reader.not_replanned().rows),
            dagstart.terms_line(self._reader.terms_of(day).rows),
            dagstart.changed_line(self._reader.changed(day), leave, day),
        ]
