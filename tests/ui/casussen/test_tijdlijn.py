"""The timeline as the user walks it: arrows, filters, events, the way to a thing, paper."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import NOW, add_persoon, at, held_talk, plan
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.desk import Desk
from vtdesk.services.gebeurtenissen import GebeurtenisGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import WaarborgGegevens
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.tijdlijn.deel import EMPTY, NO_HIT, Tijdlijn
from vtdesk.ui.casussen.tijdlijn.punt import Punt
from vtdesk.ui.casussen.uitspraken.deel import Uitspraken
from vtdesk.ui.casussen.veiligheid.deel import Veiligheid
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.casuskinds import GebeurtenisSoort, WaarborgSoort
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.tijd import start_of
from vtdesk.values.tijdlijn import TijdlijnSoort

AVOND = at(18, 12, date(2026, 4, 23))


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    show_tab(opened, Tijdlijn)
    return opened


def tab(page: CasussenPage) -> Tijdlijn:
    return page.findChild(Tijdlijn)


def happened(desk: Desk, casus_id: UUID, titel: str = "Pip belt 112", **more: object) -> UUID:
    gegevens = GebeurtenisGegevens(GebeurtenisSoort.INCIDENT, titel, AVOND, hele_dag=False)
    return desk.gebeurtenissen.add(casus_id, gegevens)


def said(desk: Desk, casus_id: UUID, over: UUID) -> UUID:
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, "Hij reed weg.", Bron("Maren"), (over,), date(2026, 4, 24)
    )
    return desk.uitspraken.add(casus_id, gegevens)


def shown(page: CasussenPage) -> list[str]:
    return [line.title for line in tab(page).list.lines()]


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = [
        one
        for one in widget.findChildren(QAbstractButton, name)
        if one.isVisibleTo(widget.window())
    ]
    found[-1].click()


def tick(page: CasussenPage, soort: TijdlijnSoort) -> None:
    page.findChild(QAction, f"soort-{soort.value}").trigger()


def choose(page: CasussenPage, title: str) -> None:
    assert tab(page).list.choose(lambda row: row.titel == title)


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        part, _, inner = name.partition("__")
        field = dialog.findChild(QWidget, part)
        line = field.findChild(QLineEdit, inner) if inner else field
        assert isinstance(line, QLineEdit), name
        line.setText(value)


def test_a_new_casus_says_that_nothing_happened_yet(page: CasussenPage) -> None:
    assert EMPTY in words(page)
    assert tab(page).list.isHidden()


def test_an_event_is_noted_with_the_keyboard_and_stands_on_its_day(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    dialog = dialog_of(page)
    fill(dialog, titel="Pip belt 112", begin__dag="23-4-2026", begin__tijd="18.12", bron="politie")
    dialog.findChild(QCheckBox, f"persoon-{pip}").setChecked(True)
    press(dialog, "bewaren")

    [row] = desk.gebeurtenissen.of_casus(casus_id)
    assert (row.gegevens.begin, row.gegevens.hele_dag, row.gegevens.personen) == (
        AVOND, False, (pip,),
    )  # fmt: skip
    choose(page, "Pip belt 112")
    [line] = [one for one in tab(page).list.lines() if one.title == "Pip belt 112"]
    assert isinstance(line, Punt)
    assert line.spoken() == "do 23 apr 18:12, Pip belt 112, bron: politie"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"titel": ""}, "Schrijf op wat er gebeurde."),
        ({"begin__dag": "gisterjaar"}, "Vul een dag in, zoals 12-5-2026."),
        (
            {"begin__tijd": "laat"},
            "Dit is geen tijd. Schrijf bijvoorbeeld 21:05, of laat het leeg.",
        ),
        ({"begin__dag": "1-6-2026"}, "Dit moment is nog niet geweest. Leg vast wat al is gebeurd."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    page: CasussenPage, desk: Desk, casus_id: UUID, typed: dict[str, str], sentence: str
) -> None:
    tab(page).add()
    dialog = dialog_of(page)
    fill(dialog, **({"titel": "Ruzie", "begin__dag": "1-5-2026"} | typed))
    press(dialog, "bewaren")

    assert sentence in words(dialog)
    assert desk.gebeurtenissen.of_casus(casus_id) == []


def test_a_huisverbod_shows_its_end_and_its_limit(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    tab(page).add()
    dialog = dialog_of(page)
    dialog.findChild(Choices, "soort").choose(GebeurtenisSoort.HUISVERBOD)
    fill(dialog, titel="Huisverbod", begin__dag="4-5-2026", begin__tijd="21:30")
    press(dialog, "bewaren")

    assert tab(page).list.current().titel == "Huisverbod"
    assert "tot 14 mei 21:30 · uiterlijk tot 1 juni" in words(tab(page).inspector)
    assert [row.uitkomst.regel.id for row in desk.termijnen.of_casus(casus_id)] == ["T11"]


def test_enter_changes_an_event_and_del_takes_it_away_with_a_way_back(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, heard: list[Message]
) -> None:
    happened(desk, casus_id)
    choose(page, "Pip belt 112")
    qtbot.keyClick(tab(page).list, Qt.Key.Key_Return)
    fill(dialog_of(page), titel="Pip belt zelf 112")
    press(dialog_of(page), "bewaren")
    assert "Pip belt zelf 112" in shown(page)

    choose(page, "Pip belt zelf 112")
    qtbot.keyClick(tab(page).list, Qt.Key.Key_Delete)
    assert desk.gebeurtenissen.of_casus(casus_id) == []
    assert heard[-1].words == "De gebeurtenis is weggehaald."
    heard[-1].on_action()
    assert "Pip belt zelf 112" in shown(page)


def test_del_on_another_thing_takes_nothing_away(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, heard: list[Message]
) -> None:
    otis = add_persoon(desk, casus_id)
    said(desk, casus_id, otis)
    choose(page, "Hij reed weg.")
    qtbot.keyClick(tab(page).list, Qt.Key.Key_Delete)

    assert "Alleen een gebeurtenis" in heard[-1].words
    assert len(desk.uitspraken.rows(casus_id)) == 1


def test_arrows_walk_the_points_over_the_heads_of_the_months(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    happened(desk, casus_id)
    held_talk(desk, casus_id)
    assert shown(page) == [
        "April 2026",
        "Casus geopend",
        "Zicht op veiligheid bij Veilig Thuis",
        "Pip belt 112",
        "Mei 2026",
        "Eerste gesprek vader",
    ]
    assert tab(page).list.current().titel == "Pip belt 112"  # what was new when she looked

    qtbot.keyClick(tab(page).list, Qt.Key.Key_Down)
    assert tab(page).list.current().titel == "Eerste gesprek vader"
    assert "Eerste gesprek vader" in words(tab(page).inspector)


def test_today_stands_between_what_was_and_what_comes(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    happened(desk, casus_id)
    later = at(9, day=date(2026, 6, 26))
    plan(desk, casus_id, titel="Extra moment", begin=later, einde=later.replace(hour=10))

    assert shown(page)[-4:] == ["Pip belt 112", "Vandaag, di 12 mei", "Juni 2026", "Extra moment"]
    line = tab(page).list.lines()[-1]
    assert isinstance(line, Punt)
    assert line.straks


def test_kind_person_and_letter_filter_and_everything_comes_back(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    otis = add_persoon(desk, casus_id)
    happened(desk, casus_id)
    said(desk, casus_id, otis)
    filters = tab(page).filters
    assert TijdlijnSoort.MELDING not in filters.soorten.offered()

    tick(page, TijdlijnSoort.UITSPRAAK)
    assert shown(page) == ["April 2026", "Hij reed weg."]
    filters.letter.choose(Letter.FEIT)
    filters.letter.activated.emit(1)
    assert NO_HIT in words(page)
    press(page, "alles-tonen")
    assert len(shown(page)) == 5
    filters.persoon.choose(otis)
    filters.persoon.activated.emit(1)
    assert shown(page) == ["April 2026", "Hij reed weg."]


def test_several_kinds_can_be_ticked_and_the_button_says_which(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    happened(desk, casus_id)
    said(desk, casus_id, add_persoon(desk, casus_id))
    soorten = tab(page).filters.soorten
    assert soorten.text() == "Alle soorten"

    tick(page, TijdlijnSoort.UITSPRAAK)
    assert soorten.text() == "Uitspraken"
    tick(page, TijdlijnSoort.GEBEURTENIS)
    assert shown(page) == ["April 2026", "Pip belt 112", "Hij reed weg."]
    assert soorten.text() == "2 soorten"
    assert soorten.accessibleDescription() == "Gebeurtenissen, Uitspraken"
    soorten.menu().actions()[0].trigger()
    assert soorten.text() == "Alle soorten"
    assert len(shown(page)) == 5


def test_all_filters_stand_in_one_row(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    said(desk, casus_id, add_persoon(desk, casus_id))
    QApplication.processEvents()
    row = tab(page).filters.children()[1:]
    middles = {one.geometry().center().y() for one in row if isinstance(one, QWidget)}
    assert max(middles) - min(middles) <= 1


def test_the_keyboard_stays_in_the_tab_when_an_event_is_taken_away(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    said(desk, casus_id, add_persoon(desk, casus_id))
    happened(desk, casus_id)
    choose(page, "Pip belt 112")
    tab(page).inspector.findChild(QWidget, "gebeurtenis-weghalen").setFocus()
    press(tab(page).inspector, "gebeurtenis-weghalen")
    assert page.window().focusWidget() is tab(page).list
    assert tab(page).list.current().titel == "Hij reed weg."


def test_enter_opens_a_thing_where_one_works_with_it(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    otis = add_persoon(desk, casus_id)
    uitspraak = said(desk, casus_id, otis)
    talk = held_talk(desk, casus_id)
    desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens("Otis", "Bellen."))
    verslag = desk.verslagen.start(talk)
    opened: list[UUID] = []
    page.afspraak_requested.connect(opened.append)
    assert verslag

    choose(page, "Eerste gesprek vader")
    qtbot.keyClick(tab(page).list, Qt.Key.Key_Return)
    assert opened == [talk]

    choose(page, "Hij reed weg.")
    qtbot.keyClick(tab(page).list, Qt.Key.Key_Return)
    assert isinstance(page._view.deel(), Uitspraken)
    assert page._view.deel().place()["uitspraak"] == str(uitspraak)

    show_tab(page, Tijdlijn)
    choose(page, "Veiligheidsafspraak 1 gemaakt")
    press(tab(page).inspector, "openen")
    assert isinstance(page._view.deel(), Veiligheid)
    assert page._view.deel().list.current().gegevens.wat == "Bellen."


def test_where_one_was_comes_back_after_a_lock(
    page: CasussenPage, desk: Desk, casus_id: UUID, tools: Tools, qtbot: QtBot
) -> None:
    otis = add_persoon(desk, casus_id)
    said(desk, casus_id, otis)
    happened(desk, casus_id)
    tick(page, TijdlijnSoort.UITSPRAAK)
    place = page.place()

    again = CasussenPage(desk, tools)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    again.return_to(place)
    assert shown(again) == ["April 2026", "Hij reed weg."]


def test_the_line_is_seen_on_paper_as_it_was_filtered(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    happened(desk, casus_id)
    tick(page, TijdlijnSoort.GEBEURTENIS)
    press(page, "tijdlijn-afdrukken")
    preview = dialog_of(page).findChild(Preview)

    qtbot.waitUntil(lambda: preview.page_count() == 1)
    dialog_of(page).reject()


def test_a_thing_that_was_noted_while_the_tab_is_open_appears_at_once(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    desk.gebeurtenissen.add(
        casus_id,
        GebeurtenisGegevens(GebeurtenisSoort.PLAATSING, "Fenna bij tante", start_of(NOW.date())),
    )
    assert "Fenna bij tante" in shown(page)
