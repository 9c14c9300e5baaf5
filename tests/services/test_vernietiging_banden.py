"""Destruction reaches what names no casus, and lets what stays go on without what went."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.builders import SlowClock, add_casus, add_persoon, at, plan
from tests.services.test_vernietiging import GROND, everything, ready
from vtdesk.services.agenda_rows import AfspraakGegevens
from vtdesk.services.bellen.service import BelAntwoorden
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import BesprekingGegevens
from vtdesk.services.pleintafel import TaakGegevens
from vtdesk.services.reeksen import Bereik, Wijziging
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.store.store import Store
from vtdesk.values.herhaling import Herhaling
from vtdesk.values.kinds import AfspraakSoort

DAY = date(2026, 5, 13)
NUMBER = "0612345678"


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, naam="Kiezelpad")


@pytest.fixture
def other(desk: Desk) -> UUID:
    return add_casus(desk, nummer="VT-DEMO-0002", naam="Zilverduin")


def destroy(desk: Desk, clock: SlowClock, casus_id: UUID) -> None:
    ready(desk, clock, casus_id)
    desk.vernietigingen.decide(casus_id, GROND, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)


def give(desk: Desk, afspraak_id: UUID, casus_id: UUID) -> None:
    """Let an appointment turn out to be of another casus."""
    was = desk.agenda.detail(afspraak_id)
    talk = AfspraakGegevens("Gesprek", AfspraakSoort.GESPREK, was.begin, was.einde, casus_id)
    desk.agenda.change(afspraak_id, was.version, talk)


def leave(desk: Desk) -> UUID:
    return desk.verloven.add(VerlofGegevens(DAY, DAY + timedelta(days=9), "Bo"))


def test_what_a_colleague_takes_goes_when_it_got_its_casus_later(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    belofte = desk.beloften.add(BelofteGegevens("Ruben", "Brief sturen", DAY))
    call = desk.bellen.add("0611111111 iemand")
    verlof = leave(desk)
    desk.verloven.take_rest(verlof, "Bo")
    row = desk.beloften.detail(belofte)
    desk.beloften.change(belofte, row.version, replace(row.gegevens, casus_id=casus_id))
    desk.bellen.confirm(call, add_persoon(desk, casus_id), casus_id)

    destroy(desk, clock, casus_id)

    assert desk.verloven.contents(verlof) == []


def test_one_of_a_series_that_is_of_another_casus_stays_on_its_own(
    desk: Desk, clock: SlowClock, casus_id: UUID, other: UUID
) -> None:
    every = AfspraakGegevens("Overleg", AfspraakSoort.GESPREK, at(9, 0, DAY), at(10, 0, DAY),
                             casus_id)  # fmt: skip
    first = desk.reeksen.add(every, Herhaling.of("FREQ=WEEKLY;COUNT=3"))
    one = desk.agenda.detail(first)
    moved = Wijziging(replace(every, casus_id=other))
    desk.reeksen.change(first, one.version, moved, Bereik.DEZE)

    destroy(desk, clock, casus_id)

    left = desk.agenda.between(at(0, 0, DAY), at(0, 0, DAY + timedelta(days=60)))
    assert [(row.id, row.casus) for row in left] == [(first, "Zilverduin")]


def test_a_belofte_of_another_casus_stays_without_the_talk_it_was_made_in(
    desk: Desk, clock: SlowClock, casus_id: UUID, other: UUID
) -> None:
    talk = plan(desk, other)
    belofte = desk.beloften.add(BelofteGegevens("Ruben", "Brief sturen", None, None, None, talk))
    give(desk, talk, casus_id)

    destroy(desk, clock, casus_id)

    assert desk.beloften.detail(belofte).gegevens == BelofteGegevens(
        "Ruben", "Brief sturen", None, other
    )


def test_a_belofte_without_a_casus_goes_with_the_talk_it_was_made_in(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    talk = plan(desk, None)
    desk.beloften.add(BelofteGegevens("Ruben", "Brief sturen", None, None, None, talk))
    give(desk, talk, casus_id)

    destroy(desk, clock, casus_id)

    assert desk.beloften.open() == []


def test_an_appointment_stays_whose_replacement_went(
    desk: Desk, clock: SlowClock, casus_id: UUID, other: UUID
) -> None:
    talk = plan(desk, other)
    give(desk, desk.agenda.replace(talk, at(10, 0, DAY)), casus_id)

    destroy(desk, clock, casus_id)

    assert desk.agenda.detail(talk).casus_id == other


def test_a_taak_of_another_bespreking_stays_when_its_belofte_goes(
    desk: Desk, clock: SlowClock, casus_id: UUID, other: UUID
) -> None:
    zitting = desk.plein.open_zitting(at(9))
    it = desk.plein.add(zitting, BesprekingGegevens(50, other))
    desk.pleintafel.add_taak(it, TaakGegevens("School bellen", "ik", "morgen"))
    [row] = desk.beloften.open()
    desk.beloften.change(row.id, row.version, replace(row.gegevens, casus_id=casus_id))

    destroy(desk, clock, casus_id)

    [taak] = desk.plein.detail(it).taken
    assert (taak.wat, taak.belofte_id) == ("School bellen", None)


def test_how_a_talk_hit_her_stays_without_the_talk_and_without_words(
    desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    talk = plan(desk, casus_id)
    desk.impact.save("Wat Pip zei", zwaar=True, afspraak_id=talk, collega="Bo")

    destroy(desk, clock, casus_id)

    [row] = desk.impact.between(at(0, 0, date(2026, 1, 1)), at(0, 0, date(2027, 1, 1)))
    assert (row.zwaar, row.afspraak_id, row.tekst, row.collega) == (True, None, "", "")


@pytest.mark.parametrize(
    "typed", ["Sterremuur bellen", "over kiezelpad", NUMBER, "VT-DEMO-0141: let op"]
)
def test_a_klad_that_names_the_people_goes_and_another_stays(
    desk: Desk, store: Store, clock: SlowClock, casus_id: UUID, typed: str
) -> None:
    add_persoon(desk, casus_id, voornaam="Sterremuur", telefoon=NUMBER)
    desk.kladjes.keep("belofte", {"velden": {"aan": [typed]}})
    desk.kladjes.keep("parkeernotitie", {"tekst": "papier kopen"})

    destroy(desk, clock, casus_id)

    assert desk.kladjes.of("belofte") is None
    assert desk.kladjes.of("parkeernotitie") == {"tekst": "papier kopen"}


def test_a_call_that_nobody_confirmed_goes_when_its_number_is_only_theirs(
    desk: Desk, store: Store, clock: SlowClock, casus_id: UUID, other: UUID
) -> None:
    for name in ("Sterremuur", "Brugwachter"):
        add_persoon(desk, casus_id, voornaam=name, telefoon=NUMBER)
    shared = "0687654321"
    for of in (casus_id, other):
        add_persoon(desk, of, voornaam="Oma", telefoon=shared)
    call = desk.bellen.add(f"{NUMBER} 4x sterremuur")
    desk.bellen.keep(call, BelAntwoorden(vrij_praten="sterremuur kan niet praten"))
    stays = desk.bellen.add(f"{shared} graag terugbellen")

    destroy(desk, clock, casus_id)

    assert [row.id for row in desk.bellen.groups().rows] == [stays]
    assert "sterremuur" not in everything(store).lower()
