"""What all workers of a run need is made by the first of them; the others wait for that one."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from vtdesk.security import instance


def made_together(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Give the folder of this name; who comes first fills it, and nobody works in it."""
    place = _run(factory) / name
    with _alone(place.with_suffix(".slot")):
        if not place.exists():
            half = factory.mktemp(name) / name
            make(half)
            half.rename(place)
    return place


def _run(factory: pytest.TempPathFactory) -> Path:
    """Give the folder that the workers of a run have in common."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold what one process at a time can hold, as the program holds its kluis."""
    folder.mkdir(exist_ok=True)
    while True:
        try:
            lock = instance.take(folder)
        except instance.AlreadyOpenError:
            time.sleep(0.05)
        else:
            break
    try:
        yield
    finally:
        lock.release()
