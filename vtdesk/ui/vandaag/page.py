"""Vandaag: the day on one screen, and what it asks for now."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from vtdesk.services.agenda import AfspraakRow
from vtdesk.services.desk import Desk
from vtdesk.ui.agenda import block
from vtdesk.ui.agenda.bestanden import AgendaBestanden
from vtdesk.ui.agenda.coming import coming
from vtdesk.ui.agenda.deeds import Deeds
from vtdesk.ui.agenda.wishes import Wish
from vtdesk.ui.format import moment
from vtdesk.ui.page import Page, Tools, Width
from vtdesk.ui.theme import style
from vtdesk.ui.vandaag import avondbeloftes
from vtdesk.ui.vandaag.avond import Avondstand
from vtdesk.ui.vandaag.days import Days
from vtdesk.ui.vandaag.indeling import Indeling
from vtdesk.ui.vandaag.reading import Reader, missed, waiting
from vtdesk.ui.vandaag.rechts import Rechts
from vtdesk.ui.vandaag.straks import Straks
from vtdesk.ui.vandaag.strook import Strook
from vtdesk.ui.vandaag.tabvolgorde import Tabvolgorde
from vtdesk.ui.vandaag.wegen import Wegen
from vtdesk.ui.verlof.daden import VerlofDaden
from vtdesk.values.kinds import Kind
from vtdesk.values.tijd import dag_met_naam, local

MINUTE, ONE_DAY = 60_000, timedelta(days=1)


class VandaagPage(Page):
    """Tiles on top, the day at the left, and at the right what is next."""

    watches = frozenset(
        {
            Kind.AFSPRAAK, Kind.GESPREK, Kind.VERSLAG, Kind.CASUS, Kind.PERSOON,
            Kind.PARKEERNOTITIE, Kind.TERMIJN, Kind.BELOFTE, Kind.TERUGBELVERZOEK, Kind.ONDERZOEK,
            Kind.PLEIN, Kind.DAG, Kind.VERLOF, Kind.BESLUIT, Kind.CRISIS, Kind.GEBEURTENIS,
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tools = desk, tools
        self._reader = Reader(desk)
        self._deeds = Deeds(self, desk)
        now = tools.clock()
        self._day = self._today = local(now).date()
        self._opened: UUID | None = None
        self._seen, self._scale = False, style.scaled(100)
        self._days = Days(self._day, now, self)
        self._straks = Straks()
        self._avond = Avondstand(self, desk)
        self._indeling = Indeling(self._days, self._straks, self._avond.view)
        self._title, self._tegels = self._indeling.title, self._indeling.tegels
        self._rechts = Rechts(self._straks, self._reader)
        self._strook = Strook(self._tegels, self._reader)
        self._wegen = Wegen(self, desk)
        self._tabs = Tabvolgorde(
            (
                (self._tegels, self._days.first),
                (self._days.first, self._straks),
                (self._straks, self._days.second),
                (self._avond.view.list, self._avond.view.lichtpunt),
            )
        )
        self._verlof = VerlofDaden(self, desk, tools)
        self._bestanden = AgendaBestanden(self, desk, tools)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._await_minute(now)
        self._straks.add_card(self._verlof.card)
        self.setLayout(self._indeling)
        self._connect()
        self._adopt()

    def _connect(self) -> None:
        self._title.walked.connect(self._walk)
        self._title.today_requested.connect(self.show_today)
        self._title.plan_requested.connect(self.plan)
        self._title.close_requested.connect(self.close_day)
        self._tegels.opened.connect(self._wegen.open)
        self._days.opened.connect(self._open)
        self._days.cancel_requested.connect(self._deeds.cancel)
        self._days.move_chosen.connect(self._deeds.move)
        self._days.call_opened.connect(self.call_requested)
        self._days.plan_requested.connect(self._deeds.plan)
        self._deeds.planned.connect(self._point_at)
        self._straks.wished.connect(self._wish)
        self._straks.opened.connect(self._wegen.open)
        self._straks.closed.connect(self._close_card)
        self._straks.walked.connect(self._days.walk_from)
        self._straks.begun.connect(self._begin_day)
        self._straks.close_requested.connect(self.close_day)
        self._straks.tomorrow_requested.connect(lambda: self.show_day(self._today + ONE_DAY))
        self._avond.changed.connect(self._show_evening)
        self._avond.view.cover_requested.connect(self._verlof.plan)
        self._clock.timeout.connect(self.tick)

    def _adopt(self) -> None:
        self.on_action("afspraak-nieuw", self.plan)
        self.on_action("afspraak-volgende", self._focus_next)
        self.on_action("afspraak-gehouden", self._hold_focused)
        self.on_action("dag-vorige", lambda: self._walk(-1))
        self.on_action("dag-volgende", lambda: self._walk(1))
        self.on_action("dag-vandaag", self.show_today)
        self.on_action("dag-afsluiten", self.close_day)
        self._title.add_to_menu(self.on_action("verlof-plannen", self._verlof.plan))
        for action in self._bestanden.actions():
            self._title.add_to_menu(action)

    # what is shown

    @override
    def refresh(self) -> None:
        now = self._tools.clock()
        today = local(now).date()
        if self._day == self._today != today:  # midnight passed while this day was on screen
            self._day = today
        self._today = today
        avond, leave = self._reader.evening(), self._reader.leave(today)
        calls = self._reader.calls()
        soon = self._reader.soon(now)
        next_row = coming(soon, now)
        self._title.show_day(self._day, today, leave, evening=self._avond.is_on)
        next_id = next_row.id if next_row else None
        self._days.show_day(self._day, self._reader, missed(calls, self._day), now, next_id)
        if self._avond.is_on:
            self._avond.show(avond, avondbeloftes.read(self._reader, today, leave))
        else:
            self._strook.show(avond, waiting(calls), today, leave)
            away = self._day != today
            self._tegels.say_whose(f"Dit is van vandaag, {dag_met_naam(today)}." if away else "")
            ahead = not away and not self._days.is_wide()
            self._verlof.card.read(today)
            self._rechts.show(soon, self._opened_row(), avond, now, leave=leave, ahead=ahead)
            self._rechts.show_lunch(soon, waiting(calls), now)
        self._tabs.follow()
        if not self._seen:
            self._seen = True
            self._days.first.scroll_to_now()
            self._straks.focus_main()
        if self._scale != style.scaled(100):
            self._scale = style.scaled(100)
            QTimer.singleShot(0, self, self._begin_again)  # once all has its new height

    def _opened_row(self) -> AfspraakRow | None:
        opened, rows = self._opened, list[AfspraakRow]()
        if opened is not None:
            known = self.do(lambda: self._desk.agenda.detail(opened), then=rows.append)
            self._opened = opened if known else None
        return rows[0] if rows else None

    @Slot()
    def tick(self) -> None:
        """Follow the clock."""
        self._await_minute(self._tools.clock())
        self.read_again()

    def _await_minute(self, now: datetime) -> None:
        """Wake up when the figures change, not some seconds later."""
        self._clock.start(MINUTE - now.second * 1000 - now.microsecond // 1000)

    @override
    def on_width(self, width: Width) -> None:
        self._avond.view.lichtpunt.fit(narrow=width is Width.KLEIN)
        if self._indeling.fit(width) or self._scale != style.scaled(100):
            self.read_again()

    @Slot()
    def _begin_again(self) -> None:
        """In another size of text begin at now, with what has the keyboard in sight."""
        self._days.first.scroll_to_now()
        focus = self.window().focusWidget()
        if focus is not None and self._straks.isAncestorOf(focus):
            self._indeling.bring_in_sight(focus)

    @override
    def panes(self) -> list[QWidget]:
        if self._avond.is_on:
            return [self._avond.view, self._days.first]
        return [self._tegels, self._days.first, self._straks, self._days.second]

    @override
    def place(self) -> dict[str, Any]:
        focused = self._days.focused()
        return {
            "dag": self._day.isoformat() if self._day != self._today else "",
            "afspraak": str(focused.id) if focused else "",
            "kaart": str(self._opened) if self._opened else "",
            "avond": self._avond.is_on,
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        self._day = date.fromisoformat(place["dag"]) if place["dag"] else self._today
        self._opened = UUID(place["kaart"]) if place["kaart"] else None
        self.read_again()
        if place["afspraak"]:
            self._days.focus_on(UUID(place["afspraak"]))
        if place.get("avond"):
            self._avond.begin()

    @override
    def put_away(self) -> None:
        self._avond.store_half_typed()

    @override
    def own_keys(self) -> Sequence[str]:
        return block.KEYS

    @override
    def go_home(self) -> None:
        self._avond.leave()
        self.show_today()

    @override
    def go_back(self) -> bool:
        if self._avond.is_on:
            self._avond.leave()
            return True
        if self._opened is not None:
            self._close_card()
            return True
        return False

    # the way through the days

    @Slot()
    def show_today(self) -> None:
        """Show today, and where it stands now."""
        self.show_day(self._today)
        self._days.first.scroll_to_now()

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.do(lambda: self._desk.reeksen.ensure_until(day))
        self._day = day
        self.read_again()

    @Slot(object)
    def show_afspraak(self, afspraak_id: UUID) -> None:
        """Show an appointment on its day, with its card."""
        self.do(lambda: self._desk.agenda.detail(afspraak_id), then=self._show_row)

    def _show_row(self, row: AfspraakRow) -> None:
        self._avond.leave()
        self._opened = row.id
        self.show_day(local(row.begin).date())
        self._days.focus_on(row.id)

    @Slot(int)
    def _walk(self, days: int) -> None:
        self.show_day(self._day + timedelta(days=days))

    @Slot(object)
    def _open(self, row: AfspraakRow) -> None:
        self._avond.leave()
        self._opened = row.id
        self.read_again()
        self._straks.kaart.focus_first()

    @Slot()
    def _close_card(self) -> None:
        opened, self._opened = self._opened, None
        self.read_again()
        if opened:
            self._days.focus_on(opened)

    @Slot()
    def _focus_next(self) -> None:
        """Bring the next appointment of this day to the keyboard, also from another day."""
        now = self._tools.clock()
        row = coming(self._reader.soon(now), now)
        if row is None:
            self.say("Er komt vandaag geen afspraak meer.", tone="keuze")
            return
        self.show_day(local(row.begin).date())
        self._days.focus_on(row.id)

    @Slot(object)
    def _point_at(self, afspraak_id: UUID) -> None:
        """Bring what was planned to the keyboard, or say where it stands."""
        self.read_again()
        if not self._days.focus_on(afspraak_id):
            row = self._desk.agenda.detail(afspraak_id)
            self.say(f"{row.titel} staat op {moment(row.begin, self._tools.clock())}.", tone="goed")

    # the day begins and ends

    @Slot()
    def _begin_day(self) -> None:
        self.do(self._desk.dagen.begin)
        self._straks.focus_main()
        self._indeling.begin_at_top()

    @Slot()
    def close_day(self) -> None:
        """Ask what may wait, and let the day end."""
        self._day, self._opened = self._today, None
        self._avond.begin()

    @Slot()
    def _show_evening(self) -> None:
        """Give the right side to the evening, or back to the day."""
        evening = self._avond.is_on
        self._indeling.give_right_to(evening=evening)
        self.read_again()
        self._days.first.scroll_to_now()
        if not evening:
            self._straks.focus_main()

    # what is done

    @Slot()
    def plan(self) -> None:
        """Plan a new appointment on the day that is shown."""
        self._deeds.plan(self._day)

    @Slot(object)
    def plan_for_casus(self, casus_id: UUID) -> None:
        """Plan a new appointment for a casus."""
        self._deeds.plan(self._day, casus_id)

    @Slot()
    def _hold_focused(self) -> None:
        row = self._days.focused() or self._opened_row()
        if row is None:
            self.say("Kies eerst een afspraak. Dan zet H die op gehouden.", tone="keuze")
        else:
            self._deeds.hold(row)

    @Slot(object, object)
    def _wish(self, wish: Wish, afspraak_id: UUID) -> None:
        if wish is Wish.OPENEN:
            self.show_afspraak(afspraak_id)
        elif wish is Wish.PLEIN:
            self.plein_requested.emit()
        else:
            self.do(
                lambda: self._desk.agenda.detail(afspraak_id),
                then=lambda row: self._deeds.grant(wish, row),
            )
