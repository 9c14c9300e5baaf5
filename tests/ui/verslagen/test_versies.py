"""Earlier texts and reactions in the editor, by keyboard."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.builders import SlowClock, add_casus, add_persoon, complete, held_talk, with_blocks
from vtdesk.models import Versie
from vtdesk.services.correctie_rows import VerzendingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.vaststelling import UNREADABLE
from vtdesk.store.store import Store
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.finalise_dialog import FinaliseDialog
from vtdesk.ui.verslagen.finality import NO_VERSION
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.verslagen.paper_dialogs import CorrectionDialog
from vtdesk.ui.verslagen.reactie_dialog import ReactionDialog
from vtdesk.ui.verslagen.vergelijk import SAME, Vergelijking
from vtdesk.ui.verslagen.versies import BACK
from vtdesk.ui.verslagen.versies_dialog import NONE_YET, VersiesDialog
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.kinds import ReactieSoort, Rol
from vtdesk.values.tekst import Alinea, runs
from vtdesk.values.verschil import Soort, Stuk, Verschilregel

Key = Qt.Key


@pytest.fixture
def casus(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buur", achternaam="Vrouw")
    return casus_id


@pytest.fixture
def verslag_id(desk: Desk, casus: UUID) -> UUID:
    return desk.verslagen.start(held_talk(desk, casus))


@pytest.fixture
def page(look: Look, desk: Desk, clock: SlowClock, verslag_id: UUID, qtbot: QtBot) -> VerslagenPage:
    """The page with the verslag open in its editor."""
    jobs = Jobs()
    with look.building():
        made = VerslagenPage(desk, Tools(jobs, clock))
    jobs.setParent(made)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made, before_close_func=lambda _: jobs.wait())
    made.resize(1300, 800)
    made.show()
    qtbot.waitExposed(made)
    made.open_verslag(verslag_id)
    return made


def write(page: VerslagenPage, words: str) -> None:
    page.editor.edit.go_to_section("zorgen")
    QTest.keyClicks(page.editor.edit, words)


def ask(page: VerslagenPage, name: str) -> None:
    next(a for a in page.actions() if a.objectName() == name).trigger()


def finalise(desk: Desk, page: VerslagenPage, verslag_id: UUID) -> None:
    page.editor.close_verslag()
    desk.verslagen.save_concept(verslag_id, complete(desk.verslagen.open(verslag_id).tekst))
    points = [p for p in desk.vaststelling.controle(verslag_id) if not p.klaar]
    desk.vaststelling.finalise(verslag_id, {p.id: "besproken" for p in points})
    page.open_verslag(verslag_id)


def dialog() -> VersiesDialog | ReactionDialog | CorrectionDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, VersiesDialog | ReactionDialog | CorrectionDialog)
    return found


def test_an_earlier_text_is_compared_and_put_back_with_the_keyboard_and_that_is_undone(
    page: VerslagenPage, desk: Desk, clock: SlowClock, verslag_id: UUID, qtbot: QtBot
) -> None:
    write(page, "Moeder belt om acht uur.")
    page.editor.close_verslag()
    clock.pass_time(hours=1)
    page.open_verslag(verslag_id)
    write(page, " En nog wat.")

    ask(page, "eerdere-teksten")
    shown = dialog()
    assert isinstance(shown, VersiesDialog)
    assert shown.focusWidget() is shown.list
    qtbot.waitUntil(lambda: "woord" in shown.count.text())
    assert shown.count.text() == "Als je deze tekst terugzet: 0 woorden erbij, 3 woorden weg."
    assert "[weg: En nog wat.]" in shown.difference.toPlainText()

    with qtbot.waitSignal(page.editor.message) as told:
        QTest.keyClick(shown.list, Key.Key_Return)
    message: Message = told.args[0]
    assert (message.words, message.action) == (BACK, UNDO)
    assert "En nog wat" not in page.editor.edit.toPlainText()
    assert "Moeder belt" in page.editor.edit.toPlainText()

    assert message.on_action is not None
    message.on_action()
    assert "En nog wat" in page.editor.edit.toPlainText()


def test_a_verslag_that_was_written_once_has_no_earlier_text(page: VerslagenPage) -> None:
    ask(page, "eerdere-teksten")

    shown = dialog()
    assert NONE_YET in [label.text() for label in shown.findChildren(QLabel)]
    assert not shown.agree.isVisible()
    shown.reject()


def test_what_is_final_can_be_compared_and_not_put_back(
    page: VerslagenPage, desk: Desk, clock: SlowClock, verslag_id: UUID
) -> None:
    tekst = desk.verslagen.open(verslag_id).tekst
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", Alinea(runs("Oud."))))
    clock.pass_time(hours=1)
    finalise(desk, page, verslag_id)

    ask(page, "eerdere-teksten")

    shown = dialog()
    assert isinstance(shown, VersiesDialog)
    assert len(shown.list.rows()) == 2
    assert not shown.agree.isVisible()
    shown.reject()


def test_what_went_and_came_is_told_in_words_and_in_shape(qtbot: QtBot) -> None:
    shown = Vergelijking()
    qtbot.addWidget(shown)
    pieces = (Stuk(Soort.GELIJK, "De "), Stuk(Soort.WEG, "auto "), Stuk(Soort.ERBIJ, "<b>bus</b> "))
    same = Verschilregel("kind", "", (Stuk(Soort.GELIJK, "Niets."),))

    shown.show_difference((same, Verschilregel("zorgen", "V", pieces)), {"zorgen": "4 Zorgen"})

    assert shown.toPlainText() == "4 Zorgen\nV  De [weg: auto] [erbij: <b>bus</b>] "
    cursor = shown.textCursor()
    cursor.setPosition(shown.toPlainText().index("auto") + 1)
    assert cursor.charFormat().fontStrikeOut()
    cursor.setPosition(shown.toPlainText().index("bus") + 1)
    assert cursor.charFormat().fontUnderline()

    shown.show_difference((same,), {})
    assert shown.toPlainText() == SAME


def test_a_reaction_is_written_down_by_keyboard_and_stands_in_the_band(
    page: VerslagenPage, desk: Desk, verslag_id: UUID
) -> None:
    finalise(desk, page, verslag_id)

    page.editor.parts.band.findChild(QPushButton, "reactie-knop").click()
    shown = dialog()
    who = shown.findChild(QComboBox, "van-wie")
    assert [who.itemText(n) for n in range(who.count())] == ["Otis Havikskruid"]
    QTest.keyClicks(who.lineEdit(), "Otis Havikskruid")
    assert shown.findChild(QLineEdit, "hoedanigheid").text() == "vader"
    QTest.keyClick(who.lineEdit(), Key.Key_Return)
    assert shown.isVisible()  # nothing is chosen by itself
    shown.findChild(Choices, "soort").choose(ReactieSoort.NIET_AKKOORD)
    QTest.keyClick(shown.findChild(QLineEdit, "gegeven-op"), Key.Key_Return)

    assert page.editor.parts.band.reactions() == ["Otis Havikskruid, vader: niet akkoord, 12 mei."]
    [row] = desk.reacties.of(verslag_id)
    assert (row.nummer, row.regel.soort) == (1, ReactieSoort.NIET_AKKOORD)


def test_a_draft_has_no_reaction_and_says_so(page: VerslagenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.editor.message) as told:
        ask(page, "reactie")

    assert told.args[0].words == NO_VERSION


def test_a_correction_shows_who_holds_the_version_before(
    page: VerslagenPage, desk: Desk, verslag_id: UUID, clock: SlowClock
) -> None:
    finalise(desk, page, verslag_id)
    sent = VerzendingGegevens(verslag_id, 1, "Otis Havikskruid", clock().date(), "meegegeven")
    desk.correcties.note_verzending(sent)

    ask(page, "correctie")

    shown = dialog()
    assert shown.findChild(QLabel, "houder").text() == (
        "Otis Havikskruid, versie 1, 12 mei. Stuur versie 2 zodra die is vastgesteld."
    )
    shown.reject()


def test_a_version_is_compared_by_words_with_its_correctie(
    page: VerslagenPage, desk: Desk, clock: SlowClock, verslag_id: UUID, qtbot: QtBot
) -> None:
    write(page, "Moeder belt om acht uur.")
    finalise(desk, page, verslag_id)
    assert not page.findChild(QAbstractButton, "vergelijk-knop").isVisible()
    clock.pass_time(hours=1)
    desk.vaststelling.correct(verslag_id, "De tijd was fout.")
    tekst = desk.verslagen.open(verslag_id).tekst
    changed = Alinea(runs("Moeder belt om negen uur."))
    desk.verslagen.save_concept(verslag_id, with_blocks(tekst, "zorgen", changed))
    page.editor.refresh()
    draft = compare(page, qtbot, by_band=True)
    finalise(desk, page, verslag_id)
    final = compare(page, qtbot, by_band=False)
    page.editor.show_version(1)
    older = compare(page, qtbot, by_band=True)

    counted = "1 woord erbij, 1 woord weg."
    assert "Moeder belt om [weg: acht] [erbij: negen] uur." in final[1]
    assert draft == (f"Van versie 1 naar het concept: {counted}", final[1])
    assert older == final == (f"Van versie 1 naar versie 2: {counted}", final[1])


def compare(page: VerslagenPage, qtbot: QtBot, *, by_band: bool) -> tuple[str, str]:
    """Give what is counted and what is shown, as asked at the band or in the list."""
    if by_band:
        press(page, "vergelijk-knop")
    else:
        ask(page, "eerdere-teksten")
    shown = dialog()
    assert isinstance(shown, VersiesDialog)
    if not by_band:
        shown.choose_version()
    qtbot.waitUntil(lambda: "woord" in shown.count.text())
    assert not shown.agree.isVisible()
    found = shown.count.text(), shown.difference.toPlainText()
    shown.reject()
    return found


def press(page: VerslagenPage, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_a_version_that_cannot_be_read_any_more_is_told(
    page: VerslagenPage, desk: Desk, store: Store, verslag_id: UUID, qtbot: QtBot
) -> None:
    finalise(desk, page, verslag_id)
    page.editor.close_verslag()
    with store.write() as session:
        session.execute(update(Versie).values(inhoud=b"{"))

    with qtbot.waitSignal(page.message_requested) as told:
        page.open_verslag(verslag_id)

    assert told.args[0].words == UNREADABLE
    assert not page.is_editing()


def test_after_a_correction_it_is_said_who_still_holds_the_version_before(
    page: VerslagenPage, desk: Desk, verslag_id: UUID, clock: SlowClock, qtbot: QtBot
) -> None:
    finalise(desk, page, verslag_id)
    sent = VerzendingGegevens(verslag_id, 1, "Otis Havikskruid", clock().date(), "meegegeven")
    desk.correcties.note_verzending(sent)
    desk.vaststelling.correct(verslag_id, "Een dag was fout.")
    clock.pass_time(hours=1)
    page.editor.close_verslag()
    page.open_verslag(verslag_id)

    said: list[str] = []
    page.editor.message.connect(lambda message: said.append(message.words))
    ask(page, "vaststellen")
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, FinaliseDialog)
    for line in shown.findChildren(QLineEdit):
        line.setText("besproken")
    shown.agree.click()

    assert said == ["Vastgesteld, versie 2. Otis Havikskruid heeft die nog niet."]
