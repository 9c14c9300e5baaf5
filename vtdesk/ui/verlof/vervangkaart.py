"""Vervangkaart: from two days before verlof, what falls in it and who takes each thing."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verlof.service import VerlofRegel, VerlofRow
from vtdesk.ui.format import aantal
from vtdesk.ui.theme import measure
from vtdesk.ui.verlof.woorden import Blad, over, when
from vtdesk.ui.widgets.boxes import column, emptied, row, rule
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import OneLine, text

MOST = 6  # lines; the dialog shows them all
DAY = 112
ABOUT_LETTER = "wie er is als jij weg bent"
UNREAD = "Verlof kon niet worden gelezen. De rest klopt."


class Vervangkaart(Card):
    """What nobody takes yet is always among its lines; hidden while no verlof is near."""

    opened = Signal(object, object)  # UUID of the verlof, Blad to show

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Vervangkaart", note=" ", parent=parent)
        named(self, "vervangkaart", "Vervangkaart")
        self._desk = desk
        self._verlof: VerlofRow | None = None
        self._shown: object = None
        self._failed = named(text(UNREAD, tone="let-op"), "mislukt")
        self._lines = column(air=6)
        self._more = named(text("", "klein", tone="stil"), "meer-regels")
        self._finish = named(small("Afmaken"), "afmaken")
        self._letter = named(link("Brief", icon=Blad.BRIEF.icon), "brief-gezinnen")
        self._ready = named(Chip("Klaar", "goed"), "brief-stand")
        self._letter_line = QWidget()
        about = text(ABOUT_LETTER, tone="stil", wrap=False)
        self._letter_line.setLayout(Flow(self._letter, about, self._ready, right=1))
        self.add_to_title(self._finish)
        self.body.addWidget(self._failed)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._more)
        self.body.addWidget(self._letter_line)
        self._finish.clicked.connect(lambda: self._open(Blad.VERDELEN))
        self._letter.clicked.connect(lambda: self._open(Blad.BRIEF))
        self._failed.hide()
        self.hide()

    def read(self, today: date) -> None:
        """Read again which verlof is near, and what falls in it."""
        try:
            verlof = self._desk.verloven.current(today) or self._desk.verloven.upcoming(today)
            lines = self._desk.verloven.contents(verlof.id) if verlof else []
            families = self._desk.vervangkaarten.gezinnen(verlof.id, lines) if verlof else 0
        except (UserError, OutsideError):
            self._say_failed()
            return
        self._verlof = verlof
        self.setVisible(verlof is not None)
        if verlof is not None and (verlof, lines, families) != self._shown:  # else focus stays
            self._shown = (verlof, lines, families)
            self._show(verlof, lines)
            self._show_letter(verlof, families)

    def _show(self, verlof: VerlofRow, lines: Sequence[VerlofRegel]) -> None:
        still = any(line.is_open for line in lines)
        self._failed.hide()
        self.set_note(_state(verlof, len(lines), still=still))
        self._finish.setText("Afmaken" if still else "Bekijken")
        self._finish.setAccessibleName(f"Vervangkaart {self._finish.text().lower()}")
        emptied(self._lines)
        first = sorted(lines, key=lambda line: not line.is_open)[:MOST]
        for line in sorted(first, key=lines.index):
            self._lines.addWidget(rule())
            self._lines.addLayout(_line(line))
        self._lines.addWidget(rule())
        left = len(lines) - len(first)
        self._more.setText(f"Nog {aantal(left, 'andere', 'andere')}.")
        self._more.setVisible(left > 0)

    def _show_letter(self, verlof: VerlofRow, families: int) -> None:
        about = f"Brief aan {aantal(families, 'gezin', 'gezinnen')}"
        self._letter.setText(about)
        self._letter.setAccessibleName(about)
        if verlof.gegevens.vervanger:
            self._ready.show_state("Klaar", "goed")
        else:
            self._ready.show_state("Nog geen vervanger", "let-op")
        self._letter.setAccessibleDescription(self._ready.words())
        self._letter_line.setVisible(families > 0)

    def _say_failed(self) -> None:
        self._shown = None
        self._failed.show()
        emptied(self._lines)
        for part in (self._more, self._letter_line):
            part.hide()

    def _open(self, blad: Blad) -> None:
        if self._verlof is not None:
            self.opened.emit(self._verlof.id, blad)


def _state(verlof: VerlofRow, total: int, *, still: bool) -> str:
    if not total:
        return "Er valt niets in je verlof."
    if still:
        return f"{aantal(total, 'ding valt', 'dingen vallen')} in je verlof"
    name = verlof.gegevens.vervanger
    return f"Alles is verdeeld. {name} vervangt je." if name else "Alles is verdeeld."


def _line(line: VerlofRegel) -> QHBoxLayout:
    day = text(when(line), tone="stil", wrap=False)
    measure.hold(day, width=DAY)
    who: QWidget = (
        Chip(line.wie_of_niemand, "let-op")
        if line.is_open
        else text(line.wie_of_niemand, tone="stil" if line.klaar else "tekst", wrap=False)
    )
    shown = row(day, OneLine(over(line)), who, air=8)
    shown.setStretch(1, 1)
    return shown
