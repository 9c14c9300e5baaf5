"""Where the keyboard is at the table, in plain values, so that it comes back there after a lock."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget


def take(around: QWidget) -> dict[str, Any]:
    """Say in which field the keyboard is, and where in it."""
    field = around.window().focusWidget()
    if field is None or not around.isAncestorOf(field):
        return {}
    return {"veld": field.objectName(), "nummer": _alike(around, field).index(field)} | _caret(
        field
    )


def give_back(around: QWidget, place: dict[str, Any]) -> bool:
    """Put the keyboard back; tell whether the field is still there."""
    alike = around.findChildren(QWidget, place.get("veld", "")) if place.get("veld") else []
    number = int(place.get("nummer", 0))
    if number >= len(alike):
        return False
    field = alike[number]
    caret = int(place.get("caret", 0))
    if isinstance(field, QLineEdit):
        field.setCursorPosition(caret)
    elif isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(caret, len(field.toPlainText())))
        field.setTextCursor(cursor)
    field.setFocus()
    return True


def _caret(field: QWidget) -> dict[str, int]:
    if isinstance(field, QLineEdit):
        return {"caret": field.cursorPosition()}
    if isinstance(field, QPlainTextEdit):
        return {"caret": field.textCursor().position()}
    return {}


def _alike(around: QWidget, field: QWidget) -> list[QWidget]:
    return list(around.findChildren(QWidget, field.objectName()))
