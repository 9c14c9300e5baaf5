"""What is guarded for a receiver: towns, streets, who made a melding; and a choice per fact."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import add_persoon, at
from tests.services import gezin
from tests.services.gezin import Gezin, write
from vtdesk.models import Betrokkenheid
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.services.uitgaand.rows import Voorstel
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import Anonimiteit, MeldingSoort
from vtdesk.values.kinds import AfgeschermdSoort, Rol
from vtdesk.values.stukjes import stukjes
from vtdesk.values.tekst import Alinea, Blok, Tabelrij, runs
from vtdesk.values.uitgaand import KeuzeSoort

TOWN = "Duinroos 8, 4331 AB Middelburg"


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def proposal(desk: Desk, gez: Gezin, who: str, *blokken: Blok) -> Voorstel:
    """Show what somebody would get of a draft with these blocks."""
    write(desk, gez, Alinea(runs("Elk gaat wel mee.")), *blokken)
    return desk.uitgaand.voorstel(gez.verslag, None, who)


def is_closed(voorstel: Voorstel, woord: str) -> bool:
    """Tell whether a word cannot leave: it stays behind, or it is a hit that closes."""
    shown = "\n".join(piece.tekst for piece in stukjes(voorstel.document))
    return woord not in shown or (not voorstel.mag and bool(voorstel.treffers))


def zin(text: str) -> Alinea:
    return Alinea(runs(text))


def wijkteam(gez: Gezin) -> str:
    return f"o:{gez.wijkteam}"


def persoon(persoon_id: UUID) -> str:
    return f"p:{persoon_id}"


@pytest.mark.parametrize(
    "blok",
    [
        Tabelrij(("Schelpenhof", "3 kinderen")),
        zin("Loes logeert in de Schelpenhof 2 nachten per week."),
        zin("Schelpenhof, 2 hoog."),
        zin("Zij zit op Schelpenhof 7/9."),
        zin("Zij woont op Schelpenhof 8."),
    ],
)
def test_a_secret_street_is_closed_whatever_number_follows(
    desk: Desk, gez: Gezin, blok: Blok
) -> None:
    assert is_closed(proposal(desk, gez, wijkteam(gez), blok), "Schelpenhof")


def test_a_choice_for_one_fact_says_nothing_of_another(desk: Desk, gez: Gezin) -> None:
    sentence = zin("Sanne is elke woensdag in het zwembad.")
    (hit,) = proposal(desk, gez, wijkteam(gez), sentence).treffers
    desk.uitgaand.kies(
        gez.verslag, None, wijkteam(gez), hit.id, KeuzeSoort.IETS_ANDERS, "een ander bad"
    )
    assert desk.uitgaand.voorstel(gez.verslag, None, wijkteam(gez)).mag
    desk.personen.shield(gez.sanne, AfgeschermdSoort.PLEK, "zwembad De Duinpan")
    after = desk.uitgaand.voorstel(gez.verslag, None, wijkteam(gez))
    assert not after.mag
    assert [one.woord for one in after.treffers] == ["zwembad"]
    assert after.treffers[0].id != hit.id


def test_a_choice_lapses_for_a_misspelt_word_that_is_near_a_new_fact(
    desk: Desk, gez: Gezin
) -> None:
    (hit,) = proposal(desk, gez, wijkteam(gez), zin("Zij was in de Zeeklus met Tijn.")).treffers
    desk.uitgaand.kies(
        gez.verslag, None, wijkteam(gez), hit.id, KeuzeSoort.IETS_ANDERS, "een winkel"
    )
    desk.personen.shield(gez.fenna, AfgeschermdSoort.PLEK, "De Zeekluis")
    assert not desk.uitgaand.voorstel(gez.verslag, None, wijkteam(gez)).mag


def test_the_town_of_a_secret_address_is_a_hit_for_all_but_the_owner(
    desk: Desk, gez: Gezin
) -> None:
    desk.personen.shield(gez.sanne, AfgeschermdSoort.ADRES, TOWN)
    sentence = zin("Tijn was zaterdag in Middelburg.")
    for who in (wijkteam(gez), persoon(gez.dario)):
        voorstel = proposal(desk, gez, who, sentence)
        assert [one.woord for one in voorstel.treffers] == ["Middelburg"]
    assert not proposal(desk, gez, persoon(gez.sanne), sentence).treffers


def test_a_town_where_another_lives_openly_is_no_hit(desk: Desk, gez: Gezin) -> None:
    desk.personen.shield(gez.sanne, AfgeschermdSoort.ADRES, TOWN)
    seen = desk.personen.detail(gez.dario)
    lives = replace(seen.gegevens, adres="Havenstraat 2, Middelburg")
    desk.personen.change(gez.dario, seen.version, lives)
    assert proposal(desk, gez, wijkteam(gez), zin("Tijn was in Middelburg.")).mag


def test_an_organisation_that_is_open_may_be_called_like_a_secret_street(
    desk: Desk, gez: Gezin
) -> None:
    desk.personen.shield(gez.sanne, AfgeschermdSoort.ADRES, "Dorpslaan 12")
    named = proposal(desk, gez, wijkteam(gez), zin("Het Wijkteam Dorpslaan komt vrijdag."))
    assert named.mag
    assert not is_closed(named, "Wijkteam Dorpslaan")
    assert is_closed(
        proposal(desk, gez, wijkteam(gez), zin("Zij is op de Dorpslaan.")), "Dorpslaan"
    )


@pytest.mark.parametrize("tekst", ["Loes meldde ons dat hij schreeuwt.", "Loes deed de melding."])
def test_a_melder_of_the_family_is_not_told(desk: Desk, gez: Gezin, tekst: str) -> None:
    _melding(desk, gez, MelderGegevens("Loes Wolkenveld", relatie="tante"))
    assert is_closed(proposal(desk, gez, wijkteam(gez), zin(tekst)), "Loes")


@pytest.mark.parametrize(
    ("tekst", "woord"),
    [
        ("Truus belde ons.", "Truus"),
        ("Mevrouw Jansen zag het.", "Jansen"),
        ("De oppas belde ons over de kinderen.", "oppas"),
        ("De melder werkt bij Bakker Smit.", "Smit"),
    ],
)
def test_a_sealed_melder_is_not_told_in_other_words(
    desk: Desk, gez: Gezin, tekst: str, woord: str
) -> None:
    _melding(
        desk,
        gez,
        MelderGegevens("truus jansen", relatie="oppas", toelichting="werkt bij Bakker Smit"),
    )
    assert is_closed(proposal(desk, gez, wijkteam(gez), zin(tekst)), woord)


def test_a_person_who_is_melder_and_something_else_is_not_told(
    desk: Desk, store: Store, gez: Gezin
) -> None:
    ria = add_persoon(desk, gez.casus, Rol.MELDER, voornaam="Ria", achternaam="Hoekstra")
    with store.write() as session:
        session.add(
            Betrokkenheid(
                casus_id=gez.casus, persoon_id=ria, rol=Rol.NETWERK, vanaf=date(2026, 5, 1)
            )
        )
    told = proposal(desk, gez, wijkteam(gez), zin("Ria meldde ons dat er geschreeuwd wordt."))
    assert is_closed(told, "Ria")
    assert proposal(desk, gez, wijkteam(gez), zin("Ria haalt Tijn op van school.")).mag


def _melding(desk: Desk, gez: Gezin, melder: MelderGegevens) -> None:
    gegevens = MeldingGegevens(
        MeldingSoort.PARTICULIER, at(9), "x", anonimiteit=Anonimiteit.ANONIEM_VOOR_GEZIN
    )
    desk.meldingen.add(gez.casus, gegevens, melder)
