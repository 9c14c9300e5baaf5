"""Cancelling in the day: a date, a reason, or later; and what stays open until it is solved."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from tests.builders import TODAY, add_casus, at, plan
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Vandaag
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import BesprekingGegevens
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat

FRIDAY = TODAY + timedelta(days=3)


@pytest.fixture
def vader(desk: Desk) -> UUID:
    return plan(desk, add_casus(desk), titel="Vader", begin=at(15), einde=at(16))


def cancel(vandaag: Vandaag) -> None:
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Delete)


def state(desk: Desk, afspraak_id: UUID) -> AfspraakStaat:
    return desk.agenda.detail(afspraak_id).staat


def test_later_lets_it_stay_open(desk: Desk, open_page: Open, vader: UUID) -> None:
    vandaag = open_page()
    cancel(vandaag)
    form = vandaag.form().tick("Later beslissen")
    waits = "Dit blijft staan bij 'Afgezegd, nog niet opnieuw gepland' tot je kiest."
    assert waits in form.seen()
    form.enter()

    assert [row.id for row in desk.agenda.not_replanned()] == [vader]
    assert vandaag.said() == f"Vader is afgezegd. {waits}"

    vandaag.undo()
    assert state(desk, vader) is AfspraakStaat.GEPLAND
    assert desk.agenda.not_replanned() == []


def test_what_is_open_gets_its_date_later(desk: Desk, open_page: Open, vader: UUID) -> None:
    desk.agenda.cancel(vader)
    vandaag = open_page()
    vandaag.on("Vader")
    vandaag.key(Qt.Key.Key_Return)
    assert "Afgezegd, nog niet opnieuw gepland" in vandaag.card()

    vandaag.press("Nieuwe datum of reden")
    form = vandaag.form()
    assert (
        "Dit gesprek van di 12 mei is afgezegd. Kies een nieuwe datum of schrijf op waarom niet."
        in form.seen()
    )
    form.fill(dag="vr 15 mei", tijd="10:30").enter()
    assert [row.titel for row in desk.agenda.on_day(FRIDAY)] == ["Vader"]
    assert desk.agenda.not_replanned() == []

    vandaag.undo()
    assert desk.agenda.on_day(FRIDAY) == []
    assert [row.id for row in desk.agenda.not_replanned()] == [vader]


def test_what_is_open_gets_its_reason_later(desk: Desk, open_page: Open, vader: UUID) -> None:
    desk.agenda.cancel(vader)
    vandaag = open_page()
    cancel(vandaag)
    form = vandaag.form().tick("Geen nieuwe datum")
    form.enter()
    assert "Schrijf op waarom er geen nieuwe datum is." in form.seen()
    form.fill(reden="Vader wil niet meer.").enter()

    assert desk.agenda.not_replanned() == []
    assert desk.agenda.detail(vader).reden == "Vader wil niet meer."

    vandaag.undo()
    assert [row.id for row in desk.agenda.not_replanned()] == [vader]


def test_a_new_date_has_a_way_back(desk: Desk, open_page: Open, vader: UUID) -> None:
    vandaag = open_page()
    cancel(vandaag)
    vandaag.form().fill(dag="vr 15 mei", tijd="10:30").enter()
    assert vandaag.said() == "Vader staat nu op vr 15 mei 10:30."

    vandaag.undo()
    assert state(desk, vader) is AfspraakStaat.GEPLAND
    assert desk.agenda.on_day(FRIDAY) == []


def test_a_date_on_which_the_clock_skips_that_hour_is_refused(open_page: Open, vader: UUID) -> None:
    vandaag = open_page()
    cancel(vandaag)
    form = vandaag.form().fill(dag="28-3-2027", tijd="2:15")
    form.enter()

    assert "Op 28 maart bestaat 02:15 niet: de klok gaat dan een uur vooruit." in form.seen()


@pytest.fixture
def tafel(desk: Desk) -> UUID:
    """Plan a table with a bespreking."""
    block = plan(
        desk, None, titel="JB-plein", soort=AfspraakSoort.PLEIN, begin=at(13), einde=at(14)
    )
    zitting = desk.plein.open_zitting(at(13), block)
    desk.plein.add(zitting, BesprekingGegevens(15, initialen="J.V."))
    return block


def besprekingen(desk: Desk, day: date) -> list[int]:
    return [zitting.aantal for zitting in desk.plein.zittingen(day)]


def test_up_and_down_walk_the_day_from_the_buttons_of_a_card(
    desk: Desk, open_page: Open, tafel: UUID, vader: UUID
) -> None:
    vandaag = open_page()
    for there, focused in ((Qt.Key.Key_Down, vader), (Qt.Key.Key_Up, tafel)):
        vandaag.kaart.focus_first()
        assert vandaag.focus() == "Naar het plein"
        vandaag.key(there)
        assert vandaag.column.block_of(focused).hasFocus()

    vandaag.kaart.focus_first()
    for _ in range(2):
        vandaag.key(Qt.Key.Key_Down)
    assert vandaag.column.block_of(vader).hasFocus()

    vandaag.kaart.focus_first()
    vandaag.key(Qt.Key.Key_Right)
    assert vandaag.focus() == "Wijzigen"


def test_a_table_is_never_taken_away_without_a_question(
    desk: Desk, open_page: Open, tafel: UUID
) -> None:
    vandaag = open_page()
    vandaag.press("Afzeggen")
    asked = "Je zegt deze afspraak af. Kies een nieuwe datum of schrijf op waarom niet."
    form = vandaag.form()
    assert asked in form.seen()
    assert state(desk, tafel) is AfspraakStaat.GEPLAND
    form.fill(dag="vr 15 mei", tijd="10:30").enter()

    assert besprekingen(desk, TODAY) == []
    assert besprekingen(desk, FRIDAY) == [1]

    vandaag.undo()
    assert besprekingen(desk, TODAY) == [1]
    assert besprekingen(desk, FRIDAY) == []


@pytest.fixture
def leave(desk: Desk) -> UUID:
    """Plan leave that ends before Whitsun, so that its Monday is no working day either."""
    return desk.verloven.add(VerlofGegevens(date(2026, 5, 13), date(2026, 5, 22)))


def test_a_new_date_is_never_proposed_in_her_own_leave(
    desk: Desk, open_page: Open, vader: UUID, leave: UUID
) -> None:
    vandaag = open_page()
    cancel(vandaag)
    form = vandaag.form()
    why = "Op di 19 mei heb je verlof, tot en met vr 22 mei. Di 26 mei is je eerste werkdag daarna."
    assert why in form.seen()
    form.enter()

    assert [row.begin for row in desk.agenda.on_day(date(2026, 5, 26))] == [
        at(15, day=date(2026, 5, 26))
    ]


def test_a_day_in_her_leave_that_she_chooses_herself_asks_once(
    desk: Desk, open_page: Open, vader: UUID, leave: UUID
) -> None:
    vandaag = open_page()
    cancel(vandaag)
    form = vandaag.form().fill(dag="vr 15 mei")
    form.enter()
    assert "Op vr 15 mei heb je verlof, tot en met vr 22 mei." in form.seen()
    assert state(desk, vader) is AfspraakStaat.GEPLAND

    form.press("Toch")
    assert [row.titel for row in desk.agenda.on_day(FRIDAY)] == ["Vader"]


def test_planning_in_her_leave_asks_too(desk: Desk, open_page: Open, leave: UUID) -> None:
    vandaag = open_page()
    vandaag.page.plan()
    form = vandaag.form().fill(titel="Intake", datum="vr 15 mei", begin="9", einde="10")
    form.enter()
    assert desk.agenda.on_day(FRIDAY) == []

    form.press("Toch")
    assert [row.titel for row in desk.agenda.on_day(FRIDAY)] == ["Intake"]
