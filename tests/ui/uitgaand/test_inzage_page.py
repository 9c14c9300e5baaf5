"""Inzage: what somebody may read about the own self or a child; what stayed out, to her alone."""

import subprocess
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock
from tests.services import gezin
from tests.services.gezin import Gezin
from tests.ui.conftest import put_on_screen
from tests.ui.uitgaand.conftest import words
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.uitgaand import uitvoer
from vtdesk.ui.uitgaand.bleefweg_dialog import BleefwegDialog
from vtdesk.ui.uitgaand.inzage_page import InzagePage
from vtdesk.values.casuskinds import VerzoekSoort, VerzoekStand
from vtdesk.values.kinds import Letter, Zichtbaarheid
from vtdesk.values.tekst import Bron

OURS = "alleen voor Veilig Thuis"


@pytest.fixture
def desk(store: Store, clock: SlowClock) -> Desk:
    desk = Desk.over(store, clock)
    desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra", organisatie="Veilig Thuis"))
    return desk


@pytest.fixture
def gez(desk: Desk) -> Gezin:
    """The family, with one sentence of Dario that is for Veilig Thuis alone."""
    made = gezin.make(desk)
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, "Dit is van ons.", Bron("Dario Kaneelboom", made.dario),
        over=(made.dario,), zichtbaarheid=Zichtbaarheid.ALLEEN_VT,
    )  # fmt: skip
    desk.uitspraken.add(made.casus, gegevens)
    return made


@pytest.fixture
def page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools) -> InzagePage:
    with look.building():
        made = InzagePage(desk, tools)
    put_on_screen(made, qtbot, desk)
    return made


def show(page: InzagePage, gez: Gezin, who: UUID, bot: QtBot) -> None:
    page.show_persoon(gez.casus, who)
    bot.waitUntil(lambda: page.parts.paper.page_count() > 0)


def test_the_list_of_what_stays_out_is_for_her_and_can_be_looked_at_again(
    page: InzagePage,
    gez: Gezin,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: target)
    show(page, gez, gez.dario, qtbot)

    assert [row.keuze.woorden for row in page.parts.who.people.rows()] == ["Dario Kaneelboom"]
    assert "Dario Kaneelboom vraagt dit zelf: ja." in words(page)
    assert OURS in words(page.parts.kept)
    assert "Adreswacht: 0 treffers" in words(page)
    assert not page.parts.earlier.isVisible()
    page.parts.who.ways.rows()[0].click()
    page.parts.foot.pdf.click()
    qtbot.waitUntil(page.parts.earlier.isVisible)

    read = subprocess.run(
        ["pdftotext", str(target), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert OURS not in read
    assert "Dit is van ons" not in read
    look_back = page.parts.earlier.findChild(QPushButton, "eerder-1")
    assert look_back is not None
    look_back.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BleefwegDialog)
    assert OURS in "\n".join(label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert page._desk.inzagerechten.eerder(gez.casus, gez.dario)[0].exemplaar > 0


def test_a_child_of_seven_reads_it_only_when_that_was_decided_with_a_reason(
    page: InzagePage, gez: Gezin, desk: Desk, qtbot: QtBot
) -> None:
    show(page, gez, gez.fenna, qtbot)
    assert not page.parts.foot.is_open()
    assert "Volgens de regels mag dit niet" in page.parts.foot.words()
    assert "Volgens de regels mag dit niet" in words(page.parts.law)

    asked = VerzoekGegevens(gez.fenna, VerzoekSoort.INZAGE, date(2026, 5, 1))
    verzoek_id = desk.rechten.ask(gez.casus, asked)
    desk.rechten.decide(verzoek_id, VerzoekStand.TOEGEWEZEN, "Fenna vroeg dit met haar moeder.")
    qtbot.waitUntil(lambda: page.parts.paper.page_count() == 0)
    qtbot.waitUntil(lambda: page.parts.paper.page_count() > 0)
    page.parts.who.ways.rows()[0].click()
    assert page.parts.foot.is_open()

    place = page.place()
    page.show_persoon(gez.casus, gez.dario)
    page.return_to(place)
    qtbot.waitUntil(lambda: page.parts.paper.page_count() > 0)
    assert page.place() == place


def test_a_parent_asks_it_for_a_child_and_reads_only_what_goes_to_that_parent(
    page: InzagePage,
    gez: Gezin,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: target)
    asked = VerzoekGegevens(gez.sanne, VerzoekSoort.INZAGE, date(2026, 5, 1), gez.tijn)
    verzoek_id = desk.rechten.ask(gez.casus, asked)
    desk.rechten.decide(verzoek_id, VerzoekStand.TOEGEWEZEN, "Niet tegen het belang van Tijn.")
    show(page, gez, gez.tijn, qtbot)

    rows = page.parts.who.people.rows()
    assert [row.keuze.woorden for row in rows] == [
        "Tijn Kaneelboom", "Sanne Wolkenveld", "Dario Kaneelboom"
    ]  # fmt: skip
    assert "mag dit lezen" in rows[1].keuze.tweede
    assert "Leg eerst het verzoek vast" in rows[2].keuze.tweede
    qtbot.keyClick(rows[1], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.parts.paper.page_count() > 0)
    assert "Sanne Wolkenveld vraagt dit voor Tijn Kaneelboom" in words(page.parts.law)
    page.parts.who.ways.rows()[0].click()
    page.parts.foot.pdf.click()
    qtbot.waitUntil(page.parts.earlier.isVisible)
    command = ["pdftotext", str(target), "-"]
    read = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "over uw kind" in " ".join(read.split())

    qtbot.keyClick(rows[2], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.parts.paper.page_count() > 0)
    assert not page.parts.foot.is_open()
    assert "weeg of het belang van het kind" in page.parts.foot.words()
    assert page.place()["lezer"] == str(gez.dario)
