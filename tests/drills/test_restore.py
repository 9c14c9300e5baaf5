"""The drill of reservekopieën in small, and its twin that checks nothing."""

import random
from pathlib import Path

from tests.drills import restore
from tests.drills.tally import Tally


def test_a_copy_gives_back_everything_and_one_is_always_whole(tmp_path: Path) -> None:
    tally = Tally()

    restore.run(tmp_path, tally, random.Random(4), times=1, step=23)

    assert tally.failed == 0
    assert tally.passed > 6


def test_a_program_that_checks_no_copy_is_found_out(tmp_path: Path) -> None:
    tally = Tally()

    with restore.unchecked():
        begin = restore.prepare(tmp_path / "begin", random.Random(4))
        for number in range(3):  # a byte that no page needs is no damage
            tally.count("bad stick", restore.bad_stick(begin, random.Random(number)))

    assert tally.failed
