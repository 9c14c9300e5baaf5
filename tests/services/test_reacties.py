"""Reactions to a finalised verslag: three kinds, sealed, and always printed along."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy import text as sql

from tests.builders import TODAY, SlowClock, add_casus, complete, held_talk
from vtdesk.errors import UserError
from vtdesk.models import Reactie, Versie
from vtdesk.services.desk import Desk
from vtdesk.services.reacties import MOST_WORDS, ReactieGegevens
from vtdesk.services.zegels import CUT
from vtdesk.store.store import Store
from vtdesk.values.kinds import ReactieSoort

OTIS = ReactieGegevens(
    "Otis Havikskruid", ReactieSoort.NIET_AKKOORD, TODAY, "Zo heb ik dat niet gezegd.", "vader"
)


@pytest.fixture
def verslag_id(desk: Desk) -> UUID:
    made = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    finalise(desk, made)
    return made


def finalise(desk: Desk, verslag_id: UUID) -> None:
    desk.verslagen.save_concept(verslag_id, complete(desk.verslagen.open(verslag_id).tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})


def test_seen_agreed_and_not_agreed_are_three_things(desk: Desk, verslag_id: UUID) -> None:
    for soort in ReactieSoort:
        desk.reacties.vastleggen(verslag_id, 1, replace(OTIS, soort=soort))

    found = desk.reacties.of(verslag_id)

    assert [row.regel.soort for row in found] == list(ReactieSoort)
    assert all(row.klopt and row.nummer == 1 for row in found)


def test_a_reaction_is_printed_along_and_leaves_the_seal_of_the_version_as_it_is(
    desk: Desk, verslag_id: UUID
) -> None:
    before = desk.vaststelling.document(verslag_id, 1)

    desk.reacties.vastleggen(verslag_id, 1, OTIS)

    after = desk.vaststelling.document(verslag_id, 1)
    [regel] = after.reacties
    assert (regel.naam, regel.hoedanigheid, regel.woorden) == (
        "Otis Havikskruid",
        "vader",
        "Zo heb ik dat niet gezegd.",
    )
    assert after.content() == before.content()
    assert desk.vaststelling.klopt() == []


def test_a_reaction_stays_with_the_version_it_is_about(
    desk: Desk, verslag_id: UUID, clock: SlowClock
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, OTIS)
    desk.vaststelling.correct(verslag_id, "Vader leest terug dat het anders was.")
    clock.pass_time(hours=1)
    finalise(desk, verslag_id)

    assert len(desk.vaststelling.document(verslag_id, 1).reacties) == 1
    assert desk.vaststelling.document(verslag_id, 2).reacties == ()
    assert desk.vaststelling.klopt() == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (replace(OTIS, naam=" "), "van wie"),
        (replace(OTIS, gegeven_op=TODAY + timedelta(days=1)), "nog niet geweest"),
        (replace(OTIS, woorden="a" * (MOST_WORDS + 1)), "als bijlage"),
    ],
)
def test_a_reaction_of_nobody_or_of_tomorrow_is_refused(
    desk: Desk, verslag_id: UUID, wrong: ReactieGegevens, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.reacties.vastleggen(verslag_id, 1, wrong)

    assert desk.reacties.of(verslag_id) == []


def test_a_version_that_does_not_exist_gets_no_reaction(desk: Desk, verslag_id: UUID) -> None:
    with pytest.raises(UserError, match="Versie 2 van dit verslag bestaat niet"):
        desk.reacties.vastleggen(verslag_id, 2, OTIS)


def test_a_reaction_never_changes_and_never_goes(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, OTIS)

    with pytest.raises(UserError, match="verandert niet meer"), store.write() as session:
        session.scalars(select(Reactie)).one().soort = ReactieSoort.AKKOORD
    with pytest.raises(UserError, match="verandert niet meer"), store.write() as session:
        session.delete(session.scalars(select(Reactie)).one())

    [row] = desk.reacties.of(verslag_id)
    assert row.regel.soort is ReactieSoort.NIET_AKKOORD


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reactie SET soort = 'akkoord'",
        "UPDATE reactie SET naam = 'Otis Havikskruit'",
        "UPDATE reactie SET gegeven_op = '2026-05-11'",
        "UPDATE reactie SET inhoud = CAST(replace(inhoud, 'niet', 'wel') AS BLOB)",
        "UPDATE reactie SET nummer = 2",
    ],
)
def test_a_reaction_changed_from_outside_is_reported(
    desk: Desk, store: Store, verslag_id: UUID, change: str
) -> None:
    desk.reacties.vastleggen(verslag_id, 1, OTIS)

    with store.write() as session:
        session.execute(sql(change))

    assert not desk.reacties.of(verslag_id)[0].klopt
    assert desk.vaststelling.klopt() != []


def test_a_removed_link_is_reported_wherever_it_was(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    for soort in ReactieSoort:
        desk.reacties.vastleggen(verslag_id, 1, replace(OTIS, soort=soort))

    with store.write() as session:
        session.execute(delete(Reactie).where(Reactie.volgnummer == 4))
    assert desk.vaststelling.klopt() == [CUT]

    with store.write() as session:
        session.execute(delete(Reactie).where(Reactie.volgnummer == 2))
    assert any("onderbroken bij zegel 2" in finding for finding in desk.vaststelling.klopt())


def test_a_changed_reason_of_vaststellen_is_reported(
    desk: Desk, store: Store, verslag_id: UUID
) -> None:
    with store.write() as session:
        session.execute(update(Versie).values(antwoorden={"kind/1": "iets anders"}))

    assert not desk.vaststelling.versies(verslag_id)[0].klopt


def test_the_logboek_says_that_there_is_a_reaction_and_not_what_it_says(
    desk: Desk, verslag_id: UUID
) -> None:
    casus_id = desk.casussen.all()[0].id
    desk.reacties.vastleggen(verslag_id, 1, OTIS)

    lines = [row for row in desk.logboek.of_casus(casus_id) if row.detail == "reactie"]
    assert len(lines) == 1
    assert "Otis" not in repr(lines)
