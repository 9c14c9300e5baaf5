"""A verslag begins with what the program knows, and never with what must stay hidden."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import SlowClock, add_casus, add_persoon, at, held_talk, plan
from vtdesk.errors import UserError
from vtdesk.services.bellen.service import BelAntwoorden
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.informatie import InformatieGegevens, Stap
from vtdesk.services.kindgesprekken import KindgesprekGegevens
from vtdesk.services.meldingen import MelderGegevens, MeldingGegevens
from vtdesk.services.plein.rows import BesprekingGegevens, Uitkomst
from vtdesk.services.pleintafel import StandpuntGegevens, TaakGegevens
from vtdesk.services.sjablonen import SOORTEN
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import ToetsGegevens, WaarborgGegevens
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.values.casuskinds import (
    Anonimiteit,
    GebeurtenisSoort,
    MeldingSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.kinds import AfgeschermdSoort, AfspraakSoort, Letter, Rol, Zichtbaarheid
from vtdesk.values.tekst import (
    Afspraakregel,
    Bron,
    Tabelrij,
    Uitspraakregel,
    is_geschreven,
    plain,
    runs,
)

TODAY = date(2026, 5, 12)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def vader(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(desk, casus_id)


@pytest.fixture
def pip(desk: Desk, casus_id: UUID) -> UUID:
    return add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", achternaam="Havikskruid")


def part(verslag: VerslagInhoud, sectie_id: str) -> list[str]:
    return [plain(b) for s in verslag.tekst.secties if s.id == sectie_id for b in s.blokken]


def everything(verslag: VerslagInhoud) -> str:
    return f"{verslag.titel}\n{verslag.tekst!r}"


def said(desk: Desk, casus_id: UUID, words: str, bron: Bron, **more: object) -> UUID:
    letter = more.pop("letter", Letter.VERKLARING)
    gegevens = UitspraakGegevens(letter, words, bron, informatiedatum=TODAY, **more)  # type: ignore[arg-type]  # a test names its fields
    return desk.uitspraken.add(casus_id, gegevens)


def begin(desk: Desk, casus_id: UUID, soort: str) -> VerslagInhoud:
    """Begin a document about or for the first who can be chosen."""
    readers = desk.formulieren.lezers(casus_id, soort)
    first = readers[0] if readers else None
    return desk.verslagen.open(
        desk.formulieren.begin(
            casus_id,
            soort,
            persoon_id=first.persoon_id if first else None,
            organisatie_id=first.organisatie_id if first else None,
        )
    )


def test_what_was_said_comes_over_as_the_same_statement(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    known = said(desk, casus_id, "De auto stond stil.", Bron("Otis Havikskruid", vader))
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    verslag = desk.verslagen.open(desk.verslagen.start(talk))
    [regel] = verslag.tekst.uitspraken()
    assert regel.id == known

    changed = Uitspraakregel(regel.id, regel.letter, runs("De auto reed."), regel.bron)
    after = type(verslag.tekst)(
        tuple(
            type(s)(s.id, tuple(changed if b == regel else b for b in s.blokken))
            for s in verslag.tekst.secties
        )
    )
    desk.verslagen.save_concept(verslag.id, after)
    assert [plain(one) for one in desk.uitspraken.of_casus(casus_id)] == ["De auto reed."]


def test_a_promise_of_the_talk_and_an_agreement_of_that_day_stand_in_its_table(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))
    promise = BelofteGegevens("Otis", "folder sturen", date(2026, 5, 15), casus_id, vader, talk)
    desk.beloften.add(promise)
    desk.veiligheid.add(
        casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens("Otis", "Belt vooraf.", "vrijdag")
    )

    verslag = desk.verslagen.open(desk.verslagen.start(talk))

    rows = [b for b in verslag.tekst.blokken() if isinstance(b, Afspraakregel)]
    assert Afspraakregel("Otis", "Belt vooraf.", "vrijdag") in rows
    assert Afspraakregel("Mila Proefstra", "folder sturen (aan Otis)", "uiterlijk 15 mei") in rows


def test_a_child_that_was_not_spoken_leaves_a_point_that_is_no_text_yet(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID
) -> None:
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    verslag_id = desk.verslagen.start(talk)

    assert part(desk.verslagen.open(verslag_id), "kind") == ["Pip", "Nog niet gesproken, want "]
    open_points = {p.id: p.moet for p in desk.vaststelling.controle(verslag_id) if not p.klaar}
    assert open_points["leeg/kind"]
    assert f"kind/{pip}" in open_points


def test_a_talk_with_a_child_becomes_a_kindgesprek_with_all_that_was_noted(
    desk: Desk, casus_id: UUID, pip: UUID
) -> None:
    talk = held_talk(desk, casus_id, DeelnameGegevens("Pip Havikskruid", "kind", pip))
    noted = KindgesprekGegevens(
        plek="de bibliotheek", steunfiguur="juf Tess", steunfiguur_gekozen_door="Pip",
        gezagdragers="Moeder wist het.", uitgelegd="Wie ik ben.", gevraagd="Hoe gaat het?",
        wil="Rust.", niet_doorgeven="Van de telefoon.", geantwoord="Dat moet ik wel vertellen.",
        veilig_erna="Bij juf Tess.",
    )  # fmt: skip
    desk.kindgesprekken.set(talk, pip, noted)
    words = said(desk, casus_id, "Ik tel de tegels.", Bron("Pip Havikskruid", pip))

    assert desk.verslagen.soorten(talk)[0] == "kindgesprek"
    verslag = desk.verslagen.open(desk.verslagen.start(talk))

    assert part(verslag, "setting")[1:] == [
        "Plek: de bibliotheek",
        "Steunfiguur: juf Tess, gekozen door Pip",
    ]
    assert part(verslag, "gezag") == ["Moeder wist het."]
    assert part(verslag, "niet_doorgeven") == ["Van de telefoon.", "Dat moet ik wel vertellen."]
    assert [regel.id for regel in verslag.tekst.uitspraken()] == [words]


def test_a_call_brings_the_number_and_the_three_questions(
    desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    loes = add_persoon(
        desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld",
        telefoon="06-0000 0417",
    )  # fmt: skip
    waiting = desk.bellen.add("06-0000 0417 wil haar verhaal kwijt")
    desk.bellen.confirm(waiting, loes, casus_id)
    answers = BelAntwoorden("ja, even", "ja", "bij mij", "Zij maakt zich zorgen.")
    desk.bellen.keep(waiting, answers)
    talk = held_talk(
        desk, casus_id, DeelnameGegevens("Loes Wolkenveld", "tante", loes),
        soort=AfspraakSoort.BELLEN, titel="Loes gebeld",
    )  # fmt: skip

    verslag = desk.verslagen.open(desk.verslagen.start(talk))

    assert verslag.sjabloon.id == "telefoonnotitie"
    assert "Kun je nu vrij praten: ja, even" in part(verslag, "vrij_praten")
    assert part(verslag, "veiligheid") == [
        "Ben je nu veilig: ja",
        "Waar zijn de kinderen: bij mij",
    ]
    assert any("0417" in line or "417" in line for line in part(verslag, "wie"))


def test_a_monitoring_shows_the_last_check_of_each_voorwaarde(desk: Desk, casus_id: UUID) -> None:
    asked = desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Abel", "Ontbijt voor alle drie.")
    )
    seen = ToetsGegevens(TODAY, Toetsuitkomst.DEELS, "School zag het twee keer niet.")
    desk.veiligheid.toets(asked, seen)

    verslag = desk.verslagen.open(desk.formulieren.begin(casus_id, "monitoringsverslag"))

    rows = [b for b in verslag.tekst.blokken() if isinstance(b, Tabelrij)]
    assert rows == [
        Tabelrij(("1. Ontbijt voor alle drie.", "deels", "School zag het twee keer niet."))
    ]


def test_a_table_brings_its_outcome_into_the_verslag_of_the_casus(
    desk: Desk, casus_id: UUID, vader: UUID, clock: SlowClock
) -> None:
    zitting = desk.plein.open_zitting(at(9))
    card = desk.plein.add(zitting, BesprekingGegevens(50, casus_id, aanvrager="Wijkteam"))
    desk.plein.begin(card)
    desk.pleintafel.say(card, "vader: ik wil hulp", Letter.VERKLARING)
    detail = desk.plein.detail(card)
    raad = next(one.id for one in detail.standpunten if one.wie == "Raad")
    desk.pleintafel.keep_standpunt(card, raad, StandpuntGegevens("Geen onderzoek"))
    desk.pleintafel.add_taak(card, TaakGegevens("maakt een plan", "wijkteam", "vóór 1 juni"))
    found = Uitkomst(gronden="Vader wil hulp.", casusregie="Wijkteam", zicht="Veilig Thuis")
    desk.plein.keep(card, found, {})
    desk.pleinverwerking.work_up(card)

    assert "verslag_jb_plein" in desk.formulieren.soorten(casus_id)
    verslag = desk.verslagen.open(desk.formulieren.begin(casus_id, "verslag_jb_plein"))

    assert part(verslag, "aanvrager")[-1] == "Aanvrager: Wijkteam"
    assert part(verslag, "regie_en_zicht") == [
        "Casusregie: Wijkteam",
        "Zicht op veiligheid: Veilig Thuis",
    ]
    assert part(verslag, "standpunten") == ["Raad Geen onderzoek"]
    assert part(verslag, "gronden") == ["Vader wil hulp."]
    assert part(verslag, "afspraken") == ["Wijkteam maakt een plan vóór 1 juni"]
    assert [plain(regel) for regel in verslag.tekst.uitspraken()] == ["ik wil hulp"]


def test_an_uitlegblad_says_u_and_names_nobody_else(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    for what in ("de folder sturen", "Maren bellen"):
        desk.beloften.add(BelofteGegevens("Otis", what, None, casus_id, vader))
    desk.verloven.add(VerlofGegevens(date(2026, 5, 13), date(2026, 5, 22), "Bo Vervanger"))
    plan(desk, casus_id, begin=at(10, 0, date(2026, 5, 26)), einde=at(11, 0, date(2026, 5, 26)))

    verslag = desk.verslagen.open(desk.formulieren.begin(casus_id, "uitlegblad", persoon_id=vader))

    assert part(verslag, "afspraken") == ["Ik beloofde u: de folder sturen."]
    assert "Maren" not in everything(verslag)
    assert any("Bo Vervanger" in line for line in part(verslag, "bereiken"))
    assert any(line.startswith("U mag lezen") for line in part(verslag, "rechten"))


def test_an_anonymous_melding_is_not_told_again(desk: Desk, casus_id: UUID) -> None:
    desk.meldingen.add(
        casus_id,
        MeldingGegevens(
            MeldingSoort.PARTICULIER, at(9), "Door de muur hoorbaar, elke zondag.",
            Anonimiteit.ANONIEM_VOOR_GEZIN,
        ),
        MelderGegevens("Bea Buurvrouw"),
    )  # fmt: skip

    verslag = begin(desk, casus_id, "onderzoeksverslag")

    [line] = part(verslag, "aanleiding")
    assert "muur" not in line
    assert line.startswith("Melding M1 van 12 mei 2026")


def test_a_talk_with_a_parent_begins_without_what_a_melding_tells(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    told = MeldingGegevens(MeldingSoort.POLITIE, at(9), "Pip belde zelf 112.")
    desk.meldingen.add(casus_id, told)
    unnamed = MeldingGegevens(
        MeldingSoort.PARTICULIER, at(9, 30), "Door de muur.", Anonimiteit.ANONIEM_VOOR_GEZIN
    )
    desk.meldingen.add(casus_id, unnamed)
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    verslag = desk.verslagen.open(desk.verslagen.start(talk))

    assert part(verslag, "aanleiding")[-2:] == [
        "Melding M1 van 12 mei 2026 door de politie.",
        "Melding M2 van 12 mei 2026.",
    ]
    assert "112" not in everything(verslag)


def test_a_veiligheidsplan_begins_without_worries_of_its_own(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID
) -> None:
    said(desk, casus_id, "Bij de huisarts geen letsel.", Bron("Huisarts"), letter=Letter.FEIT)
    desk.gebeurtenissen.add(
        casus_id, GebeurtenisGegevens(GebeurtenisSoort.INCIDENT, "Pip belt 112", at(9))
    )

    verslag = begin(desk, casus_id, "veiligheidsplan")

    assert part(verslag, "zorgen") == part(verslag, "nooit_meer") == []
    open_points = {p.id: p.moet for p in desk.vaststelling.controle(verslag.id) if not p.klaar}
    assert open_points["leeg/zorgen"]
    assert open_points["leeg/nooit_meer"]


def test_of_each_child_that_was_not_spoken_the_reason_stays_asked(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job", achternaam="Havikskruid")
    held_talk(desk, casus_id, DeelnameGegevens("Pip Havikskruid", "kind", pip))

    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))
    texts = [desk.verslagen.open(desk.verslagen.start(talk)).tekst]
    kinds = ("veiligheidsplan", "plan_van_aanpak", "onderzoeksverslag", "monitoringsverslag")
    texts += [begin(desk, casus_id, soort).tekst for soort in kinds]
    for tekst in texts:
        [asked] = [b for b in tekst.blokken() if plain(b).startswith("Nog niet gesproken, want")]
        assert not is_geschreven(asked)


def test_a_noodkaart_names_who_answers_at_night_and_whom_was_agreed_to_call(
    desk: Desk, casus_id: UUID
) -> None:
    teams = (
        ("Gemeente, burgemeester", ""),
        ("Basisschool De Kompasroos", "juf Tess"),
        ("Wijkteam Dorpslaan", "Sam Wijkman"),
        ("Crisis Interventie Team (CIT)", ""),
    )
    for number, (naam, contact) in enumerate(teams):
        desk.organisaties.add(naam, telefoon=f"010-000 001{number}")
        desk.organisaties.join(casus_id, naam, contactpersoon=contact)
    kept = WaarborgGegevens("Sam Wijkman", "Belt op dinsdag.", "elke week")
    desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, kept)

    lines = part(begin(desk, casus_id, "veiligheidsplan"), "noodkaart")

    assert sorted(lines) == [
        "Bij direct gevaar: bel 112.",
        "Crisis Interventie Team (CIT): 010-000\u00a00013",
        "Wijkteam Dorpslaan, Sam Wijkman: 010-000\u00a00012",
    ]


def test_the_answer_of_an_informant_stands_once_as_the_statements_made_of_it(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    tess = add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="Tess", achternaam="Kompasman")
    asked = desk.informatie.ask(
        casus_id, InformatieGegevens("Tess Kompasman", "Hoe gaat het met Pip?", persoon_id=tess)
    )
    desk.informatie.step(asked, Stap.VERSTUURD, TODAY)
    desk.informatie.step(asked, Stap.BEANTWOORD, TODAY, antwoord="Pip oogt moe.")

    before = desk.formulieren.begin(casus_id, "informantverslag", persoon_id=tess)
    assert part(desk.verslagen.open(before), "feiten") == ["Pip oogt moe."]

    bron = Bron("Tess Kompasman", tess)
    said(desk, casus_id, "Pip oogt moe.", bron, letter=Letter.MENING)
    after = desk.verslagen.open(
        desk.formulieren.begin(casus_id, "informantverslag", persoon_id=tess)
    )

    assert part(after, "feiten") == []
    assert part(after, "visie") == ["Pip oogt moe."]


def test_an_informantverslag_is_never_about_a_parent(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.GROOTOUDER, voornaam="Ria", achternaam="Havikskruid")
    tess = add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="Tess", achternaam="Kompasman")

    offered = [one.naam for one in desk.formulieren.lezers(casus_id, "informantverslag")]
    assert offered == ["Tess Kompasman", "Ria Havikskruid"]

    talk = held_talk(
        desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader),
        DeelnameGegevens("Tess Kompasman", "leerkracht", tess),
    )  # fmt: skip
    verslag_id = desk.verslagen.start(talk, "informantverslag")
    assert desk.verslagen.start(talk, "informantverslag", persoon_id=tess) == verslag_id


def test_what_a_child_said_can_be_written_before_there_is_an_appointment(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID
) -> None:
    kinds = desk.formulieren.soorten(casus_id)
    assert kinds[-1] == "kindgesprek"

    verslag = begin(desk, casus_id, "kindgesprek")

    assert verslag.titel == "Verslag kindgesprek, Pip Havikskruid"
    assert part(verslag, "setting") == ["Plek: ", "Steunfiguur: "]


def test_a_talk_with_more_parties_is_called_by_its_own_name(desk: Desk, casus_id: UUID) -> None:
    for titel, soort, in_list in (
        ("MDO Zilverduin", "Verslag MDO", "Verslag MDO: MDO Zilverduin"),
        ("MDO", "Verslag MDO", "Verslag MDO"),
        ("Teamleider", "Verslag overleg", "Verslag overleg: Teamleider"),
    ):
        talk = held_talk(desk, casus_id, soort=AfspraakSoort.OVERLEG, titel=titel)
        verslag_id = desk.verslagen.start(talk)
        assert desk.verslagen.open(verslag_id).kop.soort == soort
        assert in_list in [row.met_soort for row in desk.verslagen.all()]


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_kind_begins_with_what_is_shielded_or_who_made_a_melding(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID, soort: str
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", telefoon="06-0000 0417")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    desk.personen.shield(loes, AfgeschermdSoort.TELEFOON, "06-0000 0417")
    desk.personen.shield(loes, AfgeschermdSoort.PLEK, "zwembad De Golf")
    desk.organisaties.join(casus_id, "Wijkteam", mandaat="Belt 0600000417 elke week.")
    melding = MeldingGegevens(MeldingSoort.PARTICULIER, at(9), "Bea zag het op de Schelpenhof.")
    desk.meldingen.add(casus_id, melding, MelderGegevens("Bea Buurvrouw", telefoon="06-0000 0431"))
    for letter in (Letter.FEIT, Letter.VERKLARING, Letter.MENING):
        said(desk, casus_id, "Zij was in zwembad de golf.", Bron("Otis", vader), letter=letter)
    said(
        desk,
        casus_id,
        "Zij slikt pillen.",
        Bron("Otis", vader),
        zichtbaarheid=Zichtbaarheid.ALLEEN_VT,
    )
    said(desk, casus_id, "Er was ruzie.", Bron("Otis", vader, via="Bea"))
    guard = WaarborgGegevens("Otis", "Blijft weg van Schelpenhof 9.", "elke dag")
    desk.veiligheid.add(casus_id, WaarborgSoort.VOORWAARDE, guard)
    desk.beloften.add(BelofteGegevens("Otis", "Bea bellen op 06-0000 0431", None, casus_id, vader))

    words = everything(begin(desk, casus_id, soort)).casefold()

    for hidden in ("schelpenhof", "0417", "de golf", "bea", "0431", "pillen"):
        assert hidden not in words, (soort, hidden)


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(words=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40))
def test_a_statement_stands_at_most_once_in_a_text_whatever_it_says(
    desk: Desk, casus_id: UUID, vader: UUID, pip: UUID, words: str
) -> None:
    said(desk, casus_id, f"x{words}", Bron("Otis Havikskruid", vader), letter=Letter.FEIT)

    for soort in ("onderzoeksverslag", "monitoringsverslag", "veiligheidsplan"):
        ids = [regel.id for regel in begin(desk, casus_id, soort).tekst.uitspraken()]
        assert len(ids) == len(set(ids))


def test_who_it_is_for_must_be_chosen_and_belong_to_the_casus(
    desk: Desk, casus_id: UUID, vader: UUID
) -> None:
    elsewhere = add_persoon(desk, add_casus(desk, nummer="VT-2"), voornaam="Iemand")

    with pytest.raises(UserError, match="Kies voor wie"):
        desk.formulieren.begin(casus_id, "uitlegblad")
    with pytest.raises(UserError, match="hoort niet bij de casus"):
        desk.formulieren.begin(casus_id, "uitlegblad", persoon_id=elsewhere)
    with pytest.raises(UserError, match="geen soort 'liefdesbrief'"):
        desk.formulieren.begin(casus_id, "liefdesbrief")
    assert desk.verslagen.all() == []


def test_each_kind_has_its_own_verslag_of_one_talk(desk: Desk, casus_id: UUID, vader: UUID) -> None:
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    first = desk.verslagen.start(talk)
    paper = desk.verslagen.start(talk, "uitlegblad")

    assert first != paper
    assert desk.verslagen.start(talk) == first
    assert desk.verslagen.start(talk, "uitlegblad") == paper
    with pytest.raises(UserError, match="hoort niet bij deze afspraak"):
        desk.verslagen.start(talk, "monitoringsverslag")


def test_the_melder_can_be_nobody_s_reader(desk: Desk, casus_id: UUID) -> None:
    bea = add_persoon(desk, casus_id, Rol.MELDER, voornaam="Bea", achternaam="Buurvrouw")

    offered = desk.formulieren.lezers(casus_id, "brief")

    assert offered == ()
    with pytest.raises(UserError, match="hoort niet bij de casus"):
        desk.formulieren.begin(casus_id, "brief", persoon_id=bea)


def test_the_demo_has_every_kind_with_text_in_it(demo_desk: Desk) -> None:
    kinds = {demo_desk.verslagen.open(row.id).sjabloon.id for row in demo_desk.verslagen.all()}

    assert kinds == set(SOORTEN)
