"""Instellingen: a change shows at once, is stored at once, and is there the next time."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.program import WACHTZIN
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.errors import WrongSecretError
from vtdesk.security import kluis
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import Voorval
from vtdesk.services.regelbestanden import grenzen
from vtdesk.ui.instellingen.grenzen import GrenzenSettings
from vtdesk.ui.instellingen.logboek import LogboekSettings
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme import palette
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets.row_list import RowList

OLD, NEW = WACHTZIN, "stoel wolk koffie trein"


@pytest.fixture
def folder(new_kluis: Path, tmp_path: Path) -> Path:
    """A kluis of its own, whose wachtzin may be changed."""
    return Path(shutil.copytree(new_kluis, tmp_path / "eigen"))


@pytest.fixture
def page(
    desk: Desk, tools: Tools, look: Look, qtbot: QtBot, tmp_path: Path
) -> Iterator[InstellingenPage]:
    door = KluisDoor(Start(tmp_path / "eigen", NoKeychain()))
    with look.building():
        made = InstellingenPage(desk, tools, look=look, door=door)
    qtbot.addWidget(made)
    desk.changes.subscribe(made.on_changed)
    made.resize(1200, 800)
    made.show()
    yield made
    look.apply(scheme=Scheme.LICHT)


def turn_to(page: InstellingenPage, part: str) -> None:
    page.findChild(RowList, "delen").choose(lambda row: row == part)
    QApplication.processEvents()


def field(page: InstellingenPage, name: str) -> QLineEdit:
    return page.findChild(QLineEdit, name)


def words(page: InstellingenPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_dark_shows_at_once_and_is_kept(page: InstellingenPage, desk: Desk) -> None:
    page.findChild(QRadioButton, "donker").click()

    assert palette.shown().name == "donker"
    assert desk.instellingen.weergave().thema == "donker"


def test_an_arrow_chooses_and_tab_comes_to_the_chosen_one(
    page: InstellingenPage, desk: Desk, qtbot: QtBot
) -> None:
    licht = page.findChild(QRadioButton, "licht")
    licht.click()
    licht.setFocus()

    qtbot.keyClick(licht, Qt.Key.Key_Down)

    assert desk.instellingen.weergave().thema == "donker"
    buttons = page.findChildren(QRadioButton)
    stops = [one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.objectName() for one in stops] == ["donker"]


def test_large_text_shows_at_once_and_is_kept(
    page: InstellingenPage, desk: Desk, look: Look
) -> None:
    sizes = page.findChild(QComboBox, "tekstgrootte")
    sizes.setCurrentIndex(sizes.findText("150 %"))

    assert look.scale == 150
    assert desk.instellingen.weergave().tekst_procent == 150


def test_what_was_chosen_before_is_shown_and_not_overwritten(
    desk: Desk, tools: Tools, look: Look, qtbot: QtBot, tmp_path: Path
) -> None:
    from vtdesk.services.instellingen import Weergave

    kept = Weergave(thema="licht", tekst_procent=125, sluit_na_minuten=10)
    desk.instellingen.set_weergave(kept)

    page = InstellingenPage(desk, tools, look=look, door=KluisDoor(Start(tmp_path, NoKeychain())))
    qtbot.addWidget(page)
    page.show()

    assert page.findChild(QRadioButton, "licht").isChecked()
    assert page.findChild(QComboBox, "tekstgrootte").currentText() == "125 %"
    assert page.findChild(QComboBox, "sluit-na").currentText() == "10 minuten"
    assert desk.instellingen.weergave() == kept


def test_the_minutes_before_the_lock_are_kept_and_never_many(
    page: InstellingenPage, desk: Desk
) -> None:
    turn_to(page, "Kluis")
    minutes = page.findChild(QComboBox, "sluit-na")
    offered = [minutes.itemText(number) for number in range(minutes.count())]
    assert offered[-1] == "15 minuten"

    minutes.setCurrentIndex(0)

    assert desk.instellingen.weergave().sluit_na_minuten == 2


def test_who_works_here_is_kept_when_it_is_complete(page: InstellingenPage, desk: Desk) -> None:
    turn_to(page, "Jij")
    assert field(page, "naam").text() == "Mila Proefstra"

    field(page, "naam").clear()
    page.findChild(QPushButton, "bewaar-gegevens").click()
    assert "Vul je naam in." in words(page)
    assert desk.instellingen.gebruiker().naam == "Mila Proefstra"

    field(page, "naam").setText("Mila de Proef")
    field(page, "begin").setText("9")
    page.findChild(QPushButton, "bewaar-gegevens").click()
    gebruiker = desk.instellingen.gebruiker()
    assert (gebruiker.naam, gebruiker.werkdag_begin) == ("Mila de Proef", "09:00")


def test_how_long_before_she_is_reminded_is_stored_at_once(
    desk: Desk, page: InstellingenPage
) -> None:
    turn_to(page, "Herinneren")
    choice = page.findChild(QComboBox, "herinneren")
    assert choice.currentText() == "10 minuten vooraf"

    choice.setCurrentText("30 minuten vooraf")
    assert desk.herinneringen.standaard() == 30
    choice.setCurrentText("Nooit")
    assert desk.herinneringen.standaard() is None


def test_another_wachtzin_opens_the_kluis_and_the_old_one_does_not(
    folder: Path, page: InstellingenPage, qtbot: QtBot, old_laptop: None
) -> None:
    turn_to(page, "Kluis")
    told: list[Message] = []
    page.message_requested.connect(told.append)
    field(page, "oude-wachtzin").setText(OLD)
    field(page, "nieuwe-wachtzin").setText(NEW)
    field(page, "nog-een-keer").setText(NEW)

    qtbot.mouseClick(page.findChild(QPushButton, "wijzig-wachtzin"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told))

    assert told[0].words == "Je wachtzin is veranderd. De oude opent de kluis niet meer."
    assert field(page, "nieuwe-wachtzin").text() == ""
    kluis.unlock(folder, NEW, NoKeychain())
    with pytest.raises(WrongSecretError):
        kluis.unlock(folder, OLD, NoKeychain())


def test_a_wrong_present_wachtzin_is_said_and_changes_nothing(
    folder: Path, page: InstellingenPage, qtbot: QtBot
) -> None:
    turn_to(page, "Kluis")
    field(page, "oude-wachtzin").setText("iets heel anders hier")
    field(page, "nieuwe-wachtzin").setText(NEW)
    field(page, "nog-een-keer").setText(NEW)

    page.findChild(QPushButton, "wijzig-wachtzin").click()
    qtbot.waitUntil(lambda: "Deze wachtzin klopt niet." in words(page))

    assert field(page, "nieuwe-wachtzin").text() == NEW
    kluis.unlock(folder, OLD, NoKeychain())


def test_the_logboek_of_the_kluis_is_read_checked_and_taken_out(
    page: InstellingenPage,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk.logboek.noteer(Voorval.KOPIE)
    turn_to(page, "Logboek")
    part = page.findChild(LogboekSettings)
    assert "Reservekopie gemaakt" in [one.title for one in part._list.lines()]
    qtbot.waitUntil(lambda: part.chain.words() == "Keten klopt")

    place, told = tmp_path / "logboek.json", []
    page.message_requested.connect(told.append)
    monkeypatch.setattr("vtdesk.ui.instellingen.logboek.choose_place", lambda *_: place)
    page.findChild(QPushButton, "logboek-uitvoeren").click()

    assert "reservekopie gemaakt" in place.read_text("utf-8")
    assert [one.words.split(".")[0] for one in told] == ["3 regels staan in logboek"]
    assert part._list.lines()[1].title == "Logboek uitgevoerd"


def test_what_it_cannot_do_stands_in_the_program(page: InstellingenPage) -> None:
    turn_to(page, "Wat vtdesk niet kan")
    labels = page.findChild(GrenzenSettings).findChildren(QLabel)
    said = [label.text() for label in labels]
    assert all(f"· {zin}" in said for groep in grenzen() for zin in groep.zinnen)
    QApplication.processEvents()
    cut = [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
    assert not cut
