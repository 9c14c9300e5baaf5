"""The code on the herstelblad is typed over; a typing error is named before any key is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.security.builders import CODE
from vtdesk.errors import UserError
from vtdesk.security.herstelcode import SIGNS, Herstelcode

codes = st.builds(Herstelcode.new)


def test_code_has_eight_groups_of_four_clear_signs() -> None:
    code = Herstelcode.new()
    assert [len(group) for group in code.groups] == [4] * 8
    assert not set("".join(code.groups)) & set("ILOU")
    assert code.tekst == "-".join(code.groups)


def test_no_two_codes_are_the_same() -> None:
    assert len({Herstelcode.new().tekst for _ in range(200)}) == 200


@given(codes, st.sampled_from(["-", " ", "", "\n", " - ", "–", ". "]), st.booleans())
def test_code_is_read_however_it_is_typed(code: Herstelcode, between: str, small: bool) -> None:
    typed = between.join(code.groups)
    typed = f"  {typed.lower() if small else typed}\n"
    assert Herstelcode.parse(typed) == code


def test_letters_that_look_like_numbers_are_read_as_numbers() -> None:
    assert Herstelcode.parse(CODE.tekst.replace("1", "i").replace("0", "O")) == CODE
    assert Herstelcode.parse(CODE.tekst.replace("1", "L")) == CODE


@given(codes, st.integers(0, 31), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed_and_its_group_is_named(
    code: Herstelcode, place: int, sign: str
) -> None:
    if code.signs[place] == sign:
        return
    typed = code.signs[:place] + sign + code.signs[place + 1 :]
    with pytest.raises(UserError, match="Er zit een typefout in") as refused:
        Herstelcode.parse(typed)
    if "in groep" in str(refused.value):  # it names a group only when no other one could be it
        assert f"in groep {place // 4 + 1}." in str(refused.value)


def test_group_of_a_wrong_sign_is_named() -> None:
    typed = "-".join([*CODE.groups[:2], "89AC", *CODE.groups[3:]])
    with pytest.raises(UserError, match=r"Er zit een typefout in groep 3\."):
        Herstelcode.parse(typed)


@given(codes, st.integers(0, 30))
def test_two_swapped_signs_are_noticed(code: Herstelcode, place: int) -> None:
    signs = code.signs
    if signs[place] == signs[place + 1]:
        return
    typed = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    with pytest.raises(UserError, match="typefout"):
        Herstelcode.parse(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("0123-4567-89A-CDEF-GHJK-MNPQ-RSTV-G888", "Groep 3 heeft 3 tekens; het moeten er 4 zijn."),
        ("0-4567-89AB-CDEF-GHJK-MNPQ-RSTV-G888", "Groep 1 heeft 1 teken; het moeten er 4 zijn."),
        (
            "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTVX-G888",
            "Groep 7 heeft 5 tekens; het moeten er 4 zijn.",
        ),
        (
            "0123-4567-89AB-CDEU-GHJK-MNPQ-RSTV-G888",
            "In groep 4 staat een teken dat niet op het blad kan staan: U",
        ),
        ("0123-4567-89AB", "Op het herstelblad staan 8 groepen; hier zijn er 3."),
        ("", "Op het herstelblad staan 8 groepen; hier zijn er 0."),
        (
            "4567-0123-89AB-CDEF-GHJK-MNPQ-RSTV-G888",
            "Er zit een typefout in. Vergelijk elke groep met het blad.",
        ),
    ],
)
def test_other_mistakes_are_named(typed: str, sentence: str) -> None:
    with pytest.raises(UserError) as refused:
        Herstelcode.parse(typed)
    assert str(refused.value) == sentence


def test_asked_groups_are_compared_as_they_are_typed() -> None:
    assert CODE.group_is(3, " 89ab ")
    assert CODE.group_is(1, "o123")
    assert not CODE.group_is(3, "89AC")
    assert not CODE.group_is(3, "")
    assert not CODE.group_is(3, CODE.tekst)


@given(st.text(max_size=80))
def test_nothing_that_is_typed_breaks_it(typed: str) -> None:
    with pytest.raises(UserError):
        Herstelcode.parse(typed)
