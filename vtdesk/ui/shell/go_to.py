"""Ga naar: the results under the go-to field, grouped; prefixes @ persoon, # soort, > opdracht."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.ganaar import GaNaar, Treffer, folded
from vtdesk.ui import actions, labels
from vtdesk.ui.shell.top_line import GO_TO, GoToField
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind

PAUSE = 60  # ms after a key before the search
WIDTH, HEIGHT = 560, 420
_PREFIXES = {
    "@": frozenset({Kind.PERSOON}),
    "#": frozenset({Kind.VERSLAG}),
    ">": frozenset[Kind](),
}
_GROUPS = {Kind.CASUS: "Casussen", Kind.PERSOON: "Personen", Kind.VERSLAG: "Verslagen"}
HIDDEN = "Namen zijn verborgen"
HELP = "@ persoon · # soort verslag · > opdracht"


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A command that can be chosen here."""

    id: str
    words: str
    keys: str
    icon: str
    run: Callable[[], None]

    @classmethod
    def of(cls, action: QAction) -> "Opdracht":
        """Make one of an action that somebody adopted."""
        name = action.objectName()
        icon = actions.BY_NAME[name].icon
        return cls(name, action.text(), actions.keys_text(name), icon, action.trigger)


Hit = Treffer | Opdracht


class GoToList(QFrame):
    """Lists places and commands while one types; Enter goes, Esc returns."""

    chosen = Signal(object)  # Treffer
    left = Signal()

    def __init__(
        self,
        field: GoToField,
        search: GaNaar,
        commands: Callable[[], Sequence[Opdracht]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        named(self, "ga-naar-lijst", "Ga naar")
        self._field, self._search, self._commands = field, search, commands
        self._under = parent
        self._discreet = False
        self._back_to: QWidget | None = None
        self._list = named(RowList[Hit](_line), "treffers", "Treffers")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = named(text("", tone="stil"), "geen-treffers")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none)
        layout.addWidget(text(HELP, "klein", tone="stil"))
        self.hide()

        field.textEdited.connect(self._edited)
        field.walked.connect(self._walk)
        self._pause.timeout.connect(self._show_hits)
        self._list.clicked.connect(self._open_current)

    def set_discreet(self, *, discreet: bool) -> None:
        """Find only commands while others look along: no name may come up."""
        self._discreet = discreet
        self._field.setPlaceholderText(HIDDEN if discreet else GO_TO)
        if discreet and self.isVisible():
            self._leave()

    def begin(self) -> None:
        """Put the caret in the field and remember where it came from."""
        before = QApplication.focusWidget()
        if before is not self._field:
            self._back_to = before
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @Slot()
    def _edited(self) -> None:
        self._pause.start()

    @Slot()
    def _show_hits(self) -> None:
        typed = self._field.text().strip()
        rows = self._rows(typed)
        self._list.set_rows(rows)
        self._list.setVisible(bool(rows))
        self._none.setText(f"Niets gevonden voor '{typed}'.")
        self._none.setVisible(bool(typed.lstrip("@#>")) and not rows)
        self.setVisible(bool(typed))
        if typed:
            self._place()
        self._list.choose(lambda _row: True)
        self._list.scrollToTop()  # choosing shows the row, but not the head of its group

    def _rows(self, typed: str) -> list[Hit | Group]:
        kinds = _PREFIXES.get(typed[:1])
        query = typed[1:] if kinds is not None else typed
        rows: list[Hit | Group] = []
        if not self._discreet and (kinds or kinds is None):
            hits = self._found(query, kinds)
            for kind, title in _GROUPS.items():
                rows += _group(title, [hit for hit in hits if hit.kind is kind])
        if not kinds:
            rows += _group("Opdrachten", self._fitting(query, everything=kinds is not None))
        return rows

    def _found(self, query: str, kinds: frozenset[Kind] | None) -> list[Treffer]:
        try:
            return self._search.search(query, kinds)
        except (UserError, OutsideError):
            return []  # what cannot be read is told by the page; here it is simply not found

    def _fitting(self, query: str, *, everything: bool) -> list[Opdracht]:
        words = folded(query).split()
        if not words and not everything:
            return []
        return [c for c in self._commands() if all(word in folded(c.words) for word in words)]

    @Slot(QKeyEvent)
    def _walk(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._pause.isActive():
                    self._pause.stop()
                    self._show_hits()
                self._open_current()
            case _ if self.isVisible():
                QApplication.sendEvent(self._list, event)

    @Slot()
    def _open_current(self) -> None:
        hit = self._list.current() if self.isVisible() else None
        if hit is None:
            return
        self._leave()
        if isinstance(hit, Opdracht):
            hit.run()
        else:
            self.chosen.emit(hit)

    def _leave(self) -> None:
        """Close, and give the focus back to where it came from."""
        self._pause.stop()
        self.hide()
        self._field.clear()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back_to = None
        self.left.emit()

    def _place(self) -> None:
        corner = self._field.mapTo(self._under, QPoint(0, self._field.height() + 4))
        width = min(style.scaled(WIDTH), self._under.width() - corner.x() - 8)
        wanted = self.sizeHint().height() if self._list.isHidden() else style.scaled(HEIGHT)
        height = min(wanted, self._under.height() - corner.y() - 8)
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.raise_()


def _group(title: str, hits: Sequence[Hit]) -> list[Hit | Group]:
    return [Group(title), *hits] if hits else []


def _line(hit: Hit) -> Line:
    if isinstance(hit, Opdracht):
        return Line(hit.words, side=hit.keys, icon=hit.icon or "toetsen", strong=False)
    return Line(hit.titel, hit.regel, icon=labels.KIND[hit.kind].icon)
