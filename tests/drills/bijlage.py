"""A letter goes into the kluis, is looked at there, and is given to another program."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from tests.drills.program import Program
from vtdesk.ui.casussen.bijlagen.deel import Bijlagen
from vtdesk.ui.casussen.delen import DELEN
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.widgets.form_dialog import FormDialog

CASUS = "VT-DEMO-0141"
LETTER = "brief.txt"
ENOUGH = 20_000  # times the word, so that the letter lies in a file of its own


class _Other(QObject):
    """The other program: it reads what it is given, and holds on to nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.words = Path(url.toLocalFile()).read_text("utf-8")


def take_in(program: Program, letter: Path, mark: str) -> None:
    """Drop a letter on the casus, and read it there."""
    letter.write_text(f"{mark} " * ENOUGH, "utf-8")
    tab = _tab(program)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(letter))])
    tab.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    program.until(lambda: _choose(tab))
    _press(program, tab, "bekijken")
    area = program.find(QPlainTextEdit, "bijlage-tekst", inside=tab)
    program.until(lambda: mark in area.toPlainText())
    program.press(Qt.Key.Key_Escape)


def open_outside(program: Program, mark: str) -> None:
    """Let another program have the letter."""
    other, tab = _Other(), _tab(program)
    QDesktopServices.setUrlHandler("file", other, "open")
    program.until(lambda: _choose(tab))
    _press(program, tab, "buiten")
    dialog = next(d for d in tab.page.findChildren(FormDialog) if d.isVisible())
    program.find(QPushButton, "bewaren", inside=dialog).click()
    program.until(lambda: mark in other.words)
    QDesktopServices.unsetUrlHandler("file")
    program.window.activateWindow()  # nobody else does that when a dialog closes off screen
    program.until(program.window.isActiveWindow)


def _tab(program: Program) -> Bijlagen:
    """Bring the bijlagen of the casus to the front."""
    program.window.show_page("casussen")
    page = program.find(CasussenPage, "")
    page.show_casus(page._desk.casussen.find(CASUS).id)
    page._view.tabs.show_tab(DELEN.index(Bijlagen))
    tab = program.find(Bijlagen, "deel-bijlagen")
    program.until(tab.list.isVisible)
    return tab


def _choose(tab: Bijlagen) -> bool:
    return tab.list.choose(lambda row: row.gegevens.naam == LETTER)


def _press(program: Program, tab: Bijlagen, name: str) -> None:
    program.wait(10)  # the side is filled again, and the old buttons go
    [button] = [b for b in tab.inspector.findChildren(QPushButton, name) if b.isVisible()]
    button.click()
