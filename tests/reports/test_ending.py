"""A letter and an extract never end on a page that has the greeting alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.reports import samples
from tests.reports.paper import pages_of
from tests.reports.test_brief import BRIEF
from vtdesk.reports.brief import render_brief
from vtdesk.reports.inzage import render_inzage
from vtdesk.values.brief import alinea
from vtdesk.values.sjabloon import Vorm
from vtdesk.values.tekst import Alinea, Sectie, Tekst, runs

Make = Callable[[int], list[list[str]]]

GROET = "Met vriendelijke groet,"


def extract(lines: int) -> list[list[str]]:
    """Lay out an extract with this many short paragraphs."""
    text = tuple(Alinea(runs("Er staat een zin.")) for _ in range(lines))
    document = replace(
        samples.document(),
        onderdelen=samples.ONDERDELEN[:1],
        tekst=Tekst((Sectie("doel", text),)),
        vorm=Vorm.BRIEF,
        betreft="Wat Veilig Thuis over u heeft vastgelegd",
    )
    return pages_of(render_inzage(document))


def letter(lines: int) -> list[list[str]]:
    """Lay out a letter with this many short paragraphs."""
    return pages_of(render_brief(replace(BRIEF, blokken=(alinea("Een zin."),) * lines)))


@pytest.mark.parametrize(("make", "fits"), [(extract, 27), (letter, 24)])
def test_the_greeting_has_company_wherever_the_page_ends(make: Make, fits: int) -> None:
    made = [make(lines) for lines in range(fits, fits + 4)]

    assert [len(pages) for pages in made] == [1, 2, 2, 2]
    for pages in made:
        last = next(page for page in pages if GROET in page)
        assert last.index(GROET) > 0


def test_an_extract_stands_closer_when_that_saves_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(extract(27)) == 1

    monkeypatch.setattr("vtdesk.reports.inzage.DENSE", 1)
    assert len(extract(27)) == 2
