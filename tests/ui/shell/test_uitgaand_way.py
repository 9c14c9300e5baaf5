"""Uitgaand opens over the page it was asked from, and nothing of it is left for who looks along."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, held_talk
from tests.ui.shell.conftest import ALT, CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.values.kinds import Rol


@pytest.fixture
def casus(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", achternaam="Havikskruid")
    add_persoon(desk, casus_id, voornaam="Otis", achternaam="Havikskruid")
    return casus_id


@pytest.fixture
def verslag(desk: Desk, casus: UUID) -> UUID:
    return desk.verslagen.start(held_talk(desk, casus))


@pytest.fixture
def screen(verslag: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def spoken(screen: Screen) -> str:
    """Give all that the window shows or would read aloud."""
    buttons = screen.window.findChildren(QAbstractButton)
    labels = screen.window.findChildren(QLabel)
    return "\n".join([*(b.accessibleName() for b in buttons), *(one.text() for one in labels)])


def test_ctrl_p_leads_from_the_editor_to_uitgaand_and_alt_left_back_to_the_caret(
    screen: Screen, verslag: UUID, qtbot: QtBot
) -> None:
    screen.window.ways.open_verslag(verslag)
    screen.type_words("Vader was op tijd")
    screen.press(Qt.Key.Key_P, CTRL)

    assert screen.page() == "uitgaand"
    assert screen.window.frame.rail.button("verslagen").isChecked()
    qtbot.waitUntil(lambda: "Otis Havikskruid" in spoken(screen))
    assert "Kies eerst voor wie dit is." in screen.words()

    screen.window.set_discreet(True)
    screen.window.curtained.draw()
    assert "Otis" not in spoken(screen)
    screen.press(Qt.Key.Key_Escape)
    screen.window.set_discreet(False)

    screen.press(Qt.Key.Key_Left, ALT)
    assert screen.page() == "verslagen"
    screen.type_words(", en bleef")
    screen.window.put_away()


def test_ctrl_p_in_a_casus_without_a_chosen_verslag_leads_to_its_dossier(
    screen: Screen, casus: UUID, verslag: UUID, qtbot: QtBot
) -> None:
    screen.window.ways.open_casus(casus)
    screen.press(Qt.Key.Key_P, CTRL)
    assert screen.page() == "dossier"
    assert screen.window.frame.rail.button("casussen").isChecked()
    qtbot.waitUntil(lambda: "Er zit nog niets in dit dossier" in screen.words())

    place = screen.window.place()
    screen.window.show_page("vandaag")
    screen.window.return_to(place)
    assert screen.page() == "dossier"
    assert screen.window._pages.dossier.gang.casus_id == casus
