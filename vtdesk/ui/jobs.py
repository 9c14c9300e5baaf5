"""Slow work in the thread pool: a PDF, an import, the opening of a kluis."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")


class Jobs(QObject):
    """Runs functions in the thread pool and hands their result to the GUI thread."""

    failed = Signal(Exception)
    _done = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
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
        on_failure = failed or self.failed.emit

        def task() -> None:
            try:
                result = work()
            except Exception as error:  # every failure of a job is told, by name, to its owner
                self._done.emit(owner, on_failure, error)
            else:
                self._done.emit(owner, then, result)

        self._pool.start(task)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until all jobs have ended; used when the window closes."""
        return self._pool.waitForDone(milliseconds)

    @Slot(object, object, object)
    def _deliver(self, owner: QObject, callback: Callable[[Any], None], value: Any) -> None:
        if isValid(owner):
            callback(value)
