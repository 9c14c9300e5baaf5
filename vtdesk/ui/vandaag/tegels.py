"""The strip of tiles: who waits for a call, what ends, what is to be written, what was promised."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from vtdesk.ui.theme import style
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

LINES, TALL = 2, 108


class Opent(StrEnum):
    """What a line leads to."""

    AFSPRAAK = "afspraak"
    AFGEZEGD = "afgezegd"  # a new date or a reason is still to come
    VERSLAG = "verslag"
    PLEIN = "plein"
    TERMIJN = "termijn"
    BELOFTE = "belofte"
    BELLEN = "bellen"


@dataclass(frozen=True, slots=True)
class TegelSoort:
    """What a tile is about."""

    name: str
    title: str
    icon: str


SOORTEN = (
    TegelSoort("bellen", "Bellen", "bellen"),
    TegelSoort("termijnen", "Termijnen", "termijn"),
    TegelSoort("schrijven", "Nog te schrijven", "schrijven"),
    TegelSoort("beloftes", "Beloftes", "belofte"),
)


@dataclass(frozen=True, slots=True)
class TegelRegel:
    """One thing on a tile; `casus_id` where the thing stands in one."""

    id: UUID
    lead: str
    words: str
    opens: Opent = Opent.AFSPRAAK
    tone: str = "tekst"
    strong: bool = False  # the lead is of today
    casus_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TegelInhoud:
    """What a tile shows; the sentence stands there when there is nothing, or nothing readable."""

    regels: tuple[TegelRegel, ...] = ()
    sentence: str = ""
    failed: bool = False
    aantal: int | None = None  # when a line counts for more than one
    rest: str = ""  # what is said of the lines that have no room

    @property
    def count(self) -> str:
        """Give the number to show; what cannot be read has none."""
        number = len(self.regels) if self.aantal is None else self.aantal
        return "" if self.failed else str(number)


class Tegel(QFrame):
    """Icon, title, count and the first two lines; a tile at zero keeps its place."""

    opened = Signal(object)  # TegelRegel

    def __init__(self, soort: TegelSoort) -> None:
        super().__init__()
        named(self, f"tegel-{soort.name}", soort.title)
        self.setProperty("kind", "card")
        self._inhoud: TegelInhoud | None = None
        self._count = named(text("", "kop", wrap=False), "aantal")
        self._lines = column(air=0)
        self._more = named(text("", "klein", tone="stil"), "nog")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(4)
        title = text(soort.title, "kop", wrap=False)
        layout.addLayout(row(icon_label(soort.icon, "accent"), title, None, self._count))
        layout.addLayout(self._lines)
        layout.addWidget(self._more)
        layout.addStretch(1)
        self.stand_tall()

    def stand_tall(self) -> None:
        """Keep the height of all lines in this size of text: else all below jumps when one goes."""
        self.setMinimumHeight(style.scaled(TALL))

    def show_tile(self, inhoud: TegelInhoud) -> None:
        """Show these lines; unchanged ones stay, so that the focus does not jump."""
        if inhoud == self._inhoud:
            return
        self._inhoud = inhoud
        self._count.setText(inhoud.count)
        self.setAccessibleDescription(inhoud.sentence or inhoud.count)
        emptied(self._lines)
        if inhoud.sentence:
            tone = "let-op" if inhoud.failed else "stil"
            self._lines.addWidget(named(text(inhoud.sentence, tone=tone), "zin"))
        for regel in inhoud.regels[:LINES]:
            self._lines.addWidget(self._line(regel))
        rest = len(inhoud.regels) - LINES
        self._more.setText(inhoud.rest or f"nog {rest}")
        self._more.setVisible(rest > 0)

    def _line(self, regel: TegelRegel) -> QWidget:
        line = named(
            RegelKnop(regel.lead, regel.words, tone=regel.tone, strong=regel.strong), "regel"
        )
        line.clicked.connect(lambda: self.opened.emit(regel))
        return line


class TegelKnop(QWidget):
    """The same as one low button with a count, for a narrow window; its menu holds the lines."""

    opened = Signal(object)  # TegelRegel

    def __init__(self, soort: TegelSoort) -> None:
        super().__init__()
        self._soort = soort
        self._button = named(secondary(soort.title, icon=soort.icon), f"knop-{soort.name}")
        self._menu = QMenu(self._button)
        self._button.setMenu(self._menu)
        self.setLayout(row(self._button))

    def show_tile(self, inhoud: TegelInhoud) -> None:
        """Show the count, and put the lines in the menu."""
        self._button.setText(f"{self._soort.title}  {inhoud.count}".rstrip())
        self._button.setAccessibleDescription(inhoud.sentence or inhoud.count)
        self._menu.clear()
        if inhoud.sentence:
            self._menu.addAction(inhoud.sentence).setEnabled(False)
        for regel in inhoud.regels:
            shown = f"{regel.lead}   {regel.words}".replace("&", "&&")
            action = self._menu.addAction(shown)
            action.triggered.connect(lambda _=False, regel=regel: self.opened.emit(regel))


class Tegels(QWidget):
    """All tiles side by side; in a narrow window one row of low buttons."""

    opened = Signal(object)  # TegelRegel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {soort.name: Tegel(soort) for soort in SOORTEN}
        self._knoppen = {soort.name: TegelKnop(soort) for soort in SOORTEN}
        self._whose = named(text("", "klein", tone="stil"), "tegels-van")
        self._whose.hide()
        self._wide, self._narrow = QWidget(), QWidget()
        strip = row(*self._tiles.values(), air=12)
        for place in range(len(SOORTEN)):
            strip.setStretch(place, 1)  # equally wide, whatever stands on them
        self._wide.setLayout(strip)
        self._narrow.setLayout(row(*self._knoppen.values(), None, air=8))
        self.setLayout(column(self._whose, self._wide, self._narrow))
        self._narrow.hide()
        for tegel in self._tiles.values():
            tegel.opened.connect(self.opened)
        for knop in self._knoppen.values():
            knop.opened.connect(self.opened)

    def show_tile(self, name: str, inhoud: TegelInhoud) -> None:
        """Show one tile in both forms."""
        self._tiles[name].show_tile(inhoud)
        self._knoppen[name].show_tile(inhoud)

    def say_whose(self, words: str) -> None:
        """Say of which day this is, where another one is on screen; else nothing."""
        self._whose.setText(words)
        self._whose.setVisible(bool(words))

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the form that fits the window."""
        for tegel in self._tiles.values():
            tegel.stand_tall()
        self._wide.setVisible(not narrow)
        self._narrow.setVisible(narrow)
