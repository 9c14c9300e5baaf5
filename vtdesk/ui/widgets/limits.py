"""How much a field takes: what is too long for it is refused in words, never silently cut."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from vtdesk.ui.theme import measure

LINE, AREA = 500, 20_000  # characters
_UNLIMITED = 32_767  # what Qt gives a line by itself

Say = Callable[[str], None]


def too_long(room: int, *, pasted: bool = False) -> str:
    """Say that it does not fit, and what became of it."""
    what = "Er is niets geplakt" if pasted else "De rest staat er niet bij"
    return f"Dit is te lang: hier passen {room:,} tekens. {what}.".replace(",", ".")


class TextArea(QPlainTextEdit):
    """Some lines of plain text; Tab goes on to the next field."""

    refused = Signal(str)  # the sentence that says why a paste was not taken

    def __init__(self, words: str = "", *, height: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTabChangesFocus(True)
        if height:
            measure.hold(self, height=height)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        typed = self.document().characterCount() - 1  # the end of the last line counts too
        room = max(0, AREA - typed + len(self.textCursor().selectedText()))
        if source.hasText() and len(source.text()) > room:
            self.refused.emit(too_long(AREA, pasted=True))
        else:
            super().insertFromMimeData(source)


def limit(editor: QWidget, say: Say) -> None:
    """Let a field say what is too long for it; an empty sentence takes that back."""
    match editor:
        case QLineEdit() if _is_unlimited(editor):
            editor.setMaxLength(max(LINE, len(editor.text())))  # what was stored stays whole
            teller = _Teller(editor, say, lambda: len(editor.text()) < editor.maxLength())
            editor.inputRejected.connect(lambda: teller.tell(too_long(editor.maxLength())))
            editor.textChanged.connect(teller.take_back)
        case QComboBox() if (line := editor.lineEdit()) is not None:
            limit(line, say)
        case TextArea():
            teller = _Teller(editor, say, lambda: True)
            editor.refused.connect(teller.tell)
            editor.textChanged.connect(teller.take_back)


class _Teller(QObject):
    """Says a sentence, and takes it back as soon as it is no longer true."""

    def __init__(self, editor: QWidget, say: Say, is_solved: Callable[[], bool]) -> None:
        super().__init__(editor)
        self._say, self._is_solved = say, is_solved
        self._told = False

    @Slot(str)
    def tell(self, sentence: str) -> None:
        self._told = True
        self._say(sentence)

    @Slot()
    def take_back(self) -> None:
        if self._told and self._is_solved():
            self._told = False
            self._say("")


def _is_unlimited(line: QLineEdit) -> bool:
    return line.maxLength() == _UNLIMITED and line.echoMode() is QLineEdit.EchoMode.Normal
