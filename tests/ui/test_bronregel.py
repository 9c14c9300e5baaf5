"""The source line of a statement, within a line and as a chip."""

from tests.builders import uitspraak
from vtdesk.ui.bronregel import bronregel
from vtdesk.values.kinds import Letter, Verificatie
from vtdesk.values.tekst import Bron


def test_within_a_line_only_the_first_letter_becomes_small() -> None:
    regel = uitspraak(
        "Hij reed weg.",
        bron=Bron("Maren Zilverduin", hoedanigheid="moeder", via="Ria"),
        verificatie=Verificatie.TEGENGESPROKEN,
        verificatie_door="Otis Havikskruid",
    )

    assert bronregel(regel).written() == (
        "Maren Zilverduin, moeder · van horen zeggen, via Ria"
        " · tegengesproken door Otis Havikskruid"
    )


def test_a_statement_without_a_source_says_so() -> None:
    assert bronregel(uitspraak("Hij reed weg.", bron=Bron())).written() == "bron ontbreekt"


def test_what_the_writer_saw_herself_waits_for_no_confirmation() -> None:
    seen = Bron("Noor Wolkenveld", hoedanigheid="eigen waarneming")

    assert bronregel(uitspraak("De ruit is stuk.", Letter.FEIT, bron=seen)).chip == ""
    assert bronregel(uitspraak("De ruit is stuk.", Letter.FEIT)).chip == "Niet bevestigd"
