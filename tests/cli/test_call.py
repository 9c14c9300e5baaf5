"""`vtdesk call`: note a phone call, and ask whose number it is."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.values.telefoonnummer import TE_KORT


@pytest.mark.parametrize("number", ["06-0000 0417", "+31600000417", "0031 6 0000 0417"])
def test_a_number_of_the_demo_is_loes_and_no_address_is_told(
    run: Run, demo_kluis: Path, number: str
) -> None:
    outcome = run("--vault", demo_kluis, "call", "match", number, "--json")

    [match] = outcome.data["hoort_bij"]
    assert (match["naam"], match["casus"]) == ("Loes Wolkenveld", "VT-DEMO-0158")
    assert match["adres_afgeschermd"] is True
    words = run("--vault", demo_kluis, "call", "match", number).out
    for hidden in ("Schelpenhof", "0000 AB", "Zeeklas", "Golfbreker"):
        assert hidden not in words
        assert hidden not in outcome.out


def test_nobody_has_this_number(run: Run, demo_kluis: Path) -> None:
    outcome = run("--vault", demo_kluis, "call", "match", "06", "1234", "5678")

    assert (outcome.code, outcome.out) == (0, "Niemand in je casussen heeft dit nummer.\n")


def test_half_a_number_is_refused_in_words(run: Run, demo_kluis: Path) -> None:
    outcome = run("--vault", demo_kluis, "call", "match", "06-0000 041")
    noted = run("--vault", demo_kluis, "call", "add", "06-0000 041 moeder")

    assert (outcome.code, outcome.err) == (1, f"{TE_KORT}\n")
    assert (noted.code, noted.err) == (1, f"{TE_KORT}\n")


def test_a_line_is_noted_and_told_how_it_was_understood(run: Run, demo_kluis: Path) -> None:
    line = "onbekend 4x voicemail moeder paniek"
    data = run("--vault", demo_kluis, "call", "add", line, "--json").data

    assert data["nieuw"] is True
    assert (data["wie"], data["keren"], data["voicemail"]) == ("moeder", 4, True)
    assert (data["spoed"], data["nummer"], data["hoort_bij"]) == ("nu", "", [])


def test_the_same_number_counts_on(run: Run, demo_kluis: Path) -> None:
    first = run("--vault", demo_kluis, "call", "add", "06-0000 0499 2x", "--json").data
    again = run("--vault", demo_kluis, "call", "add", "+31600000499 spoed")

    assert "Dit nummer stond al open" in again.out
    assert f"Keren: {first['keren'] + 1}" in again.out
    assert "Genoteerd onder Nu." in again.out
