"""Tekstbouwstenen in the text: `;veilig` and a space, or chosen from the list that `;` brings."""

import re
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.ui.verslagen import blocks
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.bouwstenen_lijst import BouwstenenLijst
from vtdesk.ui.verslagen.clean_text import to_qt
from vtdesk.ui.verslagen.surface import Surface
from vtdesk.values import bouwsteen
from vtdesk.values.bouwsteen import TEKEN, Bouwsteen

_BEGUN = re.compile(r"(?:^|[\s(“\"])(;[^\W_]?[\w-]*)$")
_NOT_IN = blocks.FIXED | {BlokSoort.LEEG}
_TAKES = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Bouwstenen(QObject):
    """Watches what is typed behind a `;`, and puts the sentences in its place."""

    def __init__(self, desk: Desk, edit: Surface) -> None:
        super().__init__(edit)
        self._desk, self._edit = desk, edit
        self._casus_id: UUID | None = None
        self._dismissed = -1  # where a `;` stands of which she closed the list
        self.list = BouwstenenLijst(edit)
        self.list.chosen.connect(self._put)
        edit.installEventFilter(self)
        edit.edited.connect(self._follow)
        edit.cursorPositionChanged.connect(self._leave)
        edit.verticalScrollBar().valueChanged.connect(self.list.hide)

    def open(self, casus_id: UUID | None) -> None:
        """Fill in what is known of this casus."""
        self._casus_id, self._dismissed = casus_id, -1
        self.list.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if not isinstance(event, QKeyEvent) or self._edit.isReadOnly():
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if not self._means_something(event):
                return False
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _means_something(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        return self.list.isVisible() and (
            key in _TAKES or key in _WALKS or key == Qt.Key.Key_Escape
        )

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key means while a name is typed; any other key goes to the text."""
        key = Qt.Key(event.key())
        if event.modifiers() not in _PLAIN:
            return False
        if key == Qt.Key.Key_Space or (key == Qt.Key.Key_Tab and not self.list.isVisible()):
            return self._complete()
        return self._means_something(event) and self._use_list(key)

    def _use_list(self, key: Qt.Key) -> bool:
        """Walk through the list, take from it or close it."""
        if key == Qt.Key.Key_Escape:
            self._dismissed = self._token_place()
            self.list.hide()
        elif key in _WALKS:
            self.list.walk(_WALKS[key])
        elif (steen := self.list.current()) is not None:
            self._put(steen)
        else:
            return False
        return True

    def _complete(self) -> bool:
        """Take the one whose whole name stands there."""
        token = self._token()
        steen = self._desk.bouwstenen.van(token[1:]) if len(token) > 1 else None
        if steen is None:
            return False
        self._put(steen)
        return True

    @Slot()
    def _follow(self) -> None:
        """Show what fits the letters behind the `;`."""
        token = self._token()
        if not token or self._edit.isReadOnly() or not self._edit.hasFocus():
            self.list.hide()
            self._dismissed = self._dismissed if token else -1
            return
        if self._token_place() == self._dismissed:
            return
        found = bouwsteen.zoek(self._desk.bouwstenen.alle(), token[1:])
        self.list.show_found(found, choose=len(token) > 1)
        if found:
            below = self._edit.cursorRect().bottomLeft()
            above = self._edit.cursorRect().topLeft()
            to_parent = self._edit.viewport().pos()
            self.list.place(below + to_parent + QPoint(0, 6), above + to_parent - QPoint(0, 6))

    @Slot()
    def _leave(self) -> None:
        if self.list.isVisible() and not self._token():
            self.list.hide()

    def _token(self) -> str:
        """Give the `;` before the caret with its letters; empty when there is none."""
        cursor = self._edit.textCursor()
        block = cursor.block()
        words = block.text()[: cursor.positionInBlock()].rsplit(maxsplit=1)
        if not words or TEKEN not in words[-1] or cursor.hasSelection():
            return ""
        if blocks.kind_of(block) in _NOT_IN:
            return ""
        line = QTextCursor(block)
        line.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        match = _BEGUN.search(line.selectedText())
        return match[1] if match else ""

    def _token_place(self) -> int:
        return self._edit.textCursor().position() - len(self._token())

    @Slot(object)
    def _put(self, steen: Bouwsteen) -> None:
        """Put the sentences in the place of the name, and choose the first open field."""
        filled = bouwsteen.vul_in(steen.tekst, self._desk.bouwstenen.bekend(self._casus_id))
        cursor = self._edit.textCursor()
        style = cursor.charFormat()
        begin = self._token_place()
        cursor.setPosition(begin, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(to_qt(filled.tekst), style)
        cursor.endEditBlock()
        if filled.veld is not None:
            start, end = filled.veld
            cursor.setPosition(begin + start)
            cursor.setPosition(begin + end, QTextCursor.MoveMode.KeepAnchor)
        self.list.hide()
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._edit.setFocus()
