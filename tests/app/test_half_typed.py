"""What is half typed in a dialog is there again after a lock and after a kill, and nowhere else."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, plan
from tests.program import WACHTZIN, Program
from vtdesk.app.session import LOCKED
from vtdesk.cli.demo import command
from vtdesk.errors import OutsideError
from vtdesk.ui.choose_file import choose_file
from vtdesk.ui.messages import ask
from vtdesk.ui.page import Page
from vtdesk.ui.slot import idle
from vtdesk.ui.widgets.form_dialog import HERE, FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.kinds import AfspraakStaat, Rol

CTRL = Qt.KeyboardModifier.ControlModifier
HALF = "Waterlelie half"  # a word that stands nowhere else


class Mila:
    """Works in one kluis, over as many locks as it takes."""

    def __init__(
        self, program: Callable[[], Program], folder: Path, patch: pytest.MonkeyPatch, bot: QtBot
    ) -> None:
        self._program, self._folder, self._patch, self._bot = program, folder, patch, bot
        self.vtdesk = program().start(folder, WACHTZIN)

    def page(self, name: str) -> Page:
        self.vtdesk.window.show_page(name)
        return self.vtdesk.window.frame.page()

    def opens(self, page: str, name: str, *about: object) -> FormDialog:
        self.page(page).open_dialog(name, *map(str, about))
        return self.dialog()

    def dialog(self) -> FormDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, FormDialog)
        return found

    def has_no_dialog(self) -> bool:
        return QApplication.activeModalWidget() is None

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        found = self.dialog().findChild(QWidget, name)
        assert isinstance(found, QLineEdit | QPlainTextEdit), name
        return found

    def types(self, name: str, words: str, *, caret: int) -> None:
        """Type in a field, and leave the caret in the middle of it."""
        self.turns_to(self.dialog())
        field = self.field(name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(field, words)
        for _ in range(len(words) - caret):
            QTest.keyClick(field, Qt.Key.Key_Left)

    def turns_to(self, window: QWidget) -> None:
        """Make a window the active one; that of a start before it may still be on its way."""

        def is_active() -> bool:
            window.activateWindow()
            return window.isActiveWindow()

        self._bot.waitUntil(is_active)

    def presses_ctrl_l(self, on: QWidget | None = None) -> None:
        on = on or QApplication.activeModalWidget() or self.vtdesk.window
        if on is not QApplication.activePopupWidget():
            self.turns_to(on.window())
        QTest.keyClick(on, Qt.Key.Key_L, CTRL)

    def opens_a_menu(self, window: QWidget) -> QMenu:
        for popup in window.findChildren(QMenu, "proef"):
            popup.hide()
        menu = named(QMenu(window), "proef")
        menu.addAction("Plakken")
        menu.popup(window.mapToGlobal(QPoint(40, 40)))
        self._bot.waitUntil(menu.isVisible)
        return menu

    def is_locked(self) -> bool:
        return len(self.vtdesk.next_image) == 1 and not self.vtdesk.window.isVisible()

    def comes_back(self) -> None:
        """Be the next image after a lock, and open the kluis."""
        assert self.is_locked()
        self.vtdesk.end()
        self._patch.setenv(LOCKED, "1")
        self.vtdesk = self._program().start(self._folder)
        self.vtdesk.unlock()

    def starts_again(self) -> None:
        """Start the program as in the morning."""
        self.vtdesk.end()
        self._patch.delenv(LOCKED, raising=False)
        self.vtdesk = self._program().start(self._folder, WACHTZIN)

    def reads(self) -> list[str]:
        return [label.text() for label in self.dialog().findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def mila(
    program: Callable[[], Program], folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Mila:
    return Mila(program, folder, monkeypatch, qtbot)


def words(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def caret(field: QLineEdit | QPlainTextEdit) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position()


def test_a_lock_in_the_middle_of_a_word_leaves_the_caret_in_that_word(mila: Mila) -> None:
    casus = add_casus(mila.vtdesk.desk)
    mila.opens("casussen", "persoon-toevoegen", casus)
    mila.dialog().findChild(QComboBox, "rol").setCurrentText("vader")
    mila.types("nooit-zeggen", "dat Maren belde", caret=15)
    mila.types("voornaam", HALF, caret=6)

    mila.presses_ctrl_l()
    mila.comes_back()

    assert mila.vtdesk.window.page_name() == "casussen"
    assert mila.dialog().accessibleName() == "Persoon toevoegen"
    assert HERE in mila.reads()
    assert mila.dialog().focusWidget() is mila.field("voornaam")
    assert (words(mila.field("voornaam")), caret(mila.field("voornaam"))) == (HALF, 6)
    assert words(mila.field("nooit-zeggen")) == "dat Maren belde"
    assert mila.dialog().findChild(QComboBox, "rol").currentText() == "vader"

    mila.dialog().agree.click()
    [person] = mila.vtdesk.desk.personen.in_casus(casus)
    assert (person.voornaam, person.rol) == (HALF, Rol.VADER)
    mila.starts_again()
    assert mila.has_no_dialog()


def test_a_note_over_a_dialog_over_a_dialog_comes_back_as_it_stood(mila: Mila) -> None:
    casus = add_casus(mila.vtdesk.desk)
    mila.opens("casussen", "casus-wijzigen", casus)
    mila.types("naam", "Zilverduin", caret=4)
    mila.opens("casussen", "organisatie-toevoegen", casus)
    mila.types("mandaat", HALF, caret=2)
    mila.vtdesk.window.captures.begin("parkeernotitie")
    mila.vtdesk.window.captures.panel("parkeernotitie").findChild(
        QPlainTextEdit, "zorg"
    ).setPlainText("Otis belt")
    assert mila.vtdesk.session is not None
    mila.vtdesk.session.lock()
    mila.comes_back()

    note = mila.vtdesk.window.captures.panel("parkeernotitie")
    assert note.isVisible()
    assert note.findChild(QPlainTextEdit, "zorg").toPlainText() == "Otis belt"
    note.leave()
    assert mila.dialog().accessibleName() == "Organisatie toevoegen"
    assert (words(mila.field("mandaat")), caret(mila.field("mandaat"))) == (HALF, 2)
    QTest.keyClick(mila.dialog(), Qt.Key.Key_Escape)
    assert mila.dialog().accessibleName() == "Casus wijzigen"
    assert words(mila.field("naam")) == "Zilverduin"
    QTest.keyClick(mila.dialog(), Qt.Key.Key_Escape)
    assert mila.vtdesk.desk.instellingen.dialogen() == {}


def test_when_the_system_ends_the_program_nothing_is_decided_and_nothing_lost(mila: Mila) -> None:
    desk = mila.vtdesk.desk
    afspraak = plan(desk, add_casus(desk))
    mila.page("casussen")
    mila.opens("vandaag", "gesprek", afspraak)
    mila.types("bijzonderheden", HALF, caret=4)
    assert mila.vtdesk.session is not None
    mila.vtdesk.session.stop(signal.SIGTERM, None)
    QApplication.processEvents()

    mila.starts_again()

    row = mila.vtdesk.desk.agenda.detail(afspraak)
    assert row.staat is AfspraakStaat.GEPLAND
    field = mila.field("bijzonderheden")
    assert (words(field), caret(field)) == (HALF, 4)


def test_when_the_thing_is_gone_it_says_so_and_the_text_can_be_copied(mila: Mila) -> None:
    desk = mila.vtdesk.desk
    casus = add_casus(desk)
    vader = add_persoon(desk, casus)
    mila.opens("casussen", "persoon-wijzigen", casus, vader)
    mila.types("nooit-zeggen", HALF, caret=4)
    [person] = desk.personen.in_casus(casus)
    desk.personen.leave(person.betrokkenheid_id)
    mila.presses_ctrl_l()
    mila.comes_back()

    said = "Deze persoon hoort niet meer bij de casus. Kopieer hieronder wat je wilt houden."
    assert said in mila.reads()
    assert f"Nooit zeggen: {HALF}" in words(mila.field("getypt"))
    [kept] = mila.page("casussen").dialogs.kept()
    assert HALF in kept["over"][1]  # so that it is still there after one more lock


def test_a_shielded_value_is_kept_in_the_kluis_and_is_not_shown_again_without_a_reason(
    mila: Mila, folder: Path
) -> None:
    desk = mila.vtdesk.desk
    casus = add_casus(desk)
    kind = add_persoon(desk, casus, Rol.KIND, voornaam="Pip")
    mila.opens("casussen", "afschermen", casus, kind)
    mila.types("waarde", HALF, caret=10)
    mila.presses_ctrl_l()

    for file in folder.parent.rglob("*"):
        assert not file.is_file() or HALF.encode() not in file.read_bytes(), file
    mila.comes_back()
    assert (words(mila.field("waarde")), caret(mila.field("waarde"))) == (HALF, 10)

    mila.dialog().agree.click()
    mila.opens("casussen", "afgeschermd-bekijken", casus, kind)
    mila.types("reden", "ik bel de school", caret=3)
    mila.dialog().agree.click()
    assert HALF in mila.reads()
    mila.presses_ctrl_l()
    mila.comes_back()
    assert mila.has_no_dialog()


def test_ctrl_l_locks_while_a_menu_or_a_list_of_choices_is_open(mila: Mila) -> None:
    asked: list[str] = []
    window = mila.vtdesk.window
    assert mila.vtdesk.session is not None
    window.lock_requested.disconnect(mila.vtdesk.session.lock)  # once is enough
    window.lock_requested.connect(lambda: asked.append("dicht"))

    mila.turns_to(window)
    mila.presses_ctrl_l(mila.opens_a_menu(window))
    dialog = mila.opens("casussen", "casus-maken")
    mila.turns_to(dialog)
    mila.presses_ctrl_l(mila.opens_a_menu(dialog))
    dialog.findChild(QComboBox, "dienst").showPopup()
    choices = QApplication.activePopupWidget()
    assert choices is not None
    mila.presses_ctrl_l(choices)

    assert len(asked) == 3
    choices.hide()


def test_ctrl_l_locks_in_a_question_over_a_dialog(mila: Mila) -> None:
    mila.opens("casussen", "casus-maken")
    mila.types("naam", HALF, caret=5)

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert asked is not None
        mila.presses_ctrl_l(asked)

    QTimer.singleShot(200, answer)
    assert not ask(mila.dialog(), "Zeker weten?", "Dit gaat weg.", yes="Weg")

    assert mila.is_locked()


def silence(mila: Mila) -> None:
    """Let the idle watch find that nobody was there for an hour."""
    assert mila.vtdesk.session is not None
    assert mila.vtdesk.session.watches is not None
    watch = mila.vtdesk.session.watches.idle
    watch._last = idle.awake_seconds() - 3600
    watch.look()


def test_silence_locks_while_a_menu_or_a_file_dialog_is_open(mila: Mila, tmp_path: Path) -> None:
    mila.opens_a_menu(mila.vtdesk.window)
    silence(mila)
    assert mila.is_locked()

    mila.comes_back()
    QTimer.singleShot(200, lambda: silence(mila))
    assert choose_file(mila.vtdesk.window, "Agenda inlezen", "Agenda (*.ics)") is None
    assert mila.is_locked()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]


def test_when_it_cannot_be_stored_the_dialog_comes_back_with_the_hidden_window(
    mila: Mila, monkeypatch: pytest.MonkeyPatch
) -> None:
    mila.opens("casussen", "casus-maken")
    mila.types("naam", HALF, caret=5)

    def refuse(*_: object) -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol. Maak ruimte vrij.")

    with monkeypatch.context() as full:
        full.setattr("vtdesk.services.instellingen.Instellingen.set_dialogen", refuse)
        mila.presses_ctrl_l()
    assert mila.vtdesk.next_image == []
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog)
                and w.isVisible()]  # fmt: skip

    mila.vtdesk.unlock()
    assert mila.dialog().isVisible()
    assert words(mila.field("naam")) == HALF


ENDED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from tests.drills.program import Program
program = Program(Path(sys.argv[1]))
window = program.unlock()
window.show_page("casussen")
window.frame.page().open_dialog("casus-maken")
dialog = program.qt.activeModalWidget()
QTest.keyClicks(dialog.findChild(QLineEdit, "naam"), sys.argv[2])
signal.signal(signal.SIGTERM, program.session.stop)
program.wait(1900)
os.kill(os.getpid(), int(sys.argv[3]))
program.qt.exec()
program.session.end()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_neither_a_kill_nor_the_end_of_the_day_takes_what_is_typed_in_a_dialog(
    program: Callable[[], Program], demo_kluis: Path, tmp_path: Path, how: signal.Signals
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", ENDED, str(demo_kluis), HALF, str(how.value)],
        env=environment, timeout=90, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == (-how if how is signal.SIGKILL else 0), ended.stderr

    program().start(demo_kluis, command.WACHTZIN)

    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    assert dialog.accessibleName() == "Casus maken"
    assert dialog.findChild(QLineEdit, "naam").text() == HALF


def test_words_of_a_field_that_an_update_renamed_come_back_to_be_copied(mila: Mila) -> None:
    casus = add_casus(mila.vtdesk.desk)
    mila.opens("casussen", "organisatie-toevoegen", casus)
    mila.types("mandaat", HALF, caret=4)
    dialogs = mila.page("casussen").dialogs
    [kept] = dialogs.kept()
    mila.dialog().reject()
    for field in kept["inhoud"]["velden"]:  # as the version before the update named it
        field[0] = field[0].replace("mandaat", "opdracht")
    dialogs.reopen([kept])

    assert any("Dit formulier is veranderd" in line for line in mila.reads())
    assert words(mila.field("getypt")) == f"Mandaat: {HALF}"
    QTest.keyClick(mila.dialog(), Qt.Key.Key_Escape)
    assert mila.dialog().accessibleName() == "Organisatie toevoegen"
    assert words(mila.field("mandaat")) == ""
