"""What is left when vtdesk has a bug: an apology and a sheet for the helpdesk without case data.

The report holds kinds of errors and lines of program, never the text of an error or a value: both
may quote the case file.
"""

import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

import vtdesk

SENTENCE = (
    "Er ging iets mis in vtdesk. Je werk is bewaard. Start opnieuw; lukt dat niet, "
    "print dan dit blad voor de helpdesk."
)
NOT_SAVED = (
    "Er ging iets mis in vtdesk. Opslaan lukte daarbij niet; je tekst staat nog op het scherm. "
    "Kopieer je tekst voordat je vtdesk sluit, en print dit blad voor de helpdesk."
)
_KEPT = 20
_PROGRAM = Path(vtdesk.__file__).parent


def report(error: BaseException, noted: tuple[str, ...] = ()) -> str:
    """Write the sheet: versions, kinds of errors and lines of program."""
    import platform  # noqa: PLC0415 - every start would wait for it

    lines = [
        f"vtdesk {vtdesk.__version__}",
        f"Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"{platform.system()} {platform.release()}",
        "",
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__qualname__)
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join([*lines, *noted])


class CrashWatch(QObject):
    """Catches what nobody caught, on any thread, and shows it on the GUI thread."""

    caught = Signal(object)

    def __init__(self, save_first: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save_first = save_first
        self._noted: deque[str] = deque(maxlen=_KEPT)
        self._busy = False
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the places where Python and Qt leave errors that nobody caught."""
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(self._on_qt_message)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.caught.emit(error)

    def _on_thread_error(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.caught.emit(hook.exc_value)

    def _on_unraisable(self, hook: Any) -> None:
        """Keep an error in a finaliser off the error stream too: a desktop keeps that in a file."""
        if hook.exc_value is not None:
            self.caught.emit(hook.exc_value)

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        self._noted.append(f"Qt {kind.name} {context.category or ''}".rstrip())

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        if self._busy:
            return
        self._busy = True
        try:
            saved = self._save_first()
        except Exception:  # the bug may well be in there; then nothing was saved
            saved = False
        from vtdesk.ui.crash_sheet import CrashSheet  # noqa: PLC0415 - the start goes on without it

        CrashSheet(report(error, tuple(self._noted)), SENTENCE if saved else NOT_SAVED).exec()
        self._busy = False


def _short(path: str) -> str:
    """Cut a path down to what is inside the program; a home folder may hold a name."""
    place = Path(path)
    if place.is_relative_to(_PROGRAM):
        return f"vtdesk/{place.relative_to(_PROGRAM).as_posix()}"
    parts = place.parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") :])
    return place.name
