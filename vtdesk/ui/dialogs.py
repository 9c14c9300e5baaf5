"""The dialogs of a page, opened by name about plain values, so that each can be opened again.

    self.dialogs.register("casus-wijzigen", self._change_dialog)   # (casus_id: str) -> FormDialog
    self.open_dialog("casus-wijzigen", str(casus.id))              # `Page.open_dialog`

What is half typed in them comes to the kluis within two seconds, and they open again after a lock
or a crash. A dialog that must not come back by itself, such as one that shows what is shielded, is
opened with `open_form` and not by name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from shiboken6 import isValid

from vtdesk.errors import UserError
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.half_typed import Content, in_words, lost
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text

Make = Callable[..., FormDialog]
EVERY = 1000  # ms between two looks at what is typed
GONE = "verdwenen"
NOT_HERE = "Dit venster bestaat niet meer."
CHANGED = "Dit formulier is veranderd sinds je hier typte. Niet alles paste er nog in."


@dataclass(frozen=True, slots=True)
class _Opened:
    name: str
    about: tuple[str, ...]
    dialog: FormDialog


class WithId(Protocol):
    """A row of a service."""

    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=WithId)


def row_of(rows: Iterable[R], wanted: str, gone: str) -> R:
    """Give the row a dialog is about, by its id; a UserError says `gone` when it is not there."""
    for row in rows:
        if str(row.id) == wanted:
            return row
    raise UserError(gone)


class Dialogs(QObject):
    """Opens dialogs, and looks every second whether something was typed in one of them."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.keep: Callable[[], bool] = lambda: True  # brings `kept` to disk; tells whether it did
        self.register_the_rest: Callable[[], object] = lambda: None  # of parts not yet seen
        self._page = page
        self._makers: dict[str, Make] = {GONE: self._gone}
        self._opened: list[_Opened] = []
        self._known: list[dict[str, Any]] = []
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)

    def register(self, name: str, make: Make) -> None:
        """Say how a dialog is made; a UserError of `make` says why it cannot be."""
        self._makers[name] = make

    def names(self) -> list[str]:
        """List the dialogs that can be opened."""
        self.register_the_rest()
        return list(self._makers)

    def open(self, name: str, *about: str, kept: Content | None = None) -> None:
        """Open a dialog about these things, with what was half typed in it."""
        if name not in self._makers:
            self.register_the_rest()
        shown = _Opened(name, about, self._makers[name](*about))
        self._opened.append(shown)
        shown.dialog.finished.connect(lambda _: self._forget(shown))
        shown.dialog.open_form(kept)
        self._timer.start()
        if kept and (words := lost(kept, shown.dialog.half_typed())):
            self.open(GONE, CHANGED, words)

    def kept(self) -> list[dict[str, Any]]:
        """Give what is open and what is typed there, in plain values, the one on top last."""
        return [
            {"naam": one.name, "over": list(one.about), "inhoud": one.dialog.half_typed()}
            for one in self._opened
            if isValid(one.dialog)
        ]

    def reopen(self, kept: Sequence[dict[str, Any]]) -> None:
        """Open again what was open; of a thing that is gone the text is still there to copy."""
        for one in kept:
            try:
                if one["naam"] not in self.names():
                    raise UserError(NOT_HERE)  # noqa: TRY301 - the same way out as for a thing
                self.open(one["naam"], *one["over"], kept=one["inhoud"])
            except UserError as error:
                self.open(GONE, str(error), in_words(one["inhoud"]))

    def _gone(self, reason: str, words: str) -> FormDialog:
        return GoneDialog(reason, words, self._page)

    @Slot()
    def _look(self) -> None:
        kept = self.kept()
        seen = any(one.dialog.isVisible() for one in self._opened if isValid(one.dialog))
        if seen and kept != self._known and self.keep():
            self._known = kept

    def _forget(self, shown: _Opened) -> None:
        self._opened.remove(shown)
        self._known = []
        self.keep()
        if not self._opened:
            self._timer.stop()


class GoneDialog(FormDialog):
    """Says that the thing is gone, and shows what was typed about it."""

    def __init__(self, reason: str, words: str, parent: QWidget) -> None:
        super().__init__("Wat je had getypt", "Sluiten", parent)
        self.refuse.hide()
        area = named(QPlainTextEdit(words), "getypt", "Wat je had getypt")
        area.setReadOnly(True)
        area.setTabChangesFocus(True)
        area.selectAll()
        self.form.addWidget(text(f"{reason} Kopieer hieronder wat je wilt houden."))
        self.form.addWidget(area)
