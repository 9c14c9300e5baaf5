"""Zicht op veiligheid: exactly one holder at every moment, whatever is noted."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.builders import NOW, SlowClock, add_casus, at
from vtdesk.errors import OutsideError, UserError
from vtdesk.models import Zicht
from vtdesk.services.desk import Desk
from vtdesk.services.zicht import Estafette, OverdrachtGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.tijd import start_of

WIJKTEAM = OverdrachtGegevens("Wijkteam Dorpslaan", date(2026, 5, 15))
BEGIN = date(2026, 4, 2)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def holders(estafette: Estafette, moment: datetime) -> list[str]:
    """Name everybody who held the zicht at a moment."""
    return [
        p.houder
        for p in estafette.periodes
        if p.vanaf <= moment and (p.tot is None or moment < p.tot)
    ]


def close(desk: Desk, casus_id: UUID, want: str = "") -> None:
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want=want
    )


def begin_on(desk: Desk, casus_id: UUID, day: date) -> None:
    row = desk.casussen.get(casus_id)
    desk.casussen.change(casus_id, row.version, replace(row.gegevens, geopend_op=day), row.staat)


def test_an_offer_alone_moves_nothing(desk: Desk, casus_id: UUID) -> None:
    desk.zicht.offer(casus_id, WIJKTEAM)

    row = desk.casussen.get(casus_id)
    assert (row.zicht_bij, row.zicht_sinds, row.zicht_aanbod) == ("Veilig Thuis", BEGIN, WIJKTEAM)


def test_the_zicht_moves_at_the_moment_of_acceptance(desk: Desk, casus_id: UUID) -> None:
    offer = desk.zicht.offer(casus_id, WIJKTEAM, at(9))
    desk.zicht.accept(offer, "Sam Wijkman", at(14, 30))

    estafette = desk.zicht.estafette(casus_id)
    assert (estafette.nu.houder, estafette.nu.vanaf) == ("Wijkteam Dorpslaan", at(14, 30))
    assert holders(estafette, at(14, 29)) == ["Veilig Thuis"]
    assert (estafette.aanbod, estafette.overdrachten[0].aanvaard_door) == (None, "Sam Wijkman")
    assert desk.casussen.get(casus_id).zicht_bij == "Wijkteam Dorpslaan"


def test_one_offer_is_open_at_a_time(desk: Desk, casus_id: UUID) -> None:
    first = desk.zicht.offer(casus_id, WIJKTEAM, at(9))
    with pytest.raises(UserError, match="al een overdracht open aan Wijkteam Dorpslaan"):
        desk.zicht.offer(casus_id, OverdrachtGegevens("CIT"))

    desk.zicht.withdraw(first, "Het wijkteam heeft geen plek.", at(11))
    with pytest.raises(UserError, match="al een overdracht open"):
        desk.zicht.offer(casus_id, OverdrachtGegevens("CIT"), at(10))
    desk.zicht.offer(casus_id, OverdrachtGegevens("CIT"), at(11))
    assert desk.casussen.get(casus_id).zicht_bij == "Veilig Thuis"


def test_what_was_answered_is_not_answered_again(desk: Desk, casus_id: UUID) -> None:
    offer = desk.zicht.offer(casus_id, WIJKTEAM)
    with pytest.raises(UserError, match="waarom je de overdracht intrekt"):
        desk.zicht.withdraw(offer, " ")
    desk.zicht.withdraw(offer, "vergissing")

    for again in (
        lambda: desk.zicht.accept(offer, "Sam"),
        lambda: desk.zicht.withdraw(offer, "nog eens"),
        lambda: desk.zicht.accept(uuid4(), "Sam"),
    ):
        with pytest.raises(UserError):
            again()
    assert len(desk.zicht.estafette(casus_id).periodes) == 1


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        (at(8, 59), "Dit ligt vóór dinsdag 12 mei 2026 09:00. Toen pas is het zicht aangeboden."),
        (at(17, 23), "Dit moment is nog niet geweest"),
    ],
)
def test_an_acceptance_lies_between_offer_and_now(
    desk: Desk, casus_id: UUID, moment: datetime, sentence: str
) -> None:
    offer = desk.zicht.offer(casus_id, WIJKTEAM, at(9))

    with pytest.raises(UserError, match=sentence):
        desk.zicht.accept(offer, "Sam Wijkman", moment)
    with pytest.raises(UserError, match="wie de overdracht heeft aanvaard"):
        desk.zicht.accept(offer, "", at(10))
    assert desk.zicht.estafette(casus_id).aanbod is not None


def test_an_offer_is_refused_that_nobody_could_accept(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="heeft het zicht op veiligheid al"):
        desk.zicht.offer(casus_id, OverdrachtGegevens("veilig thuis"))
    with pytest.raises(UserError, match="aan wie je het zicht"):
        desk.zicht.offer(casus_id, OverdrachtGegevens(" "))
    with pytest.raises(UserError, match="kwam het zicht bij Veilig Thuis"):
        desk.zicht.offer(casus_id, WIJKTEAM, at(9, day=date(2026, 4, 1)))
    with pytest.raises(UserError, match="verwachte datum"):
        desk.zicht.offer(casus_id, OverdrachtGegevens("CIT", date(2026, 5, 11)))


def test_an_acceptance_noted_by_mistake_is_undone(desk: Desk, casus_id: UUID) -> None:
    offer = desk.zicht.offer(casus_id, WIJKTEAM, at(9))
    desk.zicht.accept(offer, "Sam Wijkman", at(10))
    desk.zicht.take_back_acceptance(offer)

    estafette = desk.zicht.estafette(casus_id)
    assert [p.houder for p in estafette.periodes] == ["Veilig Thuis"]
    assert estafette.aanbod is not None

    desk.zicht.accept(offer, "Sam Wijkman", at(10))
    desk.zicht.offer(casus_id, OverdrachtGegevens("CIT"), at(11))
    with pytest.raises(UserError, match="al iets anders vastgelegd"):
        desk.zicht.take_back_acceptance(offer)


def test_the_first_period_begins_with_the_casus_also_when_that_day_was_wrong(
    desk: Desk, casus_id: UUID
) -> None:
    begin_on(desk, casus_id, date(2026, 3, 30))
    assert desk.zicht.estafette(casus_id).nu.vanaf == start_of(date(2026, 3, 30))

    desk.zicht.offer(casus_id, WIJKTEAM, at(9))
    with pytest.raises(UserError, match="kan niet later beginnen"):
        begin_on(desk, casus_id, date(2026, 5, 13))


def test_no_casus_closes_while_it_is_open_who_watches(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="Veilig Thuis heeft nog het zicht op veiligheid"):
        close(desk, casus_id)
    offer = desk.zicht.offer(casus_id, WIJKTEAM, at(9))
    with pytest.raises(UserError, match="nog een overdracht"):
        close(desk, casus_id, "Het vermoeden is weerlegd.")
    assert desk.casussen.get(casus_id).staat is CasusStaat.LOPEND

    desk.zicht.accept(offer, "Sam Wijkman", at(10))
    close(desk, casus_id)
    assert desk.casussen.get(casus_id).staat is CasusStaat.GESLOTEN


def test_a_casus_without_danger_closes_with_a_reason(desk: Desk, casus_id: UUID) -> None:
    close(desk, casus_id, "Het vermoeden is weerlegd.")

    row = desk.casussen.get(casus_id)
    assert (row.staat, row.gesloten_want) == (CasusStaat.GESLOTEN, "Het vermoeden is weerlegd.")
    assert row.zicht_bij == "Veilig Thuis"


def test_the_file_itself_takes_no_second_holder(desk: Desk, store: Store, casus_id: UUID) -> None:
    def add_second() -> None:
        with store.write() as session:
            session.add(Zicht(casus_id=casus_id, houder="CIT", vanaf=at(9)))

    with pytest.raises(OutsideError):
        add_second()
    assert len(desk.zicht.estafette(casus_id).periodes) == 1


PARTIES = st.sampled_from(["Veilig Thuis", "Wijkteam", "CIT", "JBRR"])
MINUTES = st.integers(-1, 5).map(lambda hours: 60 * hours)  # few, so that moments coincide
NUMBERS = st.integers(0, 2)  # of the offers, from the first one on
HISTORIES = st.lists(
    st.one_of(
        st.tuples(st.just("offer"), PARTIES, MINUTES),
        st.tuples(st.just("accept"), NUMBERS, MINUTES),
        st.tuples(st.just("withdraw"), NUMBERS, MINUTES),
        st.tuples(st.just("undo"), NUMBERS, MINUTES),
        st.tuples(st.just("begin"), st.integers(-1, 1), MINUTES),
    ),
    max_size=12,
)
Step = tuple[str, str | int, int]


def in_time(steps: list[Step]) -> list[Step]:
    """Let what is noted later also have happened later, as it mostly is."""
    moments = sorted(minutes for _, _, minutes in steps)
    return [(what, who, when) for (what, who, _), when in zip(steps, moments, strict=True)]


STEPS = st.one_of(HISTORIES, HISTORIES.map(in_time))


def take_step(desk: Desk, casus_id: UUID, offers: list[UUID], step: Step) -> None:
    what, who, minutes = step
    when = start_of(BEGIN) + timedelta(minutes=minutes)
    offer = offers[int(who) % len(offers)] if offers and isinstance(who, int) else uuid4()
    match what:
        case "offer":
            offers.append(desk.zicht.offer(casus_id, OverdrachtGegevens(str(who)), when))
        case "accept":
            desk.zicht.accept(offer, "Sam", when)
        case "withdraw":
            desk.zicht.withdraw(offer, "geen plek", when)
        case "undo":
            desk.zicht.take_back_acceptance(offer)
        case "begin":
            begin_on(desk, casus_id, BEGIN + timedelta(days=int(who)))


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
@example(steps=[("offer", "CIT", 0), ("accept", 0, 60), ("begin", 1, 0)])
@example(steps=[("offer", "CIT", 0), ("accept", 0, 0)])
@example(steps=[("offer", "CIT", 0), ("accept", 0, 60), ("undo", 0, 0)])
def test_no_history_leaves_a_moment_with_zero_or_two_holders(
    desk: Desk, clock: SlowClock, steps: list[Step]
) -> None:
    clock.now = NOW
    casus_id = add_casus(desk, nummer=str(uuid4()))
    offers: list[UUID] = []
    for step in steps:
        with suppress(UserError):  # a wrong order is refused
            take_step(desk, casus_id, offers, step)

    estafette = desk.zicht.estafette(casus_id)
    periods = estafette.periodes[::-1]
    begin = start_of(desk.casussen.get(casus_id).geopend_op)
    assert periods[0].vanaf == begin
    assert [p.tot for p in periods[:-1]] == [p.vanaf for p in periods[1:]]
    assert all(p.tot is not None and p.vanaf < p.tot for p in periods[:-1])
    assert periods[-1].tot is None
    assert sum(offer.is_open for offer in estafette.overdrachten) <= 1
    for minutes in range(-60 * 26, 60 * 26, 15):
        moment = start_of(BEGIN) + timedelta(minutes=minutes)
        assert len(holders(estafette, moment)) == (moment >= begin), moment
