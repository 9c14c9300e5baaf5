"""One line under the top line that says what happened and what can be done; never over content."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import icon_button, small
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text

_ICONS = {"gevaar": "let-op", "let-op": "let-op", "goed": "goed", "keuze": "info"}


class MessageBar(QFrame):
    """Shows one message at a time, until it is solved or closed."""

    answered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "message")
        self.setObjectName("bericht")
        self._mark = icon_label("info")
        self._words = named(text(), "berichttekst")
        self._action = named(small(""), "berichtknop")
        self._keys = Keycap("")
        self._close = named(icon_button("sluiten", "Bericht sluiten", kind="quiet"), "berichtdicht")

        layout = row(self._mark, self._words, self._action, self._keys, self._close, air=8)
        layout.setStretch(1, 1)
        layout.setContentsMargins(12, 4, 6, 4)
        self.setLayout(layout)
        self.hide()

        self._action.clicked.connect(self.answer)
        self._close.clicked.connect(self.dismiss)

    def show_message(
        self, words: str, *, tone: str = "keuze", action: str = "", keys: str = ""
    ) -> None:
        """Show a sentence in a tone, with at most one button; replaces what stood there."""
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setToolTip(f"{action} ({keys})" if keys else "")
        self._action.setVisible(bool(action))
        self._keys.setText(keys)
        self._keys.setVisible(bool(keys))
        colour = {"keuze": "accent"}.get(tone, tone)
        icons.set_icon(self._mark, _ICONS.get(tone, "info"), colour)
        restyle(self, tone=tone)
        self.show()
        self._announce(words, urgent=tone == "gevaar")

    def words(self) -> str:
        """Give the sentence on screen, or nothing."""
        return self._words.text() if not self.isHidden() else ""

    @Slot()
    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @Slot()
    def answer(self) -> None:
        """Do what the button of the message says."""
        self.hide()
        self.answered.emit()
        if self.isHidden():  # else the answer has a message of its own
            self.closed.emit()

    def _announce(self, words: str, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
