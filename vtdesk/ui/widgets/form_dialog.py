"""A dialog with fields: what was typed stays until it is stored; what is wrong stands beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

WIDTH = 480


class FormDialog(QDialog):
    """Title, fields, and two buttons; Enter stores, Esc closes and stores nothing.

    `store` runs when the user agrees. A refusal in words, or an error beside a field, keeps the
    dialog open with all that was typed; otherwise it closes and emits `stored`.
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
        self._wrong = named(text("", tone="gevaar"), "fout")
        self.agree = named(primary(agree), "bewaren")
        self.refuse = named(secondary("Annuleren"), "annuleren")

        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(text(title, "titel"))
        layout.addWidget(scrolled(self._inside), 1)
        layout.addWidget(self._wrong)
        self._wrong.hide()

        self.agree.clicked.connect(self.try_to_store)
        self.refuse.clicked.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        FocusRing(self)

    def open_form(self) -> None:
        """Show the dialog over its window, as tall as its fields and never taller than that."""
        self.form.addStretch(1)
        # Only now: Tab walks widgets as they came, and the fields come first.
        self._layout.addLayout(row(None, self.refuse, self.agree))
        self.agree.setDefault(True)
        wanted = self._inside.sizeHint().height() + 190
        parent = self.parentWidget()
        room = parent.window().height() - 40 if parent else wanted
        self.resize(WIDTH + 48, max(280, min(wanted, room)))
        self.open()

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
        if isinstance(first, QWidget):
            first.setFocus()
        else:
            self.stored.emit()
            self.accept()
