"""Statements noted in the casus: with a source, with a history, and one with their drafts."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import SlowClock, add_casus, add_persoon, complete, held_talk, with_blocks
from tests.builders import uitspraak as regel_of
from vtdesk.errors import OutdatedError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_regels import Steun, met_woord, steun, steunend_op
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.values.casuskinds import WijzigingSoort
from vtdesk.values.kinds import Letter, Rol, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import Bron, Uitspraakregel, plain, runs


@pytest.fixture
def casus(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def vader(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus)


@pytest.fixture
def moeder(desk: Desk, casus: UUID) -> UUID:
    return add_persoon(desk, casus, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")


def said(text: str, letter: Letter = Letter.VERKLARING, **more: object) -> UitspraakGegevens:
    gegevens = UitspraakGegevens(letter, text, Bron("De Kompasroos"))
    return replace(gegevens, **more)


def by(persoon_id: UUID, naam: str = "Maren Zilverduin", **more: str) -> Bron:
    return Bron(naam, persoon_id, **more)


def draft_with(desk: Desk, casus: UUID, *regels: Uitspraakregel) -> VerslagInhoud:
    verslag_id = desk.verslagen.start(held_talk(desk, casus))
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(complete(tekst), "zorgen", *regels))
    return desk.verslagen.open(verslag_id)


def change(desk: Desk, uitspraak_id: UUID, text: str, reden: str = "") -> None:
    row = desk.uitspraken.detail(uitspraak_id).row
    desk.uitspraken.change(row.id, row.version, replace(row.gegevens, tekst=text), reden)


def test_a_statement_is_noted_without_a_verslag_with_all_that_belongs_to_it(
    desk: Desk, casus: UUID, vader: UUID, moeder: UUID
) -> None:
    first = desk.uitspraken.add(casus, said("De auto stond stil.", bron=by(vader, "Otis")))
    gegevens = said(
        "Hij reed weg.",
        bron=by(moeder, hoedanigheid="moeder", via="Ria Havikskruid"),
        over=(vader,),
        informatiedatum=date(2026, 4, 23),
        zichtbaarheid=Zichtbaarheid.NIET_VOOR,
        niet_voor=(vader,),
        thema="wisselen",
        reactie_op_id=first,
    )
    second = desk.uitspraken.add(casus, gegevens)

    assert desk.uitspraken.detail(second).row.gegevens == gegevens
    assert desk.uitspraken.detail(second).reactie_op == desk.uitspraken.detail(first).row
    assert [row.id for row in desk.uitspraken.detail(first).reacties] == [second]


def test_the_own_words_of_a_child_are_in_italics(desk: Desk, casus: UUID) -> None:
    pip = add_persoon(desk, casus, Rol.KIND, voornaam="Pip")
    noted = desk.uitspraken.add(casus, said("“Ik tel de tegels.”", bron=by(pip, "Pip")))

    assert all(run.cursief for run in desk.uitspraken.detail(noted).row.regel.runs)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"tekst": "  "}, "Schrijf op wat"),
        ({"bron": Bron()}, "van wie"),
        ({"bron": Bron("Ria", via="ria ")}, "iemand anders"),
        ({"informatiedatum": date(2026, 5, 13)}, "na vandaag"),
        ({"zichtbaarheid": Zichtbaarheid.NIET_VOOR}, "voor wie"),
        ({"letter": Letter.DUIDING}, "ten minste één feit"),
        ({"reactie_op_id": UUID(int=7)}, "andere uitspraak"),
    ],
)
def test_a_statement_that_cannot_be_checked_is_refused_in_words(
    desk: Desk, casus: UUID, wrong: dict[str, object], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.uitspraken.add(casus, replace(said("Hij reed weg."), **wrong))
    assert desk.uitspraken.rows(casus) == []


def test_a_duiding_rests_on_a_feit_or_verklaring_and_never_on_itself(
    desk: Desk, casus: UUID
) -> None:
    opinion = desk.uitspraken.add(casus, said("Pip oogt moe.", Letter.MENING))
    fact = desk.uitspraken.add(casus, said("Pip was drie keer afwezig.", Letter.FEIT))
    with pytest.raises(UserError, match="ten minste één feit"):
        desk.uitspraken.add(casus, said("Zorgelijk.", Letter.DUIDING, steunt_op=(opinion,)))

    first = desk.uitspraken.add(casus, said("Zorgelijk.", Letter.DUIDING, steunt_op=(fact,)))
    then = desk.uitspraken.add(casus, said("Ernstig.", Letter.DUIDING, steunt_op=(fact, first)))
    row = desk.uitspraken.detail(first).row
    with pytest.raises(UserError, match="omweg"):
        desk.uitspraken.change(first, row.version, replace(row.gegevens, steunt_op=(fact, then)))


def test_every_change_keeps_what_it_was_and_why(desk: Desk, casus: UUID, clock: SlowClock) -> None:
    noted = desk.uitspraken.add(casus, said("Hij reed weg."))
    clock.pass_time(minutes=5)
    change(desk, noted, "Hij reed weg met de deur open.", "vollediger")
    clock.pass_time(minutes=5)
    desk.uitspraken.judge(noted, Verificatie.BEVESTIGD, door="politie", reden="camera")

    history = desk.uitspraken.detail(noted).wijzigingen
    assert [(one.soort, one.reden, plain(one.was)) for one in history] == [
        (WijzigingSoort.VERIFICATIE, "camera", "Hij reed weg met de deur open."),
        (WijzigingSoort.TEKST, "vollediger", "Hij reed weg."),
    ]


def test_a_change_on_top_of_another_change_is_refused(desk: Desk, casus: UUID) -> None:
    noted = desk.uitspraken.add(casus, said("Hij reed weg."))
    seen = desk.uitspraken.detail(noted).row
    change(desk, noted, "Hij reed hard weg.")

    with pytest.raises(UserError, match="intussen gewijzigd"):
        desk.uitspraken.change(noted, seen.version, replace(seen.gegevens, tekst="Hij bleef."))


def test_a_change_in_the_casus_changes_the_draft_in_the_same_moment(
    desk: Desk, casus: UUID
) -> None:
    regel = regel_of("Hij reed weg.")
    verslag = draft_with(desk, casus, regel)
    change(desk, regel.id, "Hij reed hard weg.")

    [shown] = desk.verslagen.open(verslag.id).tekst.uitspraken()
    assert plain(shown) == "Hij reed hard weg."
    with pytest.raises(OutdatedError):  # a screen that did not see it may not write over it
        desk.verslagen.save_concept(verslag.id, verslag.tekst, version=verslag.concept_version)
    assert desk.uitspraken.detail(regel.id).row.woorden == "Hij reed hard weg."


def test_a_sealed_version_keeps_the_words_and_a_change_then_asks_why(
    desk: Desk, casus: UUID
) -> None:
    regel = regel_of("Hij reed weg.")
    verslag = draft_with(desk, casus, regel)
    punten = [p for p in desk.vaststelling.controle(verslag.id) if not p.klaar]
    desk.vaststelling.finalise(verslag.id, {p.id: "kort gesprek" for p in punten})

    with pytest.raises(UserError, match="Schrijf op waarom"):
        change(desk, regel.id, "Hij bleef staan.")
    change(desk, regel.id, "Hij bleef staan.", "verkeerd verstaan")
    desk.correcties.withdraw(regel.id, reden="niet gezegd")

    [sealed] = desk.vaststelling.document(verslag.id, 1).tekst.uitspraken()
    assert sealed == regel
    assert desk.vaststelling.klopt() == []
    assert met_woord(desk.uitspraken.detail(regel.id).row.regel) == "Ingetrokken: Hij bleef staan."


def test_a_statement_that_leaves_its_draft_stays_while_another_text_shows_it(
    desk: Desk, casus: UUID
) -> None:
    regel = regel_of("Hij reed weg.")
    first, second = draft_with(desk, casus, regel), draft_with(desk, casus, regel)
    desk.verslagen.save_concept(first.id, with_blocks(first.tekst, "zorgen"))
    assert [row.id for row in desk.uitspraken.rows(casus)] == [regel.id]

    desk.verslagen.save_concept(second.id, with_blocks(second.tekst, "zorgen"))
    desk.verslagen.save_concept(first.id, with_blocks(first.tekst, "zorgen", regel))
    desk.verslagen.save_concept(first.id, with_blocks(first.tekst, "zorgen"))
    assert desk.uitspraken.rows(casus) == []


def test_what_became_of_a_statement_in_a_draft_is_in_its_history(desk: Desk, casus: UUID) -> None:
    regel = regel_of("Hij reed weg.")
    verslag = draft_with(desk, casus, regel)
    refuted = replace(regel, verificatie=Verificatie.WEERLEGD, verificatie_door="wijkagent")
    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "zorgen", refuted))

    [one] = desk.uitspraken.detail(regel.id).wijzigingen
    assert (one.soort, one.was.verificatie) == (WijzigingSoort.WEERLEGD, Verificatie.ONBEVESTIGD)


def test_a_verklaring_about_somebody_who_was_not_asked_is_a_gap(
    desk: Desk, casus: UUID, vader: UUID, moeder: UUID
) -> None:
    about = said("Otis zou drinken.", bron=by(moeder), over=(vader,), thema="alcohol")
    noted = desk.uitspraken.add(casus, about)
    [gat] = desk.uitspraken.gaten(casus)
    assert (gat.uitspraak_id, gat.persoon_id, gat.thema) == (noted, vader, "alcohol")

    hearsay = by(vader, "Otis", via="Ria")
    desk.uitspraken.add(casus, said("Hij drinkt niet.", bron=hearsay, thema="alcohol"))
    assert len(desk.uitspraken.gaten(casus)) == 1  # somebody else said it for him

    answer = said("Ik drink niet.", bron=by(vader, "Otis"), reactie_op_id=noted)
    desk.uitspraken.add(casus, answer)
    assert desk.uitspraken.gaten(casus) == []


def test_nobody_is_asked_about_what_was_withdrawn_and_no_child_about_what_is_told_of_it(
    desk: Desk, casus: UUID, vader: UUID, moeder: UUID
) -> None:
    pip = add_persoon(desk, casus, Rol.KIND, voornaam="Pip")
    desk.uitspraken.add(casus, said("Pip slaapt slecht.", bron=by(moeder), over=(pip,)))
    noted = desk.uitspraken.add(casus, said("Otis drinkt.", bron=by(moeder), over=(vader,)))
    desk.correcties.withdraw(noted, reden="niet zo gezegd")

    assert desk.uitspraken.gaten(casus) == []


def test_the_matrix_has_children_first_and_shows_who_was_not_asked(
    desk: Desk, casus: UUID, vader: UUID, moeder: UUID
) -> None:
    add_persoon(desk, casus, Rol.KIND, voornaam="Pip")
    desk.uitspraken.add(casus, said("Pip was afwezig.", Letter.FEIT, thema="school"))
    about = said("Otis zou drinken.", bron=by(moeder), over=(vader,), thema="alcohol")
    desk.uitspraken.add(casus, about)

    matrix = desk.uitspraken.perspectieven(casus)
    names = [partij.naam for partij in matrix.partijen]
    assert names == ["Pip", "Maren", "Otis", "Documenten en professionals"]
    assert matrix.themas == ("school", "alcohol")
    gaps = [p.naam for p in matrix.partijen if matrix.cel("alcohol", p).gat]
    assert gaps == ["Otis"]
    assert matrix.woorden == {None: 3, moeder: 3}


def test_a_duiding_knows_how_well_it_stands() -> None:
    fact = regel_of("Pip was afwezig.", Letter.FEIT)
    heard = regel_of("Hij drinkt.", bron=Bron("Maren", via="Ria"))
    gone = replace(fact, verificatie=Verificatie.WEERLEGD)

    def stands_on(*grounds: Uitspraakregel) -> Steun:
        resting = regel_of("Zorgelijk.", Letter.DUIDING, steunt_op=tuple(g.id for g in grounds))
        return steun(resting, {ground.id: ground for ground in grounds})

    assert stands_on(fact, heard) is Steun.GOED
    assert stands_on(heard) is Steun.VAN_HOREN_ZEGGEN
    assert stands_on(gone) is Steun.VERVALLEN
    assert stands_on() is Steun.GEEN


@given(st.sampled_from(Verificatie), st.text(min_size=1))
def test_refuted_and_withdrawn_words_are_never_shown_without_that_word(
    verificatie: Verificatie, words: str
) -> None:
    shown = met_woord(regel_of(words, verificatie=verificatie))

    assert shown.endswith(words)
    if verificatie in (Verificatie.WEERLEGD, Verificatie.INGETROKKEN):
        assert shown.startswith(f"{verificatie.value.capitalize()}: ")


@given(st.lists(st.lists(st.integers(0, 9), max_size=4), min_size=10, max_size=10))
def test_all_that_rests_on_a_statement_is_found_and_nothing_else(links: list[list[int]]) -> None:
    ids = [UUID(int=number) for number in range(10)]
    regels = [
        regel_of("x", Letter.DUIDING, id=ids[n], steunt_op=tuple(ids[t] for t in targets))
        for n, targets in enumerate(links)
    ]
    found = steunend_op(ids[0], regels)

    assert ids[0] not in found
    for regel in regels[1:]:
        rests = any(target == ids[0] or target in found for target in regel.steunt_op)
        assert (regel.id in found) is rests


def test_a_statement_is_found_by_its_words_or_the_begin_of_its_number(
    desk: Desk, casus: UUID
) -> None:
    noted = desk.uitspraken.add(casus, said("Otis zou drinken."))
    desk.uitspraken.add(casus, said("Otis zou slapen."))

    assert desk.uitspraken.find("zou DRINKEN").id == noted
    assert desk.uitspraken.find(str(noted)[:8]).id == noted
    with pytest.raises(UserError, match="2 uitspraken"):
        desk.uitspraken.find("Otis zou")
    with pytest.raises(UserError, match="is er niet"):
        desk.uitspraken.find("vliegtuig")


def test_words_changed_in_a_verslag_keep_what_they_were_once_in_a_sitting(
    desk: Desk, casus: UUID, clock: SlowClock
) -> None:
    regel = regel_of("De deur was dicht.")
    verslag = draft_with(desk, casus, regel)

    def write(words: str) -> None:
        changed = replace(regel, runs=runs(words))
        tekst = with_blocks(complete(verslag.tekst), "zorgen", changed)
        desk.verslagen.save_concept(verslag.id, tekst)

    write("De deur was op slot.")
    at_once = desk.uitspraken.detail(regel.id).wijzigingen
    clock.pass_time(hours=2)
    for words in ("De deur klem", "De deur klemde."):
        write(words)

    assert at_once == ()
    [kept] = desk.uitspraken.detail(regel.id).wijzigingen
    assert (kept.soort, plain(kept.was)) == (WijzigingSoort.TEKST, "De deur was op slot.")
