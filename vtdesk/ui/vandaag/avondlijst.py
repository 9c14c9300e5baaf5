"""The three groups of 'Mag dit tot morgen?', each line with reason, minutes and button."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.services.morgen import Avond, AvondRegel
from vtdesk.ui.agenda import words
from vtdesk.ui.avondwoorden import GROEPEN, minuten
from vtdesk.ui.labels import AFSPRAAK_SOORT
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row
from vtdesk.ui.widgets.buttons import primary, small
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.avond import Groep
from vtdesk.values.kinds import AfspraakSoort

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Avondlijst(QWidget):
    """Walked with Tab or the arrows; the first thing of tonight has the one filled button."""

    opened = Signal(object)  # AvondRegel
    handed_over = Signal(object)  # AvondRegel that another is to write
    taken_back = Signal(object)  # AvondRegel that she writes herself after all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "avondlijst", "Nog niet geschreven")
        self._shown: Avond | None = None
        self._buttons: list[QPushButton] = []
        self._groups = column(air=14)
        self.setLayout(column(self._groups, None))

    def show_evening(self, avond: Avond) -> None:
        """Show the groups that hold something; unchanged ones stay, and so does the focus."""
        if avond == self._shown:
            return
        self._shown, self._buttons = avond, []
        emptied(self._groups)
        for groep, lines in avond.groepen:
            if lines:
                self._groups.addLayout(column(*self._group(groep, lines, avond), air=6))

    def focus_first(self) -> bool:
        """Give the focus to the first line; tells whether there is one."""
        if self._buttons:
            self._buttons[0].setFocus()
        return bool(self._buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or focused not in self._buttons:
            super().keyPressEvent(event)
            return
        place = self._buttons.index(focused) + step
        if 0 <= place < len(self._buttons):
            self._buttons[place].setFocus()

    def _group(self, groep: Groep, lines: tuple[AvondRegel, ...], avond: Avond) -> list[QWidget]:
        number = text(str(sum(line.aantal for line in lines)), tone="stil", wrap=False)
        title = text(GROEPEN[groep], "kop", wrap=False)
        return [boxed(row(title, number, None)), *(self._line(line, avond) for line in lines)]

    def _line(self, line: AvondRegel, avond: Avond) -> QFrame:
        tonight = line.groep is Groep.VANAVOND
        labels = [text(line.words, "vet"), text(line.reden)]
        if tonight and line.afspraak and line.notitie:
            labels.append(text(words.note_line(line.afspraak, avond.dag), "klein", tone="stil"))
        for label in labels:
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        beside = text(minuten(line.minuten), tone="stil", wrap=False)
        picture = icon_label(AFSPRAAK_SOORT[line.soort].icon, "accent" if tonight else "stil")
        top = Qt.AlignmentFlag.AlignTop
        layout = row(air=12)
        layout.addWidget(picture, 0, top)
        layout.addLayout(column(*labels, air=2), 1)
        layout.addWidget(beside)
        if other := self._other(line, avond):
            layout.addWidget(other)
        layout.addWidget(self._button(line))
        layout.setContentsMargins(14, 8, 14, 8)
        frame = named(boxed(layout, kind="block"), "avondregel")
        if tonight:
            frame.setProperty("tone", "keuze")
        return frame

    def _other(self, line: AvondRegel, avond: Avond) -> QPushButton | None:
        """Offer to let the replacer write it, or to do so herself after all."""
        if avond.verlof_id is None or line.afspraak is None or line.groep is not Groep.MORGEN:
            return None
        words = "Toch zelf" if line.wie else f"Aan {avond.vervanger} geven"
        button = named(small(words), "aan-vervanger")
        button.setAccessibleDescription(line.words)
        asked = self.taken_back if line.wie else self.handed_over
        button.clicked.connect(lambda: asked.emit(line))
        return button

    def _button(self, line: AvondRegel) -> QPushButton:
        make: Callable[..., QPushButton] = small
        if line.groep is Groep.VANAVOND and not self._buttons:
            make = primary
        button = named(make(_verb(line), icon="schrijven" if make is primary else ""), "avondknop")
        button.setAccessibleDescription(f"{line.words}. {line.reden} {minuten(line.minuten)}")
        button.clicked.connect(lambda: self.opened.emit(line))
        self._buttons.append(button)
        return button


def _verb(line: AvondRegel) -> str:
    if line.soort is AfspraakSoort.PLEIN:
        return "Naar het plein"
    if line.groep is not Groep.VANAVOND:
        return "Openen"
    begun = line.afspraak is not None and line.afspraak.verslag_id is not None
    return "Verder schrijven" if begun else "Begin met schrijven"
