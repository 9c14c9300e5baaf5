"""Uitgaand without a mouse: Tab walks as one reads, and a refusal gives the keyboard back."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.uitgaand.conftest import words
from tests.ui.uitgaand.test_uitgaand_page import Driver, driver
from vtdesk.services.desk import Desk
from vtdesk.ui.page import Width
from vtdesk.ui.uitgaand import uitvoer
from vtdesk.ui.uitgaand.dossier_page import DossierPage

__all__ = ["driver"]


def walk(driver: Driver, bot: QtBot, *, steps: int) -> list[str]:
    """Press Tab so often from the arrow back, and name what had the keyboard in between."""
    parts = driver.page.parts
    parts.back.setFocus(Qt.FocusReason.TabFocusReason)
    found = []
    for _ in range(steps):
        here = driver.page.window().focusWidget()
        found.append(here.objectName())
        bot.keyClick(here, Qt.Key.Key_Tab)
    return found


@pytest.mark.parametrize("width", [Width.MIDDEN, Width.KLEIN])
def test_tab_walks_from_receiver_to_webpagina_before_it_leaves_the_page(
    driver: Driver, draft: UUID, qtbot: QtBot, width: Width
) -> None:
    driver.page.on_width(width)
    driver.open(draft, None).choose("Dario").choose_way("In een gesprek geven")
    driver.page.activateWindow()
    driver.page.parts.guard.leave_out.click()
    driver.sure()
    driver.until(driver.page.parts.foot.is_open)

    found = walk(driver, qtbot, steps=24)
    first = found.index("terug-knop", 1)  # round once
    found = found[:first]
    kinds = [name.rsplit("-", 1)[0] if name[-1:].isdigit() else name for name in found]
    assert kinds[-3:] == ["pdf-maken", "uitgaand-afdrukken", "webpagina-maken"]
    assert kinds.index("ontvanger") < kinds.index("weg") < kinds.index("schakel")
    if width is Width.MIDDEN:
        assert kinds.index("schakel") < kinds.index("papier-vlak") < kinds.index("pdf-maken")


def test_enter_does_what_space_does(driver: Driver, phoned: UUID, qtbot: QtBot) -> None:
    driver.open(phoned, 1)
    row = driver.receiver("Dario")
    qtbot.keyClick(row, Qt.Key.Key_Return)
    driver.sure()
    assert row.isChecked()

    qtbot.keyClick(driver.page.parts.parts.rows()[0], Qt.Key.Key_Return)
    asked_why = driver.page.findChild(QLineEdit, "reden-schakel-1")
    assert asked_why is not None
    assert asked_why.isVisible()
    asked: list[bool] = []
    driver.page.back_requested.connect(lambda: asked.append(True))
    qtbot.keyClick(driver.page.parts.back, Qt.Key.Key_Return)
    assert asked == [True]


def test_after_a_refusal_the_keyboard_is_at_what_was_pressed(
    driver: Driver, phoned: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "weg" / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: gone)
    driver.open(phoned, 1).choose("Dario").choose_way("In een gesprek geven")
    page, foot, alt = driver.page, driver.page.parts.foot, Qt.KeyboardModifier.AltModifier
    page.activateWindow()
    said: list[object] = []
    page.message_requested.connect(said.append)

    for key, button in ((Qt.Key.Key_P, foot.pdf), (Qt.Key.Key_W, foot.html)):
        said.clear()
        driver.press(key, alt)
        driver.until(lambda: bool(said))
        driver.until(foot.is_open)
        assert page.window().focusWidget() is button


def test_a_reason_that_tells_what_is_shielded_is_refused_beside_the_field(
    driver: Driver, draft: UUID
) -> None:
    driver.open(draft, None).choose("Dario")
    driver.page.parts.guard.other.click()
    driver.fill("reden-treffer", "Zij woont op Schelpenhof 9")

    driver.until(lambda: "afgeschermd" in words(driver.page.parts.guard))
    line = driver.page.findChild(QLineEdit, "reden-treffer")
    assert line is not None
    assert line.text() == "Zij woont op Schelpenhof 9"
    assert line.isVisible()
    assert driver.page.window().focusWidget() is line


def test_children_stand_first_and_the_keyboard_begins_at_who_took_part(
    driver: Driver, phoned: UUID
) -> None:
    driver.page.activateWindow()
    driver.open(phoned, 1)
    driver.until(driver.receiver("Loes").hasFocus)
    assert driver.page.parts.who.people.value() is None
    rows = [row.keuze for row in driver.page.parts.who.people.rows()]
    assert [one.woorden.split()[0] for one in rows[:2]] == ["Fenna", "Tijn"]
    with_gezag = ["gezag over" in one.tweede for one in rows[2:]]
    assert with_gezag == sorted(with_gezag, reverse=True)
    assert with_gezag[0]


def test_dario_gets_no_post_and_the_page_says_why(driver: Driver, phoned: UUID) -> None:
    driver.open(phoned, 1).choose("Dario")
    post = next(row for row in driver.page.parts.who.ways.rows() if row.keuze.woorden == "Per post")
    assert not post.isEnabled()
    assert "logeert bij een vriend" in post.keuze.tweede


def test_a_dossier_opens_with_the_keyboard_at_its_list_or_at_what_fills_it(
    dossier: DossierPage, casus: UUID, desk: Desk, qtbot: QtBot
) -> None:
    def has_keys(widget: QWidget) -> bool:
        return dossier.window().focusWidget() is widget

    dossier.activateWindow()
    dossier.show_casus(casus)
    rows = dossier.parts.rows
    qtbot.waitUntil(lambda: has_keys(rows.empty.button))
    assert rows.empty.button.property("kind") == "primary"

    row = desk.verslagen.of_casus(casus)[0]
    desk.dossiers.voeg_toe(casus, row.id, row.versie)
    QApplication.processEvents()
    dossier.return_to(dossier.place())
    qtbot.waitUntil(lambda: has_keys(rows.list))


def test_in_a_low_window_receiver_and_way_are_both_in_sight(driver: Driver, phoned: UUID) -> None:
    page = driver.page
    page.resize(1020, 395)  # with the band of the demo and a message in the bar
    page.on_width(Width.KLEIN)
    driver.open(phoned, 1).choose("Wijkteam")
    who = page.parts.who

    def whole(row: QWidget) -> bool:
        return row.visibleRegion().boundingRect().height() >= row.height() - 2

    driver.until(lambda: all(one.isVisible() for one in who.ways.rows()))
    chosen = next(row for row in who.people.rows() if row.isChecked())
    driver.until(lambda: whole(chosen) and whole(who.ways.rows()[0]))
    assert page.height() == 395
