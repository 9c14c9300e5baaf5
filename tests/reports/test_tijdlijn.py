"""The timeline on paper: A4 on its side, fit for the archive and for who listens."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from page import ValidationProfile

from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, looked_at, opened
from vtdesk.reports.tijdlijn import render_tijdlijn
from vtdesk.values.kinds import Letter
from vtdesk.values.tijdlijn import TijdlijnBlad, Tijdlijnregel

REGELS = (
    Tijdlijnregel(
        date(2026, 4, 23), "18:12", "Gebeurtenis", "Pip belt 112", "Politie", "Pip, Maren"
    ),
    Tijdlijnregel(
        date(2026, 5, 11), "", "Uitspraak", "Weerlegd: hij zou drinken.", "Maren, via Ria",
        letter=Letter.VERKLARING,
    ),
    Tijdlijnregel(date(2026, 5, 22), "", "Termijn", "Ria informeren", straks=True),
)  # fmt: skip
BLAD = TijdlijnBlad(
    organisatie="Veilig Thuis Voorbeeldhaven",
    nummer="VT-DEMO-0141",
    naam="Zilverduin / Havikskruid",
    keuze="De hele tijdlijn.",
    gemaakt="dinsdag 12 mei 2026",
    regels=REGELS,
    weggelaten=2,
)
FIRST = date(2020, 1, 1)
LONG = Tijdlijnregel(date(2026, 4, 2), "09:00", "Melding", "Titel " * 80, "lang " * 4000, "x" * 500)
SHEETS = {
    "gewoon": BLAD,
    "leeg": replace(BLAD, regels=(), weggelaten=1),
    "één": replace(BLAD, regels=REGELS[:1], organisatie=""),
    "lang": replace(BLAD, regels=(*REGELS[:1], LONG, LONG, *REGELS[1:])),
    "jaren": replace(
        BLAD,
        regels=tuple(replace(REGELS[0], dag=FIRST + timedelta(9 * n)) for n in range(250)),
    ),
    "vijandig": replace(
        BLAD, naam="O'Neill <b>&amp;" + "y" * 400,
        regels=(replace(REGELS[0], titel="مرحبا 👩\u200d👧 \x00\u202e <para>&amp;</para>"),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize("blad", SHEETS.values(), ids=SHEETS)
def test_every_line_is_fit_for_archive_and_access(
    blad: TijdlijnBlad, profile: ValidationProfile
) -> None:
    assert failures(render_tijdlijn(blad), profile) == []


def test_the_paper_lies_on_its_side_and_says_all_in_order() -> None:
    pdf = render_tijdlijn(BLAD)
    words = flowing(pdf)

    document = opened(pdf)
    assert [round(float(side)) for side in document.pages[0].MediaBox] == [0, 0, 842, 595]
    pieces = (
        "Tijdlijn Zilverduin / Havikskruid", "De hele tijdlijn. Gemaakt op dinsdag 12 mei 2026.",
        "2 regels staan niet op papier: niet iedereen mag dat lezen.",
        "April 2026", "do 23 april 18:12", "Pip belt 112", "Pip, Maren", "Mei 2026",
        "Uitspraak V", "Weerlegd: hij zou drinken.", "Nog niet geweest: Ria informeren",
        "bladzijde 1 van 1",
    )  # fmt: skip
    places = [words.find(piece) for piece in pieces]
    assert -1 not in places, pieces[places.index(-1)]
    assert places == sorted(places)


def test_no_name_is_in_the_properties_of_the_file() -> None:
    assert "Zilverduin" not in looked_at(render_tijdlijn(BLAD), "pdfinfo", "-")


def test_the_head_of_a_table_comes_again_on_the_next_page_and_is_spoken_once() -> None:
    pdf = render_tijdlijn(SHEETS["lang"])

    assert len(opened(pdf).pages) > 2
    assert flowing(pdf).count("Wanneer") >= 2


def test_the_same_line_gives_the_same_bytes() -> None:
    assert render_tijdlijn(BLAD) == render_tijdlijn(BLAD)
