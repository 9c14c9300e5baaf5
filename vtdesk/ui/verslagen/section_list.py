"""The list of sections with how far each is, and the words that each person got."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout
from typing_extensions import override

from vtdesk.ui.theme import icons, palette, style
from vtdesk.ui.verslagen.counts import Stand
from vtdesk.ui.widgets.boxes import emptied, rule
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.ui.widgets.tip import set_tip

_WORDS = {Stand.LEEG: "leeg", Stand.HALF: "nog niet klaar", Stand.KLAAR: "klaar"}
_ROW = 29
_ID = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section in the list."""

    id: str
    words: str
    stand: Stand


class SectionList(QFrame):
    """Shows where the writer is and what is left; choosing a section goes there."""

    section_chosen = Signal(str)
    _shown: tuple[SectionLine, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        named(self, "onderdelen", "Onderdelen")
        self._list = named(_Sections(), "onderdelen-lijst", "Onderdelen")
        self.jump = named(Choices(), "onderdeel", "Onderdeel")  # takes its place where it is small
        self._here = ""  # the section in which the caret stands
        self._counted: list[tuple[str, int]] | None = None
        self._counts = QGridLayout()
        self._counts.setHorizontalSpacing(8)
        self._counts.setVerticalSpacing(2)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 12, 6, 12)
        layout.setSpacing(6)
        title = text("Onderdelen", "kop", wrap=False)
        title.setContentsMargins(10, 0, 0, 2)
        layout.addWidget(title)
        layout.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 10, 0)
        foot.setSpacing(4)
        foot.addWidget(rule())
        foot.addSpacing(4)
        foot.addWidget(text("Woorden per persoon", "klein", tone="stil"))
        foot.addLayout(self._counts)
        layout.addLayout(foot)

        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self.jump.activated.connect(lambda _: self.section_chosen.emit(self.jump.value()))

    def show_sections(self, lines: tuple[SectionLine, ...]) -> None:
        """Show the sections with their state."""
        if lines == self._shown:
            return
        self._shown = lines
        if self._list.count() != len(lines):
            self._list.clear()
            for _ in lines:
                QListWidgetItem(self._list)
            self.jump.clear()
            for line in lines:
                self.jump.add(line.words, line.id)
        for number, line in enumerate(lines):
            item = self._list.item(number)
            item.setText(line.words)
            item.setIcon(_mark(line.stand))
            item.setData(_ID, line.id)
            self.jump.setItemIcon(number, item.icon())
            item.setToolTip(f"{line.words}: {_WORDS[line.stand]}")
            spoken = f"{line.words}, {_WORDS[line.stand]}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.words)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, spoken)
        self._take_fonts()

    def mark(self, sectie_id: str) -> None:
        """Mark the section in which the caret stands."""
        self.jump.choose(sectie_id)
        self._here = sectie_id
        self._take_fonts()
        for number in range(self._list.count()):
            if self._list.item(number).data(_ID) == sectie_id:
                self._list.setCurrentRow(number)

    def _take_fonts(self) -> None:
        """Write the section of the caret bold, each in the size of text now on screen."""
        for number in range(self._list.count()):
            item = self._list.item(number)
            here = item.data(_ID) == self._here
            item.setFont(style.font(weight=600 if here else 400))
            item.setSizeHint(QSize(100, style.scaled(_ROW)))

    def show_counts(self, counts: list[tuple[str, int]]) -> None:
        """Show how many words each person got."""
        if counts == self._counted:
            return
        self._counted = counts
        emptied(self._counts)
        for number, (name, words) in enumerate(counts[:8]):
            label = text(name, "klein")
            set_tip(label, name)
            amount = text(str(words), "klein", wrap=False)
            amount.setAccessibleName(f"{name}: {words} woorden")
            self._counts.addWidget(label, number, 0)
            self._counts.addWidget(amount, number, 1, Qt.AlignmentFlag.AlignRight)
        self._counts.setColumnStretch(0, 1)
        if not counts:
            self._counts.addWidget(text("Nog geen uitspraken.", "klein", tone="stil"), 0, 0)

    def lines(self) -> tuple[SectionLine, ...]:
        """Give what stands in the list."""
        return self._shown

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            lines, self._shown = self._shown, ()
            self.show_sections(lines)  # with marks and words in the look of now

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.section_chosen.emit(item.data(_ID))


class _Sections(QListWidget):
    """A list that scrolls up and down only."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 120)


def _mark(stand: Stand) -> QIcon:
    """Draw the mark of a state: an open circle, a half one, a check."""
    match stand:
        case Stand.KLAAR:
            return icons.icon("klaar", "goed")
        case Stand.LEEG:
            return icons.icon("leeg", "stil")
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        made.addPixmap(_half(ratio))
        made.addPixmap(_half(ratio), QIcon.Mode.Selected)  # else Qt mixes it with the ground
    return made


def _half(ratio: float) -> QPixmap:
    side = icons.SIZE
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.colour("accent"), 1.5))
    middle, reach = QPointF(side / 2, side / 2), 6.5
    painter.drawEllipse(middle, reach, reach)
    painter.setBrush(palette.colour("accent"))
    around = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
    painter.drawPie(around, 90 * 16, 180 * 16)
    painter.end()
    return picture
