"""What is painted beside a text is found without walking through all that stands above it."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.verslagen import texts
from vtdesk.ui.verslagen import sight
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.tekst import Afspraakregel, Alinea, runs

WORDS = "Vader vertelt dat de wissel bij de deur onrustig verloopt. "


@pytest.fixture
def edit(qtbot: QtBot) -> VerslagEdit:
    made = VerslagEdit()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.set_verslag(
        texts.tekst(
            aanleiding=tuple(Alinea(runs(WORDS * (1 + n % 4))) for n in range(40)),
            zorgen=tuple(texts.regel(WORDS * (1 + n % 3)) for n in range(40)),
            afspraken=tuple(Afspraakregel("Otis", WORDS * n, "vrijdag", "") for n in range(4)),
            vervolg=tuple(Alinea(runs(WORDS)) for _ in range(40)),
        ),
        texts.SJABLOON,
    )
    return made


def test_no_line_that_is_seen_stands_above_the_first_one_that_is_painted(
    edit: VerslagEdit,
) -> None:
    document = edit.text_document()
    layout = document.documentLayout()
    bottoms = [layout.blockBoundingRect(block).bottom() for block in document.blocks()]
    for top in range(0, round(bottoms[-1]), 57):
        found = sight.first_from(document, top).blockNumber()
        first = next(number for number, bottom in enumerate(bottoms) if bottom >= top)
        assert found <= first, f"what stands at {top} would not be painted"
        assert found >= first - 25, "it walks through what cannot be seen"


def test_a_text_that_is_not_laid_out_yet_is_not_laid_out_for_what_stands_below(
    edit: VerslagEdit,
) -> None:
    edit.set_verslag(texts.long_tekst(3000), texts.SJABLOON)
    document = edit.text_document()
    last = document.lastBlock()
    if last.layout().lineCount():
        pytest.fail("this text is too short to say anything")

    assert sight.first_from(document, 300).blockNumber() < 60
    assert not last.layout().lineCount()
