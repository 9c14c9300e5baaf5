"""Verslagen: the lists, and over them the editor of one verslag."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui import nieuw_verslag, verzonden_dialog
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.verslagen import versies
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.editor import VerslagEditor
from vtdesk.ui.verslagen.keys import ON_THE_SHEET as EDITOR_KEYS
from vtdesk.ui.verslagen.overview import Overview
from vtdesk.ui.verslagen.uitgang import Uitgang
from vtdesk.ui.widgets.form_dialog import FormDialog
from vtdesk.ui.widgets.named import named
from vtdesk.values.change import Change
from vtdesk.values.kinds import Kind, Letter

LIST_KEYS = ("verslag-openen", "verslag-bekijken")
LETTER_COMMANDS = {
    "letter-feit": Letter.FEIT,
    "letter-verklaring": Letter.VERKLARING,
    "letter-mening": Letter.MENING,
    "letter-duiding": Letter.DUIDING,
    "letter-hypothese": Letter.HYPOTHESE,
}

_READS = frozenset(  # what can be asked of a text that can only be read
    {"lezen", "zoek-in-tekst", "onderdeel-vorige", "onderdeel-volgende", "stille-stand",
     "voorbeeld", "correctie", "reactie", "eerdere-teksten"}
)  # fmt: skip
_DRAFTS = frozenset({Kind.CONCEPT})


class VerslagenPage(Page):
    """Unwritten work leaves the head here; opening one brings its editor to the front."""

    watches = frozenset(
        {
            Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG, Kind.CASUS, Kind.PERSOON,
            Kind.PARKEERNOTITIE, Kind.TERMIJN, Kind.ONDERZOEK, Kind.VERLOF, Kind.PLEIN,
            Kind.INSTELLING,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tools = tools
        self._left: dict[str, Any] = {}  # where she was in the text when she asked for the lists
        self.overview = Overview()
        self.editor = VerslagEditor(desk, tools)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.on_action("verslag-nieuw", self._ask_new)
        self._editor_actions = self._adopt_editor_actions()
        self._uitgang = Uitgang(desk, self, self.editor, self.overview)
        self._connect()
        self.on_width(Width.MIDDEN)
        self._show_overview()

    def _adopt_editor_actions(self) -> list[QAction]:
        edit, parts = self.editor.edit, self.editor.parts
        commands: dict[str, Callable[[], object]] = {
            "letter-weg": edit.make_plain,
            "bron": edit.ask_source,
            "werkaantekening": lambda: edit.mark_kind(BlokSoort.WERKAANTEKENING),
            "regel-uit-notitie": self.editor.take_line,
            "inspringen": partial(edit.indent, 1),
            "uitspringen": partial(edit.indent, -1),
            "lezen": self.editor.along.toggle,
            "zoek-in-tekst": self.editor.finder.find,
            "vervang": self.editor.finder.find_and_replace,
            "open-veld": edit.go_to_field,
            "open-veld-vorige": lambda: edit.go_to_field(back=True),
            "onderdeel-vorige": lambda: edit.go_to_neighbour(-1),
            "onderdeel-volgende": lambda: edit.go_to_neighbour(1),
            "nvt": edit.toggle_not_applicable,
            "spelling": self.editor.hulp.spelling.go_to_next,
            "stille-stand": parts.toggle_quiet,
            "vaststellen": self.editor.finalise,
            "voorbeeld": self.editor.toggle_preview,
            "correctie": self.editor.finality.correct,
            "reactie": self.editor.finality.react,
            "eerdere-teksten": self.editor.versies.ask,
        }
        letters = [
            self.on_action(name, partial(edit.mark, letter))
            for name, letter in LETTER_COMMANDS.items()
        ]
        return [*letters, *(self.on_action(name, slot) for name, slot in commands.items())]

    def _connect(self) -> None:
        overview, editor = self.overview, self.editor
        overview.write_asked.connect(self.write_for)
        overview.verslag_asked.connect(self.open_verslag)
        overview.not_needed_asked.connect(self._ask_why_not)
        overview.glance_asked.connect(self._show_glance)
        overview.plein_asked.connect(self.plein_requested)
        editor.closed.connect(self._show_overview)
        editor.parts.quiet_changed.connect(self.quiet_changed)
        editor.parts.writable_changed.connect(lambda: self._enable(editing=self.is_editing()))
        editor.message.connect(self.message_requested)
        editor.saved.connect(self.saved)
        editor.save_failed.connect(self.save_failed)
        editor.persoon_opened.connect(self.persoon_requested)
        editor.dialog_asked.connect(self.open_dialog)
        self.dialogs.register("hoeft-niet", self._why_not_dialog)
        self.dialogs.register("vaststellen", editor.finality.finalise_dialog)
        self.dialogs.register("correctie", editor.finality.correction_dialog)
        self.dialogs.register("reactie", editor.finality.reaction_dialog)
        self.dialogs.register(versies.NAME, editor.versies.dialog)
        self.dialogs.register(versies.VERSIONS, editor.versies.versions_dialog)
        verzonden_dialog.register(self, self._desk)
        nieuw_verslag.register(self, self._desk, self.open_verslag)

    # What the window asks

    @Slot(object)
    def open_verslag(self, verslag_id: UUID) -> None:
        """Open a verslag in the editor."""
        if self.is_editing() and self.editor.verslag_id() == verslag_id:
            self.editor.edit.setFocus()
            return
        self.do(lambda: self.editor.open(verslag_id), then=lambda _: self._show_editor())

    @Slot(object)
    def write_for(self, afspraak_id: UUID) -> None:
        """Begin or go on with the verslag of a held talk."""
        self.do(lambda: self._desk.verslagen.start(afspraak_id), then=self.open_verslag)

    def correct(self) -> None:
        """Begin the correction of the verslag that is open."""
        if self.is_editing():
            self.editor.finality.correct()

    def is_editing(self) -> bool:
        """Tell whether the editor is in front."""
        return self._stack.currentWidget() is self.editor

    # What every page does

    @override
    def refresh(self) -> None:
        if self.is_editing():
            self.editor.refresh()
        else:
            self.overview.show_rows(
                self._desk.morgen.groups(), self._desk.verslagen.all(), self._tools.clock()
            )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.is_editing():
            self.editor.edit.setFocus()
        else:
            self.overview.focus_list()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.editor.keep_now()  # elsewhere one may do something with its statements

    @Slot(object)
    @override
    def on_changed(self, change: Change) -> None:
        super().on_changed(change)
        if change.touches(_DRAFTS) and self.is_editing():
            self.do(self.editor.catch_up)

    @override
    def put_away(self) -> None:
        self.editor.put_away()

    @override
    def place(self) -> dict[str, Any]:
        return self.editor.place() if self.is_editing() else {}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place.get("verslag"):
            self.do(lambda: self.editor.return_to(place), then=lambda _: self._show_editor())

    @override
    def on_width(self, width: Width) -> None:
        self.overview.fit(width)
        self.editor.fit(width)

    @override
    def panes(self) -> list[QWidget]:
        if self.is_editing():
            return self.editor.parts.panes()
        return [self.overview.tabs, self.overview.glance]

    @override
    def toggle_inspector(self) -> None:
        if self.is_editing():
            self.editor.parts.toggle_inspector()
        else:
            self.overview.toggle_glance()

    @override
    def own_keys(self) -> Sequence[str]:
        return EDITOR_KEYS if self.is_editing() else LIST_KEYS

    @override
    def is_quiet(self) -> bool:
        return self.is_editing() and self.editor.parts.is_quiet()

    @override
    def casus_in_sight(self) -> UUID | None:
        return self.editor.casus_id() if self.is_editing() else None

    @override
    def go_home(self) -> None:
        if self.is_editing():
            place = self.editor.place()
            self.editor.close_verslag()
            self._left = {} if self.is_editing() else place

    @override
    def go_back(self) -> bool:
        if self.is_editing():
            self.editor.close_verslag()
            return True
        place, self._left = self._left, {}
        self.return_to(place)
        return bool(place)

    # Inside

    def _show_editor(self) -> None:
        self._stack.setCurrentWidget(self.editor)
        self._left = {}
        self._enable(editing=True)
        self.quiet_changed.emit()
        self.editor.edit.setFocus()

    @Slot()
    def _show_overview(self) -> None:
        open_id = self.editor.verslag_id()
        self._stack.setCurrentWidget(self.overview)
        self._enable(editing=False)
        self.quiet_changed.emit()
        self.read_again()
        if open_id is not None:
            self.overview.choose(open_id)
            self.overview.focus_list()

    def _enable(self, *, editing: bool) -> None:
        writing = editing and self.editor.parts.is_writable()
        for action in self._editor_actions:
            action.setEnabled(editing if action.objectName() in _READS else writing)

    @Slot(object)
    def _show_glance(self, verslag_id: UUID) -> None:
        self.do(lambda: self._desk.verslagen.open(verslag_id), then=self.overview.glance.show_text)

    def _ask_new(self) -> None:
        if self.is_editing():
            self.open_dialog(nieuw_verslag.NAME, str(self.editor.casus_id()))
            return
        talk = self.overview.chosen_talk()
        self.open_dialog(nieuw_verslag.NAME, "", str(talk) if talk else "")

    @Slot(object)
    def _ask_why_not(self, afspraak: AfspraakRow) -> None:
        self.open_dialog("hoeft-niet", str(afspraak.id))

    def _why_not_dialog(self, afspraak_id: str) -> FormDialog:
        afspraak = self._desk.agenda.detail(UUID(afspraak_id))
        dialog = FormDialog("Hoeft niet", "Reden bewaren", self)
        line = named(QLineEdit(), "reden")
        field = dialog.form.add(f"Waarom is van '{afspraak.titel}' geen verslag nodig?", line)

        def store() -> None:
            if line.text().strip():
                self._desk.agenda.needs_no_verslag(afspraak.id, line.text())
            else:
                field.set_error("Schrijf op waarom het niet hoeft.")

        dialog.store = store
        return dialog
