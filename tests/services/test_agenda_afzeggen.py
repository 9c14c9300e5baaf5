"""Cancelling: a new date, a reason, or open until one of the two comes."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.builders import SlowClock, add_casus, at, held_talk, plan
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens, GesprekGegevens
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfspraakStaat

LATER = date(2026, 5, 26)


def open_ones(desk: Desk) -> list[str]:
    return [row.titel for row in desk.agenda.not_replanned()]


def test_a_reason_ends_it(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))

    desk.agenda.cancel(talk, "vader is ziek")

    row = desk.agenda.detail(talk)
    assert (row.staat, row.reden) == (AfspraakStaat.AFGEZEGD, "vader is ziek")
    assert open_ones(desk) == []


def test_without_a_reason_or_a_date_it_stays_open_whatever_its_age(desk: Desk) -> None:
    casus = add_casus(desk)
    old = date(2024, 2, 29)
    desk.agenda.cancel(plan(desk, casus, titel="Nu"))
    desk.agenda.cancel(
        plan(desk, casus, titel="Lang geleden", begin=at(9, day=old), einde=at(10, day=old))
    )

    assert open_ones(desk) == ["Lang geleden", "Nu"]
    assert all(row.needs_new_date for row in desk.agenda.not_replanned())


def test_it_is_still_open_when_the_kluis_was_closed_in_between(
    open_store: Callable[[], Store], clock: SlowClock
) -> None:
    store = open_store()
    before = Desk.over(store, clock)
    before.agenda.cancel(plan(before, add_casus(before)))
    store.close()

    assert open_ones(Desk.over(open_store(), clock)) == ["Eerste gesprek vader"]


def test_a_reason_given_later_solves_it_and_can_be_taken_back(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))
    desk.agenda.cancel(talk)

    desk.agenda.give_reason(talk, " wijkteam neemt het over ")
    assert desk.agenda.detail(talk).reden == "wijkteam neemt het over"
    assert open_ones(desk) == []

    desk.agenda.give_reason(talk, "")
    assert open_ones(desk) == ["Eerste gesprek vader"]


def test_spaces_are_no_reason(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))
    desk.agenda.cancel(talk)
    desk.agenda.give_reason(talk, "ziek")

    with pytest.raises(UserError, match="waarom er geen nieuwe datum is"):
        desk.agenda.give_reason(talk, "  ")
    assert desk.agenda.detail(talk).reden == "ziek"


def test_only_what_was_cancelled_gets_such_a_reason(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))

    with pytest.raises(UserError, match="niet afgezegd"):
        desk.agenda.give_reason(talk, "ziek")


def test_a_new_date_solves_it_and_keeps_who_was_invited(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))
    desk.gesprekken.set(talk, GesprekGegevens(deelnames=(DeelnameGegevens("Otis", "vader"),)))
    desk.agenda.cancel(talk)

    new = desk.agenda.replace(talk, at(10, day=LATER))

    assert desk.agenda.detail(talk).staat is AfspraakStaat.VERZET
    assert desk.agenda.detail(new).wie == ("Otis",)
    assert open_ones(desk) == []


@pytest.mark.parametrize("before", [AfspraakStaat.GEPLAND, AfspraakStaat.AFGEZEGD])
def test_a_new_date_can_be_undone(desk: Desk, before: AfspraakStaat) -> None:
    talk = plan(desk, add_casus(desk))
    if before is AfspraakStaat.AFGEZEGD:
        desk.agenda.cancel(talk)
    desk.agenda.replace(talk, at(10, day=LATER))

    desk.agenda.unreplace(talk, before)

    assert desk.agenda.detail(talk).staat is before
    assert desk.agenda.on_day(LATER) == []


def test_a_new_date_about_which_something_was_noted_does_not_go(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))
    new = desk.agenda.replace(talk, at(10, day=LATER))
    desk.notities.save(NotitieGegevens(gezegd="iets"), afspraak_id=new)

    with pytest.raises(UserError, match="intussen iets gebeurd"):
        desk.agenda.unreplace(talk, AfspraakStaat.GEPLAND)

    assert desk.agenda.detail(talk).staat is AfspraakStaat.VERZET
    assert [row.id for row in desk.agenda.on_day(LATER)] == [new]


def test_what_has_a_new_date_does_not_stand_up_again_beside_it(desk: Desk) -> None:
    talk = plan(desk, add_casus(desk))
    desk.agenda.replace(talk, at(10, day=LATER))

    with pytest.raises(UserError, match="heeft een nieuwe datum"):
        desk.agenda.reopen(talk)


def test_a_held_talk_is_not_cancelled(desk: Desk) -> None:
    talk = held_talk(desk, add_casus(desk))

    with pytest.raises(UserError, match="geplande afspraak"):
        desk.agenda.cancel(talk)
