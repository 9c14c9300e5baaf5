"""A line about slow work: what it is, how far it is, and a button that stops it."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from vtdesk.services.bijlagen.bron import Voortgang
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import small
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

PATIENCE = 500  # ms; shorter work needs no line
EVERY = 100  # ms
WHOLE = 1000


class Bezig(QWidget):
    """Appears half a second after the start, and looks how far the work is."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "bezig")
        self._voortgang = Voortgang()
        self._words = text("", "klein", tone="stil")
        self._words.setMinimumWidth(1)
        self._bar = named(QProgressBar(), "voortgang", "Voortgang")
        self._bar.setTextVisible(False)
        self._stop = named(small("Annuleren"), "stoppen")
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._look = QTimer(self, interval=EVERY)
        line = row(column(self._words, self._bar, air=4), self._stop, air=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()

        self._patience.timeout.connect(self.show)
        self._look.timeout.connect(self._follow)
        self._stop.clicked.connect(self._ask_to_stop)

    def start(self, words: str, voortgang: Voortgang) -> None:
        """Begin the half second."""
        self._voortgang = voortgang
        self._words.setText(words)
        self._stop.setEnabled(True)
        self._follow()
        self._look.start()
        if not self.isVisible():
            self._patience.start()

    def done(self) -> None:
        """Be gone."""
        self._patience.stop()
        self._look.stop()
        self.hide()

    @Slot()
    def _follow(self) -> None:
        """Show how far it is; when all was read, what is left takes as long as it takes."""
        done, whole = self._voortgang.gedaan, self._voortgang.totaal
        is_known = 0 < done < whole
        self._bar.setRange(0, WHOLE if is_known else 0)
        if is_known:
            self._bar.setValue(done * WHOLE // whole)

    @Slot()
    def _ask_to_stop(self) -> None:
        self._voortgang.stop()
        self._stop.setEnabled(False)
