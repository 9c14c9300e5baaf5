"""Which words are spelled at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtdesk.values.spelwoorden import kern_van, spelwoorden, vormen


@pytest.mark.parametrize(
    ("tekst", "kernen"),
    [
        ("’s Nachts slaapt zij", ["Nachts", "slaapt", "zij"]),
        ("‘Ik wil dat niet’, zegt hij", ["Ik", "wil", "dat", "niet", "zegt", "hij"]),
        ("foto’s van Sanne’s ex-partner", ["foto's", "van", "Sanne's", "ex-partner"]),
        ("zo'n vo\u0301o\u0301r één", ["zo'n", "vóór", "één"]),
        ("om 14u op 12-05 in groep 3B, 2e keer", ["om", "op", "in", "groep", "keer"]),
        ("kijk op https://a.nl/x of www.b.nl, mail j@c.nl", ["kijk", "op", "of", "mail"]),
        ("‹naam van de school› belt ;veilig", ["belt"]),
        ("MDO met RvdK en JB-plein", ["met", "RvdK", "en", "JB-plein"]),
        ("ĳs wo\u00adord \U0001f600 huis", ["ijs", "woord", "huis"]),
        ("en/of (mogelijk) “dicht”… -tje", ["en", "of", "mogelijk", "dicht"]),
    ],
)
def test_words_are_taken_as_a_dictionary_knows_them(tekst: str, kernen: list[str]) -> None:
    assert [word.kern for word in spelwoorden(tekst)] == kernen


def test_a_name_is_known_with_what_is_of_that_person() -> None:
    forms = vormen("Kees van Wolkenveld-O’Neill")
    assert {"kees'", "kees", "wolkenveld", "wolkenvelds", "o'neill's"} <= forms


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_each_word_stands_where_it_says(tekst: str) -> None:
    for word in spelwoorden(tekst):
        assert kern_van(tekst[word.begin : word.einde]) == word.kern
