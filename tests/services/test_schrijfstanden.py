"""Earlier texts: one for each session of writing, put back by the rules of the casus."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from tests.builders import SlowClock, add_casus, complete, held_talk, uitspraak, with_blocks
from vtdesk.errors import OutdatedError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.kinds import Verificatie
from vtdesk.values.tekst import Alinea, Blok, Tekst, plain, runs


@pytest.fixture
def verslag_id(desk: Desk, clock: SlowClock) -> UUID:
    started = desk.verslagen.start(held_talk(desk, add_casus(desk)))
    clock.pass_time(minutes=1)
    return started


def write(desk: Desk, verslag_id: UUID, *blokken: Blok | str) -> Tekst:
    made = [Alinea(runs(blok)) if isinstance(blok, str) else blok for blok in blokken]
    tekst = with_blocks(desk.verslagen.open(verslag_id).tekst, "zorgen", *made)
    desk.verslagen.save_concept(verslag_id, tekst)
    return tekst


def words(tekst: Tekst) -> list[str]:
    return [plain(blok) for s in tekst.secties if s.id == "zorgen" for blok in s.blokken]


def kept(desk: Desk, verslag_id: UUID) -> list[list[str]]:
    return [words(desk.schrijfstanden.tekst(row.id)) for row in desk.schrijfstanden.of(verslag_id)]


def new_session(desk: Desk, clock: SlowClock, verslag_id: UUID) -> None:
    clock.pass_time(minutes=1)
    desk.verslagen.begin_sessie(verslag_id)


def finalise(desk: Desk, verslag_id: UUID) -> None:
    desk.verslagen.save_concept(verslag_id, complete(desk.verslagen.open(verslag_id).tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})


def test_each_session_keeps_what_stood_there_when_it_began(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    write(desk, verslag_id, "Eerste avond.")
    write(desk, verslag_id, "Eerste avond, beter.")
    new_session(desk, clock, verslag_id)
    write(desk, verslag_id, "Tweede avond.")
    write(desk, verslag_id, "Tweede avond, beter.")

    assert kept(desk, verslag_id) == [["Eerste avond, beter."], []]
    newer, older = desk.schrijfstanden.of(verslag_id)
    assert newer.woorden - older.woorden == 3  # "Eerste avond, beter."


def test_half_an_hour_without_writing_begins_a_session(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    write(desk, verslag_id, "Voor het eten.")
    clock.pass_time(minutes=31)
    write(desk, verslag_id, "Na het eten.")

    assert kept(desk, verslag_id)[0] == ["Voor het eten."]


def test_a_killed_program_loses_no_version(
    open_store: Callable[[], Store], clock: SlowClock
) -> None:
    first = Desk.over(open_store(), clock)
    verslag_id = first.verslagen.start(held_talk(first, add_casus(first)))
    clock.pass_time(minutes=1)
    write(first, verslag_id, "Vlak voor de stroom uitviel.")

    clock.pass_time(minutes=1)
    second = Desk.over(open_store(), clock)  # nothing was told to the one before
    write(second, verslag_id, "Daarna.")

    assert kept(second, verslag_id)[0] == ["Vlak voor de stroom uitviel."]


def test_a_refused_save_keeps_nothing(desk: Desk, clock: SlowClock, verslag_id: UUID) -> None:
    write(desk, verslag_id, "Dit staat er.")
    before = kept(desk, verslag_id)
    new_session(desk, clock, verslag_id)
    other = with_blocks(desk.verslagen.open(verslag_id).tekst, "zorgen", Alinea(runs("Oud.")))

    with pytest.raises(OutdatedError):
        desk.verslagen.save_concept(verslag_id, other, version=1)

    assert kept(desk, verslag_id) == before
    write(desk, verslag_id, "Nieuw.")
    assert kept(desk, verslag_id)[0] == ["Dit staat er."]


def test_the_same_text_is_not_kept_twice(desk: Desk, clock: SlowClock, verslag_id: UUID) -> None:
    for _ in range(3):
        for line in ("Een.", "Twee."):
            new_session(desk, clock, verslag_id)
            write(desk, verslag_id, line)

    assert kept(desk, verslag_id) == [["Twee."], ["Een."], []]


def test_putting_back_keeps_what_stood_there_and_can_be_undone(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    write(desk, verslag_id, "Oud.")
    new_session(desk, clock, verslag_id)
    write(desk, verslag_id, "Nieuw.")
    [old, _] = desk.schrijfstanden.of(verslag_id)
    clock.pass_time(minutes=5)

    done = desk.schrijfstanden.terug(old.id)

    assert words(desk.verslagen.open(verslag_id).tekst) == ["Oud."]
    assert desk.verslagen.open(verslag_id).concept_version == done.version
    assert desk.schrijfstanden.of(verslag_id)[0].teruggezet

    desk.schrijfstanden.terug(done.eerdere)
    assert words(desk.verslagen.open(verslag_id).tekst) == ["Nieuw."]
    assert len(desk.schrijfstanden.of(verslag_id)) == 3


def test_a_statement_comes_back_with_its_words_and_is_again_in_the_casus(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    regel = uitspraak("De auto stond stil.")
    write(desk, verslag_id, regel)
    new_session(desk, clock, verslag_id)
    write(desk, verslag_id, "Leeg.")
    casus_id = desk.casussen.all()[0].id
    assert desk.uitspraken.of_casus(casus_id) == []

    desk.schrijfstanden.terug(desk.schrijfstanden.of(verslag_id)[0].id)

    assert desk.uitspraken.of_casus(casus_id) == [regel]


def test_a_statement_that_was_reworded_in_the_verslag_gets_its_words_back(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    regel = uitspraak("De auto stond stil.")
    write(desk, verslag_id, regel)
    clock.pass_time(days=1)
    write(desk, verslag_id, replace(regel, runs=runs("De auto stond heel lang stil.")))

    desk.schrijfstanden.terug(desk.schrijfstanden.of(verslag_id)[0].id)

    assert words(desk.verslagen.open(verslag_id).tekst) == ["De auto stond stil."]


def test_a_statement_that_was_changed_in_the_casus_stays_so(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    regel = uitspraak("De auto stond stil.")
    write(desk, verslag_id, regel)
    clock.pass_time(days=1)
    write(desk, verslag_id, regel, "En verder.")
    seen = desk.uitspraken.detail(regel.id)
    after = UitspraakGegevens(regel.letter, "De auto reed stapvoets.", regel.bron)
    desk.uitspraken.change(regel.id, seen.row.version, after)

    desk.schrijfstanden.terug(desk.schrijfstanden.of(verslag_id)[0].id)

    assert words(desk.verslagen.open(verslag_id).tekst) == ["De auto reed stapvoets."]


def test_a_withdrawn_or_refuted_statement_never_comes_back_as_valid(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    drinks, car = uitspraak("Hij drinkt."), uitspraak("De auto stond bij het huis.")
    write(desk, verslag_id, drinks, car)
    new_session(desk, clock, verslag_id)
    write(desk, verslag_id, drinks, car, "En verder.")
    desk.correcties.withdraw(drinks.id, reden="Niet zelf gezien.")
    desk.correcties.refute(car.id, door="wijkagent", reden="Bezoek van de buren.")
    new_session(desk, clock, verslag_id)
    write(desk, verslag_id, "Zonder.")

    for stand in desk.schrijfstanden.of(verslag_id):
        for regel in desk.schrijfstanden.tekst(stand.id).uitspraken():
            assert regel.verificatie in (Verificatie.INGETROKKEN, Verificatie.WEERLEGD)
    oldest = next(
        row for row in desk.schrijfstanden.of(verslag_id)[::-1]
        if desk.schrijfstanden.tekst(row.id).uitspraken()
    )  # fmt: skip
    desk.schrijfstanden.terug(oldest.id)

    found = {u.id: u.verificatie for u in desk.verslagen.open(verslag_id).tekst.uitspraken()}
    assert found == {drinks.id: Verificatie.INGETROKKEN, car.id: Verificatie.WEERLEGD}


def test_nothing_is_put_back_in_a_final_verslag(
    desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    write(desk, verslag_id, "Oud.")
    new_session(desk, clock, verslag_id)
    finalise(desk, verslag_id)

    with pytest.raises(UserError, match="Maak een correctie"):
        desk.schrijfstanden.terug(desk.schrijfstanden.of(verslag_id)[0].id)


def test_only_what_is_final_is_thinned(desk: Desk, clock: SlowClock, verslag_id: UUID) -> None:
    for line in ("Een.", "Twee.", "Drie."):
        new_session(desk, clock, verslag_id)
        write(desk, verslag_id, line)
    clock.pass_time(days=30)
    assert desk.schrijfstanden.dun_uit() == 0

    new_session(desk, clock, verslag_id)
    finalise(desk, verslag_id)
    before = kept(desk, verslag_id)

    assert desk.schrijfstanden.dun_uit() == 3
    assert kept(desk, verslag_id) == [before[0]]
