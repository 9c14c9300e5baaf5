"""A text goes into the editor document and comes out the same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.ui.verslagen import texts
from vtdesk.ui.verslagen import loading, reading
from vtdesk.values.tekst import Afspraakregel, Alinea, Run, Sectie, Tekst

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=50, deadline=None)
@given(texts.teksten())
def test_any_text_comes_out_as_it_went_in(tekst: Tekst) -> None:
    document = loading.build(tekst, texts.SJABLOON)

    assert reading.tekst(document) == tekst


def test_loading_leaves_nothing_to_undo() -> None:
    document = loading.build(texts.tekst(kind=(texts.regel(),)), texts.SJABLOON)

    assert not document.isUndoAvailable()
    assert not document.isModified()


def test_a_section_that_the_template_does_not_know_is_kept() -> None:
    old = Tekst((*texts.tekst().secties, Sectie("bijlagen", (Alinea((Run("Foto"),)),))))

    assert reading.tekst(loading.build(old, texts.SJABLOON)) == old


def test_fields_of_the_template_are_shown_but_are_no_text_until_filled_in() -> None:
    document = loading.build(texts.tekst(), texts.SJABLOON)

    assert "Werkwijze:" in document.toPlainText()
    assert reading.tekst(document) == texts.tekst()


def test_a_filled_field_keeps_its_place_between_the_open_ones() -> None:
    filled = texts.tekst(uitleg=(Alinea((Run("Klacht: folder gegeven."),)),))

    document = loading.build(filled, texts.SJABLOON)

    lines = [block.text().strip() for block in document.section_blocks("uitleg")]
    assert lines == ["Werkwijze:", "Klacht: folder gegeven."]
    assert reading.tekst(document) == filled


LINES = [
    ["Werkwijze: folder gegeven.", "Tweede regel.", "", "Klacht:"],
    ["Werkwijze: folder gegeven.", "Klacht:", "Los onder alles."],
    ["Werkwijze:", "Klacht:", "Los onder alles."],
    ["Los boven alles.", "Werkwijze:", "Klacht: verteld.", "Daarna nog iets."],
    ["Werkwijze:", "Tussen de punten.", "Klacht:"],
]


@pytest.mark.parametrize("lines", LINES, ids=lambda lines: lines[0] + "/" + lines[-1])
def test_what_stands_around_open_fields_comes_back_at_its_place(lines: list[str]) -> None:
    typed = texts.tekst(uitleg=tuple(Alinea((Run(line),) if line else ()) for line in lines))
    document = loading.build(typed, texts.SJABLOON)

    again = loading.build(reading.tekst(document), texts.SJABLOON)

    found = [block.text().strip() for block in again.section_blocks("uitleg")]
    assert found == lines


def test_the_section_of_afspraken_starts_with_a_table_that_is_no_text_yet() -> None:
    document = loading.build(texts.tekst(), texts.SJABLOON)

    assert "Wat als het niet lukt" in document.toPlainText()
    assert reading.tekst(document) == texts.tekst()


def test_structure_signs_in_stored_words_make_no_blocks() -> None:
    nasty = Alinea((Run("een\u2029twee\ufdd0drie\x00"),))
    row = Afspraakregel(wie="a\ufdd1b")

    document = loading.build(texts.tekst(kind=(nasty,), afspraken=(row,)), texts.SJABLOON)

    assert reading.tekst(document) == texts.tekst(
        kind=(Alinea((Run("een\ntweedrie"),)),), afspraken=(replace(row, wie="ab"),)
    )


def test_a_picture_named_in_the_text_is_never_opened() -> None:
    document = loading.build(texts.tekst(), texts.SJABLOON)

    assert document.loadResource(2, "file:///etc/passwd").size().width() == 1
