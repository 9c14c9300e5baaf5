"""What the pages have in common by which something leaves: their form, the paper and its keys."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui.page import Page, Width
from vtdesk.ui.uitgaand.beurten import Beurten
from vtdesk.ui.uitgaand.indeling import Indeling
from vtdesk.ui.uitgaand.uitvoer import Uitvoer


class UitgangPage(Page):
    """One form; a page makes its parts, its turns and its deeds, and then calls `assemble`."""

    parts: Indeling
    gang: Beurten
    uitvoer: Uitvoer

    def assemble(self) -> None:
        """Put the parts on the page, and join paper and foot to what reads and makes."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.parts)
        parts, gang, uitvoer = self.parts, self.gang, self.uitvoer
        parts.back.clicked.connect(self.back_requested)
        parts.paper.page_asked.connect(lambda number: gang.draw(number, parts.paper.dpi()))
        parts.foot.pdf_asked.connect(uitvoer.pdf)
        parts.foot.print_asked.connect(uitvoer.print)
        gang.laid_out.connect(parts.paper.tell_progress)
        gang.page_drawn.connect(parts.paper.show_page)
        gang.failed.connect(self._show_failed)
        uitvoer.busy.connect(parts.foot.wait)
        uitvoer.made.connect(self._show_made)
        uitvoer.ended.connect(self._show_foot)
        commands: dict[str, Callable[[], object]] = {
            "pdf-maken": parts.foot.pdf.click,
            "uitgaand-afdrukken": parts.foot.print.click,
            "blad-vorige": partial(parts.paper.turn, -1),
            "blad-volgende": partial(parts.paper.turn, 1),
            "naar-ontvanger": self._go_to_receiver,
        }
        for name, command in commands.items():
            self.on_action(name, command)
        self.on_width(Width.MIDDEN)

    @override
    def on_width(self, width: Width) -> None:
        self.parts.fit(width)

    @override
    def panes(self) -> list[QWidget]:
        return self.parts.panes()

    @override
    def toggle_inspector(self) -> None:
        self.parts.toggle_paper()

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        self.parts.paper.clear(str(error))
        self.parts.foot.close_for(str(error))

    @Slot()
    def _show_made(self) -> None:
        """Say what was made, and for whom."""
        raise NotImplementedError

    @Slot()
    def _show_foot(self) -> None:
        """Say whether it can be made, and which step is now."""
        raise NotImplementedError

    def _go_to_receiver(self) -> None:
        self.parts.show_tab(0)
        self.parts.who.people.begin()
