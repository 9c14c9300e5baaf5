"""Comparing two texts by words."""

import random
import time
from dataclasses import replace
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import (
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Sectie,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    runs,
)
from vtdesk.values.verschil import Soort, Stuk, aantal, regels, verschil, woordverschil

WORDS = ["de", "auto", "stond", "stil", "tot", "moeder", "en", "Pip", "binnen", "waren", "vader"]


def text(*blokken: Blok | str) -> Tekst:
    made = tuple(Alinea(runs(b)) if isinstance(b, str) else b for b in blokken)
    return Tekst((Sectie("zorgen", made),))


def test_a_point_that_nobody_answered_neither_went_nor_came() -> None:
    asked = text("Werkwijze: ", "Klacht: ", "Vertrouwenspersoon: ")
    written = text("Werkwijze: uitgelegd.", "Klacht: ")
    assert aantal(verschil(asked, written), Soort.WEG) == 0
    assert aantal(verschil(asked, written), Soort.ERBIJ) == 1
    assert aantal(verschil(written, asked), Soort.ERBIJ) == 0


def test_words_that_went_and_words_that_came_are_told_apart() -> None:
    assert woordverschil("De auto stond stil.", "De bus stond heel stil.") == (
        Stuk(Soort.GELIJK, "De "),
        Stuk(Soort.WEG, "auto "),
        Stuk(Soort.ERBIJ, "bus "),
        Stuk(Soort.GELIJK, "stond "),
        Stuk(Soort.ERBIJ, "heel "),
        Stuk(Soort.GELIJK, "stil."),
    )


def test_a_paragraph_that_is_new_stands_whole_and_the_rest_is_the_same() -> None:
    found = verschil(text("Eerst dit.", "Dan dat."), text("Eerst dit.", "Nieuw!", "Dan dat."))

    assert [regel.soort for regel in found] == [Soort.GELIJK, Soort.ERBIJ, Soort.GELIJK]
    assert (aantal(found, Soort.ERBIJ), aantal(found, Soort.WEG)) == (1, 0)


def test_a_changed_paragraph_is_found_behind_a_new_one() -> None:
    old = text("Moeder belde om acht uur.", "Pip was stil.")

    found = verschil(old, text("Iets heel anders.", "Moeder belde om negen uur.", "Pip was stil."))

    assert [regel.soort for regel in found] == [Soort.ERBIJ, None, Soort.GELIJK]


def test_another_letter_makes_it_another_statement() -> None:
    told = Uitspraakregel(uuid4(), Letter.VERKLARING, runs("Hij reed weg."), Bron("Maren"))

    found = verschil(text(told), text(replace(told, letter=Letter.FEIT)))

    assert [(regel.merk, regel.soort) for regel in found] == [
        ("V", Soort.WEG),
        ("F", Soort.ERBIJ),
    ]


def test_what_became_of_a_statement_is_part_of_what_is_compared() -> None:
    told = Uitspraakregel(uuid4(), Letter.VERKLARING, runs("Hij reed weg."), Bron("Maren"))

    [regel] = verschil(text(told), text(replace(told, verificatie=Verificatie.INGETROKKEN)))

    assert any(s == Stuk(Soort.ERBIJ, "ingetrokken)") for s in regel.stukken)


def test_each_kind_of_block_has_its_mark() -> None:
    found = regels(
        text("a", Lijstpunt(runs("b")), Lijstpunt(runs("c"), genummerd=True),
             Werkaantekening(runs("d")))
    )  # fmt: skip

    assert [regel.merk for regel in found] == ["", "•", "1.", "werkaantekening"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_texts_can_be_read_back_from_the_difference(old: str, new: str) -> None:
    found = woordverschil(old, new)

    assert "".join(s.woorden for s in found if s.soort is not Soort.WEG) == new
    kept = " ".join(s.woorden for s in found if s.soort is not Soort.ERBIJ)
    assert kept.split() == old.split()


def test_space_is_no_difference() -> None:
    assert [s.soort for s in woordverschil("Zij belt.", "Zij belt. Hij niet.")] == [
        Soort.GELIJK,
        Soort.ERBIJ,
    ]


def test_fifty_pages_are_compared_before_one_notices() -> None:
    chance = random.Random(5)
    lines = [" ".join(chance.choices(WORDS, k=60)) for _ in range(420)]  # 25,000 words
    other = [
        line if chance.random() > 0.3 else line.replace("auto", "bus", 1) + " Dat is nieuw."
        for line in lines
        if chance.random() > 0.05
    ]

    begin = time.process_time()
    found = verschil(text(*lines), text(*other))

    assert time.process_time() - begin < 0.2  # seconds of work, whatever else the machine does
    assert aantal(found, Soort.ERBIJ)
