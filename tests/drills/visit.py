"""A whole working session, from the first start to a crash, in a home of its own.

    python -m tests.drills.visit day HOME MARK       demo, typing, lock, unlock, PDF, close
    python -m tests.drills.visit crash HOME MARK     typing until someone kills it
    python -m tests.drills.visit typing HOME MARK    the same, on a screen that others see
    python -m tests.drills.visit again HOME MARK     only the lock screen of the next start

MARK is a word that nobody else has; it stands in everything that is typed.
"""

import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton

from tests.drills import bijlage, printer
from tests.drills.program import CTRL, TALK_WITH_FATHER, Program
from vtdesk.cli.demo.command import WACHTZIN, make
from vtdesk.security.process import close_to_others
from vtdesk.ui.paper.print_dialog import PrintDialog
from vtdesk.ui.uitgaand.page import UitgaandPage
from vtdesk.ui.verslagen.editor import VerslagEditor

STORED = 1600  # ms; by then every draft is on disk
ANOTHER_TALK = "MDO Wolkenveld / Kaneelboom"
NEW_WACHTZIN = "zwaluw grind appelboom lepel"
READY = "ready"


@dataclass(frozen=True, slots=True)
class Home:
    """The folders of someone who works here."""

    place: Path

    @property
    def kluis(self) -> Path:
        return self.place / "home" / "vtdesk" / "kluis"

    @property
    def paper(self) -> Path:
        """Give the folder that was chosen for paper: the one place where text may be read."""
        return self.place / "home" / "Documenten"

    def environment(self) -> dict[str, str]:
        """Give the environment in which everything else is found in this home."""
        for folder in (*(self.place / name for name in ("home", "tmp", "run")), self.paper):
            folder.mkdir(mode=0o700, exist_ok=True)
        return printer.environment(self.place / "bin", self.paper / "afgedrukt.pdf") | {
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "HOME": str(self.place / "home"),
            "TMPDIR": str(self.place / "tmp"),
            "XDG_RUNTIME_DIR": str(self.place / "run"),
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",
            "LC_ALL": "C.UTF-8",
        }

    def command(self, what: str, mark: str) -> list[str]:
        """Give the command for one part of the session."""
        return [sys.executable, "-m", "tests.drills.visit", what, str(self.place), mark]


def first_start(home: Home) -> None:
    """Set up a kluis as a user of one's own, and the demo, before anything is open."""
    words = [sys.executable, "-m", "vtdesk", "--passphrase-file", "-", "vault", "create"]
    own = home.kluis.with_name("eigen")
    own.parent.mkdir(parents=True)
    subprocess.run([*words, str(own)], input=NEW_WACHTZIN, text=True, check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    make(home.kluis)


def day(home: Home, mark: str) -> None:
    """Begin with nothing."""
    first_start(home)
    morning(home, mark)


def morning(home: Home, mark: str) -> None:
    """Take a letter in, write, capture, copy, and lock: the process goes on as `afternoon`."""
    program = Program(home.kluis, again=home.command("afternoon", mark)[1:])
    program.unlock()
    bijlage.take_in(program, home.paper / bijlage.LETTER, mark)
    bijlage.open_outside(program, mark)
    program.write_about(TALK_WITH_FATHER)
    program.type(f"Vader zegt {mark} en Havikskruid. ")
    program.press(Qt.Key.Key_A, CTRL)
    program.press(Qt.Key.Key_C, CTRL)
    program.press(Qt.Key.Key_End, CTRL)
    program.press(Qt.Key.Key_V, CTRL)
    program.press(Qt.Key.Key_Z, CTRL)
    program.press(Qt.Key.Key_K, CTRL)
    program.type(f"Zilverduin {mark}")
    program.press(Qt.Key.Key_Escape)
    program.press(Qt.Key.Key_F3)
    program.type(f"Gezien: {mark}")
    program.wait(STORED)
    program.press(Qt.Key.Key_L, CTRL)
    raise AssertionError("the lock did not replace this process")


def afternoon(home: Home, mark: str) -> None:
    """Unlock, go on where one was, finalise, look at the paper, keep it, and close."""
    program = Program(home.kluis)
    window = program.unlock()
    note = program.find(QPlainTextEdit, "gezien")
    assert mark in note.toPlainText(), "the half-typed note came back"
    window.captures.panel("parkeernotitie").store()
    finalise(program, mark)
    editor = program.find(VerslagEditor, "")
    editor.toggle_preview()
    program.wait(STORED)
    keep_paper(program, home)
    print_it(program)
    search(program, mark)
    bijlage.open_outside(program, mark)
    window.close()
    program.qt.processEvents()
    back_up(home)


def crash(home: Home, mark: str) -> None:
    """Have a letter open elsewhere, and type."""
    program = Program(home.kluis)
    program.unlock()
    bijlage.open_outside(program, mark)
    _type_on(program, mark)


def typing(home: Home, mark: str) -> None:
    """Only type."""
    program = Program(home.kluis)
    program.unlock()
    _type_on(program, mark)


def _type_on(program: Program, mark: str) -> None:
    """Type in another verslag, tell that it is stored, and wait for the end."""
    program.write_about(ANOTHER_TALK)
    program.type(f"Sanne zegt {mark}. ")
    program.wait(STORED)
    program.type(f"En nog eens {mark}")
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    time.sleep(60)


def again(home: Home) -> None:
    """Start once more, and go no further than the lock screen."""
    Program(home.kluis).session.end()


def finalise(program: Program, mark: str) -> None:
    """Write something in every section that is empty, and answer all questions."""
    edit = program.edit
    for section in edit.tekst().secties:
        edit.go_to_section(section.id)
        program.press(Qt.Key.Key_End)
        program.type(f" Otis en Pip en Job, {mark}.")
    _action(program, "vaststellen").trigger()
    program.until(QApplication.activeModalWidget)
    dialog = QApplication.activeModalWidget()
    for line in dialog.findChildren(QLineEdit):
        line.setText(f"niet aan de orde, {mark}")
    program.find(QPushButton, "ja", inside=dialog).click()
    program.until(edit.isReadOnly)


def keep_paper(program: Program, home: Home) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(50, choose)
            return
        dialog.setDirectory(str(home.paper))
        program.find(QLineEdit, "fileNameEdit", inside=dialog).setText("verslag.pdf")
        dialog.accept()

    page = to_who_takes_over(program)
    QTimer.singleShot(50, choose)
    page.parts.foot.pdf.click()
    program.until((home.paper / "verslag.pdf").exists)


def print_it(program: Program) -> None:
    """Print for who takes over, and wait for the paper."""
    to_who_takes_over(program).parts.foot.print.click()
    program.until(lambda: isinstance(QApplication.activeModalWidget(), PrintDialog))
    program.find(QPushButton, "bewaren", inside=QApplication.activeModalWidget()).click()
    program.until(Path(os.environ["PAPER"]).exists)
    program.window.activateWindow()  # nobody else does that when a dialog closes off screen
    program.until(program.window.isActiveWindow)


def search(program: Program, mark: str) -> None:
    """Look for what was typed."""
    program.window.show_page("zoeken")
    program.find(QLineEdit, "zoekveld").setText(mark)
    program.wait(STORED)


def back_up(home: Home) -> None:
    """Make a reservekopie on this laptop and on a stick."""
    stick = home.place / "home" / "stick"
    stick.mkdir()
    words = ["--vault", str(home.kluis), "--passphrase-file", "-", "backup", "create"]
    subprocess.run(
        [sys.executable, "-m", "vtdesk", *words, "--to", str(stick)],
        input=WACHTZIN, text=True, check=True, capture_output=True,
    )  # fmt: skip


def to_who_takes_over(program: Program) -> UitgaandPage:
    """Go out to somebody who may read all of it; gives the page on which it can be made."""
    if not (page := program.window._pages.uitgaand).isVisible():
        program.find(QPushButton, "uitgaand-knop").click()
    program.until(page.parts.who.people.rows)
    page.parts.who.people.rows()[-1].click()
    program.until(page.gang.sure)
    page.parts.who.ways.rows()[0].click()
    program.until(page.parts.foot.is_open)
    return page


def _action(program: Program, name: str) -> QAction:
    return next(a for a in program.window.findChildren(QAction, name) if a.isEnabled())


def main() -> None:
    """Do one part of the session."""
    what, place, mark = sys.argv[1:4]
    home = Home(Path(place))
    close_to_others()
    parts: dict[str, Callable[[], None]] = {
        "day": lambda: day(home, mark),
        "morning": lambda: morning(home, mark),
        "afternoon": lambda: afternoon(home, mark),
        "crash": lambda: crash(home, mark),
        "typing": lambda: typing(home, mark),
        "again": lambda: again(home),
    }
    try:
        parts[what]()
    except BaseException:
        traceback.print_exc()  # the hook of the program would keep it for its own sheet
        raise


if __name__ == "__main__":
    main()
