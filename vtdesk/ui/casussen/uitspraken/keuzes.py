"""Things of which each may be chosen, under one title."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from vtdesk.ui.widgets.boxes import column
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
    ) -> None:
        super().__init__(parent)
        named(self, name, title)
        wanted = frozenset(chosen)
        layout = column(text(title, "vet"), air=4)
        self.setLayout(layout)
        self._boxes: list[tuple[UUID, QCheckBox]] = []
        for words, thing in options:
            box = named(QCheckBox(words.replace("&", "&&")), f"{name}-{thing}", words)
            box.setChecked(thing in wanted)
            # A long statement is cut at the edge and whole in its tooltip.
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            set_tip(box, words)
            self._boxes.append((thing, box))
            layout.addWidget(box)
        if not options:
            layout.addWidget(text(NOTHING, "klein", tone="stil"))

    def chosen(self) -> tuple[UUID, ...]:
        """Give what is chosen, in the order shown."""
        return tuple(thing for thing, box in self._boxes if box.isChecked())
