"""The curtain: one key, and nothing on screen or behind it names anybody; one key back."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, at, held_talk, plan
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.ui.messages import ask
from vtdesk.ui.slot.signs import Signs
from vtdesk.values.kinds import AfspraakSoort

Open = Callable[[], Screen]
NAMES = ("Zilverduin", "Havikskruid", "Otis", "VT-DEMO", "Eerste gesprek", "Verslag over")


def told(node: QAccessibleInterface | None) -> Iterator[str]:
    """Give all words of the accessible tree below a node, also of what cannot be seen."""
    if node is None or not node.isValid():
        return
    yield from (node.text(part) for part in (
        QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
    ))  # fmt: skip
    if (words := node.textInterface()) is not None:
        yield words.text(0, words.characterCount())
    for number in range(node.childCount()):
        yield from told(node.child(number))


def whole_tree() -> str:
    """Give all words that a screen reader, or a stranger, could find in the program."""
    words = [window.title() for window in QGuiApplication.topLevelWindows()]
    for widget in QApplication.topLevelWidgets():
        if widget.windowHandle() is not None:
            words += told(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(words)


def names_found() -> list[str]:
    tree = whole_tree()
    return [name for name in NAMES if name in tree]


@pytest.fixture
def busy(desk: Desk, open_window: Open) -> Screen:
    """Open the window on a day with names on it."""
    casus_id = add_casus(desk)
    held_talk(desk, casus_id, titel="Moeder Havikskruid", begin=at(9), einde=at(10))
    plan(desk, casus_id)
    plan(desk, casus_id, titel="Otis alleen", begin=at(16, 45), einde=at(18))
    plan(desk, None, titel="Thuis", soort=AfspraakSoort.EIGEN_TIJD, begin=at(18), einde=at(20))
    return open_window()


def blocks(screen: Screen) -> list[str]:
    found = screen.window.findChildren(QWidget, "bezet")
    return [block.accessibleName() for block in found if block.isVisible()]


def test_f12_shows_a_neutral_week_and_nothing_names_anybody(busy: Screen) -> None:
    assert "Zilverduin" in names_found()

    busy.press(Qt.Key.Key_F12)

    assert blocks(busy) == [
        "Bezet, 09:00–10:00", "Bezet, 16:15–18:00", "Eigen tijd, 18:00–20:00"
    ]  # fmt: skip
    assert names_found() == []
    assert busy.window.windowTitle() == "vtdesk"
    assert "17:22" in busy.words()
    assert "nog te schrijven" not in whole_tree()


def test_a_day_of_leave_is_a_working_day_of_her_own_time(desk: Desk, open_window: Open) -> None:
    desk.verloven.add(VerlofGegevens(date(2026, 5, 15), date(2026, 5, 22), "Bo Vervanger"))
    screen = open_window()

    screen.press(Qt.Key.Key_F12)

    assert blocks(screen) == ["Eigen tijd, 09:00–17:00"]
    assert "erlof" not in whole_tree()


def test_a_name_behind_the_curtain_would_be_found(busy: Screen) -> None:
    busy.press(Qt.Key.Key_F12)
    planted = QWidget(busy.window)
    planted.setAccessibleName("Otis Havikskruid")

    assert "Otis" in names_found()


def test_esc_gives_back_the_caret_in_the_field(busy: Screen) -> None:
    busy.press(Qt.Key.Key_K, CTRL)
    busy.type_words("Zilver")
    field = busy.window.findChild(QLineEdit, "ga-naar")
    field.setCursorPosition(3)

    busy.press(Qt.Key.Key_F12)
    assert names_found() == []
    busy.press(Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is field
    assert (field.text(), field.cursorPosition()) == ("Zilver", 3)
    assert blocks(busy) == []
    assert "Zilverduin" in names_found()


def test_a_form_goes_behind_it_and_comes_back_half_typed(busy: Screen, qtbot: QtBot) -> None:
    busy.press(Qt.Key.Key_Insert)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    title = dialog.findChild(QLineEdit, "titel")
    title.setText("Otis bellen")
    title.setFocus()
    title.setCursorPosition(4)

    busy.press(Qt.Key.Key_F12)
    assert names_found() == []
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is busy.window)
    busy.press(Qt.Key.Key_Escape)

    assert QApplication.activeModalWidget() is dialog
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    assert QApplication.focusWidget() is title
    assert (title.text(), title.cursorPosition()) == ("Otis bellen", 4)


def test_no_other_key_reaches_what_is_behind_it(busy: Screen) -> None:
    busy.press(Qt.Key.Key_F12)

    for key in (Qt.Key.Key_2, Qt.Key.Key_5, Qt.Key.Key_K, Qt.Key.Key_Slash):
        busy.press(key, CTRL)
    busy.press(Qt.Key.Key_F12)

    assert blocks(busy) != []
    assert names_found() == []
    busy.press(Qt.Key.Key_Escape)
    assert busy.page() == "vandaag"


def test_a_capture_stays_possible_and_shows_nothing_back(busy: Screen, qtbot: QtBot) -> None:
    busy.press(Qt.Key.Key_F3)
    busy.type_words("Otis was stil")
    busy.press(Qt.Key.Key_Escape)
    busy.press(Qt.Key.Key_F12)

    busy.press(Qt.Key.Key_F3)
    assert names_found() == []
    busy.type_words("tweede regel")
    busy.press(Qt.Key.Key_Return)

    assert blocks(busy) != []
    qtbot.waitUntil(lambda: "tweede regel" not in whole_tree())
    busy.press(Qt.Key.Key_Escape)
    assert blocks(busy) == []


def test_a_capture_that_was_open_comes_back_with_its_caret(busy: Screen) -> None:
    busy.press(Qt.Key.Key_F3)
    busy.type_words("Otis was stil")

    busy.press(Qt.Key.Key_F12)
    assert names_found() == []
    busy.press(Qt.Key.Key_Escape)

    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    assert focus.toPlainText() == "Otis was stil"


def test_what_was_asked_in_passing_is_gone(busy: Screen, qtbot: QtBot) -> None:
    def draw() -> None:
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        busy.window.curtained.draw()

    QTimer.singleShot(0, busy.window, draw)
    busy.press(Qt.Key.Key_Slash, CTRL)  # the sheet of keys waits for an answer

    assert blocks(busy) != []
    assert names_found() == []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the program goes on
    busy.window.curtained.lift()
    assert QApplication.activeModalWidget() is None


def test_a_form_that_opens_while_it_is_drawn_waits_behind_it(
    busy: Screen, desk: Desk, qtbot: QtBot
) -> None:
    [talk, *_] = desk.agenda.talks_begun()
    busy.press(Qt.Key.Key_F12)

    busy.window.frame.page().open_dialog("afspraak-wijzigen", str(talk.id))

    assert QApplication.activeModalWidget() is None
    assert names_found() == []
    busy.press(Qt.Key.Key_Escape)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.findChild(QLineEdit, "titel").text() == talk.titel


def test_a_question_that_comes_while_it_is_drawn_is_asked_when_it_is_lifted(
    busy: Screen, qtbot: QtBot
) -> None:
    seen: list[object] = []

    def lift() -> None:
        seen.extend((QApplication.activeModalWidget(), names_found()))
        busy.press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        question = QApplication.activeModalWidget()
        seen.append(busy.words(question))
        qtbot.mouseClick(question.findChild(QPushButton, "ja"), Qt.MouseButton.LeftButton)

    busy.press(Qt.Key.Key_F12)
    QTimer.singleShot(0, busy.window, lift)
    agreed = ask(busy.window, "Verslag over Otis openen?", "Het is klaar.", yes="Openen")

    assert seen == [None, [], "Verslag over Otis openen?\nHet is klaar."]
    assert agreed
    assert QApplication.activeModalWidget() is None


def test_the_place_under_the_curtain_is_where_she_was(busy: Screen) -> None:
    busy.press(Qt.Key.Key_5, CTRL)
    place = busy.window.place()

    busy.press(Qt.Key.Key_F12)

    assert busy.window.place() == place


def test_the_last_seconds_before_the_lock_are_counted_there_too(busy: Screen) -> None:
    busy.press(Qt.Key.Key_F12)
    busy.window.curtained.count_down(20)

    assert "Sluit over 20 seconden" in busy.words()


def test_a_second_screen_draws_it(busy: Screen, qtbot: QtBot) -> None:
    program = QGuiApplication.instance()
    assert isinstance(program, QGuiApplication)
    program.screenAdded.emit(program.primaryScreen())

    assert blocks(busy) != []


def test_a_sleep_draws_it_and_a_slow_second_does_not(qtbot: QtBot) -> None:
    slept = [100.0]
    signs = Signs(slept=lambda: slept[0])

    with qtbot.assertNotEmitted(signs.seen):
        signs.look()
    slept[0] += timedelta(minutes=10).total_seconds()
    with qtbot.waitSignal(signs.seen):
        signs.look()
    with qtbot.assertNotEmitted(signs.seen):
        signs.look()
