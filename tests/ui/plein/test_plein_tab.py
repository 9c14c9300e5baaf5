"""At the table Tab walks as one reads: the parties, what is decided, and why."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.plein.conftest import at_table, child
from vtdesk.ui.plein.page import PleinPage


def walked(page: PleinPage, steps: int) -> list[str]:
    """Press Tab from the line at the bottom, and name what is met; each name once."""
    names = []
    for _ in range(steps):
        at = QApplication.focusWidget() or page
        names.append(at.objectName())
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return list(dict.fromkeys(names))


def test_tab_comes_to_each_party_and_each_besluit_before_what_stands_below_it(
    page: PleinPage, besprekingen: list[UUID]
) -> None:
    page.activateWindow()
    at_table(page, besprekingen[0])
    child(page, QLineEdit, "inbreng-invoer").setFocus()

    names = walked(page, 40)
    order = [
        names.index(name)
        for name in ("standpunt", "standpunt-erbij", "besluit-rr-hulp", "gronden", "afwijkend",
                     "evaluatie", "casusregie")
    ]  # fmt: skip
    assert order == sorted(order)
