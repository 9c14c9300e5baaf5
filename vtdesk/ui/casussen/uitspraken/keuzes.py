"""Things of which each may be chosen, under one title."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from vtdesk.ui.widgets.boxes import column, let_tab_walk
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.ui.widgets.tip import set_tip

NOTHING = "Er is nog niets om uit te kiezen."


class Keuzes(QWidget):
    """A tick per thing; what is typed half-way is kept per tick."""

    def __init__(
        self,
        name: str,
        title: str,
        options: Sequence[tuple[str, UUID]],
        chosen: Iterable[UUID] = (),
        parent: QWidget | None = None,
        *,
        later: bool = False,
    ) -> None:
        super().__init__(parent)
        named(self, name, title)
        self._options = options
        self._chosen = frozenset(chosen)
        self._boxes: list[tuple[UUID, QCheckBox]] = []
        self._ticks = column(air=4)
        self.setLayout(column(text(title, "vet"), self._ticks, air=4))
        if not later:
            self.make()

    def make(self) -> None:
        """Make the ticks, once; of thousands it is better done only when they are wanted."""
        if self._ticks.count():
            return
        for words, thing in self._options:
            box = named(QCheckBox(words.replace("&", "&&")), f"{self.objectName()}-{thing}", words)
            box.setChecked(thing in self._chosen)
            # A long statement is cut at the edge and whole in its tooltip.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            set_tip(box, words)
            self._boxes.append((thing, box))
            self._ticks.addWidget(box)
        if not self._options:
            self._ticks.addWidget(text(NOTHING, "klein", tone="stil"))
        if self.parentWidget() is not None:  # made later, so Tab would come here last
            let_tab_walk([box for _, box in self._boxes], before=self)

    def chosen(self) -> tuple[UUID, ...]:
        """Give what is chosen, in the order shown."""
        if not self._ticks.count():
            return tuple(thing for _, thing in self._options if thing in self._chosen)
        return tuple(thing for thing, box in self._boxes if box.isChecked())
