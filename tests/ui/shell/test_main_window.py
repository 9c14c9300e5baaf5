"""The window around the pages: ways, counts, state and form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, held_talk
from tests.ui.shell.conftest import ALT, CTRL, Screen
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.ui.shell.key_sheet import KeySheet
from vtdesk.ui.theme.look import Look, Scheme

Open = Callable[[], Screen]


def test_the_rail_shows_only_what_there_is(screen: Screen) -> None:
    rail = screen.window.frame.rail
    names = [button.text() for button in rail.findChildren(QWidget) if hasattr(button, "text")]

    words = [name for name in names if name and not name.isdigit()]
    assert words == [
        "Vandaag", "Week", "Bellen", "Plein", "Casussen", "Verslagen", "Zoeken", "Instellingen",
        "Gordijn", "Vergrendel",
    ]  # fmt: skip


def test_the_window_begins_at_vandaag_and_its_title_names_nothing(screen: Screen) -> None:
    assert screen.page() == "vandaag"
    assert screen.window.windowTitle() == "vtdesk"


def test_keys_go_to_the_pages_and_back(screen: Screen) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    assert screen.page() == "casussen"
    screen.press(Qt.Key.Key_6, CTRL)
    assert screen.page() == "verslagen"
    screen.press(Qt.Key.Key_Comma, CTRL)
    assert screen.page() == "instellingen"

    for expected in ("verslagen", "casussen", "vandaag"):
        screen.press(Qt.Key.Key_Left, ALT)
        assert screen.page() == expected
    screen.press(Qt.Key.Key_Left, ALT)
    assert screen.page() == "vandaag"


def test_the_rail_goes_too_and_marks_where_one_is(screen: Screen, qtbot: QtBot) -> None:
    button = screen.window.frame.rail.button("casussen")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert screen.page() == "casussen"
    assert button.isChecked()
    assert not screen.window.frame.rail.button("vandaag").isChecked()


def test_the_count_at_verslagen_follows_what_is_owed(screen: Screen, desk: Desk) -> None:
    button = screen.window.frame.rail.button("verslagen")
    assert button.count() == 0

    held_talk(desk, add_casus(desk))

    assert button.count() == 1
    assert button.accessibleName() == "Verslagen"
    assert button.accessibleDescription() == "1 nog te schrijven"


def test_the_state_line_says_when_all_was_stored(
    screen: Screen, desk: Desk, clock: SlowClock
) -> None:
    line = screen.window.frame.state_line
    assert line.words() == "Alles opgeslagen, 17:22"
    assert line.closing() == "Sluit na 5 minuten stilte"
    assert "eservekopie" not in screen.words(line)

    clock.pass_time(minutes=8)
    add_casus(desk)

    assert line.words() == "Alles opgeslagen, 17:30"


def test_a_failed_save_colours_the_line_until_it_succeeds(screen: Screen, clock: SlowClock) -> None:
    page, line = screen.window.frame.page(), screen.window.frame.state_line
    sentence = "Opslaan lukt niet: de schijf is vol. Maak ruimte vrij; je tekst blijft staan."
    clock.pass_time(minutes=3)

    page.save_failed.emit(OutsideError(sentence))
    assert line.words() == "Niet opgeslagen sinds 17:22. Je tekst staat nog op het scherm."
    assert line.property("tone") == "gevaar"
    assert screen.message() == sentence

    page.saved.emit()
    assert line.words() == "Alles opgeslagen, 17:25"
    assert line.property("tone") == ""
    assert screen.message() == ""


def test_a_message_about_a_page_goes_with_it_but_danger_stays(screen: Screen) -> None:
    screen.window.frame.page().say("Bellen wijkteam staat nu op 17:35.")
    screen.window.show_page("verslagen")
    assert screen.message() == ""

    screen.window.frame.page().say("De schijf is vol.", tone="gevaar")
    screen.window.show_page("casussen")
    assert screen.message() == "De schijf is vol."


def test_the_last_seconds_before_the_lock_are_counted(screen: Screen) -> None:
    line = screen.window.frame.state_line

    line.count_down(12)
    assert line.closing() == "Sluit over 12 seconden"

    line.count_down(0)
    assert line.closing() == "Sluit na 5 minuten stilte"


@pytest.fixture
def sheet(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Read the sheet of keys."""

    def read() -> list[str]:
        shown: list[str] = []

        def look_at(sheet: KeySheet) -> int:
            sheet.show()
            shown.extend(label.text() for label in sheet.findChildren(QLabel))
            sheet.hide()
            return 0

        with monkeypatch.context() as patch:
            patch.setattr(KeySheet, "exec", look_at)
            screen.press(Qt.Key.Key_Slash, CTRL)
        return shown

    return read


def test_the_sheet_lists_the_keys_that_work_now(sheet: Callable[[], list[str]]) -> None:
    shown = sheet()

    assert {"Ctrl K", "Ga naar", "F3", "Parkeernotitie", "Alt ←", "Terug"} <= set(shown)
    assert "Gehouden" in shown  # of Vandaag, which is on screen
    assert {"Alt ↑", "Vijf minuten eerder", "Del", "Afspraak afzeggen"} <= set(shown)
    assert {"Ctrl Z", "Ongedaan maken, in tekst of wat net gebeurde"} <= set(shown)
    assert "Werkaantekening" not in shown  # of the editor, which is not


def test_the_sheet_of_the_editor_has_the_keys_of_the_text_too(
    screen: Screen, desk: Desk, sheet: Callable[[], list[str]]
) -> None:
    screen.window.ways.write_for(held_talk(desk, add_casus(desk)))

    shown = sheet()

    assert {"Ctrl B", "Vet", "Ctrl I", "Alt 1", "Werkaantekening", "Ctrl Shift N"} <= set(shown)
    assert "Afspraak afzeggen" not in shown


def test_ctrl_f6_walks_through_all_parts_and_comes_round(screen: Screen) -> None:
    screen.press(Qt.Key.Key_5, CTRL)
    seen = []
    for _ in range(8):
        screen.press(Qt.Key.Key_F6, CTRL)
        seen.append(QApplication.focusWidget())

    parts = [screen.window.frame.rail, screen.window.frame.top_line, screen.window.frame.page()]
    assert all(any(part.isAncestorOf(widget) for widget in seen) for part in parts)


def test_the_kluis_can_be_locked_from_a_dialog(screen: Screen, qtbot: QtBot) -> None:
    dialog = QDialog(screen.window)
    dialog.setModal(True)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)

    with qtbot.waitSignal(screen.window.lock_requested):
        qtbot.keyClick(dialog, Qt.Key.Key_L, CTRL)
    dialog.close()


def test_a_narrow_window_shows_pictures_with_a_tooltip_and_keeps_the_clock(
    screen: Screen, qtbot: QtBot
) -> None:
    screen.window.resize(1093, 545)
    qtbot.waitUntil(lambda: screen.window.frame.rail.width() == 56)

    button = screen.window.frame.rail.button("casussen")
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.toolTip() == "Casussen (Ctrl 5)"
    assert "17:22" in screen.words(screen.window.frame.top_line)
    assert "Parkeernotitie" not in screen.words(screen.window.frame.top_line)


def test_a_low_window_shows_the_whole_rail(screen: Screen, qtbot: QtBot) -> None:
    screen.window.resize(1093, 545)
    rail = screen.window.frame.rail
    foot = rail.button("vergrendel")

    qtbot.waitUntil(lambda: foot.mapTo(rail, foot.rect().bottomLeft()).y() < rail.height())


def test_large_text_does_not_push_the_window_off_a_low_screen(
    screen: Screen, look: Look, qtbot: QtBot
) -> None:
    try:
        look.apply(scheme=Scheme.LICHT, scale=200)
        screen.window.resize(1093, 545)
        screen.window.fit()
        qtbot.waitUntil(lambda: screen.window.height() <= 545)
        assert screen.window.minimumSizeHint().height() <= 545
    finally:
        look.apply(scheme=Scheme.LICHT)


def test_large_text_takes_the_narrow_form(screen: Screen, look: Look, qtbot: QtBot) -> None:
    look.apply(scheme=Scheme.LICHT, scale=200)
    screen.window.fit()

    try:
        button = screen.window.frame.rail.button("casussen")
        assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        line = screen.window.frame.state_line
        for label in line.findChildren(QLabel):
            if label.isVisible() and label.text():
                assert label.width() >= label.sizeHint().width(), label.text()
    finally:
        look.apply(scheme=Scheme.LICHT)


def test_only_a_demo_says_that_all_is_invented(desk: Desk, open_window: Open) -> None:
    assert "Demo" not in screen_words(open_window())

    desk.instellingen.mark_demo("2026-05-12T17:22:00+02:00")

    assert "Demo: alles hier is verzonnen." in screen_words(open_window())


def test_no_other_window_opens_with_it(open_window: Open) -> None:
    before = seen_windows()

    screen = open_window()
    screen.window.show_page("week")

    assert seen_windows() - before == {screen.window}


def seen_windows() -> set[QWidget]:
    return {window for window in QApplication.topLevelWidgets() if window.isVisible()}


def screen_words(screen: Screen) -> str:
    return screen.words()


def test_a_kluis_without_a_name_asks_for_it_once(
    desk: Desk, open_window: Open, qtbot: QtBot
) -> None:
    desk.instellingen.set("gebruiker", {"naam": ""})
    screen = open_window()
    assert "vtdesk kent je naam nog niet." in screen.message()

    screen.button("berichtknop").click()

    assert screen.page() == "instellingen"
    assert screen.window.findChild(QLineEdit, "naam").isVisible()
    assert screen.message() == ""


def test_closing_stores_where_one_was(screen: Screen, desk: Desk) -> None:
    screen.press(Qt.Key.Key_5, CTRL)

    assert screen.window.close()

    assert desk.instellingen.plek()["pagina"] == "casussen"


def test_a_window_with_unstored_text_asks_before_it_closes(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr(screen.window.frame.page(), "put_away", refuse)

    assert not screen.window.close()
    assert screen.window.isVisible()
    assert screen.message() == "Opslaan lukt niet: de schijf is vol."

    screen.button("berichtknop").click()
    assert not screen.window.isVisible()


@pytest.mark.parametrize("kind", [OutsideError, UserError])
def test_a_page_that_cannot_be_read_says_so_and_can_be_read_again(
    screen: Screen, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    page = screen.window.frame.page()

    def unreadable() -> None:
        raise kind("De schijf geeft een fout.")

    monkeypatch.setattr(page, "refresh", unreadable)
    page.read_again()
    unread = page.findChild(QWidget, "fout")
    assert unread.isVisible()
    assert "Dit deel kon niet worden gelezen. De schijf geeft een fout." in screen.words(unread)

    monkeypatch.undo()
    page.read_again()
    assert not unread.isVisible()


def test_every_list_field_and_button_has_a_name_on_every_page(screen: Screen) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_Comma):
        screen.press(key, CTRL)
        QApplication.processEvents()
        nameless = [
            widget
            for widget in screen.window.findChildren(QWidget)
            if widget.isVisible()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (widget.accessibleName() or getattr(widget, "text", str)())
            and not isinstance(widget.parent(), QListView)
        ]
        assert nameless == []


def test_the_line_at_the_foot_never_makes_the_window_wider_than_a_small_screen(
    screen: Screen, look: Look
) -> None:
    look.apply(scheme=Scheme.LICHT, scale=200)
    try:
        screen.window.tell_not_saved(OutsideError("De schijf is vol."))
        assert screen.window.minimumSizeHint().width() <= 1024
    finally:
        look.apply(scheme=Scheme.LICHT)
