"""Light, dark and text size change while the program runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from vtdesk import resources
from vtdesk.ui.theme import icons, measure, palette, style
from vtdesk.ui.theme.look import Look, Scheme
from vtdesk.ui.widgets.buttons import secondary


@pytest.fixture
def changing_look(look: Look) -> Iterator[Look]:
    """A look that other tests find again as it was."""
    yield look
    look.apply(scheme=Scheme.LICHT)


def test_dark_is_shown_at_once_also_in_icons(changing_look: Look, qtbot: QtBot) -> None:
    button = secondary("Toevoegen", icon="erbij")
    qtbot.addWidget(button)
    before = button.icon().pixmap(18, 18).toImage()

    with qtbot.waitSignal(changing_look.changed):
        changing_look.apply(scheme=Scheme.DONKER)

    assert palette.shown().name == "donker"
    assert button.icon().pixmap(18, 18).toImage() != before


def test_text_grows_with_the_chosen_size_and_stops_at_two_hundred(
    changing_look: Look, qapp: QApplication
) -> None:
    changing_look.apply(scheme=Scheme.LICHT, scale=150)
    assert qapp.font().pointSizeF() == 15.0

    changing_look.apply(scheme=Scheme.LICHT, scale=900)
    assert style.points("klein") == 18.0


def test_a_measure_that_was_held_grows_with_the_text_on_screen(
    changing_look: Look, qtbot: QtBot
) -> None:
    clock, card = QWidget(), QWidget()
    for widget in (clock, card):
        qtbot.addWidget(widget)
    measure.hold(clock, width=84)
    measure.hold(card, most_width=560)
    measure.hold(card, most_width=measure.ANY)

    changing_look.apply(scheme=Scheme.LICHT, scale=200)
    assert (clock.width(), card.maximumWidth()) == (168, measure.ANY)

    changing_look.apply(scheme=Scheme.LICHT, scale=100)
    assert clock.width() == 84


def test_digits_all_have_one_width(look: Look, qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(style.font())

    assert style.font().family() == "VT Sans"
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_every_name_in_the_stylesheet_is_filled_in() -> None:
    for name in (palette.LICHT, palette.DONKER):
        assert "@" not in style.stylesheet(palette.load(name))


def test_every_icon_role_has_its_picture(look: Look) -> None:
    missing = [f for f in icons.FILES.values() if not resources.path("icons", f"{f}.svg").exists()]

    assert missing == []
    assert not any(icons.pixmap(role).isNull() for role in icons.FILES)


def test_an_icon_is_sharp_at_every_scale(look: Look) -> None:
    for ratio in (1.0, 1.5, 2.0, 3.0):
        picture = icons.pixmap("vandaag", ratio=ratio)
        assert (picture.width(), picture.devicePixelRatio()) == (round(18 * ratio), ratio)


def test_what_was_never_shown_and_ended_is_not_styled_again(changing_look: Look) -> None:
    margin = QStyle.PixelMetric.PM_LayoutLeftMargin
    unseen = [QWidget() for _ in range(300)]
    for widget in unseen:
        widget.style().pixelMetric(margin, None, widget)  # now Qt has a rule for it
    with changing_look.building():
        assert not any(w.testAttribute(Qt.WidgetAttribute.WA_StyleSheet) for w in unseen)
    for widget in unseen:
        widget.style().pixelMetric(margin, None, widget)
        delete(widget)

    changing_look.apply(scheme=Scheme.DONKER)  # walks along all that Qt has a rule for

    assert palette.shown().name == "donker"
