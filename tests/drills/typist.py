"""Someone who types on and on in the real window, and notes when each key went down."""

import os
import struct
import time
from multiprocessing.connection import Connection
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.drills.program import ALT, TALK_WITH_FATHER, Program
from vtdesk.ui.shell import capture
from vtdesk.ui.verslagen import draft

PER_SECOND = 8
STREAM = "".join(f"k{number} " for number in range(400))
PANELS = {
    "telefoontje": Qt.Key.Key_F2,
    "parkeernotitie": Qt.Key.Key_F3,
    "belofte": Qt.Key.Key_F4,
    "crisisnotitie": Qt.Key.Key_F6,
    "impact": Qt.Key.Key_F8,
}
KEY = struct.Struct("<dI")  # when, and the how manieth
BEHIND = 5  # nice: whoever opens a kluis again meanwhile has a core, as she has
LATE = 60_000  # ms; the autosave of the sabotaged twin


def type_away(
    place: Path, keys: Connection, *, statement: bool, sabotage: bool, per_second: int
) -> None:
    """Open the talk with father and type until someone ends this process."""
    if sabotage:
        draft.PAUSE = draft.AT_LEAST = LATE
    program = Program(place)
    program.unlock()
    program.write_about(TALK_WITH_FATHER)
    edit = program.edit
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    if statement:
        QTest.keyClick(edit, Qt.Key.Key_2, ALT)
    _type_on(program, edit, keys, per_second)


def catch_away(place: Path, keys: Connection, *, panel: str, sabotage: bool) -> None:
    """Open a capture panel over the talk with father and type until someone ends this process."""
    if sabotage:
        capture.PAUSE = LATE
    program = Program(place)
    program.unlock()
    program.write_about(TALK_WITH_FATHER)
    program.press(PANELS[panel])
    program.until(program.window.captures.panel(panel).isVisible)
    _type_on(program, program.window.captures.panel(panel).first(), keys, PER_SECOND)


def _type_on(program: Program, field: QWidget, keys: Connection, per_second: int) -> None:
    os.nice(BEHIND)
    count = 0

    def press() -> None:
        nonlocal count
        now = time.monotonic()
        QTest.keyClicks(field, STREAM[count])
        count += 1
        keys.send_bytes(KEY.pack(now, count))

    timer = QTimer(interval=1000 // per_second, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(press)
    timer.start()
    program.qt.exec()
