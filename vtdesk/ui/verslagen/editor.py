"""The editor of one verslag: opened, written, kept, made final, corrected, shown on paper."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEventLoop, Signal, Slot
from PySide6.QtWidgets import QWidget

from vtdesk.errors import OutdatedError, OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import Bewaard, VerslagInhoud
from vtdesk.ui import verzonden_dialog
from vtdesk.ui.messages import Message
from vtdesk.ui.page import Tools, Width
from vtdesk.ui.paper.paper import Paper, Woorden
from vtdesk.ui.verslagen.document import About
from vtdesk.ui.verslagen.editor_layout import EditorLayout
from vtdesk.ui.verslagen.finality import Finality
from vtdesk.ui.verslagen.finder import Finder
from vtdesk.ui.verslagen.keeping import Keeping
from vtdesk.ui.verslagen.outdated import ask_to_leave
from vtdesk.ui.verslagen.reading_along import ReadingAlong
from vtdesk.ui.verslagen.schrijfhulp import Schrijfhulp
from vtdesk.ui.verslagen.sides import Sides
from vtdesk.ui.verslagen.versies import Versies
from vtdesk.ui.widgets.boxes import column
from vtdesk.values.tijd import klok


class VerslagEditor(QWidget):
    """Holds one verslag at a time; what is typed is on disk within two seconds."""

    closed = Signal()
    message = Signal(object)  # Message
    went_on = Signal()  # what was refused at the caret is no longer what she is busy with
    saved = Signal()
    save_failed = Signal(object)  # OutsideError; the text is still on screen
    dialog_asked = Signal(str, str)  # name of a dialog, id of the verslag
    persoon_opened = Signal(object, object)  # UUID of the casus, UUID of the persoon

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number: int | None = None  # the finalised version on screen; None: the draft
        self._is_opening = False
        self._is_outdated = False  # the last refusal: this text can never be stored
        self.parts = EditorLayout(tools.clock().date())
        self.edit = self.parts.edit
        self.finder = Finder(self.edit, self.parts.search)
        self.keeping = Keeping(desk, self.edit, self.parts.inspector.statement.commit, self)
        self.hulp = Schrijfhulp(desk, tools, self.edit)
        self.sides = Sides(desk, tools.jobs, self.edit, self.parts.sections, self.parts.inspector)
        self.along = ReadingAlong(desk, self.parts)
        self.finality = Finality(desk, self, lambda: self._verslag, lambda: self._number)
        self.versies = Versies(
            desk, tools.jobs, self, lambda: self._verslag, lambda: self._number, self.keeping.store
        )
        self.paper = Paper(
            tools.jobs,
            self.parts.preview,
            self,
            printers=desk.papier.printers,
            woorden=Woorden("het verslag", "Het verslag", "Verslag"),
        )
        self.paper.is_stored = lambda: self._do(self.keeping.store)
        layout = column(self.parts, air=0)
        self.setLayout(layout)
        self._connect()

    def _connect(self) -> None:
        self.edit.refused.connect(self._tell_what_cannot_be)
        for part in (self.sides, self.finder, self.along, self.edit.pasting):
            part.said.connect(self._tell_what_was_done)
        self.hulp.spelling.message.connect(self.message)
        self.edit.edited.connect(self.went_on)
        self.edit.section_changed.connect(self.went_on)
        self.keeping.kept.connect(self._tell_kept)
        self.keeping.failed.connect(self._tell_failed)
        self.keeping.joined.connect(self._follow)
        self.keeping.overtaken.connect(self._show_again)
        self.paper.message.connect(self.message)
        self.parts.preview.sent_asked.connect(self._ask_receiver)
        head, band = self.parts.head, self.parts.band
        head.back_asked.connect(self.close_verslag)
        head.preview_asked.connect(self.toggle_preview)
        head.finalise_asked.connect(self.finalise)
        band.correction_asked.connect(self.finality.correct)
        self.finality.message.connect(self.message)
        self.finality.dialog_asked.connect(self.dialog_asked)
        self.finality.point_asked.connect(self.sides.go_to_point)
        self.finality.changed.connect(self.open)
        self.finality.reacted.connect(lambda: self.show_version(self._number))
        self.versies.message.connect(self.message)
        self.versies.dialog_asked.connect(self.dialog_asked)
        head.earlier_asked.connect(self.versies.ask)
        band.comparison_asked.connect(self.versies.ask_versions)
        band.reaction_asked.connect(self.finality.react)
        band.version_chosen.connect(self.show_version)
        self.parts.inspector.people.persoon_opened.connect(self._open_persoon)

    # Which verslag

    def open(self, verslag_id: UUID) -> None:
        """Show a verslag where she left it; a final one in its newest version."""
        self.put_away()
        self._desk.verslagen.begin_sessie(verslag_id)
        self._show(self._desk.verslagen.open(verslag_id))

    def _show(self, verslag: VerslagInhoud) -> None:
        if self._verslag is None or self._verslag.id != verslag.id:
            self.finality.answers.clear()
        self.keeping.show(verslag)
        self._is_outdated = False
        self.parts.head.show_verslag(verslag)
        self.parts.show_preview(on=False)
        self.show_version(None if verslag.is_schrijfbaar else verslag.versie)

    @property
    def _verslag(self) -> VerslagInhoud | None:
        return self.keeping.verslag

    def verslag_id(self) -> UUID | None:
        """Tell which verslag is open."""
        return self._verslag.id if self._verslag else None

    def shown(self) -> tuple[UUID | None, int | None]:
        """Tell which verslag is open, in which version; None is the draft."""
        return self.verslag_id(), self._number

    def is_kept(self) -> bool:
        """Bring what was typed to disk; tells whether it is there now."""
        return self._do(self.put_away)

    def casus_id(self) -> UUID | None:
        """Tell about which casus is written."""
        return self._verslag.casus_id if self._verslag else None

    @Slot(object)
    def show_version(self, number: int | None) -> None:
        """Show the draft (None) or a finalised version, which can only be read."""
        verslag = self._verslag
        if verslag is None:
            return
        self.went_on.emit()
        verslag = self.keeping.read_again(verslag)
        self._number = number
        writable = number is None and verslag.is_schrijfbaar
        final = None if number is None else self._desk.vaststelling.document(verslag.id, number)
        self.sides.clear()
        self.edit.setReadOnly(not writable)
        self.edit.set_verslag(
            final.tekst if final else verslag.tekst,
            verslag.sjabloon,
            About(
                casus_id=verslag.casus_id,
                auteur=verslag.kop.auteur,
                datum=self.sides.day_of(verslag),
                key=(verslag.id, verslag.versie) if writable else None,
            ),
            leeg_want=dict(final.leeg_want) if final else None,
            tell=self._tell_opening,
        )
        self.hulp.open(verslag.casus_id)
        self.keeping.draft.forget()
        self.paper.choose(self._desk.papier.verslag(verslag.id, number))
        self.parts.set_writable(writable=writable)
        self.parts.band.show_version(
            verslag,
            self._desk.vaststelling.versies(verslag.id),
            number,
            self._desk.reacties.of(verslag.id),
        )
        self.sides.open(verslag, writable=writable)
        self.along.follow(verslag)
        self.went_on.emit()
        if writable:
            self._go_where_she_was(verslag)
        else:
            self.edit.set_place(0, 0)
        self.edit.setFocus()

    def _tell_opening(self, done: int, total: int) -> None:
        """Say how far a long text is, and let the window paint; keys wait for the text."""
        self.message.emit(Message(f"Openen: {100 * done // total} %", until=self.went_on))
        self._is_opening = True
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._is_opening = False

    def _go_where_she_was(self, verslag: VerslagInhoud) -> None:
        if verslag.caret:
            self.edit.set_place(verslag.caret, verslag.scroll)
            self.edit.show_caret()
        else:
            self.edit.go_to_first_empty()

    @Slot()
    def close_verslag(self) -> None:
        """Store the text and go back to the list."""
        if self._do(self.put_away) or self._gives_up():
            self.closed.emit()

    def _gives_up(self) -> bool:
        """Let her leave a text that can never be stored; one that can still be is not let go."""
        gives_up = self._is_outdated and ask_to_leave(self)
        if gives_up:
            self.keeping.draft.forget()
        return gives_up

    def refresh(self) -> None:
        """Read again what stands beside the text, and the text when it changed elsewhere."""
        self.hulp.spelling.read_again()
        if not self.catch_up():
            self.sides.read_again()

    def catch_up(self) -> bool:
        """Show what became of this verslag elsewhere, unless she typed; that is refused later."""
        return not self._is_opening and self.keeping.catch_up()

    @Slot(object)
    def _show_again(self, verslag: VerslagInhoud | None) -> None:
        """Show what it became elsewhere; nothing was typed here."""
        if verslag is not None:
            self._show(verslag)
            return
        self.sides.clear()
        self.keeping.show(None)
        self.closed.emit()

    @Slot()
    def _follow(self) -> None:
        self._is_outdated = False
        self.sides.follow()

    # Keeping

    def keep_now(self) -> None:
        """Bring what was typed to disk before something is done elsewhere; a refusal is told."""
        self._do(self.keeping.store_typed)

    def put_away(self) -> None:
        """Bring text and place to disk; an OutsideError tells that it could not be."""
        self.keeping.put_away()

    def place(self) -> dict[str, Any]:
        """Say which verslag is open, and when it was last stored."""
        if self._verslag is None:
            return {}
        return {
            "verslag": str(self._verslag.id),
            "versie": self._number,
            "caret": self.edit.caret(),
            "scroll": self.edit.scrolled(),
            "bezig": not self.edit.isReadOnly(),
            "redenen": dict(self.finality.answers),
            "tijd": klok(self._desk.verslagen.open(self._verslag.id).bewaard_op),
        }

    def return_to(self, place: dict[str, Any]) -> None:
        """Open what was open, with the caret where it was."""
        self.open(UUID(place["verslag"]))
        self.finality.answers.update(place.get("redenen", {}))
        if place.get("versie") and place["versie"] != self._number:
            self.show_version(place["versie"])
        self.edit.set_place(place["caret"], place["scroll"])
        self.edit.show_caret()

    @Slot(object)
    def _tell_kept(self, bewaard: Bewaard) -> None:
        self.parts.head.show_stored(bewaard.op)
        self.saved.emit()
        if self.keeping.has_missed:
            self._do(self.catch_up)

    @Slot(str)
    def _tell_what_cannot_be(self, words: str) -> None:
        self.message.emit(Message(words, "let-op", until=self.went_on))

    @Slot(str)
    def _tell_what_was_done(self, words: str) -> None:
        self.message.emit(Message(words, until=self.went_on))

    @Slot(object)
    def _tell_failed(self, error: OutsideError | UserError) -> None:
        self._is_outdated = isinstance(error, OutdatedError)
        self.parts.head.show_failed(error)
        self.save_failed.emit(error)

    # Becoming final

    @Slot()
    def finalise(self) -> None:
        """Store what stands here, and ask what is still open before it becomes final."""
        self.went_on.emit()
        if not self.edit.isReadOnly() and self._do(self.put_away):
            self.finality.finalise()

    # Looking

    @Slot()
    def take_line(self) -> None:
        """Bring what is chosen beside the text into it: of what is read, or else of the notes."""
        if self.parts.reader.has_caret():
            self.parts.reader.take()
        else:
            self.sides.move_line()

    @Slot()
    def toggle_preview(self) -> None:
        """Show the paper, or the text again."""
        self.went_on.emit()
        on = not self.parts.is_preview_shown()
        self.parts.show_preview(on=on)
        if on:
            self.paper.show()
        else:
            self.edit.setFocus()

    @Slot()
    def _ask_receiver(self) -> None:
        """Note who received this verslag."""
        if self._verslag is not None and self._do(self.keeping.store):
            self.dialog_asked.emit(verzonden_dialog.NAME, str(self._verslag.id))

    def fit(self, width: Width) -> None:
        """Take the form that goes with the width of the window."""
        self.parts.fit(width)

    @Slot(object)
    def _open_persoon(self, persoon_id: UUID) -> None:
        if self._verslag is not None:
            self.persoon_opened.emit(self._verslag.casus_id, persoon_id)

    def _do(self, command: Callable[[], object]) -> bool:
        """Run what may be refused; a refusal is said, and the text stays."""
        try:
            command()
        except (OutsideError, OutdatedError) as error:
            self._tell_failed(error)
            return False
        except UserError as error:
            self.message.emit(Message.of(error))
            return False
        return True
