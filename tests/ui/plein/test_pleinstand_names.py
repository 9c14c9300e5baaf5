"""Pleinstand names nobody of another casus: not on screen, not to a screen reader, not in a tip."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, at, plan
from tests.program import WACHTZIN, Program
from tests.ui.plein.spoken import everything
from vtdesk.app.session import LOCKED
from vtdesk.security import kluis
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.opening import open_desk
from vtdesk.services.plein.service import BesprekingGegevens, Uitkomst, Voorbereiding
from vtdesk.services.pleintafel import TaakGegevens
from vtdesk.ui.main_window import MainWindow
from vtdesk.ui.plein.page import PleinPage
from vtdesk.ui.plein.voorlezen import Voorlezen
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tijd import local, start_of

pytestmark = pytest.mark.usefixtures("hooks")


@dataclass(frozen=True, slots=True)
class Gezin:
    """One invented family, and the words that give it away."""

    nummer: str
    namen: tuple[str, str]
    kind: str

    @property
    def woorden(self) -> tuple[str, ...]:
        return (self.nummer, *self.namen, self.kind)


AT_TABLE = (
    Gezin("VT-DEMO-9101", ("Zilverduin", "Havikskruid"), "Pippeloentje"),
    Gezin("VT-DEMO-9102", ("Wolkenveld", "Kaneelboom"), "Fennegien"),
)
ELSEWHERE = Gezin("VT-DEMO-9103", ("Sterrenwoud", "Maanroos"), "Lotteke")
KAART = Gezin("Quirijntje", ("Quirijntje", "Quirijntje"), "Quirijntje")
ALL = (*AT_TABLE, ELSEWHERE, KAART)


def fill(desk: Desk) -> None:
    """Three families in everything that a window can show, and one child on a tafelkaart."""
    desk.instellingen.set_gebruiker(Gebruiker("Mila Proefstra"))
    now = local(desk.clock())
    begin = start_of(now.date()).replace(hour=0, minute=5)
    zitting = desk.plein.open_zitting(begin)
    for gezin in (*AT_TABLE, ELSEWHERE):
        casus_id = add_casus(
            desk, nummer=gezin.nummer, naam=" / ".join(gezin.namen), geopend_op=date(2026, 4, 2)
        )
        for rol, name in ((Rol.MOEDER, gezin.namen[0]), (Rol.VADER, gezin.namen[1])):
            add_persoon(desk, casus_id, rol, voornaam=f"{name[:3]}a", achternaam=name)
        add_persoon(
            desk, casus_id, Rol.KIND, voornaam=gezin.kind, achternaam=gezin.namen[0],
            geboortedatum=date(2018, 1, 1),
        )  # fmt: skip
        plan(
            desk, casus_id, titel=f"Gesprek {gezin.namen[0]}", begin=begin,
            einde=begin.replace(minute=50), plaats=f"bij {gezin.namen[1]}",
        )  # fmt: skip
        desk.beloften.add(BelofteGegevens(gezin.namen[0], "terugbellen", now.date(), casus_id))
        if gezin is not ELSEWHERE:
            _discuss(desk, zitting, BesprekingGegevens(50, casus_id), gezin)
    _discuss(desk, zitting, BesprekingGegevens(50, None, KAART.kind, "3"), KAART)


def _discuss(desk: Desk, zitting: UUID, gegevens: BesprekingGegevens, gezin: Gezin) -> None:
    it = desk.plein.add(zitting, gegevens)
    words = f"{gezin.namen[0]} en {gezin.kind}"
    desk.plein.prepare(it, Voorbereiding(words, f"Hoe is het met {words}?", (), words))
    desk.pleintafel.say(it, f"moeder: {words} slapen slecht", Letter.VERKLARING)
    desk.pleintafel.add_taak(it, TaakGegevens(f"Belt {words}", "wijkteam", "morgen"))
    desk.plein.keep(it, Uitkomst(mening_kind=words, gronden=words, zicht=words), {"regel": words})


@pytest.fixture(scope="module")
def filled(new_kluis: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kluis with all of them in it; tests work on copies."""
    place = Path(shutil.copytree(new_kluis, tmp_path_factory.mktemp("gezinnen") / "kluis"))
    store, desk = open_desk(place, kluis.unlock(place, WACHTZIN, NoKeychain()))
    fill(desk)
    store.close()
    return place


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(filled, tmp_path / "kluis"))


@pytest.fixture
def running(program: Callable[[], Program], folder: Path) -> Program:
    return program().start(folder, WACHTZIN)


@pytest.fixture
def window(running: Program) -> MainWindow:
    """A window in which every page was seen, and the table is the last."""
    window = running.window
    for name in window._pages.names:
        window.show_page(name)
        QApplication.processEvents()
    zoeken = window._pages.zoeken.findChild(QLineEdit)
    assert zoeken is not None
    zoeken.setText("Wolkenveld")
    window.show_page("casussen")
    window.show_page("plein")
    QApplication.processEvents()
    return window


def begin(window: MainWindow) -> PleinPage:
    page = window._pages.plein
    page._dag.view.list.choose(lambda row: row.nummer == 1)
    page._dag.begin()
    QApplication.processEvents()
    return page


def others(number: int) -> list[str]:
    """Give the words of everybody but the one at this place of the table."""
    shown = (*AT_TABLE, KAART)[number - 1]
    return [word for gezin in ALL if gezin is not shown for word in gezin.woorden]


def found(number: int) -> list[str]:
    said = everything().casefold()
    return [word for word in others(number) if word.casefold() in said]


def test_at_each_bespreking_nothing_says_a_name_of_another(window: MainWindow) -> None:
    before = everything()
    assert all(gezin.namen[0] in before for gezin in (*AT_TABLE, KAART)), "they are there to find"
    page = begin(window)

    for number, shown in enumerate((*AT_TABLE, KAART), 1):
        said = everything()
        assert f"Bespreking {number}" in said
        assert shown.namen[0] in said, "its own words are there"
        assert found(number) == []
        if number < len(ALL) - 1:
            page._stand.step(1)
    page._stand.step(-1)
    assert found(2) == []

    page._stand.leave()
    window.show_page("casussen")
    assert ELSEWHERE.namen[0] in everything(), "the other pages are back"


def test_what_was_to_leave_for_another_is_gone_at_the_table_and_under_the_gordijn(
    window: MainWindow, running: Program, qtbot: QtBot
) -> None:
    desk, ways, pages = running.desk, window.ways, window._pages
    casus_id = next(one.id for one in desk.casussen.all() if one.nummer == ELSEWHERE.nummer)
    persoon_id = next(one.id for one in desk.personen.in_casus(casus_id) if not one.is_kind)
    verslag_id = desk.formulieren.begin(casus_id, "plan_van_aanpak")
    opened: dict[str, Callable[[], None]] = {
        "uitgaand": lambda: ways.open_uitgaand(verslag_id, None),
        "dossier": lambda: ways.open_dossier(casus_id),
        "inzage": lambda: ways.open_inzage(casus_id, persoon_id, persoon_id),
    }
    for name, open_it in opened.items():
        open_it()
        people = pages.page(name).findChild(QWidget, "ontvanger")
        assert people is not None
        qtbot.waitUntil(lambda people=people: names_one(said_by(people)))
        window.curtained.draw()
        assert not names_one(everything()), name
        window.curtained.lift()
        assert names_one(everything()), "it is there again"

    window.show_page("plein")
    begin(window)
    assert found(1) == []


def names_one(said: str) -> bool:
    """Tell whether somebody of the family elsewhere is named."""
    return any(word in said for word in ELSEWHERE.woorden)


def said_by(people: QWidget) -> str:
    """Give what the rows of receivers say."""
    return " ".join(row.accessibleName() for row in people.findChildren(QAbstractButton))


def test_whatever_she_does_at_the_table_nobody_else_is_named(
    window: MainWindow, running: Program, qtbot: QtBot
) -> None:
    page = begin(window)
    for capture in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8):
        qtbot.keyClick(window, capture)
        assert found(1) == [], capture
        window.captures.close()

    field = window.findChild(QLineEdit, "ga-naar")
    assert field is not None
    for typed in ("wolken", "VT-DEMO", "@lotte"):
        field.clear()
        field.setFocus()
        qtbot.keyClicks(field, typed)
        qtbot.wait(200)
        said = everything().casefold()
        assert not any(name in said for name in ("kaneelboom", "sterrenwoud")), typed
    field.clear()

    detail = page._stand._detail
    assert detail is not None
    sheet = Voorlezen(detail, window)
    qtbot.addWidget(sheet)
    sheet.show()
    assert found(1) == []
    sheet.hide()

    running.desk.beloften.add(BelofteGegevens("Sterrenwoud", "bellen"))
    casus_id = running.desk.casussen.all()[-1].id
    plan(running.desk, casus_id, titel="Gesprek Sterrenwoud", begin=at(9), einde=at(10))
    assert found(1) == []


def test_after_a_lock_she_is_back_at_the_table_and_still_nobody_else_is_named(
    window: MainWindow,
    running: Program,
    program: Callable[[], Program],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = begin(window)
    page._stand.step(1)
    line = page._stand.table.inbreng.line
    line.clear()
    qtbot.keyClicks(line, "gi: elke w")
    assert running.session is not None
    running.session.lock()
    assert all(word not in everything() for gezin in ALL for word in gezin.woorden)
    running.end()
    monkeypatch.setenv(LOCKED, "1")

    after = program().start(folder)
    after.unlock()

    back = after.window._pages.plein
    assert after.window.page_name() == "plein"
    assert back._stand.table.inbreng.line.text() == "gi: elke w"
    assert after.window.focusWidget() is back._stand.table.inbreng.line
    assert found(2) == []


def test_a_planted_name_is_found(window: MainWindow) -> None:
    page = begin(window)
    rail, hidden = window.frame.rail, QWidget(page._stand.table)
    plants: dict[str, tuple[Callable[[str], object], str]] = {
        "a tooltip": (rail.button("plein").setToolTip, "Wolkenveld (Ctrl 4)"),
        "a badge": (rail.button("verslagen").setAccessibleDescription, "1 over Fennegien"),
        "the title": (window.setWindowTitle, "vtdesk VT-DEMO-9102"),
        "a field": (page._stand.table.inbreng.line.setText, "Quirijntje"),
        "what is not shown": (hidden.setAccessibleName, "Maanroos"),
    }
    for where, (plant, words) in plants.items():
        assert found(1) == [], where
        plant(words)
        assert found(1) != [], where
        plant("vtdesk" if where == "the title" else "")

    window.frame._stack.addWidget(window._pages.casussen)
    assert found(1) != [], "a page behind this one"
    window.frame._stack.removeWidget(window._pages.casussen)
    assert found(1) == []
    page.say("Gesprek met Sterrenwoud verzet.")
    assert found(1) != [], "a message"
