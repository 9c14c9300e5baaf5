"""What is hers alone stands on no page, for the eye or for a screen reader."""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.builders import add_casus, held_talk
from tests.ui.shell.conftest import Screen
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.ui.casussen.page import CasussenPage
from vtdesk.ui.verslagen.editor import VerslagEditor
from vtdesk.ui.verslagen.inspector import NOTITIES

WORDS = ("buikpijngevoel", "trillende", "halfgetypt")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture
def casus_id(desk: Desk) -> UUID:
    casus_id = add_casus(desk)
    talk = held_talk(desk, casus_id)
    note = NotitieGegevens(gezien="kwam rustig binnen", gevoel="buikpijngevoel")
    desk.notities.save(note, afspraak_id=talk)
    desk.impact.save("trillende handen", afspraak_id=talk)
    desk.kladjes.keep("impact", {"velden": [["/tekst", "", "halfgetypt"]]})
    return casus_id


@pytest.fixture
def screen(casus_id: UUID, open_window: Callable[[], Screen]) -> Screen:
    return open_window()


def told(window: QWidget) -> str:
    """Give all that the window shows or tells, also what is hidden now."""
    return "\n".join(words for widget in window.findChildren(QWidget) for words in _of(widget))


def _of(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    for say in ("text", "toPlainText", "currentText"):
        if callable(found := getattr(widget, say, None)):
            yield str(found())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget.model())


def _rows(model: QAbstractItemModel) -> Iterator[str]:
    columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            for role in ROLES:
                yield str(model.index(row, column).data(role) or "")


def test_no_page_shows_or_tells_it(screen: Screen, desk: Desk, casus_id: UUID) -> None:
    shown = []
    for name in screen.window._pages.names:
        screen.window.show_page(name)
        QApplication.processEvents()
        shown.append(told(screen.window))
    screen.window.ways.open_casus(casus_id)
    page = screen.window.frame.page()
    assert isinstance(page, CasussenPage)
    page._view.make_all()
    for number in range(len(page._view._delen)):
        page._view.go_to_tab(number)
        QApplication.processEvents()
        shown.append(told(screen.window))
    [talk] = desk.agenda.owed()
    screen.window.ways.write_for(talk.id)
    editor = screen.window.frame.page().findChild(VerslagEditor)
    assert editor is not None
    editor.parts.inspector.show_tab(NOTITIES)
    shown.append(told(screen.window))

    everything = "\n".join(shown)
    assert "kwam rustig binnen" in everything  # so this looks where the note is shown
    assert [word for word in WORDS if word in everything] == []


def test_it_is_on_screen_only_in_its_own_panel(screen: Screen) -> None:
    screen.press(Qt.Key.Key_F8)

    assert "halfgetypt" in told(screen.window.captures.panel("impact"))
