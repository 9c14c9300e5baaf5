"""Slow work in the thread pool: a PDF, an import, the opening of a kluis."""

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
_LEFT: list[object] = []  # work of jobs that are gone; letting it go in the pool is not safe


class _Job:
    """Work with who waits for it; whoever holds the last one, lets go of widgets and cursors."""

    def __init__(
        self,
        work: Callable[[], Any],
        owner: QObject,
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._work, self._owner = work, owner
        self._then, self._failed = then, failed
        self._came: Callable[[], None] | None = None

    def do(self) -> None:
        """Work, and keep what came of it; runs in the pool."""
        try:
            result = self._work()
        except Exception as error:  # every failure of a job is told, by name, to its owner
            self._came = partial(self._failed, error)
        else:
            self._came = partial(self._then, result)

    def tell(self) -> None:
        """Say what came of it, unless its owner is gone; runs on the thread of the window."""
        if self._came is not None and isValid(self._owner):
            self._came()


class Jobs(QObject):
    """Runs functions in the thread pool and hands their result to the GUI thread.

    The pool never holds the last of anything: a cursor or a document that ends there, ends in the
    middle of what the window does with its text.
    """

    failed = Signal(Exception)
    _done = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._numbers = count()
        self._asked: dict[int, _Job] = {}  # only the thread of the window takes one away
        self._done.connect(self._deliver)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        owner: QObject,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` elsewhere and `then` here; nothing happens once `owner` is gone."""
        number, asked, done = next(self._numbers), self._asked, self._done
        asked[number] = _Job(work, owner, then, failed or self.failed.emit)

        def task() -> None:
            asked[number].do()
            try:
                done.emit(number)
            except RuntimeError:  # these jobs are gone: there is nobody left to tell
                _LEFT.append(asked)

        self._pool.start(task)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until all jobs have ended; used when the window closes."""
        return self._pool.waitForDone(milliseconds)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        self._asked.pop(number).tell()
