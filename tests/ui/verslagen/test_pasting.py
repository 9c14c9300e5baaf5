"""What comes from other programs: clean words, nothing opened, and the window stays alive."""

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.verslagen import texts
from tests.ui.verslagen.naughty import NAUGHTY
from vtdesk.ui.verslagen.pasting import TOO_LARGE
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.tekst import Afspraakregel, Alinea, Run, Tekst, plain

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def edit(qtbot: QtBot) -> VerslagEdit:
    made = VerslagEdit()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.set_verslag(texts.tekst(zorgen=(Alinea((Run("voor na"),)),)), texts.SJABLOON)
    made.show()
    return made


def blokken(edit: VerslagEdit, sectie: str) -> list[str]:
    found = next(s for s in edit.tekst().secties if s.id == sectie)
    return [plain(blok) for blok in found.blokken]


def paste(edit: VerslagEdit, **formats: str | bytes) -> None:
    data = QMimeData()
    for name, value in formats.items():
        raw = value.encode() if isinstance(value, str) else value
        data.setData({"html": "text/html", "words": "text/plain", "rtf": "text/rtf"}[name], raw)
    edit.insertFromMimeData(data)


def put_caret_between(edit: VerslagEdit) -> None:
    edit.set_place(edit.text_document().find("voor ").selectionEnd(), 0)


def test_two_million_signs_twenty_thousand_deep_come_in_while_the_window_lives(
    edit: VerslagEdit, qtbot: QtBot
) -> None:
    line = "<p style='color:red'>Regel met <b>woorden</b> &amp; meer.</p>"
    deep = "<div><span title='x'>" * 20_000 + line * 2_000 + "</span></div>" * 20_000
    source = f"<head><style>{'p{}' * 260_000}</style></head>{deep}<script>weg()</script>"
    assert len(source) > 1_400_000
    before, turns, said = edit.tekst(), [time.monotonic()], list[str]()
    edit.pasting.said.connect(said.append)
    beat = QTimer(interval=10)
    beat.timeout.connect(lambda: turns.append(time.monotonic()))
    beat.start()
    put_caret_between(edit)

    paste(edit, html=source)
    QTest.keyClicks(edit, "te vroeg")
    was_busy = edit.pasting.is_busy
    qtbot.waitUntil(lambda: not edit.pasting.is_busy)
    beat.stop()

    found = blokken(edit, "zorgen")
    assert was_busy
    assert len(turns) > 5
    assert (found[0], found[1], found[-1]) == (
        "voor Regel met woorden & meer.", "Regel met woorden & meer.", "na",
    )  # fmt: skip
    assert len(found) == 2_001
    QTest.keyClick(edit, Key.Key_Z, Modifier.ControlModifier)
    assert edit.tekst() == before
    assert not any("woorden &" in words for words in said)


def test_another_text_on_screen_ends_a_paste_and_gets_nothing_of_it(
    edit: VerslagEdit, qtbot: QtBot
) -> None:
    paste(edit, html="<p>van de eerste</p>" * 20_000)

    edit.set_verslag(texts.tekst(), texts.SJABLOON)
    qtbot.waitUntil(lambda: not edit.pasting.is_busy)

    assert edit.tekst() == texts.tekst()


def test_pictures_and_addresses_open_nothing(edit: VerslagEdit, tmp_path: Path) -> None:
    picture = tmp_path / "foto.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(picture))
    address = QUrl.fromLocalFile(str(picture)).toString()
    before = picture.stat().st_atime_ns
    put_caret_between(edit)

    paste(
        edit,
        html=f"<p>a<img src='{address}'><img src='http://127.0.0.1:9/x.png'>"
        f"<link rel=stylesheet href='{address}'><object data='{address}'></object>b</p>",
    )

    assert blokken(edit, "zorgen") == ["voor abna"]
    assert "<img" not in edit.text_document().toHtml()
    assert edit.text_document().loadResource(2, QUrl(address)).width() == 1
    assert picture.stat().st_atime_ns == before


def test_rtf_comes_in_as_words_with_bold_and_italics(edit: VerslagEdit) -> None:
    edit.go_to_section("kind")

    paste(edit, rtf=rb"{\rtf1{\fonttbl\f0 Arial;}\b Pip\b0  lacht caf\'e9 \u8364?\par Job slaapt.}")

    assert edit.tekst().secties[3].blokken == (
        Alinea((Run("Pip", vet=True), Run(" lacht café €"))),
        Alinea((Run("Job slaapt."),)),
    )


def test_of_more_than_a_text_can_hold_it_is_said(edit: VerslagEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(edit.refused) as said:
        paste(edit, words="woord " * 400_000)

    assert said.args == [TOO_LARGE]


@pytest.mark.parametrize("sectie", ["aanleiding", "uitleg", "afspraken"])
def test_naughty_signs_stand_in_every_field_as_the_signs_they_are(
    edit: VerslagEdit, sectie: str
) -> None:
    for words in NAUGHTY:
        edit.set_verslag(texts.tekst(), texts.SJABLOON)
        edit.go_to_section(sectie)
        paste(edit, words=words)
        tekst = edit.tekst()
        edit.set_verslag(tekst, texts.SJABLOON)
        assert edit.tekst() == tekst
        assert Tekst.from_json(tekst.to_json()) == tekst
        assert edit.text_document().is_intact()
        if words.isprintable() and words.strip():
            assert any(words.strip() in plain(blok) for blok in tekst.blokken())


def test_a_row_of_naughty_cells_comes_back_as_it_was(edit: VerslagEdit) -> None:
    printable = [words for words in NAUGHTY if words.isprintable()]
    rows = tuple(
        Afspraakregel(*(printable + [""] * 4)[place : place + 4])
        for place in range(0, len(printable), 4)
    )

    edit.set_verslag(texts.tekst(afspraken=rows), texts.SJABLOON)

    assert edit.tekst().secties[4].blokken == rows
