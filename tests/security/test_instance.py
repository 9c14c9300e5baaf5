"""One vtdesk per kluis, also while it replaces itself by a fresh process image."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vtdesk.errors import OutsideError, UserError
from vtdesk.security import instance

HOLD = """
import sys, time
from pathlib import Path
from vtdesk.security import instance
lock = instance.take(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""

REPLACE = """
import os, sys
from pathlib import Path
from vtdesk.security import instance
lock = instance.take(Path(sys.argv[1]))
print(os.getpid(), flush=True)
sys.stdin.readline()
if sys.argv[2] == "carry":
    lock.carry_over()
os.execv(sys.executable, [sys.executable, "-c", sys.argv[3], sys.argv[1]])
"""

REPLACED = """
import os, subprocess, sys
from pathlib import Path
print(os.getpid(), flush=True)
sys.stdin.readline()
from vtdesk.security import instance
lock = instance.take(Path(sys.argv[1]))
print("held", flush=True)
child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, close_fds=False)
sys.stdin.readline()
lock.release()
print("released", flush=True)
sys.stdin.readline()
child.communicate()
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def hears(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go_on(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def is_open(folder: Path) -> bool:
    try:
        instance.take(folder).release()
    except instance.AlreadyOpenError:
        return True
    return False


def test_second_start_is_refused_in_words(tmp_path: Path) -> None:
    lock = instance.take(tmp_path)
    with pytest.raises(UserError) as refused:
        instance.take(tmp_path)
    assert str(refused.value) == "vtdesk is al open op deze laptop."
    lock.release()
    instance.take(tmp_path).release()


def test_other_kluis_can_be_open_beside_it(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
    first, second = instance.take(tmp_path / "een"), instance.take(tmp_path / "twee")
    first.release()
    second.release()


def test_kill_lets_the_next_start_in(tmp_path: Path) -> None:
    with start(HOLD, str(tmp_path)) as process:
        assert hears(process) == "held"
        assert is_open(tmp_path)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert not is_open(tmp_path)


def test_lock_is_held_without_a_gap_while_the_process_replaces_itself(tmp_path: Path) -> None:
    with start(REPLACE, str(tmp_path), "carry", REPLACED) as process:
        number = hears(process)
        assert is_open(tmp_path)
        go_on(process)
        assert hears(process) == number  # the new image, which has not asked for the lock yet
        assert is_open(tmp_path)
        go_on(process)
        assert hears(process) == "held"
        assert is_open(tmp_path)
        go_on(process)
        assert hears(process) == "released"
        assert not is_open(tmp_path)  # and no child of the new image has kept it
        process.communicate("\n")


def test_lock_is_taken_anew_when_it_was_not_carried_over(tmp_path: Path) -> None:
    with start(REPLACE, str(tmp_path), "drop", REPLACED) as process:
        hears(process)
        go_on(process)
        hears(process)
        assert not is_open(tmp_path)
        go_on(process)
        assert hears(process) == "held"
        assert is_open(tmp_path)
        process.communicate("\n\n")


def test_folder_that_is_gone_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="er niet meer"):
        instance.take(tmp_path / "weg")


def test_lock_file_is_empty_and_for_its_owner_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        instance.take(tmp_path).release()
    finally:
        os.umask(old)
    info = (tmp_path / instance.FILE).stat()
    assert (info.st_size, info.st_mode & 0o777) == (0, 0o600)
