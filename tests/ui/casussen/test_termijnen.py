"""Termijnen & monitoring as the user walks it: one list, its inspector, and its dialogs."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import (
    SlowClock,
    add_casus,
    add_persoon,
    at,
    held_talk,
    misdate,
    uitspraak,
    with_blocks,
)
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.desk import Desk
from vtdesk.services.rechten import VerzoekGegevens
from vtdesk.services.termijnen import TermijnGegevens
from vtdesk.services.veiligheid import WaarborgGegevens
from vtdesk.services.vernietiging import Vernietigingsgrond
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.store.store import Store
from vtdesk.ui.casussen.delen import DELEN
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.termijnen.deel import EMPTY, Termijnen
from vtdesk.ui.messages import Message
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.casuskinds import (
    MonitoringBesluit,
    Oordeel,
    Toetsuitkomst,
    VerzoekSoort,
    VerzoekStand,
    WaarborgSoort,
)
from vtdesk.values.kinds import CasusStaat, Rol
from vtdesk.values.tekst import Bron
from vtdesk.values.tijd import start_of

TODAY = date(2026, 5, 12)


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    show_tab(opened, Termijnen)
    return opened


def begin(desk: Desk, casus_id: UUID, regel: str, day: date, persoon: UUID | None = None) -> UUID:
    return desk.termijnen.start(casus_id, TermijnGegevens(regel, start_of(day), "", persoon))


def shown(page: CasussenPage) -> list[str]:
    """Say each row with its chip."""
    lines = page.findChild(Termijnen).list.lines()
    return [f"{line.title} [{line.chip}]" if line.chip else line.title for line in lines]


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def choose(page: CasussenPage, start: str) -> None:
    tab = page.findChild(Termijnen)
    titles = [line.title for line in tab.list.lines()]
    number = next(place for place, title in enumerate(titles) if title.startswith(start))
    tab.list.setCurrentIndex(tab.list.model().index(number, 0))


def press(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisibleTo(page.window())]
    button.click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        field = dialog.findChild(QWidget, name.replace("_", "-"))
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(value)
        elif isinstance(field, QComboBox):
            field.setEditText(value)
        else:
            assert isinstance(field, QLineEdit), name
            field.setText(value)


def pick(dialog: QDialog, name: str, value: object) -> None:
    found = dialog.findChild(Choices, name)
    assert found is not None, name
    found.choose(value)


def undo(heard: list[Message]) -> None:
    assert heard[-1].on_action is not None
    heard[-1].on_action()


def test_a_casus_without_terms_says_so_and_shows_until_when_it_is_kept(
    page: CasussenPage,
) -> None:
    assert EMPTY in words(page)
    assert shown(page) == ["Bewaren", "Dossier", "Kopie op deze laptop"]


def test_open_terms_come_first_by_date_and_say_both_tracks(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    begin(desk, casus_id, "T2", date(2026, 4, 13))
    begin(desk, casus_id, "T1", date(2026, 5, 11))
    desk.termijnen.meet(begin(desk, casus_id, "T5", date(2026, 5, 4)), TODAY)

    assert shown(page)[:3] == [
        "Loopt",
        "Veiligheidsbeoordeling [Nog 7 dagen]",
        "Onderzoek [Nog 41 dagen]",
    ]
    assert shown(page)[-2:] == ["Afgerond", "Terugkoppeling aan de melder [Gehaald]"]
    line = page.findChild(Termijnen).list.lines()[1]
    assert (line.second, line.side) == ("Protocol: di 19 mei · Wet: ma 18 mei", "di 19 mei")
    line = page.findChild(Termijnen).list.lines()[2]
    assert (line.second, line.side) == ("Wet", "ma 22 juni")
    line = page.findChild(Termijnen).list.lines()[-1]
    assert (line.second, line.side) == ("Protocol: di 12 mei · gehaald op 12 mei", "")
    assert EMPTY not in words(page)


def test_the_inspector_says_why_a_date_is_what_it_is_on_both_tracks(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    begin(desk, casus_id, "T1", date(2026, 4, 2))
    choose(page, "Veiligheidsbeoordeling")

    said = words(page)
    assert "Waarom deze datum?" in said
    assert "Protocol: maandag 13 april 2026" in said
    assert "Wet: woensdag 8 april 2026" in said
    assert any("Algemene termijnenwet art. 2 vraagt twee gewone dagen" in one for one in said)
    assert any("maandag 6 april 2026 (Tweede Paasdag)" in one for one in said)


def test_a_term_is_started_by_key_and_says_its_date_before_it_runs(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    otis = add_persoon(desk, casus_id)
    page.findChild(Termijnen).list.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    dialog = dialog_of(page)
    fill(dialog, begin="16-4-2026")
    assert any("vrijdag 15 mei 2026" in one for one in words(dialog))
    press(dialog, "bewaren")
    assert any("Kies over wie het gaat" in one for one in words(dialog))
    pick(dialog, "persoon", otis)
    press(dialog, "bewaren")

    assert shown(page)[1] == "Informeren: Otis Havikskruid [Nog 3 dagen]"
    undo(heard)
    assert desk.termijnen.of_casus(casus_id) == []


def test_a_ban_asks_for_its_hour(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    press(page, "termijn-toevoegen")
    dialog = dialog_of(page)
    pick(dialog, "regel", next(r for r in desk.regels.startbaar() if r.id == "T11"))
    fill(dialog, begin="4-5-2026")
    press(dialog, "bewaren")
    assert any("Vul de tijd in" in one for one in words(dialog))
    fill(dialog, tijd="21:30")
    press(dialog, "bewaren")

    assert shown(page)[1] == "Huisverbod [Geldt]"
    assert page.window().focusWidget().objectName() == "termijnen"  # on the new row
    assert "Wet: donderdag 14 mei 2026, 21:30 uur" in words(page)


def test_an_extension_shows_its_date_first_and_says_on_what_day_it_fell(
    page: CasussenPage, desk: Desk, clock: SlowClock, casus_id: UUID, heard: list[Message]
) -> None:
    clock.now = at(11, day=date(2026, 4, 29))
    otis = add_persoon(desk, casus_id)
    begin(desk, casus_id, "T3", date(2026, 4, 2), otis)
    choose(page, "Informeren")
    press(page, "termijn-verlengen")
    dialog = dialog_of(page)
    moved = "Deze termijn viel op Hemelvaartsdag. De nieuwe datum is vrijdag 15 mei 2026."
    assert moved in words(dialog)
    fill(dialog, dagen="99")
    press(dialog, "bewaren")
    assert "Vul een getal in, van 1 tot en met 14." in words(dialog)
    fill(dialog, dagen="14", reden="De politie spreekt eerst met Pip.")
    press(dialog, "bewaren")

    assert heard[-1].words == moved
    assert any("Reden: De politie spreekt eerst met Pip." in one for one in words(page))
    press(page, "verlenging-weg")
    assert desk.termijnen.of_casus(casus_id)[0].wanneer == date(2026, 4, 30)
    undo(heard)
    assert desk.termijnen.of_casus(casus_id)[0].wanneer == date(2026, 5, 15)


def test_what_is_late_asks_why_until_when_and_who_watches(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    begin(desk, casus_id, "T1", date(2026, 4, 20))
    assert shown(page)[1] == "Veiligheidsbeoordeling [Te laat]"
    choose(page, "Veiligheidsbeoordeling")
    qtbot.keyClick(page.findChild(Termijnen).list, Qt.Key.Key_Return)
    dialog = dialog_of(page)
    assert (
        "De termijn is voorbij. Schrijf op waarom, kies een nieuwe datum en wie nu op de "
        "veiligheid let."
    ) in words(dialog)
    press(dialog, "bewaren")
    assert "Schrijf op waarom het later wordt." in words(dialog)
    fill(dialog, want="Collega ziek.", nieuwe_datum="19-5-2026", wie_kijkt="Bo Vervanger")
    press(dialog, "bewaren")

    assert shown(page)[1] == "Veiligheidsbeoordeling [Later, met reden]"
    line = page.findChild(Termijnen).list.lines()[1]
    assert line.third == "Collega ziek. Nieuwe datum 19 mei; Bo Vervanger let op."
    undo(heard)
    assert shown(page)[1] == "Veiligheidsbeoordeling [Te laat]"


def test_a_term_is_met_on_its_day_and_that_can_be_undone(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    begin(desk, casus_id, "T1", date(2026, 5, 4))
    choose(page, "Veiligheidsbeoordeling")
    press(page, "termijn-gehaald")
    fill(dialog_of(page), dag="8-5-2026")
    press(dialog_of(page), "bewaren")
    assert "Veiligheidsbeoordeling [Gehaald]" in shown(page)
    undo(heard)
    assert "Veiligheidsbeoordeling [Vandaag]" in shown(page)


def test_a_term_stands_still_and_runs_again(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    begin(desk, casus_id, "T2v", date(2026, 5, 8))
    choose(page, "Voorwaarden")
    press(page, "termijn-stil")
    fill(dialog_of(page), reden="Moeder is opgenomen.")
    press(dialog_of(page), "bewaren")
    assert shown(page)[1] == "Voorwaarden en vervolg [Staat stil]"
    press(page, "termijn-hervatten")
    press(dialog_of(page), "bewaren")
    assert shown(page)[1] == "Voorwaarden en vervolg [Nog 66 dagen]"
    undo(heard)
    press(page, "stilstand-weg")
    assert shown(page)[1] == "Voorwaarden en vervolg [Nog 66 dagen]"
    undo(heard)
    assert shown(page)[1] == "Voorwaarden en vervolg [Staat stil]"


def test_del_lets_a_term_lapse_for_a_reason(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    begin(desk, casus_id, "T5", TODAY)
    choose(page, "Terugkoppeling")
    qtbot.keyClick(page.findChild(Termijnen).list, Qt.Key.Key_Delete)
    press(dialog_of(page), "bewaren")
    assert any("waarom de termijn vervalt" in one for one in words(dialog_of(page)))
    fill(dialog_of(page), reden="De melder is dezelfde als bij M1.")
    press(dialog_of(page), "bewaren")
    assert shown(page)[-1] == "Terugkoppeling aan de melder [Vervallen]"
    undo(heard)
    assert shown(page)[1].startswith("Terugkoppeling aan de melder [Nog")


def test_who_has_no_clock_yet_is_named_and_enter_starts_it(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message], qtbot: QtBot
) -> None:
    otis = add_persoon(desk, casus_id)
    verslag = desk.verslagen.open(desk.verslagen.start(held_talk(desk, casus_id)))
    said = uitspraak("Vader drinkt.", bron=Bron("Maren"), over=(otis,))
    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "zorgen", said))
    choose(page, "Informeren van Otis")
    qtbot.keyClick(page.findChild(Termijnen).list, Qt.Key.Key_Return)

    assert shown(page)[:2] == [
        "Loopt", "Informeren: Otis Havikskruid [Nog 28 dagen]",
    ]  # fmt: skip
    assert page.findChild(Termijnen).list.current().naam == "Informeren: Otis Havikskruid"
    undo(heard)
    choose(page, "Informeren van Otis")
    press(page, "klok-niet-nodig")
    fill(dialog_of(page), reden="Vader was er zelf bij.")
    press(dialog_of(page), "bewaren")
    assert shown(page)[-1] == "Informeren: Otis Havikskruid [Vervallen]"


def test_after_an_overdracht_the_series_is_planned_held_and_decided(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Abel", "Ontbijt"),
        gemaakt_op=date(2026, 4, 2),
    )  # fmt: skip
    offer = desk.zicht.offer(casus_id, OverdrachtGegevens("Wijkteam"), at(9))
    desk.zicht.accept(offer, "Sam Wijkman", at(10))
    choose(page, "Monitoring plannen")
    press(page, "monitoring-beginnen")
    assert "Moment na 3 maanden [Gepland]" in shown(page)

    choose(page, "Moment na 3 maanden")
    press(page, "monitoring-houden")
    dialog = dialog_of(page)
    fill(dialog, gesproken="Abel en het wijkteam")
    pick(dialog, "directe-veiligheid", Oordeel.JA)
    pick(dialog, "uitkomst-voorwaarde-1", Toetsuitkomst.DEELS)
    press(dialog, "bewaren")
    assert "Schrijf op waaruit dit blijkt." in words(dialog)
    fill(dialog, bewijs_voorwaarde_1="school, 11 mei")
    press(dialog, "bewaren")
    assert "Moment na 3 maanden [Nog besluiten]" in shown(page)

    choose(page, "Moment na 3 maanden")
    press(page, "monitoring-besluiten")
    dialog = dialog_of(page)
    pick(dialog, "besluit", MonitoringBesluit.VOLGENDE_MOMENT)
    fill(dialog, volgende_op="26-6-2026", toelichting="Voorwaarde 1 is nog deels.")
    press(dialog, "bewaren")
    assert "Extra moment [Gepland]" in shown(page)
    assert "Moment na 3 maanden [Besluit: volgende moment]" in shown(page)
    undo(heard)
    assert "Extra moment [Gepland]" not in shown(page)


def test_an_extra_moment_is_planned_and_taken_away_with_del(
    page: CasussenPage, desk: Desk, heard: list[Message], qtbot: QtBot
) -> None:
    press(page, "monitoring-plannen")
    fill(dialog_of(page), dag="26-6-2026", toelichting="over 3 en 4")
    press(dialog_of(page), "bewaren")
    choose(page, "Extra moment")
    qtbot.keyClick(page.findChild(Termijnen).list, Qt.Key.Key_Delete)
    assert "Extra moment [Gepland]" not in shown(page)
    undo(heard)
    assert "Extra moment [Gepland]" in shown(page)


def test_a_request_says_at_once_who_may_ask_and_starts_its_term(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    yara = add_persoon(desk, casus_id, Rol.KIND, voornaam="Yara", geboortedatum=date(2014, 1, 8))
    vader = add_persoon(desk, casus_id)
    press(page, "verzoek-toevoegen")
    dialog = dialog_of(page)
    pick(dialog, "wie", vader)
    pick(dialog, "over", yara)
    assert any("er is geen gezag vastgelegd" in one for one in words(dialog))
    pick(dialog, "wie", yara)
    pick(dialog, "over", None)
    assert any("Yara Havikskruid vraagt dit zelf: ja." in one for one in words(dialog))
    dialog.findChild(QCheckBox, "bekwaam").setChecked(False)
    assert any("Yara Havikskruid vraagt dit zelf: nee." in one for one in words(dialog))
    press(dialog, "bewaren")

    assert "Inzage, gevraagd door Yara Havikskruid [Open]" in shown(page)
    assert shown(page)[1] == "Inzage of afschrift: Yara Havikskruid [Nog 31 dagen]"
    choose(page, "Inzage, gevraagd")
    press(page, "verzoek-besluiten")
    dialog = dialog_of(page)
    pick(dialog, "stand", VerzoekStand.GEWEIGERD)
    press(dialog, "bewaren")
    assert "Inzage, gevraagd door Yara Havikskruid [Geweigerd]" in shown(page)
    undo(heard)
    assert "Inzage, gevraagd door Yara Havikskruid [Open]" in shown(page)


def test_a_casus_is_destroyed_in_two_steps_and_another_one_is_shown(
    page: CasussenPage, desk: Desk, clock: SlowClock, casus_id: UUID, heard: list[Message]
) -> None:
    other = add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )
    page.show_casus(casus_id)
    choose(page, "Kopie op deze laptop")
    press(page, "geplaatst")
    fill(dialog_of(page), dag="1-4-2026")
    press(dialog_of(page), "bewaren")
    assert "Kopie op deze laptop [Nog" in shown(page)[-1] or "Mag weg" not in shown(page)[-1]
    clock.pass_time(days=40)
    page.findChild(Termijnen).read_again()
    choose(page, "Kopie op deze laptop")
    press(page, "vernietigen-besluiten")
    press(dialog_of(page), "bewaren")
    assert "Kopie op deze laptop [Besluit: vernietigen]" in shown(page)

    choose(page, "Kopie op deze laptop")
    press(page, "vernietigen")
    press(dialog_of(page), "bewaren")
    assert "Dit is niet het nummer van deze casus." in words(dialog_of(page))
    fill(dialog_of(page), nummer="VT-DEMO-0141")
    press(dialog_of(page), "bewaren")

    assert [row.id for row in desk.casussen.all(None)] == [other]
    assert heard[-1].words == "Casus VT-DEMO-0141 is vernietigd. Het bewijs is bewaard."
    current = page.current()
    assert current is None or current.id == other


def test_the_last_casus_can_be_destroyed_too(
    page: CasussenPage, desk: Desk, clock: SlowClock, casus_id: UUID
) -> None:
    row = desk.casussen.get(casus_id)
    desk.casussen.change(
        casus_id, row.version, row.gegevens, CasusStaat.GESLOTEN, gesloten_want="klaar"
    )
    desk.rechten.set_geplaatst(casus_id, TODAY)
    clock.pass_time(days=40)
    desk.vernietigingen.decide(casus_id, Vernietigingsgrond.WERKKOPIE, "Nel Demoor")
    desk.vernietigingen.destroy(casus_id)

    assert page.current() is None
    assert "Kies een casus, of maak er een." in words(page)


def test_an_open_request_and_a_name_with_markup_are_shown_as_they_are(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    odd = add_persoon(
        desk, casus_id, voornaam="O'Neill <b>", achternaam="x" * 400, geboortedatum=date(1980, 1, 1)
    )
    desk.rechten.ask(casus_id, VerzoekGegevens(odd, VerzoekSoort.CORRECTIE, TODAY))
    choose(page, "Correctie")

    assert any("O'Neill <b>" in one for one in words(page))
    tab = page.findChild(Termijnen)
    assert tab.minimumSizeHint().width() < 400
    assert tab.inspector.minimumSizeHint().width() < 300


def test_the_overview_shows_what_runs_and_opens_it_in_its_tab(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    begin(desk, casus_id, "T2", date(2026, 4, 13))
    page._view.tabs.show_tab(0)
    card = page.findChild(RowList, "komende-termijnen")
    assert [(line.title, line.side) for line in card.lines()] == [("Onderzoek", "ma 22 juni")]
    card.choose(lambda _: True)
    qtbot.keyClick(card, Qt.Key.Key_Return)

    assert page._view.deel() is page.findChild(Termijnen)
    assert "Wet: maandag 22 juni 2026" in words(page)


def test_the_list_and_the_head_name_the_next_date_and_what_is_late(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    begin(desk, casus_id, "T2", date(2026, 4, 13))
    [line] = page.findChild(RowList, "casussen").lines()
    assert line.third == "ma 22 juni Onderzoek"
    assert "Hierna: ma 22 juni Onderzoek" in words(page)

    begin(desk, casus_id, "T1", date(2026, 5, 4))
    desk.monitoringen.plan(casus_id, date(2026, 6, 1))
    assert page.findChild(RowList, "casussen").lines()[0].third == "vandaag Veiligheidsbeoordeling"
    begin(desk, casus_id, "T5", date(2026, 4, 1))
    assert page.findChild(RowList, "casussen").lines()[0].third == (
        "Te laat: Terugkoppeling aan de melder"
    )


def press_with_keyboard(page: CasussenPage, name: str) -> None:
    QApplication.processEvents()
    page._view.inspector.findChildren(QPushButton, name)[-1].setFocus()
    press(page, name)


def test_the_keyboard_stays_with_the_term_after_a_deed(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    begin(desk, casus_id, "T2", date(2026, 4, 13))
    begin(desk, casus_id, "T1", date(2026, 5, 11))
    tab = page.findChild(Termijnen)
    choose(page, "Onderzoek")
    press_with_keyboard(page, "termijn-gehaald")
    press(dialog_of(page), "bewaren")
    assert page.window().focusWidget() is tab.list
    assert tab.list.current().naam == "Onderzoek"

    press_with_keyboard(page, "termijn-niet-gehaald")
    assert page.window().focusWidget() is tab.list
    assert tab.list.current().naam == "Onderzoek"

    press_with_keyboard(page, "termijn-wijzigen")
    press(dialog_of(page), "bewaren")
    assert page.window().focusWidget().objectName() == "termijn-wijzigen"


@pytest.mark.parametrize("year", [1, 1016, 1800])
def test_a_wrong_year_of_birth_keeps_no_tab_from_being_read(
    opened: CasussenPage, desk: Desk, store: Store, casus_id: UUID, year: int
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    talk = held_talk(desk, casus_id)
    said = uitspraak("Pip slaapt slecht.", over=(pip,))
    verslag = desk.verslagen.start(talk)
    desk.verslagen.save_concept(
        verslag, with_blocks(desk.verslagen.open(verslag).tekst, "kind", said)
    )
    asked = VerzoekGegevens(pip, VerzoekSoort.INZAGE, TODAY)
    desk.rechten.ask(casus_id, asked)
    misdate(store, pip, date(year, 1, 1))

    for kind in DELEN:
        show_tab(opened, kind)
        assert not any("kon niet worden gelezen" in one for one in words(opened)), kind
    show_tab(opened, Termijnen)
    assert any("Inzage, gevraagd door Pip Havikskruid" in one for one in shown(opened))
    assert any("Controleer de geboortedatum." in w for w in desk.rechten.toegang(asked).waarom)
