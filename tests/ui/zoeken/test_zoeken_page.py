"""Zoeken as the user works with it: by key alone, while typing, and into the place of a hit."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, at, held_talk, plan, uitspraak, with_blocks
from tests.conftest import KEY
from tests.ui.conftest import put_on_screen
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.store.engine import connect
from vtdesk.store.store import Store
from vtdesk.store.zoekindex import TABELLEN
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.zoeken.page import ZoekenPage
from vtdesk.ui.zoeken.places import TABS
from vtdesk.values.kinds import Rol
from vtdesk.values.tekst import Alinea, runs


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tools: Tools, casus_id: UUID) -> ZoekenPage:
    page = ZoekenPage(desk, tools)
    put_on_screen(page, qtbot, desk)
    page.field.setFocus()
    return page


@pytest.fixture
def search(page: ZoekenPage, qtbot: QtBot) -> Callable[[str], list[str]]:
    """Type words and wait until what is shown belongs to them."""

    def type_words(words: str) -> list[str]:
        page.field.clear()
        qtbot.keyClicks(page.field, words)
        answered(page, qtbot)
        return shown(page)

    return type_words


def answered(page: ZoekenPage, qtbot: QtBot) -> None:
    def is_quiet() -> bool:
        complete = page._uitkomst is None or page._uitkomst.compleet
        return not page._pause.isActive() and page._tocht is None and complete

    qtbot.waitUntil(is_quiet)


def shown(page: ZoekenPage) -> list[str]:
    if not page.hits.isVisible():
        return []
    return [line.title for line in page.hits.lines()]


def words(page: ZoekenPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def rename(store: Store, table: str, to: str) -> None:
    """Take the index away, as a damaged file would, or put it back."""
    connection = connect(store.path, KEY)
    connection.execute(f"ALTER TABLE {table} RENAME TO {to}")
    connection.close()


def press(page: ZoekenPage, name: str) -> None:
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisible()]
    button.click()


def test_at_first_it_says_what_one_can_do(page: ZoekenPage) -> None:
    assert "Een deel van een woord is genoeg" in words(page)


def test_results_come_while_typing_grouped_by_casus_with_the_hit_bold(
    page: ZoekenPage, desk: Desk, casus_id: UUID, search: Callable[[str], list[str]]
) -> None:
    other = add_casus(desk, nummer="VT-2", naam="Sterrenwoud & Co")
    plan(desk, casus_id, titel="Overleg", doel="De veiligheidsafspraken lopen. Verder niets.")
    plan(desk, other, titel="Bezoek", doel="Een afspraak maken.", begin=at(9), einde=at(10))

    assert search("afspraak") == [
        "Zilverduin / Havikskruid · VT-DEMO-0141", "Overleg",
        "Sterrenwoud & Co · VT-2", "Bezoek",
    ]  # fmt: skip
    [first, _] = page._uitkomst.vondsten
    assert [first.zin[a:b] for a, b in first.vet] == ["veiligheidsafspraken"]
    assert page.hits.lines()[1].second == "De veiligheidsafspraken lopen."
    assert "2 gevonden" in words(page)


def test_everything_goes_by_key(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    afspraak_id = plan(desk, casus_id, titel="Trommelles")
    search("trommel")

    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    assert page.hits.hasFocus()
    assert page.hits.current().ding == afspraak_id

    was_hidden = page.glance.isHidden()
    qtbot.keyClick(page.hits, Qt.Key.Key_Space)
    assert page.glance.isHidden() is not was_hidden
    with qtbot.waitSignal(page.afspraak_requested) as wish:
        qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    assert wish.args == [afspraak_id]
    qtbot.keyClick(page.hits, Qt.Key.Key_Up)
    assert page.field.hasFocus()


def test_enter_at_once_waits_for_the_hits(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    plan(desk, casus_id, titel="Trommelles")
    qtbot.keyClicks(page.field, "trommel")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)

    qtbot.waitUntil(page.hits.hasFocus)
    assert page.hits.current().titel == "Trommelles"


def test_the_preview_shows_all_of_it_with_the_hits_marked(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id))
    tekst = desk.verslagen.open(verslag_id).tekst
    said = with_blocks(tekst, "zorgen", Alinea(runs("😀 <b>Pip</b> zag een kievit. En weg.")))
    desk.verslagen.save_concept(verslag_id, said)
    search("kieviten")
    qtbot.keyClick(page.field, Qt.Key.Key_Down)

    shown = page.glance.findChild(QTextEdit, "kijkje-tekst")
    assert "😀 <b>Pip</b> zag een kievit. En weg." in shown.toPlainText()
    cursor = shown.document().find("kievit")
    cursor.setPosition(cursor.selectionStart() + 1)
    assert cursor.charFormat().fontWeight() > 400
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert cursor.charFormat().fontWeight() <= 400


def test_of_a_next_hit_only_its_own_hits_are_marked(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    for hour in (9, 11):
        plan(desk, casus_id, doel="Trommel", plaats="bij de buren", begin=at(hour), einde=at(12))
    search("trommel")
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    qtbot.keyClick(page.hits, Qt.Key.Key_Down)

    shown = page.glance.findChild(QTextEdit, "kijkje-tekst")
    weights = [
        shown.document().find(word).charFormat().fontWeight() > 400 for word in ("buren", "Trommel")
    ]
    assert weights == [False, True]


def test_each_thing_opens_in_its_place(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip", achternaam="Kwik")
    verslag_id = desk.verslagen.start(held_talk(desk, casus_id, titel="Gesprek over zebra"))
    claim = uitspraak("Er liep een flamingo.")
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", claim))
    parked = plan(desk, casus_id, titel="Los gesprek")
    desk.notities.save(NotitieGegevens(gezien="pelikaan"), afspraak_id=parked)

    def opens(typed: str, signal: str) -> list[object]:
        assert search(typed), words(page)
        page.hits.begin()
        with qtbot.waitSignal(getattr(page, signal)) as wish:
            qtbot.keyClick(page.hits, Qt.Key.Key_Return)
        return list(wish.args)

    assert opens("kwik", "persoon_requested") == [casus_id, pip]
    assert opens("zilverduin soort:casus", "casus_requested") == [casus_id]
    assert opens("zebra soort:verslag", "verslag_requested") == [verslag_id]
    assert opens("pelikaan", "afspraak_requested") == [parked]
    assert opens("flamingo soort:uitspraak", "place_requested") == [
        {
            "casus": str(casus_id),
            "deel": "deel-uitspraken",
            "in": {"uitspraak": str(claim.id)},
        }
    ]


def test_nothing_found_asks_what_was_meant(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    plan(desk, casus_id, titel="Sleutelhanger terug")

    assert search("sleutelhnger") == []
    assert "Niets gevonden voor 'sleutelhnger'. Bedoel je 'Sleutelhanger'?" in words(page)
    page._none.button.click()
    answered(page, qtbot)
    assert "Sleutelhanger terug" in shown(page)
    assert search("qqqqqq") == []
    assert "Niets gevonden voor 'qqqqqq'." in words(page)
    assert not page._none.button.isVisible()


def test_a_filter_is_a_chip_and_a_word(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    plan(desk, casus_id, titel="Fluitles")
    search("fluit")

    press(page, "filter-persoon")
    assert page.field.text() == "fluit persoon:"
    assert page.field.hasFocus()
    search("fluit na:april")
    chip = page.findChild(QPushButton, "filter-na")
    assert (chip.isChecked(), chip.text()) == (True, "Na: vanaf 1 mei 2026")
    chip.click()
    answered(page, qtbot)
    assert page.field.text() == "fluit"
    assert not chip.isChecked()


def test_the_chip_of_a_kind_offers_the_kinds(
    page: ZoekenPage, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    search("zilver")
    press(page, "filter-soort")
    menu = page.findChild(QMenu, "keuzes-soort")
    assert [a.text() for a in menu.actions()][:3] == ["Casus", "Persoon", "Organisatie"]

    next(a for a in menu.actions() if a.text() == "Persoon").trigger()
    menu.close()
    answered(page, qtbot)
    assert page.field.text() == "zilver soort:persoon"
    assert shown(page) == []


def test_what_is_no_date_is_said_beside_the_field(
    page: ZoekenPage, search: Callable[[str], list[str]]
) -> None:
    assert len(search("zilverduin na:ooit")) == 2
    assert "'na:ooit' is geen datum. Schrijf bijvoorbeeld na:maart of na:1-4-2026." in words(page)


def test_more_comes_when_asked(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    for number in range(45):
        plan(desk, casus_id, titel=f"Trommelles {number}")

    assert len(search("trommel")) == 41
    assert "De nieuwste 40" in words(page)
    press(page, "meer-tonen")
    answered(page, qtbot)
    assert len(shown(page)) == 46


def test_the_best_comes_first_when_asked(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    plan(desk, casus_id, titel="Kikker kikker kikker", begin=at(9), einde=at(10))
    plan(desk, casus_id, titel="Lang", doel="Over van alles, en ook over een kikker in de vijver.")

    assert search("kikker")[1:] == ["Lang", "Kikker kikker kikker"]
    press(page, "beste-eerst")
    answered(page, qtbot)
    assert shown(page)[1:] == ["Kikker kikker kikker", "Lang"]


def test_the_melder_is_not_found(
    page: ZoekenPage, desk: Desk, casus_id: UUID, search: Callable[[str], list[str]]
) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie")

    assert search("kanarie") == []
    assert "Niets gevonden voor 'kanarie'." in words(page)


def test_what_is_stored_meanwhile_is_found_at_once(
    page: ZoekenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, search: Callable[[str], list[str]]
) -> None:
    assert search("trommel") == []
    plan(desk, casus_id, titel="Trommelles")
    answered(page, qtbot)

    assert "Trommelles" in shown(page)


def test_after_a_lock_the_question_and_the_hit_are_there_again(
    page: ZoekenPage, desk: Desk, tools: Tools, casus_id: UUID, qtbot: QtBot,
    search: Callable[[str], list[str]],
) -> None:  # fmt: skip
    plan(desk, casus_id, titel="Trommel een")
    wanted = plan(desk, casus_id, titel="Trommel twee", begin=at(9), einde=at(10))
    search("trommel")
    page.hits.choose(lambda vondst: vondst.ding == wanted)
    place = page.place()

    again = ZoekenPage(desk, tools)
    qtbot.addWidget(again)
    again.show()
    again.return_to(place)
    answered(again, qtbot)

    assert again.field.text() == "trommel"
    assert again.hits.current().ding == wanted
    assert again.glance._title.text() == "Trommel twee"


def test_narrow_the_preview_is_closed_until_asked(page: ZoekenPage) -> None:
    page.on_width(Width.KLEIN)
    assert page.glance.isHidden()
    page.toggle_inspector()
    assert not page.glance.isHidden()


def test_what_cannot_be_read_is_said_and_can_be_tried_again(
    page: ZoekenPage, desk: Desk, store: Store, casus_id: UUID, qtbot: QtBot,
    search: Callable[[str], list[str]],
) -> None:  # fmt: skip
    plan(desk, casus_id, titel="Trommelles")
    search("trommel")
    rename(store, "zoekindex", "weg")

    search("trommelles")
    assert "Zoeken lukt nu niet. De schijf geeft een fout" in words(page)

    rename(store, "weg", "zoekindex")
    page._failed.button.click()
    answered(page, qtbot)
    assert "Trommelles" in shown(page)


def test_a_name_of_500_letters_stays_inside_the_list(
    page: ZoekenPage, desk: Desk, casus_id: UUID, search: Callable[[str], list[str]]
) -> None:
    add_persoon(desk, casus_id, voornaam="Kw" + "a" * 498, telefoon="06-\u202e12345678")

    assert len(search("kwaaa")) == 2
    page.grab()
    assert page.hits.horizontalScrollBar().maximum() == 0


def test_every_kind_of_thing_that_is_found_has_a_place() -> None:
    elsewhere = {"verslag", "afspraak", "parkeernotitie", "persoon", "casus"}
    day = {"terugbelverzoek", "bespreking"}
    assert {*TABS, *elsewhere, *day} == set(TABELLEN)
