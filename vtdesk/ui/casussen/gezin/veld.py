"""The drawing on screen: fits its room, zooms, scrolls, and holds one button per person."""

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget
from typing_extensions import override

from vtdesk.ui.casussen.gezin.pen import GenogramPen
from vtdesk.ui.casussen.gezin.persoon_knop import PersoonKnop
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.named import named
from vtdesk.values.genogram.tekening import Laag, Symbool, Tekening

LEAST, MOST = 0.7, 1.2  # fitting stops where letters become too small, or large for no reason
ZOOM, SMALLEST, LARGEST = 1.15, 0.4, 4.0
STEP = 12.0  # px in the drawing for one press of a key
_EMPTY = Tekening(0, 0, (), (), (), (), ())


class Tekenveld(QScrollArea):
    """Shows one drawing; what happens to a person leaves as a signal with the id."""

    chosen = Signal(object)  # UUID
    opened = Signal(object)  # UUID
    tie_asked = Signal(object)  # UUID
    moved = Signal(object, float)  # UUID, px in the drawing from where it stands

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blad = named(_Blad(), "genogram", "Genogram")
        self._zoom = 0.0  # 0: as large as fits
        self._current: UUID | None = None
        self._knoppen: dict[UUID, PersoonKnop] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "inside")
        self._blad.setProperty("kind", "inside")
        self.setWidget(self._blad)

    def show_drawing(self, tekening: Tekening, lagen: Collection[Laag]) -> None:
        """Show this; who was chosen stays so, and the keyboard stays where it was."""
        focused = self._focused()
        self._blad.tekening, self._blad.lagen = tekening, frozenset(lagen)
        known = {symbool.id for symbool in tekening.symbolen}
        for gone in [i for i in self._knoppen if i not in known]:
            knop = self._knoppen.pop(gone)
            knop.hide()
            knop.deleteLater()
        for symbool in tekening.symbolen:
            knop = self._knoppen.get(symbool.id) or self._make(symbool.id)
            knop.show_symbol(symbool)
        if self._current not in known:
            self._current = next((s.id for s in tekening.symbolen if s.centraal), None) or next(
                (s.id for s in tekening.symbolen), None
            )
        self._order()
        self._lay_out()
        if focused is not None and (successor := self._knoppen.get(focused) or self.knop()):
            successor.setFocus(Qt.FocusReason.OtherFocusReason)

    def knop(self) -> PersoonKnop | None:
        """Give the button of who is chosen, which takes the keyboard."""
        return self._knoppen.get(self._current) if self._current else None

    def current(self) -> UUID | None:
        """Give who is chosen."""
        return self._current

    def choose(self, persoon_id: UUID | None) -> None:
        """Choose somebody who is drawn."""
        if persoon_id in self._knoppen:
            self._current = persoon_id
            self._order()
            self._blad.chosen = persoon_id
            self._blad.update()

    def focus_current(self) -> None:
        """Bring the keyboard to who is chosen."""
        if knop := self.knop():
            knop.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(knop, 20, 20)

    def zoom(self, factor: float) -> None:
        """Make the drawing larger or smaller; 0 fits it in its room again."""
        now = self._zoom or self._fitting()
        unit = style.scaled(100) / 100
        self._zoom = min(max(now * factor, SMALLEST * unit), LARGEST * unit) if factor else 0.0
        self._lay_out()

    def scale_shown(self) -> float:
        """Tell how many pixels one px of the drawing is."""
        return self._blad.scale

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if knop := self.knop():
            self.ensureWidgetVisible(knop, 8, 8)  # a low window begins with who is chosen

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, style.scaled(300))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, style.scaled(90))

    def _make(self, persoon_id: UUID) -> PersoonKnop:
        knop = PersoonKnop(self._blad)
        knop.chosen.connect(self._choose)
        knop.opened.connect(self.opened)
        knop.tie_asked.connect(self.tie_asked)
        knop.walked.connect(self._walk)
        knop.dragged.connect(self._drag)
        knop.dropped.connect(self._drop)
        knop.shifted.connect(lambda i, steps: self.moved.emit(i, steps * STEP))
        self._knoppen[persoon_id] = knop
        knop.show()
        return knop

    def _order(self) -> None:
        """Let Tab come to the one who is chosen; from there the arrows walk."""
        for persoon_id, knop in self._knoppen.items():
            tab = persoon_id == self._current
            knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def _choose(self, persoon_id: UUID) -> None:
        if persoon_id != self._current or self._blad.chosen != persoon_id:
            self.choose(persoon_id)
            self.chosen.emit(persoon_id)
        self.ensureWidgetVisible(self._knoppen[persoon_id], 8, 8)

    def _walk(self, persoon_id: UUID, way: str) -> None:
        following = getattr(self._blad.tekening.buur(persoon_id), way)
        if following in self._knoppen:
            knop = self._knoppen[following]
            knop.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(knop, 20, 20)

    def _drag(self, persoon_id: UUID, pixels: int) -> None:
        self._blad.ghost = (persoon_id, pixels / self._blad.scale)
        self._blad.update()

    def _drop(self, persoon_id: UUID, pixels: int) -> None:
        self._blad.ghost = None
        self._blad.update()
        self.moved.emit(persoon_id, pixels / self._blad.scale)

    def _fitting(self) -> float:
        drawing, room = self._blad.tekening, self.viewport().size()
        unit = style.scaled(100) / 100
        if not drawing.breedte:
            return unit
        fits = min(room.width() / drawing.breedte, room.height() / drawing.hoogte)
        return min(max(fits, LEAST * unit), MOST * unit)

    def _lay_out(self) -> None:
        blad, room = self._blad, self.viewport().size()
        blad.scale = self._zoom or self._fitting()
        blad.chosen = self._current
        wide = max(round(blad.tekening.breedte * blad.scale), room.width())
        high = max(round(blad.tekening.hoogte * blad.scale), room.height())
        blad.resize(wide, high)
        for knop in self._knoppen.values():
            knop.setGeometry(blad.place(knop.symbool))
        blad.update()

    def _focused(self) -> UUID | None:
        return next((i for i, knop in self._knoppen.items() if knop.hasFocus()), None)


class _Blad(QWidget):
    """The sheet that is scrolled; it only paints."""

    def __init__(self) -> None:
        super().__init__()
        self.tekening = _EMPTY
        self.lagen: frozenset[Laag] = frozenset()
        self.scale = 1.0
        self.chosen: UUID | None = None
        self.ghost: tuple[UUID, float] | None = None

    def place(self, symbool: Symbool) -> QRect:
        """Say where a person and the text under the symbol are."""
        vak, under, origin = symbool.vak, symbool.bijschrift, self._origin()
        left, right = min(vak.left, under.left), max(vak.right, under.right)
        high = max(vak.bottom, under.bottom) - vak.top
        return QRect(
            round(origin.x() + left * self.scale),
            round(origin.y() + vak.top * self.scale),
            round((right - left) * self.scale),
            round(high * self.scale),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self._origin())
        painter.scale(self.scale, self.scale)
        pen = GenogramPen(painter, self.lagen)
        chosen = [s for s in self.tekening.symbolen if s.id == self.chosen]
        focus = QApplication.focusWidget()
        ringed = focus is not None and self.isAncestorOf(focus)  # one line around a person, not two
        edge = "keuze" if ringed else "accent"
        pen.draw(self.tekening, chosen[0] if chosen else None, edge=edge)
        if self.ghost:
            pen.ghost(self.tekening.symbool(self.ghost[0]), self.ghost[1])
        painter.end()

    def _origin(self) -> QPointF:
        """Put the drawing in the middle of its room."""
        return QPointF(
            max(0.0, (self.width() - self.tekening.breedte * self.scale) / 2),
            max(0.0, (self.height() - self.tekening.hoogte * self.scale) / 2),
        )
