"""Files that bend the format: what can be understood is read, and the rest is named."""

from datetime import date

import pytest

from tests.adapters.agendas import calendar, event, only, read, times
from vtdesk.adapters.ics.lezen import MAX_SKIPPED, read_calendar
from vtdesk.errors import OutsideError

START = "DTSTART:20260512T130000"


def test_two_rules_are_followed_and_no_longer_spelled_out() -> None:
    agenda = read(calendar(event(START, "RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=2")))

    assert times(agenda) == ["12-05 13:00", "13-05 13:00", "19-05 13:00"]
    assert {a.reeks for a in agenda.afspraken} == {"reeks"}


def test_extra_dates_may_be_periods() -> None:
    agenda = read(calendar(event(START, "RDATE;VALUE=PERIOD:20260513T080000Z/PT1H")))

    assert times(agenda) == ["12-05 13:00", "13-05 10:00"]


def test_a_day_as_the_end_of_a_moment_is_its_midnight() -> None:
    afspraak = only(calendar(event(START, "DTEND;VALUE=DATE:20260513")))

    assert f"{afspraak.einde:%d-%m %H:%M}" == "13-05 00:00"


def test_an_appointment_of_whole_days_ends_at_the_same_hour_after_a_clock_change() -> None:
    afspraak = only(calendar(event("DTSTART:20260328T130000", "DTEND:20260329T130000")))

    assert f"{afspraak.einde:%d-%m %H:%M%z}" == "29-03 13:00+0200"


def test_an_appointment_through_the_night_counts_real_hours() -> None:
    afspraak = only(calendar(event("DTSTART:20260328T220000", "DTEND:20260329T060000")))

    assert (afspraak.einde - afspraak.begin).total_seconds() == 8 * 3600
    assert f"{afspraak.einde:%H:%M}" == "06:00"


def test_a_night_that_repeats_keeps_its_length_through_a_clock_change() -> None:
    agenda = read(
        calendar(event("DTSTART:20260327T220000", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=3"))
    )

    assert [f"{a.einde:%H:%M}" for a in agenda.afspraken] == ["06:00", "07:00", "06:00"]


def test_a_series_of_days_moves_as_a_whole() -> None:
    agenda = read(
        calendar(
            event("DTSTART;VALUE=DATE:20260512", "RRULE:FREQ=WEEKLY;COUNT=3"),
            event("DTSTART;VALUE=DATE:20260520",
                  "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260519"),
        )
    )  # fmt: skip

    assert times(agenda) == ["12-05 00:00", "20-05 00:00", "27-05 00:00"]
    assert [a.recurrence_id for a in agenda.afspraken] == ["20260512", "20260519", "20260526"]


def test_a_range_that_changes_days_into_moments_holds_for_its_own_day_only() -> None:
    agenda = read(
        calendar(
            event("DTSTART;VALUE=DATE:20260512", "RRULE:FREQ=DAILY;COUNT=3"),
            event("DTSTART:20260513T100000", "DURATION:PT1H",
                  "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:20260513"),
        )
    )  # fmt: skip

    assert times(agenda) == ["12-05 00:00", "13-05 10:00", "14-05 00:00"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["DTSTART;VALUE=DATE:20260512", "DTEND;VALUE=DATE:20260510"], "voor het begin"),
        (["DTSTART;VALUE=DATE:20260512", "DURATION:-P2D"], "voor het begin"),
        (["DTSTART:PT1H"], "geen datum"),
        (["DTSTART:130000"], "kan niet kloppen"),
        ([START, "RRULE:FREQ=WEEKLY;BYDAY=XX"], "kan niet kloppen"),
        ([START, "EXDATE:morgen"], "kan niet kloppen"),
    ],
)
def test_what_makes_no_sense_is_named(lines: list[str], reason: str) -> None:
    agenda = read(calendar(event(*lines)))

    assert [(o.wat, reason in o.reden) for o in agenda.overgeslagen] == [("MDO", True)]
    assert agenda.volledig == frozenset()


def test_of_very_many_unreadable_ones_the_first_are_named_and_the_others_counted() -> None:
    events = [event("LOCATION:Zaal 3", uid=str(i)) for i in range(MAX_SKIPPED + 3)]
    agenda = read(calendar(*events))

    assert len(agenda.overgeslagen) == MAX_SKIPPED + 1
    assert agenda.overgeslagen[-1].wat == "Nog 3 andere"


def test_a_title_that_is_itself_too_long_still_has_a_name() -> None:
    agenda = read(calendar(event(START, summary="x" * 100_001)))

    assert agenda.overgeslagen[0].wat == "Afspraak zonder leesbare titel"


def test_an_appointment_without_title_or_with_a_long_name_is_read() -> None:
    untitled = only(calendar(event(START, uid="x" * 5_000, summary="")))
    long = only(calendar(event(START, summary="woord " * 200)))

    assert (untitled.titel, len(untitled.uid)) == ("Zonder titel", 39)
    assert (len(long.titel), long.titel[-1]) == (300, "…")


def test_a_series_longer_than_a_thousand_ends_there_and_says_so() -> None:
    data = calendar(event("DTSTART:20200101T130000", "RRULE:FREQ=DAILY"))
    agenda = read_calendar(data, vanaf=date(2021, 1, 1), tot=date(2026, 1, 1))

    assert len(agenda.afspraken) == 1_000
    assert "alleen de eerste 1000 keer" in agenda.overgeslagen[0].reden
    assert agenda.volledig == frozenset()


def test_a_daily_series_that_began_long_ago_keeps_its_rhythm() -> None:
    rule = "RRULE:FREQ=DAILY;INTERVAL=3"
    long_ago = read(calendar(event("DTSTART:19010101T120000", rule)))
    near = read(calendar(event("DTSTART:20260303T120000", rule)))

    assert times(long_ago) == times(near)


def test_a_fortnightly_series_that_began_long_ago_keeps_its_weeks() -> None:
    rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR"
    long_ago = read(calendar(event("DTSTART:20160104T090000", rule)))
    in_full = read(calendar(event("DTSTART:20160104T090000", f"{rule};COUNT=5000")))

    assert times(long_ago) == times(in_full) != []


def test_a_zone_of_the_file_itself_is_used_and_a_broken_one_is_not() -> None:
    def zone(name: str, offset: str) -> str:
        return (
            f"BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
            f"TZOFFSETFROM:{offset}\nTZOFFSETTO:{offset}\nEND:STANDARD\nEND:VTIMEZONE"
        )

    nameless = "BEGIN:VTIMEZONE\nX-NAAM:geen\nEND:VTIMEZONE"
    data = calendar(
        zone("Eigen", "+0500"),
        zone("Kapot", "vijf"),
        nameless,
        event("DTSTART;TZID=Eigen:20260512T130000", "DURATION:PT1H", uid="a"),
        event("DTSTART;TZID=Kapot:20260512T130000", "DURATION:PT1H", uid="b"),
    )
    agenda = read(data)

    assert times(agenda) == ["12-05 10:00", "12-05 13:00"]
    assert [bool(a.opmerking) for a in agenda.afspraken] == [False, True]


def test_ends_that_do_not_belong_and_lines_without_sense_are_passed_over() -> None:
    data = calendar(
        "END:VALARM", "zomaar een regel", event(START, "LOCATION", "STATUS;:ja", "END:X-IETS")
    )

    assert times(read(data)) == ["12-05 13:00"]


def test_an_event_that_was_never_closed_is_left_out_and_the_next_is_read() -> None:
    agenda = read(calendar(f"BEGIN:VEVENT\nSUMMARY:Open\n{START}", event(START)))

    assert [a.titel for a in agenda.afspraken] == ["MDO"]
    assert [o.wat for o in agenda.overgeslagen] == ["Open"]


def test_an_unknown_alphabet_is_read_as_well_as_it_goes() -> None:
    summary = "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=KLINGON:Zo=C3=AB"
    data = calendar(f"BEGIN:VEVENT\n{summary}\n{START}\nEND:VEVENT")

    assert only(data).titel == "Zoë"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"BEGIN:VCARD\nEND:VCARD", "geen agendabestand"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X-IN\n" * 20, "te diep in elkaar"),
        (b"BEGIN:VEVENT\n" * 20_001, "meer dan 20.000 onderdelen"),
    ],
    ids=["vcard", "deep", "many"],
)
def test_what_is_no_honest_agenda_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(OutsideError, match=words):
        read(data)


def test_very_many_appointments_are_cut_at_a_day() -> None:
    events = [event(f"DTSTART:202605{1 + i // 300:02}T120000", uid=str(i)) for i in range(6_000)]

    agenda = read(calendar(*events))

    assert len(agenda.afspraken) == 5_000
    assert agenda.overgeslagen[0].wat == "Alles na 17 mei 2026"


def test_a_day_of_a_series_of_days_may_be_named_by_its_midnight() -> None:
    agenda = read(
        calendar(
            event("DTSTART;VALUE=DATE:20260512", "RRULE:FREQ=WEEKLY;COUNT=2"),
            event("DTSTART;VALUE=DATE:20260520",
                  "RECURRENCE-ID;TZID=W. Europe Standard Time:20260519T000000"),
        )
    )  # fmt: skip

    assert times(agenda) == ["12-05 00:00", "20-05 00:00"]
    assert agenda.afspraken[1].recurrence_id == "20260519"


def test_a_moment_of_a_series_may_be_named_by_its_day() -> None:
    agenda = read(
        calendar(
            event(START, "RRULE:FREQ=WEEKLY;COUNT=2"),
            event("DTSTART:20260520T090000", "RECURRENCE-ID;VALUE=DATE:20260519"),
        )
    )

    assert times(agenda) == ["12-05 13:00", "20-05 09:00"]


def test_an_exception_that_the_series_took_out_later_is_gone() -> None:
    series = (START, "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20260519T130000")
    moved = ("DTSTART:20260520T090000", "RECURRENCE-ID:20260519T130000")

    gone = calendar(event(*series, "SEQUENCE:2"), event(*moved, "SEQUENCE:1"))
    back = calendar(event(*series, "SEQUENCE:2"), event(*moved, "SEQUENCE:3"))

    assert times(read(gone)) == ["12-05 13:00"]
    assert times(read(back)) == ["12-05 13:00", "20-05 09:00"]


def test_a_count_below_zero_means_endless() -> None:
    agenda = read(calendar(event(START, "RRULE:FREQ=WEEKLY;COUNT=-1;UNTIL=20260601")))

    assert times(agenda) == ["12-05 13:00", "19-05 13:00", "26-05 13:00"]


def test_of_two_different_appointments_with_one_name_the_other_is_told() -> None:
    agenda = read(calendar(event(START), event("DTSTART:20260513T090000", summary="Intake")))

    assert [a.titel for a in agenda.afspraken] == ["Intake"]
    assert [o.wat for o in agenda.overgeslagen] == ["MDO"]
    assert "hetzelfde kenmerk" in agenda.overgeslagen[0].reden
