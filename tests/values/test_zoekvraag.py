"""What is typed in the search field: understood, and never refused."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.builders import TODAY
from vtdesk.values.zoekvraag import Zoekvraag, dag_van, lees, met, zonder


def asked(typed: str) -> Zoekvraag:
    return lees(typed, TODAY)


def test_words_are_folded_and_each_counts_once() -> None:
    assert asked("Zoë ZOE  vertelt").termen == ("zoe", "vertelt")


def test_what_stands_between_quotes_stays_together() -> None:
    vraag = asked('bang "de deur" \'s')
    assert (vraag.termen, vraag.zinnen) == (("bang", "s"), (("de", "deur"),))


def test_an_open_quote_is_no_quote() -> None:
    assert asked('"de deur').termen == ("de", "deur")


@pytest.mark.parametrize("written", ["06-12345678", "+31 6 1234 5678", "0031612345678"])
def test_a_number_is_one_thing_in_any_notation(written: str) -> None:
    vraag = asked(f"bel {written}")
    assert (vraag.termen, vraag.nummers) == (("bel",), ("0612345678",))


def test_filters_are_words_with_a_colon() -> None:
    vraag = asked('deur casus:0141 SOORT:verslag persoon:"van den Berg"')

    assert vraag.termen == ("deur",)
    assert [vraag.van(name) for name in ("casus", "soort", "persoon")] == [
        ("0141",), ("verslag",), ("van den Berg",),
    ]  # fmt: skip


def test_another_word_with_a_colon_is_just_a_word() -> None:
    assert asked("moeder: ja http://x").filters == ()
    assert asked("moeder:ja").termen == ("moeder", "ja")


def test_an_empty_filter_asks_nothing_yet() -> None:
    assert asked("casus:").is_leeg
    assert asked("na: voor: soort:").is_leeg


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("maart", (date(2026, 3, 1), date(2026, 4, 1))),
        ("mrt", None),
        ("dec", (date(2025, 12, 1), date(2026, 1, 1))),
        ("december 2024", (date(2024, 12, 1), date(2025, 1, 1))),
        ("2025", (date(2025, 1, 1), date(2026, 1, 1))),
        ("2026-04", (date(2026, 4, 1), date(2026, 5, 1))),
        ("1-4-2026", (date(2026, 4, 1), date(2026, 4, 2))),
        ("12/5", (date(2026, 5, 12), date(2026, 5, 13))),
        ("13-5", (date(2025, 5, 13), date(2025, 5, 14))),
        ("vandaag", (date(2026, 5, 12), date(2026, 5, 13))),
        ("Gisteren", (date(2026, 5, 11), date(2026, 5, 12))),
        ("31-2-2026", None),
        ("29-2", None),
        ("9999", None),
        ("0000", None),
        ("ma", None),
        ("jan", (date(2026, 1, 1), date(2026, 2, 1))),
        ("ju", None),
    ],
)
def test_a_date_is_read_as_one_says_it(written: str, span: tuple[date, date] | None) -> None:
    assert dag_van(written, TODAY) == span


def test_after_begins_when_it_is_over_and_before_ends_when_it_begins() -> None:
    assert asked("na:maart").dagen() == (date(2026, 4, 1), None)
    assert asked("voor:maart").dagen() == (None, date(2026, 3, 1))
    assert asked("na:2024 na:maart voor:mei").dagen() == (date(2026, 4, 1), date(2026, 5, 1))


def test_what_is_no_date_is_said_to_be_none() -> None:
    [odd] = asked("na:ooit").filters
    assert not odd.is_begrepen
    assert asked("na:ooit").is_leeg


def test_a_filter_is_put_in_taken_out_and_replaced() -> None:
    typed = met("deur", "casus", "Van den Berg")
    assert typed == 'deur casus:"Van den Berg"'
    assert met(typed, "casus", "0141") == "deur casus:0141"
    assert zonder(typed, "casus") == "deur"
    assert met("", "na") == "na:"


SIGNS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\"'*^():-+~{}[]&|!\\/.,;  \u200f\u202e\u2066\u0000é😀\u0301ĳßŁ0123456789"),
    ),
    max_size=60,
)
WORDS = st.lists(
    st.one_of(SIGNS, st.sampled_from(["AND", "OR", "NOT", "NEAR(", "na:", "casus:", '"', "tekst:"]))
).map(" ".join)


@given(WORDS)
@example('"" "\u0000"')
@example("na:٣-٤ voor:²")
@example("\ud800")
@example("na:" + "9" * 400)
def test_nothing_that_is_typed_is_refused(typed: str) -> None:
    vraag = asked(typed)

    for word in (*vraag.termen, *(w for words in vraag.zinnen for w in words)):
        assert word
        assert word.isalnum()
        assert '"' not in word
    for number in vraag.nummers:
        assert number.isascii()
        assert number.isdigit()
