"""Checking a verslag or its PDF, and beginning a correction, from a script."""

from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from tests.builders import SlowClock
from tests.cli.conftest import Run
from vtdesk.models import Uitgifte
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.uitgaand import UitgifteSoort

COPY = b"%PDF-1.7 the bytes that left"


@pytest.fixture
def final(run: Run, demo_kluis: Path) -> str:
    """The id of a verslag of the demo that is final."""
    rows = run("--vault", demo_kluis, "verslag", "list", "--json").data["verslagen"]
    return next(str(row["id"]) for row in rows if row["titel"] == "Gesprek moeder")


@pytest.fixture
def handed_out(demo_kluis: Path, demo_key: bytes, clock: SlowClock, final: str) -> Path:
    """A PDF that left as copy 7 for the mother."""
    store = Store(demo_kluis / "kluis.db", demo_key, clock=clock)
    verslag = next(row for row in Desk.over(store, clock).verslagen.all() if str(row.id) == final)
    with store.write() as session:
        session.add(
            Uitgifte(
                casus_id=verslag.casus_id, soort=UitgifteSoort.VERSLAG, verslag_id=verslag.id,
                nummer=1, exemplaar=7, ontvanger="Maren Zilverduin", gemaakt_op=clock(),
                sha256=sha256(COPY).hexdigest(),
            )
        )  # fmt: skip
    store.close()
    path = demo_kluis.parent / "terug.pdf"
    path.write_bytes(COPY)
    return path


def test_a_whole_verslag_is_told_to_be_right(run: Run, demo_kluis: Path, final: str) -> None:
    done = run("--vault", demo_kluis, "verslag", "verify", final[:8])

    assert done.code == 0
    assert ["Versie", "1", "klopt"] in [line.split() for line in done.out.splitlines()]
    assert "De rij van alle zegels is heel." in done.out


def test_one_changed_character_ends_with_code_4(
    run: Run, demo_kluis: Path, demo_key: bytes, final: str
) -> None:
    store = Store(demo_kluis / "kluis.db", demo_key)
    with store.write() as session:
        session.execute(
            sql("UPDATE versie SET inhoud = CAST(replace(inhoud, 'moeder', 'moedar') AS BLOB)")
        )
    store.close()

    done = run("--vault", demo_kluis, "verslag", "verify", final, "--json")

    assert (done.code, done.data["klopt"]) == (4, False)
    assert "veranderd nadat hij is vastgesteld" in done.data["delen"][0]["fout"]


def test_a_pdf_says_which_copy_it_is(
    run: Run, demo_kluis: Path, handed_out: Path, final: str
) -> None:
    done = run("--vault", demo_kluis, "verslag", "verify", handed_out, "--json")

    assert done.code == 0
    assert done.data["uitkomst"] == "komt precies overeen"
    assert (done.data["id"], done.data["versie"]) == (final, 1)
    assert (done.data["exemplaar"], done.data["ontvanger"]) == (7, "Maren Zilverduin")


def test_a_swapped_pdf_ends_with_code_4(run: Run, demo_kluis: Path, handed_out: Path) -> None:
    handed_out.write_bytes(COPY + b" ")

    done = run("--vault", demo_kluis, "verslag", "verify", handed_out)

    assert (done.code, done.out.splitlines()[0]) == (4, "Dit bestand is onbekend.")


def test_a_pdf_that_is_not_there_is_said(run: Run, demo_kluis: Path) -> None:
    done = run("--vault", demo_kluis, "verslag", "verify", "weg.pdf")

    assert (done.code, done.err) == (1, "Het bestand weg.pdf kan niet worden gelezen.\n")


def test_a_correction_names_who_holds_the_version_before(
    run: Run, demo_kluis: Path, handed_out: Path, final: str
) -> None:
    begun = run(
        "--vault",
        demo_kluis,
        "verslag",
        "correct",
        final,
        "--reason",
        "Een dag was fout.",
        "--json",
    )
    again = run("--vault", demo_kluis, "verslag", "correct", final, "--reason", "Nog eens.")

    assert (begun.code, begun.data["versie"]) == (0, 2)
    held = {one["ontvanger"]: one["doen"] for one in begun.data["ontvangers"]}
    assert held["Maren Zilverduin"] == "Stuur versie 2 zodra die is vastgesteld."
    assert again.code == 1
    assert again.err.startswith("Dit verslag is nog niet vastgesteld")


def test_a_verslag_shows_what_people_said_of_it(run: Run, demo_kluis: Path, final: str) -> None:
    shown = run("--vault", demo_kluis, "verslag", "show", final)
    data = run("--vault", demo_kluis, "verslag", "show", final, "--json").data

    assert "Reactie op versie 1: Maren Zilverduin, gezien, 12 mei." in shown.out
    [said] = data["reacties"]
    assert (said["soort"], said["versie"], said["klopt"]) == ("gezien", 1, True)
