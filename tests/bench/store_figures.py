"""What a draft costs on its way to the disk, beside the bare driver."""

import gc
import itertools
import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import bindparam, update

from tests.bench.figures import Aim, Figure, interleaved, percentile, spent, timed
from tests.builders import NOW, SlowClock, add_casus, held_talk, uitspraak, with_blocks
from vtdesk.models import Sleutelwaarde
from vtdesk.services.desk import Desk
from vtdesk.services.uitspraak_rows import UitspraakGegevens
from vtdesk.store.engine import connect, create_database
from vtdesk.store.store import Store
from vtdesk.values.kinds import Kind, Letter
from vtdesk.values.tekst import Alinea, Bron, Tekst, runs

Measured = tuple[list[float], list[float]]
KEY = bytes(range(32))
PARAGRAPH = "Moeder vertelt rustig over de ochtend en noemt de naam van de school. " * 6
TEXTS = 16
ROUNDS = 300
ROW, COMMITS = PARAGRAPH * 4, 1500
STATEMENTS, STATEMENT_ROUNDS = 600, 20
UPDATE = """
    UPDATE concept SET tekst = ?, bewaard_op = ?, caret = ?, scroll = ?, version = version + 1
    WHERE verslag_id = ?
"""


def draft_to_disk() -> Figure:
    """Save a draft of 20 kB, and wait for the disk."""
    ours, floor = _drafts(timed)
    return Figure("draft of 20 kB to disk", ours, floor, "bare driver", Aim(ratio=1.3))


def draft_by_processor() -> Figure:
    """Save the same, and count what the processor does, which no busy disk hides."""
    ours, floor = _drafts(spent)
    return Figure("draft of 20 kB, processor", ours, floor, "bare driver", Aim())


def _drafts(measured: Callable[[Callable[[], None]], Callable[[], float]]) -> Measured:
    """Save a draft, changed each time, through the service and by the bare driver.

    Both write the same row of the same schema, in the same bytes, and wait for the disk. Ours is
    handed values as the editor gives them, the driver what JSON can take as it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        save = _service(*_desk(Path(folder) / "ours.db"))
        bare = _driver(*_desk(Path(folder) / "bare.db"), Path(folder) / "bare.db")
        for _ in range(20):
            save()
            bare()
        gc.collect()
        gc.freeze()  # as the program does
        return interleaved(measured(save), measured(bare), ROUNDS)


def one_statement() -> Figure:
    """Change one of many statements of a draft, beside opening that draft."""
    new = UitspraakGegevens(Letter.VERKLARING, "Loes belde.", Bron("Loes"))
    with tempfile.TemporaryDirectory() as folder:
        desk, verslag_id = _desk(Path(folder) / "many.db")
        regels = [uitspraak(f"Loes zag auto {number}.") for number in range(STATEMENTS)]
        tekst = with_blocks(desk.verslagen.open(verslag_id).tekst, "zorgen", *regels)
        desk.verslagen.save_concept(verslag_id, tekst)
        each = iter(regels)
        ours, floor = interleaved(
            timed(lambda: desk.uitspraken.change(next(each).id, 1, new, "anders gezegd")),
            timed(lambda: desk.verslagen.open(verslag_id)),
            STATEMENT_ROUNDS,
        )
    name = f"one statement of {STATEMENTS} changed"
    return Figure(name, ours, floor, "opening the draft", Aim(ratio=1.0))


def commit_with_all_promises() -> Figure:
    """Commit one row with log, witness and number, beside SQLite that promises nothing of this.

    Plain SQLite writes the same row with the journal of its own choice (WAL) and waits for the disk
    as ours does. Both pass the size at which a log is folded in, so that the slowest ones show.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.db"
        create_database(path, KEY)
        store = Store(path, KEY)
        ours, floor = interleaved(
            timed(_committer(store)), timed(_plain(Path(folder) / "plain.db")), COMMITS
        )
        store.close()
    beside = f"SQLite, p99 {percentile(floor, 99):.2f}"
    return Figure("commit with all promises", ours, floor, beside, Aim(p99=50))


def _committer(store: Store) -> Callable[[], None]:
    number = itertools.count()
    change = update(Sleutelwaarde).where(Sleutelwaarde.sleutel == "proef")
    change = change.values(waarde=bindparam("wat"))
    with store.write() as session:
        session.add(Sleutelwaarde(sleutel="proef", waarde={}))
    ding = uuid4()

    def commit() -> None:
        row = {"wat": {"tekst": f"{next(number)} {ROW}"}}
        assert store.rewrite(change, row, kind=Kind.INSTELLING, ding=ding)

    return commit


def _plain(path: Path) -> Callable[[], None]:
    number = itertools.count()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE meta (sleutel VARCHAR PRIMARY KEY, waarde JSON)")
    connection.execute("INSERT INTO meta VALUES ('proef', '{}')")

    def commit() -> None:
        row = json.dumps({"tekst": f"{next(number)} {ROW}"})
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE meta SET waarde = ? WHERE sleutel = 'proef'", (row,))
        connection.execute("COMMIT")

    return commit


def _desk(path: Path) -> tuple[Desk, UUID]:
    create_database(path, KEY)
    clock = SlowClock(NOW)
    desk = Desk.over(Store(path, KEY, clock=clock), clock)
    return desk, desk.verslagen.start(held_talk(desk, add_casus(desk)))


def _texts(tekst: Tekst) -> list[Tekst]:
    number = itertools.count()
    return [
        with_blocks(
            tekst, "zorgen", *(Alinea(runs(f"{next(number)} {PARAGRAPH}")) for _ in range(48))
        )
        for _ in range(TEXTS)
    ]


def _service(desk: Desk, verslag_id: UUID) -> Callable[[], None]:
    texts = itertools.cycle(_texts(desk.verslagen.open(verslag_id).tekst))
    version = desk.verslagen.open(verslag_id).concept_version

    def save() -> None:
        nonlocal version
        tekst = next(texts)
        version = desk.verslagen.save_concept(
            verslag_id, tekst, version=version, caret=1, scroll=2
        ).version

    return save


def _driver(desk: Desk, verslag_id: UUID, path: Path) -> Callable[[], None]:
    plain = [tekst.to_json() for tekst in _texts(desk.verslagen.open(verslag_id).tekst)]
    texts = itertools.cycle(plain)
    connection = connect(path, KEY)

    def save() -> None:
        text = json.dumps(next(texts))
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(UPDATE, (text, "2026-05-12 16:20:00.000000", 1, 2, verslag_id.hex))
        connection.execute("COMMIT")

    return save
