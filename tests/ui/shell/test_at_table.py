"""Captures and messages at the table: each stays with its own bespreking, and others look along."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, at, held_talk, plan
from tests.ui.shell.conftest import Screen
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import BesprekingGegevens
from vtdesk.ui.messages import Message
from vtdesk.values.kinds import AfspraakSoort

Open = Callable[[], Screen]
KEYS = [
    pytest.param(Qt.Key.Key_F2, id="F2"),
    pytest.param(Qt.Key.Key_F3, id="F3"),
    pytest.param(Qt.Key.Key_F4, id="F4"),
    pytest.param(Qt.Key.Key_F6, id="F6"),
    pytest.param(Qt.Key.Key_F8, id="F8"),
]
HELD = "Er is een melding. Bekijk die na het plein."


@pytest.fixture
def zilverduin(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def distel(desk: Desk) -> UUID:
    return add_casus(desk, nummer="VT-DEMO-2", naam="Distel")


@pytest.fixture
def besprekingen(desk: Desk, zilverduin: UUID, distel: UUID) -> list[UUID]:
    """Two casussen and a child on a tafelkaart."""
    zitting = desk.plein.open_zitting(at(17))
    return [
        desk.plein.add(zitting, BesprekingGegevens(50, zilverduin)),
        desk.plein.add(zitting, BesprekingGegevens(50, distel)),
        desk.plein.add(zitting, BesprekingGegevens(50, None, "J.", "15")),
    ]


@pytest.fixture
def screen(besprekingen: list[UUID], open_window: Open) -> Screen:
    return open_window()


def go_to_table(screen: Screen, bespreking_id: UUID) -> None:
    screen.window.ways.open_bespreking(bespreking_id)
    screen.window._pages.plein._dag.begin()
    QApplication.processEvents()


def typed() -> str:
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    assert isinstance(focus, QLineEdit)
    return focus.text()


def where(screen: Screen) -> str:
    choice = screen.window.captures.panel("parkeernotitie").findChild(QComboBox, "bij")
    assert choice.isVisible()
    return choice.currentText()


# Where a note belongs


def test_a_note_never_goes_to_the_talk_of_another_casus(
    screen: Screen, desk: Desk, distel: UUID, besprekingen: list[UUID]
) -> None:
    talk = plan(desk, distel, begin=at(17), einde=at(18))
    go_to_table(screen, besprekingen[0])

    screen.press(Qt.Key.Key_F3)
    assert where(screen) == "Los van een afspraak, 17:22"
    screen.type_words("Otis huilt")
    screen.press(Qt.Key.Key_Return)

    assert desk.notities.of_afspraak(talk) == []
    assert screen.message() == "Parkeernotitie bewaard, los van een afspraak."


def test_a_note_goes_to_the_talk_of_its_own_casus_and_says_so_without_a_name(
    screen: Screen, desk: Desk, zilverduin: UUID, besprekingen: list[UUID]
) -> None:
    talk = plan(desk, zilverduin, titel="Otis", begin=at(17), einde=at(18))
    go_to_table(screen, besprekingen[0])

    screen.press(Qt.Key.Key_F3)
    assert where(screen) == "Gesprek van 17:00–18:00"
    screen.type_words("rustig")
    screen.press(Qt.Key.Key_Return)

    [note] = desk.notities.of_afspraak(talk)
    assert note.gegevens.gezien == "rustig"


def test_what_was_heavy_is_not_noted_with_the_talk_of_another_casus(
    screen: Screen, desk: Desk, distel: UUID, besprekingen: list[UUID]
) -> None:
    plan(desk, distel, begin=at(17), einde=at(18))
    go_to_table(screen, besprekingen[0])

    screen.press(Qt.Key.Key_F8)
    screen.press(Qt.Key.Key_Return)

    [row] = desk.impact.between(at(0), at(23))
    assert row.afspraak_id is None


# What is half typed


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("number", [0, 2], ids=["casus", "tafelkaart"])
def test_the_same_key_at_the_same_bespreking_brings_it_back_and_at_another_does_not(
    screen: Screen, besprekingen: list[UUID], key: Qt.Key, number: int
) -> None:
    go_to_table(screen, besprekingen[number])
    screen.press(key)
    screen.type_words("belangrijk")
    screen.press(Qt.Key.Key_Escape)

    screen.press(key)
    assert typed() == "belangrijk"
    screen.press(Qt.Key.Key_Escape)

    stand, by = screen.window._pages.plein._stand, 1 if number == 0 else -1
    stand.step(by)
    screen.press(key)
    assert typed() == ""
    screen.press(Qt.Key.Key_Escape)

    stand.step(-by)
    screen.press(key)
    assert typed() == "belangrijk"


@pytest.mark.parametrize("key", KEYS)
def test_a_capture_at_a_tafelkaart_is_back_after_the_curtain_and_after_a_lock(
    screen: Screen, desk: Desk, open_window: Open, besprekingen: list[UUID], key: Qt.Key
) -> None:
    go_to_table(screen, besprekingen[2])
    screen.press(key)
    screen.type_words("belangrijk")

    screen.press(Qt.Key.Key_F12)
    screen.press(Qt.Key.Key_Escape)
    assert typed() == "belangrijk"

    screen.window.put_away()
    screen.window.hide()
    after = open_window()
    after.window.return_to(desk.instellingen.plek())
    assert after.page() == "plein"
    assert typed() == "belangrijk"


@pytest.mark.parametrize("has_talk", [True, False], ids=["of a talk", "of none"])
def test_a_note_begun_elsewhere_does_not_come_back_at_the_table(
    screen: Screen, desk: Desk, distel: UUID, besprekingen: list[UUID], *, has_talk: bool
) -> None:
    if has_talk:
        held_talk(desk, distel, begin=at(9), einde=at(10))
    plan(desk, None, titel="JB-plein", soort=AfspraakSoort.OVERLEG, begin=at(17), einde=at(18))
    screen.press(Qt.Key.Key_F3)
    screen.type_words("Distel huilt")
    screen.press(Qt.Key.Key_Escape)

    for number in (0, 2):
        go_to_table(screen, besprekingen[number])
        screen.press(Qt.Key.Key_F3)
        assert typed() == ""
        screen.press(Qt.Key.Key_Escape)

    if has_talk:
        go_to_table(screen, besprekingen[1])
        screen.press(Qt.Key.Key_F3)
        assert typed() == "Distel huilt"


def test_a_note_begun_at_the_table_comes_back_on_another_page_and_is_one_note(
    screen: Screen, desk: Desk, besprekingen: list[UUID]
) -> None:
    go_to_table(screen, besprekingen[2])
    screen.press(Qt.Key.Key_F3)
    screen.type_words("stil")
    screen.press(Qt.Key.Key_Escape)
    screen.window.show_page("vandaag")

    screen.press(Qt.Key.Key_F3)
    assert typed() == "stil"
    screen.press(Qt.Key.Key_Return)

    assert desk.notities.concepts() == []
    go_to_table(screen, besprekingen[2])
    screen.press(Qt.Key.Key_F3)
    assert typed() == ""


# Messages


@pytest.fixture
def table(screen: Screen, besprekingen: list[UUID]) -> Screen:
    screen.window.show_page("vandaag")
    go_to_table(screen, besprekingen[0])
    return screen


def test_a_message_that_could_name_somebody_waits_until_she_leaves_the_table(
    table: Screen,
) -> None:
    undone: list[str] = []
    words = "Gesprek met Distel verzet."

    table.window._pages.vandaag.offer_undo(words, lambda: undone.append("verzet"))

    assert table.message() == HELD
    assert not table.button("berichtknop").isVisible()
    table.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    table.window.show_page("week")
    assert table.message() == words
    table.button("berichtknop").click()
    assert undone == ["verzet"]


def test_a_refusal_after_slow_work_waits_too(table: Screen) -> None:
    table.window.messages.show_error(UserError("Bij Distel is geen voicemail."))
    assert table.message() == HELD

    table.window.show_page("vandaag")
    assert table.message() == "Bij Distel is geen voicemail."


def test_what_the_table_itself_and_a_capture_say_is_shown(table: Screen) -> None:
    table.window.frame.page().say("Nog leeg: de taken.")
    assert table.message() == "Nog leeg: de taken."

    table.press(Qt.Key.Key_F2)
    table.type_words("onbekend 4x")
    table.press(Qt.Key.Key_Return)
    assert table.message() == "Telefoontje bewaard."


def test_that_storing_failed_is_told_in_full_and_stays(table: Screen) -> None:
    sentence = "Opslaan lukt niet: de schijf is vol."

    table.window._pages.vandaag.save_failed.emit(OutsideError(sentence))
    assert table.message() == sentence

    table.window.show_page("vandaag")
    assert table.message() == sentence


def test_a_message_that_is_over_before_she_leaves_is_not_told(table: Screen, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    about = Message("Distel: één zin.", "let-op", until=field.textChanged)
    table.window._pages.vandaag.message_requested.emit(about)
    assert table.message() == HELD

    field.setText("anders")

    assert table.message() == ""
    table.window.show_page("vandaag")
    assert table.message() == ""


def test_behind_the_curtain_a_message_waits(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F12)
    screen.window._pages.vandaag.say("Gesprek met Distel verzet.")
    assert "Distel" not in screen.message()

    screen.press(Qt.Key.Key_Escape)
    assert screen.message() == "Gesprek met Distel verzet."
