"""Bellen as the user works with it: by key, with what is safe in sight, and a way back."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_persoon
from tests.ui.bellen.conftest import LOES, SANNE
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen import kiezen
from vtdesk.ui.bellen.page import BellenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools, Width
from vtdesk.values.dagkinds import BelSpoed, BelUitkomst
from vtdesk.values.kinds import Rol


def words(page: BellenPage) -> str:
    QApplication.processEvents()  # what was just laid out is shown then
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def field(page: BellenPage, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def button(page: BellenPage, name: str) -> QPushButton:
    QApplication.processEvents()
    found = page.findChildren(QPushButton, name)
    return next(one for one in reversed(found) if one.isVisible())


def press(page: BellenPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert isinstance(action, QAction)
    action.trigger()


@pytest.fixture
def told(page: BellenPage) -> list[Message]:
    found: list[Message] = []
    page.message_requested.connect(found.append)
    return found


def note(page: BellenPage, qtbot: QtBot, line: str) -> None:
    page.list.invoer.set_text(line)
    qtbot.keyClick(page.list.invoer.field, Qt.Key.Key_Return)


def test_nobody_waits_and_that_is_said(page: BellenPage) -> None:
    assert "Niemand wacht op een telefoontje. Mooi." in words(page)
    assert not page.call.isVisible()


def test_a_line_typed_on_the_page_becomes_the_call_in_front(page: BellenPage, qtbot: QtBot) -> None:
    note(page, qtbot, f"{LOES} 4x 10:52 11:21 voicemail")

    shown = words(page)
    assert "06-0000 0417" in shown
    assert "Hoort bij: Loes Wolkenveld, familie" in shown
    assert "4 keer gebeld, laatst 11:21" in shown
    assert "Adres afgeschermd" in shown
    assert "Schelpenhof" not in shown
    assert page.list.invoer.text() == ""
    heads = [(line.title, line.side) for line in page.list.list.lines() if line.heading]
    assert heads[:2] == [("Nu", "0"), ("Vandaag", "1")]
    assert "1 mens wacht op een telefoontje" in shown


def test_half_a_number_stays_in_the_line(
    page: BellenPage, qtbot: QtBot, told: list[Message]
) -> None:
    note(page, qtbot, "06-0000 041")

    assert page.list.invoer.text() == "06-0000 041"
    assert "mist een cijfer" in told[-1].words


def test_the_same_number_counts_on_and_can_be_undone(
    page: BellenPage, qtbot: QtBot, told: list[Message]
) -> None:
    note(page, qtbot, f"{LOES} 2x")
    note(page, qtbot, f"{LOES} 2x")

    assert told[-1].words == "Genoteerd. Dit nummer stond al open: nu 4 keer."
    assert told[-1].on_action is not None
    told[-1].on_action()
    assert "2 keer gebeld" in words(page)


def test_j_and_k_walk_and_enter_begins_the_call(page: BellenPage, qtbot: QtBot, desk: Desk) -> None:
    first, second = desk.bellen.add("oma"), desk.bellen.add("opa")
    page.show_call(first)

    press(page, "bel-volgende")
    current = page.list.list.current()
    assert current is not None
    assert current.id == second
    press(page, "bel-vorige")
    press(page, "bel-vorige")
    current = page.list.list.current()
    assert current is not None
    assert current.id == first
    qtbot.keyClick(page.list.list, Qt.Key.Key_Return)
    assert field(page, "vrij_praten").hasFocus()


def test_letters_are_text_in_a_field_and_commands_outside_it(
    page: BellenPage, qtbot: QtBot, desk: Desk
) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)
    line = field(page, "nu_veilig")
    line.setFocus()
    with qtbot.waitActive(page):
        page.activateWindow()

    qtbot.keyClicks(line, "gisx")
    assert line.text() == "gisx"
    assert len(desk.bellen.detail(made).log) == 1


def test_what_is_typed_is_on_disk_within_a_second_or_two(
    page: BellenPage, qtbot: QtBot, desk: Desk
) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)

    qtbot.keyClicks(field(page, "nu_veilig"), "Deur op slot")

    qtbot.waitUntil(lambda: desk.bellen.detail(made).antwoorden.nu_veilig == "Deur op slot")


def test_answers_go_along_with_their_own_call(page: BellenPage, desk: Desk) -> None:
    first, second = desk.bellen.add("oma"), desk.bellen.add("opa")
    page.show_call(first)
    field(page, "vrij_praten").setText("Ja")
    page.show_call(second)

    assert field(page, "vrij_praten").text() == ""
    assert desk.bellen.detail(first).antwoorden.vrij_praten == "Ja"
    assert desk.bellen.detail(second).antwoorden.vrij_praten == ""


def test_another_change_does_not_touch_what_is_being_typed(page: BellenPage, desk: Desk) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)
    line = field(page, "uitkomst")
    line.setFocus()
    line.setText("Loes ziet")
    line.setCursorPosition(4)

    desk.bellen.add("oma")

    assert (line.text(), line.cursorPosition()) == ("Loes ziet", 4)


def test_spoken_asks_one_sentence_and_files_it_with_a_way_back(
    page: BellenPage, desk: Desk, casus_id: UUID, told: list[Message]
) -> None:
    page.show_call(desk.bellen.add(LOES))
    press(page, "bel-gesproken")
    assert field(page, "uitkomst").hasFocus()
    assert "één zin" in words(page)

    field(page, "uitkomst").setText("Zij denkt dat zij de auto zag.")
    press(page, "bel-gesproken")

    [moment] = desk.gebeurtenissen.of_casus(casus_id)
    assert moment.gegevens.titel == "Zij denkt dat zij de auto zag."
    assert told[-1].words == "Gesproken. Het contactmoment staat in de casus."
    assert "Klaar om 17:22." in words(page)
    assert told[-1].on_action is not None
    told[-1].on_action()
    assert desk.gebeurtenissen.of_casus(casus_id) == []
    assert field(page, "uitkomst").text() == "Zij denkt dat zij de auto zag."


def test_ingesproken_is_closed_where_voicemail_is_unsafe_and_says_why(
    page: BellenPage, desk: Desk, told: list[Message]
) -> None:
    page.show_call(desk.bellen.add(SANNE))

    assert not button(page, "ingesproken").isEnabled()
    assert "Bij Sanne geen voicemail vóór 14 mei." in words(page)
    assert "Codewoord: bibliotheekboek." in words(page)
    press(page, "bel-ingesproken")
    assert told[-1].words == (
        "Sanne wil geen voicemail vóór 14 mei. Bel later of gebruik het codewoord."
    )


def test_a_third_failed_attempt_offers_another_way(
    page: BellenPage, desk: Desk, clock: SlowClock
) -> None:
    page.show_call(desk.bellen.add(LOES))
    for _ in range(3):
        press(page, "bel-geen-gehoor")
        clock.pass_time(minutes=5)

    assert button(page, "andere-weg").isVisible()
    assert words(page).count("Geen gehoor") == 3


def test_two_people_are_asked_about_and_one_is_chosen(
    page: BellenPage, qtbot: QtBot, desk: Desk, casus_id: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.NETWERK, voornaam="Bram", achternaam="Meer", telefoon=LOES)
    page.show_call(desk.bellen.add(LOES))
    assert "Dit nummer hoort bij twee mensen. Kies wie je sprak." in words(page)

    button(page, "keuze-1").click()

    assert "Loes Wolkenveld, familie" in words(page)
    assert "Klopt" in words(page)


def test_a_name_with_signs_of_markup_is_shown_as_it_is(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add("O'Neill <b>vet</b>"))

    assert "O'Neill" in words(page)
    assert "<b>vet</b>" in words(page)


def test_statement_promise_and_crisisnotitie_are_offered_at_once(
    page: BellenPage, qtbot: QtBot, desk: Desk, casus_id: UUID
) -> None:
    page.show_call(desk.bellen.add(LOES))

    with qtbot.waitSignal(page.uitspraak_requested) as asked:
        button(page, "uitspraak").click()
    assert asked.args == [casus_id]
    for name in ("belofte", "crisisnotitie"):
        with qtbot.waitSignal(page.capture_requested) as capture:
            button(page, name).click()
        assert capture.args == [name, casus_id]
    assert page.casus_in_sight() == casus_id


def test_without_a_casus_no_statement_can_be_noted(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add("onbekend moeder paniek"))

    assert not button(page, "uitspraak").isEnabled()
    assert "Kies eerst wie het is." in words(page)


def test_the_softphone_gets_only_digits(
    page: BellenPage, desk: Desk, monkeypatch: pytest.MonkeyPatch, told: list[Message]
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(kiezen, "can_dial", lambda: True)
    page.show_call(desk.bellen.add(f"{LOES} Loes"))

    button(page, "bel").click()
    assert opened == ["tel:+31600000417"]
    button(page, "bel").click()
    assert told[-1].words == kiezen.NO_PHONE


def test_a_copied_number_is_marked_as_secret(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add(LOES))
    page.call.kop.asked.emit("kopieer")

    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == LOES
    assert data.hasFormat(kiezen.SECRET_HINT)


def test_a_row_that_is_taken_away_comes_back(
    page: BellenPage, qtbot: QtBot, desk: Desk, told: list[Message]
) -> None:
    page.show_call(desk.bellen.add("oma"))
    qtbot.keyClick(page.list.list, Qt.Key.Key_Delete)
    assert desk.bellen.open_count() == 0

    assert told[-1].on_action is not None
    told[-1].on_action()
    assert desk.bellen.open_count() == 1


def test_waiting_on_another_and_urgency_are_in_the_menu(page: BellenPage, desk: Desk) -> None:
    made = desk.bellen.add("huisarts")
    page.show_call(made)

    page.call.kop.asked.emit(f"spoed:{BelSpoed.NU.value}")
    assert [row.id for row in desk.bellen.groups().nu] == [made]
    desk.bellen.wait(made, "huisarts belt zelf")
    page.call.kop.asked.emit("terug")
    assert desk.bellen.open_count() == 1


def test_what_was_half_typed_is_there_again_after_a_lock(
    page: BellenPage, qtbot: QtBot, desk: Desk, tools: Tools
) -> None:
    made = desk.bellen.add(LOES)
    page.show_call(made)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.list.invoer.set_text("oma over")
    line = field(page, "nu_veilig")
    line.setFocus()
    line.setText("Deur op")
    line.setCursorPosition(4)
    page.put_away()
    place = page.place()
    page.hide()

    again = BellenPage(desk, tools)
    qtbot.addWidget(again)
    again.resize(1340, 800)
    again.show()
    with qtbot.waitActive(again):
        again.activateWindow()
    again.return_to(place)

    assert place["bezig"]
    assert again.list.invoer.text() == "oma over"
    assert field(again, "nu_veilig").text() == "Deur op"
    assert field(again, "nu_veilig").hasFocus()
    assert field(again, "nu_veilig").cursorPosition() == 4


@pytest.mark.parametrize("width", list(Width))
def test_in_a_small_window_the_log_is_a_tab_under_the_call(
    page: BellenPage, desk: Desk, width: Width
) -> None:
    page.on_width(width)
    page.show_call(desk.bellen.add(LOES))
    small = width is Width.KLEIN

    assert page._tabs.isVisible() is small
    assert page.call.isVisible()
    assert page.side.isVisible() is not small
    if small:
        page.toggle_inspector()
        assert page.side.isVisible()
        assert not page.call.isVisible()


def test_every_outcome_has_its_button_and_its_key(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add(LOES))
    shown = [button(page, one.value) for one in BelUitkomst]

    assert [(one.text(), one.findChildren(QLabel)[0].text()) for one in shown] == [
        ("Gesproken", "S"), ("Geen gehoor", "G"), ("Ingesproken", "I"), ("Verkeerd nummer", "X")
    ]  # fmt: skip


def test_nothing_on_the_page_is_without_a_name(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add(LOES))
    parts = [*page.findChildren(QLineEdit), *page.findChildren(QPushButton)]
    nameless = [one.objectName() for one in parts if one.isVisible() and not one.accessibleName()]

    assert nameless == []


def test_the_line_one_types_in_stays_in_sight_when_the_page_gets_lower(
    page: BellenPage, qtbot: QtBot, desk: Desk
) -> None:
    page.resize(1340, 620)
    page.show_call(desk.bellen.add(f"{LOES} voicemail"))
    with qtbot.waitActive(page):
        page.activateWindow()
    press(page, "bel-gesproken")

    page.resize(1340, 480)

    line = field(page, "uitkomst")
    assert line.hasFocus()
    assert line.visibleRegion().boundingRect().height() == line.height()


@pytest.mark.parametrize(("width", "height"), [(1340, 720), (1020, 395)])
def test_questions_outcome_and_buttons_are_in_sight_however_much_stands_above_them(
    page: BellenPage, desk: Desk, casus_id: UUID, width: int, height: int
) -> None:
    for number in range(9):
        add_persoon(
            desk, casus_id, Rol.KIND, voornaam=f"Kind met een lange naam {number}", telefoon=""
        )
    page.on_width(Width.KLEIN if height < 500 else Width.MIDDEN)
    page.resize(width, height)
    page.show_call(desk.bellen.add(f"{LOES} 4x voicemail over Pip"))
    parts: list[QWidget] = [button(page, one.value) for one in BelUitkomst]
    parts += [
        field(page, name) for name in ("vrij_praten", "nu_veilig", "waar_kinderen", "uitkomst")
    ]

    assert page.height() == height
    for part in parts:
        assert part.visibleRegion().boundingRect() == part.rect(), part.objectName()


def test_another_width_leaves_what_is_half_typed(page: BellenPage, desk: Desk) -> None:
    page.show_call(desk.bellen.add(LOES))
    field(page, "nu_veilig").setText("Deur op")

    page.on_width(Width.KLEIN)
    page.on_width(Width.GROOT)

    assert field(page, "nu_veilig").text() == "Deur op"
