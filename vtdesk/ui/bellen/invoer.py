"""The line about a call: what is understood of it appears below it as chips."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from vtdesk.errors import OutsideError
from vtdesk.services.bellen.match import vraag
from vtdesk.services.bellen.service import Bellen
from vtdesk.ui.bellen.words import BEL_SPOED, belongs_to
from vtdesk.ui.label import Label
from vtdesk.ui.widgets.boxes import boxed, column, emptied
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text
from vtdesk.values.belregel import Belregel, Deel, parse
from vtdesk.values.belregel import Chip as Stuk
from vtdesk.values.telefoonnummer import getoond

LABEL = "Telefoontje"
EXAMPLE = "Bijvoorbeeld: onbekend 4x voicemail paniek"
MOST = 12  # chips; more of them help nobody
LONGEST = 40  # signs in a chip
_LOOKS = {  # the word, else what was typed; and the icon
    Deel.ONBEKEND: ("Onbekend nummer", "bellen"),
    Deel.VOICEMAIL: ("Voicemail", "voicemail"),
    Deel.WIE: ("", "persoon"),
    Deel.KEREN: ("Gemist", "gemist"),
    Deel.TIJD: ("", "tijd"),
    Deel.SPOED: ("", "let-op"),
}


class BelInvoer(QWidget):
    """One line; `text()` is what was typed, and never anything less."""

    changed = Signal()
    entered = Signal()  # Enter in the line

    def __init__(self, bellen: Bellen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bellen = bellen
        self._discreet = False
        self.field = named(QLineEdit(), "telefoonregel", LABEL)
        self.field.setPlaceholderText(EXAMPLE)
        self._chips = Flow(air=4)
        self._chip_box = named(boxed(self._chips), "begrepen")
        self._match = named(text("", "klein"), "hoort-bij")
        self._complaint = named(text("", "klein", tone="let-op"), "bezwaar")
        self.setLayout(column(self.field, self._chip_box, self._match, self._complaint, air=6))
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self.entered)
        self._show()

    def text(self) -> str:
        """Give what was typed."""
        return self.field.text()

    def set_text(self, words: str) -> None:
        """Put words in the line, such as what was kept."""
        self.field.setText(words)

    def clear(self) -> None:
        """Begin with an empty line."""
        self.field.clear()

    def set_discreet(self, discreet: bool) -> None:  # noqa: FBT001 - as a signal gives it
        """Show no match and know no name: somebody may look along."""
        self._discreet = discreet
        self._show()

    def chips(self) -> list[str]:
        """Say what was understood, as it is shown."""
        items = (self._chips.itemAt(place) for place in range(self._chips.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [chip.words() for chip in widgets if isinstance(chip, Chip)]

    @Slot()
    def _show(self) -> None:
        typed = self.text()
        read = parse(typed) if self._discreet else self._bellen.understood(typed)
        self._show_chips(read)
        self._complaint.setText(read.bezwaar)
        self._complaint.setVisible(bool(read.bezwaar))
        words, tone = self._match_words(read)
        self._match.setText(words)
        restyle(self._match, tone=tone)
        self._match.setVisible(bool(words))
        self.changed.emit()

    def _show_chips(self, read: Belregel) -> None:
        emptied(self._chips)
        known = [one for one in read.chips if one.deel is not Deel.REST]
        for one in known[:MOST]:
            label = _label(one, read)
            chip = Chip(label.word, label.tone, icon=label.icon)
            self._chips.addWidget(chip)
            chip.show()
        self._chip_box.setVisible(bool(known))

    def _match_words(self, read: Belregel) -> tuple[str, str]:
        """Say who belongs to the number; nothing while somebody may look along."""
        if self._discreet or not read.nummer:
            return "", ""
        try:
            matches = self._bellen.match(read.nummer)
        except OutsideError as error:  # the line itself still works
            return f"Nummer niet opgezocht. {error}", "let-op"
        if len(matches) > 1:
            return vraag(matches), "let-op"
        return (f"Hoort bij: {belongs_to(matches[0])}", "stil") if matches else ("", "")


def _label(one: Stuk, read: Belregel) -> Label:
    """Say a part of the line in the words of the chip."""
    typed = one.tekst if len(one.tekst) <= LONGEST else f"{one.tekst[:LONGEST]}…"
    match one.deel:
        case Deel.NUMMER if read.nummer:
            return Label(getoond(read.nummer), "bellen", "")
        case Deel.NUMMER:
            return Label(typed, "bellen", "let-op")
        case Deel.KEREN if any(map(str.isdecimal, typed)):
            return Label(f"{read.keren} ×", "gemist", "")
        case Deel.SPOED if read.spoed:
            return replace(BEL_SPOED[read.spoed], word=typed)
        case _:
            word, icon = _LOOKS[one.deel]
            return Label(word or typed, icon, "keuze" if one.deel is Deel.WIE else "")
