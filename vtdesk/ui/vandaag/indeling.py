"""How the day is laid out: the strip on top, the day at the left, and who has the right side."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vtdesk.ui.page import Width
from vtdesk.ui.vandaag.days import Days
from vtdesk.ui.vandaag.straks import Straks
from vtdesk.ui.vandaag.tegels import Tegels
from vtdesk.ui.vandaag.title_row import TitleRow
from vtdesk.ui.widgets.boxes import MARGIN, row, scrolled
from vtdesk.ui.widgets.named import named

BY_DAY, BY_EVENING = (58, 42, 42, 0), (38, 0, 0, 62)  # day, right side, day after, evening


class Indeling(QVBoxLayout):
    """Gives the right side to the day or to the evening; in the evening the strip goes."""

    def __init__(self, days: Days, straks: Straks, evening: QWidget) -> None:
        super().__init__()
        self.title = TitleRow()
        self.tegels = named(Tegels(), "tegels", "Overzicht")
        self._days, self._evening = days, evening
        self._right: QScrollArea = scrolled(straks)
        self._wide = False
        self._below = row(days.first, self._right, days.second, evening, air=12)
        self._share(BY_DAY)
        self.setContentsMargins(MARGIN, 6, MARGIN, MARGIN)
        self.setSpacing(12)
        self.addWidget(self.title)
        self.addWidget(self.tegels)
        self.addLayout(self._below, 1)

    def fit(self, width: Width) -> bool:
        """Take the form that goes with the room; tells whether the day after came or went."""
        self.tegels.set_narrow(narrow=width is Width.KLEIN)
        self._days.fit(narrow=width is Width.KLEIN)
        self._wide = width is Width.GROOT
        return self._days.set_wide(wide=self._wide and self._evening.isHidden())

    def give_right_to(self, *, evening: bool) -> None:
        """Give the right side to the evening, or back to the day."""
        self.tegels.setHidden(evening)
        self._right.setHidden(evening)
        self._days.set_wide(wide=self._wide and not evening)
        self._evening.setVisible(evening)
        self._share(BY_EVENING if evening else BY_DAY)

    def begin_at_top(self) -> None:
        """Show the right side from its beginning, once all has its new height."""
        bar = self._right.verticalScrollBar()
        QTimer.singleShot(0, bar, lambda: bar.setValue(0))

    def bring_in_sight(self, widget: QWidget) -> None:
        """Scroll the right side to a part of it."""
        self._right.ensureWidgetVisible(widget)

    def _share(self, shares: Sequence[int]) -> None:
        for place, share in enumerate(shares):
            self._below.setStretch(place, share)
