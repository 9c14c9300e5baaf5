"""Parkeernotitie (F3): five lines right after a talk, without leaving where one is."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.notities import NotitieGegevens
from vtdesk.ui.format import tijden
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import icon_button, primary
from vtdesk.ui.widgets.choices import Choices
from vtdesk.ui.widgets.form import Field
from vtdesk.ui.widgets.keycap import Keycap
from vtdesk.ui.widgets.limits import TextArea
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, text
from vtdesk.values.tijd import klok

WIDTH = 480
TWO_LINES, ONE_LINE = 52, 34  # the height of a prompt, and where there is no room for that
PAUSE = 1000  # ms after the first key that is not stored until the concept is on disk
PROMPTS = {
    "gezien": "Gezien",
    "gezegd": "Gezegd",
    "afgesproken": "Afgesproken",
    "zorg": "Zorg",
    "gevoel": "Gevoel",
}
PRIVATE = "Blijft bij jou. Komt nooit in een verslag."


class PromptEdit(TextArea):
    """Two lines of text; Enter stores, Shift+Enter makes a new line, Tab goes on."""

    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self, height: int, *, bar: bool) -> None:
        """Take this height; a bar beside one line would only be in the way."""
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if bar else policy.ScrollBarAlwaysOff
        )
        self.setFixedHeight(height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ParkeernotitiePanel(QFrame):
    """Five prompts under the top line; what is half typed stays as a concept."""

    stored = Signal(str)  # the words that say so
    failed = Signal(object)  # OutsideError: the text stays in the panel
    concept_saved = Signal()

    def __init__(self, desk: Desk, window: QWidget, *, under: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "panel")
        named(self, "parkeernotitie", "Parkeernotitie")
        self._desk, self._window, self._under = desk, window, under
        self._back_to: QWidget | None = None
        self._notitie: UUID | None = None
        self._where = named(Choices(), "bij", "Bij")
        self._edits = {name: named(PromptEdit(), name) for name in PROMPTS}
        self._prompts = QWidget()
        self._scroll = scrolled(self._prompts)
        self._close = icon_button("sluiten", "Sluiten, concept blijft", kind="quiet")
        self._store = named(primary("Parkeernotitie bewaren"), "bewaar-notitie")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self.hide()

        for edit in self._edits.values():
            edit.entered.connect(self.store)
            edit.left.connect(self.leave)
            edit.textChanged.connect(self._keep_soon)
        self._where.activated.connect(self._keep_soon)
        self._store.clicked.connect(self.store)
        self._close.clicked.connect(self.leave)
        self._pause.timeout.connect(self._keep_quietly)

    def _lay_out(self) -> None:
        form = QVBoxLayout(self._prompts)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(6)
        for name, words in PROMPTS.items():
            hint = PRIVATE if name == "gevoel" else ""
            form.addWidget(Field(words, self._edits[name], hint=hint))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 12)
        layout.setSpacing(6)
        head = row(
            icon_label("parkeernotitie", "accent"),
            text("Parkeernotitie", "kop", wrap=False),
            None,
            self._close,
        )
        layout.addLayout(head)
        belongs = row(text("Bij", "klein", tone="stil", wrap=False), self._where)
        belongs.setStretch(1, 1)
        layout.addLayout(belongs)
        layout.addWidget(self._scroll, 1)
        foot = row(
            Keycap("Enter"), text("bewaart", "klein", tone="stil"),
            Keycap("Esc"), text("sluit, concept blijft", "klein", tone="stil"),
            None, self._store, air=6,
        )  # fmt: skip
        layout.addLayout(foot)

    def begin(self, afspraak_id: UUID | None = None) -> None:
        """Open over what is on screen; the caret comes back there afterwards."""
        if self.isVisible():
            self._edits["gezien"].setFocus()
            return
        # Without the focus of the system the window still knows who would have it.
        self._back_to = QApplication.focusWidget() or self._window.focusWidget()
        try:
            self._load(afspraak_id)
        except (UserError, OutsideError) as error:
            self.failed.emit(error)
            return
        self._place()
        self.show()
        if self.isWindow():
            self.activateWindow()
        else:
            self.raise_()
        self._edits["gezien"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Keep what is half typed as a concept; an OutsideError tells that it could not be."""
        if self.isVisible():
            self._keep(concept=True)

    def place(self) -> dict[str, Any]:
        """Say in which prompt the caret is, when the panel is open."""
        if not self.isVisible():
            return {}
        names = list(PROMPTS)
        at = next((n for n, edit in self._edits.items() if edit.hasFocus()), names[0])
        return {"prompt": at, "caret": self._edits[at].textCursor().position()}

    def return_to(self, place: dict[str, Any]) -> None:
        """Open again with the caret where it was."""
        self.begin()
        edit = self._edits[place["prompt"]]
        cursor = edit.textCursor()
        cursor.setPosition(min(place["caret"], len(edit.toPlainText())))
        edit.setTextCursor(cursor)
        edit.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Esc mean the same outside the prompts."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.store()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def store(self) -> None:
        """Keep the note for good and go back."""
        if self._gegevens().is_leeg:
            self.leave()
            return
        try:
            self._keep(concept=False)
        except (UserError, OutsideError) as error:
            self.failed.emit(error)
            return
        self._go_back()
        self.stored.emit("Parkeernotitie bewaard.")

    @Slot()
    def leave(self) -> None:
        """Close; what is half typed stays as a concept."""
        try:
            self._keep(concept=True)
        except (UserError, OutsideError) as error:
            self.failed.emit(error)
            return
        self._go_back()

    def _load(self, afspraak_id: UUID | None) -> None:
        concept = self._desk.notities.concept()
        if afspraak_id is None and concept is not None:
            afspraak_id = concept.afspraak_id  # or none, when that was chosen
        elif afspraak_id is None and (current := self._desk.agenda.current()) is not None:
            afspraak_id = current.id
        self._offer(afspraak_id)
        self._notitie = concept.id if concept else None
        filled = asdict(concept.gegevens) if concept else dict.fromkeys(PROMPTS, "")
        for name, edit in self._edits.items():
            edit.setPlainText(filled[name])
        self._pause.stop()

    def _offer(self, chosen: UUID | None) -> None:
        """Offer what the note may belong to: this talk, the others of today, or none."""
        asked = [self._desk.agenda.detail(chosen)] if chosen else []
        others = reversed(self._desk.agenda.talks_begun())
        self._where.clear()
        for talk in {talk.id: talk for talk in (*asked, *others)}.values():
            when = tijden(talk.begin, talk.einde)
            self._where.add(f"{talk.titel}, {when} · {talk.casus}", talk.id)
        self._where.add(f"Los van een afspraak, {klok(self._desk.clock())}", None)
        self._where.choose(chosen)

    def _gegevens(self) -> NotitieGegevens:
        return NotitieGegevens(**{n: edit.toPlainText() for n, edit in self._edits.items()})

    def _keep(self, *, concept: bool) -> None:
        self._pause.stop()
        gegevens = self._gegevens()
        if gegevens.is_leeg:
            if self._notitie is not None:
                self._desk.notities.discard(self._notitie)
                self._notitie = None
            return
        self._notitie = self._desk.notities.save(
            gegevens, afspraak_id=self._where.value(), notitie_id=self._notitie, concept=concept
        )
        self.concept_saved.emit()

    @Slot()
    def _keep_soon(self) -> None:
        """Store in a moment, also while typing goes on."""
        if not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _keep_quietly(self) -> None:
        try:
            self._keep(concept=True)
        except (UserError, OutsideError) as error:
            self.failed.emit(error)
            self._pause.start()

    def _go_back(self) -> None:
        self._pause.stop()
        self.hide()
        if self.parentWidget() is not self._window:
            self.setParent(self._window)
        if self._back_to is not None:
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back_to = None

    def _place(self) -> None:
        """Stand under the top line; over a dialog, as a window of its own."""
        width = min(style.scaled(WIDTH), self._window.width() - 16)
        top = self._under.mapTo(self._window, QPoint(0, self._under.height())).y() + 4
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        room = self._window.height() - top - style.scaled(36)  # the state line stays in sight
        for lines in (TWO_LINES, ONE_LINE):
            for edit in self._edits.values():
                edit.fit(style.scaled(lines), bar=lines == TWO_LINES)
            wanted = self._prompts.sizeHint().height() + around
            if wanted <= room:
                break
        height = min(wanted, room)
        left = max(8, min(style.scaled(560), self._window.width() - width - 16))
        corner = QPoint(left, top)
        if (dialog := QApplication.activeModalWidget()) is not None:
            self.setParent(dialog, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
            corner = self._window.mapToGlobal(corner)
        self.setGeometry(corner.x(), corner.y(), width, height)
