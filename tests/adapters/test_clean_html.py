"""Pasted HTML becomes plain paragraphs, quickly, whatever it is made of."""

import time

import pytest

from vtdesk.adapters import clean_html
from vtdesk.adapters.clean_html import clean
from vtdesk.values.tekst import Alinea, Lijstpunt, Run, plain


def test_paragraphs_bold_italics_and_lists_are_kept() -> None:
    source = (
        "<h1>Kop</h1><p>Zij zei: <i>ik <b>bel</b></i>.</p><ul><li>een<li>twee</ul><ol><li>drie</ol>"
    )

    assert clean(source) == (
        Alinea((Run("Kop"),)),
        Alinea(
            (
                Run("Zij zei: "),
                Run("ik ", cursief=True),
                Run("bel", vet=True, cursief=True),
                Run("."),
            )
        ),
        Lijstpunt((Run("een"),)),
        Lijstpunt((Run("twee"),)),
        Lijstpunt((Run("drie"),), genummerd=True),
    )


def test_what_a_word_processor_adds_is_lost() -> None:
    source = (
        "<html><head><style>p{color:red}</style></head><body><!--StartFragment-->"
        '<p class=MsoNormal style="font-size:40pt">Hallo<o:p></o:p></p><script>x()</script>'
        "<table><tr><td>Wie</td><td>Wat</td></tr></table></body></html>"
    )

    assert [plain(blok) for blok in clean(source)] == ["Hallo", "Wie Wat"]


def test_pictures_and_links_leave_only_their_words() -> None:
    source = (
        '<p>Kijk <a href="https://tracker.invalid/?id=1">hier</a> '
        '<img src="file:///etc/passwd" alt="foto"><img src="\\\\server\\deel\\foto.png"></p>'
    )

    assert [plain(blok) for blok in clean(source)] == ["Kijk hier"]


def test_a_line_break_and_a_fixed_space_stay_in_the_paragraph() -> None:
    assert [plain(blok) for blok in clean("<p>a&nbsp;b<br>c</p>")] == ["a\xa0b\nc"]


def test_bytes_that_are_no_utf8_are_read_as_far_as_they_go() -> None:
    assert [plain(blok) for blok in clean(b"<p>caf\xe9 ok</p>")] == ["caf\ufffd ok"]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 20_000 + "x" + "</div>" * 20_000,
        "<table><tr><td>" * 20_000 + "x",
        "<ul><li>" * 20_000 + "x",
        "<b><i>" * 20_000 + "x",
        "<p>x" * 20_000,
        "<svg><math>" * 20_000 + "x",
        "x" + "&" * 100_000,
        "x" + "<!--" * 100_000,
        "x<a" * 20_000,
    ],
    ids=["div", "tabel", "lijst", "vet", "alinea", "svg", "verwijzing", "commentaar", "halve tag"],
)
def test_hostile_html_is_done_within_a_second(source: str) -> None:
    begin = time.process_time()

    found = clean(source)

    assert time.process_time() - begin < 1.0
    assert "x" in plain(found[0])


def test_what_is_too_strange_is_read_for_its_words_block_by_block() -> None:
    deep = "<div>" * 200

    found = clean(
        f"{deep}a < b<p>een <b>twee</b> drie<script>weg()</script><!-- weg <p> -->&eacute;"
    )

    assert [plain(blok) for blok in found] == ["a < b", "een twee drieé"]


def test_half_of_a_sign_is_taken_in_as_a_question_mark() -> None:
    assert [plain(blok) for blok in clean("<p>een \ud83d twee</p>")] == ["een ? twee"]


def test_more_than_the_limit_is_not_read_at_all() -> None:
    assert clean("x" * (clean_html.MAX_SIZE + 1)) == ()
