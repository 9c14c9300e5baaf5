"""The drill of the keychain in its full size, and its twin in small."""

from pathlib import Path

from tests.drills import keyring
from tests.drills.tally import Tally


def test_eight_losses_lead_eight_times_in_by_the_herstelblad(tmp_path: Path) -> None:
    tally = Tally()
    keyring.run(tmp_path, tally)
    assert (tally.passed, tally.failed) == (8, 0)


def test_herstelblad_that_makes_no_second_secret_is_found_out(tmp_path: Path) -> None:
    tally = Tally()
    keyring.run(tmp_path, tally, names=("entry deleted", "back end gone"), sabotage=True)
    assert (tally.passed, tally.failed) == (0, 2)
