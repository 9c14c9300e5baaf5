"""Searching as the user means it: inside words, in any notation, by filters; and never too much."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.builders import (
    SlowClock,
    add_casus,
    add_persoon,
    at,
    complete,
    held_talk,
    plan,
    uitspraak,
    with_blocks,
)
from vtdesk.errors import UserError
from vtdesk.services.agenda import AfspraakGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.notities import NotitieGegevens
from vtdesk.services.zoeken import Vondst
from vtdesk.values.kinds import Kind, Rol
from vtdesk.values.tekst import Alinea, Werkaantekening, runs


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


def found(desk: Desk, typed: str, **how: bool | int) -> list[Vondst]:
    return list(desk.zoeken.zoek(typed, **how).vondsten)


def things(desk: Desk, typed: str) -> set[UUID]:
    return {vondst.ding for vondst in found(desk, typed)}


def bold(vondst: Vondst) -> list[str]:
    return [vondst.zin[a:b] for a, b in vondst.vet]


def note(desk: Desk, casus_id: UUID, said: str, **when: object) -> UUID:
    return desk.notities.save(
        NotitieGegevens(gezegd=said), afspraak_id=plan(desk, casus_id, titel="Gesprek", **when)
    )


def test_a_word_is_found_inside_a_compound_and_in_its_other_number(
    desk: Desk, casus_id: UUID
) -> None:
    note_id = note(desk, casus_id, "De veiligheidsafspraken hangen op de koelkast. Het is rustig.")

    for typed in ("afspraak", "AFSPRAKEN", "veiligheid", "heidsafsp"):
        assert things(desk, typed) == {note_id}, typed
    [hit] = found(desk, "afspraak")
    assert hit.zin == "De veiligheidsafspraken hangen op de koelkast."
    assert bold(hit) == ["veiligheidsafspraken"]


def test_terms_under_three_letters_do_not_widen(desk: Desk, casus_id: UUID) -> None:
    note_id = note(desk, casus_id, "Zij zit in de trein.")

    assert things(desk, "in") == {note_id}
    assert things(desk, "tr") == set()
    assert things(desk, "tre") == {note_id}


def test_accents_do_not_matter_on_either_side(desk: Desk, casus_id: UUID) -> None:
    zoe = add_persoon(desk, casus_id, Rol.KIND, voornaam="Zoë", achternaam="Łukasz")
    rene = add_persoon(desk, casus_id, voornaam="Rene", achternaam="Francois")

    assert things(desk, "zoe") == things(desk, "ZOË") == things(desk, "lukasz") == {zoe}
    assert things(desk, "rené") == things(desk, "françois") == {rene}


def test_a_name_is_found_without_its_tussenvoegsel(desk: Desk, casus_id: UUID) -> None:
    joost = add_persoon(
        desk, casus_id, voornaam="Joost", tussenvoegsel="van den", achternaam="Berg"
    )
    brigit = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Brigit", achternaam="O'Neill <b>")

    assert things(desk, "berg") == things(desk, "van den berg") == {joost}
    assert things(desk, "o'neill") == things(desk, "oneill") == {brigit}


@pytest.mark.parametrize("stored", ["06-12345678", "+31 6 12 34 56 78", "0031 (0)6 1234 5678"])
@pytest.mark.parametrize(
    "typed", ["0612345678", "06 1234 5678", "+31612345678", "0031-6-12345678", "345678"]
)
def test_a_telephone_number_is_found_in_any_notation(
    desk: Desk, casus_id: UUID, stored: str, typed: str
) -> None:
    persoon_id = add_persoon(desk, casus_id, telefoon=stored)
    note_id = note(desk, casus_id, f"Bel morgen {stored}, na school.")

    assert things(desk, typed) == {persoon_id, note_id}
    [hit] = [hit for hit in found(desk, typed) if hit.ding == note_id]
    assert bold(hit) == [stored]


def test_all_words_must_be_there_and_quoted_ones_together(desk: Desk, casus_id: UUID) -> None:
    both = note(desk, casus_id, "De deur stond open. Vader belde.")
    one = note(desk, casus_id, "Open deze deur, zei vader.")

    assert things(desk, "deur vader") == {both, one}
    assert things(desk, '"de deur"') == {both}
    assert things(desk, '"deur open"') == set()


def test_every_kind_of_thing_is_found(desk: Desk, casus_id: UUID) -> None:
    desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id, titel="Kennismaking"))
    tekst = desk.verslagen.open(verslag_id).tekst
    claim = uitspraak("Hij trok de kwikstaart los.")
    said = with_blocks(tekst, "zorgen", claim, Werkaantekening(runs("kwikzilver nabellen")))
    desk.verslagen.save_concept(verslag_id, said)

    assert things(desk, "kwikstaart") == {verslag_id, claim.id}
    assert things(desk, "kwikzilver") == {verslag_id}
    assert things(desk, "kennismaking soort:gesprek") != {verslag_id}
    assert things(desk, "kennismaking soort:verslagen") == {verslag_id}
    assert {hit.kind for hit in found(desk, "zilverduin")} == {Kind.CASUS}


def test_a_finalised_verslag_is_found_as_it_was_sealed(desk: Desk, casus_id: UUID) -> None:
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id))
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    said = with_blocks(tekst, "zorgen", Alinea(runs("Een merel.")), Werkaantekening(runs("uil")))
    desk.verslagen.save_concept(verslag_id, said)
    open_points = [p.id for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, dict.fromkeys(open_points, "niet nodig"))

    assert things(desk, "merel") == {verslag_id}
    assert things(desk, "uil") == set()

    desk.vaststelling.correct(verslag_id, "een vogel te weinig")
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", Alinea(runs("Een mus."))))
    assert things(desk, "merel") == set()
    assert things(desk, "mus") == {verslag_id}


def test_filters_by_casus_kind_person_and_date(desk: Desk, casus_id: UUID) -> None:
    other = add_casus(desk, nummer="VT-2", naam="Van den Berg")
    sanne = add_persoon(desk, other, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld")
    april, may = date(2026, 4, 2), date(2026, 5, 2)
    early = plan(desk, casus_id, titel="Fluit", begin=at(9, day=april), einde=at(10, day=april))
    late = plan(desk, other, titel="Fluit", begin=at(9, day=may), einde=at(10, day=may))

    assert things(desk, "fluit casus:0141") == {early}
    assert things(desk, 'fluit casus:"van den berg"') == things(desk, "fluit casus:berg") == {late}
    assert things(desk, "fluit na:april") == {late}
    assert things(desk, "fluit voor:mei") == {early}
    assert things(desk, "fluit na:1-4-2026 voor:1-5-2026") == {early}
    assert things(desk, "persoon:sanne") == {sanne}
    assert things(desk, "soort:persoon wolkenveld") == {sanne}
    assert things(desk, "fluit casus:nergens") == things(desk, "fluit soort:vliegtuig") == set()
    assert {early, late} <= things(desk, "na:2025")


def test_the_newest_stands_first_and_the_best_when_asked(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    best = note(desk, casus_id, "Kikker, kikker en nog eens kikker.")
    clock.pass_time(minutes=5)
    newer = note(desk, casus_id, "Lang verhaal over van alles en nog wat, en ook een kikker.")

    assert [v.ding for v in found(desk, "kikker")] == [newer, best]
    assert [v.ding for v in found(desk, "kikker", beste=True)] == [best, newer]
    assert [v.ding for v in found(desk, "kikker", meest=1)] == [newer]
    assert desk.zoeken.zoek("kikker", meest=1).meer


def test_what_was_found_is_grouped_by_casus(desk: Desk, casus_id: UUID) -> None:
    other = add_casus(desk, nummer="VT-2", naam="Sterrenwoud")
    plan(desk, other, titel="Trommel")
    plan(desk, casus_id, titel="Trommel")
    plan(desk, None, titel="Trommel")

    groups = desk.zoeken.zoek("trommel").per_casus()
    assert {title for title, _ in groups} == {
        "Zilverduin / Havikskruid · VT-DEMO-0141", "Sterrenwoud · VT-2", "Zonder casus",
    }  # fmt: skip


def test_a_note_follows_its_talk_to_another_casus(desk: Desk, casus_id: UUID) -> None:
    afspraak_id = plan(desk, None, titel="Ingelezen")
    note_id = desk.notities.save(NotitieGegevens(gezien="parelmoer"), afspraak_id=afspraak_id)
    assert things(desk, "parelmoer casus:0141") == set()

    seen = desk.agenda.detail(afspraak_id)
    gegevens = AfspraakGegevens(seen.titel, seen.soort, seen.begin, seen.einde, casus_id)
    desk.agenda.change(afspraak_id, seen.version, gegevens)

    assert things(desk, "parelmoer casus:0141") == {note_id}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sleutelhnger", "sleutelhanger"),
        ("slutelhangre", "sleutelhanger"),
        ("wolkenvled", "Wolkenveld"),
        ("casus:0141 sleutlehanger", "casus:0141 sleutelhanger"),
        ("zzzzzz", ""),
        ("slt", ""),
    ],
)
def test_what_was_meant_is_asked_when_nothing_is_found(
    desk: Desk, casus_id: UUID, typed: str, meant: str
) -> None:
    note(desk, casus_id, "Wolkenveld gaf de sleutelhanger terug.")

    outcome = desk.zoeken.zoek(typed)
    assert (outcome.vondsten, outcome.bedoel) == ((), meant)


def test_the_melder_is_not_found_and_not_suggested(desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie", achternaam="Meldster")

    for typed in ("kanarie", "meldster", "kanaire", "meldsetr", "persoon:kanarie"):
        outcome = desk.zoeken.zoek(typed)
        assert (outcome.vondsten, outcome.bedoel) == ((), ""), typed


def test_what_is_shown_has_every_hit_marked_and_the_words_as_they_are(
    desk: Desk, casus_id: UUID
) -> None:
    said = "😀 Pip ziet twee <b>merels</b>.\nDaarna nóg een merel."
    note(desk, casus_id, said)
    [hit] = found(desk, "merel")

    shown = desk.zoeken.toon(hit.id, "merel nog")
    assert shown.tekst == said
    assert [shown.tekst[a:b] for a, b in shown.vet] == ["merels", "nóg", "merel"]


def test_what_is_gone_cannot_be_shown(desk: Desk) -> None:
    with pytest.raises(UserError, match="niet meer"):
        desk.zoeken.toon(12, "merel")


def test_a_long_sentence_is_cut_around_the_hit(desk: Desk, casus_id: UUID) -> None:
    note(desk, casus_id, f"{'woord ' * 200}kikker{' woord' * 200}")

    [hit] = found(desk, "kikker")
    assert len(hit.zin) < 240
    assert bold(hit) == ["kikker"]
    assert (hit.zin[:2], hit.zin[-2:]) == ("… ", " …")


def test_a_name_of_500_letters_is_found_and_breaks_nothing(desk: Desk, casus_id: UUID) -> None:
    long = "Kw" + "a" * 498
    persoon_id = add_persoon(desk, casus_id, voornaam=long)

    assert things(desk, long) == things(desk, "kwaaaa") == {persoon_id}
    assert desk.zoeken.zoek(f"{long}b").vondsten == ()


def test_a_question_can_be_ended(desk: Desk, casus_id: UUID) -> None:
    note(desk, casus_id, "kikker")
    tocht = desk.zoeken.tocht("kikker")
    tocht.stop()

    assert tocht.run() is None
    outcome = desk.zoeken.tocht("kikker").run()
    assert outcome
    assert len(outcome.vondsten) == 1


def test_an_answer_comes_before_all_words_are_known_and_says_so(desk: Desk, casus_id: UUID) -> None:
    begins = note(desk, casus_id, "De afspraken van 06-12345678.")
    inside = note(desk, casus_id, "De veiligheidsafspraken.")

    first = desk.zoeken.antwoord("afspraak")
    assert ({v.ding for v in first.vondsten}, first.compleet) == ({begins}, False)
    assert {v.ding for v in desk.zoeken.antwoord("06-1234 56").vondsten} == {begins}
    assert desk.zoeken.antwoord("afsrpaak").bedoel == ""

    desk.zoeken.prepare()
    whole = desk.zoeken.antwoord("afspraak")
    assert ({v.ding for v in whole.vondsten}, whole.compleet) == ({begins, inside}, True)


SIGNS = st.text(
    st.one_of(st.characters(), st.sampled_from("\"'*^():-+~{}&|\\ ; \u200f\u202e😀\u0301éĳ0123")),
    max_size=40,
)
PARTS = st.sampled_from(
    ["AND", "OR", "NOT", "NEAR(a b, 2)", '"', "deur*", "^deur", "tekst : deur", "label:x",
     "casus:", 'casus:"', "na:maart", "voor:0", "persoon:%", "soort:*", "rowid", "deur"]
)  # fmt: skip


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None
)
@given(st.lists(st.one_of(SIGNS, PARTS), max_size=6).map(" ".join))
@example('"')
@example("AND")
@example("\ud83d")
@example("na:1-1-0001 voor:31-12-9998")
def test_no_question_ever_fails(desk: Desk, typed: str) -> None:
    if not desk.casussen.all(None):
        note(desk, add_casus(desk), "De deur stond open. \u202e😀")

    outcome = desk.zoeken.zoek(typed)
    for hit in outcome.vondsten:
        assert all(0 <= a < b <= len(hit.zin) for a, b in hit.vet)
        desk.zoeken.toon(hit.id, typed)
