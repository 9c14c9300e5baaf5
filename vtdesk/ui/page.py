"""The page: what every screen of the window has in common.

A page is made as `SomePage(desk, tools)`, with `desk: Desk` (the services) and `tools: Tools`, and
has three parts in `__init__`: parts, layout, wires. The window makes it once per unlocked kluis,
when it is first seen.

    class CasussenPage(Page):
        watches = frozenset({Kind.CASUS, Kind.PERSOON})

        def refresh(self) -> None:          # read again and show; called when stale and seen
            self._list.set_rows(self._desk.casussen.all())

        def _close_casus(self) -> None:     # a user's command: refusals go to the message bar
            self.do(lambda: self._desk.casussen.close(self._casus_id), then=self._show_closed)

Wishes that leave the page are signals of `Page`, connected in `ways.py`; a page never knows
another page. The ways answer them with these public slots, which the page named has:

    VandaagPage.show_afspraak(afspraak_id)      CasussenPage.show_casus(casus_id)
    VerslagenPage.open_verslag(verslag_id)      CasussenPage.show_persoon(casus_id, persoon_id)
    VerslagenPage.write_for(afspraak_id)        VandaagPage.plan_for_casus(casus_id)
    BellenPage.show_call(verzoek_id)
    UitgaandPage.show_verslag(verslag_id, nummer)       DossierPage.show_casus(casus_id)

The window tells how wide it is with `on_width(Width.KLEIN | MIDDEN | GROOT)`, before the first show
and whenever it changes (break points 1180 and 1600, measured in text of 100 %).

Commands with a key stand in `actions.py`; a page adopts one with `self.on_action("casus-nieuw",
self._add)`: its key then works exactly while the page is on screen.

What is typed but not yet stored is stored by `put_away()`, which the window calls before it locks
or closes: store the draft there, and let an `OutsideError` through when that fails. `place()` and
`return_to(place)` carry the item and the caret over a lock; a place holds only plain values. When
something was half typed it has `"bezig": True`, and `"tijd": "20:51"` when the page knows it.
Dialogs with fields are opened by name (`open_dialog`, see `dialogs.py`); what is half typed there
comes back by itself.

Every page tells the state line what happened: `saved` after a draft reached the disk,
`save_failed` when it did not (the text stays on screen, the page tries again by itself).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from vtdesk.errors import OutsideError, UserError
from vtdesk.ui import actions
from vtdesk.ui.dialogs import Dialogs
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.messages import UNDO, Message
from vtdesk.ui.seen import Seen
from vtdesk.values.tijd import Clock

T = TypeVar("T")


class Width(StrEnum):
    """How much room the window has; the pictures of the design show MIDDEN."""

    KLEIN = "klein"
    MIDDEN = "midden"
    GROOT = "groot"


@dataclass(frozen=True, slots=True)
class Tools:
    """What every page is handed besides the services."""

    jobs: Jobs
    clock: Clock


class Page(Seen):
    """A page of the window; it refreshes as soon as it is seen after a change it watches."""

    casus_requested = Signal(object)  # UUID of a casus to show
    persoon_requested = Signal(object, object)  # UUID of a casus, UUID of a persoon in it
    verslag_requested = Signal(object)  # UUID of a verslag to open in the editor
    afspraak_requested = Signal(object)  # UUID of an afspraak to show on its day
    uitgaand_requested = Signal(object, object)  # UUID of a verslag, number of a version or None
    stuk_requested = Signal(object, object, str)  # the same, for this key of a receiver
    dossier_requested = Signal(object)  # UUID of the casus whose dossier is collected
    inzage_requested = Signal(object, object, object)  # UUIDs: a casus, about whom, who asks
    correction_requested = Signal(object)  # UUID of a verslag that is to be corrected
    back_requested = Signal()  # to the page from which this one was opened
    place_requested = Signal(object)  # place in the page Casussen, in plain values
    plan_requested = Signal(object)  # UUID of the casus an appointment is to be made for
    write_requested = Signal(object)  # UUID of a held afspraak whose verslag is to be written
    parkeernotitie_requested = Signal(
        object
    )  # UUID of the afspraak that a note belongs to, or None
    bespreking_requested = Signal(object)  # UUID of a bespreking to show on its day
    call_requested = Signal(object)  # UUID of a terugbelverzoek to call now
    uitspraak_requested = Signal(object)  # UUID of the casus a statement is to be noted in
    belofte_requested = Signal()  # a promise is to be written down
    capture_requested = Signal(str, object)  # command of a capture, UUID of what it is about
    plein_requested = Signal()  # the table is to be shown
    lock_requested = Signal()  # the day is done, the kluis may close
    message_requested = Signal(object)  # Message for the bar
    quiet_changed = Signal()  # it wants the whole window for itself, or no longer
    discreet_changed = Signal(bool)  # nothing around it may show a name, or no longer
    saved = Signal()  # a draft reached the disk
    save_failed = Signal(object)  # OutsideError; the text is still on screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "window")
        self.dialogs = Dialogs(self)

    def put_away(self) -> None:
        """Store what was typed; an OutsideError tells that it could not be stored."""

    def place(self) -> dict[str, Any]:
        """Say where the user is, in plain values: item id, caret, scroll, tab."""
        return {}

    def return_to(self, place: dict[str, Any]) -> None:
        """Go back to where the user was."""

    def on_width(self, width: Width) -> None:
        """Take another form when the window became narrow or wide."""

    def panes(self) -> list[QWidget]:
        """List the parts that Ctrl+F6 walks through, from left to right."""
        return [self]

    def toggle_inspector(self) -> None:
        """Show or hide the inspector, when the page has one (F9)."""

    def own_keys(self) -> Sequence[str]:
        """Name the commands of `actions.py` whose keys the parts of the page answer themselves."""
        return ()

    def is_quiet(self) -> bool:
        """Tell whether only this page should be on screen."""
        return False

    def is_discreet(self) -> bool:
        """Tell whether others look along, so that nothing around the page may show a name."""
        return False

    def casus_in_sight(self) -> UUID | None:
        """Give the casus that is looked at, which a capture is offered to belong to."""
        return None

    def in_sight(self) -> UUID | None:
        """Give what a half typed capture comes back at while others look along."""
        return self.casus_in_sight()

    def begin(self) -> None:
        """Let the keyboard begin, when its own key or button brings the page to the front."""

    def go_home(self) -> None:
        """Go to the beginning of the page, asked for by its own key while it is in front."""

    def go_back(self) -> bool:
        """Go one step back inside the page (Alt+←); tell whether there was a step."""
        return False

    def do(self, command: Callable[[], T], *, then: Callable[[T], object] | None = None) -> bool:
        """Run a user's command; a refusal goes to the message bar. Tells whether it was done."""
        try:
            result = command()
        except (UserError, OutsideError) as error:
            self.message_requested.emit(Message.of(error))
            return False
        if then is not None:
            then(result)
        return True

    def do_with_undo(
        self, words: str, command: Callable[[], object], undo: Callable[[], object]
    ) -> None:
        """Run a user's command and say what was done, with the way back."""
        if self.do(command):
            self.offer_undo(words, undo)

    def offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        """Say what was done, with the way back."""

        def back() -> None:
            self.do(undo)

        self.message_requested.emit(Message(words, "keuze", UNDO, back))

    def open_dialog(self, name: str, *about: str) -> None:
        """Open a registered dialog about these things; a refusal goes to the message bar."""
        self.do(lambda: self.dialogs.open(name, *about))

    def say(self, words: str, *, tone: str = "goed") -> None:
        """Say in the message bar what was done."""
        self.message_requested.emit(Message(words, tone))

    def on_action(self, name: str, slot: Callable[[], object]) -> QAction:
        """Adopt a command of `actions.py`: it works, by key and by palette, while this is seen."""
        action = actions.make(name, self)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action
