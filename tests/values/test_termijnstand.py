"""Where a term stands, and what may still happen to it."""

from datetime import date, datetime

import pytest

from tests.values.terms import outcome
from vtdesk.errors import UserError
from vtdesk.services.regelbestanden import kalender
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.termijnen.stand import (
    Termijnstand,
    check_opschorting,
    check_verlenging,
    stand,
)
from vtdesk.values.termijnen.verloop import Opschorting, Verlenging, Verloop
from vtdesk.values.tijd import at

APRIL_2 = date(2026, 4, 2)


def longer(aantal: int, reden: str = "reden", besloten_op: date | None = None) -> Verlenging:
    return Verlenging(Lengte(aantal, Eenheid.DAGEN), reden, besloten_op)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(date(2026, 4, 30), 23, 59), Termijnstand.LOOPT),
        (at(date(2026, 5, 1), 0), Termijnstand.TE_LAAT),
    ],
)
def test_a_term_is_late_when_its_last_day_is_over(now: datetime, expected: Termijnstand) -> None:
    assert stand(outcome("T3", APRIL_2), now) is expected


@pytest.mark.parametrize(
    ("minute", "expected"), [(29, Termijnstand.LOOPT), (30, Termijnstand.AFGELOPEN)]
)
def test_a_huisverbod_is_over_at_its_minute_and_never_late(
    minute: int, expected: Termijnstand
) -> None:
    uitkomst = outcome("T11", at(date(2026, 5, 4), 21, 30))

    assert stand(uitkomst, at(date(2026, 5, 14), 21, minute)) is expected


def test_what_was_done_in_time_stays_in_time() -> None:
    much_later = at(date(2027, 1, 1), 9)
    vb = outcome("T1", date(2026, 5, 4))

    assert stand(vb, much_later, gehaald_op=date(2026, 5, 8)) is Termijnstand.GEHAALD
    assert stand(vb, much_later, gehaald_op=date(2026, 5, 12)) is Termijnstand.GEHAALD
    assert stand(vb, much_later, gehaald_op=date(2026, 5, 13)) is Termijnstand.LAAT_GEHAALD


def test_the_onderzoek_of_case_0097_was_finished_a_week_late() -> None:
    uitkomst = outcome("T2", date(2025, 11, 10))

    late = stand(uitkomst, at(date(2026, 5, 12), 9), gehaald_op=date(2026, 1, 26))

    assert late is Termijnstand.LAAT_GEHAALD


def test_a_term_that_stands_still_or_lapsed_is_not_late() -> None:
    now = at(date(2027, 1, 1), 9)
    still = Verloop((Opschorting(date(2026, 4, 10), reden="ziek"),), vandaag=now.date())

    assert stand(outcome("T2v", APRIL_2, still), now) is Termijnstand.STAAT_STIL
    assert stand(outcome("T3", APRIL_2), now, vervallen=True) is Termijnstand.VERVALLEN


@pytest.mark.parametrize(
    ("regel_id", "verlenging", "why"),
    [
        ("T2", longer(7), "T2 kan niet worden verlengd: "),
        ("T3", longer(7, reden=" "), "Schrijf op waarom je verlengt."),
        ("T3", longer(15), "Verlengen kan tot en met donderdag 14 mei 2026 (Wmo 2015 art. 5.3.1"),
        (
            "T3",
            longer(7, besloten_op=date(2026, 5, 1)),
            "De termijn was al voorbij op ",
        ),
        ("T11", longer(19), "Verlengen kan tot en met donderdag 30 april 2026 (Wet tijdelijk"),
    ],
)
def test_an_extension_that_the_rule_does_not_know_is_refused(
    regel_id: str, verlenging: Verlenging, why: str
) -> None:
    with pytest.raises(UserError) as refused:
        check_verlenging(outcome(regel_id, APRIL_2), verlenging, kalender())

    assert str(refused.value).startswith(why)


def test_an_extension_within_the_rule_is_allowed() -> None:
    check_verlenging(outcome("T3", APRIL_2), longer(14, besloten_op=date(2026, 4, 30)), kalender())
    check_verlenging(outcome("T11", APRIL_2), longer(18), kalender())
    twice = Verloop(verlengingen=(longer(14), longer(14)))
    check_verlenging(outcome("T3", APRIL_2, twice), longer(14), kalender())


def test_a_request_is_lengthened_once() -> None:
    once = Verloop(verlengingen=(longer(30),))

    check_verlenging(outcome("T8", APRIL_2), longer(61), kalender())
    with pytest.raises(UserError, match="Verlengen kan maar één keer"):
        check_verlenging(outcome("T8", APRIL_2, once), longer(5), kalender())


@pytest.mark.parametrize(
    ("regel_id", "opschorting", "why"),
    [
        ("T3", Opschorting(date(2026, 4, 10), reden="ziek"), "T3 kan niet stilstaan: "),
        ("T2v", Opschorting(date(2026, 4, 10)), "Schrijf op waarom de termijn stilstaat."),
        ("T2v", Opschorting(APRIL_2, reden="ziek"), "De termijn loopt pas vanaf donderdag 2 april"),
        (
            "T2v",
            Opschorting(date(2026, 6, 12), reden="ziek"),
            "De termijn was al voorbij op donderdag 11",
        ),
    ],
)
def test_a_suspension_that_makes_no_sense_is_refused(
    regel_id: str, opschorting: Opschorting, why: str
) -> None:
    with pytest.raises(UserError) as refused:
        check_opschorting(outcome(regel_id, APRIL_2), opschorting)

    assert str(refused.value).startswith(why)


def test_a_term_that_stands_still_cannot_be_stopped_again() -> None:
    first = Opschorting(date(2026, 4, 10), reden="ziek")
    check_opschorting(outcome("T2v", APRIL_2), first)
    check_opschorting(
        outcome("T2v", APRIL_2), Opschorting(date(2026, 6, 11), reden="op de laatste dag")
    )

    still = outcome("T2v", APRIL_2, Verloop((first,), vandaag=date(2026, 4, 20)))

    with pytest.raises(UserError, match="staat al stil"):
        check_opschorting(still, Opschorting(date(2026, 4, 20), reden="ziek"))
