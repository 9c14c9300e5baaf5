"""A value has one way of being written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.security.canonical import NotCanonicalError, canonical, parse

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


@given(values)
def test_what_is_written_is_read_back_and_written_the_same(value: object) -> None:
    data = canonical(value)  # type: ignore[arg-type]
    assert parse(data) == value
    assert canonical(parse(data)) == data


def test_keys_are_sorted_as_rfc_8785_asks() -> None:
    # Its own example: by UTF-16 code unit, so the smiley comes before the letter of U+FB33.
    keys = ["\u20ac", "\r", "\ufb33", "1", "\U0001f600", "\u0080", "\u00f6"]
    written = canonical(dict.fromkeys(keys, 0))
    assert list(parse(written)) == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def test_signs_are_written_as_rfc_8785_asks() -> None:
    assert canonical('\u20ac$\u000f\nA\'B"\\\\"/\x7f') == (
        b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f"'
    )
    assert canonical({"b": [1, None, True], "a": {}}) == b'{"a":{},"b":[1,null,true]}'


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), {1: 2}, b"bytes", {"a": {1.5}}, 2**53, -(2**53), "\ud800", object()],
)
def test_value_without_one_way_of_writing_is_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" {}",
        b'{"a":1 }',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"NaN",
        b'"\\u0061"',
        b'"\\/"',
        b"\xff",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b"[" * 900 + b"]" * 900,
    ],
)
def test_bytes_that_could_be_written_otherwise_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        parse(data)
