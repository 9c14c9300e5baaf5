"""The head of a casus: names, number, service, who watches over safety, and what to mind."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from vtdesk.services.casussen import CasusRow
from vtdesk.ui.casussen.hierna import hierna
from vtdesk.ui.labels import DIENST
from vtdesk.ui.page import Width
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import icon_button, primary, secondary, small
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.text import Roomy, icon_label, selectable
from vtdesk.ui.widgets.tip import set_tip
from vtdesk.values.tijd import Clock, korte_dag

LONG = 40
WRITE, PLAN, LIST = "Verslag schrijven", "Afspraak maken", "Casussen"
WIDE, NARROW = (18, 12, 14, 12), (12, 4, 8, 4)
MOST = 100  # of the room in the line goes to who watches over safety
ABOVE = 8  # px of air above the note, which stands under the head


class CasusHead(QFrame):
    """Stands above every tab; what it wishes leaves as signals."""

    change_requested = Signal()
    write_requested = Signal(object)  # UUID of the afspraak that owes a verslag
    plan_requested = Signal()
    zicht_requested = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._to_write: UUID | None = None
        self._in_one_line = False
        self._name = named(Roomy("titel"), "casus-naam")
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._number = selectable("", tone="stil")
        self._number.setWordWrap(False)
        self._service = Chip("", "keuze")
        self._watch = named(Roomy(), "zicht")
        self._hand_over = named(small("Overdragen"), "zicht-overdragen")
        self._hand_over.setAccessibleDescription("Zicht op veiligheid")
        self._next = named(Roomy(tone="stil"), "volgende")
        self._note_words = Roomy()
        self._write = named(primary(WRITE, icon="schrijven"), "verslag-schrijven")
        self._write.hide()
        self._plan = named(secondary(PLAN, icon="plan"), "afspraak-maken")
        self._change = named(icon_button("bewerken", "Casus wijzigen"), "casus-wijzigen")
        self.list_button = named(secondary(LIST, icon="casussen"), "lijst-tonen")
        self.note = self._make_note()
        facts = row(icon_label("veilig"), self._watch, self._hand_over, None, self._next, air=6)
        self._facts = boxed(facts)
        self._lay_out()

        self._hand_over.clicked.connect(self.zicht_requested)
        self._write.clicked.connect(lambda: self.write_requested.emit(self._to_write))
        self._plan.clicked.connect(self.plan_requested)
        self._change.clicked.connect(self.change_requested)

    def show_casus(self, casus: CasusRow) -> None:
        """Show the head of a casus."""
        self._name.setText(casus.naam)
        label = DIENST[casus.dienst]
        known = f"{casus.nummer}, {label.word}"  # stands beside the name where there is room
        set_tip(self._name, f"{casus.naam}. {known}" if len(casus.naam) > LONG else known)
        self._name.setAccessibleDescription(known)
        self._number.setText(casus.nummer)
        self._service.show_state(label.word, label.tone)
        self._watch.setText(f"Zicht op veiligheid: {casus.zicht_bij}, {_how_long(casus)}")
        words = "Aanvaard" if casus.zicht_aanbod else "Overdragen"
        self._hand_over.setText(words)
        self._hand_over.setAccessibleName(words)
        when = hierna(casus, self._clock())
        self._next.setText(f"Hierna: {when}" if when else "")
        review = casus.let_op_herzien_op
        again = f" Opnieuw bekijken: {korte_dag(review)}." if review else ""
        self._note_words.setText(casus.let_op + again)
        self.note.setVisible(bool(casus.let_op))
        self._show_next()

    def offer_verslag(self, afspraak_id: UUID | None) -> None:
        """Offer to write what this talk still owes; that is the next thing to do here."""
        self._to_write = afspraak_id
        self._write.setVisible(afspraak_id is not None)

    def on_width(self, width: Width) -> None:
        """Be one line where there is little room; it leaves out what the list says."""
        narrow = width is Width.KLEIN
        large = narrow and style.is_large()
        for button, words in ((self._plan, PLAN), (self.list_button, LIST)):
            button.setText("" if narrow else words)
            button.setToolTip(words if narrow else "")
        self._number.setVisible(not narrow)
        self._service.setVisible(not narrow)
        self._put_facts(beside=narrow and not large)
        self._lines.setContentsMargins(*(NARROW if narrow else WIDE))

    def _put_facts(self, *, beside: bool) -> None:
        """Let who watches over safety stand beside the name, or below it."""
        if beside is not self._in_one_line:
            self._in_one_line = beside
            (self._lines if beside else self._title).removeWidget(self._facts)
            if beside:
                self._title.insertWidget(self._title.indexOf(self._write), self._facts, MOST)
            else:
                self._lines.addWidget(self._facts)
            restyle(self._watch, type="klein" if beside else "tekst")
        self._show_next()

    def _show_next(self) -> None:
        """Where the head is one line, what comes next is in the first tab."""
        self._next.setVisible(bool(self._next.text()) and not self._in_one_line)

    def _make_note(self) -> QFrame:
        note = row(icon_label("let-op", "let-op"), self._note_words, air=10)
        note.setContentsMargins(12, 5, 12, 5)
        note.setStretch(1, 1)
        box = boxed(note, kind="block")
        box.setProperty("tone", "let-op")
        around = column(box)
        around.setContentsMargins(0, ABOVE, 0, 0)
        return named(boxed(around), "let-op")

    def _lay_out(self) -> None:
        self._title = row(
            self.list_button, self._name, self._number, self._service, None,
            self._write, self._plan, self._change,
        )  # fmt: skip
        self._lines = column(self._title, self._facts, air=6)
        self._lines.setContentsMargins(*WIDE)
        self.setProperty("kind", "card")
        self.setLayout(self._lines)


def _how_long(casus: CasusRow) -> str:
    """Say since when it is so, or until whose answer."""
    if (offer := casus.zicht_aanbod) is None:
        return f"sinds {korte_dag(casus.zicht_sinds)}"
    when = f" op {korte_dag(offer.verwacht_op)}" if offer.verwacht_op else ""
    return f"tot {offer.aan} dit{when} aanvaardt"
