"""What the demo tells of meldingen, crisis and besluiten, and what it never tells."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.values.casuskinds import (
    Anonimiteit,
    BesluitStand,
    BesluitVervolg,
    Kleur,
    MeldingSoort,
)
from vtdesk.values.kinds import Letter


def test_case_2_is_rated_orange_by_both_and_was_contested_on_8_may(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0158")
    reeks = demo_desk.crisis.reeks(casus.id)

    assert casus.crisis == (Kleur.ORANJE,)
    assert [reeks.oneens_op(moment) for moment in reeks.momenten] == [False, False, True, False]
    assert [(one.organisatie, one.kleur) for one in reeks.beoordelingen[2:4]] == [
        ("Veilig Thuis", Kleur.ORANJE), ("Crisis Interventie Team (CIT)", Kleur.ROOD),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("nummer", "decided"),
    [
        ("0141", [(date(2026, 4, 13), BesluitVervolg.ONDERZOEK)]),
        ("0158", [(date(2026, 5, 8), BesluitVervolg.VOORWAARDEN_EN_VERVOLG)]),
        ("0097", [(date(2025, 11, 10), BesluitVervolg.ONDERZOEK), (date(2026, 1, 26), None)]),
    ],
)
def test_what_was_decided_when(
    demo_desk: Desk, nummer: str, decided: list[tuple[date, BesluitVervolg | None]]
) -> None:
    rows = demo_desk.besluiten.of_casus(demo_desk.casussen.find(nummer).id)

    assert [(row.gegevens.datum, row.gegevens.vervolg) for row in rows] == decided
    assert {row.stand for row in rows} == {BesluitStand.DEFINITIEF}
    assert all(row.verteld for row in rows)


def test_the_outcome_of_the_onderzoek_rests_on_a_feit_a_verklaring_and_a_duiding(
    demo_desk: Desk,
) -> None:
    rows = demo_desk.besluiten.of_casus(demo_desk.casussen.find("0097").id)

    assert [row.regel.letter for row in rows[-1].gronden] == [
        Letter.FEIT, Letter.VERKLARING, Letter.DUIDING,
    ]  # fmt: skip


def test_each_melding_has_one_veiligheidsbeoordeling_and_no_term_runs_twice(
    demo_desk: Desk,
) -> None:
    for nummer in ("0141", "0158", "0097"):
        rows = demo_desk.termijnen.of_casus(demo_desk.casussen.find(nummer).id)
        kinds = [row.uitkomst.regel.id for row in rows]
        assert kinds.count("T1") == 1
        assert kinds.count("T2") + kinds.count("T2v") == 1


def test_advice_stays_advice_and_a_dubbel_anonieme_melding_was_refused(demo_desk: Desk) -> None:
    advice, small = demo_desk.casussen.find("0163"), demo_desk.casussen.find("0086")

    assert demo_desk.meldingen.of_casus(advice.id) == []
    [refused] = demo_desk.meldingen.of_casus(small.id)
    assert refused.is_geweigerd
    assert not refused.heeft_melder


def test_a_casus_tells_what_was_reported_rated_and_decided(run: Run, demo_kluis: Path) -> None:
    shown = run("--vault", demo_kluis, "casus", "show", "0158").out
    data = run("--vault", demo_kluis, "casus", "show", "0158", "--json").data

    assert "Oranje  Veilig Thuis" in shown
    assert "Veiligheidsbeoordeling: Voorwaarden en vervolg" in shown
    assert [one["nummer"] for one in data["meldingen"]] == ["M1"]
    assert {one["kleur"] for one in data["crisis"]} == {"oranje"}
    assert [one["letter"] for one in data["besluiten"][0]["gronden"]] == ["F", "F", "V"]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_melder_is_never_told(run: Run, demo_kluis: Path, form: tuple[str, ...]) -> None:
    out = run("--vault", demo_kluis, "casus", "show", "0141", *form).out

    assert "M3" in out
    assert "0404" not in out
    assert "wil niet dat het gezin" not in out
    assert "Melder van" not in out


POLITIE, BEKEND = MeldingSoort.POLITIE, Anonimiteit.BEKEND


@pytest.mark.parametrize(
    ("nummer", "reported"),
    [
        (
            "0141",
            [
                (POLITIE, "2026-04-02T09:10", date(2026, 4, 1), BEKEND),
                (POLITIE, "2026-04-24T09:15", date(2026, 4, 23), BEKEND),
                (
                    MeldingSoort.PARTICULIER,
                    "2026-04-26T11:30",
                    None,
                    Anonimiteit.ANONIEM_VOOR_GEZIN,
                ),
            ],
        ),
        ("0158", [(POLITIE, "2026-05-04T21:05", date(2026, 5, 4), BEKEND)]),
        ("0097", [(MeldingSoort.PROFESSIONAL, "2025-11-03T10:20", date(2025, 10, 31), BEKEND)]),
    ],
)
def test_who_reported_what_and_when(
    demo_desk: Desk,
    nummer: str,
    reported: list[tuple[MeldingSoort, str, date | None, Anonimiteit]],
) -> None:
    rows = demo_desk.meldingen.of_casus(demo_desk.casussen.find(nummer).id)

    assert [
        (one.soort, f"{one.ontvangen_op:%Y-%m-%dT%H:%M}", one.gebeurd_op, one.anonimiteit)
        for one in (row.gegevens for row in rows)
    ] == reported
    assert [row.naam for row in rows] == [f"M{n}" for n in range(1, len(rows) + 1)]


def test_the_ratings_of_case_2_stand_in_their_order_with_their_grounds(demo_desk: Desk) -> None:
    vt, cit = "Veilig Thuis", "Crisis Interventie Team (CIT)"
    reeks = demo_desk.crisis.reeks(demo_desk.casussen.find("0158").id)

    assert [
        (f"{one.moment:%d-%m %H:%M}", one.organisatie, one.kleur) for one in reeks.beoordelingen
    ] == [
        ("04-05 22:10", vt, Kleur.ROOD),
        ("04-05 23:00", cit, Kleur.ROOD),
        ("08-05 10:00", vt, Kleur.ORANJE),
        ("08-05 10:00", cit, Kleur.ROOD),
        ("12-05 14:10", vt, Kleur.ORANJE),
        ("12-05 14:10", cit, Kleur.ORANJE),
    ]
    assert "huissleutel" in reeks.beoordelingen[3].gronden
    assert all(one.volgende_op for one in reeks.beoordelingen)


def test_the_suspicion_in_case_3_was_confirmed_without_ill_will(demo_desk: Desk) -> None:
    _, outcome = demo_desk.besluiten.of_casus(demo_desk.casussen.find("0097").id)

    assert outcome.gegevens.uitkomst.startswith("Het vermoeden is bevestigd")
    assert "geen onwil" in outcome.gegevens.uitkomst
    assert not any(grond.sindsdien for grond in outcome.gronden)


def test_a_refused_melding_says_why_and_starts_no_term(demo_desk: Desk) -> None:
    casus = demo_desk.casussen.find("0086")
    [refused] = demo_desk.meldingen.of_casus(casus.id)

    assert refused.gegevens.anonimiteit is Anonimiteit.DUBBEL_ANONIEM
    assert refused.gegevens.geweigerd_want.startswith("Wie dit meldt is niet bekend")
    assert not [t for t in demo_desk.termijnen.of_casus(casus.id) if t.uitkomst.regel.id == "T1"]


def test_a_script_sees_what_became_of_a_ground_after_the_besluit(
    run: Run, demo_kluis: Path, demo_desk: Desk
) -> None:
    door = demo_desk.uitspraken.find("omdat ik dat wilde")
    demo_desk.correcties.refute(door.id, door="buurvrouw", reden="zij zag het")
    data = run("--vault", demo_kluis, "casus", "show", "0158", "--json").data

    ground = data["besluiten"][0]["gronden"][2]
    assert (ground["verificatie"], ground["sindsdien"]) == (
        "onbevestigd", "Sindsdien weerlegd door buurvrouw.",
    )  # fmt: skip
    assert data["besluiten"][0]["gronden"][0]["sindsdien"] is None
