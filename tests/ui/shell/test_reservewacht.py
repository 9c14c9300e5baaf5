"""The window copies what changed by itself, and the state line tells the truth about it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import NOW
from tests.kopieen import Kluis, copy_kluis, flip, make_kluis
from vtdesk.security import kopiestand
from vtdesk.security.kluis import Sleutels
from vtdesk.security.kopiestand import Fout, Plaatsstand, Plek, Stand
from vtdesk.services.desk import Desk
from vtdesk.services.reservekopie import service as reservekopie
from vtdesk.services.reservekopie.service import Reservekopieen
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Messages
from vtdesk.ui.reserve_woorden import laatste_goede, regel, stickzorg
from vtdesk.ui.shell.reservewacht import Reservewacht
from vtdesk.ui.shell.state_line import StateLine
from vtdesk.ui.widgets.message_bar import MessageBar

GOOD = Plaatsstand(Plek.LAPTOP, "/kluis", goed=NOW - timedelta(hours=1))


@pytest.mark.parametrize(
    ("stand", "words", "tone"),
    [
        (Stand(Plaatsstand(Plek.LAPTOP, "")), "Nog geen reservekopie", "let-op"),
        (Stand(GOOD), "Reservekopie vandaag 16:22, getest", ""),
        (
            Stand(Plaatsstand(Plek.LAPTOP, "", goed=NOW - timedelta(days=4))),
            "Reservekopie vr 8 mei 17:22, te oud",
            "let-op",
        ),
        (
            Stand(Plaatsstand(Plek.LAPTOP, "", goed=GOOD.goed, fout=Fout.VOL)),
            "Reservekopie mislukt; die van vandaag 16:22 is nog goed",
            "gevaar",
        ),
        (Stand(Plaatsstand(Plek.LAPTOP, "", fout=Fout.SCHIJF)), "Reservekopie mislukt", "gevaar"),
        (
            Stand(GOOD, Plaatsstand(Plek.STICK, "/stick", fout=Fout.WEG)),
            "Reservekopie vandaag 16:22, getest; op de stick nog geen",
            "let-op",
        ),
        (
            Stand(GOOD, Plaatsstand(Plek.STICK, "/stick", goed=NOW, fout=Fout.WEG)),
            "Reservekopie vandaag 17:22, getest",
            "",
        ),
    ],
)
def test_the_state_line_says_what_is_so(stand: Stand, words: str, tone: str) -> None:
    assert regel(stand, NOW) == (words, tone)


BEFORE_DAY_90 = "Op de stick staan nog kopieën met een casus die is vernietigd. Steek de stick"


@pytest.mark.parametrize(
    ("days", "kort", "lang"),
    [
        (1, "", f"{BEFORE_DAY_90} tussen 27 juli en 10 augustus in de laptop"),
        (75, "", f"{BEFORE_DAY_90} tussen 27 juli en 10 augustus in de laptop"),
        (
            76,
            "; steek de stick in vóór 10 augustus",
            f"{BEFORE_DAY_90} in de laptop vóór 10 augustus",
        ),
        (
            89,
            "; steek de stick in vóór 10 augustus",
            f"{BEFORE_DAY_90} in de laptop vóór 10 augustus",
        ),
        (91, "; steek de stick nu in", "Die hadden op 10 augustus weg moeten zijn."),
    ],
)
def test_the_stick_must_come_in_before_day_90_after_a_destruction(
    days: int, kort: str, lang: str
) -> None:
    now = NOW + timedelta(days=days)
    stick = Plaatsstand(Plek.STICK, "/stick", goed=now, oudste=NOW - timedelta(days=3))
    stand = Stand(replace(GOOD, goed=now), stick)

    zorg = stickzorg(stand, [NOW], now, old_keys=False)

    assert zorg is not None
    assert regel(stand, now, zorg) == (
        f"Reservekopie vandaag 17:22, getest{kort}", "let-op" if kort else ""
    )  # fmt: skip
    assert lang in zorg.lang


def test_a_stick_without_older_copies_need_not_come_in() -> None:
    stick = Plaatsstand(Plek.STICK, "/stick", goed=NOW, oudste=NOW)
    for stand in (Stand(GOOD), Stand(GOOD, replace(stick, oudste=None)), Stand(GOOD, stick)):
        before = [NOW - timedelta(days=1)]
        assert stickzorg(stand, before, NOW + timedelta(days=80), old_keys=False) is None


def test_copies_that_old_secrets_open_ask_for_the_stick_at_once() -> None:
    stand = Stand(GOOD, Plaatsstand(Plek.STICK, "/stick", goed=NOW, oudste=NOW))

    zorg = stickzorg(stand, [], NOW, old_keys=True)

    assert zorg is not None
    words, tone = regel(stand, NOW, zorg)
    assert words.endswith("; steek de stick in: daarop staan kopieën met oude sleutels")
    assert (tone, "oude wachtzin" in zorg.lang) == ("let-op", True)


def test_the_lock_screen_says_when_the_last_good_one_was() -> None:
    assert laatste_goede(Stand(GOOD), NOW) == "Laatste goede reservekopie: vandaag 16:22"
    assert laatste_goede(Stand(Plaatsstand(Plek.LAPTOP, "")), NOW) == ""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sleutels]:
    folder = tmp_path_factory.mktemp("kluis") / "kluis"
    return folder, make_kluis(folder)


class Watched:
    """The watch over an open kluis, with what it says."""

    def __init__(self, kluis: Kluis, desk: Desk, bot: QtBot) -> None:
        self.kluis, self.desk, self._bot = kluis, desk, bot
        self.line, self._bar = StateLine(kluis.clock), MessageBar()
        bot.addWidget(self.line)
        bot.addWidget(self._bar)
        self.jobs = Jobs(self.line)
        assert desk.reservekopieen is not None
        self.copies: Reservekopieen = desk.reservekopieen
        self.watch = Reservewacht(desk, self.copies, self.jobs, self.line, Messages(self._bar))

    def look(self) -> None:
        self.watch.look()
        self.jobs.wait()
        self._bot.wait(1)

    def said(self) -> str:
        return self._bar.words()

    def count(self) -> int:
        return len(self.copies.rows(Plek.LAPTOP))


@pytest.fixture
def watched(
    template: tuple[Path, Sleutels], tmp_path: Path, qtbot: QtBot, look: object
) -> Iterator[Watched]:
    kluis = copy_kluis(*template, tmp_path)
    with kluis.opened() as desk:
        made = Watched(kluis, desk, qtbot)
        yield made
        made.jobs.wait()


def test_what_changed_is_copied_at_most_every_quarter_of_an_hour(watched: Watched) -> None:
    assert watched.line.reserve() == "Nog geen reservekopie"
    watched.look()
    assert watched.line.reserve() == "Reservekopie vandaag 17:22, getest"

    watched.desk.instellingen.set_dialogen({"iets": 1})
    watched.kluis.clock.pass_time(minutes=14)
    watched.look()
    assert watched.copies.stand().laptop.goed == NOW

    watched.kluis.clock.pass_time(minutes=1)
    watched.look()
    assert watched.line.reserve() == "Reservekopie vandaag 17:37, getest"

    watched.kluis.clock.pass_time(hours=1)
    watched.look()
    assert watched.line.reserve() == "Reservekopie vandaag 17:37, getest", "nothing changed"


def test_a_copy_that_fails_is_said_in_red_and_once_in_words(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vtdesk.services.reservekopie import maken as reservekopie_maken

    watched.look()
    copy_into = reservekopie_maken.copy_into

    def damaging(source: Path, key: bytes, target: Path, stop: object) -> None:
        copy_into(source, key, target, None)
        flip(target)

    monkeypatch.setattr(reservekopie_maken, "copy_into", damaging)
    watched.desk.instellingen.set_dialogen({"iets": 1})
    watched.kluis.clock.pass_time(minutes=20)
    watched.look()

    assert watched.line.reserve() == "Reservekopie mislukt; die van vandaag 17:22 is nog goed"
    assert watched.said().startswith("De kopie op deze laptop klopte niet en telt niet mee")

    monkeypatch.undo()
    watched.kluis.clock.pass_time(minutes=20)
    watched.look()
    assert watched.line.reserve() == "Reservekopie vandaag 18:02, getest"


def test_closing_makes_a_last_copy_when_there_is_time(watched: Watched) -> None:
    watched.copies.last(0.0)
    assert watched.count() == 0

    with watched.kluis.opened() as desk:
        assert desk.reservekopieen is not None
        desk.reservekopieen.last(5.0)

    assert watched.count() == 1
    assert kopiestand.read(watched.kluis.folder).laptop.goed == NOW
    assert os.listdir(watched.kluis.folder / "kluis.kopieen")  # noqa: PTH208 - names will do


def test_as_it_closes_no_copy_is_begun_where_the_last_one_was_slow(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter((0.0, 3.0))
    monkeypatch.setattr(reservekopie, "monotonic", lambda: next(clock))
    watched.copies.make()
    watched.desk.instellingen.set_dialogen({"iets": 1})

    watched.copies.last(2.0)

    assert watched.count() == 1
