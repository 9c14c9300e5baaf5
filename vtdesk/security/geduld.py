"""Asking what may wait for a person: in a thread of its own, and no longer than we want to wait."""

import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


class NoAnswerError(Exception):
    """Nobody answered in time; never shown."""


def within(seconds: float, question: Callable[[], _Result]) -> _Result:
    """Give the answer, raise what the question raises, or raise NoAnswerError."""
    from queue import Empty, SimpleQueue  # noqa: PLC0415 - the window starts without it

    answers: SimpleQueue[tuple[_Result, None] | tuple[None, Exception]] = SimpleQueue()

    def work() -> None:
        try:
            answers.put((question(), None))
        except Exception as error:  # raised again where somebody waits
            answers.put((None, error))

    threading.Thread(target=work, name="geduld", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise NoAnswerError from None
    if answer[1] is not None:
        raise answer[1]
    return answer[0]
