"""What was cancelled waits in the drawer until it has a new date or a reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.builders import add_casus, at, plan
from tests.ui.week.conftest import Open
from tests.ui.week.driver import Week
from vtdesk.services.desk import Desk

OPEN = "Afgezegd, nog niet opnieuw gepland"


@pytest.fixture
def week(desk: Desk, open_week: Open) -> Week:
    """Open the week with two cancelled talks, and the drawer."""
    casus_id = add_casus(desk)
    for number, title in enumerate(("Pip", "Ruben")):
        begin = at(10) - timedelta(days=30 - number)
        afspraak_id = plan(
            desk, casus_id, titel=title, begin=begin, einde=begin + timedelta(hours=1)
        )
        desk.agenda.cancel(afspraak_id)
    return open_week()


def test_the_title_row_counts_what_waits_and_opens_the_list(week: Week) -> None:
    assert week.open_list() == []
    week.press(OPEN)

    assert week.open_list() == ["Pip", "Ruben"]
    week.key(Qt.Key.Key_F9)
    week.page.toggle_inspector()
    assert week.open_list() == []


def test_a_new_date_solves_it_and_can_be_undone(desk: Desk, week: Week) -> None:
    week.press(OPEN)
    week.press("Nieuwe datum")
    week.press("Afspraak verzetten", week.form())

    assert week.open_list() == ["Ruben"]
    assert week.said().startswith("Pip staat nu op ")
    week.undo()
    assert week.open_list() == ["Pip", "Ruben"]


def test_a_reason_solves_it_and_can_be_undone(desk: Desk, week: Week) -> None:
    week.press(OPEN)
    week.press("Reden geven")
    week.press("Reden bewaren", week.form())
    assert week.form().isVisible()

    week.form().findChild(QPlainTextEdit, "reden").setPlainText("Zij wil niet meer.")
    week.press("Reden bewaren", week.form())

    assert week.open_list() == ["Ruben"]
    week.undo()
    assert week.open_list() == ["Pip", "Ruben"]


def test_with_nothing_left_the_drawer_says_so(desk: Desk, week: Week) -> None:
    week.press(OPEN)
    for row in desk.agenda.not_replanned():
        desk.agenda.give_reason(row.id, "Verhuisd.")

    assert "Alles wat is afgezegd, heeft een nieuwe datum of een reden." in week.seen()
