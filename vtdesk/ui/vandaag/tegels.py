"""The strip of tiles: what is owed, what must be confirmed, what tomorrow brings."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from vtdesk.ui.theme import style
from vtdesk.ui.vandaag.regel_knop import RegelKnop
from vtdesk.ui.vandaag.wishes import Wish
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import link, secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

LINES, TALL = 2, 108


@dataclass(frozen=True, slots=True)
class TegelSoort:
    """What a tile is about, and what can be wished of each of its lines."""

    name: str
    title: str
    icon: str
    press: Wish
    also: tuple[tuple[Wish, str], ...] = ()


SOORTEN = (
    TegelSoort("schrijven", "Nog te schrijven", "schrijven", Wish.SCHRIJVEN),
    TegelSoort(
        "bevestigen",
        "Nog bevestigen",
        "klaar",
        Wish.OPENEN,
        ((Wish.GEHOUDEN, "Gehouden"), (Wish.AFZEGGEN, "Ging niet door")),
    ),
    TegelSoort("morgen", "Morgen", "volgende", Wish.OPENEN),
)


@dataclass(frozen=True, slots=True)
class TegelRegel:
    """One thing on a tile."""

    id: UUID
    lead: str
    words: str


@dataclass(frozen=True, slots=True)
class TegelInhoud:
    """What a tile shows; the sentence stands there when there is nothing, or nothing readable."""

    regels: tuple[TegelRegel, ...] = ()
    sentence: str = ""
    failed: bool = False

    @property
    def count(self) -> str:
        """Give the number to show; what cannot be read has none."""
        return "" if self.failed else str(len(self.regels))


class Tegel(QFrame):
    """Icon, title, count and the first two lines; a tile at zero keeps its place."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak

    def __init__(self, soort: TegelSoort) -> None:
        super().__init__()
        named(self, f"tegel-{soort.name}", soort.title)
        self.setProperty("kind", "card")
        self._soort = soort
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
            self._lines.addLayout(row(*self._line(regel), air=2))
        rest = len(inhoud.regels) - LINES
        self._more.setText(f"nog {rest}")
        self._more.setVisible(rest > 0)

    def _line(self, regel: TegelRegel) -> Iterator[QWidget]:
        line = named(RegelKnop(regel.lead, regel.words), "regel")
        line.clicked.connect(lambda: self.wished.emit(self._soort.press, regel.id))
        yield line
        for wish, words in self._soort.also:
            button = named(link(words), f"regel-{wish}")
            button.setAccessibleDescription(regel.words)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish, regel.id))
            yield button


class TegelKnop(QWidget):
    """The same as one low button with a count, for a narrow window; its menu holds the lines."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak

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
            wishes = self._soort.also or ((self._soort.press, ""),)
            for wish, verb in wishes:
                shown = ": ".join(filter(None, (verb, regel.words))).replace("&", "&&")
                action = self._menu.addAction(f"{regel.lead}   {shown}")
                action.triggered.connect(
                    lambda _=False, wish=wish, i=regel.id: self.wished.emit(wish, i)
                )


class Tegels(QWidget):
    """All tiles side by side; in a narrow window one row of low buttons."""

    wished = Signal(object, object)  # Wish, UUID of the afspraak

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {soort.name: Tegel(soort) for soort in SOORTEN}
        self._knoppen = {soort.name: TegelKnop(soort) for soort in SOORTEN}
        self._wide, self._narrow = QWidget(), QWidget()
        self._wide.setLayout(row(*self._tiles.values(), air=12))
        self._narrow.setLayout(row(*self._knoppen.values(), None, air=8))
        self.setLayout(column(self._wide, self._narrow))
        self._narrow.hide()
        for tegel in self._tiles.values():
            tegel.wished.connect(self.wished)
        for knop in self._knoppen.values():
            knop.wished.connect(self.wished)

    def show_tile(self, name: str, inhoud: TegelInhoud) -> None:
        """Show one tile in both forms."""
        self._tiles[name].show_tile(inhoud)
        self._knoppen[name].show_tile(inhoud)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the form that fits the window."""
        for tegel in self._tiles.values():
            tegel.stand_tall()
        self._wide.setVisible(not narrow)
        self._narrow.setVisible(narrow)
