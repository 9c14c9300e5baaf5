"""Who receives it and by which way; both ask to be chosen, nothing is chosen by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row, rule
from vtdesk.ui.widgets.keuzerij import Keuze, Keuzelijst
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text

WIDTH, WIDEST = 300, 16_000
ONE_ROW, SOME_WAYS = 54, 64  # what stays in sight in the lowest window
FOR_WHOM = "Voor wie is dit?"
NOBODY = "In deze casus staat nog niemand die dit mag krijgen. Voeg eerst iemand toe."


class _Vak(QScrollArea):
    """A box that scrolls in itself; it asks for its whole height, or takes what is left."""

    def __init__(self, inside: QWidget, *, least: int, whole: bool) -> None:
        super().__init__()
        self._inside, self._least, self._whole = inside, least, whole
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across, down = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, down if whole else QSizePolicy.Policy.Expanding)
        inside.setProperty("kind", "inside")
        self.setWidget(inside)

    @override
    def sizeHint(self) -> QSize:
        high = self._inside.sizeHint().height() if self._whole else 0
        return QSize(style.scaled(WIDTH), max(high, style.scaled(self._least)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, style.scaled(self._least))


class VoorWie(QFrame):
    """Receivers above, ways below, and at the foot what must be known of this receiver."""

    receiver_chosen = Signal(object)  # key of the receiver
    way_chosen = Signal(object)  # id of the way

    def __init__(self, question: str = FOR_WHOM) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "voor-wie", question)
        self._question = question
        self.people = Keuzelijst("ontvanger", question)
        self.ways = Keuzelijst("weg", "Hoe krijgt de ontvanger dit?")
        self._nobody = named(text(NOBODY, tone="stil"), "niemand")
        self._how = named(text("", "vet"), "hoe-kop")
        self._way_part, self._note = QWidget(), text("", "klein")
        named(self._note, "let-op-ontvanger")
        self._how.setContentsMargins(6, 0, 0, 0)
        self._way_part.setLayout(column(rule(), 8, self._how, self.ways, air=6))
        self._foot = self._make_foot()
        self._later = QTimer(self, singleShot=True, interval=0)  # after the layout is done
        self._later.timeout.connect(self._keep_in_view)
        self._lay_out()
        self.people.chosen.connect(self.receiver_chosen)
        self.ways.chosen.connect(self.way_chosen)
        self.fit()

    def _make_foot(self) -> QFrame:
        foot = row(icon_label("persoon", "stil"), self._note, air=10)
        foot.setStretch(1, 1)
        foot.setContentsMargins(10, 8, 10, 8)
        return boxed(foot, kind="block")

    def _lay_out(self) -> None:
        inside, below = QWidget(), QWidget()
        title = text(self._question, "kop")
        title.setContentsMargins(6, 0, 0, 4)
        inside.setLayout(column(self._nobody, self.people, None, air=6))
        below.setLayout(column(self._way_part, self._foot, air=6))
        self._above = _Vak(inside, least=ONE_ROW, whole=False)
        self._below = _Vak(below, least=SOME_WAYS, whole=True)
        whole = column(title, self._above, self._below, air=6)
        whole.setStretch(1, 1)
        whole.setContentsMargins(10, 12, 10, 12)
        self.setLayout(whole)
        self._nobody.hide()
        self._way_part.hide()
        self._foot.hide()
        self._below.hide()

    def show_receivers(self, receivers: Sequence[Keuze], chosen: str) -> None:
        """Show who may receive it."""
        self.people.show_choices(receivers, chosen or None)
        self.people.setVisible(bool(receivers))
        self._nobody.setVisible(not receivers)
        self._later.start()

    def clear(self) -> None:
        """Show nobody until it is read who may receive it."""
        self.people.show_choices(())
        self._nobody.hide()
        self.show_ways("", (), "")
        self.show_note("")

    def show_ways(self, question: str, ways: Sequence[Keuze], chosen: str) -> None:
        """Show by which ways it can reach this receiver; without a receiver there are none."""
        self._how.setText(question)
        self.ways.setAccessibleName(question)
        self.ways.show_choices(ways, chosen or None)
        self._way_part.setVisible(bool(ways))
        self._fit_below()

    def show_note(self, words: str) -> None:
        """Say what must be known of this receiver."""
        self._note.setText(words)
        self._foot.setVisible(bool(words))
        self._fit_below()

    def fit(self, *, whole: bool = False) -> None:
        """Take the width that goes with the size of the text, or all the room there is."""
        self.setMinimumWidth(0 if whole else style.scaled(WIDTH))
        self.setMaximumWidth(WIDEST if whole else style.scaled(WIDTH))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _fit_below(self) -> None:
        """However many may receive it, the ways stay in sight below them."""
        self._below.setVisible(not (self._way_part.isHidden() and self._foot.isHidden()))
        self._below.updateGeometry()
        self._later.start()

    @Slot()
    def _keep_in_view(self) -> None:
        self._below.updateGeometry()
        chosen = next((one for one in self.people.rows() if one.isChecked()), None)
        if chosen is not None:
            self._above.ensureWidgetVisible(chosen, 0, 0)
