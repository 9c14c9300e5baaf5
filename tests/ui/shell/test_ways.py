"""The ways between pages: each key leads where it says, and Alt+← to the same caret."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, held_talk
from tests.ui.shell.conftest import ALT, CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.ui.casussen.uitspraken.deel import Uitspraken
from vtdesk.ui.vandaag.page import VandaagPage
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron


@pytest.fixture
def talk(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    add_persoon(desk, casus_id)
    return held_talk(desk, casus_id)


@pytest.fixture
def screen(talk: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def is_writing(screen: Screen) -> bool:
    page = screen.window.frame.page()
    return isinstance(page, VerslagenPage) and page.is_editing()


def text(screen: Screen) -> VerslagEdit:
    return screen.window.findChild(VerslagEdit)


def test_the_key_of_verslagen_leads_out_of_a_text_and_alt_left_back_to_the_same_caret(
    screen: Screen, talk: UUID
) -> None:
    screen.window.ways.write_for(talk)
    screen.type_words("Vader was op tijd")
    caret = text(screen).caret()

    screen.press(Qt.Key.Key_6, CTRL)
    assert screen.page() == "verslagen"
    assert not is_writing(screen)
    assert QApplication.focusWidget() is screen.window.findChild(RowList, "nog-te-schrijven")

    screen.press(Qt.Key.Key_Left, ALT)
    assert is_writing(screen)
    assert QApplication.focusWidget() is text(screen)
    assert text(screen).caret() == caret


def test_alt_left_never_goes_round_between_list_and_text(screen: Screen, talk: UUID) -> None:
    screen.window.ways.write_for(talk)
    screen.press(Qt.Key.Key_6, CTRL)

    screen.press(Qt.Key.Key_Left, ALT)
    screen.press(Qt.Key.Key_Left, ALT)
    assert not is_writing(screen)
    screen.press(Qt.Key.Key_Left, ALT)

    assert screen.page() == "vandaag"


def test_another_page_and_back_leaves_the_text_where_it_was(screen: Screen, talk: UUID) -> None:
    screen.window.ways.write_for(talk)

    screen.press(Qt.Key.Key_5, CTRL)
    screen.press(Qt.Key.Key_6, CTRL)

    assert is_writing(screen)


def test_a_person_who_was_looked_for_has_the_keyboard(screen: Screen) -> None:
    screen.go_to("otis")
    screen.press(Qt.Key.Key_Return)

    people = screen.window.frame.page().findChild(RowList, "mensen")
    assert QApplication.focusWidget() is people
    assert people.current().naam == "Otis Havikskruid"


def test_stille_stand_leaves_the_text_and_what_is_stored(screen: Screen, talk: UUID) -> None:
    frame = screen.window.frame
    screen.window.ways.write_for(talk)

    screen.press(Qt.Key.Key_F11)
    assert not frame.rail.isVisible()
    assert not frame.top_line.isVisible()
    assert frame.state_line.isVisible()
    assert QApplication.focusWidget() is text(screen)

    screen.press(Qt.Key.Key_Escape)
    assert frame.rail.isVisible()
    assert frame.top_line.isVisible()


def test_stille_stand_belongs_to_the_text_only(screen: Screen, talk: UUID) -> None:
    frame = screen.window.frame
    screen.window.ways.write_for(talk)
    screen.press(Qt.Key.Key_F11)

    screen.press(Qt.Key.Key_5, CTRL)
    assert frame.rail.isVisible()

    screen.press(Qt.Key.Key_6, CTRL)
    assert not frame.rail.isVisible()
    screen.press(Qt.Key.Key_6, CTRL)
    assert frame.rail.isVisible()


def test_ga_naar_works_in_stille_stand_and_goes_again(screen: Screen, talk: UUID) -> None:
    screen.window.ways.write_for(talk)
    screen.press(Qt.Key.Key_F11)

    screen.go_to("pip")
    assert "Pip Havikskruid" in screen.hits()
    screen.press(Qt.Key.Key_Escape)

    assert not screen.window.frame.top_line.isVisible()
    assert QApplication.focusWidget() is text(screen)


def test_searching_leads_from_anywhere_to_the_place_of_a_hit_and_alt_left_back(
    screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    [casus] = desk.casussen.all(None)
    gegevens = UitspraakGegevens(Letter.FEIT, "Er liep een flamingo.", Bron("De school"))
    flamingo = desk.uitspraken.add(casus.id, gegevens)
    screen.press(Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert screen.page() == "zoeken"
    screen.type_words("flamingo")
    screen.press(Qt.Key.Key_Return)
    page = screen.window.frame.page()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RowList))
    screen.press(Qt.Key.Key_Return)

    assert screen.page() == "casussen"
    tab = screen.window.frame.page().findChild(Uitspraken)
    assert tab.isVisible()
    assert tab.list.current().id == flamingo
    screen.press(Qt.Key.Key_Left, ALT)
    assert screen.window.frame.page() is page


def test_a_day_that_is_done_locks_the_window_and_is_not_there_again(
    screen: Screen, qtbot: QtBot
) -> None:
    page = screen.window.findChild(VandaagPage)
    page.close_day()
    assert screen.window.place()["paginas"]["vandaag"]["avond"]

    with qtbot.waitSignal(screen.window.lock_requested):
        page.findChild(QPushButton, "klaar-voor-vandaag").click()
    assert not screen.window.place()["paginas"]["vandaag"]["avond"]


def test_what_the_table_owes_leads_to_the_table(screen: Screen) -> None:
    screen.window.findChild(VandaagPage).plein_requested.emit()
    assert screen.page() == "plein"
