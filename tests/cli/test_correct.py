"""`vtdesk correct`: the same list with and without doing it."""

from datetime import date
from pathlib import Path

from tests.builders import TODAY, SlowClock, at, held_talk, with_blocks
from tests.cli.conftest import Run
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import plain

AUTO = "auto van Dario bij haar huis"
LATER = "2026-06-02T10:00"
CONCEPT_1, CONCEPT_2 = date(2026, 5, 28), date(2026, 6, 1)


def test_a_trial_shows_who_holds_the_note_about_the_car_and_changes_nothing(
    run: Run, demo_kluis: Path
) -> None:
    words = ("--vault", demo_kluis, "correct", AUTO, "--withdraw", "Loes wil dit niet")
    trial = run(*words, "--dry-run", "--json").data
    again = run(*words, "--dry-run", "--json").data

    assert trial == again
    assert not trial["uitgevoerd"]
    assert [(one["stuk"], one["versie"]) for one in trial["stukken"]] == [
        ("Gespreksverslag, Loes teruggebeld", "versie 1"),
        ("Gespreksverslag, Loes teruggebeld", "versie 2"),
        ("Intakeformulier crisis", "versie 1"),
    ]
    assert [(one["ontvanger"], one["stuk"]) for one in trial["ontvangers"]] == [
        ("Crisis Interventie Team (CIT)", "Intakeformulier crisis")
    ]
    assert trial["uitspraak"]["tekst"].startswith("Weerlegd: ")


def test_what_sanne_said_stands_in_three_documents_and_reached_three_receivers(
    run: Run, demo_kluis: Path, demo_desk: Desk
) -> None:
    casus = demo_desk.casussen.find("0158")
    visit = next(
        row for row in demo_desk.verslagen.of_casus(casus.id) if row.titel == "Huisbezoek Sanne"
    )
    for receiver in ("Wijkteam Dorpslaan", "Ivo Testman"):
        demo_desk.correcties.note_verzending(VerzendingGegevens(visit.id, 1, receiver, TODAY))
    words = ("correct", "omdat ik dat wilde", "--withdraw", "Sanne wil dit anders zeggen")
    trial = run("--vault", demo_kluis, *words, "--dry-run", "--json").data

    assert sorted((one["stuk"], one["versie"]) for one in trial["stukken"]) == [
        ("Gespreksverslag, Huisbezoek Sanne", "versie 1"),
        ("Intakeformulier crisis", "versie 1"),
        ("Veiligheidsbeoordeling", "besluit"),
    ]
    assert sorted(one["ontvanger"] for one in trial["ontvangers"]) == [
        "Crisis Interventie Team (CIT)", "Ivo Testman", "Wijkteam Dorpslaan",
    ]  # fmt: skip


def send_draft_twice(desk: Desk, clock: SlowClock) -> None:
    """Let a draft that uses what mother told of alcohol go to Ivo on 28 May and on 1 June."""
    casus = desk.casussen.find("0141")
    alcohol = desk.uitspraken.find("zou drinken").regel
    clock.now = at(16, 0, date(2026, 5, 28))
    begin, einde = at(9, 0, CONCEPT_1), at(10, 0, CONCEPT_1)
    talk = held_talk(desk, casus.id, titel="Onderzoek, conceptverslag", begin=begin, einde=einde)
    verslag_id = desk.verslagen.start(talk)
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", alcohol))
    for day in (CONCEPT_1, CONCEPT_2):
        clock.now = at(16, 0, day)
        desk.correcties.note_verzending(VerzendingGegevens(verslag_id, None, "Ivo Testman", day))


def test_what_mother_withdraws_on_2_june_is_found_in_the_draft_that_ivo_had_twice(
    run: Run, demo_kluis: Path, demo_desk: Desk, clock: SlowClock
) -> None:
    send_draft_twice(demo_desk, clock)
    words = (
        "--vault", demo_kluis, "--now", LATER, "correct", "zou drinken", "--withdraw",
        "Moeder trekt dit in: zij heeft het alleen van Ria.",
    )  # fmt: skip
    trial = run(*words, "--dry-run", "--json").data
    done = run(*words, "--json").data

    assert done["stukken"] == trial["stukken"]
    assert [(one["stuk"], one["versie"]) for one in done["stukken"]] == [
        ("Gespreksverslag, Gesprek moeder", "versie 1"),
        ("Gespreksverslag, Onderzoek, conceptverslag", "concept"),
    ]
    assert [(o["ontvanger"], o["versie"]) for o in done["ontvangers"]] == [
        ("Ivo Testman", "concept 1"), ("Ivo Testman", "concept 2"),
    ]  # fmt: skip
    assert len(done["brieven"]) == 2
    assert done["uitspraak"]["verificatie"] == "ingetrokken"
    assert "Ingetrokken: " in run("--vault", demo_kluis, "correct", "zou drinken", "--withdraw",
                                  "nog eens", "--dry-run").out  # fmt: skip


def test_a_statement_that_is_not_there_or_not_one_is_refused(run: Run, demo_kluis: Path) -> None:
    for called, sentence in (("vliegtuig", "is er niet"), ("deur", "zo heten"), ("x", "vier")):
        outcome = run("--vault", demo_kluis, "correct", called, "--withdraw", "reden", "--dry-run")
        assert (outcome.code, sentence in outcome.err) == (1, True)


def test_case_1_shows_one_gap_father_was_not_asked_about_alcohol(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0141")
    matrix = demo_desk.uitspraken.perspectieven(casus.id)

    assert [p.naam for p in matrix.partijen][:4] == ["Pip", "Job", "Otis", "Maren"]
    assert [
        (thema, p.naam) for thema in matrix.themas for p in matrix.partijen
        if matrix.cel(thema, p).gat
    ] == [("alcohol", "Otis")]  # fmt: skip


def test_father_contradicts_mother_and_the_two_are_tied(demo_desk: Desk) -> None:
    door = demo_desk.uitspraken.find("de deur nog vasthield")
    detail = demo_desk.uitspraken.detail(door.id)

    assert door.regel.verificatie is Verificatie.TEGENGESPROKEN
    assert [plain(row.regel) for row in detail.reacties] == [
        "“De auto stond stil tot iedereen eruit was.”"
    ]


def test_the_car_was_refuted_at_1340_and_the_cit_still_has_to_hear(demo_desk: Desk) -> None:
    car = demo_desk.uitspraken.find(AUTO)
    keten = demo_desk.correcties.keten(car.id)

    assert keten.wijziging
    assert keten.wijziging.moment.isoformat() == "2026-05-12T13:40:00+02:00"
    [letter] = keten.open_brieven
    words = demo_desk.correcties.brief(letter.id).woorden()
    assert letter.ontvanger == "Crisis Interventie Team (CIT)"
    assert "weerlegd door wijkagent" in words
    assert demo_desk.correcties.controle(car.casus_id) == []


def test_job_was_not_spoken_for_40_days_and_pip_said_it_in_her_own_words(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0141")
    pip, job = demo_desk.kindspoor.of_casus(casus.id)

    assert (job.gesproken_op, job.dagen) == (None, 40)
    assert pip.eigen_woorden
    assert plain(pip.eigen_woorden).startswith("“Als ze schreeuwen tel ik de stoeptegels.")
    assert (pip.dagen, pip.gesproken_hoe) == (5, "Op school, alleen")


def test_every_statement_of_the_three_files_has_a_theme(demo_desk: Desk) -> None:
    count = {}
    for number in ("0141", "0158", "0097"):
        rows = demo_desk.uitspraken.rows(demo_desk.casussen.find(number).id)
        assert all(row.thema for row in rows)
        count[number] = [row.regel.letter for row in rows].count(Letter.DUIDING)
    assert count == {"0141": 1, "0158": 1, "0097": 1}
