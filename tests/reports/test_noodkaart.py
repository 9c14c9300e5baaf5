"""The emergency card: one small page, complete, fit for the archive, and telling no more."""

from dataclasses import replace

import pytest
from page import ValidationProfile

from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, looked_at, opened
from vtdesk.reports.noodkaart import render_noodkaart
from vtdesk.values.noodkaart import Noodkaart, Noodnummer

KAART = Noodkaart(
    voor="Sanne",
    politie=(
        "Er is een afspraak op locatie: de woning van Sanne.",
        "Er is een afspraak op persoon: Dario Kaneelboom.",
    ),
    nummers=(
        Noodnummer("Loes Wolkenveld", "", "06-0000 0417"),
        Noodnummer("Crisis Interventie Team (CIT)", "Kim Crisisma", "010-000 0014"),
        Noodnummer("Wijkteam Dorpslaan", "Sam Wijkman", "010-000 0015"),
        Noodnummer("Gemeente Voorbeeldhaven, burgemeester", "", "010-000 0016"),
    ),
    codewoord="bibliotheekboek",
    datum="dinsdag 12 mei 2026",
)
CARDS = {
    "vol": KAART,
    "leeg": Noodkaart("Abel", (), (), "", "dinsdag 12 mei 2026"),
    "vijandig": replace(
        KAART,
        voor="O'Neill <b>" + "x" * 480,
        politie=("مرحبا 👩\u200d👧 \x00\u202e <para>&amp;</para>",),
        codewoord="w" * 300,
    ),
}


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("kaart", CARDS.values(), ids=CARDS)
def test_every_card_is_fit_for_archive_and_access(
    kaart: Noodkaart, profile: ValidationProfile
) -> None:
    assert failures(render_noodkaart(kaart), profile) == []


def test_a_full_card_stands_on_one_page_of_a6_and_says_all() -> None:
    pdf = render_noodkaart(KAART)
    words = flowing(pdf)

    paper = opened(pdf)
    [page] = paper.pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [298, 420]
    for piece in ("Bel 112", *KAART.politie, "bibliotheekboek", "Gemaakt op dinsdag 12 mei 2026."):
        assert piece in words
    for nummer in KAART.nummers:
        assert nummer.telefoon in words
        assert nummer.naam in words


def test_who_listens_hears_each_number_after_its_name() -> None:
    heard = " ".join(looked_at(render_noodkaart(KAART), "pdfinfo", "-struct-text", "-").split())

    assert heard.index("Loes Wolkenveld") < heard.index("06-0000 0417") < heard.index("Kim")
    assert heard.index("Bel 112") < heard.index("afspraak op locatie")


def test_the_card_names_no_casus_and_no_one_in_its_properties() -> None:
    pdf = render_noodkaart(KAART)

    assert "Veilig Thuis" not in flowing(pdf)
    assert "Sanne" not in looked_at(pdf, "pdfinfo", "-")


def test_the_same_card_gives_the_same_bytes() -> None:
    assert render_noodkaart(KAART) == render_noodkaart(KAART)
