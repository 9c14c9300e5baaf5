"""From a held talk to a sealed verslag, through the services."""

import json

import pytest
from sqlalchemy import func, select
from sqlalchemy import text as sql

from tests.builders import (
    SlowClock,
    add_casus,
    add_persoon,
    complete,
    held_talk,
    plan,
    uitspraak,
    with_blocks,
)
from tests.conftest import KEY
from vtdesk.errors import OutdatedError, UserError
from vtdesk.models import Logregel
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.services.zegels import CUT
from vtdesk.store.store import Store
from vtdesk.values.change import Change
from vtdesk.values.kinds import (
    Aanwezigheid,
    GezagSoort,
    Kind,
    Letter,
    Rol,
    Verificatie,
    VerslagStand,
    Zichtbaarheid,
)
from vtdesk.values.tekst import Alinea, Sectie, Tekst, Werkaantekening, runs


def begin(desk: Desk) -> VerslagInhoud:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))
    return desk.verslagen.open(desk.verslagen.start(talk))


def finalise(desk: Desk, verslag: VerslagInhoud, tekst: Tekst) -> int:
    desk.verslagen.save_concept(verslag.id, complete(tekst))
    open_points = [p for p in desk.vaststelling.controle(verslag.id) if not p.klaar]
    return desk.vaststelling.finalise(verslag.id, {p.id: "besproken" for p in open_points})


def test_a_verslag_is_born_with_who_where_and_when(desk: Desk) -> None:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    desk.personen.set_gezag(pip, vader, GezagSoort.GEZAMENLIJK, bron="register", datum=None)
    talk = held_talk(
        desk,
        casus_id,
        DeelnameGegevens(
            "Otis Havikskruid", "vader", vader, aanwezigheid=Aanwezigheid.EERDER_WEG,
            toelichting="tot 16:50",
        ),
    )  # fmt: skip

    verslag = desk.verslagen.open(desk.verslagen.start(talk))

    assert verslag.kop.datum == "dinsdag 12 mei 2026"
    assert verslag.kop.tijd == "16:15–17:05"
    assert verslag.kop.plaats == "op kantoor, kamer 4"
    assert verslag.kop.auteur == "Mila Proefstra"
    [otis] = verslag.kop.aanwezigen
    assert (otis.naam, otis.gezag) == ("Otis Havikskruid", "gezamenlijk gezag over Pip")
    assert otis.toelichting == "tot 16:50"
    assert verslag.tekst.secties[0].blokken == (Alinea(runs("Bespreken van de meldingen.")),)


def test_safety_now_is_asked_until_she_wrote_of_it_and_not_again_in_a_correction(
    desk: Desk,
) -> None:
    verslag = begin(desk)

    def asks() -> bool:
        points = desk.vaststelling.controle(verslag.id)
        return any(p.sectie_id == "veiligheid" and p.moet and not p.klaar for p in points)

    [zicht] = next(s.blokken for s in verslag.tekst.secties if s.id == "veiligheid")
    is_asked = [asks()]
    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "visie", zicht))
    is_asked.append(asks())
    night = Alinea(runs("Pip slaapt vannacht bij oma."))
    written = with_blocks(verslag.tekst, "veiligheid", zicht, night)
    desk.verslagen.save_concept(verslag.id, written)
    is_asked.append(asks())
    finalise(desk, verslag, written)
    desk.vaststelling.correct(verslag.id, "de dag klopte niet")
    is_asked.append(asks())

    assert is_asked == [True, True, False, False]


def test_starting_twice_gives_the_same_verslag(desk: Desk) -> None:
    talk = held_talk(desk, add_casus(desk))

    assert desk.verslagen.start(talk) == desk.verslagen.start(talk)
    assert len(desk.verslagen.all()) == 1


def test_a_planned_talk_has_no_verslag_yet(desk: Desk) -> None:
    planned = plan(desk, add_casus(desk))

    with pytest.raises(UserError, match="eerst op gehouden"):
        desk.verslagen.start(planned)

    assert desk.verslagen.all() == []


def test_a_statement_is_the_same_thing_in_text_and_casus(desk: Desk) -> None:
    verslag = begin(desk)
    regel = uitspraak("De auto stond stil.")

    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "zorgen", regel))

    assert desk.uitspraken.of_casus(verslag.casus_id) == [regel]
    assert desk.verslagen.open(verslag.id).tekst.uitspraken() == (regel,)


def test_a_statement_taken_out_of_the_text_leaves_the_casus_and_undo_brings_it_back(
    desk: Desk,
) -> None:
    verslag = begin(desk)
    regel = uitspraak("De auto stond stil.")
    with_it = with_blocks(verslag.tekst, "zorgen", regel)

    desk.verslagen.save_concept(verslag.id, with_it)
    desk.verslagen.save_concept(verslag.id, verslag.tekst)
    assert desk.uitspraken.of_casus(verslag.casus_id) == []

    desk.verslagen.save_concept(verslag.id, with_it)
    assert desk.uitspraken.of_casus(verslag.casus_id) == [regel]


def test_finalising_is_refused_while_a_rule_is_broken(desk: Desk) -> None:
    verslag = begin(desk)
    loose = uitspraak("Het wisselen is het risico.", Letter.DUIDING)
    desk.verslagen.save_concept(verslag.id, complete(with_blocks(verslag.tekst, "zorgen", loose)))

    with pytest.raises(UserError, match="Duiding steunt nergens op"):
        desk.vaststelling.finalise(verslag.id, {})

    assert desk.verslagen.open(verslag.id).stand is VerslagStand.CONCEPT


def test_a_question_needs_a_reason(desk: Desk) -> None:
    verslag = begin(desk)
    add_persoon(desk, verslag.casus_id, Rol.KIND, voornaam="Job")
    desk.verslagen.save_concept(verslag.id, complete(verslag.tekst))

    with pytest.raises(UserError, match="Job is niet genoemd"):
        desk.vaststelling.finalise(verslag.id, {})

    [open_point] = [p for p in desk.vaststelling.controle(verslag.id) if not p.klaar]
    assert desk.vaststelling.finalise(verslag.id, {open_point.id: "nog niet gesproken"}) == 1


def test_a_final_verslag_is_numbered_sealed_and_read_only(desk: Desk) -> None:
    verslag = begin(desk)
    regel = uitspraak("De auto stond stil.")

    assert finalise(desk, verslag, with_blocks(verslag.tekst, "zorgen", regel)) == 1

    [versie] = desk.vaststelling.versies(verslag.id)
    assert versie.klopt
    assert versie.vervangen_door == 0
    assert desk.agenda.owed() == []
    with pytest.raises(UserError, match="Maak een correctie"):
        desk.verslagen.save_concept(verslag.id, verslag.tekst)


def test_the_reasons_of_vaststellen_come_with_the_paper_and_leave_the_seal_as_it_is(
    desk: Desk,
) -> None:
    verslag = begin(desk)
    job = add_persoon(desk, desk.casussen.all()[0].id, Rol.KIND, voornaam="Job")
    full = complete(verslag.tekst)
    without = [Sectie(s.id) if s.id == "vervolg" else s for s in full.secties]
    desk.verslagen.save_concept(verslag.id, Tekst(tuple(without)))
    punten = [punt for punt in desk.vaststelling.controle(verslag.id) if not punt.klaar]
    reasons = {punt.id: f"Want {punt.id}." for punt in punten}
    assert "leeg/vervolg" in reasons

    desk.vaststelling.finalise(verslag.id, reasons)

    paper = desk.vaststelling.document(verslag.id, 1)
    assert dict(paper.leeg_want)["vervolg"] == "Want leeg/vervolg."
    assert paper.toelichting == (f"Job is niet genoemd: Want kind/{job}.",)
    assert not {"leeg_want", "toelichting"} & set(paper.content())
    assert not desk.vaststelling.klopt()


def test_a_note_to_oneself_does_not_come_on_paper(desk: Desk) -> None:
    verslag = begin(desk)
    finalise(
        desk, verslag, with_blocks(verslag.tekst, "zorgen", Werkaantekening(runs("Nabellen.")))
    )

    document = desk.vaststelling.document(verslag.id, 1)

    assert "Nabellen" not in json.dumps(document.content())


def test_one_changed_byte_of_a_final_verslag_is_reported(desk: Desk, store: Store) -> None:
    verslag = begin(desk)
    finalise(desk, verslag, with_blocks(verslag.tekst, "zorgen", uitspraak("De auto stond stil.")))

    with store.write() as session:
        session.execute(
            sql("UPDATE versie SET inhoud = CAST(replace(inhoud, 'stil', 'stal') AS BLOB)")
        )

    [versie] = desk.vaststelling.versies(verslag.id)
    assert not versie.klopt
    assert desk.vaststelling.klopt() != []


def test_a_changed_date_of_a_final_verslag_is_reported(desk: Desk, store: Store) -> None:
    verslag = begin(desk)
    finalise(desk, verslag, verslag.tekst)

    with store.write() as session:
        session.execute(sql("UPDATE versie SET vastgesteld_op = '2026-05-01 10:00:00.000000'"))

    assert not desk.vaststelling.versies(verslag.id)[0].klopt


def test_a_correction_makes_version_2_and_version_1_says_so(desk: Desk, clock: SlowClock) -> None:
    verslag = begin(desk)
    regel = uitspraak("De auto reed weg.")
    finalise(desk, verslag, with_blocks(verslag.tekst, "zorgen", regel))

    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.vaststelling.correct(verslag.id, "  ")
    desk.vaststelling.correct(verslag.id, "Vader leest terug dat de auto stilstond.")
    clock.pass_time(hours=1)
    again = desk.verslagen.open(verslag.id)
    assert finalise(desk, again, again.tekst) == 2

    second, first = desk.vaststelling.versies(verslag.id)
    assert (first.vervangen_door, second.vervangen_door) == (2, 0)
    assert second.reden_correctie == "Vader leest terug dat de auto stilstond."
    assert desk.vaststelling.document(verslag.id, 1).stand is VerslagStand.VERVANGEN
    assert desk.vaststelling.klopt() == []


def test_a_taken_out_version_is_noticed(desk: Desk, store: Store) -> None:
    verslag = begin(desk)
    finalise(desk, verslag, verslag.tekst)
    desk.vaststelling.correct(verslag.id, "aanvulling")
    finalise(desk, verslag, verslag.tekst)

    with store.write() as session:
        session.execute(sql("DELETE FROM versie WHERE nummer = 1"))

    assert desk.vaststelling.klopt() != []


def test_a_final_verslag_whose_only_version_is_gone_is_noticed(desk: Desk, store: Store) -> None:
    verslag = begin(desk)
    finalise(desk, verslag, verslag.tekst)

    with store.write() as session:
        session.execute(sql("DELETE FROM versie"))

    assert desk.vaststelling.klopt() == [
        CUT,
        "Van een vastgesteld verslag ontbreekt de verzegelde tekst.",
    ]


def test_a_refuted_statement_keeps_that_word_in_the_document(desk: Desk) -> None:
    verslag = begin(desk)
    regel = uitspraak(
        "De auto stond bij het huis.",
        verificatie=Verificatie.WEERLEGD,
        verificatie_door="wijkagent, 13:40",
    )
    finalise(desk, verslag, with_blocks(verslag.tekst, "zorgen", regel))

    [stored] = desk.vaststelling.document(verslag.id, 1).tekst.uitspraken()
    assert stored.verificatie is Verificatie.WEERLEGD


def test_who_may_not_read_a_statement_is_named_in_the_document(desk: Desk) -> None:
    verslag = begin(desk)
    maren = add_persoon(desk, verslag.casus_id, Rol.MOEDER, voornaam="Maren")
    regel = uitspraak(
        "De sleutel ligt bij de buren.", zichtbaarheid=Zichtbaarheid.NIET_VOOR, niet_voor=(maren,)
    )
    finalise(desk, verslag, with_blocks(verslag.tekst, "zorgen", regel))

    document = desk.vaststelling.document(verslag.id, 1)

    assert dict(document.namen) == {maren: "Maren Havikskruid"}


def test_nobody_finalises_without_a_name(store: Store, clock: SlowClock) -> None:
    desk = Desk.over(store, clock)
    verslag = begin(desk)

    with pytest.raises(UserError, match="bij Instellingen je naam"):
        finalise(desk, verslag, verslag.tekst)

    assert desk.verslagen.open(verslag.id).stand is VerslagStand.CONCEPT


# Drafts, and who stores them from where


def test_a_draft_is_stored_again_and_again_at_the_version_it_reached(desk: Desk) -> None:
    verslag = begin(desk)
    fixed = uitspraak("Vast.")
    version = verslag.concept_version
    for number in range(4):  # the statement stays: after the first time only the text is written
        tekst = with_blocks(verslag.tekst, "zorgen", fixed, Alinea(runs(f"zin {number}")))
        version = desk.verslagen.save_concept(verslag.id, tekst, version=version, caret=9).version

    found = desk.verslagen.open(verslag.id)
    assert (found.tekst, found.caret, found.concept_version) == (tekst, 9, version)
    assert desk.uitspraken.of_casus(verslag.casus_id) == [fixed]


@pytest.mark.parametrize("times", [1, 2])
def test_a_draft_that_changed_elsewhere_is_not_written_over(desk: Desk, times: int) -> None:
    verslag = begin(desk)
    mine = with_blocks(verslag.tekst, "zorgen", Alinea(runs("van mij")))
    version = verslag.concept_version
    for _ in range(times):
        version = desk.verslagen.save_concept(verslag.id, mine, version=version).version
    theirs = with_blocks(verslag.tekst, "zorgen", Alinea(runs("van een ander")))
    desk.verslagen.save_concept(verslag.id, theirs)

    for _ in range(2):
        with pytest.raises(OutdatedError, match="op een andere plek veranderd"):
            desk.verslagen.save_concept(verslag.id, mine, version=version)

    assert desk.verslagen.open(verslag.id).tekst == theirs


def test_two_desks_over_one_kluis_do_not_lose_each_others_text(
    desk: Desk, store: Store, clock: SlowClock
) -> None:
    other = Desk.over(Store(store.path, KEY, clock=clock), clock)
    verslag = begin(desk)
    mine = with_blocks(verslag.tekst, "zorgen", Alinea(runs("van mij")))
    version = desk.verslagen.save_concept(verslag.id, mine, version=verslag.concept_version).version
    other.verslagen.save_concept(verslag.id, verslag.tekst, version=version)

    with pytest.raises(OutdatedError):
        desk.verslagen.save_concept(verslag.id, mine, version=version)

    assert other.verslagen.open(verslag.id).tekst == verslag.tekst


def test_a_text_without_new_statements_is_refused_too_once_the_verslag_is_final(
    desk: Desk,
) -> None:
    verslag = begin(desk)
    tekst = complete(verslag.tekst)
    finalise(desk, verslag, verslag.tekst)
    desk.vaststelling.correct(verslag.id, "aanvulling")
    version = desk.verslagen.open(verslag.id).concept_version
    version = desk.verslagen.save_concept(verslag.id, tekst, version=version).version
    open_points = [p for p in desk.vaststelling.controle(verslag.id) if not p.klaar]
    desk.vaststelling.finalise(verslag.id, {p.id: "besproken" for p in open_points})

    with pytest.raises(OutdatedError, match="vastgesteld"):
        desk.verslagen.save_concept(verslag.id, tekst, version=version)


def test_a_draft_that_is_stored_is_announced_as_a_draft_only(desk: Desk, store: Store) -> None:
    verslag = begin(desk)
    version = desk.verslagen.save_concept(verslag.id, verslag.tekst).version
    heard: list[Change] = []
    store.changes.subscribe(heard.append)
    with store.read() as session:
        before = session.scalar(select(func.count()).select_from(Logregel))

    desk.verslagen.save_concept(verslag.id, complete(verslag.tekst), version=version)

    assert [change.entities for change in heard] == [{(Kind.CONCEPT, verslag.id)}]
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(Logregel)) == before
