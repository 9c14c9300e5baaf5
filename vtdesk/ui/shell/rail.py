"""The rail at the left: where one can go, and at its foot what one can do with the whole."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.theme import icons, style
from vtdesk.ui.widgets.boxes import column, scrolled
from vtdesk.ui.widgets.named import named, restyle

WIDE, NARROW = 84, 56


class RailButton(QToolButton):
    """Picture with word under it, and a count when there is something to count."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = actions.BY_NAME[name].words
        named(self, f"rail-{name}", words)
        self.setProperty("kind", "rail")
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = name
        self._discreet = False
        self._badge = QLabel(self)
        self._badge.setProperty("kind", "badge")
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.hide()
        self.toggled.connect(self._tint)
        self._tint()
        self.installEventFilter(self)

    def set_count(self, count: int, description: str) -> None:
        """Show a count; nothing at zero."""
        self._badge.setText(str(count))
        self._badge.setVisible(count > 0 and not self._discreet)
        self.setAccessibleDescription(description if count else "")
        self._place_badge()

    def set_discreet(self, *, discreet: bool) -> None:
        """Hide the count while others look along."""
        self._discreet = discreet
        number = self._badge.text()
        self._badge.setVisible(bool(number) and int(number) > 0 and not discreet)

    def count(self) -> int:
        """Give the count that is shown."""
        return int(self._badge.text()) if self._badge.isVisibleTo(self) else 0

    def fit(self, *, narrow: bool) -> None:
        """Show picture and word, or in a narrow rail only the picture with a tooltip."""
        only_icon = Qt.ToolButtonStyle.ToolButtonIconOnly
        with_word = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        self.setToolButtonStyle(only_icon if narrow else with_word)
        keys = actions.keys_text(self._name)
        self.setToolTip(f"{self.text()} ({keys})")
        self.setFixedWidth(style.scaled((NARROW if narrow else WIDE) - 12))
        restyle(self, form="laag" if narrow else "")  # ten of them stand in a low window
        self._place_badge()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_badge()
        return False

    def _place_badge(self) -> None:
        self._badge.adjustSize()
        self._badge.move(self.width() // 2 + 4, 2)
        self._badge.raise_()

    def _tint(self) -> None:
        colour = "accent" if self.isChecked() else "stil"
        icons.set_icon(self, self._name, colour, size=icons.RAIL_SIZE)


class Rail(QFrame):
    """Pages from the top, commands from the foot."""

    chosen = Signal(str)  # the name of the command

    def __init__(
        self, pages: Sequence[str], commands: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        named(self, "rail", "Onderdelen")
        self._pages = {name: RailButton(name) for name in pages}
        self._commands = {name: RailButton(name) for name in commands}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)

        inside = QWidget()
        area = scrolled(inside)  # in large text a low window has no room for all of them
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(column(area))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(2)
        for name, button in self._pages.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            layout.addWidget(button)
        layout.addStretch(1)
        for name, button in self._commands.items():
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            layout.addWidget(button)
        self.fit(narrow=False)

    def mark(self, name: str) -> None:
        """Mark the page that is on screen; a page without a place here marks none."""
        self._group.setExclusive(False)
        for other, button in self._pages.items():
            button.setChecked(other == name)
        self._group.setExclusive(True)

    def button(self, name: str) -> RailButton:
        """Give the button of a page or command."""
        return self._pages.get(name) or self._commands[name]

    def set_discreet(self, *, discreet: bool) -> None:
        """Show no counts while others look along."""
        for button in self._pages.values():
            button.set_discreet(discreet=discreet)

    def fit(self, *, narrow: bool) -> None:
        """Take the width that goes with the window."""
        self.setFixedWidth(style.scaled(NARROW if narrow else WIDE))
        for button in (*self._pages.values(), *self._commands.values()):
            button.fit(narrow=narrow)
