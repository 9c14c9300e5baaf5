"""What holds for every term, whatever its rule, its start and what happened to it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from vtdesk.services.regelbestanden import kalender, termijnregels
from vtdesk.values.termijnen.berekening import Uitkomst, compute
from vtdesk.values.termijnen.regel import Eenheid, Lengte, Spoor, Termijnregel
from vtdesk.values.termijnen.termijnenwet import geldt_niet_want
from vtdesk.values.termijnen.verloop import Opschorting, Verlenging, Verloop
from vtdesk.values.termijnen.waarom import waarom

VANAF, TOT = date(2019, 1, 1), date(2060, 1, 1)
REGELS = termijnregels().op(VANAF)
KALENDER = kalender()
IN_WORKING_DAYS = [regel for regel in REGELS if regel.lengte.eenheid is Eenheid.WERKDAGEN]
IN_CALENDAR_DAYS = [
    regel
    for regel in REGELS
    if regel.lengte.aantal and regel.lengte.eenheid not in (Eenheid.WERKDAGEN, Eenheid.UREN)
]
STATUTORY = [r for r in REGELS if r.spoor is Spoor.WET and not geldt_niet_want(r)]
SHORTEST = min(
    (r for r in STATUTORY if r.lengte.eenheid is Eenheid.DAGEN and r.lengte.aantal >= 3),
    key=lambda regel: regel.lengte.aantal,
)

UNHURRIED = settings(deadline=None)  # a busy machine is no mistake

regels = st.sampled_from(REGELS)
days = st.dates(VANAF, TOT)
numbers = st.integers(1, 60)
years = st.integers(VANAF.year, TOT.year - 1)


def on_working_days(year: int) -> list[date]:
    """List the feestdagen of a year that do not fall in a weekend."""
    span = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    return [day for day in span if day.weekday() < 5 and KALENDER.vrij(day)]


@st.composite
def verlopen(draw: st.DrawFn, after: date = VANAF) -> Verloop:
    """Make up what happened to a term; it never stood still before it began."""
    stil = []
    for _ in range(draw(st.integers(0, 3))):
        vanaf = after + timedelta(days=draw(st.integers(1, 120)))
        stil.append(Opschorting(vanaf, vanaf + timedelta(days=draw(st.integers(0, 40)))))
    longer = draw(st.lists(st.integers(1, 20), max_size=2))
    return Verloop(tuple(stil), tuple(Verlenging(Lengte(n, Eenheid.DAGEN)) for n in longer))


def einde(regel: Termijnregel, begin: date, verloop: Verloop) -> Uitkomst:
    return compute(regel, begin, kalender=KALENDER, verloop=verloop)


@UNHURRIED
@given(regels, days, st.data())
def test_every_term_ends_and_says_why(
    regel: Termijnregel, begin: date, data: st.DataObject
) -> None:
    uitkomst = einde(regel, begin, data.draw(verlopen(begin)))

    assert begin <= uitkomst.ruw <= uitkomst.einde
    assert (uitkomst.einde - begin).days < 800
    assert all(zin.strip() and zin[0].isupper() for zin in waarom(uitkomst))


@UNHURRIED
@given(regels, days, st.integers(0, 400), st.data())
def test_a_later_start_never_ends_earlier(
    regel: Termijnregel, begin: date, later: int, data: st.DataObject
) -> None:
    second = begin + timedelta(days=later)
    verloop = data.draw(verlopen(second))

    assert einde(regel, begin, verloop).einde <= einde(regel, second, verloop).einde


@UNHURRIED
@given(regels, days, st.data())
def test_day_after_day_a_later_start_never_ends_earlier(
    regel: Termijnregel, begin: date, data: st.DataObject
) -> None:
    starts = [begin + timedelta(days=n) for n in range(15)]
    verloop = data.draw(verlopen(starts[-1]))
    ends = [einde(regel, start, verloop).einde for start in starts]

    assert ends == sorted(ends)


@UNHURRIED
@given(st.sampled_from(IN_CALENDAR_DAYS), days, numbers, st.data())
def test_days_that_stood_still_are_given_back(
    regel: Termijnregel, begin: date, number: int, data: st.DataObject
) -> None:
    plain = einde(regel, begin, Verloop())
    running = (plain.ruw - begin).days
    vanaf = begin + timedelta(days=data.draw(st.integers(1, running)))
    stil = Opschorting(vanaf, vanaf + timedelta(days=number))

    suspended = einde(regel, begin, Verloop((stil,)))

    assert (suspended.ruw - plain.ruw).days == number == suspended.dagen_stil


@UNHURRIED
@given(st.sampled_from(IN_WORKING_DAYS), days, numbers, st.data())
def test_working_days_that_stood_still_are_given_back(
    regel: Termijnregel, begin: date, number: int, data: st.DataObject
) -> None:
    plain = einde(regel, begin, Verloop())
    vanaf = begin + timedelta(days=data.draw(st.integers(1, (plain.ruw - begin).days)))
    tot = vanaf + timedelta(days=number)

    suspended = einde(regel, begin, Verloop((Opschorting(vanaf, tot),)))

    def working(first: date, last: date) -> int:
        span = [first + timedelta(days=n) for n in range((last - first).days)]
        return sum(not KALENDER.geen_werkdag(day) for day in span)

    after = working(plain.ruw, suspended.ruw)
    assert after == working(vanaf, tot)


@UNHURRIED
@given(st.sampled_from(STATUTORY), days, st.data())
def test_no_statutory_term_ends_on_a_free_day(
    regel: Termijnregel, begin: date, data: st.DataObject
) -> None:
    uitkomst = einde(regel, begin, data.draw(verlopen(begin)))

    assert uitkomst.einde.weekday() < 5
    assert KALENDER.vrij(uitkomst.einde) == ""


@UNHURRIED
@given(st.sampled_from(STATUTORY), years, st.data())
def test_no_statutory_term_ends_on_a_feestdag_also_when_its_length_does(
    regel: Termijnregel, year: int, data: st.DataObject
) -> None:
    feestdag = data.draw(st.sampled_from(on_working_days(year)))
    earlier = (feestdag - timedelta(days=n) for n in range(1, 110))
    begins = [begin for begin in earlier if einde(regel, begin, Verloop()).ruw == feestdag]

    for begin in begins:
        uitkomst = einde(regel, begin, Verloop())
        assert uitkomst.einde > feestdag
        assert uitkomst.schoof_door.endswith(("art. 1", "art. 2"))


@settings(UNHURRIED, max_examples=12)
@given(years)
def test_a_statutory_term_of_three_days_holds_two_ordinary_days(year: int) -> None:
    begins = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]

    for begin in begins:
        last = einde(SHORTEST, begin, Verloop()).einde
        span = [begin + timedelta(days=n) for n in range(1, (last - begin).days + 1)]
        assert sum(not KALENDER.vrij(day) for day in span) >= 2, begin


@UNHURRIED
@given(st.sampled_from([regel for regel in REGELS if regel.werking]), days)
def test_a_ban_or_measure_is_never_moved(regel: Termijnregel, begin: date) -> None:
    uitkomst = einde(regel, begin, Verloop())

    assert uitkomst.einde == uitkomst.ruw


@UNHURRIED
@given(regels, days)
def test_a_skipped_day_has_a_reason_and_lies_in_the_term(regel: Termijnregel, begin: date) -> None:
    uitkomst = einde(regel, begin, Verloop())

    for skipped in uitkomst.overgeslagen:
        assert begin < skipped.dag < uitkomst.einde
        assert skipped.reden in (KALENDER.vrij(skipped.dag), KALENDER.geen_werkdag(skipped.dag))
