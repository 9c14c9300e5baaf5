"""Leave: what falls in it over all casussen, each thing once, and who takes it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, at, plan
from vtdesk.errors import UserError
from vtdesk.models import Terugbelverzoek
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.bezit import bezit
from vtdesk.services.desk import Desk
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.verlof.inhoud import VerlofRegel
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import GebeurtenisSoort
from vtdesk.values.dagkinds import BelStand, OvernameSoort
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Rol

VAN, TOT = date(2026, 5, 13), date(2026, 5, 22)
VERLOF = VerlofGegevens(VAN, TOT, "Bo Vervanger", "010-000 0012")


def words(lines: list[VerlofRegel]) -> list[str]:
    return [" ".join(filter(None, (str(line.dag), line.tijd, line.woorden))) for line in lines]


def kinds(lines: list[VerlofRegel]) -> list[OvernameSoort]:
    return [line.soort for line in lines]


def promise(desk: Desk, uiterlijk: date | None, casus_id: UUID | None = None) -> UUID:
    wat = "een kaart of ik op 26 juni kom"
    return desk.beloften.add(BelofteGegevens("Ruben", wat, uiterlijk, casus_id))


def ban(desk: Desk, casus_id: UUID) -> UUID:
    begin = at(21, 30, date(2026, 5, 4))
    return desk.gebeurtenissen.add(
        casus_id,
        GebeurtenisGegevens(GebeurtenisSoort.HUISVERBOD, "Huisverbod Dario", begin, hele_dag=False),
    )


def test_leave_lists_every_kind_of_thing_by_date_with_its_casus(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    casus_id = add_casus(desk)
    ria = add_persoon(desk, casus_id, Rol.GROOTOUDER, voornaam="Ria")
    since = at(0, 0, date(2026, 4, 24))
    desk.termijnen.start(casus_id, TermijnGegevens("T3", since, "Gegevens.", ria))
    other = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld / Kaneelboom")
    ban(desk, other)
    promise(desk, date(2026, 5, 20), casus_id)
    plan(
        desk,
        other,
        titel="MDO",
        begin=at(10, day=date(2026, 5, 18)),
        einde=at(11, 0, date(2026, 5, 18)),
    )
    desk.monitoringen.plan(casus_id, date(2026, 5, 19))
    with store.write() as session:
        session.add(
            Terugbelverzoek(
                gemaakt_op=clock(),
                regel="loes",
                laatst_op=clock(),
                wie="Loes",
                stand=BelStand.WACHT,
            )
        )

    lines = desk.verloven.contents(desk.verloven.add(VERLOF))

    assert words(lines) == [
        "2026-05-14 21:30 Huisverbod stopt",
        "2026-05-18 10:00 MDO",
        "2026-05-19 Extra moment van monitoring",
        "2026-05-20 een kaart of ik op 26 juni kom (beloofd aan Ruben)",
        "2026-05-22 Informeren: Ria Havikskruid",
        "None Terugbellen: Loes",
    ]
    assert [line.nummer for line in lines[:3]] == ["VT-DEMO-0158", "VT-DEMO-0158", "VT-DEMO-0141"]
    assert {line.wie_of_niemand for line in lines} == {"Nog niemand"}


def test_a_call_of_today_is_hers_until_her_last_working_moment(
    desk: Desk, clock: SlowClock
) -> None:
    clock.now = at(16, 59, date(2026, 5, 22))  # a Friday, before Whitsun
    verlof_id = desk.verloven.add(VerlofGegevens(date(2026, 5, 26), date(2026, 5, 29)))
    desk.bellen.add("Loes")
    huisarts = desk.bellen.add("huisarts")
    desk.bellen.wait(huisarts, "de assistente", date(2026, 5, 28))
    afterwards = desk.bellen.add("school")
    desk.bellen.wait(afterwards, "de juf", date(2026, 6, 2))

    waits = "2026-05-28 Terugbellen: huisarts; wacht op de assistente"
    assert words(desk.verloven.contents(verlof_id)) == [waits]

    clock.pass_time(minutes=1)
    assert words(desk.verloven.contents(verlof_id)) == [waits, "None Terugbellen: Loes"]


def test_who_called_is_known_by_the_number(desk: Desk) -> None:
    casus_id = add_casus(desk)
    add_persoon(
        desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld",
        telefoon="06-0000 0417",
    )  # fmt: skip
    desk.bellen.add("06-0000 0417 4x gemist")
    desk.bellen.add("06-0000 0499")

    lines = desk.verloven.contents(desk.verloven.add(VERLOF))

    assert [(line.woorden, line.casus_id) for line in lines] == [
        ("Terugbellen: een onbekende beller", None),
        ("Terugbellen: Loes Wolkenveld", casus_id),
    ]


@pytest.mark.parametrize("on_casus", [True, False])
def test_what_is_shielded_is_covered_in_what_she_typed(desk: Desk, *, on_casus: bool) -> None:
    casus_id = add_casus(desk)
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    where = casus_id if on_casus else None
    desk.beloften.add(BelofteGegevens("Loes", "langskomen op Schelpenhof 9", VAN, where))
    plan(
        desk, where, titel="Bij Schelpenhof 9",
        begin=at(9, day=VAN), einde=at(10, day=VAN),
    )  # fmt: skip
    desk.bellen.add("Tess van Schelpenhof 9")

    lines = desk.verloven.contents(desk.verloven.add(VERLOF))

    assert len(lines) == 3
    assert "Schelpenhof" not in str(lines)


def test_the_first_and_the_last_day_belong_to_it_and_the_days_around_it_do_not(desk: Desk) -> None:
    for day in (date(2026, 5, 12), VAN, TOT, date(2026, 5, 23)):
        promise(desk, day)
        plan(desk, None, begin=at(9, day=day), einde=at(10, day=day))

    lines = desk.verloven.between(VAN, TOT)

    assert [line.dag for line in lines] == [VAN, VAN, TOT, TOT]


def test_nothing_is_listed_twice(desk: Desk) -> None:
    casus_id = add_casus(desk, geopend_op=date(2026, 2, 1))
    ban(desk, casus_id)
    desk.monitoringen.begin(casus_id, at(12, day=date(2026, 2, 15)))

    assert kinds(desk.verloven.between(VAN, TOT)) == [
        OvernameSoort.TERMIJN,
        OvernameSoort.MONITORING,
    ]


def test_the_end_of_a_placement_is_listed_though_no_term_tells_of_it(desk: Desk) -> None:
    casus_id = add_casus(desk)
    stay = GebeurtenisGegevens(
        GebeurtenisSoort.PLAATSING, "Logeren bij tante", at(0, 0, date(2026, 5, 5)),
        einde=at(0, 0, date(2026, 5, 20)),
    )  # fmt: skip
    desk.gebeurtenissen.add(casus_id, stay)

    assert words(desk.verloven.between(VAN, TOT)) == ["2026-05-20 Einde: Logeren bij tante"]


def test_lunch_and_what_was_cancelled_or_kept_ask_for_nobody(desk: Desk) -> None:
    day = date(2026, 5, 18)
    plan(desk, None, soort=AfspraakSoort.LUNCH, begin=at(12, day=day), einde=at(13, day=day))
    gone = plan(desk, None, begin=at(14, day=day), einde=at(15, day=day))
    desk.agenda.cancel(gone, "Moeder is ziek.")
    desk.beloften.keep(promise(desk, day), "Gedaan.")

    assert desk.verloven.between(VAN, TOT) == []


def test_a_term_that_was_met_stands_there_and_asks_for_nobody(desk: Desk) -> None:
    casus_id = add_casus(desk)
    otis = add_persoon(desk, casus_id)
    since = at(0, 0, date(2026, 4, 17))
    term = desk.termijnen.start(casus_id, TermijnGegevens("T3", since, "Gegevens.", otis))
    desk.termijnen.meet(term, TODAY)
    verlof_id = desk.verloven.add(VERLOF)

    [line] = desk.verloven.contents(verlof_id)
    assert line.wie_of_niemand == "Gehaald op 12 mei"
    assert desk.verloven.take_rest(verlof_id, "Bo") == ()


def test_who_takes_a_thing_is_kept_changed_and_left_open_again(desk: Desk) -> None:
    ding = promise(desk, date(2026, 5, 20), add_casus(desk))
    verlof_id = desk.verloven.add(VERLOF)

    for name, shown in (("Bo", "Bo"), (" Nel ", "Nel"), ("", "Nog niemand")):
        desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, name)
        assert [line.wie_of_niemand for line in desk.verloven.contents(verlof_id)] == [shown]


def test_one_act_hands_over_the_rest_and_can_be_undone(desk: Desk) -> None:
    first, _ = promise(desk, VAN), promise(desk, TOT)
    verlof_id = desk.verloven.add(VERLOF)
    desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, first, "Nel Demoor")

    done = desk.verloven.take_rest(verlof_id, "Bo Vervanger")
    assert [line.wie for line in desk.verloven.contents(verlof_id)] == [
        "Nel Demoor",
        "Bo Vervanger",
    ]

    desk.verloven.leave_open(verlof_id, done)
    assert [line.wie for line in desk.verloven.contents(verlof_id)] == ["Nel Demoor", ""]


def test_what_no_longer_falls_in_it_cannot_be_taken(desk: Desk) -> None:
    ding = promise(desk, date(2026, 6, 1))
    verlof_id = desk.verloven.add(VERLOF)

    with pytest.raises(UserError, match="valt niet meer in je verlof"):
        desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, "Bo")


def test_the_card_comes_two_days_before_and_stays_until_the_last_day(desk: Desk) -> None:
    desk.verloven.add(VERLOF)
    verloven = desk.verloven

    assert verloven.upcoming(date(2026, 5, 10)) is None
    assert verloven.upcoming(date(2026, 5, 11)) is not None
    assert verloven.upcoming(date(2026, 5, 12)) is not None
    assert verloven.upcoming(VAN) is None
    assert verloven.upcoming(date(2026, 5, 6), within=7) is not None
    assert verloven.current(date(2026, 5, 12)) is None
    assert verloven.current(VAN) is not None
    assert verloven.current(TOT) is not None
    assert verloven.current(date(2026, 5, 23)) is None


def test_it_is_known_of_each_day_whether_it_is_one_of_leave(desk: Desk) -> None:
    desk.verloven.add(VERLOF)
    desk.verloven.add(VerlofGegevens(date(2026, 5, 25), date(2026, 5, 25)))

    found = desk.verloven.days(date(2026, 5, 21), date(2026, 5, 31))

    assert sorted(day.day for day in found) == [21, 22, 25]


def test_leave_can_be_changed_and_removed_and_comes_back_with_who_takes_what(desk: Desk) -> None:
    ding = promise(desk, date(2026, 5, 20))
    verlof_id = desk.verloven.add(VERLOF)
    desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, "Bo")

    row = desk.verloven.get(verlof_id)
    desk.verloven.change(verlof_id, row.version, replace(VERLOF, tot=date(2026, 5, 21)))
    with pytest.raises(UserError, match="intussen"):
        desk.verloven.change(verlof_id, row.version, VERLOF)
    whole = desk.verloven.remove(verlof_id)
    assert desk.verloven.all() == []

    back = desk.verloven.restore(whole)
    assert desk.verloven.get(back).periode == "wo 13 mei t/m do 21 mei"
    assert [line.wie for line in desk.verloven.contents(back)] == ["Bo"]


@pytest.mark.parametrize(
    ("van", "tot", "why"),
    [
        (TOT, VAN, "laatste dag ligt vóór de eerste"),
        (date(2026, 5, 20), date(2026, 5, 30), "al verlof: wo 13 mei t/m vr 22 mei"),
        (date(2026, 6, 1), date(2027, 7, 1), "langer dan een jaar"),
    ],
)
def test_leave_that_cannot_be_is_refused(desk: Desk, van: date, tot: date, why: str) -> None:
    desk.verloven.add(VERLOF)

    with pytest.raises(UserError, match=why):
        desk.verloven.add(VerlofGegevens(van, tot))
    assert len(desk.verloven.all()) == 1


def test_who_takes_something_of_a_casus_goes_when_the_casus_is_destroyed(
    desk: Desk, store: Store
) -> None:
    casus_id = add_casus(desk)
    ding = promise(desk, date(2026, 5, 20), casus_id)
    verlof_id = desk.verloven.add(VERLOF)
    desk.verloven.take(verlof_id, OvernameSoort.BELOFTE, ding, "Bo")

    with store.read() as session:
        tables = {kind.__tablename__ for kind in bezit(session, casus_id)}
    assert {"overname", "belofte"} <= tables
    assert "verlof" not in tables


def test_the_demo_leave_lists_what_the_replacer_must_know(demo_desk: Desk) -> None:
    lines = demo_desk.verloven.between(VAN, TOT)

    found = {(line.regel, line.nummer[-4:], line.dag) for line in lines}
    assert ("T3v", "0141", date(2026, 5, 15)) in found
    assert ("T11", "0158", date(2026, 5, 14)) in found
    assert ("T3", "0141", date(2026, 5, 22)) in found


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_outside_these_ages_is_refused_in_words(desk: Desk, day: date) -> None:
    with pytest.raises(UserError, match="kan niet kloppen"):
        desk.verloven.upcoming(day)
    with pytest.raises(UserError, match="kan niet kloppen"):
        desk.verloven.add(VerlofGegevens(day, day))
    assert desk.verloven.all() == []
