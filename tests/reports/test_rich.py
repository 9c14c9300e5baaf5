"""Tables, children, signers, reactions, letters and cards: what they say and where pages break."""

import re
from dataclasses import replace

import pytest

from tests.reports import rich, samples
from tests.reports.paper import flowing, looked_at, opened, pages_of, text_of
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.document import Onderdeel, VerslagDocument
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tekst import Alinea, Blok, Run, Sectie, Tabelrij, Tekst, runs

WORDEN = "Deze zin staat in de alinea en is er om bladzijden mee te vullen."
GROND = b".901961 .921569 .937255 rg"  # the ground of words that were left out


def said(document: VerslagDocument) -> str:
    return flowing(render_verslag(document))


def made_of(*parts: tuple[Onderdeel, tuple[Blok, ...]]) -> VerslagDocument:
    return replace(
        samples.document(),
        onderdelen=tuple(onderdeel for onderdeel, _ in parts),
        tekst=Tekst(tuple(Sectie(o.sectie_id, blokken) for o, blokken in parts)),
    )


def test_what_was_left_out_is_text_on_a_ground_of_its_own() -> None:
    pdf = render_verslag(rich.rich())
    drawn = b"".join(page.Contents.read_bytes() for page in opened(pdf).pages)

    assert flowing(pdf).count("[weggelaten: gaat over een ander]") == 2
    assert drawn.count(GROND) >= 2
    plain = opened(render_verslag(samples.document()))
    assert GROND not in b"".join(page.Contents.read_bytes() for page in plain.pages)


def test_copy_and_receiver_stand_on_the_first_page_and_the_copy_on_each() -> None:
    text = text_of(render_verslag(rich.rich()))

    assert "Exemplaar 3, voor Maren Zilverduin" in text
    assert text.count("· exemplaar 3 ·") == len(opened(render_verslag(rich.rich())).pages)


def test_who_signs_has_a_line_and_reactions_come_after_it() -> None:
    text = said(rich.rich())

    assert "Moeder naam, datum en handtekening, of waarom niet" in text
    assert text.index("Jongere van 12 jaar of ouder") < text.index("Reacties op deze versie")
    assert (
        "Otis Havikskruid, vader · niet akkoord · wo 20 mei 2026 "
        "Er staat dat ik wegreed. Ik stond stil. Dat moet erbij."
    ) in text
    assert "Maren Zilverduin, moeder · akkoord · do 21 mei 2026" in text
    assert "Ivo Testman, gedragswetenschapper · gezien · vr 22 mei 2026" in text


def test_reactions_come_with_every_form() -> None:
    for document in (rich.letter(), rich.card()):
        assert "niet akkoord" in said(replace(document, reacties=rich.REACTIES))
    with_reactions = render_verslag(replace(rich.card(), reacties=rich.REACTIES))
    assert "Reacties op deze versie" not in " ".join(pages_of(render_verslag(rich.card()))[0])
    assert "Mijn veiligheidsplan" in flowing(with_reactions)


def test_a_table_without_heads_is_headed_by_its_first_cells() -> None:
    onderdeel = Onderdeel(1, "Wie belt wie", "bel")
    document = made_of((onderdeel, (Tabelrij(("Oma", "06")), Tabelrij(("Juf", "07", "na 9 uur")))))

    heard = looked_at(render_verslag(document), "pdfinfo", "-struct-text", "-")
    heads = re.findall(r'/Scope /(Row|Column)\n *"(.*)"', heard)
    assert heads[-2:] == [("Row", "Oma"), ("Row", "Juf")]
    assert "Juf 07 na 9 uur" in said(document)


def test_no_row_is_torn_while_a_page_can_hold_it() -> None:
    onderdeel = Onderdeel(1, "Voorwaarden", "v", kolommen=("Wat", "Hoe"))
    rows = tuple(
        Tabelrij((f"Begin{n} " + "woord " * 150 + f"einde{n}", "deels")) for n in range(1, 9)
    )

    pages = text_of(render_verslag(made_of((onderdeel, rows)))).split("\f")

    assert len(pages) > 2
    for number in range(1, 9):
        (where,) = [page for page in pages if f"Begin{number} " in page]
        assert f"einde{number}" in where


@pytest.mark.parametrize("lines", range(24, 48, 2))
def test_no_name_of_a_child_ends_a_page_and_signers_never_stand_alone(lines: int) -> None:
    kinderen = Onderdeel(2, "De kinderen", "kinderen", per="kind")
    document = replace(
        made_of(
            (Onderdeel(1, "Verhaal", "verhaal"), (Alinea(runs(WORDEN)),) * lines),
            (kinderen, rich.PER_KIND),
            (Onderdeel(3, "Slot", "slot"), (Alinea(runs(WORDEN * 6)),)),
        ),
        tekenen=("moeder", "vader"),
        reacties=rich.REACTIES,
    )

    pages = pages_of(render_verslag(document))

    for page in pages:
        assert page[-1] not in {"Pip", "Job", "2 De kinderen", "3 Slot", "Reacties op deze versie"}
    ending = next(page for page in pages if "Opgesteld door" in page)
    assert ending.index("Opgesteld door") >= 2
    assert "Moeder" in ending
    assert "Vader" in ending


def test_a_child_of_whom_nothing_is_written_says_so() -> None:
    kinderen = Onderdeel(1, "De kinderen", "kinderen", per="kind")
    pip, job = (Alinea((Run(naam, vet=True),)) for naam in ("Pip", "Job"))
    blokken = (pip, job, Alinea(runs("Job slaapt goed.")))

    assert "Pip Niet ingevuld. Job Job slaapt goed." in said(made_of((kinderen, blokken)))


def test_a_letter_greets_once_and_names_its_subject() -> None:
    text = said(rich.letter())

    assert "Mevrouw M. Zilverduin Eikvoorbeeldlaan 1 1234 AB Voorbeeldhaven Datum: " in text
    assert "Uitnodiging voor een gesprek Geachte mevrouw Zilverduin, Waarom krijgt u" in text
    assert "Met vriendelijke groet, Mila Proefstra procesregisseur" in text
    assert "Verder" not in text  # nothing was written there


def test_a_letter_without_an_address_names_whom_it_is_for() -> None:
    text = said(replace(rich.letter(), adres=(), bestemd_voor="Maren Zilverduin"))

    assert "Maren Zilverduin Datum: dinsdag 12 mei 2026" in text
    assert "Eikvoorbeeldlaan" not in text


def test_a_letter_that_greets_in_its_own_words_is_not_greeted_again() -> None:
    part = (Onderdeel(1, "", "tekst"), (Alinea(runs("Beste Pip, hoe gaat het?")),))
    document = replace(made_of(part), vorm=rich.letter().vorm)

    assert "Geachte" not in said(document)


def test_the_subject_of_a_letter_can_be_a_part_of_its_text() -> None:
    parts = (
        (Onderdeel(1, "Waar deze brief over gaat", "onderwerp"), (Alinea(runs("Een afspraak.")),)),
        (Onderdeel(2, "Uitleg", "uitleg"), (Alinea(runs("Wij willen praten.")),)),
    )

    text = said(replace(made_of(*parts), vorm=rich.letter().vorm))

    assert "Een afspraak Geachte mevrouw, geachte heer, Uitleg Wij willen praten." in text
    assert "Waar deze brief over gaat" not in text


@pytest.mark.parametrize("form", [rich.letter(), rich.card()], ids=["brief", "kaart"])
def test_a_draft_of_every_form_says_so(form: VerslagDocument) -> None:
    draft = replace(form, stand=VerslagStand.CONCEPT, versie=0, vastgesteld_op=None)

    assert "Concept · nog niet vastgesteld" in said(draft)
    assert "C O N C E P T" in said(draft)


@pytest.mark.parametrize("form", [rich.letter(), rich.card()], ids=["brief", "kaart"])
def test_a_form_without_words_is_one_page_that_says_so(form: VerslagDocument) -> None:
    empty = replace(form, tekst=Tekst())

    text = said(empty)

    assert "nog leeg" in text or "nog niets" in text


def test_a_card_that_is_too_full_for_one_page_still_says_everything() -> None:
    many = tuple(Alinea(runs(f"Zin {number}. {WORDEN}")) for number in range(80))
    document = replace(made_of((Onderdeel(1, "Veel", "veel"), many)), vorm=rich.card().vorm)

    text = said(document)

    assert all(f"Zin {number}." in text for number in range(80))


def test_no_word_of_a_table_is_torn_while_there_is_room() -> None:
    kolommen = ("Wie", "Wat", "Wanneer", "Wat als niet", "Wie kijkt", "Tot wanneer")
    cells = ("Sanne", "Geen contact met Fenna en Tijn buiten begeleid contact, zolang het geldt.",
             "tot het huisverbod stopt", "Sanne belt de jeugdverpleegkundige", "Veilig Thuis",
             "12 mei")  # fmt: skip
    onderdeel = Onderdeel(1, "Afspraken", "a", kolommen=kolommen)

    text = said(made_of((onderdeel, (Tabelrij(cells), Tabelrij(("Dario", *cells[1:]))))))

    for word in " ".join((*kolommen, *cells, "Dario")).split():
        assert word in text.split()
