"""What is in a bijlage, inside vtdesk and from memory: pages, a picture, words, or why not."""

from collections import deque

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError
from vtdesk.services.bijlagen.kijker import Vellen
from vtdesk.services.drukwerk import Bladzijde
from vtdesk.ui import actions
from vtdesk.ui.casussen.bijlagen.beeld import Beeld
from vtdesk.ui.casussen.bijlagen.plaat import Plaat
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import choice, link
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

SETTLED = 150  # ms after the last change of width

Inhoud = Vellen | Beeld | str


class Kijker(QWidget):
    """Shows one bijlage at a time, in the place of the list."""

    closed = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        named(self, "bijlage-kijker", "Bijlage bekijken")
        self._jobs = jobs
        self._sheets: Vellen | None = None
        self._asked: deque[int] = deque()  # pages in sight that are still to be drawn
        self._is_drawing = False
        self._fit = 1.0  # how much smaller than paper the pages are, so that they fit
        self._back = named(link("Terug naar de lijst", icon="terug"), "terug-naar-lijst")
        self._name = named(text("", "vet"), "bijlage-naam")
        self._name.setMinimumWidth(1)
        self._note = named(text("", "klein", tone="stil"), "bijlage-noot")
        self._whole = named(choice("Ware grootte"), "ware-grootte")
        self._pages = Preview(has_ways_out=False)
        self._picture = Plaat()
        self._words = named(QPlainTextEdit(), "bijlage-tekst", "Tekst van de bijlage")
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._refusal = named(EmptyState("", icon="let-op"), "bijlage-niet-te-zien")
        self._stack = QStackedWidget()
        for widget in (self._pages, self._picture, self._words, self._refusal):
            self._stack.addWidget(widget)
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()

        self._back.clicked.connect(self.close_bijlage)
        self._whole.toggled.connect(self._picture.show_whole)
        self._picture.fits_changed.connect(self._whole.setHidden)
        self._pages.page_asked.connect(self._draw)
        self._settle.timeout.connect(self._lay_sheets)
        program = QApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.put_away)

    def show_bijlage(self, naam: str, inhoud: Inhoud) -> None:
        """Show what is in a bijlage."""
        self.put_away()
        self._name.setText(naam)
        self._whole.hide()  # until a picture says that it does not fit
        match inhoud:
            case Vellen():
                self._sheets = inhoud
                self._show(self._pages, _more(inhoud))
                self._lay_sheets()
            case Beeld():
                self._show(self._picture, _smaller(inhoud))
                self._picture.show_picture(inhoud)
            case str():
                self._words.setPlainText(inhoud)
                self._show(self._words, "")

    def refuse(self, naam: str, why: str) -> None:
        """Say why a bijlage cannot be shown."""
        self.put_away()
        self._name.setText(naam)
        self._whole.hide()
        self._refusal.say(why)
        self._show(self._refusal, "")

    @Slot()
    def close_bijlage(self) -> None:
        """Let go of what is shown, and go back to the list."""
        self.put_away()
        self.closed.emit()

    @Slot()
    def put_away(self) -> None:
        """Let go of what is shown."""
        if self._sheets is not None:
            self._sheets.sluit()
        self._sheets = None
        self._asked.clear()
        self._is_drawing = False
        self._pages.clear()
        self._picture.clear()
        self._words.clear()
        self._name.clear()

    def give_focus(self) -> None:
        """Let the keyboard walk what is shown."""
        shown = self._stack.currentWidget()
        area = shown.findChild(QWidget, "bladzijden") if shown is self._pages else shown
        (self._back if shown is self._refusal or area is None else area).setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if actions.pressed(event, ("bijlage-dicht",)):
            self.close_bijlage()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheets is not None:
            self._settle.start()

    def _lay_out(self) -> None:
        head = row(self._back, self._name, self._note, self._whole, air=12)
        head.setStretch(1, 1)
        layout = column(head)
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)

    def _show(self, widget: QWidget, note: str) -> None:
        self._stack.setCurrentWidget(widget)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    @Slot()
    def _lay_sheets(self) -> None:
        """Lay the pages down as wide as fits."""
        if self._sheets is None:
            return
        widest = max((width for width, _ in self._sheets.maten), default=1.0)
        fit = min(1.0, max(100, self._pages.room()) / widest)
        if self._pages.page_count() and fit == self._fit:
            return
        self._fit = fit
        self._asked.clear()
        self._pages.show_sheets([(w * fit, h * fit) for w, h in self._sheets.maten])

    @Slot(int)
    def _draw(self, number: int) -> None:
        """Draw one page after another: a slow one holds only one thread."""
        self._asked.append(number)
        if not self._is_drawing:
            self._draw_next()

    def _draw_next(self) -> None:
        sheets = self._sheets
        if sheets is None or not self._asked:
            return
        number, dpi = self._asked.popleft(), round(self._pages.dpi() * self._fit)
        self._is_drawing = True

        def show(page: Bladzijde | None) -> None:
            if page is not None and sheets is self._sheets:
                self._is_drawing = False
                self._pages.show_page(number, page)
                self._draw_next()

        def refuse(error: Exception) -> None:
            if not isinstance(error, OutsideError):
                self._jobs.failed.emit(error)
            elif sheets is self._sheets:
                self.refuse(self._name.text(), str(error))

        self._jobs.run(lambda: sheets.bladzijde(number, dpi), then=show, failed=refuse, owner=self)


def _more(vellen: Vellen) -> str:
    shown = len(vellen.maten)
    return f"De eerste {shown} van {vellen.aantal} bladzijden" if shown < vellen.aantal else ""


def _smaller(beeld: Beeld) -> str:
    return "Kleiner getoond" if beeld.breedte < beeld.echte_breedte else ""
