"""Tabs: the one in front can be seen, however little room there is."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.tabs import Tabs

NAMES = (
    "Overzicht", "Tijdlijn", "Gezin", "Meldingen & crisis", "Uitspraken",
    "Afspraken & veiligheid", "Termijnen & monitoring", "Gesprekken & verslagen", "Bijlagen",
    "Logboek",
)  # fmt: skip


@pytest.mark.parametrize("width", [500, 760, 1055, 1092])
def test_the_tab_in_front_lies_inside_the_bar(look: Look, qtbot: QtBot, width: int) -> None:
    tabs = Tabs("Delen")
    qtbot.addWidget(tabs)
    for name in NAMES:
        tabs.add(name, QLabel(name))
    tabs.resize(width, 300)
    tabs.show()

    for number in range(len(NAMES)):
        tabs.show_tab(number)
        QApplication.processEvents()
        assert tabs.bar.isTabVisible(number)
        assert tabs.bar.rect().contains(tabs.bar.tabRect(number))
