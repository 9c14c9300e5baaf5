"""The row of tools above the text: what kind of sentence this is, and how it looks."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QLayout, QWidget
from typing_extensions import override

from vtdesk.ui import actions
from vtdesk.ui.labels import LETTER
from vtdesk.ui.theme import palette, style
from vtdesk.ui.widgets.boxes import row, rule
from vtdesk.ui.widgets.buttons import icon_button, quiet
from vtdesk.ui.widgets.flow import Flow
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

_AIR, _GAP = 10, 4  # between groups of tools, and round them


class Toolbar(QFrame):
    """Says what was asked; the text does it."""

    letter_asked = Signal(object)  # Letter
    asked = Signal(str)  # the icon role of a tool, or "nvt", or "stil"

    def __init__(self) -> None:
        super().__init__()
        self._first: QWidget | None = None
        self._intro = text("Zin is een", tone="stil", wrap=False)
        letters = _group(row(*(self._letter(letter) for letter in Letter), air=8))
        tools = _group(row(*(self._tool(role, does) for role, does in _TOOLS.items()), air=2))
        self._nvt = named(quiet("N.v.t."), "nvt", "N.v.t., want …")
        keys = actions.keys_text("nvt")
        self._nvt.setToolTip(f"Schrijf op waarom dit onderdeel niet van toepassing is, {keys}")
        self.quiet_button = named(quiet("Stille stand"), "stille-stand", "Stille stand")
        line = rule(upright=True)
        line.setFixedHeight(style.scaled(20))
        self._wanted = (letters, line, tools, self._nvt)
        self.writing = QWidget()
        self.writing.setLayout(Flow(self._intro, *self._wanted, air=_AIR))
        self._keycap = Keycap("F11")
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(20, 8, 20, 8)
        self._layout.setSpacing(_GAP)
        self._layout.setColumnStretch(1, 1)
        self._layout.addWidget(self.quiet_button, 0, 2)
        self._layout.addWidget(self._keycap, 0, 3)
        self._on_two_lines = False
        self._place()
        self._nvt.clicked.connect(lambda: self.asked.emit("nvt"))
        self.quiet_button.clicked.connect(lambda: self.asked.emit("stil"))

    def put_first(self, widget: QWidget) -> None:
        """Let something else stand before the tools."""
        self._first = widget
        self._place()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Leave out what only explains, and take two lines before a tool would have to go."""
        room = self.width() - 40
        first = self._first
        need = sum(part.sizeHint().width() + _AIR for part in self._wanted) - _AIR
        need += self.quiet_button.sizeHint().width() + _GAP
        if first is not None and first.isVisibleTo(self):
            need += first.sizeHint().width() + _GAP
        key = self._keycap.sizeHint().width() + _GAP
        self._keycap.setVisible(need + key <= room)
        self._intro.setVisible(need + key + self._intro.sizeHint().width() + _AIR <= room)
        if self._on_two_lines != (need > room):
            self._on_two_lines = need > room
            self._place()

    def _place(self) -> None:
        """Put the tools beside the choice of a section, or below it."""
        two = self._on_two_lines
        if self._first is not None:
            self._layout.removeWidget(self._first)
            self._layout.addWidget(self._first, 0, 0, 1, 2 if two else 1)
        self._layout.removeWidget(self.writing)
        if two:
            self._layout.addWidget(self.writing, 1, 0, 1, 4)
        else:
            self._layout.addWidget(self.writing, 0, 1)

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


def _group(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made


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
