"""The paper on screen: pages as pictures, straight from memory, and the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from vtdesk.services.papier import Bladzijde
from vtdesk.ui.widgets.boxes import column, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

DPI = 96


class Preview(QFrame):
    """Shows the pages below each other; saving and printing are asked here."""

    save_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "voorbeeld-vel", "Voorbeeld")
        self._words = text("Voorbeeld", "kop", wrap=False)
        self._save = named(secondary("Opslaan als PDF…", icon="pdf"), "pdf-opslaan")
        self._print = named(secondary("Afdrukken", icon="print"), "afdrukken-knop")
        self._pages = QVBoxLayout()
        self._pages.setSpacing(16)
        self._pages.setContentsMargins(16, 16, 16, 16)
        inside = QWidget()
        inside.setLayout(self._pages)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(area, "bladzijden", "Bladzijden")
        self._area = area
        head = row(self._words, None, self._save, self._print)
        head.setContentsMargins(16, 10, 16, 10)
        layout = column(head, air=0)
        layout.addWidget(area, 1)
        self.setLayout(layout)
        self._save.clicked.connect(self.save_asked)
        self._print.clicked.connect(self.print_asked)

    def wait(self) -> None:
        """Say that the pages are being made."""
        emptied(self._pages)
        self._pages.addWidget(text("Het voorbeeld wordt gemaakt…", tone="stil"))
        self._pages.addStretch(1)

    def show_pages(self, pages: Sequence[Bladzijde]) -> None:
        """Show the pages, sharp at this screen."""
        emptied(self._pages)
        ratio = self.devicePixelRatioF()
        for number, page in enumerate(pages, 1):
            self._pages.addWidget(
                _sheet(page, number, len(pages), ratio), 0, Qt.AlignmentFlag.AlignHCenter
            )
        self._pages.addStretch(1)
        count = len(pages)
        self._words.setText(f"Voorbeeld, {count} {'bladzijde' if count == 1 else 'bladzijden'}")

    def page_count(self) -> int:
        """Count the sheets that are shown."""
        return sum(isinstance(child, QLabel) and bool(child.objectName())
                   for child in self._area.findChildren(QLabel))  # fmt: skip

    def dpi(self) -> int:
        """Tell how fine the pages must be for this screen."""
        return round(DPI * self.devicePixelRatioF())


def _sheet(page: Bladzijde, number: int, count: int, ratio: float) -> QLabel:
    picture = QImage(
        page.pixels, page.breedte, page.hoogte, 4 * page.breedte, QImage.Format.Format_RGBA8888
    )
    shown = QPixmap.fromImage(picture)
    shown.setDevicePixelRatio(ratio)
    sheet = named(QLabel(), f"bladzijde-{number}", f"Bladzijde {number} van {count}")
    sheet.setPixmap(shown)
    sheet.setProperty("kind", "block")
    return sheet
