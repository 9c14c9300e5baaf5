"""Ontgrendelen with a PIN: over after three tries, and always beside a wachtzin."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.security.test_snel import PIN, WRONG, DictSessie, stretched
from tests.ui.slot.conftest import WACHTZIN, LockDriver, Made
from vtdesk.security import kluis, snel
from vtdesk.security.cost import FLOOR
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.opening import open_desk
from vtdesk.values.tijd import system_clock

Stand = Callable[[], LockDriver]


@pytest.fixture
def sessie() -> DictSessie:
    return DictSessie()


@pytest.fixture
def stand(made: Made, sessie: DictSessie, lock_before: Callable[..., LockDriver]) -> Stand:
    """Stand before a kluis that was opened with the wachtzin, with snel openen on."""
    sleutels = kluis.unlock(made.folder, WACHTZIN, NoKeychain())
    store, desk = open_desk(made.folder, sleutels)
    pin = stretched(PIN, FLOOR)
    desk.snelopenen.turn_on(pin)
    store.close()
    assert snel.lay(made.folder, sleutels, pin, sessie, system_clock())
    return lambda: lock_before(made.folder, sessie=sessie)


def test_pin_opens_the_kluis(stand: Stand) -> None:
    lock = stand()
    lock.fill("pincode", PIN)
    lock.press("ontgrendelen-snel")
    lock.is_open()


def test_third_wrong_pin_leads_to_the_wachtzin(stand: Stand, made: Made) -> None:
    lock = stand()
    for words in ("nog 2 keer", "nog één keer", "open de kluis met je wachtzin"):
        lock.fill("pincode", WRONG)
        lock.press("ontgrendelen-snel")
        lock.says(words)
    assert not snel.is_laid(made.folder)
    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.is_open()


def test_after_log_off_the_wachtzin_is_asked_at_once(
    stand: Stand, sessie: DictSessie, made: Made, qtbot: QtBot
) -> None:
    sessie.kept.clear()
    lock = stand()
    lock.says("Wachtzin kwijt? Gebruik je herstelblad")
    assert not snel.is_laid(made.folder)
    assert stand().field("wachtzin")


def test_wachtzin_is_one_click_away_and_begins_another_twelve_hours(
    stand: Stand, sessie: DictSessie, made: Made
) -> None:
    before = dict(sessie.kept)
    lock = stand()
    lock.press("met-wachtzin")
    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.is_open()
    assert sessie.kept != before
    assert snel.left(made.folder, sessie, system_clock()) == 3


def test_pin_that_was_turned_off_leaves_nothing_behind(
    stand: Stand, sessie: DictSessie, made: Made
) -> None:
    store, desk = open_desk(made.folder, kluis.unlock(made.folder, WACHTZIN, NoKeychain()))
    desk.snelopenen.turn_off()
    store.close()
    lock = stand()
    lock.press("met-wachtzin")
    lock.fill("wachtzin", WACHTZIN)
    lock.press("ontgrendelen")
    lock.is_open()
    assert (sessie.kept, snel.is_laid(made.folder)) == ({}, False)


def test_lock_screen_without_a_box_asks_the_session_nothing(
    made: Made, lock_before: Callable[[Path], LockDriver]
) -> None:
    assert lock_before(made.folder).field("wachtzin")
