"""What one person gets to read: nothing that tells where another is, or who made a melding."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import inspect, select

from tests.builders import add_casus, add_persoon, held_talk
from tests.services.melders import sealed_melder
from vtdesk.models import Base, Entity
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.inzage.velden import GEZEEFD, MEE, VELDEN, ZELF
from vtdesk.services.persoon_rows import VeiligContactGegevens as Contact
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import AfgeschermdSoort, GezagSoort, Letter, Rol
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

    made = desk.inzagen.bekijk(casus_id, otis).inhoud
    assert made.delen["uitspraken"] == []
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

    made = desk.inzagen.bekijk(casus_id, otis).inhoud
    assert made.delen["uitspraken"] == []
    assert WegReden.MELDER in [one.reden for one in made.achtergehouden]


def test_everyday_words_and_the_own_street_are_read(desk: Desk, casus_id: UUID, otis: UUID) -> None:
    sealed_melder(desk, casus_id)
    words = "Ik woon op Wisselkade 8 en een buurvrouw groette om 12 uur."
    says(desk, casus_id, otis, words)

    assert words in desk.inzagen.bekijk(casus_id, otis).inhoud.json


def test_the_own_shielded_value_stops_nobody_from_reading_it(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    desk.personen.shield(otis, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    says(desk, casus_id, otis, "Ik woon nu op Schelpenhof 9.")

    assert "Schelpenhof 9" in desk.inzagen.bekijk(casus_id, otis).inhoud.json


# What of the rows goes along: what is on the list, and nothing else

BASE = {"id", "version"}
NOTHING_OF = {
    "Afgeschermd", "Belofte", "Belpoging", "Besluit", "Bespreking", "Bijlage", "Casus", "Concept",
    "Correctiebrief", "Crisisbeoordeling", "Crisisnotitie", "Crisisregel", "Dag", "Dossierstuk",
    "Eigenwoord", "Gebeurtenis", "Gezien", "Herinnering", "Hintantwoord", "Impact", "Inbreng",
    "Informatieverzoek", "Instelling", "Instemming", "Instrument", "Inzet", "Kindgesprek", "Klad",
    "Lichtpunt", "Melder", "Melding", "Monitoring", "Opschorting", "Organisatie", "Overdracht",
    "Overname", "Parkeernotitie", "Pleintaak", "Plek", "Politieafspraak", "Reactie", "Reeks",
    "Regie", "Schrijfstand", "Standpunt", "Termijn", "Terugbelverzoek", "Toets", "Uitgaandkeuze",
    "Uitgifte", "Verlenging", "Verlof", "Vernietiging", "Versie", "Verslag", "Verzending",
    "Verzoek", "Waarborg", "Wijziging", "Zicht", "Zitting",
}  # fmt: skip


def test_of_every_field_of_every_kind_of_row_it_was_decided_whether_it_goes_along() -> None:
    kinds = {m.class_ for m in Base.registry.mappers if issubclass(m.class_, Entity)}
    assert {one.__name__ for one in kinds - VELDEN.keys()} == NOTHING_OF
    for kind, decided in VELDEN.items():
        assert set(inspect(kind).columns.keys()) - BASE == decided.keys(), kind.__name__


def test_nothing_that_was_typed_beside_a_row_goes_along(
    store: Store, desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", achternaam="Havikskruid")
    day = date(2026, 5, 1)
    desk.personen.set_gezag(pip, otis, GezagSoort.GEZAMENLIJK, bron="register", datum=day)
    desk.relaties.add(RelatieGegevens(otis, pip, RelatieSoort.OUDER, toelichting="merk"))
    desk.huishoudens.add_with(casus_id, "bij vader", [otis], toelichting="merk")
    held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", otis))
    seen = desk.personen.detail(otis)
    desk.personen.change(otis, seen.version, seen.gegevens, contact=Contact(wanneer="merk"))
    with store.write() as session:
        for kind, decided in VELDEN.items():
            for row in session.scalars(select(kind)):
                for name, how in decided.items():
                    if how not in (MEE, ZELF, GEZEEFD) and type(getattr(row, name)) is str:
                        setattr(row, name, f"merk{name}")
    made = desk.inzagen.bekijk(casus_id, otis)
    for part in ("gezag", "relaties", "huishoudens", "gesprekken"):
        assert len(made.inhoud.delen[part]) == 1
    assert "merk" not in made.inhoud.json
    told = {one.wat for one in made.achtergehouden}
    assert {"De bron van gezag", "De toelichting bij een band", "Wat je nooit zegt"} <= told


def test_an_unborn_child_and_what_is_no_tie_of_the_family_are_not_told(
    desk: Desk, casus_id: UUID, otis: UUID
) -> None:
    unborn = add_persoon(desk, casus_id, Rol.ONGEBOREN, voornaam="", achternaam="Zilverduin")
    maren = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    desk.personen.set_gezag(unborn, otis, GezagSoort.GEZAMENLIJK, bron="", datum=None)
    desk.relaties.add(RelatieGegevens(otis, unborn, RelatieSoort.OUDER))
    desk.relaties.add(RelatieGegevens(otis, maren, RelatieSoort.GEWELD))
    made = desk.inzagen.bekijk(casus_id, otis)
    assert (made.inhoud.delen["gezag"], made.inhoud.delen["relaties"]) == ([], [])
    assert "ongeboren" not in made.inhoud.json
    told = {one.wat for one in made.achtergehouden}
    assert {"Gezag van Zilverduin", "De band met Zilverduin", "Een band met moeder"} <= told
