"""Ties between people: what is noted, what is refused and why, and how each deed is undone."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import add_casus, add_persoon
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.values.casuskinds import RelatieSoort as Soort
from vtdesk.values.kinds import Rol


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def person(desk: Desk, casus_id: UUID, naam: str, born: date | None = None) -> UUID:
    return add_persoon(desk, casus_id, Rol.ANDERS, voornaam=naam, geboortedatum=born)


def test_a_tie_is_listed_with_the_names_at_both_ends(desk: Desk, casus_id: UUID) -> None:
    maren, pip = person(desk, casus_id, "Maren"), person(desk, casus_id, "Pip")
    desk.relaties.add(RelatieGegevens(maren, pip, Soort.OUDER, vanaf=date(2016, 9, 14)))

    [row] = desk.relaties.of_casus(casus_id)
    assert (row.van, row.naar) == ("Maren Havikskruid", "Pip Havikskruid")
    assert row.gegevens.periode.woorden == "sinds 14 september 2016"


def test_nobody_is_his_own_parent(desk: Desk, casus_id: UUID) -> None:
    pip = person(desk, casus_id, "Pip")
    with pytest.raises(UserError, match="met zichzelf"):
        desk.relaties.add(RelatieGegevens(pip, pip, Soort.OUDER))


def test_a_circle_of_parents_is_refused_with_both_names(desk: Desk, casus_id: UUID) -> None:
    ria, otis, pip = (person(desk, casus_id, naam) for naam in ("Ria", "Otis", "Pip"))
    desk.relaties.add(RelatieGegevens(ria, otis, Soort.OUDER))
    desk.relaties.add(RelatieGegevens(otis, pip, Soort.OUDER))
    with pytest.raises(UserError, match="Ria is zelf een voorouder van Pip"):
        desk.relaties.add(RelatieGegevens(pip, ria, Soort.OUDER))
    assert len(desk.relaties.of_casus(casus_id)) == 2


def test_a_third_parent_is_refused_and_a_pleegouder_is_not(desk: Desk, casus_id: UUID) -> None:
    one, two, three, child = (person(desk, casus_id, naam) for naam in ("A", "B", "C", "Kind"))
    for parent in (one, two):
        desk.relaties.add(RelatieGegevens(parent, child, Soort.OUDER))
    with pytest.raises(UserError, match="al twee ouders: A en B"):
        desk.relaties.add(RelatieGegevens(three, child, Soort.OUDER))
    desk.relaties.add(RelatieGegevens(three, child, Soort.PLEEG))


def test_a_parent_is_born_before_the_child(desk: Desk, casus_id: UUID) -> None:
    old = person(desk, casus_id, "Otis", date(1986, 12, 5))
    young = person(desk, casus_id, "Pip", date(2016, 9, 14))
    with pytest.raises(UserError, match="niet eerder geboren"):
        desk.relaties.add(RelatieGegevens(young, old, Soort.OUDER))


def test_a_tie_from_before_a_birth_is_refused(desk: Desk, casus_id: UUID) -> None:
    maren = person(desk, casus_id, "Maren", date(1989, 8, 21))
    pip = person(desk, casus_id, "Pip", date(2016, 9, 14))
    early, support = date(2016, 9, 13), RelatieGegevens(maren, pip, Soort.STEUN)
    for tie in (replace(support, vanaf=early), replace(support, tot=early)):
        with pytest.raises(UserError, match="Pip is geboren op 14 september 2016"):
            desk.relaties.add(tie)


def test_a_tie_does_not_end_before_it_begins(desk: Desk, casus_id: UUID) -> None:
    maren, otis = person(desk, casus_id, "Maren"), person(desk, casus_id, "Otis")
    with pytest.raises(UserError, match="vóór de begindatum"):
        desk.relaties.add(
            RelatieGegevens(maren, otis, Soort.PARTNER, False, date(2020, 1, 1), date(2019, 1, 1))
        )


def test_the_same_tie_is_not_noted_twice_for_the_same_time(desk: Desk, casus_id: UUID) -> None:
    maren, otis = person(desk, casus_id, "Maren"), person(desk, casus_id, "Otis")
    desk.relaties.add(RelatieGegevens(maren, otis, Soort.PARTNER, tot=date(2020, 1, 1)))
    with pytest.raises(UserError, match="staat er al"):
        desk.relaties.add(RelatieGegevens(otis, maren, Soort.PARTNER))
    with pytest.raises(UserError, match="partner of ex-partner"):
        desk.relaties.add(RelatieGegevens(otis, maren, Soort.EX, vanaf=date(2019, 1, 1)))
    desk.relaties.add(RelatieGegevens(otis, maren, Soort.EX, vanaf=date(2020, 1, 1)))


def test_an_end_and_a_removal_can_be_undone(desk: Desk, casus_id: UUID) -> None:
    maren, otis = person(desk, casus_id, "Maren"), person(desk, casus_id, "Otis")
    first = desk.relaties.add(RelatieGegevens(maren, otis, Soort.PARTNER))

    desk.relaties.end(first, date(2026, 5, 1))
    desk.relaties.end(first, None)
    before = desk.relaties.remove(first)
    assert desk.relaties.of_casus(casus_id) == []
    desk.relaties.add(before, first)

    [row] = desk.relaties.of_casus(casus_id)
    assert (row.id, row.gegevens) == (first, RelatieGegevens(maren, otis, Soort.PARTNER))


def test_a_change_that_was_overtaken_is_refused(desk: Desk, casus_id: UUID) -> None:
    maren, otis = person(desk, casus_id, "Maren"), person(desk, casus_id, "Otis")
    first = desk.relaties.add(RelatieGegevens(maren, otis, Soort.PARTNER))
    [row] = desk.relaties.of_casus(casus_id)
    desk.relaties.change(first, row.version, replace(row.gegevens, soort=Soort.EX))
    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.relaties.change(first, row.version, row.gegevens)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8))
def test_no_history_of_parents_makes_a_circle_or_a_third_parent(
    desk: Desk, ties: list[tuple[int, int]]
) -> None:
    casus_id = add_casus(desk, nummer=f"T-{len(desk.casussen.all(None))}")
    people = [person(desk, casus_id, f"P{number}") for number in range(5)]
    for parent, child in ties:
        try:
            desk.relaties.add(RelatieGegevens(people[parent], people[child], Soort.OUDER))
        except UserError:
            continue
    gezin = desk.genogrammen.gezin(casus_id)  # refuses a circle by itself
    assert all(len(one.ouders) <= 2 for one in gezin.ouderschappen)
