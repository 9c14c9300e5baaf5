"""The head of a casus: names, number, service, who watches over safety, and what to mind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.hierna import hierna
from vtdesk.ui.labels import DIENST
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import icon_button, secondary, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import icon_label, selectable, text
from vtdesk.ui.widgets.tip import set_tip
from vtdesk.values.tijd import Clock, korte_dag

LONG = 40


class CasusHead(QFrame):
    """Stands above every tab; what it wishes leaves as signals."""

    change_requested = Signal()
    plan_requested = Signal()
    zicht_requested = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._name = named(selectable("", "titel"), "casus-naam")
        self._name.setMinimumWidth(1)  # a name without spaces may not widen the window
        self._number = selectable("", tone="stil")
        self._number.setWordWrap(False)
        self._service = Chip("", "keuze")
        self._watch = named(text(""), "zicht")
        self._watch.setMinimumWidth(1)
        self._hand_over = named(small("Overdragen"), "zicht-overdragen")
        self._hand_over.setAccessibleDescription("Zicht op veiligheid")
        self._next = named(text("", tone="stil"), "volgende")
        self._note_words = text("")
        self._plan = named(secondary("Afspraak maken", icon="plan"), "afspraak-maken")
        self._change = named(icon_button("bewerken", "Casus wijzigen"), "casus-wijzigen")
        self.list_button = named(secondary("Casussen", icon="casussen"), "lijst-tonen")
        self._note = self._make_note()
        self._lay_out()

        self._hand_over.clicked.connect(self.zicht_requested)
        self._plan.clicked.connect(self.plan_requested)
        self._change.clicked.connect(self.change_requested)

    def show_casus(self, casus: CasusRow) -> None:
        """Show the head of a casus."""
        self._name.setText(casus.naam)
        set_tip(self._name, casus.naam if len(casus.naam) > LONG else "")
        self._number.setText(casus.nummer)
        label = DIENST[casus.dienst]
        self._service.show_state(label.word, label.tone)
        self._watch.setText(f"Zicht op veiligheid: {casus.zicht_bij}, {_how_long(casus)}")
        words = "Aanvaard" if casus.zicht_aanbod else "Overdragen"
        self._hand_over.setText(words)
        self._hand_over.setAccessibleName(words)
        when = hierna(casus, self._clock())
        self._next.setText(f"Hierna: {when}" if when else "")
        self._next.setVisible(bool(when))
        review = casus.let_op_herzien_op
        again = f" Opnieuw bekijken: {korte_dag(review)}." if review else ""
        self._note_words.setText(casus.let_op + again)
        self._note.setVisible(bool(casus.let_op))

    def _make_note(self) -> QFrame:
        note = row(icon_label("let-op", "let-op"), self._note_words, margins=10)
        note.setStretch(1, 1)
        box = boxed(note, kind="block")
        box.setProperty("tone", "let-op")
        return box

    def _lay_out(self) -> None:
        title = row(self.list_button, self._name, self._plan, self._change)
        title.setStretch(1, 1)
        facts = row(
            self._number, self._service, 4, icon_label("veilig"), self._watch, self._hand_over,
            air=6,
        )  # fmt: skip
        facts.setStretch(facts.count() - 2, 1)
        lines = column(title, facts, self._next, self._note, air=6)
        lines.setContentsMargins(18, 12, 14, 12)
        self.setProperty("kind", "card")
        self.setLayout(lines)


def _how_long(casus: CasusRow) -> str:
    """Say since when it is so, or until whose answer."""
    if (offer := casus.zicht_aanbod) is None:
        return f"sinds {korte_dag(casus.zicht_sinds)}"
    when = f" op {korte_dag(offer.verwacht_op)}" if offer.verwacht_op else ""
    return f"tot {offer.aan} dit{when} aanvaardt"
