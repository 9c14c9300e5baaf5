"""A letter on paper: complete, fit for the archive, and readable for who cannot see it."""

from dataclasses import replace

import pytest
from page import ValidationProfile

from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, looked_at
from vtdesk.reports.brief import render_brief
from vtdesk.values.brief import Brief, alinea, citaat, kop

BRIEF = Brief(
    organisatie="Veilig Thuis Voorbeeldhaven",
    kenmerk="VT-DEMO-0158",
    ontvanger="Crisis Interventie Team (CIT)",
    datum="dinsdag 12 mei 2026",
    onderwerp="Correctie van een stuk dat u van ons kreeg",
    blokken=(
        alinea("Op 12 mei 2026 kreeg u van ons dit stuk: Gespreksverslag, versie 1."),
        kop("Wat er stond"),
        citaat("Loes dacht dat zij de auto zag.", "Loes Wolkenveld, tante, 12 mei 2026"),
        kop("Wat wij u vragen"),
        alinea("Haal deze zin weg, of zet erbij dat hij is weerlegd."),
    ),
    afzender="Mila Proefstra",
    functie="procesregisseur",
)
LETTERS = {
    "gewoon": BRIEF,
    "lang": replace(BRIEF, blokken=(kop("Kop"), alinea("woord " * 3000), citaat("zin " * 900))),
    "vijandig": replace(
        BRIEF,
        ontvanger="O'Neill <b>" + "x" * 480,
        afzender="",
        blokken=(alinea("مرحبا 👩\u200d👧 \x00\u202e <para>&amp;</para>"), citaat("", "")),
    ),
}


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("brief", LETTERS.values(), ids=LETTERS)
def test_every_letter_is_fit_for_archive_and_access(
    brief: Brief, profile: ValidationProfile
) -> None:
    assert failures(render_brief(brief), profile) == []


def test_the_letter_says_all_and_names_no_one_in_its_properties() -> None:
    pdf = render_brief(BRIEF)
    words = flowing(pdf)

    for piece in (
        "Aan: Crisis Interventie Team (CIT)",
        "Ons kenmerk: VT-DEMO-0158",
        "Loes Wolkenveld, tante, 12 mei 2026",
        "Mila Proefstra",
        "bladzijde 1 van 1",
    ):
        assert piece in words
    assert "Loes" not in looked_at(pdf, "pdfinfo", "-")


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render_brief(BRIEF) == render_brief(Brief.from_json(BRIEF.to_json()))
