"""Fields with the label above, and what is wrong beside the field, in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.limits import limit
from vtdesk.ui.widgets.named import restyle
from vtdesk.ui.widgets.text import icon_label, text

_ICONS = {"let-op": "let-op", "goed": "goed"}


class Field(QWidget):
    """One field: label above, hint or error below; the field keeps what was typed."""

    changed = Signal()  # what the editor holds

    def __init__(
        self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint = hint
        self._answered = False  # the error is about what stood here when it was stored
        self._label = text(label, "vet")
        self._label.setBuddy(editor)
        self._note = text(hint, "klein", tone="stil")
        self._mark = icon_label("let-op", "let-op", size=14)
        editor.setAccessibleName(label)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addWidget(editor)
        layout.addLayout(row(self._mark, self._note, air=6))
        self.set_error("")
        limit(editor, self.set_error)
        for part in (editor, *editor.findChildren(QWidget)):
            _tell_changes(part, self._tell_changed)

    @property
    def label(self) -> QLabel:
        """Give the label above the field."""
        return self._label

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; an empty sentence says that all is well."""
        self.set_note(sentence)
        restyle(self.editor, wrong="true" if sentence else "false")

    def answer_next_change(self) -> None:
        """Let the error go as soon as the field holds something else."""
        self._answered = bool(self.error())

    def set_note(self, sentence: str, *, tone: str = "let-op") -> None:
        """Remark something that is not wrong, such as how strong a wachtzin is."""
        self._note.setText(sentence or self._hint)
        self._note.setVisible(bool(sentence or self._hint))
        self._mark.setVisible(bool(sentence))
        icons.set_icon(self._mark, _ICONS[tone], tone, size=14)
        restyle(self._note, tone=tone if sentence else "stil")
        restyle(self.editor, wrong="false")
        self.editor.setAccessibleDescription(sentence or self._hint)

    def set_hint(self, words: str) -> None:
        """Say something else below the field, that is neither wrong nor asks for attention."""
        if words != self._hint:
            self._hint = words
            self.set_error("")

    def error(self) -> str:
        """Give the sentence that is shown, if any."""
        return self._note.text() if self._mark.isVisibleTo(self) else ""

    @Slot()
    def _tell_changed(self) -> None:
        if self._answered:
            self._answered = False
            self.set_error("")
        self.changed.emit()


class Form(QVBoxLayout):
    """Fields below each other, in the order in which they are asked."""

    changed = Signal()  # what one of the fields holds

    def __init__(self, *, air: int = 12) -> None:
        super().__init__()
        self.setSpacing(air)
        self.setContentsMargins(0, 0, 0, 0)
        self._fields: list[Field] = []

    def add(
        self, label: str, editor: QWidget, *, hint: str = "", beside: QWidget | None = None
    ) -> Field:
        """Add a field under the others, with a button beside it when there is one."""
        field = Field(label, editor, hint=hint)
        self._fields.append(field)
        field.changed.connect(self.changed)
        if beside is None:
            self.addWidget(field)
        else:
            line = row(field, beside)
            line.setStretch(0, 1)
            self.addLayout(line)
        return field

    def clear_errors(self) -> None:
        """Take away what was said to be wrong."""
        for field in self._fields:
            field.set_error("")

    def answer_next_change(self) -> None:
        """Let each error go as soon as its own field holds something else."""
        for field in self._fields:
            field.answer_next_change()

    def first_wrong(self) -> QObject | None:
        """Give the first field with an error, so that it can get the focus."""
        return next((field.editor for field in self._fields if field.error()), None)


def _tell_changes(editor: QWidget, changed: Callable[[], None]) -> None:
    match editor:
        case QLineEdit() | QPlainTextEdit():
            editor.textChanged.connect(changed)
        case QComboBox():
            editor.currentIndexChanged.connect(changed)
        case QAbstractButton() if editor.isCheckable():
            editor.toggled.connect(changed)
