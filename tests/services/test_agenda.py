"""The agenda through its use cases."""

from datetime import date, timedelta

import pytest

from tests.builders import TODAY, SlowClock, add_casus, at, held_talk, plan
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.values.kinds import AfspraakSoort


def titles(desk: Desk, day: date = TODAY) -> list[str]:
    return [row.titel for row in desk.agenda.on_day(day)]


def test_a_day_shows_what_touches_it_earliest_first(desk: Desk) -> None:
    plan(desk, None, titel="Laat", begin=at(22), einde=at(22) + timedelta(hours=4))
    plan(desk, None, titel="Vroeg", begin=at(8), einde=at(9))
    plan(desk, None, titel="Morgen", begin=at(9, day=date(2026, 5, 13)),
         einde=at(10, day=date(2026, 5, 13)))  # fmt: skip

    assert titles(desk) == ["Vroeg", "Laat"]
    assert titles(desk, date(2026, 5, 13)) == ["Laat", "Morgen"]


def test_an_end_before_the_begin_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="Het einde ligt niet na het begin"):
        plan(desk, None, begin=at(10), einde=at(9))

    assert titles(desk) == []


def test_moving_the_rest_of_the_day_leaves_the_morning_alone(desk: Desk) -> None:
    plan(desk, None, titel="Ochtend", begin=at(9), einde=at(10))
    first = plan(desk, None, titel="Eerst", begin=at(13), einde=at(14))
    plan(desk, None, titel="Daarna", begin=at(15), einde=at(16))

    desk.agenda.move_rest(first, at(13, 25))

    begins = {row.titel: row.begin for row in desk.agenda.on_day(TODAY)}
    assert begins == {"Ochtend": at(9), "Eerst": at(13, 25), "Daarna": at(15, 25)}


def test_a_held_talk_no_longer_moves(desk: Desk) -> None:
    talk = held_talk(desk, add_casus(desk))

    with pytest.raises(UserError, match="geplande afspraak"):
        desk.agenda.move(talk, at(18))

    assert desk.agenda.detail(talk).begin == at(16, 15)


def test_what_has_not_begun_was_not_held(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk), begin=at(18), einde=at(19))

    with pytest.raises(UserError, match="nog niet begonnen"):
        desk.agenda.hold(talk)


def test_a_held_talk_owes_a_verslag_until_it_is_final_or_not_needed(desk: Desk) -> None:
    casus_id = add_casus(desk)
    talk = held_talk(desk, casus_id)
    plan(desk, casus_id, titel="nog niet gehouden")
    held_lunch = plan(desk, None, soort=AfspraakSoort.LUNCH)
    desk.agenda.hold(held_lunch)

    assert [row.id for row in desk.agenda.owed()] == [talk]

    desk.agenda.needs_no_verslag(talk, "staat in het verslag van 11 mei")
    assert desk.agenda.owed() == []
    with pytest.raises(UserError, match="waarom er geen verslag nodig is"):
        desk.agenda.needs_no_verslag(talk, "  ")
    assert desk.agenda.owed() == []
    desk.agenda.needs_no_verslag(talk, "")
    assert [row.id for row in desk.agenda.owed()] == [talk]


def test_what_is_over_waits_to_be_confirmed(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))

    assert [row.id for row in desk.agenda.to_confirm()] == [talk]
    desk.agenda.hold(talk)
    assert desk.agenda.to_confirm() == []


def test_a_talk_of_a_casus_is_never_removed(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))

    with pytest.raises(UserError, match="Zeg een afspraak van een casus af"):
        desk.agenda.remove(talk)


def test_the_talk_that_goes_on_now_comes_before_the_last_held_one(
    desk: Desk, clock: SlowClock
) -> None:
    casus_id = add_casus(desk)
    first = held_talk(desk, casus_id, titel="Eerder")
    assert desk.agenda.current().id == first  # type: ignore[union-attr]  # there is one

    second = plan(desk, casus_id, titel="Nu", begin=at(17), einde=at(18))
    assert desk.agenda.current().id == second  # type: ignore[union-attr]  # there is one


def test_an_hour_lasts_an_hour_on_the_night_of_the_clock_change(desk: Desk) -> None:
    night = date(2026, 10, 25)
    plan(desk, None, titel="Crisis", begin=at(1, 30, night), einde=at(4, day=night))

    assert titles(desk, night) == ["Crisis"]
    assert titles(desk, date(2026, 10, 24)) == []


def test_a_parkeernotitie_offers_its_lines_and_never_the_feeling(desk: Desk) -> None:
    talk = held_talk(desk, add_casus(desk))
    note_id = desk.notities.save(
        NotitieGegevens(gezegd="Eerste zin.\n\nTweede zin.", gevoel="Ik was bang."),
        afspraak_id=talk,
    )

    regels = desk.notities.regels(talk)
    assert [regel.tekst for regel in regels] == ["Eerste zin.", "Tweede zin."]

    desk.notities.mark_used(note_id, regels[1].sleutel)
    assert [regel.gebruikt for regel in desk.notities.regels(talk)] == [False, True]


def test_a_half_typed_note_is_a_concept_until_it_is_stored(desk: Desk) -> None:
    note_id = desk.notities.save(NotitieGegevens(zorg="half"), afspraak_id=None, concept=True)
    assert desk.notities.concept().id == note_id  # type: ignore[union-attr]  # there is one

    desk.notities.save(NotitieGegevens(zorg="heel"), afspraak_id=None, notitie_id=note_id)
    assert desk.notities.concept() is None


def test_moved_blocks_go_back_to_where_they_stood(desk: Desk) -> None:
    first = plan(desk, None, titel="Eerst", begin=at(13), einde=at(14))
    second = plan(desk, None, titel="Daarna", begin=at(15), einde=at(16))
    between = plan(desk, None, titel="Ertussen", begin=at(12), einde=at(12, 30))
    desk.agenda.move_rest(first, at(11, 30))

    desk.agenda.move_each({first: at(13), second: at(15)})

    begins = {row.id: row.begin for row in desk.agenda.on_day(TODAY)}
    assert begins == {between: at(12), first: at(13), second: at(15)}


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 31), date(2200, 1, 1), date.max])
def test_a_day_outside_these_ages_is_refused_in_words(desk: Desk, day: date) -> None:
    with pytest.raises(UserError, match="kan niet kloppen"):
        desk.agenda.on_day(day)
