"""Talks with children: how they were arranged, what was told back, and who else saw the child."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import TODAY, add_casus, add_persoon, at, held_talk, plan
from vtdesk.errors import UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.kindgesprekken import KindgesprekGegevens
from vtdesk.values.kinds import Rol

VERTELD = KindgesprekGegevens(
    plek="op school, in het kamertje van de intern begeleider",
    steunfiguur="juf Tess",
    steunfiguur_gekozen_door="Pip",
    gezagdragers="Beide ouders wisten van het gesprek.",
    uitgelegd="Wie ik ben en wat ik opschrijf.",
    wil="Dat het stil is bij het wisselen.",
    veilig_erna="Juf Tess blijft tot half vier.",
)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def pip(desk: Desk, casus_id: UUID) -> UUID:
    born = date(2016, 9, 14)
    return add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", geboortedatum=born)


@pytest.fixture
def gesprek(desk: Desk, casus_id: UUID, pip: UUID) -> UUID:
    day = at(10, day=date(2026, 5, 7))
    present = DeelnameGegevens("Pip Havikskruid", persoon_id=pip)
    return held_talk(desk, casus_id, present, begin=day, einde=day.replace(hour=11))


def test_a_talk_with_a_child_keeps_how_it_was_arranged(
    desk: Desk, casus_id: UUID, gesprek: UUID, pip: UUID
) -> None:
    desk.kindgesprekken.set(gesprek, pip, VERTELD)
    desk.kindgesprekken.set(gesprek, pip, replace(VERTELD, wil="Rust."))

    [row] = desk.kindgesprekken.of_casus(casus_id)
    assert (row.kind, row.op, row.gegevens.wil) == ("Pip", date(2026, 5, 7), "Rust.")
    assert desk.kindgesprekken.get(gesprek, pip).steunfiguur_gekozen_door == "Pip"


def test_what_a_child_wants_kept_needs_an_answer(desk: Desk, gesprek: UUID, pip: UUID) -> None:
    kept = replace(VERTELD, niet_doorgeven="Dat ik moest huilen.")

    with pytest.raises(UserError, match="wat je hebt geantwoord"):
        desk.kindgesprekken.set(gesprek, pip, kept)

    assert desk.kindgesprekken.get(gesprek, pip) == KindgesprekGegevens()


def test_what_was_told_back_stands_in_the_track_of_the_child(
    desk: Desk, casus_id: UUID, gesprek: UUID, pip: UUID
) -> None:
    told = replace(VERTELD, teruggekoppeld="Dat juf Tess het weet.", teruggekoppeld_op=TODAY)

    desk.kindgesprekken.set(gesprek, pip, told)

    [child] = desk.kindspoor.of_casus(casus_id)
    assert (child.teruggekoppeld, child.teruggekoppeld_op) == ("Dat juf Tess het weet.", TODAY)


def test_a_child_seen_by_another_is_not_a_child_we_spoke(
    desk: Desk, casus_id: UUID, pip: UUID
) -> None:
    seen = desk.kindgesprekken.seen(casus_id, pip, date(2026, 5, 9), "Jeugdarts CJG")

    [child] = desk.kindspoor.of_casus(casus_id)
    assert child.gesproken_op is None
    assert [(row.op, row.door) for row in child.gezien] == [(date(2026, 5, 9), "Jeugdarts CJG")]

    desk.kindgesprekken.unsee(seen)
    assert desk.kindspoor.of_casus(casus_id)[0].gezien == ()


def test_a_day_to_come_and_a_talk_without_a_casus_are_refused(
    desk: Desk, casus_id: UUID, pip: UUID
) -> None:
    with pytest.raises(UserError, match="toekomst"):
        desk.kindgesprekken.seen(casus_id, pip, date(2026, 5, 13), "Jeugdarts CJG")
    with pytest.raises(UserError, match="wie het kind zag"):
        desk.kindgesprekken.seen(casus_id, pip, TODAY, " ")
    with pytest.raises(UserError, match="geen casus"):
        desk.kindgesprekken.set(plan(desk, None), pip, VERTELD)
