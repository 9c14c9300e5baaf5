"""The right of the table: fields show how they begin, and what is out of sight is named."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.plein.conftest import at_table, child
from vtdesk.services.desk import Desk
from vtdesk.services.pleintafel import StandpuntGegevens
from vtdesk.ui.page import Width
from vtdesk.ui.plein.page import PleinPage

LONG = "Geen onderzoek en geen hulp thuis, wel een gesprek op het CJG over de opvang"


def test_a_standpunt_shows_how_it_begins_when_the_keyboard_went_on(
    page: PleinPage, besprekingen: list[UUID], qtbot: QtBot
) -> None:
    page.activateWindow()
    at_table(page, besprekingen[0])
    field = page.findChildren(QLineEdit, "standpunt")[0]
    field.setFocus()
    qtbot.keyClicks(field, LONG)

    qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert (field.text(), field.cursorPosition()) == (LONG, 0)


def test_who_dissents_has_the_ground_below_its_own_row(
    page: PleinPage, desk: Desk, besprekingen: list[UUID]
) -> None:
    it = besprekingen[0]
    vt = desk.plein.detail(it).standpunten[-1]
    held = StandpuntGegevens("Raadsonderzoek", True, "Zicht ontbreekt.", "Mila")
    desk.pleintafel.keep_standpunt(it, vt.id, held)

    at_table(page, it)

    ground = child(page, QLabel, "standpunt-grond")
    field = page.findChildren(QLineEdit, "standpunt")[-1]
    assert ground.text() == "Zicht ontbreekt."
    top = field.mapTo(page, field.rect().bottomLeft()).y()
    assert ground.mapTo(page, ground.rect().topLeft()).y() > top


def test_narrow_a_row_leads_to_what_is_out_of_sight_and_leaves_the_keyboard(
    page: PleinPage, besprekingen: list[UUID]
) -> None:
    page.activateWindow()
    at_table(page, besprekingen[0])
    assert not child(page, QWidget, "pleinstand").findChild(QWidget, "kaart-sprong").isVisible()
    page.resize(1000, 480)
    page.on_width(Width.KLEIN)
    QApplication.processEvents()

    jump = child(page, QPushButton, "naar-taken")
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    line = child(page, QLineEdit, "taak-invoer")
    assert not line.visibleRegion().isEmpty()
    assert jump.isChecked()
    assert page.focusWidget().objectName() == "inbreng-invoer"


def test_a_line_half_typed_at_the_working_up_stays_in_its_field(
    page: PleinPage, desk: Desk, besprekingen: list[UUID], qtbot: QtBot
) -> None:
    it = besprekingen[1]
    at_table(page, it)
    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClicks(line, "vader: nog iets")
    desk.plein.close(it)
    desk.pleinverwerking.work_up(it)

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert desk.plein.detail(it).inbreng == ()
    assert not line.isEnabled()
    assert line.text() == "vader: nog iets"
    qtbot.mouseClick(child(page, QPushButton, "weer-openen"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [one.tekst for one in desk.plein.detail(it).inbreng] == ["nog iets"]
