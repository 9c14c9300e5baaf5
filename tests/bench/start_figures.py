"""Starting, opening and memory: each measured in a fresh process, in turns with its floor."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.figures import Aim, Figure, interleaved
from vtdesk.cli.demo.command import make

ROUNDS = 7
IMPORTS = (
    "PySide6.QtWidgets", "cryptography.hazmat.primitives.ciphers.aead", "keyring",
    "sqlalchemy.orm", "sqlcipher3.dbapi2", "alembic", "reportlab.platypus", "pikepdf",
    "pypdfium2", "icalendar", "nh3",
)  # fmt: skip
IMPORT = "import time; t = time.perf_counter(); import {}; print((time.perf_counter() - t) * 1000)"


@contextmanager
def demo() -> Iterator[Path]:
    """Make a kluis with the demo in it."""
    with tempfile.TemporaryDirectory(prefix="vtdesk-bench-") as place:
        make(Path(place) / "kluis")
        yield Path(place) / "kluis"


def lock_screen(folder: Path) -> Figure:
    """Time from the start of the process to the painted lock screen."""
    ours, floor = interleaved(
        lambda: _from_start("lock", folder), lambda: _from_start("empty", folder), ROUNDS
    )
    return Figure("process start to painted lock screen", ours, floor, "empty PySide6 window",
                  Aim(ratio=1.5))  # fmt: skip


def day(folder: Path) -> Figure:
    """Time from the right key to the painted day."""
    ours, floor = interleaved(
        lambda: _child("vandaag", folder), lambda: _child("bare-day", folder), ROUNDS
    )
    return Figure("right key to painted Vandaag", ours, floor, "bare driver, empty window",
                  Aim(p50=400))  # fmt: skip


def memory(folder: Path) -> Figure:
    """Measure the memory with the demo open."""
    ours, floor = interleaved(
        lambda: _child("memory", folder), lambda: _child("empty-memory", folder), 3
    )
    return Figure("memory (PSS), demo open", ours, floor, "empty PySide6 window", Aim(p50=110),
                  "MB")  # fmt: skip


def import_lines() -> Iterator[str]:
    """Tell what each library costs at the moment it is first needed."""
    for name in IMPORTS:
        times = [float(_run("-c", IMPORT.format(name))) for _ in range(3)]
        yield f"import {name:<46} {statistics.median(times):8.1f} ms"


def _from_start(what: str, folder: Path) -> float:
    start = time.monotonic()
    return (_child(what, folder) - start) * 1000


def _child(what: str, folder: Path) -> float:
    return float(_run("-m", "tests.bench.child", what, str(folder)))


def _run(*words: str) -> str:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": tempfile.gettempdir() + "/vtdesk-bench-config",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    done = subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, timeout=120,
        check=True,
    )  # fmt: skip
    return done.stdout
