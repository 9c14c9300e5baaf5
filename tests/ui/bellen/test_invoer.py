"""The line about a call, as one types it."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen.invoer import BelInvoer
from vtdesk.ui.theme.look import Look
from vtdesk.values.kinds import Rol
from vtdesk.values.telefoonnummer import TE_KORT


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus = add_casus(desk, naam="Wolkenveld / Kaneelboom")
    add_persoon(
        desk, casus, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld",
        telefoon="06-0000 0417",
    )  # fmt: skip
    return casus


@pytest.fixture
def line(qtbot: QtBot, look: Look, desk: Desk, casus_id: UUID) -> BelInvoer:
    line = BelInvoer(desk.bellen)
    qtbot.addWidget(line)
    line.show()
    return line


def says(line: BelInvoer, name: str) -> str:
    label = line.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def test_what_is_understood_appears_as_chips(line: BelInvoer, qtbot: QtBot) -> None:
    qtbot.keyClicks(line.field, "onbekend 4x voicemail moeder paniek")

    assert line.chips() == ["Onbekend nummer", "4 ×", "Voicemail", "moeder", "paniek"]
    assert line.text() == "onbekend 4x voicemail moeder paniek"


def test_a_known_number_says_whose_it_is_without_any_address(line: BelInvoer) -> None:
    line.set_text("+31600000417 loes")

    assert line.chips() == ["06-0000 0417", "loes"]
    assert says(line, "hoort-bij") == (
        "Hoort bij: Loes Wolkenveld, familie · casus Wolkenveld / Kaneelboom"
    )


def test_while_somebody_looks_along_no_match_and_no_name_is_known(line: BelInvoer) -> None:
    line.set_text("0600000417 loes")
    line.set_discreet(True)

    assert line.chips() == ["06-0000 0417"]
    assert says(line, "hoort-bij") == ""
    assert "Wolkenveld" not in " ".join(label.text() for label in line.findChildren(QLabel))


def test_two_people_with_one_number_are_told(line: BelInvoer, desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.NETWERK, voornaam="Bram", telefoon="06-0000 0417")
    line.set_text("0600000417")

    assert says(line, "hoort-bij") == "Dit nummer hoort bij twee mensen. Kies wie je sprak."


def test_a_number_that_misses_a_digit_is_told_below_the_line(line: BelInvoer) -> None:
    line.set_text("06-0000 041")

    assert says(line, "bezwaar") == TE_KORT
    line.set_text("06-0000 0417")
    assert says(line, "bezwaar") == ""


@pytest.mark.parametrize("typed", ["O'Neill <b>vet</b>", "محمد 0600000499", "4x " * 3000])
def test_odd_and_endless_lines_stay_as_they_are(line: BelInvoer, typed: str) -> None:
    line.set_text(typed)

    assert line.text() == typed
    assert len(line.chips()) <= 12


def test_enter_and_typing_are_told(line: BelInvoer, qtbot: QtBot) -> None:
    with qtbot.waitSignals([line.changed, line.entered]):
        qtbot.keyClicks(line.field, "o")
        qtbot.keyClick(line.field, Qt.Key.Key_Return)
