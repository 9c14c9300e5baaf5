"""The page Plein as she uses it: by keyboard, one bespreking at a time."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock
from tests.ui.plein.conftest import at_table, child, type_line
from vtdesk.services.desk import Desk
from vtdesk.services.plein.service import Voorbereiding
from vtdesk.ui.messages import Message
from vtdesk.ui.nieuw_verslag import NieuwVerslagDialog
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.plein.bespreking_dialog import BesprekingDialog
from vtdesk.ui.plein.fasebalk import FaseDeel
from vtdesk.ui.plein.invoerregel import Invoerregel
from vtdesk.ui.plein.page import PleinPage
from vtdesk.ui.plein.voor import EMPTY
from vtdesk.ui.theme.look import Look
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.dagkinds import PleinFase
from vtdesk.values.kinds import Letter


def titles(page: PleinPage, name: str) -> list[str]:
    found = page.findChild(RowList, name)
    assert found is not None
    return [line.title for line in found.lines()]


def trigger(page: PleinPage, name: str) -> None:
    [action] = [one for one in page.actions() if one.objectName() == name]
    assert action.isEnabled(), name
    action.trigger()


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def focus(page: PleinPage, kind: type, name: str) -> QWidget:
    field = child(page, kind, name)
    field.setFocus()
    return field


def test_a_day_without_besprekingen_says_what_to_do(page: PleinPage) -> None:
    assert EMPTY in words(page)
    assert not child(page, QPushButton, "plein-beginnen").isEnabled()


def test_a_bespreking_is_added_and_removed_with_the_way_back(
    page: PleinPage, qtbot: QtBot, desk: Desk, heard: list[Message]
) -> None:
    trigger(page, "bespreking-nieuw")
    dialog = page.findChild(BesprekingDialog)
    assert dialog is not None
    dialog.try_to_store()
    assert "Vul initialen in, of kies een casus." in words(dialog)
    for name, value in (("initialen", "Tweeling"), ("leeftijd", "3"), ("minuten", "nul")):
        dialog.findChild(QLineEdit, name).setText(value)
    dialog.try_to_store()
    assert "Vul een aantal minuten in, zoals 50." in words(dialog)
    assert any("is daarna niet terug te halen" in one for one in words(dialog))
    dialog.findChild(QLineEdit, "minuten").setText("40")
    dialog.try_to_store()

    assert titles(page, "besprekingen") == ["1. Tweeling, 3 jaar"]
    qtbot.keyClick(child(page, RowList, "besprekingen"), Qt.Key.Key_Delete)
    assert titles(page, "besprekingen") == []
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert titles(page, "besprekingen") == ["1. Tweeling, 3 jaar"]


def test_the_order_changes_by_key(page: PleinPage, besprekingen: list[UUID]) -> None:
    page.show_bespreking(besprekingen[0])

    trigger(page, "bespreking-later")

    assert [one[:2] for one in titles(page, "besprekingen")] == ["1.", "2.", "3."]
    assert titles(page, "besprekingen")[1] == "2. J., 15 jaar"
    trigger(page, "bespreking-eerder")
    assert titles(page, "besprekingen")[0] == "1. J., 15 jaar"


def test_what_is_prepared_is_stored_and_stands_beside_her_at_the_table(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    first, _, third = besprekingen
    page.show_bespreking(first)
    field = focus(page, QPlainTextEdit, "voorbereiding-vragen")
    qtbot.keyClicks(field, "Wie sprak J.?")
    qtbot.waitUntil(lambda: desk.plein.detail(first).voorbereiding.vragen == "Wie sprak J.?")
    page.show_bespreking(third)
    assert child(page, QPlainTextEdit, "voorbereiding-vragen").toPlainText() == ""

    at_table(page, first)

    assert "Vandaag 09:00, alleen voor jou" in words(page)
    box = child(page, QCheckBox, "vraag")
    assert box.accessibleName() == "Wie sprak J.?"
    box.click()
    assert desk.plein.detail(first).voorbereiding.gevraagd == ("Wie sprak J.?",)


def test_lines_are_taken_by_keyboard_with_speaker_and_letter(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])
    assert page.window().focusWidget() is child(page, QLineEdit, "inbreng-invoer")

    type_line(qtbot, page, "moeder: zegt dat het gaat")
    trigger(page, "letter-feit")
    type_line(qtbot, page, "wijkteam: sinds januari 31 dagen weg")
    assert titles(page, "inbreng-lijst") == [
        "Moeder: zegt dat het gaat",
        "Wijkteam: sinds januari 31 dagen weg",
    ]
    lines = desk.plein.detail(besprekingen[0]).inbreng
    assert [one.letter for one in lines] == [Letter.VERKLARING, Letter.FEIT]

    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClick(line, Qt.Key.Key_Up)
    trigger(page, "letter-mening")
    assert desk.plein.detail(besprekingen[0]).inbreng[1].letter is Letter.MENING
    found = child(page, RowList, "inbreng-lijst")
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert line.text() == "Wijkteam: sinds januari 31 dagen weg"
    line.setText("wijkteam: 30 dagen weg")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert titles(page, "inbreng-lijst")[1] == "Wijkteam: 30 dagen weg"
    assert line.text() == ""


def test_a_line_becomes_a_taak_and_hers_a_belofte(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    line = child(page, QLineEdit, "inbreng-invoer")
    qtbot.keyClicks(line, "ik: geeft de nieuwe datum door uiterlijk vr 15 mei")

    trigger(page, "plein-taak")

    assert titles(page, "taken-lijst") == ["geeft de nieuwe datum door"]
    assert line.text() == ""
    [belofte] = desk.beloften.open()
    assert f"{belofte.uiterlijk}" == "2026-05-15"
    found = child(page, RowList, "taken-lijst")
    found.choose(lambda _row: True)
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert desk.beloften.open() == []
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert len(desk.beloften.open()) == 1


def test_what_is_typed_is_stored_within_a_second_or_two(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    it = besprekingen[0]
    at_table(page, it)
    qtbot.keyClicks(child(page, QLineEdit, "inbreng-invoer"), "moeder: zegt d")
    qtbot.keyClicks(child(page, QPlainTextEdit, "mening-kind"), "Ik kom wel.")
    qtbot.keyClicks(child(page, QPlainTextEdit, "gronden"), "Ouders werken mee")
    qtbot.keyClicks(child(page, QLineEdit, "evaluatie"), "23 juni")
    child(page, QRadioButton, "besluit-rr-hulp").click()
    moeder = page.findChildren(QLineEdit, "standpunt")[0]
    qtbot.keyClicks(moeder, "Hulp thuis")

    qtbot.waitUntil(lambda: desk.plein.detail(it).standpunten[0].tekst == "Hulp thuis")

    detail = desk.plein.detail(it)
    assert detail.klad["regel"] == "moeder: zegt d"
    assert detail.uitkomst.mening_kind == "Ik kom wel."
    assert (detail.uitkomst.gronden, detail.uitkomst.besluit) == ("Ouders werken mee", "rr-hulp")
    assert f"{detail.uitkomst.evaluatie_op}" == "2026-06-23"


def test_the_next_bespreking_comes_by_key_and_names_what_is_empty(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    qtbot.keyClicks(child(page, QLineEdit, "inbreng-invoer"), "half")

    trigger(page, "bespreking-volgende")

    assert heard[-1].tone == "let-op"
    assert heard[-1].words.startswith("Nog leeg bij bespreking 1: wat vindt het kind?")
    assert desk.plein.detail(besprekingen[0]).row.gesloten_op is not None
    assert desk.plein.detail(besprekingen[0]).klad["regel"] == "half"
    assert child(page, QLineEdit, "inbreng-invoer").text() == ""
    assert "Casus VT-DEMO-0141 · aanvrager CJG" in words(page)

    trigger(page, "bespreking-vorige")
    assert child(page, QLineEdit, "inbreng-invoer").text() == "half"
    trigger(page, "bespreking-volgende")
    trigger(page, "bespreking-volgende")
    assert child(page, QPushButton, "volgende-bespreking").text() == "Plein afronden"
    trigger(page, "bespreking-volgende")
    assert not page.is_discreet()
    assert len(titles(page, "besprekingen")) == 3


def test_a_bespreking_that_was_closed_too_early_is_opened_again(
    page: PleinPage, desk: Desk, besprekingen: list[UUID], clock: SlowClock
) -> None:
    at_table(page, besprekingen[0])
    clock.pass_time(minutes=5)
    trigger(page, "bespreking-volgende")
    clock.pass_time(minutes=1)
    trigger(page, "bespreking-vorige")

    child(page, QPushButton, "weer-openen").click()

    clock.pass_time(minutes=2)
    first, second = (desk.plein.detail(one) for one in besprekingen[:2])
    assert first.row.gesloten_op is None
    assert (first.totaal(clock.now), second.totaal(clock.now)) == (7 * 60, 60)


def test_the_clock_and_the_phases_go_on_by_key(
    page: PleinPage, desk: Desk, besprekingen: list[UUID], clock: SlowClock
) -> None:
    it = besprekingen[0]
    at_table(page, it)
    clock.pass_time(minutes=32)
    page._stand.show_time()
    assert page._stand.table.head.timer_words() == "32 van 50 min"
    assert "Bijna om" not in words(page)
    clock.pass_time(minutes=8)
    page._stand.show_time()
    assert "Bijna om" in words(page)

    trigger(page, "fase-volgende")
    assert desk.plein.detail(it).fase is PleinFase.OUDERS
    parts = page.findChildren(FaseDeel)
    assert [part.accessibleName() for part in parts] == [
        "Opening", "Ouders", "Mening kind", "Aanvrager", "Vragen", "Raad", "Besluit",
    ]  # fmt: skip
    assert parts[0].accessibleDescription() == "40 minuten"
    assert parts[1].accessibleDescription() == "nu, 0 minuten"
    parts[4].click()
    assert desk.plein.detail(it).fase is PleinFase.VRAGEN
    trigger(page, "fase-vorige")
    assert desk.plein.detail(it).fase is PleinFase.AANVRAGER


def test_one_who_dissents_gives_a_ground_and_a_name(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    it = besprekingen[2]
    at_table(page, it)
    [vt] = [
        one
        for one in page.findChildren(QPushButton, "afwijkend")
        if one.accessibleName() == "Veilig Thuis"
    ]
    vt.click()
    focused = page.window().focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, "zicht ontbreekt")
    page.put_away()

    row = desk.plein.detail(it).standpunten[-1]
    assert (row.wie, row.afwijkend, row.op_grond) == ("Veilig Thuis", True, "zicht ontbreekt")
    assert "Andere grond" in words(page)


def test_narrow_the_preparation_is_a_drawer(page: PleinPage, besprekingen: list[UUID]) -> None:
    at_table(page, besprekingen[0])
    page.on_width(Width.KLEIN)
    assert not page._stand.table.prepared.isVisible()

    trigger(page, "plein-voorbereiding")

    assert page._stand.table.prepared.isVisible()


def test_it_comes_back_where_she_was_after_a_lock(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[1])
    field = focus(page, QLineEdit, "casusregie")
    qtbot.keyClicks(field, "wijkteam")
    page.put_away()
    place = page.place()
    page._stand.leave()

    page.return_to(place)

    assert page.is_discreet()
    back = page.window().focusWidget()
    assert isinstance(back, QLineEdit)
    assert (back.objectName(), back.text(), back.cursorPosition()) == ("casusregie", "wijkteam", 8)


def test_working_up_brings_the_outcome_to_its_casus_with_the_way_back(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], casus_id: UUID,
    heard: list[Message],
) -> None:  # fmt: skip
    at_table(page, besprekingen[1])
    type_line(qtbot, page, "moeder: zegt dat het gaat")
    page.go_back()

    page.show_bespreking(besprekingen[1])
    trigger(page, "bespreking-verwerken")

    assert heard[-1].words == "De uitkomst staat nu in de casus van bespreking 2."
    assert len(desk.gebeurtenissen.of_casus(casus_id)) == 1
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.gebeurtenissen.of_casus(casus_id) == []


def test_a_bespreking_that_is_done_begins_its_verslag_with_one_button(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], casus_id: UUID
) -> None:
    write = page.findChild(QPushButton, "plein-verslag")
    page.show_bespreking(besprekingen[1])
    assert not write.isVisible()
    at_table(page, besprekingen[1])
    page.go_back()
    page.show_bespreking(besprekingen[1])
    trigger(page, "bespreking-verwerken")
    page.show_bespreking(besprekingen[1])

    qtbot.mouseClick(write, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NieuwVerslagDialog)
    with qtbot.waitSignal(page.verslag_requested) as opened:
        dialog.agree.click()
    assert desk.verslagen.open(opened.args[0]).sjabloon.id == "verslag_jb_plein"

    page.show_bespreking(besprekingen[0])
    assert not write.isVisible()


def test_besluit_is_read_aloud_large_and_without_a_name(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], monkeypatch: object
) -> None:
    from vtdesk.ui.plein.voorlezen import Voorlezen

    it = besprekingen[1]
    at_table(page, it)
    child(page, QRadioButton, "besluit-rr-vt").click()
    page.put_away()
    sheet = Voorlezen(desk.plein.detail(it), page)
    qtbot.addWidget(sheet)
    said = words(sheet)
    assert "Veilig Thuis onderzoekt" in said
    assert not any("Zilverduin" in one for one in said)


def test_names_from_before_are_gone_at_the_table(
    page: PleinPage, desk: Desk, besprekingen: list[UUID]
) -> None:
    desk.plein.prepare(besprekingen[1], Voorbereiding(weet="Zilverduin weet ik."))
    page.show_bespreking(besprekingen[1])
    assert any("Zilverduin" in one for one in titles(page, "besprekingen"))

    at_table(page, besprekingen[0])

    assert titles(page, "besprekingen") == []
    fields = page.findChildren(QPlainTextEdit)
    assert not any("Zilverduin" in one.toPlainText() for one in fields)


def test_a_line_of_10_000_letters_is_refused_in_words(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID], heard: list[Message]
) -> None:
    at_table(page, besprekingen[0])
    line = child(page, QLineEdit, "inbreng-invoer")
    line.insert("a" * 10_000)
    assert "hier passen 4.000 tekens" in heard[-1].words
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(desk.plein.detail(besprekingen[0]).inbreng[0].tekst) == 4000

    page.findChildren(QLineEdit, "standpunt")[0].insert("b" * 10_000)
    assert "hier passen 500 tekens" in heard[-1].words


def test_names_that_look_like_markup_or_run_the_other_way_stay_as_they_are(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])

    for typed in ("O'Neill <b>: <img src=x>", "עברית: שלום \u202e om"):
        line = child(page, QLineEdit, "inbreng-invoer")
        line.setText(typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)

    assert titles(page, "inbreng-lijst")[0] == "O'Neill <b>: <img src=x>"
    page.grab()
    assert len(desk.plein.detail(besprekingen[0]).inbreng) == 2


def test_what_cannot_be_stored_stays_on_screen_and_says_so(
    page: PleinPage, qtbot: QtBot, desk: Desk, besprekingen: list[UUID]
) -> None:
    at_table(page, besprekingen[0])
    failed: list[object] = []
    page.save_failed.connect(failed.append)
    desk.changes._subscribers.clear()  # this page does not hear that it was removed elsewhere
    desk.plein.remove(besprekingen[0])

    qtbot.keyClicks(child(page, QLineEdit, "casusregie"), "wijkteam")
    qtbot.waitUntil(lambda: bool(failed))

    assert "Kopieer wat je wilt houden" in str(failed[0])
    assert child(page, QLineEdit, "casusregie").text() == "wijkteam"
    page._stand._keeper.forget()


def test_after_a_crash_the_half_typed_line_is_there_again(
    page: PleinPage,
    qtbot: QtBot,
    look: Look,
    desk: Desk,
    tools: Tools,
    besprekingen: list[UUID],
) -> None:
    at_table(page, besprekingen[0])
    qtbot.keyClicks(child(page, QLineEdit, "inbreng-invoer"), "moeder: zegt d")
    page._stand.table.inbreng.letter(Letter.MENING)
    qtbot.keyClicks(child(page, QLineEdit, "evaluatie"), "23 j")
    qtbot.waitUntil(lambda: not page._stand._keeper.is_dirty())
    page.hide()  # nothing more is stored of it

    with look.building():
        again = PleinPage(desk, tools)
    qtbot.addWidget(again)
    again.show()
    at_table(again, besprekingen[0])

    line = child(again, Invoerregel, "inbreng-invoer")
    assert isinstance(line, Invoerregel)
    assert (line.text(), line.letter()) == ("moeder: zegt d", Letter.MENING)
    assert child(again, QLineEdit, "evaluatie").text() == "23 j"


def test_a_hit_leads_to_its_bespreking_on_its_day(
    page: PleinPage, desk: Desk, besprekingen: list[UUID], clock: SlowClock
) -> None:
    clock.pass_time(days=3)
    page.begin()

    page.show_bespreking(besprekingen[1])

    assert "Plein, dinsdag 12 mei" in words(page)
    chosen = child(page, RowList, "besprekingen")
    assert isinstance(chosen, RowList)
    assert chosen.current().id == besprekingen[1]
