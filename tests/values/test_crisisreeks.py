"""Where organisations differ, for every history of ratings."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.casuskinds import Kleur
from vtdesk.values.crisisreeks import Beoordeling, Reeks, in_kracht, niet_eens

START = datetime(2026, 5, 4, 20, tzinfo=UTC)
RATING = st.tuples(
    st.sampled_from(["VT", "CIT", "RvdK"]), st.integers(0, 8), st.sampled_from(list(Kleur))
)


def rated(organisatie: str, hours: int, kleur: Kleur) -> Beoordeling:
    return Beoordeling(uuid4(), organisatie, START + timedelta(hours=hours), kleur, "gezien")


@given(st.lists(RATING, max_size=12))
def test_a_moment_is_contested_when_two_organisations_think_differently_then(
    history: list[tuple[str, int, Kleur]],
) -> None:
    reeks = Reeks(tuple(rated(*one) for one in sorted(history, key=lambda one: one[1])))

    for moment in reeks.momenten:
        cells = [reeks.cel(organisatie, moment) for organisatie in reeks.organisaties]
        thought = {cell.beoordeling.kleur for cell in cells if cell}
        assert reeks.oneens_op(moment) is (len(thought) > 1)
        assert all(cell.oneens is (len(thought) > 1) for cell in cells if cell)
        assert any(cell and cell.nieuw for cell in cells)


@given(st.lists(RATING, min_size=1, max_size=12), st.integers(0, 9))
def test_a_later_rating_never_changes_what_held_before(
    history: list[tuple[str, int, Kleur]], cut: int
) -> None:
    all_of_them = [rated(*one) for one in history]
    moment = START + timedelta(hours=cut)
    until = [one for one in all_of_them if one.moment <= moment]

    assert in_kracht(all_of_them, moment) == in_kracht(until, moment)


def test_the_first_rating_is_not_contested_by_who_has_not_rated() -> None:
    reeks = Reeks((rated("VT", 0, Kleur.ROOD), rated("CIT", 1, Kleur.ORANJE)))

    assert reeks.cel("CIT", reeks.momenten[0]) is None
    assert [reeks.oneens_op(moment) for moment in reeks.momenten] == [False, True]
    assert niet_eens(reeks.huidig(START + timedelta(days=1)))
