"""The fixed row of the child: what it finds, or why it was not asked."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtdesk.services.plein.rows import Uitkomst
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import choice
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

TITLE, NOT_ASKED = "Mening van het kind", "Niet gevraagd, want …"
LINE, AROUND = 18, 16
WHAT, WHY = "Wat vindt het kind zelf?", "Waarom is het niet gevraagd?"


class MeningRij(QFrame):
    """Two texts of which one is on screen: the view of the child, or the reason why not."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "block")
        named(self, "mening", TITLE)
        self._not_asked = named(choice(NOT_ASKED), "niet-gevraagd")
        self._view = named(TextArea(), "mening-kind", TITLE)
        self._why = named(TextArea(), "niet-gevraagd-want", NOT_ASKED)
        self._hint = named(text("", "klein", tone="let-op"), "mening-hint")
        self._view.setPlaceholderText(WHAT)
        self._why.setPlaceholderText(WHY)
        self._hint.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addLayout(row(icon_label("kind"), text(TITLE, "vet"), None, self._not_asked))
        layout.addWidget(self._view)
        layout.addWidget(self._why)
        layout.addWidget(self._hint)
        self.fit(lines=2)
        self._not_asked.toggled.connect(self._turn)
        self._view.textChanged.connect(self.changed)
        self._why.textChanged.connect(self.changed)
        self._why.hide()

    def fit(self, *, lines: int) -> None:
        """Take so many lines, in whatever size of text."""
        for area in (self._view, self._why):
            area.setFixedHeight(style.scaled(AROUND + lines * LINE))

    def show_uitkomst(self, uitkomst: Uitkomst) -> None:
        """Show what was written before; undo never leads to another bespreking."""
        self._view.setPlainText(uitkomst.mening_kind)
        self._why.setPlainText(uitkomst.niet_gevraagd_want)
        not_asked = not uitkomst.mening_kind.strip() and bool(uitkomst.niet_gevraagd_want.strip())
        self._not_asked.setChecked(not_asked)

    def say(self, hint: str) -> None:
        """Say what ought to have been asked."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def texts(self) -> tuple[str, str]:
        """Give the view of the child, and why it was not asked; one of them is empty."""
        if self._not_asked.isChecked():
            return "", self._why.toPlainText()
        return self._view.toPlainText(), ""

    @Slot(bool)
    def _turn(self, not_asked: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self._view.setVisible(not not_asked)
        self._why.setVisible(not_asked)
        if self._not_asked.hasFocus():
            (self._why if not_asked else self._view).setFocus()
        self.changed.emit()
