"""Zoeken: everything that may be seen, found while one types; the melder is not in it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget
from typing_extensions import override

from vtdesk.services.desk import Desk
from vtdesk.services.zoek_vraag import SOORTEN
from vtdesk.services.zoeken import MEEST, Uitkomst, Vondst, Zoektocht
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.widgets.boxes import boxed, column, row
from vtdesk.ui.widgets.buttons import secondary
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.text import text
from vtdesk.ui.zoeken.filters import Filters
from vtdesk.ui.zoeken.glance import Glance
from vtdesk.ui.zoeken.hits import Hits
from vtdesk.ui.zoeken.places import open_in_place
from vtdesk.values.kinds import Kind
from vtdesk.values.zoekvraag import met, zonder

PAUSE = 60  # ms after a key before the search
GLANCE_WIDTH = 380
FIELD = "Zoek een woord, naam of nummer"
HINT = (
    "Zoek in alle casussen. Een deel van een woord is genoeg: afspraak vindt ook "
    "veiligheidsafspraken. Tussen aanhalingstekens vind je woorden die zo bij elkaar staan."
)
NOT_READ = "Zoeken lukt nu niet."
_INTO_HITS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
SEARCHING = "Er wordt nog verder gezocht."
FOUND, NOTHING, EMPTY, FAILED = range(4)


class ZoekenPage(Page):
    """One field; what it finds stands below it per casus, and at the right what the hit says."""

    watches = frozenset(Kind) - {Kind.INSTELLING, Kind.CONCEPT, Kind.HINT}

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self._tocht: Zoektocht | None = None
        self._uitkomst: Uitkomst | None = None
        self._most = MEEST
        self._wanted: int | None = None  # the hit to choose as soon as it is there
        self._then: Callable[[], None] | None = None  # what waits for the hits
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.field = named(QLineEdit(), "zoekveld", FIELD)
        self.field.setPlaceholderText(FIELD)
        self.filters = Filters()
        self.filters.offers = {"soort": _kinds, "casus": self._casussen_found}
        self._not_understood = named(text("", tone="let-op"), "niet-begrepen")
        self.hits = Hits()
        self._count = named(text("", "klein", tone="stil"), "aantal")
        self._more = named(secondary("Meer tonen"), "meer-tonen")
        self._none = named(EmptyState("", icon="zoeken", button="Zoek"), "niets-gevonden")
        self._failed = named(EmptyState("", icon="let-op", button="Opnieuw proberen"), "mislukt")
        self._stack = QStackedWidget()
        self.glance = Glance()
        self._lay_out()
        self._connect()
        self.on_width(Width.MIDDEN)
        self._show_state(EMPTY)

    def _lay_out(self) -> None:
        foot = row(self._count, None, self._more)
        foot.setContentsMargins(10, 4, 4, 4)
        found = column(self.hits, foot, air=0, margins=4)
        for part in (
            boxed(found), self._none, EmptyState(HINT, icon="zoeken"), self._failed
        ):  # fmt: skip
            self._stack.addWidget(part)
        body = row(boxed(column(self._stack), kind="card"), self.glance, air=12)
        body.setStretch(0, 1)
        layout = column(
            text("Zoeken", "titel", wrap=False),
            self.field,
            self.filters,
            self._not_understood,
            margins=16,
        )
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self._pause.timeout.connect(self._ask)
        self.filters.asked.connect(self._add_filter)
        self.filters.dropped.connect(lambda name: self._type(zonder(self.field.text(), name)))
        self.filters.best_asked.connect(self._ask)
        self.hits.chosen.connect(self._show_glance)
        self.hits.opened.connect(self.open_hit)
        self.hits.left.connect(self.field.setFocus)
        self.hits.glance_asked.connect(self._toggle_glance)
        self.glance.open_asked.connect(self._open_current)
        self._more.clicked.connect(self._show_more)
        self._none.button.clicked.connect(self._take_meant)
        self._failed.button.clicked.connect(self._ask)

    # what the window asks

    @override
    def refresh(self) -> None:
        prepare = self._desk.zoeken.prepare
        self._tools.jobs.run(prepare, then=self._complete, owner=self, failed=self._fail)
        self._ask()

    @override
    def place(self) -> dict[str, Any]:
        chosen = self.hits.current()
        return {
            "vraag": self.field.text(),
            "beste": self.filters.best,
            "gekozen": chosen.id if chosen else None,
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.filters.set_best(best=bool(place.get("beste")))
        self._wanted = place.get("gekozen")
        self._type(place.get("vraag", ""))

    @override
    def panes(self) -> list[QWidget]:
        return [self.field, self.hits, self.glance]

    @override
    def on_width(self, width: Width) -> None:
        small = width is Width.KLEIN
        self.glance.setFixedWidth(GLANCE_WIDTH)
        self.glance.setVisible(not small)

    @override
    def toggle_inspector(self) -> None:
        self._toggle_glance()

    @override
    def own_keys(self) -> tuple[str, ...]:
        return ("treffer-eerste", "treffer-openen", "treffer-bekijken")

    @override
    def begin(self) -> None:
        self.go_home()

    @override
    def go_home(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if pressed in _INTO_HITS and event.type() == QEvent.Type.KeyPress:
            self._go_into_hits()
            return True
        return super().eventFilter(watched, event)

    # asking

    @Slot()
    def _typed(self) -> None:
        self._most, self._then = MEEST, None
        self._show_question()
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        """Search beside the typing; what was asked before need not be answered any more."""
        self._pause.stop()
        self._show_question()
        if self._tocht is not None:
            self._tocht.stop()
        tocht = self._desk.zoeken.tocht(
            self.field.text(), beste=self.filters.best, meest=self._most
        )
        self._tocht = tocht
        self._tools.jobs.run(
            tocht.run, then=partial(self._answer, tocht), owner=self, failed=self._fail
        )

    def _show_question(self) -> None:
        vraag = self._desk.zoeken.lees(self.field.text())
        self.filters.show_question(vraag)
        odd = [one for one in vraag.filters if not one.is_begrepen and one.waarde]
        self._not_understood.setVisible(bool(odd))
        if odd:
            self._not_understood.setText(
                f"'{odd[0].naam}:{odd[0].waarde}' is geen datum. "
                f"Schrijf bijvoorbeeld {odd[0].naam}:maart of {odd[0].naam}:1-4-2026."
            )

    def _answer(self, tocht: Zoektocht, uitkomst: Uitkomst | None) -> None:
        if tocht is not self._tocht or uitkomst is None:
            return
        self._tocht, self._uitkomst = None, uitkomst
        self.hits.show_found(uitkomst, self._tools.clock().date())
        found = len(uitkomst.vondsten)
        self._more.setVisible(uitkomst.meer)
        order = "De beste" if self.filters.best else "De nieuwste"
        self._count.setText(f"{order} {found}" if uitkomst.meer else f"{found} gevonden")
        if not uitkomst.compleet:
            self._count.setText(SEARCHING)
        if uitkomst.vraag.is_leeg:
            self._show_state(EMPTY)
        elif found or not uitkomst.compleet:
            self._show_state(FOUND)
        else:
            self._say_nothing_found(uitkomst)
        self._choose_wanted()

    def _complete(self, _nothing: None) -> None:
        """Ask again what was asked before all words were known."""
        if self._uitkomst is not None and not self._uitkomst.compleet:
            self._ask()

    def _say_nothing_found(self, uitkomst: Uitkomst) -> None:
        typed = self.field.text().strip()
        meant = f" Bedoel je '{uitkomst.bedoel}'?" if uitkomst.bedoel else ""
        self._none.say(f"Niets gevonden voor '{typed}'.{meant}")
        self._none.button.setVisible(bool(meant))
        self._none.button.setText(f"Zoek '{uitkomst.bedoel}'".replace("&", "&&"))
        self._none.button.setAccessibleName(f"Zoek '{uitkomst.bedoel}'")
        self._show_state(NOTHING)

    def _choose_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        then, self._then = self._then, None
        if wanted is not None:
            self.hits.choose(lambda vondst: vondst.id == wanted)
        if self.hits.current() is None:
            self.glance.show_nothing()
        if then is not None:
            then()

    def _fail(self, error: Exception) -> None:
        self._tocht = None
        self._failed.say(f"{NOT_READ} {error}")
        self._show_state(FAILED)

    def _show_state(self, state: int) -> None:
        self._stack.setCurrentIndex(state)

    # what the user does

    def _type(self, words: str) -> None:
        self.field.setText(words)
        self._ask()

    @Slot(str, str)
    def _add_filter(self, name: str, value: str) -> None:
        self._type(met(self.field.text(), name, value))
        self.field.setFocus()
        self.field.setCursorPosition(len(self.field.text()))

    @Slot()
    def _take_meant(self) -> None:
        if self._uitkomst is not None and self._uitkomst.bedoel:
            self._type(self._uitkomst.bedoel)
            self.field.setFocus()

    @Slot()
    def _show_more(self) -> None:
        self._most += MEEST
        self._ask()

    def _go_into_hits(self) -> None:
        """Walk into the hits, as soon as they belong to what was typed."""
        if self._pause.isActive() or self._tocht is not None:
            if self._pause.isActive():
                self._ask()
            self._then = self._go_into_hits
        elif self._stack.currentIndex() == FOUND:
            self.hits.begin()

    @Slot()
    def _toggle_glance(self) -> None:
        self.glance.setVisible(self.glance.isHidden())

    @Slot(object)
    def _show_glance(self, vondst: Vondst) -> None:
        line = self.hits.line(vondst)
        about = " · ".join(filter(None, (line.side, vondst.casus, vondst.nummer)))
        self.do(
            lambda: self._desk.zoeken.toon(vondst.id, self.field.text()),
            then=lambda gemerkt: self.glance.show_hit(line, about, gemerkt),
        )

    @Slot()
    def _open_current(self) -> None:
        if (vondst := self.hits.current()) is not None:
            self.open_hit(vondst)

    @Slot(object)
    def open_hit(self, vondst: Vondst) -> None:
        """Go to the place where it stands; what has none is read here."""
        if not open_in_place(self, vondst):
            self.say("Dit hoort nog bij geen casus. Je leest het hiernaast.", tone="")
            self.glance.show()

    def _casussen_found(self) -> list[tuple[str, str]]:
        found = self._uitkomst.vondsten if self._uitkomst else ()
        return list(dict.fromkeys((v.casus, v.nummer) for v in found if v.casus_id))


def _kinds() -> list[tuple[str, str]]:
    shown: dict[tuple[Kind, ...], str] = {}
    for word, kinds in SOORTEN.items():
        shown.setdefault(kinds, word)
    return [(word.capitalize(), word) for word in shown.values()]
