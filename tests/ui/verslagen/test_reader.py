"""Reading another text of the casus beside the one that is written, and lines of the table."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, at, held_talk, uitspraak, with_blocks
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.plein.rows import BesprekingGegevens
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Width
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.reading_along import HERE_ALREADY
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import Sectie, Tekst, Uitspraakregel, plain

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SAID = uitspraak("De deur was dicht.")


@pytest.fixture
def other(desk: Desk, casus: UUID) -> UUID:
    """Another verslag of the casus, with one statement in it, and a casus that has one too."""
    verslag_id = desk.verslagen.start(held_talk(desk, casus, titel="School"))
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", SAID))
    elders = add_casus(desk, nummer="VT-DEMO-0999", naam="Elders / Anders")
    desk.verslagen.start(held_talk(desk, elders, titel="Van een ander"))
    return verslag_id


@pytest.fixture
def said(page: VerslagenPage) -> list[str]:
    found: list[str] = []

    def hear(message: Message) -> None:
        found.append(message.words)

    page.message_requested.connect(hear)
    return found


def trigger(page: VerslagenPage, name: str) -> None:
    next(a for a in page.actions() if a.objectName() == name).trigger()


def open_reader(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.write_for(talk)
    page.editor.edit.go_to_section("krachten")
    trigger(page, "lezen")
    qtbot.waitUntil(page.editor.parts.reader.view.hasFocus)


def test_a_statement_that_is_read_comes_over_as_the_same_one_and_only_once(
    page: VerslagenPage, desk: Desk, talk: UUID, other: UUID, said: list[str], qtbot: QtBot
) -> None:
    open_reader(page, talk, qtbot)
    view, edit = page.editor.parts.reader.view, page.editor.edit
    for _ in range(view.document().blockCount()):
        if view.statement() is not None:
            break
        QTest.keyClick(view, Key.Key_Down)

    trigger(page, "regel-uit-notitie")
    trigger(page, "regel-uit-notitie")
    page.put_away()

    taken = [regel for regel in edit.tekst().uitspraken() if plain(regel) == plain(SAID)]
    stored = desk.verslagen.open(desk.verslagen.start(talk)).tekst
    sectie = next(s for s in stored.secties if s.id == "krachten")
    assert [regel.id for regel in taken] == [SAID.id]
    assert SAID.id in [b.id for b in sectie.blokken if isinstance(b, Uitspraakregel)]
    assert said == [HERE_ALREADY]
    assert [row.id for row in desk.uitspraken.of_casus(desk.verslagen.open(other).casus_id)].count(
        SAID.id
    ) == 1


def test_only_texts_of_this_casus_can_be_read_and_notes_without_gevoel(
    page: VerslagenPage, desk: Desk, talk: UUID, other: UUID, qtbot: QtBot
) -> None:
    desk.notities.save(
        NotitieGegevens(gezien="Rustig.", zorg="Wie belt?", gevoel="Moe."), afspraak_id=talk
    )
    open_reader(page, talk, qtbot)
    reader = page.editor.parts.reader
    offered = [reader.choice.itemText(n) for n in range(reader.choice.count())]

    reader.choice.setCurrentIndex(len(offered) - 1)
    reader.stuk_asked.emit(reader.choice.value())

    assert len(offered) == 2
    assert offered[1].startswith("Notitie")
    assert "Rustig." in reader.view.toPlainText()
    assert "Wie belt?" in reader.view.toPlainText()
    assert "Moe." not in reader.view.toPlainText()


def test_esc_goes_back_to_the_text_and_the_key_shuts_it(
    page: VerslagenPage, talk: UUID, other: UUID, qtbot: QtBot
) -> None:
    open_reader(page, talk, qtbot)
    reader = page.editor.parts.reader

    QTest.keyClick(reader.view, Key.Key_Escape)
    qtbot.waitUntil(page.editor.edit.hasFocus)
    still_there = reader.isVisible()
    trigger(page, "lezen")

    assert still_there
    assert not reader.isVisible()


@pytest.mark.parametrize(("width", "beside"), [(Width.GROOT, True), (Width.KLEIN, False)])
def test_it_stands_beside_the_side_where_there_is_room_and_else_in_its_place(
    page: VerslagenPage, talk: UUID, other: UUID, qtbot: QtBot, width: Width, *, beside: bool
) -> None:
    page.on_width(width)
    open_reader(page, talk, qtbot)

    assert page.editor.edit.isVisible()
    assert page.editor.parts.inspector.isVisible() is beside


def test_a_casus_with_nothing_else_says_so(page: VerslagenPage, talk: UUID, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.write_for(talk)
    trigger(page, "lezen")

    reader = page.editor.parts.reader
    words = [label.text() for label in reader.findChildren(QLabel) if label.isVisible()]
    assert "Deze casus heeft nog geen andere tekst om te lezen." in words


def test_lines_of_the_table_move_into_its_verslag_as_what_they_became_in_the_casus(
    page: VerslagenPage, desk: Desk, casus: UUID, qtbot: QtBot
) -> None:
    zitting = desk.plein.open_zitting(at(14))
    bespreking = desk.plein.add(zitting, BesprekingGegevens(minuten=30, casus_id=casus))
    desk.plein.begin(bespreking)
    desk.pleintafel.say(bespreking, "School: zij was er maandag niet", Letter.FEIT)
    desk.plein.close(bespreking)
    desk.pleinverwerking.work_up(bespreking)
    verslag_id = desk.formulieren.begin(casus, "verslag_jb_plein")
    leeg = desk.verslagen.open(verslag_id)
    kaal = Tekst(tuple(Sectie(s.id) for s in leeg.tekst.secties))
    desk.verslagen.save_concept(verslag_id, kaal)
    page.show()
    qtbot.waitExposed(page)
    page.open_verslag(verslag_id)
    page.editor.edit.go_to_section(kaal.secties[0].id)

    trigger(page, "regel-uit-notitie")

    [regel] = page.editor.edit.tekst().uitspraken()
    assert regel.id in [known.id for known in desk.uitspraken.of_casus(casus)]
    assert all(card.line.gebruikt for card in page.editor.parts.inspector.notes.cards())
