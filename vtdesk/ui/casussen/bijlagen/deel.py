"""Bijlagen: one list, what is chosen beside it, and the viewer in its place."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.bijlagen.kijker import Vellen
from vtdesk.services.bijlagen.rows import BijlageRow, Weergave
from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.bijlagen.bezig import Bezig
from vtdesk.ui.casussen.bijlagen.deeds import BijlageDeeds
from vtdesk.ui.casussen.bijlagen.inspector import BijlageInspector
from vtdesk.ui.casussen.bijlagen.kijker import Inhoud, Kijker
from vtdesk.ui.casussen.bijlagen.rijen import line
from vtdesk.ui.casussen.deel import Part, Rijendeel
from vtdesk.ui.choose_file import choose_file
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import focus_kept
from vtdesk.ui.widgets.row_list import RowList
from vtdesk.ui.widgets.text import text
from vtdesk.values.kinds import Kind

EMPTY = "Geen bijlagen."
DROP = "Je kunt bestanden ook hierheen slepen."


class Bijlagen(Rijendeel):
    """The files of a casus, and what is in them."""

    title = "Bijlagen"
    watches = frozenset({Kind.BIJLAGE})

    def __init__(self, part: Part) -> None:
        super().__init__(part)
        self.setAcceptDrops(True)
        self._bezig = Bezig()
        self._deeds = BijlageDeeds(part.page, part.desk, part.tools.jobs, self._bezig)
        self.list = named(
            RowList[BijlageRow](lambda r: line(r, self.clock().date())), "bijlagen", self.title
        )
        self._add_button = named(small("Bijlage toevoegen…", icon="erbij"), "bijlage-toevoegen")
        self._empty = EmptyState(EMPTY, icon="bijlage", button="Bijlage toevoegen…")
        self._kijker = Kijker(part.tools.jobs)
        self._inspector = BijlageInspector()
        self.inspector = self._inspector
        self._lay_out()

        self._add_button.clicked.connect(self.add)
        self._empty.button.clicked.connect(self.add)
        self.list.chosen.connect(self._show_chosen)
        self.list.opened.connect(self._open)
        self.list.removed.connect(lambda bijlage: self._deeds.do("weghalen", bijlage))
        self._inspector.deed_requested.connect(self._deeds.do)
        self._deeds.looked.connect(self._show_content)
        self._deeds.refused.connect(self._show_refusal)
        self._kijker.closed.connect(self._show_list)

    @override
    def refresh(self) -> None:
        rows = self.desk.bijlagen.of_casus(self.casus.id)
        with focus_kept(self, otherwise=self._empty.button):
            self.list.set_rows(rows)
            self._empty.setVisible(not rows)
            self._add_button.setVisible(bool(rows))
            self.list.setVisible(bool(rows))
        if self.list.current() is None:
            self.list.choose(lambda _: True)
        self._show_chosen()

    @override
    def show_casus(self, casus: CasusRow) -> None:
        if self._casus is None or self._casus.id != casus.id:
            self._kijker.close_bijlage()
        super().show_casus(casus)

    @override
    def add(self) -> None:
        path = choose_file(self, "Bijlage toevoegen", "Alle bestanden (*)")
        if path is not None:
            self._deeds.add(self.casus.id, [path])

    @override
    def panes(self) -> list[QWidget]:
        if self._stack.currentWidget() is self._kijker:
            return [self._kijker]
        return [self._empty if self.list.isHidden() else self.list]

    @override
    def own_keys(self) -> Sequence[str]:
        return ("rij-openen", "rij-weg", "bijlage-dicht")

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _files(event):
            event.acceptProposedAction()
            self._deeds.add(self.casus.id, paths)

    def _lay_out(self) -> None:
        card = Card()
        hint = text(DROP, "klein", tone="stil")
        head = row(self._add_button, hint, air=12)
        head.setStretch(1, 1)
        card.body.addLayout(head)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._empty, 1)
        viewer = Card()
        viewer.body.addWidget(self._kijker, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(card)
        self._stack.addWidget(viewer)
        layout = column(self._bezig)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    @Slot()
    def _show_chosen(self) -> None:
        current = self.list.current()
        beside = self.list if current else self._empty.button
        with focus_kept(self._inspector, otherwise=beside, about=current and current.id):
            self._inspector.show_row(current)

    @Slot(object)
    def _open(self, bijlage: BijlageRow) -> None:
        """Do with Enter what one usually does: look, or else see what is known."""
        looks = bijlage.weergave is not Weergave.GEEN
        self._deeds.do("bekijken" if looks else "wijzigen", bijlage)

    @Slot(object, object)
    def _show_content(self, bijlage: BijlageRow, inhoud: Inhoud) -> None:
        if bijlage.casus_id != self.casus.id:  # she went on to another casus meanwhile
            if isinstance(inhoud, Vellen):
                inhoud.sluit()
            return
        self._stack.setCurrentIndex(1)
        self._kijker.show_bijlage(bijlage.gegevens.naam, inhoud)
        self._kijker.give_focus()

    @Slot(object, str)
    def _show_refusal(self, bijlage: BijlageRow, why: str) -> None:
        self._stack.setCurrentIndex(1)
        self._kijker.refuse(bijlage.gegevens.naam, why)
        self._kijker.give_focus()

    @Slot()
    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0)
        if self.isVisible():
            self.list.setFocus()


def _files(event: QDropEvent) -> list[Path]:
    """List the files of this computer that are held over the tab."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
