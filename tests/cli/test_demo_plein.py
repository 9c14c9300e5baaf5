"""The table of the demo day: three besprekingen of children who are no casus."""

from datetime import date

import pytest

from tests.builders import TODAY, at
from vtdesk.services.desk import Desk
from vtdesk.services.plein.rows import BesprekingDetail
from vtdesk.values.kinds import Letter


@pytest.fixture
def tafel(demo_desk: Desk) -> list[BesprekingDetail]:
    [zitting] = demo_desk.plein.zittingen(TODAY)
    assert zitting.id is not None
    return [demo_desk.plein.detail(row.id) for row in demo_desk.plein.besprekingen(zitting.id)]


def test_three_besprekingen_were_prepared_the_evening_before_and_held(
    tafel: list[BesprekingDetail],
) -> None:
    assert [one.row.kop for one in tafel] == ["J., 15 jaar", "Tweeling, 3 jaar", "S., 11 jaar"]
    assert {one.voorbereid_op.date() for one in tafel if one.voorbereid_op} == {date(2026, 5, 11)}
    assert [one.uitkomst.besluit for one in tafel] == ["rr-hulp", "rr-drang-raad", "rr-aangehouden"]
    assert all(one.row.gesloten_op and one.totaal(at(12)) <= 50 * 60 for one in tafel)


def test_what_j_said_to_a_youth_worker_stands_there_word_for_word(
    tafel: list[BesprekingDetail],
) -> None:
    assert "“Ik kom wel, als iemand eerst vraagt hoe het thuis gaat.”" in (
        tafel[0].uitkomst.mening_kind
    )
    assert tafel[0].uitkomst.evaluatie_op == date(2026, 6, 23)


def test_veilig_thuis_dissents_on_one_ground_about_the_twins(
    tafel: list[BesprekingDetail],
) -> None:
    dissent = [one for one in tafel[1].standpunten if one.afwijkend]

    assert [(one.wie, one.tekst, one.op_grond, one.naam) for one in dissent] == [
        ("Veilig Thuis", "Raadsonderzoek", "Plekken uitgelegd, zicht ontbreekt.", "Mila Proefstra")
    ]
    assert (tafel[1].inbreng[1].spreker, tafel[1].inbreng[1].letter) == (
        "Moeder", Letter.VERKLARING,
    )  # fmt: skip
    assert [(one.wie, one.wanneer) for one in tafel[1].taken] == [
        ("GI", "wo 13 mei"), ("CJG", "vr 15 mei"),
    ]  # fmt: skip


def test_all_three_are_tafelkaarten_that_disappear_and_are_still_to_be_worked_up(
    demo_desk: Desk, tafel: list[BesprekingDetail]
) -> None:
    assert all(one.row.is_tafelkaart for one in tafel)
    assert {one.row.verdwijnt_op for one in tafel} == {date(2026, 5, 26)}
    assert [row.id for row in demo_desk.plein.owed()] == [one.row.id for one in tafel]
    assert [line.words for line in demo_desk.morgen.groups().wachten][-1] == (
        "3 tafelkaarten JB-plein"
    )


@pytest.mark.parametrize("woord", ["Tweeling", "jongerenwerker", "gezinscoach"])
def test_nothing_of_the_table_is_in_a_casus(demo_desk: Desk, woord: str) -> None:
    texts = [
        f"{row.gegevens.titel} {row.gegevens.toelichting}"
        for casus in demo_desk.casussen.all(None)
        for row in demo_desk.gebeurtenissen.of_casus(casus.id)
    ]

    assert not [text for text in texts if woord in text]
