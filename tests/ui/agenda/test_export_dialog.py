"""The window in which the agenda is saved for another agenda."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, plan
from tests.ui.vandaag.driver import Formulier
from vtdesk.services.agenda_export import Bewaard
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.export_dialog import ExportDialog
from vtdesk.ui.page import Page
from vtdesk.ui.theme.look import Look

NEUTRAL = "Alleen 'Bezet': geen titel, plaats, mens of casus"
FULL = "Met titels en plaatsen"


@pytest.fixture
def said() -> list[Bewaard]:
    return []


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "elders"
    folder.mkdir()
    return folder / "agenda.ics"


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


@pytest.fixture
def form(
    page: Page, desk: Desk, said: list[Bewaard], place: Path, monkeypatch: pytest.MonkeyPatch
) -> Formulier:
    plan(desk, add_casus(desk))
    kluis = place.parents[1] / "kluis" / "kluis.db"
    monkeypatch.setattr(desk.agenda_export._store, "path", kluis)
    dialog = ExportDialog(desk.agenda_export, said.append, page, choose=lambda _: place)
    dialog.open_form()
    return Formulier(dialog)


def answer(words: str) -> None:
    """Press a button of the question that comes, once it is there."""

    def press() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QDialog)
        [button] = [b for b in asked.findChildren(QPushButton) if b.accessibleName() == words]
        button.click()

    QTimer.singleShot(0, press)


def test_enter_saves_without_names(form: Formulier, place: Path, said: list[Bewaard]) -> None:
    form.enter()

    assert said[0].in_words() == "Bewaard: 1 afspraak, alleen als 'Bezet'."
    assert "SUMMARY:Bezet" in place.read_text()
    assert not form.is_open()


def test_names_leave_only_after_a_second_yes(
    form: Formulier, place: Path, said: list[Bewaard]
) -> None:
    form.tick(FULL)
    answer("Met titels bewaren")
    form.enter()

    assert "SUMMARY:Eerste gesprek vader" in place.read_text()
    assert "met titels en plaatsen" in said[0].in_words()


def test_who_thinks_again_has_saved_nothing(
    form: Formulier, place: Path, said: list[Bewaard]
) -> None:
    form.tick(FULL)
    answer("Terug")
    form.enter()

    assert form.is_open()
    assert "Er is niets bewaard. Kies 'Bezet' of kies opnieuw." in form.seen()
    assert (place.exists(), said) == (False, [])


def test_a_place_inside_the_kluis_is_refused_beside_the_choice(
    form: Formulier, tmp_path: Path, said: list[Bewaard]
) -> None:
    assert isinstance(form.dialog, ExportDialog)
    form.dialog._choose = lambda _: tmp_path / "kluis" / "agenda.ics"
    form.enter()

    assert any("de map van je kluis" in words for words in form.seen())
    assert said == []


def test_choosing_no_place_keeps_the_dialog(form: Formulier, said: list[Bewaard]) -> None:
    assert isinstance(form.dialog, ExportDialog)
    form.dialog._choose = lambda _: None
    form.enter()

    assert form.is_open()
    assert said == []
