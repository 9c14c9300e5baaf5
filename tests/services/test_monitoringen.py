"""Monitoring: a series after the overdracht, one moment at a time, and what follows from it."""

from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, at
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.monitoringen import MonitoringGegevens, MonitoringRow, ToetsBij
from vtdesk.services.veiligheid import WaarborgGegevens
from vtdesk.values.casuskinds import (
    MonitoringBesluit,
    MonitoringSoort,
    Oordeel,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.termijnen.stand import Termijnstand

OVERGEDRAGEN = at(14, day=date(2026, 2, 12))
GEHOUDEN = MonitoringGegevens(
    TODAY, "Abel, de kinderen en het wijkteam", Oordeel.JA, Oordeel.DEELS, Oordeel.DEELS
)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, geopend_op=date(2025, 11, 3))


@pytest.fixture
def eerste(desk: Desk, casus_id: UUID) -> MonitoringRow:
    desk.monitoringen.begin(casus_id, OVERGEDRAGEN)
    return desk.monitoringen.of_casus(casus_id)[0]


def stands(desk: Desk, casus_id: UUID) -> dict[str, Termijnstand]:
    return {row.uitkomst.regel.id: row.stand for row in desk.termijnen.of_casus(casus_id)}


def test_an_overdracht_plans_three_months_and_a_year_with_their_terms(
    desk: Desk, casus_id: UUID, eerste: MonitoringRow
) -> None:
    moments = desk.monitoringen.of_casus(casus_id)

    assert [(row.soort, row.gepland_op) for row in moments] == [
        (MonitoringSoort.DRIE_MAANDEN, date(2026, 5, 12)),
        (MonitoringSoort.EEN_JAAR, date(2027, 2, 12)),
    ]
    assert set(stands(desk, casus_id)) == {"T6", "T7"}
    with pytest.raises(UserError, match="al gepland"):
        desk.monitoringen.begin(casus_id, OVERGEDRAGEN)


def test_a_held_moment_meets_its_term_and_keeps_what_was_seen(
    desk: Desk, casus_id: UUID, eerste: MonitoringRow
) -> None:
    waarborg = desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Abel", "Ontbijt voor allen"),
        gemaakt_op=date(2026, 1, 26),
    )  # fmt: skip
    toets = ToetsBij(waarborg, Toetsuitkomst.NAGEKOMEN, "school, 11 mei")
    desk.monitoringen.hold(eerste.id, GEHOUDEN, [toets])

    assert desk.monitoringen.get(eerste.id).gegevens == GEHOUDEN
    [row] = desk.veiligheid.waarborgen(casus_id)
    assert row.laatste
    assert (row.laatste.uitkomst, row.laatste.monitoring_id) == (
        Toetsuitkomst.NAGEKOMEN, eerste.id,
    )  # fmt: skip
    assert stands(desk, casus_id)["T6"] is Termijnstand.GEHAALD

    desk.monitoringen.unhold(eerste.id)
    assert desk.monitoringen.get(eerste.id).gegevens is None
    assert desk.veiligheid.waarborgen(casus_id)[0].laatste is None
    assert stands(desk, casus_id)["T6"] is Termijnstand.LOOPT


def test_a_moment_says_who_was_spoken(desk: Desk, eerste: MonitoringRow) -> None:
    with pytest.raises(UserError, match="wie je sprak"):
        desk.monitoringen.hold(
            eerste.id, MonitoringGegevens(TODAY, " ", Oordeel.JA, Oordeel.JA, Oordeel.JA)
        )


def test_a_next_moment_is_planned_with_the_besluit_and_goes_with_it(
    desk: Desk, casus_id: UUID, eerste: MonitoringRow
) -> None:
    with pytest.raises(UserError, match="Leg eerst vast"):
        desk.monitoringen.decide(eerste.id, MonitoringBesluit.OPSCHALEN, "zorgen")
    desk.monitoringen.hold(eerste.id, GEHOUDEN)

    made = desk.monitoringen.decide(
        eerste.id,
        MonitoringBesluit.VOLGENDE_MOMENT,
        "3 en 4 zijn nog niet goed.",
        volgende_op=date(2026, 6, 26),
    )
    planned = [row for row in desk.monitoringen.of_casus(casus_id) if row.gegevens is None]
    assert [(row.soort, row.gepland_op) for row in planned] == [
        (MonitoringSoort.EXTRA, date(2026, 6, 26)),
        (MonitoringSoort.EEN_JAAR, date(2027, 2, 12)),
    ]
    with pytest.raises(UserError, match="al iets besloten"):
        desk.monitoringen.unhold(eerste.id)

    desk.monitoringen.undecide(made)
    assert desk.monitoringen.get(eerste.id).besluit is None
    assert len(desk.monitoringen.of_casus(casus_id)) == 2


def test_nothing_is_closed_while_a_moment_is_still_planned(
    desk: Desk, casus_id: UUID, eerste: MonitoringRow
) -> None:
    desk.monitoringen.hold(eerste.id, GEHOUDEN)
    with pytest.raises(UserError, match="nog een moment gepland"):
        desk.monitoringen.decide(eerste.id, MonitoringBesluit.AFSLUITEN, "stabiel")

    last = desk.monitoringen.of_casus(casus_id)[0]
    row = desk.monitoringen.remove(last.id)
    desk.monitoringen.decide(eerste.id, MonitoringBesluit.AFSLUITEN, "stabiel")
    desk.monitoringen.put_back(row)
    assert desk.monitoringen.of_casus(casus_id)[0].gepland_op == date(2027, 2, 12)


def test_a_waarborg_that_did_not_hold_then_cannot_be_checked(
    desk: Desk, casus_id: UUID, eerste: MonitoringRow
) -> None:
    waarborg = desk.veiligheid.add(
        casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens("Abel", "Belt elke avond"),
    )  # fmt: skip
    desk.veiligheid.lapse(waarborg, "niet meer nodig")

    with pytest.raises(UserError, match="gold dit niet"):
        desk.monitoringen.hold(
            eerste.id, GEHOUDEN, [ToetsBij(waarborg, Toetsuitkomst.NIET, "zegt Abel")]
        )
    assert desk.monitoringen.get(eerste.id).gegevens is None


def test_a_moment_beside_the_series_is_planned_moved_and_taken_away(
    desk: Desk, casus_id: UUID
) -> None:
    extra = desk.monitoringen.plan(casus_id, date(2026, 6, 26), toelichting="over 3 en 4")
    assert desk.monitoringen.move(extra, date(2026, 6, 29)) == date(2026, 6, 26)
    assert desk.monitoringen.get(extra).gepland_op == date(2026, 6, 29)
    with pytest.raises(UserError, match="al geweest"):
        desk.monitoringen.plan(casus_id, date(2026, 5, 11))
    desk.monitoringen.remove(extra)
    assert desk.monitoringen.of_casus(casus_id) == []
