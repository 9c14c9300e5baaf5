"""Characters that the fonts lack show as a box and are named; nothing crashes on text."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports import samples
from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing
from vtdesk.reports.glyphs import MISSING, missing_characters, printable
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.document import VerslagDocument
from vtdesk.values.tekst import Alinea, Bron, Run, Werkaantekening, runs


def with_text(text: str) -> VerslagDocument:
    return samples.document({"doel": (Alinea(runs(text)),)})


def test_european_text_prints_as_it_is() -> None:
    text = "Łukasz Őrsi, Şükrü Ğüneş, René, Zoë, ĳ, ß, € 12,50 – ‘ja’ … ½ ✓"

    assert printable(text) == text
    assert missing_characters(with_text(text)) == frozenset()


def test_what_the_fonts_lack_shows_as_a_box_and_is_named() -> None:
    document = with_text("Hij zei: مر en 👍.")

    text = flowing(render_verslag(document))

    assert f"Hij zei: {MISSING * 2} en {MISSING}." in text
    assert f"{MISSING} staat voor een teken dat niet gedrukt kan worden." in text
    assert missing_characters(document) == frozenset("مر👍")


def test_paper_without_such_characters_says_nothing_of_boxes() -> None:
    assert MISSING not in flowing(render_verslag(samples.document()))


def test_names_in_the_head_are_looked_at_too_and_notes_to_oneself_are_not() -> None:
    document = samples.document({"doel": (Werkaantekening(runs("👍")),)})
    hoofd = replace(document, kop=replace(document.kop, plaats="بيت"))

    assert missing_characters(document) == frozenset()
    assert missing_characters(hoofd) == frozenset("بيت")


def test_accents_in_two_pieces_become_one_letter() -> None:
    assert printable("Rene\u0301") == "René"


def test_ligatures_are_spelled_out() -> None:
    assert printable("ﬁets") == "fiets"


def test_marks_that_nobody_sees_are_left_out() -> None:
    assert printable("a\u200bb\u202ec\ufeffd\x00e\u00adf\u200dg") == "abcdefg"


def test_line_ends_stay_and_other_blanks_become_spaces() -> None:
    assert printable("een\ttwee\u2003drie\u2028vier\nvijf\xa0zes") == (
        "een twee drie\nvier\nvijf\xa0zes"
    )


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_gives_paper_that_the_judge_accepts(text: str, name: str) -> None:
    document = samples.document(
        {
            "doel": (Alinea((Run(text), Run(name, vet=True), Run(text, cursief=True))),),
            "besproken": (replace(samples.UITSPRAKEN[0], bron=Bron(name, None, text)),),
        }
    )

    pdf = render_verslag(document)

    assert failures(pdf, ARCHIVE) == []
    assert failures(pdf, ACCESS) == []
