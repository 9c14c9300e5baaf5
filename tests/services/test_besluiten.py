"""A besluit is challenged before it is final, and final it stays as it is."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.builders import (
    SlowClock,
    add_casus,
    at,
    complete,
    held_talk,
    uitspraak,
    with_blocks,
)
from vtdesk.errors import UserError
from vtdesk.models import Besluit
from vtdesk.services.besluit_gronden import Grond
from vtdesk.services.besluiten import Antwoord, BesluitGegevens, Verteld
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MeldingGegevens
from vtdesk.services.tegenspraak import ONGEBRUIKT
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import BesluitSoort, BesluitVervolg, MeldingSoort
from vtdesk.values.change import Change
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Bron, runs
from vtdesk.values.termijnen.stand import Termijnstand

APRIL = date(2026, 4, 13)
VB = BesluitGegevens(
    BesluitSoort.VEILIGHEIDSBEOORDELING,
    APRIL,
    "Veilig Thuis onderzoekt zelf.",
    BesluitVervolg.ONDERZOEK,
    beslissers=("Mila Proefstra", "Ivo Testman"),
    opties=(("overdracht aan het wijkteam", "niet duidelijk wat er gebeurt"),),
    motivering="Twee kinderen zagen ruzie; de ouders vertellen elk iets anders.",
    meelezer="Ivo Testman",
)
VIJF = ("anders", "ontbreekt", "gehoord", "kind", "lichter")


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def melding_id(desk: Desk, casus_id: UUID) -> UUID:
    gegevens = MeldingGegevens(MeldingSoort.POLITIE, at(9, 0, date(2026, 4, 2)), "Ruzie op straat.")
    return desk.meldingen.add(casus_id, gegevens)


def say(desk: Desk, casus_id: UUID, words: str, letter: Letter, **more: object) -> UUID:
    gegevens = UitspraakGegevens(letter, words, Bron(str(more.pop("bron", "Maren"))), **more)  # type: ignore[arg-type]  # of the test
    return desk.uitspraken.add(casus_id, gegevens)


def answer_all(desk: Desk, besluit_id: UUID) -> None:
    asked = desk.besluiten.ronde(besluit_id).vragen
    desk.besluiten.answer(besluit_id, {one.id: Antwoord("daar is over gesproken") for one in asked})


def gronden(desk: Desk, besluit_id: UUID) -> tuple[Grond, ...]:
    return desk.besluiten.get(besluit_id).gronden


def decided(desk: Desk, casus_id: UUID, gegevens: BesluitGegevens) -> UUID:
    one = desk.besluiten.add(casus_id, gegevens)
    answer_all(desk, one)
    desk.besluiten.finalise(one)
    return one


def test_a_concept_that_was_thrown_away_comes_back_with_its_answers_in_one_deed(
    desk: Desk, casus_id: UUID, melding_id: UUID
) -> None:
    besluit = desk.besluiten.add(casus_id, VB)
    asked = desk.besluiten.ronde(besluit).vragen[0].id
    desk.besluiten.answer(besluit, {asked: Antwoord("Dat vader niet is gehoord.")})
    gone = desk.besluiten.get(besluit)
    desk.besluiten.remove(besluit)
    announced: list[Change] = []
    desk.changes.subscribe(announced.append)

    again = desk.besluiten.add(casus_id, gone.gegevens, gone.antwoorden)
    assert desk.besluiten.get(again).antwoorden == gone.antwoorden != {}
    assert len(announced) == 1


def test_a_besluit_without_answers_cannot_become_final(
    desk: Desk, casus_id: UUID, melding_id: UUID
) -> None:
    one = desk.besluiten.add(casus_id, replace(VB, melding_id=melding_id))
    assert tuple(vraag.id for vraag in desk.besluiten.ronde(one).vragen) == VIJF

    with pytest.raises(UserError, match="tegenspraakronde is nog niet klaar"):
        desk.besluiten.finalise(one)
    some = {key: Antwoord("ja") for key in VIJF[:4]}
    desk.besluiten.answer(one, some)
    with pytest.raises(UserError, match="lichtste stap"):
        desk.besluiten.finalise(one)
    desk.besluiten.answer(one, some | {"lichter": Antwoord("er is geen lichtere", nvt=True)})
    desk.besluiten.finalise(one)

    row = desk.besluiten.get(one)
    assert row.is_definitief
    assert row.antwoorden["lichter"].in_woorden == "n.v.t., want er is geen lichtere"
    assert len(row.vragen) == len(VIJF)


def test_the_round_shows_what_contradicts_and_what_was_not_used(desk: Desk, casus_id: UUID) -> None:
    door = say(desk, casus_id, "Hij reed weg.", Letter.VERKLARING, thema="wisselen")
    still = say(desk, casus_id, "De auto stond stil.", Letter.VERKLARING, bron="Otis",
                reactie_op_id=door)  # fmt: skip
    other = say(desk, casus_id, "Oma zag het ook.", Letter.VERKLARING, bron="Ria", thema="wisselen")
    school = say(desk, casus_id, "Pip was er niet.", Letter.FEIT, bron="school")
    desk.uitspraken.judge(door, Verificatie.TEGENGESPROKEN, door="Otis", reden="zegt hij")

    one = desk.besluiten.add(casus_id, replace(VB, gronden=(door,)))
    found = desk.besluiten.ronde(one)

    assert [row.id for row in found.tegen] == [still, other]
    assert [row.id for row in found.ongebruikt] == [school]
    assert [vraag.id for vraag in found.vragen] == [str(still), str(other), ONGEBRUIKT, *VIJF]


def test_a_refuted_ground_is_never_shown_without_that_word(desk: Desk, casus_id: UUID) -> None:
    car = say(desk, casus_id, "De auto stond er.", Letter.VERKLARING)
    one = desk.besluiten.add(casus_id, replace(VB, gronden=(car,)))
    desk.correcties.refute(car, door="wijkagent", reden="ander kenteken")

    [ground] = desk.besluiten.get(one).gronden
    assert (ground.regel.letter, ground.woorden) == (
        Letter.VERKLARING, "Weerlegd: De auto stond er.",
    )  # fmt: skip


def test_a_final_besluit_keeps_its_grounds_as_they_were_and_tells_what_became_of_them(
    desk: Desk, casus_id: UUID
) -> None:
    car = say(desk, casus_id, "De auto stond er.", Letter.VERKLARING)
    door = say(desk, casus_id, "De deur was dicht.", Letter.VERKLARING)
    pip = say(desk, casus_id, "Pip was er niet.", Letter.FEIT)
    one = decided(desk, casus_id, replace(VB, gronden=(car, door, pip)))

    desk.correcties.refute(car, door="wijkagent", reden="ander kenteken")
    row = next(row for row in desk.uitspraken.rows(casus_id) if row.id == door)
    said = replace(row.gegevens, tekst="De deur klemde.")
    desk.uitspraken.change(door, row.version, said, "teruggelezen")

    assert [(ground.regel.verificatie, ground.woorden) for ground in gronden(desk, one)] == [
        (
            Verificatie.ONBEVESTIGD,
            "De auto stond er. (Sindsdien weerlegd door wijkagent.)",
        ),
        (Verificatie.ONBEVESTIGD, "De deur was dicht. (Sindsdien gewijzigd.)"),
        (Verificatie.ONBEVESTIGD, "Pip was er niet."),
    ]


def test_a_ground_that_held_again_reads_as_it_did_when_it_was_decided(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    car = say(desk, casus_id, "De auto stond er.", Letter.VERKLARING)
    one = decided(desk, casus_id, replace(VB, gronden=(car,)))
    desk.correcties.withdraw(car, reden="zij wist het niet zeker")
    assert gronden(desk, one)[0].sindsdien == "Sindsdien ingetrokken."

    clock.pass_time(minutes=1)
    desk.correcties.restore(car, reden="toch wel")
    assert gronden(desk, one)[0].woorden == "De auto stond er."


def test_a_sentence_taken_out_of_a_draft_stays_a_ground_of_what_was_decided_on_it(
    desk: Desk, casus_id: UUID
) -> None:
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id))
    regel = uitspraak("Hij reed weg.")
    empty = complete(desk.verslagen.open(verslag_id).tekst)
    desk.verslagen.save_concept(verslag_id, with_blocks(empty, "zorgen", regel))
    concept = desk.besluiten.add(casus_id, replace(VB, gronden=(regel.id,)))
    final = decided(desk, casus_id, replace(VB, gronden=(regel.id,)))

    softer = replace(regel, runs=runs("Hij reed zachtjes weg."))
    desk.verslagen.save_concept(verslag_id, with_blocks(empty, "zorgen", softer))
    assert gronden(desk, final)[0].woorden == "Hij reed weg. (Sindsdien gewijzigd.)"
    assert gronden(desk, concept)[0].woorden == "Hij reed zachtjes weg."

    desk.verslagen.save_concept(verslag_id, empty)
    assert gronden(desk, final)[0].woorden == "Hij reed weg. (Sindsdien verwijderd.)"
    assert gronden(desk, concept) == ()


def test_a_hypothese_is_no_ground(desk: Desk, casus_id: UUID) -> None:
    maybe = say(desk, casus_id, "Misschien is het oud.", Letter.HYPOTHESE)
    with pytest.raises(UserError, match="niet op een hypothese"):
        desk.besluiten.add(casus_id, replace(VB, gronden=(maybe,)))

    elsewhere = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    foreign = say(desk, elsewhere, "Snee in de hand.", Letter.FEIT)
    with pytest.raises(UserError, match="hoort niet bij deze casus"):
        desk.besluiten.add(casus_id, replace(VB, gronden=(foreign,)))


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"beslissers": ("Mila Proefstra",)}, "niet alleen"),
        ({"meelezer": ""}, "wie heeft meegelezen"),
        ({"opties": ()}, "welke andere mogelijkheid"),
        ({"melding_id": None}, "waar het besluit op steunt"),
    ],
)
def test_what_a_besluit_needs_to_become_final(
    desk: Desk, casus_id: UUID, melding_id: UUID, change: dict[str, object], refusal: str
) -> None:
    gegevens = replace(VB, **({"melding_id": melding_id} | change))  # type: ignore[arg-type]  # of the test
    one = desk.besluiten.add(casus_id, gegevens)
    answer_all(desk, one)

    with pytest.raises(UserError, match=refusal):
        desk.besluiten.finalise(one)


def test_a_final_besluit_changes_nowhere(
    desk: Desk, store: Store, casus_id: UUID, melding_id: UUID
) -> None:
    one = decided(desk, casus_id, replace(VB, melding_id=melding_id))
    row = desk.besluiten.get(one)

    for deed in (
        lambda: desk.besluiten.change(one, row.version, VB),
        lambda: desk.besluiten.remove(one),
        lambda: desk.besluiten.answer(one, {"kind": Antwoord("anders")}),
        lambda: desk.besluiten.finalise(one),
    ):
        with pytest.raises(UserError, match="definitief"):
            deed()
    with pytest.raises(UserError, match="definitief"), store.write() as session:
        session.scalars(select(Besluit)).one().uitkomst = "Toch niet."
    assert desk.besluiten.get(one) == row


def test_people_are_told_after_it_is_final(desk: Desk, casus_id: UUID, melding_id: UUID) -> None:
    told = Verteld("Maren", date(2026, 4, 14), "telefonisch")
    concept = desk.besluiten.add(casus_id, replace(VB, melding_id=melding_id))
    with pytest.raises(UserError, match="nog niet definitief"):
        desk.besluiten.tell(concept, told)
    answer_all(desk, concept)
    desk.besluiten.finalise(concept)

    desk.besluiten.tell(concept, told)
    assert desk.besluiten.get(concept).verteld == (told,)
    desk.besluiten.untell(concept, told)
    assert desk.besluiten.get(concept).verteld == ()


def test_the_veiligheidsbeoordeling_ends_its_term_and_starts_the_onderzoek(
    desk: Desk, casus_id: UUID, melding_id: UUID
) -> None:
    decided(desk, casus_id, replace(VB, melding_id=melding_id))

    terms = {row.uitkomst.regel.id: row for row in desk.termijnen.of_casus(casus_id)}
    assert terms["T1"].stand is Termijnstand.GEHAALD
    assert terms["T2"].uitkomst.einde == date(2026, 6, 22)

    ground = say(desk, casus_id, "Pip was er niet.", Letter.FEIT)
    outcome = replace(VB, soort=BesluitSoort.ONDERZOEK, datum=date(2026, 5, 12),
                      uitkomst="bevestigd", vervolg=None, gronden=(ground,))  # fmt: skip
    decided(desk, casus_id, outcome)
    terms = {row.uitkomst.regel.id: row for row in desk.termijnen.of_casus(casus_id)}
    assert terms["T2"].stand is Termijnstand.GEHAALD


def test_only_a_veiligheidsbeoordeling_has_a_vervolg(desk: Desk, casus_id: UUID) -> None:
    with pytest.raises(UserError, match="Kies wat er op"):
        desk.besluiten.add(casus_id, replace(VB, vervolg=None))
    with pytest.raises(UserError, match="Alleen een veiligheidsbeoordeling"):
        desk.besluiten.add(casus_id, replace(VB, soort=BesluitSoort.AFSLUITING))
