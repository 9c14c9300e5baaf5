"""What one person gets to read: nothing that tells where another is, or who made a melding."""

from uuid import UUID

import pytest

from tests.builders import add_casus, add_persoon
from tests.services.melders import sealed_melder
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.values.kinds import AfgeschermdSoort, Letter, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.uitgaand import WegReden


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def otis(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(desk, casus_id)


def says(desk: Desk, casus_id: UUID, otis: UUID, words: str) -> None:
    bron = Bron("Otis Havikskruid", otis)
    desk.uitspraken.add(casus_id, UitspraakGegevens(Letter.VERKLARING, words, bron, over=(otis,)))


@pytest.mark.parametrize(
    "words",
    [
        "Ik weet dat zij op Schelpenhof  9 woont.",
        "Ik weet dat zij op Schelpenhof-\n9 woont.",
        "Ik weet dat zij op nummer 9 zit, postcode 0000AB.",
        "Ik weet dat zij in de Schelpenhof woont.",
        "Zij zwemt in De Golfbreker.",
        "Ik bel haar op +31 6 0000 0417.",
    ],
)
def test_a_parent_does_not_read_where_the_other_is_however_it_is_written(
    desk: Desk, casus_id: UUID, otis: UUID, words: str
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9, 0000 AB Rotterdam")
    desk.personen.shield(loes, AfgeschermdSoort.PLEK, "zwembad De Golfbreker")
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, "06-0000 0417")
    says(desk, casus_id, otis, words)

    made = desk.uittreksels.maak(casus_id, otis)
    assert made.inhoud["uitspraken"] == []
    assert "verraadt het geheime adres van Loes" in [one.want for one in made.achtergehouden]


@pytest.mark.parametrize(
    "words",
    [
        "Ineke belde.",
        "Mevrouw De Vries van hiernaast zei het.",
        "De buurvrouw van Wisselkade 12 heeft gebeld.",
        "Iemand belde met 0600000404.",
    ],
)
def test_nobody_reads_who_made_the_melding(
    desk: Desk, casus_id: UUID, otis: UUID, words: str
) -> None:
    sealed_melder(desk, casus_id)
    says(desk, casus_id, otis, words)

    made = desk.uittreksels.maak(casus_id, otis)
    assert made.inhoud["uitspraken"] == []
    assert WegReden.MELDER in [one.reden for one in made.achtergehouden]


def test_everyday_words_and_the_own_street_are_read(desk: Desk, casus_id: UUID, otis: UUID) -> None:
    sealed_melder(desk, casus_id)
    words = "Ik woon op Wisselkade 8 en een buurvrouw groette om 12 uur."
    says(desk, casus_id, otis, words)

    assert words in desk.uittreksels.maak(casus_id, otis).json


def test_the_own_shielded_value_stops_nobody_from_reading_it(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    desk.personen.shield(otis, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    says(desk, casus_id, otis, "Ik woon nu op Schelpenhof 9.")

    assert "Schelpenhof 9" in desk.uittreksels.maak(casus_id, otis).json
