"""Says what goes on when a command takes longer than half a second; never on the answer itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer

from vtdesk.cli.answer import say, visible

PATIENCE = 0.5  # seconds


class Progress:
    """The step that is going on now, told when it is still going on after a while."""

    def __init__(self, *, silent: bool) -> None:
        self._silent = silent
        self._lock = Lock()
        self._words = ""
        self._told = False
        self._timer = Timer(PATIENCE, self._begin_to_tell)
        self._timer.daemon = True

    def step(self, words: str) -> None:
        """Say what goes on from now."""
        with self._lock:
            self._words = words
            if self._told:
                self._tell()

    @contextmanager
    def shown(self) -> Iterator["Progress"]:
        """Watch the time while something is done."""
        self._timer.start()
        try:
            yield self
        finally:
            self._timer.cancel()

    def _begin_to_tell(self) -> None:
        with self._lock:
            self._told = True
            self._tell()

    def _tell(self) -> None:
        if self._words and not self._silent and sys.stderr is not None:
            say(sys.stderr, f"{visible(self._words)}…\n")
