"""The main job, with the keyboard only: from the wachtzin to a PDF that is fit for the dossier."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.program import Program
from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing
from vtdesk.app.session import LOCKED
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.services.desk import Desk
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.kinds import Letter, VerslagStand
from vtdesk.values.tekst import Afspraakregel

Key = Qt.Key
NONE, CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Mila:
    """Works with the keyboard; keys go where the focus is."""

    def __init__(self, vtdesk: Program, bot: QtBot) -> None:
        self._vtdesk = vtdesk
        self._bot = bot

    def press(
        self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def types(self, words: str) -> None:
        QTest.keyClicks(self._focus(), words)

    def waits_for(self, what: Callable[[], object]) -> None:
        self._bot.waitUntil(lambda: bool(what()))

    def names_source(self, name: str) -> None:
        """Go to the source beside the text, type who it was, and come back."""
        self.press(Key.Key_Tab)
        source = QApplication.focusWidget()
        assert isinstance(source, QComboBox)
        source.setCompleter(None)  # its list needs a window manager to give the focus back
        self.types(name)
        self.press(Key.Key_Escape)  # however many tabs stand between the source and the text

    def begins_a_line(self) -> None:
        """Go on below what stands here already."""
        self.press(Key.Key_End)
        self.press(Key.Key_Return)

    def goes_to_section(self, steps: int) -> None:
        for _ in range(steps):
            self.press(Key.Key_Down, CTRL)

    def answers_what_is_open(self, reason: str) -> None:
        """Give a reason for each point that may be answered, and agree."""
        dialog = self.dialog()
        for line in dialog.findChildren(QLineEdit):
            line.setText(reason)
        dialog.findChild(QPushButton, "ja").click()

    def dialog(self) -> QDialog:
        self.waits_for(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._vtdesk.window


@pytest.fixture
def mila(program: Callable[[], Program], demo_kluis: Path, qtbot: QtBot) -> tuple[Mila, Program]:
    vtdesk = program().start(demo_kluis)
    field = vtdesk.lock_screen.findChild(QLineEdit, "wachtzin")
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    mila = Mila(vtdesk, qtbot)
    QTest.keyClicks(field, WACHTZIN)
    QTest.keyClick(field, Key.Key_Return)
    vtdesk.is_open()
    vtdesk.window.resize(1440, 900)
    vtdesk.window.activateWindow()
    return mila, vtdesk


def open_talk_with_father(mila: Mila, vtdesk: Program) -> VerslagEdit:
    vtdesk.press(Key.Key_6, CTRL)
    owed = vtdesk.window.findChild(VerslagenPage).overview.owed
    mila.waits_for(owed.hasFocus)
    for _ in owed.lines():
        if owed.current().words.startswith("Eerste gesprek vader"):
            break
        mila.press(Key.Key_Down)
    mila.press(Key.Key_Return)
    edit = vtdesk.window.findChild(VerslagEdit, "tekst")
    mila.waits_for(lambda: edit.isVisible() and edit.hasFocus())
    return edit


def test_from_the_wachtzin_to_a_sealed_verslag_and_its_paper(  # noqa: PLR0915 (one long evening)
    mila: tuple[Mila, Program], qtbot: QtBot
) -> None:
    her, vtdesk = mila
    desk: Desk = vtdesk.desk
    edit = open_talk_with_father(her, vtdesk)

    her.goes_to_section(2)  # from the first empty part, Uitleg gegeven, to Zorgen besproken
    her.begins_a_line()  # below his words in the talk, that were put there: again a verklaring
    her.types("De auto stond stil tot iedereen uit de weg was.")
    her.press(Key.Key_Return)
    her.types("Ik drink niet voor een overdracht.")
    her.press(Key.Key_Return)
    her.press(Key.Key_1, ALT)
    her.types("Vader verliet het gesprek om 16:50.")
    her.names_source("Mila Proefstra")
    her.goes_to_section(1)
    her.types("Pip en Job zijn in dit gesprek niet gezien.")
    her.goes_to_section(1)
    her.begins_a_line()  # below who has zicht
    her.types("De kinderen zijn vannacht bij hun moeder.")
    her.goes_to_section(2)
    her.press(Key.Key_Tab)  # from the only open cell of the row that was put there
    for words in ("Vader", "denkt na over wisselen op school", "vrijdag 15 mei"):
        her.types(words)
        her.press(Key.Key_Tab)
    her.types("Bo Vervanger belt")
    vtdesk.press(Key.Key_S, CTRL | SHIFT)
    her.answers_what_is_open("besproken met Nel")

    [verslag] = [row for row in desk.verslagen.all() if row.titel == "Eerste gesprek vader"]
    her.waits_for(lambda: desk.verslagen.open(verslag.id).stand is VerslagStand.VASTGESTELD)
    tekst = desk.vaststelling.document(verslag.id, 1).tekst
    assert [(u.letter, u.bron.naam) for u in tekst.uitspraken()] == [
        (Letter.VERKLARING, "Otis Havikskruid"),  # put there from the notes of the talk
        (Letter.VERKLARING, "Otis Havikskruid"),
        (Letter.VERKLARING, "Otis Havikskruid"),
        (Letter.FEIT, "Mila Proefstra"),
    ]
    assert [b for b in tekst.blokken() if isinstance(b, Afspraakregel)] == [
        Afspraakregel(
            "Mila Proefstra",
            "folder sturen over rechten en over wat er is gemeld (aan Otis Havikskruid)",
            "uiterlijk 15 mei",
        ),
        Afspraakregel(
            "Vader",
            "denkt na over wisselen op school",
            "vrijdag 15 mei 2026",
            "Bo Vervanger belt",
        ),
    ]
    assert edit.isReadOnly()
    assert desk.vaststelling.klopt() == []
    paper = desk.papier.pdf(verslag.id, 1)
    assert failures(paper, ARCHIVE) == []
    assert failures(paper, ACCESS) == []
    assert "Ik drink niet voor een overdracht." in flowing(paper)
    assert verslag.id not in [row.verslag_id for row in desk.agenda.owed()]


def test_a_lock_in_the_middle_of_a_word_comes_back_at_the_same_caret(
    mila: tuple[Mila, Program], program: Callable[[], Program], demo_kluis: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    her, before = mila
    edit = open_talk_with_father(her, before)
    her.goes_to_section(2)
    her.types("De auto stond sti")
    caret = edit.caret()
    before.press(Key.Key_L, CTRL)
    assert before.next_image != []
    before.end()
    monkeypatch.setenv(LOCKED, "1")

    after = program().start(demo_kluis)
    field = after.lock_screen.findChild(QLineEdit, "wachtzin")
    QTest.keyClicks(field, WACHTZIN)
    QTest.keyClick(field, Key.Key_Return)
    after.is_open()

    again = after.window.findChild(VerslagEdit, "tekst")
    assert again.isVisible()
    assert again.caret() == caret
    QTest.keyClicks(again, "l.")
    assert "De auto stond stil." in again.toPlainText()
