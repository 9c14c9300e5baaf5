"""The logboek of a casus as one reads it: pages, kinds, deeds, and whether the chain is whole."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import NOW, SlowClock, add_persoon, log_lines
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.desk import Desk
from vtdesk.services.logboek import PAGE
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.store import Store
from vtdesk.ui.casussen.logboek.deel import NOTHING, WHOLE, Logboek
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.page import Tools
from vtdesk.values.kinds import AfgeschermdSoort, Kind, Letter, Rol, Verificatie
from vtdesk.values.tekst import Bron


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    return opened


def open_tab(page: CasussenPage) -> Logboek:
    show_tab(page, Logboek)
    return page.findChild(Logboek)


def words(tab: Logboek) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in tab.findChildren(QLabel) if label.isVisibleTo(tab)]


def titles(tab: Logboek) -> list[str]:
    return [line.title for line in tab.list.lines()]


def test_who_did_what_stands_under_its_day_with_the_reason(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="Wolkenveld")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9", "")
    desk.personen.open_afgeschermd(loes, "Zij belt zelf.")
    tab = open_tab(page)

    assert titles(tab)[:2] == ["Dinsdag 12 mei 2026", "Afgeschermde gegevens geopend"]
    line = tab.list.lines()[1]
    assert (line.second, line.third) == (
        "Loes Wolkenveld · Mila Proefstra",
        "Reden: Zij belt zelf.",
    )
    assert "Persoon toegevoegd" in titles(tab)
    assert f"{desk.logboek.count(casus_id)} regels" in words(tab)


def test_one_sees_only_what_was_looked_at_or_printed(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9", "")
    desk.personen.open_afgeschermd(loes, "Zij belt zelf.")
    tab = open_tab(page)

    tab._chips["bekeken"].click()
    assert titles(tab) == ["Dinsdag 12 mei 2026", "Afgeschermde gegevens geopend", "Casus bekeken"]
    tab._chips["afgedrukt"].click()
    assert titles(tab) == []
    assert NOTHING in words(tab)


def test_the_next_page_is_read_when_one_comes_to_the_end(
    page: CasussenPage, desk: Desk, store: Store, casus_id: UUID, qtbot: QtBot
) -> None:
    for number in range(2 * PAGE):
        moment = NOW + timedelta(seconds=2 * number)
        log_lines(store, casus_id, ("R", "", Kind.CASUS), moment=moment)
    tab = open_tab(page)
    total = desk.logboek.count(casus_id)
    assert len(titles(tab)) == PAGE + 1  # and the head of the day

    bar = tab.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert len(titles(tab)) == 2 * PAGE + 1
    assert bar.value() > 0
    qtbot.keyClick(tab.list, Qt.Key.Key_End)
    bar.setValue(bar.maximum())
    assert len(titles(tab)) == total + 1


def test_one_deed_is_one_row_and_says_how_many_lines_it_left(
    page: CasussenPage, desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    said = UitspraakGegevens(Letter.VERKLARING, "Hij reed weg.", Bron("Maren"))
    uitspraak_id = desk.uitspraken.add(casus_id, said)
    clock.pass_time(minutes=5)
    desk.uitspraken.judge(
        uitspraak_id, Verificatie.BEVESTIGD, door="wijkagent", reden="Hij zag het ook."
    )
    tab = open_tab(page)

    changed, added = [one for one in tab.list.lines() if one.title.startswith("Uitspraak ")]
    assert (changed.title, changed.second) == ("Uitspraak gewijzigd", "Mila Proefstra · 2 regels")
    assert (added.title, added.second) == ("Uitspraak toegevoegd", "Mila Proefstra")
    assert not any("Geschiedenis" in title for title in titles(tab))


def test_what_happened_to_a_thing_says_the_changes_that_it_took(
    page: CasussenPage, store: Store, casus_id: UUID
) -> None:
    deeds = (("C", "versie"), ("U", "verslag"), ("E", "vastgesteld"))
    log_lines(store, casus_id, *((*deed, Kind.VERSLAG) for deed in deeds))
    tab = open_tab(page)

    [done] = [one for one in tab.list.lines() if "ersl" in one.title]
    assert (done.title, done.second) == ("Verslag vastgesteld", "Mila · 3 regels")


def test_times_are_hours_and_minutes(page: CasussenPage, casus_id: UUID) -> None:
    tab = open_tab(page)
    assert {one.side for one in tab.list.lines() if not one.heading} == {"17:22"}


def test_nothing_can_be_made_here(page: CasussenPage, qtbot: QtBot) -> None:
    open_tab(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_Insert)

    assert [d for d in page.findChildren(QDialog) if d.isVisible()] == []


def test_the_seals_are_looked_at_and_said_to_be_whole(page: CasussenPage, qtbot: QtBot) -> None:
    tab = open_tab(page)

    qtbot.waitUntil(lambda: tab.seals.words() == "Keten klopt")
    assert WHOLE.format("17:22") in words(tab)


def test_a_seal_that_is_broken_is_said_in_words(
    page: CasussenPage, desk: Desk, qtbot: QtBot, tools: Tools
) -> None:
    tab = open_tab(page)
    tools.jobs.wait()
    QApplication.processEvents()
    tab._show_seals(["Zegel 1: de inhoud is veranderd."])

    assert tab.seals.words() == "Keten klopt niet"
    assert "Zegel 1: de inhoud is veranderd." in words(tab)
