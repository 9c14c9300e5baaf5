"""Gesprekken & verslagen as the user walks it: children, talks, and what was asked of whom."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, at, held_talk
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.informatie import Stap
from vtdesk.ui.casussen.gesprekken.deel import EMPTY, Gesprekken
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.nieuw_verslag import NieuwVerslagDialog
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.kinds import Rol


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    show_tab(opened, Gesprekken)
    return opened


@pytest.fixture
def tab(page: CasussenPage) -> Gesprekken:
    found = page.findChild(Gesprekken)
    assert isinstance(found, Gesprekken)
    return found


def pip(desk: Desk, casus_id: UUID) -> UUID:
    born = date(2016, 9, 14)
    return add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=born)


def rows(tab: Gesprekken) -> list[tuple[str, str]]:
    return [(line.title, line.chip) for line in tab.list.lines()]


def words(page: CasussenPage) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(page: CasussenPage, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisible()]
    button.click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def line(dialog: QDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def area(dialog: QDialog, name: str) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, name)
    assert found is not None, name
    return found


def test_a_casus_without_talks_says_so_and_plans_one(
    page: CasussenPage, tab: Gesprekken, casus_id: UUID, qtbot: QtBot
) -> None:
    assert EMPTY in words(page)

    with qtbot.waitSignal(page.plan_requested) as asked:
        qtbot.keyClick(tab, Qt.Key.Key_Insert)
    assert asked.args == [casus_id]


def test_children_stand_first_with_whether_they_were_spoken(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID
) -> None:
    child = pip(desk, casus_id)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job", geboortedatum=date(2019, 6, 1))
    day = at(10, day=date(2026, 5, 7))
    present = DeelnameGegevens("Pip Havikskruid", persoon_id=child)
    held_talk(desk, casus_id, present, titel="Kindgesprek", begin=day, einde=day.replace(hour=11))

    assert rows(tab) == [
        ("Kinderen", ""),
        ("Pip, 9 jaar", "Gesproken do 7 mei"),
        ("Job, 6 jaar", "Nog niet gesproken, 40 dagen"),
        ("Gesprekken", ""),
        ("Kindgesprek", "Nog te schrijven"),
    ]


def test_how_a_talk_with_a_child_went_is_noted_beside_the_talk(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    child = pip(desk, casus_id)
    talk = held_talk(desk, casus_id, DeelnameGegevens("Pip Havikskruid", persoon_id=child))
    tab.list.choose(lambda rij: rij.id == talk)

    press(page, f"kindgesprek:{child}")
    area(dialog_of(page), "niet-doorgeven").setPlainText("Dat ik moest huilen.")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
    assert any("wat je hebt geantwoord" in said for said in words(page))
    area(dialog_of(page), "geantwoord").setPlainText("Dat ik niets beloof.")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)

    assert desk.kindgesprekken.get(talk, child).geantwoord == "Dat ik niets beloof."
    assert "Dat ik niets beloof." in words(page)


def test_a_question_walks_from_asked_to_agreed_with_the_keyboard(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    press(page, "informatie-vragen")
    line(dialog_of(page), "aan").setText("juf Tess")
    area(dialog_of(page), "gevraagd").setPlainText("Hoe gaat het met Pip?")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
    assert rows(tab)[-1] == ("juf Tess", "Nog versturen")
    tab.list.setFocus()
    tab.list.choose(lambda _: True)

    for chip in ("Wacht op antwoord", "Nog teruglezen", "Nog akkoord vragen", "Akkoord"):
        qtbot.keyClick(tab.list, Qt.Key.Key_Return)
        answer = dialog_of(page).findChild(QPlainTextEdit, "antwoord")
        if answer is not None:
            answer.setPlainText("Ze oogt moe.")
        qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
        assert rows(tab)[-1] == ("juf Tess", chip)

    [row] = desk.informatie.of_casus(casus_id)
    assert (row.stap, row.antwoord) == (Stap.AKKOORD, "Ze oogt moe.")


def test_a_question_that_was_removed_comes_back(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    said: list[Message] = []
    page.message_requested.connect(said.append)
    press(page, "informatie-vragen")
    line(dialog_of(page), "aan").setText("juf Tess")
    area(dialog_of(page), "gevraagd").setPlainText("Hoe gaat het met Pip?")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
    tab.list.choose(lambda _: True)

    qtbot.keyClick(tab.list, Qt.Key.Key_Delete)
    assert desk.informatie.of_casus(casus_id) == []
    undo = said[-1].on_action
    assert undo is not None
    undo()

    [row] = desk.informatie.of_casus(casus_id)
    assert row.gegevens.gevraagd == "Hoe gaat het met Pip?"


def test_that_another_saw_the_child_stands_apart_from_our_own_talk(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    child = pip(desk, casus_id)
    tab.list.choose(lambda rij: rij.id == child)

    press(page, "gezien")
    line(dialog_of(page), "door").setText("Jeugdarts CJG")
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)

    assert rows(tab)[1] == ("Pip, 9 jaar", "Nog niet gesproken, 40 dagen")
    assert "gezien door Jeugdarts CJG, 12 mei" in tab.list.lines()[1].second


def test_a_new_verslag_begins_from_the_chosen_talk_of_this_casus(
    page: CasussenPage, tab: Gesprekken, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    held_talk(desk, add_casus(desk, nummer="VT-2", naam="Ander gezin"), titel="Gesprek elders")
    held_talk(desk, casus_id, titel="Gesprek hier")
    QApplication.processEvents()

    press(page, "verslag-nieuw")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NieuwVerslagDialog)
    source = dialog.findChild(Choices, "waarvan")
    assert isinstance(source, Choices)
    offered = [source.itemText(number) for number in range(source.count())]
    assert offered[0].startswith("Gesprek hier")
    assert not any("elders" in words or "Ander" in words for words in offered)

    with qtbot.waitSignal(page.verslag_requested):
        dialog.agree.click()
