"""The emergency card: made from the casus, and never telling what is shielded."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests.builders import add_casus, add_persoon, reach
from tests.reports.paper import flowing
from vtdesk.errors import LeakError, UserError
from vtdesk.models import Logregel
from vtdesk.services.desk import Desk
from vtdesk.services.noodkaart import Kaartkeuze
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.services.veiligheid import PolitieGegevens
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import PolitieSoort, RelatieSoort
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Rol

MEI = date(2026, 5, 5)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk, nummer="VT-DEMO-0158")


@pytest.fixture
def sanne(desk: Desk, casus_id: UUID) -> UUID:
    sanne = add_persoon(
        desk, casus_id, Rol.MOEDER, voornaam="Sanne", achternaam="Wolkenveld",
        telefoon="06-0000 0411", adres="Dwaalpad 3",
    )  # fmt: skip
    reach(desk, sanne, codewoord="bibliotheekboek")
    return sanne


@pytest.fixture
def loes(desk: Desk, casus_id: UUID) -> UUID:
    loes = add_persoon(
        desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="", telefoon="06-0000 0417"
    )
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    return loes


def aol(desk: Desk, casus_id: UUID, voor: str) -> UUID:
    return desk.veiligheid.agree(casus_id, PolitieGegevens(PolitieSoort.LOCATIE, voor, MEI))


def test_the_card_holds_what_was_chosen_and_no_address(
    desk: Desk, casus_id: UUID, sanne: UUID, loes: UUID
) -> None:
    thuis = aol(desk, casus_id, "de woning van Sanne.")
    keuze = Kaartkeuze(sanne, (thuis,), (loes,), "bibliotheekboek")

    words = flowing(desk.noodkaarten.drukwerk(casus_id, keuze).pdf())

    assert "“Er is een afspraak op locatie: de woning van Sanne.”" in words
    assert "Loes 06-0000 0417" in words
    assert "bibliotheekboek" in words
    for absent in ("Dwaalpad", "Schelpenhof", "0158", "0411"):
        assert absent not in words


def test_who_is_near_is_proposed_and_the_melder_is_not_even_offered(
    desk: Desk, casus_id: UUID, sanne: UUID, loes: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw", telefoon="06-0000 0431")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Fenna", telefoon="06-0000 0432")
    wijkteam = desk.organisaties.add("Wijkteam", telefoon="010-000 0015")
    desk.organisaties.involve(casus_id, wijkteam, contactpersoon="Sam Wijkman")

    offered = desk.noodkaarten.nummers(casus_id)

    assert [(one.nummer.naam, one.vooraf) for one in offered] == [
        ("Loes", True), ("Sanne Wolkenveld", False), ("Wijkteam", False),
    ]  # fmt: skip
    assert "Buurvrouw" not in str(desk.noodkaarten.mensen(casus_id))
    assert [m.codewoord for m in desk.noodkaarten.mensen(casus_id) if m.id == sanne] == [
        "bibliotheekboek"
    ]


@pytest.mark.parametrize(
    ("hidden", "voor"),
    [
        ("Schelpenhof 9", "het huis aan de SCHÉLPENHOF 9"),
        ("zwembad De Golfbreker", "bij zwembad de golfbreker"),
        ("zwembad De Golfbreker", "bij De Golfbreker"),
        ("Schelpenhof 9", "het huis aan de Schelpenhof  9"),
        ("Schelpenhof 9, 0000 AB Rotterdam", "postcode 0000AB"),
        ("06-0000 0417", "tante, 0600000417"),
        ("06-0000 0417", "tante, +31 6 0000 0417"),
    ],
)
def test_nothing_shielded_comes_on_a_card(
    desk: Desk, casus_id: UUID, sanne: UUID, loes: UUID, hidden: str, voor: str
) -> None:
    desk.personen.shield(loes, AfgeschermdSoort.PLEK, hidden)
    leak = aol(desk, casus_id, voor)

    with pytest.raises(LeakError, match="van Loes staan") as refused:
        desk.noodkaarten.drukwerk(casus_id, Kaartkeuze(sanne, (leak,)))
    assert hidden not in str(refused.value)


def test_a_shielded_number_of_somebody_does_not_come_on_it_either(
    desk: Desk, casus_id: UUID, sanne: UUID, loes: UUID
) -> None:
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, "0600000417")

    with pytest.raises(LeakError, match="het nummer van Loes"):
        desk.noodkaarten.kaart(casus_id, Kaartkeuze(sanne, nummers=(loes,)))


def test_who_made_a_melding_does_not_come_on_a_card(
    desk: Desk, casus_id: UUID, sanne: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Ineke", achternaam="Wezel")
    leak = aol(desk, casus_id, "de buurvrouw Wezel doet open")

    with pytest.raises(LeakError, match="over wie meldde") as refused:
        desk.noodkaarten.drukwerk(casus_id, Kaartkeuze(sanne, (leak,)))
    assert "Wezel" not in str(refused.value)


def test_a_card_is_refused_for_nobody_and_with_too_many_numbers(
    desk: Desk, casus_id: UUID, sanne: UUID
) -> None:
    with pytest.raises(UserError, match="voor wie"):
        desk.noodkaarten.kaart(casus_id, Kaartkeuze(uuid4()))
    with pytest.raises(UserError, match="4 nummers"):
        desk.noodkaarten.kaart(
            casus_id, Kaartkeuze(sanne, nummers=tuple(uuid4() for _ in range(5)))
        )


def test_saving_is_noted_and_the_file_name_holds_no_name(
    desk: Desk, store: Store, casus_id: UUID, sanne: UUID, tmp_path: Path
) -> None:
    kaart = desk.noodkaarten.drukwerk(casus_id, Kaartkeuze(sanne))
    assert kaart.bestandsnaam() == "VT-DEMO-0158 noodkaart.pdf"
    with pytest.raises(LeakError, match="staat een naam uit de casus"):
        kaart.save(tmp_path / "kaart sanne.pdf")
    kaart.save(tmp_path / kaart.bestandsnaam())

    with store.read() as session:
        noted = session.execute(
            select(Logregel.soort, Logregel.detail, Logregel.casus).where(Logregel.actie == "R")
        ).all()
    assert [tuple(row) for row in noted] == [(Kind.VEILIGHEID.value, "pdf", casus_id)]
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["VT-DEMO-0158 noodkaart.pdf"]


def test_the_code_word_of_another_is_not_on_the_card_of_who_used_violence(
    desk: Desk, casus_id: UUID, sanne: UUID
) -> None:
    dario = add_persoon(desk, casus_id, Rol.VADER, voornaam="Dario")
    tijn = add_persoon(desk, casus_id, Rol.KIND, voornaam="Tijn")
    desk.relaties.add(RelatieGegevens(dario, sanne, RelatieSoort.GEWELD))
    with pytest.raises(LeakError, match="codewoord van een ander"):
        desk.noodkaarten.kaart(casus_id, Kaartkeuze(dario, codewoord="Bibliotheekboek"))
    for who in (sanne, tijn):
        kaart = desk.noodkaarten.kaart(casus_id, Kaartkeuze(who, codewoord="bibliotheekboek"))
        assert kaart.codewoord
