"""The text on screen and the one on disk: each hears what became of the other."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from vtdesk.errors import OutdatedError, OutsideError, UserError
from vtdesk.services.desk import Desk
from vtdesk.services.verslagen import Bewaard, VerslagInhoud
from vtdesk.ui.verslagen.current import Current
from vtdesk.ui.verslagen.draft import Draft, Save
from vtdesk.ui.verslagen.text_edit import VerslagEdit


class Keeping(QObject):
    """Knows the verslag on screen; the page above says what is told here."""

    kept = Signal(object)  # Bewaard
    failed = Signal(object)  # what was refused, in words; the text is still on screen
    overtaken = Signal(object)  # VerslagInhoud as it became elsewhere; None: it is gone
    joined = Signal()  # what became of statements elsewhere stands in what is typed

    def __init__(
        self, desk: Desk, edit: VerslagEdit, commit: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._edit = desk, edit
        self._commit = commit  # brings a field beside the text, not yet left, into the text
        self._current = Current(desk)
        self._missed = False  # a change that came while the draft was on its way to disk
        self.draft = Draft(self._take, self)
        edit.edited.connect(self.draft.touch)
        self.draft.kept.connect(self._keep)
        self.draft.failed.connect(self._refuse)

    @property
    def verslag(self) -> VerslagInhoud | None:
        """Give the verslag on screen, as it was when it was last read."""
        return self._current.verslag

    @property
    def has_missed(self) -> bool:
        """Tell whether something changed elsewhere while the draft was on its way."""
        return self._missed

    def show(self, verslag: VerslagInhoud | None) -> None:
        """Begin with a verslag as it was read, or with none."""
        self._current.show(verslag)

    def read_again(self, verslag: VerslagInhoud) -> VerslagInhoud:
        """Store what is typed, and give the verslag with its text as it is on disk."""
        if self.draft.is_dirty:
            self.store()
        if self._current.stored is not verslag.tekst:  # it was stored since it was opened
            verslag = self._desk.verslagen.open(verslag.id)
            self._current.show(verslag)
        return verslag

    # To disk

    def store(self) -> None:
        """Store the draft, also when a statement in it changed elsewhere."""
        try:
            self.draft.store()
        except OutdatedError:
            if not self._join():
                raise
            self.draft.store()

    def store_typed(self) -> None:
        """Store the draft with the field that was not yet left."""
        self._commit()
        self.store()

    def put_away(self) -> None:
        """Bring text and place to disk; an OutsideError tells that it could not be."""
        self.store_typed()
        if self.verslag is not None and not self._edit.isReadOnly():
            caret, scroll = self._edit.caret(), self._edit.scrolled()
            self._desk.verslagen.set_place(self.verslag.id, caret=caret, scroll=scroll)

    def _take(self) -> Save:
        edit = self._edit
        return self._current.take(edit.tekst(), caret=edit.caret(), scroll=edit.scrolled())

    @Slot(object)
    def _keep(self, bewaard: Bewaard) -> None:
        self._current.keep(bewaard)
        self.kept.emit(bewaard)

    @Slot(object)
    def _refuse(self, error: OutsideError | UserError) -> None:
        """Join what changed elsewhere, and store again; tell what cannot be joined."""
        try:
            if isinstance(error, OutdatedError) and self._join():
                return
        except UserError:
            pass  # the verslag is gone, which the refusal says
        except OutsideError as unread:
            error = unread
        self.failed.emit(error)

    # From disk

    def catch_up(self) -> bool:
        """Show what became of this verslag elsewhere, unless she typed; that is refused later."""
        verslag = self.verslag
        self._missed = self.draft.is_saving
        if verslag is None or self._missed:
            return False
        found = self._desk.verslagen.stamp(verslag.id)
        if found == (verslag.stand, verslag.concept_version):
            return False
        if self.draft.is_dirty:
            return self._join()
        if found is None:
            self.overtaken.emit(None)
            return True
        place = self._edit.caret(), self._edit.scrolled()
        self.overtaken.emit(self._desk.verslagen.open(verslag.id))
        self._edit.set_place(*place)
        return True

    def _join(self) -> bool:
        """Show what became of the statements elsewhere in what she typed; else it is refused."""
        self._commit()
        tekst = self._current.join(self._edit.tekst())
        if tekst is None:
            return False
        place = self._edit.caret(), self._edit.scrolled()
        self._edit.show_again(tekst)
        self._edit.set_place(*place)
        self.joined.emit()
        self.draft.touch()
        return True
