"""Beginning a verslag from one dialog, by keyboard, from a talk or from a casus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import SlowClock, add_casus, add_persoon, held_talk
from tests.ui.verslagen.test_page import trigger
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.ui.changes import ChangeSignal
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import Message
from vtdesk.ui.nieuw_verslag import NO_CASUS, NieuwVerslagDialog
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.verslagen.page import VerslagenPage
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.kinds import Rol


@pytest.fixture
def page(look: Look, desk: Desk, clock: SlowClock, qtbot: QtBot) -> VerslagenPage:
    jobs = Jobs()
    with look.building():
        made = VerslagenPage(desk, Tools(jobs, clock))
    jobs.setParent(made)
    ChangeSignal(desk.changes, made).changed.connect(made.on_changed)
    qtbot.addWidget(made, before_close_func=lambda _: jobs.wait())
    made.resize(1300, 800)
    return made


def shown(page: VerslagenPage, qtbot: QtBot) -> NieuwVerslagDialog:
    """Ask for a new verslag as Ctrl+N does."""
    page.show()
    qtbot.waitExposed(page)
    trigger(page, "verslag-nieuw")
    found = QApplication.activeModalWidget()
    assert isinstance(found, NieuwVerslagDialog)
    return found


def choices(dialog: QWidget, name: str) -> Choices:
    found = dialog.findChild(Choices, name)
    assert isinstance(found, Choices)
    return found


def test_from_the_chosen_talk_one_enter_begins_what_is_likeliest(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    vader = add_persoon(desk, casus_id)
    held_talk(desk, casus_id, DeelnameGegevens("Otis Havikskruid", "vader", vader))

    dialog = shown(page, qtbot)
    assert choices(dialog, "waarvan").currentText().startswith("Eerste gesprek vader, vandaag")
    assert choices(dialog, "soort").currentText() == "Gespreksverslag"
    assert not choices(dialog, "voor-wie").isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert page.is_editing()
    [row] = desk.verslagen.all()
    assert page.editor.verslag_id() == row.id


def test_a_talk_named_after_its_casus_names_it_once(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    held_talk(desk, casus_id, titel="MDO Zilverduin / Havikskruid")

    offered = choices(shown(page, qtbot), "waarvan")

    assert offered.currentText() == "MDO Zilverduin / Havikskruid, vandaag"


def test_from_a_casus_a_kind_is_chosen_with_the_keyboard_and_asks_for_whom(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="O'Neill <b>")
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Bea", achternaam="Buurvrouw")

    dialog = shown(page, qtbot)
    source, kind, reader = (choices(dialog, n) for n in ("waarvan", "soort", "voor-wie"))
    assert source.currentText() == "Zilverduin / Havikskruid, zonder gesprek"
    kind.setFocus()
    while kind.value() != "uitlegblad":
        before = kind.value()
        QTest.keyClick(kind, Qt.Key.Key_Down)
        assert kind.value() != before
    names = [reader.itemText(number) for number in range(reader.count())]
    assert names == ["Otis Havikskruid, vader", "Maren O'Neill <b>, moeder"]
    assert reader.isVisible()
    QTest.keyClick(reader, Qt.Key.Key_Down)
    dialog.agree.click()

    [row] = desk.verslagen.all()
    assert row.titel == "Wat Veilig Thuis doet, Maren O'Neill <b>"
    assert page.is_editing()


def test_a_kind_is_named_by_the_usual_word_and_typing_stays_in_the_casus(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    add_casus(desk, nummer="VT-2", naam="Uitlegman / Kindhof")
    add_persoon(desk, casus_id)

    dialog = shown(page, qtbot)
    source, kind = choices(dialog, "waarvan"), choices(dialog, "soort")
    source.choose(source.itemData(source.findText("Zilverduin", Qt.MatchFlag.MatchStartsWith))[0])
    QTest.keyClicks(source, "uitleg")
    assert source.currentText().startswith("Zilverduin / Havikskruid")

    kind.setFocus()
    QTest.keyClicks(kind, "Uitleg")
    assert kind.currentText() == "Uitlegblad (Wat Veilig Thuis doet)"
    QTest.keyClick(source, Qt.Key.Key_Up)  # the arrows do go to another
    assert source.currentText().startswith("Uitlegman")
    dialog.reject()


def test_an_informantverslag_of_a_talk_is_about_the_informant_and_no_title_says_it_twice(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.INFORMANT, voornaam="juf Tess", achternaam="Kompasman")

    dialog = shown(page, qtbot)
    choices(dialog, "soort").choose("informantverslag")
    assert choices(dialog, "voor-wie").currentText() == "juf Tess Kompasman, informant"
    dialog.agree.click()

    [row] = desk.verslagen.all()
    assert row.met_soort == "Informantverslag, juf Tess Kompasman"


def test_where_nobody_can_be_chosen_the_dialog_says_so_and_begins_nothing(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    add_casus(desk)
    dialog = shown(page, qtbot)
    choices(dialog, "soort").choose("uitlegblad")

    dialog.agree.click()

    assert dialog.isVisible()
    assert desk.verslagen.all() == []
    dialog.reject()


def test_without_a_casus_it_says_what_to_do_first(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    said = list[Message]()
    page.message_requested.connect(said.append)
    page.show()
    qtbot.waitExposed(page)

    trigger(page, "verslag-nieuw")

    assert [message.words for message in said] == [NO_CASUS]


def test_what_was_chosen_comes_back_after_a_lock(
    page: VerslagenPage, desk: Desk, qtbot: QtBot
) -> None:
    casus_id = add_casus(desk)
    add_persoon(desk, casus_id)
    dialog = shown(page, qtbot)
    choices(dialog, "soort").choose("brief")
    kept = dialog.half_typed()
    dialog.reject()

    again = shown(page, qtbot)
    again.give_back(kept)

    assert choices(again, "soort").value() == "brief"
    again.reject()
