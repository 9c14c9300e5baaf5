"""Ends a reading that nobody waits for any more."""

from threading import Lock
from typing import Any


class StoppedError(Exception):
    """The reading was ended on purpose."""


class Stop:
    """Handed to `Store.read`; another thread may end that reading at any moment."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._connection: Any = None
        self.is_asked = False

    def now(self) -> None:
        """End the reading, also when it has yet to begin."""
        with self._lock:
            self.is_asked = True
            if self._connection is not None:
                self._connection.interrupt()

    def watch(self, connection: Any) -> None:
        """Be able to end what this connection does, until it is let go."""
        with self._lock:
            self._connection = connection
        self.check()

    def let_go(self) -> None:
        """Leave the connection alone: its reading has ended."""
        with self._lock:
            self._connection = None

    def check(self) -> None:
        """Raise when the end was asked for."""
        if self.is_asked:
            raise StoppedError
