"""No row of a table and no point of a list stands alone where a page ends or begins."""

import re
from collections import Counter
from collections.abc import Callable

import pytest

from tests.reports import samples
from tests.reports.paper import flowing, pages_of
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.tekst import Afspraakregel, Alinea, Blok, Lijstpunt, runs

SIZES = [2, 3, 5, 7, 4, 6, 2] * 6
ITEM = re.compile(r"ding(\d+)-")


def point(word: str) -> Blok:
    return Lijstpunt(runs(word))


def row(word: str) -> Blok:
    return Afspraakregel("Vader", word, "morgen", "")


def listed(item: Callable[[str], Blok], sizes: list[int]) -> tuple[Blok, ...]:
    """Make lists of these sizes below each other, so that pages end everywhere in them."""
    return tuple(
        blok
        for number, size in enumerate(sizes)
        for blok in (
            Alinea(runs("Ertussen. " * (1 + number % 4 * 9))),
            *(item(f"ding{number}-{n}") for n in range(size)),
        )
    )


@pytest.mark.parametrize("item", [point, row])
def test_what_a_page_break_divides_keeps_company_on_both_sides(item: Callable[[str], Blok]) -> None:
    parts = {"doel": listed(item, SIZES), "besproken": samples.UITSPRAKEN[:1]}
    pages = pages_of(render_verslag(samples.document(parts)))
    found = [Counter(int(n) for line in page for n in ITEM.findall(line)) for page in pages]

    divided = {n for n in range(len(SIZES)) if sum(n in page for page in found) > 1}
    assert sum(found, Counter()) == dict(enumerate(SIZES))
    assert divided
    assert not {n for n in divided for page in found if page[n] == 1}
    assert not {n for n in divided if SIZES[n] <= 3}


def test_rows_of_which_a_page_holds_no_two_print_whole() -> None:
    rows = (*(row("ganzen " * 120) for _ in range(3)), row("slot"))
    words = flowing(render_verslag(samples.document({"afspraken": rows})))

    assert words.count("ganzen") == 360
    assert "slot" in words


def test_points_of_which_a_page_holds_no_two_print_whole() -> None:
    points = tuple(point("ganzen " * 320) for _ in range(3))

    assert flowing(render_verslag(samples.document({"nu": points}))).count("ganzen") == 960
