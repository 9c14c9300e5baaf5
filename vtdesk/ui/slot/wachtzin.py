"""Fields for a wachtzin: shown on request, with a word when capitals are on."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui.theme import measure
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import quiet, secondary
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

if TYPE_CHECKING:
    from vtdesk.ui.slot.door import Strength

CAPITALS = "Hoofdletters staan aan"
_SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretEdit(QLineEdit):
    """Dots instead of signs, with a button that shows them."""

    capitals_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_SECRET)
        self._capitals: bool | None = None
        self.show_button = named(quiet("Toon", icon="toon"), "toon")
        self.show_button.setCheckable(True)
        layout = row(None, self.show_button)
        layout.setContentsMargins(0, 0, 4, 0)
        self.setLayout(layout)
        measure.hold(self, least_height=40)
        self.show_button.toggled.connect(self._show_signs)
        self.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_at(event)
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setTextMargins(0, 0, self.show_button.sizeHint().width() + 4, 0)

    def _look_at(self, event: QKeyEvent) -> None:
        """Learn from a letter and Shift whether Caps Lock is on; Qt cannot be asked."""
        sign = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            capitals = None if self._capitals is None else not self._capitals
        elif len(sign) == 1 and sign.isalpha() and sign.upper() != sign.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            capitals = sign.isupper() != shift
        else:
            return
        if capitals != self._capitals:
            self._capitals = capitals
            self.capitals_changed.emit(bool(capitals))

    @Slot(bool)
    def _show_signs(self, shown: bool) -> None:  # noqa: FBT001 - the form of Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        words = "Verberg" if shown else "Toon"
        self.show_button.setText(words)
        self.show_button.setAccessibleName(words)
        self.setFocus()


class SecretField(Field):
    """A wachtzin with its label, and room for what is wrong."""

    def __init__(self, label: str, object_name: str, parent: QWidget | None = None) -> None:
        self.secret = named(SecretEdit(), object_name)
        super().__init__(label, self.secret, parent=parent)
        self.secret.capitals_changed.connect(self._tell_capitals)
        self.secret.textEdited.connect(self._forget_error)

    @Slot(bool)
    def _tell_capitals(self, on: bool) -> None:  # noqa: FBT001 - the form of Qt's signal
        if on:
            self.set_note(CAPITALS)
        elif self.error() == CAPITALS:
            self.set_note("")

    @Slot()
    def _forget_error(self) -> None:
        if self.error() != CAPITALS:
            self.set_error("")


class NewSecret(QWidget):
    """A new wachtzin, typed twice, with a line that says how strong it is."""

    changed = Signal()

    def __init__(
        self,
        strength: Callable[[str], "Strength"],
        suggest: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._strength, self._suggest = strength, suggest
        self._words = named(text("", "vet"), "voorstel")
        self._take = named(secondary("Neem deze woorden"), "neem-voorstel")
        self._others = named(secondary("Andere woorden"), "andere-woorden")
        self.first = SecretField("Nieuwe wachtzin", "nieuwe-wachtzin")
        self.second = SecretField("Nog een keer", "nog-een-keer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(text("Zes woorden die niemand raadt:", "klein", tone="stil"))
        layout.addWidget(self._words)
        layout.addLayout(row(self._take, self._others, None, air=8))
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        self.setFocusProxy(self.first.secret)
        self.first.secret.textChanged.connect(self._judge)
        self.second.secret.textChanged.connect(self.changed)
        self._take.clicked.connect(self._take_words)
        self._others.clicked.connect(self._draw)
        self._draw()

    def value(self) -> str:
        """Give what was typed."""
        return self.first.secret.text()

    def is_good(self) -> bool:
        """Tell whether it is strong and typed twice the same; says what is wrong."""
        if not self._strength(self.value()).goed:
            self._judge()
            self.first.secret.setFocus()
            return False
        if self.second.secret.text() != self.value():
            self.second.set_error("Deze twee zijn niet gelijk. Typ ze allebei opnieuw.")
            self.second.secret.setFocus()
            return False
        return True

    def forget(self) -> None:
        """Empty both fields."""
        self.first.secret.clear()
        self.second.secret.clear()
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """Show other words; what was shown is for one time."""
        words = self._suggest()
        self._words.setText(words)
        self._words.setAccessibleName(f"Voorstel: {words}")

    @Slot()
    def _take_words(self) -> None:
        """Fill the words in; typing them once more makes them known to the fingers."""
        self.first.secret.setText(self._words.text())
        self.second.secret.setFocus()

    @Slot()
    def _judge(self) -> None:
        typed = self.value()
        judged = self._strength(typed)
        self.first.set_note(judged.regel if typed else "", tone="goed" if judged.goed else "let-op")
        self.changed.emit()
