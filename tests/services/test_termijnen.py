"""Terms of a casus: both dates, what moves them, and what can be taken back."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import (
    NOW,
    TODAY,
    SlowClock,
    add_casus,
    add_persoon,
    held_talk,
    uitspraak,
    with_blocks,
)
from vtdesk.errors import UserError
from vtdesk.models import Besluit, Gebeurtenis, Melding
from vtdesk.services import termijn_start
from vtdesk.services.desk import Desk
from vtdesk.services.termijnen import TermijnGegevens, TermijnRow, Uitstel
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import BesluitSoort, BesluitVervolg, GebeurtenisSoort, MeldingSoort
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.termijnen.stand import Termijnstand
from vtdesk.values.tijd import at, start_of

TWO_WEEKS = 14


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def otis(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(desk, casus_id)


def informeer(desk: Desk, casus_id: UUID, persoon_id: UUID, begin: date) -> UUID:
    about = TermijnGegevens("T3", start_of(begin), "gegevens van een ander", persoon_id)
    return desk.termijnen.start(casus_id, about)


def start(desk: Desk, casus_id: UUID, regel: str, begin: date) -> UUID:
    return desk.termijnen.start(casus_id, TermijnGegevens(regel, start_of(begin)))


def only(desk: Desk, casus_id: UUID) -> TermijnRow:
    [row] = desk.termijnen.of_casus(casus_id)
    return row


def test_the_clock_of_father_ends_on_30_april_and_after_an_extension_on_15_may(
    desk: Desk, clock: SlowClock, casus_id: UUID, otis: UUID
) -> None:
    clock.now = at(date(2026, 4, 29), 11)
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 2))
    assert only(desk, casus_id).uitkomst.einde == date(2026, 4, 30)

    longer = desk.termijnen.extend(termijn, TWO_WEEKS, "De politie spreekt eerst met Pip.")
    assert longer.uitkomst.einde == date(2026, 5, 15)
    assert longer.uitkomst.doorgeschoven[0].reden == "Hemelvaartsdag"

    desk.termijnen.take_back_extension(longer.id)
    assert only(desk, casus_id).uitkomst.einde == date(2026, 4, 30)


def test_an_extension_needs_a_reason_and_stays_within_the_rule(
    desk: Desk, clock: SlowClock, casus_id: UUID, otis: UUID
) -> None:
    clock.now = at(date(2026, 4, 29), 11)
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 2))

    assert desk.termijnen.room(termijn) == TWO_WEEKS
    with pytest.raises(UserError, match="waarom je verlengt"):
        desk.termijnen.extend(termijn, TWO_WEEKS, "  ")
    with pytest.raises(UserError, match="tot en met donderdag 14 mei 2026"):
        desk.termijnen.extend(termijn, TWO_WEEKS + 1, "langer")


def test_a_term_that_is_over_is_postponed_with_reason_date_and_who_watches(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 2))
    assert only(desk, casus_id).stand is Termijnstand.TE_LAAT
    with pytest.raises(UserError, match="wie nu op de veiligheid let"):
        desk.termijnen.extend(termijn, TWO_WEEKS, "te laat gevraagd")

    later = Uitstel("Medewerker ziek.", date(2026, 5, 19), "Bo Vervanger belt elke week")
    desk.termijnen.postpone(termijn, later)
    row = only(desk, casus_id)
    assert (row.stand, row.wanneer, row.uitstel) == (
        Termijnstand.TE_LAAT, date(2026, 5, 19), later,
    )  # fmt: skip

    desk.termijnen.forget_delay(termijn)
    assert only(desk, casus_id).uitstel is None


@pytest.mark.parametrize(
    ("uitstel", "refusal"),
    [
        (Uitstel("", date(2026, 5, 19), "Bo"), "waarom het later wordt"),
        (Uitstel("ziek", date(2026, 5, 19), " "), "wie nu op de veiligheid let"),
        (Uitstel("ziek", date(2026, 4, 30), "Bo"), "Kies een latere dag"),
        (Uitstel("ziek", date(2026, 5, 4), "Bo"), "al geweest"),
    ],
)
def test_being_late_is_never_noted_by_halves(
    desk: Desk, casus_id: UUID, otis: UUID, uitstel: Uitstel, refusal: str
) -> None:
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 2))

    with pytest.raises(UserError, match=refusal):
        desk.termijnen.postpone(termijn, uitstel)


def test_a_term_is_met_and_that_can_be_undone(desk: Desk, casus_id: UUID, otis: UUID) -> None:
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 24))
    desk.termijnen.meet(termijn, TODAY)
    assert only(desk, casus_id).stand is Termijnstand.GEHAALD

    with pytest.raises(UserError, match="loopt niet meer"):
        desk.termijnen.lapse(termijn, "dubbel")
    desk.termijnen.unmeet(termijn)
    assert only(desk, casus_id).stand is Termijnstand.LOOPT


def test_a_term_that_lapses_says_why_and_comes_back(desk: Desk, casus_id: UUID) -> None:
    termijn = start(desk, casus_id, "T1", TODAY)
    with pytest.raises(UserError, match="waarom de termijn vervalt"):
        desk.termijnen.lapse(termijn, "")

    desk.termijnen.lapse(termijn, "Dubbele melding.")
    assert only(desk, casus_id).stand is Termijnstand.VERVALLEN
    assert desk.termijnen.komend() == []
    desk.termijnen.restore(termijn)
    assert [row.id for row in desk.termijnen.komend()] == [termijn]


def test_protocol_and_statute_are_two_tracks_of_one_term(desk: Desk, casus_id: UUID) -> None:
    start(desk, casus_id, "T1", date(2026, 4, 2))
    row = only(desk, casus_id)

    ends = [one.einde for one in (row.sporen.protocol, row.sporen.wet) if one]
    assert ends == [date(2026, 4, 13), date(2026, 4, 8)]
    desk.termijnen.meet(row.id, date(2026, 4, 13))
    row = only(desk, casus_id)
    assert (row.stand, row.ander_stand) == (Termijnstand.GEHAALD, Termijnstand.LAAT_GEHAALD)
    assert any("art. 2" in zin for zin in row.waarom_ander)


def test_what_the_law_does_not_let_stand_still_goes_on(desk: Desk, casus_id: UUID) -> None:
    termijn = start(desk, casus_id, "T2", date(2026, 4, 13))

    with pytest.raises(UserError, match="kan niet stilstaan"):
        desk.termijnen.suspend(termijn, TODAY, "op verzoek van de politie")


def test_a_suspension_may_stay_open_and_then_the_date_moves_with_the_days(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    termijn = start(desk, casus_id, "T2v", date(2026, 5, 8))
    before = only(desk, casus_id).uitkomst.einde
    stop = desk.termijnen.suspend(termijn, TODAY, "Moeder is opgenomen.")
    clock.pass_time(days=6)

    row = only(desk, casus_id)
    assert (row.stand, (row.uitkomst.einde - before).days) == (Termijnstand.STAAT_STIL, 6)
    with pytest.raises(UserError, match="staat stil"):
        desk.termijnen.meet(termijn)

    desk.termijnen.resume(termijn, TODAY + timedelta(days=6))
    assert only(desk, casus_id).stand is Termijnstand.LOOPT
    desk.termijnen.stand_still_again(stop)
    assert only(desk, casus_id).stand is Termijnstand.STAAT_STIL
    desk.termijnen.take_back_suspension(stop)
    assert only(desk, casus_id).uitkomst.einde == before


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(begins=st.integers(1, 40), dagen=st.integers(0, 60))
def test_days_of_standing_still_are_given_back_one_for_one(
    desk: Desk, clock: SlowClock, begins: int, dagen: int
) -> None:
    clock.now = NOW
    casus_id = add_casus(desk, nummer=f"VT-{begins}-{dagen}-{len(desk.casussen.all())}")
    termijn = start(desk, casus_id, "T7", TODAY)
    before = only(desk, casus_id).uitkomst.einde
    clock.now = at(TODAY + timedelta(days=begins + dagen), 12)
    desk.termijnen.suspend(termijn, TODAY + timedelta(days=begins), "opgenomen")
    desk.termijnen.resume(termijn, TODAY + timedelta(days=begins + dagen))

    assert (only(desk, casus_id).uitkomst.einde - before).days == dagen


def test_a_start_can_be_undone_until_something_happened(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    termijn = informeer(desk, casus_id, otis, date(2026, 4, 24))
    more = desk.termijnen.extend(termijn, 7, "overleg met de politie")
    with pytest.raises(UserError, match="al iets gebeurd"):
        desk.termijnen.remove(termijn)

    desk.termijnen.take_back_extension(more.id)
    desk.termijnen.remove(termijn)
    assert desk.termijnen.of_casus(casus_id) == []
    with pytest.raises(UserError, match="bestaat niet meer"):
        desk.termijnen.get(termijn)


def test_impossible_terms_are_refused_in_words(desk: Desk, casus_id: UUID) -> None:
    baby = add_persoon(desk, casus_id, Rol.KIND, voornaam="Kaat", geboortedatum=date(2026, 5, 1))
    other = add_casus(desk, nummer="VT-DEMO-0002")
    stranger = add_persoon(desk, other, voornaam="Wie")

    for gegevens, refusal in (
        (TermijnGegevens("T3", NOW), "per persoon"),
        (TermijnGegevens("T3", NOW, "", stranger), "hoort niet bij de casus"),
        (TermijnGegevens("T3", start_of(date(2026, 4, 2)), "", baby), "nog niet geboren"),
        (TermijnGegevens("T2", NOW + timedelta(days=1)), "nog niet geweest"),
        (TermijnGegevens("T99", NOW), "geen termijnregel 'T99'"),
        (TermijnGegevens("T3", start_of(date(226, 4, 2)), "", baby), "kan niet kloppen"),
    ):
        with pytest.raises(UserError, match=refusal):
            desk.termijnen.start(casus_id, gegevens)
    assert desk.termijnen.of_casus(casus_id) == []


def test_the_same_term_does_not_run_twice(desk: Desk, casus_id: UUID, otis: UUID) -> None:
    informeer(desk, casus_id, otis, TODAY)

    with pytest.raises(UserError, match="loopt al"):
        informeer(desk, casus_id, otis, TODAY)


def test_a_melding_a_besluit_and_a_ban_start_their_own_term(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    with store.write() as session:
        melding = Melding(
            casus_id=casus_id, nummer=1, soort=MeldingSoort.POLITIE, inhoud="Ruzie.",
            ontvangen_op=at(date(2026, 5, 4), 22),
        )  # fmt: skip
        besluit = Besluit(
            casus_id=casus_id, soort=BesluitSoort.VEILIGHEIDSBEOORDELING, uitkomst="V&V",
            datum=date(2026, 5, 8), vervolg=BesluitVervolg.VOORWAARDEN_EN_VERVOLG,
        )  # fmt: skip
        ban = Gebeurtenis(
            casus_id=casus_id, soort=GebeurtenisSoort.HUISVERBOD, titel="Huisverbod",
            begin=at(date(2026, 5, 4), 21, 30), hele_dag=False,
        )  # fmt: skip
        session.add_all([melding, besluit, ban])
        termijn_start.for_melding(session, melding, NOW)
        termijn_start.for_besluit(session, besluit, NOW)
        termijn_start.for_gebeurtenis(session, ban, NOW)
        termijn_start.meet_open(session, casus_id, "T1", date(2026, 5, 8), melding_id=melding.id)

    rows = {row.uitkomst.regel.id: row for row in desk.termijnen.of_casus(casus_id)}
    assert rows["T1"].stand is Termijnstand.GEHAALD
    assert rows["T1"].naam == "Veiligheidsbeoordeling: M1"
    assert rows["T2v"].uitkomst.einde == date(2026, 7, 17)
    assert rows["T11"].uitkomst.tot == at(date(2026, 5, 14), 21, 30)  # Hemelvaart, not moved
    assert rows["T11"].uitkomst.uiterste == date(2026, 6, 1)


def test_who_was_spoken_about_and_has_no_clock_is_proposed_once(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=date(2016, 9, 14))
    talk = held_talk(desk, casus_id)
    verslag = desk.verslagen.open(desk.verslagen.start(talk))
    said = [
        uitspraak("Vader drinkt.", bron=Bron("Maren"), over=(otis, pip)),
        uitspraak("Ik ben moe.", Letter.MENING, bron=Bron("Otis", otis), over=(otis,)),
    ]
    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "zorgen", *said))

    [proposal] = desk.termijnen.informeervoorstellen(casus_id)  # the child is 9: its parent is told
    assert (proposal.persoon_id, proposal.sinds, proposal.bron) == (otis, TODAY, "Maren")
    informeer(desk, casus_id, otis, proposal.sinds)
    assert desk.termijnen.informeervoorstellen(casus_id) == []


def test_what_is_open_in_all_casussen_comes_in_the_order_of_its_date(
    desk: Desk, casus_id: UUID
) -> None:
    other = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    start(desk, casus_id, "T2", date(2026, 4, 13))
    start(desk, other, "T5", TODAY)

    assert [(row.casus_naam, row.wanneer) for row in desk.termijnen.komend()] == [
        ("Wolkenveld", date(2026, 5, 20)),  # Hemelvaart is no working day
        ("Zilverduin / Havikskruid", date(2026, 6, 22)),
    ]
