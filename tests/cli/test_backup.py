"""`vtdesk backup`: making, listing, checking and restoring, with its exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.kopieen import flip
from tests.services.test_logketen import by_raw_sql
from vtdesk.security import kopieterug
from vtdesk.store.store import Store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_a_copy_is_made_listed_checked_and_put_back(
    run: Run, demo_kluis: Path, stick: Path, tmp_path: Path
) -> None:
    vault = ("--vault", demo_kluis, "backup")
    made = run(*vault, "create", "--to", stick)
    assert (made.code, made.out.splitlines()) == (
        0,
        [
            "De reservekopie op deze laptop is gemaakt en getest.",
            "De reservekopie is gemaakt en getest. Haal de stick eruit.",
        ],
    )

    listed = run(*vault, "list", "--json", secrets="").data["kopieen"]
    assert len(listed) == 2

    checked = run(*vault, "check", stick, "--json").data["kopieen"]
    assert [row["in_orde"] for row in checked] == [True]
    assert checked[0]["casussen"] > 0

    folder = tmp_path / "nieuwe laptop"
    back = run("backup", "restore", stick, "--to", folder)
    assert back.code == 0
    assert "is teruggezet" in back.out
    assert "een casus is vernietigd, is hier niet te zien. Kijk het na" in back.out
    assert run("--vault", folder, "vault", "check", folder).code == 0
    assert kopieterug.aside(folder) == []


def test_a_restore_over_a_kluis_sets_it_aside_and_can_be_undone(run: Run, demo_kluis: Path) -> None:
    vault = ("--vault", demo_kluis, "backup")
    run(*vault, "create")

    done = run(*vault, "restore", demo_kluis)

    assert done.code == 0
    assert "staat dertig dagen opzij" in done.out
    assert "niet te zien" not in done.out
    undone = run(*vault, "restore", "--undo", "--json").data
    assert undone == {"map": str(demo_kluis), "terug": True}
    assert run("--vault", demo_kluis, "vault", "check", demo_kluis).code == 0


def test_a_damaged_copy_is_code_4_and_named(run: Run, demo_kluis: Path) -> None:
    vault = ("--vault", demo_kluis, "backup")
    run(*vault, "create")
    [copy] = demo_kluis.glob("kluis.kopieen/*/*/kluis.db")
    flip(copy)

    found = run(*vault, "check")
    assert (found.code, found.err) == (
        4, "Eén reservekopie is beschadigd. Maak een nieuwe met 'vtdesk backup create'.\n"
    )  # fmt: skip
    as_json = run(*vault, "check", "--json")
    assert as_json.code == 4
    assert json.loads(as_json.out)["kopieen"][0]["in_orde"] is False
    assert run(*vault, "restore", demo_kluis).code == 4
    assert run("vault", "check", demo_kluis).code == 0


def test_a_copy_whose_logboek_was_changed_is_code_4_and_can_be_put_back(
    run: Run, demo_kluis: Path, demo_key: bytes
) -> None:
    vault = ("--vault", demo_kluis, "backup")
    store = Store(demo_kluis / "kluis.db", demo_key)
    by_raw_sql(store, "UPDATE logboek SET detail = 'x' WHERE seq = 9")
    store.close()
    assert "Het logboek klopt niet. Regel 9 is veranderd" in run(*vault, "create").out

    checked = run(*vault, "check")

    assert (checked.code, "beschadigd" in checked.out) == (4, True)
    back = run(*vault, "restore", demo_kluis)
    assert (back.code, "Regel 9 is veranderd" in back.out) == (0, True)


def test_a_wrong_wachtzin_is_code_3(run: Run, demo_kluis: Path) -> None:
    vault = ("--vault", demo_kluis, "backup")
    run(*vault, "create")

    for words in (("check",), ("restore", demo_kluis), ("create",)):
        assert run(*vault, *words, secrets="niet deze zin hoor").code == 3
    assert kopieterug.aside(demo_kluis) == []


def test_a_place_without_copies_is_refused_in_words(
    run: Run, demo_kluis: Path, stick: Path
) -> None:
    vault = ("--vault", demo_kluis, "backup")

    assert run(*vault, "list").out == "Er zijn hier geen reservekopieën.\n"
    assert (run(*vault, "check").code, run(*vault, "restore", stick).code) == (1, 1)
    assert run(*vault, "restore").err.startswith("Zeg welke kopie terug moet")
    assert run(*vault, "restore", "--undo").err == "Er staat hier geen kluis opzij.\n"
    assert run(*vault, "list", stick / "weg").err.startswith("Deze map is er niet.")


def test_a_stick_that_is_away_is_told_and_code_0(run: Run, demo_kluis: Path, stick: Path) -> None:
    vault = ("--vault", demo_kluis, "backup")
    run(*vault, "create", "--to", stick)
    stick.rename(stick.with_name("weg"))

    done = run(*vault, "create", "--json").data["plaatsen"]

    assert [(one["plek"], one["uitkomst"]) for one in done] == [
        ("laptop", "geen"),
        ("stick", "weg"),
    ]
