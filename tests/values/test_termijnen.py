"""Dates of terms: the table of test vectors, the demo casussen, and the words that explain them."""

from datetime import date, datetime

import pytest

from tests.values.terms import outcome
from vtdesk.errors import UserError
from vtdesk.services.regelbestanden import kalender, termijnregels
from vtdesk.values.termijnen.berekening import beide_sporen
from vtdesk.values.termijnen.regel import Eenheid, Lengte
from vtdesk.values.termijnen.verloop import Opschorting, Verlenging, Verloop
from vtdesk.values.termijnen.waarom import opgesomd, waarom
from vtdesk.values.tijd import AMSTERDAM, at

# start: end by T1s (5 dagen), T1 (5 werkdagen), T3 (4 weken), T2 (10 weken)
VECTORS = {
    date(2026, 4, 2): ((4, 8), (4, 13), (4, 30), (6, 11)),
    date(2026, 3, 6): ((3, 11), (3, 13), (4, 7), (5, 15)),
    date(2026, 4, 16): ((4, 21), (4, 23), (5, 15), (6, 25)),
    date(2026, 4, 24): ((4, 29), (5, 4), (5, 22), (7, 3)),
    date(2026, 5, 11): ((5, 18), (5, 19), (6, 8), (7, 20)),
    date(2026, 12, 23): ((12, 28), (12, 31), (1, 20), (3, 3)),
}
# start: end before the Algemene termijnenwet, by T1s and T3
RAW = {
    date(2026, 4, 2): ((4, 7), (4, 30)),
    date(2026, 3, 6): ((3, 11), (4, 3)),
    date(2026, 4, 16): ((4, 21), (5, 14)),
    date(2026, 5, 11): ((5, 16), (6, 8)),
}
DAGEN = Eenheid.DAGEN


@pytest.mark.parametrize("begin", VECTORS)
@pytest.mark.parametrize(("column", "regel_id"), list(enumerate(["T1s", "T1", "T3", "T2"])))
def test_a_term_ends_on_the_day_of_the_table(begin: date, column: int, regel_id: str) -> None:
    einde = outcome(regel_id, begin).einde

    assert (einde.month, einde.day) == VECTORS[begin][column]
    assert einde.year == (2027 if begin.month == 12 and column > 1 else 2026)


@pytest.mark.parametrize("begin", RAW)
@pytest.mark.parametrize(("column", "regel_id"), list(enumerate(["T1s", "T3"])))
def test_the_date_before_it_moved_stays_known(begin: date, column: int, regel_id: str) -> None:
    ruw = outcome(regel_id, begin).ruw

    assert (ruw.month, ruw.day) == RAW[begin][column]


@pytest.mark.parametrize(
    ("regel_id", "begin", "einde"),
    [
        ("T1s", date(2026, 4, 2), date(2026, 4, 8)),  # 0141
        ("T1", date(2026, 4, 2), date(2026, 4, 13)),
        ("T2", date(2026, 4, 13), date(2026, 6, 22)),
        ("T3", date(2026, 4, 2), date(2026, 4, 30)),  # father
        ("T3", date(2026, 4, 24), date(2026, 5, 22)),  # grandmother
        ("T1s", date(2026, 5, 4), date(2026, 5, 11)),  # 0158: Saturday 9 May
        ("T1", date(2026, 5, 4), date(2026, 5, 12)),
        ("T2v", date(2026, 5, 8), date(2026, 7, 17)),
        ("T2", date(2025, 11, 10), date(2026, 1, 19)),  # 0097
        ("T6", date(2026, 2, 12), date(2026, 5, 12)),
        ("T7", date(2026, 2, 12), date(2027, 2, 12)),
    ],
)
def test_the_demo_casussen_have_their_dates(regel_id: str, begin: date, einde: date) -> None:
    assert outcome(regel_id, begin).einde == einde


def test_the_father_is_told_two_weeks_later_and_not_on_hemelvaart() -> None:
    reden = "politie vroeg eerst met Pip te spreken"
    longer = Verlenging(Lengte(2, Eenheid.WEKEN), reden, besloten_op=date(2026, 4, 29))

    uitkomst = outcome("T3", date(2026, 4, 2), Verloop(verlengingen=(longer,)))

    assert (uitkomst.eerste_einde, uitkomst.ruw) == (date(2026, 4, 30), date(2026, 5, 14))
    assert uitkomst.einde == date(2026, 5, 15)
    assert opgesomd(uitkomst.overgeslagen) == "donderdag 14 mei 2026 (Hemelvaartsdag)"
    assert f"donderdag 14 mei 2026. Reden: {reden}" in " ".join(waarom(uitkomst))


def test_a_huisverbod_ends_on_its_hour_and_is_not_moved_for_hemelvaart() -> None:
    uitkomst = outcome("T11", at(date(2026, 5, 4), 21, 30))

    assert uitkomst.einde_om == at(date(2026, 5, 14), 21, 30)
    assert uitkomst.uiterste == date(2026, 6, 1)
    assert uitkomst.overgeslagen == ()
    assert "Die dag is vrij (Hemelvaartsdag), maar het einde schuift niet op: " in " ".join(
        waarom(uitkomst)
    )
    assert any("maandag 1 juni 2026, 21:30 uur" in zin for zin in waarom(uitkomst))


def test_the_outer_limit_of_a_huisverbod_can_be_asked_itself() -> None:
    assert outcome("T11v", at(date(2026, 5, 4), 21, 30)).einde_om == at(date(2026, 6, 1), 21, 30)


def test_a_huisverbod_without_its_hour_still_has_a_day_and_asks_for_the_hour() -> None:
    uitkomst = outcome("T11", date(2026, 5, 4))

    assert (uitkomst.einde, uitkomst.einde_om) == (date(2026, 5, 14), None)
    assert "Vul ook de tijd in: het einde valt op hetzelfde uur." in waarom(uitkomst)


def test_hours_are_real_hours_when_the_clock_changes() -> None:
    begin = at(date(2026, 3, 28), 12)  # the night after, the clock goes forward

    assert outcome("T17", begin).einde_om == at(date(2026, 3, 31), 13)
    assert outcome("T17", date(2026, 5, 4)).einde_om == at(date(2026, 5, 7), 0)


def test_a_moment_counts_as_its_day_in_amsterdam() -> None:
    late = datetime.fromisoformat("2026-04-15T22:30+00:00")  # half past midnight, 16 April

    assert outcome("T3", late).begin == date(2026, 4, 16)
    assert outcome("T3", late).einde == date(2026, 5, 15)


def test_both_tracks_are_told_apart() -> None:
    sporen = beide_sporen(termijnregels(), "T1", date(2026, 4, 2), kalender=kalender())

    assert sporen.protocol is sporen.gevraagd
    assert sporen.wet is not None
    assert (sporen.wet.einde, sporen.gevraagd.einde) == (date(2026, 4, 8), date(2026, 4, 13))
    assert sporen.wet.schoof_door == "Algemene termijnenwet art. 2"


def test_a_law_does_not_wait_because_a_protocol_does() -> None:
    stil = Verloop((Opschorting(date(2026, 4, 20), date(2026, 4, 24), "ziek"),))

    sporen = beide_sporen(
        termijnregels(), "T1", date(2026, 4, 16), kalender=kalender(), verloop=stil
    )

    assert sporen.protocol is not None
    assert sporen.wet is not None
    assert sporen.protocol.einde == date(2026, 4, 30)  # four working days later, past Koningsdag
    assert sporen.wet.einde == date(2026, 4, 21)


def test_a_rule_on_one_track_leaves_the_other_empty() -> None:
    sporen = beide_sporen(termijnregels(), "t3", date(2026, 4, 16), kalender=kalender())

    assert (sporen.wet, sporen.protocol) == (sporen.gevraagd, None)


def test_the_other_track_is_empty_before_there_was_a_protocol() -> None:
    sporen = beide_sporen(termijnregels(), "T1s", date(2017, 4, 3), kalender=kalender())

    assert sporen.protocol is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((10, 20), (15, 24)),  # they overlap
        ((10, 24), (15, 20)),  # one lies within the other
        ((17, 24), (10, 17)),  # they touch, and were written down the other way round
    ],
)
def test_days_that_overlap_are_given_back_once(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    twice = Verloop(
        tuple(
            Opschorting(date(2026, 4, vanaf), date(2026, 4, tot)) for vanaf, tot in (first, second)
        )
    )

    uitkomst = outcome("T2v", date(2026, 4, 2), twice)

    assert uitkomst.dagen_stil == 14
    assert uitkomst.einde == date(2026, 6, 25)
    assert "De termijn stond 14 dagen stil. Die krijg je terug." in waarom(uitkomst)


def test_only_days_of_the_term_itself_are_given_back() -> None:
    before = Opschorting(date(2026, 3, 30), date(2026, 4, 10))  # of which 3 to 9 April
    after = Opschorting(date(2026, 9, 1), date(2026, 9, 8))

    uitkomst = outcome("T2v", date(2026, 4, 2), Verloop((before, after)))

    assert uitkomst.dagen_stil == 7
    assert uitkomst.einde == date(2026, 6, 18)


def test_a_term_that_stands_still_moves_on_every_day() -> None:
    still = (Opschorting(date(2026, 4, 10), reden="wacht op de politie"),)

    monday, tuesday = (
        outcome("T2v", date(2026, 4, 2), Verloop(still, vandaag=date(2026, 4, day)))
        for day in (20, 21)
    )

    assert (monday.einde, tuesday.einde) == (date(2026, 6, 22), date(2026, 6, 22))  # a Sunday
    assert (monday.ruw, tuesday.ruw) == (date(2026, 6, 21), date(2026, 6, 22))
    assert monday.staat_stil
    assert any("De datum schuift elke dag op" in zin for zin in waarom(monday))


def test_a_month_ends_on_the_last_day_of_a_shorter_one() -> None:
    assert outcome("T8", date(2026, 1, 31)).einde == date(2026, 2, 28)
    assert outcome("T8", date(2026, 3, 31)).einde == date(2026, 4, 30)
    assert outcome("T9", date(2025, 11, 30)).ruw == date(2026, 2, 28)  # a Saturday
    assert outcome("T9", date(2025, 11, 30)).einde == date(2026, 3, 2)


def test_what_was_not_looked_up_is_said_in_a_sentence_of_its_own() -> None:
    words = " ".join(waarom(outcome("T7", date(2026, 2, 12))))

    assert "Deze regel is nog niet nagegaan bij de bron." in words
    assert "Vraag bij je bureau na of dit klopt." in words
    assert "Die dag zelf telt niet mee. " in words
    assert "Over de begindag: deze regel is nog niet nagegaan bij de bron." in words
    assert "eigen kennis" not in words


def test_where_the_law_gives_no_number_no_number_is_made_up() -> None:
    uitkomst = outcome("T16", date(2026, 5, 16))

    assert uitkomst.einde == date(2026, 5, 16)
    assert "Onverwijld (Wmo 2015 art. 4.2.5). Er staat geen aantal dagen bij." in waarom(uitkomst)


@pytest.mark.parametrize("begin", [date(26, 4, 16), date(9999, 12, 31)])
def test_a_year_that_cannot_be_right_is_refused(begin: date) -> None:
    with pytest.raises(UserError, match="kan niet kloppen"):
        outcome("T3", begin)


def test_a_term_before_its_rule_is_refused_with_the_first_day() -> None:
    with pytest.raises(UserError, match="geldt vanaf dinsdag 1 januari 2019"):
        termijnregels().regel("T1", date(2018, 12, 31))


def test_what_happened_to_a_term_must_be_possible() -> None:
    with pytest.raises(UserError, match="loopt weer vóór zij stilstaat"):
        Opschorting(date(2026, 4, 10), date(2026, 4, 9))
    with pytest.raises(UserError, match="ten minste één dag"):
        Verlenging(Lengte(0, DAGEN))
    with pytest.raises(UserError, match="niet in uren"):
        Verlenging(Lengte(4, Eenheid.UREN))


def test_moments_keep_the_clock_of_amsterdam() -> None:
    einde = outcome("T11", at(date(2026, 3, 25), 21, 30)).einde_om

    assert einde == datetime(2026, 4, 4, 21, 30, tzinfo=AMSTERDAM)
