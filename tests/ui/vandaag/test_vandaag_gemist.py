"""Missed calls in the day: thin, beside what she was doing, and one key from calling back."""

from PySide6.QtCore import Qt

from tests.builders import SlowClock, at, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.gemist import GemistBlock


def missed(vandaag: Vandaag) -> list[GemistBlock]:
    return [one for one in vandaag.page.findChildren(GemistBlock) if one.isVisible()]


def test_a_missed_call_stands_beside_the_talk_in_a_third_of_the_day(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    plan(desk, None, titel="JB-plein", begin=at(9), einde=at(11, 50))
    clock.now = at(11, 21)
    desk.bellen.add("onbekend 4x voicemail moeder paniek")

    vandaag = open_page()

    [call] = missed(vandaag)
    plein = vandaag.block("JB-plein")
    assert call.accessibleName() == "4 × gemist voicemail 11:21"
    assert plein.geometry().right() < call.geometry().left()
    assert abs(call.width() * 2 - plein.width()) < 12
    assert plein.geometry().top() < call.geometry().center().y() < plein.geometry().bottom()


def test_it_opens_the_call_and_stays_when_that_was_done(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(11, 21)
    verzoek_id = desk.bellen.add("0612345678 2x")
    vandaag = open_page()
    asked: list[object] = []
    vandaag.page.call_requested.connect(asked.append)

    missed(vandaag)[0].setFocus()
    vandaag.key(Qt.Key.Key_Space)
    assert asked == [verzoek_id]
    desk.bellen.finish(verzoek_id)

    assert [call.accessibleName() for call in missed(vandaag)] == ["2 × gemist 11:21"]


def test_a_call_of_another_day_does_not_stand_in_this_one(
    desk: Desk, open_page: Open, clock: SlowClock
) -> None:
    clock.now = at(11, 21)
    desk.bellen.add("onbekend 4x voicemail")
    vandaag = open_page()

    vandaag.key(Qt.Key.Key_PageDown)

    assert missed(vandaag) == []
