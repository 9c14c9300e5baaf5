"""Spelling over a real kluis: names of the casus, own words, words of the trade."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.spelling import Spelling
from vtdesk.values.kinds import Rol
from vtdesk.values.tijd import dichtbij


@pytest.fixture
def spelling(desk: Desk) -> Iterator[Spelling]:
    yield desk.spelling
    desk.spelling.close()


@pytest.fixture
def casus(desk: Desk) -> UUID:
    casus_id = add_casus(desk, naam="Zilverduin / Havikskruid")
    add_persoon(desk, casus_id, voornaam="Otis", tussenvoegsel="van", achternaam="Havikskruid")
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Zwaanhildis", achternaam="Boer")
    desk.organisaties.add("Basisschool 't Kwikstaartje")
    return casus_id


def test_nothing_is_loaded_until_somebody_asks(spelling: Spelling) -> None:
    assert spelling._boek._talk is None
    assert spelling.bekend("afspraak-huis") is None
    assert not spelling.ready()
    assert spelling.is_goed("huis")
    assert spelling.ready()


def test_days_as_vtdesk_itself_writes_them_are_no_mistake(spelling: Spelling) -> None:
    for weekday in range(7):
        named = dichtbij(date(2026, 5, 11 + weekday), date(2026, 5, 1)).split()[0]
        assert spelling.bekend(named), named


def test_names_of_the_casus_are_known_also_as_what_is_theirs_but_not_the_melder(
    spelling: Spelling, casus: UUID
) -> None:
    namen = spelling.namen(casus)
    for word in ("Havikskruid", "Havikskruids", "Otis’", "Zilverduin", "Kwikstaartje", "Proefstra",
                 "Havikskruid-gesprek"):  # fmt: skip
        assert spelling.is_goed(word, namen), word
    assert not spelling.is_goed("Zwaanhildis", namen)
    assert not spelling.is_goed("Proefstra")


def test_a_name_is_offered_when_it_was_meant(spelling: Spelling, casus: UUID) -> None:
    assert spelling.suggesties("Havikskruit", spelling.namen(casus))[0] == "Havikskruid"


def test_a_word_of_the_trade_is_the_first_offer_with_the_capital_that_was_typed(
    spelling: Spelling,
) -> None:
    assert spelling.suggesties("Afpraak")[0] == "Afspraak"
    assert spelling.is_goed("casusregie")
    assert spelling.is_goed("Casusregie")
    assert len(spelling.suggesties("kinderrrechter")) <= 5


def test_a_letter_that_must_stand_twice_is_the_first_offer(spelling: Spelling) -> None:
    spelling.keur(["slapen", "stapel"])

    assert spelling.suggesties("stapen")[0] == "stappen"


def test_own_words_stay_in_the_kluis_and_nowhere_else(
    spelling: Spelling, desk: Desk, tmp_path: Path
) -> None:
    assert not spelling.is_goed("blorkster")
    spelling.voeg_toe("blorkster")
    spelling.voeg_toe("blorkster")

    assert spelling.eigen() == ("blorkster",)
    assert spelling.is_goed("Blorkster")
    assert spelling.is_goed("blorksters")
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"blorkster" not in file.read_bytes()
    spelling.haal_weg("blorkster")
    assert not spelling.is_goed("blorkster")
    assert desk.logboek is not None


@pytest.mark.parametrize("word", ["", "  ", "twee woorden", "x" * 80])
def test_what_is_no_word_is_refused_in_words(spelling: Spelling, word: str) -> None:
    with pytest.raises(UserError, match="één woord"):
        spelling.voeg_toe(word)
