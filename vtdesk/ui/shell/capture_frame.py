"""What a capture panel looks like: a head, fields, what the keys do, and one button that stores."""

from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import icon_button, primary
from vtdesk.ui.widgets.form import Form
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import takes_keys
from vtdesk.ui.widgets.text import icon_label, text

NARROW = 120  # a choice keeps at least this, whatever its longest words ask
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CaptureFrame(QFrame):
    """Answers Enter and Esc where the fields let them pass, and keeps Tab inside."""

    command: ClassVar[str]  # in actions.py: its key, words and icon
    agree: ClassVar[str]
    private: ClassVar[bool] = False  # hers alone; the head says so

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        words = actions.BY_NAME[self.command].words
        self.setProperty("kind", "panel")
        named(self, self.command, words)
        self.setWindowTitle("vtdesk")
        self.form = Form(air=6)
        self.inside = QWidget()
        self.inside.setLayout(self.form)
        self._scroll = scrolled(self.inside)
        self._wrong = named(text("", tone="gevaar"), "vangst-fout")
        self._close = icon_button("sluiten", "Sluiten, concept blijft", kind="quiet")
        self._store = named(primary(self.agree), f"bewaar-{self.command}")
        self._lay_out(words)
        self._wrong.hide()
        self.hide()
        self._store.clicked.connect(self.store)
        self._close.clicked.connect(self.leave)

    def _lay_out(self, words: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(6)
        alone = text("Alleen voor jou" if self.private else "", "klein", tone="stil", wrap=False)
        head = row(
            icon_label(self.command, "accent"), text(words, "kop", wrap=False), alone, None,
            self._close,
        )  # fmt: skip
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._wrong)
        layout.addLayout(row(*self.keys(), None, self._store, air=6))

    def keys(self) -> list[QWidget]:
        """Say at the foot what the keys do."""
        return [
            Keycap("Enter"), text("bewaart", "klein", tone="stil", wrap=False),
            Keycap("Esc"), text("sluit, concept blijft", "klein", tone="stil", wrap=False),
        ]  # fmt: skip

    @Slot()
    def store(self) -> None:
        """Do what Enter asks."""
        raise NotImplementedError

    @Slot()
    def leave(self) -> None:
        """Do what Esc asks."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """Give the field in which typing begins."""
        return takes_keys(self.inside)[0]

    def fit(self, *, roomy: bool) -> None:
        """Take another form where there is little height."""

    def say_wrong(self, sentence: str) -> None:
        """Say what stands in the way; an empty sentence says that nothing does."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    @Slot()
    def show_caret(self) -> None:
        """Bring the field that is typed in into sight, where not all of them fit."""
        focus = self.focusWidget()
        if focus is not None and self.inside.isAncestorOf(focus):
            self._scroll.ensureWidgetVisible(focus)

    def height_in(self, width: int, room: int) -> int:
        """Take the form that fits in so much room; gives the height at which nothing scrolls."""
        self.fit(roomy=True)
        wanted = self._wanted(width)
        if wanted > room:
            self.fit(roomy=False)
            wanted = self._wanted(width)
        return wanted

    def _wanted(self, width: int) -> int:
        self.ensurePolished()
        for choice in self.inside.findChildren(QComboBox):
            choice.setMinimumWidth(style.scaled(NARROW))  # not as wide as its longest words
        for layout in (self.form, self.layout()):
            if layout is not None:
                layout.activate()
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        inside = self.form.totalHeightForWidth(width - 32)
        return around + (inside if inside > 0 else self.inside.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, following: bool) -> bool:
        """Let Tab walk around inside the panel."""
        walk = [one for one in takes_keys(self) if _takes_tab(one)]
        focus = self.window().focusWidget()
        if self.isWindow() or focus not in walk:
            return super().focusNextPrevChild(following)
        step = 1 if following else -1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        walk[(walk.index(focus) + step) % len(walk)].setFocus(reason)
        return True


def _takes_tab(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled()
