"""From a key to the painted letter, in a verslag of fifty pages, beside a bare QTextEdit."""

import tempfile
import time
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from typing_extensions import override

from tests.bench.figures import Aim, Figure
from tests.builders import NOW, SlowClock, add_casus, add_persoon, held_talk, uitspraak
from vtdesk.app.door import KluisDoor
from vtdesk.app.inside import build_window
from vtdesk.app.session import settle
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.sjablonen import GESPREKSVERSLAG, sjabloon
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.tekst import Alinea, Blok, Sectie, Tekst, plain, runs

BLOCKS = 600
WORDS = (
    "Zij vertelt dat de wissel bij de deur onrustig verloopt en dat de kinderen dan stil zijn; "
    "op school gaat het onmiddelijk beter, zegt zij, en de juf ziet haar altijd lachen. "
)
KEYS = 200
PER_SECOND = 8
TYPED = "een afpraak met de juf is altijd goed "  # a misspelled word and one of Taalwacht
TURNS = 4
REST = 1.5  # seconds between turns: what the one before had to store is stored
KEY = bytes(range(32))


class _Painted(QObject):
    """Notes when the watched viewport was painted."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.at = 0.0
        edit.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at = time.perf_counter()
            return True
        return False


def key_to_painted() -> Figure:
    """Type in the middle of the text, in turns in ours and in the bare one."""
    _program()
    ours, bare = _ours(), _bare()
    watch_ours, watch_bare = _Painted(ours), _Painted(bare)
    mine, floor = [], []
    for number in range(KEYS + 20):
        first, second = _key(ours, watch_ours), _key(bare, watch_bare)
        if number >= 20:
            mine.append(first)
            floor.append(second)
    ours.hide()
    bare.hide()
    return Figure(
        "key to painted, verslag of 50 pages", mine, floor, "bare QTextEdit",
        Aim(ratio=3, p99=8),
    )  # fmt: skip


def key_to_painted_in_the_window() -> Figure:
    """Type at her pace in the whole window, with autosave, spelling, counts and checks at work.

    A key counts from the moment at which it was due: one that waits for the disk is late. Ours and
    the bare one take turns of some seconds, so that a busy machine slows both alike.
    """
    mine, floor = [], []
    with tempfile.TemporaryDirectory() as folder:
        window, edit = _in_the_window(Path(folder))
        bare = _bare()
        for _ in range(TURNS):
            mine += _at_her_pace(edit)
            floor += _at_her_pace(bare)
        window.close()
    bare.hide()
    return Figure(
        "the same in the whole window, spelling on, 8 keys a second", mine, floor, "bare QTextEdit",
        Aim(ratio=3, p99=8),
    )  # fmt: skip


def _in_the_window(folder: Path) -> tuple[MainWindow, VerslagEdit]:
    """Open a long verslag in the real window over a real file."""
    create_database(folder / "kluis.db", KEY)
    clock = SlowClock(NOW)
    desk = Desk.over(Store(folder / "kluis.db", KEY, clock=clock), clock)
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id))
    desk.verslagen.save_concept(verslag_id, _long_text(), caret=1, scroll=0)
    window = build_window(
        desk, jobs=Jobs(), look=Look(_program()), door=KluisDoor(Start(folder, NoKeychain()))
    )
    window.resize(1440, 900)
    window.show()
    window.ways.open_verslag(verslag_id)
    edit = window.findChild(VerslagEdit, "tekst")
    _go_to_the_middle(edit)
    settle()
    until = time.perf_counter() + 10
    while desk.spelling.bekend("onmiddelijk") is None and time.perf_counter() < until:
        QApplication.processEvents()
    return window, edit


def _program() -> QApplication:
    return QApplication.instance() or QApplication(["bench"])


def _at_her_pace(edit: QTextEdit) -> list[float]:
    watch = _Painted(edit)
    found = []
    edit.activateWindow()
    edit.setFocus()
    due = time.perf_counter() + REST
    for number in range(KEYS // TURNS):
        while time.perf_counter() < due:
            QApplication.processEvents()
            time.sleep(0.0005)
        found.append(_key(edit, watch, due, TYPED[number % len(TYPED)]))
        due += 1 / PER_SECOND
    return found


def _key(edit: QTextEdit, watch: _Painted, since: float = 0.0, sign: str = "a") -> float:
    watch.at = 0.0
    start = since or time.perf_counter()
    QTest.keyClick(edit, sign)
    while not watch.at:
        QApplication.processEvents()
    return (watch.at - start) * 1000


def _blocks() -> list[Blok]:
    texts = [f"{number} {WORDS}" for number in range(BLOCKS)]
    return [
        uitspraak(text, id=uuid4()) if number % 5 == 0 else Alinea(runs(text))
        for number, text in enumerate(texts)
    ]


def _long_text() -> Tekst:
    template = sjabloon(GESPREKSVERSLAG)
    share = BLOCKS // len(template.secties)
    blocks = _blocks()
    return Tekst(
        tuple(
            Sectie(sectie.id, tuple(blocks[place * share : (place + 1) * share]))
            for place, sectie in enumerate(template.secties)
        )
    )


def _ours() -> VerslagEdit:
    edit = VerslagEdit()
    edit.set_verslag(_long_text(), sjabloon(GESPREKSVERSLAG))
    return _shown(edit)


def _bare() -> QTextEdit:
    edit = QTextEdit()
    edit.setPlainText("\n".join(plain(block) for block in _blocks()))
    return _shown(edit)


def _shown(edit):  # noqa: ANN001, ANN202 (either kind of editor)
    edit.resize(720, 700)
    edit.show()
    edit.setFocus()
    _go_to_the_middle(edit)
    return edit


def _go_to_the_middle(edit: QTextEdit) -> None:
    for _ in range(5):
        QApplication.processEvents()
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(BLOCKS // 2).position() + 20)
    edit.setTextCursor(cursor)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    edit.ensureCursorVisible()
    QApplication.processEvents()
