"""Each check, with a text that passes it and one that does not."""

from uuid import uuid4

import pytest

from tests.builders import complete, empty_text, uitspraak, with_blocks
from vtdesk.reports.glyphs import MISSING, printable
from vtdesk.services.controle import Betrokken, Punt, controleer
from vtdesk.services.sjablonen import GESPREKSVERSLAG, sjabloon
from vtdesk.services.tekens import GEWOON, niet_op_papier
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import Afspraakregel, Alinea, Blok, Bron, Werkaantekening, runs

TEMPLATE = sjabloon(GESPREKSVERSLAG)
PIP = Betrokken(uuid4(), "Pip", is_kind=True)
OTIS = Betrokken(uuid4(), "Otis", is_kind=False)
MAREN = Betrokken(uuid4(), "Maren", is_kind=False)


def open_points(sectie_id: str, *blokken: Blok, personen: list[Betrokken]) -> list[Punt]:
    tekst = with_blocks(complete(empty_text(TEMPLATE)), sectie_id, *blokken)
    return [punt for punt in controleer(tekst, TEMPLATE, personen) if not punt.klaar]


def test_a_child_that_nobody_mentions_is_a_question() -> None:
    [punt] = open_points("zorgen", personen=[PIP])
    assert (punt.id, punt.moet, punt.sectie_id) == (f"kind/{PIP.id}", False, "kind")

    assert open_points("zorgen", Alinea(runs("pip was stil")), personen=[PIP]) == []
    about = uitspraak("Zij telt stoeptegels.", over=(PIP.id,))
    assert open_points("zorgen", about, personen=[PIP]) == []


def test_a_statement_without_a_source_is_forbidden() -> None:
    bare = uitspraak("Iemand dronk.", bron=Bron())

    [punt] = open_points("zorgen", bare, personen=[])

    assert (punt.moet, punt.uitspraak_id, punt.sectie_id) == (True, bare.id, "zorgen")


def test_a_statement_without_words_is_forbidden() -> None:
    empty = uitspraak("", bron=Bron("Otis", OTIS.id))
    said = uitspraak("Dat klopt niet.", bron=Bron("Otis", OTIS.id))

    [punt] = open_points("zorgen", said, empty, personen=[])

    assert (punt.moet, punt.uitspraak_id) == (True, empty.id)
    assert punt.tekst == "Uitspraak zonder woorden"


def test_a_claim_about_an_adult_asks_for_that_adults_own_words() -> None:
    claim = uitspraak("Hij drinkt.", bron=Bron("Maren", MAREN.id), over=(OTIS.id,))
    [punt] = open_points("zorgen", claim, personen=[OTIS, MAREN])
    assert punt.tekst == "Otis heeft hier nog niet op gereageerd"

    answer = uitspraak("Dat klopt niet.", bron=Bron("Otis", OTIS.id), over=(OTIS.id,))
    assert open_points("zorgen", claim, answer, personen=[OTIS, MAREN]) == []


def test_a_fact_needs_no_reaction() -> None:
    fact = uitspraak("112 gebeld.", Letter.FEIT, bron=Bron("Politie"), over=(OTIS.id,))

    assert open_points("zorgen", fact, personen=[OTIS]) == []


def test_an_interpretation_rests_on_a_fact_or_a_declaration() -> None:
    ground = uitspraak("112 gebeld.", Letter.FEIT)
    guess = uitspraak("Misschien.", Letter.HYPOTHESE)
    on_guess = uitspraak("Wisselen is het risico.", Letter.DUIDING, steunt_op=(guess.id,))
    on_fact = uitspraak("Wisselen is het risico.", Letter.DUIDING, steunt_op=(ground.id,))

    [punt] = open_points("zorgen", ground, guess, on_guess, personen=[])
    assert (punt.moet, punt.uitspraak_id) == (True, on_guess.id)
    assert open_points("zorgen", ground, guess, on_fact, personen=[]) == []


def test_an_agreement_without_who_or_when_is_a_question() -> None:
    [punt] = open_points("afspraken", Afspraakregel(wat="Bellen"), personen=[])
    assert not punt.moet

    whole = Afspraakregel("Wijkteam", "Bellen", "dinsdag", "Melden bij VT")
    assert open_points("afspraken", whole, Afspraakregel(), personen=[]) == []


def test_required_parts_must_be_written_and_the_others_may_be_answered() -> None:
    punten = controleer(empty_text(TEMPLATE), TEMPLATE, [])

    empty = {punt.sectie_id: punt.moet for punt in punten if punt.id.startswith("leeg/")}
    assert empty["zorgen"] is True
    assert empty["krachten"] is False
    assert empty["uitleg"] is False  # fixed points that nobody filled in are not an answer


def test_when_all_is_well_each_check_says_so() -> None:
    punten = controleer(
        with_blocks(complete(empty_text(TEMPLATE)), "kind", Alinea(runs("Pip speelt."))),
        TEMPLATE,
        [PIP],
    )

    assert all(punt.klaar for punt in punten)
    assert len(punten) == 7


def test_a_sign_that_paper_does_not_have_is_told_before_it_is_final() -> None:
    [punt] = open_points("zorgen", Alinea(runs("Pip: 👍 en مر, en nog een 👍.")), personen=[])
    assert (punt.id, punt.moet, punt.sectie_id) == ("tekens/zorgen", False, "zorgen")
    assert punt.tekst == "Dit staat op papier als een vakje: 👍 م ر"

    [punt] = open_points("zorgen", uitspraak("Stil.", bron=Bron("مر")), personen=[])
    assert punt.id == "tekens/zorgen"


def test_a_note_to_oneself_may_hold_any_sign() -> None:
    assert open_points("zorgen", Werkaantekening(runs("👍")), personen=[]) == []


def test_signs_that_are_not_looked_up_are_really_on_paper() -> None:
    assert [sign for sign in GEWOON if printable(sign) == MISSING] == []


@pytest.mark.parametrize("text", ["Łukasz Żółć", "Zoë", "Zoe\u0308", "één – “twee”", "a\u2009b"])
def test_names_and_marks_of_europe_pass(text: str) -> None:
    assert niet_op_papier(text) == ""


def test_a_field_that_is_still_open_is_a_question() -> None:
    [punt] = open_points("zorgen", Alinea(runs("De school is ‹naam van de school›.")), personen=[])

    assert (punt.tekst, punt.moet, punt.sectie_id) == (
        "Nog open: naam van de school",
        False,
        "zorgen",
    )
