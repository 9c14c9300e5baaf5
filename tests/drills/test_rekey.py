"""The drill of renewed keys in small, and its twin."""

from pathlib import Path

from tests.drills import rekey
from tests.drills.tally import Tally


def test_renewal_that_is_stopped_anywhere_leaves_one_whole_kluis(tmp_path: Path) -> None:
    tally = Tally()
    rekey.run(tmp_path, tally, n=8, seed=3)
    assert (tally.passed, tally.failed) == (9, 0)


def test_header_that_is_swapped_too_early_is_found_out(tmp_path: Path) -> None:
    tally = Tally()
    rekey.run(tmp_path, tally, n=4, seed=3, sabotage=True)
    assert tally.failed > 0
