"""Bellen: no call lost, no unsafe call made."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QTabBar, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError, UserError
from vtdesk.services.bellen.daad import EEN_ZIN
from vtdesk.services.bellen.service import BelDetail, BelRow, Match
from vtdesk.services.desk import Desk
from vtdesk.ui.bellen.deeds import BelDeeds
from vtdesk.ui.bellen.gesprek import BelGesprek
from vtdesk.ui.bellen.lijst import EMPTY, BelLijst
from vtdesk.ui.bellen.toetsen import let_tab_follow, letter_only_from
from vtdesk.ui.bellen.zijkant import Zijkant
from vtdesk.ui.format import aantal
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.theme import style
from vtdesk.ui.widgets.boxes import column, row
from vtdesk.ui.widgets.empty_state import EmptyState
from vtdesk.ui.widgets.named import named
from vtdesk.ui.widgets.pane import takes_keys
from vtdesk.ui.widgets.room import Room
from vtdesk.ui.widgets.text import text
from vtdesk.values.dagkinds import BelUitkomst
from vtdesk.values.kinds import Kind

LIST_WIDTH = {Width.KLEIN: 260, Width.MIDDEN: 300, Width.GROOT: 320}
SIDE_WIDTH = {Width.MIDDEN: 300, Width.GROOT: 340}
LARGE = 0.65  # of the width of the list, when the text is large
CHOOSE = "Kies links wie je belt."
_OUTCOMES = {
    "bel-gesproken": BelUitkomst.GESPROKEN,
    "bel-geen-gehoor": BelUitkomst.GEEN_GEHOOR,
    "bel-ingesproken": BelUitkomst.INGESPROKEN,
    "bel-verkeerd": BelUitkomst.VERKEERD_NUMMER,
}
CALL, LOG = range(2)


class BellenPage(Page):
    """Who waits at the left, the call in the middle, what was tried at the right."""

    watches = frozenset(
        {
            Kind.TERUGBELVERZOEK, Kind.PERSOON, Kind.ORGANISATIE, Kind.CASUS, Kind.CRISIS,
            Kind.VEILIGHEID, Kind.GEBEURTENIS, Kind.AFSPRAAK, Kind.TERMIJN, Kind.UITSPRAAK,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self._detail: BelDetail | None = None
        self._deeds = BelDeeds(self, desk, tools)
        self._count = named(text("", tone="stil", wrap=False), "aantal")
        self.list = BelLijst(desk.bellen, tools.clock)
        self.call = BelGesprek(otherwise=self.list.list)
        self.side = Zijkant()
        self._side_room = Room(self.side)
        self._nothing = named(EmptyState(CHOOSE, icon="bellen"), "geen-gesprek")
        self._middle = QStackedWidget()
        self._tabs = named(QTabBar(), "gesprek-of-pogingen", "Gesprek of pogingen")
        self._lay_out()
        self._connect()
        self.on_width(Width.MIDDEN)

    def _lay_out(self) -> None:
        for words in ("Gesprek", "Pogingen en vorige keren"):
            self._tabs.setAccessibleTabName(self._tabs.addTab(words), words)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for part in (self._nothing, self.call):
            self._middle.addWidget(part)
        middle = column(self._middle, self._tabs, air=6)
        middle.setStretch(0, 1)
        self._body = row(self.list, middle, self._side_room, air=12)
        self._body.setStretch(1, 1)
        head = row(text("Bellen", "titel", wrap=False), self._count, None, air=12)
        layout = column(head, air=10, margins=16)
        layout.addLayout(self._body, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.list.noted.connect(self._note)
        self.list.list.chosen.connect(self._show_row)
        self.list.list.opened.connect(self._begin_call)
        self.list.list.removed.connect(lambda row: self._deeds.finish(row.id))
        self.call.kop.asked.connect(self._do)
        self.call.kop.chosen.connect(self._confirm)
        self.call.outcome_asked.connect(self._attempt)
        self.call.vragen.keep_asked.connect(self._keep)
        self.side.asked.connect(self._do)
        self._tabs.currentChanged.connect(self._show_tab)
        for action in (
            self.on_action("bel-volgende", partial(self.list.step, 1)),
            self.on_action("bel-vorige", partial(self.list.step, -1)),
            *(self.on_action(name, partial(self._attempt, of)) for name, of in _OUTCOMES.items()),
        ):
            letter_only_from(action, self.list.list, self.call.kop)

    # what the window asks

    @Slot(object)
    def show_call(self, verzoek_id: UUID) -> None:
        """Show one call."""
        if self._stale:
            self.refresh()
        if self.list.list.choose(lambda row: row.id == verzoek_id):
            self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # done on another day
            self._show(verzoek_id)

    @override
    def refresh(self) -> None:
        self._keep()
        groups = self._desk.bellen.groups()
        waiting = len(groups.open)
        wait = "mens wacht", "mensen wachten"
        self._count.setText(f"{aantal(waiting, *wait)} op een telefoontje" if waiting else "")
        self.list.set_groups(groups)
        self._nothing.say(CHOOSE if self.list.list.rows() else EMPTY)
        current = self.list.list.current()
        if current is not None:
            self._show(current.id)
        elif not self.list.list.choose(lambda _: True):
            self._show_nothing()

    @override
    def put_away(self) -> None:
        self._store_answers()

    @override
    def place(self) -> dict[str, Any]:
        focus = self.focusWidget()
        field = focus if isinstance(focus, QLineEdit) and self.isAncestorOf(focus) else None
        return {
            "telefoontje": str(self._detail.row.id) if self._detail else "",
            "regel": self.list.invoer.text(),
            "veld": field.objectName() if field else "",
            "caret": field.cursorPosition() if field else 0,
            "bezig": bool(field and field.text()),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self.list.invoer.set_text(place.get("regel", ""))
        if place.get("telefoontje"):
            self.do(lambda: self.show_call(UUID(place["telefoontje"])))
        field = self.findChild(QLineEdit, place["veld"]) if place.get("veld") else None
        if isinstance(field, QLineEdit):
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.setCursorPosition(place.get("caret", 0))

    @override
    def on_width(self, width: Width) -> None:
        small = width is Width.KLEIN
        wide = style.scaled(LIST_WIDTH[width])
        self.list.setFixedWidth(round(wide * LARGE) if style.is_large() else wide)
        self.call.arrange()
        self.read_again()  # what is shown takes another form too
        self._tabs.setVisible(small)
        if small:
            self._middle.addWidget(self._side_room)
        else:
            self._body.addWidget(self._side_room)
            self._side_room.setFixedWidth(style.scaled(SIDE_WIDTH[width]))
            self._side_room.setVisible(self._detail is not None)
        self._side_room.setMaximumWidth(
            16_777_215 if small else style.scaled(SIDE_WIDTH.get(width, 0))
        )
        self._show_tab()

    @override
    def panes(self) -> list[QWidget]:
        return [self.list.list, self.list.invoer, self.call, self.side]

    @override
    def toggle_inspector(self) -> None:
        if self._tabs.isVisibleTo(self):
            self._tabs.setCurrentIndex(LOG if self._tabs.currentIndex() == CALL else CALL)
        else:
            self._side_room.setVisible(self._side_room.isHidden())

    @override
    def own_keys(self) -> tuple[str, ...]:
        return ("telefoontje-bellen", "rij-weg")

    @override
    def casus_in_sight(self) -> UUID | None:
        casus = self._detail.casus if self._detail else None
        return casus.id if casus else None

    @override
    def begin(self) -> None:
        self.go_home()

    @override
    def go_home(self) -> None:
        if self.list.list.rows():
            self.list.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.invoer.setFocus(Qt.FocusReason.OtherFocusReason)

    # what the user does

    @Slot()
    def _note(self) -> None:
        made = self._deeds.note(self.list.invoer.text())
        if made is not None:
            self.list.invoer.clear()
            self.show_call(made)

    @Slot(object)
    def _show_row(self, row: BelRow) -> None:
        if self._detail is None or self._detail.row.id != row.id:
            self._keep()
            self._show(row.id)

    @Slot(object)
    def _begin_call(self, _row: BelRow) -> None:
        """Go to the first question; that is where a call begins."""
        self._tabs.setCurrentIndex(CALL)
        self.call.begin_in("vrij_praten")

    @Slot(str)
    def _do(self, act: str) -> None:
        if self._detail is None:
            return
        casus = self.casus_in_sight()
        match act:
            case "casus" if casus:
                self.casus_requested.emit(casus)
            case "uitspraak" if casus:
                self.uitspraak_requested.emit(casus)
            case "klopt" if self._detail.gekozen:
                self._confirm(self._detail.gekozen)
            case "belofte" | "crisisnotitie":
                self.capture_requested.emit(act, casus)
            case _:
                self._keep()
                self._deeds.do(act, self._detail.row.id, self._detail.row.nummer)

    @Slot(object)
    def _confirm(self, match: Match) -> None:
        if self._detail is not None:
            self._deeds.confirm(self._detail.row.id, match)

    @Slot(object)
    def _attempt(self, uitkomst: BelUitkomst) -> None:
        if self._detail is None:
            return
        self._keep()
        field = self.call.vragen.fields["uitkomst"]
        spoken = uitkomst is BelUitkomst.GESPROKEN
        if spoken and not field.text().strip():
            self._tabs.setCurrentIndex(CALL)
            self.call.begin_in("uitkomst")
            self.call.vragen.say_wrong(EEN_ZIN)
            return
        words = field.text() if spoken else ""
        if self._deeds.attempt(self._detail.row.id, uitkomst, words) and spoken:
            self.go_home()  # out of the text, so that Ctrl+Z is about the call

    # what is shown and stored

    def _show(self, verzoek_id: UUID) -> None:
        try:
            self._detail = self._desk.bellen.detail(verzoek_id)
        except UserError:  # it was taken back
            self._show_nothing()
            return
        now = self._tools.clock()
        self.call.show_call(self._detail, now)
        self.side.show_call(self._detail, now.date())
        beside = takes_keys(self.side)
        let_tab_follow([self.list.list, *self.call.in_order(), self._tabs, *beside])
        self._show_tab()

    def _show_nothing(self) -> None:
        self._detail = None
        self._show_tab()

    @Slot()
    def _show_tab(self) -> None:
        """Bring the call to the front, or its log where that is a tab."""
        tabs = self._tabs.isVisibleTo(self)
        shown = self._detail is not None
        log = tabs and self._tabs.currentIndex() == LOG
        front: QWidget = (self._side_room if log else self.call) if shown else self._nothing
        self._middle.setCurrentWidget(front)
        self._tabs.setEnabled(shown)
        if not tabs:
            self._side_room.setVisible(shown)

    @Slot()
    def _keep(self) -> None:
        """Store what is typed; when that fails the text stays, and the state line says so."""
        try:
            if self._store_answers():
                self.saved.emit()
        except OutsideError as error:
            self.save_failed.emit(error)
        except UserError:  # the call was taken back meanwhile, and its answers with it
            self._detail = None

    def _store_answers(self) -> bool:
        typed = self.call.vragen.unkept()
        if self._detail is None or typed is None:
            return False
        self._desk.bellen.keep(self._detail.row.id, typed)
        self.call.vragen.told_kept(typed)
        return True
