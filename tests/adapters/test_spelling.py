"""The Dutch dictionary in its own process: what it knows, and that it never holds the window up."""

import time
from collections.abc import Iterator
from threading import Thread

import pytest

from vtdesk.adapters import child, spelling
from vtdesk.adapters.spelling import Woordenboek
from vtdesk.errors import OutsideError


@pytest.fixture(scope="module")
def boek() -> Iterator[Woordenboek]:
    made = Woordenboek()
    yield made
    made.close()


def test_words_of_the_trade_accents_and_apostrophes_are_known(boek: Woordenboek) -> None:
    words = ["jeugdhulpverlener", "schuldhulpverleningstraject", "zo'n", "vóór", "'s", "foto's",
             "ex-partner", "'s-Gravenhage", "ijs", "mw", "dhr"]  # fmt: skip
    assert boek.goed(words) == dict.fromkeys(words, True)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("afpraak", "afspraak"), ("onmiddelijk", "onmiddellijk"), ("kinderrechtter", "kinderrechter")],
)  # fmt: skip
def test_a_misspelled_word_is_refused_and_the_right_one_offered(
    boek: Woordenboek, wrong: str, right: str
) -> None:
    assert boek.goed([wrong]) == {wrong: False}
    assert right in boek.suggesties(wrong)


def test_many_words_and_odd_ones_come_back_with_their_own_answer(boek: Woordenboek) -> None:
    words = [f"woordd{number}" for number in range(4500)] + [
        "huis",
        "\U0001f600",
        "x" * 5000,
        "",
        " ",
    ]
    found = boek.goed(words)
    assert set(found) == set(words)
    assert found["huis"]
    assert not found["woordd7"]


def test_another_thread_looks_for_suggestions_without_holding_this_one_up(
    boek: Woordenboek,
) -> None:
    boek.goed(["huis"])
    looking = Thread(target=lambda: boek.suggesties("schuldhulpverleningstrajecctenn"))
    looking.start()
    turns = 0
    while looking.is_alive():
        time.sleep(0.001)
        turns += 1
    assert turns > 20  # held up, it would come round once


def test_one_that_ended_starts_again_and_one_that_always_ends_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    boek = Woordenboek()
    assert boek.goed(["huis"]) == {"huis": True}
    boek.close()
    assert boek.goed(["boom"]) == {"boom": True}
    boek.close()
    started: list[int] = []
    broken = child.command("json.tool", "-x")
    monkeypatch.setattr(spelling, "command", lambda: started.append(1) or broken)
    for _ in range(8):
        with pytest.raises(OutsideError, match="nu niet worden nagekeken"):
            boek.goed(["fiets"])
    assert len(started) <= 4


def test_a_word_that_takes_too_long_gets_no_suggestions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "LIMITS", child.Limits(0.02, 800_000_000, 4_000_000))
    assert Woordenboek().suggesties("afpraak") == ()
