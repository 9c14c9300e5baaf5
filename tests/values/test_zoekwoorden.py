"""Words as the index knows them: folding, numbers, plurals, typing errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.afstand import afstand
from vtdesk.values.buiging import vormen
from vtdesk.values.nummers import nummers
from vtdesk.values.vouwen import woorden, woorden_met_plaats


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Zoë", ["zoe"]),
        ("Zoe\u0308", ["zoe"]),
        ("O'Neill O’Neill", ["oneill", "oneill"]),
        ("IJsbrand Ĳsbrand", ["ijsbrand", "ijsbrand"]),
        ("Łukasz Ørsted Straße", ["lukasz", "orsted", "strasse"]),
        ("e-mail, foto's", ["e", "mail", "fotos"]),
        ("\u202eomgekeerd\u202c 😀", ["omgekeerd"]),
        ("van den Berg", ["van", "den", "berg"]),
        ("\u0000\u0001", []),
    ],
)
def test_words_are_known_without_case_accents_and_signs(written: str, known: list[str]) -> None:
    assert woorden(written) == known


@given(st.text(st.one_of(st.characters(), st.sampled_from("éßĳ ½'’😀\u200d\u0301"))))
def test_each_word_is_known_by_its_own_place(text: str) -> None:
    found = woorden_met_plaats(text)

    assert [word.gevouwen for word in found] == woorden(text)
    end = 0
    for word in found:
        assert end <= word.begin < word.einde <= len(text)
        end = word.begin  # one sign may stand for two words, such as ½
        assert word.gevouwen in " ".join(woorden(text[word.begin : word.einde]))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("06-12345678", "0612345678"),
        ("06 12 34 56 78", "0612345678"),
        ("(06) 1234 5678", "0612345678"),
        ("+31 6 12345678", "0612345678"),
        ("+31 (0)6 12345678", "0612345678"),
        ("0031 6 1234.5678", "0612345678"),
        ("035-6012345", "0356012345"),
        ("+32 475 11 22 33", "0032475112233"),
        ("0032-475-112233", "0032475112233"),
    ],
)
def test_a_number_is_known_by_how_one_dials_it(written: str, digits: str) -> None:
    [number] = nummers(f"Bel {written}, na vijven.")
    assert number.cijfers == digits
    assert f"Bel {written}, na vijven."[number.begin : number.einde].endswith(written[-2:])


def test_a_count_is_no_number() -> None:
    assert nummers("3 kinderen, 14 jaar, om 09:30") == []


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("afspraak", "veiligheidsafspraken"),
        ("afspraken", "vervolgafspraak"),
        ("brief", "brieven"),
        ("brieven", "correctiebrief"),
        ("huis", "gezinshuizen"),
        ("huizen", "gezinshuis"),
        ("gesprek", "gesprekken"),
        ("gesprekken", "kindgesprek"),
        ("zus", "zussen"),
        ("verslagen", "eindverslag"),
        ("kinderen", "kindgesprek"),
        ("voorwaarden", "veiligheidsvoorwaarde"),
        ("moeders", "stiefmoeder"),
        ("weken", "week"),
        ("muur", "muren"),
        ("wolven", "wolf"),
    ],
)
def test_one_number_finds_the_other_inside_longer_words(asked: str, written: str) -> None:
    assert any(part in written for part in vormen(asked))


@given(st.text())
def test_every_word_is_one_of_its_own_forms(word: str) -> None:
    assert vormen(word)[0] == word


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [("sleutelhnger", "sleutelhanger", 1), ("deru", "deur", 1), ("deur", "deur", 0), ("a", "", 1)],
)
def test_typing_errors_are_counted(one: str, other: str, errors: int) -> None:
    assert afstand(one, other, 2) == afstand(other, one, 2) == errors


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_far_words_are_told_to_be_farther_than_asked(one: str, other: str) -> None:
    assert (afstand(one, other, 1) <= 1) == (afstand(one, other, 8) <= 1)
