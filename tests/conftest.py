"""Every test works on a real encrypted file in its own folder."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import compiled
from tests.builders import NOW, SlowClock, at
from tests.together import made_together
from vtdesk.cli.demo.command import WACHTZIN
from vtdesk.cli.demo.fill import Demo, DemoClock, demo_now, demo_start
from vtdesk.security import keys, kluis
from vtdesk.security.cost import FLOOR, Cost
from vtdesk.security.folder import DATABASE, WITNESS
from vtdesk.security.herstelcode import Herstelcode
from vtdesk.security.keychain import NoKeychain
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.services.opening import create_kluis
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store
from vtdesk.ui.collector import collect_due

pytest_plugins = ("tests.program",)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no test needs a screen, unless it says so

KEY = bytes(range(32))
PATIENCE = 60_000  # ms; a busy machine is no finding, and only a failure takes so long
HOURS = (at(8, 10), at(10, 31), at(11, 58), at(12, 31), at(17, 26), at(20, 24))  # of the demo


def pytest_configure() -> None:
    """Collect garbage on the main thread only, as the program does."""
    gc.disable()
    compiled.share()
    _stretch_each_wachtzin_once()
    for wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitActive, QtBot.waitExposed):
        wait.__kwdefaults__["timeout"] = PATIENCE
    # The same examples at each run, and a busy machine is no mistake. Others: see "zoek".
    settings.register_profile("suite", deadline=None, derandomize=True)
    settings.register_profile("zoek", deadline=None)  # pytest --hypothesis-profile=zoek
    settings.load_profile("suite")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what waits long for other programs: at the end it would wait all alone."""
    items.sort(key=lambda item: item.path.parent.name not in {"drills", "journeys"})


def pytest_collection_finish() -> None:
    """Leave what is loaded out of every later collection, as the program does."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish() -> None:
    """Let all that was forgotten go while what it holds can still be closed."""
    gc.unfreeze()
    gc.collect()


def _stretch_each_wachtzin_once() -> None:
    """Remember what Argon2id gave: the same wachtzin, salt and cost give the same bytes anyway."""
    stretch, remembered = keys.stretch, cache(keys.stretch)

    def of(wachtzin: str, salt: bytes, cost: Cost) -> bytes:
        measured = not any(salt)  # how long it takes is asked each time
        return (stretch if measured else remembered)(wachtzin, salt, cost)

    pytest.MonkeyPatch().setattr(keys, "stretch", of)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let the windows of a test go before the next one, and what it forgot when it is time."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QGuiApplication.keyboardModifiers():  # the widget went before its Ctrl came up again
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)
    collect_due()


@pytest.fixture
def clock() -> SlowClock:
    """A clock that stands at 12 May 2026, 17:22, and moves only when told."""
    return SlowClock(NOW)


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database at the newest schema with nothing in it; tests work on copies."""
    path = tmp_path_factory.mktemp("leeg") / "kluis.db"
    create_database(path, KEY)
    Store(path, KEY).close()
    return path


@pytest.fixture(scope="session")
def mila_template(empty_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That database with Mila at work in it."""
    path = copy_of(empty_template, tmp_path_factory.mktemp("mila"))
    clock = SlowClock(NOW)
    store = Store(path, KEY, clock=clock)
    mila = Gebruiker("Mila Proefstra", organisatie="Veilig Thuis Voorbeeldhaven")
    Desk.over(store, clock).instellingen.set_gebruiker(mila)
    store.close()
    return path


def copy_of(database: Path, place: Path) -> Path:
    """Copy a database at rest, with the witness beside it."""
    shutil.copy(database.with_suffix(WITNESS), place)
    return Path(shutil.copy(database, place))


@pytest.fixture
def open_store(
    request: pytest.FixtureRequest, tmp_path: Path, clock: Callable[[], datetime]
) -> Iterator[Callable[[], Store]]:
    """Open the file of this test as often as asked; all are closed afterwards."""
    begin = "mila_template" if "desk" in request.fixturenames else "empty_template"
    path = copy_of(request.getfixturevalue(begin), tmp_path)
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(Store(path, KEY, clock=clock))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()


@pytest.fixture
def desk(store: Store, clock: Callable[[], datetime]) -> Desk:
    """All services over a store of one's own, with Mila at work."""
    return Desk.over(store, clock)


@pytest.fixture(scope="session")
def demo_hours(tmp_path_factory: pytest.TempPathFactory) -> dict[datetime, Path]:
    """A kluis with the demo as it was at each hour, at rest; tests work on copies."""
    place = made_together(tmp_path_factory, "uren", _fill_hours)
    return {hour: place / f"{hour:%H%M}" for hour in (*HOURS, demo_now())}


def _fill_hours(place: Path) -> None:
    """Fill the demo once, and copy it on the way."""
    folder = place / "dag"
    place.mkdir()
    code = Herstelcode.new()
    sleutels = create_kluis(folder, WACHTZIN, code, NoKeychain(), cost=FLOOR)
    clock = DemoClock(demo_start())
    store = Store(folder / DATABASE, sleutels.database, clock=clock)
    desk = Desk.over(store, clock)
    demo = Demo(desk, clock)
    for hour in sorted((*HOURS, demo_now())):
        demo.go_on(hour)
        if hour == demo_now():
            desk.herstelblad.bewaar(code.groups)  # as the command does
        copy = Path(shutil.copytree(folder, place / f"{hour:%H%M}"))
        Store(copy / DATABASE, sleutels.database, clock=clock).close()
    store.close()


@pytest.fixture(scope="session")
def demo_template(demo_hours: dict[datetime, Path]) -> Path:
    """A kluis with the demo as it opens, at rest; tests work on copies."""
    return demo_hours[demo_now()]


@pytest.fixture(scope="session")
def demo_key(demo_template: Path) -> bytes:
    """The key of every copy of the demo."""
    return kluis.unlock(demo_template, WACHTZIN, NoKeychain()).database


@pytest.fixture
def demo_kluis(demo_template: Path, tmp_path: Path) -> Path:
    """The folder of a kluis with the demo in it."""
    return Path(shutil.copytree(demo_template, tmp_path / "demo"))


@pytest.fixture
def demo_desk(demo_kluis: Path, demo_key: bytes, clock: SlowClock) -> Iterator[Desk]:
    """All services over a demo of one's own, on 12 May 2026 at 17:22."""
    store = Store(demo_kluis / "kluis.db", demo_key, clock=clock)
    yield Desk.over(store, clock)
    store.close()
