"""The bar under the head: one hint at a time, planned or answered, by mouse and by key."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_persoon
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.services.veiligheid import WaarborgGegevens
from vtdesk.ui.casussen.hint_bar import ASLEEP, HintBar
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.veiligheid.deel import Veiligheid
from vtdesk.ui.messages import Message
from vtdesk.values.casuskinds import WaarborgSoort
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    return opened


def bar(page: CasussenPage) -> HintBar:
    return page.findChild(HintBar)


def says(page: CasussenPage) -> list[str]:
    QApplication.processEvents()
    shown = bar(page)
    return [
        one.text() for one in shown.findChildren(QLabel) if one.isVisibleTo(page) and one.text()
    ]


def press(page: CasussenPage, name: str) -> None:
    QApplication.processEvents()
    found = [one for one in page.findChildren(QAbstractButton, name) if one.isVisibleTo(page)]
    found[-1].click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def told(desk: Desk, casus_id: UUID) -> None:
    otis = add_persoon(desk, casus_id)
    gegevens = UitspraakGegevens(
        Letter.VERKLARING, "Hij drinkt.", Bron("Maren", via="Ria"), (otis,), date(2026, 5, 11),
        thema="alcohol",
    )  # fmt: skip
    desk.uitspraken.add(casus_id, gegevens)


def test_where_nothing_is_open_the_bar_takes_no_room(page: CasussenPage) -> None:
    assert says(page) == []
    assert bar(page).height() <= 1


def test_a_child_comes_first_and_one_steps_through_the_rest_by_key(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    told(desk, casus_id)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job")

    assert says(page) == [
        "Job is nog niet gesproken.",
        "40 dagen sinds de casus begon. Plan een gesprek of schrijf op waarom niet.",
        "1 van 3",
    ]
    for expected in ("2 van 3", "3 van 3", "1 van 3"):
        with qtbot.waitActive(page):
            page.activateWindow()
        qtbot.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
        assert expected in says(page)
    press(page, "hint-volgende")
    press(page, "hint-volgende")
    assert says(page)[0] == "Over alcohol is vader nog niet gevraagd."


def test_plannen_asks_for_an_appointment_of_this_casus(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    told(desk, casus_id)
    wished: list[UUID] = []
    page.plan_requested.connect(wished.append)
    press(page, "hint-plannen")

    assert wished == [casus_id]


def test_a_reason_lets_the_hint_sleep_and_undo_wakes_it(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    told(desk, casus_id)
    heard: list[Message] = []
    page.message_requested.connect(heard.append)
    press(page, "hint-reden")
    dialog_of(page).findChild(QPlainTextEdit, "reden").setPlainText("Eerst de politie.")
    press(page, "bewaren")

    assert says(page) == []
    assert heard[-1].words == ASLEEP
    heard[-1].on_action()
    assert says(page)[0] == "Over alcohol is vader nog niet gevraagd."


def test_a_reason_without_words_is_asked_again_and_nothing_sleeps(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    told(desk, casus_id)
    press(page, "hint-reden")
    press(page, "bewaren")

    assert dialog_of(page).isVisible()
    assert len(desk.hints.of_casus(casus_id)) == 1
    dialog_of(page).reject()


def test_a_hint_about_safety_leads_to_its_row(
    page: CasussenPage, desk: Desk, casus_id: UUID, clock: SlowClock
) -> None:
    desk.veiligheid.add(
        casus_id, WaarborgSoort.VOORWAARDE, WaarborgGegevens("Otis", "De sleutel is terug.")
    )
    clock.pass_time(days=8)
    bar(page).read_again()
    assert says(page)[0] == "Voorwaarde 1 is nog niet getoetst."
    press(page, "hint-plannen")

    tab = page._view.deel()
    assert isinstance(tab, Veiligheid)
    assert tab.list.current().gegevens.wat == "De sleutel is terug."
