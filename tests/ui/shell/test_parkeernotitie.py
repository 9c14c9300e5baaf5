"""Parkeernotitie: five lines from anywhere, and back to the same caret."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, at, held_talk, plan
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.kinds import AfspraakSoort

SHIFT = Qt.KeyboardModifier.ShiftModifier


def where(screen: Screen) -> Choices:
    return screen.window.captures.panel("parkeernotitie").findChild(Choices, "bij")


@pytest.fixture
def afspraak_id(desk: Desk) -> UUID:
    return held_talk(desk, add_casus(desk))


@pytest.fixture
def screen(afspraak_id: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def test_f3_asks_five_lines_and_says_which_one_stays_private(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F3)

    words = screen.words(screen.window.captures.panel("parkeernotitie"))
    for prompt in ("Gezien", "Gezegd", "Afgesproken", "Zorg", "Gevoel"):
        assert prompt in words
    assert "Blijft bij jou. Komt nooit in een verslag." in words
    assert where(screen).currentText() == (
        "Eerste gesprek vader, 16:15–17:05 · Zilverduin / Havikskruid"
    )
    assert QApplication.focusWidget() is screen.note("gezien")


def test_another_talk_of_today_can_be_chosen_or_none(
    screen: Screen, desk: Desk, afspraak_id: UUID
) -> None:
    other = held_talk(
        desk, add_casus(desk, nummer="2", naam="Distel"), titel="Bellen", begin=at(9), einde=at(10)
    )
    screen.press(Qt.Key.Key_F3)
    options = [where(screen).itemText(n) for n in range(where(screen).count())]
    assert [option.split(",")[0] for option in options] == [
        "Eerste gesprek vader", "Bellen", "Los van een afspraak",
    ]  # fmt: skip

    screen.type_words("Klonk rustig")
    where(screen).choose(other)
    screen.press(Qt.Key.Key_Return)

    assert desk.notities.of_afspraak(afspraak_id) == []
    [note] = desk.notities.of_afspraak(other)
    assert note.gegevens.gezien == "Klonk rustig"


def test_a_concept_of_no_talk_stays_so(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("los")
    where(screen).choose(None)
    screen.press(Qt.Key.Key_Escape)

    screen.press(Qt.Key.Key_F3)

    assert where(screen).value() is None


def test_escape_leaves_from_the_choice_of_the_talk_too(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("half")
    where(screen).setFocus()

    screen.press(Qt.Key.Key_Escape)

    assert not screen.window.captures.panel("parkeernotitie").isVisible()


def test_all_prompts_are_in_sight_in_a_small_window(screen: Screen, qtbot: QtBot) -> None:
    screen.window.resize(1093, 614)
    screen.press(Qt.Key.Key_F3)

    qtbot.waitUntil(lambda: not screen.note("gevoel").visibleRegion().isEmpty())
    assert screen.note("gevoel").visibleRegion().boundingRect().height() > 20


def test_enter_stores_and_returns_to_the_same_caret(
    screen: Screen, desk: Desk, afspraak_id: UUID
) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    search = screen.window.frame.page().findChild(QLineEdit)
    search.setFocus()
    search.setText("zilver")
    search.setCursorPosition(3)

    screen.press(Qt.Key.Key_F3)
    screen.type_words("Otis rustig")
    screen.press(Qt.Key.Key_Tab)
    screen.type_words("Belt morgen")
    screen.press(Qt.Key.Key_Return)

    [note] = desk.notities.of_afspraak(afspraak_id)
    assert (note.gegevens.gezien, note.gegevens.gezegd) == ("Otis rustig", "Belt morgen")
    assert not note.concept
    assert not screen.window.captures.panel("parkeernotitie").isVisible()
    assert QApplication.focusWidget() is search
    assert search.cursorPosition() == 3
    assert screen.message() == "Parkeernotitie bewaard."


def test_shift_enter_makes_a_second_line(screen: Screen, desk: Desk, afspraak_id: UUID) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("een")
    screen.press(Qt.Key.Key_Return, SHIFT)
    screen.type_words("twee")
    screen.press(Qt.Key.Key_Return)

    [note] = desk.notities.of_afspraak(afspraak_id)
    assert note.gegevens.gezien == "een\ntwee"


def test_escape_keeps_a_concept_that_comes_back(screen: Screen, desk: Desk) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("half getypt")
    screen.press(Qt.Key.Key_Escape)

    concept = desk.notities.concept()
    assert concept is not None
    assert concept.gegevens.gezien == "half getypt"

    screen.press(Qt.Key.Key_F3)
    assert screen.note("gezien").toPlainText() == "half getypt"
    screen.press(Qt.Key.Key_Return)
    assert desk.notities.concept() is None


def test_an_emptied_concept_is_gone(screen: Screen, desk: Desk) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("weg ermee")
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_F3)
    screen.note("gezien").clear()
    screen.press(Qt.Key.Key_Escape)

    assert desk.notities.concept() is None


def test_nothing_typed_stores_nothing(screen: Screen, desk: Desk, afspraak_id: UUID) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.press(Qt.Key.Key_Return)

    assert desk.notities.of_afspraak(afspraak_id) == []
    assert not screen.window.captures.panel("parkeernotitie").isVisible()


def test_a_pause_of_two_seconds_brings_the_concept_to_disk(
    screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    screen.press(Qt.Key.Key_F3)
    screen.type_words("bijna kwijt")

    qtbot.waitUntil(lambda: desk.notities.concept() is not None)


def test_a_full_disk_leaves_the_words_in_the_panel(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr("vtdesk.services.notities.Notities.save", refuse)
    screen.press(Qt.Key.Key_F3)
    screen.type_words("Jas te dun")
    screen.press(Qt.Key.Key_Return)

    assert screen.window.captures.panel("parkeernotitie").isVisible()
    assert screen.note("gezien").toPlainText() == "Jas te dun"
    assert screen.message() == "Opslaan lukt niet: de schijf is vol."


def test_f3_works_over_a_dialog_and_returns_into_it(
    screen: Screen, desk: Desk, afspraak_id: UUID, qtbot: QtBot
) -> None:
    dialog = QDialog(screen.window)
    field = QLineEdit(dialog)
    dialog.setModal(True)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    field.setFocus()

    screen.press(Qt.Key.Key_F3)
    qtbot.waitUntil(screen.window.captures.panel("parkeernotitie").isVisible)
    screen.note("zorg").setFocus()
    qtbot.keyClicks(screen.note("zorg"), "telefoon ging")
    qtbot.keyClick(screen.note("zorg"), Qt.Key.Key_Return)

    [note] = desk.notities.of_afspraak(afspraak_id)
    assert note.gegevens.zorg == "telefoon ging"
    assert dialog.isVisible()
    assert dialog.focusWidget() is field
    dialog.close()


def test_a_note_belongs_to_the_talk_that_runs_else_to_the_last_one(
    desk: Desk, clock: SlowClock
) -> None:
    casus_id = add_casus(desk)
    held = held_talk(desk, casus_id, begin=at(9), einde=at(10))
    plan(desk, None, titel="Lunch", soort=AfspraakSoort.LUNCH, begin=at(12), einde=at(13))
    running = plan(desk, casus_id, titel="MDO", begin=at(17), einde=at(18))
    off = plan(desk, casus_id, titel="Weg", begin=at(11), einde=at(12))
    desk.agenda.cancel(off, "ziek")
    plan(desk, None, titel="Napraten", soort=AfspraakSoort.OVERLEG, begin=at(13), einde=at(14))

    def found(hour: int) -> UUID | None:
        clock.now = at(hour)
        row = desk.agenda.current()
        return row.id if row else None

    assert found(8) is None
    assert found(14) == held  # a chat without a casus never gets a verslag
    assert found(17) == running
