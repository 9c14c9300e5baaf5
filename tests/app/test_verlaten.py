"""Leaving the laptop from the window: asked twice, closed, and the next image takes it all away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import add_casus
from tests.program import WACHTZIN, Program, says
from vtdesk.security import instance, verlaten
from vtdesk.services.vertrek import WOORD, Antwoord, Keuze
from vtdesk.ui.instellingen import vertrek as part
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.instellingen.snel import COST


def press(inside: QWidget, name: str) -> None:
    inside.findChild(QAbstractButton, name).click()


def shown(vtdesk: Program, qtbot: QtBot) -> part.VertrekSettings:
    """Go to the part of the settings, when all of them have been read."""
    vtdesk.window.show_page("instellingen")
    page = vtdesk.window.findChild(InstellingenPage)
    page.show_part("Laptop verlaten")
    words = page.findChild(QLabel, "snel-openen")
    qtbot.waitUntil(lambda: words.text() != COST)  # asked of the session in a job
    return page.findChild(part.VertrekSettings)


def fill_in(settings: part.VertrekSettings, stick: Path) -> list[str]:
    """Answer one thing at a time, and press each time; gives what was said of it."""
    failure = settings.findChild(QLabel, "vertrek-mislukt")
    answer = settings.findChild(QComboBox, "antwoord")
    steps: list[Callable[[], object]] = [
        lambda: settings.findChild(QLineEdit, "vertrek-woord").setText(WOORD),
        lambda: settings.findChild(QLineEdit, "vertrek-stick").setText(str(stick)),
        lambda: answer.setCurrentIndex(answer.findData(Antwoord.MEE)),
    ]
    said = []
    for step in steps:
        press(settings, "verlaat-laptop")
        said.append(failure.text())
        step()
    return said


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    place = tmp_path / "stick"
    place.mkdir()
    return place


def test_everything_goes_and_the_next_image_says_it_place_by_place(
    program: Callable[[], Program],
    folder: Path,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def agree(_: object, question: str, *__: object, **___: object) -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(part, "ask", agree)
    vtdesk = program().start(folder, WACHTZIN)
    add_casus(vtdesk.desk)
    settings = shown(vtdesk, qtbot)

    word, place, answer = fill_in(settings, stick)
    assert WOORD in word
    assert "Kies een stick" in place
    assert "wat nog openstaat" in answer
    assert asked == []
    press(settings, "verlaat-laptop")
    qtbot.waitUntil(lambda: bool(vtdesk.next_image))
    assert len(asked) == 1
    assert verlaten.is_pending(folder)
    vtdesk.end()

    again = program().start(folder)  # the next image
    seen = says(again.lock_screen)
    assert "Deze laptop is leeg" in seen
    assert "Sleutelkop van de kluis: weg" in seen
    assert "Alles is opgeslagen" not in seen
    assert not folder.exists()
    assert "helemaal nagelezen" in next(stick.glob("vtdesk-bewijs-*.txt")).read_text()
    again.lock_screen.findChild(QAbstractButton, "sluiten").click()
    assert not again.lock_screen.isVisible()
    again.end()


def test_nothing_to_hand_over_needs_no_stick(
    program: Callable[[], Program], folder: Path, qtbot: QtBot
) -> None:
    vtdesk = program().start(folder, WACHTZIN)
    settings = shown(vtdesk, qtbot)
    assert settings.findChild(QLabel, "openstaand-kop").text() == "Er staat niets meer open."
    press(settings, "niets-mee")
    assert not settings.findChild(QLineEdit, "vertrek-stick").isEnabled()
    assert settings.findChild(QCheckBox, "niets-mee").isChecked()
    vtdesk.desk.vertrek.decide(Keuze(WOORD, niets_mee=True))
    vtdesk.end()

    lock = instance.take(folder)
    lock.release()
    assert verlaten.is_pending(folder)
