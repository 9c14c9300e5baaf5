"""From the bytes of an .ics file to the appointments of a period, and what was left out."""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from itertools import islice

from vtdesk.adapters.ics.gebeurtenis import Gebeurtenis, clean, read_event
from vtdesk.adapters.ics.reeksen import MAX_OF_ONE, Keer, fitting, key, occurrences, single
from vtdesk.adapters.ics.regels import Onderdeel, UnreadableError, components, properties
from vtdesk.adapters.ics.woorden import in_words
from vtdesk.adapters.ics.zones import Zones
from vtdesk.values.agendapunt import GelezenAfspraak, GelezenAgenda, Overgeslagen
from vtdesk.values.tijd import korte_dag, local, start_of

MAX_APPOINTMENTS = 5_000
MAX_SKIPPED = 200

# What a fuzzed file was seen to raise in icalendar and dateutil; a sentence stands in its place.
_PARSER_ERRORS = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
_SAME_NAME = "Een andere afspraak in het bestand heeft hetzelfde kenmerk; die is gelezen."
_IMPOSSIBLE = "De datum, de duur of de herhaling kan niet kloppen."


def read_calendar(data: bytes, *, vanaf: date, tot: date) -> GelezenAgenda:
    """Read the appointments from `vanaf` up to but without `tot`."""
    return _Lezing(vanaf, tot).read(data)


class _Lezing:
    """One reading of one file: gathers what is left out while the rest goes on."""

    def __init__(self, vanaf: date, tot: date) -> None:
        self._vanaf, self._tot = vanaf, tot
        self._skipped: list[Overgeslagen] = []
        self._outside = 0
        self._whole: set[str] = set()  # uids of which nothing got lost while reading

    def read(self, data: bytes) -> GelezenAgenda:
        found = components(data)
        by_uid = self._by_uid(found)
        self._whole &= by_uid.keys()
        streams = [self._guarded(events) for events in by_uid.values()]
        keren = list(
            islice(heapq.merge(*streams, key=lambda keer: keer.begin), MAX_APPOINTMENTS + 1)
        )
        if len(keren) > MAX_APPOINTMENTS:
            keren.pop()
            self._cut_at(keren[-1])
        return GelezenAgenda(
            vanaf=self._vanaf,
            tot=self._tot,
            afspraken=tuple(_shown(keer, by_uid[keer.gebeurtenis.uid]) for keer in keren),
            overgeslagen=self._all_skipped(found),
            volledig=frozenset(self._whole),
        )

    def _by_uid(self, found: list[Onderdeel]) -> dict[str, list[Gebeurtenis]]:
        """Read all events; of two with one name, the later edition counts."""
        latest: dict[tuple[str, str], Gebeurtenis] = {}
        for event in self._events(found):
            name = (event.uid, key(event.uitzondering_op) if event.uitzondering_op else "")
            other = latest.get(name)
            if other is None or event.volgnummer >= other.volgnummer:
                latest[name] = event
            if other and other.volgnummer == event.volgnummer and other.begin != event.begin:
                self._skip(other.titel, _SAME_NAME)
            if event.uitzondering_op is None and not event.afgezegd:
                self._whole.add(event.uid)
        if self._skipped:  # what got lost may have been the exception to any of them
            self._whole.clear()
        by_uid: dict[str, list[Gebeurtenis]] = {}
        for event in latest.values():
            by_uid.setdefault(event.uid, []).append(event)
        return by_uid

    def _events(self, found: list[Onderdeel]) -> Iterator[Gebeurtenis]:
        zones = Zones(found)
        for component in found:
            if component.soort != "VEVENT":
                continue
            if self._is_long_gone(component):
                self._outside += 1
            elif event := self._event(component, zones):
                yield event

    def _is_long_gone(self, component: Onderdeel) -> bool:
        """Tell at a glance that an appointment is not of this period: an export holds years."""
        years = component.years()
        return bool(years) and (
            max(years) < self._vanaf.year - 1 or min(years) > self._tot.year + 1
        )

    def _event(self, component: Onderdeel, zones: Zones) -> Gebeurtenis | None:
        try:
            return read_event(component, zones)
        except UnreadableError as error:
            self._skip(_title(component), str(error))
        except _PARSER_ERRORS:
            self._skip(_title(component), _IMPOSSIBLE)
        return None

    def _guarded(self, events: list[Gebeurtenis]) -> Iterator[Keer]:
        """Walk the occurrences of one uid; where it goes wrong, say so and stop there."""
        try:
            yield from self._in_window(events)
        except UnreadableError as error:
            self._skip(events[0].titel, str(error))
        except _PARSER_ERRORS:
            self._skip(events[0].titel, _IMPOSSIBLE)
        else:
            return
        self._whole.discard(events[0].uid)

    def _in_window(self, events: list[Gebeurtenis]) -> Iterator[Keer]:
        master = next((e for e in events if e.uitzondering_op is None), None)
        exceptions = [e for e in events if e.uitzondering_op is not None]
        series: Iterator[Keer] = iter(())
        if master is not None and master.is_reeks:
            exceptions = fitting(master, exceptions)
            series = occurrences(master, exceptions, vanaf=self._vanaf, tot=self._tot)
        elif master is not None:
            exceptions = [master, *exceptions]
        own = sorted(
            (keer for keer in map(single, exceptions) if self._is_inside(keer)),
            key=lambda k: k.begin,
        )
        count = 0
        for keer in heapq.merge(series, own, key=lambda k: k.begin):
            count += 1
            yield keer
        if not count:
            self._outside += 1
        if count >= MAX_OF_ONE:
            raise UnreadableError(
                f"Van deze reeks zijn alleen de eerste {MAX_OF_ONE} keer gelezen."
            )

    def _is_inside(self, keer: Keer) -> bool:
        return keer.begin < start_of(self._tot) and keer.einde > start_of(self._vanaf)

    def _skip(self, what: str, why: str) -> None:
        self._skipped.append(Overgeslagen(what, why))

    def _cut_at(self, last: Keer) -> None:
        self._whole.clear()
        day = local(last.begin).date()
        self._skip(
            f"Alles na {korte_dag(day)} {day.year}",
            "In één keer leest vtdesk hoogstens 5.000 afspraken. Exporteer een kortere periode.",
        )

    def _all_skipped(self, found: list[Onderdeel]) -> tuple[Overgeslagen, ...]:
        skipped = self._skipped[:MAX_SKIPPED]
        if len(self._skipped) > MAX_SKIPPED:
            more = len(self._skipped) - MAX_SKIPPED
            skipped.append(Overgeslagen(f"Nog {more} andere", "Om dezelfde soort redenen."))
        if self._outside:
            what = "1 afspraak" if self._outside == 1 else f"{self._outside} afspraken"
            skipped.append(Overgeslagen(what, f"Buiten de periode {self._period()}."))
        kinds = Counter(component.soort for component in found)
        if others := kinds["VTODO"] + kinds["VJOURNAL"] + kinds["VFREEBUSY"]:
            what = "1 taak of notitie" if others == 1 else f"{others} taken of notities"
            skipped.append(Overgeslagen(what, "vtdesk leest alleen afspraken in."))
        return tuple(skipped)

    def _period(self) -> str:
        first, last = self._vanaf, self._tot
        return f"{korte_dag(first)} {first.year} tot {korte_dag(last)} {last.year}"


def _shown(keer: Keer, events: list[Gebeurtenis]) -> GelezenAfspraak:
    event = keer.gebeurtenis
    series = next((e.regels for e in events if e.is_reeks), None)
    return GelezenAfspraak(
        uid=event.uid,
        recurrence_id=keer.recurrence_id,
        titel=event.titel,
        begin=local(keer.begin.astimezone(UTC)),
        einde=local(keer.einde.astimezone(UTC)),
        hele_dag=event.hele_dag,
        plaats=event.plaats,
        deelnemers=event.deelnemers,
        afgezegd=event.afgezegd,
        prive=event.prive,
        reeks="" if series is None else in_words(series),
        opmerking=event.opmerking,
    )


def _title(component: Onderdeel) -> str:
    """Find what to call an appointment that could not be read."""
    lines = [line for line in component.regels if line[:7].upper() == b"SUMMARY"]
    try:
        titles = [clean(regel.waarde) for regel in properties(replace(component, regels=lines))]
    except UnreadableError:
        titles = []
    return next(filter(None, titles), "Afspraak zonder leesbare titel")
