"""`vtdesk genogram` and `vtdesk export person`: what leaves, and what never does."""

import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from tests.builders import give_rol
from tests.cli.conftest import Run
from vtdesk.services.desk import Desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand

NEVER = ("Melder", "Wisselkade", "Schelpenhof", "Zeeklas", "Golfbreker", "0000 AB")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "verzoek"
    place.mkdir()
    return place


def texts(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.iterdir()))


def test_the_genogram_is_one_svg_and_the_answer_tells_it(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    target = tmp_path / "gezin.svg"
    outcome = run("--vault", demo_kluis, "genogram", "0158", "-o", target, "--json")
    assert outcome.code == 0
    assert ET.fromstring(target.read_text("utf-8")).get("width") == "297mm"
    assert "Loes Wolkenveld en Sanne Wolkenveld zijn zussen." in outcome.data["zinnen"]
    assert not any(word in target.read_text("utf-8") for word in NEVER)


def test_the_genogram_shows_the_day_that_was_asked(
    run: Run, demo_kluis: Path, tmp_path: Path
) -> None:
    words = ("genogram", "0158", "-o", tmp_path / "g.svg", "--op", "2026-05-03", "--json")
    sentences = run("--vault", demo_kluis, *words).data["zinnen"]
    assert "Sanne Wolkenveld en Dario Kaneelboom zijn partners (tot 4 mei 2026)." in sentences


@pytest.mark.parametrize(
    ("name", "code", "why"), [("fenna.svg", 5, "naam uit de casus"), ("gezin.png", 1, "SVG")]
)
def test_a_name_that_tells_or_is_no_svg_is_refused(
    run: Run, demo_kluis: Path, tmp_path: Path, name: str, code: int, why: str
) -> None:
    outcome = run("--vault", demo_kluis, "genogram", "0158", "-o", tmp_path / name)
    assert outcome.code == code
    assert why in outcome.err
    assert not (tmp_path / name).exists()


def test_a_day_that_is_none_is_said(run: Run, demo_kluis: Path, tmp_path: Path) -> None:
    outcome = run("genogram", "0158", "-o", tmp_path / "g.svg", "--op", "gisteren")
    assert outcome.code == 2
    assert "2026-05-04" in outcome.err


def test_a_person_gets_the_own_data_and_others_only_as_a_role(
    run: Run, demo_kluis: Path, folder: Path
) -> None:
    outcome = run("--vault", demo_kluis, "export", "person", "0141", "Maren", "-o", folder)
    assert outcome.code == 0
    assert {path.name for path in folder.iterdir()} == {
        "VT-DEMO-0141 inzage.json",
        "VT-DEMO-0141 inzage overzicht.txt",
    }
    found = json.loads((folder / "VT-DEMO-0141 inzage.json").read_text("utf-8"))
    assert found["gegevens"]["telefoon"] == "06-0000 0401"
    assert {row["soort"] for row in found["relaties"]} == {"ouder", "ex"}
    assert all(row.keys() == {"kind", "houder", "soort", "datum"} for row in found["gezag"])
    assert "[vader] zou drinken" in " ".join(row["tekst"] for row in found["uitspraken"])
    assert found["gesprekken"]
    for word in (*NEVER, "Otis", "Ria", "Pip", "Job", "Tess"):
        assert word not in texts(folder)
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


@pytest.mark.parametrize(
    ("nummer", "wie"),
    [("0141", "Otis"), ("0158", "Dario"), ("0158", "Loes"), ("0158", "Sanne")],
)
def test_nobody_else_can_be_known_from_what_leaves(
    run: Run, demo_kluis: Path, folder: Path, nummer: str, wie: str
) -> None:
    assert run("--vault", demo_kluis, "export", "person", nummer, wie, "-o", folder).code == 0
    assert not any(word in texts(folder) for word in NEVER)


def test_the_files_of_a_person_are_noted_as_a_copy(
    run: Run, demo_kluis: Path, demo_desk: Desk, folder: Path
) -> None:
    casus = demo_desk.casussen.find("0158")
    assert run("--vault", demo_kluis, "export", "person", "0158", "Loes", "-o", folder).code == 0
    details = [line.detail for line in demo_desk.logboek.of_casus(casus.id)]
    assert {"uitgifte", "uittreksel"} <= set(details)
    assert not [path for path in folder.iterdir() if path.suffix == ".tmp"]


def test_what_is_not_for_this_person_is_told_to_the_worker_alone(
    run: Run, demo_kluis: Path, folder: Path
) -> None:
    told = run("--vault", demo_kluis, "export", "person", "0158", "Loes", "-o", folder)
    assert "Een afgeschermd gegeven (school)" in told.out
    assert "afgeschermd gegeven" not in texts(folder)


def test_a_child_gets_nothing_and_who_has_gezag_only_when_that_was_decided(
    run: Run, demo_kluis: Path, demo_desk: Desk, folder: Path
) -> None:
    casus = demo_desk.casussen.find("0158")
    tijn = demo_desk.inzagen.persoon(casus.id, "Tijn")
    row = next(one for one in demo_desk.personen.in_casus(casus.id) if one.id == tijn)
    give_rol(demo_desk, row, row.rol, "woont nu op schelpenhof 9")
    words = ("--vault", demo_kluis, "export", "person", "0158", "Tijn", "-o", folder)
    for asked, why in (
        (words, "Volgens de regels mag dit niet"),
        ((*words, "--for", "Sanne"), "belang van het kind"),
    ):
        refused = run(*asked)
        assert refused.code == 1
        assert why in " ".join(refused.err.split())
    assert list(folder.iterdir()) == []
    sanne = demo_desk.inzagen.persoon(casus.id, "Sanne")
    wants = VerzoekGegevens(sanne, VerzoekSoort.INZAGE, date(2026, 5, 11), tijn)
    verzoek = demo_desk.rechten.ask(casus.id, wants)
    demo_desk.rechten.decide(verzoek, VerzoekStand.TOEGEWEZEN, "Besproken met de vertrouwensarts.")
    made = run(*words, "--for", "Sanne")
    assert made.code == 0
    assert "Waar het kind woont" in made.out
    assert "schelpenhof" not in f"{made.err}{made.out}{texts(folder)}".lower()


def test_the_melder_is_nobody_to_export(run: Run, demo_kluis: Path, folder: Path) -> None:
    outcome = run("--vault", demo_kluis, "export", "person", "0141", "Melder", "-o", folder)
    assert outcome.code == 1
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_or_is_used_is_refused(
    run: Run, demo_kluis: Path, folder: Path
) -> None:
    words = ("--vault", demo_kluis, "export", "person", "0141", "Maren", "-o")
    assert "bestaat niet" in run(*words, folder / "geen").err
    assert run(*words, folder).code == 0
    assert "al een inzage" in run(*words, folder).err
