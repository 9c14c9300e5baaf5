"""Ratings stay as they were given; instruments are recorded and never computed."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import TODAY, SlowClock, add_casus, at
from vtdesk.errors import UserError
from vtdesk.models import Crisisbeoordeling
from vtdesk.services.crisis import BeoordelingGegevens, InstrumentGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Kleur
from vtdesk.values.kinds import CasusStaat

MEI = date(2026, 5, 8)
ARIJ = InstrumentGegevens("ARIJ-veiligheidstaxatie", "onvoldoende veilig", MEI, "Kim Crisisma")


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def rate(desk: Desk, casus_id: UUID, who: str, kleur: Kleur, day: date = MEI) -> UUID:
    return desk.crisis.rate(casus_id, BeoordelingGegevens(who, at(10, 0, day), kleur, "De sleutel"))


def test_the_list_of_casussen_shows_what_holds_now_and_both_colours_when_they_differ(
    desk: Desk, casus_id: UUID
) -> None:
    calm = add_casus(desk, nummer="VT-DEMO-0097", naam="Sterrenwoud")
    rate(desk, casus_id, "CIT", Kleur.ROOD, date(2026, 5, 4))
    rate(desk, casus_id, "Veilig Thuis", Kleur.ROOD, date(2026, 5, 4))
    assert desk.casussen.get(casus_id).crisis == (Kleur.ROOD,)

    rate(desk, casus_id, "Veilig Thuis", Kleur.ORANJE)
    assert desk.casussen.get(casus_id).crisis == (Kleur.ROOD, Kleur.ORANJE)
    assert desk.casussen.get(calm).crisis == ()
    assert [one.kleur for one in desk.crisis.huidig(casus_id)] == [Kleur.ROOD, Kleur.ORANJE]


def test_the_store_refuses_to_change_or_remove_a_rating(
    desk: Desk, store: Store, casus_id: UUID
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD)

    def change(found: Crisisbeoordeling) -> None:
        found.kleur = Kleur.GROEN

    for deed in (change, None):
        with pytest.raises(UserError, match="verandert nooit"), store.write() as session:
            found = session.scalars(select(Crisisbeoordeling)).one()
            deed(found) if deed else session.delete(found)
    assert [one.kleur for one in desk.crisis.reeks(casus_id).beoordelingen] == [Kleur.ROOD]


def test_a_rating_goes_only_along_with_its_whole_casus(
    desk: Desk, store: Store, casus_id: UUID, clock: SlowClock
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD)
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )
    desk.rechten.set_geplaatst(casus_id, TODAY)
    clock.pass_time(days=60)
    desk.vernietigingen.decide(casus_id, Vernietigingsgrond.WERKKOPIE, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    with store.read() as session:
        assert session.scalars(select(Crisisbeoordeling)).all() == []


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"organisatie": " "}, "welke organisatie"),
        ({"gronden": ""}, "waar deze kleur op steunt"),
        ({"moment": at(18)}, "nog niet geweest"),
        ({"volgende_op": at(9, 0, MEI)}, "komt na deze"),
    ],
)
def test_a_rating_that_cannot_be_is_refused(
    desk: Desk, casus_id: UUID, change: dict[str, object], refusal: str
) -> None:
    values = {"organisatie": "CIT", "moment": at(10, 0, MEI), "kleur": Kleur.ROOD, "gronden": "x"}
    with pytest.raises(UserError, match=refusal):
        desk.crisis.rate(casus_id, BeoordelingGegevens(**(values | change)))  # type: ignore[arg-type]  # of the test


def test_an_instrument_is_recorded_corrected_and_taken_back(desk: Desk, casus_id: UUID) -> None:
    one = desk.crisis.record(casus_id, ARIJ)
    [row] = desk.crisis.instrumenten(casus_id)
    assert row.gegevens == ARIJ

    better = InstrumentGegevens("ARIJ-veiligheidstaxatie", "voldoende", MEI, "Kim", "2021", "map 3")
    desk.crisis.change_record(one, row.version, better)
    assert desk.crisis.instrumenten(casus_id)[0].gegevens == better
    with pytest.raises(UserError, match="wie het invulde"):
        desk.crisis.record(casus_id, InstrumentGegevens("LIRIK", "zie blad", MEI, ""))
    desk.crisis.take_back_record(one)
    assert desk.crisis.instrumenten(casus_id) == []
