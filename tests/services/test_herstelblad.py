"""The herstelblad is looked at every ninety days, by two groups of it."""

from tests.builders import SlowClock
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import Voorval

CODE = Herstelcode.new()


def answers(desk: Desk) -> dict[int, str]:
    return {number: CODE.groups[number - 1] for number in desk.herstelblad.stand().gevraagd}


def test_sheet_is_asked_for_after_ninety_days_and_not_before(desk: Desk, clock: SlowClock) -> None:
    desk.herstelblad.bewaar(CODE.groups)
    clock.pass_time(days=89)
    assert not desk.herstelblad.stand().is_tijd
    clock.pass_time(days=1)
    assert desk.herstelblad.stand().is_tijd


def test_two_right_groups_are_enough_and_count_from_that_day(desk: Desk, clock: SlowClock) -> None:
    desk.herstelblad.bewaar(CODE.groups)
    clock.pass_time(days=100)
    typed = {number: f" {group.lower()} " for number, group in answers(desk).items()}
    assert desk.herstelblad.klopt(typed) == ()
    stand = desk.herstelblad.stand()
    assert (stand.nagekeken_op, stand.is_tijd) == (clock().date(), False)
    assert desk.logboek.of_kluis()[0].detail == Voorval.BLAD_NAGEKEKEN


def test_wrong_group_is_named_and_the_sheet_is_asked_for_again(
    desk: Desk, clock: SlowClock
) -> None:
    desk.herstelblad.bewaar(CODE.groups)
    clock.pass_time(days=100)
    _, second = desk.herstelblad.stand().gevraagd
    typed = answers(desk) | {second: "0000"}
    assert desk.herstelblad.klopt(typed) == (second,)
    assert desk.herstelblad.stand().is_tijd


def test_asking_may_be_put_off_a_week(desk: Desk, clock: SlowClock) -> None:
    desk.herstelblad.bewaar(CODE.groups)
    clock.pass_time(days=90)
    desk.herstelblad.later()
    clock.pass_time(days=6)
    assert not desk.herstelblad.stand().is_tijd
    clock.pass_time(days=1)
    assert desk.herstelblad.stand().is_tijd


def test_kluis_of_before_counts_from_its_next_opening_and_asks_the_whole_code(
    desk: Desk, clock: SlowClock
) -> None:
    assert not desk.herstelblad.stand().is_tijd
    desk.herstelblad.begin()
    clock.pass_time(days=90)
    stand = desk.herstelblad.stand()
    assert (stand.is_tijd, stand.gevraagd) == (True, ())
    desk.herstelblad.bewaar(CODE.groups)
    desk.herstelblad.begin()
    assert len(desk.herstelblad.stand().gevraagd) == 2


def test_group_that_only_checks_is_never_kept_for_it_tells_of_the_others(desk: Desk) -> None:
    for _ in range(30):
        desk.herstelblad.bewaar(CODE.groups)
        assert 8 not in desk.herstelblad.stand().gevraagd
