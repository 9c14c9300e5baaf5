"""Pastes: at once what is small, and what is large in parts, so that the window stays alive.

What another program made is read in a thread, and written in stretches of a few hundredths of a
second. It is one step of undo all the same; keys wait until it is there.
"""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from vtdesk.ui.verslagen import clipboard, fields, loading
from vtdesk.ui.verslagen.clipboard import Clip
from vtdesk.ui.verslagen.document import EditorDocument
from vtdesk.values.tekst import Blok

AT_ONCE = 150  # blocks that one does not wait for
STRETCH = 0.05  # seconds of writing, after which the window may do its own work
LOOK_AGAIN = 20  # ms between looks whether the reading is done
TELL = 0.4  # seconds after which one wants to see that something happens
TOO_LARGE = "Dit is te groot om te plakken. Plak het in kleinere stukken."


class Page(Protocol):
    """What is pasted into."""

    def text_document(self) -> EditorDocument:
        """Give the document on screen."""

    def textCursor(self) -> QTextCursor:  # noqa: N802 (Qt's name)
        """Give the caret."""

    def setTextCursor(self, cursor: QTextCursor) -> None:  # noqa: N802 (Qt's name)
        """Put the caret in a place."""

    def ensureCursorVisible(self) -> None:  # noqa: N802 (Qt's name)
        """Bring the caret in view."""


class Pasting(QObject):
    """Belongs to one surface; does one paste at a time."""

    said = Signal(str)  # how far it is
    refused = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page if isinstance(page, QObject) else None)
        self._page = page
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="plakken")
        self._reading: Future[tuple[Blok, ...]] | None = None
        self._left: Iterator[Blok] | None = None
        self._place = QTextCursor()
        self._count = self._written = 0
        self._begun = self._told = 0.0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Tell whether a paste is under way."""
        return self._reading is not None or self._left is not None

    def begin(self, clip: Clip) -> None:
        """Paste at the caret, in the place of what is chosen; an open field goes as a whole."""
        if clip.is_empty:
            return
        caret = self._page.textCursor()
        self._place, self._begun = fields.whole(caret) or caret, time.monotonic()
        self._told = self._begun
        if clip.is_large:
            self._reading = self._reader.submit(clipboard.read_foreign, clip)
            self._timer.start(LOOK_AGAIN)
        else:
            self._write(clipboard.read(self._page.text_document(), clip), clip.words)

    def _write(self, found: Sequence[Blok], words: str = "") -> None:
        """Write what was read: the first part now, which decides where the rest comes."""
        if not found:
            self.refused.emit(TOO_LARGE)
            return
        document = self._page.text_document()
        is_small = len(found) <= AT_ONCE or clipboard.is_in_cell(self._place)
        first = found if is_small else found[:2]
        clipboard.write(document, self._place, first, words)
        if is_small:
            self._end()
            return
        self._left, self._written, self._count = iter(found[2:]), 2, len(found)
        self._timer.start(0)

    @Slot()
    def _go_on(self) -> None:
        if self._place.document() is not self._page.text_document():
            self._stop()
            self.said.emit("Plakken is gestopt, want er kwam een andere tekst op het scherm.")
        elif self._reading is not None:
            self._look()
        elif self._left is not None:
            self._write_on(self._left)
        self._tell()

    def _look(self) -> None:
        reading = self._reading
        if reading is None or not reading.done():
            return
        self._reading = None
        self._timer.stop()
        self._write(reading.result())

    def _write_on(self, left: Iterator[Blok]) -> None:
        """Write a stretch, as a part of the same step of undo."""
        document, until = self._page.text_document(), time.monotonic() + STRETCH
        self._place.joinPreviousEditBlock()
        while time.monotonic() < until:
            part = list(islice(left, 10))
            for blok in part:
                loading.add_blok(document, self._place, blok)
            self._written += len(part)
            if not part:
                break
        self._place.endEditBlock()
        if self._written >= self._count:
            self._end()

    def _tell(self) -> None:
        now = time.monotonic()
        if self.is_busy and now - self._told > TELL:
            self._told = now
            far = f"{self._written} van {self._count} alinea's" if self._count else "lezen"
            self.said.emit(f"Plakken: {far}")

    def _end(self) -> None:
        many, told = self._count, self._told > self._begun
        self._stop()
        self._page.setTextCursor(self._place)
        self._page.ensureCursorVisible()
        if told:
            count = f"Geplakt: {many} alinea's" if many else "Geplakt"
            self.said.emit(f"{count}. Ctrl+Z haalt alles in één keer weg.")

    def _stop(self) -> None:
        self._timer.stop()
        self._reading = self._left = None
        self._count = self._written = 0
