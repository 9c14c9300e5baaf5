"""The dossier of a casus: collected, put in order, looked at, and made once for one receiver."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.uitgaand.conftest import words
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page
from vtdesk.ui.uitgaand import uitvoer
from vtdesk.ui.uitgaand.dossier_page import DossierPage
from vtdesk.ui.uitgaand.stuk_dialog import StukDialog
from vtdesk.ui.uitgaand.wachtwoord_dialog import WachtwoordDialog

Heard = Callable[[Page], list[Message]]


@pytest.fixture
def filled(desk: Desk, casus: UUID) -> list[str]:
    """Three documents in the dossier; gives their titles in order."""
    for row in desk.verslagen.of_casus(casus)[:3]:
        desk.dossiers.voeg_toe(casus, row.id, row.versie)
    return [row.titel for row in desk.dossiers.of(casus)]


def titles(page: DossierPage) -> list[str]:
    return [line.title for line in page.parts.rows.list.lines()]


def show(page: DossierPage, casus: UUID, bot: QtBot, rows: int) -> None:
    page.show_casus(casus)
    bot.waitUntil(lambda: len(titles(page)) == rows and len(page.gang.ontvangers) > 0)


def choose(page: DossierPage, name: str, bot: QtBot) -> None:
    rows = page.parts.who.people.rows()
    next(row for row in rows if row.keuze.woorden.startswith(name)).click()
    bot.waitUntil(lambda: page.parts.paper.page_count() > 0)
    page.parts.who.ways.rows()[0].click()


def test_an_empty_dossier_says_what_to_do_and_takes_a_document(
    dossier: DossierPage, casus: UUID, qtbot: QtBot, heard: Heard
) -> None:
    said = heard(dossier)
    show(dossier, casus, qtbot, 0)
    assert "Er zit nog niets in dit dossier. Voeg eerst een verslag toe." in words(dossier)
    assert not dossier.parts.foot.is_open()

    dossier.parts.rows.empty.button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StukDialog)
    dialog.agree.click()
    qtbot.waitUntil(lambda: len(titles(dossier)) == 1)

    assert said[-1].on_action is not None
    said[-1].on_action()
    qtbot.waitUntil(lambda: titles(dossier) == [])


def test_order_is_changed_by_key_and_a_document_comes_back_after_undo(
    dossier: DossierPage, casus: UUID, filled: list[str], qtbot: QtBot, heard: Heard
) -> None:
    said = heard(dossier)
    show(dossier, casus, qtbot, 3)
    first, second, third = filled

    qtbot.keyClick(dossier.parts.rows.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(dossier) == [second, first, third])
    qtbot.keyClick(dossier.parts.rows.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: titles(dossier) == [second, third])

    assert said[-1].on_action is not None
    said[-1].on_action()
    qtbot.waitUntil(lambda: titles(dossier) == [second, first, third])


def test_it_is_locked_by_itself_and_the_words_shown_once_open_it(
    dossier: DossierPage,
    casus: UUID,
    filled: list[str],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: target)
    show(dossier, casus, qtbot, 3)
    choose(dossier, "Dario", qtbot)
    assert dossier.parts.foot.is_open()

    dossier.parts.foot.pdf.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), WachtwoordDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WachtwoordDialog)
    shown = [one for one in dialog.findChildren(QLabel) if one.objectName().startswith("woord-")]
    password = " ".join(one.text().split()[-1] for one in shown)
    dialog.accept()

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)
    with pikepdf.open(target, password=password) as made:
        assert len(made.attachments) == 3
    assert "Nagekeken: 0 treffers in het gemaakte bestand." in dossier.parts.foot.words()


def test_a_plain_pdf_is_made_only_when_she_chooses_it(
    dossier: DossierPage,
    casus: UUID,
    filled: list[str],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: target)
    show(dossier, casus, qtbot, 3)
    choose(dossier, "Dario", qtbot)

    dossier.parts.set_locked(locked=False)
    place = dossier.place()
    dossier.parts.foot.pdf.click()
    qtbot.waitUntil(target.exists)
    with pikepdf.open(target) as made:
        assert len(made.pages) >= 3

    dossier.parts.set_locked(locked=True)
    dossier.return_to(place)
    assert not dossier.parts.is_locked()
    qtbot.waitUntil(lambda: dossier.parts.paper.page_count() > 0)
    assert dossier.place() == place
