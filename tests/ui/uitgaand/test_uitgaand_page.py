"""Uitgaand: first for whom, then what stays behind and what was found, and only then a file."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.uitgaand.conftest import SENTENCE, words
from vtdesk.services.desk import Desk
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page, Width
from vtdesk.ui.uitgaand import uitvoer
from vtdesk.ui.uitgaand.page import UitgaandPage
from vtdesk.ui.widgets.keuzerij import KeuzeRij

Heard = Callable[[Page], list[Message]]


class Driver:
    """What she does on the page, and what she sees."""

    def __init__(self, page: UitgaandPage, bot: QtBot) -> None:
        self.page, self._bot = page, bot

    def open(self, verslag_id: UUID, nummer: int | None) -> "Driver":
        self.page.show_verslag(verslag_id, nummer)
        self.until(lambda: bool(self.page.parts.who.people.rows()))
        return self

    def receiver(self, name: str) -> KeuzeRij:
        rows = self.page.parts.who.people.rows()
        return next(row for row in rows if row.keuze.woorden.startswith(name))

    def choose(self, name: str) -> "Driver":
        self.receiver(name).click()
        return self.sure()

    def choose_way(self, name: str) -> "Driver":
        rows = self.page.parts.who.ways.rows()
        next(row for row in rows if row.keuze.woorden == name).click()
        return self

    def sure(self) -> "Driver":
        """Wait until all that is about this receiver was read."""
        gang, paper = self.page.gang, self.page.parts.paper
        self.until(lambda: gang.sure() is not None and paper.page_count() > 0)
        return self

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        self._bot.keyClick(self.page.window(), key, modifier)

    def fill(self, name: str, text: str) -> None:
        line = self.page.findChild(QLineEdit, name)
        line.setText(text)
        self._bot.keyClick(line, Qt.Key.Key_Return)

    def foot(self) -> str:
        return self.page.parts.foot.words()

    def until(self, true: Callable[[], bool]) -> None:
        self._bot.waitUntil(true)


@pytest.fixture
def driver(page: UitgaandPage, qtbot: QtBot) -> Driver:
    return Driver(page, qtbot)


def test_nothing_can_be_made_before_she_says_for_whom(driver: Driver, draft: UUID) -> None:
    driver.open(draft, None)

    assert "Kies eerst voor wie dit is." in words(driver.page)
    assert driver.foot() == "PDF maken kan nog niet. Kies eerst voor wie dit is."
    assert not driver.page.parts.foot.is_open()
    assert driver.page.parts.who.people.value() is None


def test_a_hit_closes_the_making_and_says_where_it_stands_and_why(
    driver: Driver, draft: UUID
) -> None:
    driver.open(draft, None).choose("Dario")

    card = driver.page.parts.guard
    assert "Adreswacht: 1 treffer" in words(card)
    hit = card.current()
    assert hit is not None
    assert hit.zin == SENTENCE
    assert SENTENCE[slice(*hit.woord)] == "zwembad"
    assert "het geheime adres van Loes verraden" in hit.waar
    assert driver.foot() == "PDF maken kan nog niet. Los eerst de treffer op."


def test_leaving_the_sentence_out_opens_the_making_and_undo_closes_it_again(
    driver: Driver, draft: UUID, heard: Heard
) -> None:
    said = heard(driver.page)
    driver.open(draft, None).choose("Dario").choose_way("In een gesprek geven")

    driver.page.parts.guard.leave_out.click()
    driver.sure()
    assert "Adreswacht: 0 treffers" in words(driver.page.parts.guard)
    assert driver.foot().startswith("Klaar om te maken voor Dario.")
    assert said[-1].action == "Ongedaan maken"

    assert said[-1].on_action is not None
    said[-1].on_action()
    driver.sure()
    driver.until(lambda: "Adreswacht: 1 treffer" in words(driver.page.parts.guard))
    assert not driver.page.parts.foot.is_open()


def test_a_hit_that_is_something_else_needs_a_reason(driver: Driver, draft: UUID) -> None:
    driver.open(draft, None).choose("Dario")

    driver.page.parts.guard.other.click()
    driver.fill("reden-treffer", "  ")
    assert "Schrijf op waarom." in words(driver.page.parts.guard)

    driver.fill("reden-treffer", "Dit is het zwembad van de school")
    driver.sure()
    assert "Adreswacht: 0 treffers" in words(driver.page.parts.guard)


def test_a_part_goes_along_only_for_a_reason_and_stays_behind_without_one(
    driver: Driver, phoned: UUID, desk: Desk, heard: Heard
) -> None:
    said = heard(driver.page)
    driver.open(phoned, 1).choose("Dario")
    rows = driver.page.parts.parts.rows()
    part = rows[0]
    was = part.schakel()
    assert part.isChecked()
    assert was.zinnen
    assert not any(one in words(driver.page) for one in was.zinnen)  # nobody looks along

    part.click()
    assert part.isChecked()  # it does not turn by itself
    assert all(one in words(driver.page.parts.parts) for one in was.zinnen)
    driver.fill("reden-schakel-1", "Hij was er zelf bij")
    driver.until(lambda: not part.isChecked())
    assert part.schakel().tweede == "Gaat mee, want: Hij was er zelf bij"
    assert "gaat mee" in part.accessibleDescription()
    driver.sure()
    assert said[-1].action == "Ongedaan maken"

    assert "Elke keuze komt met de reden in het logboek." in words(driver.page)

    part.click()  # to stay behind asks nothing
    driver.until(part.isChecked)

    rows[-1].click()
    driver.fill(f"reden-schakel-{len(rows)}", "Hij was er zelf bij")
    driver.until(lambda: not rows[-1].isChecked())
    assert driver.page.window().focusWidget() is rows[-1]  # and not somewhere in the rail
    assert part.schakel() == was


def test_choosing_another_quickly_shows_only_what_is_for_the_last_one(
    driver: Driver, phoned: UUID
) -> None:
    driver.open(phoned, 1)
    driver.receiver("Dario").click()
    driver.receiver("Sanne").click()
    assert driver.page.parts.paper.page_count() == 0  # nothing of another is left on screen
    driver.sure()

    assert "voor Sanne" in words(driver.page.parts.parts)
    assert "voor Dario" not in words(driver.page.parts)
    proposal = driver.page.gang.sure()
    assert proposal is not None
    assert proposal.document.bestemd_voor == "Sanne Wolkenveld"


def test_a_closed_way_says_why_and_cannot_be_chosen(driver: Driver, phoned: UUID) -> None:
    driver.open(phoned, 1).choose("Sanne")
    post = next(row for row in driver.page.parts.who.ways.rows() if row.keuze.woorden == "Per post")

    post.click()
    assert not post.isEnabled()
    assert post.accessibleDescription().startswith("Kan niet")
    assert driver.page.gang.way == "gesprek"  # the only one that is open


def test_the_file_is_searched_again_and_what_is_left_out_is_not_in_it(
    driver: Driver, draft: UUID, tmp_path: Path, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard(driver.page)
    proposed: list[str] = []

    def place(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        proposed.append(name)
        return tmp_path / f"uit{Path(name).suffix}"

    monkeypatch.setattr(uitvoer, "choose_place", place)
    driver.open(draft, None).choose("Dario").choose_way("In een gesprek geven")
    driver.page.parts.guard.leave_out.click()
    driver.sure()

    driver.page.parts.foot.pdf.click()
    driver.until(lambda: "Gemaakt voor Dario" in driver.foot())
    assert "Nagekeken: 0 treffers in het gemaakte bestand." in driver.foot()
    assert said[-1].words.startswith("Nagekeken: 0 treffers in het gemaakte bestand.")
    assert (tmp_path / "uit.pdf").read_bytes().startswith(b"%PDF")
    assert not any(name in proposed[0] for name in ("Dario", "Loes", "Fenna"))

    driver.page.parts.foot.html.click()
    driver.until((tmp_path / "uit.html").exists)
    page = (tmp_path / "uit.html").read_text()
    assert "zwembad" not in page
    assert "Dario bleef rustig." in page


def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(
    driver: Driver, phoned: UUID, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = heard(driver.page)
    gone = tmp_path / "weg" / "uit.pdf"
    monkeypatch.setattr(uitvoer, "choose_place", lambda *_: gone)
    driver.open(phoned, 1).choose("Dario").choose_way("In een gesprek geven")

    driver.page.parts.foot.pdf.click()
    driver.until(lambda: bool(said))
    assert said[-1].words == (
        "De map is niet bereikbaar. Kies een andere map; er is niets geschreven."
    )
    assert list(tmp_path.rglob("*.pdf*")) == []
    assert driver.page.parts.foot.is_open()


def test_a_lock_gives_back_receiver_and_half_typed_reasons(
    driver: Driver, draft: UUID, phoned: UUID
) -> None:
    driver.open(phoned, 1).choose("Dario").choose_way("In een gesprek geven")
    driver.page.parts.parts.rows()[1].click()
    driver.page.findChild(QLineEdit, "reden-schakel-2").setText("Loes wil dat hij")
    place = driver.page.place()
    assert place["bezig"]

    driver.page.show_verslag(draft, None)
    driver.page.return_to(place)
    driver.sure()
    driver.until(lambda: driver.page.findChild(QLineEdit, "reden-schakel-2") is not None)
    assert driver.page.findChild(QLineEdit, "reden-schakel-2").text() == "Loes wil dat hij"
    assert driver.page.gang.way == "gesprek"
    assert driver.page.place() == place


def test_narrow_the_paper_is_a_tab_and_the_making_stays_in_sight(
    driver: Driver, phoned: UUID
) -> None:
    page = driver.page
    page.on_width(Width.KLEIN)
    driver.open(phoned, 1).choose("Dario")
    assert page.parts.parts.isVisible()
    assert not page.parts.paper.isVisible()
    assert page.parts.foot.isVisible()

    page.toggle_inspector()
    assert page.parts.paper.isVisible()
    assert page.parts.foot.isVisible()
    assert [pane.isVisible() for pane in page.panes()] == [True] * len(page.panes())


def test_a_hit_leads_to_the_text_and_from_the_table_to_a_correction(
    driver: Driver, draft: UUID
) -> None:
    asked: list[UUID] = []
    driver.page.correction_requested.connect(asked.append)
    driver.open(draft, None).choose("Dario")

    assert driver.page.parts.guard.correct.text() == "Naar de tekst"
    driver.page.parts.guard.correct.click()
    assert asked == [draft]


def test_everything_is_done_by_keyboard(
    driver: Driver, draft: UUID, intake: UUID, qtbot: QtBot
) -> None:
    page = driver.open(draft, None).page
    page.activateWindow()
    alt = Qt.KeyboardModifier.AltModifier
    first = page.parts.who.people.rows()[0]
    driver.until(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)  # nobody is chosen by walking past
    assert page.parts.who.people.value() is None
    qtbot.keyClick(page.parts.who.people.rows()[1], Qt.Key.Key_Up)
    dario = driver.receiver("Dario")
    qtbot.keyClick(dario, Qt.Key.Key_Space)
    driver.sure()
    assert page.parts.who.people.value() == dario.keuze.waarde

    driver.press(Qt.Key.Key_I, alt)
    line = page.findChild(QLineEdit, "reden-treffer")
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_Z, alt)
    driver.until(lambda: "Adreswacht: 0 treffers" in words(page.parts.guard))

    driver.open(intake, 1).choose("Dario")
    part, other = page.parts.parts.rows()[:2]
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Up)
    assert part.hasFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert page.findChild(QLineEdit, "reden-schakel-1").hasFocus()
    driver.press(Qt.Key.Key_PageDown, alt)
    assert page.parts.paper.at() == 1
    driver.press(Qt.Key.Key_V, alt)
    assert driver.receiver("Dario").hasFocus()
