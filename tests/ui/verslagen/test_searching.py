"""Looking for words and replacing them by keyboard; open fields that are walked to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import complete
from tests.ui.verslagen import texts
from vtdesk.ui.verslagen.finder import SEALED, Finder
from vtdesk.ui.verslagen.search_bar import SearchBar
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.ui.widgets.boxes import column
from vtdesk.values.openveld import open_veld, velden_in
from vtdesk.values.tekst import Afspraakregel, Alinea, Run, plain, runs

Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Desk(QWidget):
    """Surface and bar as they stand in the editor."""

    def __init__(self) -> None:
        super().__init__()
        self.edit, self.bar = VerslagEdit(), SearchBar()
        self.finder = Finder(self.edit, self.bar)
        self.said: list[str] = []
        self.finder.said.connect(self.said.append)
        self.setLayout(column(self.bar, self.edit))
        self.resize(900, 700)

    def field(self, name: str) -> QLineEdit:
        found = self.bar.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        return found

    def press(self, name: str) -> None:
        button = self.bar.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()

    def count(self) -> str:
        found = self.bar.findChild(QLabel, "zoek-telling")
        assert isinstance(found, QLabel)
        return found.text()

    def words(self, sectie: str) -> list[str]:
        found = next(s for s in self.edit.tekst().secties if s.id == sectie)
        return [plain(blok) for blok in found.blokken]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk()
    qtbot.addWidget(made)
    made.edit.set_verslag(
        texts.tekst(
            zorgen=(
                texts.regel("De deur 🚪 was dicht, zegt vader. De deur klemde."),
                Alinea((Run("Een "), Run("deur", vet=True), Run(" van hout, geen afspraken."))),
            ),
            afspraken=(Afspraakregel("Vader", "maakt de deur", "vrijdag", ""),),
        ),
        texts.SJABLOON,
    )
    made.show()
    return made


def test_enter_and_shift_enter_walk_and_the_line_counts(desk: Desk) -> None:
    desk.finder.find()
    field = desk.field("zoek-woorden")
    QTest.keyClicks(field, "DEUR")
    first = desk.count()
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Return)
    third = desk.count(), desk.edit.textCursor().selectedText()
    for _ in range(3):
        QTest.keyClick(field, Key.Key_Return, Modifier.ShiftModifier)

    assert first == "1 van 4"
    assert third == ("3 van 4", "deur")
    assert desk.count() == "4 van 4"
    QTest.keyClick(field, Key.Key_Escape)
    assert desk.bar.isHidden()
    assert desk.edit.textCursor().selectedText() == "deur"


def test_tab_goes_from_what_is_looked_for_to_what_takes_its_place(desk: Desk) -> None:
    desk.finder.find()
    field = desk.field("zoek-woorden")

    assert field.nextInFocusChain() is desk.field("vervang-door")


def test_capitals_and_whole_words_narrow_what_is_found(desk: Desk) -> None:
    desk.finder.find()
    desk.field("zoek-woorden").setText("de")
    every = desk.count()
    for name in ("zoek-heel", "zoek-hoofdletters"):
        desk.bar.findChild(QCheckBox, name).setChecked(True)

    assert every.endswith("van 10")
    assert desk.count() == "1 van 1"


def test_replace_all_is_one_step_keeps_style_and_leaves_headings(desk: Desk) -> None:
    before = desk.edit.tekst()
    desk.finder.find_and_replace()
    desk.field("zoek-woorden").setText("deur")
    desk.field("vervang-door").setText("poort 🚪")
    desk.press("vervang-alles")
    replaced = desk.edit.tekst()
    QTest.keyClick(desk.edit, Key.Key_Z, Modifier.ControlModifier)

    (regel, alinea) = next(s for s in replaced.secties if s.id == "zorgen").blokken
    assert plain(regel) == "De poort 🚪 🚪 was dicht, zegt vader. De poort 🚪 klemde."
    assert regel == type(regel)(**{**_fields(regel), "runs": regel.runs})
    assert alinea == Alinea(
        (Run("Een "), Run("poort 🚪", vet=True), Run(" van hout, geen afspraken."))
    )
    assert desk.said == ["4 keer vervangen. Ctrl+Z zet alles in één keer terug."]
    assert desk.edit.tekst() == before


def _fields(regel: object) -> dict[str, object]:
    return {name: getattr(regel, name) for name in regel.__slots__}  # type: ignore[attr-defined] # a dataclass with slots


def test_what_stands_in_a_heading_is_not_replaced_and_that_is_said(desk: Desk) -> None:
    desk.finder.find_and_replace()
    desk.field("zoek-woorden").setText("afspraken")
    desk.field("vervang-door").setText("plannen")
    desk.press("vervang-alles")

    assert "5  Afspraken" in desk.edit.toPlainText()
    assert desk.words("zorgen")[1] == "Een deur van hout, geen plannen."
    assert "In de koppen staat het 1 keer" in desk.said[0]
    assert desk.count() == "Alleen in een kop"


def test_one_place_is_replaced_and_the_next_one_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.finder.find_and_replace()
    desk.field("zoek-woorden").setText("deur")
    desk.field("vervang-door").setText("poort")
    desk.field("vervang-door").setFocus()
    qtbot.waitUntil(desk.field("vervang-door").hasFocus)
    QTest.keyClick(desk.field("vervang-door"), Key.Key_Return)

    assert desk.words("zorgen")[0] == "De poort 🚪 was dicht, zegt vader. De deur klemde."
    assert desk.count() == "1 van 3"


def test_of_a_final_text_it_is_said_that_one_can_only_look(desk: Desk) -> None:
    desk.edit.setReadOnly(True)
    desk.finder.find_and_replace()
    desk.field("zoek-woorden").setText("deur")

    assert desk.said == [SEALED]
    assert not desk.field("vervang-door").isVisible()
    assert desk.count() == "1 van 4"


def test_words_that_are_nowhere_and_strange_signs_find_nothing(desk: Desk) -> None:
    desk.finder.find()
    for words in ("(", "[a-", "\\", "zebra", "﷽"):
        desk.field("zoek-woorden").setText(words)
        assert desk.count() == "Niet gevonden"


def test_an_open_field_is_walked_to_and_typing_comes_in_its_place(desk: Desk) -> None:
    school, arts = open_veld("naam van de school"), open_veld("huisarts")
    desk.edit.set_verslag(
        texts.tekst(
            aanleiding=(Alinea(runs(f"De school is {school} 🚪.")),),
            uitleg=(Alinea(runs("Werkwijze: uitgelegd")),),
            zorgen=(Alinea(runs("Geen.")),),
            kind=(Alinea(runs("Pip leest.")),),
            afspraken=(Afspraakregel("Mila", f"belt {arts}"),),
        ),
        texts.SJABLOON,
    )
    open_ones = list(velden_in(desk.edit.tekst()))

    desk.edit.go_to_field()
    first = desk.edit.textCursor().selectedText()
    QTest.keyClicks(desk.edit, "De Boom")
    desk.edit.go_to_field()
    prompt = desk.edit.textCursor().block().text()
    desk.edit.go_to_field()
    last = desk.edit.textCursor().selectedText()

    assert open_ones == [("aanleiding", "naam van de school"), ("afspraken", "huisarts")]
    assert (first, prompt.strip(), last) == (school, "Klacht:", arts)
    assert desk.words("aanleiding") == ["De school is De Boom 🚪."]


def test_without_open_fields_it_is_said(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClicks(desk.edit, "")
    desk.edit.set_verslag(complete(texts.tekst()), texts.SJABLOON)

    with qtbot.waitSignal(desk.edit.refused) as said:
        desk.edit.go_to_field()

    assert said.args == ["Er staat niets meer open in deze tekst."]
