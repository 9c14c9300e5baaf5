"""The demo as it was at other hours of its day: what came later is not done, and all is whole."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import TODAY, SlowClock, at
from tests.cli.conftest import Run
from tests.conftest import HOURS
from vtdesk.cli.demo.command import WACHTZIN, make
from vtdesk.cli.demo.fill import demo_start
from vtdesk.errors import UserError
from vtdesk.security import kluis
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.store.store import Store
from vtdesk.values.kinds import AfspraakStaat, Verificatie

UREN = [f"{hour:%H:%M}" for hour in HOURS]


def om(uur: str) -> datetime:
    hour, minute = uur.split(":")
    return at(int(hour), int(minute))


@pytest.fixture
def desk_at(demo_hours: dict[datetime, Path], tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """All services over a copy of the demo at one hour of the day."""
    opened: list[Store] = []

    def open_it(uur: str) -> Desk:
        clock = SlowClock(om(uur))
        copy = Path(shutil.copytree(demo_hours[om(uur)], tmp_path / f"{len(opened)}"))
        key = kluis.unlock(copy, WACHTZIN, NoKeychain()).database
        opened.append(Store(copy / "kluis.db", key, clock=clock))
        return Desk.over(opened[-1], clock)

    yield open_it
    for store in opened:
        store.close()


@pytest.mark.parametrize("uur", UREN)
def test_nothing_was_done_after_the_hour_and_every_seal_holds(
    desk_at: Callable[[str], Desk], uur: str
) -> None:
    desk = desk_at(uur)

    lines = [line for c in desk.casussen.all(None) for line in desk.logboek.of_casus(c.id)]
    assert max(line.moment for line in lines) <= om(uur)
    assert desk.vaststelling.klopt() == []
    assert desk.instellingen.demo_clock() == om(uur).isoformat()
    assert [row.titel for row in desk.agenda.to_confirm()] == []


@pytest.mark.parametrize(
    ("uur", "gehouden", "komt_nog"),
    [
        ("08:10", None, "Dagstart"),
        ("10:31", "Dagstart", "JB-plein, 3 besprekingen"),
        ("11:58", "JB-plein, 3 besprekingen", "Loes terugbellen"),
        ("12:31", "Wijkagent gebeld", "Lunch"),
        ("17:26", "Napraten met Nel", "Thuis"),
        ("20:24", "Thuis", "Verslagen"),
    ],
)
def test_the_day_stands_where_it_was(
    desk_at: Callable[[str], Desk], uur: str, gehouden: str | None, komt_nog: str
) -> None:
    day = desk_at(uur).agenda.on_day(TODAY)
    held = [row.titel for row in day if row.staat is AfspraakStaat.GEHOUDEN]
    coming = [row.titel for row in day if row.staat is AfspraakStaat.GEPLAND]

    assert (held[-1] if held else None, coming[0]) == (gehouden, komt_nog)


@pytest.mark.parametrize(
    ("uur", "stand"),
    [
        ("11:58", None),
        ("12:31", Verificatie.ONBEVESTIGD),
        ("17:26", Verificatie.WEERLEGD),
    ],
)
def test_the_car_is_not_known_then_unconfirmed_then_refuted(
    desk_at: Callable[[str], Desk], uur: str, stand: Verificatie | None
) -> None:
    desk = desk_at(uur)
    said = desk.uitspraken.of_casus(desk.casussen.find("0158").id)
    cars = [one.verificatie for one in said if one.bron.naam == "Loes Wolkenveld"]

    assert cars == ([stand] if stand else [])


@pytest.mark.parametrize(("uur", "kleuren"), [("12:31", {"oranje", "rood"}), ("17:26", {"oranje"})])
def test_the_two_ratings_differ_until_the_mdo(
    desk_at: Callable[[str], Desk], uur: str, kleuren: set[str]
) -> None:
    assert {kleur.value for kleur in desk_at(uur).casussen.find("0158").crisis} == kleuren


@pytest.mark.parametrize(("uur", "gehaald"), [("08:10", None), ("17:26", TODAY)])
def test_what_is_due_today_is_open_until_it_is_done(
    desk_at: Callable[[str], Desk], uur: str, gehaald: date | None
) -> None:
    desk = desk_at(uur)
    rows = desk.termijnen.of_casus(desk.casussen.find("0097").id)
    met = [row.gehaald_op for row in rows if row.wanneer == TODAY]

    assert met == [gehaald]


@pytest.mark.parametrize(
    ("uur", "open_staat"),
    [
        ("08:10", ["Maren", "Otis"]),
        ("12:31", ["Maren", "Otis", "S.,"]),
        ("17:26", ["Maren", "Otis", "Ruben", "S.,"]),
        ("20:24", ["Otis", "Ruben", "S.,"]),
    ],
)
def test_two_promises_are_open_in_the_morning_and_the_day_adds_two_and_keeps_one(
    desk_at: Callable[[str], Desk], uur: str, open_staat: list[str]
) -> None:
    assert [row.aan.split()[0] for row in desk_at(uur).beloften.open()] == open_staat


@pytest.mark.parametrize(("uur", "titels"), [("08:10", ["Job"]), ("17:26", [])])
def test_the_talk_with_job_has_no_new_date_until_father_was_spoken_to(
    desk_at: Callable[[str], Desk], uur: str, titels: list[str]
) -> None:
    open_still = desk_at(uur).agenda.not_replanned()

    assert [row.titel.split()[1] for row in open_still] == titels


@pytest.mark.parametrize(("uur", "noemt"), [("12:31", False), ("17:26", True)])
def test_what_father_said_warns_nobody_before_he_said_it(
    desk_at: Callable[[str], Desk], uur: str, *, noemt: bool
) -> None:
    assert ("advocaat" in desk_at(uur).casussen.find("0141").let_op) is noemt


def test_before_its_first_casus_there_is_no_demo(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="De demo begint op maandag 3 november 2025"):
        make(tmp_path / "vroeg", demo_start() - timedelta(minutes=1))

    assert not (tmp_path / "vroeg").exists()


def test_the_work_of_the_evening_is_not_done_in_the_morning(run: Run, tmp_path: Path) -> None:
    refused = run("--now", "2026-05-12T08:10", "demo", tmp_path / "vroeg", "--no-window")

    assert refused.err == (
        "Het werk zonder scherm kan pas na het laatste gesprek. Laat --now weg.\n"
    )
    assert not (tmp_path / "vroeg").exists()


def test_a_demo_made_for_the_morning_opens_in_the_morning(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ochtend"
    make(folder, om("08:10"))
    day = run("--vault", folder, "agenda", "vandaag").out

    assert day.startswith("dinsdag 12 mei 2026")
    assert "gehouden" not in day
