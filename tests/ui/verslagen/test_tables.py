"""Tables by keyboard: the columns are those of the template, and rows come, go, copy and undo."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vtdesk.ui.verslagen import blocks, menu, table
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.sjabloon import Sjabloon, SjabloonSectie
from vtdesk.values.tekst import Afspraakregel, Blok, Lijstpunt, Sectie, Tabelrij, Tekst, plain

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier
NETWERK = ("Naam", "Relatie", "Wat doet die")
SJABLOON = Sjabloon(
    id="veiligheidsplan", titel="Veiligheidsplan", versie="1", bron="",
    secties=(
        SjabloonSectie("netwerk", "Het netwerk", kolommen=NETWERK),
        SjabloonSectie("afspraken", "Afspraken", tabel=True),
        SjabloonSectie("vervolg", "Vervolg"),
    ),
)  # fmt: skip
LOES = Tabelrij(("Loes", "tante", "belt elke avond"))
KIM = Tabelrij(("Kim", "buurvrouw", "heeft de sleutel"))


def tekst(**secties: tuple[Blok, ...]) -> Tekst:
    return Tekst(tuple(Sectie(s.id, secties.get(s.id, ())) for s in SJABLOON.secties))


@pytest.fixture
def edit(qtbot: QtBot) -> VerslagEdit:
    made = VerslagEdit()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    made.set_verslag(tekst(netwerk=(LOES, KIM)), SJABLOON)
    return made


def rows(edit: VerslagEdit, sectie: str = "netwerk") -> tuple[Blok, ...]:
    return next(s.blokken for s in edit.tekst().secties if s.id == sectie)


def caret_in(edit: VerslagEdit, words: str) -> None:
    edit.set_place(edit.text_document().find(words).selectionEnd(), 0)


def press(
    edit: VerslagEdit, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier
) -> None:
    QTest.keyClick(edit, key, modifier)


def test_a_table_has_the_columns_of_the_template_and_keeps_its_rows(edit: VerslagEdit) -> None:
    heads = [
        block.text()
        for block in edit.text_document().blocks()
        if blocks.kind_of(block) is blocks.BlokSoort.TABELKOP
    ]

    assert heads == [*NETWERK, *table.HEADERS]
    assert rows(edit) == (LOES, KIM)


def test_tab_fills_an_empty_table_cell_by_cell_and_makes_rows(edit: VerslagEdit) -> None:
    edit.set_verslag(tekst(), SJABLOON)
    edit.go_to_section("netwerk")
    for words in (*LOES.cellen, *KIM.cellen[:1]):
        QTest.keyClicks(edit, words)
        press(edit, Key.Key_Tab)

    assert rows(edit) == (LOES, Tabelrij(("Kim", "", "")))


def test_a_row_is_made_and_taken_away_by_key_and_by_menu_and_comes_back(edit: VerslagEdit) -> None:
    caret_in(edit, "tante")
    press(edit, Key.Key_Return, CTRL_SHIFT)
    QTest.keyClicks(edit, "Otis")
    between = rows(edit)
    press(edit, Key.Key_Delete, CTRL_SHIFT)
    gone = rows(edit)
    caret_in(edit, "buurvrouw")
    shown = menu.build(edit)
    next(a for a in shown.actions() if a.text().startswith("Rij weghalen")).trigger()

    assert between == (LOES, Tabelrij(("Otis", "", "")), KIM)
    assert gone == (LOES, KIM)
    assert rows(edit) == (LOES,)
    press(edit, Key.Key_Z, Modifier.ControlModifier)
    assert rows(edit) == (LOES, KIM)


def test_of_the_only_row_the_words_go_and_the_table_stays(edit: VerslagEdit) -> None:
    edit.set_verslag(tekst(netwerk=(LOES,)), SJABLOON)
    caret_in(edit, "tante")

    press(edit, Key.Key_Delete, CTRL_SHIFT)
    QTest.keyClicks(edit, "Kim")

    assert rows(edit) == (Tabelrij(("Kim", "", "")),)


def test_copied_rows_are_pasted_as_rows_and_in_the_text_as_points(edit: VerslagEdit) -> None:
    edit.selectAll()
    data = edit.createMimeDataFromSelection()
    edit.set_verslag(tekst(), SJABLOON)

    edit.go_to_section("netwerk")
    edit.insertFromMimeData(data)
    edit.go_to_section("vervolg")
    edit.insertFromMimeData(data)

    assert data.text().startswith("Loes\ttante\tbelt elke avond")
    assert rows(edit) == (LOES, KIM)
    assert [(type(b), plain(b)) for b in rows(edit, "vervolg")][:1] == [(Lijstpunt, plain(LOES))]
    for _ in range(2):
        press(edit, Key.Key_Z, Modifier.ControlModifier)
    assert edit.tekst() == tekst()


def test_a_sheet_is_pasted_in_rows_and_what_does_not_fit_is_not_lost(edit: VerslagEdit) -> None:
    data = QMimeData()
    data.setText("Moeder\tbelt\tvrijdag\tWijkteam\tom 9 uur\nVader\tleest\n")
    edit.go_to_section("afspraken")

    edit.insertFromMimeData(data)

    assert rows(edit, "afspraken") == (
        Afspraakregel("Moeder", "belt", "vrijdag", "Wijkteam om 9 uur"),
        Afspraakregel("Vader", "leest"),
    )


def test_a_row_with_more_cells_than_the_template_now_has_loses_no_word(edit: VerslagEdit) -> None:
    wide = Tabelrij(("Loes", "tante", "belt", "en nog iets"))

    edit.set_verslag(tekst(netwerk=(wide,)), SJABLOON)

    assert rows(edit) == (wide,)


@pytest.mark.parametrize("words", ["", "Kim"])
def test_what_was_copied_in_one_cell_stays_words(edit: VerslagEdit, words: str) -> None:
    caret_in(edit, "tante")
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    data = edit.createMimeDataFromSelection()
    caret_in(edit, "buurvrouw")
    QTest.keyClicks(edit, words)

    edit.insertFromMimeData(data)

    assert rows(edit)[1] == Tabelrij(("Kim", f"buurvrouw{words}tante", "heeft de sleutel"))
