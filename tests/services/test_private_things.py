"""What is hers alone stays so: no search, no logboek, no outbox, no document, no other page."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import SlowClock, add_casus, at, held_talk
from vtdesk.errors import UserError
from vtdesk.models import Impact, Lichtpunt, Logregel, Uitgaand
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.tijdlijn.rows import TijdlijnKeuze
from vtdesk.store.store import Store
from vtdesk.store.zoekstof import DELEN, LEZERS
from vtdesk.values.kinds import Kind

WORDS = ("buikpijngevoel", "trillende", "zonnestraal", "halfgetypt")


@pytest.fixture
def talk(desk: Desk) -> UUID:
    """A held talk about which all that is private was written."""
    talk = held_talk(desk, add_casus(desk))
    desk.notities.save(NotitieGegevens(gezien="rust", gevoel="buikpijngevoel"), afspraak_id=talk)
    desk.impact.save("trillende handen", afspraak_id=talk, collega="Bo")
    desk.lichtpunten.save("een zonnestraal")
    desk.kladjes.keep("impact", {"tekst": "halfgetypt"})
    return talk


def everywhere(desk: Desk, casus_id: UUID) -> Iterator[object]:
    """Give what other screens and papers read."""
    yield desk.tijdlijn.of_casus(casus_id)
    yield desk.tijdlijn.blad(casus_id, TijdlijnKeuze(), "")
    yield desk.agenda.of_casus(casus_id)
    yield desk.beloften.of_casus(casus_id)
    yield desk.crisisnotities.of_casus(casus_id)
    yield desk.logboek.of_casus(casus_id)
    yield desk.ganaar.search("alles")


def test_no_search_finds_a_word_of_it(desk: Desk, talk: UUID) -> None:
    for word in (*WORDS, "impact", "lichtpunt"):
        assert desk.zoeken.zoek(word).vondsten == (), word
        assert desk.ganaar.search(word) == [], word
    assert desk.zoeken.zoek("rust").vondsten


def test_it_is_no_part_of_what_the_index_reads() -> None:
    for kind in (Impact, Lichtpunt):
        assert kind.silent
        assert kind not in LEZERS
        assert kind not in DELEN


def test_logboek_and_outbox_do_not_even_know_that_it_is_there(
    desk: Desk, store: Store, talk: UUID
) -> None:
    with store.read() as session:
        kinds = set(session.scalars(select(Logregel.soort)))
        tables = set(session.scalars(select(Uitgaand.tabel)))

    assert Kind.PRIVE.value not in kinds
    assert tables.isdisjoint({"impact", "lichtpunt", "klad"})


def test_no_other_screen_or_paper_reads_it(desk: Desk, talk: UUID) -> None:
    casus_id = desk.agenda.detail(talk).casus_id
    assert casus_id is not None

    for read in everywhere(desk, casus_id):
        assert [word for word in WORDS if word in repr(read)] == []


def test_only_who_asks_for_it_gets_it(desk: Desk, clock: SlowClock, talk: UUID) -> None:
    [impact] = desk.impact.between(at(0), at(23))
    assert (impact.tekst, impact.zwaar, impact.collega) == ("trillende handen", True, "Bo")
    assert impact.afspraak_id == talk
    assert desk.impact.between(at(0), at(17, 22)) == []
    assert [one.tekst for one in desk.lichtpunten.between(at(0), at(23))] == ["een zonnestraal"]


def test_the_month_of_what_went_well_ends_with_the_month(desk: Desk, clock: SlowClock) -> None:
    for day in (date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1)):
        clock.now = at(12, 0, day)
        desk.lichtpunten.save(str(day))

    found = desk.lichtpunten.month(date(2026, 12, 15))

    assert [one.tekst for one in found] == ["2026-12-01", "2026-12-31"]


def test_what_is_hers_is_hers_to_throw_away(desk: Desk, talk: UUID) -> None:
    [impact] = desk.impact.between(at(0), at(23))
    [lichtpunt] = desk.lichtpunten.between(at(0), at(23))

    desk.impact.remove(impact.id)
    desk.lichtpunten.remove(lichtpunt.id)

    assert (desk.impact.between(at(0), at(23)), desk.lichtpunten.between(at(0), at(23))) == ([], [])
    with pytest.raises(UserError, match="niet meer"):
        desk.impact.remove(impact.id)


def test_an_empty_lichtpunt_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="goed ging"):
        desk.lichtpunten.save("  ")


def test_a_klad_comes_back_until_it_is_dropped(desk: Desk) -> None:
    assert desk.kladjes.of("belofte") is None

    desk.kladjes.keep("belofte", {"wat": "bel"})
    desk.kladjes.keep("belofte", {"wat": "bellen"})
    desk.kladjes.keep("telefoontje", {"regel": "onbekend"})
    assert desk.kladjes.of("belofte") == {"wat": "bellen"}

    desk.kladjes.drop("belofte")
    desk.kladjes.drop("belofte")
    assert desk.kladjes.of("belofte") is None
    assert desk.kladjes.of("telefoontje") == {"regel": "onbekend"}


def test_what_waits_longest_comes_first_wherever_it_was_begun(desk: Desk, clock: SlowClock) -> None:
    desk.kladjes.keep("beloftes", {"wat": "van een ander paneel"})
    desk.kladjes.keep("belofte:7", {"wat": "aan tafel"})
    clock.pass_time(minutes=1)
    desk.kladjes.keep("belofte", {"wat": "daarna"})

    assert desk.kladjes.waiting("belofte") == ("belofte:7", {"wat": "aan tafel"})
    desk.kladjes.drop("belofte:7")
    assert desk.kladjes.waiting("belofte") == ("belofte", {"wat": "daarna"})
