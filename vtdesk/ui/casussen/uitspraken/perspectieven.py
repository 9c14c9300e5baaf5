"""Rows themes, columns parties: who said what, and who was not asked."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.perspectieven import Cel, Matrix, Partij
from vtdesk.services.uitspraak_rows import UitspraakRow
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.format import aantal
from vtdesk.ui.labels import LETTER, ROL
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import link
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import text

NOT_ASKED = "Nog niet gevraagd"
NO_THEME = "Zonder thema"
MOST = 12  # tiles of one cell at a time; one party may say hundreds of things
COLUMN, THEME = 150, 88  # the least width of a column


class Tegel(QFrame):
    """One statement in a cell; the one with the keyboard is chosen."""

    chosen = Signal(object)  # UitspraakRow

    def __init__(self, shown: UitspraakRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self.id: UUID = shown.id
        regel = shown.regel
        self.setProperty("kind", "block")
        named(self, "tegel", shown.woorden)
        self.setAccessibleDescription(bronregel(regel).spoken())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        own = bool(regel.runs) and all(run.cursief for run in regel.runs)
        words = text(shown.woorden, "eigen-woorden" if own else "tekst")
        words.setMinimumWidth(1)
        line = row(LetterBox(regel.letter.value, LETTER[regel.letter].word), words, air=6)
        line.setStretch(1, 1)
        line.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        layout = column(line, air=4, margins=6)
        layout.addWidget(text(_source(shown), "klein", tone="stil"))
        self.setLayout(layout)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self._shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._shown)
        else:
            super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self, tone="keuze" if event.type() == QEvent.Type.FocusIn else "")
            if event.type() == QEvent.Type.FocusIn:
                self.chosen.emit(self._shown)
        return super().event(event)


class Perspectieven(QScrollArea):
    """Shows the matrix; an empty cell of a person asks for a talk."""

    chosen = Signal(object)  # UitspraakRow
    plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "perspectieven", "Perspectieven")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tiles: list[Tegel] = []
        self._is_filling = False
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        inside = QWidget()
        inside.setProperty("kind", "inside")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show who said what about which theme; the keyboard stays on its statement."""
        focus = self.focusWidget() if self.isAncestorOf(self.window().focusWidget()) else None
        self._is_filling = True  # a tile that goes hands the keyboard to its neighbour
        emptied(self._grid)
        self._fill(matrix)
        self._is_filling = False
        if isinstance(focus, Tegel):
            self.go_to(focus.id)

    def go_to(self, uitspraak_id: UUID) -> None:
        """Let the keyboard stand on this statement, when it has a tile."""
        for tile in self._tiles:
            if tile.id == uitspraak_id:
                tile.show()  # what was just laid out is shown later, and takes no focus before
                tile.setFocus(Qt.FocusReason.OtherFocusReason)
                self.ensureWidgetVisible(tile)
                return

    def _fill(self, matrix: Matrix) -> None:
        self._tiles = []
        for number, partij in enumerate(matrix.partijen, 1):
            self._grid.addWidget(_head(partij, matrix.woorden.get(partij.id, 0)), 0, number)
            self._grid.setColumnStretch(number, 1)
        for line, thema in enumerate(matrix.themas, 1):
            name = text(thema or NO_THEME, "vet", tone="" if thema else "stil")
            name.setFixedWidth(style.scaled(THEME))
            self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            for number, partij in enumerate(matrix.partijen, 1):
                cell = self._cell(matrix.cel(thema, partij), thema, partij)
                self._grid.addWidget(cell, line, number)

    def _cell(self, cel: Cel, thema: str, partij: Partij) -> QWidget:
        cell = QFrame()
        cell.setMinimumWidth(style.scaled(COLUMN))
        layout = column(air=6)
        cell.setLayout(layout)
        tiles = column(air=6)
        layout.addLayout(tiles)
        self._add_tiles(tiles, cel.uitspraken, f"{partij.naam} over {thema or NO_THEME.lower()}")
        if not cel.uitspraken and partij.rol and thema:  # an informant is asked what fits
            self._ask(layout, cel, thema, partij)
        layout.addStretch(1)
        return cell

    def _add_tiles(
        self, tiles: QVBoxLayout, rows: Sequence[UitspraakRow], about: str
    ) -> QWidget | None:
        """Show the first of these, and the way to the others; gives the first tile."""
        made = [Tegel(shown) for shown in rows[:MOST]]
        for tile in made:
            tile.chosen.connect(self._tell)
            self._tiles.append(tile)
            tiles.addWidget(tile)
        if rest := rows[MOST:]:
            more = named(link(f"Nog {len(rest)} tonen"), "meer-tonen")
            more.setAccessibleDescription(about)
            more.clicked.connect(lambda: self._show_more(more, tiles, rest, about))
            tiles.addWidget(more)
        return made[0] if made else None

    @Slot(object)
    def _tell(self, shown: UitspraakRow) -> None:
        if not self._is_filling:
            self.chosen.emit(shown)

    def _show_more(
        self, more: QWidget, tiles: QVBoxLayout, rest: Sequence[UitspraakRow], about: str
    ) -> None:
        if first := self._add_tiles(tiles, rest, about):
            first.show()  # else it takes the focus only after the layout, and another has it
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        more.hide()
        more.deleteLater()

    def _ask(self, layout: QVBoxLayout, cel: Cel, thema: str, partij: Partij) -> None:
        """Say that nobody asked; louder when somebody else told something about this person."""
        if cel.gat:
            layout.addLayout(row(named(Chip(NOT_ASKED, "let-op", icon="let-op"), "gat"), None))
        else:
            layout.addWidget(text(NOT_ASKED, "klein", tone="stil"))
        plan = named(link("Plannen"), "plannen")
        plan.setAccessibleDescription(f"{partij.naam} over {thema}")
        plan.clicked.connect(self.plan_requested)
        layout.addLayout(row(plan, None))


def _source(shown: UitspraakRow) -> str:
    """Say what the column does not: which document, via whom, and what became of it."""
    bron = shown.regel.bron
    parts = (
        "" if bron.persoon_id else bron.naam,
        f"via {bron.via}" if bron.via else "",
        bronregel(shown.regel).stand,
    )
    return " · ".join(part for part in parts if part) or LETTER[shown.regel.letter].word


def _head(partij: Partij, words: int) -> QWidget:
    head = QWidget()
    name = text(partij.naam, "vet")
    name.setMinimumWidth(1)
    role = f"{ROL[partij.rol].word}, " if partij.rol else ""
    below = text(f"{role}{aantal(words, 'woord', 'woorden')}", "klein", tone="stil")
    head.setLayout(column(name, below, air=2))
    return head
