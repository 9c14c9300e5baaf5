"""Captures: from anywhere, over anything, and back at the same caret; nothing typed is lost."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, add_persoon, at, held_talk, plan
from tests.ui.conftest import within
from tests.ui.shell.conftest import CTRL, Screen
from vtdesk.errors import OutsideError
from vtdesk.services.desk import Desk
from vtdesk.ui.shell.captures import NAMES, ON_TOP
from vtdesk.ui.shell.keuzes import CasusKeuze
from vtdesk.ui.shell.top_line import CaptureButton
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.values.kinds import Rol

KEYS = {
    "telefoontje": Qt.Key.Key_F2,
    "parkeernotitie": Qt.Key.Key_F3,
    "belofte": Qt.Key.Key_F4,
    "crisisnotitie": Qt.Key.Key_F6,
    "impact": Qt.Key.Key_F8,
}


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def talk(desk: Desk, casus_id: UUID) -> UUID:
    return held_talk(desk, casus_id)


@pytest.fixture
def screen(talk: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def field(screen: Screen, panel: str, name: str) -> QLineEdit:
    return screen.window.captures.panel(panel).findChild(QLineEdit, name)


def is_open(screen: Screen, panel: str) -> bool:
    return screen.window.captures.panel(panel).isVisible()


def write(screen: Screen, talk: UUID) -> VerslagEdit:
    """Begin the verslag of a talk, with the caret in the middle of a word."""
    screen.window.ways.write_for(talk)
    edit = screen.window.frame.page().findChild(VerslagEdit)
    edit.setFocus()
    screen.type_words("Vader vertelt")
    for _ in range(3):
        screen.press(Qt.Key.Key_Left)
    return edit


def typed_into(screen: Screen) -> str:
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit):
        return focus.toPlainText()
    assert isinstance(focus, QLineEdit)
    return focus.text()


def test_a_capture_comes_over_a_verslag_and_goes_back_to_the_same_caret(
    screen: Screen, talk: UUID
) -> None:
    edit = write(screen, talk)
    before = edit.textCursor().position()

    for name in NAMES:
        screen.press(KEYS[name])
        assert is_open(screen, name), name
        screen.type_words("tussendoor")
        screen.press(Qt.Key.Key_Escape)

        assert not is_open(screen, name), name
        assert QApplication.focusWidget() is edit, name
        assert edit.textCursor().position() == before, name

    screen.type_words("X")
    assert "Vader vertXelt" in edit.toPlainText()


STORES = {  # what is typed and pressed from the key of a capture to stored
    "telefoontje": ("onbekend 4x voicemail paniek", Qt.Key.Key_Return),
    "parkeernotitie": ("Jas te dun, schoenen nat", Qt.Key.Key_Return),
    "belofte": ("Otis", Qt.Key.Key_Tab, "Bellen over Job", Qt.Key.Key_Return),
    "crisisnotitie": ("Moeder belt, huilt", Qt.Key.Key_Return, Qt.Key.Key_Escape),
    "impact": (Qt.Key.Key_Return,),
}
IN_TEN_SECONDS = 50  # key presses of who types slowly


def stored(desk: Desk, talk: UUID) -> dict[str, bool]:
    """Say of each capture whether something of it was stored for good."""
    running = desk.crisisnotities.running()
    return {
        "telefoontje": desk.bellen.open_count() == 1,
        "parkeernotitie": any(not note.concept for note in desk.notities.of_afspraak(talk)),
        "belofte": [row.wat for row in desk.beloften.open()] == ["Bellen over Job"],
        "crisisnotitie": running is not None and len(running.regels) == 1,
        "impact": len(desk.impact.between(at(0), at(23))) == 1,
    }


def test_from_a_verslag_to_stored_and_back_takes_less_than_ten_seconds_of_keys(
    screen: Screen, desk: Desk, talk: UUID
) -> None:
    edit = write(screen, talk)
    before = edit.textCursor().position()

    for name in NAMES:
        presses = 1
        assert not stored(desk, talk)[name], name
        screen.press(KEYS[name])
        for step in STORES[name]:
            if isinstance(step, str):
                screen.type_words(step)
                presses += len(step)
            else:
                screen.press(step)
                presses += 1

        assert stored(desk, talk)[name], name
        assert presses <= IN_TEN_SECONDS, name
        assert QApplication.focusWidget() is edit, name
        assert edit.textCursor().position() == before, name


def test_what_is_half_typed_comes_back_after_escape(screen: Screen) -> None:
    for name in NAMES:
        screen.press(KEYS[name])
        screen.type_words(f"half getypt {name}")
        screen.press(Qt.Key.Key_Escape)

    for name in NAMES:
        screen.press(KEYS[name])
        assert typed_into(screen) == f"half getypt {name}"
        screen.press(Qt.Key.Key_Escape)


def test_what_is_typed_is_on_disk_before_two_seconds(
    screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    for name in NAMES:

        def kept(name: str = name) -> bool:
            concept = desk.notities.concept() if name == "parkeernotitie" else None
            return f"bijna kwijt {name}" in f"{desk.kladjes.waiting(name)}{concept}"

        screen.press(KEYS[name])
        screen.type_words(f"bijna kwijt {name}")

        within(2, kept, qtbot)
        screen.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_keeps_panel_words_and_caret(
    screen: Screen, desk: Desk, open_window: Callable[[], Screen], name: str
) -> None:
    screen.press(KEYS[name])
    screen.type_words("onafgemaakt")
    for _ in range(4):
        screen.press(Qt.Key.Key_Left)
    screen.window.put_away()
    screen.window.hide()

    after = open_window()
    after.window.return_to(desk.instellingen.plek())

    assert is_open(after, name)
    assert typed_into(after) == "onafgemaakt"
    after.type_words("X")
    assert typed_into(after) == "onafgemXaakt"


@pytest.mark.parametrize("name", NAMES)
def test_a_capture_works_over_a_dialog_and_returns_into_it(
    screen: Screen, qtbot: QtBot, name: str
) -> None:
    dialog = QDialog(screen.window)
    line = QLineEdit(dialog)
    dialog.setModal(True)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    line.setFocus()

    qtbot.keyClick(line, KEYS[name])
    panel = screen.window.captures.panel(name)
    qtbot.waitUntil(panel.isVisible)
    assert panel.window() is panel
    assert panel.windowTitle() == "vtdesk"
    qtbot.keyClick(panel.first(), Qt.Key.Key_Escape)

    assert not panel.isVisible()
    assert dialog.isVisible()
    assert dialog.focusWidget() is line
    dialog.close()


def test_a_panel_outlives_the_dialog_under_it(screen: Screen, qtbot: QtBot) -> None:
    dialog = QDialog(screen.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.open()
    screen.window.captures.begin("belofte")
    qtbot.keyClicks(field(screen, "belofte", "aan"), "Otis")

    dialog.close()

    panel = screen.window.captures.panel("belofte")
    qtbot.waitUntil(lambda: panel.isVisible() and panel.window() is screen.window)
    assert field(screen, "belofte", "aan").text() == "Otis"


def test_a_capture_works_while_a_menu_is_open(screen: Screen, qtbot: QtBot) -> None:
    menu = QMenu(screen.window)
    menu.addAction("Kopiëren")
    menu.popup(screen.window.mapToGlobal(screen.window.rect().center()))
    qtbot.waitUntil(menu.isVisible)

    qtbot.keyClick(menu, Qt.Key.Key_F4)

    assert is_open(screen, "belofte")
    assert not menu.isVisible()


def test_another_key_changes_the_panel_and_keeps_the_first(
    screen: Screen, desk: Desk, talk: UUID
) -> None:
    edit = write(screen, talk)
    screen.press(Qt.Key.Key_F3)
    screen.type_words("Jas te dun")

    screen.press(Qt.Key.Key_F6)

    assert not is_open(screen, "parkeernotitie")
    assert is_open(screen, "crisisnotitie")
    screen.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is edit
    concept = desk.notities.concept()
    assert concept is not None
    assert concept.gegevens.gezien == "Jas te dun"


def test_tab_stays_in_the_panel(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F4)
    panel = screen.window.captures.panel("belofte")

    for _ in range(12):
        screen.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert panel.isAncestorOf(focus)


def test_a_full_disk_leaves_the_words_and_says_so_in_the_panel(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OutsideError("Opslaan lukt niet: de schijf is vol.")

    monkeypatch.setattr("vtdesk.services.kladjes.Kladjes.keep", refuse)
    screen.press(Qt.Key.Key_F4)
    screen.type_words("Otis")
    screen.press(Qt.Key.Key_F3)

    assert is_open(screen, "belofte")
    assert not is_open(screen, "parkeernotitie")
    assert "de schijf is vol" in screen.words(screen.window.captures.panel("belofte"))
    assert screen.message() == "Opslaan lukt niet: de schijf is vol."


def test_the_top_line_offers_what_is_not_private(screen: Screen) -> None:
    for name in NAMES:
        button = screen.window.frame.top_line.findChild(QPushButton, f"vang-{name}")
        assert button is None
    assert "impact" not in ON_TOP
    words = screen.words(screen.window.frame.top_line)
    assert all(
        word in words for word in ("Telefoontje", "Parkeernotitie", "Belofte", "Crisisnotitie")
    )
    assert "Impact" not in words


def test_in_large_text_and_a_small_window_all_is_still_in_sight(
    screen: Screen, look: Look, qtbot: QtBot
) -> None:
    try:
        look.apply(scheme=Scheme.LICHT, scale=200)
        screen.window.resize(1093, 614)
        qtbot.waitUntil(lambda: not screen.window.findChild(QLabel, "datum").isVisible())
        screen.press(Qt.Key.Key_F6)
        for word in ("een", "twee", "drie"):
            screen.type_words(word)
            screen.press(Qt.Key.Key_Return)
        screen.type_words("vier")

        line = field(screen, "crisisnotitie", "regel")
        qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() == line.height())
        for button in screen.window.frame.top_line.findChildren(CaptureButton):
            assert button.width() >= button.sizeHint().width()
    finally:
        look.apply(scheme=Scheme.LICHT)


# Telefoontje


def test_a_call_in_one_line_is_stored_and_can_be_taken_back(screen: Screen, desk: Desk) -> None:
    screen.press(Qt.Key.Key_F2)
    screen.type_words("onbekend 4x voicemail moeder paniek")
    assert "Voicemail" in screen.words(screen.window.captures.panel("telefoontje"))
    screen.press(Qt.Key.Key_Return)

    assert desk.bellen.open_count() == 1
    assert screen.message() == "Telefoontje bewaard."
    screen.press(Qt.Key.Key_Z, CTRL)
    assert desk.bellen.open_count() == 0


def test_no_match_is_shown_while_others_look_along(
    screen: Screen, desk: Desk, casus_id: UUID
) -> None:
    add_persoon(desk, casus_id, telefoon="06-12345678")
    screen.press(Qt.Key.Key_F2)
    screen.type_words("0612345678")
    panel = screen.window.captures.panel("telefoontje")
    assert "Otis Havikskruid" in screen.words(panel)
    screen.press(Qt.Key.Key_Escape)

    screen.window.set_discreet(True)
    screen.press(Qt.Key.Key_F2)
    screen.type_words("0612345678")
    assert "Otis" not in screen.words(panel)


# Belofte


def test_a_promise_is_stored_with_person_day_and_casus(
    screen: Screen, desk: Desk, casus_id: UUID
) -> None:
    otis = add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie", achternaam="")
    screen.window.ways.open_casus(casus_id)

    screen.press(Qt.Key.Key_F4)
    screen.type_words("otis")
    screen.press(Qt.Key.Key_Tab)
    screen.type_words("Brief sturen")
    screen.press(Qt.Key.Key_Tab)
    screen.type_words("+3w")
    assert "Dinsdag 2 juni 2026" in screen.words(screen.window.captures.panel("belofte"))
    screen.press(Qt.Key.Key_Return)

    [row] = desk.beloften.open()
    assert (row.wat, row.uiterlijk) == ("Brief sturen", date(2026, 6, 2))
    assert (row.casus_id, row.gegevens.persoon_id) == (casus_id, otis)
    assert screen.message() == "Belofte bewaard."
    assert desk.kladjes.waiting("belofte") is None


def test_the_people_of_the_casus_are_offered_and_never_a_melder(
    screen: Screen, desk: Desk, casus_id: UUID
) -> None:
    add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Kanarie", achternaam="")
    screen.window.ways.open_casus(casus_id)
    screen.press(Qt.Key.Key_F4)

    model = field(screen, "belofte", "aan").completer().model()

    offered = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert offered == ["Otis Havikskruid"]


def test_what_is_wrong_stands_beside_its_field_and_enter_does_not_lose_it(
    screen: Screen, desk: Desk
) -> None:
    screen.press(Qt.Key.Key_F4)
    field(screen, "belofte", "wat").setText("Bellen")
    field(screen, "belofte", "uiterlijk").setText("ooit")
    screen.press(Qt.Key.Key_Return)

    words = screen.words(screen.window.captures.panel("belofte"))
    assert "Vul in aan wie je dit belooft." in words
    assert "Dit is geen datum. Schrijf bijvoorbeeld vr, morgen, 15-5 of +3w." in words
    assert desk.beloften.open() == []
    assert is_open(screen, "belofte")

    choice = screen.window.captures.panel("belofte").findChild(CasusKeuze)
    assert choice.visibleRegion().boundingRect().height() == choice.height()  # nothing scrolls

    field(screen, "belofte", "uiterlijk").setText("1-1-2026")
    screen.press(Qt.Key.Key_Return)
    assert "al geweest" in screen.words(screen.window.captures.panel("belofte"))


def test_a_promise_can_be_taken_back(screen: Screen, desk: Desk) -> None:
    screen.press(Qt.Key.Key_F4)
    field(screen, "belofte", "aan").setText("Loes")
    field(screen, "belofte", "wat").setText("Bellen")
    screen.press(Qt.Key.Key_Return)

    screen.press(Qt.Key.Key_Z, CTRL)

    assert desk.beloften.open() == []


# Crisisnotitie


def test_each_enter_writes_a_line_with_its_time_and_asks_the_next(
    screen: Screen, desk: Desk, clock: SlowClock
) -> None:
    screen.press(Qt.Key.Key_F6)
    screen.type_words("Moeder belt, huilt")
    screen.press(Qt.Key.Key_Return)
    clock.pass_time(minutes=4)
    screen.type_words("Politie onderweg")
    screen.press(Qt.Key.Key_Return)

    panel = screen.window.captures.panel("crisisnotitie")
    above = panel.findChild(QPlainTextEdit, "regels")
    assert above.toPlainText() == "17:22  Moeder belt, huilt\n17:26  Politie onderweg"
    assert typed_into(screen) == ""
    running = desk.crisisnotities.running()
    assert running is not None
    assert len(running.regels) == 2


def test_escape_lets_it_run_and_closing_ends_it(
    screen: Screen, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    screen.press(Qt.Key.Key_F6)
    screen.window.captures.panel("crisisnotitie").findChild(CasusKeuze).choose(casus_id)
    screen.type_words("een")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_Escape)
    assert desk.crisisnotities.running() is not None

    screen.press(Qt.Key.Key_F6)
    screen.type_words("twee")
    end = screen.window.captures.panel("crisisnotitie").findChild(
        QPushButton, "sluit-crisisnotitie"
    )
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)

    assert desk.crisisnotities.running() is None
    [row] = desk.crisisnotities.of_casus(casus_id)
    assert [regel.tekst for regel in row.regels] == ["een", "twee"]
    assert screen.message() == "De crisisnotitie is gesloten."


def test_a_line_written_by_mistake_comes_back_into_the_field(
    screen: Screen, desk: Desk, qtbot: QtBot
) -> None:
    screen.press(Qt.Key.Key_F6)
    screen.type_words("verkerd")
    screen.press(Qt.Key.Key_Return)
    panel = screen.window.captures.panel("crisisnotitie")
    qtbot.mouseClick(panel.findChild(QPushButton, "regel-terug"), Qt.MouseButton.LeftButton)

    assert typed_into(screen) == "verkerd"
    running = desk.crisisnotities.running()
    assert running is not None
    assert running.regels == ()


# Impact


def test_one_key_and_enter_mark_a_heavy_talk(screen: Screen, desk: Desk, talk: UUID) -> None:
    screen.press(Qt.Key.Key_F8)
    assert "Alleen voor jou" in screen.words(screen.window.captures.panel("impact"))
    screen.press(Qt.Key.Key_Return)

    [row] = desk.impact.between(at(0), at(23))
    assert (row.zwaar, row.afspraak_id, row.tekst) == (True, talk, "")
    assert screen.message() == "Bewaard, alleen voor jou."


def test_the_next_appointment_and_a_talk_with_a_colleague_are_taken_care_of(
    screen: Screen, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    friday = at(9, 0) + timedelta(days=3)
    later = plan(desk, casus_id, titel="Huisbezoek", begin=friday, einde=friday.replace(hour=10))
    plan(desk, None, titel="Overleg", begin=at(17, 25), einde=at(17, 45))

    screen.press(Qt.Key.Key_F8)
    panel = screen.window.captures.panel("impact")
    assert "De volgende keer, vr 15 mei 09:00: Huisbezoek" in screen.words(panel)
    for name in ("plan-collega", "met-zijn-tweeen"):
        panel.findChild(QCheckBox, name).setChecked(True)
    screen.press(Qt.Key.Key_Return)

    assert desk.agenda.detail(later).let_op == "met zijn tweeën"
    screen.window.ways.open_afspraak(later)
    qtbot.waitUntil(lambda: "Let op: met zijn tweeën." in screen.words())
    planned = [row for row in desk.agenda.on_day(date(2026, 5, 12)) if "collega" in row.titel]
    assert [row.begin for row in planned] == [at(17, 45)]
    assert planned[0].casus_id is None


# Others look along


def test_while_others_look_along_no_name_is_in_a_panel_or_found(
    screen: Screen, desk: Desk, casus_id: UUID
) -> None:
    screen.press(Qt.Key.Key_F4)
    screen.type_words("Loes Sterrenwoud")
    screen.press(Qt.Key.Key_Escape)
    screen.press(Qt.Key.Key_F6)
    screen.type_words("Sterrenwoud belt")
    screen.press(Qt.Key.Key_Return)
    screen.press(Qt.Key.Key_Escape)
    screen.window.set_discreet(True)

    for name in NAMES:
        screen.press(KEYS[name])
        panel = screen.window.captures.panel(name)
        shown = [screen.words(panel), *(line.text() for line in panel.findChildren(QLineEdit))]
        shown += [area.toPlainText() for area in panel.findChildren(QPlainTextEdit)]
        choices = [box for box in panel.findChildren(CasusKeuze) if box.isVisible()]
        assert choices == []
        assert not any("Sterrenwoud" in words or "Zilverduin" in words for words in shown)
    screen.press(Qt.Key.Key_Escape)

    screen.press(Qt.Key.Key_K, CTRL)
    screen.type_words("zilverduin")
    screen.press(Qt.Key.Key_Down)
    assert screen.hits() == []
    screen.press(Qt.Key.Key_Escape)

    screen.window.set_discreet(False)
    screen.press(Qt.Key.Key_F4)
    assert typed_into(screen) == "Loes Sterrenwoud"


def test_what_is_begun_while_others_look_along_is_not_lost(screen: Screen, desk: Desk) -> None:
    screen.window.set_discreet(True)
    screen.press(Qt.Key.Key_F4)
    screen.type_words("onderbroken")
    screen.window.set_discreet(False)

    assert not is_open(screen, "belofte")
    screen.press(Qt.Key.Key_F4)
    assert typed_into(screen) == "onderbroken"
    field(screen, "belofte", "wat").setText("Bellen")
    screen.press(Qt.Key.Key_Return)
    assert [row.aan for row in desk.beloften.open()] == ["onderbroken"]
    assert desk.kladjes.waiting("belofte") is None


def test_a_panel_that_closed_holds_nothing_while_others_look_along(
    screen: Screen, desk: Desk
) -> None:
    screen.window.set_discreet(True)
    screen.press(Qt.Key.Key_F4)
    screen.type_words("Kaneelboom")
    screen.press(Qt.Key.Key_Escape)

    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(line.text() for line in screen.window.findChildren(QLineEdit))
    assert "Kaneelboom" in str(desk.kladjes.waiting("belofte"))


def test_no_count_stands_in_the_rail_while_others_look_along(screen: Screen) -> None:
    button = screen.window.frame.rail.button("verslagen")
    assert button.count() == 1

    screen.window.set_discreet(True)
    assert button.count() == 0
    screen.window.set_discreet(False)
    assert button.count() == 1
