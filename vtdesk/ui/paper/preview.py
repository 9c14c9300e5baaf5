"""The paper on screen: pages as pictures, straight from memory, and the ways out."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.drukwerk import Bladzijde
from vtdesk.ui import actions
from vtdesk.ui.format import aantal
from vtdesk.ui.widgets.boxes import column, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

DPI = 96
POINTS = 72  # in an inch
MAKING = "Het voorbeeld wordt gemaakt…"
LEAST_DPI = 56  # smaller letters could not be read


class Preview(QFrame):
    """Shows the pages below each other; saving and printing are asked here."""

    page_asked = Signal(int)  # a page that is in sight and not drawn yet, counted from 0
    save_asked = Signal()
    print_asked = Signal()
    sent_asked = Signal()  # to note who received it
    uitgaand_asked = Signal()  # to let it leave for a receiver

    def __init__(self, *, is_verslag: bool = False, has_ways_out: bool = True) -> None:
        """Show a verslag, which leaves only by Uitgaand, or something with ways out of its own."""
        super().__init__()
        if has_ways_out:  # else it is a part of another card
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
        self._making: QLabel | None = None
        self._sheets: list[Sheet] = []
        self._dpi = DPI
        self._look = QTimer(self, singleShot=True, interval=0)  # after the layout is done
        self._look.timeout.connect(self._ask_what_is_seen)
        area.verticalScrollBar().valueChanged.connect(lambda _: self._look.start())
        self._sent = named(secondary("Verzonden aan…", icon="opgeslagen"), "verzonden-aan")
        self._uitgaand = named(secondary("Uitgaand…", icon="verzending"), "uitgaand-knop")
        self._uitgaand.setToolTip(actions.keys_text("uitgaand"))
        self._lay_out(has_ways_out=has_ways_out)
        self._offer(is_verslag=is_verslag)

    def _offer(self, *, is_verslag: bool) -> None:
        """Offer the ways out that this has."""
        for way, on, asked in (
            (self._save, not is_verslag, self.save_asked),
            (self._print, not is_verslag, self.print_asked),
            (self._sent, is_verslag, self.sent_asked),
            (self._uitgaand, is_verslag, self.uitgaand_asked),
        ):
            way.setVisible(on)
            way.clicked.connect(asked)

    def open_ways(self, why_not: str = "") -> None:
        """Let it be saved and printed, or say what must be done first."""
        for way in (self._save, self._print):
            way.setEnabled(not why_not)
            way.setToolTip(why_not)
            way.setAccessibleDescription(why_not)

    def clear(self) -> None:
        """Take all pages away."""
        self._sheets.clear()
        self._making = None
        emptied(self._pages)
        self._words.setText("Voorbeeld")

    def wait(self) -> None:
        """Say that the pages are being made."""
        self.clear()
        self._making = named(text(MAKING, tone="stil"), "voorbeeld-voortgang")
        self._pages.addWidget(self._making)
        self._pages.addStretch(1)

    @Slot(float)
    def tell_progress(self, share: float) -> None:
        """Say how far the pages are, as long as they are waited for."""
        if self._making is not None:
            self._making.setText(f"{MAKING} {share:.0%}".replace("%", " %"))

    def show_sheets(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Lay down white sheets of these sizes in points; each is drawn when it comes in sight."""
        self.clear()
        self._dpi = self._fitting(sizes)
        for number, size in enumerate(sizes, 1):
            sheet = Sheet(f"Bladzijde {number} van {len(sizes)}", size, self._dpi)
            self._sheets.append(named(sheet, f"bladzijde-{number}"))
            self._pages.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages.addStretch(1)
        self._words.setText(f"Voorbeeld, {aantal(len(sizes), 'bladzijde', 'bladzijden')}")
        self._look.start()

    def show_page(self, number: int, page: Bladzijde) -> None:
        """Show what stands on a sheet, sharp at this screen."""
        self._sheets[number].show_page(page, self.devicePixelRatioF())

    def page_count(self) -> int:
        """Count the sheets that are shown."""
        return len(self._sheets)

    def drawn(self) -> list[int]:
        """Tell which pages are held as a picture now, counted from 0."""
        return [number for number, sheet in enumerate(self._sheets) if sheet.is_drawn]

    def dpi(self) -> int:
        """Tell how fine the pages must be for this screen."""
        return round(self._dpi * self.devicePixelRatioF())

    def room(self) -> int:
        """Tell how wide a sheet can be, in points, before a part of it is out of sight."""
        margins = self._pages.contentsMargins()
        width = self._area.viewport().width() - margins.left() - margins.right()
        return width * POINTS // DPI

    def _lay_out(self, *, has_ways_out: bool) -> None:
        head = row(self._words, None, self._sent, self._uitgaand, self._save, self._print)
        head.setContentsMargins(16, 10, 16, 10)
        ways = QWidget()
        ways.setLayout(head)
        layout = column(ways, air=0)
        layout.addWidget(self._area, 1)
        self.setLayout(layout)
        ways.setVisible(has_ways_out)  # only now: without a parent it would be a window

    def _fitting(self, sizes: Sequence[tuple[float, float]]) -> int:
        """Draw paper so small that its right side is in sight."""
        widest = max((width for width, _ in sizes), default=0)
        if not widest:
            return DPI
        return max(LEAST_DPI, min(DPI, int(DPI * self.room() / widest)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look.start()

    @Slot()
    def _ask_what_is_seen(self) -> None:
        """Ask for the pages in sight and next to it, and let go of all others."""
        window = self._area.viewport().rect()
        around = window.adjusted(0, -window.height(), 0, window.height())
        for number, sheet in enumerate(self._sheets):
            corner = sheet.mapTo(self._area.viewport(), QPoint(0, 0))
            if not around.intersects(QRect(corner, sheet.size())):
                sheet.forget()
            elif not sheet.is_asked:
                sheet.is_asked = True
                self.page_asked.emit(number)


class Sheet(QLabel):
    """One page: white paper of its size, and a picture as long as it is in sight."""

    def __init__(self, name: str, size: tuple[float, float], dpi: int = DPI) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "block")
        self.setFixedSize(*(round(points * dpi / POINTS) for points in size))
        self.is_asked = False
        self.is_drawn = False

    def show_page(self, page: Bladzijde, ratio: float) -> None:
        """Show the pixels of the page, when it is still wanted."""
        if not self.is_asked:
            return
        whole = 4 * page.breedte
        form = QImage.Format.Format_RGBA8888
        shown = QPixmap.fromImage(QImage(page.pixels, page.breedte, page.hoogte, whole, form))
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
        self.is_drawn = True

    def forget(self) -> None:
        """Let go of the picture: a long verslag would fill the memory."""
        if self.is_asked:
            self.clear()
            self.is_asked = self.is_drawn = False
