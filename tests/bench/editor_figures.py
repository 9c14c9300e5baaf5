"""From a key to the painted letter, in a verslag of fifty pages, beside a bare QTextEdit."""

import time
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from tests.bench.figures import Aim, Figure
from tests.builders import uitspraak
from vtdesk.services.sjablonen import GESPREKSVERSLAG, sjabloon
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.tekst import Alinea, Blok, Sectie, Tekst, plain, runs

BLOCKS = 600
WORDS = (
    "Zij vertelt dat de wissel bij de deur onrustig verloopt en dat de kinderen dan stil zijn; "
    "op school gaat het beter, zegt zij, en de juf ziet haar vaker lachen dan in het voorjaar. "
)
KEYS = 200


class _Painted(QObject):
    """Notes when the watched viewport was painted."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit)
        self.at = 0.0
        edit.viewport().installEventFilter(self)

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


def _key(edit: QTextEdit, watch: _Painted) -> float:
    watch.at = 0.0
    start = time.perf_counter()
    QTest.keyClick(edit, Qt.Key.Key_A)
    while not watch.at:
        QApplication.processEvents()
    return (watch.at - start) * 1000


def _blocks() -> list[Blok]:
    texts = [f"{number} {WORDS}" for number in range(BLOCKS)]
    return [
        uitspraak(text, id=uuid4()) if number % 5 == 0 else Alinea(runs(text))
        for number, text in enumerate(texts)
    ]


def _ours() -> VerslagEdit:
    template = sjabloon(GESPREKSVERSLAG)
    share = BLOCKS // len(template.secties)
    blocks = _blocks()
    sections = tuple(
        Sectie(sectie.id, tuple(blocks[place * share : (place + 1) * share]))
        for place, sectie in enumerate(template.secties)
    )
    edit = VerslagEdit()
    edit.set_verslag(Tekst(sections), template)
    return _shown(edit)


def _bare() -> QTextEdit:
    edit = QTextEdit()
    edit.setPlainText("\n".join(plain(block) for block in _blocks()))
    return _shown(edit)


def _shown(edit):  # noqa: ANN001, ANN202 (either kind of editor)
    edit.resize(720, 700)
    edit.show()
    edit.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(BLOCKS // 2).position() + 20)
    edit.setTextCursor(cursor)
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    edit.ensureCursorVisible()
    QApplication.processEvents()
    return edit
