"""Reminders in the window: told in words, once, and never over what hides her work."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu

from tests.builders import SlowClock, add_casus, add_persoon, at, plan
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.afspraak_dialog import AfspraakDialog
from vtdesk.ui.agenda.block import AfspraakBlock
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.shell.herinnerder import Herinnerder
from vtdesk.ui.shell.herinnering_balk import HerinneringBalk
from vtdesk.values.dagkinds import BelUitkomst
from vtdesk.values.kinds import AfspraakSoort, AfspraakStaat

Open = Callable[[], Screen]


@pytest.fixture(autouse=True)
def noon(clock: SlowClock) -> None:
    clock.now = at(12)


@pytest.fixture
def mdo(desk: Desk) -> UUID:
    casus = add_casus(desk)
    return plan(desk, casus, titel="MDO Zilverduin", begin=at(13), einde=at(14), plaats="kamer 4")


def look_again(screen: Screen) -> str:
    """Let a minute of the window pass, and read what it reminds of."""
    screen.window.findChild(Herinnerder).look()
    return bar(screen).words()


def bar(screen: Screen) -> HerinneringBalk:
    return screen.window.findChild(HerinneringBalk)


def press(screen: Screen, name: str) -> None:
    bar(screen).findChild(QAbstractButton, name).click()


def later(screen: Screen, words: str) -> None:
    [action] = [one for one in bar(screen).findChild(QMenu).actions() if one.text() == words]
    action.trigger()


@pytest.mark.usefixtures("mdo")
def test_it_is_told_in_words_and_once(open_window: Open, clock: SlowClock) -> None:
    screen = open_window()
    assert look_again(screen) == ""

    clock.now = at(12, 50)
    assert look_again(screen) == "Over 10 minuten: MDO Zilverduin, kamer 4."
    clock.now = at(12, 56)
    assert look_again(screen) == "Over 4 minuten: MDO Zilverduin, kamer 4."

    press(screen, "herinnering-dicht")
    assert look_again(screen) == ""


def test_later_reminds_again_and_moves_nothing(
    open_window: Open, desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)
    later(screen, "Over 5 minuten")
    assert bar(screen).words() == ""
    assert screen.message() == "Je krijgt om 12:55 weer een herinnering."
    assert desk.agenda.detail(mdo).begin == at(13)

    clock.now = at(12, 55)
    assert look_again(screen) == "Over 5 minuten: MDO Zilverduin, kamer 4."


def test_moving_is_another_deed(open_window: Open, clock: SlowClock, mdo: UUID) -> None:
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)
    press(screen, "herinnering-verplaatsen")

    [dialog] = screen.window.findChildren(AfspraakDialog)
    assert dialog.findChild(QLineEdit, "begin").text() == "13:00"
    dialog.reject()


def test_opening_shows_its_card(open_window: Open, clock: SlowClock, mdo: UUID) -> None:
    screen = open_window()
    screen.window.show_page("casussen")
    clock.now = at(12, 50)
    look_again(screen)
    press(screen, "herinnering-openen")

    assert screen.page() == "vandaag"


def test_what_is_solved_is_no_longer_told(
    open_window: Open, desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)
    desk.agenda.move(mdo, at(15))

    assert look_again(screen) == ""
    clock.now = at(14, 50)
    assert look_again(screen).startswith("Over 10 minuten: MDO")


def test_several_that_were_missed_asleep_are_one_message(
    open_window: Open, desk: Desk, clock: SlowClock, mdo: UUID
) -> None:
    plan(desk, None, titel="Bellen school", begin=at(12, 30), einde=at(12, 40), plaats="")
    screen = open_window()
    look_again(screen)
    clock.now = at(13, 10)

    assert look_again(screen) == (
        "Gemist, om 12:30: Bellen school. Begon 10 minuten geleden: MDO Zilverduin, kamer 4."
    )
    assert look_again(screen) != ""  # until it is closed
    press(screen, "herinnering-dicht")
    assert look_again(screen) == ""


def test_more_than_three_are_counted(open_window: Open, desk: Desk, clock: SlowClock) -> None:
    screen = open_window()
    for number in range(5):
        plan(desk, None, titel=f"Nr {number}", begin=at(13), einde=at(14), plaats="")
    clock.now = at(12, 55)

    assert look_again(screen).endswith("En nog 2 afspraken.")


@pytest.mark.usefixtures("mdo")
def test_with_others_looking_along_no_name_is_told(open_window: Open, clock: SlowClock) -> None:
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)
    screen.window.findChild(Herinnerder).set_discreet(discreet=True)

    assert bar(screen).words() == "Over 10 minuten: een afspraak."
    assert "Zilverduin" not in screen.words(bar(screen))
    assert not bar(screen).findChild(QAbstractButton, "herinnering-openen").isVisible()


@pytest.mark.usefixtures("mdo")
def test_behind_the_curtain_nothing_is_told_until_it_is_lifted(
    open_window: Open, clock: SlowClock
) -> None:
    screen = open_window()
    herinnerder = screen.window.findChild(Herinnerder)
    screen.window.curtained.draw()
    clock.now = at(12, 50)
    herinnerder.look()
    assert "MDO" not in screen.words()

    screen.window.curtained.lift()
    assert bar(screen).words() == "Over 10 minuten: MDO Zilverduin, kamer 4."


@pytest.mark.usefixtures("mdo")
def test_the_window_title_names_nobody(open_window: Open, clock: SlowClock) -> None:
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)

    assert screen.window.windowTitle() == "vtdesk"


@pytest.mark.usefixtures("mdo")
def test_the_keyboard_comes_to_it_from_anywhere(open_window: Open, clock: SlowClock) -> None:
    screen = open_window()
    look_again(screen)
    keys = CTRL | Qt.KeyboardModifier.ShiftModifier
    screen.press(Qt.Key.Key_H, keys)
    assert not bar(screen).isAncestorOf(screen.window.focusWidget())

    clock.now = at(12, 50)
    look_again(screen)
    screen.press(Qt.Key.Key_H, keys)
    assert screen.window.focusWidget().accessibleName() == "Later herinneren"
    screen.press(Qt.Key.Key_Tab)
    assert screen.window.focusWidget().accessibleName() == "Verplaatsen"


@pytest.mark.usefixtures("mdo")
def test_later_takes_no_undo_away_and_gives_the_keyboard_back(
    open_window: Open, desk: Desk, clock: SlowClock
) -> None:
    gone = plan(desk, None, titel="Lunch", begin=at(11), einde=at(11, 30), plaats="")
    screen = open_window()
    clock.now = at(12, 50)
    look_again(screen)
    blocks = screen.window.findChildren(AfspraakBlock)
    [block] = [one for one in blocks if one.isVisible() and one.row.id == gone]
    block.setFocus()
    screen.press(Qt.Key.Key_H)
    assert screen.button("berichtknop").isVisible()

    screen.press(Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    later(screen, "Over 5 minuten")
    assert screen.window.focusWidget() is block
    assert screen.message() == "Je krijgt om 12:55 weer een herinnering."
    assert not screen.button("berichtknop").isVisible()

    screen.press(Qt.Key.Key_Z, CTRL)
    assert desk.agenda.detail(gone).staat is AfspraakStaat.GEPLAND
    screen.press(Qt.Key.Key_Z, CTRL)  # once is enough
    assert desk.agenda.detail(gone).staat is AfspraakStaat.GEPLAND


@pytest.mark.usefixtures("mdo")
def test_a_message_and_a_reminder_stand_in_one_line(open_window: Open, clock: SlowClock) -> None:
    screen = open_window()
    screen.window.messages.show(Message("De dag is bewaard.", "goed", UNDO, lambda: None))
    QApplication.processEvents()
    message = screen.window.frame.bar
    before = message.geometry()

    clock.now = at(12, 50)
    look_again(screen)
    QApplication.processEvents()

    assert screen.message() != ""
    assert bar(screen).words() != ""
    assert (bar(screen).y(), bar(screen).height()) == (before.y(), before.height())
    assert message.height() == before.height()


def test_a_call_that_was_done_is_no_longer_told(
    open_window: Open, desk: Desk, clock: SlowClock
) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, voornaam="Otis", telefoon="06-0000 0417")
    plan(
        desk, casus_id, titel="Otis terugbellen", soort=AfspraakSoort.BELLEN,
        begin=at(13), einde=at(13, 15), plaats="",
    )  # fmt: skip
    verzoek = desk.bellen.add("Otis 06-0000 0417")
    screen = open_window()
    clock.now = at(13, 5)
    assert look_again(screen) == "Begon 5 minuten geleden: Otis terugbellen."

    desk.bellen.attempt(verzoek, BelUitkomst.GEEN_GEHOOR)
    assert look_again(screen) != ""
    desk.bellen.attempt(verzoek, BelUitkomst.GESPROKEN, "Otis komt morgen.")
    assert look_again(screen) == ""
