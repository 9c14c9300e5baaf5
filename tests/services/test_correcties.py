"""The chain of a correction: every document, version and receiver, and a letter to each of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.builders import (
    TODAY,
    SlowClock,
    add_casus,
    add_persoon,
    complete,
    held_talk,
    uitspraak,
    with_blocks,
)
from vtdesk.errors import LeakError, UserError
from vtdesk.models import Correctiebrief, Verzending
from vtdesk.services.besluiten import BesluitGegevens
from vtdesk.services.correctie_rows import Keten, VerzendingGegevens
from vtdesk.services.correctiebrief import NIET_GENOEMD, WEGGELATEN
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import BesluitSoort
from vtdesk.values.kinds import (
    AfgeschermdSoort,
    Letter,
    Rol,
    Verificatie,
    Zichtbaarheid,
)
from vtdesk.values.tekst import Bron, Uitspraakregel

RECEIVERS = ("CIT", "Wijkteam Dorpslaan", "Ivo Testman")


@pytest.fixture
def casus(desk: Desk) -> UUID:
    return add_casus(desk)


def sealed(desk: Desk, casus: UUID, *regels: Uitspraakregel) -> UUID:
    """Write a verslag with these statements and make it final."""
    verslag_id = desk.verslagen.start(held_talk(desk, casus))
    tekst = complete(desk.verslagen.open(verslag_id).tekst)
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", *regels))
    seal(desk, verslag_id)
    return verslag_id


def seal(desk: Desk, verslag_id: UUID) -> int:
    punten = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    return desk.vaststelling.finalise(verslag_id, {p.id: "kort gesprek" for p in punten})


def send(desk: Desk, verslag_id: UUID, to: str, nummer: int | None = 1, **more: object) -> UUID:
    gegevens = VerzendingGegevens(verslag_id, nummer, to, TODAY, "beveiligde mail")
    return desk.correcties.note_verzending(replace(gegevens, **more))


def receivers(keten: Keten) -> list[tuple[str, str]]:
    return sorted((o.verzending.ontvanger, o.verzending.versie) for o in keten.ontvangers)


@pytest.fixture
def alcohol() -> Uitspraakregel:
    return uitspraak("Otis zou drinken voordat hij de kinderen brengt.", informatiedatum=TODAY)


@pytest.fixture
def sent(desk: Desk, casus: UUID, alcohol: Uitspraakregel) -> list[UUID]:
    """Three documents with one statement, each sent to somebody else."""
    documents = [sealed(desk, casus, alcohol) for _ in RECEIVERS]
    return [send(desk, one, to) for one, to in zip(documents, RECEIVERS, strict=True)]


def test_a_statement_in_three_documents_sent_to_three_receivers_misses_none(
    desk: Desk, alcohol: Uitspraakregel, sent: list[UUID]
) -> None:
    keten = desk.correcties.withdraw(alcohol.id, reden="moeder trekt dit in")

    assert len({plek.stuk.id for plek in keten.vindplaatsen}) == 3
    assert receivers(keten) == sorted((to, "versie 1") for to in RECEIVERS)
    assert [brief.ontvanger for brief in keten.open_brieven] == list(RECEIVERS)
    assert all(o.direct and not o.klopt for o in keten.ontvangers)


def test_a_dropped_link_is_noticed_and_the_receiver_is_still_found(
    desk: Desk, store: Store, casus: UUID, alcohol: Uitspraakregel, sent: list[UUID]
) -> None:
    assert desk.correcties.controle(casus) == []
    with store.write() as session:
        session.get_one(Verzending, sent[1]).uitspraken = []

    assert desk.correcties.controle(casus) == [
        "Bij de verzending aan Wijkteam Dorpslaan ontbreekt 1 uitspraak van versie 1."
    ]
    assert len(desk.correcties.keten(alcohol.id).ontvangers) == 3  # the sealed text tells it too


def test_a_sending_that_disappeared_is_noticed(
    desk: Desk, store: Store, casus: UUID, sent: list[UUID]
) -> None:
    with store.write() as session:
        session.delete(session.get_one(Verzending, sent[0]))

    assert desk.correcties.controle(casus) == [
        "1 verzending staat in het logboek en niet meer in de casus."
    ]


def test_looking_at_the_chain_gives_the_same_list_and_changes_nothing(
    desk: Desk, store: Store, alcohol: Uitspraakregel, sent: list[UUID]
) -> None:
    before = desk.correcties.keten(alcohol.id)
    assert desk.uitspraken.detail(alcohol.id).wijzigingen == ()
    with store.read() as session:
        assert session.scalars(select(Correctiebrief)).all() == []

    after = desk.correcties.withdraw(alcohol.id, reden="moeder trekt dit in")
    assert receivers(before) == receivers(after)
    assert before.vindplaatsen == after.vindplaatsen
    assert len(before.te_schrijven) == len(after.open_brieven) == 3


def test_who_holds_only_a_conclusion_that_rests_on_it_hears_of_it_too(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel
) -> None:
    resting = uitspraak(
        "Het brengen is niet veilig.",
        Letter.DUIDING,
        bron=Bron("Mila Proefstra"),
        steunt_op=(alcohol.id,),
    )
    sealed(desk, casus, alcohol, resting)
    draft = desk.verslagen.start(held_talk(desk, casus))
    tekst = with_blocks(complete(desk.verslagen.open(draft).tekst), "zorgen", resting)
    desk.verslagen.save_concept(draft, tekst)
    organisatie = desk.organisaties.add("Ivo Testman")
    send(desk, draft, "Ivo Testman", None, organisatie_id=organisatie)

    keten = desk.correcties.withdraw(alcohol.id, reden="moeder trekt dit in")
    [ontvangst] = keten.ontvangers
    words = desk.correcties.brief(ontvangst.brief.id).woorden() if ontvangst.brief else ""

    assert (ontvangst.verzending.versie, ontvangst.direct) == ("concept 1", False)
    assert "Het brengen is niet veilig." in words
    assert "Otis" not in words  # this receiver never had that sentence
    assert {plek.versie for plek in keten.vindplaatsen} == {"versie 1", "concept"}
    assert [row.id for row in keten.duidingen] == [resting.id]


def test_what_was_sent_after_the_correction_needs_no_letter(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, clock: SlowClock
) -> None:
    verslag = sealed(desk, casus, alcohol)
    send(desk, verslag, "CIT")
    desk.correcties.refute(alcohol.id, door="wijkagent", reden="kenteken nagekeken")
    clock.pass_time(hours=1)
    desk.vaststelling.correct(verslag, "weerlegd")
    seal(desk, verslag)
    send(desk, verslag, "Ivo Testman", 2)

    found = {o.verzending.ontvanger: o for o in desk.correcties.make_letters(alcohol.id).ontvangers}
    assert found["CIT"].brief is not None
    assert (found["Ivo Testman"].klopt, found["Ivo Testman"].brief) == (True, None)


def test_a_besluit_that_rests_on_it_and_every_later_version_are_found(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel
) -> None:
    verslag = sealed(desk, casus, alcohol)
    desk.vaststelling.correct(verslag, "aangevuld")
    seal(desk, verslag)
    send(desk, verslag, "CIT", 2)
    besluit = BesluitGegevens(
        BesluitSoort.ANDERS, TODAY, "Het brengen gaat via school.", gronden=(alcohol.id,)
    )
    desk.besluiten.add(casus, besluit)

    keten = desk.correcties.withdraw(alcohol.id, reden="moeder trekt dit in")
    assert sorted(plek.versie for plek in keten.vindplaatsen) == [
        "besluit", "versie 1", "versie 2",
    ]  # fmt: skip
    assert receivers(keten) == [("CIT", "versie 2")]


def test_drafts_and_later_versions_are_named_by_what_they_were(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, clock: SlowClock
) -> None:
    draft = desk.verslagen.start(held_talk(desk, casus))
    tekst = with_blocks(complete(desk.verslagen.open(draft).tekst), "zorgen", alcohol)
    desk.verslagen.save_concept(draft, tekst)
    send(desk, draft, "juf Tess", None)
    clock.pass_time(days=2)
    send(desk, draft, "Ivo Testman", None, verzonden_op=clock().date())
    desk.verslagen.save_concept(draft, with_blocks(tekst, "zorgen"))  # it is out of the draft now

    keten = desk.correcties.withdraw(alcohol.id, reden="moeder trekt dit in")
    assert receivers(keten) == [("Ivo Testman", "concept 2"), ("juf Tess", "concept 1")]


def test_the_letter_says_what_stood_there_and_what_became_of_it_in_plain_words(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel
) -> None:
    organisatie = desk.organisaties.add("CIT")
    send(desk, sealed(desk, casus, alcohol), "CIT", organisatie_id=organisatie)
    keten = desk.correcties.refute(alcohol.id, door="de wijkagent", reden="niet waar gebleken")
    brief = desk.correcties.brief(keten.open_brieven[0].id)
    words = brief.woorden()

    assert (brief.ontvanger, brief.kenmerk, brief.afzender) == (
        "CIT", "VT-DEMO-0141", "Mila Proefstra",
    )  # fmt: skip
    for piece in (
        "Op 12 mei 2026 kreeg u van ons dit stuk: Gespreksverslag van 12 mei 2026, versie 1.",
        "Otis zou drinken voordat hij de kinderen brengt.",
        "Otis Havikskruid, vader, 12 mei 2026",
        "Deze uitspraak is op 12 mei 2026 weerlegd door de wijkagent.",
        "De reden is: niet waar gebleken.",
        "Haal deze zin weg, of zet erbij dat hij is weerlegd.",
    ):
        assert piece in words
    assert not any(word in f" {words} " for word in (" je ", " jij ", " jouw ", "!"))
    assert max(len(line.split()) for line in words.replace("\n", ". ").split(". ")) <= 25


def test_no_shielded_value_and_no_melder_comes_into_a_letter(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel
) -> None:
    loes = add_persoon(desk, casus, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9, Voorbeeldhaven")
    melder = add_persoon(desk, casus, Rol.MELDER, voornaam="Buur", achternaam="Vrouw")
    regel = uitspraak(
        "Buur Vrouw hoorde geschreeuw op schelpenhof.", bron=Bron("Buur Vrouw", melder, "omwonende")
    )
    send(desk, sealed(desk, casus, regel), "CIT")
    keten = desk.correcties.withdraw(regel.id, reden="Zij woont op Schelpenhof 9")
    words = desk.correcties.brief(keten.open_brieven[0].id).woorden()

    assert "Buur" not in words
    assert "schelpenhof" not in words.lower()
    assert WEGGELATEN in words


def test_who_may_not_read_a_statement_does_not_read_it_in_the_letter(
    desk: Desk, casus: UUID
) -> None:
    dario = add_persoon(desk, casus, voornaam="Dario", achternaam="Kaneelboom")
    regel = uitspraak(
        "Loes zag zijn auto.", zichtbaarheid=Zichtbaarheid.NIET_VOOR, niet_voor=(dario,)
    )
    send(desk, sealed(desk, casus, regel), "Dario Kaneelboom", persoon_id=dario)
    keten = desk.correcties.withdraw(regel.id, reden="Loes wist het niet zeker")
    words = desk.correcties.brief(keten.open_brieven[0].id).woorden()

    assert "Loes" not in words
    assert "om iemand te beschermen" in words


def test_a_letter_is_sent_or_not_needed_for_a_reason(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, sent: list[UUID]
) -> None:
    first, second, _ = desk.correcties.withdraw(alcohol.id, reden="ingetrokken").open_brieven
    desk.correcties.mark_sent(first.id, TODAY)
    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.correcties.not_needed(second.id, " ")
    with pytest.raises(UserError, match="al verstuurd"):
        desk.correcties.not_needed(first.id, "toch niet")
    with pytest.raises(UserError, match="na vandaag"):
        desk.correcties.mark_sent(second.id, date(2026, 6, 1))
    desk.correcties.not_needed(second.id, "Het wijkteam heeft het stuk al vernietigd.")

    assert [brief.ontvanger for brief in desk.correcties.open_brieven(casus)] == ["Ivo Testman"]


def test_who_had_a_letter_hears_that_the_statement_holds_again(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, sent: list[UUID], clock: SlowClock
) -> None:
    first, *_ = desk.correcties.refute(alcohol.id, door="wijkagent", reden="fout").open_brieven
    desk.correcties.mark_sent(first.id, TODAY)
    clock.pass_time(hours=1)
    keten = desk.correcties.restore(alcohol.id, reden="het was een ander kenteken")

    assert [brief.ontvanger for brief in keten.open_brieven] == ["CIT"]
    assert keten.uitspraak.regel.verificatie is Verificatie.ONBEVESTIGD
    assert "geldt weer" in desk.correcties.brief(keten.open_brieven[0].id).woorden()
    assert len(desk.correcties.open_brieven(casus)) == 1


def test_what_was_refuted_and_then_withdrawn_holds_again_as_it_was_before_both(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, clock: SlowClock
) -> None:
    send(desk, sealed(desk, casus, alcohol), "CIT")
    desk.uitspraken.judge(alcohol.id, Verificatie.BEVESTIGD, door="wijkagent", reden="")
    desk.correcties.refute(alcohol.id, door="huisarts", reden="bleek anders")
    clock.pass_time(minutes=1)
    desk.correcties.withdraw(alcohol.id, reden="trekt dit in")
    clock.pass_time(minutes=1)

    keten = desk.correcties.restore(alcohol.id, reden="vergissing")

    regel = keten.uitspraak.regel
    assert (regel.verificatie, regel.verificatie_door) == (Verificatie.BEVESTIGD, "wijkagent")
    assert desk.correcties.open_brieven(casus) == []  # neither letter had gone


def test_withdrawing_asks_why_and_happens_once(desk: Desk, alcohol: Uitspraakregel,
                                               sent: list[UUID]) -> None:  # fmt: skip
    with pytest.raises(UserError, match="Schrijf op waarom"):
        desk.correcties.withdraw(alcohol.id, reden="  ")
    with pytest.raises(UserError, match="door wie"):
        desk.correcties.refute(alcohol.id, door="", reden="niet waar")
    desk.correcties.withdraw(alcohol.id, reden="ingetrokken")
    with pytest.raises(UserError, match="al ingetrokken"):
        desk.correcties.withdraw(alcohol.id, reden="nog eens")
    assert len(desk.correcties.keten(alcohol.id).open_brieven) == 3


@pytest.mark.parametrize(
    "secret", ["SCHELPENHOF 9", "Schelpenhof\n9", "Schelpen-\nhof-9", "0000AB"]
)
def test_a_secret_value_is_left_out_however_it_is_written(
    desk: Desk, casus: UUID, secret: str
) -> None:
    loes = add_persoon(desk, casus, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9, 0000 AB Rotterdam")
    regel = uitspraak(f"Zij woont op {secret}.")
    send(desk, sealed(desk, casus, regel), "CIT")

    keten = desk.correcties.withdraw(regel.id, reden="niet waar")
    words = desk.correcties.brief(keten.open_brieven[0].id).woorden()

    assert secret not in words
    assert f"Zij woont op {WEGGELATEN}." in words


def test_a_letter_becomes_a_file_without_a_name_in_its_name(
    desk: Desk, casus: UUID, alcohol: Uitspraakregel, sent: list[UUID], tmp_path: Path
) -> None:
    add_persoon(desk, casus)
    letter = desk.correcties.withdraw(alcohol.id, reden="ingetrokken").open_brieven[0]
    paper = desk.papier.brief(letter.id)
    target = tmp_path / paper.bestandsnaam()
    paper.save(target)

    assert target.name == "VT-DEMO-0141 correctiebrief.pdf"
    assert target.read_bytes().startswith(b"%PDF-1.7")
    with pytest.raises(LeakError, match="staat een naam"):
        paper.save(tmp_path / "brief Havikskruid.pdf")


def test_what_only_veilig_thuis_may_know_names_no_source_in_a_letter(
    desk: Desk, casus: UUID
) -> None:
    regel = uitspraak(
        "Er was geschreeuw.", bron=Bron("Loes Wolkenveld"), zichtbaarheid=Zichtbaarheid.ALLEEN_VT
    )
    send(desk, sealed(desk, casus, regel), "CIT")
    keten = desk.correcties.withdraw(regel.id, reden="niet zeker")
    words = desk.correcties.brief(keten.open_brieven[0].id).woorden()

    assert "Er was geschreeuw." in words
    assert "Loes" not in words
    assert NIET_GENOEMD in words


@settings(max_examples=12, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_every_history_of_documents_and_sendings_leaves_no_receiver_out(
    desk: Desk, casus: UUID, history: list[tuple[bool, bool]]
) -> None:
    regel = uitspraak("Hij reed weg.")
    wanted = set()
    for number, (with_statement, is_sent) in enumerate(history):
        verslag = sealed(desk, casus, *([regel] if with_statement else []))
        if is_sent:
            send(desk, verslag, f"Ontvanger {number}")
        if with_statement and is_sent:
            wanted.add(f"Ontvanger {number}")
    if not any(with_statement for with_statement, _ in history):
        return
    keten = desk.correcties.withdraw(regel.id, reden="ingetrokken")

    assert {o.verzending.ontvanger for o in keten.ontvangers} == wanted
    assert {brief.ontvanger for brief in keten.open_brieven} == wanted
