"""Qt under Python 3.11: a release that loses references to None must not slip in."""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent

# Such a release aborts after some thousands of calls; a short test suite does not reach that.
TWO_MILLION_CALLS = """
from PySide6.QtGui import QTextCharFormat

style = QTextCharFormat()
for _ in range(2_000_000):
    style.setFontItalic(True)
print("survived")
"""


def test_two_million_calls_that_return_nothing_are_survived() -> None:
    child = subprocess.run(
        [sys.executable, "-c", TWO_MILLION_CALLS],
        env={"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (child.returncode, child.stdout) == (0, "survived\n"), child.stderr[-500:]


def test_no_qt_from_6_12_on_is_let_in() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [Requirement(line) for line in project["dependencies"]]
    qt = next(wish for wish in wanted if wish.name == "PySide6-Essentials")
    assert qt.specifier.contains("6.11.3")
    assert not qt.specifier.contains("6.12.0")


def test_the_installed_qt_is_the_one_that_is_asked_for() -> None:
    assert version("PySide6-Essentials") == version("shiboken6") == "6.11.3"
