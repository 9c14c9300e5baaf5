"""The question at vaststellen says of a reason that it is printed only where that is true."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.services.controle.punt import Punt
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.finalise_dialog import ON_PAPER, THIS_ON_PAPER, FinaliseDialog

PRINTED, KEPT = ("kind/1", "Spreek je Pip nog?"), ("taalwacht", "Eén woord kan anders.")


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ([PRINTED], [ON_PAPER]),
        ([KEPT], []),
        ([PRINTED, KEPT], [THIS_ON_PAPER]),
    ],
)
def test_a_reason_is_said_to_be_printed_only_where_it_is(
    look: Look, qtbot: QtBot, points: list[tuple[str, str]], said: list[str]
) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    shown = [Punt(name, words, klaar=False, moet=False) for name, words in points]

    dialog = FinaliseDialog(shown, {}, lambda _: None, around)

    found = [label.text() for label in dialog.findChildren(QLabel)]
    assert [words for words in found if words in (ON_PAPER, THIS_ON_PAPER)] == said
