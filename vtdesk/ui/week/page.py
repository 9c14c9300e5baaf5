"""Week: load and room at a glance, and moving appointments to another day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from vtdesk.errors import OutsideError
from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda.deeds import Deeds
from vtdesk.ui.agenda.moves import Move, Reach
from vtdesk.ui.format import moment
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.theme import style
from vtdesk.ui.week import block
from vtdesk.ui.week.board import WeekBoard
from vtdesk.ui.week.choices import WeekChoices
from vtdesk.ui.week.day import DayShown
from vtdesk.ui.week.drawer import Drawer
from vtdesk.ui.week.reading import DAYS, WeekReader
from vtdesk.ui.week.span import Span
from vtdesk.ui.week.title_row import WeekTitle
from vtdesk.ui.widgets.boxes import MARGIN, row
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import local

MINUTE = 60_000


class WeekPage(Page):
    """The days at the left; in a drawer at the right what was cancelled and still asks a date."""

    watches = frozenset(
        {
            Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG, Kind.CASUS, Kind.PRIVE, Kind.INSTELLING,
            Kind.VERLOF,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self._reader, self._deeds = WeekReader(desk), Deeds(self, desk)
        now = tools.clock()
        self._today = local(now).date()
        self._span = Span.of(self._today)
        self._days: list[DayShown] = []
        self._seen, self._scale = False, style.scaled(100)
        self._title = WeekTitle()
        self._board = WeekBoard(self._today, now)
        self._drawer = Drawer(self._today)
        self._drawer.hide()
        self._choices = WeekChoices(self, desk.instellingen)
        self._clock = QTimer(self, interval=MINUTE)
        self._clock.start()
        self._lay_out()
        self._connect()
        self._adopt()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, MARGIN)
        layout.setSpacing(12)
        layout.addWidget(self._title)
        below = row(self._board, self._drawer, air=12)
        below.setStretch(0, 1)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self._title.walked.connect(self.walk)
        self._title.shifted.connect(self._shift)
        self._title.this_week_requested.connect(self.show_this_week)
        self._title.plan_requested.connect(self.plan)
        self._title.drawer_wanted.connect(self.toggle_inspector)
        self._board.opened.connect(self._open)
        self._board.cancel_requested.connect(self._deeds.cancel)
        self._board.plan_requested.connect(self.plan)
        self._board.move_chosen.connect(self._move)
        self._board.day_wanted.connect(self._show_moving)
        self._drawer.new_date_wanted.connect(self._deeds.cancel)
        self._drawer.reason_wanted.connect(self._deeds.give_reason)
        self._drawer.closed.connect(self.toggle_inspector)
        self._deeds.planned.connect(self._point_at)
        self._choices.changed.connect(self.read_again)
        self._clock.timeout.connect(self.read_again)

    def _adopt(self) -> None:
        self.on_action("afspraak-nieuw", self.plan)
        self.on_action("week-vorige", lambda: self.walk(-1))
        self.on_action("week-volgende", lambda: self.walk(1))
        self.on_action("week-vandaag", self.show_this_week)
        for action in self._choices.actions():
            self._title.add_to_menu(action)

    # what is shown

    @override
    def refresh(self) -> None:
        today = local(self._tools.clock()).date()
        if today != self._today and self._is_this_week():  # midnight passed meanwhile
            self._span = self._span.with_week_of(today)
        self._today = today
        choice = self._choices.read()
        self._span = self._span.over(2 if choice.twee_weken and self._span.may_double else 1)
        self._days = self._reader.days(self._span.monday, self._span.weeks)
        shown = self._span.visible(self._days, today)
        is_empty = not any(day.rows or day.verlof for day in self._days)
        self._board.show_week(
            self._reader.week(shown, heavy=choice.zware_gesprekken, is_empty=is_empty)
        )
        self._show_title(shown)
        self._show_open()
        if not self._seen or self._scale != style.scaled(100):
            self._seen, self._scale = True, style.scaled(100)
            QTimer.singleShot(0, self, self._board.scroll_to_now)  # once all has its height

    def _show_title(self, shown: Sequence[DayShown]) -> None:
        days = [day.day for day in self._days]
        self._title.show_week(days, self._today, this_week=self._today in _whole(self._span))
        fits = len(shown) == len(self._days)
        first, last = shown[0].day, shown[-1].day
        self._title.offer_shift(
            earlier=None if fits else first > days[0], later=None if fits else last < days[-1]
        )

    def _show_open(self) -> None:
        try:
            rows = self._desk.agenda.not_replanned()
        except OutsideError:  # the week itself could be read
            rows = []
        self._drawer.show_rows(rows, self._today)
        self._title.show_open(len(rows), drawer=not self._drawer.isHidden())

    @override
    def on_width(self, width: Width) -> None:
        self._span = self._span.in_room(width)
        self._title.set_narrow(narrow=width is Width.KLEIN)
        self._choices.set_wide(wide=width is Width.GROOT)
        self.read_again()

    @override
    def panes(self) -> list[QWidget]:
        return [self._board, self._title, self._drawer]

    @override
    def own_keys(self) -> Sequence[str]:
        return block.KEYS

    @override
    def begin(self) -> None:
        self._board.focus_first()

    @override
    def toggle_inspector(self) -> None:
        opening = self._drawer.isHidden()
        self._drawer.setVisible(opening)
        self._show_open()
        if opening:
            self._drawer.list.setFocus()
        else:
            self._board.focus_first()

    @override
    def place(self) -> dict[str, Any]:
        focused = self._board.focused()
        return {
            "maandag": self._span.monday.isoformat() if not self._is_this_week() else "",
            "afspraak": str(focused.id) if focused else "",
            "lade": not self._drawer.isHidden(),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place["maandag"]:
            self._span = self._span.with_week_of(date.fromisoformat(place["maandag"]))
        self._drawer.setVisible(place["lade"])
        self.read_again()
        if place["afspraak"]:
            self._board.focus_on(UUID(place["afspraak"]))

    @override
    def go_home(self) -> None:
        self.show_this_week()

    def _is_this_week(self) -> bool:
        return self._span.monday == Span.of(self._today).monday

    # the way through the weeks

    @Slot()
    def show_this_week(self) -> None:
        """Show this week, and where it stands now."""
        self._span = self._span.with_week_of(self._today)
        self.read_again()
        self._board.scroll_to_now()

    @Slot(int)
    def walk(self, weeks: int) -> None:
        """Show another week."""
        self._board.mover.give_up()
        monday = self._span.monday + timedelta(days=weeks * DAYS)
        self.do(lambda: self._desk.reeksen.ensure_until(monday + timedelta(days=2 * DAYS)))
        self._span = self._span.with_week_of(monday)
        self.read_again()
        self._board.focus_first()

    @Slot(int)
    def _shift(self, step: int) -> None:
        self._span = self._span.shifted(step, [day.day for day in self._days], self._today)
        self.read_again()

    @Slot(object)
    def _show_moving(self, day: date) -> None:
        """Bring the day to which a block is carried among the days that are shown."""
        self._span = self._span.with_day(day)
        self.read_again()

    @Slot(object)
    def _point_at(self, afspraak_id: UUID) -> None:
        """Bring what was planned to the keyboard, or say where it stands."""
        self.read_again()
        if not self._board.focus_on(afspraak_id):
            found = self._desk.agenda.detail(afspraak_id)
            self.say(f"{found.titel} staat op {moment(found.begin, self._tools.clock())}.")

    @Slot(object)
    def _open(self, afspraak: AfspraakRow) -> None:
        self.afspraak_requested.emit(afspraak.id)

    # what is done

    @Slot()
    def plan(self) -> None:
        """Plan an appointment on the day of the block with the keyboard, else today or Monday."""
        focused = self._board.focused()
        day = local(focused.begin).date() if focused else None
        self._deeds.plan(day or (self._today if self._is_this_week() else self._span.monday))

    @Slot(object, object)
    def _move(self, move: Move, reach: Reach) -> None:
        self._deeds.move(move, reach)
        self._board.focus_on(move.row.id)


def _whole(span: Span) -> list[date]:
    return [span.monday + timedelta(days=number) for number in range(DAYS * span.weeks)]
