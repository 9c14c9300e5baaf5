"""After three wrong guesses one waits, also after a restart."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.security.builders import Klok
from vtdesk.errors import OutsideError, UserError, WrongSecretError
from vtdesk.security import pogingen
from vtdesk.security.keychain import KeychainMissingError


def guess_wrong(folder: Path, klok: Klok) -> None:
    klok.forward(pogingen.wachttijd(folder, klok()))
    with pytest.raises(WrongSecretError), pogingen.attempt(folder, klok):
        raise WrongSecretError("Deze wachtzin klopt niet.")


def test_waiting_time_doubles_from_the_third_wrong_guess_up_to_a_minute(
    tmp_path: Path, klok: Klok
) -> None:
    waits = []
    for _ in range(10):
        guess_wrong(tmp_path, klok)
        waits.append(pogingen.wachttijd(tmp_path, klok()))
    assert waits == [0, 0, 2, 4, 8, 16, 32, 60, 60, 60]


def test_guess_during_the_wait_is_refused_in_words_and_not_tried(
    tmp_path: Path, klok: Klok
) -> None:
    for _ in range(5):
        guess_wrong(tmp_path, klok)
    with pytest.raises(UserError) as refused, pogingen.attempt(tmp_path, klok):
        pytest.fail("the guess was tried")
    assert str(refused.value) == "Wacht nog 8 seconden."
    klok.forward(7)
    assert pogingen.zin(pogingen.wachttijd(tmp_path, klok())) == "Wacht nog 1 seconde."
    klok.forward(1)
    with pogingen.attempt(tmp_path, klok):
        pass


def test_right_guess_forgets_the_wrong_ones(tmp_path: Path, klok: Klok) -> None:
    for _ in range(3):
        guess_wrong(tmp_path, klok)
    klok.forward(2)
    with pogingen.attempt(tmp_path, klok):
        pass
    assert list(tmp_path.iterdir()) == []
    guess_wrong(tmp_path, klok)
    assert pogingen.wachttijd(tmp_path, klok()) == 0


@pytest.mark.parametrize(
    "error", [KeychainMissingError(), OutsideError("De schijf is vol."), KeyboardInterrupt()]
)
def test_what_is_not_a_guess_is_not_counted(
    tmp_path: Path, klok: Klok, error: BaseException
) -> None:
    for _ in range(5):
        with pytest.raises(type(error)), pogingen.attempt(tmp_path, klok):
            raise error
    assert pogingen.wachttijd(tmp_path, klok()) == 0


def test_clock_that_is_set_back_does_not_lock_out(tmp_path: Path, klok: Klok) -> None:
    for _ in range(3):
        guess_wrong(tmp_path, klok)
    klok.now -= timedelta(days=400)
    assert pogingen.wachttijd(tmp_path, klok()) == 2
    klok.forward(2)
    assert pogingen.wachttijd(tmp_path, klok()) == 0


@pytest.mark.parametrize("garbage", [b"", b"\xff\xfe", b"[]", b'{"times":-1}', b"9" * 10_000])
def test_count_that_cannot_be_read_does_not_lock_out(
    tmp_path: Path, klok: Klok, garbage: bytes
) -> None:
    (tmp_path / pogingen.FILE).write_bytes(garbage)
    assert pogingen.wachttijd(tmp_path, klok()) == 0
    guess_wrong(tmp_path, klok)


def test_wrong_guess_is_said_even_where_it_cannot_be_counted(tmp_path: Path, klok: Klok) -> None:
    guess_wrong(tmp_path / "weg", klok)
