"""The page for who stands in: one side of A4, fit for the archive, and readable by ear."""

from dataclasses import replace

import pytest
from page import ValidationProfile

from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, looked_at, opened
from vtdesk.reports.vervangblad import render_vervangblad
from vtdesk.values.vervangblad import Bladdeel, Vervangblad

DRIE = ("Wie", "Wat", "Veilig contact")
BLAD = Vervangblad(
    organisatie="Veilig Thuis Voorbeeldhaven",
    nummer="VT-DEMO-0158",
    casus="Wolkenveld / Kaneelboom",
    periode="woensdag 13 mei 2026 tot en met vrijdag 22 mei 2026",
    afwezig="Mila Proefstra",
    contact="Bo Vervanger, 010-000 0012",
    gemaakt="dinsdag 12 mei 2026, 17:22",
    delen=(
        Bladdeel("Veiligheid", (("Zicht op veiligheid", "Veilig Thuis, sinds 4 mei."),)),
        Bladdeel(
            "Wat er loopt",
            (("do 14 mei 21:30", "Huisverbod", "Nog niemand"),),
            ("Wanneer", "Wat", "Wie neemt het over"),
            (0.17, 0.58, 0.25),
        ),
        Bladdeel(
            "Mensen, kinderen eerst",
            (("Fenna Wolkenveld, 7", "kind", ""), ("Sanne, 31", "moeder", "06-0000 0411")),
            DRIE,
            (0.2, 0.32, 0.48),
        ),
        Bladdeel("Wie erbij is", (), leeg="Er is geen andere organisatie bij."),
    ),
)  # fmt: skip


def with_people(count: int, words: str = "moeder") -> Vervangblad:
    rows = tuple((f"Persoon {n}", words, "06-0000 0411") for n in range(count))
    return replace(BLAD, delen=(Bladdeel("Mensen", rows, DRIE, (0.2, 0.32, 0.48)),))


PAGES = {
    "gewoon": BLAD,
    "leeg": replace(BLAD, afwezig="", contact="", delen=()),
    "veel": with_people(70, "woord " * 20),
    "vijandig": replace(
        with_people(2, "O'Neill <b>" + "x" * 480),
        casus="مرحبا 👩\u200d👧 \x00\u202e <para>&amp;</para>",
    ),
}


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("blad", PAGES.values(), ids=PAGES)
def test_every_page_is_fit_for_archive_and_access(
    blad: Vervangblad, profile: ValidationProfile
) -> None:
    assert failures(render_vervangblad(blad), profile) == []


def test_the_page_says_all_and_names_no_one_in_its_properties() -> None:
    pdf = render_vervangblad(BLAD)
    words = flowing(pdf)

    assert len(opened(pdf).pages) == 1
    for deel in BLAD.delen:
        assert deel.kop in words
        for row in deel.rijen:
            assert all(cell in words for cell in row)
    assert "Er is geen andere organisatie bij." in words
    assert "Vervanging: Bo Vervanger, 010-000 0012" in words
    assert "Wolkenveld" not in looked_at(pdf, "pdfinfo", "-")


def test_more_text_gets_smaller_letters_before_it_gets_a_second_page() -> None:
    assert len(opened(render_vervangblad(with_people(39))).pages) == 1
    assert len(opened(render_vervangblad(with_people(43))).pages) == 1


def test_what_fits_on_no_page_goes_on_and_nothing_is_lost() -> None:
    words = flowing(render_vervangblad(with_people(70)))

    assert all(f"Persoon {number} " in words for number in range(70))
    assert "bladzijde 2 van 2" in words


def test_who_listens_hears_each_cell_after_its_row() -> None:
    heard = " ".join(looked_at(render_vervangblad(BLAD), "pdfinfo", "-struct-text", "-").split())

    order = (
        "Wat er loopt",
        "do 14 mei 21:30",
        "Huisverbod",
        "Nog niemand",
        "Fenna",
        "06-0000 0411",
    )
    places = [heard.index(words) for words in order]
    assert places == sorted(places)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert render_vervangblad(BLAD) == render_vervangblad(BLAD)
