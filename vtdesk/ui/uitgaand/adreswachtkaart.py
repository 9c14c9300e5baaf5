"""What the adreswacht found: one hit at a time, in its sentence, with the three ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from vtdesk.ui import actions
from vtdesk.ui.format import aantal
from vtdesk.ui.theme import icons
from vtdesk.ui.uitgaand.redenregel import Redenregel
from vtdesk.ui.uitgaand.zin import Zin
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.buttons import icon_button, primary, secondary
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.named import named, restyle
from vtdesk.ui.widgets.pane import focus_into
from vtdesk.ui.widgets.running_text import Range
from vtdesk.ui.widgets.text import icon_label, text

QUESTION = "Is iets anders, want …"


@dataclass(frozen=True, slots=True)
class Gevonden:
    """One hit as the card shows it."""

    id: str
    waar: str  # "Onderdeel 8, regel 4 kan het geheime adres van Loes verraden:"
    zin: str
    woord: Range
    weglaten: bool = True  # it can be left out of this copy


class Adreswachtkaart(QFrame):
    """Says how much was searched for; a hit stays until one of the three deeds solves it."""

    leave_out_asked = Signal(str)  # id of the hit
    correction_asked = Signal()
    else_given = Signal(str, str)  # id of the hit, the reason

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "block")
        named(self, "adreswacht", "Adreswacht")
        self._hits: tuple[Gevonden, ...] = ()
        self._at = 0
        self._drafts: dict[str, str] = {}
        self._asked: Redenregel | None = None
        self._mark = icon_label("veilig", "goed", size=20)
        self._title = named(text("", "kop"), "adreswacht-kop")
        self._searched = named(text("", "klein", tone="stil"), "adreswacht-gezocht")
        self._which = named(text("", "klein", wrap=False), "treffer-nummer")
        self._former = named(icon_button("vorige", "Vorige treffer"), "treffer-vorige")
        self._next = named(icon_button("volgende", "Volgende treffer"), "treffer-volgende")
        self._where = named(text(""), "treffer-waar")
        self._sentence = named(Zin(), "treffer-zin")
        self.leave_out = _deed(primary("Zin weglaten"), "zin-weglaten")
        self.correct = _deed(secondary("Correctie maken"), "uitgaand-correctie")
        self.other = _deed(secondary("Is iets anders, want…"), "iets-anders")
        self._ways, self._walk, self._body = QWidget(), QWidget(), QWidget()
        self._why = column(air=0)
        self._lay_out()
        self._former.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self.leave_out.clicked.connect(self._leave_out)
        self.correct.clicked.connect(self.correction_asked)
        self.other.clicked.connect(self.ask_why)

    def _lay_out(self) -> None:
        self._ways.setLayout(Flow(self.leave_out, self.correct, self.other))
        self._walk.setLayout(row(self._which, self._former, self._next, air=4))
        head = row(self._title, None, self._searched, self._walk)
        top = Qt.AlignmentFlag.AlignTop
        below = column(self._where, self._sentence, self._ways, self._why, air=8)
        self._body.setLayout(below)
        words = column(head, self._body, air=8)
        whole = row(air=10)
        whole.setContentsMargins(14, 12, 14, 12)
        whole.addWidget(self._mark, 0, top)
        whole.addLayout(words, 1)
        self.setLayout(whole)

    def show_hits(self, hits: Sequence[Gevonden], searched: int, *, draft: bool) -> None:
        """Show what was found among so many shielded values."""
        was = self.current()
        self._hits = tuple(hits)
        words = "Naar de tekst" if draft else "Correctie maken"
        self.correct.setText(words)
        self.correct.setAccessibleName(words)
        ids = [hit.id for hit in self._hits]
        self._at = ids.index(was.id) if was and was.id in ids else min(self._at, len(ids) - 1)
        self._at = max(0, self._at)
        self._drafts = {key: words for key, words in self._drafts.items() if key in ids}
        found = aantal(len(hits), "treffer", "treffers")
        self._title.setText(f"Adreswacht: {found}")
        looked = aantal(searched, "gegeven", "gegevens")
        self._searched.setText(f"gezocht naar {looked}")
        self.setAccessibleDescription(f"Gezocht naar {looked}. {found}.")
        icon, tone = ("adreswacht", "gevaar") if hits else ("veilig", "goed")
        icons.set_icon(self._mark, icon, tone, size=20)
        restyle(self, tone="gevaar" if hits else "goed")
        self._show_current()

    def current(self) -> Gevonden | None:
        """Give the hit on screen."""
        return self._hits[self._at] if self._at < len(self._hits) else None

    def drafts(self) -> dict[str, str]:
        """Give the reasons that are half typed, by hit."""
        return dict(self._drafts)

    def give_back(self, drafts: dict[str, str]) -> None:
        """Show again what was half typed."""
        self._drafts = dict(drafts)
        self._show_current()

    @Slot()
    def ask_why(self) -> None:
        """Ask what it is then."""
        hit = self.current()
        if hit is not None:
            self._drafts.setdefault(hit.id, "")
            self._show_current()
            if self._asked is not None:
                focus_into(self._asked.line)

    def refuse(self, key: str, words: str) -> bool:
        """Say beside the reason of a hit what is wrong with it; tell whether it is asked here."""
        asked = self._asked
        if asked is None or asked.property("over") != key:
            return False
        asked.refuse(words)
        return True

    def _show_current(self) -> None:
        hit = self.current()
        self._body.setVisible(hit is not None)
        self._walk.setVisible(len(self._hits) > 1)
        if hit is None:
            self._forget_why()
            return
        self._which.setText(f"{self._at + 1} van {len(self._hits)}")
        self._former.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < len(self._hits))
        self._where.setText(hit.waar)
        self._sentence.show_words(hit.zin, hit.woord)
        self.leave_out.setVisible(hit.weglaten)
        self._show_why(hit)

    def _show_why(self, hit: Gevonden) -> None:
        if self._asked is not None and self._asked.property("over") == hit.id:
            if hit.id not in self._drafts:
                self._forget_why()
            return
        self._forget_why()
        if hit.id not in self._drafts:
            return
        asked = Redenregel("treffer", QUESTION, "Reden bewaren", words=self._drafts[hit.id])
        asked.setProperty("over", hit.id)
        asked.given.connect(lambda words: self.else_given.emit(hit.id, words))
        asked.left.connect(lambda: self._leave_why(hit.id))
        asked.typed.connect(lambda words: self._keep(hit.id, words))
        self._asked = asked
        self._why.addWidget(asked)
        asked.show()  # what was just laid out is shown later, and takes no focus before

    def _forget_why(self) -> None:
        if self._asked is not None:
            had_keys = self._asked.isAncestorOf(self.focusWidget() or self)
            self._asked.hide()
            self._asked.deleteLater()
            self._asked = None
            if had_keys and self.other.isVisible():
                self.other.setFocus()

    def _leave_why(self, hit_id: str) -> None:
        self._drafts.pop(hit_id, None)
        self._show_current()

    def _keep(self, hit_id: str, words: str) -> None:
        self._drafts[hit_id] = words

    def _step(self, by: int) -> None:
        self._at = max(0, min(len(self._hits) - 1, self._at + by))
        self._show_current()

    @Slot()
    def _leave_out(self) -> None:
        hit = self.current()
        if hit is not None:
            self.leave_out_asked.emit(hit.id)


def _deed(button: QPushButton, name: str) -> QPushButton:
    button.setToolTip(actions.keys_text(name))
    return named(button, name)
