"""Beloftes in a casus: seen, settled with a line, changed, taken away, and back again."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.beloften import BelofteGegevens, BelofteRow
from vtdesk.services.desk import Desk
from vtdesk.ui.casussen.beloftes import Beloftes
from vtdesk.ui.casussen.overzicht import Overzicht
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.tijdlijn.deel import Tijdlijn
from vtdesk.ui.messages import Message
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.zoeken.places import place_of
from vtdesk.values.dagkinds import BelofteStand


@pytest.fixture
def belofte_id(desk: Desk, casus_id: UUID) -> UUID:
    return desk.beloften.add(
        BelofteGegevens("Otis", "Brief sturen", date(2026, 5, 10), casus_id=casus_id)
    )


@pytest.fixture
def page(opened: CasussenPage, casus_id: UUID, belofte_id: UUID) -> CasussenPage:
    opened.show_casus(casus_id)
    show_tab(opened, Overzicht)
    return opened


def card(page: CasussenPage) -> Beloftes:
    return page.findChild(Beloftes)


def shown(page: CasussenPage) -> RowList[BelofteRow]:
    return card(page).list


def form(page: CasussenPage) -> FormDialog:
    return next(one for one in page.findChildren(FormDialog) if one.isVisible())


def press(qtbot: QtBot, page: CasussenPage, key: Qt.Key) -> None:
    shown(page).setFocus()
    qtbot.keyClick(shown(page), key)


def test_what_is_late_says_how_late(page: CasussenPage) -> None:
    [line] = shown(page).lines()

    assert (line.title, line.second) == ("Brief sturen", "Aan Otis")
    assert (line.chip, line.chip_tone) == ("2 dagen te laat", "gevaar")


def test_enter_asks_what_became_of_it_and_undo_opens_it_again(
    page: CasussenPage, desk: Desk, belofte_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Return)
    dialog = form(page)
    dialog.findChild(QRadioButton, "gebroken").setChecked(True)
    dialog.findChild(QLineEdit, "regel").setText("Het adres is geheim.")
    dialog.try_to_store()

    assert desk.beloften.detail(belofte_id).stand is BelofteStand.GEBROKEN
    [line] = shown(page).lines()
    assert (line.second, line.chip) == ("Aan Otis. Het adres is geheim.", "Niet gelukt")
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.beloften.detail(belofte_id).is_open


def test_a_settled_promise_can_be_opened_again(
    page: CasussenPage, desk: Desk, belofte_id: UUID, qtbot: QtBot
) -> None:
    desk.beloften.keep(belofte_id)
    button = card(page).findChild(QPushButton, "belofte-afronden")
    assert button.text() == "Weer openzetten"

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert desk.beloften.detail(belofte_id).is_open


def test_it_can_be_changed(page: CasussenPage, desk: Desk, belofte_id: UUID, qtbot: QtBot) -> None:
    change = card(page).findChild(QPushButton, "belofte-wijzigen")
    qtbot.mouseClick(change, Qt.MouseButton.LeftButton)
    dialog = form(page)
    dialog.findChild(QLineEdit, "uiterlijk").setText("ooit")
    dialog.try_to_store()
    assert dialog.isVisible()

    dialog.findChild(QLineEdit, "uiterlijk").setText("+1w")
    dialog.try_to_store()

    assert desk.beloften.detail(belofte_id).uiterlijk == date(2026, 5, 19)


def test_del_takes_it_away_and_undo_puts_it_back(
    page: CasussenPage, desk: Desk, belofte_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    press(qtbot, page, Qt.Key.Key_Delete)
    assert desk.beloften.open() == []

    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert [row.id for row in desk.beloften.open()] == [belofte_id]


def test_without_promises_there_is_no_card(page: CasussenPage, desk: Desk) -> None:
    page.show_casus(add_casus(desk, nummer="2", naam="Distel"))

    assert not card(page).isVisible()


def test_a_promise_that_was_found_is_chosen_in_its_casus(
    page: CasussenPage, desk: Desk, casus_id: UUID, belofte_id: UUID
) -> None:
    desk.beloften.add(BelofteGegevens("Fenna", "Fiets ophalen", casus_id=casus_id))
    [found] = desk.zoeken.zoek("fiets").vondsten

    page.return_to(place_of(found))

    current = shown(page).current()
    assert current is not None
    assert current.wat == "Fiets ophalen"


def test_a_crisisnotitie_stands_on_the_line_with_the_times_of_its_lines(
    page: CasussenPage, desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    notitie_id = desk.crisisnotities.begin(casus_id)
    desk.crisisnotities.add_line(notitie_id, "Moeder belt, huilt")
    clock.pass_time(minutes=4)
    desk.crisisnotities.add_line(notitie_id, "Politie onderweg")
    [found] = desk.zoeken.zoek("politie").vondsten

    page.return_to(place_of(found))

    current = page.findChild(Tijdlijn).list.current()
    assert current is not None
    assert (current.ding, current.woord) == (notitie_id, "Loopt nog")
    assert current.tekst == "17:22 Moeder belt, huilt · 17:26 Politie onderweg"
    assert current.niet_voor_iedereen
