"""A document of three hundred pages: it says how far it is, opens, and is typed in."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.verslagen import texts
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.values.tekst import Sectie, Tekst

PAGES = 300
LINES = 15  # paragraphs on a page


def test_three_hundred_pages_say_how_far_they_are_and_are_typed_in(
    page: VerslagenPage, desk: Desk, talk: UUID, qtbot: QtBot
) -> None:
    verslag_id = desk.verslagen.start(talk)
    leeg = desk.verslagen.open(verslag_id).tekst
    blokken = texts.long_tekst(PAGES * LINES).secties[2].blokken * 4
    plain_ones = tuple(blok for blok in blokken if not hasattr(blok, "letter"))
    many = (plain_ones * 4)[: PAGES * LINES]
    tekst = Tekst(tuple(Sectie(s.id, many if s.id == "zorgen" else ()) for s in leeg.secties))
    desk.verslagen.save_concept(verslag_id, tekst)
    said: list[Message] = []
    page.message_requested.connect(said.append)
    page.show()
    qtbot.waitExposed(page)

    page.open_verslag(verslag_id)
    page.editor.edit.go_to_section("krachten")
    QTest.keyClicks(page.editor.edit, "Vooraan.")
    QTest.keyClick(page.editor.edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.editor.edit, "Achteraan.")
    page.put_away()

    told = [message.words for message in said if message.words.startswith("Openen: ")]
    stored = desk.verslagen.open(verslag_id).tekst
    assert len(many) == PAGES * LINES
    assert told[0] != told[-1]
    assert len(next(s.blokken for s in stored.secties if s.id == "zorgen")) == len(many)
    assert "Vooraan." in str(stored)
    assert "Achteraan." in str(stored)
