"""Lines of two fields grow while one types, and come back as they were."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.line_pairs import LinePairs


def fields(pairs: LinePairs) -> list[QLineEdit]:
    return pairs.findChildren(QLineEdit)


def test_a_new_line_comes_when_the_last_one_is_used(qtbot: QtBot, look: Look) -> None:
    pairs = LinePairs(("Mogelijkheid", "Waarom niet"))
    qtbot.addWidget(pairs)
    assert len(fields(pairs)) == 2

    QTest.keyClicks(fields(pairs)[0], "overdracht")
    QTest.keyClicks(fields(pairs)[1], "te vroeg")

    assert len(fields(pairs)) == 4
    assert pairs.pairs() == (("overdracht", "te vroeg"),)


def test_a_line_without_its_first_field_does_not_count(qtbot: QtBot, look: Look) -> None:
    pairs = LinePairs(("Wie", "Wat"), [("Kim", "nog rood"), ("", "los")])
    qtbot.addWidget(pairs)

    assert pairs.pairs() == (("Kim", "nog rood"),)
    assert [field.accessibleName() for field in fields(pairs)][:4] == [
        "Wie 1", "Wat 1", "Wie 2", "Wat 2",
    ]  # fmt: skip


def test_what_was_half_typed_comes_back(qtbot: QtBot, look: Look) -> None:
    pairs, again = LinePairs(("Wie", "Wat"), [("Kim", "rood")]), LinePairs(("Wie", "Wat"))
    for one in (pairs, again):
        qtbot.addWidget(one)
    again.give_back(pairs.half_typed())

    assert again.pairs() == pairs.pairs()
    assert len(fields(again)) == len(fields(pairs))
