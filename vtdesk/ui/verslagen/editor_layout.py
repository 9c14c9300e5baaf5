"""Where the parts of the editor stand, at each width of the window and in stille stand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from vtdesk.ui.page import Width
from vtdesk.ui.paper.preview import Preview
from vtdesk.ui.theme import style
from vtdesk.ui.verslagen.blocks import BlokSoort
from vtdesk.ui.verslagen.head import EditorHead
from vtdesk.ui.verslagen.inspector import Inspector
from vtdesk.ui.verslagen.reader import Reader
from vtdesk.ui.verslagen.search_bar import SearchBar
from vtdesk.ui.verslagen.section_list import SectionList
from vtdesk.ui.verslagen.text_edit import VerslagEdit
from vtdesk.ui.verslagen.toolbar import Toolbar
from vtdesk.ui.verslagen.version_band import VersionBand
from vtdesk.ui.widgets.boxes import boxed, column, row, rule

SECTIONS_WIDTH = 200
INSPECTOR_WIDTH = {Width.KLEIN: 300, Width.MIDDEN: 320, Width.GROOT: 340}
READER_WIDTH = {Width.KLEIN: 340, Width.MIDDEN: 420}
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's own, which PySide does not give


class EditorLayout(QWidget):
    """Head above; sections, text (and paper) and inspector below."""

    quiet_changed = Signal()
    writable_changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.head = EditorHead()
        self.band = VersionBand()
        self.sections = SectionList()
        self.toolbar = Toolbar()
        self.search = SearchBar()
        self.edit = VerslagEdit()
        self.preview = Preview(is_verslag=True)
        self.reader = Reader()
        self.inspector = Inspector(today)
        self._width = Width.MIDDEN
        self._quiet, self._writable = False, True
        self._wants_inspector: bool | None = None  # None: as the width says
        self._preview_on = self._reader_on = False

        self._text_card, self._body = self._put_together()
        self._arrange()

        self._tools: dict[str, Callable[[], object]] = {
            "vet": lambda: self.edit.toggle_style(bold=True),
            "cursief": lambda: self.edit.toggle_style(bold=False),
            "lijst": lambda: self.edit.mark_kind(BlokSoort.PUNT),
            "genummerd": lambda: self.edit.mark_kind(BlokSoort.NUMMER),
            "bewerken": lambda: self.edit.mark_kind(BlokSoort.WERKAANTEKENING),
            "ongedaan": self.edit.undo,
            "weer": self.edit.redo,
            "nvt": self.edit.toggle_not_applicable,
            "stil": self.toggle_quiet,
        }
        self.toolbar.letter_asked.connect(self.edit.mark)
        self.toolbar.asked.connect(self._use_tool)
        self.head.inspector_asked.connect(self.toggle_inspector)
        self.inspector.wanted.connect(self._show_inspector)

    def _put_together(self) -> tuple[QFrame, QHBoxLayout]:
        """Give the card of the text, and the row of all parts."""
        card = boxed(column(self.toolbar, rule(), self.search, air=0), kind="card")
        text_layout = card.layout()
        assert text_layout is not None  # noqa: S101 it was given above
        text_layout.addWidget(self.edit)
        card.setContentsMargins(1, 1, 1, 1)
        body = row(self.sections, card, self.preview, self.reader, self.inspector, air=12)
        body.setStretch(1, 3)
        body.setStretch(2, 2)
        body.setStretch(3, 2)
        layout = column(self.head, self.band, air=12, margins=16)
        layout.addLayout(body, 1)
        self.setLayout(layout)
        self.toolbar.put_first(self.sections.jump)
        return card, body

    @override
    def minimumSizeHint(self) -> QSize:
        # Each width has its own form; the widest one must not keep the window from shrinking.
        return QSize(style.scaled(560), style.scaled(320))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_escape = event.key() == Qt.Key.Key_Escape
        if self._quiet and is_escape:
            self.toggle_quiet()
        elif is_escape and not self.edit.hasFocus():
            self.edit.come_back()
        elif self._is_sentence(event):
            self.edit.come_back()
            QCoreApplication.sendEvent(self.edit, event)
        else:
            super().keyPressEvent(event)

    def _is_sentence(self, event: QKeyEvent) -> bool:
        """Tell whether a sentence begins on a button, of which the first space would press it."""
        on_button = isinstance(QApplication.focusWidget(), QAbstractButton)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        typed = plain and bool(event.text().strip()) and event.text().isprintable()
        return on_button and typed and not self.edit.isReadOnly() and self.edit.isVisible()

    def panes(self) -> list[QWidget]:
        """List the parts that one walks through, from left to right."""
        found: list[QWidget] = [self.sections, self.edit, self.preview, self.reader, self.inspector]
        return [pane for pane in found if pane.isVisible()]

    def set_writable(self, *, writable: bool) -> None:
        """Offer tools only for a text that may change."""
        self._writable = writable
        self.reader.set_writable(writable=writable)
        self._arrange()
        self.writable_changed.emit()

    def is_writable(self) -> bool:
        """Tell whether the text may change."""
        return self._writable

    def fit(self, width: Width) -> None:
        """Take the form that goes with this width."""
        self._width = width
        self._wants_inspector = None
        self._arrange()

    @Slot()
    def toggle_inspector(self) -> None:
        """Show or hide the right side."""
        self._wants_inspector = self.inspector.isHidden()
        self._arrange()

    @Slot()
    def _show_inspector(self) -> None:
        self._wants_inspector = True
        self._set_quiet(quiet=False)

    @Slot()
    def toggle_quiet(self) -> None:
        """Hide all but the text, or show it all again."""
        self._set_quiet(quiet=not self._quiet)
        self.edit.setFocus()

    def is_quiet(self) -> bool:
        """Tell whether only the text is wanted on screen."""
        return self._quiet

    def _set_quiet(self, *, quiet: bool) -> None:
        changed, self._quiet = self._quiet is not quiet, quiet
        self._arrange()
        if changed:
            self.quiet_changed.emit()

    def show_preview(self, *, on: bool) -> None:
        """Put the paper in place of the text, or beside it where there is room."""
        self._preview_on = on
        self._reader_on = self._reader_on and not on
        self.head.set_preview_words("Terug naar de tekst" if on else "Voorbeeld")
        self._arrange()

    def show_reader(self, *, on: bool) -> None:
        """Put another text beside this one; where there is no room, in the place of the side."""
        self._reader_on = on
        if on and self._preview_on:
            self.show_preview(on=False)
            self._reader_on = True
        if on:
            self._quiet_ends()
        self._arrange()

    def is_reading(self) -> bool:
        """Tell whether another text is beside this one."""
        return self._reader_on

    def _quiet_ends(self) -> None:
        if self._quiet:
            self._set_quiet(quiet=False)

    def is_preview_shown(self) -> bool:
        """Tell whether the paper is on screen."""
        return self._preview_on

    def _arrange(self) -> None:
        small, large = self._width is Width.KLEIN, self._width is Width.GROOT
        wants = self._wants_inspector if self._wants_inspector is not None else not small
        self.sections.setFixedWidth(style.scaled(SECTIONS_WIDTH))
        self.inspector.setFixedWidth(style.scaled(INSPECTOR_WIDTH[self._width]))
        self.toolbar.writing.setVisible(self._writable and not self._quiet)
        self.head.setVisible(not self._quiet)
        self.head.fit(narrow=small)
        self.sections.setVisible(not self._quiet and not small)
        self.sections.jump.setVisible(small and not self._quiet)
        reads = self._reader_on and not self._quiet
        self.reader.setVisible(reads)
        self.reader.setMinimumWidth(style.scaled(INSPECTOR_WIDTH[self._width]))
        self.reader.setMaximumWidth(
            QWIDGETSIZE_MAX if large else style.scaled(READER_WIDTH[self._width])
        )
        self.inspector.setVisible(wants and not self._quiet and (large or not reads))
        self.preview.setVisible(self._preview_on and not self._quiet)
        self._text_card.setVisible(self._quiet or large or not self._preview_on)

    @Slot(str)
    def _use_tool(self, tool: str) -> None:
        self._tools[tool]()
        self.edit.setFocus()
