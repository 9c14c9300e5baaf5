"""Moments, days and series in all the ways in which they are written."""

import pytest

from tests.adapters.agendas import calendar, event, only, read, times

DAGELIJKS = "RRULE:FREQ=DAILY;COUNT=5"


@pytest.mark.parametrize(
    "start",
    [
        ":20260512T110000Z",
        ":20260512T130000",
        ";TZID=Europe/Amsterdam:20260512T130000",
        ";TZID=W. Europe Standard Time:20260512T130000",
        ";TZID=Romance Standard Time:20260512T130000",
        ';TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20260512T130000',
        ";TZID=(GMT+01.00) Amsterdam / Berlin:20260512T130000",
        ";TZID=(UTC+00:00) Dublin, Edinburgh, Lissabon, Londen:20260512T120000",
        ";TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20260512T130000",
        ";TZID=/example.invalid/20070129_1/America/New_York:20260512T070000",
        ";TZID=tzone://Microsoft/Utc:20260512T110000",
        ";TZID=UTC+01:00:20260512T120000",
        ";TZID=GMT-0500:20260512T060000",
    ],
)
def test_a_zone_is_known_by_every_name_it_gets(start: str) -> None:
    afspraak = only(calendar(event(f"DTSTART{start}", "DURATION:PT50M")))

    assert (f"{afspraak.begin:%d-%m %H:%M}", afspraak.opmerking) == ("12-05 13:00", "")


@pytest.mark.parametrize("tzid", ["Mijn eigen klok", "Europe", "../../etc/passwd", "UTC+99:00"])
def test_an_unknown_zone_counts_as_dutch_time_and_says_so(tzid: str) -> None:
    afspraak = only(calendar(event(f"DTSTART;TZID={tzid}:20260512T130000", "DURATION:PT1H")))

    assert f"{afspraak.begin:%H:%M}" == "13:00"
    assert "Onbekende tijdzone" in afspraak.opmerking


def test_a_time_that_the_clock_skips_moves_on_by_an_hour() -> None:
    afspraak = only(calendar(event("DTSTART:20260329T023000", "DTEND:20260329T040000")))

    assert f"{afspraak.begin:%H:%M}" == "03:30"
    assert f"{afspraak.einde:%H:%M}" == "04:00"


def test_a_series_keeps_its_hour_when_the_clock_changes() -> None:
    data = calendar(
        event("DTSTART;TZID=Europe/Amsterdam:20260323T090000", "DURATION:PT1H",
              "RRULE:FREQ=WEEKLY;COUNT=2")
    )  # fmt: skip

    assert times(read(data)) == ["23-03 09:00", "30-03 09:00"]


def test_a_series_of_days_excludes_a_day_however_it_is_written() -> None:
    data = calendar(
        event("DTSTART;VALUE=DATE:20260512", DAGELIJKS, "EXDATE;VALUE=DATE:20260513",
              "EXDATE:20260515T000000")
    )  # fmt: skip

    assert times(read(data)) == ["12-05 00:00", "14-05 00:00", "16-05 00:00"]


def test_a_timed_series_excludes_a_moment_in_another_zone_and_a_whole_day() -> None:
    data = calendar(
        event("DTSTART;TZID=Europe/Amsterdam:20260512T130000", "DURATION:PT1H", DAGELIJKS,
              "EXDATE:20260513T110000Z,20260514T110000Z", "EXDATE;VALUE=DATE:20260516")
    )  # fmt: skip

    assert times(read(data)) == ["12-05 13:00", "15-05 13:00"]


def test_this_and_future_moves_and_renames_all_that_follow() -> None:
    data = calendar(
        event("DTSTART:20260512T130000", "DURATION:PT1H", DAGELIJKS),
        event("DTSTART:20260514T150000", "DTEND:20260514T153000",
              "RECURRENCE-ID;RANGE=THISANDFUTURE:20260514T130000", summary="MDO kort"),
        event("DTSTART:20260516T090000", "DURATION:PT1H", "RECURRENCE-ID:20260516T130000"),
    )  # fmt: skip
    agenda = read(data)

    assert times(agenda) == [
        "12-05 13:00", "13-05 13:00", "14-05 15:00", "15-05 15:00", "16-05 09:00",
    ]  # fmt: skip
    assert [a.titel for a in agenda.afspraken] == ["MDO", "MDO", "MDO kort", "MDO kort", "MDO"]
    assert f"{agenda.afspraken[3].einde:%H:%M}" == "15:30"


def test_this_and_future_cancels_all_that_follow() -> None:
    data = calendar(
        event("DTSTART:20260512T130000", "DURATION:PT1H", DAGELIJKS),
        event("DTSTART:20260514T130000", "DURATION:PT1H", "STATUS:CANCELLED",
              "RECURRENCE-ID;RANGE=THISANDFUTURE:20260514T130000"),
    )  # fmt: skip

    assert [a.afgezegd for a in read(data).afspraken] == [False, False, True, True, True]


def test_an_exception_without_its_series_stands_alone() -> None:
    data = calendar(
        event("DTSTART:20260514T150000", "DURATION:PT1H", "RECURRENCE-ID:20260514T110000Z")
    )
    agenda = read(data)

    assert [a.recurrence_id for a in agenda.afspraken] == ["20260514T110000Z"]
    assert agenda.volledig == frozenset()


def test_an_exception_moved_into_the_period_is_read_and_one_moved_out_is_not() -> None:
    data = calendar(
        event("DTSTART:20260225T130000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"),
        event("DTSTART:20260302T130000", "DURATION:PT1H", "RECURRENCE-ID:20260225T130000"),
        event("DTSTART:20250101T130000", "DURATION:PT1H", "RECURRENCE-ID:20260311T130000"),
    )

    assert times(read(data)) == ["02-03 13:00", "04-03 13:00"]


def test_cancel_as_a_method_cancels() -> None:
    assert only(calendar(event("DTSTART:20260512T130000"), method="CANCEL")).afgezegd


def test_the_later_edition_of_the_same_appointment_counts() -> None:
    data = calendar(
        event("DTSTART:20260512T150000", "SEQUENCE:2"),
        event("DTSTART:20260512T130000", "SEQUENCE:1"),
    )

    assert times(read(data)) == ["12-05 15:00"]


def test_without_an_end_half_an_hour_is_assumed_and_said() -> None:
    afspraak = only(calendar(event("DTSTART:20260512T130000")))

    assert f"{afspraak.einde:%H:%M}" == "13:30"
    assert "half uur" in afspraak.opmerking


def test_without_uid_the_same_appointment_gets_the_same_name_again() -> None:
    data = calendar("BEGIN:VEVENT\nSUMMARY:MDO\nDTSTART:20260512T130000\nEND:VEVENT")

    assert only(data).uid == only(data).uid != ""


def test_an_open_series_ends_with_the_period_and_stays_whole() -> None:
    agenda = read(calendar(event("DTSTART:20260512T130000", "RRULE:FREQ=MONTHLY;BYDAY=2TU")))

    assert times(agenda)[-1] == "08-12 13:00"
    assert agenda.volledig == {"een@voorbeeld"}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "elke dag"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=3", "elke 2 weken op di en do, 3 keer"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260630", "elke werkdag t/m 30 juni 2026"),
        ("FREQ=YEARLY;", "elk jaar"),
        ("", ""),
    ],
)
def test_a_series_is_said_in_short(rule: str, words: str) -> None:
    agenda = read(calendar(event("DTSTART:20260512T130000", f"RRULE:{rule}")))

    assert agenda.afspraken[0].reeks == words


def test_quoted_printable_and_western_bytes_are_read() -> None:
    soft = "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gesprek met Zo=EB=\n en Ren=E9"
    printed = calendar(f"BEGIN:VEVENT\n{soft}\nDTSTART:20260512T130000\nEND:VEVENT")
    western = calendar(event("DTSTART:20260512T130000", summary="Zoë")).decode().encode("cp1252")

    assert only(printed).titel == "Gesprek met Zoë en René"
    assert only(western).titel == "Zoë"


def test_a_fold_within_a_letter_is_closed_again() -> None:
    data = calendar(event("DTSTART:20260512T130000", summary="Zoë"))

    assert only(data.replace("ë".encode(), b"\xc3\r\n \xab")).titel == "Zoë"


def test_signs_that_turn_or_hide_text_do_not_come_in() -> None:
    summary = "Gesprek\u202e redav\u0007\\n\\nנועה\u200b"

    assert only(calendar(event("DTSTART:20260512T130000", summary=summary))).titel == (
        "Gesprek redav נועה"
    )
