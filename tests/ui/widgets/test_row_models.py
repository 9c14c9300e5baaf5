"""Rows in tables and lists: whoever was chosen stays chosen."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.row_table_model import SORT_ROLE, Column, RowTableModel


@dataclass(frozen=True)
class Dier:
    id: int
    naam: str
    poten: int = 4


COLUMNS = (
    Column("Naam", lambda dier: dier.naam),
    Column("Poten", lambda dier: str(dier.poten), lambda dier: dier.poten),
)
KOE, KIP = Dier(1, "koe"), Dier(2, "kip <b>", 2)


@pytest.fixture
def table(qapp: object) -> RowTableModel[Dier]:
    model = RowTableModel[Dier](COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def animals(look: Look, qtbot: QtBot) -> RowList[Dier]:
    found = RowList[Dier](lambda dier: Line(dier.naam, f"{dier.poten} poten", chip="dier"))
    QAbstractItemModelTester(
        found.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, found
    )
    qtbot.addWidget(found)
    found.show()
    return found


def test_a_table_shows_its_rows_and_sorts_by_what_is_meant(table: RowTableModel[Dier]) -> None:
    table.set_rows([KOE, KIP])

    assert (table.rowCount(), table.columnCount()) == (2, 2)
    assert table.index(1, 0).data() == "kip <b>"
    assert table.index(1, 1).data(SORT_ROLE) == 2
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Naam"
    assert table.row_at(table.index(1, 1)) == KIP


def test_the_same_rows_again_change_no_selection(table: RowTableModel[Dier], qtbot: QtBot) -> None:
    table.set_rows([KOE])

    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.set_rows([Dier(1, "stier")])

    assert table.index(0, 0).data() == "stier"


def test_a_group_head_cannot_be_chosen(animals: RowList[Dier]) -> None:
    animals.set_rows([Group("Boerderij"), KOE, KIP])

    head = animals.model().index(0, 0)
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    assert animals.lines()[0].heading


def test_who_was_chosen_stays_chosen_when_rows_move(animals: RowList[Dier]) -> None:
    animals.set_rows([KOE, KIP])
    animals.choose(lambda dier: dier.id == KIP.id)

    animals.set_rows([Group("Alle"), Dier(2, "haan", 2), KOE, Dier(3, "geit")])

    assert animals.current() == Dier(2, "haan", 2)


def test_enter_opens_the_current_row(animals: RowList[Dier], qtbot: QtBot) -> None:
    animals.set_rows([KOE, KIP])
    animals.choose(lambda dier: dier is KOE)

    with qtbot.waitSignal(animals.opened) as opened:
        qtbot.keyClick(animals, Qt.Key.Key_Return)

    assert opened.args == [KOE]


def test_a_row_says_all_it_shows_to_who_does_not_see_it(animals: RowList[Dier]) -> None:
    animals.set_rows([KIP])
    index = animals.model().index(0, 0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "kip <b>"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "kip <b>, 2 poten, dier"
    assert not animals.grab().isNull()


def test_a_row_that_a_screen_reader_selects_becomes_the_current_one(
    animals: RowList[Dier],
) -> None:
    animals.set_rows([KOE, KIP])
    chosen: list[Dier] = []
    animals.chosen.connect(chosen.append)

    cell = QAccessible.queryAccessibleInterface(animals).child(1)
    cell.actionInterface().doAction(cell.actionInterface().actionNames()[0])

    assert animals.current() == KIP
    assert chosen == [KIP]


def test_the_row_where_the_keyboard_begins_is_marked(animals: RowList[Dier], qtbot: QtBot) -> None:
    animals.set_rows([KOE, KIP])
    animals.clearFocus()

    animals.activateWindow()
    animals.setFocus()
    qtbot.waitUntil(animals.hasFocus)

    assert animals.current() == KOE
    assert [index.row() for index in animals.selectedIndexes()] == [0]


def test_del_asks_for_the_current_row_to_go_and_for_no_other(
    animals: RowList[Dier], qtbot: QtBot
) -> None:
    animals.set_rows([KOE, KIP])
    removed: list[Dier] = []
    animals.removed.connect(removed.append)

    qtbot.keyClick(animals, Qt.Key.Key_Delete)
    animals.choose(lambda dier: dier is KIP)
    qtbot.keyClick(animals, Qt.Key.Key_Delete)

    assert removed == [KIP]
    assert [line.title for line in animals.lines()] == ["koe", "kip <b>"]


def test_facts_leave_out_what_is_empty_and_name_a_thing_once(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(facts_grid([("Gezag", "Maren"), ("Gezag", "Otis"), ("Post", "")]))

    assert [label.text() for label in holder.findChildren(QLabel)] == ["Gezag", "Maren", "Otis"]
