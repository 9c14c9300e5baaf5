"""Casussen as the user walks them: list, overview, people and their dialogs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_casus, add_persoon, at, held_talk, plan, uitspraak, with_blocks
from tests.ui.conftest import put_on_screen
from vtdesk.services.desk import Desk
from vtdesk.services.gesprekken import DeelnameGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.ui.casussen.casus_head import CasusHead
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.values.kinds import AfgeschermdSoort, CasusStaat, GezagSoort, Letter, Rol
from vtdesk.values.tekst import Bron


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    return add_casus(desk)


@pytest.fixture
def page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools, casus_id: UUID) -> CasussenPage:
    with look.building():
        page = CasussenPage(desk, tools)
    put_on_screen(page, qtbot, desk)
    return page


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just laid out is shown by the event loop
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def shown(page: CasussenPage, name: str) -> list[str]:
    found = page.findChild(RowList, name)
    assert found is not None
    return [line.title for line in found.lines()]


def press(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisibleTo(page.window())]
    button.click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        line = dialog.findChild(QLineEdit, name.replace("_", "-"))
        assert line is not None, name
        line.setText(value)


def test_a_new_casus_asks_for_the_people_of_the_family(page: CasussenPage) -> None:
    assert "Nieuwe casus. Voeg eerst de gezinsleden toe." in words(page)


def test_a_person_is_added_with_the_keyboard(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Insert)
    dialog = dialog_of(page)
    fill(dialog, voornaam="Pip", achternaam="Havikskruid", geboortedatum="1-9-2016")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    [person] = desk.personen.in_casus(casus_id)
    assert (person.naam, person.rol, person.geboortedatum) == (
        "Pip Havikskruid", Rol.KIND, date(2016, 9, 1),
    )  # fmt: skip
    assert "Pip Havikskruid 9" in shown(page, "mensen")


def test_a_wrong_date_is_said_beside_the_field_and_nothing_typed_is_lost(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    press(page, "persoon-toevoegen")
    dialog = dialog_of(page)
    fill(dialog, voornaam="Pip", geboortedatum="gisterjaar")
    press(dialog, "bewaren")

    assert "Dit is geen datum. Schrijf bijvoorbeeld 1-9-2016." in words(dialog)
    assert dialog.findChild(QLineEdit, "voornaam").text() == "Pip"
    assert desk.personen.in_casus(casus_id) == []


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("geboortedatum", "1-9-1016", "Het jaar 1016 kan niet kloppen. Controleer het jaar."),
        (
            "geboortedatum",
            "1-9-1896",
            "Dan is deze persoon 129 jaar. Controleer het jaar van de geboorte.",
        ),
        (
            "geboortedatum",
            "1-9-2026",
            "Deze geboortedatum ligt in de toekomst. Kies bij een ongeboren kind "
            "de verwachte datum.",
        ),
        (
            "verwacht-op",
            "1-9-2026",
            "Dit is alleen voor een ongeboren kind. Kies die rol, of maak dit veld leeg.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_its_field_and_not_stored(
    page: CasussenPage, desk: Desk, casus_id: UUID, name: str, typed: str, said: str
) -> None:
    press(page, "persoon-toevoegen")
    dialog = dialog_of(page)
    fill(dialog, voornaam="Pip", **{name: typed})
    press(dialog, "bewaren")

    assert dialog.findChild(QLineEdit, name).accessibleDescription() == said
    assert said in words(dialog)
    assert desk.personen.in_casus(casus_id) == []
    fill(dialog, geboortedatum="1-9-2016", verwacht_op="")
    press(dialog, "bewaren")
    assert [row.leeftijd for row in desk.personen.in_casus(casus_id)] == [9]


def test_after_a_refused_role_all_that_was_typed_can_still_be_stored(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    otis = add_persoon(desk, casus_id, Rol.NETWERK)
    press(page, "persoon-wijzigen")
    dialog = dialog_of(page)
    dialog.findChild(Choices, "rol").choose(Rol.FAMILIE)
    fill(
        dialog, rol_vanaf="1-1-2020", telefoon="06-0000 0402", codewoord="tulp",
        nooit_zeggen="dat zij in De Roos zit",
    )  # fmt: skip
    press(dialog, "bewaren")
    refused = "De nieuwe rol begint vóór de rol van nu. Kies een latere dag."
    assert refused in words(dialog)
    assert desk.personen.detail(otis).gegevens.telefoon == ""

    fill(dialog, rol_vanaf="")
    press(dialog, "bewaren")
    after = desk.personen.detail(otis)
    assert (after.gegevens.telefoon, after.contact.codewoord, after.contact.nooit_zeggen) == (
        "06-0000 0402", "tulp", "dat zij in De Roos zit",
    )  # fmt: skip
    assert desk.personen.in_casus(casus_id)[0].rol is Rol.FAMILIE


def test_gezag_that_was_noted_elsewhere_meanwhile_is_not_written_over(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    vader = add_persoon(desk, casus_id)
    page.show_persoon(casus_id, vader)
    press(page, "gezag")
    dialog = dialog_of(page)
    dialog.findChild(Choices, "gezag").choose(GezagSoort.GEEN)
    desk.personen.set_gezag(
        pip, vader, GezagSoort.GEZAMENLIJK, bron="uittreksel gezagsregister", datum=None
    )
    press(dialog, "bewaren")

    assert "Dit gezag is intussen gewijzigd. Bekijk het eerst bij de persoon." in words(dialog)
    [gezag] = desk.personen.detail(vader).gezag
    assert (gezag.soort, gezag.bron) == (GezagSoort.GEZAMENLIJK, "uittreksel gezagsregister")


def test_cancelling_a_dialog_stores_nothing(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    press(page, "persoon-toevoegen")
    fill(dialog_of(page), voornaam="Pip")
    press(dialog_of(page), "annuleren")

    assert desk.personen.in_casus(casus_id) == []


def test_a_changed_person_is_shown_at_once(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, voornaam="Otis")
    press(page, "persoon-wijzigen")
    fill(dialog_of(page), voornaam="Otto", telefoon="06-0000 0402")
    press(dialog_of(page), "bewaren")

    assert shown(page, "mensen") == ["Ouders en partners", "Otto Havikskruid, vader"]


def test_who_was_taken_out_can_be_put_back(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id)
    heard: list[Message] = []
    page.message_requested.connect(heard.append)

    press(page, "uit")
    assert desk.personen.in_casus(casus_id) == []

    assert heard[0].on_action is not None
    heard[0].on_action()
    assert len(desk.personen.in_casus(casus_id)) == 1


def test_gezag_is_noted_with_its_source(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    vader = add_persoon(desk, casus_id)
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    page.show_persoon(casus_id, vader)

    press(page, "gezag")
    dialog = dialog_of(page)
    dialog.findChild(Choices, "gezag").choose(GezagSoort.GEZAMENLIJK)
    fill(dialog, bron="gezagsregister", datum="8-5-2026")
    press(dialog, "bewaren")

    assert "gezamenlijk gezag, Pip Havikskruid, gezagsregister" in words(page)


def test_a_shielded_value_is_shown_only_after_a_reason(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    loes = add_persoon(desk, casus_id, Rol.FAMILIE, voornaam="Loes")
    desk.personen.shield(loes, AfgeschermdSoort.ADRES, "Dwaalpad 3")
    assert "1 gegeven afgeschermd" in words(page)

    press(page, "afgeschermd-bekijken")
    press(dialog_of(page), "bewaren")
    assert any("Schrijf op waarom" in line for line in words(dialog_of(page)))
    fill(dialog_of(page), reden="bezoek voorbereiden")
    press(dialog_of(page), "bewaren")

    qtbot.waitUntil(lambda: any("Dwaalpad 3" in line for line in words(dialog_of(page))))
    assert not any("Dwaalpad" in line for line in words(page) if line not in words(dialog_of(page)))


def test_the_melder_has_no_name_on_screen(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    add_persoon(desk, casus_id, Rol.MELDER, voornaam="Buurvrouw", achternaam="Geheim")

    assert "Melder" in shown(page, "mensen")
    assert not any("Buurvrouw" in line for line in words(page))


def test_each_child_shows_when_it_was_spoken_and_its_own_words(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    add_persoon(desk, casus_id, Rol.KIND, voornaam="Job")
    talk = held_talk(desk, casus_id, DeelnameGegevens("Pip", "kind", pip))
    verslag = desk.verslagen.open(desk.verslagen.start(talk, "gespreksverslag"))
    own = uitspraak("Ik tel de stoeptegels.", bron=Bron("Pip", pip))
    desk.verslagen.save_concept(verslag.id, with_blocks(verslag.tekst, "kind", own))

    assert {"Gesproken vandaag", "Nog niet gesproken", "40 dagen sinds de casus begon."} <= set(
        words(page)
    )
    assert "Ik tel de stoeptegels." in words(page)


def test_a_talk_that_owes_a_verslag_asks_for_it(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    talk = held_talk(desk, casus_id)

    with qtbot.waitSignal(page.write_requested) as asked:
        press(page, "verslag-schrijven")

    assert asked.args == [talk]


def test_what_comes_and_what_happened_are_apart(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    held_talk(desk, casus_id, titel="Eerste gesprek")
    plan(desk, casus_id, titel="Vervolggesprek", begin=at(10, day=date(2026, 5, 15)),
         einde=at(11, day=date(2026, 5, 15)))  # fmt: skip

    assert shown(page, "gebeurd") == ["Eerste gesprek"]
    assert shown(page, "komend") == ["Vervolggesprek"]


def test_a_closed_casus_leaves_the_list_of_running_ones(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    page.findChild(QWidget, "casus-wijzigen").click()
    dialog_of(page).findChild(Choices, "stand").choose(CasusStaat.GESLOTEN)
    press(dialog_of(page), "bewaren")
    assert any("heeft nog het zicht op veiligheid" in line for line in words(dialog_of(page)))
    dialog_of(page).findChild(QPlainTextEdit, "gesloten-want").setPlainText("Het is weerlegd.")
    press(dialog_of(page), "bewaren")

    assert desk.casussen.all() == []
    assert desk.casussen.get(casus_id).staat is CasusStaat.GESLOTEN


def test_in_a_low_window_one_person_takes_the_room_of_the_list(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    pip = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    vader = add_persoon(desk, casus_id, telefoon="06-0000 0402")
    desk.personen.set_gezag(
        pip, vader, GezagSoort.GEZAMENLIJK, bron="uittreksel gezagsregister", datum=None
    )
    page.resize(1093, 420)
    page.on_width(Width.KLEIN)
    people = page.findChild(RowList, "mensen")
    qtbot.waitUntil(lambda: "Pip, in één blik" not in words(page))
    assert people.viewport().height() >= 3 * people.sizeHintForRow(1)

    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert not people.isVisible()
    assert "Pip, in één blik" in words(page)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text().startswith("gezamenlijk gezag"):
            assert label.height() >= label.heightForWidth(label.width())

    qtbot.keyClick(page.findChild(QPushButton, "alle-mensen"), Qt.Key.Key_Escape)
    assert people.isVisible()
    assert page.window().focusWidget() is people


@pytest.mark.parametrize("naam", ["O'Neill <b>", "x" * 500, "עברית <script>"])
def test_a_hard_name_is_shown_as_it_was_typed(page: CasussenPage, desk: Desk, naam: str) -> None:
    page.show_casus(add_casus(desk, nummer="2", naam=naam))

    assert naam in words(page)
    assert page.minimumSizeHint().width() < 1340


def test_the_list_is_searched_by_name_and_number(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    add_casus(desk, nummer="VT-DEMO-0158", naam="Wolkenveld")
    search = page.findChild(QLineEdit, "casus-zoeken")

    search.setText("0158")
    assert shown(page, "casussen") == ["Wolkenveld"]
    search.setText("bestaat niet")
    assert "Niets gevonden. Controleer de naam of het nummer." in words(page)


def test_one_casus_is_open_after_a_lock(
    page: CasussenPage, desk: Desk, casus_id: UUID, get_page: Callable[[], CasussenPage]
) -> None:
    other = add_casus(desk, nummer="2", naam="Aaa")
    page.show_casus(other)

    again = get_page()
    again.return_to(page.place())

    assert again.current() is not None
    assert again.current().id == other  # type: ignore[union-attr]  # just looked


@pytest.fixture
def get_page(look: Look, qtbot: QtBot, desk: Desk, tools: Tools) -> Callable[[], CasussenPage]:
    def get() -> CasussenPage:
        with look.building():
            page = CasussenPage(desk, tools)
        qtbot.addWidget(page)
        return page

    return get


def test_the_number_of_a_tab_brings_the_keyboard_into_it(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    said = UitspraakGegevens(Letter.VERKLARING, "Hij reed weg.", Bron("Ria"))
    desk.uitspraken.add(casus_id, said)
    page.findChild(QLineEdit, "casus-zoeken").setFocus()

    qtbot.keyClick(page, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)

    assert page.window().focusWidget() is page.findChild(RowList, "uitspraken")


def test_the_head_offers_the_verslag_until_it_is_final(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    held_talk(desk, casus_id)
    button = page.findChild(QPushButton, "verslag-schrijven")
    assert button.isVisible()

    page.show_casus(add_casus(desk, nummer="2", naam="Wolkenveld"))
    assert not button.isVisible()


def test_in_a_narrow_window_the_head_is_one_line_and_the_note_stays(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    casus = desk.casussen.get(casus_id)
    gegevens = replace(casus.gegevens, let_op="Vader neemt op.")
    desk.casussen.change(casus_id, casus.version, gegevens, casus.staat)
    head = page.findChild(CasusHead)
    wide = head.heightForWidth(1004)

    page.on_width(Width.KLEIN)
    QApplication.processEvents()

    assert head.heightForWidth(1004) < 0.6 * wide
    assert "Vader neemt op." in words(page)
    assert page.findChild(QPushButton, "afspraak-maken").accessibleName() == "Afspraak maken"


def test_the_keyboard_comes_to_a_child_first_and_then_as_one_reads(
    page: CasussenPage, desk: Desk, casus_id: UUID, qtbot: QtBot
) -> None:
    child = add_persoon(desk, casus_id, Rol.KIND, voornaam="Pip")
    held_talk(desk, casus_id)
    QApplication.processEvents()

    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    first = page.window().focusWidget()
    walked = []
    for _ in range(20):
        focused = page.window().focusWidget()
        beside = page.findChild(QWidget, "zijkant").isAncestorOf(focused)
        walked.append("in de zijkant" if beside else focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)

    assert first.objectName() == f"kind-{child}"
    assert walked.index("gebeurd") < walked.index("in de zijkant")
    past = page.findChild(RowList, "gebeurd")
    assert not past.selectionModel().hasSelection()  # only where the keyboard is


def test_at_twice_the_text_every_tab_fits_a_small_window(
    page: CasussenPage, desk: Desk, casus_id: UUID, look: Look
) -> None:
    add_persoon(desk, casus_id, voornaam="Otis")
    held_talk(desk, casus_id)
    look.apply(scheme=Scheme.LICHT, scale=200)
    try:
        page.on_width(Width.KLEIN)
        page.toggle_inspector()
        for place in range(1, 11):
            page.findChild(QAction, f"tab-{place}").trigger()
            needed = page.minimumSizeHint()
            assert (needed.width() <= 1037, needed.height() <= 420) == (True, True), place
    finally:
        look.apply(scheme=Scheme.LICHT)


def test_what_an_organisation_does_is_changed_and_ends_with_undo(
    page: CasussenPage, desk: Desk, casus_id: UUID
) -> None:
    desk.organisaties.join(casus_id, "Wijkteam", contactpersoon="Sam", mandaat="Belt.")
    said: list[Message] = []
    page.message_requested.connect(said.append)
    QApplication.processEvents()
    people = page.findChild(RowList, "mensen")
    assert people is not None
    people.choose(lambda row: row.naam == "Wijkteam")
    press(page, "organisatie-wijzigen")
    dialog = dialog_of(page)
    fill(dialog, contactpersoon="Noor", uitstapvoorwaarde="Drie maanden goed.")
    press(dialog, "bewaren")
    [row] = desk.organisaties.in_casus(casus_id)
    assert (row.contactpersoon, row.mandaat, row.uitstapvoorwaarde) == (
        "Noor",
        "Belt.",
        "Drie maanden goed.",
    )
    press(page, "organisatie-uit")
    assert desk.organisaties.in_casus(casus_id) == []
    undo = said[-1].on_action
    assert undo is not None
    undo()
    assert [row.naam for row in desk.organisaties.in_casus(casus_id)] == ["Wijkteam"]
