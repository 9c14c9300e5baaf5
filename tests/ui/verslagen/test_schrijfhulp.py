"""Spelling, Taalwacht, tekstbouwstenen and days, by keyboard over a real store and dictionary."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, add_persoon, held_talk, uitspraak, with_blocks
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.spelling import FROM_TOP
from vtdesk.ui.verslagen.spelling_menu import ADD, LOOKING, NEXT
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Alinea, Blok, Bron, Run

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(look: Look, tools: Tools, desk: Desk, clock: SlowClock, qtbot: QtBot) -> VerslagenPage:
    with look.building():
        made = VerslagenPage(desk, tools)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    return made


@pytest.fixture
def open_with(page: VerslagenPage, desk: Desk, qtbot: QtBot) -> Callable[..., VerslagEdit]:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pipaloe")
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Zwaanhildis", achternaam="Boer")
    desk.organisaties.add("Basisschool Kwikstaartje")
    talk = held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    def open_it(*blokken: Blok) -> VerslagEdit:
        verslag_id: UUID = desk.verslagen.start(talk)
        tekst = desk.verslagen.open(verslag_id).tekst
        desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "aanleiding", *blokken))
        page.show()
        page.open_verslag(verslag_id)
        qtbot.waitExposed(page)
        page.editor.edit.set_place(0, 0)
        return page.editor.edit

    return open_it


def alinea(words: str) -> Alinea:
    return Alinea((Run(words),))


def marked(page: VerslagenPage) -> list[str]:
    document, help_ = page.editor.edit.text_document(), page.editor.hulp.spelling
    return [mark.woord for block in document.blocks() for mark in help_.marks_of(block)]


def caret_in(edit: VerslagEdit, words: str) -> None:
    found = edit.text_document().find(words)
    assert not found.isNull()
    edit.go_to(found.selectionStart() + 1)


def menu_of(edit: VerslagEdit, qtbot: QtBot) -> QMenu:
    """Bring up what the menu of the word under the caret says, as the surface fills it."""
    menu = QMenu(edit)
    edit.menu_shown.emit(menu, edit.textCursor())
    qtbot.waitUntil(lambda: LOOKING not in words_of(menu))
    return menu


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_wrong_words_are_marked_and_names_addresses_and_a_childs_words_are_not(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    open_with(
        alinea("De afpraak met Pipaloe bij Kwikstaartje, Otis' 2e keer. \U0001f600 Foutt."),
        Alinea((Run("Pipaloe zegt: "), Run("ik heb gedroomt", cursief=True))),
        alinea("Zwaanhildis belde ’s nachts vóór één uur."),
    )

    qtbot.waitUntil(lambda: "afpraak" in marked(page))

    assert marked(page) == ["afpraak", "Foutt", "Zwaanhildis"]


def test_marks_leave_the_document_as_it_is(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("De afpraak is altijd goed."))
    before = edit.tekst()
    qtbot.waitUntil(lambda: marked(page) == ["afpraak", "altijd"])

    page.grab()

    document = edit.document()
    assert edit.tekst() == before
    assert not document.isUndoAvailable()
    assert not document.isModified()
    assert not page.editor.keeping.draft.is_dirty


def test_the_word_that_is_being_typed_is_left_alone_until_it_is_finished(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("Begin"))
    caret_in(edit, "Begin")
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    qtbot.waitUntil(lambda: page.editor.hulp.spelling._desk.spelling.bekend("Begin") is True)

    QTest.keyClicks(edit, " gesprk")
    qtbot.wait(400)
    while_typing = marked(page)
    QTest.keyClicks(edit, " ")

    assert while_typing == []
    qtbot.waitUntil(lambda: marked(page) == ["gesprk"])


def test_a_suggestion_takes_the_place_in_one_step_and_keeps_letter_and_style(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(uitspraak("", runs=(Run("De "), Run("afpraak", vet=True), Run(" staat."))))
    qtbot.waitUntil(lambda: marked(page) == ["afpraak"])
    before = edit.tekst()
    caret_in(edit, "afpraak")

    menu = menu_of(edit, qtbot)
    choose(menu, "afspraak")

    regel = edit.statement()
    assert regel is not None
    assert regel.letter is Letter.VERKLARING
    assert regel.runs == (Run("De "), Run("afspraak", vet=True), Run(" staat."))
    assert len(words_of(menu)) <= 6
    edit.undo()
    assert edit.tekst() == before
    assert not edit.document().isUndoAvailable()


def test_an_own_word_is_right_from_then_on_until_it_is_taken_back(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], desk: Desk, qtbot: QtBot
) -> None:
    edit = open_with(alinea("Het kwartettenspelbord lag klaar, zegt de blorkster."))
    qtbot.waitUntil(lambda: "blorkster" in marked(page))
    caret_in(edit, "blorkster")

    with qtbot.waitSignal(page.message_requested) as said:
        choose(menu_of(edit, qtbot), f"{ADD}: blorkster")

    message: Message = said.args[0]
    assert "blorkster" not in marked(page)
    assert desk.spelling.eigen() == ("blorkster",)
    assert (message.words, message.action) == ("'blorkster' staat nu in je woordenlijst.", UNDO)
    assert message.on_action is not None
    message.on_action()
    assert "blorkster" in marked(page)
    assert desk.spelling.eigen() == ()


def test_f7_goes_from_word_to_word_and_offers_by_keyboard(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    many = [alinea(f"Regel {number} is gewoon goed geschreven.") for number in range(150)]
    edit = open_with(alinea("De afpraak."), *many, alinea("Het is onmiddelijk klaar."))
    edit.go_to(0)

    def next_word() -> QMenu:
        page.editor.hulp.spelling.go_to_next()
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    first = next_word()
    chosen = edit.textCursor().selectedText()
    first.close()
    second = next_word()
    qtbot.waitUntil(lambda: "onmiddellijk" in words_of(second))
    qtbot.waitUntil(lambda: second.activeAction() is not None)
    QTest.keyClick(second, Key.Key_Return)

    assert chosen == "afpraak"
    assert "Het is onmiddellijk klaar." in edit.toPlainText()
    with qtbot.waitSignal(page.message_requested) as said:
        again = next_word()
    assert said.args[0].words == FROM_TOP
    assert edit.textCursor().selectedText() == "afpraak"
    again.close()
    caret_in(edit, "afpraak")
    choose(menu_of(edit, qtbot), "afspraak")
    with qtbot.waitSignal(page.message_requested) as said:
        page.editor.hulp.spelling.go_to_next()
    assert "geen spelfout" in said.args[0].words


def test_f7_and_enter_on_a_loaded_word_write_nothing(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("Vader ontkent de ruzie."))
    before = edit.tekst()
    edit.go_to(0)

    page.editor.hulp.spelling.go_to_next()
    for word in ("ontkent", "ruzie"):
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert edit.textCursor().selectedText() == word
        assert menu.activeAction().text().startswith(NEXT)
        QTest.keyClick(menu, Key.Key_Return)
        qtbot.waitUntil(lambda gone=menu: QApplication.activePopupWidget() not in (gone, None))

    last = QApplication.activePopupWidget()
    assert last is not None
    last.close()
    assert edit.tekst() == before


def test_taalwacht_flags_her_own_words_and_offers_what_describes(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], desk: Desk, qtbot: QtBot
) -> None:
    edit = open_with(
        uitspraak("“Hij weigert altijd alles”, zegt moeder."),
        uitspraak("Vader weigert een gesprek.", Letter.FEIT, bron=Bron("Zelf gezien")),
        Alinea((Run("ik mag nooit", cursief=True),)),
    )
    qtbot.waitUntil(lambda: marked(page) == ["weigert"])
    caret_in(edit, "weigert een")
    words = words_of(menu_of(edit, qtbot))
    points = [one for one in page.editor.parts.inspector.checks.points() if one.id == "taalwacht"]

    assert words[:3] == [
        "Taalwacht: weigert", "Wat is er gevraagd, en wat was het antwoord?", "Liever: wil niet",
    ]  # fmt: skip
    assert [(one.tekst, one.klaar, one.moet) for one in points] == [
        ("Taalwacht: weigert", False, False)
    ]
    edit.go_to(0)
    page.editor.parts.inspector.checks.point_asked.emit(points[0])
    assert edit.textCursor().selectedText().casefold() == "weigert"
    caret_in(edit, "weigert een")
    choose(menu_of(edit, qtbot), "Liever: wil niet")
    assert "Vader wil niet een gesprek." in edit.toPlainText()
    assert marked(page) == []


def test_a_name_behind_a_semicolon_becomes_sentences_with_what_is_known(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("Nu"))
    caret_in(edit, "Nu")
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)

    QTest.keyClicks(edit, " ;veilig ")

    assert "Vandaag is het ‹veilig / niet veilig› voor Pipaloe, want" in edit.toPlainText()
    assert edit.textCursor().selectedText() == "‹veilig / niet veilig›"
    edit.undo()
    assert edit.toPlainText().count(";veilig") == 1


def test_the_list_of_bouwstenen_is_walked_by_keyboard_and_closed_with_esc(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("Nu"))
    page.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    caret_in(edit, "Nu")
    edit.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    shown = page.editor.hulp.bouwstenen.list

    QTest.keyClicks(edit, " ;")
    at_once, chosen = shown.isVisible(), shown.current()
    QTest.keyClick(edit, Key.Key_Escape)
    closed = shown.isVisible()
    QTest.keyClick(edit, Key.Key_Backspace)
    QTest.keyClicks(edit, ";ui")
    QTest.keyClick(edit, Key.Key_Down)
    name = shown.current()
    QTest.keyClick(edit, Key.Key_Return)

    assert at_once
    assert chosen is None
    assert not closed
    assert name is not None
    assert name.naam == "uitleg-kind"
    assert "Jij hoeft niets te vertellen." in edit.toPlainText()
    QTest.keyClicks(edit, "hij zei; dat ;niets ")
    assert not shown.isVisible()


def test_a_day_in_the_table_is_said_back_and_written_in_full_on_leaving(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with()
    page.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.go_to_section("afspraken")
    for words in ("Vader", "belt school", "vr 14u"):
        QTest.keyClicks(edit, words)
        if words != "vr 14u":
            QTest.keyClick(edit, Key.Key_Tab)
    meant = page.editor.hulp.wanneer.meant(edit.textCursor().block())
    QTest.keyClick(edit, Key.Key_Tab)

    assert meant is not None
    assert meant.kort(page._tools.clock().date()) == "vr 15 mei 14:00"
    qtbot.waitUntil(lambda: "vrijdag 15 mei 2026 om 14:00" in edit.toPlainText())
    QTest.keyClicks(edit, "dan overleg")
    assert "dan overleg" in edit.toPlainText()


def test_the_menu_of_the_mouse_is_about_the_word_under_it(
    page: VerslagenPage, open_with: Callable[..., VerslagEdit], qtbot: QtBot
) -> None:
    edit = open_with(alinea("De afpraak staat."))
    qtbot.waitUntil(lambda: marked(page) == ["afpraak"])
    seen: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.extend(words_of(menu))
        menu.close()

    caret_in(edit, "afpraak")
    place = edit.cursorRect().center()
    edit.go_to(0)
    QTimer.singleShot(50, edit, look)

    edit.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, edit.mapToGlobal(QPoint()))
    )

    assert f"{ADD}: afpraak" in seen
    assert edit.textCursor().position() == 0
