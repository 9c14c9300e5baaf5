"""Tekstbouwstenen: what is known is filled in, what is not stays visible."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.values.bouwsteen import read_bouwstenen, velden, vul_in, zoek
from vtdesk.values.kinds import Rol

WORD = st.text(st.characters(exclude_characters="‹›\n\u2028"), min_size=1, max_size=20)


def test_what_the_casus_knows_is_filled_in(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Tijn")
    known = desk.bouwstenen.bekend(casus_id)

    filled = vul_in("‹Kinderen›, ‹moeder› en ‹vader›. ‹vandaag›, ‹auteur›", known)

    assert filled.tekst.startswith("Fenna en Tijn, Sanne en ‹vader›. dinsdag 12 mei 2026, Mila")
    assert filled.veld is not None
    assert filled.tekst[slice(*filled.veld)] == "‹vader›"


def test_every_one_of_vtdesk_reads_well_and_says_what_it_is_for(desk: Desk) -> None:
    found = desk.bouwstenen.alle()
    assert {"veilig", "uitleg", "wederhoor"} <= {one.naam for one in found}
    assert all(one.uitleg for one in found)
    assert not any("‹" in one.tekst and not velden(one.tekst) for one in found)


def test_the_list_finds_names_first_and_then_other_words(desk: Desk) -> None:
    found = [one.naam for one in zoek(desk.bouwstenen.alle(), "ve")]
    assert found[0] == "veilig"
    assert "vervolg" in found
    assert [one.naam for one in zoek(desk.bouwstenen.alle(), "kind")] == ["stem", "uitleg-kind"]


def test_the_office_adds_changes_and_takes_away_with_a_way_back(desk: Desk) -> None:
    stenen = desk.bouwstenen
    before = stenen.bewaar("", ";Groet", "Met groet, ‹auteur›", "onder een brief")
    assert stenen.van("groet") is not None
    stenen.zet_terug(before)
    assert stenen.van("groet") is None
    stenen.bewaar("veilig", "veilig", "Eigen tekst.", "")
    own = stenen.van("veilig")
    assert own is not None
    assert own.tekst == "Eigen tekst."
    stenen.zet("veilig", aan=False)
    first = stenen.van("veilig")
    assert first is not None
    assert "‹kinderen›" in first.tekst
    stenen.zet("veilig", aan=False)
    assert stenen.van("veilig") is None
    assert [rij.aan for rij in stenen.rijen() if rij.id == "veilig"] == [False]


@pytest.mark.parametrize(
    ("naam", "tekst"),
    [("", "x"), ("twee woorden", "x"), ("goed", " "), ("goed", "een ‹open veld"), ("school", "x"),
     ("goed", "x" * 3000), ("x" * 40, "x")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(desk: Desk, naam: str, tekst: str) -> None:
    with pytest.raises(UserError):
        desk.bouwstenen.bewaar("", naam, tekst, "")


def test_a_mistake_in_the_file_is_named_with_its_place() -> None:
    with pytest.raises(UserError, match="bouwsteen Twee Woorden"):
        read_bouwstenen('[[bouwsteen]]\nnaam = "Twee Woorden"\ntekst = "x"')


@given(names=st.lists(WORD, max_size=4), between=WORD)
@settings(max_examples=60, deadline=None)
def test_unknown_fields_stay_as_they_are(names: list[str], between: str) -> None:
    text = between.join(f"‹{name}›" for name in names)
    assert vul_in(text, {}).tekst == text
