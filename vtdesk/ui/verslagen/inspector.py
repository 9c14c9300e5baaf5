"""The right side of the editor: the statement of the caret, people, notes, afspraken, checks."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from vtdesk.services.personen import PersoonRow
from vtdesk.ui.verslagen.checks_panel import ChecksPanel
from vtdesk.ui.verslagen.notes_panel import NotesPanel
from vtdesk.ui.verslagen.people_panel import PeoplePanel
from vtdesk.ui.verslagen.statement_panel import Ground, StatementPanel
from vtdesk.ui.verslagen.termijnen_tab import TermijnenTab
from vtdesk.ui.widgets.boxes import boxed, column, scrolled
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.values.tekst import Afspraakregel, Tekst, Uitspraakregel

BRON, MENSEN, NOTITIES, AFSPRAKEN, TERMIJNEN = range(5)
NO_STATEMENT = "Ga in een uitspraak staan om de bron te zien. Alt+1 tot Alt+5 maakt er een."


class Inspector(QWidget):
    """Tabs above, Controle below; a statement without a source brings its fields to the front."""

    statement_changed = Signal(object)  # Uitspraakregel
    back_to_text = Signal()
    wanted = Signal()  # to be seen, also where it folds away

    def __init__(self, today: date) -> None:
        super().__init__()
        self.statement = StatementPanel(today)
        self.people = PeoplePanel()
        self.notes = NotesPanel()
        self.checks = ChecksPanel()
        self._bron = QStackedWidget()
        self._bron.addWidget(EmptyState(NO_STATEMENT))
        self._sources = scrolled(self.statement)
        self._bron.addWidget(self._sources)
        self._afspraken = RowList[Afspraakregel](
            lambda a: Line(a.wat or "…", ", ".join(p for p in (a.wie, a.wanneer) if p), a.anders)
        )
        named(self._afspraken, "afspraken", "Afspraken")
        self.termijnen = TermijnenTab()
        self._tabs = Tabs("Zijkant", close=True)
        for words, widget in (
            ("Bron", self._bron),
            ("Mensen", self.people),
            ("Notities", self.notes),
            ("Afspraken", boxed(column(self._afspraken, margins=8))),
            ("Termijnen", self.termijnen),
        ):
            self._tabs.add(words, widget)
        card = boxed(column(self._tabs, margins=0), kind="card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(card, 5)
        layout.addWidget(self.checks, 4)
        self._chosen = BRON  # the tab she chose herself; Bron gives way where there is no source
        self._follows = True
        self._tabs.show_tab(MENSEN)
        self._follows = False

        self._tabs.changed.connect(self._remember_choice)
        self.statement.changed.connect(self.statement_changed)
        self.statement.left.connect(self.back_to_text)
        self.notes.left.connect(self.back_to_text)

    def set_people(self, people: Sequence[PersoonRow], auteur: str = "") -> None:
        """Offer these people as source and subject, and what the writer saw as source."""
        self.statement.set_people(people, auteur)

    def show_tab(self, number: int) -> None:
        """Bring a tab to the front."""
        self._tabs.show_tab(number)

    def current_tab(self) -> int:
        """Give the tab in front."""
        return self._tabs.current()

    def show_statement(self, regel: Uitspraakregel | None, grounds: Iterable[Ground]) -> None:
        """Show the fields of the statement of the caret, or none."""
        if regel is None:
            self.statement.clear()
        else:
            self.statement.show_statement(regel, grounds)
        self._bron.setCurrentIndex(0 if regel is None else 1)
        if not self._has_focus():
            self._sources.verticalScrollBar().setValue(0)
            self._follow(regel)

    def _follow(self, regel: Uitspraakregel | None) -> None:
        """Show the source of the statement, unless she chose another tab and nothing is wrong."""
        self._follows = True
        if regel is not None and (self._chosen == BRON or not regel.bron.naam):
            self._tabs.show_tab(BRON)
        elif regel is None and self._tabs.current() == BRON:
            self._tabs.show_tab(MENSEN if self._chosen == BRON else self._chosen)
        self._follows = False

    @Slot(int)
    def _remember_choice(self, number: int) -> None:
        if not self._follows:
            self._chosen = number

    def show_afspraken(self, tekst: Tekst) -> None:
        """List the afspraken that stand in the text, and offer its sources once more."""
        self.statement.offer_sources([u.bron for u in tekst.uitspraken()])
        self._afspraken.set_rows(
            [blok for blok in tekst.blokken() if isinstance(blok, Afspraakregel)]
        )

    def set_writable(self, *, writable: bool) -> None:
        """Leave only what can be looked at when the text is final."""
        self.checks.setVisible(writable)
        self._tabs.offer(BRON, on=writable)
        self._tabs.offer(NOTITIES, on=writable)
        if not writable and self._tabs.current() in {BRON, NOTITIES}:
            self._tabs.show_tab(MENSEN)

    @Slot()
    def focus_statement(self) -> None:
        """Put the caret in the first field of the statement."""
        self.wanted.emit()
        self._tabs.show_tab(BRON)
        self.statement.focus_source()

    def _has_focus(self) -> bool:
        focus: QObject | None = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)
