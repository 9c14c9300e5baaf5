"""Sjablonen: every kind is listed, a text is looked through while one types, and undo is exact."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vtdesk import resources
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.sjablonen import GESPREKSVERSLAG, sjabloon, tekst_van_vtdesk
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.instellingen.sjabloon_dialog import SjabloonDialog
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.sjabloon import SjabloonSectie

OURS = tekst_van_vtdesk(GESPREKSVERSLAG)
OWN = OURS.replace('"Wat goed gaat"', '"Krachten <b>van het gezin</b>"')
BROKEN = OWN.replace("verplicht = true", "verlpicht = true", 1)
LINE = BROKEN[: BROKEN.index("verlpicht")].count("\n") + 1


@pytest.fixture
def page(desk: Desk, tools: Tools, look: Look, qtbot: QtBot, tmp_path: Path) -> InstellingenPage:
    door = KluisDoor(Start(tmp_path / "eigen", NoKeychain()))
    with look.building():
        made = InstellingenPage(desk, tools, look=look, door=door)
    qtbot.addWidget(made)
    desk.changes.subscribe(made.on_changed)
    made.resize(1200, 800)
    made.show()
    made.show_part("Sjablonen")
    return made


@pytest.fixture
def heard(page: InstellingenPage) -> list[Message]:
    found: list[Message] = []
    page.message_requested.connect(found.append)
    return found


def part(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None
    return found


def said(page: QWidget, name: str) -> str:
    QApplication.processEvents()
    label = part(page, QLabel, name)
    return str(label.text()) if label.isVisibleTo(page) else ""


def kinds(page: QWidget) -> Any:
    return part(page, RowList, "sjablonen")


def open_by_key(page: InstellingenPage, qtbot: QtBot) -> SjabloonDialog:
    qtbot.keyClick(kinds(page), Qt.Key.Key_Return)
    dialog = page.findChild(SjabloonDialog)
    assert dialog is not None
    return dialog


def type_into(dialog: SjabloonDialog, words: str) -> None:
    part(dialog, QPlainTextEdit, "tekst").setPlainText(words)


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    part(widget, QPushButton, name).click()


def test_every_kind_says_whose_text_it_has_and_which_parts(page: InstellingenPage) -> None:
    lines = kinds(page).lines()

    assert [line.title for line in lines][:2] == ["Gespreksverslag", "Verslag kindgesprek"]
    assert {line.second for line in lines} == {"van vtdesk"}
    assert said(page, "sjabloon-gebruik") == "In gebruik: de tekst van vtdesk."
    assert said(page, "sjabloon-onderdelen").startswith("1  Aanleiding en doel\n2  Uitleg gegeven")
    assert said(page, "sjabloon-bron").startswith("Versie 2026-05. Bron: ")
    assert not part(page, QPushButton, "sjabloon-terug").isEnabled()


def test_a_text_is_changed_by_keyboard_and_the_way_back_is_offered(
    page: InstellingenPage, desk: Desk, heard: list[Message], qtbot: QtBot
) -> None:
    dialog = open_by_key(page, qtbot)
    assert said(dialog, "klopt") == "Deze tekst klopt."
    type_into(dialog, OWN)
    qtbot.keyClick(
        part(dialog, QPlainTextEdit, "tekst"),
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )

    assert kinds(page).lines()[0].second == "eigen tekst"
    assert said(page, "sjabloon-gebruik") == "In gebruik: eigen tekst, sinds di 12 mei 17:22."
    shown = part(page, QLabel, "sjabloon-onderdelen")
    assert "Krachten <b>van het gezin</b>" in shown.text()
    assert shown.textFormat() is Qt.TextFormat.PlainText
    assert heard[-1].words == "Het sjabloon Gespreksverslag is bewaard."
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.sjablonen.eigen(GESPREKSVERSLAG) == ""
    assert kinds(page).lines()[0].second == "van vtdesk"


def test_a_mistake_is_named_while_one_types_and_one_press_goes_to_its_line(
    page: InstellingenPage, qtbot: QtBot
) -> None:
    dialog = open_by_key(page, qtbot)
    type_into(dialog, BROKEN)
    why = f"Regel {LINE}: 'verlpicht' hoort hier niet. Controleer de spelling."
    qtbot.waitUntil(lambda: said(dialog, "fout-in-tekst") == why)
    assert said(dialog, "klopt") == ""

    press(dialog, "ga-naar-regel")
    words = part(dialog, QPlainTextEdit, "tekst")
    assert words.textCursor().selectedText() == "verlpicht = true"
    assert said(dialog, "plaats") == f"Je staat op regel {LINE}."
    words.insertPlainText("verplicht = true")
    qtbot.waitUntil(lambda: said(dialog, "klopt") == "Deze tekst klopt.")


def test_a_broken_text_is_kept_on_a_second_press_and_stays_named_in_the_list(
    page: InstellingenPage, desk: Desk, heard: list[Message], qtbot: QtBot
) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    dialog = open_by_key(page, qtbot)
    type_into(dialog, BROKEN)
    press(dialog, "bewaren")
    assert "houdt vtdesk de laatste goede tekst in gebruik" in said(dialog, "fout")
    assert desk.sjablonen.eigen(GESPREKSVERSLAG) == OWN

    press(dialog, "bewaren")
    assert heard[-1].words.endswith("is bewaard, maar nog niet in gebruik.")
    assert desk.sjablonen.eigen(GESPREKSVERSLAG) == BROKEN
    assert kinds(page).lines()[0].second == f"regel {LINE} klopt niet"
    assert said(page, "sjabloon-fout").endswith("blijft je laatste goede tekst in gebruik.")
    assert said(page, "sjabloon-gebruik").startswith("In gebruik: eigen tekst, sinds")


def test_the_text_of_vtdesk_is_put_back_and_that_can_be_undone(
    page: InstellingenPage, desk: Desk, heard: list[Message]
) -> None:
    desk.sjablonen.bewaar(GESPREKSVERSLAG, OWN)
    press(page, "sjabloon-terug")
    assert heard[-1].words == "Gespreksverslag heeft weer de tekst van vtdesk."
    assert kinds(page).lines()[0].second == "van vtdesk"

    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.sjablonen.eigen(GESPREKSVERSLAG) == OWN


def test_what_may_stand_in_a_text_is_explained_on_request(
    page: InstellingenPage, qtbot: QtBot
) -> None:
    dialog = open_by_key(page, qtbot)
    assert said(dialog, "uitleg") == ""

    press(dialog, "uitleg-tonen")
    fields = [field.name for field in dataclasses.fields(SjabloonSectie)]
    assert [name for name in fields if name not in said(dialog, "uitleg")] == []
    press(dialog, "uitleg-tonen")
    assert said(dialog, "uitleg") == ""


def test_a_half_typed_text_is_there_again_with_what_is_wrong_in_it(
    page: InstellingenPage, qtbot: QtBot
) -> None:
    dialog = open_by_key(page, qtbot)
    type_into(dialog, BROKEN)
    kept = dialog.half_typed()
    dialog.reject()
    qtbot.waitUntil(lambda: page.findChild(SjabloonDialog) is None)

    again = open_by_key(page, qtbot)
    again.give_back(kept)
    assert again.tekst() == BROKEN
    assert said(again, "fout-in-tekst").startswith(f"Regel {LINE}: ")


def test_templates_that_cannot_be_read_are_said_in_words(
    page: InstellingenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "root", lambda: tmp_path)  # an installation that lost files
    sjabloon.cache_clear()
    page.refresh()

    sentence = (
        "Het sjabloon gespreksverslag.toml kan niet worden gelezen. Installeer vtdesk opnieuw."
    )
    assert sentence in [label.text() for label in page.findChildren(QLabel)]
    assert not kinds(page).isVisible()


def test_on_a_small_screen_the_text_and_the_buttons_stay_in_reach(
    page: InstellingenPage, qtbot: QtBot
) -> None:
    page.resize(860, 500)
    dialog = open_by_key(page, qtbot)

    qtbot.waitUntil(lambda: dialog.height() <= page.window().height())
    assert dialog.width() <= page.window().width()
    assert dialog.agree.isVisible()
