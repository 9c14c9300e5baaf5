"""The table by keyboard alone: where Tab comes, what a deed says, and what is closed."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock
from tests.ui.plein.conftest import at_table, child, type_line
from vtdesk.services.desk import Desk
from vtdesk.services.plein.rows import Uitkomst
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Width
from vtdesk.ui.plein.page import PleinPage
from vtdesk.ui.plein.voorlezen import Voorlezen
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.row_list import RowList


def trigger(page: PleinPage, name: str) -> None:
    [action] = [one for one in page.actions() if one.objectName() == name]
    action.trigger()
    QApplication.processEvents()


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def stops(page: PleinPage, begin: QWidget, count: int) -> list[QWidget]:
    """Give where Tab comes after a widget."""
    found = []
    for _ in range(count):
        begin.setFocus()
        page.focusNextPrevChild(True)
        focus = page.window().focusWidget()
        assert focus is not None
        found.append(focus)
        begin = focus
    return found


def go_back(heard: list[Message]) -> None:
    back = heard[-1].on_action
    assert back is not None
    back()
    QApplication.processEvents()


def test_tab_comes_to_the_besluit_that_was_chosen(
    page: PleinPage, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])
    chosen = child(page, QRadioButton, "besluit-rr-vt")
    chosen.click()
    before = child(page, QLineEdit, "standpunt-erbij")

    assert stops(page, before, 2) == [chosen, child(page, TextArea, "gronden")]


def test_a_besluit_that_was_stored_is_where_tab_comes(
    page: PleinPage, desk: Desk, besprekingen: list[UUID]
) -> None:
    desk.plein.keep(besprekingen[0], Uitkomst(besluit="rr-vt"), {})
    at_table(page, besprekingen[0])

    before = child(page, QLineEdit, "standpunt-erbij")

    assert stops(page, before, 2) == [
        child(page, QRadioButton, "besluit-rr-vt"), child(page, TextArea, "gronden")
    ]  # fmt: skip


def test_another_besluit_says_so_with_the_way_back(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    it = besprekingen[0]
    at_table(page, it)
    chosen = child(page, QRadioButton, "besluit-rr-hulp")
    chosen.click()
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Down)
    page.put_away()
    assert desk.plein.detail(it).uitkomst.besluit not in ("", "rr-hulp")
    assert heard[-1].words.startswith("Besluit gewijzigd: ")

    go_back(heard)

    assert chosen.isChecked()
    assert desk.plein.detail(it).uitkomst.besluit == "rr-hulp"


def test_the_first_besluit_can_be_taken_back_from_the_next_bespreking(
    page: PleinPage, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    child(page, QRadioButton, "besluit-rr-vt").click()
    back = heard[-1].on_action
    assert back is not None
    trigger(page, "bespreking-volgende")

    back()

    assert desk.plein.detail(besprekingen[0]).uitkomst.besluit == ""
    assert desk.plein.detail(besprekingen[1]).uitkomst.besluit == ""


def test_a_line_that_becomes_a_taak_says_so_at_the_foot_with_the_way_back(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClicks(line, "gi: belt de ouders")

    trigger(page, "plein-taak")

    foot = child(page, QLabel, "inbreng-gedaan")
    assert isinstance(foot, QLabel)
    assert foot.text() == "Taak erbij: belt de ouders"
    assert "1" in words(page._stand.table.taken)
    go_back(heard)
    assert desk.plein.detail(besprekingen[0]).taken == ()
    assert line.text() == "gi: belt de ouders"
    assert not foot.isVisible()


def test_a_line_said_before_becomes_a_taak_and_the_foot_says_so(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    type_line(qtbot, page, "gi: belt de ouders")
    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClick(line, Qt.Key.Key_Up)

    trigger(page, "plein-taak")

    foot = child(page, QLabel, "inbreng-gedaan")
    assert isinstance(foot, QLabel)
    assert foot.text() == "Taak erbij: belt de ouders"
    qtbot.keyClicks(line, "m")
    assert not foot.isVisible()


def test_an_empty_day_does_not_read_as_a_filled_one(
    page: PleinPage, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])

    field = child(page, QLineEdit, "evaluatie")

    assert isinstance(field, QLineEdit)
    assert field.placeholderText() == "vr, 15-5 of +3w"


@pytest.mark.parametrize("width", list(Width))
def test_nothing_that_takes_the_keyboard_is_without_a_name(
    page: PleinPage, qtbot: QtBot, besprekingen: list[UUID], width: Width
) -> None:
    page.on_width(width)
    at_table(page, besprekingen[0])
    type_line(qtbot, page, "gi: belt de ouders")
    child(page, QRadioButton, "besluit-rr-vt").click()
    page.findChildren(QPushButton, "afwijkend")[0].click()
    line = child(page, QLineEdit, "inbreng-invoer")

    walked = stops(page, line, 60)

    assert line in walked
    assert [one for one in walked if not one.accessibleName()] == []


def test_the_next_pane_after_the_line_is_the_right_column(
    page: PleinPage, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])
    table = page._stand.table
    panes = page.panes()

    holds = next(pane for pane in panes if pane is table.inbreng.line)

    assert panes[panes.index(holds) + 1] is table.standpunten


def test_a_closed_bespreking_is_to_be_read_until_it_is_opened_again(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    it = besprekingen[0]
    at_table(page, it)
    type_line(qtbot, page, "gi: belt de ouders")
    trigger(page, "bespreking-volgende")
    trigger(page, "bespreking-vorige")
    again = child(page, QPushButton, "weer-openen")
    assert page.window().focusWidget() is again

    line = child(page, QLineEdit, "inbreng-invoer")
    for part in (line, child(page, QLineEdit, "taak-invoer"), child(page, TextArea, "gronden")):
        assert not part.isEnabled()
    said = child(page, RowList, "inbreng-lijst")
    said.setFocus()
    qtbot.keyClick(said, Qt.Key.Key_Up)
    trigger(page, "plein-taak")
    trigger(page, "letter-feit")
    qtbot.keyClick(said, Qt.Key.Key_Return)
    qtbot.keyClick(said, Qt.Key.Key_Delete)
    closed = desk.plein.detail(it)
    assert (len(closed.inbreng), closed.taken) == (1, ())
    assert isinstance(line, QLineEdit)
    assert line.text() == ""

    again.click()
    QApplication.processEvents()
    assert line.isEnabled()
    assert page.window().focusWidget() is line


def test_a_closed_bespreking_says_the_time_it_took(
    page: PleinPage, besprekingen: list[UUID], clock: SlowClock
) -> None:
    at_table(page, besprekingen[0])
    clock.pass_time(minutes=49)
    page._stand.show_time()
    assert "Bijna om" in words(page)
    trigger(page, "bespreking-volgende")

    trigger(page, "bespreking-vorige")

    assert page._stand.table.head.timer_words() == "49 van 50 min"
    assert "Bijna om" not in words(page)


def test_what_is_still_empty_is_said_until_another_bespreking_is_shown(
    page: PleinPage, qtbot: QtBot, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    trigger(page, "bespreking-volgende")
    assert heard[-1].words.startswith("Nog leeg bij bespreking 1")
    until = heard[-1].until
    assert until is not None

    with qtbot.waitSignal(until):
        trigger(page, "bespreking-vorige")


def test_the_besluit_can_be_read_across_the_table(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])
    child(page, QRadioButton, "besluit-rr-vt").click()
    child(page, TextArea, "gronden").insertPlainText("Ouders werken mee.")
    page.put_away()

    sheet = Voorlezen(desk.plein.detail(besprekingen[0]), page)
    qtbot.addWidget(sheet)
    sheet.show()

    for spoken in ("Veilig Thuis onderzoekt", "Ouders werken mee."):
        [label] = [one for one in sheet.findChildren(QLabel) if one.text() == spoken]
        assert label.font().pointSizeF() >= 1.5 * style.points("groot")
    assert sheet.height() >= page.window().height() * 0.9
    assert sheet.width() >= page.window().width() * 0.9
