"""The drills in small: what they promise holds, and their sabotaged twins are found out."""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drills import network, plaintext, seal
from tests.drills.encodings import found_in
from tests.drills.tally import Tally
from tests.drills.visit import Home

Drill = Callable[..., tuple[int, str]]


@pytest.fixture
def drill(demo_template: Path) -> Drill:
    """Run a drill in a process of its own; gives its exit code and closing line."""

    def run(*words: str, of: str = "kill") -> tuple[int, str]:
        always = ["--seed", "2", "--latest", "3", "--demo", str(demo_template)]
        done = subprocess.run(
            [sys.executable, "-m", f"tests.drills.{of}", *always, *words],
            capture_output=True, text=True, timeout=240, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout.splitlines()[-1]

    return run


def test_what_was_typed_two_seconds_before_a_kill_is_there(drill: Drill) -> None:
    assert drill("--n", "2") == (0, "2 passed, 0 failed")


def test_a_program_that_stores_too_late_is_found_out(drill: Drill) -> None:
    assert drill("--n", "1", "--sabotage") == (1, "0 passed, 1 failed")


def test_what_was_typed_in_a_capture_two_seconds_before_a_kill_is_there(drill: Drill) -> None:
    assert drill("--n", "2", of="capture") == (0, "2 passed, 0 failed")


def test_a_capture_that_is_stored_too_late_is_found_out(drill: Drill) -> None:
    assert drill("--n", "1", "--sabotage", of="capture") == (1, "0 passed, 1 failed")


def test_a_session_leaves_nothing_to_read_and_opens_no_internet_socket(
    tmp_path: Path, demo_template: Path
) -> None:
    home, mark = Home(tmp_path), plaintext.new_mark()
    shutil.copytree(demo_template, home.kluis)

    seen = network.watch(home, home.command("morning", mark))

    assert network.internet(seen) == []
    assert found_in(plaintext.private_files(home), [mark, *plaintext.DEMO]) == []
    assert plaintext.open_to_others(home) == []
    assert (home.kluis / "kluis.db").stat().st_size > 0


def test_a_word_is_found_in_every_place_and_form(tmp_path: Path) -> None:
    tally = Tally()

    plaintext.controls(tmp_path, tally)

    assert (tally.passed, tally.failed) == (42, 0)


def test_code_inside_the_program_does_not_get_out_and_without_the_cage_it_does(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)

    assert network.attempts(home) == []
    assert len(network.attempts(home, sabotage=True)) == len(network.KINDS)


def test_a_program_that_opens_an_internet_socket_is_found_out(tmp_path: Path) -> None:
    assert network.internet(network.watch(Home(tmp_path), network.OPENS_ONE))


def test_what_was_sealed_cannot_change_unseen(demo_kluis: Path) -> None:
    tally, names = Tally(), [*seal.CHANGES][:5]

    seal.run(seal.prepare(demo_kluis, random.Random(2)), names, tally)

    assert (tally.passed, tally.failed) == (len(names) + len(seal.PAPERS) + 1, 0)


def test_a_program_that_looks_at_no_seal_is_found_out(demo_kluis: Path) -> None:
    tally, names = Tally(), [*seal.CHANGES][:1]

    seal.run(seal.prepare(demo_kluis, random.Random(2)), names, tally, sabotage=True)

    assert (tally.passed, tally.failed) == (0, len(names) + len(seal.PAPERS))
