"""A week with two thousand appointments: shown, and scrolled, beside an area with nothing in it."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from typing_extensions import override

from tests.bench.figures import Aim, Figure, interleaved
from tests.builders import NOW, SlowClock, at
from vtdesk.models import Afspraak
from vtdesk.services.desk import Desk
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.ui.jobs import Jobs
from vtdesk.ui.page import Tools
from vtdesk.ui.theme.look import Look
from vtdesk.ui.week.page import WeekPage
from vtdesk.values.kinds import AfspraakSoort

PER_DAY, DAYS = 400, 5
STEP = 40  # pixels, as one notch of a wheel
ROUNDS = 300
SHOWN = 25
PATIENCE = 2  # seconds
KEY = bytes(range(32))
MONDAY = date(2026, 5, 11)


class _Painted(QObject):
    """Notes that the watched widget was painted; what stands on it is painted in the same go."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


def week_shown() -> Figure:
    """From the wish to see another week to the painted one, and back."""
    with _week() as page, _bare() as bare:
        ours, floor = _area_of(page), bare

        def walk(step: int) -> Callable[[], None]:
            return lambda: page.walk(step)

        steps = iter(range(SHOWN * 2))
        mine, theirs = interleaved(
            lambda: _frame(ours, walk(1 if next(steps) % 2 == 0 else -1)),
            lambda: _frame(floor, floor.widget().update),
            SHOWN,
        )
    return Figure(
        "week of 2,000 appointments, shown", mine, theirs, "empty area repainted", Aim(p99=400)
    )


def week_scrolled() -> Figure:
    """From a notch of the wheel to the painted frame."""
    with _week() as page, _bare() as bare:
        ours = _area_of(page)
        mine, theirs = interleaved(_scroll(ours), _scroll(bare), ROUNDS)
    return Figure(
        "week of 2,000 appointments, one frame scrolled", mine, theirs, "empty area scrolled",
        Aim(p99=33),
    )  # fmt: skip


@contextmanager
def _week() -> Iterator[WeekPage]:
    """Show the page over a real file; each day holds as many as no lane can show."""
    program = QApplication.instance() or QApplication(["bench"])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kluis.db"
        create_database(path, KEY)
        clock = SlowClock(NOW)
        store = Store(path, KEY, clock=clock)
        _fill(store)
        look = Look(program)
        with look.building():
            page = WeekPage(Desk.over(store, clock), Tools(Jobs(), clock))
        page.resize(1356, 800)
        page.show()
        _settle()
        yield page
        page.hide()
        page.deleteLater()
        _settle()
        store.close()


def _fill(store: Store) -> None:
    """Plan from early to late, so that the column is long enough to scroll."""
    with store.write() as session:
        for number in range(PER_DAY * DAYS):
            day = MONDAY + timedelta(days=number // PER_DAY)
            begin = at(1, 0, day) + timedelta(minutes=number % PER_DAY * 1300 // PER_DAY)
            session.add(
                Afspraak(
                    titel=f"Gesprek {number}",
                    soort=list(AfspraakSoort)[number % 10],
                    begin=begin,
                    einde=begin + timedelta(minutes=10 + number % 4 * 10),
                )
            )


@contextmanager
def _bare() -> Iterator[QScrollArea]:
    area = QScrollArea()
    area.setWidgetResizable(True)
    inside = QWidget()
    inside.setMinimumHeight(1400)
    area.setWidget(inside)
    area.resize(1356, 640)
    area.show()
    _settle()
    yield area
    area.hide()


def _area_of(page: WeekPage) -> QScrollArea:
    return max(page.findChildren(QScrollArea), key=lambda area: area.height() * area.width())


def _scroll(area: QScrollArea) -> Callable[[], float]:
    """Scroll down by notches, and from the end up again."""
    bar = area.verticalScrollBar()
    down = [True]

    def measure() -> float:
        if bar.value() >= bar.maximum():
            down[0] = False
        elif bar.value() <= 0:
            down[0] = True
        wanted = bar.value() + (STEP if down[0] else -STEP)
        return _frame(area, lambda: bar.setValue(wanted))

    return measure


def _frame(area: QScrollArea, change: Callable[[], None]) -> float:
    """Give the milliseconds until what changed is painted."""
    inside = area.widget()
    watch = _Painted(inside)
    start = time.perf_counter()
    change()
    while not watch.seen and time.perf_counter() - start < PATIENCE:
        QApplication.processEvents()
    took = time.perf_counter() - start
    inside.removeEventFilter(watch)
    watch.deleteLater()
    return took * 1000


def _settle() -> None:
    for _ in range(10):
        QApplication.processEvents()
