"""The paper as it will leave: one page at a time, or two where there is room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from vtdesk.services.drukwerk import Bladzijde
from vtdesk.ui.paper.preview import POINTS, Sheet
from vtdesk.ui.widgets.boxes import boxed, column, emptied, row, scrolled
from vtdesk.ui.widgets.buttons import icon_button
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

LEAST_DPI, MOST_DPI = 46, 110
NEARLY = 0.88  # of the width: a page that fits so wholly is drawn that small, and does not scroll
AIR = 12
WAITING = "De bladzijden worden gemaakt…"
NOTHING = "Hier zie je straks wat op papier komt."


class Papierkaart(QWidget):
    """Asks for the pages it shows, and lets go of all others."""

    page_asked = Signal(int)  # a page that is in sight and not drawn yet, counted from 0

    def __init__(self) -> None:
        super().__init__()
        named(self, "papier", "Zo komt het op papier")
        self._sizes: list[tuple[float, float]] = []
        self._at, self._beside = 0, 1
        self._sheets: dict[int, Sheet] = {}
        self._dpi = LEAST_DPI
        self._title = text("Zo komt het op papier", "kop")
        self._number = named(text("", tone="stil", wrap=False), "bladzijde-nummer")
        self.former = named(icon_button("vorige", "Vorige bladzijde"), "bladzijde-vorige")
        self.next = named(icon_button("volgende", "Volgende bladzijde"), "bladzijde-volgende")
        self._say = named(text(NOTHING, tone="stil"), "papier-zin")
        self._pages = QHBoxLayout()
        self._pages.setContentsMargins(AIR, AIR, AIR, AIR)
        self._pages.setSpacing(AIR)
        inside = QWidget()
        inside.setLayout(self._pages)
        self._area: QScrollArea = named(scrolled(inside), "papier-vlak", "Bladzijden")
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = QTimer(self, singleShot=True, interval=0)  # after the layout is done
        self._later.timeout.connect(self._lay_sheets)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        head = row(self._title, None, self._number, self.former, self.next, air=6)
        desk = column(self._say, self._area, air=0)
        desk.setStretch(1, 1)
        desk.setContentsMargins(1, 1, 1, 1)
        self._say.setContentsMargins(12, 12, 12, 12)
        layout = column(head, air=10)
        layout.addWidget(boxed(desk, kind="block"), 1)
        self.setLayout(layout)
        self.former.clicked.connect(lambda: self.turn(-1))
        self.next.clicked.connect(lambda: self.turn(1))

    def clear(self, words: str = NOTHING) -> None:
        """Take all pages away, and say why there are none."""
        self._sizes = []
        self._at = 0
        self._say.setText(words)
        self._lay_sheets()

    def wait(self) -> None:
        """Say that the pages are being made."""
        self.clear(WAITING)

    @Slot(float)
    def tell_progress(self, share: float) -> None:
        """Say how far the pages are."""
        if not self._sizes:
            self._say.setText(f"{WAITING} {share:.0%}".replace("%", " %"))

    def show_sheets(self, sizes: Sequence[tuple[float, float]], at: int = 0) -> None:
        """Lay down pages of these sizes in points, with this one in front."""
        self._sizes = list(sizes)
        self._at = max(0, min(at, len(self._sizes) - 1))
        self._say.setVisible(not self._sizes)
        self._area.setVisible(bool(self._sizes))
        self._later.start()  # it has no size before it is seen

    def show_page(self, number: int, page: Bladzijde) -> None:
        """Show what stands on a page, when it is still in sight."""
        sheet = self._sheets.get(number)
        if sheet is not None:
            sheet.show_page(page, self.devicePixelRatioF())

    def at(self) -> int:
        """Tell which page is in front, counted from 0."""
        return self._at

    def dpi(self) -> int:
        """Tell how fine a page must be for this screen."""
        return round(self._dpi * self.devicePixelRatioF())

    def page_count(self) -> int:
        """Count the pages."""
        return len(self._sizes)

    def turn(self, by: int) -> None:
        """Go to another page."""
        self._at = max(0, min(len(self._sizes) - 1, self._at + by * len(self._in_front())))
        self._lay_sheets()

    def fit(self, *, beside: int) -> None:
        """Show so many pages beside each other."""
        self._beside = beside
        self._lay_sheets()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    @Slot()
    def _lay_sheets(self) -> None:
        shown = self._in_front()
        self._say.setVisible(not self._sizes)
        self._area.setVisible(bool(self._sizes))
        self._tell_number(shown)
        dpi = self._fitting(shown)
        if dpi == self._dpi and list(self._sheets) == list(shown) and self._sizes:
            return
        self._dpi = dpi
        emptied(self._pages)
        self._sheets = {}
        for number in shown:
            words = f"Bladzijde {number + 1} van {len(self._sizes)}"
            sheet = named(Sheet(words, self._sizes[number], dpi), f"bladzijde-{number + 1}")
            sheet.is_asked = True
            self._sheets[number] = sheet
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
            self._pages.addWidget(sheet, 1, top)
            self.page_asked.emit(number)

    def _in_front(self) -> range:
        """List the pages that are in sight: two only where both can be read."""
        count = len(self._sizes)
        shown = range(self._at, min(self._at + self._beside, count))
        fits = self._room(shown) >= LEAST_DPI
        return shown if fits or len(shown) == 1 else range(self._at, self._at + 1)

    def _room(self, shown: range) -> int:
        """Tell how fine pages can be that stand beside each other."""
        widest = sum(self._sizes[number][0] for number in shown)
        room = self._area.viewport().width() - AIR * (len(shown) + 1)
        return int(room * POINTS / widest) if widest else self._dpi

    def _tell_number(self, shown: range) -> None:
        count = len(self._sizes)
        many = f"bladzijde {shown.start + 1} en {shown.stop} van {count}"
        one = f"bladzijde {shown.start + 1} van {count}"
        self._number.setText("" if not count else many if len(shown) > 1 else one)
        self.former.setEnabled(self._at > 0)
        self.next.setEnabled(shown.stop < count)

    def _fitting(self, shown: range) -> int:
        """Draw paper so large that it just fits, and wholly when it nearly does."""
        wide = self._room(shown)
        tallest = max((self._sizes[number][1] for number in shown), default=0.0)
        high = int((self._area.height() - 2 * AIR - 2) * POINTS / tallest) if tallest else wide
        fits = high if wide * NEARLY <= high < wide else wide
        return max(LEAST_DPI, min(MOST_DPI, fits))
