"""The writing surface by keyboard: headings stay, statements keep their source, undo is its own."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.verslagen import texts
from vtdesk.ui.theme import palette
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.verslagen import blocks, menu
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.clipboard import OWN_FORMAT
from vtdesk.ui.verslagen.document import About
from vtdesk.ui.verslagen.text_edit import ALREADY_ROWS, VerslagEdit
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Run,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    plain,
)

Key, Modifier = Qt.Key, Qt.KeyboardModifier
DAY = date(2026, 5, 12)


@pytest.fixture
def edit(qtbot: QtBot) -> VerslagEdit:
    made = VerslagEdit()
    qtbot.addWidget(made)
    made.resize(800, 600)
    open_text(made, texts.tekst())
    made.show()
    return made


def open_text(edit: VerslagEdit, tekst: Tekst) -> None:
    edit.set_verslag(tekst, texts.SJABLOON, About(auteur="Mila Proefstra", datum=DAY))


def press(
    edit: VerslagEdit, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier
) -> None:
    QTest.keyClick(edit, key, modifier)


def write(edit: VerslagEdit, sectie: str, words: str) -> None:
    edit.go_to_section(sectie)
    QTest.keyClicks(edit, words)


def blokken(edit: VerslagEdit, sectie: str) -> tuple[Blok, ...]:
    return next(s.blokken for s in edit.tekst().secties if s.id == sectie)


def headings(edit: VerslagEdit) -> list[str]:
    document = edit.text_document()
    return [b.text() for b in document.blocks() if blocks.kind_of(b) is BlokSoort.KOP]


def put_caret(edit: VerslagEdit, words: str, *, at_end: bool = True) -> None:
    found = edit.text_document().find(words)
    edit.set_place(found.selectionEnd() if at_end else found.selectionStart(), 0)


def select_words(edit: VerslagEdit, first: str, last: str) -> None:
    document = edit.text_document()
    cursor = document.find(first)
    cursor.setPosition(document.find(last).selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    start, end = document.find(first).selectionStart(), document.find(last).selectionEnd()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def test_typing_lands_in_the_section_of_the_caret(edit: VerslagEdit) -> None:
    write(edit, "kind", "Pip telt stoeptegels.")

    assert blokken(edit, "kind") == (Alinea((Run("Pip telt stoeptegels."),)),)
    assert edit.section() == "kind"


def test_a_letter_makes_a_statement_and_only_gewone_tekst_makes_it_plain(
    edit: VerslagEdit,
) -> None:
    write(edit, "zorgen", "De auto stond stil.")

    edit.mark(Letter.VERKLARING)
    (regel,) = blokken(edit, "zorgen")
    edit.mark(Letter.VERKLARING)

    assert isinstance(regel, Uitspraakregel)
    assert (regel.letter, regel.informatiedatum, regel.bron) == (Letter.VERKLARING, DAY, Bron())
    assert blokken(edit, "zorgen") == (regel,)
    edit.make_plain()
    assert blokken(edit, "zorgen") == (Alinea((Run("De auto stond stil."),)),)


def test_the_letter_of_a_next_statement_is_set_once_more_without_losing_it(
    edit: VerslagEdit,
) -> None:
    write(edit, "zorgen", "De auto stond stil.")
    edit.mark(Letter.VERKLARING)

    press(edit, Key.Key_Return)
    edit.mark(Letter.VERKLARING)
    QTest.keyClicks(edit, "Ik reed weg.")

    assert [u.letter for u in edit.tekst().uitspraken()] == [Letter.VERKLARING] * 2


def test_a_feit_begins_as_what_the_writer_saw_and_that_goes_with_the_letter(
    edit: VerslagEdit,
) -> None:
    write(edit, "zorgen", "De auto stond stil.")

    edit.mark(Letter.FEIT)
    (feit,) = edit.tekst().uitspraken()
    edit.mark(Letter.VERKLARING)
    (verklaring,) = edit.tekst().uitspraken()

    assert feit.bron == Bron("Mila Proefstra", hoedanigheid="eigen waarneming")
    assert (verklaring.bron, verklaring.id) == (Bron(), feit.id)


def test_another_letter_keeps_id_and_source(edit: VerslagEdit) -> None:
    before = texts.regel()
    open_text(edit, texts.tekst(zorgen=(before,)))
    edit.go_to_section("zorgen")

    edit.mark(Letter.MENING)

    (after,) = edit.tekst().uitspraken()
    assert (after.id, after.bron, after.letter) == (before.id, before.bron, Letter.MENING)


def test_a_duiding_is_of_the_writer(edit: VerslagEdit) -> None:
    write(edit, "kind", "Pip is voorzichtig.")

    edit.mark(Letter.DUIDING)

    assert edit.tekst().uitspraken()[0].bron.naam == "Mila Proefstra"


def test_enter_after_a_statement_begins_one_of_the_same_person(edit: VerslagEdit) -> None:
    first = texts.regel()
    open_text(edit, texts.tekst(zorgen=(first,)))
    put_caret(edit, "De auto stond stil.")

    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "Ik reed weg.")

    kept, fresh = edit.tekst().uitspraken()
    assert kept == first
    assert (fresh.letter, fresh.bron) == (first.letter, first.bron)
    assert fresh.id != first.id


def test_enter_on_an_empty_statement_leaves_it(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(zorgen=(texts.regel(),)))
    put_caret(edit, "De auto stond stil.")

    press(edit, Key.Key_Return)
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "Gewone zin.")

    assert blokken(edit, "zorgen")[1] == Alinea((Run("Gewone zin."),))


def test_enter_inside_a_statement_gives_both_halves_the_source(edit: VerslagEdit) -> None:
    before = texts.regel("Hij reed weg. Ik viel.")
    open_text(edit, texts.tekst(zorgen=(before,)))
    put_caret(edit, "Hij reed weg.")

    press(edit, Key.Key_Return)

    first, second = edit.tekst().uitspraken()
    assert (first.id, plain(first)) == (before.id, "Hij reed weg.")
    assert second.bron == before.bron
    assert second.id != before.id


def test_enter_before_a_statement_keeps_the_id_with_the_words(edit: VerslagEdit) -> None:
    before = texts.regel()
    open_text(edit, texts.tekst(zorgen=(before,)))
    put_caret(edit, "De auto", at_end=False)

    press(edit, Key.Key_Return)

    assert blokken(edit, "zorgen") == (Alinea(), before)


def test_undo_and_redo_carry_the_statement(edit: VerslagEdit) -> None:
    before = texts.regel()
    open_text(edit, texts.tekst(zorgen=(before,)))
    edit.selectAll()

    press(edit, Key.Key_Delete)
    assert edit.tekst() == texts.tekst()
    press(edit, Key.Key_Z, Modifier.ControlModifier)
    assert edit.tekst().uitspraken() == (before,)
    press(edit, Key.Key_Y, Modifier.ControlModifier)
    assert edit.tekst() == texts.tekst()


def test_undo_stops_where_the_text_was_opened(edit: VerslagEdit) -> None:
    write(edit, "kind", "uit het eerste verslag")
    open_text(edit, texts.tekst(vervolg=(Alinea((Run("tweede"),)),)))

    for _ in range(5):
        press(edit, Key.Key_Z, Modifier.ControlModifier)

    assert edit.tekst() == texts.tekst(vervolg=(Alinea((Run("tweede"),)),))


def test_deleting_everything_leaves_all_headings_and_the_table(edit: VerslagEdit) -> None:
    open_text(
        edit,
        texts.tekst(
            kind=(texts.regel(), Alinea((Run("x"),))), afspraken=(Afspraakregel("Mila", "belt"),)
        ),
    )
    before = headings(edit)
    edit.selectAll()

    press(edit, Key.Key_Backspace)

    assert headings(edit) == before
    assert "Wat als het niet lukt" in edit.toPlainText()
    assert edit.tekst() == texts.tekst()


def test_a_selection_over_a_heading_removes_only_the_words(edit: VerslagEdit) -> None:
    open_text(
        edit,
        texts.tekst(zorgen=(Alinea((Run("eerst dan"),)),), kind=(Alinea((Run("later nog"),)),)),
    )
    select_words(edit, "dan", "later")

    QTest.keyClicks(edit, "!")

    assert blokken(edit, "zorgen") == (Alinea((Run("eerst !"),)),)
    assert blokken(edit, "kind") == (Alinea((Run(" nog"),)),)


def test_backspace_under_a_heading_does_nothing_to_it(edit: VerslagEdit) -> None:
    before = headings(edit)
    edit.go_to_section("kind")

    press(edit, Key.Key_Backspace)
    press(edit, Key.Key_Backspace)

    assert headings(edit) == before


def test_delete_at_the_end_of_a_section_does_not_pull_the_heading_up(edit: VerslagEdit) -> None:
    before = headings(edit)
    write(edit, "zorgen", "einde")

    press(edit, Key.Key_Delete)

    assert headings(edit) == before


def test_typing_on_a_heading_goes_to_the_line_under_it(edit: VerslagEdit) -> None:
    before = headings(edit)
    edit.set_place(edit.text_document().heading("kind").position() + 3, 0)

    QTest.keyClicks(edit, "abc")

    assert headings(edit) == before
    assert blokken(edit, "kind") == (Alinea((Run("abc"),)),)


def test_what_a_screen_reader_removes_is_put_back(edit: VerslagEdit, qtbot: QtBot) -> None:
    open_text(edit, texts.tekst(kind=(texts.regel(),)))
    before, tekst = headings(edit), edit.tekst()
    cursor = QTextCursor(edit.text_document())
    cursor.select(QTextCursor.SelectionType.Document)

    with qtbot.waitSignal(edit.refused):
        cursor.removeSelectedText()

    assert headings(edit) == before
    assert edit.tekst() == tekst
    write(edit, "vervolg", "gaat door")
    assert edit.section() == "vervolg"


def test_backspace_joins_and_the_part_with_words_decides_what_it_is(edit: VerslagEdit) -> None:
    regel = texts.regel()
    open_text(edit, texts.tekst(zorgen=(Alinea(), regel)))
    put_caret(edit, "De auto", at_end=False)
    press(edit, Key.Key_Up)

    press(edit, Key.Key_Delete)

    assert blokken(edit, "zorgen") == (regel,)


def test_cut_and_paste_keeps_the_id_and_a_copy_gets_its_own(edit: VerslagEdit) -> None:
    regel = texts.regel()
    open_text(edit, texts.tekst(zorgen=(regel,)))
    select_words(edit, "De auto", "stil.")
    press(edit, Key.Key_X, Modifier.ControlModifier)
    edit.go_to_section("kind")

    press(edit, Key.Key_V, Modifier.ControlModifier)
    press(edit, Key.Key_V, Modifier.ControlModifier)

    moved, copied = (b for b in blokken(edit, "kind") if isinstance(b, Uitspraakregel))
    assert moved.id == regel.id
    assert copied.id != regel.id
    assert (copied.bron, plain(copied)) == (regel.bron, plain(regel))


def test_a_statement_of_another_verslag_is_pasted_as_a_new_one(edit: VerslagEdit) -> None:
    regel = texts.regel()
    open_text(edit, texts.tekst(zorgen=(regel,)))
    edit.selectAll()
    press(edit, Key.Key_C, Modifier.ControlModifier)
    open_text(edit, texts.tekst())
    edit.go_to_section("kind")

    press(edit, Key.Key_V, Modifier.ControlModifier)

    assert regel.id not in {r.id for r in edit.tekst().uitspraken()}
    assert [plain(r) for r in edit.tekst().uitspraken()] == ["De auto stond stil."]


def test_a_statement_of_another_casus_names_none_of_its_people(edit: VerslagEdit) -> None:
    hidden = replace(
        texts.regel(), over=(uuid4(),), zichtbaarheid=Zichtbaarheid.NIET_VOOR, niet_voor=(uuid4(),)
    )
    edit.set_verslag(texts.tekst(zorgen=(hidden,)), texts.SJABLOON, About(casus_id=uuid4()))
    edit.selectAll()
    press(edit, Key.Key_C, Modifier.ControlModifier)
    edit.set_verslag(texts.tekst(), texts.SJABLOON, About(casus_id=uuid4()))
    edit.go_to_section("kind")

    press(edit, Key.Key_V, Modifier.ControlModifier)

    (pasted,) = edit.tekst().uitspraken()
    assert (pasted.bron.naam, pasted.bron.persoon_id) == (hidden.bron.naam, None)
    assert (pasted.over, pasted.niet_voor) == ((), ())
    assert pasted.zichtbaarheid is Zichtbaarheid.ALLEEN_VT


def html(source: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(source)
    return data


def test_pasted_html_arrives_clean_and_goes_in_one_step(edit: VerslagEdit) -> None:
    edit.go_to_section("kind")

    edit.insertFromMimeData(
        html(
            '<p style="font-size:40pt">Een <b>vet</b> woord</p>'
            '<ul><li>punt</li></ul><img src="file:///etc/passwd">'
        )
    )

    assert blokken(edit, "kind") == (
        Alinea((Run("Een "), Run("vet", vet=True), Run(" woord"))),
        Lijstpunt((Run("punt"),)),
    )
    press(edit, Key.Key_Z, Modifier.ControlModifier)
    assert edit.tekst() == texts.tekst()


def test_lines_pasted_inside_a_statement_do_not_double_its_id(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(kind=(texts.regel("voor en na"),)))
    put_caret(edit, "voor ")
    data = QMimeData()
    data.setText("een\n\ntwee\r\n")

    edit.insertFromMimeData(data)

    assert [plain(b) for b in blokken(edit, "kind")] == ["voor een", "twee", "en na"]
    ids = [r.id for r in edit.tekst().uitspraken()]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize("words", ["x " * (1024 * 1024 + 1), "x" * 10_001])
def test_too_much_to_paste_is_refused_in_words(edit: VerslagEdit, qtbot: QtBot, words: str) -> None:
    data = QMimeData()
    data.setText(words)

    with qtbot.waitSignal(edit.refused) as said:
        edit.insertFromMimeData(data)

    assert "te groot om te plakken" in said.args[0]
    assert edit.tekst() == texts.tekst()


@pytest.mark.parametrize("other", [b"", b"\xff", b"[]", b"{}", b"[" * 100_000])
def test_what_only_looks_like_ours_is_pasted_as_words(edit: VerslagEdit, other: bytes) -> None:
    data = QMimeData()
    data.setData(OWN_FORMAT, other)
    data.setText("een zin")
    edit.go_to_section("kind")

    edit.insertFromMimeData(data)

    assert [plain(b) for b in blokken(edit, "kind")] == ["een zin"]


def test_tab_walks_the_table_and_makes_a_row_at_the_end(edit: VerslagEdit) -> None:
    edit.go_to_section("afspraken")
    for words in ("Wijkteam", "belt", "dinsdag", "belt de achterwacht", "Dario"):
        QTest.keyClicks(edit, words)
        press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "intake")

    assert blokken(edit, "afspraken") == (
        Afspraakregel("Wijkteam", "belt", "dinsdag", "belt de achterwacht"),
        Afspraakregel("Dario", "intake"),
    )


def test_backspace_in_an_empty_row_removes_it(edit: VerslagEdit) -> None:
    rows = (Afspraakregel("A", "a"), Afspraakregel("B", "bellen"))
    open_text(edit, texts.tekst(afspraken=rows))
    put_caret(edit, "bellen")
    for _ in range(3):
        press(edit, Key.Key_Tab)

    press(edit, Key.Key_Backspace)
    QTest.keyClicks(edit, "!")

    assert blokken(edit, "afspraken") == (Afspraakregel("A", "a"), Afspraakregel("B!", "bellen"))


def test_enter_makes_a_row_and_on_an_empty_one_leaves_the_table(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(afspraken=(Afspraakregel("A", "a"),)))
    put_caret(edit, "Wat als het niet lukt")
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "!")
    press(edit, Key.Key_Return)
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "Na de tabel.")

    assert blokken(edit, "afspraken") == (
        Afspraakregel("!A", "a"),
        Alinea((Run("Na de tabel."),)),
    )


def test_going_to_the_afspraken_goes_to_where_one_writes_on(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(afspraken=(Afspraakregel("A", "a", "b", "c"),)))

    edit.go_to_section("afspraken")
    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "B")

    assert blokken(edit, "afspraken")[1] == Afspraakregel("B")


def test_going_to_an_open_field_goes_behind_its_words(edit: VerslagEdit) -> None:
    write(edit, "uitleg", "folder gegeven.")

    assert blokken(edit, "uitleg") == (Alinea((Run("Werkwijze: folder gegeven."),)),)


def test_a_line_is_written_behind_the_table(edit: VerslagEdit) -> None:
    edit.insert_block("afspraken", Alinea((Run("Vader denkt na."),)))
    edit.insert_afspraak("afspraken", Afspraakregel(wat="belt"))

    row, line = blokken(edit, "afspraken")
    assert (row, line) == (Afspraakregel(wat="belt"), Alinea((Run("Vader denkt na."),)))
    assert "Wat als het niet lukt" in edit.toPlainText()


def test_the_menu_removes_no_heading(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(kind=(texts.regel(),)))
    before = headings(edit)
    edit.selectAll()
    shown = menu.build(edit)

    next(a for a in shown.actions() if a.text().startswith("Weghalen")).trigger()

    assert headings(edit) == before
    assert edit.tekst() == texts.tekst()


def test_not_applicable_asks_for_the_reason_in_the_text(edit: VerslagEdit) -> None:
    edit.go_to_section("vervolg")

    edit.toggle_not_applicable()
    QTest.keyClicks(edit, "de casus sluit")

    sectie = edit.tekst().secties[-1]
    assert (sectie.nvt, sectie.blokken) == ("de casus sluit", ())
    edit.toggle_not_applicable()
    assert edit.tekst().secties[-1].nvt == ""


def test_not_applicable_is_refused_where_something_was_written(
    edit: VerslagEdit, qtbot: QtBot
) -> None:
    write(edit, "vervolg", "wel iets")

    with qtbot.waitSignal(edit.refused):
        edit.toggle_not_applicable()

    assert edit.tekst().secties[-1].nvt == ""


def test_bold_lists_and_notes(edit: VerslagEdit) -> None:
    write(edit, "kind", "gewoon ")
    press(edit, Key.Key_B, Modifier.ControlModifier)
    QTest.keyClicks(edit, "vet")
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "punt")
    edit.mark_kind(BlokSoort.PUNT)
    press(edit, Key.Key_Return)
    press(edit, Key.Key_Return)
    QTest.keyClicks(edit, "notitie")
    edit.mark_kind(BlokSoort.WERKAANTEKENING)

    assert blokken(edit, "kind") == (
        Alinea((Run("gewoon "), Run("vet", vet=True))),
        Lijstpunt((Run("punt"),)),
        Werkaantekening((Run("notitie"),)),
    )


def test_changing_the_source_is_undone_like_words(edit: VerslagEdit) -> None:
    regel = texts.regel()
    open_text(edit, texts.tekst(zorgen=(regel,)))
    edit.go_to_section("zorgen")
    (now,) = edit.tekst().uitspraken()

    edit.change_statement(replace(now, verificatie=Verificatie.WEERLEGD, verificatie_door="agent"))
    assert edit.tekst().uitspraken()[0].verificatie is Verificatie.WEERLEGD
    press(edit, Key.Key_Z, Modifier.ControlModifier)

    assert edit.tekst().uitspraken() == (regel,)


def test_the_place_tells_section_letter_and_source(edit: VerslagEdit, qtbot: QtBot) -> None:
    regel = texts.regel()
    open_text(edit, texts.tekst(zorgen=(regel,)))
    with qtbot.waitSignals([edit.section_changed, edit.statement_selected]):
        edit.go_to_section("zorgen")

    assert edit.accessibleDescription() == (
        "Zorgen besproken. verklaring, Otis Havikskruid, vader, 12 mei, Niet bevestigd"
    )
    assert edit.statement() == regel


def test_caret_and_scroll_come_back(edit: VerslagEdit) -> None:
    open_text(edit, texts.long_tekst(200))
    edit.set_place(4321, 1000)
    tekst, place = edit.tekst(), (edit.caret(), edit.scrolled())

    open_text(edit, tekst)
    edit.set_place(*place)

    assert (edit.caret(), edit.scrolled()) == place == (4321, 1000)


def test_fifty_pages_are_typed_in_at_both_ends(edit: VerslagEdit) -> None:
    open_text(edit, texts.long_tekst(600))
    edit.go_to(edit.first_place(edit.text_document().heading("aanleiding")))
    QTest.keyClicks(edit, "begin ")
    edit.go_to_section("vervolg")
    QTest.keyClicks(edit, "einde ")

    assert plain(next(iter(edit.tekst().blokken()))).startswith("begin ")
    assert len(list(edit.tekst().blokken())) == 600


KEYS = st.sampled_from(
    [
        (Key.Key_Return, Modifier.NoModifier),
        (Key.Key_Return, Modifier.ShiftModifier),
        (Key.Key_Backspace, Modifier.NoModifier),
        (Key.Key_Backspace, Modifier.ControlModifier),
        (Key.Key_Delete, Modifier.NoModifier),
        (Key.Key_Delete, Modifier.ControlModifier),
        (Key.Key_Tab, Modifier.NoModifier),
        (Key.Key_Backtab, Modifier.ShiftModifier),
        (Key.Key_A, Modifier.NoModifier),
        (Key.Key_Space, Modifier.NoModifier),
        (Key.Key_A, Modifier.ControlModifier),
        (Key.Key_C, Modifier.ControlModifier),
        (Key.Key_X, Modifier.ControlModifier),
        (Key.Key_V, Modifier.ControlModifier),
        (Key.Key_Z, Modifier.ControlModifier),
        (Key.Key_Y, Modifier.ControlModifier),
        (Key.Key_K, Modifier.ControlModifier),
        (Key.Key_U, Modifier.ControlModifier),
        (Key.Key_B, Modifier.ControlModifier),
        (Key.Key_Up, Modifier.ShiftModifier),
        (Key.Key_Down, Modifier.ShiftModifier),
        (Key.Key_Right, Modifier.ShiftModifier),
        (Key.Key_Up, Modifier.NoModifier),
        (Key.Key_Down, Modifier.NoModifier),
        (Key.Key_Left, Modifier.NoModifier),
        (Key.Key_Home, Modifier.NoModifier),
        (Key.Key_End, Modifier.NoModifier),
        (Key.Key_End, Modifier.ControlModifier | Modifier.ShiftModifier),
    ]
)
STEPS = st.one_of(
    KEYS, st.sampled_from(Letter), st.sampled_from([BlokSoort.PUNT, BlokSoort.WERKAANTEKENING])
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 150), st.lists(STEPS, max_size=40))
def test_whatever_is_pressed_headings_stay_and_ids_stay_unique(
    edit: VerslagEdit, place: int, steps: list[object]
) -> None:
    open_text(
        edit,
        texts.tekst(
            aanleiding=(texts.regel("een"), Alinea((Run("twee"),))),
            zorgen=(Lijstpunt((Run("drie"),)), texts.regel("vier")),
            kind=(Werkaantekening((Run("vijf"),)),),
            afspraken=(Afspraakregel("A", "b", "c", "d"), Alinea((Run("zes"),))),
        ),
    )
    before = headings(edit)
    edit.set_place(place, 0)

    for step in steps:
        match step:
            case Letter():
                edit.mark(step)
            case BlokSoort():
                edit.mark_kind(step)
            case (key, modifier):
                press(edit, key, modifier)
        quick = edit.tekst()
        edit.text_document().read.clear()
        assert quick == edit.tekst(), "a section that changed was not read again"

    after = edit.tekst()
    ids = [regel.id for regel in after.uitspraken()]
    assert headings(edit) == before
    assert edit.text_document().is_intact()
    assert [s.id for s in after.secties] == [s.id for s in texts.SJABLOON.secties]
    assert len(ids) == len(set(ids))
    assert "Wat als het niet lukt" in edit.toPlainText()
    open_text(edit, after)
    assert edit.tekst() == after


def test_what_the_mouse_and_a_screen_reader_do_is_read_again_too(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(aanleiding=(texts.regel("een"), Alinea((Run("twee"),)))))
    edit.tekst()
    last = edit.text_document().section_blocks("aanleiding")[-1]

    cursor = QTextCursor(last)
    cursor.setPosition(last.next().position(), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()  # the line just above the next heading
    assert len(blokken(edit, "aanleiding")) == 1

    edit.undo()
    assert len(blokken(edit, "aanleiding")) == 2


def test_a_section_in_which_nothing_was_typed_is_not_read_again(edit: VerslagEdit) -> None:
    open_text(edit, texts.tekst(aanleiding=(texts.regel("een"),), kind=(texts.regel("twee"),)))
    before = {s.id: s for s in edit.tekst().secties}

    write(edit, "kind", "x")

    after = {s.id: s for s in edit.tekst().secties}
    assert after["aanleiding"] is before["aanleiding"]
    assert after["kind"] != before["kind"]


def test_another_theme_keeps_what_can_be_undone_and_colours_the_table(
    edit: VerslagEdit, look: Look
) -> None:
    open_text(edit, texts.tekst(afspraken=(Afspraakregel("A", "b", "c", "d"),)))
    write(edit, "kind", "Pip")
    edit.go_to_section("afspraken")
    look.apply(scheme=Scheme.LICHT)
    QTest.qWait(20)
    light = edit.grab().toImage()

    look.apply(scheme=Scheme.DONKER)
    QTest.qWait(20)
    dark, line = edit.grab().toImage(), palette.colour("lijn").rgb()
    look.apply(scheme=Scheme.LICHT)

    assert line in _colours(dark)
    assert line not in _colours(light)
    for _ in range(3):
        press(edit, Key.Key_Z, Modifier.ControlModifier)
    assert blokken(edit, "kind") == ()


def _colours(image: QImage) -> set[int]:
    return {
        image.pixel(x, y) & 0xFFFFFFFF for y in range(image.height()) for x in range(image.width())
    }


def test_taking_back_a_new_row_brings_the_caret_back_to_the_cell_it_came_from(
    edit: VerslagEdit,
) -> None:
    write(edit, "afspraken", "Bo")
    for words in ("belt", "morgen", "dan overmorgen"):
        press(edit, Key.Key_Tab)
        QTest.keyClicks(edit, words)
    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "Mila")

    for _ in range(2):  # the name, and the row
        press(edit, Key.Key_Z, Modifier.ControlModifier)
    QTest.keyClicks(edit, "!")

    assert blokken(edit, "afspraken") == (Afspraakregel("Bo", "belt", "morgen", "dan overmorgen!"),)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Tab])
def test_taking_back_an_empty_row_keeps_the_caret_in_the_table(
    edit: VerslagEdit, key: Qt.Key
) -> None:
    write(edit, "afspraken", "Bo")
    for _ in range(3):
        press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "dan later")
    press(edit, key)

    press(edit, Key.Key_Z, Modifier.ControlModifier)
    QTest.keyClicks(edit, ".")

    assert blokken(edit, "afspraken") == (Afspraakregel("Bo", "", "", "dan later."),)


def test_taking_back_a_letter_leaves_the_caret_in_its_sentence(edit: VerslagEdit) -> None:
    write(edit, "kind", "Pip slaapt goed")
    edit.mark(Letter.FEIT)

    press(edit, Key.Key_Z, Modifier.ControlModifier)

    assert edit.section() == "kind"
    QTest.keyClicks(edit, ".")
    assert blokken(edit, "kind")[-1] == Alinea((Run("Pip slaapt goed."),))


def test_taking_back_what_was_cut_leaves_the_caret_there(edit: VerslagEdit) -> None:
    write(edit, "kind", "Pip slaapt goed")
    for _ in range(4):
        press(edit, Key.Key_Left, Modifier.ShiftModifier)
    press(edit, Key.Key_Delete)

    press(edit, Key.Key_Z, Modifier.ControlModifier)

    assert edit.section() == "kind"
    assert Alinea((Run("Pip slaapt goed"),)) in blokken(edit, "kind")


def is_caret_seen(edit: VerslagEdit) -> bool:
    return edit.viewport().rect().contains(edit.cursorRect())


def test_the_caret_stays_in_view_when_a_message_takes_room(edit: VerslagEdit) -> None:
    open_text(edit, texts.long_tekst(30))
    edit.go_to(edit.text_document().characterCount() // 2)
    QTest.keyClicks(edit, "Halverwege.")
    assert is_caret_seen(edit)

    edit.resize(800, 200)

    assert is_caret_seen(edit)


def test_the_caret_stays_in_view_in_text_of_another_size(
    edit: VerslagEdit, look: Look, qtbot: QtBot
) -> None:
    open_text(edit, texts.long_tekst(30))
    edit.go_to(edit.text_document().characterCount() // 2)
    QTest.keyClicks(edit, "Halverwege.")

    look.apply(scale=200)
    try:
        qtbot.wait_until(lambda: heading_height(edit) > 40)
        assert is_caret_seen(edit)
    finally:
        look.apply()


def heading_height(edit: VerslagEdit) -> float:
    document = edit.text_document()
    return document.documentLayout().blockBoundingRect(document.begin()).height()


def test_another_text_size_keeps_what_can_be_undone_and_done_again(
    edit: VerslagEdit, look: Look, qtbot: QtBot
) -> None:
    note = Werkaantekening((Run("Bel school."),))
    open_text(edit, texts.tekst(kind=(note, texts.regel("Pip slaapt."))))
    at_first = edit.tekst()
    write(edit, "zorgen", "De auto stond stil.")
    edit.mark(Letter.VERKLARING)
    typed, small = edit.tekst(), heading_height(edit)

    look.apply(scale=150)
    try:
        qtbot.wait_until(lambda: heading_height(edit) > small * 1.4)
        assert edit.tekst() == typed
        for _ in range(2):
            press(edit, Key.Key_Z, Modifier.ControlModifier)
        undone = edit.tekst()
        for _ in range(2):
            press(edit, Key.Key_Y, Modifier.ControlModifier)
    finally:
        look.apply()

    assert undone == at_first
    assert edit.tekst() == typed


def test_a_paragraph_is_indented_as_a_point_and_back(edit: VerslagEdit) -> None:
    write(edit, "kind", "Pip slaapt.")

    edit.indent(1)
    point = blokken(edit, "kind")
    edit.indent(1)
    same = blokken(edit, "kind")
    edit.indent(-1)

    assert point == same == (Lijstpunt((Run("Pip slaapt."),)),)
    assert blokken(edit, "kind") == (Alinea((Run("Pip slaapt."),)),)


def test_an_open_field_goes_as_a_whole_or_not_at_all(edit: VerslagEdit) -> None:
    words = "Op ‹naam van de school› bij ‹naam van de juf› geweest."
    text = texts.tekst(kind=(Alinea((Run(words),)),))
    for at, key, left in (
        ("‹naam", Key.Key_Backspace, "Op  bij ‹naam van de juf› geweest."),
        ("Op ", Key.Key_Delete, "Op  bij ‹naam van de juf› geweest."),
        ("‹naam van de school›", Key.Key_Backspace, "Op  bij ‹naam van de juf› geweest."),
        ("‹naam van", Key.Key_X, "Op x bij ‹naam van de juf› geweest."),
    ):
        open_text(edit, text)
        put_caret(edit, at)

        QTest.keyClick(edit, key)

        assert blokken(edit, "kind") == (Alinea((Run(left),)),)

        press(edit, Key.Key_Z, Modifier.ControlModifier)
        assert edit.tekst() == text

    open_text(edit, text)
    put_caret(edit, "Op ‹naam")
    press(edit, Key.Key_Return)
    assert plain(edit.tekst().secties[3].blokken[0]) == "Op ‹naam van de school›"


def compose(edit: VerslagEdit, so_far: str, words: str = "") -> None:
    event = QInputMethodEvent(so_far, [])
    event.setCommitString(words)
    QApplication.sendEvent(edit, event)


@pytest.mark.parametrize("at", ["Op ‹naam", "Op ‹"])
def test_what_is_pasted_or_composed_in_an_open_field_takes_its_place(
    edit: VerslagEdit, at: str
) -> None:
    text = texts.tekst(kind=(Alinea((Run("Op ‹naam van de school› geweest."),)),))
    data = QMimeData()
    data.setText("De Vlieger")

    def composed() -> None:
        compose(edit, "De V")
        compose(edit, "De Vlieg")
        compose(edit, "", "De Vlieger")

    for put_in in (
        lambda: edit.insertFromMimeData(data),
        lambda: compose(edit, "", "De Vlieger"),
        composed,
    ):
        open_text(edit, text)
        put_caret(edit, at)

        put_in()

        assert blokken(edit, "kind") == (Alinea((Run("Op De Vlieger geweest."),)),)
        press(edit, Key.Key_Z, Modifier.ControlModifier)
        assert edit.tekst() == text


def test_what_is_composed_and_given_up_takes_nothing_away(edit: VerslagEdit) -> None:
    text = texts.tekst(kind=(Alinea((Run("Op ‹naam van de school› geweest."),)),))
    open_text(edit, text)
    put_caret(edit, "Op ‹naam")

    compose(edit, "De")
    compose(edit, "")

    assert edit.tekst() == text
    assert edit.textCursor().selectedText() == "‹naam van de school›"


def test_tab_goes_to_a_further_field_of_the_line(edit: VerslagEdit) -> None:
    words = "Op ‹naam van de school› bij ‹naam van de juf› geweest."
    open_text(edit, texts.tekst(kind=(Alinea((Run(words),)),)))
    put_caret(edit, "Op ", at_end=False)

    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "De Vlieger")
    press(edit, Key.Key_Tab)
    QTest.keyClicks(edit, "Ans")

    assert blokken(edit, "kind") == (Alinea((Run("Op De Vlieger bij Ans geweest."),)),)


def test_a_part_with_rows_is_not_marked_as_not_applicable_and_says_which_rows(
    edit: VerslagEdit, qtbot: QtBot
) -> None:
    text = texts.tekst(afspraken=(Afspraakregel("", "belt", "", ""),))
    open_text(edit, text)
    edit.go_to_section("afspraken")

    with qtbot.waitSignal(edit.refused) as refused:
        edit.toggle_not_applicable()

    assert edit.tekst() == text
    assert refused.args == [ALREADY_ROWS]


def test_a_part_with_an_empty_table_is_marked_as_not_applicable_and_keeps_its_table(
    edit: VerslagEdit,
) -> None:
    edit.go_to_section("afspraken")
    edit.toggle_not_applicable()
    QTest.keyClicks(edit, "er is niets afgesproken")

    said = next(s for s in edit.tekst().secties if s.id == "afspraken")
    assert (said.nvt, said.blokken) == ("er is niets afgesproken", ())

    edit.undo()
    edit.undo()
    assert edit.tekst() == texts.tekst()
    edit.go_to_section("afspraken")
    QTest.keyClicks(edit, "Otis")
    assert blokken(edit, "afspraken") == (Afspraakregel("Otis", "", "", ""),)


def test_one_key_walks_all_that_is_open_and_a_second_space_is_not_typed(
    edit: VerslagEdit,
) -> None:
    filled = Alinea((Run("Klaar."),))
    open_text(
        edit,
        texts.tekst(
            aanleiding=(filled,),
            uitleg=(Alinea((Run("Werkwijze: "),)), Alinea((Run("Klacht: "),))),
            zorgen=(Alinea((Run("Op ‹naam van de school› gezien."),)),),
            kind=(Alinea((Run("Pip", vet=True),)), Alinea(), Alinea((Run("Bo", vet=True),)),
                  Alinea((Run("Nog niet gesproken, want "),))),
            afspraken=(Afspraakregel("Otis", "belt", "", ""), Afspraakregel("", "", "", "d")),
        ),
    )  # fmt: skip
    edit.set_place(0, 0)

    for words in ("a", " b", "c", "d", " e", "f", "g", "h", "i"):
        edit.go_to_field()
        QTest.keyClicks(edit, words)

    said = [plain(blok) for name in ("uitleg", "zorgen", "kind") for blok in blokken(edit, name)]
    assert said == ["Werkwijze: a", "Klacht: b", "Op c gezien.", "Pip", "d", "Bo",
                    "Nog niet gesproken, want e"]  # fmt: skip
    assert blokken(edit, "afspraken") == (
        Afspraakregel("Otis", "belt", "f", ""), Afspraakregel("g", "", "h", "d"),
    )  # fmt: skip
    assert blokken(edit, "vervolg") == (Alinea((Run("i"),)),)


def test_where_one_goes_is_never_at_the_very_edge(edit: VerslagEdit) -> None:
    open_text(edit, texts.long_tekst(60))
    for back in (False, True):
        for _ in range(40):
            edit.go_to_neighbour(-1 if back else 1)
            line = edit.cursorRect()
            assert line.bottom() <= edit.viewport().height() - blocks.AROUND
            assert line.top() >= min(blocks.AROUND, line.top() + edit.scrolled())


def test_going_to_a_section_goes_to_where_one_writes_on(edit: VerslagEdit) -> None:
    name = Alinea((Run("Pip", vet=True),))
    open_text(
        edit,
        texts.tekst(
            zorgen=(Alinea((Run("Een."),)), Alinea((Run("Twee."),))),
            kind=(name, Alinea(), Alinea((Run("Bo", vet=True),))),
            afspraken=(Afspraakregel("A", "a", "b", "c"), Afspraakregel("", "d", "e", "f")),
        ),
    )

    write(edit, "zorgen", " Drie.")
    edit.go_to_section("kind")
    press(edit, Key.Key_Backspace)
    press(edit, Key.Key_Delete)
    QTest.keyClicks(edit, "Telt stoeptegels.")
    write(edit, "afspraken", "B")

    assert [plain(blok) for blok in blokken(edit, "zorgen")] == ["Een.", "Twee. Drie."]
    assert [plain(b) for b in blokken(edit, "kind")] == ["Pip", "Telt stoeptegels.", "Bo"]
    assert blokken(edit, "afspraken")[1] == Afspraakregel("B", "d", "e", "f")


def test_the_name_above_a_part_is_not_joined_with_what_stands_around_it(
    edit: VerslagEdit,
) -> None:
    name = Alinea((Run("Bo", vet=True),))
    text = texts.tekst(kind=(Alinea((Run("Telt."),)), name, Alinea((Run("Slaapt."),))))
    open_text(edit, text)

    for at, at_end, key in (
        ("Bo", False, Key.Key_Backspace),
        ("Bo", True, Key.Key_Delete),
        ("Telt.", True, Key.Key_Delete),
        ("Slaapt.", False, Key.Key_Backspace),
    ):
        put_caret(edit, at, at_end=at_end)
        press(edit, key)

    assert edit.tekst() == text
