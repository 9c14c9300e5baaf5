"""What vtdesk writes for another agenda: as the format asks, and read back as it was."""

from datetime import UTC, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.adapters.agendas import read
from vtdesk.adapters.ics.gebeurtenis import clean
from vtdesk.adapters.ics.schrijven import LINE, write_calendar
from vtdesk.values.agendapunt import Agendaregel, GelezenAfspraak
from vtdesk.values.tijd import at, start_of

NOW = at(date(2026, 5, 12), 17, 22)
DAG = date(2026, 5, 14)
MDO = Agendaregel("een@vtdesk", "MDO Zilverduin", at(DAG, 13), at(DAG, 14, 25), plaats="Zaal 1")
TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=120)


def written(*regels: Agendaregel) -> bytes:
    return write_calendar(regels, now=NOW, product="vtdesk//vtdesk 0")


def back(regel: Agendaregel) -> GelezenAfspraak:
    (afspraak,) = read(written(regel)).afspraken
    return afspraak


def test_an_appointment_comes_back_as_it_went() -> None:
    read_back = back(MDO)

    assert (read_back.uid, read_back.titel, read_back.plaats) == (MDO.uid, MDO.titel, MDO.plaats)
    assert (read_back.begin, read_back.einde) == (MDO.begin, MDO.einde)
    assert not read_back.opmerking


def test_another_library_reads_the_same() -> None:
    [event] = Calendar.from_ical(written(MDO)).walk("VEVENT")

    assert event["DTSTART"].dt == MDO.begin
    assert str(event["DTSTART"].dt.tzinfo) == "Europe/Amsterdam"
    assert event["SUMMARY"] == MDO.titel
    assert event.errors == []


def test_the_clock_of_the_file_is_the_clock_of_amsterdam() -> None:
    [zone] = Calendar.from_ical(written(MDO)).walk("VTIMEZONE")
    made = zone.to_tz(lookup_tzid=False)

    for moment in (at(date(2026, 1, 5), 9), at(date(2026, 7, 5), 9), at(date(2031, 10, 26), 12)):
        wall = moment.replace(tzinfo=None)
        assert wall.replace(tzinfo=made).utcoffset() == moment.utcoffset()


@pytest.mark.parametrize("hour", [0, 1, 2])
@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_times_around_the_change_of_the_clock_come_back_as_the_same_moment(
    day: date, hour: int
) -> None:
    begin = start_of(day).astimezone(UTC) + timedelta(hours=hour + 1, minutes=30)
    regel = Agendaregel("een", "Wacht", begin, begin + timedelta(minutes=45))

    begin_back, einde_back = (m.astimezone(UTC) for m in (back(regel).begin, back(regel).einde))
    assert (begin_back, einde_back) == (begin, begin + timedelta(minutes=45))


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), DAG])
def test_a_whole_day_stays_one_day(day: date) -> None:
    following = day + timedelta(days=1)
    regel = Agendaregel("een", "Vrij", start_of(day), start_of(following), hele_dag=True)

    assert back(regel).hele_dag
    assert (back(regel).begin.date(), back(regel).einde) == (day, start_of(following))


def test_lines_are_folded_at_75_octets_and_end_as_the_format_asks() -> None:
    data = written(Agendaregel("een", "é" * 200, MDO.begin, MDO.einde))

    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= LINE
    assert all(line.decode() for line in lines if line)  # no letter is cut in two


@given(titel=TEXT, plaats=TEXT)
def test_any_title_and_place_come_back(titel: str, plaats: str) -> None:
    read_back = back(Agendaregel("een", titel, MDO.begin, MDO.einde, plaats=plaats))

    assert read_back.plaats == clean(plaats)
    expected = clean(titel) or "Zonder titel"
    assert read_back.titel == expected or expected.endswith(read_back.titel)  # "Afgezegd: " goes


def test_a_title_can_not_add_a_line_of_its_own() -> None:
    evil = "Overleg\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:x@y; a,b\\ \x00"

    [event] = Calendar.from_ical(written(Agendaregel("een", evil, MDO.begin, MDO.einde))).walk(
        "VEVENT"
    )
    assert "ATTENDEE" not in event
    assert len(read(written(Agendaregel("een", evil, MDO.begin, MDO.einde))).afspraken) == 1


def test_cancelled_and_private_are_told() -> None:
    gone = Agendaregel("een", "MDO", MDO.begin, MDO.einde, afgezegd=True, prive=True, volgnummer=3)

    assert (back(gone).afgezegd, back(gone).prive) == (True, True)
    assert b"SEQUENCE:3\r\n" in written(gone)


def test_the_same_lines_give_the_same_bytes() -> None:
    assert written(MDO) == written(MDO)
