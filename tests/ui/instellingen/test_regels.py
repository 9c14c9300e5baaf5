"""Termijnregels and Feestdagen: a change shows what it moves before it holds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus
from vtdesk.app.door import KluisDoor
from vtdesk.app.start import Start
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.regels import Bestand
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.ui.instellingen.page import InstellingenPage
from vtdesk.ui.instellingen.regels import RegelTable
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import CasusStaat
from vtdesk.values.tijd import start_of


@pytest.fixture
def page(
    desk: Desk, tools: Tools, look: Look, qtbot: QtBot, tmp_path: Path
) -> Iterator[InstellingenPage]:
    door = KluisDoor(Start(tmp_path / "eigen", NoKeychain()))
    with look.building():
        made = InstellingenPage(desk, tools, look=look, door=door)
    qtbot.addWidget(made)
    desk.changes.subscribe(made.on_changed)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def termijn(desk: Desk) -> UUID:
    return desk.termijnen.start(add_casus(desk), TermijnGegevens("T2", start_of(date(2026, 4, 13))))


def table(page: InstellingenPage, bestand: Bestand) -> RegelTable:
    found = page.findChild(RegelTable, bestand.value)
    assert found is not None
    return found


def cells(shown: RegelTable, number: int) -> list[str]:
    model = shown.model()
    return [str(model.index(number, place).data()) for place in range(model.columnCount())]


def number_of(shown: RegelTable, start: str) -> int:
    model = shown.model()
    names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return next(row for row, name in enumerate(names) if name.startswith(start))


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisibleTo(page.window())]
    button.click()


def dialog_of(page: InstellingenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def area(dialog: QDialog) -> QPlainTextEdit:
    found = dialog.findChild(QPlainTextEdit, "tekst")
    assert found is not None
    return found


def test_every_rule_stands_in_the_table_with_length_days_and_source(
    page: InstellingenPage,
) -> None:
    page.show_part("Termijnregels")
    shown = table(page, Bestand.TERMIJNEN)

    assert cells(shown, number_of(shown, "T3 "))[:6] == [
        "T3 Informeren",
        "vastleggen van gegevens over deze persoon die van een ander komen",
        "4 weken",
        "alle dagen, schuift",
        "wet: Wmo 2015 art. 5.3.1 lid 1",
        "01-01-2015",
    ]
    assert cells(shown, number_of(shown, "T1 "))[3] == "werkdagen"
    shown.selectRow(number_of(shown, "T3 "))
    assert any("Bron: wettekst, versie van 1 juli 2019." in one for one in words(page))


def test_a_changed_rule_shows_old_and_new_date_before_it_is_kept(
    page: InstellingenPage, desk: Desk, termijn: UUID, qtbot: QtBot
) -> None:
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    page.show_part("Termijnregels")
    shown = table(page, Bestand.TERMIJNEN)
    shown.selectRow(number_of(shown, "T2 "))
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    assert 'naam = "Onderzoek"' in area(dialog).toPlainText()
    area(dialog).setPlainText(area(dialog).toPlainText().replace("lengte = 10", "lengte = 8"))
    press(dialog, "bewaren")

    said = words(dialog)
    assert any(one.startswith("Dit verandert 1 lopende termijn.") for one in said)
    assert "Zilverduin / Havikskruid, Onderzoek: ma 22 juni wordt ma 8 juni" in said
    assert desk.termijnen.get(termijn).wanneer == date(2026, 6, 22)

    press(dialog, "bewaren")
    assert desk.termijnen.get(termijn).wanneer == date(2026, 6, 8)
    assert cells(shown, number_of(shown, "T2 "))[0] == "T2 Onderzoek (eigen)"
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.termijnen.get(termijn).wanneer == date(2026, 6, 22)


def test_a_broken_rule_is_named_in_the_dialog_and_nothing_typed_is_lost(
    page: InstellingenPage, desk: Desk, termijn: UUID
) -> None:
    page.show_part("Termijnregels")
    press(page, "eigen-regels")
    dialog = dialog_of(page)
    area(dialog).setPlainText('[[regel]]\nid = "T2"\nlengte = "lang"\n')
    press(dialog, "bewaren")

    assert any("eigen termijnen.toml, regel T2" in one for one in words(dialog))
    assert "lang" in area(dialog).toPlainText()
    assert desk.termijnen.get(termijn).wanneer == date(2026, 6, 22)


def test_an_own_text_that_cannot_be_read_is_said_above_the_table(
    page: InstellingenPage, desk: Desk
) -> None:
    desk.instellingen.set(Bestand.TERMIJNEN.sleutel, {"tekst": "[[regel]]\nvreemd = 1"})
    page.show_part("Termijnregels")

    assert any("Nu gelden de regels van vtdesk." in one for one in words(page))


def test_feestdagen_show_this_year_and_the_next(page: InstellingenPage) -> None:
    page.show_part("Feestdagen")
    shown = table(page, Bestand.FEESTDAGEN)

    row = cells(shown, number_of(shown, "Hemelvaart"))
    assert row[1:4] == ["do 14 mei 2026", "do 6 mei 2027", "vrij"]


def test_a_feestdag_of_the_office_is_added_as_text(page: InstellingenPage, desk: Desk) -> None:
    page.show_part("Feestdagen")
    press(page, "eigen-regels")
    area(dialog_of(page)).setPlainText(
        '[[feestdag]]\nnaam = "Dag van de stad"\ndatum = 2026-06-23\n'
        'artikel = "besluit"\nbron = "het bureau"\nzekerheid = "B"\n'
    )
    press(dialog_of(page), "bewaren")

    shown = table(page, Bestand.FEESTDAGEN)
    assert cells(shown, number_of(shown, "Dag van de stad"))[1] == "di 23 juni 2026"


def test_the_proof_of_a_destroyed_casus_is_shown_without_its_name(
    page: InstellingenPage, desk: Desk, clock: SlowClock
) -> None:
    page.show_part("Vernietigd")
    assert "Er is nog geen casus vernietigd." in words(page)
    casus_id = add_casus(desk)
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )
    desk.rechten.set_geplaatst(casus_id, date(2026, 4, 1))
    clock.pass_time(days=40)
    desk.vernietigingen.decide(casus_id, Vernietigingsgrond.WERKKOPIE, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    [line] = page.findChild(RowList, "bewijzen").lines()
    assert line.title == "VT-DEMO-0141 · zondag 21 juni 2026 17:22"
    assert line.second.startswith("besloten door Nel Demoor, zondag 21 juni 2026 · ")
    assert "Zilverduin" not in line.spoken()
