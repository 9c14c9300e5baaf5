"""One call, from top to bottom: who, how to speak safely, the casus, the questions, the outcome."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget
from typing_extensions import override

from vtdesk.services.bellen.service import BelDetail
from vtdesk.ui.bellen.blokken import CasusBlok, VeiligContactBlok
from vtdesk.ui.bellen.knop import KeyButton
from vtdesk.ui.bellen.kop import BelKop
from vtdesk.ui.bellen.vragen import Voicemailregel, Vragen
from vtdesk.ui.bellen.words import BEL_UITKOMST
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.room import Room
from vtdesk.ui.widgets.text import text
from vtdesk.values.dagkinds import BelStand, BelUitkomst
from vtdesk.values.tijd import klok, local

KEYS = {
    BelUitkomst.GESPROKEN: "S",
    BelUitkomst.GEEN_GEHOOR: "G",
    BelUitkomst.INGESPROKEN: "I",
    BelUitkomst.VERKEERD_NUMMER: "X",
}

LEAST = 120
LOW = 480  # below this height the questions stand closer


class BelGesprek(QFrame):
    """The call in the middle; its questions and outcome buttons always stay in sight."""

    outcome_asked = Signal(object)  # BelUitkomst

    def __init__(self, *, otherwise: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.kop = BelKop(otherwise=otherwise)
        self._contact = VeiligContactBlok()
        self._casus = CasusBlok()
        self._voicemail = Voicemailregel()
        self.vragen = Vragen(self._voicemail)
        self._buttons = {uitkomst: self._button(uitkomst) for uitkomst in BelUitkomst}
        self._closed = named(text("", tone="let-op"), "voicemail-dicht")
        self._done = named(text("", tone="stil"), "al-klaar")
        self._inside = column(
            self.kop, self._voicemail, self._contact, self._casus, None, air=10, margins=16
        )
        self._foot = boxed(column(Flow(*self._buttons.values()), self._closed, self._done, air=6))
        self._together = column(self.vragen, self._foot, air=0)
        self._ask = boxed(self._together, kind="inside")
        self._room = Room(boxed(self._inside))
        layout = column(self._room, air=0)
        layout.setStretch(0, 1)
        self._below = column()
        layout.addLayout(self._below)
        self.setLayout(layout)
        self.arrange()

    def arrange(self) -> None:
        """Let questions and buttons stay in sight, but scroll along where large text needs room."""
        large = style.is_large()
        dense = self.height() < style.scaled(LOW) and not large
        self.vragen.arrange(dense=dense)
        margins = (0, 0, 0, 0) if large else (16, 0, 16, 8 if dense else 12)
        self._below.setContentsMargins(*margins)
        self._together.setSpacing(6 if dense else 12)
        (self._inside if large else self._below).addWidget(self._ask)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window become so low that the questions stand closer."""
        return QSize(super().minimumSizeHint().width(), LEAST)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def show_call(self, detail: BelDetail, now: datetime) -> None:
        """Show a call; what is typed in its fields stays when it is the same."""
        today = local(now).date()
        self.kop.show_call(detail, now)
        self._voicemail.show_call(detail)
        self._contact.show_call(detail, today)
        self._casus.show_casus(detail.casus)
        self.vragen.show_call(detail)
        done = detail.row.stand is BelStand.KLAAR
        for uitkomst, button in self._buttons.items():
            closed = uitkomst is BelUitkomst.INGESPROKEN and bool(detail.voicemail_dicht)
            button.setVisible(not done)
            button.setEnabled(not closed)
        self._closed.setText(detail.voicemail_dicht)
        self._closed.setVisible(bool(detail.voicemail_dicht) and not done)
        when = detail.row.afgedaan_op
        self._done.setText(f"Klaar om {klok(when)}." if when else "")
        self._done.setVisible(done)

    def in_order(self) -> list[QWidget]:
        """List what takes the keyboard as Tab comes to it, from the head to the outcome."""
        voicemail, *answers = self.vragen.fields.values()
        more = self._casus.findChildren(QPushButton)
        return [*self.kop.in_order(), voicemail, *more, *answers, *self._buttons.values()]

    def begin_in(self, name: str) -> None:
        """Put the keyboard in one of the fields, and the field in sight."""
        field = self.vragen.fields[name]
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        for seen in (
            self.vragen.fields["waar_kinderen"],
            field,
        ):  # all three where they fit
            self._room.ensureWidgetVisible(seen)

    def _button(self, uitkomst: BelUitkomst) -> QPushButton:
        kind = "primary" if uitkomst is BelUitkomst.GESPROKEN else ""
        words, key = BEL_UITKOMST[uitkomst].word, KEYS[uitkomst]
        button = named(KeyButton(words, key, kind=kind), uitkomst.value)
        button.clicked.connect(lambda _=False: self.outcome_asked.emit(uitkomst))
        return button
