"""Every test works on a real encrypted file in its own folder."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.builders import NOW, SlowClock
from vtdesk.cli.demo.fill import demo_start, fill_demo
from vtdesk.services.desk import Desk
from vtdesk.services.instellingen import Gebruiker
from vtdesk.store.engine import create_database
from vtdesk.store.store import Store

KEY = bytes(range(32))


@pytest.fixture
def clock() -> SlowClock:
    """A clock that stands at 12 May 2026, 17:22, and moves only when told."""
    return SlowClock(NOW)


@pytest.fixture
def open_store(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Callable[[], Store]]:
    """Open the file of this test as often as asked; all are closed afterwards."""
    path = tmp_path / "kluis.db"
    create_database(path, KEY)
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
    """All services over a fresh store, with Mila at work."""
    desk = Desk.over(store, clock)
    desk.instellingen.set_gebruiker(
        Gebruiker("Mila Proefstra", organisatie="Veilig Thuis Voorbeeldhaven")
    )
    return desk


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, filled once; tests work on copies."""
    path = tmp_path_factory.mktemp("demo") / "kluis.db"
    create_database(path, KEY)
    clock = SlowClock(demo_start())
    store = Store(path, KEY, clock=clock)
    fill_demo(Desk.over(store, clock), clock)
    store.close()
    return path


@pytest.fixture
def demo_desk(demo_file: Path, tmp_path: Path, clock: SlowClock) -> Iterator[Desk]:
    """All services over a demo of one's own, on 12 May 2026 at 17:22."""
    path = tmp_path / "demo.db"
    shutil.copyfile(demo_file, path)
    store = Store(path, KEY, clock=clock)
    yield Desk.over(store, clock)
    store.close()
