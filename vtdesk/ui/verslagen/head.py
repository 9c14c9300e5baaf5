"""The head of the editor: back, title, casus, state, when it was stored, and the two ways on."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.verslagen import VerslagInhoud
from vtdesk.ui import actions
from vtdesk.ui.labels import VERSLAG_STAND
from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import icon_button, link, primary, secondary
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.ui.widgets.tip import set_tip
from vtdesk.values.kinds import VerslagStand
from vtdesk.values.tijd import klok

NOT_STORED = "Niet opgeslagen"


class EditorHead(QWidget):
    """One line, or more where it is narrow; the only primary button is the next step."""

    back_asked = Signal()
    preview_asked = Signal()
    finalise_asked = Signal()
    uitgaand_asked = Signal()
    inspector_asked = Signal()
    earlier_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._short = ""
        self._narrow = False
        self._back = named(icon_button("vorige", "Terug"), "terug-knop")
        self._title = text("", "titel", wrap=False)
        self._about = text("", tone="stil", wrap=False)
        self._chip = Chip("Concept")
        self._mark = icon_label("opgeslagen", "stil")
        self._stored = named(text("", tone="stil", wrap=False), "opgeslagen")
        self.side = named(secondary("Zijkant"), "zijkant", "Zijkant")
        self.preview = named(secondary("Voorbeeld", icon="toon"), "voorbeeld", "Voorbeeld")
        self.finalise = named(
            primary("Vaststellen…", icon="vaststellen"), "vaststellen-knop", "Vaststellen…"
        )
        self.out = named(primary("Uitgaand…", icon="verzending"), "uitgaand-hoofd", "Uitgaand…")
        set_tip(self.out, actions.keys_text("uitgaand"))
        self._earlier = named(link("Eerdere teksten"), "eerdere-knop")
        set_tip(self._earlier, actions.keys_text("eerdere-teksten"))
        self._earlier_icon = named(icon_button("logboek", "Eerdere teksten"), "eerdere-icoon")
        state = QWidget()
        state.setLayout(row(self._mark, self._stored, self._earlier, self._earlier_icon))
        self._what, self._ways = QWidget(), QWidget()
        self._what.setLayout(Flow(self._back, self._title, self._about, self._chip))
        self._ways.setLayout(Flow(state, self.side, self.preview, self.finalise, self.out))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._what, 1)
        self._layout.addWidget(self._ways)
        self.side.hide()
        self._connect()

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self.preview.clicked.connect(self.preview_asked)
        self.finalise.clicked.connect(self.finalise_asked)
        self.out.clicked.connect(self.uitgaand_asked)
        self.side.clicked.connect(self.inspector_asked)
        self._earlier_icon.hide()
        for button in (self._earlier, self._earlier_icon):
            button.clicked.connect(self.earlier_asked)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            need = self._what.sizeHint().width() + 8 + self._ways.sizeHint().width()
            beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            wanted = beside if need <= self.width() else below
            if self._layout.direction() != wanted:
                self._layout.setDirection(wanted)
        return super().event(event)

    def show_verslag(self, verslag: VerslagInhoud) -> None:
        """Show what is being written, or was."""
        self._title.setText(verslag.kop.soort)
        day = verslag.kop.datum.split(" ", 1)[-1].rsplit(" ", 1)[0]
        when = ", ".join(part for part in (day, verslag.kop.tijd) if part)
        self._whole = " · ".join(part for part in (verslag.casus, when) if part)
        self._short = f"{verslag.nummer} · {day}"
        self._tell_about()
        set_tip(self._about, f"{verslag.nummer}, {verslag.titel}")
        label = VERSLAG_STAND[verslag.stand]
        words = label.word
        if verslag.stand is VerslagStand.CONCEPT and verslag.versie:
            words = f"Concept van versie {verslag.versie + 1}"
        self._chip.show_state(words, label.tone if label.tone != "stil" else "")
        self.finalise.setVisible(verslag.is_schrijfbaar)
        self.out.setVisible(not verslag.is_schrijfbaar)
        self.show_stored(verslag.bewaard_op)
        self._mark.setVisible(verslag.is_schrijfbaar)
        self._stored.setVisible(verslag.is_schrijfbaar)

    def show_stored(self, when: datetime) -> None:
        """Say when the text was safe on disk."""
        self._stored.setText(f"Opgeslagen {klok(when)}")
        restyle(self._stored, tone="stil")
        icons.set_icon(self._mark, "opgeslagen", "stil")

    def show_failed(self, error: Exception) -> None:
        """Say that the text is only on screen."""
        self._stored.setText(NOT_STORED)
        set_tip(self._stored, str(error))
        restyle(self._stored, tone="gevaar")
        icons.set_icon(self._mark, "let-op", "gevaar")

    def stored_words(self) -> str:
        """Give what the head says about storing."""
        return self._stored.text()

    def fit(self, *, narrow: bool) -> None:
        """Leave room for the title where the window is small."""
        self._narrow = narrow
        self._tell_about()
        self.side.setVisible(narrow)
        self._earlier.setVisible(not narrow)
        self._earlier_icon.setVisible(narrow)

    def _tell_about(self) -> None:
        """She must always see in which casus she writes; where it is small, by its number."""
        self._about.setText(self._short if self._narrow else self._whole)

    def set_preview_words(self, words: str) -> None:
        """Name the button after what it does now."""
        self.preview.setText(words)
        self.preview.setAccessibleName(words)
