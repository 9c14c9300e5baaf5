"""Deze laptop is leeg: what was looked at again, place by place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.ui.slot.card import SlotCard
from vtdesk.ui.widgets.boxes import row
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

if TYPE_CHECKING:
    from vtdesk.security.verlaten import Verlaten


class LeftCard(SlotCard):
    """The places, and where the proof lies."""

    WIDTH, NARROW = 560, 480
    may_be_left = False

    done = Signal()

    def __init__(self, left: "Verlaten", parent: QWidget | None = None) -> None:
        title = "Deze laptop is leeg" if left.is_leeg else "Niet alles is weg"
        under = (
            "Alles van vtdesk is weg en nagekeken."
            if left.is_leeg
            else "De kluis opent niet meer. Start vtdesk nog eens, dan gaat het verder."
        )
        super().__init__(title, under, "weg", parent)
        for plek in left.plekken:
            self.body.addWidget(named(text(plek.zin, tone="gevaar" if plek.rest else ""), "plek"))
        self.body.addWidget(named(text(_where(left), tone="stil"), "bewijs"))
        self._close = named(primary("Sluiten"), "sluiten")
        self.body.addLayout(row(None, self._close))
        self._close.clicked.connect(self.done)

    @override
    def start(self) -> None:
        self._close.setFocus()


def _where(left: "Verlaten") -> str:
    if left.bewaard is not None:
        return f"Het bewijs staat op de stick: {left.bewaard.name}."
    return "Het bewijs is nergens bewaard. Schrijf over wat hier staat als je dat nodig hebt."
