"""The genogram on one sheet of paper: fit for the archive, for grey print and for who listens."""

from dataclasses import replace

import pytest
from page import ValidationProfile
from pikepdf import Name

from tests.reports.paper import ACCESS, ARCHIVE, failures, flowing, opened
from tests.values import genogram_families as families
from tests.values.genogram_families import ALL, TODAY, Case, Familie, V
from vtdesk.reports.genogram import GenogramBlad, render_genogram
from vtdesk.values.genogram.als_tekst import als_tekst
from vtdesk.values.genogram.teken import teken


def blad(familie: Familie) -> GenogramBlad:
    return GenogramBlad(
        organisatie="Veilig Thuis Voorbeeldhaven",
        dossiernummer="VT-DEMO-0158",
        titel="Gezin Wolkenveld / Kaneelboom",
        tekening=teken(familie.gezin),
        zinnen=als_tekst(familie.gezin),
        peildatum=TODAY,
    )


HOSTILE = Familie().mens(V, "O'Neill <b>&amp; \u0645\u0631 \x00\u202e" + "x" * 400, 30, "<i>")


@pytest.mark.parametrize("profile", [ARCHIVE, ACCESS], ids=["PDF/A-2a", "PDF/UA-1"])
@pytest.mark.parametrize(
    "familie",
    [families.wolkenveld(), families.network_of_25(), Familie(), HOSTILE],
    ids=["wolkenveld", "25 mensen", "niemand", "vijandig"],
)
def test_a_genogram_is_fit_for_archive_and_access(
    familie: Familie, profile: ValidationProfile
) -> None:
    assert failures(render_genogram(blad(familie)), profile) == []


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.make.__name__)
def test_every_family_fits_one_sheet_with_all_names_on_it(case: Case) -> None:
    pdf = render_genogram(blad(case.make()))
    pages = opened(pdf).pages
    assert len(pages) == 1
    assert pages[0].MediaBox[2] > pages[0].MediaBox[3]
    text = flowing(pdf)
    for symbool in teken(case.make().gezin).symbolen:
        assert all(regel.tekst in text for regel in symbool.regels)


def test_who_listens_hears_the_family_in_sentences() -> None:
    document = opened(render_genogram(blad(families.wolkenveld())))
    elements = document.Root.StructTreeRoot.K.K
    figure = next(element for element in elements if Name.Figure == element.S)
    assert str(figure.Alt) == " ".join(als_tekst(families.wolkenveld().gezin))


def test_the_same_drawing_gives_the_same_bytes() -> None:
    sheet = blad(families.sterrenwoud())
    assert render_genogram(sheet) == render_genogram(sheet)


def test_the_legend_explains_what_is_drawn_and_nothing_else() -> None:
    told = flowing(render_genogram(blad(families.wolkenveld())))
    assert "zigzag met pijl: geweld, van wie naar wie" in told
    assert "schuin streepje: uit elkaar" in told
    assert "driehoek: ongeboren" not in told
    assert "schuin streepje" not in flowing(render_genogram(blad(families.sterrenwoud())))
    quiet = replace(blad(families.wolkenveld()), lagen=frozenset())
    text = flowing(render_genogram(quiet))
    assert "zigzag" not in text
    assert "Geweld, 4 mei" not in text
    assert "gezag" not in text
