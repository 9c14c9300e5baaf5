"""What a verslag says on paper, and how it is laid out over pages."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from pikepdf import Name

from tests.reports import samples
from tests.reports.paper import flowing, looked_at, opened, pages_of, text_of
from vtdesk.reports.verslag import render_verslag
from vtdesk.values.document import VerslagDocument
from vtdesk.values.kinds import Letter, Verificatie, VerslagStand, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Sectie,
    Tekst,
    Uitspraakregel,
    runs,
)

DATA = Path(__file__).parents[1] / "data"
WORDEN = "Deze zin staat in de alinea en is er om bladzijden mee te vullen."
CONCEPT = "C O N C E P T"  # how poppler reads letters that stand aslant


def said(document: VerslagDocument) -> str:
    return flowing(render_verslag(document))


def with_statement(**changes: object) -> str:
    """Print one statement of which some fields are given."""
    regel = replace(
        Uitspraakregel(UUID(int=9), Letter.VERKLARING, runs("De deur klemde.")),
        **changes,
    )
    return said(samples.document({"besproken": (regel,)}))


def test_paper_reads_in_the_order_in_which_it_was_written() -> None:
    pdf = render_verslag(samples.document())

    assert text_of(pdf) == (DATA / "verslag.txt").read_text()


def test_who_listens_hears_headings_lists_tables_and_whole_words_in_that_order_too() -> None:
    pdf = render_verslag(samples.document())

    heard = looked_at(pdf, "pdfinfo", "-struct-text", "-")

    assert heard == (DATA / "verslag-structuur.txt").read_text()
    assert samples.ALINEA in heard  # no two words run into one at the end of a line


@pytest.mark.parametrize("document", [samples.document(), samples.concept()])
def test_a_note_to_oneself_never_prints(document: VerslagDocument) -> None:
    assert "Navragen bij Nel" in str(document.tekst)
    assert "Navragen" not in said(document)


def test_source_capacity_date_and_hearsay_stand_under_a_statement() -> None:
    text = with_statement(
        bron=Bron("Sanne Wolkenveld", None, "moeder", via="Loes"),
        informatiedatum=date(2026, 5, 5),
    )

    assert (
        "V De deur klemde. Sanne Wolkenveld, moeder · 5 mei 2026 · "
        "van horen zeggen, via Loes · niet bevestigd"
    ) in text


@pytest.mark.parametrize(
    ("verificatie", "words"),
    [(Verificatie.WEERLEGD, "Weerlegd: "), (Verificatie.INGETROKKEN, "Ingetrokken: ")],
)
def test_what_fell_away_never_prints_without_that_word(
    verificatie: Verificatie, words: str
) -> None:
    text = with_statement(verificatie=verificatie, verificatie_door="de wijkagent")

    assert f"{words}De deur klemde." in text
    assert f"{words.strip(' :').lower()} door de wijkagent" in text


@pytest.mark.parametrize("letter", list(Letter))
def test_each_letter_prints_and_is_explained(letter: Letter) -> None:
    text = with_statement(letter=letter)

    assert f"{letter.value} De deur klemde." in text
    assert re.search(rf"Wat de letters betekenen {letter.value} \w+: ", text)


def test_an_opinion_waits_for_no_confirmation() -> None:
    assert "niet bevestigd" not in with_statement(letter=Letter.MENING)
    assert "niet bevestigd" in with_statement(letter=Letter.VERKLARING)
    seen = Bron("Noor Wolkenveld", hoedanigheid="eigen waarneming")
    assert "niet bevestigd" not in with_statement(letter=Letter.FEIT, bron=seen)


def test_who_may_not_read_a_statement_stands_with_it() -> None:
    loes, dario = UUID(int=1), UUID(int=2)
    bron = Bron("Loes Wolkenveld", loes, "tante")

    for zichtbaarheid, niet_voor, words in (
        (Zichtbaarheid.ALLEEN_VT, (), "Alleen Veilig Thuis"),
        (Zichtbaarheid.NIET_VOOR, (loes,), "Niet voor: Loes Wolkenveld"),
        (Zichtbaarheid.NIET_VOOR, (loes, dario), "Niet voor: Loes Wolkenveld, 1 ander"),
        (Zichtbaarheid.NIET_VOOR, (dario,), "Niet voor 1 persoon"),
    ):
        text = with_statement(bron=bron, zichtbaarheid=zichtbaarheid, niet_voor=niet_voor)
        assert words in text


def test_markup_and_quotes_in_names_print_as_they_are_typed() -> None:
    text = with_statement(bron=Bron("O'Neill <b>Jan</b> &amp; Zoon", None, "oom & voogd"))

    assert "O'Neill <b>Jan</b> &amp; Zoon, oom & voogd" in text


def short() -> VerslagDocument:
    """Make the verslag of a talk that ended early, with a reason for each part left empty."""
    document = samples.document(
        {
            "doel": (Alinea(runs("Vader vertellen wat er is gemeld en zijn kant horen.")),),
            "besproken": samples.UITSPRAKEN[:3],
            "kinderen": (Alinea(runs("Pip is bij moeder. Job is nog niet gesproken.")),),
            "nu": (Alinea(runs("Beide kinderen zijn vannacht bij moeder.")),),
            "afspraken": (Afspraakregel("Vader", "denkt na over school", "vr 15 mei", "Bo belt"),),
            "reacties": (),
        }
    )
    return replace(
        document,
        kop=replace(samples.KOP, aanwezigen=samples.KOP.aanwezigen[:1], tolk=""),
        leeg_want=tuple(
            (sectie, f"Vader ging weg bij {sectie}.")
            for sectie in ("gegeven", "gaat", "ieder", "vervolg", "reacties")
        ),
    )


def test_each_part_stands_in_its_place_and_an_empty_one_says_why() -> None:
    lines = text_of(render_verslag(short())).splitlines()

    numbers = [line.split()[0] for line in lines if re.match(r"\d+ [A-Z]\w+ ?", line)]
    assert numbers == [str(number) for number in range(1, 11)]
    assert "2 Uitleg gegeven Niet ingevuld. Vader ging weg bij gegeven." in lines
    assert "10 Reacties Niet ingevuld. Vader ging weg bij reacties." in lines


def test_the_verslag_of_a_short_talk_is_one_page_with_its_signature() -> None:
    pages = pages_of(render_verslag(short()))

    assert len(pages) == 1
    assert "Opgesteld door" in pages[0]


def test_who_listens_hears_an_empty_part_as_a_part() -> None:
    heard = looked_at(render_verslag(short()), "pdfinfo", "-struct", "-")

    assert heard.count("H2 (block)") == 10


def test_an_empty_part_with_a_long_name_prints_whole() -> None:
    lang = "Wat het gezin zelf heeft gedaan en wie daarbij heeft geholpen en hoe dat ging"
    onderdelen = (*samples.ONDERDELEN[:-1], replace(samples.ONDERDELEN[-1], kop=lang))

    text = said(replace(short(), onderdelen=onderdelen))

    assert f"10 {lang} Niet ingevuld. Vader ging weg bij reacties." in text


def test_the_other_reasons_of_vaststellen_stand_before_the_signature() -> None:
    text = said(replace(short(), toelichting=("Job is niet genoemd: dat volgt.",)))

    assert "Bij het vaststellen: Job is niet genoemd: dat volgt. Opgesteld door" in text


def test_an_empty_part_of_a_draft_has_no_reason_yet() -> None:
    leeg = {"doel": samples.SECTIES["doel"]}

    assert said(samples.concept(leeg)).count("Niet ingevuld.") == 8
    assert said(samples.document(leeg)).count("Niet ingevuld.") == 8


def test_a_part_that_does_not_apply_says_why() -> None:
    text = said(samples.document())

    assert "Niet van toepassing, want vader ging weg voordat hij kon reageren." in text


def test_a_part_that_the_text_lacks_counts_as_empty() -> None:
    zonder = replace(samples.concept(), tekst=Tekst((Sectie("doel", (Alinea(runs("Iets.")),)),)))

    assert said(zonder).count("Niet ingevuld.") == 9


def test_a_draft_is_marked_on_each_page() -> None:
    pdf = render_verslag(replace(samples.four_pages(), stand=VerslagStand.CONCEPT, versie=0))

    assert flowing(pdf).count(CONCEPT) == 4
    assert "Concept · nog niet vastgesteld" in flowing(pdf)
    assert CONCEPT not in said(samples.document())


def test_a_verslag_that_waits_for_a_reaction_is_a_draft_too() -> None:
    text = said(replace(samples.concept(), stand=VerslagStand.TER_REACTIE))

    assert CONCEPT in text
    assert "Concept · ter reactie, nog niet vastgesteld" in text


def test_a_correction_says_why_and_what_it_replaces() -> None:
    text = said(replace(samples.document(), versie=2, reden_correctie="De datum was verkeerd."))

    assert "Deze versie vervangt versie 1. Reden: De datum was verkeerd." in text


def test_a_replaced_version_says_so_on_each_page() -> None:
    pdf = render_verslag(
        replace(samples.four_pages(), stand=VerslagStand.VERVANGEN, vervangen_door=2)
    )

    assert text_of(pdf).count("Vervangen door versie 2\n") >= 4
    foot = "Gespreksverslag · Versie 1, vervangen door versie 2 · 7f3a 91c2"
    assert text_of(pdf).count(foot) == 4


def test_each_page_tells_number_kind_state_copy_fingerprint_page_and_letters() -> None:
    text = text_of(render_verslag(replace(samples.four_pages(), exemplaar=3)))

    for number in range(1, 5):
        assert f"bladzijde {number} van 4" in text
    foot = "Gespreksverslag · Vastgesteld, versie 1 · exemplaar 3 · 7f3a 91c2"
    assert text.count(foot) == 4
    assert text.count("Veilig Thuis Voorbeeldhaven VT-DEMO-0141") == 4
    assert text.count("F feit · V verklaring · M mening · D duiding · H hypothese") == 4


def test_the_head_of_a_table_comes_again_on_the_next_page_and_is_heard_once() -> None:
    regels = tuple(Afspraakregel(f"Persoon {n}", "Belt.", "morgen", "") for n in range(60))
    pdf = render_verslag(samples.document({"afspraken": regels}))

    assert text_of(pdf).count("Wie Wat Wanneer Als het niet lukt") == 3
    paper = opened(pdf)
    heads = [item for item in paper.objects if _is_column_head(item)]
    assert [len(head.K) for head in heads] == [1, 1, 1, 1]


def _is_column_head(item: pikepdf.Object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/A", {}).get("/Scope") == Name.Column


def test_a_row_taller_than_a_page_still_prints_whole() -> None:
    regel = Afspraakregel("Vader", "ganzen " * 2500, "morgen", "anders")
    pdf = render_verslag(samples.document({"afspraken": (regel,)}))

    assert flowing(pdf).count("ganzen") == 2500


def test_long_words_and_names_wrap_within_the_paper() -> None:
    naam = "N" * 500
    pdf = render_verslag(
        samples.document(
            {"doel": (Alinea(runs("w" * 300)),), "afspraken": (Afspraakregel(naam, "x" * 300),)}
        )
    )

    assert text_of(pdf).count("N") >= 500
    for line in looked_at(pdf, "pdftotext", "-bbox", "-", "-").splitlines():
        if match := re.search(r'xMin="([\d.]+)".*xMax="([\d.]+)"', line):
            left, right = map(float, match.groups())
            assert left >= 70
            assert right <= 532


def _filled(lines: int, last: tuple[Blok, ...]) -> list[list[str]]:
    """Lay out a verslag of which the first part pushes the rest down."""
    inhoud = {
        "doel": tuple(Alinea(runs(WORDEN)) for _ in range(lines)),
        "besproken": samples.UITSPRAKEN,
        "afspraken": samples.AFSPRAKEN,
        "reacties": last,
    }
    return pages_of(render_verslag(samples.document(inhoud)))


@pytest.mark.parametrize(
    "last",
    [(Alinea(runs(WORDEN * 9)),), samples.UITSPRAKEN[:1], samples.AFSPRAKEN],
    ids=["een lange alinea", "een uitspraak", "een tabel"],
)
def test_no_heading_ends_a_page_and_the_signature_never_stands_alone(
    last: tuple[Blok, ...],
) -> None:
    headings = {f"{o.nummer} {o.kop}" for o in samples.ONDERDELEN}
    for lines in range(20, 60, 3):
        pages = _filled(lines, last)
        assert headings & {line for page in pages for line in page}
        for page in pages:
            assert page[-1] not in headings, lines
        ending = next(page for page in pages if "Opgesteld door" in page)
        assert ending.index("Opgesteld door") >= 2, lines
