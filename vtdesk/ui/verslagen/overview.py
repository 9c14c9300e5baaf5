"""What is still to be written, and all verslagen; at the right what the chosen one says."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.morgen import Avond, AvondRegel
from vtdesk.services.verslagen import VerslagRow
from vtdesk.ui import format as dutch
from vtdesk.ui.avondwoorden import ALL_WRITTEN, GROEPEN, lead, minuten
from vtdesk.ui.labels import AFSPRAAK_SOORT, VERSLAG_STAND
from vtdesk.ui.page import Width
from vtdesk.ui.verslagen.glance import Glance
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.row_delegate import Line
from vtdesk.ui.widgets.row_list import Group, RowList
from vtdesk.ui.widgets.tabs import Tabs
from vtdesk.ui.widgets.text import text
from vtdesk.values.tijd import dichtbij, korte_dag

NONE_YET = "Er zijn nog geen verslagen."
OWED, ALL = 0, 1
GLANCE_WIDTH, WIDEST = 380, 16_000


class Overview(QWidget):
    """Two tabs with a list each; a chosen row is shown at the right."""

    write_asked = Signal(object)  # UUID of the afspraak
    not_needed_asked = Signal(object)  # AfspraakRow
    plein_asked = Signal()
    verslag_asked = Signal(object)  # UUID of the verslag
    glance_asked = Signal(object)  # UUID of the verslag whose text is to be shown

    def __init__(self) -> None:
        super().__init__()
        self._now: datetime | None = None
        self.owed = RowList[AvondRegel](self._owed_line)
        named(self.owed, "nog-te-schrijven", "Nog te schrijven")
        self.all = RowList[VerslagRow](_verslag_line)
        named(self.all, "alle-verslagen", "Alle verslagen")
        self.glance = Glance()
        self._lead = named(text("", tone="stil"), "avond-zin")
        self._lead.setContentsMargins(10, 8, 10, 0)
        owed = column(self._lead, air=0)
        owed.addWidget(self.owed, 1)
        self._owed_stack = _with_empty(boxed(owed, kind="inside"), ALL_WRITTEN, "klaar")
        self._all_stack = _with_empty(self.all, NONE_YET, "verslagen")
        self.tabs = Tabs("Verslagen")
        self.tabs.add("Nog te schrijven", self._owed_stack)
        self.tabs.add("Alle verslagen", self._all_stack)
        self._lists = boxed(column(self.tabs, air=0, margins=4), kind="card")
        self._body = row(self._lists, self.glance, air=12)
        self._body.setStretch(0, 1)
        layout = column(text("Verslagen", "titel", wrap=False), air=12, margins=16)
        layout.addLayout(self._body, 1)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        for rows in (self.owed, self.all):
            rows.installEventFilter(self)
        self.owed.chosen.connect(self._show_owed)
        self.owed.opened.connect(self._open_owed)
        self.all.chosen.connect(self._show_verslag)
        self.all.opened.connect(lambda row: self.verslag_asked.emit(row.id))
        self.tabs.changed.connect(self._show_tab)
        self.glance.write_asked.connect(self.write_asked)
        self.glance.not_needed_asked.connect(self.not_needed_asked)
        self.glance.plein_asked.connect(self.plein_asked)
        self.glance.verslag_asked.connect(self.verslag_asked)

    def show_rows(self, avond: Avond, verslagen: Sequence[VerslagRow], now: datetime) -> None:
        """Show both lists; what is owed stands by how long it may wait."""
        self._now = now
        owed = [*_grouped(avond)]
        self._lead.setText(lead(avond))
        self.owed.set_rows(owed)
        self.all.set_rows(verslagen)
        self._owed_stack.setCurrentIndex(0 if owed else 1)
        self._all_stack.setCurrentIndex(0 if verslagen else 1)
        self._show_tab(self.tabs.current())

    def focus_list(self) -> None:
        """Put the focus in the list in front."""
        self._list().setFocus()

    def choose(self, row_id: UUID) -> None:
        """Choose the talk or verslag with this id where it stands."""
        self.owed.choose(
            lambda row: row_id == row.id or bool(row.afspraak and row.afspraak.verslag_id == row_id)
        )
        self.all.choose(lambda row: row.id == row_id)

    def chosen_verslag(self) -> UUID | None:
        """Give the verslag that is chosen in the list in front, when there is one."""
        if self.tabs.current() == ALL:
            verslag = self.all.current()
            return verslag.id if verslag else None
        owed = self.owed.current()
        return owed.afspraak.verslag_id if owed and owed.afspraak else None

    def chosen_talk(self) -> UUID | None:
        """Give the talk that is chosen among what is still to be written."""
        chosen = self.owed.current() if self.tabs.current() == OWED else None
        return chosen.afspraak_id if chosen else None

    def fit(self, width: Width) -> None:
        """Stand beside each other, or below where there is no room; then Space shows it."""
        small = width is Width.KLEIN
        way = QBoxLayout.Direction.TopToBottom if small else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(way)
        self.glance.setMinimumWidth(0 if small else GLANCE_WIDTH)
        self.glance.setMaximumWidth(WIDEST if small else GLANCE_WIDTH)
        self.glance.setVisible(not small)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = event.key() if isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Space and event.type() == QEvent.Type.KeyPress:
            self.toggle_glance()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def toggle_glance(self) -> None:
        """Show or hide what the chosen row says."""
        self.glance.setVisible(self.glance.isHidden())

    def _list(self) -> QWidget:
        return self.owed if self.tabs.current() == OWED else self.all

    @Slot(int)
    def _show_tab(self, number: int) -> None:
        rows = self.owed if number == OWED else self.all
        if rows.current() is None:
            rows.choose(lambda _: True)
        if number == OWED:
            self._show_owed(self.owed.current())
        else:
            self._show_verslag(self.all.current())

    @Slot(object)
    def _open_owed(self, chosen: AvondRegel) -> None:
        if chosen.afspraak is None:
            self.plein_asked.emit()
        else:
            self.write_asked.emit(chosen.afspraak.id)

    @Slot(object)
    def _show_owed(self, chosen: AvondRegel | None) -> None:
        if self.tabs.current() != OWED:
            return
        if chosen is None:
            self.glance.show_nothing()
        elif chosen.afspraak is None:
            self.glance.show_table(self._owed_line(chosen))
        else:
            self.glance.show_talk(chosen.afspraak, self._owed_line(chosen))
            if chosen.afspraak.verslag_id is not None:
                self.glance_asked.emit(chosen.afspraak.verslag_id)

    @Slot(object)
    def _show_verslag(self, chosen: VerslagRow | None) -> None:
        if self.tabs.current() != ALL:
            return
        if chosen is None:
            self.glance.show_nothing()
            return
        self.glance.show_verslag(chosen, _verslag_line(chosen))
        self.glance_asked.emit(chosen.id)

    def _owed_line(self, regel: AvondRegel) -> Line:
        afspraak, icon = regel.afspraak, AFSPRAAK_SOORT[regel.soort].icon
        if afspraak is None:
            return Line(
                regel.words,
                ", ".join(filter(None, (regel.casus, regel.nummer))) or regel.reden,
                regel.reden if regel.casus else "",
                side=minuten(regel.minuten),
                icon=icon,
            )
        today = self._now.date() if self._now else afspraak.begin.date()
        when = dutch.tijden(afspraak.begin, afspraak.einde)
        note = "Met parkeernotitie" if regel.notitie else "Zonder parkeernotitie"
        return Line(
            afspraak.titel,
            f"{afspraak.casus}, {dichtbij(afspraak.begin.date(), today)} {when}",
            f"{regel.reden} {note}.",
            side=minuten(regel.minuten),
            chip="Begonnen" if afspraak.verslag_id is not None else "",
            icon=icon,
        )


def _grouped(avond: Avond) -> Iterator[AvondRegel | Group]:
    """Put the head of its group above the lines."""
    for groep, lines in avond.groepen:
        if lines:
            yield Group(GROEPEN[groep])
            yield from lines


def _verslag_line(verslag: VerslagRow) -> Line:
    stand = VERSLAG_STAND[verslag.stand]
    version = f", versie {verslag.versie}" if verslag.versie else ""
    return Line(
        verslag.met_soort,
        ", ".join(part for part in (verslag.casus, verslag.nummer) if part),
        side=f"{korte_dag(verslag.datum.date())} {verslag.datum.year}",
        chip=f"{stand.word}{version}",
        chip_tone=stand.tone,
        icon="verslagen",
    )


def _with_empty(rows: QWidget, sentence: str, icon: str) -> QStackedWidget:
    stack = QStackedWidget()
    stack.addWidget(rows)
    stack.addWidget(EmptyState(sentence, icon=icon))
    return stack
