"""`vtdesk term explain` as a script uses it: no kluis, no wachtzin."""

from collections.abc import Iterator

import pytest

from tests.cli.conftest import Run
from vtdesk.services import regelbestanden


@pytest.mark.parametrize(
    ("regel", "start", "raw", "datum"),
    [
        ("T1s", "2026-04-02", "2026-04-07", "2026-04-08"),  # two ordinary days, art. 2
        ("T1s", "2026-03-06", "2026-03-11", "2026-03-11"),
        ("T1s", "2026-04-16", "2026-04-21", "2026-04-21"),
        ("T1s", "2026-04-24", "2026-04-29", "2026-04-29"),
        ("T1s", "2026-05-11", "2026-05-16", "2026-05-18"),  # a Saturday
        ("T1s", "2026-12-23", "2026-12-28", "2026-12-28"),
        ("T1", "2026-04-02", "2026-04-13", "2026-04-13"),
        ("T1", "2026-03-06", "2026-03-13", "2026-03-13"),
        ("T1", "2026-04-16", "2026-04-23", "2026-04-23"),
        ("T1", "2026-04-24", "2026-05-04", "2026-05-04"),  # skips Koningsdag
        ("T1", "2026-05-11", "2026-05-19", "2026-05-19"),  # skips Hemelvaart
        ("T1", "2026-12-23", "2026-12-31", "2026-12-31"),
        ("T3", "2026-04-02", "2026-04-30", "2026-04-30"),
        ("T3", "2026-03-06", "2026-04-03", "2026-04-07"),  # Goede Vrijdag
        ("T3", "2026-04-16", "2026-05-14", "2026-05-15"),  # Hemelvaart
        ("T3", "2026-04-24", "2026-05-22", "2026-05-22"),
        ("T3", "2026-05-11", "2026-06-08", "2026-06-08"),
        ("T3", "2026-12-23", "2027-01-20", "2027-01-20"),
        ("T2", "2026-04-02", "2026-06-11", "2026-06-11"),
        ("T2", "2026-03-06", "2026-05-15", "2026-05-15"),
        ("T2", "2026-04-16", "2026-06-25", "2026-06-25"),
        ("T2", "2026-04-24", "2026-07-03", "2026-07-03"),
        ("T2", "2026-05-11", "2026-07-20", "2026-07-20"),
        ("T2", "2026-12-23", "2027-03-03", "2027-03-03"),
    ],
)
def test_a_date_is_explained_to_a_program(
    run: Run, regel: str, start: str, raw: str, datum: str
) -> None:
    data = run("term", "explain", regel, "--start", start, "--json").data

    assert (data["regel"], data["begin"], data["datum"]) == (regel, start, datum)
    assert data["zonder_verschuiving"] == raw
    assert bool(data["verschoven_door"]) is (raw != datum)
    assert data["sporen"][data["spoor"]]["datum"] == datum


def test_a_program_reads_both_tracks_the_skipped_days_and_the_article(run: Run) -> None:
    data = run("term", "explain", "T3", "--start", "2026-04-16", "--json").data

    assert data["overgeslagen"] == [{"dag": "2026-05-14", "reden": "Hemelvaartsdag"}]
    assert data["artikel"] == "Wmo 2015 art. 5.3.1 lid 1"
    assert data["verschoven_door"] == "Algemene termijnenwet art. 1"
    assert data["zonder_verschuiving"] == "2026-05-14"
    assert data["sporen"]["protocol"] is None
    assert data["zekerheid"] == "A"
    assert data["waarom"][0].startswith("De termijn begint op donderdag 16 april 2026: ")


def test_a_person_reads_both_tracks_and_why(run: Run) -> None:
    shown = run("term", "explain", "t1", "--start", "02-04-2026")

    assert shown.code == 0
    assert shown.out.splitlines()[:4] == [
        "T1 · Veiligheidsbeoordeling · begint donderdag 2 april 2026",
        "Wet       woensdag 8 april 2026  5 dagen      "
        "Uitvoeringsbesluit Wmo 2015 art. 4.1.7 lid 1",
        "Protocol  maandag 13 april 2026  5 werkdagen  Handelingsprotocol Veilig Thuis 2019",
        "Overgeslagen: vrijdag 3 april 2026 (Goede Vrijdag), zaterdag 4 april 2026, "
        "zondag 5 april 2026, maandag 6 april 2026 (Tweede Paasdag), zaterdag 11 april 2026, "
        "zondag 12 april 2026",
    ]
    assert "Waarom deze datum?\n- De termijn begint op donderdag 2 april 2026: " in shown.out


def test_a_track_without_a_rule_says_so_and_a_term_may_skip_nothing(run: Run) -> None:
    shown = run("term", "explain", "T2", "--start", "2026-04-13").out

    assert "\nProtocol  geen eigen termijn\n" in shown
    assert "\nOvergeslagen: geen dagen\n" in shown


@pytest.mark.parametrize(
    "start", ["2026-05-04T21:30", "2026-05-04 21:30", "2026-05-04T19:30+00:00"]
)
def test_a_huisverbod_ends_on_its_minute(run: Run, start: str) -> None:
    data = run("term", "explain", "T11", "--start", start, "--json").data

    assert data["begin"] == "2026-05-04T21:30:00+02:00"
    assert data["tijdstip"] == "2026-05-14T21:30:00+02:00"
    assert data["uiterste_datum"] == "2026-06-01"
    assert data["verschoven_door"] is None


def test_where_no_number_is_given_the_words_of_the_law_stand(run: Run) -> None:
    shown = run("term", "explain", "T16", "--start", "2026-05-12").out

    assert "Wet       dinsdag 12 mei 2026  onverwijld  Wmo 2015 art. 4.2.5" in shown


@pytest.mark.parametrize(
    ("regel", "start", "why"),
    [
        ("T99", "2026-04-16", "Er is geen termijnregel 'T99'. Kies uit: T1, T1s, "),
        ("T1", "2018-04-16", "T1 gold nog niet op maandag 16 april 2018. "),
        ("T3", "0026-04-16", "Het jaar 0026 kan niet kloppen. "),
        ("T3", "9999-12-31T23:30+00:00", "Het jaar 9999 kan niet kloppen. "),
    ],
)
def test_what_cannot_be_is_refused_in_words(run: Run, regel: str, start: str, why: str) -> None:
    told = run("term", "explain", regel, "--start", start)
    document = run("term", "explain", regel, "--start", start, "--json")

    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(why)
    assert (document.code, document.data["code"]) == (1, 1)
    assert document.data["fout"].startswith(why)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("explain", "T3"), "Er ontbreekt nog: --start."),
        (("explain", "--start", "2026-04-16"), "Er ontbreekt nog: REGEL."),
        (("explain", "T3", "--start", "morgen"), "Bij --start: schrijf de dag als 2026-04-16"),
        (("explain", "T3", "--start", "2026-02-30"), "Bij --start: schrijf de dag als"),
        ((), "Er ontbreekt nog: OPDRACHT."),
    ],
)
def test_a_command_that_is_not_whole_is_code_2(run: Run, words: tuple[str, ...], why: str) -> None:
    told = run("term", *words)

    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(why)


@pytest.fixture
def no_rules(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> Iterator[None]:
    """Let the program stand without its rule files."""
    regelbestanden.termijnregels.cache_clear()
    monkeypatch.setattr("vtdesk.resources.root", lambda: tmp_path)
    yield
    regelbestanden.termijnregels.cache_clear()


@pytest.mark.usefixtures("no_rules")
def test_a_program_without_its_rules_says_what_to_do(run: Run) -> None:
    told = run("term", "explain", "T3", "--start", "2026-04-16")

    assert (told.code, told.out) == (1, "")
    assert told.err == (
        "Het bestand termijnen.toml kan niet worden gelezen. Installeer vtdesk opnieuw.\n"
    )
