"""Gezin as the user walks it: the drawing person by person, its layers, its days, its dialogs."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_persoon
from vtdesk.services.desk import Desk
from vtdesk.services.huishoudens import BewoningGegevens
from vtdesk.services.relaties import RelatieGegevens
from vtdesk.ui.casussen.gezin import deeds as gezin_deeds
from vtdesk.ui.casussen.gezin.deel import EMPTY, Gezin
from vtdesk.ui.casussen.gezin.persoon_knop import PersoonKnop
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.messages import Message
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import palette
from vtdesk.ui.widgets.choices import Choices
from vtdesk.values.casuskinds import RelatieSoort
from vtdesk.values.kinds import AfgeschermdSoort, Geslacht, GezagSoort, Rol

OUDER, STEUN = RelatieSoort.OUDER, RelatieSoort.STEUN
MEI = date(2026, 5, 5)


@pytest.fixture
def family(desk: Desk, casus_id: UUID) -> dict[str, UUID]:
    """Maren and Otis with Pip; since 5 May Ria supports Pip. Make it before the page follows it."""

    def add(naam: str, rol: Rol, geslacht: Geslacht, born: date) -> UUID:
        return add_persoon(
            desk, casus_id, rol,
            voornaam=naam, achternaam="Berg", geslacht=geslacht, geboortedatum=born,
        )  # fmt: skip

    people = {
        "Maren": add("Maren", Rol.MOEDER, Geslacht.VROUW, date(1989, 8, 21)),
        "Otis": add("Otis", Rol.VADER, Geslacht.MAN, date(1986, 12, 5)),
        "Pip": add("Pip", Rol.KIND, Geslacht.VROUW, date(2016, 9, 14)),
        "Ria": add("Ria", Rol.GROOTOUDER, Geslacht.VROUW, date(1959, 1, 30)),
    }
    for van, naar in (("Maren", "Pip"), ("Otis", "Pip"), ("Ria", "Otis")):
        desk.relaties.add(RelatieGegevens(people[van], people[naar], OUDER))
    desk.relaties.add(RelatieGegevens(people["Ria"], people["Pip"], STEUN, vanaf=MEI))
    return people


@pytest.fixture
def page(opened: CasussenPage, casus_id: UUID) -> CasussenPage:
    opened.return_to({"casus": str(casus_id), "deel": "deel-gezin", "in": {}})
    return opened


@pytest.fixture
def said(page: CasussenPage) -> list[Message]:
    messages: list[Message] = []
    page.message_requested.connect(messages.append)
    return messages


def tab(page: CasussenPage) -> Gezin:
    QApplication.processEvents()
    found = page.findChild(Gezin)
    assert found is not None
    return found


def person(page: CasussenPage, persoon_id: UUID) -> PersoonKnop:
    QApplication.processEvents()
    found = page.findChild(PersoonKnop, f"persoon-{persoon_id}")
    assert found is not None
    return found


def press(page: QWidget, name: str) -> None:
    QApplication.processEvents()
    [button] = [b for b in page.findChildren(QPushButton, name) if b.isVisibleTo(page.window())]
    button.click()
    QApplication.processEvents()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def choose(dialog: QDialog, **values: object) -> None:
    for name, value in values.items():
        field = dialog.findChild(Choices, name.replace("_", "-"))
        assert field is not None, name
        field.choose(value)


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        line = dialog.findChild(QLineEdit, name.replace("_", "-"))
        assert line is not None, name
        line.setText(value)


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return " | ".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def test_an_empty_family_begins_with_the_child(page: CasussenPage) -> None:
    assert EMPTY == "Teken het gezin: begin met het kind."
    assert EMPTY in words(tab(page))


def test_each_person_is_a_thing_with_a_name_of_its_own(
    family: dict[str, UUID], page: CasussenPage
) -> None:
    names = {person(page, one).accessibleName() for one in family.values()}
    assert "Pip, 9 jaar. Om dit kind gaat het." in names
    assert "Ria Berg, 67 jaar, oma." in names


def test_arrows_walk_by_relation_and_the_inspector_follows(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage
) -> None:
    pip = person(page, family["Pip"])
    pip.setFocus()
    qtbot.keyClick(pip, Qt.Key.Key_Up)
    parent = QApplication.focusWidget()
    assert isinstance(parent, PersoonKnop)
    assert parent.symbool.id in {family["Maren"], family["Otis"]}
    person(page, family["Otis"]).setFocus()
    qtbot.keyClick(person(page, family["Otis"]), Qt.Key.Key_Up)
    assert person(page, family["Ria"]).hasFocus()
    assert "oma" in words(page.findChild(QWidget, "gezin-zijkant"))


def test_tab_stops_once_in_the_drawing(family: dict[str, UUID], page: CasussenPage) -> None:
    person(page, family["Ria"]).setFocus()
    stops = [
        i for i in family.values() if person(page, i).focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert stops == [family["Ria"]]


def test_enter_opens_the_person_and_r_a_relation(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage
) -> None:
    qtbot.keyClick(person(page, family["Pip"]), Qt.Key.Key_Return)
    opened = dialog_of(page)
    assert opened.accessibleName() == "Persoon wijzigen"
    opened.reject()
    QApplication.processEvents()
    person(page, family["Pip"]).setFocus()
    qtbot.keyClick(person(page, family["Pip"]), Qt.Key.Key_R)
    tie = dialog_of(page)
    assert tie.accessibleName() == "Relatie toevoegen"
    assert tie.findChild(Choices, "wie").value() == family["Pip"]


def test_a_tie_that_cannot_be_keeps_the_dialog_with_what_was_typed(
    qtbot: QtBot, desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID
) -> None:
    qtbot.keyClick(person(page, family["Pip"]), Qt.Key.Key_R)
    dialog = dialog_of(page)
    choose(dialog, wie=family["Pip"], soort=OUDER, van_wie=family["Maren"])
    fill(dialog, toelichting="zegt zij zelf")
    press(dialog, "bewaren")
    assert "niet eerder geboren" in words(dialog)
    assert dialog.findChild(QLineEdit, "toelichting").text() == "zegt zij zelf"
    choose(dialog, wie=family["Maren"], soort=RelatieSoort.EX, van_wie=family["Otis"])
    press(dialog, "bewaren")
    assert any(row.gegevens.soort is RelatieSoort.EX for row in desk.relaties.of_casus(casus_id))


def test_a_tie_is_removed_with_undo(
    desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID, said: list[Message]
) -> None:
    before = desk.relaties.of_casus(casus_id)
    support = next(row for row in before if row.gegevens.soort is STEUN)
    person(page, family["Ria"]).setFocus()
    press(page, f"relatie-{support.id}")
    press(dialog_of(page), "relatie-weghalen")
    assert len(desk.relaties.of_casus(casus_id)) == len(before) - 1
    undo = said[-1].on_action
    assert undo is not None
    undo()
    assert [row.id for row in desk.relaties.of_casus(casus_id)] == [row.id for row in before]


def test_layers_are_switched_and_the_text_says_the_same(
    family: dict[str, UUID], page: CasussenPage
) -> None:
    gezin = tab(page)
    sentences = gezin.findChild(QPlainTextEdit, "als-tekst-zinnen")
    press(page, "als-tekst")
    assert sentences.isVisible()
    assert "Ria Berg steunt Pip." in sentences.toPlainText()
    press(page, "laag-steun")
    assert "steunt" not in sentences.toPlainText()


def test_the_slider_walks_the_days_by_key(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage
) -> None:
    slider = tab(page).schuif
    assert slider.accessibleName() == "Situatie op"
    assert slider.accessibleDescription() == "12 mei 2026, vandaag"
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert slider.accessibleDescription() == "5 mei 2026, steun"
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slider.accessibleDescription() == "14 september 2016, Pip geboren"
    assert "0 jaar" in person(page, family["Pip"]).accessibleName()
    assert "14 september 2016" in words(tab(page))


def test_a_drag_moves_sideways_and_is_undone(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage, desk: Desk, casus_id: UUID,
    said: list[Message],
) -> None:  # fmt: skip
    knop = person(page, family["Ria"])
    start = knop.rect().center()
    qtbot.mousePress(knop, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(knop, start + QPoint(60, 0))
    qtbot.mouseRelease(knop, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert desk.genogrammen.gezin(casus_id).verschoven[family["Ria"]] > 20
    undo = said[-1].on_action
    assert undo is not None
    undo()
    assert desk.genogrammen.gezin(casus_id).verschoven == {}
    qtbot.keyClick(person(page, family["Ria"]), Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert desk.genogrammen.gezin(casus_id).verschoven == {family["Ria"]: -12.0}


def test_ctrl_and_the_wheel_zoom_and_a_key_fits_again(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage
) -> None:
    veld = tab(page).veld
    fits = veld.scale_shown()
    ctrl = Qt.KeyboardModifier.ControlModifier
    wheel = QWheelEvent(
        QPointF(5, 5), veld.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, ctrl, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(veld.viewport(), wheel)
    assert veld.scale_shown() > fits
    qtbot.keyClick(person(page, family["Pip"]), Qt.Key.Key_0, ctrl)
    assert veld.scale_shown() == fits


def test_the_drawing_becomes_smaller_to_fit_but_stays_legible(
    family: dict[str, UUID], page: CasussenPage
) -> None:
    veld = tab(page).veld
    page.resize(1340, 400)
    QApplication.processEvents()

    assert veld.scale_shown() == 0.7


def test_a_house_is_made_with_who_lives_in_it(
    desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID
) -> None:
    tab(page)
    page.open_dialog("huishouden", str(casus_id))
    dialog = dialog_of(page)
    fill(dialog, naam="Bij moeder", vanaf="1-1-2020")
    for name in ("Maren Berg", "Pip Berg"):
        [box] = [b for b in dialog.findChildren(QWidget) if b.accessibleName() == name]
        box.click()
    press(dialog, "bewaren")
    [house] = desk.huishoudens.of_casus(casus_id)
    assert {stay.persoon for stay in house.bewoners} == {"Maren Berg", "Pip Berg"}


def test_a_second_house_asks_for_a_word_in_the_dialog(
    desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID
) -> None:
    house = desk.huishoudens.add(casus_id, "Bij moeder")
    desk.huishoudens.move_in(BewoningGegevens(house, family["Pip"]))
    person(page, family["Pip"]).setFocus()
    press(page, "gezin-bewoning")
    dialog = dialog_of(page)
    dialog.findChild(QWidget, "huishouden").setEditText("Bij vader")
    press(dialog, "bewaren")
    assert "ook in 'Bij moeder'" in words(dialog)
    assert [one.naam for one in desk.huishoudens.of_casus(casus_id)] == ["Bij moeder"]
    fill(dialog, toelichting="in het weekend")
    press(dialog, "bewaren")
    assert len(desk.huishoudens.of_casus(casus_id)) == 2


def test_the_unborn_child_is_born_from_the_inspector(
    desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID, said: list[Message]
) -> None:
    baby = add_persoon(
        desk, casus_id, Rol.ONGEBOREN, voornaam="Baby", verwacht_op=date(2026, 5, 20)
    )
    person(page, baby).setFocus()
    press(page, "gezin-geboren")
    dialog = dialog_of(page)
    press(dialog, "bewaren")
    assert "Vul in wanneer" in words(dialog)
    for day, said_beside in (
        ("10-5-1016", "Het jaar 1016"),
        ("10-5-1890", "Dan is deze persoon 136 jaar"),
    ):
        fill(dialog, geboren_op=day)
        press(dialog, "bewaren")
        assert said_beside in words(dialog)
    fill(dialog, geboren_op="10-5-2026", voornaam="Noor")
    press(dialog, "bewaren")
    assert "Noor, 0 jaar" in person(page, baby).accessibleName()
    undo = said[-1].on_action
    assert undo is not None
    undo()
    assert "nog niet geboren" in person(page, baby).accessibleName()


def test_a_secret_address_is_said_and_never_shown(
    desk: Desk, family: dict[str, UUID], page: CasussenPage
) -> None:
    desk.personen.shield(family["Ria"], AfgeschermdSoort.ADRES, "Schelpenhof 9")
    person(page, family["Ria"]).setFocus()
    assert "Het adres is geheim." in person(page, family["Ria"]).accessibleName()
    assert "Geheim adres" in words(page)
    assert "Schelpenhof" not in words(page)
    press(page, "afgeschermd-bekijken")
    assert dialog_of(page).findChild(QLineEdit, "reden") is not None


def test_names_are_never_markup(page: CasussenPage, desk: Desk, casus_id: UUID) -> None:
    odd = add_persoon(desk, casus_id, Rol.KIND, voornaam="O'Neill <b>\u202e" + "x" * 480)
    assert "<b>" in person(page, odd).accessibleName()
    assert "\u202e" not in person(page, odd).accessibleName()


def test_the_place_in_the_tab_survives_a_lock(
    family: dict[str, UUID], page: CasussenPage, casus_id: UUID
) -> None:
    person(page, family["Ria"]).setFocus()
    press(page, "laag-gezag")
    tab(page).schuif.go_to(MEI)
    place = page.place()
    press(page, "laag-gezag")
    tab(page).schuif.setValue(99)
    page.return_to(place)
    gezin = tab(page)
    assert gezin.veld.current() == family["Ria"]
    assert gezin.schuif.day() == MEI
    assert gezin.place() == place["in"]


def test_the_sheet_is_shown_before_it_is_printed(
    qtbot: QtBot, family: dict[str, UUID], page: CasussenPage
) -> None:
    menu = tab(page).findChild(QMenu, "gezin-menu")
    [action] = [one for one in menu.actions() if one.text() == "Op papier"]
    action.trigger()
    preview = dialog_of(page).findChild(Preview)
    qtbot.waitUntil(lambda: preview.page_count() == 1)
    dialog_of(page).reject()


def test_the_svg_goes_where_she_chose(
    family: dict[str, UUID],
    page: CasussenPage,
    said: list[Message],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proposed: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> Path:
        proposed.append(name)
        return tmp_path / name

    monkeypatch.setattr(gezin_deeds, "choose_place", answer)
    menu = tab(page).findChild(QMenu, "gezin-menu")
    [action] = [one for one in menu.actions() if one.text() == "Bewaren als SVG"]
    action.trigger()
    assert proposed == ["VT-DEMO-0141 genogram.svg"]
    assert "Ria Berg" in (tmp_path / proposed[0]).read_text("utf-8")
    assert "niet versleuteld" in said[-1].words


@pytest.mark.parametrize("size", [(1093, 545), (900, 500)])
def test_a_cramped_window_keeps_the_drawing_in_reach(
    family: dict[str, UUID], page: CasussenPage, size: tuple[int, int]
) -> None:
    page.resize(*size)
    gezin = tab(page)
    person(page, family["Ria"]).setFocus()
    assert gezin.veld.viewport().height() >= 80
    assert person(page, family["Ria"]).visibleRegion().boundingRect().height() > 20


def test_the_keyboard_stays_in_the_inspector_after_a_deed(
    family: dict[str, UUID], page: CasussenPage
) -> None:
    person(page, family["Ria"]).setFocus()
    tab(page).inspector.findChildren(QPushButton, "gezin-persoon-wijzigen")[-1].setFocus()
    press(page, "gezin-persoon-wijzigen")
    fill(dialog_of(page), voornaam="Rie")
    press(dialog_of(page), "bewaren")
    focus = page.window().focusWidget()
    assert (focus.objectName(), focus.isVisible()) == ("gezin-persoon-wijzigen", True)
    assert "Rie Berg" in words(tab(page).inspector)


def test_one_kind_of_gezag_is_said_once_with_all_whom_it_is_about(
    desk: Desk, family: dict[str, UUID], page: CasussenPage, casus_id: UUID
) -> None:
    for who in ("Maren", "Otis"):
        desk.personen.set_gezag(
            family["Pip"], family[who], GezagSoort.GEZAMENLIJK,
            bron="gezagsregister", datum=date(2026, 4, 7),
        )  # fmt: skip
    person(page, family["Pip"]).setFocus()
    said = words(tab(page).inspector).split(" | ")
    assert said.count("Gezag") == 1
    assert "gezamenlijk gezag, Maren Berg en Otis Berg, gezagsregister van 7 april 2026" in said


def test_one_line_goes_around_who_is_chosen_with_the_keyboard_or_without(
    family: dict[str, UUID], page: CasussenPage
) -> None:
    def marked() -> int:
        """Count the points of the mark in the drawing; the ring of the keyboard is not in it."""
        QApplication.processEvents()
        image = page.findChild(QWidget, "genogram").grab().toImage()
        accent = palette.colour("accent").rgb()
        return sum(
            image.pixel(x, y) == accent for x in range(image.width()) for y in range(image.height())
        )

    page.activateWindow()
    person(page, family["Pip"]).setFocus()
    assert marked() == 0
    page.findChild(QPushButton, "als-tekst").setFocus()
    assert marked() > 0
