"""A sentence that names nobody is never taken to be about the reader."""

from dataclasses import replace
from uuid import UUID

import pytest

from tests.builders import uitspraak, with_blocks
from tests.services import gezin
from tests.services.gezin import Gezin, write
from vtdesk.services.desk import Desk
from vtdesk.values.kinds import AfgeschermdSoort, Zichtbaarheid
from vtdesk.values.stukjes import Deel, stukjes
from vtdesk.values.tekst import Afspraakregel, Alinea, Blok, Bron, Sectie, Tekst, runs
from vtdesk.values.uitgaand import KeuzeSoort

ZINNEN = (
    "Vrijdag om 10 uur met de trein naar Breda.",
    "Cliënte vertrekt vrijdag naar Breda.",
    "Betrokkene vertrekt vrijdag naar Breda.",
    "De ex-partner van Dario vertrekt vrijdag naar Breda.",
    "Zijn vrouw vertrekt met Tijn naar Breda.",
    "De partner van Dario zit in Breda.",
    "De andere ouder gaat met Tijn naar Breda.",
    "Mdr gaat vrijdag met Tijn naar Breda.",
    "M. gaat vrijdag met Tijn naar Breda.",
    "SW gaat vrijdag met Tijn naar Breda.",
    "san gaat met Tijn naar Breda.",
    "Dario heeft 'r gezien in Breda.",
    "Tijn gaat met d'r mee naar Breda.",
    "Ik vertrek vrijdag met Tijn naar Breda.",
    "Tijn blijft bij mij. Wij gaan vrijdag naar Breda.",
    "Dario weet niet van het vertrek naar Breda.",
    "Niet aan vader vertellen: vrijdag naar Breda.",
    "Dario mag niet weten dat er verhuisd wordt naar Breda.",
    "Sanne is bang. Tijn gaat mee. Daarna verder naar Breda.",
)


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    return gezin.make(desk)


def zin(text: str) -> Alinea:
    return Alinea(runs(text))


def get(desk: Desk, gez: Gezin, who: UUID | str, *blokken: Blok) -> str:
    write(desk, gez, zin("Dario was er."), *blokken)
    key = who if isinstance(who, str) else f"p:{who}"
    voorstel = desk.uitgaand.voorstel(gez.verslag, None, key)
    return "\n".join(one.tekst for one in stukjes(voorstel.document))


@pytest.mark.parametrize("text", ZINNEN)
def test_who_was_not_there_reads_no_sentence_that_may_be_about_another(
    desk: Desk, gez: Gezin, text: str
) -> None:
    assert "Breda" not in get(desk, gez, gez.dario, zin(text))


@pytest.mark.parametrize("text", ZINNEN)
def test_nor_a_statement_of_another(desk: Desk, gez: Gezin, text: str) -> None:
    regel = uitspraak(text, bron=Bron("Sanne Wolkenveld", gez.sanne), over=(gez.dario,))
    assert "Breda" not in get(desk, gez, gez.dario, regel)


def test_what_names_the_reader_or_an_own_child_still_goes_along(desk: Desk, gez: Gezin) -> None:
    assert "praat rustig" in get(desk, gez, gez.dario, zin("Dario praat rustig."))
    assert "speelt graag" in get(desk, gez, gez.dario, zin("Tijn speelt graag."))


@pytest.mark.parametrize(
    "row",
    [
        Afspraakregel("samen", "Sanne gaat met Fenna naar Breda", "vrijdag", ""),
        Afspraakregel("gezin", "moeder vertrekt naar Breda", "vrijdag", ""),
        Afspraakregel("Dario", "weet niet dat er iemand naar Breda gaat", "", ""),
        Afspraakregel("Dario", "belt", "vrijdag", "Fenna slaapt in Breda"),
        Afspraakregel("Dario", "Geen contact met Sanne, die in Breda woont", "", ""),
    ],
)
def test_an_agreement_that_also_speaks_of_another_stays_behind(
    desk: Desk, gez: Gezin, row: Afspraakregel
) -> None:
    assert "Breda" not in get(desk, gez, gez.dario, row)


@pytest.mark.parametrize(
    "changed",
    [{"via": "iemand, nu in Breda"}, {"hoedanigheid": "school De Linde, Breda"}],
)
def test_beside_a_statement_stands_no_more_than_a_role(
    desk: Desk, gez: Gezin, changed: dict[str, str]
) -> None:
    bron = replace(Bron("politie"), **changed)
    regel = uitspraak("Dario haalde Tijn op.", bron=bron, over=(gez.dario,))
    assert "Breda" not in get(desk, gez, gez.dario, regel)


def test_the_head_says_to_nobody_who_was_away_where_a_talk_was(desk: Desk, gez: Gezin) -> None:
    assert "op kantoor" not in get(desk, gez, gez.dario)
    assert "op kantoor" in get(desk, gez, gez.sanne)


def test_a_choice_lapses_when_a_statement_is_closed_for_more(desk: Desk, gez: Gezin) -> None:
    team = f"o:{gez.wijkteam}"
    regel = replace(
        uitspraak("Sanne gaat weg.", bron=Bron("politie"), over=(gez.sanne,)),
        zichtbaarheid=Zichtbaarheid.NIET_VOOR,
        niet_voor=(gez.loes,),
    )
    get(desk, gez, team, regel)
    for one in desk.uitgaand.voorstel(gez.verslag, None, team).weggelaten:
        desk.uitgaand.kies(gez.verslag, None, team, one.id, KeuzeSoort.TONEN, "het team helpt")
    assert "gaat weg" in get(desk, gez, team, regel)
    assert "gaat weg" not in get(desk, gez, team, replace(regel, niet_voor=(gez.dario,)))
    shut = replace(regel, zichtbaarheid=Zichtbaarheid.ALLEEN_VT, niet_voor=())
    assert "gaat weg" not in get(desk, gez, team, shut)


def test_a_secret_address_that_is_also_the_own_one_is_no_secret(desk: Desk, gez: Gezin) -> None:
    for one in (gez.sanne, gez.fenna):
        desk.personen.shield(one, AfgeschermdSoort.ADRES, "Haven 3, 4811 AA Breda")
    line = zin("Sanne woont nu op Haven 3.")
    assert "Haven 3" in get(desk, gez, gez.sanne, line)
    assert "Haven 3" not in get(desk, gez, gez.dario, line)


def test_a_letter_to_one_is_not_opened_for_others(desk: Desk, gez: Gezin) -> None:
    made = desk.formulieren.begin(gez.casus, "brief", persoon_id=gez.dario)
    bare = Tekst(tuple(Sectie(one.id) for one in desk.verslagen.open(made).tekst.secties))
    lines = (zin("Wij bellen u maandag."), zin("Sanne vlucht naar Breda."))
    desk.verslagen.save_concept(made, with_blocks(bare, "uitleg", *lines))
    own = desk.uitgaand.voorstel(made, None, f"p:{gez.dario}").document
    words = "\n".join(one.tekst for one in stukjes(own) if one.plek.deel is Deel.SECTIE)
    assert "maandag" in words
    assert "Breda" not in words
    assert not desk.uitgaand.voorstel(made, None, f"p:{gez.sanne}").mag
    team = desk.uitgaand.voorstel(made, None, f"o:{gez.wijkteam}").document
    assert "maandag" not in "\n".join(one.tekst for one in stukjes(team))
