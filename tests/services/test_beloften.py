"""The promise book: made, kept or broken with a line, and the late ones first."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import TODAY, SlowClock, add_casus, add_persoon, plan
from vtdesk.errors import UserError
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.values.dagkinds import BelofteStand
from vtdesk.values.kinds import Rol

BELLEN = BelofteGegevens("Otis Havikskruid", "Terugbellen over de afspraak", date(2026, 5, 14))


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def test_what_is_late_comes_first_then_by_date_then_the_oldest(
    desk: Desk, clock: SlowClock
) -> None:
    for wat, days in (("later", 9), ("zonder datum", None), ("te laat", -3), ("eerder", 2)):
        uiterlijk = None if days is None else TODAY + timedelta(days)
        desk.beloften.add(BelofteGegevens("Loes", wat, uiterlijk))
        clock.pass_time(minutes=1)
    desk.beloften.add(BelofteGegevens("Loes", "ook zonder datum"))

    assert [row.wat for row in desk.beloften.open()] == [
        "te laat", "eerder", "later", "zonder datum", "ook zonder datum",
    ]  # fmt: skip
    assert [row.te_laat for row in desk.beloften.open()] == [3, 0, 0, 0, 0]


def test_a_row_says_of_which_casus_it_is(desk: Desk, casus_id: UUID) -> None:
    afspraak_id = plan(desk, casus_id)
    desk.beloften.add(BelofteGegevens(" Otis ", " Bellen ", afspraak_id=afspraak_id))

    [row] = desk.beloften.open()
    assert (row.aan, row.wat, row.uiterlijk) == ("Otis", "Bellen", None)
    assert (row.casus, row.nummer) == ("Zilverduin / Havikskruid", "VT-DEMO-0141")
    assert row.casus_id == casus_id


def test_kept_or_broken_it_leaves_the_open_ones_and_comes_back_when_undone(
    desk: Desk, casus_id: UUID
) -> None:
    kept = desk.beloften.add(BelofteGegevens("Otis", "Bellen", casus_id=casus_id))
    broken = desk.beloften.add(BelofteGegevens("Sanne", "Brief sturen", casus_id=casus_id))
    still = desk.beloften.add(BelofteGegevens("Fenna", "Terugvertellen", casus_id=casus_id))

    desk.beloften.keep(kept, "gebeld om 14:00")
    desk.beloften.break_promise(broken, " Het adres is geheim. ")

    assert [row.id for row in desk.beloften.open()] == [still]
    rows = desk.beloften.of_casus(casus_id)
    assert {row.id: row.stand for row in rows} == {
        still: BelofteStand.OPEN, kept: BelofteStand.NAGEKOMEN, broken: BelofteStand.GEBROKEN,
    }  # fmt: skip
    assert rows[0].id == still
    assert desk.beloften.detail(broken).toelichting == "Het adres is geheim."

    desk.beloften.reopen(kept)
    assert desk.beloften.detail(kept).is_open
    assert desk.beloften.detail(kept).toelichting == ""


def test_breaking_asks_why_and_what_is_settled_stays_so(desk: Desk) -> None:
    belofte_id = desk.beloften.add(BELLEN)

    with pytest.raises(UserError, match="waarom het niet lukt"):
        desk.beloften.break_promise(belofte_id, "  ")
    desk.beloften.keep(belofte_id)
    with pytest.raises(UserError, match="al afgehandeld"):
        desk.beloften.break_promise(belofte_id, "toch niet")


@pytest.mark.parametrize(
    ("gegevens", "words"),
    [(BelofteGegevens(" ", "Bellen"), "aan wie"), (BelofteGegevens("Otis", " "), "wat je belooft")],
)
def test_a_promise_to_nobody_or_of_nothing_is_refused(
    desk: Desk, gegevens: BelofteGegevens, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        desk.beloften.add(gegevens)
    assert desk.beloften.open() == []


def test_it_is_changed_only_as_it_was_read(desk: Desk) -> None:
    belofte_id = desk.beloften.add(BELLEN)
    seen = desk.beloften.detail(belofte_id)

    desk.beloften.change(belofte_id, seen.version, BelofteGegevens("Otis", "Mailen"))
    assert desk.beloften.detail(belofte_id).wat == "Mailen"
    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.beloften.change(belofte_id, seen.version, BELLEN)


def test_it_is_never_to_a_melder_or_to_somebody_of_another_casus(
    desk: Desk, casus_id: UUID
) -> None:
    melder = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie")
    elsewhere = add_persoon(desk, add_casus(desk, nummer="2"), Rol.VADER)

    for persoon_id in (melder, elsewhere):
        with pytest.raises(UserError, match="hoort niet bij de casus"):
            desk.beloften.add(
                BelofteGegevens("Iemand", "Bellen", casus_id=casus_id, persoon_id=persoon_id)
            )


def test_one_taken_away_is_gone_until_it_is_put_back(desk: Desk, clock: SlowClock) -> None:
    belofte_id = desk.beloften.add(BELLEN)
    desk.beloften.keep(belofte_id, "gebeld")
    before = desk.beloften.detail(belofte_id)
    clock.pass_time(minutes=5)

    gone = desk.beloften.remove(belofte_id)
    with pytest.raises(UserError, match="bestaat niet meer"):
        desk.beloften.reopen(belofte_id)

    desk.beloften.put_back(gone)
    assert replace(desk.beloften.detail(belofte_id), version=before.version) == before


def test_a_promise_is_found_by_its_words_in_its_casus(desk: Desk, casus_id: UUID) -> None:
    belofte_id = desk.beloften.add(
        BelofteGegevens("Otis", "Wijkteam mailen over de fiets", casus_id=casus_id)
    )

    [found] = desk.zoeken.zoek("fiets soort:belofte").vondsten
    assert (found.ding, found.casus_id) == (belofte_id, casus_id)


def test_one_that_stands_again_is_not_put_back_twice(desk: Desk) -> None:
    row = desk.beloften.remove(desk.beloften.add(BelofteGegevens("Ruben", "Brief sturen")))
    desk.beloften.put_back(row)

    with pytest.raises(UserError, match="al weer"):
        desk.beloften.put_back(row)


def test_one_of_a_gone_talk_does_not_come_back(desk: Desk) -> None:
    talk = plan(desk, None)
    held = BelofteGegevens("Ruben", "Brief sturen", None, None, None, talk)
    row = desk.beloften.remove(desk.beloften.add(held))
    desk.agenda.remove(talk)

    with pytest.raises(UserError, match="kan niet meer terug"):
        desk.beloften.put_back(row)
    with pytest.raises(UserError, match="niet meer in de agenda"):
        desk.beloften.add(held)
