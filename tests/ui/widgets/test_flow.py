"""A row of buttons that continues on the next line."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.text import Roomy


def room_with(qtbot: QtBot, width: int, right: int = 0) -> tuple[QWidget, list[QWidget]]:
    buttons = [QWidget() for _ in range(3)]  # bare, so that no style says how tall they are
    for button in buttons:
        button.setFixedSize(100, 40)
    buttons[0].setFixedHeight(46)
    room = QWidget()
    room.setLayout(Flow(*buttons, right=right))
    qtbot.addWidget(room)
    room.setFixedWidth(width)
    room.show()
    return room, buttons


def test_what_fits_stands_on_one_line_in_the_middle(qtbot: QtBot) -> None:
    room, buttons = room_with(qtbot, 316)
    assert [button.x() for button in buttons] == [0, 108, 216]
    assert [button.y() for button in buttons] == [0, 3, 3]
    assert room.layout().heightForWidth(316) == 46


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    room, buttons = room_with(qtbot, 315)
    assert [button.x() for button in buttons] == [0, 108, 0]
    assert buttons[2].y() == 54
    assert room.layout().heightForWidth(315) == 94
    assert room.layout().heightForWidth(10) == 46 + 40 + 40 + 16
    assert room.layout().minimumSize().width() == 100


def test_the_last_stand_at_the_right_as_long_as_all_fit_on_one_line(qtbot: QtBot) -> None:
    room, buttons = room_with(qtbot, 400, right=2)
    assert [button.x() for button in buttons] == [0, 192, 300]
    room.setFixedWidth(315)
    assert [button.x() for button in buttons] == [0, 108, 0]


def test_words_that_are_wider_than_the_room_wrap(look: Look, qtbot: QtBot) -> None:
    words = Roomy()
    words.setText("Niet opgeslagen sinds 21:46. Je tekst staat nog op het scherm.")
    room = QWidget()
    room.setLayout(Flow(words))
    qtbot.addWidget(room)
    room.resize(200, 90)
    room.show()
    assert (words.width(), words.height()) == (200, words.heightForWidth(200))


def test_items_are_taken_out_one_by_one(qtbot: QtBot) -> None:
    room, _ = room_with(qtbot, 400)
    layout = room.layout()
    while layout.count():
        layout.takeAt(0)
    assert layout.takeAt(0) is None
    assert layout.itemAt(0) is None
    assert layout.heightForWidth(100) == 0
