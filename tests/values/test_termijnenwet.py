"""The Algemene termijnenwet: which ends move, which do not, and what is said about it."""

from datetime import date

import pytest

from tests.values.terms import outcome, statutory
from vtdesk.services.regelbestanden import kalender
from vtdesk.values.termijnen.berekening import compute
from vtdesk.values.termijnen.verloop import Opschorting, Verloop
from vtdesk.values.termijnen.waarom import waarom


def test_a_day_that_stood_still_is_not_one_of_the_two_ordinary_days() -> None:
    regel = statutory(5, "dagen")
    stil = Verloop((Opschorting(date(2026, 4, 7), date(2026, 4, 9)),))

    uitkomst = compute(regel, date(2026, 4, 2), kalender=kalender(), verloop=stil)

    assert (uitkomst.ruw, uitkomst.einde) == (date(2026, 4, 9), date(2026, 4, 10))


def test_working_days_and_the_law_each_name_their_own_free_days() -> None:
    regel = statutory(5, "werkdagen")
    works = kalender(
        """
        [[feestdag]]
        naam = "Goede Vrijdag"
        pasen = -2
        artikel = "Algemene termijnenwet art. 3 lid 2"
        bron = "keuze van het bureau"
        zekerheid = "D"
        werkdag = true
        """
    )

    uitkomst = compute(regel, date(2026, 3, 27), kalender=works)
    words = waarom(uitkomst)

    assert (uitkomst.ruw, uitkomst.einde) == (date(2026, 4, 3), date(2026, 4, 7))
    assert (
        "Het einde valt op een vrije dag: vrijdag 3 april 2026 (Goede Vrijdag), "
        "zaterdag 4 april 2026, zondag 5 april 2026, maandag 6 april 2026 (Tweede Paasdag)."
    ) in words
    assert "Niet meegeteld: zaterdag 28 maart 2026, zondag 29 maart 2026." in words


def test_long_terms_and_european_ones_are_not_moved() -> None:
    saturday = outcome("T8", date(2026, 4, 16))
    half_year = outcome("T15", date(2026, 4, 10))

    assert (saturday.einde, saturday.vrij_want) == (date(2026, 5, 16), "zaterdag")
    assert (half_year.einde, half_year.vrij_want) == (date(2026, 10, 10), "zaterdag")


def test_a_measure_ends_on_a_saturday_too_and_says_so() -> None:
    assert (
        "Die dag is vrij (zaterdag), maar het einde schuift niet op: "
        "in deze tijd geldt iets, en dat eindigt gewoon op die dag."
    ) in waarom(outcome("T12", date(2026, 2, 16)))


@pytest.mark.parametrize(
    ("lengte", "eenheid", "moved"),
    [
        (2, "dagen", True),
        (90, "dagen", True),
        (91, "dagen", False),
        (12, "weken", True),
        (13, "weken", False),
        (3, "maanden", True),
        (4, "maanden", False),
        (1, "jaren", False),
        (48, "uren", False),
    ],
)
def test_article_4_is_kept_whatever_the_table_says(lengte: int, eenheid: str, moved: bool) -> None:
    uitkomst = compute(statutory(lengte, eenheid), date(2026, 4, 4), kalender=kalender())

    assert (uitkomst.schoof_niet_want == "") is moved
    if not moved:
        assert uitkomst.schoof_niet_want.startswith("Algemene termijnenwet art. 4: niet voor")


def test_a_term_of_two_days_need_not_hold_two_ordinary_days() -> None:
    regel = statutory(2, "dagen")

    uitkomst = compute(regel, date(2026, 4, 5), kalender=kalender())  # Easter

    assert uitkomst.einde == date(2026, 4, 7)
    assert uitkomst.schoof_door == ""


def test_a_day_that_may_be_a_feestdag_is_named_and_not_counted() -> None:
    uitkomst = outcome("T3", date(2026, 4, 16))

    assert uitkomst.einde == date(2026, 5, 15)
    assert any(
        "vrijdag 15 mei 2026 geldt misschien als feestdag" in zin for zin in waarom(uitkomst)
    )
