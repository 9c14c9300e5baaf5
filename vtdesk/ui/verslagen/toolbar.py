"""The row of tools above the text: what kind of sentence this is, and how it looks."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.labels import LETTER
from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import icon_button, quiet
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.letter_box import SIDE, paint_letter
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Letter

_TOOLS = {  # what each picture does, or the command it stands for
    "vet": "vet",
    "cursief": "cursief",
    "lijst": "Lijst",
    "genummerd": "Genummerde lijst",
    "bewerken": "werkaantekening",
    "ongedaan": "ongedaan",
    "weer": "weer",
}

_ROOM = (560, 680, 760)  # from which width the key, then more tools, then the intro are shown


class Toolbar(QFrame):
    """Says what was asked; the text does it."""

    letter_asked = Signal(object)  # Letter
    asked = Signal(str)  # the icon role of a tool, or "nvt", or "stil"

    def __init__(self) -> None:
        super().__init__()
        self._first: QWidget | None = None
        self._intro = text("Zin is een", tone="stil", wrap=False)
        self._letters = row(*(self._letter(letter) for letter in Letter), air=8)
        self._tools = row(*(self._tool(role, does) for role, does in _TOOLS.items()), air=2)
        self._nvt = named(quiet("N.v.t."), "nvt", "N.v.t., want …")
        keys = actions.keys_text("nvt")
        self._nvt.setToolTip(f"Schrijf op waarom dit onderdeel niet van toepassing is, {keys}")
        self.quiet_button = named(quiet("Stille stand"), "stille-stand", "Stille stand")
        line = rule(upright=True)
        line.setFixedHeight(style.scaled(20))
        self.writing = QWidget()
        inside = row(self._intro, self._letters, 4, line, 4, self._tools, self._nvt, air=10)
        self.writing.setLayout(inside)
        keycap = Keycap("F11")
        self._layout = row(self.writing, None, self.quiet_button, keycap, air=4)
        self._layout.setContentsMargins(20, 8, 20, 8)
        self.setLayout(self._layout)
        keycap_room, words_room, all_room = _ROOM
        self._needs: list[tuple[QWidget, int]] = [
            (self._intro, all_room),
            (self._nvt, words_room),
            (keycap, keycap_room),
            *((found, words_room) for name in ("genummerd", "weer")
              if (found := self.writing.findChild(QWidget, name))),
        ]  # fmt: skip
        self._nvt.clicked.connect(lambda: self.asked.emit("nvt"))
        self.quiet_button.clicked.connect(lambda: self.asked.emit("stil"))

    def put_first(self, widget: QWidget) -> None:
        """Let something else stand before the tools."""
        self._layout.insertWidget(0, widget)
        self._first = widget

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first = self._first
        taken = first.sizeHint().width() if first and first.isVisibleTo(self) else 0
        room = (self.width() - taken) * 100 / style.scaled(100)
        for part, wanted in self._needs:
            part.setVisible(room >= wanted)

    def _letter(self, letter: Letter) -> QAbstractButton:
        button = LetterButton(letter)
        button.clicked.connect(lambda: self.letter_asked.emit(letter))
        return button

    def _tool(self, role: str, does: str) -> QAbstractButton:
        words = _with_key(does) if does in actions.BY_NAME else does
        button = named(icon_button(role, words, kind="quiet"), role)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.asked.emit(role))
        return button


def _with_key(command: str) -> str:
    return f"{actions.BY_NAME[command].words}, {actions.keys_text(command)}"


class LetterButton(QAbstractButton):
    """A letter in its box that can be pressed; name and key are in its tooltip."""

    def __init__(self, letter: Letter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        place = list(Letter).index(letter) + 1
        word = LETTER[letter].word.capitalize()
        named(self, f"letter-{letter.value}", f"{letter.value}, {word.lower()}")
        self.setToolTip(f"{word}, Alt {place}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def sizeHint(self) -> QSize:
        side = style.scaled(28)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.colour("keuze" if self.isDown() else "zacht"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        side = style.scaled(SIDE)
        middle = QPointF(self.rect().center())
        box = QRectF(middle.x() - side / 2 + 0.5, middle.y() - side / 2 + 0.5, side, side)
        paint_letter(painter, box, self._letter.value)
        painter.end()
