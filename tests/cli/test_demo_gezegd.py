"""What was said, asked and answered in the invented casussen: statement by statement."""

from datetime import date

import pytest

from vtdesk.services.desk import Desk
from vtdesk.services.informatie import Stap
from vtdesk.services.uitspraak_regels import Steun
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.values.kinds import Letter, Verificatie, Zichtbaarheid
from vtdesk.values.tekst import plain

F, V, M, D = Letter.FEIT, Letter.VERKLARING, Letter.MENING, Letter.DUIDING
OPEN, SURE = Verificatie.ONBEVESTIGD, Verificatie.BEVESTIGD
OWN = Verificatie.NIET_TE_VERIFIEREN
Gezegd = tuple[Letter, str, str, date, Verificatie]

ZILVERDUIN: list[Gezegd] = [
    (F, "belde een kind 112. Het gesprek duurde 3 minuten", "Politie, melding van 24 april",
     date(2026, 4, 23), SURE),
    (V, "“Hij reed weg terwijl ik de deur nog vasthield.”", "Maren Zilverduin",
     date(2026, 4, 23), Verificatie.TEGENGESPROKEN),
    (V, "“De auto stond stil tot iedereen eruit was.”", "Otis Havikskruid",
     date(2026, 5, 12), OPEN),
    (V, "“Als ze schreeuwen tel ik de stoeptegels. Ik kom nooit bij honderd.”",
     "Pip Havikskruid", date(2026, 5, 7), OWN),
    (V, "zou drinken voordat hij de kinderen brengt", "Maren Zilverduin",
     date(2026, 5, 11), OPEN),
    (F, "op de maandagen 30 maart, 13 april en 11 mei", "De Kompasroos, verzuimregister",
     date(2026, 5, 11), SURE),
    (M, "Pip oogt moe en voorzichtig, sinds februari vaker.", "juf Tess Kompasman",
     date(2026, 5, 12), OPEN),
    (F, "Tussen 2024 en 2026 is bij de huisarts geen letsel vastgelegd.", "dr. Proef",
     date(2026, 5, 6), SURE),
    (D, "Het wisselen van ouder is het risico.", "Mila Proefstra", date(2026, 5, 11), OPEN),
]  # fmt: skip
WOLKENVELD: list[Gezegd] = [
    (F, "een snee in haar hand", "Politie, gezien ter plaatse", date(2026, 5, 4), SURE),
    (F, "Het doosje medicijnen lag in de keuken.", "Foto van de politie", date(2026, 5, 4), SURE),
    (V, "“De deur was dicht omdat ik dat wilde.”", "Sanne Wolkenveld", date(2026, 5, 5), OPEN),
    (V, "De deur klemde. Hij wilde alleen zijn medicijnen pakken", "Dario Kaneelboom",
     date(2026, 5, 6), Verificatie.TEGENGESPROKEN),
    (V, "“Ik heb Tijn zijn oren dichtgehouden.”", "Fenna Wolkenveld", date(2026, 5, 6), OPEN),
    (D, "Fenna lijkt te zorgen voor haar broertje.", "Mila Proefstra", date(2026, 5, 6), OPEN),
    (V, "om 11:10 uur de auto van Dario bij haar huis", "Loes Wolkenveld",
     date(2026, 5, 12), Verificatie.WEERLEGD),
]  # fmt: skip
STERRENWOUD: list[Gezegd] = [
    (D, "Er was geen onwil.", "Mila Proefstra", date(2026, 1, 26), OPEN),
    (M, "Abel herkent het besluit.", "Abel Sterrenwoud", date(2026, 2, 12), OPEN),
    (V, "“Ik slaap nu door. Dat is raar stil.”", "Lotte Sterrenwoud", date(2026, 5, 12), OWN),
    (V, "“Die is mama.”", "Kaat Sterrenwoud", date(2026, 5, 12), OWN),
    (F, "Kaat tekende vier mensen en een maan.", "Mila Proefstra", date(2026, 5, 12), SURE),
    (F, "vroeg hij of Mila terugkomt", "Mila Proefstra", date(2026, 5, 12), SURE),
    (F, "in april 82 procent van de tijd op school", "De Vuurtoren, verzuimregister",
     date(2026, 5, 11), SURE),
    (V, "was ik blijven doen alsof", "Abel Sterrenwoud", date(2026, 5, 12), OWN),
]  # fmt: skip


@pytest.mark.parametrize(
    ("nummer", "wanted"), [("0141", ZILVERDUIN), ("0158", WOLKENVELD), ("0097", STERRENWOUD)]
)
def test_each_statement_has_its_letter_source_date_and_what_became_of_it(
    demo_desk: Desk, nummer: str, wanted: list[Gezegd]
) -> None:
    rows = demo_desk.uitspraken.rows(demo_desk.casussen.find(nummer).id)

    for letter, words, source, day, became in wanted:
        [regel] = [row.regel for row in rows if words in plain(row.regel)]
        found = (regel.letter, regel.bron.naam, regel.informatiedatum, regel.verificatie)
        assert found == (letter, source, day, became), words


def called(desk: Desk, words: str) -> UitspraakRow:
    return desk.uitspraken.find(words)


@pytest.mark.parametrize(
    ("words", "via"),
    [("zou drinken", "Ria Havikskruid"), ("oren dichtgehouden", "Loes Wolkenveld")],
)
def test_what_was_only_heard_of_names_who_told_it(demo_desk: Desk, words: str, via: str) -> None:
    assert called(demo_desk, words).regel.bron.via == via


def test_what_fenna_and_loes_said_is_not_for_dario(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    dario = next(p.id for p in demo_desk.personen.in_casus(casus.id) if p.voornaam == "Dario")

    for words in ("oren dichtgehouden", "auto van Dario"):
        regel = called(demo_desk, words).regel
        assert (regel.zichtbaarheid, regel.niet_voor) == (Zichtbaarheid.NIET_VOOR, (dario,))


def test_the_duiding_about_the_handover_rests_on_three_statements(demo_desk: Desk) -> None:
    detail = demo_desk.uitspraken.detail(called(demo_desk, "wisselen van ouder is").id)

    assert detail.steun is Steun.GOED
    assert [plain(row.regel).split()[0] for row in detail.gronden] == ["Op", "“Als", "Pip"]


def test_the_duiding_about_fenna_warns_that_it_rests_on_one_hearsay(demo_desk: Desk) -> None:
    detail = demo_desk.uitspraken.detail(called(demo_desk, "te zorgen voor haar broertje").id)

    assert detail.steun is Steun.VAN_HOREN_ZEGGEN
    assert len(detail.gronden) == 1


def test_father_accepted_the_conclusion_of_case_3(demo_desk: Desk) -> None:
    detail = demo_desk.uitspraken.detail(called(demo_desk, "geen onwil").id)

    assert [(row.regel.bron.naam, row.woorden) for row in detail.reacties] == [
        ("Abel Sterrenwoud", "Abel herkent het besluit.")
    ]


def test_school_answered_and_still_has_to_read_back(demo_desk: Desk) -> None:
    rows = demo_desk.informatie.of_casus(demo_desk.casussen.find("0141").id)

    assert [(row.gegevens.aan, row.stap, row.beantwoord_op) for row in rows] == [
        ("dr. Proef", Stap.BEANTWOORD, date(2026, 5, 6)),
        ("juf Tess Kompasman", Stap.BEANTWOORD, date(2026, 5, 12)),
    ]
    assert rows[1].volgende is Stap.TERUGGELEZEN
    assert all("5.2.6" in row.gegevens.grond for row in rows)


def test_pip_was_spoken_at_school_and_has_not_heard_what_was_done_with_it(
    demo_desk: Desk,
) -> None:
    casus = demo_desk.casussen.find("0141")
    [talk] = demo_desk.kindgesprekken.of_casus(casus.id)
    pip, job = demo_desk.kindspoor.of_casus(casus.id)

    assert (talk.kind, talk.op) == ("Pip", date(2026, 5, 7))
    assert talk.gegevens.steunfiguur_gekozen_door == "Pip"
    assert "politie" in talk.gegevens.politie
    assert talk.gegevens.gezagdragers
    assert (pip.teruggekoppeld, pip.teruggekoppeld_op) == ("", None)
    assert (job.gesproken_op, job.dagen, job.sinds) == (None, 40, "de eerste melding")


def test_fenna_was_not_spoken_and_the_cit_does_it_on_19_may(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    fenna, tijn = demo_desk.kindspoor.of_casus(casus.id)
    cit = next(row for row in demo_desk.organisaties.in_casus(casus.id) if "CIT" in row.naam)

    assert (fenna.gesproken_op, fenna.dagen) == (None, 8)
    assert tijn.gesproken_op is not None
    assert "Fenna op 19 mei, na overleg met de politie" in cit.mandaat


def test_the_children_of_case_3_were_spoken_today(demo_desk: Desk) -> None:
    kinderen = demo_desk.kindspoor.of_casus(demo_desk.casussen.find("0097").id)

    assert [(kind.naam, kind.dagen) for kind in kinderen] == [
        ("Lotte", 0), ("Ruben", 0), ("Kaat", 0),
    ]  # fmt: skip
