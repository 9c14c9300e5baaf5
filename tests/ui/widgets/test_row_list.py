"""A list of rows as one walks it while rows come and go."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is known by its name."""

    id: str


@pytest.fixture
def rows(look: Look, qtbot: QtBot) -> RowList[Row]:
    found = RowList[Row](lambda row: Line(row.id))
    qtbot.addWidget(found)
    found.resize(200, 90)
    found.show()
    qtbot.waitExposed(found)
    return found


def show(rows: RowList[Row], names: str) -> None:
    """Show a row per letter; a letter in capitals is the head of a group."""
    rows.set_rows([Group(one) if one.isupper() else Row(one) for one in names])


@pytest.mark.parametrize(
    ("after", "current"), [("AabcB", "b"), ("AacBd", "c"), ("AaB", "a"), ("Axy", None)]
)
def test_the_neighbour_takes_over_when_the_current_row_went(
    rows: RowList[Row], after: str, current: str | None
) -> None:
    show(rows, "AabcB")
    rows.choose(lambda row: row.id == "b")
    show(rows, after)
    found = rows.current()
    assert (found.id if found else None) == current


def test_the_first_row_of_a_group_comes_into_sight_with_its_head(rows: RowList[Row]) -> None:
    show(rows, "AabcdBefgh")
    rows.choose(lambda row: row.id == "h")
    rows.choose(lambda row: row.id == "a")
    assert rows.verticalScrollBar().value() == 0


def test_home_and_end_pass_by_the_head_of_a_group(rows: RowList[Row], qtbot: QtBot) -> None:
    show(rows, "AabB")
    rows.choose(lambda row: row.id == "b")
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    assert rows.current() == Row("a")
    qtbot.keyClick(rows, Qt.Key.Key_End)
    assert rows.current() == Row("b")


def test_the_current_row_stays_in_sight_when_the_list_gets_less_room(
    rows: RowList[Row], qtbot: QtBot
) -> None:
    rows.resize(200, 300)
    show(rows, "abcdef")
    rows.choose(lambda row: row.id == "f")
    rows.resize(200, 90)
    qtbot.waitUntil(lambda: rows.viewport().rect().contains(rows.visualRect(rows.currentIndex())))
