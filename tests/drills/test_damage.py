"""Damage, failing disks and power cuts, in a small size; and the twins that must fail."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.drills import bitflip, clock, full, io, power, tamper, traced
from tests.drills.tally import Tally

Run = Callable[..., None]


def counted(run: Run, place: Path, *, n: int, sabotage: bool = False) -> tuple[int, int]:
    tally = Tally()
    run(place, tally, n=n, seed=2, sabotage=sabotage)
    return tally.passed, tally.failed


def test_every_call_to_the_disk_can_be_followed() -> None:
    assert traced.missing() == ""


@pytest.mark.parametrize(("run", "n", "passes"), [
    (tamper.run, 30, 30), (bitflip.run, 40, 40), (io.run, 4, 5), (power.run, 60, 60),
    (clock.run, 10, 10),
])  # fmt: skip
def test_what_happens_to_files_and_disks_is_reported_or_does_no_harm(
    tmp_path: Path, run: Run, n: int, passes: int
) -> None:
    assert counted(run, tmp_path, n=n) == (passes, 0)


def test_a_disk_that_fills_up_loses_nothing_and_its_twin_never_passes(tmp_path: Path) -> None:
    (tmp_path / "twin").mkdir()

    assert counted(full.run, tmp_path, n=2)[1] == 0
    assert counted(full.run, tmp_path / "twin", n=1, sabotage=True)[0] == 0


@pytest.mark.parametrize(("run", "n"), [
    (tamper.run, 8), (bitflip.run, 16), (io.run, 3), (power.run, 60), (clock.run, 6),
])  # fmt: skip
def test_a_program_without_that_care_is_found_out(tmp_path: Path, run: Run, n: int) -> None:
    _, failed = counted(run, tmp_path, n=n, sabotage=True)

    assert failed
