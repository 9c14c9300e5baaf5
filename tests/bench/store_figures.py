"""What a draft costs on its way to the disk, beside the bare driver."""

import itertools
import json
import tempfile
from pathlib import Path

from tests.bench.figures import Aim, Figure, interleaved, timed
from tests.builders import NOW, SlowClock, add_casus, held_talk, with_blocks
from vtdesk.services.desk import Desk
from vtdesk.store.engine import connect, create_database
from vtdesk.store.store import Store
from vtdesk.values.tekst import Alinea, runs

KEY = bytes(range(32))
PARAGRAPH = "Moeder vertelt rustig over de ochtend en noemt de naam van de school. " * 6
ROUNDS = 300


def draft_to_disk() -> Figure:
    """Save a draft of 20 kB, changed each time, through the service and by the bare driver."""
    with tempfile.TemporaryDirectory() as folder:
        save, bare = _service(Path(folder)), _driver(Path(folder))
        for _ in range(20):
            save()
            bare()
        ours, floor = interleaved(timed(save), timed(bare), ROUNDS)
    return Figure("draft of 20 kB to disk", ours, floor, "bare driver", Aim(ratio=1.3))


def _service(folder: Path):  # noqa: ANN202 (a closure)
    create_database(folder / "ours.db", KEY)
    clock = SlowClock(NOW)
    desk = Desk.over(Store(folder / "ours.db", KEY, clock=clock), clock)
    verslag = desk.verslagen.open(desk.verslagen.start(held_talk(desk, add_casus(desk))))
    number = itertools.count()

    def save() -> None:
        paragraphs = [Alinea(runs(f"{next(number)} {PARAGRAPH}")) for _ in range(48)]
        tekst = with_blocks(verslag.tekst, "zorgen", *paragraphs)
        desk.verslagen.save_concept(verslag.id, tekst, caret=1, scroll=2)

    return save


def _driver(folder: Path):  # noqa: ANN202 (a closure)
    create_database(folder / "bare.db", KEY)
    connection = connect(folder / "bare.db", KEY)
    connection.execute("CREATE TABLE concept (id INTEGER PRIMARY KEY, tekst TEXT)")
    connection.execute("INSERT INTO concept VALUES (1, '')")
    number = itertools.count()

    def save() -> None:
        text = json.dumps([f"{next(number)} {PARAGRAPH}" for _ in range(48)])
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE concept SET tekst = ? WHERE id = 1", (text,))
        connection.execute("COMMIT")

    return save
