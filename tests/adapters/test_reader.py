"""The process that reads: hostile files end in words, quickly, and can reach nothing."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.adapters.agendas import DATA, TOT, VANAF, calendar, event, read
from vtdesk.adapters import reader
from vtdesk.adapters.child import clean_environment
from vtdesk.errors import OutsideError
from vtdesk.values.agendapunt import GelezenAgenda, Overgeslagen

START = "DTSTART:20260512T130000"


def read_elsewhere(data: bytes) -> GelezenAgenda:
    begin = time.monotonic()
    try:
        return reader.read_agenda(data, vanaf=VANAF, tot=TOT)
    finally:
        assert time.monotonic() - begin < reader.MAX_SECONDS + 5


def test_the_process_reads_the_same_as_the_function() -> None:
    data = (DATA / "google.ics").read_bytes()

    assert read_elsewhere(data) == read(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"\0" * 4096, "leeg"),
        (b"<html><body>Inloggen</body></html>", "geen agendabestand"),
        (b"BEGIN:VCARD\r\nFN:Iemand\r\nEND:VCARD\r\n", "geen agendabestand"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 200_000, "meer dan 20.000 onderdelen"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:X-IN\n" * 200_000, "te diep in elkaar"),
        (b"x" * (reader.MAX_INPUT + 1), "groter dan 10 MB"),
    ],
    ids=["empty", "nul", "html", "vcard", "nested events", "nested parts", "too large"],
)
def test_what_is_no_honest_agenda_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(OutsideError, match=words):
        read_elsewhere(data)


RARE = "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([START, "RRULE:FREQ=SECONDLY"], "vaker dan een paar keer per dag"),
        ([START, "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6"], "vaker dan een paar keer per dag"),
        ([START, "RRULE:FREQ=NOOIT"], "kan niet kloppen"),
        ([START, "RRULE:INTERVAL=2"], "herhaling is onbekend"),
        (
            ["DTSTART:19000101T120000", "RRULE:FREQ=DAILY;COUNT=90000"],
            "meer dan vijftig jaar geleden",
        ),
        ([START, "DTEND:20260512T120000"], "einde ligt voor het begin"),
        ([START, "DURATION:P999999999W"], "kan niet kloppen"),
        (["DTSTART:20261332T256199"], "kan niet kloppen"),
        (["DTSTART:00010101T000000", "RECURRENCE-ID:00010101T000000"], "kan niet kloppen"),
        (["DTSTART:99991231T235900Z", "RECURRENCE-ID:99991231T235900Z"], "kan niet kloppen"),
        ([f"{START}", f"RDATE:{'20260512T130000,' * 20_000}"], "meer dan 100.000 tekens"),
        (["LOCATION:Zaal 3"], "geen begintijd"),
    ],
)
def test_an_impossible_appointment_is_left_out_and_the_rest_is_read(
    lines: list[str], reason: str
) -> None:
    agenda = read(calendar(event(*lines, uid="raar", summary="Raar"), event(START)))

    assert [a.titel for a in agenda.afspraken] == ["MDO"]
    assert [o.wat for o in agenda.overgeslagen] == ["Raar"]
    assert reason in agenda.overgeslagen[0].reden


@pytest.mark.parametrize("begin", ["00010101T000000", "19991231T120000", "99991231T235900Z"])
def test_what_lies_outside_the_period_is_counted_in_words(begin: str) -> None:
    agenda = read(calendar(event(f"DTSTART:{begin}", "DURATION:PT1H", uid="ver"), event(START)))

    assert [a.titel for a in agenda.afspraken] == ["MDO"]
    assert agenda.overgeslagen == (
        Overgeslagen("1 afspraak", "Buiten de periode 1 maart 2026 tot 1 januari 2027."),
    )


def test_endless_series_are_read_as_far_as_the_period() -> None:
    series = [f"{START}", "DURATION:PT1H"]
    agenda = read_elsewhere(
        calendar(
            event(*series, "RRULE:FREQ=DAILY;COUNT=1000000000", uid="a"),
            event("DTSTART:00020101T120000", "RRULE:FREQ=WEEKLY", uid="b"),
            event(*series, f"RRULE:{RARE}", uid="c"),
            event(*series, "RRULE:FREQ=YEARLY;INTERVAL=2147483647", uid="d"),
            event("DTSTART:20250101T080000", "RRULE:FREQ=DAILY;BYHOUR=8,9,10,11", uid="e"),
        )
    )

    assert len(agenda.afspraken) == 234 + 44 + 1 + 1 + 1_000
    assert agenda.volledig == {"a", "b", "c", "d"}


def test_more_than_five_thousand_appointments_end_at_a_day_that_is_named() -> None:
    events = [
        event(f"DTSTART:2026{3 + i // 2_000:02}12T{i % 24:02}{i % 60:02}00", uid=str(i))
        for i in range(6_000)
    ]
    agenda = read_elsewhere(calendar(*events))

    assert len(agenda.afspraken) == 5_000
    assert agenda.overgeslagen[0].wat == "Alles na 12 mei 2026"
    assert agenda.volledig == frozenset()


def test_a_cut_file_gives_what_was_whole() -> None:
    whole = calendar(event(START), event("DTSTART:20260513T130000", uid="twee", summary="Half"))
    agenda = read_elsewhere(whole[: whole.index(b"END:VEVENT", -40)])

    assert [a.titel for a in agenda.afspraken] == ["MDO"]
    assert "breekt hier af" in agenda.overgeslagen[0].reden


def test_alarms_and_clocks_that_never_stop_are_not_run() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:-PT1M\nREPEAT:2000000000\nDURATION:PT1S\nEND:VALARM"
    clock = (
        "BEGIN:VTIMEZONE\nTZID:Tik\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE"
    )
    agenda = read_elsewhere(
        calendar(clock, event("DTSTART;TZID=Tik:20260512T130000", "DURATION:PT1H", alarm))
    )

    assert "Onbekende tijdzone" in agenda.afspraken[0].opmerking


def test_one_line_of_five_million_letters_does_no_harm() -> None:
    agenda = read_elsewhere(
        calendar(event(START, "DESCRIPTION:" + "x" * 5_000_000), event(START, uid="b"))
    )

    assert len(agenda.afspraken) == 2


def test_nul_bytes_and_a_misspelled_zone_are_survived() -> None:
    data = calendar(
        "BEGIN:VTIMEZOKE\nTZID:x\nEND:VTIMEZONE", event(START, summary="M\0DO"), "END:VEVENT"
    )

    assert [a.titel for a in read_elsewhere(data).afspraken] == ["MDO"]


def test_a_path_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.ics"
    secret.write_bytes(calendar(event(START)))

    with pytest.raises(OutsideError, match="geen agendabestand"):
        read_elsewhere(str(secret).encode())


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/hostname')",
        "__import__('socket').socket()",
        "__import__('os').system('true')",
        "__import__('subprocess').run(['true'])",
        "bytearray(600 * 1024 * 1024)",
        "[0 for _ in iter(int, 1)]",
    ],
)
def test_the_process_itself_can_reach_nothing(attempt: str) -> None:
    code = (
        "import resource, socket, subprocess\n"
        "from vtdesk.adapters import child, reader\n"
        "reader.MAX_SECONDS = 1\n"
        "child.limit(reader.limits())\nchild.lock_in()\n"
        f"{attempt}\nprint('reached')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env=clean_environment(),
    )

    assert done.returncode != 0
    assert "reached" not in done.stdout


def test_a_process_that_hangs_or_talks_nonsense_ends_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "MAX_SECONDS", 0.5)
    for script in (
        "while True: pass",
        "print('[]')",
        "print('{\"afspraken\": 3}')",
        "raise SystemExit(9)",
        f"print('x' * {reader.MAX_OUTPUT + 10})",
    ):
        monkeypatch.setattr(
            reader, "command", lambda *_, script=script: [sys.executable, "-S", "-c", script]
        )
        with pytest.raises(OutsideError, match="kan niet worden gelezen") as caught:
            read_elsewhere(calendar(event(START, summary="Zilverduin")))
        assert "Zilverduin" not in repr(caught.value)


def test_no_secret_of_the_surroundings_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VTDESK_GEHEIM", "paard batterij")
    monkeypatch.setattr(
        reader,
        "command",
        lambda *_: [
            sys.executable,
            "-c",
            "import json, os; print(json.dumps({'geweigerd': ' '.join(sorted(os.environ))}))",
        ],
    )

    with pytest.raises(OutsideError) as caught:
        read_elsewhere(calendar(event(START)))

    assert "VTDESK_GEHEIM" not in str(caught.value)
    assert "HOME" not in str(caught.value)


def test_a_file_is_looked_at_before_it_is_taken_in(tmp_path: Path) -> None:
    large = tmp_path / "groot.ics"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 50 * 1024 * 1024)

    for path, words in (
        (large, "groter dan 10 MB"),
        (tmp_path, "een map"),
        (tmp_path / "weg.ics", "bestaat niet"),
    ):
        with pytest.raises(OutsideError, match=words):
            reader.read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes in a folder")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "agenda.ics"
    os.mkfifo(pipe)

    with pytest.raises(OutsideError, match="geen gewoon bestand"):
        reader.read_file(pipe)


def test_the_answer_is_plain_json() -> None:
    agenda = read((DATA / "outlook.ics").read_bytes())

    assert GelezenAgenda.from_json(json.loads(json.dumps(agenda.to_json()))) == agenda
