"""Ga naar: places and commands by a few letters; the melder never appears."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.builders import add_casus, add_persoon, held_talk
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.ui.shell.go_to import GoToList
from vtdesk.values.kinds import Rol


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Zilver", achternaam="Geheim")
    desk.verslagen.start(held_talk(desk, casus_id))
    return casus_id


@pytest.fixture
def screen(casus_id: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def test_casus_person_and_verslag_stand_in_groups(screen: Screen) -> None:
    screen.go_to("havik")

    groups = [hit for hit in screen.hits() if hit in {"Casussen", "Personen", "Verslagen"}]
    assert groups == ["Casussen", "Personen", "Verslagen"]
    assert "Otis Havikskruid" in screen.hits()


def test_enter_opens_the_casus_that_was_meant(screen: Screen) -> None:
    screen.go_to("zilverd")
    screen.press(Qt.Key.Key_Return)

    assert screen.page() == "casussen"
    assert screen.hits() == []
    assert "Zilverduin / Havikskruid" in screen.words(screen.window.frame.page())


def test_the_melder_is_never_found(screen: Screen) -> None:
    screen.go_to("geheim")

    assert screen.hits() == []
    assert "Niets gevonden voor 'geheim'." in screen.words()


def test_an_at_sign_finds_people_only(screen: Screen) -> None:
    screen.go_to("@havik")

    assert screen.hits() == ["Personen", "Otis Havikskruid"]


def test_a_hash_finds_verslagen_by_kind(screen: Screen) -> None:
    screen.go_to("#gespreksverslag")
    assert screen.hits()[0] == "Verslagen"

    screen.press(Qt.Key.Key_Return)
    assert screen.page() == "verslagen"


def test_an_arrow_lists_commands_and_runs_one(screen: Screen) -> None:
    screen.go_to(">instel")
    assert screen.hits() == ["Opdrachten", "Instellingen"]

    screen.press(Qt.Key.Key_Return)
    assert screen.page() == "instellingen"


def test_arrow_keys_walk_while_the_caret_stays_in_the_field(screen: Screen) -> None:
    screen.go_to(">ver")
    field = QApplication.focusWidget()
    before = screen.hits()

    screen.press(Qt.Key.Key_Down)

    assert QApplication.focusWidget() is field
    assert screen.hits() == before


def test_escape_returns_to_where_one_was(screen: Screen) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    search = screen.window.frame.page().findChild(QLineEdit)
    search.setFocus()

    screen.go_to("zilver")
    screen.press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is search
    assert screen.hits() == []


def test_enter_at_once_searches_first(screen: Screen) -> None:
    screen.press(Qt.Key.Key_K, CTRL)
    screen.type_words("zilverduin")
    screen.press(Qt.Key.Key_Return)

    assert screen.page() == "casussen"


def test_a_number_in_any_notation_finds_who_is_called_there(
    desk: Desk, casus_id: UUID, open_window: Callable[[], Screen]
) -> None:
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Zoë", achternaam="O'Neill",
                telefoon="+31 6 12345678")  # fmt: skip
    screen = open_window()
    screen.go_to("@06-1234 56 78")
    assert screen.hits() == ["Personen", "Zoë O'Neill"]
    screen.press(Qt.Key.Key_Escape)

    screen.go_to("@oneill zoe")
    assert screen.hits() == ["Personen", "Zoë O'Neill"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("vandaag", "Wie neemt het over"),
        ("vandaag", "Verlof plannen"),
        ("vandaag", "Dag afsluiten"),
        ("vandaag", "Agenda inlezen"),
        ("vandaag", "Agenda bewaren als .ics"),
        ("plein", "Plein beginnen"),
    ],
)
def test_each_command_of_the_day_is_found_where_it_works(
    screen: Screen, page: str, words: str
) -> None:
    screen.window.show_page(page)

    screen.go_to(f">{words.lower()}")

    assert screen.hits() == ["Opdrachten", words]


def test_without_a_hit_the_box_is_as_small_as_its_words(screen: Screen) -> None:
    screen.go_to("qqqq")
    box = screen.window.findChild(GoToList)

    assert box.height() <= box.sizeHint().height() < 120
