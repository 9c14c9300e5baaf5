"""The line at the foot; it says only what is true: what is stored, and when the kluis closes."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.ui.format import aantal
from vtdesk.ui.theme import icons
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import Roomy, icon_label, text
from vtdesk.values.tijd import Clock, klok

QUIET_SECONDS = 60  # the same good news is told to a screen reader at most so often


class StateLine(QFrame):
    """Saved or not, how long until the lock, and that nothing leaves this laptop."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "stateline")
        named(self, "statusregel", "Status")
        self._clock = clock
        self._minutes = 0
        self._last_saved = clock()
        self._told: datetime | None = None
        self._failed = False
        self._mark = icon_label("opgeslagen", size=14)
        self._saved = named(Roomy("klein"), "opgeslagen")
        self._closing = named(text("", "klein", wrap=False), "sluit")
        self._reserve_mark = icon_label("reservekopie", size=14)
        self._reserve = named(Roomy("klein"), "reservekopie")
        self._about_reserve = boxed(row(self._reserve_mark, self._reserve, air=6))
        parts = Flow(
            boxed(row(self._mark, self._saved, air=6)),
            self._about_reserve,
            boxed(row(icon_label("vergrendel", size=14), self._closing, air=6)),
            text("Werkt zonder netwerk", "klein", wrap=False),
            air=18,
            right=2,
        )
        layout = column(parts)
        layout.setContentsMargins(16, 4, 16, 4)
        self.setLayout(layout)
        self.tell_reserve("", "")
        self._show_saved()
        self.count_down(0)

    @Slot()
    def tell_saved(self) -> None:
        """Everything typed has reached the disk, now."""
        self._last_saved = self._clock()
        self._failed = False
        self._show_saved()

    def tell_failed(self) -> None:
        """Something typed could not be stored; the whole line says so."""
        self._failed = True
        since = klok(self._last_saved)
        words = f"Niet opgeslagen sinds {since}. Je tekst staat nog op het scherm."
        self._saved.setText(words)
        icons.set_icon(self._mark, "let-op", "gevaar", size=14)
        restyle(self, tone="gevaar")
        self._announce(words, urgent=True)

    def tell_reserve(self, words: str, tone: str) -> None:
        """Say how it stands with the reservekopieën."""
        self._reserve.setText(words)
        self._reserve.setAccessibleName(words)
        self._about_reserve.setVisible(bool(words))
        icons.set_icon(self._reserve_mark, "reservekopie", tone or "stil", size=14)
        restyle(self._reserve, tone=tone)

    def set_minutes(self, minutes: int) -> None:
        """Say how long silence may last."""
        self._minutes = minutes
        self.count_down(0)

    @Slot(int)
    def count_down(self, seconds: int) -> None:
        """Count the last seconds before the lock; 0 is the quiet sentence."""
        if seconds:
            words = f"Sluit over {aantal(seconds, 'seconde', 'seconden')}"
        else:
            words = f"Sluit na {aantal(self._minutes, 'minuut', 'minuten')} stilte"
        self._closing.setText(words)
        if not self._failed:
            restyle(self, tone="let-op" if seconds else "")

    def words(self) -> str:
        """Give what the line says about storing."""
        return self._saved.text()

    def reserve(self) -> str:
        """Give what the line says about reservekopieën."""
        return self._reserve.text()

    def closing(self) -> str:
        """Give what the line says about the lock."""
        return self._closing.text()

    def _show_saved(self) -> None:
        words = f"Alles opgeslagen, {klok(self._last_saved)}"
        self._saved.setText(words)
        icons.set_icon(self._mark, "opgeslagen", "stil", size=14)
        restyle(self, tone="")
        now = self._clock()
        if self._told is None or (now - self._told).total_seconds() >= QUIET_SECONDS:
            self._told = now
            self._announce(words, urgent=False)

    def _announce(self, words: str, *, urgent: bool) -> None:
        event = QAccessibleAnnouncementEvent(self, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)
