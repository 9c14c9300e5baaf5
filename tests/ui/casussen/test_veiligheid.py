"""Afspraken & veiligheid as the user walks it: one list, its inspector, and its dialogs."""

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
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_persoon, at
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraken import UitspraakGegevens
from vtdesk.services.veiligheid import PolitieGegevens, ToetsGegevens, WaarborgGegevens
from vtdesk.services.zicht import OverdrachtGegevens
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.veiligheid.deel import EMPTY, Veiligheid
from vtdesk.ui.casussen.veiligheid_nu import VeiligheidNu
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.page import Tools
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.casuskinds import (
    Instemmingsstand,
    PolitieSoort,
    Toetsuitkomst,
    WaarborgSoort,
)
from vtdesk.values.kinds import AfgeschermdSoort, Letter, Rol
from vtdesk.values.tekst import Bron

SLEUTEL = WaarborgGegevens("Dario", "De huissleutel is terug.", "vóór 13 mei", wie_kijkt="Mila")
BELLEN = WaarborgGegevens("Wijkteam", "Belt kort met Sanne.")
MEI = date(2026, 5, 8)


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    show_tab(opened, Veiligheid)
    return opened


def shown(page: CasussenPage) -> list[str]:
    """Say each row with its chip."""
    lines = page.findChild(Veiligheid).list.lines()
    return [f"{line.title} [{line.chip}]" if line.chip else line.title for line in lines]


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def choose(page: CasussenPage, start: str) -> None:
    rows = page.findChild(Veiligheid).list
    [number] = [n for n, line in enumerate(rows.lines()) if line.title.startswith(start)]
    rows.setCurrentIndex(rows.model().index(number, 0))


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = [b for b in widget.findChildren(QPushButton, name) if b.isVisibleTo(widget.window())]
    found[-1].click()


def undo(heard: list[Message], words: str) -> None:
    """Take the way back that the message bar offers."""
    assert (heard[-1].words, heard[-1].action) == (words, UNDO)
    assert heard[-1].on_action is not None
    heard[-1].on_action()


def key(page: CasussenPage, qtbot: QtBot, wanted: Qt.Key) -> None:
    qtbot.keyClick(page.findChild(Veiligheid).list, wanted)


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        field = dialog.findChild(QWidget, name.replace("_", "-"))
        match field:
            case QLineEdit():
                field.setText(value)
            case QPlainTextEdit():
                field.setPlainText(value)
            case QComboBox():
                field.setCurrentText(value)
            case _:
                raise AssertionError(name)


def store(page: CasussenPage) -> None:
    press(dialog_of(page), "bewaren")


def add(desk: Desk, casus_id: UUID, gegevens: WaarborgGegevens = SLEUTEL, **more: bool) -> UUID:
    soort = WaarborgSoort.VOORWAARDE if gegevens is SLEUTEL else WaarborgSoort.AFSPRAAK
    return desk.veiligheid.add(casus_id, soort, gegevens, gemaakt_op=MEI, **more)


def test_without_afspraken_the_tab_asks_for_one(page: CasussenPage) -> None:
    assert EMPTY in words(page)
    assert shown(page) == ["Zicht op veiligheid", "Veilig Thuis [Kijkt nu]"]


def test_an_afspraak_is_made_with_the_keyboard(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    fill(
        dialog_of(page), wat="Belt kort met Sanne.", wie="Wijkteam", wanneer="di en vr",
        wat_als_niet="Gaat langs.", wie_kijkt="Mila", tot="1-6-2026",
    )  # fmt: skip
    store(page)

    [row] = desk.veiligheid.waarborgen(casus_id)
    assert row.gegevens == WaarborgGegevens(
        "Wijkteam", "Belt kort met Sanne.", "di en vr", "Gaat langs.", "Mila", date(2026, 6, 1)
    )
    assert shown(page)[2:] == [
        "Veiligheidsafspraken, gemaakt met het gezin",
        "1. Belt kort met Sanne. [Nog niet getoetst]",
    ]
    assert EMPTY not in words(page)


def test_what_cannot_be_checked_is_said_beside_the_field(page: CasussenPage, desk: Desk) -> None:
    press(page, "waarborg-toevoegen")
    fill(dialog_of(page), wie="Dario", gemaakt_op="gisteren maar")
    store(page)

    said = words(dialog_of(page))
    assert "Schrijf op wat er moet gebeuren, zo dat je het kunt zien." in said
    assert "Dit is geen datum. Schrijf bijvoorbeeld 1-9-2016." in said


def test_a_check_shows_at_once_and_its_history_stays(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    sleutel = add(desk, casus_id)
    desk.veiligheid.toets(sleutel, ToetsGegevens(MEI, Toetsuitkomst.NIET, "Sleutel is er niet."))
    choose(page, "1. De huissleutel")
    assert shown(page)[-1] == "1. De huissleutel is terug. [Niet]"

    press(page, "toetsen")
    dialog_of(page).findChild(Choices, "uitkomst").choose(Toetsuitkomst.NAGEKOMEN)
    fill(dialog_of(page), bewijs="De politie belde.")
    store(page)

    assert shown(page)[-1] == "1. De huissleutel is terug. [Nagekomen]"
    assert {"Sleutel is er niet.", "De politie belde.", "Mila Proefstra"} <= set(words(page))
    press(page, "toets-weghalen")
    assert shown(page)[-1] == "1. De huissleutel is terug. [Niet]"
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert shown(page)[-1] == "1. De huissleutel is terug. [Nagekomen]"


def test_the_keyboard_stands_on_the_row_after_a_deed(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    add(desk, casus_id)
    choose(page, "1. De huissleutel")
    page.findChild(Veiligheid).list.setFocus()
    QApplication.processEvents()
    key(page, qtbot, Qt.Key.Key_Tab)
    check = page.window().focusWidget()
    assert check.objectName() == "toetsen"
    qtbot.keyClick(check, Qt.Key.Key_Return)
    dialog_of(page).findChild(Choices, "uitkomst").choose(Toetsuitkomst.DEELS)
    fill(dialog_of(page), bewijs="De politie belde.")
    store(page)
    assert page.window().focusWidget() is page.findChild(Veiligheid).list

    page._view.inspector.findChildren(QPushButton, "waarborg-vervalt")[-1].setFocus()
    press(page, "waarborg-vervalt")
    fill(dialog_of(page), reden="Klaar.")
    store(page)
    assert page.window().focusWidget() is page.findChild(Veiligheid).list


def test_a_check_has_no_outcome_until_she_chooses_one(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    add(desk, casus_id)
    choose(page, "1. De huissleutel")
    press(page, "toetsen")
    found = dialog_of(page).findChild(Choices, "uitkomst")
    assert (found.value(), found.placeholderText()) == (None, "Kies wat je zag")
    fill(dialog_of(page), bewijs="De politie belde.")
    store(page)
    assert "Kies of het is gebeurd." in words(dialog_of(page))
    assert desk.veiligheid.waarborgen(casus_id)[0].toetsen == ()

    found.choose(Toetsuitkomst.NIET)
    assert "Kies of het is gebeurd." not in words(dialog_of(page))


def test_the_check_fits_in_its_window_however_long_a_statement_is(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    add(desk, casus_id)
    long = UitspraakGegevens(Letter.FEIT, "De sleutel ligt bij de politie. " * 9, Bron("politie"))
    desk.uitspraken.add(casus_id, long)
    choose(page, "1. De huissleutel")
    press(page, "toetsen")
    QApplication.processEvents()
    area = dialog_of(page).findChild(QScrollArea)
    assert area.widget().width() == area.viewport().width()


def test_a_check_can_be_undone_from_the_message_bar(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    add(desk, casus_id)
    choose(page, "1. De huissleutel")
    press(page, "toetsen")
    dialog_of(page).findChild(Choices, "uitkomst").choose(Toetsuitkomst.DEELS)
    fill(dialog_of(page), bewijs="De politie belde.")
    store(page)
    undo(heard, "De toets is bewaard.")
    assert desk.veiligheid.waarborgen(casus_id)[0].toetsen == ()


def test_a_new_afspraak_is_chosen_and_can_be_undone(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    add(desk, casus_id)
    rows = page.findChild(Veiligheid).list
    press(page, "waarborg-toevoegen")
    fill(dialog_of(page), wat="Belt kort met Sanne.", wie="Wijkteam")
    store(page)
    assert rows.current().gegevens.wat == "Belt kort met Sanne."
    assert page.window().focusWidget() is rows
    assert "Belt kort met Sanne." in words(page)

    undo(heard, "Veiligheidsafspraak toegevoegd.")
    assert [row.gegevens.wie for row in desk.veiligheid.waarborgen(casus_id)] == ["Dario"]


def test_withdrawing_an_offer_can_be_undone(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    desk.zicht.offer(casus_id, OverdrachtGegevens("Wijkteam Dorpslaan"))
    page.open_dialog("zicht-intrekken", str(casus_id))
    fill(dialog_of(page), reden="Vergissing.")
    store(page)
    assert desk.zicht.estafette(casus_id).aanbod is None
    undo(heard, "De overdracht is ingetrokken.")
    assert desk.zicht.estafette(casus_id).aanbod.gegevens.aan == "Wijkteam Dorpslaan"


def test_home_goes_to_the_first_row_and_end_to_the_last(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    add(desk, casus_id)
    rows = page.findChild(Veiligheid).list
    key(page, qtbot, Qt.Key.Key_End)
    assert rows.current().gegevens.wie == "Dario"
    key(page, qtbot, Qt.Key.Key_Home)
    assert rows.current().houder == "Veilig Thuis"


def test_a_check_without_evidence_is_not_stored(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    add(desk, casus_id)
    choose(page, "1. De huissleutel")
    press(page, "toetsen")
    store(page)

    assert "Schrijf op waaruit dit blijkt." in words(dialog_of(page))
    assert desk.veiligheid.waarborgen(casus_id)[0].toetsen == ()


def test_a_check_rests_on_a_statement_that_shows_what_became_of_it(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    add(desk, casus_id)
    sleutel = desk.uitspraken.add(
        casus_id, UitspraakGegevens(Letter.FEIT, "De sleutel ligt bij de politie.", Bron("politie"))
    )
    choose(page, "1. De huissleutel")
    press(page, "toetsen")
    dialog_of(page).findChild(Choices, "uitspraak").choose(sleutel)
    dialog_of(page).findChild(Choices, "uitkomst").choose(Toetsuitkomst.DEELS)
    fill(dialog_of(page), bewijs="De politie belde.")
    store(page)
    assert "De sleutel ligt bij de politie." in words(page)

    desk.correcties.refute(sleutel, door="politie", reden="Vergissing.")
    assert "Weerlegd: De sleutel ligt bij de politie." in words(page)


def test_enter_changes_and_del_lets_lapse_with_a_way_back(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, heard: list[Message]
) -> None:
    add(desk, casus_id)
    choose(page, "1. De huissleutel")
    key(page, qtbot, Qt.Key.Key_Return)
    fill(dialog_of(page), wanneer="vóór 14 mei")
    store(page)
    assert desk.veiligheid.waarborgen(casus_id)[0].gegevens.wanneer == "vóór 14 mei"

    key(page, qtbot, Qt.Key.Key_Delete)
    store(page)
    assert "Schrijf op waarom dit vervalt." in words(dialog_of(page))
    fill(dialog_of(page), reden="De sleutel is terug.")
    store(page)
    assert shown(page)[-1] == "1. De huissleutel is terug. [Vervallen]"
    assert "De sleutel is terug." in words(page)

    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.veiligheid.waarborgen(casus_id)[0].geldt


def test_a_proposal_waits_for_who_has_not_agreed(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    add_persoon(desk, casus_id)
    voorstel = add(desk, casus_id, BELLEN, voorstel=True)
    desk.veiligheid.respond(voorstel, "Otis", Instemmingsstand.DENKT_EROVER_NA)
    choose(page, "1. Belt kort")
    assert shown(page)[-1] == "1. Belt kort met Sanne. [Voorstel]"
    press(page, "afgesproken")
    assert "Otis is nog niet akkoord" in heard[-1].words

    press(page, "reactie")
    fill(dialog_of(page), wie="Otis")
    store(page)
    press(page, "afgesproken")
    assert shown(page)[-1] == "1. Belt kort met Sanne. [Nog niet getoetst]"


def test_zicht_is_offered_from_the_head_and_moves_on_acceptance(
    page: CasussenPage, desk: Desk, casus_id: UUID, heard: list[Message]
) -> None:
    press(page, "zicht-overdragen")
    fill(dialog_of(page), aan="Wijkteam", verwacht_op="15-5-2026", waarom="Casusregie")
    store(page)
    assert shown(page)[1:3] == [
        "Veilig Thuis [Kijkt nu]", "Aangeboden aan Wijkteam [Wacht op antwoord]",
    ]  # fmt: skip
    head = "Zicht op veiligheid: Veilig Thuis, tot Wijkteam dit op 15 mei aanvaardt"
    assert head in words(page)

    press(page, "zicht-overdragen")
    store(page)
    assert "Vul de naam in van wie aanvaardt." in words(dialog_of(page))
    fill(dialog_of(page), door="Sam Wijkman")
    store(page)
    assert shown(page)[1:3] == ["Wijkteam [Kijkt nu]", "Veilig Thuis"]
    assert "Zicht op veiligheid: Wijkteam, sinds 12 mei" in words(page)

    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert desk.zicht.estafette(casus_id).nu.houder == "Veilig Thuis"


def test_an_offer_is_taken_back_with_del_and_a_reason(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    desk.zicht.offer(casus_id, OverdrachtGegevens("CIT"), at(9))
    choose(page, "Aangeboden")
    key(page, qtbot, Qt.Key.Key_Delete)
    fill(dialog_of(page), reden="Het CIT stopt.")
    store(page)

    assert "Aangeboden aan CIT [Ingetrokken]" in shown(page)
    assert desk.zicht.estafette(casus_id).aanbod is None


def test_an_aol_is_looked_at_again_and_ends(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, heard: list[Message]
) -> None:
    press(page, "politie-toevoegen")
    fill(dialog_of(page), voor="de woning", vanaf="5-5-2026", herzien_op="12-5-2026")
    store(page)
    title = "Afspraak op locatie (AOL): de woning"
    assert f"{title} [Opnieuw bekijken]" in shown(page)

    choose(page, title)
    key(page, qtbot, Qt.Key.Key_Return)
    fill(dialog_of(page), herzien_op="5-6-2026")
    store(page)
    assert title in shown(page)

    key(page, qtbot, Qt.Key.Key_Delete)
    assert f"{title} [Beëindigd]" in shown(page)
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert title in shown(page)


def test_casusregie_is_given_for_a_day_to_come_and_taken_back(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    desk.organisaties.join(casus_id, "Wijkteam")
    press(page, "casusregie")
    fill(dialog_of(page), vanaf="15-5-2026")
    store(page)
    assert "Wijkteam [Straks]" in shown(page)

    choose(page, "Wijkteam")
    key(page, qtbot, Qt.Key.Key_Delete)
    assert desk.regie.of_casus(casus_id) == []


def test_a_card_is_chosen_and_shown_and_never_with_something_shielded(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Sanne", achternaam="")
    loes = add_persoon(
        desk, casus_id, Rol.FAMILIE, voornaam="Loes", achternaam="", telefoon="06-0000 0417"
    )
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Schelpenhof 9")
    bad = PolitieGegevens(PolitieSoort.LOCATIE, "Schelpenhof 9", MEI)
    desk.veiligheid.agree(casus_id, bad)

    press(page, "noodkaart")
    store(page)
    assert any("het adres van Loes" in line for line in words(dialog_of(page)))
    for box in dialog_of(page).findChildren(QCheckBox):
        box.setChecked("Loes" in box.text())
    store(page)

    qtbot.waitUntil(lambda: dialog_of(page).findChild(Preview) is not None)
    preview = dialog_of(page).findChild(Preview)
    qtbot.waitUntil(lambda: preview.drawn() == [0])
    press(dialog_of(page), "bewaren")


@pytest.mark.parametrize("naam", ["O'Neill <b>", "x" * 500, "עברית <script>"])
def test_hard_words_are_shown_as_they_were_typed(
    page: CasussenPage, desk: Desk, casus_id: UUID, naam: str
) -> None:
    desk.veiligheid.add(casus_id, WaarborgSoort.AFSPRAAK, WaarborgGegevens(naam, naam))
    choose(page, "1. ")

    assert naam in words(page)
    assert page.minimumSizeHint().width() < 1340


def test_the_row_is_current_again_after_a_lock(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot, tools: Tools
) -> None:
    add(desk, casus_id)
    add(desk, casus_id, BELLEN)
    choose(page, "1. Belt kort")

    again = CasussenPage(desk, tools)
    qtbot.addWidget(again)
    again.show()
    again.return_to(page.place())

    current = again.findChild(Veiligheid).list.current()
    assert current is not None
    assert current.gegevens == BELLEN


def test_the_overview_says_what_is_proposed_and_what_the_checks_found(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    page._view.tabs.show_tab(0)
    sleutel = add(desk, casus_id)
    desk.veiligheid.add(casus_id, WaarborgSoort.VOORWAARDE, BELLEN)
    voorstel = add(desk, casus_id, BELLEN, voorstel=True)
    desk.veiligheid.respond(voorstel, "Otis", Instemmingsstand.DENKT_EROVER_NA)
    desk.veiligheid.toets(sleutel, ToetsGegevens(MEI, Toetsuitkomst.DEELS, "Eén sleutel."))

    said = words(page.findChild(VeiligheidNu))

    assert [line for line in said if line in {"Voorstel", "Otis", "Voorwaarden", "Afspraken"}] == [
        "Voorstel", "Otis", "Voorwaarden",
    ]  # fmt: skip
    assert {"Belt kort met Sanne.", "Denkt erover na, 12 mei"} <= set(said)
    assert "1 deels, 1 nog niet getoetst" in said
