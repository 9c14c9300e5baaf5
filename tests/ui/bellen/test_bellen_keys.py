"""Bellen by keyboard: Tab walks as one reads, and no letter of a word is a deed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.bellen.conftest import LOES
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen import kiezen
from vtdesk.ui.bellen.kop import DIAL, DIAL_TIP
from vtdesk.ui.bellen.page import BellenPage
from vtdesk.ui.messages import Message


@pytest.fixture
def dials(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a program that takes a number."""
    monkeypatch.setattr(kiezen, "can_dial", lambda: True)


def seen(page: BellenPage, name: str) -> QWidget:
    QApplication.processEvents()
    [found] = [one for one in page.findChildren(QWidget, name) if one.isVisible()]
    return found


def field(page: BellenPage, name: str) -> QLineEdit:
    found = seen(page, name)
    assert isinstance(found, QLineEdit)
    return found


def stops(page: BellenPage, begin: QWidget, count: int) -> list[str]:
    """Name where Tab comes after a widget."""
    found = []
    for _ in range(count):
        begin.setFocus()
        page.focusNextPrevChild(True)
        begin = page.window().focusWidget()
        found.append(begin.objectName())
    return found


@pytest.mark.usefixtures("dials")
def test_tab_walks_from_the_list_through_the_call_as_it_is_read(
    page: BellenPage, desk: Desk
) -> None:
    page.show_call(desk.bellen.add(f"{LOES} voicemail"))
    QApplication.processEvents()

    assert stops(page, page.list.list, 15) == [
        "klopt", "ander", "bel", "meer", "casus", "voicemail_tekst",
        "vrij_praten", "nu_veilig", "waar_kinderen", "uitkomst",
        "gesproken", "geen_gehoor", "ingesproken", "verkeerd_nummer", "uitspraak",
    ]  # fmt: skip


@pytest.mark.usefixtures("dials")
def test_tab_walks_the_same_way_when_the_call_was_shown_again(page: BellenPage, desk: Desk) -> None:
    first, second = desk.bellen.add(f"{LOES} voicemail"), desk.bellen.add("oma")
    for one in (first, second, first):
        page.show_call(one)
    QApplication.processEvents()

    assert stops(page, page.list.list, 7)[-2:] == ["voicemail_tekst", "vrij_praten"]


def test_enter_goes_from_question_to_question_and_to_the_outcome(
    page: BellenPage, qtbot: QtBot, desk: Desk
) -> None:
    page.show_call(desk.bellen.add(LOES))
    page.call.begin_in("vrij_praten")

    for name in ("nu_veilig", "waar_kinderen", "uitkomst"):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
        assert field(page, name).hasFocus()


@pytest.mark.parametrize("name", ["gesproken", "geen_gehoor", "verkeerd_nummer", "uitspraak"])
def test_no_letter_typed_on_a_button_files_a_call(
    page: BellenPage, qtbot: QtBot, desk: Desk, name: str
) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)
    field(page, "uitkomst").setText("Loes zag de auto.")
    with qtbot.waitActive(page):
        page.activateWindow()
    button = seen(page, name)
    button.setFocus()

    qtbot.keyClicks(button, "sgixjk")

    assert len(desk.bellen.detail(made).log) == 1
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert len(desk.bellen.detail(made).log) == 2


@pytest.mark.parametrize("where", ["list", "head"])
def test_a_letter_is_a_deed_from_the_list_and_the_head(
    page: BellenPage, qtbot: QtBot, desk: Desk, where: str
) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)
    with qtbot.waitActive(page):
        page.activateWindow()
    begin = page.list.list if where == "list" else seen(page, "meer")
    begin.setFocus()

    qtbot.keyClick(begin, Qt.Key.Key_G)

    assert len(desk.bellen.detail(made).log) == 2


def test_that_a_sentence_is_wanted_stands_beside_the_field_until_it_is_typed(
    page: BellenPage, qtbot: QtBot, desk: Desk
) -> None:
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    page.show_call(desk.bellen.add(LOES))
    line = field(page, "uitkomst")

    seen(page, "gesproken").click()

    wrong = seen(page, "uitkomst-fout")
    assert isinstance(wrong, QLabel)
    assert wrong.text() == "Schrijf in één zin op wat er gezegd is en wat je nu doet."
    assert (line.accessibleDescription(), line.hasFocus()) == (wrong.text(), True)
    assert heard == []
    qtbot.keyClicks(line, "s")
    assert not wrong.isVisible()


def test_what_was_wrong_is_not_said_of_another_call(page: BellenPage, desk: Desk) -> None:
    first, second = desk.bellen.add(LOES), desk.bellen.add("oma")
    page.show_call(first)
    seen(page, "gesproken").click()
    wrong = seen(page, "uitkomst-fout")

    page.show_call(second)

    assert not wrong.isVisible()


@pytest.mark.usefixtures("dials")
def test_the_button_says_that_another_program_dials(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add(LOES))

    button = seen(page, "bel")

    assert isinstance(button, QPushButton)
    assert (button.text(), button.toolTip()) == (DIAL, DIAL_TIP)


def test_without_a_program_that_dials_there_is_no_button(
    page: BellenPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kiezen, "can_dial", lambda: False)
    page.show_call(desk.bellen.add(LOES))
    QApplication.processEvents()

    assert not [one for one in page.findChildren(QPushButton, "bel") if one.isVisible()]


@pytest.mark.parametrize(
    ("listed", "dials"),
    [
        ("[MIME Cache]\nx-scheme-handler/tel=calls.desktop;\n", True),
        ("[MIME Cache]\nx-scheme-handler/mailto=post.desktop;\n", False),
    ],
)
def test_the_desktop_tells_whether_a_program_takes_a_number(
    tmp_path: Path, listed: str, *, dials: bool
) -> None:
    programs = tmp_path / "mimeinfo.cache"
    programs.write_text(listed, encoding="utf-8")

    assert kiezen._takes_numbers(programs) is dials
    assert not kiezen._takes_numbers(tmp_path / "gone")
