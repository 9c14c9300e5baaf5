"""A glance at what is chosen: what it is, its first words, and what one can do with it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.verslagen import VerslagInhoud, VerslagRow
from vtdesk.ui.widgets.buttons import primary, secondary
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.text import text
from vtdesk.values.tekst import Tekst, Uitspraakregel, plain

NOTHING = "Kies een gesprek of een verslag."
NOT_BEGUN = "Er is nog niets geschreven."


class Glance(QFrame):
    """Read-only; writing happens in the editor."""

    write_asked = Signal(object)  # UUID of the afspraak
    not_needed_asked = Signal(object)  # AfspraakRow
    plein_asked = Signal()
    verslag_asked = Signal(object)  # UUID of the verslag
    uitgaand_asked = Signal()
    dossier_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "kijkje", "Voorbeeld")
        self._afspraak: AfspraakRow | None = None
        self._verslag: VerslagRow | None = None
        self._title = text("", "groot")
        self._about = text("", tone="stil")
        self._goal = text("")
        self._words = named(QTextEdit(), "kijkje-tekst", "Tekst van het verslag")
        self._words.setProperty("kind", "paper")
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._words.setFrameShape(QFrame.Shape.NoFrame)
        self._write = named(primary("Schrijven", icon="schrijven"), "schrijven-knop")
        self._open = named(primary("Openen", icon="verslagen"), "openen-knop")
        self._out = named(secondary("Uitgaand…", icon="verzending"), "kijkje-uitgaand")
        self._collect = named(secondary("In het dossier", icon="dossier"), "kijkje-dossier")
        self._not_needed = named(secondary("Hoeft niet"), "hoeft-niet")
        self._plein = named(primary("Naar het plein", icon="plein"), "naar-plein")
        self._lay_out()
        self._write.clicked.connect(self._ask_write)
        self._open.clicked.connect(self._ask_open)
        self._not_needed.clicked.connect(self._ask_not_needed)
        self._plein.clicked.connect(self.plein_asked)
        self._out.clicked.connect(self.uitgaand_asked)
        self._collect.clicked.connect(self.dossier_asked)
        self.show_nothing()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for part in (self._title, self._about, self._goal):
            layout.addWidget(part)
        layout.addWidget(self._words, 1)
        layout.addLayout(
            Flow(self._write, self._open, self._plein, self._out, self._collect, self._not_needed)
        )

    def show_nothing(self) -> None:
        """Say that one can choose."""
        self._show(NOTHING, "", "")
        self._offer(write=False, open_it=False)

    def show_talk(self, afspraak: AfspraakRow, line: Line) -> None:
        """Show a talk whose verslag is owed."""
        self._afspraak, self._verslag = afspraak, None
        self._show(afspraak.titel, f"{line.side}\n{line.second}\n{line.third}", afspraak.doel)
        self._words.setPlainText(NOT_BEGUN)
        self._write.setText("Verder schrijven" if afspraak.verslag_id else "Schrijven")
        self._write.setAccessibleName(self._write.text())
        self._offer(write=True, open_it=False)
        self._not_needed.setVisible(afspraak.verslag_id is None)

    def show_table(self, line: Line) -> None:
        """Show what the table still owes; that is written there."""
        self._afspraak = self._verslag = None
        self._show(line.title, "\n".join(filter(None, (line.side, line.second, line.third))), "")
        self._offer(write=False, open_it=False)
        self._plein.show()

    def show_verslag(self, verslag: VerslagRow, line: Line) -> None:
        """Show a verslag."""
        self._afspraak, self._verslag = None, verslag
        self._show(line.title, f"{line.side}\n{line.second}\n{line.chip}", "")
        self._offer(write=False, open_it=True)

    def show_text(self, inhoud: VerslagInhoud) -> None:
        """Show the words of the verslag that is chosen."""
        chosen = self._verslag.id if self._verslag else None
        begun = self._afspraak.verslag_id if self._afspraak else None
        if inhoud.id in {chosen, begun}:
            self._words.setPlainText(_in_words(inhoud) or NOT_BEGUN)

    def words(self) -> str:
        """Give the words that are shown."""
        return self._words.toPlainText()

    def _show(self, title: str, about: str, goal: str) -> None:
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._goal.setText(goal)
        self._goal.setVisible(bool(goal))
        self._words.setPlainText("")

    def _offer(self, *, write: bool, open_it: bool) -> None:
        self._write.setVisible(write)
        self._not_needed.setVisible(write)
        self._open.setVisible(open_it)
        self._out.setVisible(open_it)
        self._collect.setVisible(open_it)
        self._plein.hide()
        self._words.setVisible(write or open_it)

    @Slot()
    def _ask_write(self) -> None:
        if self._afspraak is not None:
            self.write_asked.emit(self._afspraak.id)

    @Slot()
    def _ask_open(self) -> None:
        if self._verslag is not None:
            self.verslag_asked.emit(self._verslag.id)

    @Slot()
    def _ask_not_needed(self) -> None:
        if self._afspraak is not None:
            self.not_needed_asked.emit(self._afspraak)


def _in_words(inhoud: VerslagInhoud) -> str:
    known = {s.id: s.kop for s in inhoud.sjabloon.secties}
    return "\n\n".join(
        f"{known.get(sectie_id, sectie_id)}\n{words}"
        for sectie_id, words in _sections(inhoud.tekst)
        if words
    )


def _sections(tekst: Tekst) -> list[tuple[str, str]]:
    return [
        (
            sectie.id,
            "\n".join(
                [f"n.v.t., want {sectie.nvt}"] * bool(sectie.nvt)
                + [
                    f"{blok.letter.value}  {plain(blok)}"
                    if isinstance(blok, Uitspraakregel)
                    else plain(blok)
                    for blok in sectie.blokken
                    if plain(blok).strip()
                ]
            ),
        )
        for sectie in tekst.secties
    ]
