"""The windows on a screen that is not there, for pictures: of the demo, and where there is none."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QWidget

from vtdesk.app import inside
from vtdesk.app.door import KluisDoor
from vtdesk.app.process import prepare
from vtdesk.app.start import Start
from vtdesk.services.desk import Desk
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.slot.lock_screen import LockScreen
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.values.tijd import system_clock

SIZE = (1440, 900)
PAINTED = 120  # ms; layout, fonts and the first refresh are done by then


class Tour:
    """Shows one window at a time and keeps pictures of it, light and dark."""

    def __init__(self, start: Start, target: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._start, self._target = start, target
        qInstallMessageHandler(_pass_on)
        self._program = prepare(sys.argv[:1])
        self._look = Look(self._program)
        self._jobs = Jobs(self._program)
        self._door = KluisDoor(start)
        self._shown: QWidget | None = None
        self.pictures: list[Path] = []

    def show_lock_screen(self) -> None:
        """Show the kluis as it is closed."""
        self._show(LockScreen(self._door, self._jobs, system_clock))

    @contextmanager
    def inside(self) -> Iterator[tuple[Desk, MainWindow]]:
        """Open the kluis with its window, and close both again."""
        self._door.hold()
        opened = self._door.open(self._start.wachtzin)
        try:
            window = inside.build_window(
                opened.desk, jobs=self._jobs, look=self._look, door=self._door
            )
            self._show(window)
            yield opened.desk, window
            window.close()
        finally:
            self._jobs.wait()
            opened.store.close()

    def picture(self, name: str) -> None:
        """Keep what is shown now, in both looks."""
        assert self._shown is not None, "something is shown first"  # noqa: S101 - cannot be
        for scheme in (Scheme.DONKER, Scheme.LICHT):
            self._look.apply(scheme=scheme)
            _settle()
            path = self._target / f"{name}-{scheme.value}.png"
            self._shown.grab().save(str(path))
            self.pictures.append(path)

    def command(self, name: str) -> None:
        """Give a command to the window, as its key would."""
        assert self._shown is not None, "something is shown first"  # noqa: S101 - cannot be
        for action in self._shown.actions():
            if action.objectName() == name:
                action.trigger()

    def _show(self, widget: QWidget) -> None:
        if self._shown is not None:
            self._shown.close()
        self._shown = widget
        widget.resize(*SIZE)
        widget.show()
        _settle()


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(PAINTED, loop.quit)
    loop.exec()


def _pass_on(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Leave out what Qt remarks of a screen that is not there."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"{text}\n")
