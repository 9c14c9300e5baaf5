"""Verlof on screen: plan it, divide what falls in it by keyboard, and see the papers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, add_casus, add_persoon, at, plan, reach
from tests.ui.vandaag.conftest import Open
from tests.ui.vandaag.driver import Formulier, seen
from vtdesk.services.beloften import BelofteGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofGegevens
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Page, Tools
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verlof.daden import VerlofDaden
from vtdesk.ui.verlof.dialog import VerlofDialog
from vtdesk.ui.verlof.vervangkaart import Vervangkaart
from vtdesk.ui.verlof.woorden import Blad
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.values.kinds import Rol

VERLOF = VerlofGegevens(date(2026, 5, 13), date(2026, 5, 22), "Bo Vervanger", "010-000 0012")


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


@pytest.fixture
def daden(page: Page, desk: Desk, tools: Tools) -> Iterator[VerlofDaden]:
    daden = VerlofDaden(page, desk, tools)
    daden.card.setParent(page)
    yield daden
    tools.jobs.wait()


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    otis = add_persoon(desk, casus_id)
    for wat, day in (("folder sturen", 15), ("terugbellen", 20)):
        gegevens = BelofteGegevens("Otis", wat, date(2026, 5, day), casus_id, otis)
        desk.beloften.add(gegevens)
    return casus_id


def dialog(page: Page) -> Formulier:
    QApplication.processEvents()
    [shown] = [d for d in page.findChildren(FormDialog) if d.isVisible()]
    return Formulier(shown)


def rows(shown: Formulier, name: str) -> list[tuple[str, str]]:
    found = shown.dialog.findChild(RowList, name)
    return [(line.title, line.chip) for line in found.lines()]


def key(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def test_the_first_verlof_is_planned_with_two_days_and_a_name(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    daden.plan()
    dialog(page).fill(van="13 mei", tot="22 mei", vervanger="Bo Vervanger").enter()

    [verlof] = desk.verloven.all()
    assert (verlof.van, verlof.tot) == (VERLOF.van, VERLOF.tot)
    shown = dialog(page)
    assert "wo 13 mei t/m vr 22 mei · Bo Vervanger vervangt je" in shown.seen()
    assert rows(shown, "valt-erin") == [
        ("folder sturen (beloofd aan Otis)", "Nog niemand"),
        ("terugbellen (beloofd aan Otis)", "Nog niemand"),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"van": "morgen"}, "Vul een dag in, zoals 13-5 of 13 mei."),
        ({"van": "13-5", "tot": "12-5"}, "De laatste dag ligt vóór de eerste."),
    ],
)
def test_days_that_cannot_be_are_refused_beside_what_was_typed(
    page: Page, daden: VerlofDaden, desk: Desk, typed: dict[str, str], said: str
) -> None:
    daden.plan()
    form = dialog(page).fill(**typed)
    form.enter()

    assert any(said in words for words in form.seen())
    assert desk.verloven.all() == []


def test_enter_divides_everything_and_offers_the_same_name_again(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    verlof_id = desk.verloven.add(VERLOF)
    daden.plan()
    shown = dialog(page)
    found = shown.dialog.findChild(RowList, "valt-erin")
    name = shown.dialog.findChild(QLineEdit, "wie")

    assert name.text() == "Bo Vervanger"
    key(found, Qt.Key.Key_Return)
    key(name, Qt.Key.Key_Return)
    assert "Nog niemand: 1." in " ".join(shown.seen())
    name.setText("Nel Demoor")
    key(name, Qt.Key.Key_Return)

    assert [line.wie for line in desk.verloven.contents(verlof_id)] == [
        "Bo Vervanger",
        "Nel Demoor",
    ]
    assert "2 dingen vallen in je verlof. Alles is verdeeld." in shown.seen()
    assert shown.is_open()


def test_del_leaves_a_thing_open_again_and_one_button_gives_the_rest(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    verlof_id = desk.verloven.add(VERLOF)
    daden.plan()
    shown = dialog(page)

    shown.press("De rest ook")
    assert {line.wie for line in desk.verloven.contents(verlof_id)} == {"Bo Vervanger"}

    key(shown.dialog.findChild(RowList, "valt-erin"), Qt.Key.Key_Delete)
    assert sorted(line.wie for line in desk.verloven.contents(verlof_id)) == ["", "Bo Vervanger"]


def test_a_name_is_needed(page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID) -> None:
    desk.verloven.add(VERLOF)
    daden.plan()
    shown = dialog(page).fill(wie="  ")
    shown.press("Overnemen")

    assert "Vul in wie dit overneemt." in shown.seen()


def test_nothing_in_the_days_says_so(page: Page, daden: VerlofDaden, desk: Desk) -> None:
    desk.verloven.add(VERLOF)
    daden.plan()

    assert "Er valt niets in deze dagen." in dialog(page).seen()


def test_a_page_per_casus_is_shown_as_it_will_be_printed(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    daden.show(desk.verloven.add(VERLOF), Blad.PAGINA)
    shown = dialog(page)
    preview = shown.dialog.findChild(Preview)

    qtbot.waitUntil(lambda: preview.drawn() == [0])
    assert [title for title, _ in rows(shown, "papieren-pagina")] == ["Zilverduin / Havikskruid"]
    for name in ("pdf-opslaan", "afdrukken-knop"):
        assert shown.dialog.findChild(QPushButton, name).isVisible()


def test_a_letter_per_family_is_shown_and_a_forbidden_one_says_why(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    maren = add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    reach(desk, maren, post=False)
    daden.show(desk.verloven.add(VERLOF), Blad.BRIEF)
    shown = dialog(page)
    preview = shown.dialog.findChild(Preview)
    qtbot.waitUntil(lambda: preview.drawn() == [0])
    assert "Vraag Otis eerst of post veilig is." in shown.seen()

    key(shown.dialog.findChild(RowList, "papieren-brief"), Qt.Key.Key_Down)

    refused = shown.dialog.findChild(EmptyState, "mag-niet")
    assert refused.sentence() == "Maren wil geen post. Bel, of geef de brief zelf."
    assert not preview.isVisible()


def test_the_days_are_changed_from_the_dialog(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    desk.verloven.add(VERLOF)
    daden.plan()
    dialog(page).press("Dagen wijzigen")
    dialog(page).fill(tot="15-5-2026").enter()

    assert [title for title, _ in rows(dialog(page), "valt-erin")] == [
        "folder sturen (beloofd aan Otis)"
    ]


def test_another_verlof_that_is_to_come_is_one_press_away(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    desk.verloven.add(VERLOF)
    desk.verloven.add(VerlofGegevens(date(2026, 7, 1), date(2026, 7, 17), "Nel Demoor"))
    desk.verloven.add(VerlofGegevens(date(2026, 2, 2), date(2026, 2, 6)))
    daden.plan()
    dialog(page).press("wo 1 juli t/m vr 17 juli")

    assert "wo 1 juli t/m vr 17 juli · Nel Demoor vervangt je" in dialog(page).seen()


def test_verlof_is_taken_away_and_comes_back(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    desk.verloven.add(VERLOF)
    said: list[Message] = []
    page.message_requested.connect(said.append)
    daden.plan()

    dialog(page).press("Verlof weghalen")
    assert desk.verloven.all() == []
    assert said[-1].words == "Het verlof is weg."
    assert said[-1].on_action is not None
    said[-1].on_action()

    assert len(desk.verloven.all()) == 1


def chips(card: Vervangkaart) -> list[str]:
    return [chip.words() for chip in card.findChildren(Chip) if chip.isVisibleTo(card)]


def test_the_card_is_there_from_two_days_before_and_names_what_nobody_takes(
    daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    card = daden.card
    card.read(TODAY)
    assert card.isHidden()

    desk.verloven.add(VERLOF)
    card.read(date(2026, 5, 10))
    assert card.isHidden()

    card.read(TODAY)
    assert not card.isHidden()
    words = seen(card)
    assert "2 dingen vallen in je verlof" in words
    assert words.count("Nog niemand") == 2
    assert "vr 15 mei" in words
    assert "folder sturen (beloofd aan Otis), Zilverduin" in words


def test_the_card_shows_the_open_things_first_and_counts_the_rest(
    daden: VerlofDaden, desk: Desk
) -> None:
    for hour in range(9, 17):
        day = date(2026, 5, 18)
        plan(desk, None, titel=f"Om {hour}", begin=at(hour, day=day), einde=at(hour, 30, day))
    verlof_id = desk.verloven.add(VERLOF)
    first = desk.verloven.contents(verlof_id)[0]
    desk.verloven.take(verlof_id, *first.id, "Bo")

    daden.card.read(TODAY)

    words = seen(daden.card)
    assert "Om 9" not in words
    assert "Om 10" in words
    assert "Nog 2 andere." in words


def test_what_has_a_day_stands_before_who_waits_for_a_call(daden: VerlofDaden, desk: Desk) -> None:
    for hour in range(9, 15):
        day = date(2026, 5, 18)
        plan(desk, None, titel=f"Om {hour}", begin=at(hour, day=day), einde=at(hour, 30, day))
    desk.bellen.add("Loes")
    desk.verloven.add(VERLOF)

    daden.card.read(TODAY)

    words = seen(daden.card)
    assert "Om 14" in words
    assert "Terugbellen: Loes" not in words
    assert "Nog 1 andere." in words


def test_the_card_tells_of_the_letters_and_whether_they_can_be_made(
    daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    verlof_id = desk.verloven.add(replace(VERLOF, vervanger=""))
    daden.card.read(TODAY)
    letter = daden.card.findChild(QPushButton, "brief-gezinnen")
    assert letter.text() == "Brief aan 1 gezin"
    assert "Nog geen vervanger" in chips(daden.card)

    desk.verloven.change(verlof_id, desk.verloven.get(verlof_id).version, VERLOF)
    other = add_casus(desk, nummer="VT-2", naam="Wolkenveld")
    add_persoon(desk, other, Rol.MOEDER, voornaam="Sanne")
    daden.card.read(TODAY)
    assert letter.text().startswith("Brief aan 2 gezinnen")
    assert "Klaar" in chips(daden.card)

    [otis] = [one.id for one in desk.personen.in_casus(casus_id)]
    reach(desk, otis, post=False)
    daden.card.read(TODAY)
    assert letter.text() == "Brief aan 1 gezin"


@pytest.mark.parametrize(
    ("name", "blad"), [("afmaken", Blad.VERDELEN), ("brief-gezinnen", Blad.BRIEF)]
)
def test_the_buttons_of_the_card_open_the_sheets(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID, name: str, blad: Blad
) -> None:
    desk.verloven.add(VERLOF)
    daden.card.read(TODAY)

    daden.card.findChild(QPushButton, name).click()

    shown = dialog(page).dialog
    assert isinstance(shown, VerlofDialog)
    assert shown.findChild(Tabs).current() == list(Blad).index(blad)
    shown.reject()


def test_every_part_of_the_dialog_has_a_name(
    page: Page, daden: VerlofDaden, desk: Desk, casus_id: UUID
) -> None:
    daden.show(desk.verloven.add(VERLOF), Blad.VERDELEN)
    shown = dialog(page).dialog

    kinds = (QPushButton, QLineEdit, RowList)
    unnamed = [
        widget.objectName()
        for kind in kinds
        for widget in shown.findChildren(kind)
        if widget.isVisible() and not widget.accessibleName()
    ]
    assert unnamed == []


def test_vandaag_shows_the_card_and_follows_what_changes(
    open_page: Open, desk: Desk, casus_id: UUID
) -> None:
    vandaag = open_page()
    assert vandaag.page.findChild(Vervangkaart).isHidden()

    verlof_id = desk.verloven.add(VERLOF)
    QApplication.processEvents()
    assert "2 dingen vallen in je verlof" in vandaag.seen("vervangkaart")

    desk.verloven.take_rest(verlof_id, "Bo Vervanger")
    QApplication.processEvents()
    assert "Alles is verdeeld. Bo Vervanger vervangt je." in vandaag.seen("vervangkaart")


def test_vandaag_offers_verlof_and_saving_the_agenda_in_its_menu(
    open_page: Open, desk: Desk
) -> None:
    vandaag = open_page()
    menu = vandaag.page.findChild(QToolButton, "meer").menu()

    words = [action.text() for action in menu.actions()]
    assert words == ["Verlof plannen", "Agenda inlezen", "Agenda bewaren als .ics"]
    menu.actions()[0].trigger()
    assert "Verlof plannen" in vandaag.form().seen()
