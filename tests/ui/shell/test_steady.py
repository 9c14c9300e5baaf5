"""A message above the page does not move the line that one types in."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.builders import add_casus, held_talk, with_blocks
from tests.ui.shell.conftest import Screen
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.tekst import Alinea, runs


@pytest.fixture
def edit(desk: Desk, open_window: Callable[[], Screen]) -> tuple[Screen, VerslagEdit]:
    """A verslag of some pages, with the caret at its end."""
    verslag_id = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    lines = [Alinea(runs(f"Zin {number}.")) for number in range(80)]
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", *lines))
    screen = open_window()
    screen.window.frame.show_page("verslagen")
    page = screen.window.findChild(VerslagenPage)
    page.open_verslag(verslag_id)
    page.editor.edit.setFocus()
    return screen, page.editor.edit


@pytest.mark.parametrize("sectie", ["zorgen", "vervolg"])
def test_a_message_that_comes_and_goes_leaves_the_line_of_the_caret_where_it_is(
    edit: tuple[Screen, VerslagEdit], sectie: str
) -> None:
    screen, text = edit
    text.go_to_section(sectie)

    def height() -> int:
        QApplication.processEvents()
        return text.viewport().mapTo(screen.window, text.cursorRect().topLeft()).y()

    at, top = height(), text.mapTo(screen.window, text.rect().topLeft()).y()
    screen.window.frame.page().message_requested.emit(Message("Het stuk ligt in het dossier."))
    assert height() == at
    assert text.mapTo(screen.window, text.rect().topLeft()).y() > top  # nothing lies over it

    screen.window.frame.bar.dismiss()
    assert height() == at
