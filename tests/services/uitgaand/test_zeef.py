"""What names or points at another stays behind for a family, however it is written."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.builders import add_persoon, held_talk, uitspraak, with_blocks
from tests.services import gezin
from tests.services.gezin import CODEWOORD, STRAAT, Gezin, finalise, write
from vtdesk.errors import LeakError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.relatie_regels import RelatieGegevens
from vtdesk.services.uitgaand.rows import Voorstel
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import Geslacht, Opname, Rol, Verificatie, Zichtbaarheid
from vtdesk.values.stukjes import Deel, stukjes
from vtdesk.values.tekst import (
    Afspraakregel,
    Alinea,
    Blok,
    Bron,
    Lijstpunt,
    Sectie,
    Tabelrij,
    Tekst,
    Uitspraakregel,
    runs,
)
from vtdesk.values.uitgaand import KeuzeSoort, WegReden

ELK = "Elk gaat wel mee."


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def zin(text: str) -> Alinea:
    return Alinea(runs(text))


def punt(text: str) -> Lijstpunt:
    return Lijstpunt(runs(text))


def said(text: str, *over: UUID, wie: UUID | None = None, naam: str = "politie") -> Uitspraakregel:
    return uitspraak(text, bron=Bron(naam, wie), over=over)


def key(who: UUID | str) -> str:
    return who if isinstance(who, str) else f"p:{who}"


def words(voorstel: Voorstel) -> str:
    """Give the words of the parts, which is where these sentences are."""
    return "\n".join(
        one.tekst for one in stukjes(voorstel.document) if one.plek.deel is Deel.SECTIE
    )


def get(desk: Desk, gez: Gezin, who: UUID | str, *blokken: Blok, sectie: str = "zorgen") -> str:
    write(desk, gez, zin(ELK), *blokken, sectie=sectie)
    return words(desk.uitgaand.voorstel(gez.verslag, None, key(who)))


def form(desk: Desk, gez: Gezin, soort: str, sectie: str, *blokken: Blok, **about: UUID) -> UUID:
    """Begin a form with these blocks in one part, and nothing else."""
    made = desk.formulieren.begin(gez.casus, soort, **about)
    bare = Tekst(tuple(Sectie(one.id) for one in desk.verslagen.open(made).tekst.secties))
    desk.verslagen.save_concept(made, with_blocks(bare, sectie, *blokken))
    return made


def of_form(desk: Desk, made: UUID, who: UUID | str) -> str:
    return words(desk.uitgaand.voorstel(made, None, key(who)))


# --- another, named or pointed at ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("blokken", "secret"),
    [
        ((zin("Sanne is bang voor Dario en gaat vrijdag naar Breda."),), "Breda"),
        ((zin("Sanne gaat met Tijn naar Breda."),), "Breda"),
        ((zin("Dario hoorde dat moeder naar Breda gaat."),), "Breda"),
        ((zin("Sanne is bang."), zin("Ze gaat vrijdag naar Breda.")), "Breda"),
        ((punt("Sanne is bang."), punt("Ze gaat vrijdag naar Breda.")), "Breda"),
        ((zin("Dario zag dat zij naar Breda ging."),), "Breda"),
        ((Tabelrij(("vrijdag", "zij gaat naar Breda")),), "Breda"),
        ((Tabelrij(("deur dicht", "via Breda")),), "Breda"),
        ((Afspraakregel("moeder", "gaat met Tijn naar Breda", "vrijdag", ""),), "Breda"),
        ((Afspraakregel("wijkteam", "brengt haar naar Breda", "vrijdag", ""),), "Breda"),
        ((said("Zij vertrekt vrijdag naar Breda."),), "Breda"),
        ((zin("Mevrouw Wolkenveld gaat naar Breda."),), "Breda"),
        ((zin("Mw. W. gaat naar Breda."),), "Breda"),
        ((zin("S. gaat naar Breda."),), "Breda"),
        ((zin("S.W. gaat naar Breda."),), "Breda"),
        ((zin("Tante gaat naar Breda."),), "Breda"),
        ((zin("De koffer staat in Breda."),), "Breda"),
    ],
)
def test_a_sentence_that_also_speaks_of_another_stays_behind(
    desk: Desk, gez: Gezin, blokken: tuple[Blok, ...], secret: str
) -> None:
    assert secret not in get(desk, gez, gez.dario, *blokken)


@pytest.mark.parametrize(
    "text",
    [
        "Tijn en zijn zusje slapen slecht.",
        "Het halfzusje slaapt slecht.",
        "De oudste slaapt slecht.",
        "De dochters slapen slecht.",
        "Tijn en de dochters slapen slecht.",
        "Fen slaapt slecht.",
        "Tijn en Fen slapen slecht.",
        "Fenneke slaapt slecht.",
        "Tijn en F. slapen slecht.",
    ],
)
def test_a_child_without_gezag_is_known_by_any_word(desk: Desk, gez: Gezin, text: str) -> None:
    assert "slecht" not in get(desk, gez, gez.dario, zin(text))
    assert "slecht" in get(desk, gez, gez.sanne, zin(text))


@pytest.mark.parametrize(
    "regel",
    [
        uitspraak("Sanne is daar.", over=()),
        uitspraak("Dit is daar.", bron=Bron("politie", via="Sanne Wolkenveld")),
        uitspraak("Dit is daar.", bron=Bron("bron", via="de zus van moeder")),
        uitspraak("Dit is daar.", verificatie=Verificatie.TEGENGESPROKEN, verificatie_door="Sanne"),
        uitspraak("Dit is daar.", verificatie_door="het meisje"),
    ],
)
def test_all_words_of_a_statement_count_whomever_it_is_about(
    desk: Desk, gez: Gezin, regel: Uitspraakregel
) -> None:
    assert "daar" not in get(desk, gez, gez.dario, replace(regel, over=(gez.dario,)))


def test_who_around_the_family_said_it_is_not_told_but_the_other_parent_is(
    desk: Desk, gez: Gezin
) -> None:
    text = get(
        desk, gez, gez.dario,
        said("Dario schreeuwt.", gez.dario, wie=gez.loes, naam="Loes Wolkenveld"),
        said("Dario schreeuwde.", gez.dario, wie=gez.sanne, naam="Sanne Wolkenveld"),
    )  # fmt: skip
    assert "schreeuwt" not in text
    assert "schreeuwde" in text


def test_a_mother_still_reads_her_own_talk(desk: Desk, gez: Gezin) -> None:
    text = get(
        desk, gez, gez.sanne,
        said("Dario schreeuwde toen Loes kwam.", gez.dario, wie=gez.sanne, naam="Sanne Wolkenveld"),
        zin("Mevrouw Wolkenveld is moe. Ze slaapt slecht."),
        zin("Fenna en Tijn zijn veilig."),
        zin("Haar dochter gaat naar school."),
        Afspraakregel("Sanne", "belt elke week met Loes", "", ""),
        Afspraakregel("Veilig Thuis", "belt op vrijdag", "", ""),
    )  # fmt: skip
    for hint in ("schreeuwde", "moe", "slaapt", "veilig", "school", "elke week", "op vrijdag"):
        assert hint in text


def test_an_agreement_goes_to_who_takes_part_in_it(desk: Desk, gez: Gezin) -> None:
    row = Afspraakregel("Dario", "Geen contact met Sanne, Fenna en Tijn", "", "")
    both = Afspraakregel("Dario en Sanne", "halen Tijn om de beurt", "", "")
    key_row = Afspraakregel("Dario", "levert de huissleutel in", "", "")
    to_dario = get(desk, gez, gez.dario, row, both, key_row)
    assert "Geen contact" in to_dario
    assert "huissleutel" in to_dario
    to_sanne = get(desk, gez, gez.sanne, row, both, key_row)
    assert "om de beurt" in to_sanne
    assert "huissleutel" not in to_sanne
    everybody = Afspraakregel("beide ouders", "praten zacht als Fenna slaapt", "", "")
    assert "praten zacht" not in get(desk, gez, gez.dario, everybody)


def test_the_head_wie_of_a_table_says_who_takes_part(desk: Desk, gez: Gezin) -> None:
    row = Tabelrij(("Dario", "Geen contact met Sanne en Fenna", "altijd", "", "", ""))
    plan = form(desk, gez, "veiligheidsplan", "afspraken", zin(ELK), row)
    assert "Geen contact" in of_form(desk, plan, gez.dario)
    other = Tabelrij(("Dario staat in de straat", "Geen contact, naar boven met de kinderen", "nu"))
    plan = form(desk, gez, "veiligheidsplan", "afspraken", zin(ELK), other)
    assert "naar boven" not in of_form(desk, plan, gez.dario)


@pytest.mark.parametrize(
    "card",
    [
        zin("Noodnummer ligt bij de voordeur."),
        punt("Via de voordeur."),
        Tabelrij(("voordeur", "bellen")),
        Afspraakregel("Veilig Thuis", "komt bij de voordeur", "", ""),
        uitspraak("Via de voordeur."),
    ],
)
def test_an_emergency_card_opens_for_nobody_by_one_line_of_violence(
    desk: Desk, gez: Gezin, card: Blok
) -> None:
    plan = form(desk, gez, "veiligheidsplan", "noodkaart", zin(ELK), card)
    assert "voordeur" not in of_form(desk, plan, gez.dario)
    desk.relaties.add(RelatieGegevens(gez.loes, gez.dario, RelatieSoort.GEWELD))
    assert "voordeur" not in of_form(desk, plan, gez.dario)


@pytest.mark.parametrize(
    ("naam", "role"),
    [
        ("Anja Zee", "begeleider vrouwenopvang Breda"),
        ("Anja Zee", "verloskundige in Breda"),
        ("Anja Zee", "tante in Breda bij wie zij inwoont"),
        ("Loes Wolkenveld", "familie"),
        ("Anja Zee", "begeleider van moeder in Breda"),
    ],
)
def test_the_head_does_not_say_where_another_is(
    desk: Desk, gez: Gezin, naam: str, role: str
) -> None:
    talk = held_talk(desk, gez.casus, DeelnameGegevens(naam, role, None), titel="Overleg")
    made = desk.verslagen.start(talk)
    kop = desk.uitgaand.voorstel(made, None, key(gez.dario)).document.kop
    shown = " ".join(f"{one.naam} {one.hoedanigheid}" for one in kop.aanwezigen)
    for hint in ("Breda", "opvang", "verlos", "tante", "Loes"):
        assert hint not in shown


# --- parts that a template keeps from a family -----------------------------------------------


def test_of_somebody_in_the_head_it_is_said_that_that_one_was_there(desk: Desk, gez: Gezin) -> None:
    juf = add_persoon(desk, gez.casus, Rol.INFORMANT, voornaam="Tess", achternaam="Kompas")
    there = DeelnameGegevens("Tess Kompas", "leerkracht van Fenna", juf)
    made = desk.verslagen.start(held_talk(desk, gez.casus, there, titel="Gesprek school"))
    parts = desk.uitgaand.voorstel(made, None, key(gez.dario)).weggelaten
    assert "Dat Tess Kompas erbij was" in [one.titel for one in parts]


def test_what_a_template_keeps_from_the_family_never_reaches_it(desk: Desk, gez: Gezin) -> None:
    closed = (
        form(desk, gez, "kindgesprek", "niet_doorgeven", zin("Iets geheims."), persoon_id=gez.tijn),
        form(
            desk, gez, "overdrachtsdocument", "niet_delen", zin("Iets geheims."),
            organisatie_id=gez.wijkteam,
        ),
        form(
            desk, gez, "informantverslag", "bron_genoemd", zin("Iets geheims."),
            persoon_id=gez.loes,
        ),
    )  # fmt: skip
    for made in closed:
        for who in (gez.dario, gez.sanne):
            found = desk.uitgaand.voorstel(made, None, key(who))
            assert "geheims" not in words(found)
            part = next(one for one in found.weggelaten if "nooit mee" in one.titel)
            with pytest.raises(LeakError):
                desk.uitgaand.kies(made, None, key(who), part.id, KeuzeSoort.TONEN, "toch")
    assert "geheims" in of_form(desk, closed[1], f"o:{gez.wijkteam}")


@pytest.mark.parametrize("sectie", ["woorden", "wil", "gedrag", "uitleg"])
def test_what_a_child_says_of_a_parent_reaches_that_parent_only_for_a_reason(
    desk: Desk, gez: Gezin, sectie: str
) -> None:
    blokken = (
        zin("Tijn wil niet dat papa het hoort."), zin("Hij slaat Tijn."),
        said("Papa slaat.", gez.tijn, wie=gez.tijn, naam="Tijn Kaneelboom"),
    )  # fmt: skip
    made = form(desk, gez, "kindgesprek", sectie, *blokken, persoon_id=gez.tijn)
    found = desk.uitgaand.voorstel(made, None, key(gez.dario))
    assert "papa" not in words(found).lower()
    parts = [one for one in found.weggelaten if one.titel == "Woorden van een kind"]
    assert [one.reden for one in parts] == [WegReden.VEILIGHEID]
    desk.uitgaand.kies(made, None, key(gez.dario), parts[0].id, KeuzeSoort.TONEN, "Tijn wil dat")
    assert "papa" in of_form(desk, made, gez.dario).lower()


def test_a_statement_of_a_child_about_the_reader_stays_behind_in_any_verslag(
    desk: Desk, gez: Gezin
) -> None:
    line = said("Papa is boos.", gez.tijn, wie=gez.tijn, naam="Tijn Kaneelboom")
    assert "boos" not in get(desk, gez, gez.dario, line)


def test_reasons_of_vaststellen_stay_behind_for_a_family_each_apart(desk: Desk, gez: Gezin) -> None:
    write(desk, gez, zin(ELK), said("Dario was er.", gez.dario))
    number = finalise(desk, gez)
    whole = desk.vaststelling.document(gez.verslag, number)
    found = desk.uitgaand.voorstel(gez.verslag, number, key(gez.dario))
    assert whole.toelichting
    assert not found.document.toelichting
    named = [one for one in found.weggelaten if "bij het vaststellen" in one.titel]
    assert [one.aan for one in named] == [True] * (len(whole.toelichting) - 1)  # of Fenna by rule
    assert WegReden.GEEN_GEZAG in [one.reden for one in found.weggelaten]
    desk.uitgaand.kies(
        gez.verslag, number, key(gez.dario), named[0].id, KeuzeSoort.TONEN, "dit mag hij weten"
    )
    after = desk.uitgaand.voorstel(gez.verslag, number, key(gez.dario))
    assert len(after.document.toelichting) == 1
    to_team = desk.uitgaand.voorstel(gez.verslag, number, f"o:{gez.wijkteam}")
    assert to_team.document.toelichting


def test_the_reason_of_a_correction_stays_behind_for_a_family(desk: Desk, gez: Gezin) -> None:
    write(desk, gez, zin(ELK))
    finalise(desk, gez)
    desk.vaststelling.correct(gez.verslag, "Er stond een fout in.")
    found = desk.uitgaand.voorstel(gez.verslag, None, key(gez.dario))
    assert "fout" not in found.document.reden_correctie
    assert "De reden van de correctie" in [one.titel for one in found.weggelaten]


# --- organisations --------------------------------------------------------------------------------


def test_what_is_not_for_somebody_is_not_for_an_organisation_by_itself(
    desk: Desk, gez: Gezin
) -> None:
    line = replace(
        said("Een geheimpje.", gez.sanne, wie=gez.sanne, naam="Sanne Wolkenveld"),
        zichtbaarheid=Zichtbaarheid.NIET_VOOR,
        niet_voor=(gez.dario,),
    )
    assert "geheimpje" not in get(desk, gez, f"o:{gez.wijkteam}", line)


def test_medical_words_stay_behind_wherever_they_stand(desk: Desk, gez: Gezin) -> None:
    line = zin("Sanne heeft een zware depressie.")
    assert "depressie" not in get(desk, gez, f"o:{gez.wijkteam}", line)
    assert "depressie" not in get(desk, gez, gez.dario, line)
    assert "depressie" in get(desk, gez, gez.sanne, line)
    assert "depressie" not in get(desk, gez, gez.dario, zin("Er is een depressie."))


def test_that_a_talk_was_recorded_is_no_matter_of_health(desk: Desk, gez: Gezin) -> None:
    there = DeelnameGegevens("Sanne Wolkenveld", "moeder", gez.sanne)
    talk = held_talk(desk, gez.casus, there, titel="Gesprek met opname")
    was = desk.gesprekken.get(talk)
    desk.gesprekken.set(talk, replace(was, opname=Opname.DOOR_BETROKKENE))
    made = desk.verslagen.start(talk)
    proposal = desk.uitgaand.voorstel(made, None, key(gez.sanne))
    assert "opgenomen" in proposal.document.kop.opname
    assert WegReden.MEDISCH not in {one.reden for one in proposal.weggelaten}


def test_a_word_for_what_the_source_is_names_no_other_father(desk: Desk, gez: Gezin) -> None:
    add_persoon(
        desk, gez.casus, Rol.VADER, voornaam="Bram", achternaam="Wolkenveld",
        geslacht=Geslacht.MAN,
    )  # fmt: skip
    pills = uitspraak(
        "Hij wilde alleen zijn medicijnen pakken, zegt Dario.",
        bron=Bron("Dario Kaneelboom", gez.dario, "vader"),
    )
    assert "medicijnen" in get(desk, gez, gez.dario, pills)
    of_sanne = replace(pills, bron=Bron("Sanne Wolkenveld", gez.sanne, "moeder"))
    assert "medicijnen" not in get(desk, gez, gez.dario, of_sanne)
    assert "medicijnen" not in get(desk, gez, f"o:{gez.wijkteam}", pills)
    [part] = desk.uitgaand.voorstel(gez.verslag, None, f"o:{gez.wijkteam}").weggelaten
    assert "Bram" not in part.titel


# --- what was explained -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Klacht: Gezegd dat zij een klacht kan indienen.",
        "Recht op inzage en afschrift: uitgelegd, ook hoe.",
        "Verteld dat ze een onafhankelijke vertrouwenspersoon mag vragen.",
    ],
)
def test_what_was_explained_to_the_reader_asks_no_reason(desk: Desk, gez: Gezin, text: str) -> None:
    words = get(desk, gez, gez.sanne, zin(text), sectie="uitleg")
    assert text in words
    assert text not in get(desk, gez, gez.dario, zin(text), sectie="uitleg")  # was not there


@pytest.mark.parametrize(
    "text",
    [
        "Gezegd dat hij een klacht kan indienen.",  # who that is, is not this reader
        "Gezegd dat Dario een klacht kan indienen.",
        "Gezegd dat Loes een klacht kan indienen.",
        "Gezegd dat zij een klacht kan indienen tegen de buurvrouw.",
        "Gezegd dat zij in Goes een klacht kan indienen.",
        "De klacht van Dario over haar is besproken; gezegd hoe.",
        "Verteld dat Fenna een klacht over haar wil indienen.",
        "Gezegd dat zij een klacht kan indienen. Hij wil naar Goes.",
    ],
)
def test_what_says_more_than_the_procedure_is_judged_as_before(
    desk: Desk, gez: Gezin, text: str
) -> None:
    secret = text.rsplit(". ", maxsplit=1)[-1]
    assert secret not in get(desk, gez, gez.sanne, zin(text), sectie="uitleg")


def test_who_of_the_family_is_at_an_organisation_is_said_first(desk: Desk, gez: Gezin) -> None:
    desk.personen.add(
        gez.casus,
        replace(desk.personen.detail(gez.loes).gegevens, voornaam="Roos"),
        Rol.FAMILIE,
        organisatie_id=gez.wijkteam,
    )
    add_persoon(desk, gez.casus, Rol.PROFESSIONAL, voornaam="Bo")
    found = {one.naam: one for one in desk.uitgaand.ontvangers(gez.verslag, None)}
    assert found["Wijkteam Dorpslaan"].let_op == (
        "Roos hoort bij deze organisatie. Spreek eerst af wie dit daar leest."
    )


# --- the reason in the logboek --------------------------------------------------------------------


@pytest.mark.parametrize("reden", [f"Loes woont toch op {STRAAT}", "Ineke de Vries belde"])
def test_a_reason_that_holds_what_is_shielded_is_refused(
    desk: Desk, gez: Gezin, reden: str
) -> None:
    write(desk, gez, zin(ELK), zin("Sanne slaapt goed."))
    part = desk.uitgaand.voorstel(gez.verslag, None, key(gez.dario)).weggelaten[0].id
    with pytest.raises(UserError, match="afgeschermd"):
        desk.uitgaand.kies(gez.verslag, None, key(gez.dario), part, KeuzeSoort.TONEN, reden)
    assert not [one for one in desk.logboek.of_casus(gez.casus) if one.detail == "uitgaand_tonen"]
    assert CODEWOORD not in reden
