"""The besluit in large letters, to be read aloud at the table."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vtdesk.services.plein import woorden as plein_woorden
from vtdesk.services.plein.rows import BesprekingDetail
from vtdesk.ui.widgets.boxes import row, scrolled
from vtdesk.ui.widgets.buttons import primary
from vtdesk.ui.widgets.focus_ring import FocusRing
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text

AROUND = 40


class Voorlezen(QDialog):
    """Shows the besluit, its grounds and who does what; initials only, as all of Pleinstand."""

    def __init__(self, detail: BesprekingDetail, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("vtdesk")
        named(self, "voorlezen", "Besluit voorlezen")
        inside = QWidget()
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 12, 0)
        parts.setSpacing(8)
        parts.addWidget(text(f"{detail.regio.tafel}, {detail.row.kop}", tone="stil"))
        parts.addWidget(selectable(plein_woorden.besluit(detail), "voorlezen-kop"))
        for head, words in _passages(detail):
            parts.addSpacing(8)
            parts.addWidget(text(head, "kop", tone="stil"))
            parts.addWidget(selectable(words, "voorlezen"))
        parts.addStretch(1)
        close = named(primary("Voorlezen klaar"), "voorlezen-klaar")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(row(None, close))
        room = parent.window().size()
        self.resize(room.width() - AROUND, room.height() - AROUND)
        close.setFocus()
        FocusRing(self)


def _passages(detail: BesprekingDetail) -> list[tuple[str, str]]:
    found = detail.uitkomst
    dissent = "\n".join(
        f"{one.wie}: {plein_woorden.standpunt(one)}" for one in detail.standpunten if one.afwijkend
    )
    passages = [
        ("Gronden", found.gronden.strip()),
        ("Afwijkend standpunt", dissent),
        *plein_woorden.regels(detail),
        ("Taken", "\n".join(plein_woorden.taken(detail))),
    ]
    return [(head, words.strip()) for head, words in passages if words.strip()]
