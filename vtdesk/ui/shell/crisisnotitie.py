"""Crisisnotitie (F6): what happens now, a line with its time per Enter."""

from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from vtdesk.services.crisisnotities import CrisisnotitieRow
from vtdesk.services.desk import Desk
from vtdesk.ui.format import moment
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.shell.capture import CapturePanel
from vtdesk.ui.shell.keuzes import CasusKeuze
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import quiet, secondary
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

ROOMY, NARROW = 8, 3  # lines above the one that is typed
AROUND = 28  # px of edge and air around them


class CrisisnotitiePanel(CapturePanel):
    """Shows the run that was not closed; it runs on while the panel is away."""

    command: ClassVar[str] = "crisisnotitie"
    agree: ClassVar[str] = "Volgende regel"

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(desk, window, under=under)
        self._notitie: CrisisnotitieRow | None = None
        self._most = ROOMY
        self._casus = named(CasusKeuze(desk), "casus")
        self._above = named(QPlainTextEdit(), "regels", "Eerdere regels")
        self._line = named(QLineEdit(), "regel")
        self._back = named(quiet("Laatste regel weghalen", icon="ongedaan"), "regel-terug")
        self._end = named(secondary("Sluit crisisnotitie"), "sluit-crisisnotitie")
        self._casus_field = self.form.add("Casus", self._casus)
        self.form.addWidget(self._above)
        self.form.add("Wat gebeurt er nu", self._line)
        self.form.addLayout(row(self._end, self._back, None))
        self._above.setReadOnly(True)
        self._above.setTabChangesFocus(True)
        self._casus.activated.connect(self._set_casus)
        self._back.clicked.connect(self._take_back)
        self._end.clicked.connect(self._close_run)

    @override
    def keys(self) -> list[QWidget]:
        return [
            Keycap("Enter"), text("volgende regel", "klein", tone="stil", wrap=False),
            Keycap("Esc"), text("sluit, loopt door", "klein", tone="stil", wrap=False),
        ]  # fmt: skip

    @override
    def prepare(self, about: UUID | None) -> None:
        self._notitie = self._running()
        self._line.clear()
        here = about or self.sight.casus_id
        chosen = self._notitie.casus_id if self._notitie else here
        self._casus.offer(chosen, discreet=self.sight.discreet)
        self._casus_field.setVisible(not self.sight.discreet)
        self._show_lines()

    @override
    def first(self) -> QWidget:
        return self._line

    @override
    def fit(self, *, roomy: bool) -> None:
        self._most = ROOMY if roomy else NARROW
        self._fit_lines()

    @override
    def is_empty(self) -> bool:
        return not self._line.text().strip()

    @Slot()
    @override
    def store(self) -> None:
        """Write the line; the panel stays for the next one."""
        if not self.is_empty():
            self.do(self._add_line)
        self._line.setFocus()

    @override
    def keep(self) -> Message | None:
        return None  # a line is stored at once, and the panel stays

    def _add_line(self) -> None:
        if self._notitie is None:
            begun = self.desk.crisisnotities.begin(self._casus.value())
            self._notitie = self.desk.crisisnotities.detail(begun)
        self.desk.crisisnotities.add_line(self._notitie.id, self._line.text())
        self._line.clear()
        self.put_away()
        self.kept.emit()
        self._read_again()

    def _running(self) -> CrisisnotitieRow | None:
        """Give the run that goes on; while others look along, only one about this casus."""
        running = self.desk.crisisnotities.all_running()
        if self.sight.discreet:
            here = self.sight.casus_id
            running = [one for one in running if here is not None and one.casus_id == here]
        return next(iter(running), None)

    def _read_again(self) -> None:
        if self._notitie is not None:
            self._notitie = self.desk.crisisnotities.detail(self._notitie.id)
        self._show_lines()
        self.settle()

    def _show_lines(self) -> None:
        regels = self._notitie.regels if self._notitie else ()
        now = self.desk.clock()
        words = "\n".join(f"{moment(one.moment, now)}  {one.tekst}" for one in regels)
        self._above.setPlainText(words)
        for part in (self._above, self._back):
            part.setVisible(bool(regels))
        self._end.setVisible(self._notitie is not None)
        self._fit_lines()

    def _fit_lines(self) -> None:
        lines = len(self._notitie.regels) if self._notitie else 0
        self._above.ensurePolished()
        high = self._above.fontMetrics().lineSpacing()
        self._above.setFixedHeight(high * min(lines, self._most) + style.scaled(AROUND))
        self._above.moveCursor(QTextCursor.MoveOperation.End)
        self._above.ensureCursorVisible()

    @Slot()
    def _set_casus(self) -> None:
        notitie = self._notitie
        if notitie is not None:
            casus_id = self._casus.value()
            self.do(lambda: self.desk.crisisnotities.set_casus(notitie.id, casus_id))
            self._read_again()
        self.keep_soon()

    @Slot()
    def _take_back(self) -> None:
        if self._notitie is not None and self._notitie.regels:
            last = self._notitie.regels[-1]
            if self.do(lambda: self.desk.crisisnotities.remove_line(last.id)):
                self._read_again()
                self._line.setText(self._line.text() or last.tekst)
        self._line.setFocus()

    @Slot()
    def _close_run(self) -> None:
        """End the run; a line that is still half typed is part of it."""
        if not self.is_empty():
            self.do(self._add_line)
        notitie = self._notitie
        if notitie is None or not self.is_empty():
            return
        if self.do(lambda: self.desk.crisisnotities.close(notitie.id)):
            self.go_away()
            words = "De crisisnotitie is gesloten." if notitie.regels else "Er stond nog niets in."
            undo = partial(self.desk.crisisnotities.reopen, notitie.id) if notitie.regels else None
            self.stored.emit(Message(words, "goed", UNDO if undo else "", undo))
