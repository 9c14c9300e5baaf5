"""The logboek is a chain: any line changed, taken away or put in between is reported."""

import random
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.builders import NOW, SlowClock, add_casus, add_persoon, log_lines
from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import Uitkomst, Voorval
from vtdesk.services.logproef import prove
from vtdesk.store.logketen import EVERY
from vtdesk.store.store import Store, note
from vtdesk.values.kinds import AfgeschermdSoort, Kind

GUARDS = ("logboek_blijft", "logkop_blijft", "logstomp_blijft",
          "logboek_gaat_niet", "logkop_gaat_niet")  # fmt: skip


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def by_raw_sql(store: Store, *statements: str) -> None:
    """Change the file as someone with the key would who takes the seat belt off first."""
    with store.write() as session:
        for guard in GUARDS:
            session.execute(text(f"DROP TRIGGER {guard}"))
        for statement in statements:
            session.execute(text(statement))


def test_each_line_says_what_nen_7513_asks(desk: Desk, store: Store, casus_id: UUID) -> None:
    persoon_id = add_persoon(desk, casus_id)
    desk.personen.shield(persoon_id, AfgeschermdSoort.ADRES, "Schelpenhof 9", "")
    desk.personen.open_afgeschermd(persoon_id, "Zij belt en noemt een ander adres.")

    lines = desk.logboek.uitvoer()

    opened = next(one for one in lines if one["EventTypeCode"] == "afgeschermd"
                  and one["EventActionCode"] == "R")  # fmt: skip
    assert opened["ParticipantObjectSensitivity"] == "afgeschermd"
    assert opened["reden_gegeven"]
    made = next(one for one in lines if one["EventTypeCode"] == "casus")
    assert made["ParticipantObjectID"] == str(casus_id)
    assert made["PurposeOfUse"] == desk.casussen.get(casus_id).dienst.value
    assert made["EventDateTime"].endswith("+02:00")
    assert all(one["NetworkAccessPointID"] and one["AuditSourceID"] for one in lines)
    assert "Schelpenhof" not in str(lines)
    assert "Zij belt" not in str(lines)
    assert lines[-1]["EventTypeCode"] == Voorval.LOG_UIT.value


def test_what_happened_to_the_kluis_stands_in_the_same_chain(desk: Desk) -> None:
    desk.logboek.noteer(Voorval.KOPIE)
    desk.logboek.noteer(Voorval.POGINGEN, Uitkomst.GEWEIGERD)

    rows = desk.logboek.of_kluis()

    assert [(row.kind, row.detail, row.uitkomst) for row in rows[:2]] == [
        (Kind.KLUIS, "verkeerde wachtzin", "geweigerd"),
        (Kind.KLUIS, "reservekopie gemaakt", "ok"),
    ]
    assert desk.logboek.proef().klopt


def test_a_casus_that_is_opened_is_noted_once_a_day(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    before = desk.logboek.count(casus_id)
    desk.logboek.bekeken(casus_id)
    desk.logboek.bekeken(casus_id)
    assert desk.logboek.count(casus_id) == before + 1
    clock.pass_time(days=1)
    desk.logboek.bekeken(casus_id)
    assert desk.logboek.count(casus_id) == before + 2


def test_the_database_refuses_to_change_or_drop_a_line(store: Store, casus_id: UUID) -> None:
    for statement in (
        "UPDATE logboek SET gebruiker = 'een ander'",
        "UPDATE logboek SET detail = 'iets anders' WHERE seq = 1",
        "DELETE FROM logboek WHERE seq = 1",
    ):
        with pytest.raises(OutsideError), store.write() as session:
            session.execute(text(statement))


def test_a_clock_that_goes_back_is_noted(desk: Desk, store: Store, casus_id: UUID) -> None:
    log_lines(store, casus_id, ("R", "", Kind.CASUS), moment=NOW + timedelta(hours=2))
    log_lines(store, casus_id, ("R", "", Kind.CASUS), moment=NOW)

    assert [one["klok_ok"] for one in desk.logboek.uitvoer()][-3:-1] == [True, False]
    assert desk.logboek.proef().klopt


CHANGES: dict[str, Callable[[random.Random, int], str]] = {
    "one field": lambda dice, last: (
        f"UPDATE logboek SET detail = detail || 'x' WHERE seq = {dice.randint(1, last)}"
    ),
    "the clock": lambda dice, last: (
        f"UPDATE logboek SET tijd = datetime(tijd, '-1 day') WHERE seq = {dice.randint(1, last)}"
    ),
    "the person": lambda dice, last: (
        f"UPDATE logboek SET gebruiker = 'Nel' WHERE seq = {dice.randint(1, last)}"
    ),
    "a line taken away": lambda dice, last: (
        f"DELETE FROM logboek WHERE seq = {dice.randint(1, last)}"
    ),
    "the first taken away": lambda _dice, _last: "DELETE FROM logboek WHERE seq = 1",
    "the end cut": lambda dice, last: (
        f"DELETE FROM logboek WHERE seq > {last - dice.randint(1, 50)}"
    ),
    "a signature": lambda _dice, _last: "UPDATE logkop SET handtekening = zeroblob(64)",
    "a reason": lambda _dice, _last: "UPDATE logreden SET tekst = 'anders'",
    "a reason gone": lambda _dice, _last: "DELETE FROM logreden",
    "a reason that nobody gave": lambda dice, last: (
        f"INSERT INTO logreden VALUES ({dice.randint(1, last - 1)}, x'00', 'Uit nieuwsgierigheid.')"
    ),
    "a reason gone of a line without a casus": lambda _dice, last: (
        f"DELETE FROM logreden WHERE seq = {last - 1}"
    ),
    "a head that passes for a stump": lambda _dice, _last: (
        "INSERT INTO logstomp SELECT seq, keten, seq, '2026-01-01', '2026-01-02', sleutel,"
        " handtekening FROM logkop LIMIT 1"
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_by_someone_with_the_key_is_reported(
    desk: Desk, store: Store, casus_id: UUID, change: str
) -> None:
    persoon = add_persoon(desk, casus_id)
    log_lines(store, casus_id, *[("R", "", Kind.CASUS)] * (2 * EVERY))
    assert desk.logboek.proef().klopt
    with store.write() as session:
        note(session, "R", (Kind.PERSOON, persoon), reden="Zij vroeg het.")
        note(session, "R", (Kind.CASUS, casus_id), casus=casus_id, reden="Zij belde.")
    last = desk.logboek.proef().kop.seq

    by_raw_sql(store, CHANGES[change](random.Random(change), last))

    assert not desk.logboek.proef().klopt


def test_two_lines_that_change_places_are_reported(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    log_lines(store, casus_id, *[("R", f"{number}", Kind.CASUS) for number in range(20)])
    by_raw_sql(
        store,
        "UPDATE logboek SET seq = -1 WHERE seq = 5",
        "UPDATE logboek SET seq = 5 WHERE seq = 6",
        "UPDATE logboek SET seq = 6 WHERE seq = -1",
    )
    assert "Regel 5" in desk.logboek.proef().bevindingen[0]


def test_lines_whose_time_is_over_leave_a_stump_and_the_chain_holds(
    desk: Desk, store: Store, casus_id: UUID, clock: SlowClock
) -> None:
    log_lines(store, casus_id, *[("R", "", Kind.CASUS)] * (EVERY + 20))
    old = desk.logboek.proef().regels
    assert desk.logboek.ruim_op() == 0

    clock.pass_time(days=5 * 366)
    log_lines(store, casus_id, ("R", "", Kind.CASUS), moment=clock())
    assert desk.logboek.ruim_op() == old

    proof = desk.logboek.proef()
    assert (proof.klopt, proof.regels) == (True, 1)
    by_raw_sql(store, "UPDATE logstomp SET aantal = aantal, keten = zeroblob(32)")
    assert not desk.logboek.proef().klopt


def test_a_line_and_what_it_tells_of_come_together_or_not_at_all(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    before = desk.logboek.proef().kop.seq
    with pytest.raises(UserError), store.write() as session:
        note(session, "R", (Kind.CASUS, casus_id), casus=casus_id)
        raise UserError("Toch niet.")
    assert desk.logboek.proef().kop.seq == before


def test_it_says_where_it_broke(desk: Desk, store: Store, casus_id: UUID) -> None:
    log_lines(store, casus_id, *[("R", "", Kind.CASUS)] * 3)
    by_raw_sql(store, "UPDATE logboek SET detail = 'x' WHERE seq = 2")
    assert desk.logboek.proef().bevindingen[0] == "Regel 2 is veranderd nadat hij is geschreven."


def test_what_was_followed_before_is_not_followed_again(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    with store.read() as session:
        before = prove(session)
    desk.logboek.noteer(Voorval.KLOK)

    with store.read() as session:
        after = prove(session, since=before.kop)
    assert (after.regels, after.kop.seq, after.klopt) == (1, before.kop.seq + 1, True)

    by_raw_sql(store, f"UPDATE logboek SET keten = zeroblob(32) WHERE seq = {before.kop.seq}")
    with store.read() as session:
        found = prove(session, since=before.kop).bevindingen
    assert found[0] == f"Regel {before.kop.seq} is veranderd nadat hij is geschreven."
