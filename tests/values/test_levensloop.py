"""Days of a life that can be are taken; those that cannot are said beside their field."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from vtdesk.values.kinds import Rol
from vtdesk.values.levensloop import OUDST, Levensloop
from vtdesk.values.tijd import leeftijd

TODAY = date(2026, 5, 12)
DAYS = st.dates()
LIVED = st.dates(date(1906, 5, 12), TODAY)


@given(LIVED, LIVED)
def test_who_lived_and_died_in_the_last_120_years_may_be(one: date, other: date) -> None:
    life = Levensloop(min(one, other), None, max(one, other))
    assert life.bezwaren(TODAY) == {}


@given(DAYS)
def test_nobody_is_born_tomorrow_or_older_than_the_oldest(born: date) -> None:
    can_be = born <= TODAY and leeftijd(born, TODAY) <= OUDST
    assert (Levensloop(born, None, None).bezwaren(TODAY) == {}) is can_be


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, st.none() | st.sampled_from(Rol))
def test_any_days_are_answered_by_the_name_of_their_field(
    born: date | None, due: date | None, died: date | None, rol: Rol | None
) -> None:
    said = Levensloop(born, due, died).bezwaren(TODAY, rol)
    fields = {"geboortedatum": born, "verwacht_op": due, "overleden_op": died}
    assert all(fields[name] is not None and sentence for name, sentence in said.items())


def test_only_an_unborn_child_is_expected_and_stays_so_when_it_is_late() -> None:
    due = Levensloop(None, TODAY + timedelta(days=280), None)
    assert due.bezwaren(TODAY, Rol.ONGEBOREN) == {}
    assert due.bezwaren(TODAY + timedelta(days=900), Rol.ONGEBOREN) == {}
    assert list(due.bezwaren(TODAY, Rol.KIND)) == ["verwacht_op"]
    born = Levensloop(TODAY, TODAY + timedelta(days=30), None)  # it came early
    assert born.bezwaren(TODAY, Rol.KIND) == {}
