"""Reservekopie in Instellingen: places, the last five, a trial, and back to an earlier kluis."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon
from tests.program import WACHTZIN, Program, says
from tests.services.test_vernietiging import close
from vtdesk.services.desk import Desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.ui.instellingen import reservekopie
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.instellingen.reservekopie import ReservekopieSettings
from vtdesk.ui.slot.steps_dialog import StepsDialog
from vtdesk.ui.slot.wachtzin import SecretEdit
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.tijd import local

LATER = 10_000


class Shown:
    """The part Reservekopie of the real window."""

    def __init__(self, program: Program, bot: QtBot) -> None:
        self.program, self._bot = program, bot
        program.window.show_page("instellingen")
        page = program.window.findChild(InstellingenPage)
        page.show_part("Reservekopie")
        self.part: ReservekopieSettings = page.findChild(ReservekopieSettings)

    @property
    def desk(self) -> Desk:
        return self.program.desk

    def says(self, name: str) -> str:
        return str(self.part.findChild(QLabel, name).text())

    def press(self, name: str) -> None:
        self.part.findChild(QPushButton, name).click()

    def bar(self) -> str:
        return str(self.program.window.findChild(QLabel, "berichttekst").text())

    def make(self) -> str:
        self.press("nu-maken")
        label = self.part.findChild(QLabel, "uitkomst")
        self._bot.waitUntil(label.isVisible, timeout=LATER)
        return self.says("uitkomst")

    def rows(self) -> list[str]:
        return [row.plek.value for row in self.part.findChild(RowList, "laatste-kopieen").rows()]


@pytest.fixture
def shown(program: Callable[[], Program], folder: Path, qtbot: QtBot) -> Shown:
    return Shown(program().start(folder, WACHTZIN), qtbot)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(reservekopie, "choose_folder", lambda *_: place)
    return place


def destroy_as_asked(desk: Desk, casus_id: UUID) -> None:
    """Destroy a casus because somebody asked so, which may be today."""
    today = local(desk.clock()).date()
    asks = VerzoekGegevens(add_persoon(desk, casus_id), VerzoekSoort.VERNIETIGING, today)
    verzoek = desk.rechten.ask(casus_id, asks)
    desk.rechten.decide(verzoek, VerzoekStand.TOEGEWEZEN, "gevraagd en toegewezen")
    close(desk, casus_id)
    desk.vernietigingen.decide(casus_id, Vernietigingsgrond.VERZOEK, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)


def test_what_the_stick_still_holds_is_said_with_the_day(shown: Shown, stick: Path) -> None:
    gone = add_casus(shown.desk, nummer="VT-WEG")
    copies = shown.desk.reservekopieen
    assert copies is not None
    copies.choose(stick)
    copies.make()
    shown.part.read()
    assert shown.part.findChild(QLabel, "stick-bewaart").isHidden()

    destroy_as_asked(shown.desk, gone)
    shown.part.read()

    assert "een casus die is vernietigd. Steek de stick tussen" in shown.says("stick-bewaart")
    shown.press("vergeet-stick")
    assert shown.bar().endswith("Wis die stick zelf.")


def unlocked(program: Program) -> Program:
    assert "Een vorige kluis is teruggezet." in says(program.lock_screen)
    program.unlock()
    return program


def test_without_a_copy_it_says_what_to_do(shown: Shown) -> None:
    assert shown.says("plek-laptop") == "Op deze laptop: nog geen kopie."
    assert shown.says("plek-stick").startswith("Kies ook een stick")
    assert shown.says("oefenen").startswith("Terugzetten is nog nooit geoefend.")
    assert shown.part.findChild(EmptyState).isVisible()


def test_a_stick_is_chosen_and_a_copy_is_made_and_tested(
    shown: Shown, stick: Path, qtbot: QtBot
) -> None:
    add_casus(shown.desk)
    shown.press("kies-stick")
    qtbot.waitUntil(lambda: bool(shown.rows()), timeout=LATER)

    said = shown.says("uitkomst")
    assert said.startswith("De reservekopie is gemaakt en getest. Haal de stick eruit. ")
    assert "Bij wijze van proef teruggezet: 1 casus, 0 verslagen" in said
    assert shown.rows() == ["stick", "laptop"]
    assert f"Op {stick}: laatste kopie vandaag" in shown.says("plek-stick")
    assert shown.says("oefenen").startswith("Terugzetten is het laatst geoefend op")

    shutil.rmtree(stick)
    assert "De stick is er niet." in shown.make()
    assert "de stick is er niet; laatste kopie vandaag" in shown.says("plek-stick")

    shown.press("vergeet-stick")
    assert shown.says("plek-stick").startswith("Kies ook een stick")


def test_a_place_that_was_refused_is_no_longer_spoken_of_when_another_is_right(
    shown: Shown, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = shown.program.window.frame.bar
    with monkeypatch.context() as wrong:
        wrong.setattr(reservekopie, "choose_folder", lambda *_: folder)
        shown.press("kies-stick")
    assert bar.isVisible()
    assert "kies" in bar.words().lower()

    shown.press("kies-stick")
    assert not bar.isVisible()


def test_an_earlier_kluis_comes_back_at_the_lock_and_can_be_undone(
    shown: Shown, program: Callable[[], Program], folder: Path, qtbot: QtBot
) -> None:
    add_casus(shown.desk, nummer="VT-EERST")
    gone = add_casus(shown.desk, nummer="VT-WEG")
    shown.make()
    add_casus(shown.desk, nummer="VT-LATER")
    destroy_as_asked(shown.desk, gone)

    shown.press("terugzetten")
    dialog = shown.part.findChild(StepsDialog)
    dialog.agree.click()
    secret = dialog.findChild(SecretEdit, "wachtzin-van-nu")
    secret.setText("een heel andere zin")
    dialog.agree.click()
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LATER)
    assert shown.program.next_image == []
    secret.setText(WACHTZIN)
    dialog.agree.click()
    qtbot.waitUntil(lambda: bool(shown.program.next_image), timeout=LATER)
    shown.program.end()

    again = Shown(unlocked(program().start(folder)), qtbot)
    assert [casus.nummer for casus in again.desk.casussen.all()] == ["VT-EERST"]
    assert "staat er een vorige kluis opzij" in again.says("opzij")
    words = again.says("teruggekomen")
    assert words.startswith("Casus VT-WEG was intussen vernietigd.")
    assert again.bar() == words
    again.press("nagekeken")
    assert again.says("teruggekomen") == again.desk.teruggekomen.zin() == ""
    again.press("vorige-terug")
    qtbot.waitUntil(lambda: bool(again.program.next_image), timeout=LATER)
    again.program.end()

    back = Shown(unlocked(program().start(folder)), qtbot)
    assert len(back.desk.casussen.all()) == 2
