"""The line at the top: where to go, what to catch, and what time it is."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.format import klok_en_dag
from vtdesk.ui.theme import icons, style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import Clock

GO_TO = "Ga naar casus, persoon, verslag of opdracht"
_WALK = {
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp,
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
}  # fmt: skip


class GoToField(QLineEdit):
    """The go-to field; the keys that walk through the results are told to whoever shows them."""

    walked = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "ga-naar", GO_TO)
        self.setPlaceholderText(GO_TO)
        self._key = Keycap(actions.keys_text("ga-naar"))
        layout = row(icon_label("zoeken"), None, self._key)
        layout.setContentsMargins(10, 0, 6, 0)
        self.setLayout(layout)
        self.setTextMargins(26, 0, 56, 0)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _WALK
        ):
            self.walked.emit(event)
            return True
        return False


class CaptureButton(QToolButton):
    """Opens a capture panel; says its key."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = action.objectName()
        named(self, f"vang-{name}", action.text())
        self.setProperty("kind", "capture")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps the caret where it is
        self._words = text(action.text(), wrap=False)
        keycap = Keycap(actions.keys_text(name))
        self._inside = row(icon_label(name, "tekst"), self._words, keycap, air=6)
        self._inside.setContentsMargins(8, 0, 8, 0)
        self.setLayout(self._inside)
        self.setToolTip(action.text())
        self.clicked.connect(action.trigger)

    def fit(self, *, narrow: bool) -> None:
        """Show the word too, or only picture and key."""
        self._words.setVisible(not narrow)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        """Ask for the room of what is inside, in whatever type is on screen now."""
        return self._inside.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TopLine(QFrame):
    """Go-to field, capture buttons, date and clock."""

    def __init__(
        self, clock: Clock, captures: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "topline")
        self._clock = clock
        self.field = GoToField()
        self._captures = [CaptureButton(action) for action in captures]
        self._day = named(text(tone="stil", wrap=False), "datum")
        self._time = named(text("", "vet", wrap=False), "tijd")
        self._tick = QTimer(self, interval=1000)

        layout = row(self.field, 12, *self._captures, None, self._day, self._time)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setStretch(0, 2)
        self.setLayout(layout)
        self._tick.timeout.connect(self.show_time)
        self._tick.start()
        self.show_time()

    def fit(self, *, narrow: bool) -> None:
        """Take the form that goes with the window; the clock always stays."""
        tight = narrow and style.is_large()
        self._day.setVisible(not tight)
        self.setMinimumHeight(style.scaled(52))
        self.field.setMaximumWidth(style.scaled(420))
        self.field.setMinimumWidth(style.scaled(140 if tight else 200))
        self.field.setTextMargins(style.scaled(icons.SIZE) + 8, 0, style.scaled(56), 0)
        for button in self._captures:
            button.fit(narrow=narrow)

    @Slot()
    def show_time(self) -> None:
        """Show the present day and minute."""
        day, clock = klok_en_dag(self._clock())
        self._day.setText(day)
        self._time.setText(clock)
