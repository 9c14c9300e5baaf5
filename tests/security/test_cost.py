"""The cost of one guess is measured at the first start and never goes below the floor."""

import subprocess
import sys

import pytest

from vtdesk.security import keys
from vtdesk.security.cost import FLOOR, Cost, calibrate

GIB = 1024 * 1024


@pytest.mark.parametrize(
    "per_gib",
    [0.4, 0.6, 1.0, 2.0, 4.0],
    ids=["very fast", "fast", "ordinary", "slow", "very slow"],
)
def test_a_guess_takes_about_a_second_on_a_laptop_of_any_speed(per_gib: float) -> None:
    def measure(cost: Cost) -> float:
        return cost.memory * cost.passes / GIB * per_gib

    cost = calibrate(measure, lanes=2)
    assert 0.7 <= measure(cost) <= 1.0
    assert FLOOR.memory <= cost.memory <= GIB
    assert cost.passes >= 3


def test_slow_laptop_stays_at_the_floor() -> None:
    assert calibrate(lambda _: 5.0, lanes=1) == FLOOR


def test_absurdly_fast_laptop_stays_within_bounds() -> None:
    cost = calibrate(lambda _: 0.0, lanes=4)
    assert cost.bearable()
    assert cost.memory <= GIB


def test_noise_in_the_measurement_does_not_go_on_for_ever() -> None:
    measured: list[Cost] = []

    def measure(cost: Cost) -> float:
        measured.append(cost)
        return 0.1 if len(measured) % 2 else 10.0

    assert calibrate(measure, lanes=1).writable()
    assert len(measured) <= 3


def test_other_spelling_of_the_same_letters_gives_the_same_key() -> None:
    salt = bytes(16)
    composed = keys.stretch("één café hier", salt, FLOOR)
    assert keys.stretch("e\u0301e\u0301n cafe\u0301 hier", salt, FLOOR) == composed


def test_too_little_memory_is_said_in_words() -> None:
    script = (
        "import resource\n"
        "from vtdesk.errors import OutsideError\n"
        "from vtdesk.security import keys\n"
        "from vtdesk.security.cost import Cost\n"
        "resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))\n"
        "try:\n"
        "    keys.stretch('x', bytes(16), Cost(memory=1 << 20, passes=3, lanes=1))\n"
        "except OutsideError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Er is te weinig geheugen vrij")
