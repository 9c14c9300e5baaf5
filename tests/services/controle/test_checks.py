"""Each check, with a text that passes it and one that does not."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.builders import complete, empty_text, uitspraak, with_blocks
from vtdesk.reports.glyphs import MISSING, printable
from vtdesk.services.controle.checks import Betrokken, controleer
from vtdesk.services.controle.punt import Punt
from vtdesk.services.redenen import komt_op_papier
from vtdesk.services.sjablonen import GESPREKSVERSLAG, sjabloon
from vtdesk.services.tekens import GEWOON, niet_op_papier
from vtdesk.values.kinds import Letter
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Run,
    Tekst,
    Werkaantekening,
    runs,
)

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


def test_what_safety_began_with_is_no_answer_and_what_she_wrote_is() -> None:
    zicht = Alinea(runs("Zicht op veiligheid: Veilig Thuis, sinds 4 mei."))
    begin = with_blocks(empty_text(TEMPLATE), "veiligheid", zicht)

    def asked(*blokken: Blok) -> list[tuple[str, bool]]:
        written = with_blocks(complete(begin), "veiligheid", *blokken)
        bare = Tekst(tuple(replace(s, nvt="") if s.id == "veiligheid" else s
                           for s in written.secties))  # fmt: skip
        punten = controleer(bare, TEMPLATE, [], begin)
        return [(p.tekst, p.moet) for p in punten if p.sectie_id == "veiligheid"]

    only_begun = "Onderdeel 6 Veiligheid nu zegt nog alleen wat vtdesk invulde"
    assert asked(zicht) == [(only_begun, True)]
    assert asked(zicht, Alinea((Run("Pip", vet=True),)), Alinea()) == [(only_begun, True)]
    assert asked(zicht, Alinea(runs("Beide kinderen slapen bij oma."))) == []
    assert asked(zicht, uitspraak("Ik slaap vannacht bij mijn broer.")) == []


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


def test_an_open_field_about_safety_must_be_filled_in() -> None:
    safe = [
        *open_points("veiligheid", Alinea(runs("Bij onraad belt ‹wie›.")), personen=[]),
        *open_points("zorgen", Alinea(runs("Vandaag is het ‹veilig / iet veilig›.")), personen=[]),
        *open_points("zorgen", Alinea(runs("Bel 112 of ‹nummer")), personen=[]),
    ]

    assert [(punt.tekst, punt.moet) for punt in safe] == [
        ("Nog open: wie", True),
        ("Nog open: veilig / iet veilig", True),
        ("Nog open: ‹nummer", True),
    ]


def test_the_same_open_field_is_asked_once_in_a_part_and_half_of_one_too() -> None:
    lines = (Alinea(runs("‹wie› doet ‹wat›, ‹wie› kijkt.")), Alinea(runs("Dan komt oma›.")))

    points = open_points("zorgen", *lines, personen=[])

    assert [(punt.tekst, punt.moet) for punt in points] == [
        ("Nog open: wie", False),
        ("Nog open: wat", False),
        ("Nog open: oma›", False),
    ]
    assert all(komt_op_papier(punt) for punt in points)


def test_a_heading_alone_names_no_child_and_with_words_under_it_does() -> None:
    head, more = Alinea((Run("Pip", vet=True),)), Alinea(runs("Speelt graag buiten."))

    assert [p.id for p in open_points("kind", head, personen=[PIP])] == [f"kind/{PIP.id}"]
    assert open_points("kind", head, more, personen=[PIP]) == []
    plain_head = Alinea(runs("Pip:"))
    assert open_points("kind", plain_head, more, personen=[PIP]) == []
    note = Werkaantekening(runs("Pip nog spreken"))
    assert [p.id for p in open_points("kind", note, personen=[PIP])] == [f"kind/{PIP.id}"]


def test_a_reason_that_was_only_begun_stays_open() -> None:
    head, half = Alinea((Run("Pip", vet=True),)), Alinea(runs("Nog niet gesproken, want ."))
    more = Alinea(runs("Speelt graag buiten."))

    whole = with_blocks(complete(empty_text(TEMPLATE)), "kind", head, half, more)
    tekst = Tekst(tuple(replace(s, nvt="") if s.id == "kind" else s for s in whole.secties))
    [punt] = [one for one in controleer(tekst, TEMPLATE, []) if not one.klaar]

    assert (punt.tekst, punt.moet) == ("Nog open: Pip: Nog niet gesproken, want …", False)


def test_a_row_with_one_filled_cell_is_not_written() -> None:
    written = Tekst(
        tuple(
            replace(s, nvt="", blokken=(Afspraakregel(wie="Otis"),)) if s.id == "afspraken" else s
            for s in complete(empty_text(TEMPLATE)).secties
        )
    )

    [punt] = [p for p in controleer(written, TEMPLATE, []) if p.id.startswith(("leeg", "half"))]

    assert punt.id == "half/afspraken"
