"""Text as values survives its stored form, and says what it cannot read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.errors import TooNewError
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Bron,
    Lijstpunt,
    Run,
    Sectie,
    Tekst,
    Uitspraakregel,
    Werkaantekening,
    runs,
)

words = st.text(max_size=30)
all_runs = st.lists(st.builds(Run, words, st.booleans(), st.booleans()), max_size=3).map(tuple)
ids = st.lists(st.uuids(), max_size=2).map(tuple)
blocks = st.one_of(
    st.builds(Alinea, all_runs),
    st.builds(Lijstpunt, all_runs, st.booleans()),
    st.builds(Werkaantekening, all_runs),
    st.builds(Afspraakregel, words, words, words, words),
    st.builds(
        Uitspraakregel,
        id=st.uuids(),
        letter=st.sampled_from(Letter),
        runs=all_runs,
        bron=st.builds(Bron, words, st.none() | st.uuids(), words, words),
        informatiedatum=st.none() | st.dates(),
        over=ids,
        verificatie=st.sampled_from(Verificatie),
        verificatie_door=words,
        zichtbaarheid=st.sampled_from(Zichtbaarheid),
        niet_voor=ids,
        steunt_op=ids,
    ),
)
sections = st.builds(Sectie, words, st.lists(blocks, max_size=4).map(tuple), words)
texts = st.lists(sections, max_size=4).map(lambda secties: Tekst(tuple(secties)))


@given(texts)
def test_a_text_comes_back_from_its_stored_form(tekst: Tekst) -> None:
    assert Tekst.from_json(json.loads(json.dumps(tekst.to_json()))) == tekst


def test_a_newer_form_is_refused() -> None:
    with pytest.raises(TooNewError):
        Tekst.from_json({"versie": 2, "secties": []})


def test_an_unknown_kind_of_line_is_refused() -> None:
    stored = {"versie": 1, "secties": [{"id": "a", "blokken": [{"t": "film"}]}]}

    with pytest.raises(TooNewError, match="onbekend soort regel"):
        Tekst.from_json(stored)


def test_a_section_is_empty_until_words_or_a_reason_stand_there() -> None:
    assert Sectie("a", (Alinea(runs("  ")),)).is_leeg
    assert not Sectie("a", (Alinea(runs("iets")),)).is_leeg
    assert not Sectie("a", nvt="geen kinderen").is_leeg


def test_hearsay_is_known_by_the_person_it_came_through() -> None:
    assert Bron("Fenna", via="Loes").van_horen_zeggen
    assert not Bron("Fenna").van_horen_zeggen
