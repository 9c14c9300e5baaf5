"""Meldingen & crisis: what came in, how dangerous each organisation finds it, what was decided."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QScrollArea, QWidget
from typing_extensions import override

from vtdesk.services.besluiten import BesluitRow
from vtdesk.services.crisis import InstrumentRow
from vtdesk.services.meldingen import MeldingRow
from vtdesk.ui.casussen.deel import Deel, Part
from vtdesk.ui.casussen.meldingen.deeds import REMOVALS, MeldingenDeeds
from vtdesk.ui.casussen.meldingen.feiten import deeds
from vtdesk.ui.casussen.meldingen.inspector import MeldingenInspector
from vtdesk.ui.casussen.meldingen.reeks_tabel import ReeksTabel
from vtdesk.ui.casussen.meldingen.rijen import Rij, Verloop, line
from vtdesk.ui.widgets.boxes import column, row, rule, scrolled
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind

EMPTY = "Geen meldingen."
NO_RATING = "Nog geen beoordeling van het gevaar."
NO_DECISION = "Nog geen besluiten."
NO_INSTRUMENT = "Geen uitkomst van een instrument vastgelegd."


class Meldingen(Deel):
    """Four parts in one glance; the row or cell with the keyboard stands beside them."""

    title = "Meldingen & crisis"
    watches = frozenset({Kind.MELDING, Kind.CRISIS, Kind.BESLUIT, Kind.UITSPRAAK})

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self._deeds = MeldingenDeeds(part.page, part.desk, lambda: self.casus.id)
        self._chosen: Rij | None = None
        self._verloop = Verloop()
        self.meldingen = named(_Rijen(self._line), "meldingen", "Meldingen")
        self.reeks = ReeksTabel()
        self.besluiten = named(_Rijen(self._line), "besluiten", "Besluiten")
        self.instrumenten = named(_Rijen(self._line), "instrumenten", "Instrumenten")
        self._empty: dict[_Rijen | ReeksTabel, QWidget] = {
            view: text(words, tone="stil")
            for view, words in (
                (self.meldingen, EMPTY),
                (self.reeks, NO_RATING),
                (self.besluiten, NO_DECISION),
                (self.instrumenten, NO_INSTRUMENT),
            )
        }
        self._beside = MeldingenInspector()
        self.inspector = self._beside
        self._first = self._button("melding-toevoegen", "Melding", "erbij")
        self._area: QScrollArea = scrolled(self._parts())
        card = Card()
        card.body.addWidget(self._area)
        self.setLayout(column(card))
        self._connect()

    @override
    def refresh(self) -> None:
        kept, beside = self._chosen, self._view()
        focus = self.window().focusWidget()
        self._read()
        for view, words in self._empty.items():
            filled = view.model().rowCount() > 0
            view.setVisible(filled)
            words.setVisible(not filled)
        for shown in self._lists():
            shown.fit()
        if kept is None or not self._choose(str(kept.id)):
            self._chosen = beside.current()  # its neighbour, when it went
            self._choose_first()
        self._show_chosen()
        if focus in self._empty and focus.isHidden():
            self._stand().setFocus()

    @override
    def add(self) -> None:
        """Add to the part that has the keyboard; a melding when none has."""
        for view, name in (
            (self.reeks, "beoordeling-toevoegen"),
            (self.besluiten, "besluit-toevoegen"),
            (self.instrumenten, "instrument-toevoegen"),
        ):
            if view.hasFocus():
                self._deeds.add(name)
                return
        self._deeds.add("melding-toevoegen")

    @override
    def panes(self) -> list[QWidget]:
        views = (self.meldingen, self.reeks, self.besluiten, self.instrumenten)
        return [view for view in views if view.isVisibleTo(self)] or [self]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg")

    @override
    def place(self) -> dict[str, Any]:
        return {"rij": str(self._chosen.id)} if self._chosen else {}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.read_again()
        self._go_to(place.get("rij", ""))

    def _parts(self) -> QWidget:
        inside = QWidget()
        body = column()
        inside.setLayout(body)
        form = named(small("Intakeformulier crisis", icon="schrijven"), "intakeformulier")
        form.clicked.connect(self._deeds.write_form)
        for title, view, buttons in (
            ("Meldingen", self.meldingen, [form, self._first]),
            ("Crisisreeks", self.reeks,
             [self._button("beoordeling-toevoegen", "Beoordeling", "erbij")]),
            ("Besluiten", self.besluiten,
             [self._button("besluit-toevoegen", "Besluit", "erbij")]),
            ("Instrumenten", self.instrumenten,
             [self._button("instrument-toevoegen", "Uitkomst", "erbij")]),
        ):  # fmt: skip
            if body.count():
                body.addWidget(rule())
            head = row(text(title, "kop", wrap=False), self._empty[view], None, *buttons)
            head.setStretch(1, 9)
            body.addLayout(head)
            body.addWidget(view)
        body.addStretch(1)
        return inside

    def _button(self, name: str, words: str, icon: str) -> QPushButton:
        button = named(small(words, icon=icon), name)
        button.clicked.connect(lambda: self._deeds.add(name))
        return button

    def _connect(self) -> None:
        for shown in self._lists():
            shown.chosen.connect(self._follow)
            shown.opened.connect(self._open)
            shown.removed.connect(self._remove)
        for view in self._empty:
            view.selectionModel().currentChanged.connect(self._bring_into_sight)
        self.reeks.chosen.connect(self._follow)
        self.reeks.opened.connect(self._open)
        self._beside.deed_requested.connect(self._deeds.do)
        self._deeds.made.connect(self._go_to)
        self._beside.told_removal_requested.connect(self._deeds.untell)

    def _line(self, rij: MeldingRow | BesluitRow | InstrumentRow) -> Line:
        return line(rij, self._verloop)

    def _read(self) -> None:
        casus_id = self.casus.id
        self._verloop = Verloop(
            self.desk.meldingen.of_casus(casus_id), self.desk.besluiten.of_casus(casus_id)
        )
        self.meldingen.set_rows(self._verloop.meldingen)
        self.reeks.show_reeks(self.desk.crisis.reeks(casus_id))
        self.besluiten.set_rows(self._verloop.besluiten)
        self.instrumenten.set_rows(self.desk.crisis.instrumenten(casus_id))

    def _view(self) -> "_Rijen | ReeksTabel":
        """Give the part in which the chosen row stands."""
        shown = (view for view in self._empty if self._chosen and view.current() == self._chosen)
        return next(shown, self.meldingen)

    def _stand(self) -> QWidget:
        """Give what takes the keyboard for the chosen row; without rows, what makes the first."""
        view = self._view()
        return self._first if view.isHidden() else view

    def _lists(self) -> tuple["_Rijen", ...]:
        return self.meldingen, self.besluiten, self.instrumenten

    def _choose(self, wanted: str) -> bool:
        """Show a row again, in whatever part it stands."""
        for shown in self._lists():
            if shown.choose(lambda rij: str(rij.id) == wanted):
                self._chosen = shown.current()
                return True
        for one in self.desk.crisis.reeks(self.casus.id).beoordelingen:
            if str(one.id) == wanted and self.reeks.choose(one):
                self._chosen = one
                return True
        return False

    @Slot(object)
    def _go_to(self, wanted: object) -> None:
        """Show a row beside the list, and let the keyboard go on there."""
        if self._choose(str(wanted)):
            self._show_chosen()
            self._stand().setFocus()

    def _choose_first(self) -> None:
        for shown in self._lists():
            if self._chosen is None and shown.choose(lambda _: True):
                self._chosen = shown.current()

    @Slot(object)
    def _follow(self, rij: Rij) -> None:
        self._chosen = rij
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Show it beside, and mark it in one part only."""
        for view in self._empty:
            if view.current() != self._chosen:
                view.clearSelection()
        about = self._chosen and self._chosen.id
        with focus_kept(self._beside, otherwise=self._stand(), about=about):
            self._beside.show_row(self._chosen, self._verloop)

    @Slot(object)
    def _open(self, rij: Rij) -> None:
        """Do with Enter what one usually does."""
        self._deeds.do(deeds(rij)[0][0], rij)

    @Slot(object)
    def _remove(self, rij: Rij) -> None:
        """Do with Del what takes a row away, if anything does."""
        for name, _ in deeds(rij):
            if name in REMOVALS:
                self._deeds.do(name, rij)

    @Slot(QModelIndex, QModelIndex)
    def _bring_into_sight(self, now: QModelIndex, _before: QModelIndex) -> None:
        """Scroll the tab: its lists are as high as what they hold."""
        inside, view = self._area.widget(), self._view_of(now)
        if inside is not None and view is not None and view.isVisibleTo(self):
            place = view.visualRect(now)
            middle = view.viewport().mapTo(inside, QPoint(0, place.center().y()))
            self._area.ensureVisible(0, middle.y(), 0, place.height())

    def _view_of(self, index: QModelIndex) -> QAbstractItemView | None:
        return next((view for view in self._empty if view.model() is index.model()), None)


class _Rijen(RowList[Any]):
    """Rows of one part, as high as they need."""

    def fit(self) -> None:
        """Be as high as all rows are."""
        heights = (self.sizeHintForRow(number) for number in range(self.model().rowCount()))
        self.setFixedHeight(sum(heights) + 4)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (current := self.current()) is not None:
            self.setCurrentIndex(self.currentIndex())  # marks it again
            self.chosen.emit(current)
