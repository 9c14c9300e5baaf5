"""What speaks of somebody's health is known by its words, and what only looks like it is not."""

import re
import tomllib

import pytest

from vtdesk import resources
from vtdesk.errors import UserError
from vtdesk.values.medischwoorden import lees_medisch, medischewoorden

GROEP = """[[groep]]
naam = "proef"
woorden = [
    "echo",
    {}
]
bron = "proef"
zekerheid = "D"
vanaf = 2026-05-01
"""


@pytest.mark.parametrize(
    "words",
    [
        "Zij is in\nverwachting.", "Moeder is ZWANGER.", "uitgerekend in juli", "De echo was goed.",
        "een LVB", "vader heeft ADHD", "diagnose ADD", "autistisch", "een eetstoornis", "verslaafd",
        "in het ziekenhuis", "een gedwongen opname", "Zij is in behandeling bij Parnassia.",
        "Neemt medicatie.", "de huisarts", "zij snijdt zichzelf", "zij sneed zich",
        "suïcidaal", "Een zware DEPRESSIE", "PTSS",
        "de psychiater belt", "bij de GGZ", "gebruikt middelen", "rook naar alcohol",
        "Hij werd opgenomen.",
    ],
)  # fmt: skip
def test_words_of_health_are_known_in_each_notation(words: str) -> None:
    assert medischewoorden().staat_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "Dat is echt zo.", "Het adres is bekend.", "De assistent belt.",
        "Een additionele afspraak.",
        "Ik heb contact met moeder opgenomen.", "De telefoon werd niet opgenomen.",
        "De opname van het gesprek is bewaard.", "Wij zetten alle middelen in.",
        "Een drankje.",
        "De leraar belt.", "Het huis is artistiek.", "Dat is goed bevallen.", "Uitgerekend nu.",
        "De politie zag letsel.",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_taken_for_it(words: str) -> None:
    assert not medischewoorden().staat_in(words)


def test_in_the_ordinary_sentences_of_the_demo_only_words_of_health_are_found() -> None:
    known, texts = medischewoorden(), _texts()
    found = {known.eerste(one) for one in texts} - {""}
    assert len(texts) > 800
    assert found <= {"huisarts", "huisartsenpraktijk", "medicijnen", "alcohol"}


def _texts() -> list[str]:
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.extend(one for one in re.split(r"(?<=[.!?])\s+", value) if " " in one.strip())
        elif isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                walk(one)

    for path in sorted(resources.path("demo").glob("*.toml")):
        walk(tomllib.loads(path.read_text("utf-8")))
    return found


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ('"ECHO",', "regel 5: 'ECHO' moet in kleine letters"),
        ('"echo",', "regel 5: 'echo' staat er al"),
        ('"*",', "regel 5: '\\*' moet met een woord"),
        ('"… pijn",', "regel 5: '… pijn' moet met een woord"),
        ("3,", "moet een lijst met teksten zijn"),
        ('"pijn', "regel 5"),
    ],
)
def test_a_mistake_is_named_with_line_and_reason(words: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        lees_medisch(GROEP.format(words))


def test_a_field_that_nobody_knows_or_a_list_without_words_is_refused() -> None:
    with pytest.raises(UserError, match="'woord' hoort hier niet"):
        lees_medisch(GROEP.format("") + 'woord = ["pijn"]')
    with pytest.raises(UserError, match="regel 1: groep 'proef' heeft geen woorden"):
        lees_medisch(re.sub(r"(?s)\[\n.*?\]", "[]", GROEP))
