"""Telephone numbers as people write them, and as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.errors import UserError
from vtdesk.values.telefoonnummer import (
    GEEN_NUMMER,
    TE_KORT,
    TE_LANG,
    getoond,
    kiesbaar,
    lees,
    leesbaar,
)

LOES = "+31600000417"


@pytest.mark.parametrize(
    "written",
    [
        "06-0000 0417", "0600000417", "+31 6 0000 0417", "+31600000417", "0031 6 00000417",
        "06.00.00.04.17", "(06) 0000 0417", "+31 (0)6 0000 0417", "0031(0)600000417",
        "tel:0600000417", "06\u00a00000\u00a00417", "6 0000 0417", "06-0000 0417 ext 3",
        "٠٦٠٠٠٠٠٤١٧",
    ],
)  # fmt: skip
def test_every_notation_is_the_same_number(written: str) -> None:
    assert lees(written) == LOES
    assert getoond(lees(written)) == "06-0000 0417"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("010-000 00 41", "010-000 0041"),
        ("0113123456", "0113-123 456"),
        ("085 1234567", "085-123 4567"),
        ("0800 2000", "0800-2000"),
        ("14 010", "14 010"),
        ("+32 470 12 34 56", "+32 470 12 34 56"),
        ("0032470123456", "+32 470 12 34 56"),
        ("+1 (650) 253-0000", "+1 650-253-0000"),
    ],
)
def test_a_number_is_shown_as_one_writes_it_here(written: str, shown: str) -> None:
    assert getoond(lees(written)) == shown


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("06-0000 041", TE_KORT),
        ("0600", TE_KORT),
        ("+316", TE_KORT),
        ("06-0000 04175", TE_LANG),
        ("geen idee", GEEN_NUMMER),
        ("", GEEN_NUMMER),
        ("0" * 10_000, GEEN_NUMMER),
    ],
)
def test_what_is_no_number_is_refused_in_words(written: str, words: str) -> None:
    with pytest.raises(UserError) as refused:
        lees(written)

    assert str(refused.value) == words
    assert leesbaar(written) == ""


def test_a_softphone_gets_digits_and_nothing_else() -> None:
    assert kiesbaar("+31 6-0000 0417") == LOES
    assert kiesbaar("06;0417?x=1") == "0604171"


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_refused(written: str) -> None:
    found = leesbaar(written)

    assert not found or (found.startswith("+") and found[1:].isdigit())
    assert getoond(found) or not found


@given(st.integers(min_value=100_000_000, max_value=799_999_999), st.sampled_from(" -.()"))
def test_signs_between_the_digits_make_no_difference(number: int, sign: str) -> None:
    spread = f"0{sign.join(str(number))}"

    assert leesbaar(spread) == f"+31{number}"
    assert lees(getoond(f"+31{number}")) == f"+31{number}"
