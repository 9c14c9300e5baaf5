"""Whose words leave: the reader's own do, and those of a child, a teacher or a melder wait."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from tests.builders import add_persoon, held_talk, uitspraak
from tests.services import gezin
from tests.services.gezin import STRAAT, Gezin, finalise, write
from vtdesk.models import Betrokkenheid
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.reacties import ReactieGegevens
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.services.uitgaand.rows import Voorstel
from vtdesk.store.store import Store
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import AfgeschermdSoort, Letter, ReactieSoort, Rol
from vtdesk.values.stukjes import stukjes
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Tabelrij,
    Uitspraakregel,
    runs,
)
from vtdesk.values.uitgaand import KeuzeSoort, WegReden


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def zin(text: str) -> Alinea:
    return Alinea(runs(text))


def proposal(desk: Desk, gez: Gezin, who: UUID | str, *blokken: Blok) -> Voorstel:
    """Show what somebody would get of the verslag of the talk with Sanne."""
    write(desk, gez, zin("Dario was er."), *blokken)
    return desk.uitgaand.voorstel(gez.verslag, None, who if isinstance(who, str) else f"p:{who}")


def get(desk: Desk, gez: Gezin, who: UUID | str, *blokken: Blok) -> str:
    return "\n".join(one.tekst for one in stukjes(proposal(desk, gez, who, *blokken).document))


# --- reactions ------------------------------------------------------------------------------------


def test_a_reaction_goes_to_who_gave_it_and_not_to_whose_name_stands_on_it(
    desk: Desk, gez: Gezin
) -> None:
    write(desk, gez, zin("Dario was er."))
    nummer = finalise(desk, gez)

    def react(naam: str, wie: UUID | None, woorden: str, hoedanigheid: str = "") -> None:
        said = ReactieGegevens(
            naam, ReactieSoort.NIET_AKKOORD, date(2026, 5, 12), woorden, hoedanigheid, wie
        )
        desk.reacties.vastleggen(gez.verslag, nummer, said)

    react("Dario Kaneelboom", gez.sanne, "Ik ga naar Breda.")
    react("Dario Kaneelboom", None, "Ik bel vanuit Goes.")
    react("D. Kaneelboom", gez.dario, "Dit klopt niet.", "vader, terwijl zij in Vlissingen zit")
    react("Dario Kaneelboom", gez.dario, f"Zij zit op de {STRAAT}.")
    for who in (gez.dario, gez.sanne):
        found = desk.uitgaand.voorstel(gez.verslag, nummer, f"p:{who}")
        read = "\n".join(one.tekst for one in stukjes(found.document))
        for hint in ("Breda", "Goes", "Vlissingen", "Schelpenhof"):
            assert hint not in read
        assert ("Dit klopt niet." in read) is (who == gez.dario)


# --- source lines ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "bron",
    [
        Bron("juf van basisschool De Linde in Breda"),
        Bron("juf", hoedanigheid="leerkracht op De Linde"),
        Bron("politie", via="een juf in Breda"),
    ],
)
@pytest.mark.parametrize("shielded", [True, False])
def test_where_a_source_works_is_not_told_beside_a_statement(
    desk: Desk, gez: Gezin, bron: Bron, *, shielded: bool
) -> None:
    if shielded:
        desk.personen.shield(gez.fenna, AfgeschermdSoort.SCHOOL, "basisschool De Linde, Breda")
    regel = uitspraak("Dario haalt Tijn op tijd op.", bron=bron, over=(gez.dario, gez.tijn))
    read = get(desk, gez, gez.dario, regel)
    assert "Linde" not in read
    assert "Breda" not in read
    if shielded:
        team = f"o:{gez.wijkteam}"
        found = proposal(desk, gez, team, regel)
        shown = "\n".join(one.tekst for one in stukjes(found.document))
        assert "Linde" not in shown
        assert "Breda" not in shown or found.treffers


# --- a melder with another role -------------------------------------------------------------------


@pytest.mark.parametrize("rol", [Rol.FAMILIE, Rol.NETWERK, Rol.INFORMANT])
def test_a_melder_is_not_betrayed_by_another_role(
    desk: Desk, store: Store, gez: Gezin, rol: Rol
) -> None:
    ria = add_persoon(desk, gez.casus, Rol.MELDER, voornaam="Ria", achternaam="Hoekstra")
    with store.write() as session:
        session.add(
            Betrokkenheid(casus_id=gez.casus, persoon_id=ria, rol=rol, vanaf=date(2026, 5, 1))
        )
    own = uitspraak("Dario schreeuwt.", bron=Bron("Ria Hoekstra", ria), over=(gez.dario,))
    told = (
        own,
        replace(own, bron=Bron("buurvrouw", hoedanigheid="melder")),
        replace(own, bron=Bron("politie", via="de meldster, een buurvrouw")),
        zin("Ria Hoekstra vertelde ons dat Dario schreeuwt."),
        zin("Ria deed de melding over Dario."),
    )
    for who in (gez.dario, gez.sanne):
        read = get(desk, gez, who, *told)
        for hint in ("Ria", "Hoekstra", "schreeuwt", "buurvrouw"):
            assert hint not in read
    found = proposal(desk, gez, f"o:{gez.wijkteam}", *told[1:])
    read = "\n".join(one.tekst for one in stukjes(found.document))
    assert "meld" not in read.lower()
    assert any(one.reden is WegReden.MELDER and one.vast for one in found.weggelaten)


# --- words of others ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "blok",
    [
        zin("De juf hoorde dat papa slaat."),
        zin("Papa slaat."),
        zin("Tijn zegt dat vader slaat."),
        zin("Volgens de juf slaat Dario."),
        zin("Bij het hek fluisterde Tijn dat Dario slaat."),
        zin("Tijn is bang voor hem als hij slaat."),
        zin("De juf zag Dario en zegt dat hij slaat."),
        zin("De vriendin van Dario zag dat hij slaat."),
        zin("Er is gezegd dat Dario slaat."),
        zin("De buurvrouw is bang omdat Dario slaat."),
        zin("Dario kwam. “Hij slaat.”"),
        Lijstpunt(runs("Op school vertelde Tijn dat Dario slaat.")),
        Tabelrij(("zorg", "de juf zag dat Dario slaat")),
        uitspraak("De juf hoorde dat Dario slaat.", bron=Bron("politie")),
        uitspraak("Dario slaat.", bron=Bron("politie", via="Tijn")),
    ],
)
def test_words_of_a_child_or_a_teacher_wait_for_her_decision(
    desk: Desk, gez: Gezin, blok: Blok
) -> None:
    if isinstance(blok, Uitspraakregel):
        blok = replace(blok, over=(gez.dario,))
    found = proposal(desk, gez, gez.dario, blok)
    assert "slaat" not in "\n".join(one.tekst for one in stukjes(found.document))
    open_parts = [one for one in found.weggelaten if one.aan and not one.vast]
    for one in open_parts:
        desk.uitgaand.kies(
            gez.verslag, None, f"p:{gez.dario}", one.id, KeuzeSoort.TONEN, "is besproken"
        )
    after = desk.uitgaand.voorstel(gez.verslag, None, f"p:{gez.dario}").document
    assert "slaat" in "\n".join(one.tekst for one in stukjes(after))


def test_what_the_reader_or_the_police_said_does_not_wait(desk: Desk, gez: Gezin) -> None:
    for text in (
        "Dario zegt dat hij rustig blijft.",
        "Dario komt op tijd en zegt dat hij rustig blijft.",
        "De politie zag dat Dario rustig bleef.",
    ):
        assert "rustig" in get(desk, gez, gez.dario, zin(text))


# --- a reader from whom violence came -------------------------------------------------------------


def talk_with_dario(desk: Desk, gez: Gezin) -> Gezin:
    """Give the family with the verslag of a talk with Dario, who used violence."""
    desk.relaties.add(RelatieGegevens(gez.dario, gez.sanne, RelatieSoort.GEWELD))
    there = DeelnameGegevens("Dario Kaneelboom", "vader", gez.dario)
    talk = held_talk(desk, gez.casus, there, titel="Gesprek Dario")
    return replace(gez, verslag=desk.verslagen.start(talk))


@pytest.mark.parametrize(
    ("bron", "words"),
    [
        ("tijn", "Er wordt geslagen."),
        ("tijn", "Het is vaak laat."),
        ("juf", "Tijn vertelde dat er geslagen wordt."),
        ("juf via Tijn", "Er wordt geslagen."),
        ("juf", "Tijn is stil en bang."),
        ("dario", "Ik hoorde van de juf dat Tijn bang is."),
        ("dario", "De juf zei dat Tijn bang is."),
        ("dario via de juf", "Tijn is bang."),
        ("", "Dario hoorde van de juf dat Tijn bang is."),
        ("", "Dario heeft van de juf gehoord dat Tijn bang is."),
        ("", "Tijn antwoordde: er wordt geslagen."),
        ("", "Tijn tekende dat er geslagen wordt."),
        ("", "Dario kwam. Hij las in de mail van de juf dat Tijn bang is."),
    ],
)
def test_what_a_child_told_waits_when_violence_came_from_the_reader(
    desk: Desk, gez: Gezin, bron: str, words: str
) -> None:
    sources = {
        "": None,
        "tijn": Bron("Tijn Kaneelboom", gez.tijn),
        "juf": Bron("juf"),
        "juf via Tijn": Bron("juf", via="Tijn"),
        "dario": Bron("Dario Kaneelboom", gez.dario),
        "dario via de juf": Bron("Dario Kaneelboom", gez.dario, via="de juf"),
    }
    source = sources[bron]
    blok = uitspraak(words, bron=source, over=(gez.tijn,)) if source else zin(words)
    own = talk_with_dario(desk, gez)
    found = proposal(desk, own, gez.dario, blok)
    read = "\n".join(one.tekst for one in stukjes(found.document))
    for hint in ("slagen", "bang", "laat"):
        assert hint not in read
    assert not any(one.vast for one in found.weggelaten)  # she may decide


def test_what_waits_of_an_own_child_is_another_choice_than_of_a_child_without_gezag(
    desk: Desk, gez: Gezin
) -> None:
    own = talk_with_dario(desk, gez)
    lines = (zin("Tijn vertelt dat hij bang is."), zin("Fenna vertelt dat zij droomt."))
    found = proposal(desk, own, gez.dario, *lines)
    of_fenna, of_tijn = sorted(
        (one for one in found.weggelaten if one.aan), key=lambda one: one.reden
    )
    assert (of_fenna.reden, of_tijn.reden) == (WegReden.GEEN_GEZAG, WegReden.VEILIGHEID)
    key, show = f"p:{gez.dario}", KeuzeSoort.TONEN
    desk.uitgaand.kies(own.verslag, None, key, of_tijn.id, show, "is besproken")
    after = desk.uitgaand.voorstel(own.verslag, None, key).document
    read = "\n".join(one.tekst for one in stukjes(after))
    assert "bang" in read
    assert "droomt" not in read


def test_an_interpretation_waits_with_the_words_of_a_child_on_which_it_rests(
    desk: Desk, gez: Gezin
) -> None:
    told = uitspraak("Er vallen klappen.", bron=Bron("Tijn", gez.tijn), over=(gez.tijn,))
    rests = uitspraak(
        "Thuis is het niet veilig voor Tijn.", Letter.DUIDING,
        bron=Bron("M. Proefstra"), over=(gez.tijn,), steunt_op=(told.id,),
    )  # fmt: skip
    own = talk_with_dario(desk, gez)
    assert "niet veilig" not in get(desk, own, gez.dario, told, rests)
    assert "niet veilig" in get(desk, own, gez.dario, replace(rests, steunt_op=()))


def test_what_the_reader_says_of_a_child_stays_his_own_words(desk: Desk, gez: Gezin) -> None:
    own = talk_with_dario(desk, gez)
    said = (
        uitspraak("Ik zag dat Tijn moe was.", bron=Bron("Dario", gez.dario), over=(gez.tijn,)),
        uitspraak("Tijn eet goed.", bron=Bron("Dario", gez.dario), over=(gez.tijn,)),
        zin("Dario zegt dat Tijn graag voetbalt."),
        zin("Dario hoorde van Veilig Thuis hoe het verder gaat."),
        zin("Voor Tijn komt er jeugdhulp."),
        uitspraak("Tijn zat op school.", bron=Bron("politie"), over=(gez.tijn,)),
    )
    read = get(desk, own, gez.dario, *said)
    for hint in ("moe was", "eet goed", "voetbalt", "verder gaat", "jeugdhulp", "zat op school"):
        assert hint in read


# --- the own talk ---------------------------------------------------------------------------------


def test_in_the_own_talk_stays_what_the_reader_said_whomever_it_names(
    desk: Desk, gez: Gezin
) -> None:
    read = get(
        desk, gez, gez.sanne,
        zin("Sanne vertelt dat zij bang is voor Dario. Zij zegt dat hij een sleutel heeft."),
        zin(f"Sanne vertelt dat Loes op de {STRAAT} woont."),
        zin("De juf vertelt dat Dario drinkt."),
        zin("Sanne zegt dat het gaat en Dario verhuist naar Goes."),
        Afspraakregel("Sanne", "belt Loes", "vrijdag", ""),
    )  # fmt: skip
    assert "bang is voor Dario" in read
    assert "een sleutel" in read
    assert "belt Loes" in read
    for hint in ("Schelpenhof", "drinkt", "Goes"):
        assert hint not in read
    assert "bang" not in get(desk, gez, gez.dario, zin("Sanne vertelt dat zij bang is voor Dario."))
