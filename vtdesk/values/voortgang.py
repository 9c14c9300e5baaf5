"""How far long work is: whoever does it tells, whoever waits listens, in the same thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Voortgang = Callable[[float], None]  # hears which share is ready, from 0 to 1

_LISTENER: ContextVar[Voortgang | None] = ContextVar("voortgang", default=None)


@contextmanager
def told(voortgang: Voortgang | None) -> Iterator[None]:
    """Let `voortgang` hear how far the work in this block is."""
    token = _LISTENER.set(voortgang)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def tell(share: float) -> None:
    """Say how far the work is, to whom listens; mostly nobody does."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(share)
