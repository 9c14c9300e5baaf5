"""A list of things of which each may be chosen, such as the people whom a statement is about."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from vtdesk.ui.widgets.boxes import emptied, let_tab_walk
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.ui.widgets.tip import set_tip

_FITS = 34  # signs of a choice that are seen at once; the rest is in its tooltip


class Checks(QWidget):
    """Shows one box for each thing under a title, and says so when there is none."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._options: list[tuple[UUID, str]] = []
        self._boxes: list[tuple[UUID, QCheckBox]] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._title = text("", "vet")
        self._none = text("Er is nog niets om uit te kiezen.", "klein", tone="stil")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addLayout(self._list)
        layout.addWidget(self._none)

    def under(self, title: str) -> "Checks":
        """Stand under these words."""
        self._title.setText(title)
        return self

    def offer(self, options: Sequence[tuple[UUID, str]]) -> None:
        """Offer other things to choose from."""
        if list(options) == self._options:
            return
        self._options = list(options)
        emptied(self._list)
        self._boxes = [(option_id, self._box(option_id, words)) for option_id, words in options]
        self._none.setVisible(not options)
        let_tab_walk([box for _, box in self._boxes], before=self)

    def first(self) -> QWidget | None:
        """Give the first thing to choose, if any."""
        return self._boxes[0][1] if self._boxes else None

    def check(self, ids: Iterable[UUID]) -> None:
        """Choose these."""
        wanted = frozenset(ids)
        for option_id, box in self._boxes:
            box.setChecked(option_id in wanted)

    def checked(self) -> tuple[UUID, ...]:
        """Give what is chosen, in the order of the list."""
        return tuple(option_id for option_id, box in self._boxes if box.isChecked())

    def _box(self, option_id: UUID, words: str) -> QCheckBox:
        shown = words if len(words) <= _FITS else f"{words[: _FITS - 1].rstrip()}…"
        box = named(QCheckBox(shown.replace("&", "&&")), f"{self._name}-{option_id}", words)
        set_tip(box, words)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.clicked.connect(self.changed)
        self._list.addWidget(box)
        return box
