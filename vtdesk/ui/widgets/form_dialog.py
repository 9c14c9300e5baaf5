"""A dialog with fields: what was typed stays until it is stored; what is wrong stands beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui import actions
from vtdesk.ui.theme import style
from vtdesk.ui.widgets import half_typed
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.half_typed import Content
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import first_in
from vtdesk.ui.widgets.text import text

WIDTH = 480
LEAST = 280
NARROW = 120  # a choice keeps at least this, whatever its longest words ask
AROUND = 40  # of the window that stays in sight above and below
HERE = "Je was hier gebleven."


class FormDialog(QDialog):
    """Title, fields, and two buttons; Enter stores, Esc closes and stores nothing.

    In a field of several lines Enter is a new line; Ctrl+Enter stores from everywhere.

    `store` runs when the user agrees. A refusal in words, or an error beside a field, keeps the
    dialog open with all that was typed; otherwise it closes and emits `stored`.

    `half_typed` and `give_back` carry what its named fields hold over a lock; a dialog with more to
    remember than its fields overrides both.
    """

    stored = Signal()

    def __init__(self, title: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("vtdesk")
        self.setAccessibleName(title)
        self.form = Form()
        self.store: Callable[[], None] = lambda: None
        self._inside = QWidget()
        self._inside.setLayout(self.form)
        self._area: QScrollArea = scrolled(self._inside)
        self._here = named(text(HERE, tone="accent"), "gebleven")
        self._wrong = named(text("", tone="gevaar"), "fout")
        self.agree = named(primary(agree), "bewaren")
        self.agree.setToolTip(actions.keys_text("formulier-bewaren"))
        self.refuse = named(secondary("Annuleren"), "annuleren")
        for keys in actions.BY_NAME["formulier-bewaren"].keys:
            QShortcut(keys, self, self._store_by_key)

        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text(title, "titel"))
        layout.addWidget(self._here)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._wrong)
        self._here.hide()
        self._wrong.hide()

        self._growing = QTimer(self, singleShot=True)
        self._growing.timeout.connect(self._grow)
        self.agree.clicked.connect(self.try_to_store)
        self.refuse.clicked.connect(self.reject)
        self.form.changed.connect(lambda: self.say_wrong(""))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(self)

    def open_form(self, kept: Content | None = None) -> None:
        """Show the dialog over its window, tall enough for its fields while there is room.

        `kept` is what was half typed when the kluis closed.
        """
        self.form.addStretch(1)
        # Only now: Tab walks widgets as they came, and the fields come first.
        self._layout.addLayout(row(None, self.refuse, self.agree))
        self.agree.setDefault(True)
        if kept:
            self.give_back(kept)
            self._here.show()
        self.resize(self._wide(), LEAST)
        self._grow()
        self._inside.installEventFilter(self)
        self._stand_on_top()
        self.open()
        if kept:
            self._focus_on(kept)
        else:
            self._begin_in_text()

    def half_typed(self) -> Content:
        """Give what was typed and chosen, and where the caret is, in plain values."""
        return half_typed.take(self)

    def give_back(self, kept: Content) -> None:
        """Show again what was typed and chosen."""
        half_typed.give_back(self, kept)

    def say_wrong(self, sentence: str) -> None:
        """Say what stands in the way of storing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def try_to_store(self) -> None:
        """Store what was typed; when that is refused, say why and keep everything."""
        self.form.clear_errors()
        self.say_wrong("")
        try:
            self.store()
        except (UserError, OutsideError) as error:
            self.say_wrong(str(error))
            return
        first = self.form.first_wrong()
        self.form.answer_next_change()
        if isinstance(first, QWidget):
            first.setFocus()
        else:
            self.accept()
            self.stored.emit()  # now that it is closed: what this opens stands on its own

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and not self._growing.isActive():
            self._growing.start()  # once, after all that changes together
        return False

    @Slot()
    def _store_by_key(self) -> None:
        if self.agree.isVisible() and self.agree.isEnabled():
            self.agree.click()

    @Slot()
    def _grow(self) -> None:
        """Make room for what the fields need now; what does not fit in the window scrolls."""
        for choice in self._inside.findChildren(QComboBox):
            choice.setMinimumWidth(style.scaled(NARROW))  # not as wide as its longest words
        for layout in (self.form, self._layout):
            layout.activate()
        width = self.width()
        margins = self._layout.contentsMargins()
        inside = width - margins.left() - margins.right()
        wraps = self.form.hasHeightForWidth()
        fields = self.form.heightForWidth(inside) if wraps else self.form.sizeHint().height()
        around = self._layout.sizeHint().height() - self._area.sizeHint().height()
        wanted = max(LEAST, fields + around)
        parent = self.parentWidget()
        if parent is not None:
            wanted = min(wanted, max(LEAST, parent.window().height() - AROUND))
        if wanted > self.height():
            moved = (wanted - self.height()) // 2
            self.resize(width, wanted)
            if self.isVisible():
                self.move(self.x(), max(0, self.y() - moved))

    def _wide(self) -> int:
        """Give a width in which words of this size find their place, within the window."""
        wanted, parent = style.scaled(WIDTH) + 48, self.parentWidget()
        room = max(WIDTH, parent.window().width() - AROUND) if parent else wanted
        return min(wanted, room)

    def _begin_in_text(self) -> None:
        """Begin past a choice that text follows: who types at once would change the choice."""
        first = self.focusWidget() or first_in(self._inside)
        if isinstance(first, QComboBox) and not first.isEditable():
            fields = [w for w in self._inside.findChildren(QWidget) if _takes_tab(w)]
            following = fields[fields.index(first) + 1 :][:1] if first in fields else []
            if following and isinstance(following[0], QLineEdit | QPlainTextEdit):
                following[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _stand_on_top(self) -> None:
        """Belong to the dialog it was asked from, so that the two do not block each other."""
        below = around = QApplication.activeModalWidget()
        while isinstance(around, FormDialog):
            around = around.parentWidget()
            if below is not None and around is self.parentWidget():
                self.setParent(below, self.windowFlags())
                return

    def _focus_on(self, kept: Content) -> None:
        field = half_typed.give_focus(self, kept)
        if field is not None:
            self._layout.activate()
            self._area.ensureWidgetVisible(field)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
