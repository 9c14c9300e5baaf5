"""Questions to informants: each step in its order, with its day, and the way back."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, add_casus
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.informatie import STEPS, InformatieGegevens, InformatieRow, Stap

VRAAG = InformatieGegevens(
    aan="juf Tess",
    gevraagd="Hoe gaat het met Pip in de klas?",
    grond="Wmo 2015 art. 5.2.6",
    ouders_weten="Moeder weet het sinds 11 mei.",
)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def only(desk: Desk, casus_id: UUID) -> InformatieRow:
    [row] = desk.informatie.of_casus(casus_id)
    return row


def take(desk: Desk, vraag: UUID, *steps: Stap, op: date = TODAY) -> None:
    for step in steps:
        desk.informatie.step(vraag, step, op, antwoord="Ze oogt moe.")


def test_a_question_keeps_its_ground_and_what_the_parents_know(desk: Desk, casus_id: UUID) -> None:
    desk.informatie.ask(casus_id, VRAAG)

    row = only(desk, casus_id)
    assert (row.gegevens, row.stap, row.volgende) == (VRAAG, Stap.GEVRAAGD, Stap.VERSTUURD)


@pytest.mark.parametrize(
    ("wrong", "words"), [({"aan": " "}, "aan wie"), ({"gevraagd": ""}, "wat je vraagt")]
)
def test_a_question_to_nobody_or_about_nothing_is_refused(
    desk: Desk, casus_id: UUID, wrong: dict[str, str], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        desk.informatie.ask(casus_id, replace(VRAAG, **wrong))

    assert desk.informatie.of_casus(casus_id) == []


def test_a_question_is_followed_until_the_informant_agrees(desk: Desk, casus_id: UUID) -> None:
    vraag = desk.informatie.ask(casus_id, VRAAG)
    days = [date(2026, 5, day) for day in (6, 8, 11, 12)]

    for step, op in zip(STEPS[1:], days, strict=True):
        desk.informatie.step(vraag, step, op, antwoord="Ze oogt moe.")

    row = only(desk, casus_id)
    assert [row.dag(step) for step in STEPS[1:]] == days
    assert (row.antwoord, row.volgende) == ("Ze oogt moe.", None)


def test_no_step_can_be_left_out(desk: Desk, casus_id: UUID) -> None:
    vraag = desk.informatie.ask(casus_id, VRAAG)

    with pytest.raises(UserError, match="verstuurd"):
        desk.informatie.step(vraag, Stap.AKKOORD, TODAY)

    assert only(desk, casus_id).stap is Stap.GEVRAAGD


def test_an_answer_without_words_a_day_to_come_and_one_before_the_last_are_refused(
    desk: Desk, casus_id: UUID
) -> None:
    vraag = desk.informatie.ask(casus_id, VRAAG)
    take(desk, vraag, Stap.VERSTUURD, op=date(2026, 5, 8))

    with pytest.raises(UserError, match="wat het antwoord is"):
        desk.informatie.step(vraag, Stap.BEANTWOORD, TODAY)
    with pytest.raises(UserError, match="toekomst"):
        desk.informatie.step(vraag, Stap.BEANTWOORD, date(2026, 5, 13), antwoord="x")
    with pytest.raises(UserError, match="vorige stap"):
        desk.informatie.step(vraag, Stap.BEANTWOORD, date(2026, 5, 7), antwoord="x")

    assert only(desk, casus_id).stap is Stap.VERSTUURD


def test_what_was_sent_cannot_be_removed_but_a_wrong_step_can_go_back(
    desk: Desk, casus_id: UUID
) -> None:
    vraag = desk.informatie.ask(casus_id, VRAAG)
    take(desk, vraag, Stap.VERSTUURD)

    with pytest.raises(UserError, match="blijft staan"):
        desk.informatie.remove(vraag)
    desk.informatie.step_back(vraag)

    assert desk.informatie.remove(vraag) == VRAAG
    assert desk.informatie.of_casus(casus_id) == []


def test_a_change_that_was_read_before_another_is_refused(desk: Desk, casus_id: UUID) -> None:
    vraag = desk.informatie.ask(casus_id, VRAAG)
    seen = only(desk, casus_id).version
    desk.informatie.change(vraag, seen, replace(VRAAG, grond="toestemming van moeder"))

    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.informatie.change(vraag, seen, VRAAG)

    assert only(desk, casus_id).gegevens.grond == "toestemming van moeder"


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(STEPS), st.dates(date(2026, 4, 1), date(2026, 6, 1))), max_size=12
    )
)
def test_the_days_of_the_steps_never_run_back(desk: Desk, wishes: list[tuple[Stap, date]]) -> None:
    casus_id = add_casus(desk, nummer=f"VT-{len(desk.casussen.all())}")
    vraag = desk.informatie.ask(casus_id, VRAAG)
    for step, op in wishes:
        try:
            desk.informatie.step(vraag, step, op, antwoord="x")
        except UserError:
            continue

    row = only(desk, casus_id)
    taken = STEPS[1 : STEPS.index(row.stap) + 1]
    days = [row.dag(step) for step in taken]
    assert all(day is not None and day <= TODAY for day in days)
    assert all(one <= other for one, other in pairwise(d for d in days if d))
