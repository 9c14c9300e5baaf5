"""One line about a phone call: what is understood of it, and that nothing of it is lost."""

import time
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.belregel import Belregel, Deel, parse
from vtdesk.values.dagkinds import BelSpoed
from vtdesk.values.telefoonnummer import TE_KORT


def said(regel: Belregel, deel: Deel) -> list[str]:
    return [chip.tekst for chip in regel.chips if chip.deel is deel]


def test_a_call_from_an_unknown_number_is_understood() -> None:
    found = parse("onbekend 4x voicemail moeder paniek")

    assert [(chip.deel, chip.tekst) for chip in found.chips] == [
        (Deel.ONBEKEND, "onbekend"),
        (Deel.KEREN, "4x"),
        (Deel.VOICEMAIL, "voicemail"),
        (Deel.WIE, "moeder"),
        (Deel.SPOED, "paniek"),
    ]
    assert (found.onbekend, found.keren, found.voicemail) == (True, 4, True)
    assert (found.wie, found.spoed, found.rest) == ("moeder", BelSpoed.NU, "")


def test_a_call_with_number_time_and_story_is_understood() -> None:
    found = parse("06-0000 0417 4x 11:21 voicemail Loes over auto, spoed")

    assert (found.nummer, found.keren, found.wie) == ("+31600000417", 4, "Loes")
    assert [one.tijd for one in found.tijden] == [clock(11, 21)]
    assert (found.spoed, found.rest) == (BelSpoed.NU, "over auto")


def test_all_times_of_missed_calls_are_kept() -> None:
    found = parse("0600000417 10:52 11.03 11u15 11:21")

    assert [one.tijd for one in found.tijden] == [
        clock(10, 52), clock(11, 3), clock(11, 15), clock(11, 21)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("regel", "wie", "terug", "na"),
    [
        ("juf Tess, De Kompasroos om 14:30 over Pip", "juf Tess, De Kompasroos", True, False),
        ("Maren Zilverduin na 17:05 beloofd", "Maren Zilverduin", True, True),
        ("Dr. Proef, huisarts 9:05 brief", "Dr. Proef, huisarts", False, False),
        ("Piet van der Berg rond 16.30", "Piet van der Berg", True, False),
    ],
)
def test_a_name_and_a_moment_to_call_are_understood(
    regel: str, wie: str, terug: bool, na: bool
) -> None:
    found = parse(regel)

    assert found.wie == wie
    assert (found.tijden[0].terug, found.tijden[0].na) == (terug, na)


def test_a_name_that_is_known_needs_no_capital() -> None:
    assert parse("loes terugbellen").wie == ""
    assert parse("loes terugbellen", {"loes"}).wie == "loes"


def test_only_who_calls_is_who_not_whom_it_is_about() -> None:
    found = parse("tante Loes over Fenna en moeder")

    assert (found.wie, found.rest) == ("tante Loes", "over Fenna en moeder")


@pytest.mark.parametrize(
    ("regel", "spoed"),
    [
        ("moeder geen haast", BelSpoed.KAN_WACHTEN),
        ("moeder geen spoed", BelSpoed.KAN_WACHTEN),
        ("moeder vanmiddag", BelSpoed.VANDAAG),
        ("moeder morgen, of nu?", BelSpoed.NU),
        ("moeder", None),
    ],
)
def test_the_gravest_word_says_how_long_it_can_wait(regel: str, spoed: BelSpoed | None) -> None:
    assert parse(regel).spoed is spoed


def test_a_number_that_misses_a_digit_is_told_unless_it_is_unknown() -> None:
    assert parse("06-0000 041 moeder").bezwaar == TE_KORT
    assert said(parse("06-0000 041 moeder"), Deel.NUMMER) == ["06-0000 041"]
    assert parse("06-0000 041 moeder onbekend").bezwaar == ""


def test_a_date_is_no_number() -> None:
    found = parse("12-05-2026 gebeld door school")

    assert (found.nummer, found.bezwaar) == ("", "")
    assert "12-05-2026" in found.rest


@pytest.mark.parametrize(
    "regel",
    [
        "O'Neill <b>vet</b> 06-0000 0412",
        "محمد بن علي 0600000412 خوف",
        "שרה כהן 06-0000 0412 voicemail",
        "\u202e06-0000 0412 omgekeerd",
        "=SOM(A1) 06-0000 0412 %s {0} \\n",
    ],
)
def test_odd_names_and_signs_stay_as_they_were_typed(regel: str) -> None:
    found = parse(regel)

    assert found.nummer == "+31600000412"
    assert found.regel == regel
    assert lost(found) == ""


@pytest.mark.parametrize(
    "piece", ["x ", "0 ", "06-0000 0417 ", "1", "Ab ", "4x 11:21 ", "0(.)", "nu ", "(", "van Ab "]
)
def test_ten_thousand_signs_are_read_at_once(piece: str) -> None:
    regel = (piece * 10_000)[:10_000]
    begin = time.process_time()

    found = parse(regel)

    assert time.process_time() - begin < 1
    assert lost(found) == ""


def lost(found: Belregel) -> str:
    """Give what stands in no chip, but for the air between them."""
    left = list(found.regel)
    for chip in found.chips:
        assert found.regel[chip.begin : chip.einde] == chip.tekst
        for place in range(chip.begin, chip.einde):
            assert left[place] != "", "two chips lie over each other"
            left[place] = ""
    return "".join(left).strip()


WORDS = st.sampled_from(
    [
        "06-0000 0417", "+31 6", "4x", "3 keer", "11:21", "na 17.05", "om", "voicemail", "moeder",
        "Loes", "van", "De", "paniek", "geen haast", "onbekend", ",", ".", "٤", "é", "<b>", "\n",
        "(0)", "'t", "x", "ß", "\u200f", "\u00a0",
    ]
)  # fmt: skip


@given(st.lists(WORDS | st.text(max_size=8), max_size=12).map(" ".join))
def test_no_text_is_ever_lost(regel: str) -> None:
    found = parse(regel)

    assert found.regel == regel
    assert lost(found) == ""
    assert all(chip.tekst.strip() for chip in found.chips)
