"""Vervangkaart: from two days before verlof, what falls in it and who takes each thing."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verlof import VerlofRegel, VerlofRow
from vtdesk.ui.format import aantal
from vtdesk.ui.verlof.woorden import ICON, Blad, when
from vtdesk.ui.widgets.boxes import column, emptied, row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

MOST = 6  # lines; the dialog shows them all


class Vervangkaart(Card):
    """What nobody takes yet stands first; hidden while no verlof is near."""

    opened = Signal(object, object)  # UUID of the verlof, Blad to show

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Vervangkaart", note=" ", icon="verlof", parent=parent)
        named(self, "vervangkaart", "Vervangkaart")
        self._desk = desk
        self._verlof: VerlofRow | None = None
        self._shown: object = None
        self._state = named(text(), "stand")
        self._lines = column(air=4)
        self._more = named(text("", "klein", tone="stil"), "meer-regels")
        buttons = [
            named(secondary(blad.value, icon=blad.icon), f"open-{blad.name.lower()}")
            for blad in Blad
        ]
        self.body.addWidget(self._state)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._more)
        self.body.addLayout(Flow(*buttons))
        for blad, button in zip(Blad, buttons, strict=True):
            button.clicked.connect(lambda _=False, wanted=blad: self._open(wanted))
        self.hide()

    def read(self, today: date) -> None:
        """Read again which verlof is near, and what falls in it."""
        try:
            verlof = self._desk.verloven.current(today) or self._desk.verloven.upcoming(today)
            lines = self._desk.verloven.contents(verlof.id) if verlof else []
        except (UserError, OutsideError):
            self._say_failed()
            return
        self._verlof = verlof
        self.setVisible(verlof is not None)
        if verlof is not None and (verlof, lines) != self._shown:  # else the focus stays
            self._shown = (verlof, lines)
            self._show(verlof, lines)

    def _show(self, verlof: VerlofRow, lines: Sequence[VerlofRegel]) -> None:
        self.set_note(verlof.periode)
        still = sum(line.is_open for line in lines)
        self._state.setText(_state(verlof, len(lines), still))
        emptied(self._lines)
        first = sorted(lines, key=lambda line: not line.is_open)[:MOST]
        for line in sorted(first, key=lines.index):
            self._lines.addLayout(_line(line))
        left = len(lines) - len(first)
        self._more.setText(f"Nog {aantal(left, 'andere', 'andere')}.")
        self._more.setVisible(left > 0)

    def _say_failed(self) -> None:
        self._shown = None
        self._state.setText("Verlof kon niet worden gelezen. De rest klopt.")
        emptied(self._lines)
        self._more.hide()

    def _open(self, blad: Blad) -> None:
        if self._verlof is not None:
            self.opened.emit(self._verlof.id, blad)


def _state(verlof: VerlofRow, total: int, still: int) -> str:
    if not total:
        return "Er valt niets in je verlof."
    if still:
        things = aantal(total, "ding", "dingen")
        return f"Er {'valt' if total == 1 else 'vallen'} {things} in. Nog niemand: {still}."
    names = verlof.gegevens.vervanger
    return f"Alles is verdeeld. {names} vervangt je." if names else "Alles is verdeeld."


def _line(line: VerlofRegel) -> QHBoxLayout:
    tone = "let-op" if line.is_open else "stil"
    day = text(when(line), "klein", tone="stil", wrap=False)
    who = text(line.wie_of_niemand, "klein", tone=tone, wrap=False)
    words = text(": ".join(filter(None, (line.casus, line.woorden))), "klein")
    shown = row(icon_label(ICON[line.soort]), day, words, who, air=8)
    shown.setStretch(2, 1)
    return shown
