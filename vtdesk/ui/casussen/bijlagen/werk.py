"""Slow work of the tab, one thing after another and away from the window."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.bijlagen.bron import Voortgang
from vtdesk.ui.casussen.bijlagen.bezig import Bezig
from vtdesk.ui.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Klus:
    """One thing to do: what it is called, what to do, and who hears how it ended."""

    words: str
    work: Callable[[Voortgang], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Werk(QObject):
    """Does what is asked in the order in which it is asked, and shows how far it is."""

    def __init__(self, jobs: Jobs, bezig: Bezig) -> None:
        super().__init__(bezig)
        self._jobs = jobs
        self._bezig = bezig
        self._waiting: deque[Klus] = deque()
        self._is_busy = False

    def do(self, klus: Klus) -> None:
        """Do this when all before it is done."""
        self._waiting.append(klus)
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        self._is_busy = bool(self._waiting)
        if not self._waiting:
            self._bezig.done()
            return
        klus, voortgang = self._waiting.popleft(), Voortgang()
        self._bezig.start(klus.words, voortgang)

        def tell(result: Any) -> None:
            self._end(klus.then, result)

        def refuse(error: Exception) -> None:
            if isinstance(error, UserError | OutsideError):
                self._end(klus.failed, error)
            else:
                self._end(self._jobs.failed.emit, error)

        self._jobs.run(lambda: klus.work(voortgang), then=tell, failed=refuse, owner=self)

    def _end(self, callback: Callable[[Any], None], value: Any) -> None:
        try:
            callback(value)
        finally:
            self._next()
