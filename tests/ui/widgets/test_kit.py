"""Parts of the kit: named, plain, large enough, and not cut at 200 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets import buttons
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import TONES, Chip
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.message_bar import MessageBar
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.ui.widgets.text import text

SMALLEST_TARGET = 28


@pytest.fixture(params=[100, 200])
def sized_look(request: pytest.FixtureRequest, look: Look) -> Iterator[Look]:
    look.apply(scheme=Scheme.LICHT, scale=request.param)
    yield look
    look.apply(scheme=Scheme.LICHT)


def all_buttons() -> list[QAbstractButton]:
    return [
        buttons.primary("Verslag vaststellen", icon="vaststellen"),
        buttons.secondary("Voorbereiding", icon="parkeernotitie"),
        buttons.small("Toch"),
        buttons.link("Toevoegen", icon="erbij"),
        buttons.quiet("Toon", icon="toon"),
        buttons.choice("Lopend 4"),
        buttons.icon_button("vorige", "Vorige dag"),
    ]


def test_every_button_is_large_enough_and_named_as_it_reads(sized_look: Look, qtbot: QtBot) -> None:
    for button in all_buttons():
        qtbot.addWidget(button)
        button.show()
        assert min(button.width(), button.height()) >= SMALLEST_TARGET, button.accessibleName()
        assert button.accessibleName() in {button.text(), button.toolTip()}


def test_words_are_not_cut_at_any_text_size(sized_look: Look, qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    card = Card("Kinderen", note="wonen bij moeder")
    card.body.addLayout(row(*(Chip(f"Nog niet {tone}", tone, icon="let-op") for tone in TONES[:2])))
    card.body.addWidget(text("Een zin die langer is dan er plaats is, en die dus omslaat. " * 4))
    form = Form()
    form.add("Onderwerp", QLineEdit()).set_error("Vul een onderwerp in.")
    card.body.addLayout(form)
    room.setLayout(column(card))
    room.setFixedWidth(640)
    room.show()
    qtbot.waitExposed(room)
    room.adjustSize()

    for label in room.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = (
                label.heightForWidth(label.width())
                if label.wordWrap()
                else label.sizeHint().height()
            )
            assert label.height() >= needed, label.text()
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), label.text()


def test_markup_in_a_name_is_shown_and_not_obeyed(look: Look, qtbot: QtBot) -> None:
    label = text("O'Neill <b>")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "O'Neill <b>"


def test_an_error_stands_beside_the_field_and_keeps_what_was_typed(
    look: Look, qtbot: QtBot
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    form = Form()
    field = form.add("Onderwerp", QLineEdit("concept"), hint="Een paar woorden.")
    room.setLayout(form)
    room.show()

    field.set_error("Kies een ander onderwerp.")

    assert field.error() == "Kies een ander onderwerp."
    assert form.first_wrong() is field.editor
    assert field.editor.accessibleName() == "Onderwerp"
    assert field.editor.accessibleDescription() == "Kies een ander onderwerp."
    form.clear_errors()
    assert field.error() == ""
    assert field.editor.accessibleDescription() == "Een paar woorden."


def test_a_message_stays_until_it_is_answered_or_closed(look: Look, qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)

    bar.show_message("Opslaan lukt niet: de schijf is vol.", tone="gevaar", action="Opnieuw")
    assert bar.words() == "Opslaan lukt niet: de schijf is vol."

    with qtbot.waitSignal(bar.answered):
        qtbot.mouseClick(bar.findChild(QAbstractButton, "berichtknop"), Qt.MouseButton.LeftButton)
    assert bar.words() == ""

    bar.show_message("Alles is opgeslagen.")
    with qtbot.waitSignal(bar.closed):
        bar.dismiss()


def test_tabs_show_one_page_and_have_their_words_as_names(look: Look, qtbot: QtBot) -> None:
    tabs = Tabs("Delen")
    qtbot.addWidget(tabs)
    tabs.add("Overzicht", EmptyState("Niets."))
    number = tabs.add("Meldingen & crisis", EmptyState("Geen meldingen.", button="Maken"))

    with qtbot.waitSignal(tabs.changed):
        tabs.show_tab(number)

    assert tabs.current() == number
    assert tabs.bar.accessibleTabName(number) == "Meldingen & crisis"
    assert isinstance(tabs.widget(number), EmptyState)


def test_the_focus_ring_follows_the_focus_and_leaves_fields_alone(look: Look, qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    button, field = buttons.primary("Opslaan"), QLineEdit()
    room.setLayout(column(button, field))
    ring = FocusRing(room)
    with qtbot.waitActive(room):
        room.show()

    button.setFocus()
    assert ring.isVisible()
    assert ring.geometry().contains(button.geometry())

    field.setFocus()
    assert not ring.isVisible()


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_the_focus_ring_stands_around_a_choice_too(
    look: Look, qtbot: QtBot, kind: type[QRadioButton | QCheckBox]
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    choice = kind("Raadsonderzoek")
    room.setLayout(column(choice))
    ring = FocusRing(room)
    with qtbot.waitActive(room):
        room.show()

    choice.setFocus()

    assert ring.isVisible()
    assert ring.geometry().contains(choice.geometry())


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_what_was_chosen_is_seen_where_it_can_no_longer_be_changed(
    look: Look, qtbot: QtBot, kind: type[QRadioButton | QCheckBox]
) -> None:
    choice = kind("Raadsonderzoek")
    qtbot.addWidget(choice)
    choice.setEnabled(False)
    empty = choice.grab().toImage().pixelColor(2, choice.height() // 2)

    choice.setChecked(True)

    chosen = choice.grab().toImage().pixelColor(2, choice.height() // 2)
    assert abs(chosen.lightness() - empty.lightness()) > 64


def test_the_focus_ring_stands_around_one_tab_and_walks_along(look: Look, qtbot: QtBot) -> None:
    tabs = Tabs("Delen")
    qtbot.addWidget(tabs)
    for words in ("Overzicht", "Tijdlijn", "Gezin"):
        tabs.add(words, EmptyState("Niets."))
    ring = FocusRing(tabs)
    with qtbot.waitActive(tabs):
        tabs.show()
    tabs.bar.setFocus()

    for number in (0, 2):
        tabs.show_tab(number)
        tab = tabs.bar.tabRect(number)
        assert ring.geometry().contains(tab)
        assert ring.width() < tab.width() + 10


def test_a_letter_is_painted_and_said(look: Look, qtbot: QtBot) -> None:
    pictures = set()
    for letter in "FVMDH":
        box = LetterBox(letter, "verklaring")
        qtbot.addWidget(box)
        image = (
            box.grab().toImage().convertToFormat(box.grab().toImage().format().Format_Grayscale8)
        )
        pictures.add(bytes(image.constBits()))
        assert box.accessibleName() == "verklaring"

    assert len(pictures) == len("FVMDH")


def test_an_emptied_layout_has_nothing_left(look: Look, qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    layout = column(text("een"), row(text("twee"), text("drie")))
    room.setLayout(layout)

    emptied(layout)

    assert layout.count() == 0
