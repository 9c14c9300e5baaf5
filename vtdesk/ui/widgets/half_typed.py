"""What is half typed in a form, as plain values: taken from its fields, and given back to them.

A field is found by the names of the widgets around it and its own, so every field of a form has
a name. A field of several parts says itself what it holds when it has `half_typed` and `give_back`.
Nothing is taken from a field that hides what is typed in it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Protocol, runtime_checkable

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


@runtime_checkable
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
    return {
        "velden": [[place, _label(field), _held(field)] for place, field in _placed(form, _holds)],
        "plek": places.get(focused, "") if focused else "",
        "caret": _caret(focused),
    }


def give_back(form: QWidget, kept: Content) -> None:
    """Give the fields what they held, in their order: the choice of one may bring another."""
    for place, _, value in kept["velden"]:
        field = dict(_placed(form, _holds)).get(place)
        if field is not None:
            _show(field, value)


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
    for path, widget in _walk(form, ""):
        if wanted(widget):
            counted[path] += 1
            yield (f"{path} {counted[path]}" if counted[path] > 1 else path), widget


def _walk(around: QWidget, path: str) -> Iterator[tuple[str, QWidget]]:
    for child in around.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        name = child.objectName()
        own = path if not name or name.startswith("qt_") else f"{path}/{name}"
        yield own, child
        yield from _walk(child, own)


def _holds(widget: QWidget) -> bool:
    """Tell whether this is a field, and not a part of one."""
    match widget:
        case OfParts() | QComboBox() | QAbstractItemView():
            own = True
        case QLineEdit():
            own = widget.echoMode() is QLineEdit.EchoMode.Normal and not widget.isReadOnly()
        case QPlainTextEdit():
            own = not widget.isReadOnly()
        case QAbstractButton():
            own = widget.isCheckable()
        case _:
            own = False
    return own and not _is_part(widget)


def _is_part(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, OfParts | QComboBox):
            return True
        around = around.parentWidget()
    return False


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisibleTo(
        widget.window()
    )


def _held(field: QWidget) -> Any:
    match field:
        case OfParts():
            return field.half_typed()
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
    match field:
        case OfParts():
            field.give_back(value)
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
