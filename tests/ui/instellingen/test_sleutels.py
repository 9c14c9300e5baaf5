"""Instellingen, Kluis: another herstelblad, whether it is still there, and other keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.errors import WrongSecretError
from vtdesk.security import kluis
from vtdesk.security.cost import FLOOR
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.opening import create_kluis
from vtdesk.ui.instellingen.nakijken import NakijkDialog
from vtdesk.ui.instellingen.sleutels import Sleutels
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.slot.steps_dialog import StepsDialog
from vtdesk.ui.theme.look import Look

WACHTZIN, NIEUW = "paard fiets lamp regenboog", "stoel wolk koffie trein"
OUD_BLAD = Herstelcode.new()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sleutels") / "kluis"
    create_kluis(place, WACHTZIN, OUD_BLAD, NoKeychain(), cost=FLOOR)
    return place


class Driver:
    """The part of the settings in the words of who sits before it."""

    def __init__(self, part: Sleutels, door: KluisDoor, bot: QtBot) -> None:
        self.part, self.door, self._bot = part, door, bot
        self.told: list[Message] = []
        self.locks: list[bool] = []
        part.message_requested.connect(self.told.append)
        part.lock_requested.connect(lambda: self.locks.append(True))

    def press(self, name: str, inside: QWidget | None = None) -> None:
        button = (inside or self.part).findChild(QPushButton, name)
        assert button.isEnabled()
        self._bot.mouseClick(button, Qt.MouseButton.LeftButton)

    def dialog(self) -> StepsDialog | NakijkDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, StepsDialog | NakijkDialog)
        return found

    def fill(self, name: str, words: str) -> None:
        field = self.dialog().findChild(QLineEdit, name)
        assert field.isVisible()
        field.setText(words)

    def go_on(self) -> None:
        self.press("bewaren", self.dialog())

    def words(self) -> str:
        labels = self.dialog().findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def until(self, words: str) -> None:
        self._bot.waitUntil(lambda: words in self.words())

    def copy_sheet(self) -> Herstelcode:
        """Read the eight groups, and type two of them back."""
        self.until("Schrijf de acht groepen nu over op papier.")
        labels = [self.dialog().findChild(QLabel, f"groep-{n}") for n in range(1, 9)]
        code = Herstelcode.parse("".join(label.text().replace(" ", "") for label in labels))
        self.go_on()
        for field in self.dialog().findChildren(QLineEdit):
            if field.isVisible():
                number = int(field.objectName().rsplit("-", 1)[1])
                field.setText(code.groups[number - 1])
        return code

    def is_told(self) -> Message:
        self._bot.waitUntil(lambda: bool(self.told))
        return self.told[-1]


@pytest.fixture
def driver(
    desk: Desk, tools: Tools, look: Look, qtbot: QtBot, first: Path, tmp_path: Path
) -> Iterator[Driver]:
    folder = tmp_path / "eigen"
    folder.mkdir(mode=0o700)
    for path in first.glob("kluis.*"):
        (folder / path.name).write_bytes(path.read_bytes())
    door = KluisDoor(Start(folder, NoKeychain()))
    part = Sleutels(desk.herstelblad, tools.jobs, door)
    qtbot.addWidget(part)
    part.show()
    part.read()
    yield Driver(part, door, qtbot)
    tools.jobs.wait()


def test_another_herstelblad_is_copied_proved_and_takes_the_place_of_the_old(
    driver: Driver, desk: Desk
) -> None:
    driver.press("nieuw-herstelblad")
    driver.fill("wachtzin-van-nu", "iets heel anders hier")
    driver.go_on()
    driver.until("Deze wachtzin klopt niet.")

    driver.fill("wachtzin-van-nu", WACHTZIN)
    driver.go_on()
    code = driver.copy_sheet()
    kluis.prove_herstelcode(driver.door.folder, OUD_BLAD)  # until it was proved
    driver.go_on()

    assert driver.is_told().words == "Je nieuwe herstelblad is geldig. Gooi het oude weg."
    kluis.prove_herstelcode(driver.door.folder, code)
    with pytest.raises(WrongSecretError):
        kluis.prove_herstelcode(driver.door.folder, OUD_BLAD)
    asked = desk.herstelblad.stand().gevraagd
    assert desk.herstelblad.klopt({n: code.groups[n - 1] for n in asked}) == ()


def test_renewal_is_asked_with_new_secrets_and_closes_the_kluis(driver: Driver) -> None:
    driver.press("vernieuw-sleutels")
    assert "Dit is niet ongedaan te maken." in driver.words()
    driver.fill("wachtzin-van-nu", WACHTZIN)
    driver.go_on()
    driver.until("Nieuwe wachtzin")
    driver.fill("nieuwe-wachtzin", NIEUW)
    driver.fill("nog-een-keer", NIEUW)
    driver.go_on()
    code = driver.copy_sheet()
    driver.go_on()
    driver._bot.waitUntil(lambda: bool(driver.locks))

    asked = driver.door.renewal
    assert asked is not None
    assert (asked.old, asked.new, asked.sheet) == (WACHTZIN, NIEUW, code)
    assert WACHTZIN not in repr(asked)
    kluis.prove(driver.door.folder, WACHTZIN, NoKeychain())  # nothing is changed before the lock


def test_sheet_is_looked_at_by_two_groups(driver: Driver, desk: Desk, clock: SlowClock) -> None:
    desk.herstelblad.bewaar(OUD_BLAD.groups)
    clock.pass_time(days=91)
    driver.press("kijk-herstelblad-na")
    first, second = desk.herstelblad.stand().gevraagd
    driver.fill(f"vul-groep-{first}", "0000")
    driver.fill(f"vul-groep-{second}", OUD_BLAD.groups[second - 1])
    driver.go_on()
    assert "Klopt niet met het blad." in driver.words()

    driver.fill(f"vul-groep-{first}", OUD_BLAD.groups[first - 1].lower())
    driver.go_on()
    assert driver.is_told().words == "Je herstelblad klopt."
    assert not desk.herstelblad.stand().is_tijd


def test_looking_may_wait_a_week(driver: Driver, desk: Desk, clock: SlowClock) -> None:
    desk.herstelblad.bewaar(OUD_BLAD.groups)
    clock.pass_time(days=91)
    driver.press("kijk-herstelblad-na")
    driver.press("annuleren", driver.dialog())
    assert not desk.herstelblad.stand().is_tijd


def test_kluis_that_knows_no_group_asks_the_whole_code_once(driver: Driver, desk: Desk) -> None:
    desk.herstelblad.begin()
    driver.press("kijk-herstelblad-na")
    driver.fill("herstelcode", Herstelcode.new().tekst)
    driver.go_on()
    driver.until("hoort niet bij deze kluis")

    driver.fill("herstelcode", OUD_BLAD.tekst)
    driver.go_on()
    assert driver.is_told().words == "Je herstelblad klopt."
    assert len(desk.herstelblad.stand().gevraagd) == 2
