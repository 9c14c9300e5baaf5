"""Ontgrendelen: what opens, what does not, and what is said about it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.ui.slot.conftest import WACHTZIN, LockDriver, Made
from vtdesk.security import kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.logboek import Voorval
from vtdesk.services.opening import open_desk
from vtdesk.ui.theme.look import Look, Scheme

Stand = Callable[[Path], LockDriver]
SQUARE = "badge-square"


@pytest.fixture
def lock(made: Made, lock_before: Stand) -> LockDriver:
    return lock_before(made.folder)


def test_the_lock_screen_says_nothing_of_what_is_inside(lock: LockDriver, made: Made) -> None:
    assert "De kluis is dicht" in lock.words()
    assert "Werkt zonder netwerk" in lock.words()
    assert "eservekopie" not in lock.words()
    assert lock.screen.windowTitle() == "vtdesk"
    assert str(made.folder) not in lock.words()


def test_the_right_wachtzin_opens_by_enter(lock: LockDriver, qtbot: QtBot) -> None:
    lock.fill("wachtzin", WACHTZIN)
    qtbot.keyClick(lock.field("wachtzin"), Qt.Key.Key_Return)

    lock.is_open()

    assert lock.field("wachtzin").text() == ""


def test_a_wrong_wachtzin_is_said_beside_the_field_and_keeps_what_was_typed(
    lock: LockDriver,
) -> None:
    lock.fill("wachtzin", "paard fiets lamp")
    lock.press("ontgrendelen")

    lock.says("Deze wachtzin klopt niet. Kijk of hoofdletters aan staan en probeer het opnieuw.")

    assert lock.field("wachtzin").text() == "paard fiets lamp"
    assert lock.field("wachtzin").hasFocus()
    assert lock.opened == []


def test_after_three_wrong_ones_the_waiting_time_counts_down_in_words(
    lock: LockDriver, qtbot: QtBot
) -> None:
    for number in range(3):
        lock.fill("wachtzin", f"verkeerde wachtzin {number}")
        lock.press("ontgrendelen")
        lock.says("klopt niet" if number < 2 else "Dat ging een paar keer mis. Wacht nog ")

    assert not lock.button("ontgrendelen").isEnabled()
    assert "seconde" in lock.words()

    qtbot.waitUntil(lambda: lock.button("ontgrendelen").isEnabled())
    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.is_open()


def test_capitals_are_noticed_while_one_types(lock: LockDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(lock.field("wachtzin"), "PAARD")  # capitals, and nobody holds Shift
    assert "Hoofdletters staan aan" in lock.words()

    qtbot.keyClicks(lock.field("wachtzin"), "p")
    assert "Hoofdletters staan aan" not in lock.words()

    qtbot.keyClick(lock.field("wachtzin"), Qt.Key.Key_CapsLock)
    assert "Hoofdletters staan aan" in lock.words()


def test_what_is_typed_shows_only_on_request(lock: LockDriver) -> None:
    field = lock.field("wachtzin")
    assert field.echoMode() == QLineEdit.EchoMode.Password

    lock.press("toon")
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert lock.button("toon").accessibleName() == "Verberg"

    lock.press("toon")
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_damaged_kluis_says_what_to_do_and_asks_no_wachtzin(
    made: Made, lock_before: Stand
) -> None:
    (made.folder / "kluis.db").write_bytes(b"")

    lock = lock_before(made.folder)

    lock.says("Het bestand kluis.db is leeg. Zet kluis.db terug uit een reservekopie.")
    assert not lock.screen.findChild(QLineEdit, "wachtzin").isVisible()


def test_a_database_without_header_is_damage_and_no_first_start(
    made: Made, lock_before: Stand
) -> None:
    (made.folder / "kluis.vtkop").unlink()

    lock_before(made.folder).says("De sleutelkop kluis.vtkop ontbreekt.")


def test_progress_shows_only_when_it_takes_long(lock: LockDriver) -> None:
    lock.fill("wachtzin", "paard fiets lamp")
    lock.press("ontgrendelen")

    assert not any(bar.isVisible() for bar in lock.screen.findChildren(QProgressBar))
    lock.says("klopt niet")


def test_the_steps_after_a_loss_can_be_read_without_a_wachtzin(
    lock: LockDriver, qtbot: QtBot
) -> None:
    lock.press("kwijt")
    assert "Bel nu de helpdesk" in lock.words()

    qtbot.keyClick(lock.screen, Qt.Key.Key_Escape)
    assert "De kluis is dicht" in lock.words()
    assert lock.field("wachtzin").hasFocus()


def test_the_herstelblad_opens_and_sets_a_new_wachtzin(
    lock: LockDriver, made: Made, old_laptop: None
) -> None:
    lock.press("herstelblad")
    lock.fill("herstelcode", made.code.tekst)
    lock.fill("nieuwe-wachtzin", "stoel wolk koffie trein")
    lock.fill("nog-een-keer", "stoel wolk koffie trein")
    lock.press("kluis-openen")

    lock.is_open()


def test_the_herstelblad_opens_an_older_kluis_after_a_second_answer(
    lock: LockDriver, made: Made, old_laptop: None
) -> None:
    store, _ = open_desk(made.folder, kluis.unlock(made.folder, WACHTZIN, NoKeychain()))
    older = (made.folder / "kluis.db").read_bytes()
    with store.write() as session:
        session.execute(text("INSERT INTO meta VALUES ('iets', '{}')"))
    store.close()
    (made.folder / "kluis.db").write_bytes(older)
    lock.press("herstelblad")
    lock.fill("herstelcode", made.code.tekst)
    lock.fill("nieuwe-wachtzin", "stoel wolk koffie trein")
    lock.fill("nog-een-keer", "stoel wolk koffie trein")

    lock.press("kluis-openen")
    lock.says("Weet je het zeker? Dit komt in het logboek.")
    assert lock.button("kluis-openen").text() == "Toch openen"
    lock.press("kluis-openen")

    lock.is_open()


def test_a_typing_error_in_the_code_is_named_before_any_key_is_tried(
    lock: LockDriver, made: Made
) -> None:
    groups = list(made.code.groups)
    groups[2] = groups[2][:3]
    lock.press("herstelblad")
    lock.fill("herstelcode", " ".join(groups))
    lock.fill("nieuwe-wachtzin", "stoel wolk koffie trein")
    lock.press("kluis-openen")

    assert "Groep 3 heeft 3 tekens; het moeten er 4 zijn." in lock.words()
    assert lock.field("herstelcode").text() == " ".join(groups)


def test_two_different_new_wachtzinnen_are_refused(lock: LockDriver, made: Made) -> None:
    lock.press("herstelblad")
    lock.fill("herstelcode", made.code.tekst)
    lock.fill("nieuwe-wachtzin", "stoel wolk koffie trein")
    lock.fill("nog-een-keer", "stoel wolk koffie tram")
    lock.press("kluis-openen")

    assert "Deze twee zijn niet gelijk." in lock.words()
    assert lock.opened == []


def test_old_header_put_back_is_said_and_opens_after_two_answers(
    made: Made, lock_before: Stand
) -> None:
    header = made.folder / "kluis.vtkop"
    old = header.read_bytes()
    keychain = NoKeychain()
    other = "stoel wolk koffie trein"
    sleutels = kluis.change_wachtzin(made.folder, WACHTZIN, other, keychain, cost=FLOOR)
    open_desk(made.folder, sleutels)[0].close()
    header.write_bytes(old)
    lock = lock_before(made.folder)

    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.says("Er is een oude sleutelkop teruggezet.")
    lock.press("toch-openen")
    assert lock.opened == []
    lock.says("Weet je het zeker? Dit komt in het logboek.")
    lock.press("toch-openen")
    lock.is_open()

    [opened] = lock.opened
    lines = opened.desk.logboek.of_kluis()  # type: ignore[attr-defined]  # an Opened
    assert Voorval.TOCH_GEOPEND in [line.detail for line in lines]


def test_changes_that_are_missing_are_counted_and_it_opens_after_two_answers(
    made: Made, lock_before: Stand
) -> None:
    store, _ = open_desk(made.folder, kluis.unlock(made.folder, WACHTZIN, NoKeychain()))
    older = (made.folder / "kluis.db").read_bytes()
    with store.write() as session:
        session.execute(text("INSERT INTO meta VALUES ('iets', '{}')"))
    store.close()
    (made.folder / "kluis.db").write_bytes(older)
    lock = lock_before(made.folder)

    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.says("Het bestand kluis.db is een oudere versie: 1 vastgelegde wijziging ontbreekt.")
    lock.press("toch-openen")
    lock.press("toch-openen")
    lock.is_open()


def test_a_refusal_of_opening_anyway_can_be_mended(made: Made, lock_before: Stand) -> None:
    header = made.folder / "kluis.vtkop"
    old = header.read_bytes()
    other = "stoel wolk koffie trein"
    sleutels = kluis.change_wachtzin(made.folder, WACHTZIN, other, NoKeychain(), cost=FLOOR)
    open_desk(made.folder, sleutels)[0].close()
    header.write_bytes(old)
    lock = lock_before(made.folder)
    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.says("Er is een oude sleutelkop teruggezet.")
    lock.press("toch-openen")
    lock.screen.findChild(QLineEdit, "wachtzin").setText("iets heel anders")

    lock.press("toch-openen")
    lock.says("Deze wachtzin klopt niet.")
    lock.fill("wachtzin", WACHTZIN)
    lock.press("toch-openen")

    lock.is_open()


def test_the_picture_on_the_card_is_square_in_large_text(
    made: Made, lock_before: Stand, look: Look
) -> None:
    look.apply(scheme=Scheme.LICHT, scale=200)
    try:
        lock = lock_before(made.folder)
        squares = [f for f in lock.screen.findChildren(QFrame) if f.property("kind") == SQUARE]
        assert [square.width() == square.height() > 40 for square in squares] == [True]
    finally:
        look.apply(scheme=Scheme.LICHT)


def test_a_card_that_is_higher_than_the_screen_begins_at_its_title(
    made: Made, lock_before: Stand, look: Look, qtbot: QtBot
) -> None:
    look.apply(scheme=Scheme.LICHT, scale=200)
    try:
        lock = lock_before(made.folder)
        lock.screen.resize(1024, 520)
        lock.press("kwijt")
        [title] = [w for w in lock.screen.findChildren(QLabel, "slottitel") if w.isVisible()]
        qtbot.waitUntil(lambda: lock.screen.rect().contains(title.mapTo(lock.screen, QPoint())))
    finally:
        look.apply(scheme=Scheme.LICHT)
