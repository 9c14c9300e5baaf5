"""The crisisnotitie: a line with its time per Enter, until it is closed."""

from uuid import UUID

import pytest

from tests.builders import SlowClock, add_casus, at
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def test_each_line_has_the_time_at_which_it_was_written(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    notitie_id = desk.crisisnotities.begin(casus_id)
    desk.crisisnotities.add_line(notitie_id, " Moeder belt, huilt ")
    clock.pass_time(minutes=4)
    desk.crisisnotities.add_line(notitie_id, "Politie onderweg")

    running = desk.crisisnotities.running()
    assert running is not None
    assert [(r.moment, r.tekst) for r in running.regels] == [
        (at(17, 22), "Moeder belt, huilt"), (at(17, 26), "Politie onderweg"),
    ]  # fmt: skip
    assert (running.casus, running.loopt) == ("Zilverduin / Havikskruid", True)


def test_it_runs_until_it_is_closed(desk: Desk, clock: SlowClock) -> None:
    notitie_id = desk.crisisnotities.begin()
    desk.crisisnotities.add_line(notitie_id, "Geschreeuw in de gang")
    clock.pass_time(minutes=30)

    desk.crisisnotities.close(notitie_id)

    assert desk.crisisnotities.running() is None
    assert desk.crisisnotities.detail(notitie_id).afgesloten_op == at(17, 52)
    with pytest.raises(UserError, match="gesloten"):
        desk.crisisnotities.add_line(notitie_id, "nog iets")
    desk.crisisnotities.reopen(notitie_id)
    assert desk.crisisnotities.running() is not None


def test_of_two_that_run_the_last_comes_first(desk: Desk, clock: SlowClock) -> None:
    first = desk.crisisnotities.begin()
    desk.crisisnotities.add_line(first, "een")
    clock.pass_time(minutes=1)
    second = desk.crisisnotities.begin()

    assert [row.id for row in desk.crisisnotities.all_running()] == [second, first]
    desk.crisisnotities.close(second)
    running = desk.crisisnotities.running()
    assert running is not None
    assert running.id == first


def test_one_without_a_line_leaves_nothing_behind(desk: Desk, casus_id: UUID) -> None:
    notitie_id = desk.crisisnotities.begin(casus_id)

    with pytest.raises(UserError, match="wat er gebeurt"):
        desk.crisisnotities.add_line(notitie_id, "  ")
    desk.crisisnotities.close(notitie_id)

    assert desk.crisisnotities.of_casus(casus_id) == []


def test_the_casus_may_be_chosen_later(desk: Desk, casus_id: UUID) -> None:
    notitie_id = desk.crisisnotities.begin()
    desk.crisisnotities.add_line(notitie_id, "Vader staat voor de deur")
    assert desk.crisisnotities.of_casus(casus_id) == []

    desk.crisisnotities.set_casus(notitie_id, casus_id)

    [row] = desk.crisisnotities.of_casus(casus_id)
    assert [regel.tekst for regel in row.regels] == ["Vader staat voor de deur"]


def test_a_line_is_taken_back_only_while_it_runs(desk: Desk) -> None:
    notitie_id = desk.crisisnotities.begin()
    wrong = desk.crisisnotities.add_line(notitie_id, "verkeerd")
    kept = desk.crisisnotities.add_line(notitie_id, "goed")

    desk.crisisnotities.remove_line(wrong)
    desk.crisisnotities.close(notitie_id)

    assert [r.id for r in desk.crisisnotities.detail(notitie_id).regels] == [kept]
    with pytest.raises(UserError, match="staan vast"):
        desk.crisisnotities.remove_line(kept)


def test_its_lines_are_found_in_its_casus(desk: Desk, casus_id: UUID) -> None:
    notitie_id = desk.crisisnotities.begin(casus_id)
    desk.crisisnotities.add_line(notitie_id, "Ambulance besteld")

    [found] = desk.zoeken.zoek("ambulance").vondsten

    assert (found.ding, found.casus_id, found.zin) == (notitie_id, casus_id, "Ambulance besteld")
