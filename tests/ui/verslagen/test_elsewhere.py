"""A statement changes in the casus while its verslag is being written: nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import (
    SlowClock,
    add_casus,
    complete,
    held_talk,
    uitspraak,
    with_blocks,
)
from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Tekst, plain

AUTO = uitspraak("Loes zag zijn auto.")
DEUR = uitspraak("De deur stond open.")
TYPED = " Zij wachtte op de stoep."


@pytest.fixture
def verslag(desk: Desk) -> UUID:
    verslag_id = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", AUTO, DEUR))
    return verslag_id


@pytest.fixture
def page(look: Look, desk: Desk, clock: SlowClock, qtbot: QtBot, verslag: UUID) -> VerslagenPage:
    jobs = Jobs()
    with look.building():
        made = VerslagenPage(desk, Tools(jobs, clock))
    jobs.setParent(made)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made, before_close_func=lambda _: jobs.wait())
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    made.open_verslag(verslag)
    return made


def type_behind(page: VerslagenPage, regel_id: UUID, words: str = TYPED) -> None:
    page.editor.edit.go_to_statement(regel_id)
    QTest.keyClicks(page.editor.edit, words)


def told(tekst: Tekst) -> dict[str, Verificatie]:
    return {plain(regel): regel.verificatie for regel in tekst.uitspraken()}


def stored(desk: Desk, page: VerslagenPage) -> dict[str, Verificatie]:
    verslag_id = page.editor.verslag_id()
    assert verslag_id is not None
    return told(desk.verslagen.open(verslag_id).tekst)


@pytest.fixture
def slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[Event, Event]]:
    """Let the draft on its way to disk wait, before it is written or after."""

    def slow_down(where: str) -> tuple[Event, Event]:
        reached, may_go = Event(), Event()
        keep = desk.verslagen.save_concept

        def save(_: object, *args: object, **named: object) -> object:
            if where == "after":
                done = keep(*args, **named)
            reached.set()
            assert may_go.wait(10)
            monkeypatch.undo()
            return done if where == "after" else keep(*args, **named)

        monkeypatch.setattr(type(desk.verslagen), "save_concept", save)
        return reached, may_go

    return slow_down


def test_what_is_typed_is_stored_as_soon_as_the_text_is_out_of_sight(
    page: VerslagenPage, desk: Desk
) -> None:
    type_behind(page, AUTO.id)
    page.hide()

    assert not page.editor.keeping.draft.is_dirty
    assert "Loes zag zijn auto. Zij wachtte op de stoep." in stored(desk, page)


def test_a_field_beside_the_text_is_stored_too_when_the_text_is_out_of_sight(
    page: VerslagenPage, desk: Desk
) -> None:
    page.editor.edit.go_to_statement(AUTO.id)
    page.editor.parts.inspector.findChild(QLineEdit, "via").setText("Ria Havikskruid")
    page.hide()

    assert desk.uitspraken.detail(AUTO.id).row.regel.bron.via == "Ria Havikskruid"


def test_a_full_disk_is_told_when_the_text_goes_out_of_sight_and_the_words_stay(
    page: VerslagenPage, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol. Maak ruimte vrij.")

    type_behind(page, AUTO.id)
    with monkeypatch.context() as full, qtbot.waitSignal(page.save_failed):
        full.setattr(type(desk.verslagen), "save_concept", refuse)
        page.hide()
    desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")  # there is room again
    page.show()

    assert told(page.editor.edit.tekst()) == {
        f"Loes zag zijn auto.{TYPED}": Verificatie.INGETROKKEN,
        "De deur stond open.": Verificatie.ONBEVESTIGD,
    }
    page.put_away()
    assert stored(desk, page) == told(page.editor.edit.tekst())


def test_a_statement_withdrawn_under_the_typing_is_shown_so_and_the_words_are_kept(
    page: VerslagenPage, desk: Desk
) -> None:
    type_behind(page, DEUR.id)
    caret = page.editor.edit.caret()
    desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")

    expected = {
        "Loes zag zijn auto.": Verificatie.INGETROKKEN,
        f"De deur stond open.{TYPED}": Verificatie.ONBEVESTIGD,
    }
    assert told(page.editor.edit.tekst()) == expected
    assert page.editor.edit.caret() == caret
    page.put_away()
    assert stored(desk, page) == expected
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Z):
        QTest.keyClick(page.editor.edit, key, Qt.KeyboardModifier.ControlModifier)
    assert told(page.editor.edit.tekst()) == {  # and no step brings it to life again
        "Loes zag zijn auto.": Verificatie.INGETROKKEN,
        "De deur stond open.": Verificatie.ONBEVESTIGD,
    }
    QTest.keyClick(page.editor.edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert told(page.editor.edit.tekst()) == expected
    block = page.editor.edit.text_document().find_statement(AUTO.id)
    assert block is not None
    assert block.blockFormat().textIndent() > 0  # room for the word that says so


def test_what_can_be_undone_stays_when_a_statement_changes_while_nothing_is_typed(
    page: VerslagenPage, desk: Desk
) -> None:
    type_behind(page, AUTO.id)
    page.put_away()
    row = desk.uitspraken.detail(AUTO.id).row
    desk.uitspraken.change(row.id, row.version, replace(row.gegevens, letter=Letter.MENING))
    QTest.keyClick(page.editor.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.put_away()

    regel = desk.uitspraken.detail(AUTO.id).row.regel
    assert (plain(regel), regel.letter) == ("Loes zag zijn auto.", Letter.MENING)


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_statement_withdrawn_while_the_draft_is_on_its_way_to_disk_is_shown_so(
    page: VerslagenPage, desk: Desk, qtbot: QtBot, where: str,
    slow: Callable[[str], tuple[Event, Event]],
) -> None:  # fmt: skip
    reached, may_go = slow(where)
    type_behind(page, AUTO.id)
    page.editor.keeping.draft.keep()
    assert reached.wait(10)
    desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")
    may_go.set()

    expected = {
        f"Loes zag zijn auto.{TYPED}": Verificatie.INGETROKKEN,
        "De deur stond open.": Verificatie.ONBEVESTIGD,
    }
    qtbot.waitUntil(lambda: told(page.editor.edit.tekst()) == expected)
    type_behind(page, DEUR.id, " En nu verder.")
    page.put_away()
    assert "De deur stond open. En nu verder." in stored(desk, page)
    assert stored(desk, page)[f"Loes zag zijn auto.{TYPED}"] is Verificatie.INGETROKKEN


def test_what_changed_of_one_statement_on_both_sides_is_all_kept(
    page: VerslagenPage, desk: Desk
) -> None:
    type_behind(page, AUTO.id)
    panel = page.editor.parts.inspector
    panel.findChild(QLineEdit, "via").setText("Ria Havikskruid")  # and the field not yet left
    row = desk.uitspraken.detail(AUTO.id).row
    desk.uitspraken.change(row.id, row.version, replace(row.gegevens, letter=Letter.FEIT))
    page.put_away()

    regel = desk.uitspraken.detail(AUTO.id).row.regel
    assert (plain(regel), regel.bron.via, regel.letter) == (
        f"Loes zag zijn auto.{TYPED}", "Ria Havikskruid", Letter.FEIT,
    )  # fmt: skip


def test_a_statement_taken_out_of_the_text_stays_out_when_it_is_withdrawn(
    page: VerslagenPage, desk: Desk
) -> None:
    tekst = page.editor.edit.tekst()
    page.editor.edit.go_to_statement(AUTO.id)
    page.editor.edit.make_plain()
    type_behind(page, DEUR.id)
    desk.correcties.withdraw(AUTO.id, reden="Loes weet het niet zeker.")
    page.put_away()

    assert len(tekst.uitspraken()) == 2
    assert stored(desk, page) == {f"De deur stond open.{TYPED}": Verificatie.ONBEVESTIGD}


def test_the_draft_is_shown_as_it_was_last_stored_after_a_look_at_an_older_version(
    page: VerslagenPage, desk: Desk, qtbot: QtBot, verslag: UUID
) -> None:
    points = [p for p in desk.vaststelling.controle(verslag) if not p.klaar]
    desk.vaststelling.finalise(verslag, {p.id: "besproken" for p in points})
    desk.vaststelling.correct(verslag, "aanvulling")
    page.open_verslag(verslag)
    type_behind(page, DEUR.id)
    with qtbot.waitSignal(page.saved):
        pass

    page.editor.show_version(1)
    page.editor.show_version(None)

    assert f"De deur stond open.{TYPED}" in told(page.editor.edit.tekst())
