"""Taalwacht, tekstbouwstenen and own words in Instellingen: each step by its button, and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.instellingen.regels import RegelTable
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look


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
    return made


def press(page: InstellingenPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def table(page: InstellingenPage, name: str) -> RegelTable:
    found = page.findChild(RegelTable, name)
    assert found is not None
    return found


def choose(page: InstellingenPage, name: str, row_id: str) -> None:
    shown = table(page, name)
    shown.selectRow([row.id for row in shown.rows()].index(row_id))


def fill_in(qtbot: QtBot, **words: str) -> None:
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    for name, value in words.items():
        line = dialog.findChild(QLineEdit, name)
        if line is not None:
            line.setText(value)
        else:
            area = dialog.findChild(QPlainTextEdit, name)
            assert area is not None
            area.setPlainText(value)
    agree = dialog.findChild(QPushButton, "bewaren")
    assert agree is not None
    agree.click()


def undo(said: Message) -> None:
    assert said.on_action is not None
    said.on_action()


def test_a_word_of_taalwacht_is_added_and_one_of_vtdesk_switched_off(
    page: InstellingenPage, desk: Desk, qtbot: QtBot
) -> None:
    page.show_part("Taalwacht")
    press(page, "taalwacht-erbij")
    with qtbot.waitSignal(page.message_requested) as said:
        fill_in(qtbot, woorden="zielig, zielige", liever="verdrietig", waarom="Zegt iets over ons.")

    assert [t.woord for t in desk.taalwacht.treffers("Een zielige jongen")] == ["zielige"]
    choose(page, "taalwacht", "zielig")
    undo(said.args[0])
    assert desk.taalwacht.treffers("Een zielige jongen") == []
    choose(page, "taalwacht", "altijd")
    with qtbot.waitSignal(page.message_requested) as said:
        press(page, "taalwacht-weg")
    assert said.args[0].words == "'altijd' wordt niet meer aangewezen."
    assert desk.taalwacht.treffers("altijd") == []
    undo(said.args[0])
    assert len(desk.taalwacht.treffers("altijd")) == 1


def test_a_bouwsteen_is_changed_and_its_own_text_taken_away(
    page: InstellingenPage, desk: Desk, qtbot: QtBot
) -> None:
    page.show_part("Tekstbouwstenen")
    choose(page, "tekstbouwsteen", "veilig")
    press(page, "tekstbouwsteen-wijzigen")
    with qtbot.waitSignal(page.message_requested):
        fill_in(qtbot, tekst="Nu is het ‹veilig / niet veilig›.")
    changed = desk.bouwstenen.van("veilig")
    choose(page, "tekstbouwsteen", "veilig")
    with qtbot.waitSignal(page.message_requested):
        press(page, "tekstbouwsteen-weg")
    back = desk.bouwstenen.van("veilig")

    assert changed is not None
    assert changed.tekst == "Nu is het ‹veilig / niet veilig›."
    assert back is not None
    assert "‹kinderen›" in back.tekst


def test_own_words_begin_empty_and_are_added_corrected_and_taken_away(
    page: InstellingenPage, desk: Desk, qtbot: QtBot
) -> None:
    page.show_part("Eigen woorden")
    assert table(page, "eigen-woord").isHidden()
    press(page, "eigen-woord-erbij")
    with qtbot.waitSignal(page.message_requested):
        fill_in(qtbot, woord="blorkstre")
    press(page, "eigen-woord-wijzigen")
    with qtbot.waitSignal(page.message_requested) as said:
        fill_in(qtbot, woord="blorkster")
    corrected = desk.spelling.eigen()
    undo(said.args[0])
    before = desk.spelling.eigen()
    choose(page, "eigen-woord", "blorkstre")
    with qtbot.waitSignal(page.message_requested) as said:
        press(page, "eigen-woord-weg")
    gone = desk.spelling.eigen()
    undo(said.args[0])

    assert (corrected, before, gone) == (("blorkster",), ("blorkstre",), ())
    assert desk.spelling.eigen() == ("blorkstre",)
