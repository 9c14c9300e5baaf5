"""Meldingen & crisis as the user walks it: lists, the matrix of ratings, and the dialogs."""

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
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.builders import add_persoon, at
from tests.ui.casussen.conftest import show_tab
from vtdesk.services.besluiten import Antwoord, BesluitGegevens
from vtdesk.services.crisis import BeoordelingGegevens
from vtdesk.services.desk import Desk
from vtdesk.services.meldingen import MeldingGegevens
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.ui.casussen.casus_list import CasusList
from vtdesk.ui.casussen.meldingen.deel import EMPTY, Meldingen
from vtdesk.ui.casussen.meldingen.feiten import MELDER_DICHT
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.casussen.veiligheid_nu import VeiligheidNu
from vtdesk.ui.messages import Message
from vtdesk.ui.widgets.crisis_mark import CrisisMark
from vtdesk.values.casuskinds import (
    Anonimiteit,
    BesluitSoort,
    BesluitVervolg,
    Kleur,
    MeldingSoort,
)
from vtdesk.values.kinds import Letter, Rol
from vtdesk.values.tekst import Bron

MEI = date(2026, 5, 8)


@pytest.fixture
def page(opened: CasussenPage) -> CasussenPage:
    opened.resize(1340, 900)
    show_tab(opened, Meldingen)
    return opened


def tab(page: CasussenPage) -> Meldingen:
    found: Meldingen = page.findChild(Meldingen)
    return found


def words(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def press(widget: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = [b for b in widget.findChildren(QPushButton, name) if b.isVisibleTo(widget.window())]
    found[-1].click()


def dialog_of(page: CasussenPage) -> QDialog:
    [dialog] = [d for d in page.findChildren(QDialog) if d.isVisible()]
    return dialog


def fill(dialog: QDialog, **values: str) -> None:
    for name, value in values.items():
        match dialog.findChild(QWidget, name.replace("_", "-")):
            case QLineEdit() as field:
                field.setText(value)
            case QPlainTextEdit() as field:
                field.setPlainText(value)
            case QComboBox() as field:
                field.setCurrentText(value)
            case _:
                raise AssertionError(name)


def store(page: CasussenPage) -> None:
    press(dialog_of(page), "bewaren")


def add_melding(desk: Desk, casus_id: UUID, **overrides: object) -> UUID:
    values: dict[str, object] = {
        "soort": MeldingSoort.POLITIE,
        "ontvangen_op": at(9, 0, date(2026, 4, 2)),
        "inhoud": "Ruzie bij het wisselen.",
    }
    return desk.meldingen.add(casus_id, MeldingGegevens(**(values | overrides)))  # type: ignore[arg-type]  # of the test


def rate(desk: Desk, casus_id: UUID, who: str, kleur: Kleur, day: date = MEI) -> None:
    desk.crisis.rate(casus_id, BeoordelingGegevens(who, at(10, 0, day), kleur, "De sleutel."))


def test_an_empty_tab_says_so_and_ins_notes_a_melding(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    assert EMPTY in words(page)

    tab(page).add()
    fill(dialog_of(page), inhoud="Kind belde zelf 112.", dag="24 april", tijd="9:15")
    store(page)

    [row] = desk.meldingen.of_casus(casus_id)
    assert row.gegevens.ontvangen_op == at(9, 15, date(2026, 4, 24))
    assert [line.title for line in tab(page).meldingen.lines()] == [
        "M1 · vr 24 april 2026 · Politie"
    ]
    assert "Melding M1" in words(tab(page).inspector)


def test_a_new_melding_stands_beside_and_has_the_keyboard_and_can_be_undone(
    desk: Desk, page: CasussenPage, casus_id: UUID, heard: list[Message]
) -> None:
    add_melding(desk, casus_id)
    press(page, "melding-toevoegen")
    fill(dialog_of(page), inhoud="Kind belde zelf 112.", dag="24 april", tijd="9:15")
    store(page)
    assert "Melding M2" in words(tab(page).inspector)
    assert page.window().focusWidget() is tab(page).meldingen

    assert heard[-1].words == "De melding is toegevoegd."
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert [row.naam for row in desk.meldingen.of_casus(casus_id)] == ["M1"]


def test_a_rating_that_was_searched_for_has_the_keyboard_and_stands_beside(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    add_melding(desk, casus_id)
    rate(desk, casus_id, "CIT", Kleur.ORANJE)
    tab(page).meldingen.setFocus()
    [rating] = desk.crisis.reeks(casus_id).beoordelingen
    page.return_to(
        {"casus": str(casus_id), "deel": tab(page).name(), "in": {"rij": str(rating.id)}}
    )
    assert page.window().focusWidget() is tab(page).reeks
    assert "CIT" in words(tab(page).inspector)


def test_a_double_anonymous_melding_asks_for_a_reason(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    press(page, "melding-toevoegen")
    dialog = dialog_of(page)
    assert not dialog.findChild(QWidget, "geweigerd-want").isVisible()
    fill(dialog, inhoud="Er is iets mis.", anonimiteit="dubbel anoniem")
    assert dialog.findChild(QWidget, "geweigerd-want").isVisible()
    store(page)
    assert "weiger je met een reden" in " ".join(words(dialog))

    fill(dialog, geweigerd_want="Niets na te gaan, geen direct gevaar.")
    store(page)
    [line] = tab(page).meldingen.lines()
    assert (line.chip, line.quiet) == ("Geweigerd", True)
    assert desk.termijnen.of_casus(casus_id) == []


def test_the_melder_is_sealed_until_a_reason_is_given(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    add_melding(desk, casus_id, anonimiteit=Anonimiteit.ANONIEM_VOOR_GEZIN)
    press(page, "melder-vastleggen")
    fill(dialog_of(page), naam="Bea Buurvrouw")
    store(page)
    assert MELDER_DICHT in words(tab(page).inspector)
    assert not any("Bea" in word for word in words(page))

    press(tab(page).inspector, "melder-openen")
    store(page)
    assert "Schrijf op waarom" in " ".join(words(dialog_of(page)))
    fill(dialog_of(page), reden="terugkoppeling na het besluit")
    store(page)
    assert "Bea Buurvrouw" in words(dialog_of(page))
    press(dialog_of(page), "bewaren")
    assert not any("Bea" in word for word in words(page))


def test_ratings_stand_in_a_matrix_that_says_where_they_differ(
    desk: Desk, page: CasussenPage, casus_id: UUID, qtbot: QtBot
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD, date(2026, 5, 4))
    rate(desk, casus_id, "Veilig Thuis", Kleur.ORANJE)

    table = tab(page).reeks
    model = table.model()
    spoken = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(2)
        for column in range(2)
    ]
    assert spoken == [
        "CIT, ma 4 mei 2026 10:00, Rood",
        "CIT, vr 8 mei 2026 10:00, nog Rood, niet eens",
        "Veilig Thuis, ma 4 mei 2026 10:00, nog niet beoordeeld",
        "Veilig Thuis, vr 8 mei 2026 10:00, Oranje, niet eens",
    ]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "vr 8 mei\n10:00\nNiet eens"

    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.current() is not None
    assert table.current().organisatie == "Veilig Thuis"
    assert "De sleutel." in words(tab(page).inspector)


def test_who_looks_again_adds_a_rating_and_changes_none(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD)
    table = tab(page).reeks
    table.choose(desk.crisis.reeks(casus_id).beoordelingen[0])
    press(tab(page).inspector, "beoordeling-opnieuw")
    fill(dialog_of(page), gronden="Sleutel is terug.")
    dialog_of(page).findChild(QWidget, "kleur").choose(Kleur.ORANJE)
    store(page)

    assert [one.kleur for one in desk.crisis.reeks(casus_id).beoordelingen] == [
        Kleur.ROOD, Kleur.ORANJE,
    ]  # fmt: skip
    assert desk.crisis.huidig(casus_id)[0].organisatie == "CIT"


def test_the_list_of_casussen_shows_the_colours_in_words(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD)
    rate(desk, casus_id, "Veilig Thuis", Kleur.ORANJE)

    [line] = page.findChild(CasusList).list.lines()
    assert [(mark.word, mark.shape) for mark in line.marks] == [
        ("Rood", "ruit"), ("Oranje", "driehoek"),
    ]  # fmt: skip
    assert line.spoken().endswith("Rood, Oranje")


def besluit(desk: Desk, casus_id: UUID, melding_id: UUID) -> UUID:
    ground = desk.uitspraken.add(
        casus_id, UitspraakGegevens(Letter.FEIT, "Beide kinderen op de stoep.", Bron("Politie"))
    )
    return desk.besluiten.add(
        casus_id,
        BesluitGegevens(
            BesluitSoort.VEILIGHEIDSBEOORDELING, MEI, "Veilig Thuis onderzoekt.",
            BesluitVervolg.ONDERZOEK, melding_id, ("Mila Proefstra", "Ivo Testman"),
            (("overdracht", "nog onduidelijk"),), (ground,), "Twee kanten.", (), "Ivo Testman",
        ),
    )  # fmt: skip


def test_a_besluit_is_challenged_made_final_and_told(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    add_persoon(desk, casus_id, Rol.MOEDER, voornaam="Maren", achternaam="Zilverduin")
    one = besluit(desk, casus_id, add_melding(desk, casus_id))
    tab(page).besluiten.choose(lambda _: True)
    inspector = tab(page).inspector
    assert "Beide kinderen op de stoep." in words(inspector)

    press(inspector, "besluit-definitief")
    store(page)
    assert "tegenspraakronde is nog niet klaar" in " ".join(words(dialog_of(page)))
    press(dialog_of(page), "annuleren")

    press(inspector, "tegenspraak")
    dialog = dialog_of(page)
    for number in range(5):
        fill(dialog, **{f"antwoord_{number}": "daar is over gesproken"})
    dialog.findChild(QCheckBox, "nvt-4").setChecked(True)
    store(page)
    press(inspector, "besluit-definitief")
    store(page)
    assert desk.besluiten.get(one).is_definitief
    assert desk.besluiten.get(one).antwoorden["lichter"].nvt

    press(inspector, "besluit-vertellen")
    fill(dialog_of(page), wie="Maren Zilverduin", hoe="telefonisch")
    store(page)
    assert desk.besluiten.get(one).verteld[0].wie == "Maren Zilverduin"
    assert [line.chip for line in tab(page).besluiten.lines()] == ["Definitief"]


def test_del_takes_away_what_may_go_and_offers_it_back(
    desk: Desk, page: CasussenPage, casus_id: UUID, qtbot: QtBot, heard: list[Message]
) -> None:
    add_melding(desk, casus_id)
    rows = tab(page).meldingen
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert desk.meldingen.of_casus(casus_id) == []
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    assert [row.naam for row in desk.meldingen.of_casus(casus_id)] == ["M1"]

    one = besluit(desk, casus_id, desk.meldingen.of_casus(casus_id)[0].id)
    desk.besluiten.answer(one, {"kind": Antwoord("Pip wil hulp.")})
    tab(page).besluiten.choose(lambda _: True)
    tab(page).besluiten.setFocus()
    qtbot.keyClick(tab(page).besluiten, Qt.Key.Key_Delete)
    assert desk.besluiten.of_casus(casus_id) == []
    assert heard[-1].on_action is not None
    heard[-1].on_action()
    [again] = desk.besluiten.of_casus(casus_id)
    assert again.antwoorden == {"kind": Antwoord("Pip wil hulp.")}


def test_an_instrument_is_recorded_with_where_its_paper_lies(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    press(page, "instrument-toevoegen")
    fill(dialog_of(page), naam="LIRIK", uitkomst="risico aanwezig", door="Mila", vindplaats="map 3")
    store(page)

    [row] = desk.crisis.instrumenten(casus_id)
    assert (row.gegevens.naam, row.gegevens.vindplaats) == ("LIRIK", "map 3")
    tab(page).instrumenten.choose(lambda _: True)
    assert "map 3" in words(tab(page).inspector)


def test_the_intake_form_opens_in_the_editor(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    asked: list[UUID] = []
    page.verslag_requested.connect(asked.append)
    press(page, "intakeformulier")

    assert desk.verslagen.open(asked[0]).sjabloon.titel == "Intakeformulier crisis"


def test_the_place_in_the_tab_is_found_again(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    add_melding(desk, casus_id)
    rate(desk, casus_id, "CIT", Kleur.ROOD)
    tab(page).reeks.choose(desk.crisis.reeks(casus_id).beoordelingen[0])
    place = tab(page).place()

    tab(page).meldingen.choose(lambda _: True)
    tab(page).return_to(place)
    assert tab(page).place() == place


def test_the_first_tab_says_what_each_organisation_thinks_and_that_they_differ(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    rate(desk, casus_id, "CIT", Kleur.ROOD)
    rate(desk, casus_id, "Veilig Thuis", Kleur.ORANJE)
    page._view.tabs.show_tab(0)

    card = page.findChild(VeiligheidNu)
    assert [mark.accessibleName() for mark in card.findChildren(CrisisMark)] == ["Rood", "Oranje"]
    assert {"CIT, 8 mei", "Veilig Thuis, 8 mei", "Niet eens"} <= set(words(card))


def test_each_melding_says_in_one_line_what_became_of_it(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    first = add_melding(desk, casus_id, spoed=True)
    desk.crisis.rate(
        casus_id, BeoordelingGegevens("CIT", at(10, 0, MEI), Kleur.ROOD, "De sleutel.")
    )
    one = besluit(desk, casus_id, first)
    said = [(line.title, line.side, line.chip) for line in tab(page).meldingen.lines()]
    assert said == [("M1 · do 2 april 2026 · Politie", "Spoed", "Concept: Onderzoek")]

    asked = desk.besluiten.ronde(one).vragen
    desk.besluiten.answer(one, {question.id: Antwoord("besproken") for question in asked})
    desk.besluiten.finalise(one)
    add_melding(desk, casus_id, gevoegd=True, ontvangen_op=at(9, 0, date(2026, 5, 10)))
    assert [line.chip for line in tab(page).meldingen.lines()] == [
        "Besluit: Onderzoek", "Gevoegd bij M1",
    ]  # fmt: skip
    tab(page).meldingen.choose(lambda row: row.naam == "M2")
    assert "bij M1; geen eigen beoordeling" in words(tab(page).inspector)
    assert all(not line.second for line in tab(page).meldingen.lines())


def test_the_keyboard_stays_with_the_neighbour_of_what_was_taken_away(
    desk: Desk, page: CasussenPage, casus_id: UUID
) -> None:
    for day in (2, 3):
        add_melding(desk, casus_id, ontvangen_op=at(9, 0, date(2026, 4, day)))
    tab(page).meldingen.choose(lambda row: row.naam == "M2")

    def take_away() -> QWidget:
        tab(page).inspector.findChildren(QPushButton, "melding-weghalen")[-1].setFocus()
        press(page, "melding-weghalen")
        return page.window().focusWidget()

    assert take_away() is tab(page).meldingen
    assert tab(page).meldingen.current().naam == "M1"
    take_away()
    focus = page.window().focusWidget()
    assert (focus.objectName(), focus.isVisible()) == ("melding-toevoegen", True)
