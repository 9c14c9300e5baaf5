"""A word with a shape around it: what state something is in."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.named import restyle
from vtdesk.ui.widgets.text import icon_label, text

TONES = ("let-op", "gevaar", "goed", "overleg", "buiten", "keuze", "stil")
_ICON_COLOURS = {"keuze": "accent", "": "stil"}


class Chip(QFrame):
    """A short word in one of the tones; its word says all, colour only helps."""

    def __init__(
        self, words: str, tone: str = "", *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self._label = text(words, "klein", wrap=False)
        self._icon = icon
        layout = row(self._label, air=4)
        layout.setContentsMargins(6, 2, 6, 2)
        self._picture = icon_label(icon or "leeg", size=14)
        layout.insertWidget(0, self._picture)
        self.setLayout(layout)
        self._picture.setVisible(bool(icon))  # only now: without a parent it would be a window
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(words, tone)

    def show_state(self, words: str, tone: str = "") -> None:
        """Show another word in another tone."""
        self._label.setText(words)
        self.setAccessibleName(words)
        restyle(self, tone=tone)
        if self._icon:
            icons.set_icon(self._picture, self._icon, _ICON_COLOURS.get(tone, tone), size=14)
        self.updateGeometry()

    def words(self) -> str:
        """Give the word that is shown."""
        return self._label.text()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
