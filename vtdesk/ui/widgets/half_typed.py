"""What is half typed in a form, as plain values: taken from its fields, and given back to them.

A field is found by the names of the widgets around it and its own, so every field of a form has
a name. A field of several parts says itself what it holds when it has `half_typed` and `give_back`.
Nothing is taken from a field that hides what is typed in it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Protocol, TypeGuard

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

Content = dict[str, Any]
# What a field raises over what it never kept itself; the words come back by `lost`.
_OF_ANOTHER_FORM = (AttributeError, IndexError, KeyError, TypeError, ValueError)


class OfParts(Protocol):
    """A field of several parts, such as a list with a tick per person."""

    def half_typed(self) -> Any:
        """Give what was typed and chosen, in plain values."""

    def give_back(self, kept: Any) -> None:
        """Show again what was typed and chosen."""


def take(form: QWidget) -> Content:
    """Take what the fields hold, and where the caret is."""
    focused = form.focusWidget()
    places = {widget: place for place, widget in _placed(form, _takes_focus)}
    at = places.get(focused, "") if focused else ""
    return {
        "velden": [[place, _label(field), _held(field)] for place, field in _placed(form, _holds)],
        "plek": at,
        "caret": _caret(focused) if at else 0,  # it may stand in what was hidden meanwhile
    }


def give_back(form: QWidget, kept: Content) -> None:
    """Give the fields what they held, in their order: the choice of one may bring another."""
    fields = dict(_placed(form, _holds))
    for place, _, value in kept["velden"]:
        field = fields.get(place)
        if field is not None:
            with suppress(*_OF_ANOTHER_FORM):
                _show(field, value)
        if not isinstance(field, QLineEdit | QPlainTextEdit):
            fields = dict(_placed(form, _holds))


def lost(kept: Content, now: Content) -> str:
    """Write what was typed and does not stand in the form: an update made another form of it."""
    held = {place: _words(value) for place, _, value in now["velden"]}
    return in_words(
        {"velden": [one for one in kept["velden"] if held.get(one[0]) != _words(one[2])]}
    )


def give_focus(form: QWidget, kept: Content) -> QWidget | None:
    """Put the caret where it was; tells in which field."""
    field = dict(_placed(form, _takes_focus)).get(kept["plek"])
    if field is not None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        _set_caret(field, kept["caret"])
    return field


def in_words(kept: Content) -> str:
    """Write what was typed in lines, so that it can be copied."""
    lines = [(label, _words(value)) for _, label, value in kept["velden"]]
    return "\n".join(f"{label}: {words}" if label else words for label, words in lines if words)


def _placed(form: QWidget, wanted: Callable[[QWidget], bool]) -> Iterator[tuple[str, QWidget]]:
    """Walk the wanted widgets with a place that is theirs alone."""
    counted: Counter[str] = Counter()
    for path, widget in _walk(form, "", whole=wanted is _holds):
        if wanted(widget):
            counted[path] += 1
            yield (f"{path} {counted[path]}" if counted[path] > 1 else path), widget


def _walk(around: QWidget, path: str, *, whole: bool) -> Iterator[tuple[str, QWidget]]:
    """Walk what stands in a form; a `whole` field is not taken apart."""
    for child in around.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        name = child.objectName()
        own = path if not name or name.startswith("qt_") else f"{path}/{name}"
        yield own, child
        if not (whole and (isinstance(child, QComboBox) or _is_of_parts(child))):
            yield from _walk(child, own, whole=whole)


def _is_of_parts(widget: QWidget) -> TypeGuard[OfParts]:
    """Tell whether a field says itself what it holds; asked of thousands every second."""
    return hasattr(type(widget), "give_back")


def _holds(widget: QWidget) -> bool:
    """Tell whether this is a field."""
    match widget:
        case QComboBox() | QAbstractItemView():
            return True
        case QLineEdit():
            return widget.echoMode() is QLineEdit.EchoMode.Normal and not widget.isReadOnly()
        case QPlainTextEdit():
            return not widget.isReadOnly()
        case QAbstractButton():
            return widget.isCheckable()
        case _:
            return _is_of_parts(widget)


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisibleTo(
        widget.window()
    )


def _held(field: QWidget) -> Any:
    if _is_of_parts(field):
        return field.half_typed()
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            return field.currentText()
        case QAbstractButton():
            return field.isChecked()
        case QAbstractItemView():
            return field.currentIndex().row()
    raise TypeError(type(field))


def _show(field: QWidget, value: Any) -> None:
    if _is_of_parts(field):
        field.give_back(value)
        return
    match field:
        case QLineEdit():
            field.setText(value)
        case QPlainTextEdit():
            field.setPlainText(value)
        case QComboBox():
            field.setCurrentText(value)  # of a list it takes the line with these words
        case QAbstractButton():
            field.setChecked(value)
        case QAbstractItemView() if (model := field.model()) is not None:
            field.setCurrentIndex(model.index(value, 0))


def _writable(field: QWidget | None) -> QWidget | None:
    """Give the part of a field in which the caret stands."""
    return field.lineEdit() if isinstance(field, QComboBox) else field


def _caret(field: QWidget | None) -> int:
    match _writable(field):
        case QLineEdit() as line:
            return line.cursorPosition()
        case QPlainTextEdit() as area:
            return area.textCursor().position()
    return 0


def _set_caret(field: QWidget, position: int) -> None:
    match _writable(field):
        case QLineEdit() as line:
            line.setCursorPosition(position)
        case QPlainTextEdit() as area:
            cursor = area.textCursor()
            cursor.setPosition(min(position, len(area.toPlainText())))
            area.setTextCursor(cursor)


def _label(field: QWidget) -> str:
    return field.accessibleName() or field.objectName().replace("-", " ").capitalize()


def _words(value: Any) -> str:
    match value:
        case str():
            return value.strip()
        case dict():
            return _words(list(value.values()))
        case list():
            return ", ".join(filter(None, map(_words, value)))
    return ""
