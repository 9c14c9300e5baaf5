"""One statement with all that belongs to it, and what can be done with it."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vtdesk.services.uitspraak_regels import VERVALLEN, Steun
from vtdesk.services.uitspraak_rows import UitspraakDetail, UitspraakRow
from vtdesk.ui.bronregel import bronregel
from vtdesk.ui.format import moment
from vtdesk.ui.labels import LETTER, ZICHTBAARHEID, label
from vtdesk.ui.widgets.boxes import column, emptied, row, rule, scrolled
from vtdesk.ui.widgets.buttons import link, small
from vtdesk.ui.widgets.card import Card
from vtdesk.ui.widgets.chip import Chip
from vtdesk.ui.widgets.facts import facts_grid
from vtdesk.ui.widgets.flow import Flow
from vtdesk.ui.widgets.letter_box import LetterBox
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import selectable, text
from vtdesk.values.kinds import Kind, Zichtbaarheid
from vtdesk.values.tekst import Uitspraakregel, plain
from vtdesk.values.tijd import Clock, korte_dag

Names = Mapping[UUID, str]
NOTHING = "Kies een uitspraak."
_STEUN = {
    Steun.GEEN: "Steunt op geen feit of verklaring.",
    Steun.VERVALLEN: "Waar dit op steunde, is weerlegd of ingetrokken.",
    Steun.VAN_HOREN_ZEGGEN: "Steunt alleen op wat van horen zeggen is.",
}
_ACTS = (("wijzigen", "Wijzigen"), ("reageren", "Reactie vastleggen"))
_STANDING = (
    ("bevestigen", "Bevestigen"),
    ("tegenspreken", "Tegenspreken"),
    ("weerleggen", "Weerleggen"),
    ("intrekken", "Intrekken"),
)
_ENDED = (("herstellen", "Herstellen"),)


class UitspraakInspector(Card):
    """Follows the chosen statement; what it wishes leaves as the name of an act."""

    act_requested = Signal(str, object)  # name, UitspraakRow
    uitspraak_requested = Signal(object)  # UUID of another statement
    verslag_requested = Signal(object)  # UUID
    sent_requested = Signal(object)  # UUID of the verslag that somebody received

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        named(self, "uitspraak-zijkant", "Uitspraak")
        self._clock = clock
        self._box = column(air=8)
        inside = QWidget()
        inside.setLayout(column(self._box, None, air=0))
        self.body.addWidget(scrolled(inside))
        self.show_detail(None, {})

    def show_detail(self, detail: UitspraakDetail | None, names: Names) -> None:
        """Show this statement, or that none is chosen."""
        emptied(self._box)
        if detail is None:
            self._box.addWidget(text(NOTHING, tone="stil"))
            return
        self._add_head(detail)
        self._add_acts(detail.row)
        self._box.addLayout(facts_grid(_facts(detail, names)))
        self._add_others("Reactie op", [detail.reactie_op] if detail.reactie_op else [])
        self._add_others("Reacties", detail.reacties)
        self._add_others("Steunt op", detail.gronden)
        self._add_others("Hierop steunt", detail.duidingen)
        self._add_places(detail)
        self._add_history(detail)

    def _add_head(self, detail: UitspraakDetail) -> None:
        regel = detail.row.regel
        letter = LETTER[regel.letter].word
        head = row(LetterBox(regel.letter.value, letter), text(letter.capitalize(), "kop"), None)
        self._box.addLayout(head)
        words = selectable(detail.row.woorden)
        words.setMinimumWidth(1)  # a word without end may not widen the pane
        self._box.addWidget(words)
        shown = bronregel(regel)
        if shown.chip:
            self._box.addLayout(row(Chip(shown.chip, shown.tone), None))
        if detail.steun in _STEUN:
            self._box.addWidget(named(text(_STEUN[detail.steun], tone="let-op"), "steun"))
        if detail.gaten:
            self._box.addWidget(
                named(text("Nog niet gevraagd aan wie dit gaat.", tone="let-op"), "wederhoor")
            )

    def _add_acts(self, shown: UitspraakRow) -> None:
        ended = shown.regel.verificatie in VERVALLEN
        buttons = []
        for name, words in (*_ACTS, *(_ENDED if ended else _STANDING)):
            button = named(small(words) if name in dict(_ACTS) else link(words), name)
            button.clicked.connect(lambda _=False, act=name: self.act_requested.emit(act, shown))
            buttons.append(button)
        keten = named(link("Correctieketen", icon="correctie"), "correctieketen")
        keten.clicked.connect(lambda: self.act_requested.emit("correctieketen", shown))
        self._box.addLayout(Flow(*buttons, keten, air=6))

    def _add_others(self, title: str, rows: Iterable[UitspraakRow]) -> None:
        for number, other in enumerate(rows):
            if number == 0:
                self._box.addWidget(rule())
                self._box.addWidget(text(title, "kop"))
            words = text(other.woorden)
            words.setMinimumWidth(1)
            line = row(LetterBox(other.regel.letter.value, LETTER[other.regel.letter].word), words)
            line.setStretch(1, 1)
            self._box.addLayout(line)
            source = text(bronregel(other.regel).written(), "klein", tone="stil")
            self._box.addLayout(row(28, source))
            go = named(link("Naar deze uitspraak"), "naar-uitspraak")
            go.setAccessibleDescription(other.woorden)
            go.clicked.connect(lambda _=False, one=other.id: self.uitspraak_requested.emit(one))
            self._box.addLayout(row(28, go, None))

    def _add_places(self, detail: UitspraakDetail) -> None:
        self._box.addWidget(rule())
        self._box.addWidget(text("Gebruikt in", "kop"))
        if not detail.vindplaatsen:
            self._box.addWidget(text("Nog geen enkel stuk.", tone="stil"))
        for place in detail.vindplaatsen:
            words = f"{place.stuk.naam}, {korte_dag(place.stuk.datum)}, {place.versie}"
            self._box.addWidget(named(text(words), "gebruikt-in"))
            if place.stuk.kind is Kind.VERSLAG:
                self._add_ways(place.stuk.id, words)

    def _add_ways(self, verslag_id: UUID, words: str) -> None:
        look = named(link("Openen"), "verslag-openen")
        look.setAccessibleDescription(words)
        look.clicked.connect(lambda: self.verslag_requested.emit(verslag_id))
        sent = named(link("Verzonden aan…", icon="verzending"), "verzonden-aan")
        sent.setAccessibleDescription(words)
        sent.clicked.connect(lambda: self.sent_requested.emit(verslag_id))
        self._box.addLayout(Flow(look, sent))

    def _add_history(self, detail: UitspraakDetail) -> None:
        self._box.addWidget(rule())
        self._box.addWidget(text("Geschiedenis", "kop"))
        for change in detail.wijzigingen:
            when = moment(change.moment, self._clock())
            self._box.addWidget(text(f"{when}: {label(change.soort).word}", "vet"))
            if change.reden:
                self._box.addWidget(text(change.reden))
            self._box.addWidget(text(f"Was: {_was(change.was)}", "klein", tone="stil"))
        noted = moment(detail.row.vastgelegd_op, self._clock())
        self._box.addWidget(text(f"{noted}: vastgelegd", tone="stil"))


def _facts(detail: UitspraakDetail, names: Names) -> Iterator[tuple[str, str]]:
    shown, regel = detail.row, detail.row.regel
    bron = regel.bron
    yield "Van", ", ".join(filter(None, (bron.naam, bron.hoedanigheid))) or "bron ontbreekt"
    if bron.via:
        yield "Via", f"van horen zeggen, via {bron.via}"
    if regel.over:
        yield "Over", ", ".join(names.get(i, "iemand anders") for i in regel.over)
    if regel.informatiedatum:
        day = regel.informatiedatum
        yield "Datum", f"{korte_dag(day)} {day.year}"
    yield "Thema", shown.thema or "nog geen"
    reach = ZICHTBAARHEID[regel.zichtbaarheid].word
    if regel.zichtbaarheid is Zichtbaarheid.NIET_VOOR:
        reach = f"{reach} {', '.join(names.get(i, 'iemand anders') for i in regel.niet_voor)}"
    yield "Leest", reach


def _was(regel: Uitspraakregel) -> str:
    stand = bronregel(regel).stand
    return f"{plain(regel)} ({stand})" if stand else plain(regel)
